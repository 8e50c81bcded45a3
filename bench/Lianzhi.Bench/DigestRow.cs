using System.Diagnostics;
using Lianzhi.Web.Platform.Crypto;

namespace Lianzhi.Bench;

/// <summary>The row <c>sm3</c>: the hash as the platform takes it against the managed one, after both gave the same for every length to 300 and some beyond (SM3).</summary>
internal static class DigestRow
{
    private const int Block = 1 << 20;

    /// <summary>Measures both on blocks of one mebibyte.</summary>
    public static Task<Row> Measure(Options options)
    {
        var bytes = new byte[(3 * Block) + 17];
        new Random(1).NextBytes(bytes);
        foreach (var length in Enumerable.Range(0, 300).Append(65_536).Append(Block).Append(bytes.Length))
            if (!Sm3.Hash(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(Sm3.HashManaged(bytes.AsSpan(0, length))))
                throw new InvalidOperationException($"The two SM3 differ on {length} bytes.");
        if (!Sm3.IsNative) Console.Error.WriteLine("  sm3: no libcrypto that knows SM3 here; the platform is the managed one.");
        return Row.Rates("sm3", "BouncyCastle, the same hashes", 1, options.Rounds, () => Task.FromResult(Run(Sm3.HashManaged, options.Seconds)), () => Task.FromResult(Run(Sm3.Hash, options.Seconds)), "MB");
    }

    /// <summary>Megabytes a second of the hash the platform takes.</summary>
    public static Rate Platform(int seconds) => Run(Sm3.Hash, seconds);

    private static Rate Run(Func<ReadOnlySpan<byte>, byte[]> hash, int seconds)
    {
        var bytes = new byte[Block];
        var (watch, blocks) = (Stopwatch.StartNew(), 0);
        for (; watch.Elapsed.TotalSeconds < seconds; blocks++) hash(bytes);
        return new(blocks * (double)Block / 1e6 / watch.Elapsed.TotalSeconds, 0, 0);
    }
}
