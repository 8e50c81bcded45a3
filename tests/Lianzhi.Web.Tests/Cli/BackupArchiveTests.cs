using System.Formats.Tar;
using System.IO.Compression;
using Lianzhi.Web.Platform.Backups;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Files;

namespace Lianzhi.Web.Tests.Cli;

/// <summary>What is not a whole backup is not put back.</summary>
public sealed class BackupArchiveTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lianzhi-backup-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Archive_Untouched_UnpacksToTheSame()
    {
        var manifest = await Make();
        var unpacked = await BackupArchive.Unpack(At("backup"), Directory.CreateDirectory(At("out")).FullName, CancellationToken.None);
        Assert.Equal(manifest.Parts, unpacked.Parts);
        Assert.Equal("content", await File.ReadAllTextAsync(At("out/lianzhi.db"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("lianzhi.db", "other")]
    [InlineData("lianzhi.db", null)]
    [InlineData("manifest.json", null)]
    [InlineData("manifest.json", "{\"format\":\"other\",\"createdAt\":\"2026-10-08T09:00:00+08:00\",\"parts\":[]}")]
    [InlineData("manifest.json", "{")]
    [InlineData("../outside", "x")]
    [InlineData("files/00/short", "x")]
    public async Task Archive_PartChangedLeftOutOrAdded_IsRefused(string part, string? content)
    {
        await Make();
        await Change(part, content);
        await Assert.ThrowsAsync<InvalidOperationException>(() => BackupArchive.Unpack(At("changed"), Directory.CreateDirectory(At("out")).FullName, CancellationToken.None));
        Assert.False(File.Exists(At("outside")));
    }

    [Fact]
    public async Task Content_ThatIsNotWhatItsHashSays_IsNeitherSavedNorPutBack()
    {
        var hash = Sm3.Hex("evidence");
        Directory.CreateDirectory(At($"files/{hash[..2]}"));
        await File.WriteAllTextAsync(At($"files/{hash[..2]}/{hash}"), "evidence", TestContext.Current.CancellationToken);
        Assert.Equal([BackupArchive.SqliteDatabase, $"files/{hash[..2]}/{hash}"], (await Make()).Parts.Select(part => part.Name));
        File.Delete(At("backup"));
        await File.WriteAllTextAsync(At($"files/{hash[..2]}/{hash}"), "evidencE", TestContext.Current.CancellationToken);
        Assert.Contains(hash, (await Assert.ThrowsAsync<InvalidOperationException>(Make)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(At("backup")));
    }

    private string At(string name) => Path.Combine(folder, name);

    private async Task<BackupManifest> Make()
    {
        await File.WriteAllTextAsync(At("database"), "content");
        return await BackupArchive.Write(At("backup"), At("database"), BackupArchive.SqliteDatabase, new FolderContentStore(At("files"), TimeProvider.System), new(2026, 10, 8, 9, 0, 0, TimeSpan.FromHours(8)), CancellationToken.None);
    }

    /// <summary>Writes the archive anew with one part replaced, left out, or put in front.</summary>
    private async Task Change(string name, string? content)
    {
        await using var reader = new TarReader(new GZipStream(File.OpenRead(At("backup")), CompressionMode.Decompress));
        await using var writer = new TarWriter(new GZipStream(File.Create(At("changed")), CompressionLevel.Fastest));
        var found = false;
        while (await reader.GetNextEntryAsync(copyData: true) is { } entry)
        {
            if (entry.Name != name) await writer.WriteEntryAsync(entry);
            else if (content is not null) await Add();
            found |= entry.Name == name;
            if (!found && content is not null && entry.Name == BackupArchive.SqliteDatabase && name != "manifest.json")
            {
                await Add();
                found = true;
            }
        }

        Task Add() => writer.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content!)) });
    }
}
