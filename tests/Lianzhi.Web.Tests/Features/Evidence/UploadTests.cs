using System.Net;
using System.Security.Cryptography;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Evidence;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Tests.Features.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Lianzhi.Web.Tests.Features.Evidence.EvidenceHost;

namespace Lianzhi.Web.Tests.Features.Evidence;

/// <summary>Resumable uploads: whatever happens on the way, what arrives is what was sent, or nothing.</summary>
public sealed class UploadTests
{
    /// <summary>Cut anywhere, any number of times, the server restarted between: the same hashes, every time.</summary>
    [Fact]
    public async Task Upload_CutAtAnyByte_ResumesToTheSameHash()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Propose();
        var random = new Random(20261126);
        for (var round = 0; round < 40; round++)
        {
            var file = Film(random.Next(20, 300_000), round);
            var address = await cases.Officer.Begin(id, file.Length);
            long offset = 0;
            while (offset < file.Length)
            {
                var until = random.Next((int)offset, file.Length + 1);
                if (random.Next(3) == 0)
                {
                    using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(1, 60)));
                    await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cases.Officer.Patch(address, offset, new TornContent(file[(int)offset..until], gone.Token), gone.Token));
                    // What the server does with a broken body ends after the client knows of it.
                    for (var wait = 0; wait < 100 && await Locked(cases, address); wait++) await Task.Delay(10);
                }
                else
                {
                    Assert.Equal(HttpStatusCode.NoContent, (await cases.Officer.Patch(address, offset, file[(int)offset..until])).StatusCode);
                }
                // As after a restart: nothing is remembered but the part.
                if (random.Next(2) == 0) cases.Host.Services.GetRequiredService<UploadParts>().Dispose();
                offset = await cases.Officer.Offset(address);
                Assert.InRange(offset, 0, until);
            }
            var row = await Row(cases, address);
            Assert.Equal((UploadState.Done, Convert.ToHexStringLower(Sm3.Hash(file)), Convert.ToHexStringLower(SHA256.HashData(file)), "video/mp4"), (row.State, row.Sm3, row.Sha256, row.MediaType));
        }
        var kept = Directory.EnumerateFiles(Path.Combine(cases.Host.Services.GetRequiredService<InstallationMode>().DataFolder, "files"), "*", SearchOption.AllDirectories).ToList();
        Assert.Equal(40, kept.Count);
        Assert.All(kept, path => Assert.Equal(Path.GetFileName(path), Convert.ToHexStringLower(Sm3.Hash(File.ReadAllBytes(path)))));
    }

    [Theory]
    [MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Upload_Protocol_AnswersAsTusSays(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await cases.Propose();
        var options = await cases.Officer.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/api/v1/evidence/uploads"));
        Assert.Equal("creation,creation-with-upload,checksum,termination,expiration", options.Headers.GetValues("Tus-Extension").Single());
        Assert.Equal("1.0.0", options.Headers.GetValues("Tus-Version").Single());

        // Creation with the first piece.
        var file = Film(5000);
        var create = Tus(HttpMethod.Post, "/api/v1/evidence/uploads", ("Upload-Length", "5000"), ("Upload-Metadata", Metadata(("filename", "a.mp4"), ("case", id))), ("Idempotency-Key", "once"));
        create.Content = new ByteArrayContent(file[..2000]);
        create.Content.Headers.ContentType = new("application/offset+octet-stream");
        var created = await cases.Officer.SendAsync(create);
        Assert.Equal((HttpStatusCode.Created, "2000"), (created.StatusCode, created.Headers.GetValues("Upload-Offset").Single()));
        Assert.EndsWith("GMT", created.Headers.GetValues("Upload-Expires").Single(), StringComparison.Ordinal);
        var address = created.Headers.Location!.ToString();

        // The same creation again is the same upload; with another length it is none.
        var again = await cases.Officer.SendAsync(Tus(HttpMethod.Post, "/api/v1/evidence/uploads", ("Upload-Length", "5000"), ("Upload-Metadata", Metadata(("filename", "a.mp4"), ("case", id))), ("Idempotency-Key", "once")));
        Assert.Equal(address, again.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Conflict, (await cases.Officer.SendAsync(Tus(HttpMethod.Post, "/api/v1/evidence/uploads", ("Upload-Length", "5001"), ("Upload-Metadata", Metadata(("case", id))), ("Idempotency-Key", "once")))).StatusCode);

        // A piece that begins elsewhere, and one whose checksum differs, change nothing.
        Assert.Equal(HttpStatusCode.Conflict, (await cases.Officer.Patch(address, 1000, file[1000..])).StatusCode);
        Assert.Equal(460, (int)(await cases.Officer.Patch(address, 2000, file[2000..], ("Upload-Checksum", $"sha1 {Convert.ToBase64String(new byte[20])}"))).StatusCode);
        Assert.Equal(2000, await cases.Officer.Offset(address));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await cases.Officer.Patch(address, 2000, Film(4000))).StatusCode);
        Assert.Equal(2000, await cases.Officer.Offset(address));

        // Checksums that hold: one of each kind.
        Assert.Equal(HttpStatusCode.NoContent, (await cases.Officer.Patch(address, 2000, file[2000..3000], ("Upload-Checksum", $"sm3 {Convert.ToBase64String(Sm3.Hash(file.AsSpan(2000, 1000)))}"))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await cases.Officer.Patch(address, 3000, file[3000..4000], ("Upload-Checksum", $"sha256 {Convert.ToBase64String(SHA256.HashData(file.AsSpan(3000, 1000)))}"))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await cases.Officer.Patch(address, 4000, file[4000..], ("Upload-Checksum", $"sha1 {Convert.ToBase64String(CryptographicOperations.HashData(HashAlgorithmName.SHA1, file.AsSpan(4000, 1000)))}"))).StatusCode);
        // The last answer was lost: the same again is no fault.
        Assert.Equal(HttpStatusCode.NoContent, (await cases.Officer.Patch(address, 5000, [])).StatusCode);
        Assert.Equal(Convert.ToHexStringLower(Sm3.Hash(file)), (await Row(cases, address)).Sm3);

        // Ended means gone.
        Assert.Equal(HttpStatusCode.NoContent, (await cases.Officer.SendAsync(Tus(HttpMethod.Delete, address))).StatusCode);
        Assert.Equal(-410, await cases.Officer.Offset(address));
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Officer.SendAsync(Tus(HttpMethod.Delete, address))).StatusCode);
    }

    [Fact]
    public async Task Upload_OfSomebodyElse_IsNotThere()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Propose();
        var address = await cases.Officer.Begin(id, 100);
        foreach (var other in new[] { cases.Stranger, (await cases.Join("同事甲", CaseHost.Street, Core.Access.Role.Officer)).Client })
        {
            Assert.Equal(-404, await other.Offset(address));
            Assert.Equal(HttpStatusCode.NotFound, (await other.Patch(address, 0, Film(100))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync(Tus(HttpMethod.Delete, address))).StatusCode);
        }
        // Nor may somebody upload for a case out of reach, or without the right at all.
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.SendAsync(Tus(HttpMethod.Post, "/api/v1/evidence/uploads", ("Upload-Length", "9"), ("Upload-Metadata", Metadata(("case", id)))))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await cases.Head.SendAsync(Tus(HttpMethod.Post, "/api/v1/evidence/uploads", ("Upload-Length", "9"), ("Upload-Metadata", Metadata(("case", id)))))).StatusCode);
    }

    [Fact]
    public async Task Upload_NotWhatWasAnnouncedOrNotTaken_LeavesNothing()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Propose();
        var wrong = await cases.Officer.Begin(id, 100, ("sm3", new string('a', 64)));
        var answer = await cases.Officer.Patch(wrong, 0, Film(100));
        Assert.Equal(460, (int)answer.StatusCode);
        Assert.Equal(-410, await cases.Officer.Offset(wrong));
        var script = await cases.Officer.Begin(id, 30);
        Assert.Contains("文件类型", await (await cases.Officer.Patch(script, 0, "<script>alert(1)</script>     "u8.ToArray())).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Folder(cases), "files")));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Folder(cases), "uploads")));
        var right = await cases.Officer.Begin(id, 100, ("sm3", Convert.ToHexStringLower(Sm3.Hash(Film(100)))), ("sha256", Convert.ToHexStringLower(SHA256.HashData(Film(100)))));
        Assert.Equal(HttpStatusCode.NoContent, (await cases.Officer.Patch(right, 0, Film(100))).StatusCode);
    }

    [Fact]
    public async Task Upload_OnAFullDisk_IsToldAndGoesOnLater()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Propose();
        var address = await cases.Officer.Begin(id, 100);
        var part = cases.Host.Services.GetRequiredService<UploadParts>().PathOf(address[(address.LastIndexOf('/') + 1)..]);
        File.CreateSymbolicLink(part, "/dev/full");
        Assert.Equal(HttpStatusCode.InsufficientStorage, (await cases.Officer.Patch(address, 0, Film(100))).StatusCode);
        File.Delete(part);
        Assert.Equal(HttpStatusCode.NoContent, (await cases.Officer.Patch(address, 0, Film(100))).StatusCode);
    }

    [Fact]
    public async Task Upload_ThatRestedTooLong_IsSweptWithItsPart()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Propose();
        var (open, done) = (await cases.Officer.Begin(id, 100), await cases.Officer.Upload(id, Film(200)));
        await cases.Officer.Patch(open, 0, Film(100)[..50]);
        await cases.At(3, 5);
        Assert.Equal(-410, await cases.Officer.Offset(open));
        Assert.Equal(2, await cases.Host.Within(services => services.GetRequiredService<SweepUploads>().Run(default)));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Folder(cases), "uploads")));
        Assert.Equal(UploadState.Ended, (await Row(cases, done)).State);
        await cases.At(3, 9);
        Assert.Equal(1, await cases.Host.Within(services => services.GetRequiredService<SweepFiles>().Run(default)));
    }

    [Fact]
    public async Task Upload_Limits_AreKept()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Propose();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await cases.Officer.SendAsync(Tus(HttpMethod.Post, "/api/v1/evidence/uploads", ("Upload-Length", (9L << 30).ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Upload-Metadata", Metadata(("case", id)))))).StatusCode);
        for (var i = 0; i < 20; i++) await cases.Officer.Begin(id, 100);
        Assert.Contains("too-many-uploads", await (await cases.Officer.SendAsync(Tus(HttpMethod.Post, "/api/v1/evidence/uploads", ("Upload-Length", "9"), ("Upload-Metadata", Metadata(("case", id)))))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Any nonsense in any header is the client's fault, never the server's.</summary>
    [Fact]
    public async Task Headers_WithNonsense_NeverFault()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Propose();
        var address = await cases.Officer.Begin(id, 100);
        string[] headers = ["Upload-Length", "Upload-Offset", "Upload-Metadata", "Upload-Checksum", "Upload-Defer-Length", "Tus-Resumable", "Idempotency-Key", "Content-Type", "Range"];
        string[] values =
        [
            "", " ", "-1", "0", "1e9", "99999999999999999999", "０", "+5", "filename", "case", "case =", "case !!!!", $"case {Convert.ToBase64String([0xFF, 0xFE])}", $"case {Convert.ToBase64String("\0"u8)}", $"case {Convert.ToBase64String("x"u8)},case {Convert.ToBase64String("y"u8)}",
            "sha1", "sha1 ", "md5 AAAA", "sm3 AAAA", "sha256 ====", new string('a', 5000), "1", "1.0.1", "application/json", "bytes=5-2", "'; DROP TABLE", "%00", "../../x",
        ];
        var random = new Random(7);
        for (var round = 0; round < 600; round++)
        {
            var method = new[] { HttpMethod.Post, HttpMethod.Patch, HttpMethod.Head, HttpMethod.Delete, HttpMethod.Options, HttpMethod.Get }[random.Next(6)];
            var path = new[] { "/api/v1/evidence/uploads", address, "/api/v1/evidence/uploads/none", "/api/v1/evidence/none/content?file=99999999999", "/api/v1/evidence?after=x&limit=0" }[random.Next(5)];
            if (method == HttpMethod.Delete && path == address) continue;
            var request = new HttpRequestMessage(method, path);
            if (random.Next(4) > 0) request.Headers.Add("Tus-Resumable", "1.0.0");
            if (method != HttpMethod.Head && method != HttpMethod.Get && random.Next(2) == 0) request.Content = new ByteArrayContent(new byte[random.Next(200)]);
            for (var i = random.Next(4); i > 0; i--)
            {
                var (name, value) = (headers[random.Next(headers.Length)], values[random.Next(values.Length)]);
                if (name == "Content-Type" ? request.Content is not null : true) (name == "Content-Type" ? (System.Net.Http.Headers.HttpHeaders)request.Content!.Headers : request.Headers).TryAddWithoutValidation(name, value);
            }
            using var answer = await cases.Officer.SendAsync(request);
            Assert.True((int)answer.StatusCode < 500, $"{method} {path} {string.Join("; ", request.Headers.Select(header => $"{header.Key}: {string.Join(',', header.Value)}"))} → {(int)answer.StatusCode}");
        }
    }

    private static async Task<bool> Locked(CaseHost cases, string address)
    {
        using var hold = cases.Host.Services.GetRequiredService<UploadParts>().Hold(address[(address.LastIndexOf('/') + 1)..]);
        await Task.CompletedTask;
        return hold is null;
    }

    private static string Folder(CaseHost cases) => cases.Host.Services.GetRequiredService<InstallationMode>().DataFolder;

    private static Task<UploadRow> Row(CaseHost cases, string address) => cases.Host.Within(services =>
        services.GetRequiredService<AppDb>().Set<UploadRow>().AsNoTracking().SingleAsync(row => row.Id == address.Substring(address.LastIndexOf('/') + 1)));
}
