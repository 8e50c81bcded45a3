using System.Net;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Plans;

/// <summary>What stands in the way of publishing a plan, what an amendment takes over, and two who begin at once.</summary>
public sealed class PlanPublicationTests
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Publication_OfVisitsBeyondACap_IsRefused(Database database)
    {
        await using var plans = await PlanHost.Start(database);
        foreach (var risk in new[] { "Low", "Medium", "High" })
            Assert.Equal(HttpStatusCode.Redirect, (await plans.Justice.Send("/office/requirements/caps", "requirements.set-cap", new() { ["risk"] = risk, ["visits"] = "2", ["from"] = "2026-01-01", ["source"] = "公告" })).Response.StatusCode);
        var id = await plans.Drafting();
        await plans.Optimise(id);
        // Another plan was published since the draft was made: twice to the same enterprise.
        var target = (await plans.Visits(id))[0].GetProperty("target").GetString()!;
        await plans.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(new InspectionPlanRow { Id = "01other000000000000000001b", Kind = PlanKind.Campaign, Area = "A1", Year = 2026, Title = "专项", From = new(2026, 1, 1), To = new(2026, 12, 31), Only = "别的检查", Edition = 1, Stage = PlanStage.Published });
            foreach (var number in new[] { 1, 2 })
                db.Add(new PlanVisitRow { Id = $"01otherv{number}", PlanId = "01other000000000000000001b", TargetId = target, TargetName = "店", Enterprise = target, Township = "350603003", Day = new(2026, 10, number), Requirements = "别的检查", Reasons = "", Locked = false, State = VisitState.Planned });
            return await db.SaveChangesAsync();
        });
        var refused = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => plans.Publish(id));
        Assert.Contains("frequency-cap", refused.Message, StringComparison.Ordinal);
        Assert.Equal("approved", (await plans.Plan(id)).GetProperty("stage").GetString());
        // What the chief grants opens it.
        await PlanHost.Done(plans.Chief.PostJson("/api/v1/cap-exceptions", new { target, year = 2026, visits = 2, ground = "complaint", reason = "群众投诉" }));
        await PlanHost.Done(plans.Chief.PostJson($"/api/v1/inspection-plans/{id}/publish", new { version = await plans.Version(id) }));
    }

    /// <summary>What was done on paper counts, and stops at the cap like everything that is planned.</summary>
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Report_ByHandBeyondTheCap_IsRefused(Database database)
    {
        await using var plans = await PlanHost.Start(database);
        var target = await plans.Host.Within(services => services.GetRequiredService<AppDb>().Set<Lianzhi.Web.Features.Targets.TargetRow>().OrderBy(row => row.Id).Select(row => row.Id).FirstAsync());
        foreach (var risk in new[] { "Low", "Medium", "High" })
            Assert.Equal(HttpStatusCode.Redirect, (await plans.Justice.Send("/office/requirements/caps", "requirements.set-cap", new() { ["risk"] = risk, ["visits"] = "1", ["from"] = "2026-01-01", ["source"] = "公告" })).Response.StatusCode);
        await plans.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(new InspectionPlanRow { Id = "01plan000000000000000000ab", Kind = PlanKind.Annual, Area = "A1", Year = 2026, Title = "计划", From = new(2026, 1, 1), To = new(2026, 12, 31), Only = "", Edition = 1, Stage = PlanStage.Published });
            foreach (var number in new[] { 1, 2 })
                db.Add(new PlanVisitRow { Id = $"01paper{number}", PlanId = "01plan000000000000000000ab", TargetId = target, TargetName = "店", Enterprise = target, Township = "350603003", Day = new(2026, 1, number + 1), Requirements = "市容检查", Reasons = "", Locked = false, State = VisitState.Planned });
            return await db.SaveChangesAsync();
        });
        object paper = new { done = true, on = "2026-01-05", unit = "350603003", reference = "蓝检笔〔2026〕1号", officers = await PlanHost.Pair(plans.Host, "350603003") };
        var page = WebUtility.HtmlDecode(await plans.Coordinator.GetStringAsync("/office/plans/01plan000000000000000000ab/visits/01paper1"));
        Assert.Contains("纸质检查通知书或者笔录文号", page, StringComparison.Ordinal);
        await PlanHost.Done(plans.Coordinator.PostJson("/api/v1/inspection-plans/01plan000000000000000000ab/visits/01paper1/report", paper));
        Assert.Contains("frequency-cap", await PlanHost.Refused(plans.Coordinator.PostJson("/api/v1/inspection-plans/01plan000000000000000000ab/visits/01paper2/report", paper)), StringComparison.Ordinal);
        await PlanHost.Done(plans.Coordinator.PostJson("/api/v1/inspection-plans/01plan000000000000000000ab/visits/01paper2/report", new { done = false, reason = "频次已满" }));
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Amendment_OfAMovedVisitThatWasCarriedOutMeanwhile_TakesItOverOnce(Database database)
    {
        await using var plans = await PlanHost.Start(database);
        var id = await plans.Drafting();
        await plans.Optimise(id);
        await plans.Publish(id);
        var next = await PlanHost.Done(plans.Chief.PostJson($"/api/v1/inspection-plans/{id}/amend", new { version = await plans.Version(id), reason = "人员调整" }));
        var single = (await plans.Visits(id)).GroupBy(visit => visit.GetProperty("target").GetString()!).First(group => group.Count() == 1).Key;
        await plans.Host.Within(async services =>
        {
            var visits = services.GetRequiredService<AppDb>().Set<PlanVisitRow>();
            await visits.Where(visit => visit.PlanId == next && visit.TargetId == single).ExecuteUpdateAsync(set => set.SetProperty(visit => visit.Day, new DateOnly(2026, 11, 18)));
            return await visits.Where(visit => visit.PlanId == id && visit.TargetId == single).ExecuteUpdateAsync(set => set.SetProperty(visit => visit.State, VisitState.Done).SetProperty(visit => visit.DoneOn, new DateOnly(2026, 1, 5)));
        });
        await plans.Publish(next);
        var left = Assert.Single(await plans.Visits(next), visit => visit.GetProperty("target").GetString() == single);
        Assert.Equal(("done", "2026-01-05"), (left.GetProperty("state").GetString(), left.GetProperty("doneOn").GetString()));
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Plan_BegunOrAmendedByTwoAtOnce_IsOne(Database database)
    {
        await using var plans = await PlanHost.Start(database);
        object annual = new { kind = "annual", area = "A1", year = 2027, title = "2027年度联合检查计划" };
        var begun = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => plans.Chief.PostJson("/api/v1/inspection-plans", annual)));
        Assert.Single(begun, answer => answer.IsSuccessStatusCode);
        await plans.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(new InspectionPlanRow { Id = "01plan000000000000000000ab", Kind = PlanKind.Annual, Area = "A1", Year = 2026, Title = "计划", From = new(2026, 1, 1), To = new(2026, 12, 31), Only = "", Edition = 1, Stage = PlanStage.Published });
            return await db.SaveChangesAsync();
        });
        var version = await plans.Version("01plan000000000000000000ab");
        var amended = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => plans.Chief.PostJson("/api/v1/inspection-plans/01plan000000000000000000ab/amend", new { version, reason = "人员调整" })));
        Assert.Single(amended, answer => answer.IsSuccessStatusCode);
        Assert.Equal(1, await plans.Host.Within(services => services.GetRequiredService<AppDb>().Set<InspectionPlanRow>().CountAsync(row => row.Amends == "01plan000000000000000000ab")));
    }
}
