using System.ComponentModel.DataAnnotations;
using Lianzhi.Core;
using Lianzhi.Web.Platform.Crypto;

namespace Lianzhi.Web.Platform.Files;

/// <summary>A stored file, as rows and events refer to it.</summary>
/// <param name="Hash">SM3 of its content: its address in the store.</param>
/// <param name="MediaType">What it is, found by its content.</param>
/// <param name="Length">Bytes.</param>
public sealed record StoredFile([property: MaxLength(64)] string Hash, string MediaType, long Length);

/// <summary>
/// Keeps files by the hash of their content (文件存储): the same photo is kept once, and a file that was changed
/// is no longer found under its name. The type is decided by the first bytes, never by the name.
/// </summary>
public sealed class FileStore(InstallationMode mode)
{
    /// <summary>Largest photo a form may bring.</summary>
    public const long LargestPhoto = 10 * 1024 * 1024;

    /// <summary>Stores a photo: JPEG, PNG or WebP of at most 10 MB.</summary>
    /// <param name="field">Form field, for the refusal.</param>
    /// <param name="content">Its content.</param>
    /// <param name="length">Bytes announced.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Result<StoredFile>> StorePhoto(string field, Stream content, long length, CancellationToken cancel)
    {
        if (length > LargestPhoto) return Refusal.Invalid(field, "照片不能超过 10 MB。");
        var bytes = new byte[length];
        await content.ReadExactlyAsync(bytes, cancel);
        if (PhotoType(bytes) is not { } type) return Refusal.Invalid(field, "只能上传 JPG、PNG 或者 WebP 格式的照片。");
        return await Store(bytes, type, cancel);
    }

    /// <summary>Stores bytes under their hash; written beside and moved into place, so that a torn write leaves nothing behind.</summary>
    public async Task<StoredFile> Store(byte[] bytes, string mediaType, CancellationToken cancel)
    {
        var hash = Convert.ToHexStringLower(Sm3.Hash(bytes));
        var path = PathOf(hash);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var part = $"{path}.{Guid.CreateVersion7():N}.part";
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 65536, FileOptions.Asynchronous))
            {
                await file.WriteAsync(bytes, cancel);
                file.Flush(flushToDisk: true);
            }
            File.Move(part, path, overwrite: true);
        }
        return new StoredFile(hash, mediaType, bytes.Length);
    }

    /// <summary>Opens a file; null when there is none of that hash.</summary>
    public Stream? Open(string hash) =>
        hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower) && File.Exists(PathOf(hash))
            ? new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read, 65536, FileOptions.Asynchronous)
            : null;

    private string PathOf(string hash) => Path.Combine(mode.DataFolder, "files", hash[..2], hash);

    private static string? PhotoType(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8) ? "image/webp"
        : null;
}
