using System.Security.Cryptography;
using CsCheck;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Draws;
using Lianzhi.Web.Features.Plans;
using Lianzhi.Web.Features.Targets;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Platform;

/// <summary>Both kinds of store keep content under its hash, whole or not at all.</summary>
public sealed class ContentStoreTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lianzhi-store-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Folder_TakesOpensListsAndRemoves() => await RoundTrip(new FolderContentStore(Path.Combine(folder.FullName, "files"), TimeProvider.System), 100_000);

    [Theory]
    [InlineData(100_000)]
    [InlineData(40_000_000)]
    public async Task ObjectStore_TakesOpensListsAndRemoves(int length)
    {
        await using var stub = await ObjectStoreStub.Start();
        using var store = Objects(stub);
        await RoundTrip(store, length);
        Assert.All(stub.Ranges, range => Assert.NotEqual("bytes=0-0", range));
        Assert.Equal(0, stub.Unsigned);
    }

    [Fact]
    public async Task ObjectStore_WithAnotherSecret_IsTurnedAway()
    {
        await using var stub = await ObjectStoreStub.Start();
        using var store = new ObjectContentStore(Options(stub.Address) with { SecretKey = "another" });
        var (part, hash) = Part(1000);
        await Assert.ThrowsAnyAsync<Amazon.S3.AmazonS3Exception>(() => store.Take(part, hash, CancellationToken.None));
        Assert.Equal((true, 0, true), (File.Exists(part), stub.Objects.Count, stub.Unsigned > 0));
    }

    [Theory]
    [InlineData(507, StatusCodes.Status507InsufficientStorage)]
    [InlineData(503, StatusCodes.Status503ServiceUnavailable)]
    public async Task ObjectStore_ThatTakesNothing_SaysWhyAndKeepsThePart(int answer, int status)
    {
        await using var stub = await ObjectStoreStub.Start();
        using var store = Objects(stub);
        var (part, hash) = Part(1000);
        stub.FailWrites = answer;
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => store.Take(part, hash, CancellationToken.None));
        Assert.Equal(status, StorageFaults.StatusOf(fault));
        Assert.True(File.Exists(part));
        Assert.Empty(stub.Objects);
    }

    [Fact]
    public async Task ObjectStore_ThatIsNotThere_IsUnavailable()
    {
        using var store = new ObjectContentStore(Options("http://127.0.0.1:9"));
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => store.Open(new string('a', 64), CancellationToken.None));
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, StorageFaults.StatusOf(fault));
    }

    [Fact]
    public async Task FullDisk_IsTold()
    {
        await using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);
        var fault = await Assert.ThrowsAnyAsync<IOException>(async () => await full.WriteAsync(new byte[1024]));
        Assert.Equal(StatusCodes.Status507InsufficientStorage, StorageFaults.StatusOf(fault));
    }

    [Fact]
    public void Digests_InAnyPieces_AreThoseOfTheWhole() => Gen.Byte.Array[0, 5000].SelectMany(bytes => Gen.Int[1, 700].Select(size => (bytes, size))).Sample((bytes, size) =>
    {
        using var digests = new ContentDigests();
        foreach (var piece in bytes.Chunk(size)) digests.Add(piece);
        return digests.Length == bytes.Length && digests.End() == (Convert.ToHexStringLower(Sm3.HashManaged(bytes)), Convert.ToHexStringLower(SHA256.HashData(bytes)));
    });

    [Theory]
    [InlineData("tape", null, "Storage__Kind")]
    [InlineData("s3", null, "Storage__Endpoint")]
    [InlineData("s3", "http://store", "Storage__Bucket")]
    public void Options_ThatMiss_AreNamed(string kind, string? endpoint, string named)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Kind"] = kind, ["Storage:Endpoint"] = endpoint }).Build();
        Assert.Contains(named, Assert.Throws<InvalidOperationException>(() => StorageOptions.Read(configuration, folder.FullName)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_RemovesWhatNobodyUsesAndIsOld()
    {
        await using var host = await TestHost.Start(services: services => services.AddScoped<FilesInUse>(_ => (hashes, _) => Task.FromResult<IReadOnlyList<string>>([.. hashes.Where(hash => hash == Used)])));
        var (used, orphan, young) = await host.Within(async services =>
        {
            var files = services.GetRequiredService<FileStore>();
            return (await files.Store("used"u8.ToArray(), "image/png", default), await files.Store("orphan"u8.ToArray(), "image/png", default), await files.Store("young"u8.ToArray(), "image/png", default));
        });
        Assert.Equal(Used, used.Hash);
        host.Time.Advance(TimeSpan.FromDays(4));
        // Brought again: it counts as new.
        await host.Within(services => services.GetRequiredService<FileStore>().Store("young"u8.ToArray(), "image/png", default));
        Assert.Equal(1, await host.Within(services => services.GetRequiredService<SweepFiles>().Run(default)));
        await host.Within(async services =>
        {
            var files = services.GetRequiredService<FileStore>();
            foreach (var (file, there) in new[] { (used, true), (orphan, false), (young, true) })
            {
                await using var stream = await files.Open(file.Hash, default);
                Assert.Equal(there, stream is not null);
            }
            return 0;
        });
    }

    /// <summary>The lists, draws and plans that rows refer to stay, however old they are.</summary>
    [Fact]
    public async Task Sweep_KeepsWhatRowsReferTo()
    {
        await using var host = await TestHost.Start();
        var day = new DateOnly(2026, 3, 2);
        var hashes = await host.Within(async services =>
        {
            var (files, db) = (services.GetRequiredService<FileStore>(), services.GetRequiredService<AppDb>());
            var kept = new List<string>();
            foreach (var name in new[] { "list", "draw", "run", "problem", "solution" }) kept.Add((await files.Store(System.Text.Encoding.UTF8.GetBytes(name), "application/json", default)).Hash);
            db.Add(new TargetImportRow { Id = "01import000000000000000000", FileHash = kept[0], Source = "示例", ImportedOn = day, Count = 1, Added = 1, Changed = 0 });
            db.Add(new DrawRow { Id = "01draw00000000000000000000", Area = "A1", Title = "示例", Subject = "cg", InputHash = kept[1], Commitment = Used, CommittedOn = day, Count = 1, Population = 1 });
            db.Add(new PlanRunRow { Id = "01run000000000000000000000", PlanId = "01plan00000000000000000000", State = RunState.Failed, Seconds = 1, Seed = 1, ProblemHash = kept[2], AskedAt = host.Time.GetUtcNow() });
            db.Add(new InspectionPlanRow
            {
                Id = "01plan00000000000000000000",
                Kind = PlanKind.Annual,
                Area = "A1",
                Year = 2026,
                Title = "示例",
                From = day,
                To = day,
                Only = "",
                Edition = 1,
                Stage = PlanStage.Drafting,
                ProblemHash = kept[3],
                SolutionHash = kept[4],
            });
            await db.SaveChangesAsync();
            return kept;
        });
        host.Time.Advance(TimeSpan.FromDays(400));
        Assert.Equal(0, await host.Within(services => services.GetRequiredService<SweepFiles>().Run(default)));
        foreach (var hash in hashes) Assert.NotNull(await host.Within(services => services.GetRequiredService<FileStore>().Read(hash, default)));
    }

    private static string Used => Sm3.Hex("used");

    private async Task RoundTrip(ContentStore store, int length)
    {
        var (part, hash) = Part(length);
        var bytes = await File.ReadAllBytesAsync(part);
        Assert.Null(await store.Open(hash, CancellationToken.None));
        await store.Take(part, hash, CancellationToken.None);
        Assert.False(File.Exists(part));
        var (again, _) = Part(length);
        await store.Take(again, hash, CancellationToken.None);
        await using (var stream = (await store.Open(hash, CancellationToken.None))!)
        {
            Assert.Equal(length, stream.Length);
            Assert.Equal((hash, Convert.ToHexStringLower(SHA256.HashData(bytes))), await ContentDigests.Of(stream, CancellationToken.None));
            foreach (var at in new[] { length - 10, 0, length / 2 })
            {
                stream.Position = at;
                var piece = new byte[10];
                await stream.ReadExactlyAsync(piece);
                Assert.Equal(bytes[at..(at + 10)], piece);
            }
            stream.Seek(0, SeekOrigin.End);
            Assert.Equal(0, await stream.ReadAsync(new byte[1]));
        }
        Assert.Equal([hash], await store.List(CancellationToken.None).Select(kept => kept.Hash).ToListAsync());
        Assert.Null(await store.Open("../../etc/passwd", CancellationToken.None));
        await store.Remove(hash, CancellationToken.None);
        Assert.Null(await store.Open(hash, CancellationToken.None));
    }

    private (string Path, string Hash) Part(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        var path = Path.Combine(folder.FullName, $"{Guid.CreateVersion7():N}.part");
        File.WriteAllBytes(path, bytes);
        return (path, Convert.ToHexStringLower(Sm3.Hash(bytes)));
    }

    private static ObjectContentStore Objects(ObjectStoreStub stub) => new(Options(stub.Address));

    private static StorageOptions Options(string endpoint) =>
        new(StorageOptions.ObjectStore, "", "", endpoint, "evidence", ObjectStoreStub.AccessKey, ObjectStoreStub.SecretKey, "us-east-1", 1 << 30, 20, TimeSpan.FromHours(48));
}
