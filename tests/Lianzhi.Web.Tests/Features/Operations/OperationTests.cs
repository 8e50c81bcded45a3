using System.Net;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Features.Dispatch;
using Lianzhi.Web.Features.Equipment;
using Lianzhi.Web.Tests.Features.Cases;
using Lianzhi.Web.Tests.Features.Inspections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Lianzhi.Web.Tests.Features.Inspections.InspectionHost;

namespace Lianzhi.Web.Tests.Features.Operations;

/// <summary>A simple joint action and one across townships on the real host.</summary>
public sealed class OperationTests
{
    private static readonly string[] Street = [CaseHost.Street];

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Across_FromArrangementToSummary_IsOrderedSignedInAndReported(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        using var chief = await cases.Host.SignedIn(new Assignment(Role.AreaChief, null, "A1"));
        using var brigade = await cases.Host.SignedIn(new Assignment(Role.BrigadeLeader, CaseHost.Street, "A1"));
        using var market = await cases.Host.SignedIn(new Assignment(Role.Liaison, "sc", null));
        var arrange = new { title = "夜间油烟联合整治", reason = "投诉集中在两街交界", townships = new[] { CaseHost.Street, CaseHost.OtherStreet }, units = new[] { CaseHost.Street, "sc" }, handler = CaseHost.Street, replyDueOn = "2026-03-06" };
        Assert.Equal(HttpStatusCode.Forbidden, (await market.PostJson("/api/v1/operations/arrange", arrange)).StatusCode);
        var id = await Done(chief.PostJson("/api/v1/operations/arrange", arrange));
        var plan = new { day = "2026-03-05", gathering = "19时，湖滨路口", tasks = "查餐饮店", people = new[] { new { officer = cases.FirstOfficer, actsFor = CaseHost.Street }, new { officer = cases.SecondOfficer, actsFor = CaseHost.Street } } };
        Assert.Contains("replies-open", await Refused(chief.PostJson($"/api/v1/operations/{id}/plan", plan)), StringComparison.Ordinal);
        Assert.Contains("回复片长安排", WebUtility.HtmlDecode(await brigade.GetStringAsync("/office")), StringComparison.Ordinal);
        await Done(brigade.PostJson($"/api/v1/operations/{id}/reply", new { unit = CaseHost.Street, agrees = true }));
        Assert.Equal(HttpStatusCode.Forbidden, (await brigade.PostJson($"/api/v1/operations/{id}/reply", new { unit = "sc", agrees = true })).StatusCode);
        Assert.Contains("\"text\"", await Refused(market.PostJson($"/api/v1/operations/{id}/reply", new { unit = "sc", agrees = false })), StringComparison.Ordinal);
        await Done(market.PostJson($"/api/v1/operations/{id}/reply", new { unit = "sc", agrees = false, text = "当日有专项检查" }));
        Assert.Contains("crew-too-small", await Refused(chief.PostJson($"/api/v1/operations/{id}/plan", new { plan.day, plan.gathering, plan.tasks, people = plan.people[..1] })), StringComparison.Ordinal);
        await Done(chief.PostJson($"/api/v1/operations/{id}/plan", plan));
        await Done(chief.PostJson($"/api/v1/operations/{id}/order", new { }));
        Assert.Contains("not-the-day", await Refused(chief.PostJson($"/api/v1/operations/{id}/sign-in", new { present = cases.Pair })), StringComparison.Ordinal);
        cases.Host.Time.Set(2026, 3, 5);
        using var chiefThen = await cases.Host.SignedIn(new Assignment(Role.AreaChief, null, "A1"));
        using var marketThen = await cases.Host.SignedIn(new Assignment(Role.Liaison, "sc", null));
        using var brigadeThen = await cases.Host.SignedIn(new Assignment(Role.BrigadeLeader, CaseHost.Street, "A1"));
        await Done(chiefThen.PostJson($"/api/v1/operations/{id}/sign-in", new { present = cases.Pair }));
        await Done(brigadeThen.PostJson($"/api/v1/operations/{id}/report", new { unit = CaseHost.Street, result = "查餐饮店5家", inspected = 5, found = 1 }));
        Assert.Contains("results-open", await Refused(chiefThen.PostJson($"/api/v1/operations/{id}/sum-up", new { summary = "完成" })), StringComparison.Ordinal);
        await Done(marketThen.PostJson($"/api/v1/operations/{id}/report", new { unit = "sc", result = "未参加" }));
        await Done(chiefThen.PostJson($"/api/v1/operations/{id}/sum-up", new { summary = "整治前投诉12件，整治后3件。" }));
        var read = await (await marketThen.GetAsync($"/api/v1/operations/{id}")).Json();
        Assert.Equal(("finished", 2), (read.GetProperty("stage").GetString(), read.GetProperty("people").GetArrayLength()));
        foreach (var kind in new[] { "chief-arrangement", "operation-order", "operation-summary" })
        {
            Assert.Equal(HttpStatusCode.OK, (await chiefThen.GetAsync($"/office/operations/{id}/documents/{kind}")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await chiefThen.GetAsync($"/office/operations/{id}/documents/{kind}.docx")).StatusCode);
        }
    }

