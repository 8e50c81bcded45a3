using CsCheck;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Equipment;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Organisation;

namespace Lianzhi.Core.Tests.Inspections;

/// <summary>Drafting, moving by hand and the way of a plan.</summary>
public sealed class PlanRulesTests
{
    private static readonly DateOnly NewYear = new(2026, 1, 1);

    private static readonly OrganisationRegister Organisation = new(
        [new("A1", "第一片区", "350603003", "示例", Validity.Always)], [new("A1", "350603003", Validity.Always)],
        [new("350603003", "蓝田街道", TownshipKind.Street, "蓝田街道办事处", "漳龙蓝", "示例", Validity.Always)],
        [new("xf", "区消防救援大队", "消防", PowerHolder.FireService, OrganLevel.District, true, [], null, "", Validity.Always)],
        [.. Enumerable.Range(0, 5).Select(index => new Officer($"o{index}", $"甲{index}", index < 3 ? "350603003" : "xf", null, Validity.Always))],
        [.. Enumerable.Range(0, 5).Select(index => new Certificate($"c{index}", $"o{index}", $"示{index}", "示例", index == 4 ? new(NewYear, new(2026, 9, 1)) : Validity.Always))]);

    private static readonly Gen<DraftFacts> Facts = Gen.Select(Gen.Int[0, 2].Array[1, 12], Gen.Int[0, 1].Array[1, 12], Gen.Int[1, 20], Gen.Int[0, 4], Gen.Int[0, 360], Gen.Int[0, 300].Array[0, 6], (risks, owners, gap, cap, from, former) =>
    {
        var targets = risks.Select((risk, index) => new DraftTarget($"t{index}", owners[index % owners.Length] == 0 ? "e" : $"e{index}",
            new TargetFacts(null, $"店{index}", $"路{index}号", "350603003", $"网格{index % 3}", null, null, ["餐饮"], (RiskGrade)risk, index % 4 == 0 ? "67" : "1234567", "", TargetStatus.Operating))).ToList();
        return new DraftFacts(2026, NewYear.AddDays(from), new(2026, 12, 31), ["350603003"], targets,
            [Requirement("市容", true, gap), Requirement("消防", false, gap) with { Windows = [new(4, 1, 10, 15)] }],
            [new(RiskGrade.High, cap, "示例", Validity.Always), new(RiskGrade.Low, 1, "示例", Validity.Always)], [new("e", 2026, 1, CapGround.Complaint, "投诉")],
            [new(new(new(2026, 6, 7), new(2026, 6, 10)), "高考")], new Dictionary<string, int> { ["e1"] = 1 },
            [.. former.Select(day => new FormerVisit($"t{day % 13}", NewYear.AddDays(day), day % 2 == 0 ? ["市容"] : ["市容", "消防"], day % 3 == 0))],
            // One vehicle with one seat: two visits fill a week of five trips.
            former.Length % 2 == 0 ? [] : [new("v", EquipmentKind.Vehicle, "闽E0001", "1")], DraftForce.Usual with { TripsPerDay = 1, Seats = 1 });
    });

    /// <summary>Whatever the facts: what stands as locked in the problem is itself a lawful plan, so the solver has something to start from.</summary>
    [Fact]
    public void Problem_AnyFacts_HoldsTheLockedVisitsLawfully() => Facts.Sample(facts =>
    {
        var problem = PlanDrafting.Problem(facts, Organisation, WorkCalendar.Empty);
        if (!problem.IsOk) return;
        Assert.True(problem.Value.Weeks.Count <= PlanProblem.MostWeeks);
        Assert.DoesNotContain(problem.Value.Weeks.SelectMany(week => week.Days), day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || (day.Month == 6 && day.Day is >= 7 and <= 10));
        var locked = problem.Value.Former.Where(visit => visit.Locked).Select(visit => new PlannedVisit(visit.Target, PlanWeeks.Number(problem.Value, visit.Day), visit.Day, visit.Requirements, true, [])).ToList();
        Assert.Empty(PlanCheck.Faults(problem.Value, locked));
    });

    /// <summary>A visit that may be moved by hand gives a plan that the independent checker finds lawful.</summary>
    [Fact]
    public void Move_Allowed_KeepsThePlanLawful() => Gen.Select(Facts, Gen.Int[0, 364], Gen.Int[0, 20]).Sample((facts, day, chosen) =>
    {
        var problem = PlanDrafting.Problem(facts with { Former = [] }, Organisation, WorkCalendar.Empty);
        if (!problem.IsOk) return;
        // One visit a target, each in a week of its own, where it is lawful at all.
        var visits = new List<PlannedVisit>();
        foreach (var target in problem.Value.Targets)
            for (var week = problem.Value.FirstOpenWeek; week <= problem.Value.Weeks.Count; week++)
            {
                if (problem.Value.Weeks[week - 1].Days.Where(each => target.IsOpen(week, each)).Take(1).ToList() is not [var at]) continue;
                var visit = new PlannedVisit(target.Id, week, at, [target.Requirements[0]], false, []);
                if (PlanCheck.Faults(problem.Value, [.. visits, visit]).Count > 0) continue;
                visits.Add(visit);
                break;
            }
        if (visits.Count == 0) return;
        var (moved, to) = (visits[chosen % visits.Count], NewYear.AddDays(day));
        if (PlanEdits.Move(problem.Value, visits, moved, to).Count > 0) return;
        Assert.Empty(PlanCheck.Faults(problem.Value, [.. visits.Where(visit => visit != moved), moved with { Day = to, Week = PlanWeeks.Number(problem.Value, to) }]));
    });

