using Org.BouncyCastle.Crypto.Digests;

namespace Lianzhi.Web.Platform.Crypto;

/// <summary>SM3 (GB/T 32905): the hash of the record, of tokens and of file contents. By libcrypto where it is installed, managed otherwise.</summary>
public static class Sm3
{
    /// <summary>True when the system's libcrypto does the work.</summary>
    public static bool IsNative => LibCrypto.IsPresent;

    /// <summary>Hashes bytes to 32 bytes.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> bytes) => LibCrypto.IsPresent ? LibCrypto.Hash(bytes) : HashManaged(bytes);

    /// <summary>The same without libcrypto, for machines that lack it and for the test that compares the two.</summary>
    public static byte[] HashManaged(ReadOnlySpan<byte> bytes)
    {
        var digest = new SM3Digest();
        digest.BlockUpdate(bytes);
        var result = new byte[digest.GetDigestSize()];
        digest.DoFinal(result, 0);
        return result;
    }

    /// <summary>Hashes text in UTF-8 to 64 lower-case hexadecimal characters.</summary>
    public static string Hex(string text) => Convert.ToHexStringLower(Hash(System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>Hashes a stream to its end, 64 KiB at a time.</summary>
    public static async Task<string> Hex(Stream stream, CancellationToken cancel)
    {
        using var digest = new Sm3Stream();
        var buffer = new byte[65536];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancel)) > 0) digest.Add(buffer.AsSpan(0, read));
        return digest.End();
    }
}

/// <summary>SM3 over content that arrives piece by piece (流式摘要), for uploads.</summary>
public sealed class Sm3Stream : IDisposable
{
    private readonly LibCrypto? native;
    private readonly SM3Digest? managed;

    /// <summary>Begins.</summary>
    public Sm3Stream()
    {
        if (LibCrypto.IsPresent) (native = new LibCrypto()).Begin();
        else managed = new SM3Digest();
    }

    /// <summary>Adds a piece.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        // The library would write into memory that is no longer its own.
        ObjectDisposedException.ThrowIf(native is { IsClosed: true }, this);
        if (native is not null) native.Add(piece);
        else managed!.BlockUpdate(piece);
    }

    /// <summary>Ends; 64 lower-case hexadecimal characters.</summary>
    public string End()
    {
        if (native is not null) return Convert.ToHexStringLower(native.End());
        var result = new byte[32];
        managed!.DoFinal(result, 0);
        return Convert.ToHexStringLower(result);
    }

    /// <inheritdoc/>
    public void Dispose() => native?.Dispose();
}