    [Fact]
    public async Task Report_WhatWasInspectedHere_TakesTheFiguresOfItsRecords()
    {
        await using var made = await InspectionHost.Start();
        var (cases, street) = (made.People, new[] { CaseHost.Street });
        using var deputy = await cases.Host.SignedIn(new Assignment(Role.TownshipDeputy, CaseHost.Street, "A1"));
        var id = await Done(deputy.PostJson("/api/v1/operations/open-simple", new { title = "垃圾堆放联合整治", reason = "反复堆放", townships = street, units = new[] { CaseHost.Street, "cg" }, handler = CaseHost.Street }));
        await Done(deputy.PostJson($"/api/v1/operations/{id}/plan", new { day = "2026-03-05", gathering = "9时，街道办", tasks = "查餐饮店", people = cases.Pair.Select(officer => new { officer, actsFor = CaseHost.Street }) }));
        await Done(deputy.PostJson($"/api/v1/operations/{id}/order", new { }));
        var inspection = await made.Started(new { target = made.Target, unit = CaseHost.Street, source = "operation", reason = "垃圾堆放联合整治", requirements = new[] { "市容环境检查" }, day = "2026-03-05", officers = cases.Pair });
        using var deputyThen = await cases.Host.SignedIn(new Assignment(Role.TownshipDeputy, CaseHost.Street, "A1"));
        using var brigade = await cases.Host.SignedIn(new Assignment(Role.BrigadeLeader, CaseHost.Street, "A1"));
        await Done(deputyThen.PostJson($"/api/v1/operations/{id}/sign-in", new { present = cases.Pair }));
        Task<HttpResponseMessage> Report(object body) => brigade.PostJson($"/api/v1/operations/{id}/report", body);
        Assert.Contains("inspections-open", await Refused(Report(new { unit = CaseHost.Street, result = "查餐饮店" })), StringComparison.Ordinal);
        await Done(InspectionHost.Step(cases.Officer, inspection, "check", new { items = new object[] { new { position = 1, finding = "fails", note = "通道堆放生活垃圾" }, new { position = 2, finding = "conforms" } } }));
        await Done(InspectionHost.Step(cases.Officer, inspection, "record", made.Signed));
        Assert.Contains("result-against-inspections", await Refused(Report(new { unit = CaseHost.Street, result = "查餐饮店5家", inspected = 5, found = 1 })), StringComparison.Ordinal);
        Assert.Contains("按本次行动的检查笔录带出", WebUtility.HtmlDecode(await brigade.GetStringAsync($"/office/operations/{id}/steps/report")), StringComparison.Ordinal);
        await Done(Report(new { unit = CaseHost.Street, result = "查餐饮店" }));
        var page = WebUtility.HtmlDecode(await brigade.GetStringAsync($"/office/operations/{id}"));
        foreach (var said in new[] { "检查1户，发现问题1个", "笔录 1 户" }) Assert.Contains(said, page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Plan_WithVehicles_BooksThemUntilItIsCancelled(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        using var deputy = await cases.Host.SignedIn(new Assignment(Role.TownshipDeputy, CaseHost.Street, "A1"));
        using var chief = await cases.Host.SignedIn(new Assignment(Role.AreaChief, "cg", "A1"));
        var car = await Done(deputy.PostJson("/api/v1/equipment", new { kind = "vehicle", name = "闽E0001", stockNumber = "C1", area = "A1", unit = CaseHost.Street }));
        async Task<string> Open(string title) => await Done(deputy.PostJson("/api/v1/operations/open-simple", new { title, reason = "占道反复", townships = Street, units = new[] { CaseHost.Street, "cg" }, handler = CaseHost.Street }));
        var people = cases.Pair.Select(officer => new { officer, actsFor = CaseHost.Street });
        object Plan(string gathering, string[] gear) => new { day = "2026-03-05", gathering, tasks = "清占道", people, gear };
        var (first, second) = (await Open("早市整治"), await Open("夜市整治"));
        Assert.Contains("\"gear\"", await Refused(deputy.PostJson($"/api/v1/operations/{first}/plan", Plan("下午3时，街道办", ["nothing"]))), StringComparison.Ordinal);
        await Done(deputy.PostJson($"/api/v1/operations/{first}/plan", Plan("下午3时，街道办", [car])));
        var taken = await Refused(deputy.PostJson($"/api/v1/operations/{second}/plan", Plan("19:30，街道办", [car])));
        foreach (var said in new[] { "equipment-booked", "早市整治" }) Assert.Contains(said, taken, StringComparison.Ordinal);
        Assert.Equal([car], (await (await deputy.GetAsync($"/api/v1/operations/{first}")).Json()).GetProperty("gear").EnumerateArray().Select(one => one.GetString()));
        Assert.Contains("闽E0001", WebUtility.HtmlDecode(await deputy.GetStringAsync($"/office/operations/{first}/documents/operation-order")), StringComparison.Ordinal);
        // Another hour moves it along; left out it stays.
        await Done(deputy.PostJson($"/api/v1/operations/{first}/plan", new { day = "2026-03-05", gathering = "20时，街道办", tasks = "清占道", people }));
        var booked = await cases.Host.Within(services => services.GetRequiredService<AppDb>().Set<EquipmentBookingRow>().AsNoTracking().SingleAsync());
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 20, 0, 0, TimeSpan.FromHours(8)), booked.BeginsAt);
        await Done(deputy.PostJson($"/api/v1/operations/{first}/cancel", new { reason = "改为日常巡查" }));
        await Done(deputy.PostJson($"/api/v1/operations/{second}/plan", Plan("19:30，街道办", [car])));
    }

