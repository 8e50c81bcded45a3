using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CsCheck;
using Lianzhi.Core.Access;
using Lianzhi.Core.Records;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Cases;

/// <summary>The record of a case leaves the platform, and a stranger checks it.</summary>
public sealed class CaseRecordTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", ".."));

    private static string Here([CallerFilePath] string path = "") => path;

    private static RecordCheck? Check(byte[] file, Trust? trust = null) => RecordCheck.Of(file, Sm3.Hash, Sm2.Verify, trust ?? new Trust());

    private static async Task<byte[]> Export(HttpClient person, string id)
    {
        var answer = await person.GetAsync($"/api/v1/cases/{id}/record");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsByteArrayAsync();
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Export_OfACase_HoldsAndEveryChangeIsFound(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await cases.Noticed();
        // Otherwise the hosted sequencer may seal the day before between the two exports.
        await cases.Host.Within(services => services.GetRequiredService<RecordTree>().Seal(new DateOnly(2026, 3, 15), CancellationToken.None));
        var bytes = await Export(cases.Officer, id);
        var check = Check(bytes)!;
        Assert.True(check.Holds, check.Why);
        Assert.Equal(($"case/{id}", 7L), (check.Stream, check.Entries));
        // The same record again is the same file, byte for byte.
        Assert.Equal(bytes, await Export(cases.Head, id));
        Gen.Select(Gen.Int[0, 4], Gen.Int[RecordFile.Beginning.Length, bytes.Length - 2], Gen.Byte[1, 255]).Sample((kind, at, flip) =>
        {
            byte[] changed = kind switch
            {
                0 => [.. bytes[..at], (byte)(bytes[at] ^ flip), .. bytes[(at + 1)..]],
                1 => [.. bytes[..at], .. bytes[(at + 1)..]],
                2 => [.. bytes[..at], flip, .. bytes[at..]],
                3 => [.. bytes[..at], bytes[at + 1], bytes[at], .. bytes[(at + 2)..]],
                _ => bytes[..at],
            };
            return changed.AsSpan().SequenceEqual(bytes) || (Check(changed) is { Holds: false, BrokenPart: not null } found && (found.BrokenPart != "entry" || found.BrokenEntry is >= 1 and <= 8));
        }, iter: 1500);
    }

    [Fact]
    public async Task Export_WithPublishedHeads_IsTheSealedHeadOrContinuesIt()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Propose();
        await cases.At(3, 3);
        await cases.Host.Within(services => services.GetRequiredService<RecordTree>().Seal(new DateOnly(2026, 3, 2), CancellationToken.None));
        var yesterday = await Export(cases.Officer, id);
        var list = await cases.Host.Client().GetByteArrayAsync("/api/v1/public/heads");
        var heads = HeadList.Parse(list)!;
        var key = heads.Keys[0].Fingerprint;
        Assert.Equal(new DateOnly(2026, 3, 2), Check(yesterday, new Trust(key, heads))!.PublishedOn);
        await CaseHost.Take(cases.Head, id, new { step = "approve-filing", opinion = "同意立案。" });
        var today = await Export(cases.Officer, id);
        var check = Check(today, new Trust(key, heads))!;
        Assert.True(check.Holds, check.Why);
        Assert.Null(check.Head!.Day);
        Assert.Equal(new DateOnly(2026, 3, 2), check.PublishedOn);
        Assert.Equal("head", Check(today, new Trust(key, heads with { Items = [] }))!.BrokenPart);

        // The second verifier and the command come to the same answers.
        var folder = Directory.CreateTempSubdirectory("lianzhi-verify-").FullName;
        var (record, published, changed) = (Path.Combine(folder, "record.json"), Path.Combine(folder, "heads.json"), Path.Combine(folder, "changed.json"));
        await File.WriteAllBytesAsync(record, today);
        await File.WriteAllBytesAsync(published, list);
        foreach (var (program, arguments) in Verifiers())
        {
            Assert.Equal(0, (await Run(program, [.. arguments, record, "--key", key, "--heads", published])).Status);
            Assert.Contains("取自文件自身", (await Run(program, [.. arguments, record])).Output, StringComparison.Ordinal);
            var other = await Run(program, [.. arguments, record, "--key", new string('0', 64)]);
            Assert.True(other is { Status: 1 } && other.Output.Contains("key", StringComparison.Ordinal), other.Output);
            Assert.Equal(2, (await Run(program, [.. arguments, Path.Combine(folder, "none.json")])).Status);
            Assert.Equal(2, (await Run(program, [.. arguments, published])).Status);
            var text = Encoding.UTF8.GetString(today);
            foreach (var (old, changedTo, named) in new[]
            {
                ("湘桥路北段工地", "湘桥路南段工地", "entry 1"), ("\"number\":2", "\"number\":3", "entry 2"), ("\"root\":\"", "\"root\":\"0", ""),
                ("\"signature\":\"" + check.Head.Signature[..4], "\"signature\":\"" + (check.Head.Signature[0] == '0' ? "1" : "0") + check.Head.Signature[1..4], "head"),
            })
            {
                Assert.Contains(old, text, StringComparison.Ordinal);
                await File.WriteAllTextAsync(changed, text.Replace(old, changedTo, StringComparison.Ordinal));
                var answer = await Run(program, [.. arguments, changed]);
                Assert.True(answer.Status == 1 && answer.Output.Contains(named, StringComparison.Ordinal), $"{program} {old}: {answer.Status} {answer.Output}");
            }
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Export_IsRecordedAndOnlyForReadersOfTheCase()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Propose();
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.GetAsync($"/api/v1/cases/{id}/record")).StatusCode);
        await Export(cases.Chief, id);
        var read = await cases.Host.Within(services => services.GetRequiredService<AppDb>().Set<RecordFieldRow>()
            .Where(row => row.Stream.StartsWith("access/") && row.Value!.Contains($"case/{id}")).Select(row => row.Value).ToListAsync());
        Assert.Contains(read, value => value!.Contains("导出全过程记录", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Erase_PersonalValues_RowsFollowAndTheRecordStillHolds(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var supervisor = await cases.Host.SignedIn(new Assignment(Role.JusticeSupervisor, null, null));
        var id = await cases.Propose();
        object Erasure(string path, string ground = "个人信息保护法第四十七条，当事人书面申请。") => new { ground, fields = new[] { new { number = 1, path } } };
        Assert.Equal(HttpStatusCode.Forbidden, (await cases.Officer.PostJson($"/api/v1/cases/{id}/erasures", Erasure("party.representative"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await supervisor.PostJson($"/api/v1/cases/{id}/erasures", Erasure("party.representative", "删"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await supervisor.PostJson($"/api/v1/cases/{id}/erasures", Erasure("facts"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await supervisor.PostJson($"/api/v1/cases/{id}/erasures", Erasure(""))).StatusCode);
        foreach (var path in new[] { "party.representative", "party.name" })
        {
            var done = await supervisor.PostJson($"/api/v1/cases/{id}/erasures", Erasure(path));
            Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync());
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await supervisor.PostJson($"/api/v1/cases/{id}/erasures", Erasure("party.name"))).StatusCode);

        var view = await (await cases.Officer.GetAsync($"/api/v1/cases/{id}")).Json();
        Assert.Equal(Payload.Redacted, view.GetProperty("party").GetProperty("name").GetString());
        Assert.Equal(3, view.GetProperty("version").GetInt64());
        var bytes = await Export(cases.Officer, id);
        Assert.DoesNotContain("吴思源", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal((true, 2L), Check(bytes) is { } check ? (check.Holds, check.Erased) : default);
        await cases.Host.Within(async services =>
        {
            var row = await services.GetRequiredService<AppDb>().Set<CaseRow>().AsNoTracking().SingleAsync(found => found.Id == id);
            Assert.Contains(Payload.Redacted, row.PartyName, StringComparison.Ordinal);
            var state = CaseStream.Fold(await services.GetRequiredService<RecordReader>().Read(CaseStream.NameOf(id), CancellationToken.None))!;
            Assert.Equal(JsonSerializer.Serialize(CaseRow.Of(state)), JsonSerializer.Serialize(row));
            return true;
        });
        // The erasure entry of before does not let another value through.
        await cases.Host.Within(services => Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            services.GetRequiredService<AppDb>().Database.ExecuteSqlRawAsync("UPDATE record_field SET salt = NULL, value = NULL WHERE path = 'party.address'")));
        Assert.True((await cases.Head.PostJson($"/api/v1/cases/{id}/steps", new { step = "approve-filing", opinion = "同意立案。" })).IsSuccessStatusCode);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task AccessLog_ManyAtOnce_WritesEachOnceInOneChain(Database database)
    {
        await using var host = await TestHost.Start(database);
        var log = host.Services.GetRequiredService<AccessLog>();
        var reader = new Actor("reader", "读者", null, []);
        await Task.WhenAll(Enumerable.Range(0, 64).Select(async writer =>
        {
            for (var i = 0; i < 5; i++) await log.Write(reader, AccessTable.ViewCase, $"case/{writer}-{i}", null, CancellationToken.None);
            await log.Note(reader, AccessTable.ListCases, "cases");
        }));
        await log.StopAsync(CancellationToken.None);
        await host.Within(async services =>
        {
            var stream = await services.GetRequiredService<AppDb>().Set<RecordEntryRow>().Where(row => row.Actor == "reader").Select(row => row.Stream).Distinct().SingleAsync();
            var entries = await services.GetRequiredService<RecordReader>().Read(stream, CancellationToken.None);
            var check = Chain.Check(entries.Select(entry => entry.Stored), Sm3.Hash);
            Assert.Equal((true, 64L * 6), (check.Holds, check.Entries));
            Assert.Equal(64 * 5 + 1, entries.Select(entry => entry.PayloadAs<ContentRead>().Subject).Distinct().Count());
            return true;
        });
    }

    [Fact]
    public async Task ErasePage_RefusedGround_KeepsWhatWasChosen()
    {
        await using var cases = await CaseHost.Start();
        var supervisor = await cases.Host.SignedIn(new Assignment(Role.JusticeSupervisor, null, null));
        var id = await cases.Propose();
        var page = await (await supervisor.GetAsync($"/office/cases/{id}/erase")).Content.ReadAsStringAsync();
        Assert.Contains("吴思源", page, StringComparison.Ordinal);
        Assert.Contains("1:party.representative", page, StringComparison.Ordinal);
        var record = await (await cases.Officer.GetAsync($"/office/cases/{id}?tab=record")).Content.ReadAsStringAsync();
        Assert.Contains("导出全过程记录", record, StringComparison.Ordinal);
        Assert.Contains("记录完整性校验通过", record, StringComparison.Ordinal);
        Assert.DoesNotContain("删除个人信息", record, StringComparison.Ordinal);
        Assert.Contains("当日校验值", await cases.Host.Client().GetStringAsync("/heads"), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Program, string[] Arguments)> Verifiers() =>
    [
        ("node", [Path.Combine(Root, "docs", "verify-record.mjs")]),
        ("dotnet", [Path.Combine(AppContext.BaseDirectory, "lianzhi.dll"), "verify"]),
    ];

    private static async Task<(int Status, string Output)> Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
