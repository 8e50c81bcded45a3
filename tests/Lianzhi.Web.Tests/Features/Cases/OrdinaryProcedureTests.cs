using System.Net;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Cases;

/// <summary>Hearing, legal review and collective discussion through the forms of the pages.</summary>
public sealed class OrdinaryProcedureTests
{
    private static readonly object Large = new[] { new { kind = "fine", amountFen = 10000000 } };

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task HeardCase_ThroughTheForms_IsReviewedDiscussedAndDecided(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var (hostClient, host) = await cases.Join("钟主持", CaseHost.Street, Role.TownshipDeputy);
        var (recorder, recorderId) = await cases.Join("罗记录", CaseHost.Street, Role.Officer);
        var (reviewer, _) = await cases.Join("谢审核", CaseHost.Street, Role.LegalReviewer, PostKind.LegalReviewer, "法律职业资格（示例）1号");
        await cases.Join("黄副职", CaseHost.Street, Role.DeputyHead, PostKind.DeputyHead);
        var id = await cases.Noticed();
        await CaseHost.Take(cases.Officer, id, new
        {
            step = "serve-prior-notice",
            at = "2026-03-16T15:00:00+08:00",
            facts = "堆放渣土未遮盖。",
            reasons = "从重。",
            penalties = Large,
            tellHearingRight = true,
            service = CaseHost.Handed,
            newFacts = "又发现一处堆放点",
            officers = cases.Pair,
        });
        await CaseHost.Take(cases.Officer, id, new { step = "request-hearing", at = "2026-03-16T17:00:00+08:00", requestedBy = "吴思源" });
        await cases.At(3, 17, 18);
        var notice = new Dictionary<string, string>
        {
            ["at"] = "2026-03-17T10:00",
            ["hearingAt"] = "2026-03-20T09:00",
            ["hearingPlace"] = "会议室",
            ["hostId"] = host,
            ["recorderId"] = recorderId,
            ["service.method"] = "direct",
            ["service.place"] = "当事人办公室",
            ["service.receiver"] = "吴思源",
            ["service.relation"] = "法定代表人",
            ["officers[0]"] = cases.FirstOfficer,
            ["officers[1]"] = cases.SecondOfficer,
        };
        var (early, body) = await cases.Officer.Send($"/office/cases/{id}/steps/serve-hearing-notice", "cases.take-step", notice);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Contains("7个工作日前通知", WebUtility.HtmlDecode(body), StringComparison.Ordinal);
        Assert.Contains("value=\"2026-03-20T09:00\"", body, StringComparison.Ordinal);
        notice["hearingAt"] = "2026-03-27T09:00";
        await Sent(cases.Officer, id, "serve-hearing-notice", notice);
        await Postponed(cases, id, hostClient, recorder);
        (notice["at"], notice["hearingAt"]) = ("2026-03-17T16:00", "2026-03-30T09:00");
        await Sent(cases.Officer, id, "serve-hearing-notice", notice);
        Assert.Equal(["announced:2026-03-30", "putOff:2026-03-27"], (await Announced(cases)).Order());
        Assert.Contains("原定于2026年3月27日", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}/documents/hearing-announcement/1")), StringComparison.Ordinal);
        Assert.Contains("原定3月27日", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}")), StringComparison.Ordinal);

        await cases.At(3, 30, 18);
        await Sent(recorder, id, "hold-hearing", new()
        {
            ["at"] = "2026-03-30T09:00",
            ["until"] = "2026-03-30T10:30",
            ["present"] = "吴思源",
            ["agents[0].name"] = "郑律师",
            ["agents[0].authorisation"] = "授权委托书1份",
            ["charge"] = "渣土未遮盖，建议罚款十万元。",
            ["answer"] = "事实没有异议。",
            ["officers[0]"] = cases.FirstOfficer,
            ["officers[1]"] = cases.SecondOfficer,
        });
        Assert.Empty(await Announced(cases));
        var byOther = await recorder.PostJson($"/api/v1/cases/{id}/steps", new { step = "report-hearing", at = "2026-03-30T17:00:00+08:00", findings = "公开举行", opinion = "uphold", reasons = "事实清楚" });
        Assert.Equal("not-of-hearing", (await byOther.Json()).GetProperty("refusals")[0].GetProperty("code").GetString());
        await CaseHost.Take(hostClient, id, new { step = "report-hearing", at = "2026-03-30T17:00:00+08:00", findings = "公开举行", opinion = "uphold", reasons = "事实清楚" });
        await Sent(cases.Officer, id, "submit-review", new() { ["materials"] = "案卷1册", ["proposal.fine"] = "100000" });

        var desk = WebUtility.HtmlDecode(await reviewer.GetStringAsync("/office/reviews"));
        Assert.Contains("经过听证程序", desk, StringComparison.Ordinal);
        var (returned, review) = await reviewer.Send($"/office/reviews/{id}", "cases.take-step", new() { ["opinion"] = "amend" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, returned.StatusCode);
        Assert.Contains("一次写明全部问题", WebUtility.HtmlDecode(review), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await reviewer.Send($"/office/reviews/{id}", "cases.take-step", new() { ["opinion"] = "amend", ["findings[3].text"] = "没有引用第二项。" })).Response.StatusCode);
        await Sent(cases.Officer, id, "submit-review", new() { ["materials"] = "案卷1册", ["proposal.fine"] = "100000", ["response"] = "已补引第二项" });
        var again = WebUtility.HtmlDecode(await reviewer.GetStringAsync($"/office/reviews/{id}"));
        Assert.Contains("退回后的变化", again, StringComparison.Ordinal);
        // The officers say that they amended; the record says that nothing did.
        Assert.Contains("案卷内容与退回时一致，没有修改。", again, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await reviewer.Send($"/office/reviews/{id}", "cases.take-step", new() { ["opinion"] = "agree" })).Response.StatusCode);

