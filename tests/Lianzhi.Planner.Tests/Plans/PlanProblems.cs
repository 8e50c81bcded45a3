using CsCheck;
using Lianzhi.Core.Inspections;

namespace Lianzhi.Planner.Tests.Plans;

/// <summary>Problems of a year made up for tests, always the same for the same random numbers.</summary>
internal static class PlanProblems
{
    private const int Weeks = 10;

    private static readonly Gen<WeekSpan> Span = Gen.Select(Gen.Int[1, Weeks], Gen.Int[0, 5], (from, more) => new WeekSpan(from, Math.Min(Weeks, from + more)));

    private static readonly Gen<PlanRequirement> Requirement =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[10, 120], Gen.Int[0, 5], Span.Array[0, 2], (domain, high, low, minutes, gap, windows) =>
            new PlanRequirement("", $"d{domain}", new Dictionary<RiskGrade, int> { [RiskGrade.High] = high, [RiskGrade.Medium] = low, [RiskGrade.Low] = Math.Min(1, low) }, minutes, gap, windows));

    private static readonly Gen<(int Enterprise, int Township, int Block, int Risk, int Asked, WeekSpan[] Closed, int Weekday)> Target =
        Gen.Select(Gen.Select(Gen.Int[0, 5], Gen.Int[0, 1], Gen.Int[0, 3]), Gen.Int[0, 2], Gen.Int[0, 15], Span.Array[0, 2], Gen.Int[0, 8],
            (place, risk, asked, closed, weekday) => (place.Item1, place.Item2, place.Item3, risk, asked, closed, weekday));

    /// <summary>Small problems of every kind: teams too small for a crew, domains nobody inspects, tight caps, gaps that do not fit, vehicles that run out, locked and former visits.</summary>
    public static readonly Gen<PlanProblem> Any = Gen.Select(
        Requirement.Array[1, 4], Target.Array[1, 12], Gen.Int[0, 6].Array[6], Gen.Select(Gen.Int[0, 4].Array[3], Gen.Int[10, 400], Gen.Int[0, 3]), Gen.Int[0, 3], Gen.Int[1, 3], Gen.Int[0, 40].Array[0, 6],
        (requirements, targets, caps, force, trips, first, former) => Make(requirements, targets, caps, force.Item1, force.Item2, force.Item3, trips, first, former));

    /// <summary>Five working days from a Monday on, ten weeks.</summary>
    public static readonly IReadOnlyList<PlanWeek> Calendar =
        [.. Enumerable.Range(0, Weeks).Select(week => new PlanWeek([.. Enumerable.Range(0, week == 4 ? 0 : 5).Select(day => new DateOnly(2026, 3, 2).AddDays((week * 7) + day))]))];

    private static PlanProblem Make(
        PlanRequirement[] requirements, (int Enterprise, int Township, int Block, int Risk, int Asked, WeekSpan[] Closed, int Weekday)[] targets,
        int[] caps, int[] officers, int minutes, int absent, int trips, int first, int[] former)
    {
        var teams = officers.Take(3 - (absent == 0 ? 1 : 0)).Select((count, index) => new PlanTeam(
            $"t{index}", $"s{index}", [$"d{index}"], ["north", "south"], 2 + (index % 2), minutes, [.. Enumerable.Range(0, Weeks).Select(week => week == absent ? count / 2 : count)])).ToList();
        var listed = requirements.Select((requirement, index) => requirement with { Id = $"r{index}" }).ToList();
        var made = targets.Select((target, index) => new PlanTarget(
            $"o{index}", $"e{target.Enterprise}", target.Township == 0 ? "north" : "south", $"b{target.Block}", (RiskGrade)target.Risk,
            [.. listed.Where((_, place) => (target.Asked >> place & 1) != 0).Select(requirement => requirement.Id)], target.Closed,
            target.Weekday is > 0 and < 6 ? [(DayOfWeek)target.Weekday] : Enum.GetValues<DayOfWeek>())).ToList();
        var before = former.Select((number, index) => (Target: made[number % made.Count], Week: Calendar[number % 4], index))
            .Where(visit => visit.Target.Requirements.Count > 0).DistinctBy(visit => (visit.Target.Id, visit.Week))
            .Select(visit => new FormerVisit(visit.Target.Id, visit.Week.Days[visit.index % 5], [visit.Target.Requirements[0]], false)).ToList();
        return new(
            Calendar, first, 15, PlanWeights.Usual, teams, trips == 0 ? [] : [new PlanFleet("f", ["north"], 4, [.. Enumerable.Repeat(trips, Weeks)])], listed,
            [.. caps.Select((cap, index) => new PlanEnterprise($"e{index}", cap, index % 2))], made, before);
    }

    /// <summary>The problem again, with some visits of a plan locked and the others as former plan.</summary>
    public static PlanProblem Again(PlanProblem problem, PlanSolution plan, Func<int, bool> locked) =>
        problem with { Former = [.. plan.Visits.Select((visit, index) => new FormerVisit(visit.Target, visit.Day, visit.Requirements, locked(index)))] };
}
