using System.Net;
using System.Text.Json;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Powers;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Powers;
using Lianzhi.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Cases;

/// <summary>Measures and transfers through the API and the pages.</summary>
public sealed class MeasureTests
{
    private static readonly object[] Goods = [new { name = "自卸货车", specification = "闽E·示001", quantity = "1", unit = "辆" }];

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Sealing_RequestedApprovedTestedLifted_RunsItsClockAndMakesItsPapers(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await Filed(cases);
        var request = new { step = "request-measure", at = "2026-03-05T09:00:00+08:00", kind = "seizure", goods = Goods, reason = "可能被转移", legalBasis = "《示例条例》第三十条", officers = cases.Pair };
        Assert.Equal("coercion-not-handed-on", await Refusal(cases.Officer, id, request));
        await HandOnCoercion(cases);
        await CaseHost.Take(cases.Officer, id, request);
        Assert.Equal(HttpStatusCode.Forbidden, (await cases.Officer.PostJson($"/api/v1/cases/{id}/steps", new { step = "approve-measure", request = 0, opinion = "同意。" })).StatusCode);
        await CaseHost.Take(cases.Head, id, new { step = "approve-measure", request = 0, opinion = "同意。" });
        await cases.At(3, 5, 18);
        await CaseHost.Take(cases.Officer, id, Seal(cases));
        await cases.At(3, 10, 18);
        await CaseHost.Take(cases.Officer, id, new
        {
            step = "commission-test",
            at = "2026-03-10T09:00:00+08:00",
            kind = "检测",
            specimen = "渣土",
            institution = "示例检测有限公司",
            question = "成分",
            sealing = 0,
            from = "2026-03-11",
            until = "2026-03-20",
            toldInWriting = true,
            service = CaseHost.Handed,
            officers = cases.Pair,
        });
        await cases.At(3, 12, 18);
        var sealing = await Clock(cases, id, "sealing");
        Assert.Equal("2026-04-14", sealing.GetProperty("due").GetString());
        var ledger = Assert.Single((await (await cases.Head.GetAsync("/api/v1/ledgers/goods")).Json()).GetProperty("items").EnumerateArray());
        Assert.Equal((id, "2026-04-14", true), (ledger.GetProperty("caseId").GetString(), ledger.GetProperty("dueOn").GetString(), ledger.GetProperty("open").GetBoolean()));
        Assert.Contains("自卸货车 闽E·示001 1辆", ledger.GetProperty("what").GetString(), StringComparison.Ordinal);
        Assert.Contains(id, await cases.Chief.GetStringAsync("/office/ledgers"), StringComparison.Ordinal);
        Assert.Empty((await (await cases.Stranger.GetAsync("/api/v1/ledgers/goods?all=true")).Json()).GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Head.GetAsync("/api/v1/ledgers/tools")).StatusCode);
        await CaseHost.Take(cases.Head, id, new { step = "lift-sealing", sealing = 0, ground = "unrelated", reason = "车辆与违法行为无关。" });
        Assert.Equal("met", (await Clock(cases, id, "sealing")).GetProperty("state").GetString());
        // Lifted, but not given back: the line waits until it is written where the goods went.
        Assert.Contains("待退还", Assert.Single((await (await cases.Head.GetAsync("/api/v1/ledgers/goods")).Json()).GetProperty("items").EnumerateArray()).GetProperty("standing").GetString(), StringComparison.Ordinal);
        await CaseHost.Take(cases.Officer, id, new
        {
            step = "record-custody",
            at = "2026-03-12T17:00:00+08:00",
            sealing = 0,
            action = "returned",
            goods = new[] { new { name = "自卸货车", specification = "闽E·示001", quantity = "1", unit = "辆" } },
            place = "停车场",
            receiver = "吴思源",
            basis = "解除扣押决定书",
            officers = cases.Pair,
        });
        Assert.Empty((await (await cases.Head.GetAsync("/api/v1/ledgers/goods")).Json()).GetProperty("items").EnumerateArray());
        Assert.Contains("已解除", Assert.Single((await (await cases.Head.GetAsync("/api/v1/ledgers/goods?all=true")).Json()).GetProperty("items").EnumerateArray()).GetProperty("standing").GetString(), StringComparison.Ordinal);
        // What stood there before the ledgers did is found again in the record.
        await cases.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var kept = await db.Set<Lianzhi.Web.Features.Ledgers.LedgerRow>().AsNoTracking().SingleAsync();
            await db.Set<Lianzhi.Web.Features.Ledgers.LedgerRow>().ExecuteDeleteAsync();
            foreach (var capability in Capabilities.All) await capability.Migrated(db, default);
            Assert.Equivalent(kept, await db.Set<Lianzhi.Web.Features.Ledgers.LedgerRow>().AsNoTracking().SingleAsync());
            return true;
        });

        var papers = (await (await cases.Officer.GetAsync($"/api/v1/cases/{id}/documents")).Json()).GetProperty("items").EnumerateArray().Select(paper => paper.GetProperty("kind").GetString()!).ToHashSet();
        Assert.Superset(new HashSet<string> { "measure-approval", "sealing-decision", "sealing-record", "test-notice", "sealing-lifting" }, papers);
        var text = (await (await cases.Officer.GetAsync($"/api/v1/cases/{id}/documents/sealing-decision")).Json()).GetProperty("text").GetString()!;
        Assert.Contains("漳龙蓝强决〔2026〕1号", text, StringComparison.Ordinal);
        Assert.Contains("自2026年3月5日至2026年4月4日", text, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}"));
        Assert.Contains("措施和移送", page, StringComparison.Ordinal);
        Assert.Contains("已解除", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CrimeTransfer_OnPages_IsDecidedByTheHeadAndShowsItsHours()
    {
        await using var cases = await CaseHost.Start();
        var id = await Filed(cases);
        await cases.At(3, 5, 12);
        var (reported, body) = await cases.Officer.Send($"/office/cases/{id}/steps/report-crime", "cases.take-step", new()
        {
            ["at"] = "2026-03-05T10:00",
            ["crime"] = "污染环境罪",
            ["articles"] = "刑法第三百三十八条",
            ["facts"] = "含危险废物3.2吨。",
            ["officers[0]"] = cases.FirstOfficer,
            ["officers[1]"] = cases.SecondOfficer,
        });
        Assert.True(reported.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(body));
        Assert.Contains("决定是否移送公安机关", WebUtility.HtmlDecode(await cases.Head.GetStringAsync($"/office/cases/{id}")), StringComparison.Ordinal);
        var (decided, _) = await cases.Head.Send($"/office/cases/{id}/steps/decide-crime-transfer", "cases.take-step", new() { ["transfer"] = "true", ["reason"] = "同意移送。" });
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        var clocks = WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}?tab=clocks"));
        Assert.Contains("向公安机关移送", clocks, StringComparison.Ordinal);
        Assert.Contains("还剩24小时", clocks, StringComparison.Ordinal);
        Assert.Equal("wrong-police", await Refusal(cases.Officer, id, new { step = "hand-over-crime", at = "2026-03-05T12:00:00+08:00", police = "蓝田派出所", receiver = "王警官", materials = CaseSteps.TransferMaterials, officers = cases.Pair }));
    }

    [Fact]
    public async Task DeclaredForm_Refused_KeepsEveryKindOfAnswer()
    {
        await using var cases = await CaseHost.Start();
        var id = await Filed(cases);
        await HandOnCoercion(cases);
        var (refused, body) = await cases.Officer.Send($"/office/cases/{id}/steps/request-measure", "cases.take-step", new()
        {
            ["at"] = "2026-03-05T08:30",
            ["kind"] = "seizure",
            ["goods"] = "自卸货车｜闽E·示001｜一",
            ["reason"] = "可能被转移",
            ["legalBasis"] = "《示例条例》",
            ["officers[0]"] = cases.FirstOfficer,
            ["officers[1]"] = cases.SecondOfficer,
        });
        var page = WebUtility.HtmlDecode(body);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("写成：名称｜规格｜数量｜单位｜备注", page, StringComparison.Ordinal);
        Assert.Contains("自卸货车｜闽E·示001｜一", page, StringComparison.Ordinal);
        Assert.Matches("value=\"seizure\" checked", page);
    }

    [Theory]
    [InlineData("""{ "step": "take-sample", "at": "2026-03-05T09:00:00+08:00", "place": "", "goods": [{ "name": "样" }], "method": "", "purpose": "", "present": "", "certificatesShown": true, "officers": [] }""", "goods[0].quantity")]
    [InlineData("""{ "step": "lift-sealing", "sealing": "0", "ground": "other", "reason": "x" }""", "sealing")]
    [InlineData("""{ "step": "lift-sealing", "sealing": 0, "ground": "Other", "reason": "x", "extra": 1 }""", "")]
    [InlineData("""{ "step": "approve-measure", "request": 2147483648, "opinion": "x" }""", "request")]
    [InlineData("""{ "step": "send-letter", "at": "2026-03-05T09:00:00+08:00", "kind": "assistance", "to": "", "subject": "", "reason": "", "materials": [null], "officers": [] }""", "materials[0]")]
    public async Task Measures_BadInput_NameTheMember(string body, string member)
    {
        await using var cases = await CaseHost.Start();
        var id = await Filed(cases);
        var client = body.Contains("lift-sealing", StringComparison.Ordinal) || body.Contains("approve-measure", StringComparison.Ordinal) ? cases.Head : cases.Officer;
        var answer = await client.PostAsync($"/api/v1/cases/{id}/steps", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains((await answer.Json()).GetProperty("errors").EnumerateObject(), error => member.Length == 0 || error.Name == member);
    }

    private static object Seal(CaseHost cases) => new
    {
        step = "seal-goods",
        at = "2026-03-05T11:00:00+08:00",
        until = "2026-03-05T11:30:00+08:00",
        kind = "seizure",
        reason = "用于违法倾倒。",
        legalBasis = "《示例条例》第三十条",
        goods = Goods,
        noLivingNecessities = true,
        sealedElsewhere = false,
        keptAt = "停车场",
        keeper = "郑启明",
        certificatesShown = true,
        partyTold = true,
        present = "吴思源",
        partyOpinion = "无异议。",
        service = CaseHost.Handed,
        officers = cases.Pair,
    };

    private static async Task<string> Filed(CaseHost cases)
    {
        var id = await cases.Propose();
        await cases.At(3, 3);
        await CaseHost.Take(cases.Head, id, new { step = "approve-filing", opinion = "同意立案。" });
        await cases.At(3, 5, 10);
        return id;
    }

    /// <summary>The empowerment of the street says that it hands on sealing too.</summary>
    private static async Task HandOnCoercion(CaseHost cases) => await cases.Host.Within(async services =>
    {
        services.GetRequiredService<CurrentActor>().Become(Actor.System);
        var row = await services.GetRequiredService<AppDb>().Set<EmpowermentRow>().AsNoTracking().SingleAsync(one => one.Item == "CG-030" && one.Township == CaseHost.Street);
        var changed = await services.GetRequiredService<ChangeEmpowerment>().Run(row.Item, row.Township, row.Version,
            new EmpowermentChange(row.From, null, row.Decision, null, true, null, null, DepartmentPart.Guide, "承接确认书（示例）第3条"), "补登强制措施权", CancellationToken.None);
        Assert.True(changed.IsOk, string.Join(' ', changed.Refusals));
        return true;
    });

    private static async Task<JsonElement> Clock(CaseHost cases, string id, string clock) =>
        (await (await cases.Officer.GetAsync($"/api/v1/cases/{id}/clocks")).Json()).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("id").GetString() == clock);

    private static async Task<string?> Refusal(HttpClient person, string id, object step)
    {
        var answer = await person.PostJson($"/api/v1/cases/{id}/steps", step);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await answer.Json()).GetProperty("refusals")[0].GetProperty("code").GetString();
    }
}
