using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Files;

namespace Lianzhi.Web.Platform.Backups;

/// <summary>One part of a backup.</summary>
/// <param name="Name">Its name in the archive.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sm3">Hash of its content.</param>
public sealed record BackupPart(string Name, long Length, string Sm3);

/// <summary>What a backup holds (备份清单); the last part of the archive.</summary>
/// <param name="Format">Always <c>lianzhi-backup-1</c>.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Parts">The other parts: one database, and the files.</param>
public sealed record BackupManifest(string Format, DateTimeOffset CreatedAt, IReadOnlyList<BackupPart> Parts);

/// <summary>
/// One archive that holds the database and the content of the store, folder or object store alike (备份): a gzip-compressed
/// tar whose last part names every other with its hash, so that a torn or changed archive is found before anything is put back.
/// </summary>
public static partial class BackupArchive
{
    /// <summary>Name of an embedded database in the archive.</summary>
    public const string SqliteDatabase = "lianzhi.db";

    /// <summary>Name of a PostgreSQL dump in the archive.</summary>
    public const string PostgresDump = "database.dump";

    private const string Format = "lianzhi-backup-1";
    private const string Manifest = "manifest.json";

    /// <summary>Writes the archive beside its place and moves it there when it is whole.</summary>
    /// <param name="target">The archive; must not exist.</param>
    /// <param name="database">Copy or dump of the database.</param>
    /// <param name="databaseName">Its name in the archive.</param>
    /// <param name="store">The content; read after the database, so that it holds all the database names.</param>
    /// <param name="createdAt">When the database was copied.</param>
    /// <param name="cancel">Stops; nothing is left behind.</param>
    /// <exception cref="IOException">The target exists, or could not be written.</exception>
    /// <exception cref="InvalidOperationException">Content of the store is not what its hash says.</exception>
    public static async Task<BackupManifest> Write(string target, string database, string databaseName, ContentStore store, DateTimeOffset createdAt, CancellationToken cancel)
    {
        if (File.Exists(target)) throw new IOException($"{target} 已存在。");
        var beside = $"{target}.part";
        var parts = new List<BackupPart>();
        try
        {
            await using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                await using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
                await using (var tar = new TarWriter(gzip, TarEntryFormat.Pax))
                {
                    await using (var copy = File.OpenRead(database)) parts.Add(await Add(tar, copy, databaseName, cancel));
                    await foreach (var kept in store.List(cancel))
                    {
                        // Nothing rows refer to is ever removed; what was swept in between nobody misses.
                        await using var content = await store.Open(kept.Hash, cancel);
                        if (content is null) continue;
                        parts.Add(await Add(tar, content, NameOf(kept.Hash), cancel));
                        if (parts[^1].Sm3 != kept.Hash) throw new InvalidOperationException($"内容 {kept.Hash} 已损坏：与摘要不符。");
                    }
                    var manifest = JsonSerializer.SerializeToUtf8Bytes(new BackupManifest(Format, createdAt, parts), JsonSerializerOptions.Web);
                    await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, Manifest) { DataStream = new MemoryStream(manifest) }, cancel);
                }
                file.Flush(flushToDisk: true);
            }
            File.Move(beside, target);
        }
        finally
        {
            File.Delete(beside);
        }
        return new(Format, createdAt, parts);
    }

    /// <summary>Unpacks an archive into an empty folder and checks every part against the list.</summary>
    /// <exception cref="InvalidOperationException">The archive is no backup, is torn, or holds a part that is not what the list says.</exception>
    public static async Task<BackupManifest> Unpack(string archive, string folder, CancellationToken cancel)
    {
        var found = new Dictionary<string, BackupPart>(StringComparer.Ordinal);
        BackupManifest? manifest = null;
        try
        {
            await using var gzip = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
            await using var tar = new TarReader(gzip);
            while (await tar.GetNextEntryAsync(cancellationToken: cancel) is { } entry)
            {
                if (entry.Name == Manifest && entry.DataStream is not null) manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(entry.DataStream, JsonSerializerOptions.Web, cancel);
                else if (manifest is null && entry.EntryType == TarEntryType.RegularFile && PartName().IsMatch(entry.Name)) found.Add(entry.Name, await Extract(entry, folder, cancel));
                else throw new InvalidOperationException($"备份中有不应存在的内容：{entry.Name}。");
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or JsonException or FormatException or ArgumentException)
        {
            throw new InvalidOperationException("备份文件不完整或者已损坏。", fault);
        }
        if (manifest?.Format != Format) throw new InvalidOperationException("不是本平台的备份，或者不完整。");
        var wrong = manifest.Parts.FirstOrDefault(part => !found.TryGetValue(part.Name, out var here) || here != part);
        if (wrong is not null) throw new InvalidOperationException($"{wrong.Name} 与备份清单不符。");
        if (found.Count != manifest.Parts.Count) throw new InvalidOperationException("备份中有清单以外的内容。");
        if (found.Values.FirstOrDefault(part => IsContent(part) && NameOf(part.Sm3) != part.Name) is { } torn) throw new InvalidOperationException($"{torn.Name} 的内容与摘要不符。");
        return manifest;
    }

    /// <summary>True for a part that belongs into the content store.</summary>
    public static bool IsContent(BackupPart part) => part.Name.StartsWith("files/", StringComparison.Ordinal);

    private static string NameOf(string hash) => $"files/{hash[..2]}/{hash}";

    private static async Task<BackupPart> Add(TarWriter tar, Stream content, string name, CancellationToken cancel)
    {
        await using var hashed = new HashedStream(content);
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = hashed }, cancel);
        return new(name, content.Length, hashed.End());
    }

    private static async Task<BackupPart> Extract(TarEntry entry, string folder, CancellationToken cancel)
    {
        var path = Path.Combine(folder, entry.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
        {
            if (entry.DataStream is not null) await entry.DataStream.CopyToAsync(file, cancel);
            file.Flush(flushToDisk: true);
        }
        await using var content = File.OpenRead(path);
        return new(entry.Name, content.Length, await Sm3.Hex(content, cancel));
    }

    [GeneratedRegex(@"\A(lianzhi\.db|database\.dump|files/[0-9a-f]{2}/[0-9a-f]{64})\z")]
    private static partial Regex PartName();
}
