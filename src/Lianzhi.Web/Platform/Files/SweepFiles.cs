namespace Lianzhi.Web.Platform.Files;

/// <summary>Which of these hashes a capability still refers to (在用文件); registered by each that keeps files.</summary>
public delegate Task<IReadOnlyList<string>> FilesInUse(IReadOnlyList<string> hashes, CancellationToken cancel);

/// <summary>
/// Removes content nobody refers to (清理无主文件): what was brought and never used, once it is old enough that no form still
/// holds it. Looks at a batch at a time, and asks every capability before anything goes.
/// </summary>
public sealed class SweepFiles(ContentStore store, StorageOptions options, IEnumerable<FilesInUse> users, TimeProvider time)
{
    /// <summary>Name of the job.</summary>
    public const string JobName = "sweep-files";

    private const int AtOnce = 500;

    /// <summary>Sweeps once.</summary>
    /// <returns>How many were removed.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        // Parts of small files are only ever left behind by a kill.
        var oldest = time.GetUtcNow() - options.UploadLife - TimeSpan.FromHours(24);
        if (Directory.Exists(options.Uploads))
            foreach (var part in new DirectoryInfo(options.Uploads).EnumerateFiles("*.part"))
                if (part.LastWriteTimeUtc < oldest) part.Delete();
        var removed = 0;
        var batch = new List<string>(AtOnce);
        await foreach (var content in store.List(cancel))
        {
            if (content.WrittenAt >= oldest) continue;
            batch.Add(content.Hash);
            if (batch.Count == AtOnce) removed += await Sweep(batch, cancel);
        }
        return removed + await Sweep(batch, cancel);
    }

    private async Task<int> Sweep(List<string> batch, CancellationToken cancel)
    {
        var orphans = batch.ToHashSet(StringComparer.Ordinal);
        foreach (var user in users) orphans.ExceptWith(await user(batch, cancel));
        foreach (var orphan in orphans) await store.Remove(orphan, cancel);
        batch.Clear();
        return orphans.Count;
    }
}
