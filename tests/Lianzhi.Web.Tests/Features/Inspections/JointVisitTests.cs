using System.Net;
using Lianzhi.Core.Clues;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Features.Dispatch;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Features.Plans;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Tests.Features.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Lianzhi.Web.Tests.Features.Inspections.InspectionHost;

namespace Lianzhi.Web.Tests.Features.Inspections;

/// <summary>What makes several inspections one visit, what a visit counts as, and what it leads to.</summary>
public sealed class JointVisitTests
{
    private const string Clue = "01clue0000000000000000000c";
    private const string Amended = "01visitamended00000000000a";

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task JointVisit_OnAnotherDay_IsRefusedAndWouldCountOnceMore(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        var first = await made.Noticed();
        var (fire, crew) = await made.FireService();
        Assert.Contains("joint-another-day", await Refused(fire.PostJson("/api/v1/inspections", new { visit = Visit, unit = "xf", day = "2026-03-06", officers = crew })), StringComparison.Ordinal);
        var second = await Done(fire.PostJson("/api/v1/inspections", new { visit = Visit, unit = "xf", officers = crew }));
        await made.People.At(3, 5);
        await Done(Step(made.People.Officer, first, "start", new { code = Code, certificatesShown = true }));
        await Began(made, second, "2026-03-05T10:00:00+08:00");
        Assert.Equal(1, (await made.Counted(made.Target)).Used);
        await Began(made, second, "2026-03-06T10:00:00+08:00");
        Assert.Equal(2, (await made.Counted(made.Target)).Used);
        // Its own visit is left out on its own day only.
        var counted = await made.Host.Within(async services => await services.GetRequiredService<InspectionFrequencies>().Now(await services.GetRequiredService<AppDb>().Set<InspectionRow>().SingleAsync(row => row.Id == second), new(2026, 3, 6), default));
        Assert.Equal(1, counted.Used);
    }

