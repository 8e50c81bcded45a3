namespace Lianzhi.Web.Platform.Files;

/// <summary>Content as it lies in the store.</summary>
/// <param name="Hash">SM3 of its bytes.</param>
/// <param name="WrittenAt">When it was last brought.</param>
public sealed record KeptContent(string Hash, DateTimeOffset WrittenAt);

/// <summary>
/// Keeps content by the SM3 of its bytes (内容库): in the data folder, or in an S3-compatible store. What is not whole or does
/// not match is never under any name here, so nothing can be shown before its hash was found.
/// </summary>
public abstract class ContentStore
{
    /// <summary>Takes a file whose hash was found; the file is gone afterwards. Content that is there already is only marked as new.</summary>
    /// <param name="part">Path of the file, on the disk that uploads are written to.</param>
    /// <param name="hash">SM3 of its bytes.</param>
    /// <param name="cancel">Stops; nothing is visible then.</param>
    public abstract Task Take(string part, string hash, CancellationToken cancel);

    /// <summary>Opens content as a stream that can seek; null when there is none of that hash.</summary>
    public abstract Task<Stream?> Open(string hash, CancellationToken cancel);

    /// <summary>Everything there is.</summary>
    public abstract IAsyncEnumerable<KeptContent> List(CancellationToken cancel);

    /// <summary>Removes content nobody refers to.</summary>
    public abstract Task Remove(string hash, CancellationToken cancel);

    /// <summary>True for 64 lower-case hexadecimal characters.</summary>
    public static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
