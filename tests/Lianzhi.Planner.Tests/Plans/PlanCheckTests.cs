using Lianzhi.Core.Inspections;

namespace Lianzhi.Planner.Tests.Plans;

/// <summary>Each rule is broken once: a checker that finds nothing proves nothing.</summary>
public class PlanCheckTests
{
    private static readonly Dictionary<RiskGrade, int> Twice = new() { [RiskGrade.High] = 2, [RiskGrade.Medium] = 2, [RiskGrade.Low] = 2 };

    private static readonly PlanProblem Sound = new(
        PlanProblems.Calendar, 2, 0, PlanWeights.Usual,
        [new("t", "s", ["d"], ["north"], 2, 60, [2, 2, 2, 2, 2, 1, 2, 2, 2, 2])], [new("f", ["north"], 4, [.. Enumerable.Repeat(1, 10)])],
        [new("r", "d", Twice, 60, 3, [new(1, 8)])], [new("e", 2, 0), new("other", 1, 1)],
        [
            new("o", "e", "north", "b", RiskGrade.Low, ["r"], [new(4, 4)], [DayOfWeek.Monday]),
            new("p", "other", "north", "b", RiskGrade.Low, ["r"], [], Enum.GetValues<DayOfWeek>()),
        ],
        []);

    private static PlannedVisit Visit(int week, int day = 0, string target = "o") => new(target, week, new DateOnly(2026, 3, 2).AddDays(((week - 1) * 7) + day), ["r"], false, []);

    [Fact]
    public void Faults_LawfulPlan_None() => Assert.Empty(PlanCheck.Faults(Sound, [Visit(2), Visit(7)]));

    [Fact]
    public void Faults_CapReached_Named() => Assert.Contains(PlanCheck.Faults(Sound, [Visit(2, target: "p")]), fault => fault.StartsWith("Enterprise other", StringComparison.Ordinal));

    [Theory]
    [InlineData(1, 0, "is over")]
    [InlineData(2, 1, "is closed")]
    [InlineData(4, 0, "is closed")]
    [InlineData(5, 0, "not a working day")]
    [InlineData(6, 0, "cannot send 2 officers")]
    [InlineData(9, 0, "outside its windows")]
    public void Faults_WrongWeekOrDay_Named(int week, int day, string fault) => Assert.Contains(PlanCheck.Faults(Sound, [Visit(week, day)]), found => found.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void Faults_GapTooShort_Named() => Assert.Contains(PlanCheck.Faults(Sound, [Visit(2), Visit(3)]), fault => fault.Contains("less than 3 apart", StringComparison.Ordinal));

    [Fact]
    public void Faults_MoreThanAWeekHolds_Named()
    {
        var crowded = Sound with { Enterprises = [new("e", 9, 0), new("other", 9, 0)], Teams = [Sound.Teams[0] with { MinutesPerDay = 30 }] };
        var faults = PlanCheck.Faults(crowded with { Requirements = [Sound.Requirements[0] with { Minutes = 120 }] }, [Visit(2), Visit(2, target: "p")]);
        Assert.Contains(faults, fault => fault.StartsWith("Team t works 480", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("Fleet f makes 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Faults_LockedVisitGone_Named() =>
        Assert.Contains(PlanCheck.Faults(Sound with { Former = [new("o", new(2026, 3, 9), ["r"], true)] }, [Visit(2)]), fault => fault.Contains("not kept", StringComparison.Ordinal));
}
