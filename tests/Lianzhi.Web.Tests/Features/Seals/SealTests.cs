using System.Net;
using System.Text.Json;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Seals;
using Lianzhi.Web.Features.Settings;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Tests.Features.Cases;
using Lianzhi.Web.Tests.Features.Inspections;
using Lianzhi.Web.Tests.Features.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Seals;

/// <summary>The seal of a street: asked for an issued paper, approved, set by its keeper, counted.</summary>
public sealed class SealTests
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Seal_OfAPaperNobodySigned_WaitsForTheHead(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var (keeper, _) = await cases.Join("黄印安", CaseHost.Street, Role.SealKeeper);
        var id = await cases.Noticed();
        var paper = await Mark(cases.Officer, id, "correction-order");
        var seal = await PlanHost.Done(cases.Officer.PostJson("/api/v1/seals", new { paper, copies = 3, straddle = true }));
        var asked = await Read(cases.Officer, seal);
        Assert.Equal(("requested", false, 1), (asked.GetProperty("stage").GetString(), asked.GetProperty("signedBefore").GetBoolean(), asked.GetProperty("version").GetInt64()));
        Assert.Equal((paper, id), (asked.GetProperty("paper").GetString(), asked.GetProperty("fileId").GetString()));
        Assert.StartsWith("漳龙蓝印〔2026〕", asked.GetProperty("number").GetString(), StringComparison.Ordinal);
        Assert.Contains("seal-already-asked", await PlanHost.Refused(cases.Officer.PostJson("/api/v1/seals", new { paper, copies = 1 })), StringComparison.Ordinal);
        Assert.Contains("seal-not-approved", await PlanHost.Refused(Use(keeper, seal, 1, 3)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await cases.Officer.PostJson($"/api/v1/seals/{seal}/approve", new { version = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await cases.Head.PostJson($"/api/v1/seals/{seal}/approve", new { version = 0 })).StatusCode);
        await PlanHost.Done(cases.Head.PostJson($"/api/v1/seals/{seal}/approve", new { version = 1 }));
        Assert.Equal("周海波", (await Read(keeper, seal)).GetProperty("signedBy").GetString());
        Assert.Contains("seal-more-than-approved", await PlanHost.Refused(Use(keeper, seal, 2, 4)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await Use(keeper, seal, 1, 2)).StatusCode);
        await PlanHost.Done(Use(keeper, seal, 2, 2));
        Assert.Contains("seal-finished", await PlanHost.Refused(Use(keeper, seal, 3, 2)), StringComparison.Ordinal);
        var done = await Read(cases.Officer, seal);
        Assert.Equal(("sealed", 2, "黄印安"), (done.GetProperty("stage").GetString(), done.GetProperty("usedCopies").GetInt32(), done.GetProperty("keeper").GetString()));
        Assert.Equal(3, await Entries(cases, seal));
        // What was sealed once is sealed again for a purpose only.
        Assert.Contains("\"purpose\"", await PlanHost.Refused(cases.Officer.PostJson("/api/v1/seals", new { paper, copies = 1 })), StringComparison.Ordinal);
        await PlanHost.Done(cases.Officer.PostJson("/api/v1/seals", new { paper, copies = 1, purpose = "复议机关调取" }));
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Seal_OfADecisionTheHeadSigned_GoesToTheKeeperAtOnce(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var (keeper, _) = await cases.Join("黄印安", CaseHost.Street, Role.SealKeeper);
        var id = await cases.Noticed();
        await cases.At(3, 24);
        await CaseHost.Take(cases.Head, id, CaseHost.Decision(2000000));
        var seal = await PlanHost.Done(cases.Officer.PostJson("/api/v1/seals", new { paper = await Mark(cases.Officer, id, "penalty-decision"), copies = 4, straddle = true }));
        var asked = await Read(keeper, seal);
        Assert.Equal(("approved", true, "周海波", "2026-03-24"), (asked.GetProperty("stage").GetString(), asked.GetProperty("signedBefore").GetBoolean(), asked.GetProperty("signedBy").GetString(), asked.GetProperty("signedOn").GetString()));
        Assert.Contains("seal-finished", await PlanHost.Refused(cases.Head.PostJson($"/api/v1/seals/{seal}/approve", new { version = 1 })), StringComparison.Ordinal);
        Assert.Contains("not-the-keeper", await PlanHost.Refused(cases.Head.PostJson($"/api/v1/seals/{seal}/return", new { version = 1, reason = "份数有误" })), StringComparison.Ordinal);
        await PlanHost.Done(keeper.PostJson($"/api/v1/seals/{seal}/return", new { version = 1, reason = "缺最后一页" }));
        Assert.Equal("缺最后一页", (await Read(cases.Officer, seal)).GetProperty("returnReason").GetString());
        // Returned, it is asked for anew; a decision that was revoked is not sealed any more.
        var again = await PlanHost.Done(cases.Officer.PostJson("/api/v1/seals", new { paper = await Mark(cases.Officer, id, "penalty-decision"), copies = 4 }));
        await CaseHost.Take(cases.Head, id, new { step = "amend-decision", kind = "revoked", reason = "当事人认定有误", penalties = Array.Empty<object>(), decideAnew = false });
        Assert.Contains("paper-not-in-force", await PlanHost.Refused(Use(keeper, again, 1, 4, hour: "09:00")), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Seal_OfForeignBodiesAndDrafts_IsRefused(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var (foreign, _) = await cases.Join("许外印", CaseHost.OtherStreet, Role.SealKeeper);
        var (foreignHead, _) = await cases.Join("潘外长", CaseHost.OtherStreet, Role.Head, PostKind.Head);
        var id = await cases.Noticed();
        var paper = await Mark(cases.Officer, id, "prior-notice");
        Assert.Equal(HttpStatusCode.Forbidden, (await cases.Stranger.PostJson("/api/v1/seals", new { paper, copies = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await cases.Chief.PostJson("/api/v1/seals", new { paper, copies = 1 })).StatusCode);
        foreach (var nothing in new[] { "E1-20260316-AAAAAA", "", null })
            Assert.Contains("paper-not-issued", await PlanHost.Refused(cases.Officer.PostJson("/api/v1/seals", new { paper = nothing, copies = 1 })), StringComparison.Ordinal);
        Assert.DoesNotContain(await Papers(cases.Officer, id), one => one.GetProperty("kind").GetString() == "penalty-decision");
        var seal = await PlanHost.Done(cases.Officer.PostJson("/api/v1/seals", new { paper, copies = 1 }));
        foreach (var stranger in new[] { cases.Stranger, foreign, foreignHead })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/v1/seals/{seal}")).StatusCode);
            Assert.Empty((await (await stranger.GetAsync("/api/v1/seals")).Json()).GetProperty("items").EnumerateArray());
        }
        Assert.Equal(HttpStatusCode.NotFound, (await foreignHead.PostJson($"/api/v1/seals/{seal}/approve", new { version = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Use(foreign, seal, 1, 1)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.GetAsync($"/office/seals/{seal}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await cases.Chief.GetAsync("/api/v1/seals")).StatusCode);
    }

    /// <summary>The same person in three roles is still one person.</summary>
    [Fact]
    public async Task Seal_AskedApprovedAndKeptByOnePerson_IsRefused()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var seal = await PlanHost.Done(cases.Officer.PostJson("/api/v1/seals", new { paper = await Mark(cases.Officer, id, "prior-notice"), copies = 1 }));
        var (asker, _) = await cases.Host.SignedInAs("林晓岚", cases.FirstOfficer, new Assignment(Role.SealKeeper, CaseHost.Street, "A1"), new Assignment(Role.Head, CaseHost.Street, "A1"));
        Assert.Contains("signer-not-head", await PlanHost.Refused(asker.PostJson($"/api/v1/seals/{seal}/approve", new { version = 1 })), StringComparison.Ordinal);
        await PlanHost.Done(cases.Head.PostJson($"/api/v1/seals/{seal}/approve", new { version = 1 }));
        Assert.Contains("seal-asker-keeps", await PlanHost.Refused(Use(asker, seal, 2, 1)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await Use(cases.Head, seal, 2, 1)).StatusCode);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Requests_ManyAtOnceForOnePaper_OnlyOneIsKept(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var paper = await Mark(cases.Officer, await cases.Noticed(), "prior-notice");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => cases.Officer.PostJson("/api/v1/seals", new { paper, copies = 1 })));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(1, await cases.Host.Within(services => services.GetRequiredService<AppDb>().Set<SealRequestRow>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Requests_SentAgainWithTheSameKey_AreOne(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var paper = await Mark(cases.Officer, await cases.Noticed(), "prior-notice");
        var first = await PlanHost.Done(cases.Officer.PostJson("/api/v1/seals", new { paper, copies = 2 }, "once"));
        Assert.Equal(first, await PlanHost.Done(cases.Officer.PostJson("/api/v1/seals", new { paper, copies = 2 }, "once")));
        Assert.Equal(HttpStatusCode.BadRequest, (await cases.Officer.PostJson("/api/v1/seals", new { paper, copies = "2" })).StatusCode);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Seal_OfAnInspectionNotice_RestsOnTheApprovalOfTheInspection(Database database)
    {
        await using var host = await InspectionHost.Start(database);
        var id = await host.Noticed();
        var (mark, _) = await host.Notice(id);
        var asked = await Read(host.People.Officer, await PlanHost.Done(host.People.Officer.PostJson("/api/v1/seals", new { paper = mark, copies = 2 })));
        Assert.Equal(("approved", "周海波", true), (asked.GetProperty("stage").GetString(), asked.GetProperty("signedBy").GetString(), asked.GetProperty("ofInspection").GetBoolean()));
        Assert.Contains("待用印 2 份", Text(await host.People.Officer.GetStringAsync($"/office/inspections/{id}/documents/inspection-notice/0")), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Pages_AskApproveRegisterPrint_WorkWithoutScripts(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var (keeper, _) = await cases.Join("黄印安", CaseHost.Street, Role.SealKeeper);
        var id = await cases.Noticed();
        var paper = await Mark(cases.Officer, id, "prior-notice");
        Assert.Contains("没有符合条件的用印登记", Text(await cases.Officer.GetStringAsync("/office/seals")), StringComparison.Ordinal);
        Assert.Contains($"/office/seals/new?file={id}&amp;paper={paper}", await cases.Officer.GetStringAsync($"/office/cases/{id}/documents/prior-notice/0"), StringComparison.Ordinal);
        Assert.Contains("草稿、还没有批准或者还没有取得文号的文书不能用印", Text(await cases.Officer.GetStringAsync($"/office/cases/{id}/documents/penalty-decision/0")), StringComparison.Ordinal);
        var bad = await cases.Officer.Send($"/office/seals/new?file={id}&paper={paper}", "seals.request", new() { ["paper"] = paper, ["copies"] = "一百", ["straddle"] = "yes", ["purpose"] = "送达" });
        Assert.Equal(HttpStatusCode.BadRequest, bad.Response.StatusCode);
        Assert.Contains("一百", Text(bad.Body), StringComparison.Ordinal);
        var made = await cases.Officer.Send($"/office/seals/new?file={id}&paper={paper}", "seals.request", new() { ["paper"] = paper, ["copies"] = "3", ["straddle"] = "yes", ["purpose"] = "" });
        Assert.Equal(HttpStatusCode.Redirect, made.Response.StatusCode);
        var page = made.Response.Headers.Location!.OriginalString;
        Assert.Contains("批准用印：行政处罚事先告知书", Text(await cases.Head.GetStringAsync("/office/sign")), StringComparison.Ordinal);
        Assert.DoesNotContain("登记用印", Text(await keeper.GetStringAsync("/office")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await cases.Head.Send($"{page}/steps/approve", "seals.approve", [])).Response.StatusCode);
        Assert.DoesNotContain("批准用印", Text(await cases.Head.GetStringAsync("/office/sign")), StringComparison.Ordinal);
        Assert.Contains("用印：行政处罚事先告知书", Text(await keeper.GetStringAsync("/office")), StringComparison.Ordinal);
        Assert.Contains("/steps/register", await keeper.GetStringAsync(page), StringComparison.Ordinal);
        Assert.DoesNotContain("/steps/register", await cases.Officer.GetStringAsync(page), StringComparison.Ordinal);
        var many = await keeper.Send($"{page}/steps/register", "seals.register", new() { ["at"] = "2026-03-16T18:00", ["copies"] = "9", ["straddle"] = "yes", ["spoilt"] = "1", ["spoiltReason"] = "", ["takenBy"] = "林晓岚" });
        Assert.Equal(HttpStatusCode.BadRequest, many.Response.StatusCode);
        Assert.Contains("实际用印不得超过批准的份数", Text(many.Body), StringComparison.Ordinal);
        var used = await keeper.Send($"{page}/steps/register", "seals.register", new() { ["at"] = "2026-03-16T18:00", ["copies"] = "2", ["straddle"] = "no", ["spoilt"] = "1", ["spoiltReason"] = "盖歪，当场销毁", ["takenBy"] = "林晓岚" });
        Assert.Equal(HttpStatusCode.Redirect, used.Response.StatusCode);
        var slip = Text(await cases.Officer.GetStringAsync(page));
        foreach (var words in new[] { "用印审批单", "3份", "2份，未加盖骑缝章", "1份：盖歪，当场销毁", "周海波", "黄印安" }) Assert.Contains(words, slip, StringComparison.Ordinal);
        Assert.Contains("已用印 2 份", Text(await cases.Officer.GetStringAsync($"/office/cases/{id}/documents/prior-notice/0")), StringComparison.Ordinal);
        Assert.Contains("已用印 2 份", Text(await cases.Officer.GetStringAsync($"/office/cases/{id}?tab=documents")), StringComparison.Ordinal);
        var sheet = Text(await keeper.GetStringAsync($"/office/seals/sheet?unit={CaseHost.Street}&year=2026"));
        Assert.Contains("作废1：盖歪，当场销毁", sheet, StringComparison.Ordinal);
        Assert.Contains("本年度还没有用印", Text(await keeper.GetStringAsync($"/office/seals/sheet?unit={CaseHost.Street}&year=2025")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await keeper.GetAsync($"{page}/slip.docx")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await keeper.GetAsync($"{page}/steps/nonsense")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await keeper.GetAsync($"/office/cases/{id}")).StatusCode);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Register_ByStageKindAndDay_IsPagedNewestFirst(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await cases.Noticed();
        foreach (var kind in new[] { "correction-order", "prior-notice" })
        {
            await PlanHost.Done(cases.Officer.PostJson("/api/v1/seals", new { paper = await Mark(cases.Officer, id, kind), copies = 1 }));
            // Of two in the same millisecond chance would decide which is the newer.
            cases.Host.Time.Advance(TimeSpan.FromMinutes(1));
        }
        var first = await (await cases.Officer.GetAsync("/api/v1/seals?limit=1&stage=requested")).Json();
        var rest = await (await cases.Officer.GetAsync($"/api/v1/seals?limit=1&stage=requested&after={Uri.EscapeDataString(first.GetProperty("next").GetString()!)}")).Json();
        Assert.Equal(["prior-notice", "correction-order"], first.GetProperty("items").EnumerateArray().Concat(rest.GetProperty("items").EnumerateArray()).Select(one => one.GetProperty("kind").GetString()));
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("next").ValueKind);
        foreach (var (query, count) in new[] { ("kind=prior-notice", 1), ("stage=sealed", 0), ("from=2026-03-16&to=2026-03-16", 2), ("to=2026-03-15", 0), ($"unit={CaseHost.OtherStreet}", 0) })
            Assert.Equal(count, (await (await cases.Officer.GetAsync($"/api/v1/seals?{query}")).Json()).GetProperty("items").GetArrayLength());
        foreach (var wrong in new[] { "kind=nothing", "stage=nothing", "from=gestern", "after=x" }) Assert.Equal(HttpStatusCode.BadRequest, (await cases.Officer.GetAsync($"/api/v1/seals?{wrong}")).StatusCode);
    }

    [Fact]
    public async Task Pages_WhereSealsComeFromThePlatform_SaySo()
    {
        await using var cases = await CaseHost.Start();
        Assert.DoesNotContain("闽执法的电子印章", Text(await cases.Officer.GetStringAsync("/office/seals")), StringComparison.Ordinal);
        await cases.Host.Within(async services => await services.GetRequiredService<ChangeSetting>().Run(PlatformSettings.NumbersAndSeal.Key, null, "yes", new DateOnly(2026, 3, 2), "省平台通知", true, "按省平台通知调整", 0, CancellationToken.None) is { IsOk: true } done ? done.Value : throw new InvalidOperationException());
        Assert.Contains("闽执法的电子印章", Text(await cases.Officer.GetStringAsync("/office/seals")), StringComparison.Ordinal);
        Assert.Contains("闽执法的电子印章", Text(await cases.Officer.GetStringAsync("/office/seals/new")), StringComparison.Ordinal);
    }

    private static string Text(string page) => WebUtility.HtmlDecode(page);

    private static async Task<JsonElement[]> Papers(HttpClient client, string id) => [.. (await (await client.GetAsync($"/api/v1/cases/{id}/issued-papers")).Json()).GetProperty("items").EnumerateArray()];

    private static async Task<string> Mark(HttpClient client, string id, string kind) => (await Papers(client, id)).Last(paper => paper.GetProperty("kind").GetString() == kind).GetProperty("mark").GetString()!;

    private static async Task<JsonElement> Read(HttpClient client, string seal) => await (await client.GetAsync($"/api/v1/seals/{seal}")).Json();

    private static Task<HttpResponseMessage> Use(HttpClient keeper, string seal, long version, int copies, string hour = "18:00") =>
        keeper.PostJson($"/api/v1/seals/{seal}/register", new { version, at = $"2026-03-{(hour == "18:00" ? "16" : "24")}T{hour}:00+08:00", copies, straddle = false, spoilt = 0, takenBy = "林晓岚" });

    private static Task<int> Entries(CaseHost cases, string seal) =>
        cases.Host.Within(services => services.GetRequiredService<AppDb>().Set<RecordEntryRow>().CountAsync(entry => entry.Stream == $"seal/{seal}"));
}