    [Fact]
    public void Problem_SkillAskedFor_LiesInWeeksWhenOneOfTheBodyHoldsItAndIsRefusedWhenNobodyDoes()
    {
        var facts = new DraftFacts(2026, NewYear, new(2026, 12, 31), ["350603003"], [new("t", "e", new TargetFacts(null, "店", "路", "350603003", "", null, null, ["餐饮"], RiskGrade.High, "1234567", "", TargetStatus.Operating))],
            [Requirement("消防", false, 8) with { Skill = "消防设施", SkillLevel = 2 }], [], [], [], new Dictionary<string, int>(), [], [], DraftForce.Usual);
        // Officer 0 is of the township and cannot bring it for the fire service; the certificate of officer 4 ends on 1 September.
        var refusal = Assert.Single(PlanDrafting.Problem(facts, Skilled("o0"), WorkCalendar.Empty).Refusals);
        Assert.Equal("skill-not-held", refusal.Code);
        Assert.Contains("消防设施2级", refusal.Message, StringComparison.Ordinal);
        // Level 0 asks for nothing, as the form says.
        var unasked = facts with { Requirements = [Requirement("消防", false, 8) with { Skill = "消防设施", SkillLevel = 0 }] };
        Assert.Empty(PlanDrafting.Problem(unasked, Skilled("o0"), WorkCalendar.Empty).Value!.Requirements.Single().Windows);
        var spans = PlanDrafting.Problem(facts, Skilled("o4"), WorkCalendar.Empty).Value!.Requirements.Single().Windows;
        Assert.Equal([new WeekSpan(1, 36)], spans);

        OrganisationRegister Skilled(string id) => new(Organisation.Areas, Organisation.Memberships, Organisation.Townships, Organisation.Departments,
            [.. Organisation.Officers.Select(officer => officer.Id == id ? officer with { Skills = new Dictionary<string, int> { ["消防设施"] = 2 } } : officer)], Organisation.Certificates);
    }

    [Fact]
    public void Problem_RequirementBeyondTheTownship_IsNotPlannedThere()
    {
        var facts = new DraftFacts(2026, NewYear, new(2026, 12, 31), ["350603003"], [new("t", "e", new TargetFacts(null, "店", "路", "350603003", "", null, null, ["餐饮"], RiskGrade.High, "1234567", "", TargetStatus.Operating))],
            [Requirement("市容", true, 8), Requirement("消防", false, 8)], [], [], [], new Dictionary<string, int>(), [], [], DraftForce.Usual);
        Assert.Equal(["市容", "消防"], PlanDrafting.Problem(facts, Organisation, WorkCalendar.Empty).Value!.Targets.Single().Requirements);
        var withheld = facts with { BeyondPower = new HashSet<(string, string)> { ("市容", "350603003") } };
        Assert.Equal(["消防"], PlanDrafting.Problem(withheld, Organisation, WorkCalendar.Empty).Value!.Targets.Single().Requirements);
    }

    [Fact]
    public void Problem_CertificateThatExpires_LeavesNoCrew()
    {
        var facts = new DraftFacts(2026, NewYear, new(2026, 12, 31), ["350603003"], [new("t", "e", new TargetFacts(null, "店", "路", "350603003", "", null, null, ["餐饮"], RiskGrade.High, "1234567", "", TargetStatus.Operating))],
            [Requirement("消防", false, 8)], [], [], [], new Dictionary<string, int>(), [], [], DraftForce.Usual);
        var team = PlanDrafting.Problem(facts, Organisation, WorkCalendar.Empty).Value!.Teams.Single();
        Assert.Equal(("消防检查组", 2, 1), (team.Id, team.Officers[0], team.Officers[^1]));
        Assert.Equal(0, team.Minutes(team.Officers.Count - 1, 5));
        Assert.Equal("no-requirements", PlanDrafting.Problem(facts with { Requirements = [] }, Organisation, WorkCalendar.Empty).Refusals[0].Code);
        Assert.Equal("no-targets", PlanDrafting.Problem(facts with { Targets = [] }, Organisation, WorkCalendar.Empty).Refusals[0].Code);
        Assert.Equal("too-many-requirements", PlanDrafting.Problem(facts with { Requirements = [.. Enumerable.Repeat(facts.Requirements[0], 33)] }, Organisation, WorkCalendar.Empty).Refusals[0].Code);
    }

