using System.Net;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Duty;
using Lianzhi.Web.Tests.Features.Dispatch;
using Lianzhi.Web.Tests.Features.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Duty;

/// <summary>The duty calendar: who enters what for whom, and that nobody is away twice.</summary>
public sealed class DutyTests
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Duty_Overlapping_IsRefusedAndWithdrawnWithAReason(Database database)
    {
        await using var host = await TestHost.Start(database);
        var one = await DispatchHost.Officer(host, "甲", "350603003");
        using var brigade = await host.SignedIn(new Assignment(Role.BrigadeLeader, "350603003", "A1"));
        var id = await PlanHost.Done(brigade.PostJson("/api/v1/duty", new { officer = one, kind = "leave", from = "2026-10-08", to = "2026-10-09" }));
        Assert.Contains("duty-overlaps", await PlanHost.Refused(brigade.PostJson("/api/v1/duty", new { officer = one, kind = "training", from = "2026-10-09", part = "afternoon" })), StringComparison.Ordinal);
        Assert.Contains("\"reason\"", await PlanHost.Refused(brigade.PostJson($"/api/v1/duty/{id}/withdraw", new { })), StringComparison.Ordinal);
        await PlanHost.Done(brigade.PostJson($"/api/v1/duty/{id}/withdraw", new { reason = "取消休假" }));
        await PlanHost.Done(brigade.PostJson("/api/v1/duty", new { officer = one, kind = "hearing", from = "2026-10-09", part = "hours", hours = "14:00-16:00" }));
        var week = await (await brigade.GetAsync("/api/v1/duty?area=A1&day=2026-10-08")).Json();
        Assert.Equal(("2026-10-05", "hearing"), (week.GetProperty("monday").GetString(), Assert.Single(week.GetProperty("items").EnumerateArray()).GetProperty("kind").GetString()));
        Assert.Equal(3, await host.Within(services => services.GetRequiredService<AppDb>().Set<Lianzhi.Web.Platform.Records.RecordEntryRow>().CountAsync(row => row.Stream == $"duty/{one}")));
    }

    [Fact]
    public async Task Duty_OfOthers_IsBeyondReach()
    {
        await using var host = await TestHost.Start();
        var (own, other) = (await DispatchHost.Officer(host, "甲", "350603003"), await DispatchHost.Officer(host, "乙", "350603001"));
        var (officer, _) = await host.SignedInAs("甲", own, new Assignment(Role.Officer, "350603003", "A1"));
        await PlanHost.Done(officer.PostJson("/api/v1/duty", new { officer = own, kind = "leave", from = "2026-10-08" }));
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostJson("/api/v1/duty", new { officer = other, kind = "leave", from = "2026-10-08" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/api/v1/duty?area=A2")).StatusCode);
        var text = await PlanHost.Refused(officer.PostJson("/api/v1/duty", new { }));
        foreach (var field in new[] { "officer", "kind", "from" }) Assert.Contains($"\"{field}\"", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.GetAsync("/api/v1/duty?area=A1&day=morgen")).StatusCode);
        officer.Dispose();
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Paste_Table_IsEnteredWholeOrNotAtAll(Database database)
    {
        await using var host = await TestHost.Start(database);
        var one = await DispatchHost.Officer(host, "甲", "350603003");
        await DispatchHost.Officer(host, "同名", "350603003");
        await DispatchHost.Officer(host, "同名", "350603003");
        await DispatchHost.Officer(host, "外街", "350603001");
        using var brigade = await host.SignedIn(new Assignment(Role.BrigadeLeader, "350603003", "A1"));
        var table = "姓名\t事由\t第一日\n甲\t休假\t2026-10-08\n甲\t培训\t2026-10-08\t\t下午\n同名\t休假\t2026-10-08\n外街\t休假\t2026-10-08\n甲\t执法以外的工作\t2026-10-09";
        var (refused, body) = await brigade.Send("/office/duty/paste", "duty.enter", new() { ["rows"] = table });
        var text = WebUtility.HtmlDecode(body);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        foreach (var expected in new[] { "第3行：与已登记的休假", "第4行：有2名“同名”", "第5行：姓名或者证号“外街”", "第6行：请写明做什么工作" }) Assert.Contains(expected, text, StringComparison.Ordinal);
        // What was pasted is still there.
        Assert.Contains("甲\t培训", text, StringComparison.Ordinal);
        Assert.Equal(0, await Count());
        Assert.Equal(HttpStatusCode.Redirect, (await brigade.Send("/office/duty/paste", "duty.enter", new() { ["rows"] = $"甲\t休假\t2026-10-08\n示{one}\t执法以外的工作\t2026-10-09\t\t上午\t创城值守" })).Response.StatusCode);
        Assert.Equal(2, await Count());

        Task<int> Count() => host.Within(services => services.GetRequiredService<AppDb>().Set<DutyRow>().CountAsync());
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Copy_OfLastWeek_TakesWhatComesRoundAndNamesClashes(Database database)
    {
        await using var host = await TestHost.Start(database);
        var (one, two) = (await DispatchHost.Officer(host, "甲", "350603003"), await DispatchHost.Officer(host, "乙", "350603003"));
        using var brigade = await host.SignedIn(new Assignment(Role.BrigadeLeader, "350603003", "A1"));
        foreach (var entry in new object[]
                 {
                     new { officer = one, kind = "nightDuty", from = "2026-10-08" }, new { officer = two, kind = "otherWork", from = "2026-10-09", part = "morning", note = "创城值守" },
                     new { officer = two, kind = "leave", from = "2026-10-07" }, new { officer = two, kind = "training", from = "2026-10-16" },
                 })
            await PlanHost.Done(brigade.PostJson("/api/v1/duty", entry));
        Task<HttpResponseMessage> Copy(string area, string? day) => brigade.PostJson("/api/v1/duty/copy-last-week", new { area, day });
        Assert.Contains("\"day\"", await PlanHost.Refused(Copy("A1", null)), StringComparison.Ordinal);
        Assert.Contains("week-is-over", await PlanHost.Refused(Copy("A1", "2026-09-30")), StringComparison.Ordinal);
        Assert.Contains("nothing-to-copy", await PlanHost.Refused(Copy("A2", "2026-10-12")), StringComparison.Ordinal);
        var copied = await (await Copy("A1", "2026-10-12")).Json();
        Assert.Equal(1, copied.GetProperty("taken").GetInt32());
        Assert.Contains("乙执法以外的工作：与已登记的培训", Assert.Single(copied.GetProperty("left").EnumerateArray()).GetString(), StringComparison.Ordinal);
        var night = (await (await brigade.GetAsync("/api/v1/duty?area=A1&day=2026-10-14")).Json()).GetProperty("items").EnumerateArray().Single(item => item.GetProperty("kind").GetString() == "nightDuty");
        Assert.Equal(new DateTimeOffset(2026, 10, 15, 18, 0, 0, TimeSpan.FromHours(8)), night.GetProperty("beginsAt").GetDateTimeOffset());
        var (sent, body) = await brigade.Send("/office/duty/copy?area=A1&day=2026-10-12", "duty.enter", []);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        foreach (var said in new[] { "带入 0 项", "有 2 项没有带入", "甲夜间值守：与已登记的夜间值守" }) Assert.Contains(said, WebUtility.HtmlDecode(body), StringComparison.Ordinal);
        Assert.Contains("照上周排班", WebUtility.HtmlDecode(await brigade.GetStringAsync("/office/duty?area=A1&day=2026-10-12")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherWork_OfASecondedOfficer_IsToldToTheHomeUnitAlone()
    {
        await using var host = await TestHost.Start();
        var sent = await DispatchHost.Officer(host, "派驻一", "xf");
        await host.Within(async services =>
        {
            var done = await services.GetRequiredService<Lianzhi.Web.Features.Organisation.SendDown>().Run(sent, new("A1", true, "派驻文件（示例）", new DateOnly(2026, 10, 8), null), CancellationToken.None);
            Assert.True(done.IsOk, done.IsOk ? "" : done.Refusals[0].Message);
            return true;
        });
        using var chief = await host.SignedIn(new Assignment(Role.AreaChief, "cg", "A1"));
        await PlanHost.Done(chief.PostJson("/api/v1/duty", new { officer = sent, kind = "otherWork", from = "2026-10-08", part = "hours", hours = "14:00-18:00", note = "创城值守" }));
        await PlanHost.Done(chief.PostJson("/api/v1/duty", new { officer = sent, kind = "leave", from = "2026-10-09" }));
        var home = WebUtility.HtmlDecode(await (await host.SignedIn(new Assignment(Role.Head, "xf", null))).GetStringAsync("/office"));
        Assert.Contains("派驻一被安排执法以外的工作", home, StringComparison.Ordinal);
        Assert.Contains("创城值守。本年累计 1 次，4 小时", home, StringComparison.Ordinal);
        var other = await (await host.SignedIn(new Assignment(Role.Head, "350603003", "A1"))).GetStringAsync("/office");
        Assert.DoesNotContain("派驻一", WebUtility.HtmlDecode(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_OfSomebodyWhoHasLeft_IsBeyondReach()
    {
        await using var host = await TestHost.Start();
        await host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var at = new DateTimeOffset(2026, 10, 8, 0, 0, 0, TimeSpan.Zero);
            db.Add(new DutyRow { Id = "left", OfficerId = "left", Kind = Core.Duty.DutyKind.Leave, BeginsAt = at, EndsAt = at.AddHours(8), By = "某", EnteredOn = new DateOnly(2026, 10, 1) });
            return await db.SaveChangesAsync();
        });
        using var chief = await host.SignedIn(new Assignment(Role.AreaChief, "cg", "A2"));
        Assert.Equal(HttpStatusCode.Forbidden, (await chief.PostJson("/api/v1/duty/left/withdraw", new { reason = "试一试" })).StatusCode);
        Assert.Equal(1, await host.Within(services => services.GetRequiredService<AppDb>().Set<DutyRow>().CountAsync()));
    }

    [Fact]
    public async Task Pages_EnterAndWithdraw_ShowInTheWeek()
    {
        await using var host = await TestHost.Start();
        var one = await DispatchHost.Officer(host, "甲某某", "350603003");
        using var chief = await host.SignedIn(new Assignment(Role.AreaChief, "cg", "A1"));
        Assert.Equal(HttpStatusCode.Redirect, (await chief.Send("/office/duty/new", "duty.enter", new() { ["officer"] = one, ["kind"] = "NightDuty", ["from"] = "2026-10-08", ["to"] = "2026-10-08", ["part"] = "WholeDay" })).Response.StatusCode);
        var week = WebUtility.HtmlDecode(await chief.GetStringAsync("/office/duty"));
        Assert.Contains("夜间值守后休息", week, StringComparison.Ordinal);
        var id = await host.Within(services => services.GetRequiredService<AppDb>().Set<DutyRow>().Select(row => row.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await chief.Send($"/office/duty/{id}", "duty.withdraw", new() { ["reason"] = "" })).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await chief.Send($"/office/duty/{id}", "duty.withdraw", new() { ["reason"] = "改期" })).Response.StatusCode);
        Assert.DoesNotContain("夜间值守后休息", WebUtility.HtmlDecode(await chief.GetStringAsync("/office/duty")), StringComparison.Ordinal);
    }
}
