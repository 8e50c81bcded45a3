using System.Net;
using System.Text.Json;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Features.Plans;
using Lianzhi.Web.Features.Targets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Plans;

/// <summary>A plan from the townships' part to publication, amendment and completion.</summary>
public sealed class PlanTests
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Plan_FromDraftToPublication_IsMergedReasonedAndPublic(Database database)
    {
        await using var plans = await PlanHost.Start(database);
        foreach (var (risk, visits) in new[] { ("Low", "1"), ("Medium", "2"), ("High", "4") })
            Assert.Equal(HttpStatusCode.Redirect, (await plans.Justice.Send("/office/requirements/caps", "requirements.set-cap", new() { ["risk"] = risk, ["visits"] = visits, ["from"] = "2026-01-01", ["source"] = "公告" })).Response.StatusCode);
        var id = await plans.Drafting();
        Assert.Contains("plan-empty", await PlanHost.Refused(plans.Chief.PostJson($"/api/v1/inspection-plans/{id}/send-for-opinion", new { version = await plans.Version(id) })), StringComparison.Ordinal);
        await plans.Optimise(id);
        var plan = await plans.Plan(id);
        var visits2 = await plans.Visits(id);
        Assert.Equal((28, 28), (plan.GetProperty("planned").GetInt32(), visits2.Count));
        Assert.Equal(56, plan.GetProperty("unmerged").GetInt32());
        Assert.Equal(0, plan.GetProperty("unserved").GetInt32());
        Assert.All(visits2, visit => Assert.Contains(visit.GetProperty("reasons").EnumerateArray(), reason => reason.GetString()!.StartsWith("merged:", StringComparison.Ordinal)));
        Assert.Equal("done", (await (await plans.Chief.GetAsync($"/api/v1/inspection-plans/{id}/run")).Json()).GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await plans.Host.Client().GetAsync($"/plans/{id}")).StatusCode);
        await plans.Publish(id);
        var page = WebUtility.HtmlDecode(await plans.Host.Client().GetStringAsync($"/plans/{id}"));
        Assert.Contains("第1次联席会议", page, StringComparison.Ordinal);
        Assert.Contains("消防检查", page, StringComparison.Ordinal);
        Assert.DoesNotContain("演示店", page, StringComparison.Ordinal);
        Assert.Contains("plan-step-not-now", await PlanHost.Refused(plans.Chief.PostJson($"/api/v1/inspection-plans/{id}/optimise", new { version = await plans.Version(id), seconds = 2 })), StringComparison.Ordinal);
        Assert.Contains("希望避开十一月", WebUtility.HtmlDecode(await plans.Chief.GetStringAsync($"/office/plans/{id}")), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Visit_MovedByHand_StaysOnTheNextRun(Database database)
    {
        await using var plans = await PlanHost.Start(database);
        var id = await plans.Drafting();
        await plans.Optimise(id);
        var before = await plans.Visits(id);
        var visit = before[0];
        var edit = $"/api/v1/inspection-plans/{id}/visits/{visit.GetProperty("id").GetString()}/edit";
        Assert.Contains("not-an-inspection-day", await PlanHost.Refused(plans.Chief.PostJson(edit, new { version = await plans.Version(id), day = "2026-10-03", reason = "企业检修" })), StringComparison.Ordinal);
        Assert.Contains("\"reason\"", await PlanHost.Refused(plans.Chief.PostJson(edit, new { version = await plans.Version(id), day = "2026-12-16" })), StringComparison.Ordinal);
        Assert.Contains("stale-version", await PlanHost.Refused(plans.Chief.PostJson(edit, new { version = 1, day = "2026-12-16", reason = "企业检修" })), StringComparison.Ordinal);
        using var other = await plans.Host.SignedIn(new Assignment(Role.TownshipDeputy, "350603001", "A1"));
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostJson(edit, new { version = await plans.Version(id), day = "2026-12-16", reason = "企业检修" })).StatusCode);
        await PlanHost.Done(plans.Chief.PostJson(edit, new { version = await plans.Version(id), day = "2026-12-16", reason = "企业检修" }));
        await plans.Optimise(id);
        var after = await plans.Visits(id);
        var kept = Assert.Single(after, one => one.GetProperty("locked").GetBoolean());
        Assert.Equal((visit.GetProperty("target").GetString(), "2026-12-16"), (kept.GetProperty("target").GetString(), kept.GetProperty("day").GetString()));
        // Few others change: the same week as before for nearly all.
        var same = after.Count(one => before.Exists(two => two.GetProperty("target").GetString() == one.GetProperty("target").GetString() && two.GetProperty("day").GetString() == one.GetProperty("day").GetString()));
        Assert.InRange(same, after.Count - 4, after.Count);
        Assert.Contains("企业检修", WebUtility.HtmlDecode(await plans.Chief.GetStringAsync($"/office/plans/{id}")), StringComparison.Ordinal);
        await PlanHost.Done(plans.Chief.PostJson($"/api/v1/inspection-plans/{id}/visits/{kept.GetProperty("id").GetString()}/edit", new { version = await plans.Version(id), reason = "检修取消" }));
        Assert.DoesNotContain(await plans.Visits(id), one => one.GetProperty("locked").GetBoolean());
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Amendment_Published_ReplacesTheEditionAndKeepsWhatWasDone(Database database)
    {
        await using var plans = await PlanHost.Start(database);
        var id = await plans.Drafting();
        await plans.Optimise(id);
        await plans.Publish(id);
        plans.Host.Time.Set(2026, 6, 1);
        await plans.SignIn();
        using var officer = await plans.Host.SignedIn(new Assignment(Role.Officer, "350603003", "A1"));
        var visit = (await plans.Visits(id))[0];
        var report = $"/api/v1/inspection-plans/{id}/visits/{visit.GetProperty("id").GetString()}/report";
        Assert.Contains("\"on\"", await PlanHost.Refused(officer.PostJson(report, new { done = true, on = "2026-07-01" })), StringComparison.Ordinal);
        Assert.Contains("\"reason\"", await PlanHost.Refused(officer.PostJson(report, new { done = false })), StringComparison.Ordinal);
        var (on, pair) = (visit.GetProperty("day").GetString(), await PlanHost.Pair(plans.Host, "350603003"));
        var fire = await PlanHost.Pair(plans.Host, "xf");
        // By hand stands only a paper, signed by two of the subject; nobody says it of another body.
        Assert.Contains("\"unit\"", await PlanHost.Refused(officer.PostJson(report, new { done = true, on })), StringComparison.Ordinal);
        Assert.Contains("\"reference\"", await PlanHost.Refused(officer.PostJson(report, new { done = true, on, unit = "350603003", officers = pair })), StringComparison.Ordinal);
        Assert.Contains("crew-too-small", await PlanHost.Refused(officer.PostJson(report, new { done = true, on, unit = "350603003", reference = "蓝检笔〔2026〕1号", officers = pair.Take(1) })), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostJson(report, new { done = true, on, unit = "xf", reference = "消检笔〔2026〕1号", officers = fire })).StatusCode);
        await PlanHost.Done(officer.PostJson(report, new { done = true, on, unit = "350603003", reference = "蓝检笔〔2026〕1号", officers = pair }));
        // What the fire service has left is its own to report, on the same day.
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostJson(report, new { done = false, reason = "消防未到" })).StatusCode);
        using var firefighter = await plans.Host.SignedIn(new Assignment(Role.Officer, "xf", null));
        Assert.Contains("\"on\"", await PlanHost.Refused(firefighter.PostJson(report, new { done = true, on = "2026-05-31", unit = "xf", reference = "消检笔〔2026〕1号", officers = fire })), StringComparison.Ordinal);
        await PlanHost.Done(firefighter.PostJson(report, new { done = true, on, unit = "xf", reference = "消检笔〔2026〕1号", officers = fire }));
        Assert.Contains("visit-is-over", await PlanHost.Refused(officer.PostJson(report, new { done = false, reason = "反悔" })), StringComparison.Ordinal);
        var next = await PlanHost.Done(plans.Chief.PostJson($"/api/v1/inspection-plans/{id}/amend", new { version = await plans.Version(id), reason = "人员调整" }));
        Assert.Contains("amendment-open", await PlanHost.Refused(plans.Chief.PostJson($"/api/v1/inspection-plans/{id}/amend", new { version = await plans.Version(id), reason = "再改" })), StringComparison.Ordinal);
        await plans.Optimise(next);
        var done = Assert.Single(await plans.Visits(next), one => one.GetProperty("state").GetString() == "done");
        Assert.Equal(visit.GetProperty("target").GetString(), done.GetProperty("target").GetString());
        Assert.All((await plans.Visits(next)).Where(one => one.GetProperty("state").GetString() == "planned"), one => Assert.True(string.CompareOrdinal(one.GetProperty("day").GetString(), "2026-06-01") >= 0 || one.GetProperty("locked").GetBoolean()));
        await plans.Publish(next);
        Assert.Equal(("superseded", "published", 2), ((await plans.Plan(id)).GetProperty("stage").GetString(), (await plans.Plan(next)).GetProperty("stage").GetString(), (await plans.Plan(next)).GetProperty("edition").GetInt32()));
    }

    [Fact]
    public async Task Cap_ExceptionGranted_ServesWhatWasLeftOut()
    {
        await using var plans = await PlanHost.Start();
        Assert.Equal(HttpStatusCode.Redirect, (await plans.Justice.Send("/office/requirements/caps", "requirements.set-cap", new() { ["risk"] = "High", ["visits"] = "1", ["from"] = "2026-01-01", ["source"] = "公告" })).Response.StatusCode);
        var id = await plans.Drafting();
        await plans.Optimise(id);
        Assert.Equal(8, (await plans.Plan(id)).GetProperty("unserved").GetInt32());
        var target = await plans.Host.Within(services => services.GetRequiredService<AppDb>().Set<PlanUnservedRow>().Select(row => row.TargetId).FirstAsync());
        Assert.Contains("cap-ground-missing", await PlanHost.Refused(plans.Chief.PostJson("/api/v1/cap-exceptions", new { target, year = 2026, visits = 1, reason = "群众投诉" })), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await plans.Coordinator.PostJson("/api/v1/cap-exceptions", new { target, year = 2026, visits = 1, ground = "complaint", reason = "群众投诉" })).StatusCode);
        await PlanHost.Done(plans.Chief.PostJson("/api/v1/cap-exceptions", new { target, year = 2026, visits = 1, ground = "complaint", reason = "群众投诉" }));
        await plans.Optimise(id);
        Assert.Equal(6, (await plans.Plan(id)).GetProperty("unserved").GetInt32());
    }

    [Fact]
    public async Task Run_ThatFailsOrIsCancelled_LeavesTheLastGoodPlan()
    {
        await using var plans = await PlanHost.Start();
        var id = await plans.Drafting();
        await plans.Optimise(id);
        var good = (await plans.Plan(id)).GetProperty("solutionHash").GetString();
        await PlanHost.Done(plans.Chief.PostJson($"/api/v1/inspection-plans/{id}/optimise", new { version = await plans.Version(id), seconds = 30 }));
        Assert.Contains("plan-running", await PlanHost.Refused(plans.Chief.PostJson($"/api/v1/inspection-plans/{id}/optimise", new { version = await plans.Version(id), seconds = 30 })), StringComparison.Ordinal);
        await PlanHost.Done(plans.Chief.PostJson($"/api/v1/inspection-plans/{id}/stop-run", new { keep = false }));
        Assert.False(await plans.Host.Within(services => services.GetRequiredService<RunPlans>().Next(CancellationToken.None)));
        // The file that the child reads is broken: it ends with a fault.
        plans.Host.Time.Advance(TimeSpan.FromSeconds(1));
        await PlanHost.Done(plans.Chief.PostJson($"/api/v1/inspection-plans/{id}/optimise", new { version = await plans.Version(id), seconds = 5 }));
        var broken = await plans.Host.Within(services => services.GetRequiredService<Lianzhi.Web.Platform.Files.FileStore>().Store("{}"u8.ToArray(), "application/json", CancellationToken.None));
        await plans.Host.Within(services => services.GetRequiredService<AppDb>().Set<PlanRunRow>().Where(row => row.State == RunState.Waiting).ExecuteUpdateAsync(row => row.SetProperty(run => run.ProblemHash, broken.Hash)));
        Assert.True(await plans.Host.Within(services => services.GetRequiredService<RunPlans>().Next(CancellationToken.None)));
        var run = await (await plans.Chief.GetAsync($"/api/v1/inspection-plans/{id}/run")).Json();
        Assert.Equal("failed", run.GetProperty("state").GetString());
        Assert.Contains("原方案保留", run.GetProperty("fault").GetString(), StringComparison.Ordinal);
        Assert.Equal(good, (await plans.Plan(id)).GetProperty("solutionHash").GetString());
        Assert.Equal(28, (await plans.Visits(id)).Count);
        // A node that died in the middle is noticed by the next.
        await plans.Host.Within(services => services.GetRequiredService<AppDb>().Set<PlanRunRow>().ExecuteUpdateAsync(row => row.SetProperty(one => one.State, RunState.Running).SetProperty(one => one.HeardAt, plans.Host.Time.GetUtcNow().AddMinutes(-5))));
        await plans.Host.Within(services => services.GetRequiredService<RunPlans>().Next(CancellationToken.None));
        Assert.Equal("failed", (await (await plans.Chief.GetAsync($"/api/v1/inspection-plans/{id}/run")).Json()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Run_CancelledWhileItWorks_KeepsNothingOfIt()
    {
        await using var plans = await PlanHost.Start();
        var id = await plans.Drafting();
        await PlanHost.Done(plans.Chief.PostJson($"/api/v1/inspection-plans/{id}/optimise", new { version = await plans.Version(id), seconds = 5 }));
        // Said before the solver begins, so that the outcome does not hang on how fast it writes a plan.
        await plans.Host.Within(services => services.GetRequiredService<AppDb>().Set<PlanRunRow>().ExecuteUpdateAsync(row => row.SetProperty(run => run.Wish, RunWish.Cancel)));
        Assert.True(await plans.Host.Within(services => services.GetRequiredService<RunPlans>().Next(CancellationToken.None)));
        Assert.Equal("cancelled", (await (await plans.Chief.GetAsync($"/api/v1/inspection-plans/{id}/run")).Json()).GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, (await plans.Plan(id)).GetProperty("solutionHash").ValueKind);
        Assert.Empty(await plans.Visits(id));
    }

    [Fact]
    public async Task Run_WhenTheNodeStops_WaitsForTheNext()
    {
        await using var plans = await PlanHost.Start();
        var id = await plans.Drafting();
        await PlanHost.Done(plans.Chief.PostJson($"/api/v1/inspection-plans/{id}/optimise", new { version = await plans.Version(id), seconds = 30 }));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => plans.Host.Within(services => services.GetRequiredService<RunPlans>().Next(stop.Token)));
        Assert.Equal("waiting", (await (await plans.Chief.GetAsync($"/api/v1/inspection-plans/{id}/run")).Json()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Campaign_OfOneRequirement_CountsTheYearlyPlanAgainstTheCap()
    {
        await using var plans = await PlanHost.Start();
        foreach (var risk in new[] { "Low", "Medium", "High" })
            Assert.Equal(HttpStatusCode.Redirect, (await plans.Justice.Send("/office/requirements/caps", "requirements.set-cap", new() { ["risk"] = risk, ["visits"] = "2", ["from"] = "2026-01-01", ["source"] = "公告" })).Response.StatusCode);
        var id = await plans.Drafting();
        await plans.Optimise(id);
        await plans.Publish(id);
        Assert.Contains("\"only\"", await PlanHost.Refused(plans.Chief.PostJson("/api/v1/inspection-plans", new { kind = "campaign", area = "A1", year = 2026, title = "专项", from = "2026-03-01", to = "2026-03-31", reason = "部署" })), StringComparison.Ordinal);
        Assert.Contains("\"area\"", await PlanHost.Refused(plans.Chief.PostJson("/api/v1/inspection-plans", new { kind = "annual", year = 2026, title = "没有片区" })), StringComparison.Ordinal);
        Assert.Contains("plan-known", await PlanHost.Refused(plans.Chief.PostJson("/api/v1/inspection-plans", new { kind = "annual", area = "A1", year = 2026, title = "又一个" })), StringComparison.Ordinal);
        var campaign = await PlanHost.Done(plans.Chief.PostJson("/api/v1/inspection-plans", new { kind = "campaign", area = "A1", year = 2026, title = "消防专项", from = "2026-03-01", to = "2026-04-30", only = new[] { "消防检查" }, reason = "部署" }));
        await plans.Optimise(campaign);
        var visits = await plans.Visits(campaign);
        Assert.Equal(20, visits.Count); // the four of high risk are visited twice already
        Assert.All(visits, visit => Assert.InRange(visit.GetProperty("day").GetString()!, "2026-03-01", "2026-04-30"));
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Campaign_Results_ShowWhatWasMetAndWhatIsLeft(Database database)
    {
        await using var plans = await PlanHost.Start(database);
        await plans.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(new InspectionPlanRow { Id = "01campaign000000000000000a", Kind = PlanKind.Campaign, Area = "A1", Year = 2026, Title = "消防专项", From = new(2026, 1, 2), To = new(2026, 1, 3), Only = "消防检查", Edition = 1, Stage = PlanStage.Published });
            foreach (var (id, conclusion, corrected) in new[] { ("01ins1", InspectionConclusion.Correction, (bool?)true), ("01ins2", InspectionConclusion.Correction, null), ("01ins3", InspectionConclusion.NothingFound, null) })
            {
                db.Add(new InspectionRow
                {
                    Id = id,
                    Number = id,
                    JointId = id,
                    Unit = "xf",
                    UnitName = "消防",
                    Township = "350603003",
                    Area = "A1",
                    TargetId = "t" + id,
                    TargetName = "店",
                    TargetAddress = "路",
                    Enterprise = "t" + id,
                    Source = InspectionSource.Campaign,
                    Reason = "消防专项",
                    PlanId = "01campaign000000000000000a",
                    Stage = InspectionStage.Closed,
                    Day = new(2026, 1, 2),
                    Scope = "消防检查",
                    Basis = "示例",
                    YearCount = 0,
                    ProposedBy = "x",
                    ProposerName = "x",
                    ProposedOn = new(2026, 1, 1),
                    OfficerNames = "",
                    StartedAt = plans.Host.Time.GetUtcNow(),
                    RecordedAt = plans.Host.Time.GetUtcNow(),
                    Conclusion = conclusion,
                    Corrected = corrected,
                });
                if (conclusion == InspectionConclusion.Correction) db.Add(new InspectionItemRow { InspectionId = id, Position = 1, Requirement = "消防检查", Text = "通道畅通", Basis = "消防法", Finding = Finding.Fails, Note = "堵塞" });
            }
            return await db.SaveChangesAsync();
        });
        var page = WebUtility.HtmlDecode(await plans.Chief.GetStringAsync("/office/plans/01campaign000000000000000a/results"));
        foreach (var said in new[] { "第一片区“消防专项”成效报告", "2 次，占 66%", "1 次，占 33%", "2（1）", "0 件（1月4日至1月4日）", "不以罚款数额" }) Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("/office/plans/01campaign000000000000000a/results", await plans.Chief.GetStringAsync("/office/plans/01campaign000000000000000a"), StringComparison.Ordinal);
        Assert.Contains("还没有成效报告", WebUtility.HtmlDecode(await plans.Chief.GetStringAsync($"/office/plans/{await plans.Drafting()}/results")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Force_TakenByThePlanOfAnotherArea_IsSubtractedAndStopsThePublication()
    {
        await using var plans = await PlanHost.Start();
        await Other(plans, "01other00000000000000000a2", new(2026, 3, 2), 4);
        var id = await plans.Drafting();
        await plans.Optimise(id);
        var load = WebUtility.HtmlDecode(await plans.Chief.GetStringAsync($"/office/plans/{id}/load"));
        // Four visits of two officers, half an hour on the way and forty minutes there.
        Assert.Contains("已扣除其他已公布计划占用的 9 人时", load, StringComparison.Ordinal);
        Assert.Contains("同一人时只算一次", load, StringComparison.Ordinal);
        var day = (await plans.Visits(id)).First(visit => visit.GetProperty("requirements").ToString().Contains("消防检查", StringComparison.Ordinal)).GetProperty("day").GetString()!;
        var monday = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) is var on ? on.AddDays(-(((int)on.DayOfWeek + 6) % 7)) : default;
        await Other(plans, "01other00000000000000000b2", monday, 30);
        var refused = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => plans.Publish(id));
        Assert.Contains("force-taken", refused.Message, StringComparison.Ordinal);
        Assert.Contains("approved", (await plans.Plan(id)).GetProperty("stage").GetString(), StringComparison.Ordinal);

        static Task<int> Other(PlanHost plans, string id, DateOnly monday, int visits) => plans.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(new InspectionPlanRow { Id = id, Kind = PlanKind.Annual, Area = "A2", Year = 2026, Title = id, From = new(2026, 1, 1), To = new(2026, 12, 31), Only = "", Edition = 1, Stage = PlanStage.Published });
            foreach (var number in Enumerable.Range(0, visits))
                db.Add(new PlanVisitRow { Id = $"{id[^6..]}{number:000}", PlanId = id, TargetId = $"x{number}", TargetName = $"二片区店{number}", Enterprise = $"x{number}", Township = "350603004", Day = monday.AddDays(number % 5), Requirements = "消防检查", Reasons = "", Locked = false, State = VisitState.Planned });
            return await db.SaveChangesAsync();
        });
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Rollups_OfAPublishedPlan_ShowDistrictMergesAndMonthlyTasks(Database database)
    {
        await using var plans = await PlanHost.Start(database);
        var id = await plans.Drafting();
        await plans.Optimise(id);
        Assert.Equal(HttpStatusCode.NotFound, (await plans.Chief.GetAsync($"/office/plans/{id}/tasks")).StatusCode);
        Assert.Contains("本年没有已公布的计划", WebUtility.HtmlDecode(await plans.Chief.GetStringAsync("/office/plans/district")), StringComparison.Ordinal);
        await plans.Publish(id);
        var district = WebUtility.HtmlDecode(await plans.Chief.GetStringAsync("/office/plans/district?year=2026"));
        foreach (var said in new[] { "2026年度联合检查计划", "减少入企检查", "第一片区", "各主体逐周负荷", "人时" }) Assert.Contains(said, district, StringComparison.Ordinal);
        Assert.Contains("二、各主体用时", WebUtility.HtmlDecode(await plans.Chief.GetStringAsync("/office/plans/district/paper")), StringComparison.Ordinal);
        var book = await plans.Chief.GetAsync("/office/plans/district.xlsx?year=2026");
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString(await book.Content.ReadAsByteArrayAsync())[..2]);
        Assert.NotEqual(HttpStatusCode.OK, (await plans.Host.Client().GetAsync("/office/plans/district.xlsx?year=2026")).StatusCode);

        var merged = (await plans.Visits(id)).First(visit => visit.GetProperty("requirements").GetArrayLength() > 1);
        var merges = WebUtility.HtmlDecode(await plans.Chief.GetStringAsync($"/office/plans/{id}/merges?q={Uri.EscapeDataString(merged.GetProperty("name").GetString()!)}"));
        Assert.Contains($"/office/plans/{id}/visits/{merged.GetProperty("id").GetString()}", merges, StringComparison.Ordinal);
        Assert.Contains("（市容检查）", merges, StringComparison.Ordinal);
        Assert.Contains("（消防检查）", merges, StringComparison.Ordinal);

        var day = DateOnly.Parse(merged.GetProperty("day").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        var tasks = WebUtility.HtmlDecode(await plans.Chief.GetStringAsync($"/office/plans/{id}/tasks?month={day.Month}&unit=xf"));
        Assert.Contains(merged.GetProperty("name").GetString()!, tasks, StringComparison.Ordinal);
        Assert.DoesNotContain("市容检查", tasks, StringComparison.Ordinal);
        Assert.Contains("待检查", WebUtility.HtmlDecode(await plans.Chief.GetStringAsync($"/office/plans/{id}/tasks/paper?month={day.Month}")), StringComparison.Ordinal);
        plans.Host.Time.Set(new DateTimeOffset(day.AddDays(1), new TimeOnly(9, 0), TimeSpan.FromHours(8)));
        await plans.SignIn();
        if (day.AddDays(1).Month == day.Month)
        {
            var desk = WebUtility.HtmlDecode(await plans.Fire.GetStringAsync("/office"));
            Assert.Contains($"办理{day.Month}月检查任务", desk, StringComparison.Ordinal);
            Assert.Contains("其中逾期", desk, StringComparison.Ordinal);
            Assert.DoesNotContain("月检查任务", WebUtility.HtmlDecode(await plans.Justice.GetStringAsync("/office")), StringComparison.Ordinal);
        }
        Assert.Contains("逾期未检查", WebUtility.HtmlDecode(await plans.Chief.GetStringAsync($"/office/plans/{id}/tasks?month={day.Month}&unit=xf")), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Tasks_OfAMonthWithManyVisits_ArePagedAndCountedWhole(Database database)
    {
        await using var plans = await PlanHost.Start(database);
        const string Plan = "01many00000000000000000000";
        await plans.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(new InspectionPlanRow { Id = Plan, Kind = PlanKind.Annual, Area = "A1", Year = 2026, Title = "年度计划", From = new(2026, 1, 1), To = new(2026, 12, 31), Only = "", Edition = 1, Stage = PlanStage.Published });
            foreach (var number in Enumerable.Range(0, 120))
                db.Add(new PlanVisitRow
                {
                    Id = $"many{number:000}",
                    PlanId = Plan,
                    TargetId = $"x{number}",
                    TargetName = $"多店{number:000}",
                    Enterprise = $"x{number}",
                    Township = number % 3 == 0 ? "350603003" : "350603001",
                    Day = new(2026, 1, 1 + (number % 28)),
                    Requirements = number % 2 == 0 ? "市容检查|消防检查" : "市容检查",
                    Reasons = "",
                    Locked = false,
                    State = number % 10 == 0 ? VisitState.Done : VisitState.Planned,
                    DoneOn = number % 10 == 0 ? new(2026, 1, 2) : null,
                });
            return await db.SaveChangesAsync();
        });
        // 120 visits, of which 60 are of two subjects; a page holds 50 visits.
        var (page, seen, address) = ("", new HashSet<string>(), $"/office/plans/{Plan}/tasks?month=1");
        for (var pages = 0; pages < 3; pages++)
        {
            page = WebUtility.HtmlDecode(await plans.Chief.GetStringAsync(address));
            Assert.Contains("180 项任务：已检查 24", page, StringComparison.Ordinal);
            seen.UnionWith(System.Text.RegularExpressions.Regex.Matches(page, "多店\\d{3}").Select(match => match.Value));
            Assert.Equal(Math.Min(120, 50 * (pages + 1)), seen.Count);
            if (pages < 2) address = System.Text.RegularExpressions.Regex.Match(page, "href=\"([^\"]*after=[^\"]*)\"").Groups[1].Value;
        }
        var street = WebUtility.HtmlDecode(await plans.Chief.GetStringAsync($"/office/plans/{Plan}/tasks?month=1&unit=350603003"));
        Assert.Contains("40 项任务", street, StringComparison.Ordinal);
        Assert.Equal(40, System.Text.RegularExpressions.Regex.Matches(street, "多店\\d{3}").Select(match => match.Value).Distinct().Count());
        Assert.Contains("60 项任务", WebUtility.HtmlDecode(await plans.Chief.GetStringAsync($"/office/plans/{Plan}/tasks/paper?month=1&unit=xf")), StringComparison.Ordinal);
        Assert.Contains("0 项任务", WebUtility.HtmlDecode(await plans.Chief.GetStringAsync($"/office/plans/{Plan}/tasks?month=2")), StringComparison.Ordinal);
        Assert.Contains("48 户次", WebUtility.HtmlDecode(await plans.Fire.GetStringAsync("/office")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requirement_OfAnotherDepartment_IsRefused()
    {
        await using var plans = await PlanHost.Start();
        Assert.Equal(HttpStatusCode.Forbidden, (await plans.Fire.PostJson("/api/v1/inspection-requirements", PlanHost.Requirement("食品检查", "sc", byTownship: false))).StatusCode);
        Assert.Contains("requirement-known", await PlanHost.Refused(plans.Fire.PostJson("/api/v1/inspection-requirements", PlanHost.Requirement("市容检查", "xf", byTownship: false))), StringComparison.Ordinal);
        var list = (await (await plans.Fire.GetAsync("/api/v1/inspection-requirements")).Json()).GetProperty("items");
        var own = list.EnumerateArray().Single(one => one.GetProperty("name").GetString() == "消防检查");
        var address = $"/office/requirements/{own.GetProperty("id").GetString()}";
        var (changed, _) = await plans.Fire.Send(address, "requirements.set", new() { ["name"] = "消防检查", ["department"] = "xf", ["by"] = "department", ["high"] = "3", ["medium"] = "1", ["low"] = "0", ["minutes"] = "50", ["gapWeeks"] = "6", ["skillLevel"] = "0", ["source"] = "新规", ["from"] = "2026-02-01", ["windows"] = "03-01至11-30" });
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(3, (await (await plans.Fire.GetAsync("/api/v1/inspection-requirements")).Json()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Pages_OfAPlan_ShowWhatStands()
    {
        await using var plans = await PlanHost.Start();
        var id = await plans.Drafting();
        await plans.Optimise(id);
        var visit = (await plans.Visits(id))[0].GetProperty("id").GetString();
        foreach (var address in new[] { "/office/plans", "/office/plans/new", "/office/requirements", $"/office/plans/{id}", $"/office/plans/{id}/visits?month=3", $"/office/plans/{id}/visits/{visit}", $"/office/plans/{id}/steps/send-for-opinion", "/plans" })
            Assert.Equal((address, HttpStatusCode.OK), (address, (await plans.Chief.GetAsync(address)).StatusCode));
        var load = WebUtility.HtmlDecode(await plans.Chief.GetStringAsync($"/office/plans/{id}/load"));
        foreach (var words in new[] { "按户合并", "用满上限", "逐周负荷：", "资源缺口合计", "未能安排的" }) Assert.Contains(words, load, StringComparison.Ordinal);
        Assert.Contains("计划尚未编排", WebUtility.HtmlDecode(await plans.Chief.GetStringAsync("/office/plans/none/load")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await plans.Chief.GetAsync($"/office/plans/{id}/steps/none")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await plans.Chief.GetAsync("/office/plans/none")).StatusCode);
        var (moved, _) = await plans.Chief.Send($"/office/plans/{id}/visits/{visit}", "plans.edit", new() { ["day"] = "2026-12-16", ["reason"] = "企业检修" });
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        var (sent, _) = await plans.Chief.Send($"/office/plans/{id}/steps/send-for-opinion", "plans.send-for-opinion", []);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal("opinions", (await plans.Plan(id)).GetProperty("stage").GetString());
        Assert.Equal(24, await plans.Host.Within(services => services.GetRequiredService<AppDb>().Set<TargetRow>().CountAsync()));
    }
}
