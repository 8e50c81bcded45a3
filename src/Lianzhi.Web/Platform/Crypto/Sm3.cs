using Org.BouncyCastle.Crypto.Digests;

namespace Lianzhi.Web.Platform.Crypto;

/// <summary>SM3 (GB/T 32905): the hash of the record, of tokens and of file contents.</summary>
public static class Sm3
{
    /// <summary>Hashes bytes to 32 bytes.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> bytes)
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
        var digest = new SM3Digest();
        var buffer = new byte[65536];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancel)) > 0) digest.BlockUpdate(buffer, 0, read);
        var result = new byte[digest.GetDigestSize()];
        digest.DoFinal(result, 0);
        return Convert.ToHexStringLower(result);
    }
}
