using System.Net;
using System.Text;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Discretion;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Tests.Features.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Discretion;

/// <summary>Benchmarks from the file to the report of a case.</summary>
public sealed class DiscretionTests
{
    private static readonly string[][] Rows =
    [
        ["事项编码", "等次", "适用情形", "幅度起点", "幅度终点"],
        ["CG-030", "从轻", "已及时清运", "0", "20"],
        ["CG-030", "一般", "没有从轻、从重情节", "20", "70"],
        ["CG-030", "从重", "拒不改正", "70", "100"],
    ];

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Benchmark_Imported_BindsTheWorksheetAndTheReport(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        Assert.Empty((await Import(cases, Rows, new DateOnly(2026, 1, 1), dryRun: false)).Errors);
        Assert.Equal(3, (await (await cases.Officer.GetAsync("/api/v1/benchmarks")).Json()).GetProperty("items").GetArrayLength());
        var id = await cases.Propose();
        await cases.At(3, 3);
        await CaseHost.Take(cases.Head, id, new { step = "approve-filing", opinion = "同意立案。" });
        await cases.At(3, 12, 18);
        await CaseHost.Take(cases.Officer, id, new { step = "record-inspection", at = "2026-03-04T09:00:00+08:00", until = "2026-03-04T10:00:00+08:00", place = "工地", present = "吴思源", certificatesShown = true, findings = "渣土未遮盖。", partyOpinion = "马上清运。", officers = cases.Pair });
        Assert.Contains("worksheet-missing", await Refusals(cases, id, Conclude(cases, 1500000)), StringComparison.Ordinal);
        Assert.Contains("departs-from-tier", await Refusals(cases, id, Weigh(cases, 3500000)), StringComparison.Ordinal);
        await CaseHost.Take(cases.Officer, id, Weigh(cases, 1500000));
        Assert.Contains("differs-from-worksheet", await Refusals(cases, id, Conclude(cases, 2000000)), StringComparison.Ordinal);
        var form = WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}/steps/conclude-investigation"));
        Assert.Contains("取自裁量工作单", form, StringComparison.Ordinal);
        Assert.Contains("对应10,000元至28,000元", form, StringComparison.Ordinal);
        await CaseHost.Take(cases.Officer, id, Conclude(cases, 1500000));
        var text = (await (await cases.Officer.GetAsync($"/api/v1/cases/{id}/documents/discretion-sheet")).Json()).GetProperty("text").GetString()!;
        Assert.Contains("裁量等次：从轻处罚", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Benchmark_ImportedAgain_KeepsEarlierDays()
    {
        await using var cases = await CaseHost.Start();
        await Import(cases, Rows, new DateOnly(2026, 1, 1), dryRun: false);
        await Import(cases, [Rows[0], ["CG-030", "从轻", "新基准", "0", "40"]], new DateOnly(2026, 2, 1), dryRun: false);
        await cases.Host.Within(async services =>
        {
            var book = new BenchmarkBook([.. (await services.GetRequiredService<AppDb>().Set<BenchmarkRow>().AsNoTracking().ToListAsync()).Select(row => row.ToTier())]);
            Assert.Equal(3, book.On(new DateOnly(2026, 1, 31)).Count);
            Assert.Equal("新基准", Assert.Single(book.On(new DateOnly(2026, 2, 1))).Circumstances);
            return true;
        });
    }

    [Fact]
    public async Task Benchmark_FileWithFaults_NamesRowAndColumnAndChangesNothing()
    {
        await using var cases = await CaseHost.Start();
        var errors = (await Import(cases, [Rows[0], ["XX-999", "不予", "", "80", "120"], ["CG-030", "从重", "甲", "0", "10"], ["CG-030", "从轻", "乙", "50", "60"]], new DateOnly(2026, 1, 1), dryRun: false)).Errors;
        Assert.Equal(["事项编码", "等次", "适用情形", "幅度终点", "幅度起点", ""], errors.Select(error => error.Column));
        await cases.Host.Within(async services => { Assert.Equal(0, await services.GetRequiredService<AppDb>().Set<BenchmarkRow>().CountAsync()); return true; });
    }

    [Fact]
    public async Task BenchmarksPage_ChecksFirst_AndImportsWhenConfirmed()
    {
        await using var host = await TestHost.Start();
        host.Time.Set(2026, 3, 2);
        var (justice, _) = await host.SignedInAs("监督员", null, new Assignment(Role.JusticeSupervisor, "sf", null));
        var csv = Encoding.UTF8.GetBytes(string.Join('\n', Rows.Select(row => string.Join(',', row))));
        var (_, checkedBody) = await justice.Send("/office/benchmarks", "discretion.import", new() { ["effective"] = "2026-03-01", ["source"] = "示例基准" }, ("file", "b.csv", csv));
        Assert.Contains("预检通过，没有导入", WebUtility.HtmlDecode(checkedBody), StringComparison.Ordinal);
        var (imported, _) = await justice.Send("/office/benchmarks", "discretion.import", new() { ["effective"] = "2026-03-01", ["source"] = "示例基准", ["confirmed"] = "true" }, ("file", "b.csv", csv));
        Assert.Equal(HttpStatusCode.Redirect, imported.StatusCode);
        await host.Within(async services => { Assert.Equal(3, await services.GetRequiredService<AppDb>().Set<BenchmarkRow>().CountAsync()); return true; });
    }

    private static object Weigh(CaseHost cases, long fine) => new
    {
        step = "assess-discretion",
        at = "2026-03-11T10:00:00+08:00",
        circumstances = new[] { "harmRemoved" },
        alternative = 0,
        others = Array.Empty<object>(),
        grade = "lighter",
        fineFen = fine,
        officers = cases.Pair,
    };

    private static object Conclude(CaseHost cases, long fine) => new
    {
        step = "conclude-investigation",
        at = "2026-03-12T10:00:00+08:00",
        facts = "堆放渣土未遮盖。",
        evidence = new[] { new { kind = "现场笔录", title = "现场检查笔录1份", proves = "未遮盖" } },
        breach = "《大气污染防治法》第六十九条",
        penaltyBasis = "《大气污染防治法》第一百一十五条",
        discretion = "从轻。",
        illegalGainFen = 0,
        proposal = new[] { new { kind = "fine", amountFen = fine } },
        majorPublicInterest = false,
        complexFacts = false,
        multipleLegalRelations = false,
        officers = cases.Pair,
    };

    private static async Task<string> Refusals(CaseHost cases, string id, object step)
    {
        var answer = await cases.Officer.PostJson($"/api/v1/cases/{id}/steps", step);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await answer.Json()).ToString();
    }

    private static Task<BenchmarkImport> Import(CaseHost cases, string[][] rows, DateOnly effective, bool dryRun) => cases.Host.Within(async services =>
    {
        services.GetRequiredService<CurrentActor>().Become(Actor.System);
        return (await services.GetRequiredService<ImportBenchmarks>().Run(rows, effective, "示例裁量基准", dryRun, CancellationToken.None)).Value!;
    });
}
