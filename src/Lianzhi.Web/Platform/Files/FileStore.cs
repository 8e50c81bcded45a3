using System.ComponentModel.DataAnnotations;
using Lianzhi.Core;
using Lianzhi.Core.Evidence;
using Lianzhi.Web.Platform.Crypto;

namespace Lianzhi.Web.Platform.Files;

/// <summary>A stored file, as rows and events refer to it.</summary>
/// <param name="Hash">SM3 of its content: its address in the store.</param>
/// <param name="MediaType">What it is, found by its content.</param>
/// <param name="Length">Bytes.</param>
public sealed record StoredFile([property: MaxLength(64)] string Hash, string MediaType, long Length);

/// <summary>
/// Small files that come whole (文件存储): the same photo is kept once, and a file that was changed is no longer found under
/// its name. The type is decided by the first bytes, never by the name. Large files come by resumable upload.
/// </summary>
public sealed class FileStore(ContentStore store, StorageOptions options)
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
        return MediaKinds.Find(bytes.AsSpan(0, Math.Min(bytes.Length, MediaKinds.Enough))) is "image/jpeg" or "image/png" or "image/webp"
            ? await Store(bytes, MediaKinds.Find(bytes)!, cancel) : Refusal.Invalid(field, "只能上传 JPG、PNG 或者 WebP 格式的照片。");
    }

    /// <summary>Stores bytes under their hash; written beside and moved into place, so that a torn write leaves nothing behind.</summary>
    public async Task<StoredFile> Store(byte[] bytes, string mediaType, CancellationToken cancel)
    {
        var hash = Convert.ToHexStringLower(Sm3.Hash(bytes));
        Directory.CreateDirectory(options.Uploads);
        var part = Path.Combine(options.Uploads, $"{Guid.CreateVersion7():N}.part");
        try
        {
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous)) await file.WriteAsync(bytes, cancel);
            await store.Take(part, hash, cancel);
        }
        finally
        {
            File.Delete(part);
        }
        return new StoredFile(hash, mediaType, bytes.Length);
    }

    /// <summary>Opens a file; null when there is none of that hash.</summary>
    public Task<Stream?> Open(string hash, CancellationToken cancel) => store.Open(hash, cancel);

    /// <summary>The bytes of a small file; null when there is none of that hash.</summary>
    public async Task<byte[]?> Read(string hash, CancellationToken cancel)
    {
        await using var file = await Open(hash, cancel);
        if (file is null) return null;
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }
}
