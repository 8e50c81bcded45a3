using Lianzhi.Core.Equipment;

namespace Lianzhi.Core.Inspections;

/// <summary>Changes of a plan by hand (手工调整计划): what is lawful is decided by the rules that bind the solver too.</summary>
public static class PlanEdits
{
    private static readonly Basis PlanRule = "漳龙政〔2024〕40号：合理确定执法检查频次";

    /// <summary>Every rule against moving a visit to a day; empty when it may be moved.</summary>
    /// <param name="problem">The problem the plan solves.</param>
    /// <param name="visits">The plan.</param>
    /// <param name="moved">The visit of the plan that is moved.</param>
    /// <param name="day">Where to.</param>
    public static IReadOnlyList<Refusal> Move(PlanProblem problem, IReadOnlyList<PlannedVisit> visits, PlannedVisit moved, DateOnly day)
    {
        var week = PlanWeeks.Number(problem, day);
        if (week == 0) return [new Refusal("not-an-inspection-day", $"{day:yyyy-MM-dd}是休息日、停止检查日，或者不在计划年度内。", PlanRule, "day")];
        if (week < problem.FirstOpenWeek) return [new Refusal("week-is-over", "该周已过，不能再安排检查。", PlanRule, "day")];
        var (target, refusals) = (problem.Targets.Single(target => target.Id == moved.Target), new List<Refusal>());
        if (!target.IsOpen(week, day)) refusals.Add(new("target-closed", "该对象当日不营业。", PlanRule, "day"));
        var others = visits.Where(visit => !ReferenceEquals(visit, moved)).ToList();
        if (others.Exists(visit => visit.Target == moved.Target && visit.Week == week)) refusals.Add(new("visited-that-week", "该对象同一周已有检查，应当合并为一次。", "优化营商环境条例 第五十四条", "day"));
        var requirements = problem.Requirements.ToDictionary(requirement => requirement.Id);
        foreach (var name in moved.Requirements)
        {
            var requirement = requirements[name];
            if (requirement.Windows.Count > 0 && !requirement.Windows.Any(span => span.Holds(week))) refusals.Add(VisitRules.Outside(name, null));
            if (others.Where(visit => visit.Target == moved.Target && visit.Requirements.Contains(name)).Select(visit => VisitRules.Gap(name, requirement.GapWeeks, visit.Week - week, visit.Day)).FirstOrDefault(fault => fault is not null) is { } near)
                refusals.Add(near);
        }
        refusals.AddRange(Capacity(problem, others, moved, week, day));
        return refusals;
    }

    private static IEnumerable<Refusal> Capacity(PlanProblem problem, List<PlannedVisit> others, PlannedVisit moved, int week, DateOnly day)
    {
        var (before, after) = (PlanLoad.Of(problem, others), PlanLoad.Of(problem, [.. others, moved with { Week = week, Day = day }]));
        for (var team = 0; team < problem.Teams.Count; team++)
        {
            var (used, free) = (after.Minutes[team][week - 1], problem.Teams[team].Minutes(week - 1, problem.Weeks[week - 1].Days.Count));
            if (used > before.Minutes[team][week - 1] && used > free)
                yield return new("team-is-full", $"{problem.Teams[team].Id}该周能承担{free}人分钟，排入后需要{used}人分钟。", "行政处罚法 第四十二条", "day");
        }
        for (var fleet = 0; fleet < problem.Fleets.Count; fleet++)
        {
            var (used, free) = (after.Trips[fleet][week - 1], problem.Fleets[fleet].Trips[week - 1]);
            if (used > before.Trips[fleet][week - 1] && used > free)
                yield return new("fleet-is-full", $"{problem.Fleets[fleet].Id}该周能出{free}车次，排入后需要{used}车次。", EquipmentRules.Notice, "day");
        }
    }
}
