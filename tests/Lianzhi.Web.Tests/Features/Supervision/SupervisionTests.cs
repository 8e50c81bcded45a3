using System.Net;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Tests.Features.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Supervision;

/// <summary>Papers of supervision on the real host: issued, answered, sent back once, closed or followed by a decision.</summary>
public sealed class SupervisionTests
{
    private static object Notice(string? about = null, string? body = null, string dueOn = "2026-03-20") => new
    {
        kind = "notice",
        @case = about,
        body,
        matter = "现场检查记录不全",
        problem = "检查笔录没有见证人签名",
        basis = "行政处罚法 第55条",
        demand = "核查原因，补正程序。",
        dueOn,
    };

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Notice_AboutACase_IsAnsweredSentBackOnceAndClosed(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var (bureau, _) = await cases.Join("李海成", "sf", Role.JusticeSupervisor);
        var about = await cases.Propose();
        var id = await Done(bureau.PostJson("/api/v1/supervision", Notice(about)), HttpStatusCode.Created);
        var view = await (await bureau.GetAsync($"/api/v1/supervision/{id}")).Json();
        Assert.Equal(("漳龙司监通〔2026〕1号", CaseHost.Street, "issued"), (view.GetProperty("number").GetString(), view.GetProperty("body").GetString(), view.GetProperty("state").GetString()));
        Assert.Contains("现场检查记录不全", Text(await cases.Officer.GetStringAsync($"/office/cases/{about}")), StringComparison.Ordinal);
        Assert.Contains("回复区司法局监督通知书", Text(await cases.Head.GetStringAsync("/office")), StringComparison.Ordinal);
        // Another body knows nothing of it, and the officers of this one do not answer for it.
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.GetAsync($"/api/v1/supervision/{id}")).StatusCode);
        Assert.Equal(0, (await (await cases.Stranger.GetAsync("/api/v1/supervision")).Json()).GetProperty("items").GetArrayLength());
        var (other, _) = await cases.Join("王外街", CaseHost.OtherStreet, Role.Head);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostJson($"/api/v1/supervision/{id}/answer", new { version = 1, done = "已办理。" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await cases.Officer.PostJson($"/api/v1/supervision/{id}/answer", new { version = 1, done = "已办理。" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await cases.Head.PostJson("/api/v1/supervision", Notice(about))).StatusCode);
        var version = view.GetProperty("version").GetInt64();
        Assert.Equal(HttpStatusCode.Conflict, (await cases.Head.PostJson($"/api/v1/supervision/{id}/answer", new { version = version + 7, done = "已办理。" })).StatusCode);
        Assert.Contains("supervision-not-answered", await Refused(bureau.PostJson($"/api/v1/supervision/{id}/review", new { version, accepted = true })), StringComparison.Ordinal);

        await Done(cases.Head.PostJson($"/api/v1/supervision/{id}/answer", new { version, done = "正在核查。", materials = "情况说明1份" }));
        Assert.Contains("审核监督回复", Text(await bureau.GetStringAsync("/office")), StringComparison.Ordinal);
        Assert.Contains("\"remark\"", await Refused(bureau.PostJson($"/api/v1/supervision/{id}/review", new { version = await Version(bureau, id), accepted = false, dueOn = "2026-03-27" })), StringComparison.Ordinal);
        await Done(bureau.PostJson($"/api/v1/supervision/{id}/review", new { version = await Version(bureau, id), accepted = false, remark = "没有说明原因。", dueOn = "2026-03-27" }));
        await cases.At(3, 28);
        var late = await (await bureau.GetAsync($"/api/v1/supervision/{id}")).Json();
        Assert.True(late.GetProperty("isOverdue").GetBoolean());
        Assert.Contains("重新指定的回复期限至2026年3月27日", late.GetProperty("clock").ToString(), StringComparison.Ordinal);
        Assert.Contains("逾期未回复监督文书", Text(await bureau.GetStringAsync("/office")), StringComparison.Ordinal);
        Assert.Contains("逾期未回复", Text(await cases.Officer.GetStringAsync($"/office/cases/{about}")), StringComparison.Ordinal);
        await Done(cases.Head.PostJson($"/api/v1/supervision/{id}/answer", new { version = await Version(bureau, id), done = "见证人漏签，已补充情况说明并培训。" }));
        Assert.Contains("supervision-returned-already", await Refused(bureau.PostJson($"/api/v1/supervision/{id}/review", new { version = await Version(bureau, id), accepted = false, remark = "仍不清楚。", dueOn = "2026-04-10" })), StringComparison.Ordinal);
        await Done(bureau.PostJson($"/api/v1/supervision/{id}/review", new { version = await Version(bureau, id), accepted = true }));
        var closed = await (await bureau.GetAsync($"/api/v1/supervision/{id}")).Json();
        Assert.Equal(("closed", 2), (closed.GetProperty("state").GetString(), closed.GetProperty("answers").GetArrayLength()));
        // The case is as it was.
        Assert.Equal("proposed", (await (await cases.Officer.GetAsync($"/api/v1/cases/{about}")).Json()).GetProperty("stage").GetString());
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Forms_FromIssueToDecision_AreTakenAndThePaperIsKept(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var (bureau, _) = await cases.Join("李海成", "sf", Role.JusticeSupervisor);
        var typed = new Dictionary<string, string>
        {
            ["kind"] = "Notice",
            ["body"] = CaseHost.Street,
            ["matter"] = "检查频次超过上限",
            ["problem"] = "同一企业一季度检查四次",
            ["basis"] = "国办发〔2024〕54号",
            ["demand"] = "核查原因并说明。",
            ["dueOn"] = "2026-03-16",
            ["after"] = "",
            ["order"] = "",
        };
        var (empty, page) = await bureau.Send("/office/supervision/new", "supervision.issue", new(typed) { ["matter"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Contains("同一企业一季度检查四次", Text(page), StringComparison.Ordinal);
        var (issued, _) = await bureau.Send("/office/supervision/new", "supervision.issue", typed);
        Assert.Equal(HttpStatusCode.Redirect, issued.StatusCode);
        var address = issued.Headers.Location!.OriginalString;
        var id = address.Split('/')[^1];
        Assert.Contains("漳龙司监通〔2026〕1号", Text(await cases.Head.GetStringAsync(address)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await cases.Head.GetAsync($"{address}.docx")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.GetAsync(address)).StatusCode);
        var decide = new Dictionary<string, string>(typed) { ["kind"] = "Decision", ["order"] = "Correct", ["after"] = id, ["dueOn"] = "2026-04-10", ["demand"] = "立即停止超频次检查。" };
        var (early, why) = await bureau.Send("/office/supervision/new", "supervision.issue", decide);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Contains("回复期限至2026年3月16日", Text(why), StringComparison.Ordinal);

        await cases.At(3, 17);
        Assert.Contains("逾期 1 日", Text(await cases.Head.GetStringAsync(address)), StringComparison.Ordinal);
        var (decided, _) = await bureau.Send("/office/supervision/new", "supervision.issue", decide);
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        Assert.Contains("漳龙司监决〔2026〕1号", Text(await bureau.GetStringAsync(address)), StringComparison.Ordinal);
        Assert.Contains("supervision-not-waiting", await Refused(cases.Head.PostJson($"/api/v1/supervision/{id}/answer", new { version = await Version(bureau, id), done = "补报。" })), StringComparison.Ordinal);
        var (answered, _) = await cases.Head.Send(decided.Headers.Location!.OriginalString, "supervision.answer", new() { ["done"] = "已停止并整改。", ["materials"] = "整改报告1份" });
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        var (accepted, _) = await bureau.Send(decided.Headers.Location!.OriginalString, "supervision.review", new() { ["accepted"] = "yes", ["remark"] = "", ["dueOn"] = "" });
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Contains("已办结", Text(await cases.Head.GetStringAsync("/office/supervision?state=Closed")), StringComparison.Ordinal);
        var kept = await cases.Host.Within(services => services.GetRequiredService<AppDb>().Set<IssuedPaperRow>().AsNoTracking().Where(paper => paper.UnitName == "区司法局").Select(paper => paper.Number).ToListAsync());
        Assert.Equal(["漳龙司监决〔2026〕1号", "漳龙司监通〔2026〕1号"], kept.Order(StringComparer.Ordinal));
        var register = Text(await bureau.GetStringAsync("/office/documents"));
        Assert.Contains($"/office/supervision/{id}", register, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issue_ToWhomItMayNot_IsRefusedByName()
    {
        await using var cases = await CaseHost.Start();
        var (bureau, _) = await cases.Join("李海成", "sf", Role.JusticeSupervisor);
        var about = await cases.Propose();
        Assert.Contains("not-a-subject", await Refused(bureau.PostJson("/api/v1/supervision", Notice(body: "cz"))), StringComparison.Ordinal);
        Assert.Contains("not-the-subject-of-the-case", await Refused(bureau.PostJson("/api/v1/supervision", Notice(about, CaseHost.OtherStreet))), StringComparison.Ordinal);
        Assert.Contains("\"case\"", await Refused(bureau.PostJson("/api/v1/supervision", Notice("nothing"))), StringComparison.Ordinal);
        Assert.Contains("\"after\"", await Refused(bureau.PostJson("/api/v1/supervision", new { kind = "decision", body = CaseHost.Street, after = "nothing" })), StringComparison.Ordinal);
        Assert.Contains("supervision-decision-first", await Refused(bureau.PostJson("/api/v1/supervision",
            new { kind = "decision", body = CaseHost.Street, matter = "超频次检查", problem = "检查四次", basis = "国办发〔2024〕54号", demand = "停止。", order = "correct", dueOn = "2026-03-20" })), StringComparison.Ordinal);
    }

    private static string Text(string html) => WebUtility.HtmlDecode(html);

    private static async Task<long> Version(HttpClient client, string id) => (await (await client.GetAsync($"/api/v1/supervision/{id}")).Json()).GetProperty("version").GetInt64();

    private static async Task<string> Done(Task<HttpResponseMessage> sent, HttpStatusCode status = HttpStatusCode.OK)
    {
        var answer = await sent;
        var body = await answer.Json();
        Assert.True(answer.StatusCode == status, body.ToString());
        return body.GetProperty("id").GetString()!;
    }

    private static async Task<string> Refused(Task<HttpResponseMessage> sent)
    {
        var answer = await sent;
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, $"{(int)answer.StatusCode} {body}");
        return body;
    }
}
