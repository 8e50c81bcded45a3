using System.Security.Cryptography;
using Lianzhi.Core;

namespace Lianzhi.Web.Platform;

/// <summary>Where random bytes come from: the system, or a fixed seed while the demonstration district is loaded.</summary>
public class Entropy
{
    /// <summary>Random bytes.</summary>
    public virtual byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);

    /// <summary>A new id of the given instant.</summary>
    public string NewId(DateTimeOffset now) => Ids.Make(now, Bytes(10));
}

/// <summary>Bytes that are the same in every run: SHA-256 of seed and counter. Never used outside the demonstration load.</summary>
public sealed class SeededEntropy(string seed) : Entropy
{
    private long counter;

    /// <inheritdoc/>
    public override byte[] Bytes(int count) =>
        SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}/{Interlocked.Increment(ref counter)}")))[..count];
}