    [Fact]
    public async Task Planned_ProposedForAnotherDay_KeepsItsPartOfTheYearItsGapAndItsSkill()
    {
        await using var made = await InspectionHost.Start();
        await made.Plan("01visitapril0000000000000a", made.Target, Code);
        await made.Host.Within(services => services.GetRequiredService<AppDb>().Set<RequirementRow>().Where(row => row.Name == "市容环境检查")
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.GapWeeks, 4).SetProperty(one => one.Windows, "03-01至04-30")));
        Task<HttpResponseMessage> Propose(string day) => made.People.Officer.PostJson("/api/v1/inspections", new { visit = Visit, unit = CaseHost.Street, day, officers = made.People.Pair });
        var close = await Refused(Propose("2026-03-20"));
        Assert.Contains("gap-too-short", close, StringComparison.Ordinal);
        Assert.Contains("4月9日", close, StringComparison.Ordinal);
        Assert.Contains("outside-window", await Refused(Propose("2026-05-08")), StringComparison.Ordinal);
        await made.Host.Within(services => services.GetRequiredService<AppDb>().Set<RequirementRow>().Where(row => row.Name == "市容环境检查")
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Skill, "食品").SetProperty(one => one.SkillLevel, 2)));
        Assert.Contains("食品2级", await Refused(Propose("2026-03-06")), StringComparison.Ordinal);
        await made.Host.Within(services => services.GetRequiredService<AppDb>().Set<RequirementRow>().Where(row => row.Name == "市容环境检查").ExecuteUpdateAsync(row => row.SetProperty(one => one.SkillLevel, 0)));
        await Done(Propose("2026-03-06"));
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Frequency_BegunInAnotherYearThanPlanned_CountsWhereItBegan(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        var id = await made.Started();
        // Midnight in Shanghai, not in Greenwich.
        await Began(made, id, "2025-12-31T23:30:00+08:00");
        Assert.Equal(0, (await made.Counted(made.Target)).Used);
        await Began(made, id, "2026-01-01T00:30:00+08:00");
        Assert.Equal(1, (await made.Counted(made.Target)).Used);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task JointVisit_AfterAnAmendmentCopiedIt_FindsTheOtherSubject(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        var first = await made.Noticed();
        await made.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var plan = await db.Set<InspectionPlanRow>().SingleAsync();
            var visit = await db.Set<PlanVisitRow>().SingleAsync();
            plan.Stage = PlanStage.Superseded;
            db.Add(new InspectionPlanRow { Id = "01plan0000000000000000000q", Kind = PlanKind.Annual, Area = "A1", Year = 2026, Title = plan.Title, From = plan.From, To = plan.To, Only = "", Edition = 2, Amends = plan.Id, Stage = PlanStage.Published });
            db.Add(new PlanVisitRow { Id = Amended, PlanId = "01plan0000000000000000000q", TargetId = visit.TargetId, TargetName = visit.TargetName, Enterprise = visit.Enterprise, Township = visit.Township, Day = visit.Day, Requirements = visit.Requirements, Reasons = "", Locked = false, State = VisitState.Planned });
            return await db.SaveChangesAsync();
        });
        var (fire, crew) = await made.FireService();
        var second = await Done(fire.PostJson("/api/v1/inspections", new { visit = Amended, unit = "xf", officers = crew }));
        Assert.Single(await Joints(made, first, second));
        Assert.Contains("inspection-known", await Refused(made.People.Officer.PostJson("/api/v1/inspections", new { visit = Amended, unit = CaseHost.Street, officers = made.People.Pair })), StringComparison.Ordinal);
        // The record of the first carries out the visit of the edition in force, that of the second no further one.
        await made.People.At(3, 5);
        await made.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(new PlanVisitRow { Id = "01visitlater0000000000000a", PlanId = "01plan0000000000000000000q", TargetId = made.Target, TargetName = Restaurant, Enterprise = Code, Township = CaseHost.Street, Day = new(2026, 9, 3), Requirements = "市容环境检查", Reasons = "", Locked = false, State = VisitState.Planned });
            return await db.SaveChangesAsync();
        });
        foreach (var inspected in new[] { "市容环境检查", "消防安全检查" })
            Assert.True(await made.Host.Within(async services => (await services.GetRequiredService<CarryOutVisit>().Run(Visit, new(2026, 3, 5), [inspected], "检查笔录", default)).IsOk));
        Assert.Equal(new[] { VisitState.Done, VisitState.Planned }, await made.Host.Within(services => services.GetRequiredService<AppDb>().Set<PlanVisitRow>().Where(visit => visit.PlanId == "01plan0000000000000000000q").OrderBy(visit => visit.Day).Select(visit => visit.State).ToListAsync()));
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task JointVisit_WhoseFirstRecordIsSigned_TakesItsSecondSubjectThatDay(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        var first = await made.Recorded();
        var (fire, crew) = await made.FireService();
        var second = await Done(fire.PostJson("/api/v1/inspections", new { visit = Visit, unit = "xf", officers = crew }));
        Assert.Single(await Joints(made, first, second));
        Assert.Contains("inspection-known", await Refused(made.People.Officer.PostJson("/api/v1/inspections", new { visit = Visit, unit = CaseHost.Street, officers = made.People.Pair })), StringComparison.Ordinal);
        await Done(Step(fire, second, "cancel", new { reason = "另有任务" }));
        await made.People.At(3, 6);
        Assert.Contains("已经实施", await Refused(made.People.Officer.PostJson("/api/v1/inspections", new { visit = Visit, unit = CaseHost.Street, officers = made.People.Pair })), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task JointVisit_WhoseSecondSubjectDidNotCome_KeepsWhatIsLeftUntilItComes(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        await made.Recorded();
        var (fire, crew) = await made.FireService();
        Assert.Equal((VisitState.Done, "消防安全检查"), await Left());
        var tasks = await fire.GetStringAsync("/office/plans/01plan0000000000000000000p/tasks?month=3&unit=xf", TestContext.Current.CancellationToken);
        Assert.Contains("待检查", tasks, StringComparison.Ordinal);
        await made.People.At(3, 9);
        fire = await made.Host.SignedIn(new Lianzhi.Core.Access.Assignment(Lianzhi.Core.Access.Role.Liaison, "xf", null));
        var counted = (await made.Counted(made.Target)).Used;
        Assert.Contains("逾期未检查", await fire.GetStringAsync("/office/plans/01plan0000000000000000000p/tasks?month=3&unit=xf", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        // It comes on a day of its own, which the enterprise is counted once more.
        var second = await Done(fire.PostJson("/api/v1/inspections", new { visit = Visit, unit = "xf", day = "2026-03-11", officers = crew }));
        Assert.Contains("inspection-known", await Refused(fire.PostJson("/api/v1/inspections", new { visit = Visit, unit = "xf", day = "2026-03-11", officers = crew })), StringComparison.Ordinal);
        await made.People.At(3, 11);
        // The board takes it from its day on, once its head approved, for the subject that comes alone.
        Assert.Empty(await Jobs("2026-03-11"));
        await made.Host.Within(services => services.GetRequiredService<AppDb>().Set<InspectionRow>().Where(row => row.Id == second).ExecuteUpdateAsync(set => set.SetProperty(row => row.Stage, InspectionStage.Approved)));
        Assert.Equal(("另日检查：" + Restaurant, "xf"), Assert.Single(await Jobs("2026-03-11")));
        Assert.Single(await Jobs("2026-03-11"));
        await Began(made, second, "2026-03-11T10:00:00+08:00");
        Assert.Equal(counted + 1, (await made.Counted(made.Target)).Used);
        Assert.True(await made.Host.Within(async services => (await services.GetRequiredService<CarryOutVisit>().Run(Visit, new(2026, 3, 11), ["消防安全检查"], "检查笔录", default)).IsOk));
        Assert.Equal((VisitState.Done, null), await Left());
        await made.People.At(3, 12);
        Assert.Empty(await Jobs("2026-03-12"));

        async Task<List<(string, string)>> Jobs(string day)
        {
            var chief = made.People.Chief;
            await Done(chief.PostJson("/api/v1/dispatch/boards", new { area = "A1", day }));
            return [.. (await (await chief.GetAsync($"/api/v1/dispatch/boards?area=A1&day={day}")).Json()).GetProperty("jobs").EnumerateArray()
                .Where(job => job.GetProperty("reference").GetString() == Visit).Select(job => (job.GetProperty("title").GetString()!, job.GetProperty("subjects").EnumerateArray().Single().GetString()!))];
        }

        Task<(VisitState, string?)> Left() => made.Host.Within(async services => await services.GetRequiredService<AppDb>().Set<PlanVisitRow>().SingleAsync(visit => visit.Id == Visit) is var visit ? (visit.State, visit.Left) : default);
    }

    [Fact]
    public void Next_OfAVisitOfWhichSomeIsLeft_IsNeverTheOneThatInspectsOnlyWhatIsLeft()
    {
        PlanVisitRow Of(string id, DateOnly day, string requirements, VisitState state) => new() { Id = id, PlanId = "plan", TargetId = "target", TargetName = Restaurant, Enterprise = Code, Township = CaseHost.Street, Day = day, Requirements = requirements, Reasons = "", Locked = false, State = state };
        var done = Of("done", new(2026, 3, 5), "市容环境检查|消防安全检查", VisitState.Planned);
        Assert.True(done.Carry(new(2026, 3, 5), ["市容环境检查"]));
        Assert.False(done.Carry(new(2026, 3, 6), ["市容环境检查"]));
        PlanVisitRow[] edition = [Of("fire", new(2026, 4, 9), "消防安全检查", VisitState.Planned), Of("both", new(2026, 9, 3), "市容环境检查|消防安全检查", VisitState.Planned)];
        Assert.Equal("both", PlanVisits.Next(edition, done, ["市容环境检查"])!.Id);
        Assert.Null(PlanVisits.Next(edition[..1], done, ["市容环境检查"]));
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task WhatIsLeftOfAJointVisit_ReportedAsNotInspected_NeedsAReasonAndEnds(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        await made.Recorded();
        var report = $"/api/v1/inspection-plans/01plan0000000000000000000p/visits/{Visit}/report";
        var leader = await made.Host.SignedIn(new Lianzhi.Core.Access.Assignment(Lianzhi.Core.Access.Role.BrigadeLeader, CaseHost.Street, "A1"));
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.PostJson(report, new { done = false, reason = "消防部门未到" })).StatusCode);
        var coordinator = await made.Host.SignedIn(new Lianzhi.Core.Access.Assignment(Lianzhi.Core.Access.Role.AreaCoordinator, null, "A1"));
        Assert.Contains("reason", await Refused(coordinator.PostJson(report, new { done = false })), StringComparison.Ordinal);
        using var answer = await coordinator.PostJson(report, new { done = false, reason = "消防部门当日已用执法平台另行检查" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("visit-is-over", await Refused(coordinator.PostJson(report, new { done = false, reason = "再次登记" })), StringComparison.Ordinal);
        var tasks = await coordinator.GetStringAsync("/office/plans/01plan0000000000000000000p/tasks?month=3&unit=xf", TestContext.Current.CancellationToken);
        Assert.Contains(">未检查<", tasks.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task JointVisit_ProposedByTwoAtOnce_IsOne(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        var (fire, crew) = await made.FireService();
        var ids = await Task.WhenAll(made.Propose(), Done(fire.PostJson("/api/v1/inspections", new { visit = Visit, unit = "xf", officers = crew })));
        Assert.Single(await Joints(made, ids));
    }

    [Fact]
    public async Task Notice_OnTheDay_IsNotInAdvance()
    {
        await using var made = await InspectionHost.Start();
        var id = await made.Propose();
        await Done(Step(made.People.Head, id, "approve", new { agrees = true, opinion = "同意检查。" }));
        await made.People.At(3, 5);
        Assert.Contains("notice-not-in-advance", await Refused(Step(made.People.Officer, id, "notify", new { manner = "advance", receiver = "陈某某" })), StringComparison.Ordinal);
        await made.People.At(3, 6);
        Assert.Contains("notice-after-the-day", await Refused(Step(made.People.Officer, id, "notify", new { manner = "onArrival", why = "当日检查" })), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Recheck_ByWhoKeepsOutOrWasNotThere_IsRefused(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        var (id, officer) = (await made.Recorded(), made.People.Officer);
        await Done(Step(officer, id, "conclude", new { conclusion = "correction", text = "责令改正。", demand = "三日内清理", dueOn = "2026-03-12" }));
        await Done(Step(officer, id, "tell-result", new { receiver = "陈某某" }));
        await made.People.At(3, 13);
        var others = new List<string>();
        foreach (var name in new[] { "蓝三", "蓝四" })
            others.Add(await made.Host.Within(async services =>
            {
                var added = (await services.GetRequiredService<Lianzhi.Web.Features.Organisation.AddOfficer>().Run(new(name, CaseHost.Street, null, new DateOnly(2025, 1, 1)), "示例", default)).Value!;
                Assert.True((await services.GetRequiredService<Lianzhi.Web.Features.Organisation.AddCertificate>().Run(added, new($"示{added[^6..]}", "示例", new DateOnly(2025, 1, 1), new DateOnly(2029, 1, 1)), default)).IsOk);
                return added;
            }));
        Assert.Contains("not-the-inspector", await Refused(Step(officer, id, "recheck", new { corrected = true, findings = "已清理。", officers = others })), StringComparison.Ordinal);
        await made.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(new RecusalRow { Id = "r", OfficerId = made.People.SecondOfficer, Matter = made.Target, BoardId = "b", Ground = "亲属", DeclaredOn = new(2026, 3, 12) });
            return await db.SaveChangesAsync();
        });
        Assert.Contains("officer-recused", await Refused(Step(officer, id, "recheck", new { corrected = true, findings = "已清理。" })), StringComparison.Ordinal);
        await Done(Step(officer, id, "recheck", new { corrected = true, findings = "已清理。", officers = new[] { made.People.FirstOfficer, others[0] } }));
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Conclusion_CaseFromAClue_TakesTheClueAlong(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        await Accepted(made, ClueSource.Patrol);
        var id = await made.Recorded(new { clue = Clue, target = made.Target, unit = CaseHost.Street, source = "clue", reason = "群众反映堆放垃圾", requirements = new[] { "市容环境检查" }, day = "2026-03-05", officers = made.People.Pair });
        await Done(Step(made.People.Officer, id, "conclude", new { conclusion = "case", text = "涉嫌违法，提请立案。" }));
        var opened = (await made.Read(id)).GetProperty("caseId").GetString();
        var found = await (await made.People.Officer.GetAsync($"/api/v1/cases/{opened}")).Json();
        Assert.Equal(Clue, found.GetProperty("clueId").GetString());
        Assert.Contains("LX20260302001", found.GetProperty("source").GetString(), StringComparison.Ordinal);
        var filed = await made.Host.Within(services => services.GetRequiredService<AppDb>().Set<ClueRow>().SingleAsync(row => row.Id == Clue));
        Assert.Equal((ClueState.Filed, opened), (filed.State, filed.CaseId));
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Papers_AfterOthersCameMeanwhile_SayWhatIsSoThen(Database database)
    {
        await using var made = await InspectionHost.Start(database);
        object operation = new { target = made.Target, unit = CaseHost.Street, source = "operation", reason = "联合执法行动", requirements = new[] { "市容环境检查" }, officers = made.People.Pair };
        await Accepted(made);
        var id = await made.Propose(new { clue = Clue, target = made.Target, unit = CaseHost.Street, source = "clue", reason = "群众反映堆放垃圾", requirements = new[] { "市容环境检查" }, day = "2026-03-05", officers = made.People.Pair });
        var later = await made.Propose(new { target = made.Target, unit = CaseHost.Street, source = "operation", reason = "联合执法行动", requirements = new[] { "市容环境检查" }, day = "2026-03-05", officers = made.People.Pair });
        await Done(Step(made.People.Officer, await made.Noticed(operation), "start", new { code = Code, certificatesShown = true }));
        await Done(Step(made.People.Head, later, "approve", new { agrees = true, opinion = "同意检查。" }));
        Assert.Equal(1, (await made.Read(later)).GetProperty("yearCount").GetInt32());
        await Done(Step(made.People.Officer, later, "notify", new { manner = "advance", receiver = "陈某某" }));
        Assert.Contains("已入企检查1次", (await (await made.People.Officer.GetAsync($"/api/v1/inspections/{later}/documents/inspection-notice")).Json()).GetProperty("text").GetString(), StringComparison.Ordinal);
        await Done(Step(made.People.Officer, await made.Noticed(operation), "start", new { code = Code, certificatesShown = true }));
        // The cap was not full when the clue was proposed, so that nobody asked why it does not wait.
        Assert.Contains("突破频次上限的理由", System.Net.WebUtility.HtmlDecode(await made.People.Head.GetStringAsync($"/office/inspections/{id}/steps/approve")), StringComparison.Ordinal);
        Assert.Contains("beyondReason", await Refused(Step(made.People.Head, id, "approve", new { agrees = true, opinion = "同意检查。" })), StringComparison.Ordinal);
        await Done(Step(made.People.Head, id, "approve", new { agrees = true, opinion = "同意检查。", beyondReason = "群众反映强烈，不能等到明年" }));
        var form = (await (await made.People.Officer.GetAsync($"/api/v1/inspections/{id}/documents/inspection-approval")).Json()).GetProperty("text").GetString();
        Assert.Contains("已入企检查2次", form, StringComparison.Ordinal);
        Assert.Contains("不能等到明年", form, StringComparison.Ordinal);
        Assert.DoesNotContain("未超出", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposal_UnknownEndedOrForeignRequirement_IsRefusedByName()
    {
        await using var made = await InspectionHost.Start();
        object Asked(string target, params string[] requirements) => new { target, unit = CaseHost.Street, source = "atOnce", reason = "巡查发现", requirements, officers = made.People.Pair };
        var refused = await Refused(made.People.Officer.PostJson("/api/v1/inspections", Asked(made.Target, "市容环境检查", "没有的检查")));
        Assert.Contains("没有的检查", refused, StringComparison.Ordinal);
        var works = await made.Register(["", "示例机械厂", "湖滨路88号", "蓝田街道", "", "", "", "制造", "中", "1234567", "", "在营"]);
        Assert.Contains("requirement-not-applicable", await Refused(made.People.Officer.PostJson("/api/v1/inspections", Asked(works, "市容环境检查"))), StringComparison.Ordinal);
    }

    /// <summary>A clue that the township took on.</summary>
    private static Task<int> Accepted(InspectionHost made, ClueSource source = ClueSource.PublicComplaint) =>
        made.Host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(new ClueRow
            {
                Id = Clue,
                Number = "LX20260302001",
                Source = source,
                State = ClueState.Accepted,
                Township = CaseHost.Street,
                Unit = CaseHost.Street,
                Area = "A1",
                BodyName = "蓝田街道",
                Description = "堆放垃圾",
                Address = "湖滨路8号",
                Category = "街面",
                ReceivedAt = new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero),
                ReceivedOn = new(2026, 3, 2),
                StepFrom = new(2026, 3, 2),
                DueOn = new(2026, 3, 20),
            });
            return await db.SaveChangesAsync();
        });

    private static Task<int> Began(InspectionHost made, string id, string at) => made.Host.Within(services =>
    {
        var instant = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();
        return services.GetRequiredService<AppDb>().Set<InspectionRow>().Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.StartedAt, instant));
    });

    private static Task<List<string>> Joints(InspectionHost made, params string[] ids) =>
        made.Host.Within(services => services.GetRequiredService<AppDb>().Set<InspectionRow>().Where(row => ids.Contains(row.Id)).Select(row => row.JointId).Distinct().ToListAsync());
}
