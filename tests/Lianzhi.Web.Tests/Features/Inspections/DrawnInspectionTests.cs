using System.Net;
using Lianzhi.Web.Features.Organisation;
using Lianzhi.Web.Tests.Features.Cases;
using Microsoft.Extensions.DependencyInjection;
using static Lianzhi.Web.Tests.Features.Inspections.InspectionHost;

namespace Lianzhi.Web.Tests.Features.Inspections;

/// <summary>Inspections of drawn targets by drawn officers, and changes of whom a notice names.</summary>
public sealed class DrawnInspectionTests
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task DrawnTarget_FromDrawToResult_IsInspectedByWhomWasDrawnAndPublished(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        var (officer, head) = (made.People.Officer, made.People.Head);
        var (draw, drawn) = await Drawn(made);
        var third = await Officer(made, "蓝三");
        Assert.Contains("\"drawn\"", await Refused(officer.PostJson("/api/v1/inspections", new { source = "draw", target = made.Target, unit = CaseHost.Street, requirements = new[] { "市容环境检查" }, officers = made.People.Pair, reason = "双随机" })), StringComparison.Ordinal);
        var added = await Refused(officer.PostJson("/api/v1/inspections", Proposal([.. made.People.Pair, third])));
        Assert.True(added.Contains("crew-not-drawn", StringComparison.Ordinal), added);
        var unexplained = await Refused(officer.PostJson("/api/v1/inspections", Proposal([made.People.FirstOfficer, third])));
        Assert.Contains("crewReason", unexplained, StringComparison.Ordinal);
        Assert.Contains("replacement-ground-missing", await Refused(officer.PostJson("/api/v1/inspections", Proposal([made.People.FirstOfficer, third], "otherDuty", "参加听证"))), StringComparison.Ordinal);
        Assert.Contains("\"unit\"", await Refused(made.People.Stranger.PostJson("/api/v1/inspections", new { drawn, unit = CaseHost.OtherStreet, requirements = new[] { "市容环境检查" }, officers = made.People.Pair })), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await officer.GetStringAsync($"/office/draws/{draw}"));
        Assert.Contains($"/office/inspections/new?drawn={drawn}", page, StringComparison.Ordinal);
        Assert.Contains("抽中的检查人员", WebUtility.HtmlDecode(await officer.GetStringAsync($"/office/inspections/new?drawn={drawn}")), StringComparison.Ordinal);

        var (proposed, _) = await officer.Send($"/office/inspections/new?drawn={drawn}", "inspections.propose", new()
        {
            ["drawn"] = drawn,
            ["target"] = made.Target,
            ["unit"] = CaseHost.Street,
            ["requirements"] = "市容环境检查",
            ["day"] = "2026-03-05",
            ["officers"] = third,
        });
        Assert.Equal(HttpStatusCode.BadRequest, proposed.StatusCode);
        var id = await made.Propose(Proposal([made.People.FirstOfficer, third], "illness", "住院手术"));
        Assert.Contains("inspection-known", await Refused(officer.PostJson("/api/v1/inspections", Proposal(made.People.Pair))), StringComparison.Ordinal);
        var read = await made.Read(id);
        Assert.Equal((draw, drawn, "draw"), (read.GetProperty("drawId").GetString(), read.GetProperty("drawnId").GetString(), read.GetProperty("source").GetString()));
        Assert.Contains("公开编号SSJ-", read.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("郑启明", read.GetProperty("crewChanges").ToString(), StringComparison.Ordinal);
        Assert.Contains("公开编号SSJ-", (await (await officer.GetAsync($"/api/v1/inspections/{id}/documents/inspection-approval")).Json()).GetProperty("text").GetString(), StringComparison.Ordinal);

        // Nobody learns the day beforehand.
        Assert.Equal("waiting", (await Outcome(made, draw)).GetProperty("state").GetString());
        await Done(Step(head, id, "approve", new { agrees = true, opinion = "同意检查。" }));
        await Done(Step(officer, id, "notify", new { manner = "onArrival", why = "双随机抽查依规定不预先告知" }));
        await made.People.At(3, 5);
        await Done(Step(officer, id, "start", new { code = Code, certificatesShown = true }));
        await Done(Step(officer, id, "check", new { items = new object[] { new { position = 1, finding = "conforms" }, new { position = 2, finding = "conforms" } } }));
        await Done(Step(officer, id, "record", new { present = "陈某某，店长", situation = "未发现问题。", signedBy = "陈某某", officersSigned = new[] { made.People.FirstOfficer, third } }));
        await Done(Step(officer, id, "conclude", new { conclusion = "nothingFound", text = "未发现问题。" }));
        var inspected = await Outcome(made, draw);
        Assert.Equal(("inspected", System.Text.Json.JsonValueKind.Null), (inspected.GetProperty("state").GetString(), inspected.GetProperty("conclusion").ValueKind));
        await Done(Step(officer, id, "tell-result", new { receiver = "陈某某" }));
        Assert.Equal(("told", "nothingFound"), ((await Outcome(made, draw)).GetProperty("state").GetString(), (await Outcome(made, draw)).GetProperty("conclusion").GetString()));
        var shown = WebUtility.HtmlDecode(await made.Host.Client().GetStringAsync($"/draws/{draw}"));
        foreach (var said in new[] { "未发现问题", "郑启明因故不能到场，由蓝三替换", "公开编号", "2026年3月5日检查" }) Assert.Contains(said, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("住院", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("/office/", shown, StringComparison.Ordinal);
        Assert.Contains($"/office/inspections/{id}", await officer.GetStringAsync($"/office/draws/{draw}"), StringComparison.Ordinal);

        object Proposal(object[] officers, string? crewGround = null, string? crewReason = null) => crewGround is null
            ? new { drawn, unit = CaseHost.Street, requirements = new[] { "市容环境检查" }, officers, day = "2026-03-05" }
            : new { drawn, unit = CaseHost.Street, requirements = new[] { "市容环境检查" }, officers, day = "2026-03-05", crewGround, crewReason };
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Board_DrawnInspection_IsAJobOfWhomWasDrawnAndDoneWithItsRecord(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        var (officer, chief) = (made.People.Officer, made.People.Chief);
        var third = await Officer(made, "蓝三");
        foreach (var kind in new[] { "vehicle", "bodyCamera" }) await Done(chief.PostJson("/api/v1/equipment", new { kind, name = kind, stockNumber = kind, area = "A1" }));
        var (_, drawn) = await Drawn(made, [third]);
        var id = await made.Propose(new { drawn, unit = CaseHost.Street, requirements = new[] { "市容环境检查" }, officers = made.People.Pair, day = "2026-03-05" });
        await made.People.At(3, 5);
        await Done(chief.PostJson("/api/v1/dispatch/boards", new { area = "A1", day = "2026-03-05" }));
        Assert.DoesNotContain("drawnInspection", (await Board()).ToString(), StringComparison.Ordinal);
        await Done(Step(made.People.Head, id, "approve", new { agrees = true, opinion = "同意检查。" }));
        await Done(chief.PostJson("/api/v1/dispatch/boards", new { area = "A1", day = "2026-03-05" }));
        await Done(chief.PostJson("/api/v1/dispatch/boards", new { area = "A1", day = "2026-03-05" }));
        var job = Assert.Single((await Board()).GetProperty("jobs").EnumerateArray(), one => one.GetProperty("kind").GetString() == "drawnInspection");
        Assert.Equal((id, "must"), (job.GetProperty("reference").GetString(), job.GetProperty("urgency").GetString()));
        var key = job.GetProperty("id").GetString()!;
        var page = WebUtility.HtmlDecode(await chief.GetStringAsync("/office/dispatch?area=A1&day=2026-03-05"));
        Assert.Contains("抽取的检查人员：", page, StringComparison.Ordinal);
        Assert.Contains("按抽取人员新编小组", page, StringComparison.Ordinal);

        Assert.Contains("drawn-officer-missing", await Refused(Act("arrange", new { version = await Version(), act = "newCrew", job = key, officer = made.People.FirstOfficer, leaving = third })), StringComparison.Ordinal);
        foreach (var other in (await Board()).GetProperty("jobs").EnumerateArray().Select(one => one.GetProperty("id").GetString()!).Where(one => one != key)) await Done(Act("drop-job", new { job = other, reason = "另日办理" }));
        await Done(Act("propose", new { version = await Version() }));
        var crew = Assert.Single((await Board()).GetProperty("crews").EnumerateArray());
        var crewId = crew.GetProperty("id").GetString()!;
        Assert.Equal(made.People.Pair.Select(one => $"{one}").Order(StringComparer.Ordinal), crew.GetProperty("officers").EnumerateArray().Select(one => one.GetString()!).Order(StringComparer.Ordinal));
        var second = made.People.Pair.Select(one => $"{one}").Single(one => one != made.People.FirstOfficer);
        Assert.Contains("drawn-officer-missing", await Refused(Act("arrange", new { version = await Version(), act = "moveOfficer", crew = crewId, officer = third, leaving = second })), StringComparison.Ordinal);
        await Done(Act("issue", new { version = await Version() }));

        // The draw's rule of exchange, on record in the inspection: the board follows and asks for the other.
        await Done(Step(officer, id, "change-crew", new { officers = new[] { made.People.FirstOfficer, third }, ground = "illness", reason = "住院" }));
        Assert.Contains("不得另行指派", WebUtility.HtmlDecode(await chief.GetStringAsync($"/office/dispatch/crews/{crewId}")), StringComparison.Ordinal);
        await Done(Act("replan", new { version = await Version(), reason = "抽取人员患病更换" }));
        Assert.Contains(third, Assert.Single((await Board()).GetProperty("crews").EnumerateArray()).GetProperty("officers").ToString(), StringComparison.Ordinal);
        Assert.Contains("not-noticed", await Refused(Order("acknowledge", "start")), StringComparison.Ordinal);
        await Done(Step(officer, id, "notify", new { manner = "onArrival", why = "双随机抽查依规定不预先告知" }));
        await Done(Order("start"));
        Assert.Contains("inspection-not-done", await Refused(officer.PostJson($"/api/v1/dispatch/crews/{crewId}/report-job", new { job = key, done = true })), StringComparison.Ordinal);
        await Done(Step(officer, id, "start", new { code = Code, certificatesShown = true }));
        await Done(Step(officer, id, "check", new { items = new object[] { new { position = 1, finding = "conforms" }, new { position = 2, finding = "conforms" } } }));
        await Done(Step(officer, id, "record", new { present = "陈某某，店长", situation = "未发现问题。", signedBy = "陈某某", officersSigned = new[] { made.People.FirstOfficer, third } }));
        var after = await Board();
        Assert.Equal("done", after.GetProperty("jobs").EnumerateArray().Single().GetProperty("state").GetString());
        Assert.Equal("done", Assert.Single(after.GetProperty("crews").EnumerateArray()).GetProperty("stage").GetString());

        async Task<System.Text.Json.JsonElement> Board() => await (await chief.GetAsync("/api/v1/dispatch/boards?area=A1&day=2026-03-05")).Json();

        async Task<long> Version() => (await Board()).GetProperty("version").GetInt64();

        Task<HttpResponseMessage> Act(string act, object body) => chief.PostJson($"/api/v1/dispatch/boards/A1-20260305/{act}", body);

        async Task<HttpResponseMessage> Order(params string[] steps)
        {
            HttpResponseMessage? answer = null;
            foreach (var step in steps) answer = await officer.PostJson($"/api/v1/dispatch/crews/{crewId}/{step}", new { });
            return answer!;
        }
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Crew_ChangedAfterTheNotice_IsToldBesideItOrByANewOne(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        var officer = made.People.Officer;
        var third = await Officer(made, "蓝三");
        var id = await made.Noticed();
        var (mark, _) = await made.Notice(id);
        var pair = new[] { made.People.FirstOfficer, third };
        var missing = await Refused(Step(officer, id, "change-crew", new { officers = pair }));
        foreach (var field in new[] { "\"ground\"", "\"reason\"", "\"receiver\"" }) Assert.Contains(field, missing, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await Step(made.People.Chief, id, "change-crew", new { officers = pair, ground = "leave", reason = "年休假", receiver = "陈某某" })).StatusCode);
        Assert.Contains("crew-too-small", await Refused(Step(officer, id, "change-crew", new { officers = new[] { third }, ground = "leave", reason = "年休假", receiver = "陈某某" })), StringComparison.Ordinal);
        await Done(Step(officer, id, "change-crew", new { officers = pair, ground = "leave", reason = "年休假", receiver = "陈某某，店长" }));
        var notice = WebUtility.HtmlDecode(await made.Host.Client().GetStringAsync($"/inspections/notice?mark={mark}"));
        foreach (var said in new[] { "人员变更", "郑启明因故不能到场", "由蓝三检查", "通知书属实" }) Assert.Contains(said, notice, StringComparison.Ordinal);
        Assert.DoesNotContain("年休假", notice, StringComparison.Ordinal);

        var (sent, _) = await officer.Send($"/office/inspections/{id}/steps/change-crew", "inspections.change-crew", new() { ["officers"] = third, ["ground"] = "Recusal", ["reason"] = "亲属", ["reissue"] = "yes", ["receiver"] = "陈某某" });
        Assert.Equal((HttpStatusCode)422, sent.StatusCode);
        await Done(Step(officer, id, "change-crew", new { officers = made.People.Pair, ground = "otherDuty", reason = "蓝三另有任务", reissue = true, receiver = "陈某某，店长" }));
        var (again, _) = await made.Notice(id);
        Assert.NotEqual(mark, again);
        var old = WebUtility.HtmlDecode(await made.Host.Client().GetStringAsync($"/inspections/notice?mark={mark}"));
        Assert.DoesNotContain("<h1>通知书属实</h1>", old, StringComparison.Ordinal);
        Assert.Contains("通知书属实", WebUtility.HtmlDecode(await made.Host.Client().GetStringAsync($"/inspections/notice?mark={again}")), StringComparison.Ordinal);
        Assert.Contains("重新制发", WebUtility.HtmlDecode(await officer.GetStringAsync($"/office/inspections/{id}")), StringComparison.Ordinal);
        await made.People.At(3, 5);
        await Done(Step(officer, id, "start", new { code = again, certificatesShown = true }));
        Assert.Contains("inspection-step-not-now", await Refused(Step(officer, id, "change-crew", new { officers = pair, ground = "leave", reason = "年休假", receiver = "陈某某" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Crew_EverybodyTheHeadApproved_IsNotExchangedNorANoticeReissuedOnTheDay()
    {
        await using var made = await InspectionHost.Start();
        var officer = made.People.Officer;
        var (third, fourth) = (await Officer(made, "蓝三"), await Officer(made, "蓝四"));
        var id = await made.Noticed();
        object Change(string[] crew, bool reissue = false) => new { officers = crew, ground = "leave", reason = "年休假", receiver = "陈某某，店长", reissue };
        var refused = await Refused(Step(officer, id, "change-crew", Change([third, fourth])));
        foreach (var said in new[] { "crew-all-exchanged", "至少保留一名", "未经批准不得检查" }) Assert.Contains(said, refused, StringComparison.Ordinal);
        var one = new[] { made.People.FirstOfficer, third };
        await Done(Step(officer, id, "change-crew", Change(one)));
        // The second after the first comes to the same.
        Assert.Contains("crew-all-exchanged", await Refused(Step(officer, id, "change-crew", Change([third, fourth]))), StringComparison.Ordinal);
        Assert.Contains("负责人批准的检查人员", WebUtility.HtmlDecode(await officer.GetStringAsync($"/office/inspections/{id}/steps/change-crew")), StringComparison.Ordinal);
        await made.People.At(3, 5);
        var late = await Refused(Step(officer, id, "change-crew", Change([made.People.FirstOfficer, fourth], reissue: true)));
        Assert.Contains("notice-not-in-advance", late, StringComparison.Ordinal);
        Assert.Contains("登记在原通知书下", late, StringComparison.Ordinal);
        await Done(Step(officer, id, "change-crew", Change([made.People.FirstOfficer, fourth])));
    }

    [Fact]
    public async Task Notice_ReissuedWhenTheCapIsFilled_IsRefused()
    {
        await using var made = await InspectionHost.Start();
        var third = await Officer(made, "蓝三");
        var id = await made.Noticed();
        await made.SetCap(Core.Inspections.RiskGrade.Medium, 0);
        await made.People.At(3, 4);
        object Change(bool reissue) => new { officers = new[] { made.People.FirstOfficer, third }, ground = "leave", reason = "年休假", receiver = "陈某某，店长", reissue };
        Assert.Contains("frequency-cap", await Refused(Step(made.People.Officer, id, "change-crew", Change(true))), StringComparison.Ordinal);
        await Done(Step(made.People.Officer, id, "change-crew", Change(false)));
    }

    private static async Task<(string Draw, string Drawn)> Drawn(InspectionHost made, string[]? recused = null)
    {
        var draw = await Done(made.People.Chief.PostJson("/api/v1/draws", new { area = "A1", title = "餐饮双随机", subject = CaseHost.Street, sector = "餐饮", count = 1, recused = recused ?? [], recusedGround = "otherRelation", decidedBy = "局长" }));
        Assert.Equal(HttpStatusCode.NoContent, (await made.People.Chief.PostJson($"/api/v1/draws/{draw}/run", new { version = (await (await made.Host.Client().GetAsync($"/api/v1/public/draws/{draw}")).Json()).GetProperty("version").GetInt64() })).StatusCode);
        return (draw, (await Outcome(made, draw)).GetProperty("id").GetString()!);
    }

    private static async Task<System.Text.Json.JsonElement> Outcome(InspectionHost made, string draw) =>
        Assert.Single((await (await made.Host.Client().GetAsync($"/api/v1/public/draws/{draw}")).Json()).GetProperty("outcomes").EnumerateArray());

    private static Task<string> Officer(InspectionHost made, string name) => made.Host.Within(async services =>
    {
        var added = await services.GetRequiredService<AddOfficer>().Run(new(name, CaseHost.Street, null, new DateOnly(2025, 1, 1)), "示例", default);
        Assert.True(added.IsOk);
        Assert.True((await services.GetRequiredService<AddCertificate>().Run(added.Value, new($"示{added.Value[^6..]}", "示例", new DateOnly(2025, 1, 1), new DateOnly(2029, 1, 1)), default)).IsOk);
        return added.Value;
    });
}