    [Fact]
    public void Problem_VehicleThatIsRetired_LeavesFewerTripsFromThenOn()
    {
        var facts = new DraftFacts(2026, NewYear, new(2026, 12, 31), ["350603003"], [new("t", "e", new TargetFacts(null, "店", "路", "350603003", "", null, null, ["餐饮"], RiskGrade.High, "1234567", "", TargetStatus.Operating))],
            [Requirement("消防", false, 8)], [], [], [], new Dictionary<string, int>(), [],
            [new("v1", EquipmentKind.Vehicle, "闽E0001", "1"), new("v2", EquipmentKind.Vehicle, "闽E0002", "2", RetiredOn: new(2026, 7, 1)), new("c", EquipmentKind.BodyCamera, "记录仪", "3")], DraftForce.Usual);
        var fleet = PlanDrafting.Problem(facts, Organisation, WorkCalendar.Empty).Value!.Fleets.Single();
        Assert.Equal((5, 2 * 5 * 3, 1 * 5 * 3), (fleet.Seats, fleet.Trips[1], fleet.Trips[30]));
        Assert.Equal(["蓝田街道"], fleet.Townships);
        Assert.Empty(PlanDrafting.Problem(facts with { Vehicles = [] }, Organisation, WorkCalendar.Empty).Value!.Fleets);
    }

    [Fact]
    public void Cap_WithAnException_IsHigherForThatEnterpriseOnly()
    {
        var facts = new DraftFacts(2026, NewYear, new(2026, 12, 31), [], [], [], [new(RiskGrade.Low, 1, "示例", Validity.Always)], [new("e", 2026, 2, CapGround.Risk, "风险")], [], new Dictionary<string, int>(), [], [], DraftForce.Usual);
        Assert.Equal((3, 1), (PlanDrafting.Cap(facts, "e", RiskGrade.Low), PlanDrafting.Cap(facts, "other", RiskGrade.Low)));
        // A site of higher grade elsewhere in the district raises the grade of the enterprise.
        var elsewhere = facts with { Caps = [.. facts.Caps, new(RiskGrade.High, 4, "示例", Validity.Always)], Grades = new Dictionary<string, RiskGrade> { ["other"] = RiskGrade.High } };
        Assert.Equal((3, 4), (PlanDrafting.Cap(elsewhere, "e", RiskGrade.Low), PlanDrafting.Cap(elsewhere, "other", RiskGrade.Low)));
    }

    [Theory]
    [InlineData("04-01至10-15", 4, 1, true)]
    [InlineData("04-01至10-15", 10, 16, false)]
    [InlineData("11-01至02-28", 1, 5, true)]
    [InlineData("11-01至02-28", 6, 5, false)]
    public void Season_Day_LiesWithin(string text, int month, int day, bool within) => Assert.Equal(within, SeasonWindow.Parse(text)!.Holds(new(2026, month, day)));

    [Theory]
    [InlineData("")]
    [InlineData("04-01")]
    [InlineData("13-01至10-15")]
    [InlineData("02-30至10-15")]
    [InlineData("a-1至10-15")]
    public void Season_Faulty_IsNone(string text) => Assert.Null(SeasonWindow.Parse(text));

    [Fact]
    public void Requirement_Faulty_NamesEachField()
    {
        var faults = (Requirement("", true, 0) with { High = 1, Medium = 13, Low = -1, Minutes = 1, SkillLevel = 9, Source = "" }).Faults();
        Assert.Equal(["gapWeeks", "high", "low", "medium", "minutes", "name", "skillLevel", "source"], faults.Select(fault => fault.Field).Distinct().Order());
    }

    [Fact]
    public void Flow_StepOutOfTurn_IsRefusedWithTheStage()
    {
        foreach (var step in Enum.GetValues<PlanStep>())
        {
            Assert.Contains(Enum.GetValues<PlanStage>(), stage => PlanFlow.Check(stage, step) is null);
            Assert.NotNull(PlanFlow.Check(PlanStage.Superseded, step));
        }
        Assert.Contains("部门会签", PlanFlow.Check(PlanStage.Opinions, PlanStep.Edit)!.Message, StringComparison.Ordinal);
        Assert.Equal(["parts-missing", "plan-empty", "plan-running"], PlanFlow.SendForOpinion(["蓝田街道"], 0, true).Select(refusal => refusal.Code));
        PlanOpinion[] open = [new("xf", null), new("cg", true)];
        Assert.Equal("opinions-open", PlanFlow.SubmitToMeeting(open, new(2026, 3, 6), new(2026, 3, 6), code => code)!.Code);
        Assert.Null(PlanFlow.SubmitToMeeting(open, new(2026, 3, 6), new(2026, 3, 7), code => code));
        Assert.Null(PlanFlow.SubmitToMeeting([new("xf", false)], new(2026, 3, 6), new(2026, 3, 1), code => code));
    }

    private static InspectionRequirement Requirement(string name, bool byTownship, int gap) => new(name, name, "xf", byTownship, [], 3, 2, 1, 45, gap, "", 0, [], "示例", Validity.Always);
}
