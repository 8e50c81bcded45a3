using Lianzhi.Core.Inspections;

namespace Lianzhi.Core.Tests.Inspections;

/// <summary>People of a department are there once, whichever plan asks for them.</summary>
public sealed class SharedForceTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    private static readonly InspectionRequirement Fire = new("", "消防检查", "xf", false, [], 1, 1, 1, 40, 1, "", 0, [], "示例", Validity.Always);

    [Fact]
    public void Taken_ByAnotherPlan_IsCountedForTheSubjectInItsWeek()
    {
        var taken = SharedForce.Of([new("350603006", Monday, [Fire, Fire with { Name = "消防二", Minutes = 20 }]), new("350603003", Monday, [Fire with { ByTownship = true }])], DraftForce.Usual, code => code == "xf" ? "区消防救援大队" : code);
        Assert.Equal([new TakenTime("区消防救援大队", Monday, 180), new TakenTime("350603003", Monday, 140)], taken);
        var weeks = SharedForce.Weekly([.. taken, new("区消防救援大队", new(2026, 1, 2), 60), new("区消防救援大队", new(2027, 3, 1), 60)], "区消防救援大队", 2026, 53);
        Assert.Equal((60, 180, 240), (weeks[0], weeks[9], weeks.Sum()));
    }

    [Fact]
    public void Minutes_OfATeam_AreWhatOtherPlansLeave()
    {
        var team = Team(4);
        Assert.Equal(4 * 240 * 5, team.Minutes(9, 5));
        Assert.Equal((4 * 240 * 5) - 180, (team with { Taken = Weekly(180) }).Minutes(9, 5));
        Assert.Equal(0, (team with { Taken = Weekly(100_000) }).Minutes(9, 5));
    }

    [Fact]
    public void Publication_WhenPeopleWereTakenSince_IsRefusedWithTheWeek()
    {
        var problem = Problem(Team(2) with { Taken = Weekly(2200) });
        IReadOnlyList<PlannedVisit> visits = [new("t1", 10, Monday, ["消防检查"], false, [])];
        Assert.Empty(SharedForce.Check(problem, visits, [], 2026));
        // As much as was known when it was drafted is no news.
        Assert.Empty(SharedForce.Check(problem, visits, [new("消防", Monday, 2200)], 2026));
        Assert.Empty(SharedForce.Check(problem, visits, [new("消防", Monday, 2260)], 2026));
        Assert.Empty(SharedForce.Check(problem, visits, [new("市场监管", Monday, 9000)], 2026));
        var refusal = Assert.Single(SharedForce.Check(problem, visits, [new("消防", Monday, 2300)], 2026));
        Assert.Equal("force-taken", refusal.Code);
        Assert.Contains("2026年3月2日", refusal.Message, StringComparison.Ordinal);
    }

    private static PlanTeam Team(int officers) => new("消防检查组", "消防", ["xf"], ["蓝田街道"], 2, 240, [.. Enumerable.Repeat(officers, 53)]);

    private static int[] Weekly(int minutes) => [.. Enumerable.Range(0, 53).Select(week => week == 9 ? minutes : 0)];

    private static PlanProblem Problem(PlanTeam team) => new(
        [.. Enumerable.Range(0, 53).Select(week => new PlanWeek([.. Enumerable.Range(0, 5).Select(day => new DateOnly(2025, 12, 29).AddDays((7 * week) + day))]))], 1, 30, PlanWeights.Usual, [team], [],
        [new("消防检查", "xf", Enum.GetValues<RiskGrade>().ToDictionary(risk => risk, _ => 1), 40, 1, [])], [new("e1", 2, 0)],
        [new("t1", "e1", "蓝田街道", "湖滨路", RiskGrade.Low, ["消防检查"], [], Enum.GetValues<DayOfWeek>())], []);
}