    [Fact]
    public async Task SignIn_NotedAfterCertificatesRanOut_IsJudgedByTheDayOfTheOperation()
    {
        await using var cases = await CaseHost.Start();
        cases.Host.Time.Set(2029, 6, 18);
        using var chief = await cases.Host.SignedIn(new Assignment(Role.AreaChief, null, "A1"));
        using var brigade = await cases.Host.SignedIn(new Assignment(Role.BrigadeLeader, CaseHost.Street, "A1"));
        using var market = await cases.Host.SignedIn(new Assignment(Role.Liaison, "sc", null));
        var id = await Done(chief.PostJson("/api/v1/operations/arrange", new { title = "油烟联合整治", reason = "投诉集中", townships = Street, units = new[] { CaseHost.Street, "sc" }, handler = CaseHost.Street, replyDueOn = "2029-06-19" }));
        await Done(brigade.PostJson($"/api/v1/operations/{id}/reply", new { unit = CaseHost.Street, agrees = true }));
        await Done(market.PostJson($"/api/v1/operations/{id}/reply", new { unit = "sc", agrees = false, text = "当日有专项检查" }));
        await Done(chief.PostJson($"/api/v1/operations/{id}/plan", new { day = "2029-06-20", gathering = "19时，湖滨路口", tasks = "查餐饮店", people = cases.Pair.Select(officer => new { officer, actsFor = CaseHost.Street }) }));
        await Done(chief.PostJson($"/api/v1/operations/{id}/order", new { }));
        cases.Host.Time.Set(2029, 7, 2);
        using var chiefThen = await cases.Host.SignedIn(new Assignment(Role.AreaChief, null, "A1"));
        await Done(chiefThen.PostJson($"/api/v1/operations/{id}/sign-in", new { present = cases.Pair, late = "当日通宵处置，未及时登记" }));
    }