        await cases.At(4, 1, 18);
        await Sent(cases.Head, id, "discuss-collectively", new()
        {
            ["at"] = "2026-04-01T09:00",
            ["until"] = "2026-04-01T10:00",
            ["place"] = "会议室",
            ["presenterId"] = cases.FirstOfficer,
            ["recorderId"] = recorderId,
            ["members[0].opinion"] = "同意。",
            ["members[0].agrees"] = "true",
            ["members[1].opinion"] = "同意。",
            ["members[1].agrees"] = "true",
            ["kind"] = "penalty",
            ["penalties.fine"] = "100000",
            ["result"] = "同意处罚",
        });
        await Sent(cases.Head, id, "make-decision", new() { ["kind"] = "penalty", ["penalties.fine"] = "100000", ["correction"] = "已清运。", ["hearingAnswer"] = "采纳听证意见" });
        var view = await (await cases.Officer.GetAsync($"/api/v1/cases/{id}")).Json();
        Assert.Equal("decided", view.GetProperty("stage").GetString());
        Assert.Contains("集体讨论", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}")), StringComparison.Ordinal);
        var statistics = await (await reviewer.GetAsync("/api/v1/reviews/statistics")).Json();
        Assert.Equal((2, 1, 1), (statistics.GetProperty("rounds").GetInt32(), statistics.GetProperty("opinions").GetProperty("amend").GetInt32(), statistics.GetProperty("aspects").GetProperty("law").GetInt32()));
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task ReviewDesk_BesideTheCase_ShowsOwnOpinionsAndWhatFell(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var (reviewer, _) = await cases.Join("审核员", CaseHost.Street, Role.LegalReviewer, PostKind.LegalReviewer, "法律职业资格（示例）9号");
        var first = await InReview(cases);
        var desk = WebUtility.HtmlDecode(await reviewer.GetStringAsync($"/office/reviews/{first}"));
        Assert.DoesNotContain("我写过的审核意见", desk, StringComparison.Ordinal);
        Assert.DoesNotContain("近期被撤销", desk, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await reviewer.Send($"/office/reviews/{first}", "cases.take-step", new() { ["opinion"] = "amend", ["findings[3].text"] = "没有引用第二项，请补充。" })).Response.StatusCode);
        await cases.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.AddRange(Ended(first, 0, "2026年3月1日撤销（示1号）", CaseHost.Street, fell: true), Ended(first, 1, "2026年3月1日维持（示2号）", CaseHost.Street, fell: false), Ended(first, 2, "2026年3月1日撤销（示3号）", CaseHost.OtherStreet, fell: true));
            return await db.SaveChangesAsync();
        });
        var second = await InReview(cases);
        desk = WebUtility.HtmlDecode(await reviewer.GetStringAsync($"/office/reviews/{second}"));
        Assert.Contains("没有引用第二项，请补充。", desk, StringComparison.Ordinal);
        Assert.Contains("同一事项", desk, StringComparison.Ordinal);
        Assert.Contains("示1号", desk, StringComparison.Ordinal);
        Assert.DoesNotContain("示2号", desk, StringComparison.Ordinal);
        Assert.DoesNotContain("示3号", desk, StringComparison.Ordinal);
        // Whoever does not review the case has neither.
        Assert.DoesNotContain("我写过的审核意见", WebUtility.HtmlDecode(await cases.Head.GetStringAsync($"/office/reviews/{second}")), StringComparison.Ordinal);

        static async Task<string> InReview(CaseHost cases)
        {
            var id = await cases.Noticed();
            await cases.At(3, 25);
            await Sent(cases.Officer, id, "submit-review", new() { ["materials"] = "案卷1册", ["proposal.fine"] = "20000" });
            return id;
        }

        static Lianzhi.Web.Features.Ledgers.LedgerRow Ended(string id, int place, string standing, string unit, bool fell) => new()
        {
            CaseId = id,
            Kind = Core.Cases.LedgerKind.Remedies,
            Place = place,
            Number = "示例",
            Title = "示例案",
            Unit = unit,
            What = "行政复议",
            Standing = standing,
            Since = new(2026, 3, 1),
            DueOn = Core.Calendar.DateText.Last,
            Settled = true,
            Fell = fell,
        };
    }

    [Fact]
    public async Task MinorViolation_ThroughTheForm_EndsWithoutAPenaltyButWithEducation()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        await cases.At(3, 20);
        var (refused, body) = await cases.Head.Send($"/office/cases/{id}/steps/make-decision", "cases.take-step", new() { ["kind"] = "minorCorrected" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("应当对当事人进行教育", WebUtility.HtmlDecode(body), StringComparison.Ordinal);
        await Sent(cases.Head, id, "make-decision", new() { ["kind"] = "minorCorrected", ["education"] = "当面教育" });
        var paper = (await (await cases.Officer.GetAsync($"/api/v1/cases/{id}/documents/no-penalty-decision")).Json()).GetProperty("text").GetString()!;
        Assert.Contains("对当事人进行教育：当面教育", paper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameConduct_FiledFirstElsewhere_WarnsAndIsNotFiledTwice()
    {
        await using var cases = await CaseHost.Start();
        var first = await cases.Propose();
        await cases.At(3, 3);
        await CaseHost.Take(cases.Head, first, new { step = "approve-filing", opinion = "同意立案。" });
        var second = await cases.Propose();
        Assert.Contains("同一当事人同类案件", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{second}")), StringComparison.Ordinal);
    }

    /// <summary>The party asks twice for another day: the host refuses once and grants it then; whoever reads the portal sees it.</summary>
    private static async Task Postponed(CaseHost cases, string id, HttpClient host, HttpClient recorder)
    {
        var portal = WebUtility.HtmlDecode(await cases.Host.Client().GetStringAsync("/hearings"));
        Assert.Contains("2026年3月27日", portal, StringComparison.Ordinal);
        Assert.Contains("公开举行", portal, StringComparison.Ordinal);
        await Sent(cases.Officer, id, "request-postponement", new() { ["at"] = "2026-03-17T11:00", ["requestedBy"] = "吴思源", ["reason"] = "出差。" });
        var (byRecorder, body) = await recorder.Send($"/office/cases/{id}/steps/refuse-postponement", "cases.take-step", new() { ["at"] = "2026-03-17T12:00", ["reason"] = "可以委托代理人。" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, byRecorder.StatusCode);
        Assert.Contains("由听证主持人作出", WebUtility.HtmlDecode(body), StringComparison.Ordinal);
        await Sent(host, id, "refuse-postponement", new() { ["at"] = "2026-03-17T12:00", ["reason"] = "可以委托代理人。" });
        await Sent(cases.Officer, id, "request-postponement", new() { ["at"] = "2026-03-17T13:00", ["requestedBy"] = "吴思源", ["reason"] = "因病住院。" });
        await Sent(host, id, "adjourn-hearing", new() { ["at"] = "2026-03-17T14:00", ["reason"] = "当事人因病住院。" });
        Assert.Equal(["putOff:2026-03-27"], await Announced(cases));
    }

    private static async Task<string[]> Announced(CaseHost cases) =>
        [.. (await (await cases.Host.Client().GetAsync("/api/v1/public/hearings")).Json()).GetProperty("items").EnumerateArray().Select(line => $"{line.GetProperty("standing").GetString()}:{line.GetProperty("on").GetString()}")];

    private static async Task Sent(HttpClient client, string id, string step, Dictionary<string, string> values)
    {
        var (done, body) = await client.Send($"/office/cases/{id}/steps/{step}", "cases.take-step", values);
        Assert.True(done.StatusCode == HttpStatusCode.Redirect, $"{step}: {(int)done.StatusCode} {WebUtility.HtmlDecode(body)}");
    }
}
