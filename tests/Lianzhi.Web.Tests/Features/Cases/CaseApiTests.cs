using System.Net;
using System.Text.Json;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Cases;

public sealed class CaseApiTests
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task WholePath_EachByItsOwnRole_EndsClosedPublishedAndRebuildable(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await cases.Noticed();

        // The last day of the defence period is still too early, and says until when.
        await cases.At(3, 19);
        var early = await cases.Head.PostJson($"/api/v1/cases/{id}/steps", CaseHost.Decision(2000000));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Equal("defence-period-running", (await early.Json()).GetProperty("refusals")[0].GetProperty("code").GetString());

        await cases.At(3, 20);
        await CaseHost.Take(cases.Head, id, CaseHost.Decision(2000000));
        await cases.At(3, 25, 15);
        await CaseHost.Take(cases.Officer, id, new { step = "serve-decision", at = "2026-03-25T10:00:00+08:00", service = CaseHost.Handed, publicityTold = true, officers = cases.Pair });
        await CaseHost.Take(cases.Head, id, new { step = "decide-publication", publish = true, ground = "具有一定社会影响", days = 90 });
        await CaseHost.Take(cases.Officer, id, new { step = "record-payment", at = "2026-03-25T14:00:00+08:00", fineFen = 2000000, surchargeFen = 0, receipt = "闽财票0001" });
        await CaseHost.Take(cases.Head, id, new { step = "close-case", outcome = "罚款已缴清，渣土已清运。" });

        var view = await (await cases.Officer.GetAsync($"/api/v1/cases/{id}")).Json();
        Assert.Equal("closed", view.GetProperty("stage").GetString());
        Assert.Equal("漳龙蓝立〔2026〕1号", view.GetProperty("number").GetString());
        Assert.Equal("漳龙蓝罚〔2026〕1号", view.GetProperty("decisionNumber").GetString());
        var published = (await (await cases.Host.Client().GetAsync("/api/v1/public/decisions")).Json()).GetProperty("items");
        Assert.Equal("漳龙蓝罚〔2026〕1号", published[0].GetProperty("decisionNumber").GetString());
        var record = await (await cases.Officer.GetAsync($"/api/v1/cases/{id}/record")).Json();
        Assert.True(record.GetProperty("isWhole").GetBoolean());
        Assert.Equal(view.GetProperty("version").GetInt64(), record.GetProperty("items").GetArrayLength());
        Assert.Equal(["filing-proposed", "case-filed"], record.GetProperty("items").EnumerateArray().Take(2).Select(entry => entry.GetProperty("type").GetString()!));

        // Every row is what its record says.
        await cases.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            foreach (var row in await db.Set<CaseRow>().AsNoTracking().ToListAsync())
            {
                var state = CaseStream.Fold(await services.GetRequiredService<RecordReader>().Read(CaseStream.NameOf(row.Id), CancellationToken.None))!;
                Assert.Equal(JsonSerializer.Serialize(CaseRow.Of(state)), JsonSerializer.Serialize(row));
                var officers = await db.Set<CaseOfficerRow>().AsNoTracking().Where(officer => officer.CaseId == row.Id).ToListAsync();
                Assert.Equal(state.Officers.Select(officer => officer.Id).Order(StringComparer.Ordinal), officers.Select(officer => officer.OfficerId).Order(StringComparer.Ordinal));
                Assert.All(officers, officer => Assert.Equal(row.DueOn, officer.DueOn));
            }
            return true;
        });
    }

    [Fact]
    public async Task Steps_ByTheWrongHands_AreForbidden()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Propose();
        var approval = new { step = "approve-filing", opinion = "同意。" };
        Assert.Equal(HttpStatusCode.Forbidden, (await cases.Officer.PostJson($"/api/v1/cases/{id}/steps", approval)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await cases.Chief.PostJson($"/api/v1/cases/{id}/steps", approval)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.PostJson($"/api/v1/cases/{id}/steps", approval)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.GetAsync($"/api/v1/cases/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await cases.Chief.GetAsync($"/api/v1/cases/{id}")).StatusCode);
        Assert.Equal(0, (await (await cases.Stranger.GetAsync("/api/v1/cases")).Json()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Propose_OneOfficerOrAStranger_IsRefusedWithTheArticleAndKeepsNothing()
    {
        await using var cases = await CaseHost.Start();
        var answer = await cases.Officer.PostJson("/api/v1/cases", cases.Proposal(officers: [cases.FirstOfficer]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var refusal = (await answer.Json()).GetProperty("refusals")[0];
        Assert.Equal("crew-too-small", refusal.GetProperty("code").GetString());
        Assert.Contains("行政处罚法", refusal.GetProperty("basis").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, (await (await cases.Officer.GetAsync("/api/v1/cases")).Json()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Steps_OfAnOldVersion_AreStale()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Propose();
        var first = await cases.Head.PostJson($"/api/v1/cases/{id}/steps", new { version = 1, step = "approve-filing", opinion = "同意。" });
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var second = await cases.Head.PostJson($"/api/v1/cases/{id}/steps", new { version = 1, step = "refuse-filing", reason = "重复" });
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal(2, (await second.Json()).GetProperty("version").GetInt64());
    }

    [Theory]
    [InlineData("""{ "opinion": "同意" }""", "step")]
    [InlineData("""{ "step": "approve-filing" }""", "opinion")]
    [InlineData("""{ "step": "approve-filing", "opinion": "同意", "extra": 1 }""", "")]
    [InlineData("""{ "step": "approve-filing", "opinion": 5 }""", "opinion")]
    [InlineData("""{ "step": "approve-filing", "opinion": null }""", "opinion")]
    [InlineData("""{ "step": "record-inspection", "at": "2026-03-04", "until": "2026-03-04T10:00:00+08:00", "place": "", "present": "", "certificatesShown": true, "findings": "", "partyOpinion": "", "officers": [null] }""", "officers[0]")]
    [InlineData("""{ "step": "order-correction", "at": "2026-03-04T10:00:00+08:00", "breach": "", "requirement": "", "dueOn": "2026-03-09", "service": {}, "officers": [] }""", "service.method")]
    [InlineData("[]", "")]
    public async Task Steps_BadInput_NameTheMember(string body, string member)
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Propose();
        var answer = await cases.Head.PostAsync($"/api/v1/cases/{id}/steps", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var errors = (await answer.Json()).GetProperty("errors").EnumerateObject().Select(error => error.Name);
        Assert.Contains(errors, name => member.Length == 0 || name == member);
    }

    [Fact]
    public async Task OnTheSpot_TwoHundredYuan_IsNumberedServedAndNotGivenTwice()
    {
        await using var cases = await CaseHost.Start();
        object Penalty(long fen, string item = "SZ-001", string? distinct = null) => new
        {
            at = "2026-03-02T08:30:00+08:00",
            source = "巡查发现",
            party = new { kind = "citizen", name = "陈大明", bornOn = "1990-01-01" },
            itemCode = item,
            township = CaseHost.Street,
            address = "湘桥路人行道",
            facts = "占用人行道堆放建材。",
            breach = "《城市道路管理条例》第二十七条",
            penaltyBasis = "《城市道路管理条例》第四十二条",
            penalties = new[] { new { kind = "fine", amountFen = fen } },
            certificatesShown = true,
            oralNotice = true,
            partyOpinion = "无异议。",
            correction = "当场清理。",
            receiver = "陈大明",
            officers = cases.Pair,
            distinctConduct = distinct,
        };
        var high = await cases.Officer.PostJson("/api/v1/cases/on-the-spot", Penalty(20001));
        Assert.Equal("on-spot-limit", (await high.Json()).GetProperty("refusals")[0].GetProperty("code").GetString());
        var first = await (await cases.Officer.PostJson("/api/v1/cases/on-the-spot", Penalty(20000))).Json();
        Assert.Equal("漳龙蓝当罚〔2026〕1号", first.GetProperty("number").GetString());
        var again = await cases.Officer.PostJson("/api/v1/cases/on-the-spot", Penalty(10000));
        Assert.Equal("second-fine", (await again.Json()).GetProperty("refusals")[0].GetProperty("code").GetString());
        // The same conduct may be filed under another item.
        var other = await cases.Officer.PostJson("/api/v1/cases/on-the-spot", Penalty(10000, "SZ-008"));
        Assert.Equal("perhaps-second-fine", (await other.Json()).GetProperty("refusals")[0].GetProperty("code").GetString());
        var distinct = await (await cases.Officer.PostJson("/api/v1/cases/on-the-spot", Penalty(10000, "SZ-008", "另一处路段挖掘后未清理"))).Json();
        Assert.Equal("漳龙蓝当罚〔2026〕2号", distinct.GetProperty("number").GetString());
    }

    [Fact]
    public async Task NextStepsAndClocks_OfANoticedCase_SayWhenADecisionIsLawful()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var steps = (await (await cases.Head.GetAsync($"/api/v1/cases/{id}/next-steps")).Json()).GetProperty("items").EnumerateArray().ToList();
        var decide = steps.Single(step => step.GetProperty("step").GetString() == "make-decision");
        Assert.False(decide.GetProperty("allowed").GetBoolean());
        Assert.Equal("2026-03-20", decide.GetProperty("earliestOn").GetString());
        var clocks = (await (await cases.Officer.GetAsync($"/api/v1/cases/{id}/clocks")).Json()).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["decision", "reconsideration", "suit", "filing", "correction", "defence", "lateEntry"], clocks.Select(clock => clock.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task List_PageByPage_GivesEachCaseOnceInBothOrders()
    {
        await using var cases = await CaseHost.Start();
        for (var i = 0; i < 5; i++) await cases.Propose();
        foreach (var sort in new[] { "new", "due" })
        {
            var seen = new List<string>();
            for (string? next = ""; next is not null;)
            {
                var page = await (await cases.Officer.GetAsync($"/api/v1/cases?limit=2&sort={sort}&stage=proposed&after={next}")).Json();
                seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
                next = page.GetProperty("next").GetString();
            }
            Assert.Equal((5, 5), (seen.Count, seen.Distinct().Count()));
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await cases.Officer.GetAsync("/api/v1/cases?stage=none-such")).StatusCode);
    }

    [Fact]
    public void Reader_KnowsEveryStep() =>
        Assert.All(CaseFlow.Lines, line => Assert.All(CommandReader.Read(line.Step, []).Refusals, refusal => Assert.Equal("缺少此项。", refusal.Message)));
}
