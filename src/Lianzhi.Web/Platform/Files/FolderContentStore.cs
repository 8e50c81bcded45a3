using System.Runtime.CompilerServices;

namespace Lianzhi.Web.Platform.Files;

/// <summary>Content in a folder: two characters of the hash, then the hash. On several nodes the folder lies on storage they share.</summary>
/// <param name="folder">The folder.</param>
/// <param name="time">Tells how old content is.</param>
public sealed class FolderContentStore(string folder, TimeProvider time) : ContentStore
{
    /// <inheritdoc/>
    public override Task Take(string part, string hash, CancellationToken cancel)
    {
        var path = PathOf(hash);
        if (File.Exists(path))
        {
            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
            File.Delete(part);
            return Task.CompletedTask;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var file = new FileStream(part, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite)) file.Flush(flushToDisk: true);
        File.SetLastWriteTimeUtc(part, time.GetUtcNow().UtcDateTime);
        File.Move(part, path, overwrite: true);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task<Stream?> Open(string hash, CancellationToken cancel) => Task.FromResult<Stream?>(IsHash(hash) && File.Exists(PathOf(hash))
        ? new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 65536, FileOptions.Asynchronous) : null);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<KeptContent> List([EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(folder)) yield break;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancel.ThrowIfCancellationRequested();
            if (IsHash(file.Name)) yield return new KeptContent(file.Name, file.LastWriteTimeUtc);
        }
    }

    /// <inheritdoc/>
    public override Task Remove(string hash, CancellationToken cancel)
    {
        if (IsHash(hash)) File.Delete(PathOf(hash));
        return Task.CompletedTask;
    }

    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash);
}
