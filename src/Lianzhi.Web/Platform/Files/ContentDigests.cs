using System.Security.Cryptography;
using Lianzhi.Web.Platform.Crypto;

namespace Lianzhi.Web.Platform.Files;

/// <summary>SM3 and SHA-256 of the same bytes, in one pass (双摘要).</summary>
public sealed class ContentDigests : IDisposable
{
    private const int Piece = 1024 * 1024;
    private readonly Sm3Stream sm3 = new();
    private readonly IncrementalHash sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Bytes so far.</summary>
    public long Length { get; private set; }

    /// <summary>Adds a piece.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        sm3.Add(piece);
        sha256.AppendData(piece);
        Length += piece.Length;
    }

    /// <summary>Ends; both in lower-case hexadecimal.</summary>
    public (string Sm3, string Sha256) End() => (sm3.End(), Convert.ToHexStringLower(sha256.GetHashAndReset()));

    /// <summary>Both of a stream, to its end.</summary>
    public static async Task<(string Sm3, string Sha256)> Of(Stream stream, CancellationToken cancel)
    {
        using var digests = new ContentDigests();
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancel)) > 0) digests.Add(buffer.AsSpan(0, read));
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
        return digests.End();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        sm3.Dispose();
        sha256.Dispose();
    }
}
