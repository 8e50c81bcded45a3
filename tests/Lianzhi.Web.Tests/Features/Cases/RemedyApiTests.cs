using System.Net;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Features.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Cases;

/// <summary>Reviews and suits against one of several decisions, and the agreement on the execution, through the API and the pages, on both databases.</summary>
public sealed class RemedyApiTests
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Demolition_AnnulledByTheCourt_IsNotCarriedOutAndThePenaltyStands(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await Demolishing(cases);
        var (penalty, demolition) = (await Number(cases, id, ContestedKind.Penalty), await Number(cases, id, ContestedKind.Demolition));

        // The form offers what was served, the penalty first, and sends its number.
        await cases.At(10, 10);
        var form = WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}/steps/record-suit"));
        Assert.Contains($"行政处罚决定书 {penalty}", form, StringComparison.Ordinal);
        Assert.Contains($"强制拆除决定书 {demolition}", form, StringComparison.Ordinal);
        var (sued, body) = await cases.Officer.Send($"/office/cases/{id}/steps/record-suit", "cases.take-step", new()
        {
            ["target"] = demolition,
            ["at"] = "2026-10-09T10:00",
            ["court"] = "漳州市龙文区人民法院",
            ["number"] = "（2026）闽0603行初8号",
            ["copyOn"] = "2026-10-10",
            ["request"] = "请求撤销强制拆除决定",
        });
        Assert.True(sued.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(body));
        Assert.Contains($"强制拆除决定书 {demolition}", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}")), StringComparison.Ordinal);

        await cases.At(10, 12, 18);
        object carryOut = new
        {
            step = "carry-out-demolition",
            at = "2026-10-12T09:00:00+08:00",
            until = "2026-10-12T15:00:00+08:00",
            place = "湘桥路",
            findings = "已拆除。",
            inventory = Array.Empty<object>(),
            witness = "吴思源在场",
            noUtilitiesCut = true,
            officers = cases.Pair,
        };
        Assert.Contains("remedies-pending", await Refused(cases.Officer, id, carryOut));
        await CaseHost.Take(cases.Officer, id, new { step = "record-judgment", at = "2026-10-12T10:00:00+08:00", number = "（2026）闽0603行初8号", result = "annulled", penalties = Array.Empty<object>(), note = "程序违法。" });
        Assert.Contains("decision-overturned", await Refused(cases.Officer, id, carryOut));
        var state = await State(cases, id);
        Assert.Equal((null, 2000000, false), (state.Execution.Overturned, state.OwedFen, state.Stands(demolition)));
        // The penalty can still be contested, the annulled decision no more.
        var again = WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}/steps/record-suit"));
        Assert.Contains(penalty, again, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{demolition}\"", again, StringComparison.Ordinal);
        Assert.Contains("already-annulled", await Refused(cases.Officer, id, new { step = "record-review-application", at = "2026-10-12T11:00:00+08:00", organ = "区政府", request = "撤销", target = demolition }));
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task PenaltyAndSurcharge_ContestedAtOnce_AreToldApartByTheirNumbers(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await Surcharged(cases);
        var (penalty, surcharge) = (await Number(cases, id, ContestedKind.Penalty), await Number(cases, id, ContestedKind.Surcharge));
        await cases.At(4, 20);
        // Without a number it is the penalty, as it always was.
        await CaseHost.Take(cases.Officer, id, new { step = "record-review-application", at = "2026-04-15T10:00:00+08:00", organ = "漳州市龙文区人民政府", request = "请求撤销处罚决定" });
        await CaseHost.Take(cases.Officer, id, new { step = "record-review-application", at = "2026-04-16T10:00:00+08:00", organ = "漳州市龙文区人民政府", request = "请求撤销加处罚款决定", target = surcharge });
        var unnamed = await cases.Officer.PostJson($"/api/v1/cases/{id}/steps", new { step = "record-review-decision", at = "2026-04-20T08:00:00+08:00", number = "决1号", result = "annulled", penalties = Array.Empty<object>(), note = "" });
        Assert.Equal((HttpStatusCode.BadRequest, true), (unnamed.StatusCode, (await unnamed.Json()).GetProperty("errors").TryGetProperty("target", out _)));
        await CaseHost.Take(cases.Officer, id, new { step = "record-review-decision", at = "2026-04-20T08:00:00+08:00", number = "决1号", result = "annulled", penalties = Array.Empty<object>(), note = "没有告知标准。", target = surcharge });
        var state = await State(cases, id);
        Assert.Equal((true, false, 2000000), (state.Stands(penalty), state.Stands(surcharge), state.OwedFen));
        Assert.Equal([penalty], state.Execution.OpenReviews.Select(review => review.Applied.Target!.Number));
        await CaseHost.Take(cases.Officer, id, new { step = "record-review-decision", at = "2026-04-20T08:30:00+08:00", number = "决2号", result = "upheld", penalties = Array.Empty<object>(), note = "" });
        // Its own terms: sixty days and six months from its own service.
        var clocks = (await (await cases.Head.GetAsync($"/api/v1/cases/{id}/clocks")).Json()).GetProperty("items").EnumerateArray()
            .Where(clock => clock.GetProperty("label").GetString()!.EndsWith("（加处罚款决定书）", StringComparison.Ordinal)).ToList();
        Assert.Contains(clocks, clock => clock.GetProperty("id").GetString() == "reconsideration" && clock.GetProperty("due").GetString() == "2026-06-09");
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Agreement_MadeKeptThenBroken_StopsTheForceAndLetsItGoOn(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await Surcharged(cases);
        await cases.At(9, 28, 18);
        await CaseHost.Take(cases.Officer, id, new { step = "serve-demand", at = "2026-09-28T10:00:00+08:00", term = "十日内到银行缴纳。", service = CaseHost.Handed, officers = cases.Pair });
        await cases.At(10, 13);
        object agreement = new
        {
            step = "make-agreement",
            plan = new[] { new { dueOn = "2026-11-09", amountFen = 1000000 }, new { dueOn = "2026-12-09", amountFen = 1000000 } },
            remedy = "已复绿堆土地块。",
            waivedFen = 500000,
            harmsNobody = true,
            signedBy = "吴思源",
        };
        Assert.Equal(HttpStatusCode.Forbidden, (await cases.Officer.PostJson($"/api/v1/cases/{id}/steps", agreement)).StatusCode);
        await CaseHost.Take(cases.Head, id, agreement);
        // While it is kept nothing is enforced.
        object court = new { step = "apply-to-court", request = "强制执行。", property = "渣土车2辆。" };
        Assert.Contains("agreement-in-force", await Refused(cases.Head, id, court));
        Assert.Contains("agreement-kept", await Refused(cases.Head, id, new { step = "end-agreement", reason = "不放心。" }));
        await cases.At(11, 9, 18);
        await CaseHost.Take(cases.Officer, id, new { step = "record-payment", at = "2026-11-09T10:00:00+08:00", fineFen = 1000000, surchargeFen = 0, receipt = "闽财票0002" });
        Assert.Contains("agreement-kept", await Refused(cases.Head, id, new { step = "end-agreement", reason = "不放心。" }));
        Assert.Contains("执行协议", WebUtility.HtmlDecode(await cases.Head.GetStringAsync($"/office/cases/{id}")), StringComparison.Ordinal);
        // The second part is missed: the head ends it, what was let off is owed again, and the court may be asked.
        await cases.At(12, 10);
        await CaseHost.Take(cases.Head, id, new { step = "end-agreement", reason = "第二期到期未缴。" });
        Assert.Equal(2000000, CaseSurcharge.OpenFen(await State(cases, id), new DateOnly(2026, 12, 10)));
        await CaseHost.Take(cases.Head, id, court);
        Assert.NotNull((await State(cases, id)).Execution.Court);
    }

    /// <summary>A surcharge imposed and served on 10 April.</summary>
    private static async Task<string> Surcharged(CaseHost cases)
    {
        var id = await ExecutionApiTests.Served(cases);
        await cases.At(4, 10, 18);
        await CaseHost.Take(cases.Head, id, new { step = "impose-surcharge", reason = "逾期。" });
        await CaseHost.Take(cases.Officer, id, new { step = "serve-paper", at = "2026-04-10T18:00:00+08:00", paper = "surcharge", service = CaseHost.Handed, officers = cases.Pair });
        return id;
    }

    /// <summary>A decision that orders to take down a shed, served on 25 March, and the decision to do so by force on 29 September.</summary>
    private static async Task<string> Demolishing(CaseHost cases)
    {
        var id = await cases.Noticed();
        await cases.At(3, 20);
        await CaseHost.Take(cases.Head, id, new { step = "make-decision", kind = "penalty", penalties = new[] { new { kind = "fine", amountFen = 2000000 } }, correction = "限期十日内自行拆除彩钢棚。", defenceAnswer = "" });
        await cases.At(3, 25, 15);
        await CaseHost.Take(cases.Officer, id, new { step = "serve-decision", at = "2026-03-25T10:00:00+08:00", service = CaseHost.Handed, publicityTold = true, officers = cases.Pair });
        await cases.At(4, 1, 18);
        await CaseHost.Take(cases.Officer, id, new { step = "announce-demolition", at = "2026-04-01T10:00:00+08:00", building = "彩钢棚86平方米", selfDemolishBy = "2026-04-15", postedAt = "湘桥路现场", officers = cases.Pair });
        await CaseHost.Take(cases.Officer, id, new { step = "serve-demand", at = "2026-04-01T11:00:00+08:00", term = "收到催告书之日起十日内自行拆除", duty = "拆除彩钢棚", service = CaseHost.Handed, officers = cases.Pair });
        await cases.At(9, 29);
        object decide = new { step = "decide-demolition", legalBasis = "《中华人民共和国城乡规划法》第六十八条", governmentOrder = "漳龙政〔2026〕88号", manner = "机械拆除", plannedOn = "2026-10-12", noUtilitiesCut = true };
        Assert.Equal(["measure-review-missing"], await Refused(cases.Head, id, decide));
        await Reviewed(cases, id);
        await CaseHost.Take(cases.Head, id, decide);
        await cases.At(9, 30, 18);
        await CaseHost.Take(cases.Officer, id, new { step = "serve-paper", paper = "demolition", at = "2026-09-30T10:00:00+08:00", service = CaseHost.Handed, officers = cases.Pair });
        return id;
    }

    /// <summary>Officers send the demolition to legal review on its page, the reviewer finds it on the desk and among the to-dos, sends it back once and agrees.</summary>
    private static async Task Reviewed(CaseHost cases, string id)
    {
        var (reviewer, _) = await cases.Join("谢审核", CaseHost.Street, Role.LegalReviewer, PostKind.LegalReviewer, "法律职业资格（示例）1号");
        Assert.Contains("submit-measure-review", await cases.Officer.GetStringAsync($"/office/cases/{id}"), StringComparison.Ordinal);
        await Sent(cases.Officer, $"/office/cases/{id}/steps/submit-measure-review", new() { ["act"] = "demolition", ["materials"] = "案卷1册" });
        Assert.Contains("法制审核中", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}")), StringComparison.Ordinal);
        Assert.Contains("measure-review-open", await Refused(cases.Head, id, new { step = "decide-demolition", legalBasis = "", governmentOrder = "", manner = "", plannedOn = "2026-10-12", noUtilitiesCut = true }));

        Assert.Contains("重大行政强制：强制拆除", WebUtility.HtmlDecode(await reviewer.GetStringAsync("/office/reviews")), StringComparison.Ordinal);
        Assert.Contains($"/office/reviews/{id}?round=1", WebUtility.HtmlDecode(await reviewer.GetStringAsync("/office")), StringComparison.Ordinal);
        var page = $"/office/reviews/{id}?round=1";
        Assert.Contains("彩钢棚86平方米", WebUtility.HtmlDecode(await reviewer.GetStringAsync(page)), StringComparison.Ordinal);
        // The head is no reviewer at all.
        Assert.Equal(HttpStatusCode.Forbidden, (await cases.Head.PostJson($"/api/v1/cases/{id}/steps", new { step = "review-measure", opinion = "agree", findings = Array.Empty<object>() })).StatusCode);
        await Sent(reviewer, page, new() { ["opinion"] = "amend", ["findings[4].text"] = "没有公告张贴的照片。" });
        Assert.Contains("measure-review-not-passed", await Refused(cases.Head, id, new { step = "decide-demolition", legalBasis = "", governmentOrder = "", manner = "", plannedOn = "2026-10-12", noUtilitiesCut = true }));
        await Sent(cases.Officer, $"/office/cases/{id}/steps/submit-measure-review", new() { ["act"] = "demolition", ["materials"] = "案卷1册", ["response"] = "已补照片2张。" });
        var again = WebUtility.HtmlDecode(await reviewer.GetStringAsync($"/office/reviews/{id}"));
        Assert.Contains("退回后的变化", again, StringComparison.Ordinal);
        Assert.Contains("没有公告张贴的照片", again, StringComparison.Ordinal);
        await Sent(reviewer, $"/office/reviews/{id}", new() { ["opinion"] = "agree" });
        Assert.DoesNotContain($"/office/reviews/{id}", await reviewer.GetStringAsync("/office/reviews"), StringComparison.Ordinal);
        Assert.Contains("送审事项", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}/documents/review-opinion/1")), StringComparison.Ordinal);
    }

    private static async Task Sent(HttpClient person, string page, Dictionary<string, string> fields)
    {
        var (answer, body) = await person.Send(page, "cases.take-step", fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(body));
    }

    private static Task<CaseState> State(CaseHost cases, string id) =>
        cases.Host.Within(async services => (await services.GetRequiredService<CaseStream>().Load(id, CancellationToken.None))!);

    private static async Task<string> Number(CaseHost cases, string id, ContestedKind kind) =>
        Contestable.Of(await State(cases, id)).Single(one => one.Decision.Kind == kind).Decision.Number;

    private static async Task<IReadOnlyList<string>> Refused(HttpClient person, string id, object step)
    {
        var answer = await person.PostJson($"/api/v1/cases/{id}/steps", step);
        Assert.False(answer.IsSuccessStatusCode);
        return [.. (await answer.Json()).GetProperty("refusals").EnumerateArray().Select(refusal => refusal.GetProperty("code").GetString()!)];
    }
}