    [Fact]
    public async Task Plan_WithSomebodyWhoKeepsOutOfTheClue_IsRefused()
    {
        await using var cases = await CaseHost.Start();
        using var deputy = await cases.Host.SignedIn(new Assignment(Role.TownshipDeputy, CaseHost.Street, "A1"));
        var clue = await cases.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var row = new ClueRow { Id = Core.Ids.Make(cases.Host.Time.GetUtcNow(), new byte[10]), Number = "线1", Source = ClueSource.Patrol, State = ClueState.Accepted, Unit = CaseHost.Street, BodyName = "蓝田街道", Description = "占道", Address = "湖滨路", ReceivedAt = cases.Host.Time.GetUtcNow(), ReceivedOn = new(2026, 3, 2), StepFrom = new(2026, 3, 2), DueOn = new(2026, 3, 9) };
            db.Add(row);
            db.Add(new RecusalRow { Id = "r", OfficerId = cases.SecondOfficer, Matter = row.Id, BoardId = "b", Ground = "亲属", DeclaredOn = new(2026, 3, 2) });
            await db.SaveChangesAsync();
            return row.Id;
        });
        var id = await Done(deputy.PostJson("/api/v1/operations/open-simple", new { title = "占道联合整治", reason = "占道反复", townships = Street, units = new[] { CaseHost.Street, "cg" }, handler = CaseHost.Street, clue }));
        Assert.Contains("officer-recused", await Refused(deputy.PostJson($"/api/v1/operations/{id}/plan", new { day = "2026-03-05", gathering = "9时，街道办", tasks = "清占道", people = cases.Pair.Select(officer => new { officer, actsFor = CaseHost.Street }) })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_BindsItsPeople_AndSaysWhoIsWhere()
    {
        await using var cases = await CaseHost.Start();
        using var deputy = await cases.Host.SignedIn(new Assignment(Role.TownshipDeputy, CaseHost.Street, "A1"));
        using var chief = await cases.Host.SignedIn(new Assignment(Role.AreaChief, null, "A1"));
        async Task<string> Open(string title) => await Done(deputy.PostJson("/api/v1/operations/open-simple", new { title, reason = "占道反复", townships = Street, units = new[] { CaseHost.Street, "cg" }, handler = CaseHost.Street }));
        object Plan(string gathering) => new { day = "2026-03-05", gathering, tasks = "清占道", people = cases.Pair.Select(officer => new { officer, actsFor = CaseHost.Street }) };
        var (first, second) = (await Open("早市整治"), await Open("夜市整治"));
        await Done(deputy.PostJson("/api/v1/duty", new { officer = cases.SecondOfficer, kind = "leave", from = "2026-03-05", to = "2026-03-05", part = "morning" }));
        Assert.Contains("休假", await Refused(deputy.PostJson($"/api/v1/operations/{first}/plan", Plan("8时，街道办"))), StringComparison.Ordinal);
        await Done(deputy.PostJson($"/api/v1/operations/{first}/plan", Plan("下午3时，街道办")));
        await Done(deputy.PostJson($"/api/v1/operations/{second}/plan", Plan("19:30，街道办")));
        await Done(deputy.PostJson($"/api/v1/operations/{first}/order", new { }));
        var bookings = await cases.Host.Within(services => services.GetRequiredService<AppDb>().Set<OfficerBookingRow>().AsNoTracking().ToListAsync());
        Assert.Equal(2, bookings.Count);
        Assert.All(bookings, booking => Assert.Equal(new DateTimeOffset(2026, 3, 5, 15, 0, 0, TimeSpan.FromHours(8)), booking.BeginsAt));
        var refused = await Refused(deputy.PostJson($"/api/v1/operations/{second}/order", new { }));
        Assert.Contains("officer-away", refused, StringComparison.Ordinal);
        Assert.Contains("早市整治", refused, StringComparison.Ordinal);
        await Done(deputy.PostJson($"/api/v1/operations/{first}/cancel", new { reason = "遇台风" }));
        await Done(deputy.PostJson($"/api/v1/operations/{second}/order", new { }));
    }

    [Fact]
    public async Task Simple_OpenedByTheDeputy_StaysInHisTownship()
    {
        await using var cases = await CaseHost.Start();
        using var deputy = await cases.Host.SignedIn(new Assignment(Role.TownshipDeputy, CaseHost.Street, "A1"));
        using var other = await cases.Host.SignedIn(new Assignment(Role.TownshipDeputy, CaseHost.OtherStreet, "A1"));
        object Asked(params string[] townships) => new { title = "占道联合整治", reason = "占道反复", townships, units = new[] { CaseHost.Street, "cg" }, handler = CaseHost.Street };
        Assert.Contains("one-township", await Refused(deputy.PostJson("/api/v1/operations/open-simple", Asked(CaseHost.Street, CaseHost.OtherStreet))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostJson("/api/v1/operations/open-simple", Asked(Street))).StatusCode);
        var id = await Done(deputy.PostJson("/api/v1/operations/open-simple", Asked(Street)));
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostJson($"/api/v1/operations/{id}/cancel", new { reason = "x" })).StatusCode);
        foreach (var page in new[] { "/office/operations", "/office/operations?kind=Simple&stage=Drafting", $"/office/operations/{id}", $"/office/operations/{id}/steps/plan", $"/office/operations/{id}/steps/cancel", "/office/operations/simple", "/office/stations" })
            Assert.Equal(HttpStatusCode.OK, (await deputy.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await deputy.GetAsync($"/office/operations/{id}/steps/nothing")).StatusCode);
        var (sent, body) = await deputy.Send($"/office/operations/{id}/steps/plan", "operations.plan", new() { ["gathering"] = "9时，街道办" });
        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
        Assert.Contains("请选择参与人员", WebUtility.HtmlDecode(body), StringComparison.Ordinal);
        await Done(deputy.PostJson($"/api/v1/operations/{id}/cancel", new { reason = "遇台风" }));
    }

    [Fact]
    public async Task Station_RegisteredByItsDepartment_HasOnlyItsOwnStaff()
    {
        await using var cases = await CaseHost.Start();
        using var land = await cases.Host.SignedIn(new Assignment(Role.Liaison, "zr", null));
        var (sent, _) = await land.Send("/office/stations/new", "operations.register-station", new() { ["name"] = "蓝田自然资源所", ["department"] = "zr", ["township"] = CaseHost.Street, ["duty"] = "土地巡查", ["source"] = "机构文件" });
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var (twice, body) = await land.Send("/office/stations/new", "operations.register-station", new() { ["name"] = "蓝田自然资源所", ["department"] = "zr", ["township"] = CaseHost.Street, ["duty"] = "土地巡查", ["source"] = "机构文件", ["officers"] = cases.FirstOfficer });
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
        // A department not chosen is a fault of the field, not of the sender's scope.
        var (blank, told) = await land.Send("/office/stations/new", "operations.register-station", new() { ["name"] = "某所" });
        Assert.Equal(HttpStatusCode.BadRequest, blank.StatusCode);
        Assert.Contains("请选择所属部门", WebUtility.HtmlDecode(told), StringComparison.Ordinal);
        Assert.Contains("所属部门的在岗人员", WebUtility.HtmlDecode(body), StringComparison.Ordinal);
        Assert.Contains("蓝田自然资源所", WebUtility.HtmlDecode(await land.GetStringAsync("/office/stations")), StringComparison.Ordinal);
    }
}
