namespace Lianzhi.Core.Inspections;

/// <summary>What a plan costs, in points (计划目标值).</summary>
/// <param name="Unserved">Inspections not planned, by risk.</param>
/// <param name="Visits">Disturbances.</param>
/// <param name="Rounds">Neighbourhoods travelled to, week by week.</param>
/// <param name="Peaks">Hours above an even load.</param>
/// <param name="Changes">Changes of the former plan.</param>
public sealed record PlanCost(long Unserved, long Visits, long Rounds, long Peaks, long Changes)
{
    /// <summary>All parts together.</summary>
    public long Total => Unserved + Visits + Rounds + Peaks + Changes;

    /// <summary>Reckons the cost of visits from the problem alone.</summary>
    public static PlanCost Of(PlanProblem problem, IReadOnlyList<PlannedVisit> visits)
    {
        var weights = problem.Weights;
        var requirements = problem.Requirements.ToDictionary(requirement => requirement.Id);
        var targets = problem.Targets.ToDictionary(target => target.Id);
        var met = visits.SelectMany(visit => visit.Requirements.Select(requirement => (visit.Target, Requirement: requirement, visit.Week))).ToHashSet();
        var counts = met.CountBy(done => (done.Target, done.Requirement)).ToDictionary();
        var unserved = problem.Targets.Sum(target => target.Requirements.Sum(requirement =>
            weights.Unserved(target.Risk) * (long)Math.Max(0, requirements[requirement].Visits[target.Risk] - counts.GetValueOrDefault((target.Id, requirement)))));
        var rounds = visits.Select(visit => (targets[visit.Target].Block, visit.Week)).Distinct().LongCount();
        var loads = PlanLoad.Of(problem, visits);
        var even = PlanLoad.Even(problem);
        var peaks = loads.Minutes.SelectMany((weeks, team) => weeks.Select((minutes, week) => Math.Max(0, minutes - even[team][week]) / 60L)).Sum();
        var changes = problem.Former.Where(former => !former.Locked).Sum(former =>
            former.Requirements.LongCount(requirement => !met.Contains((former.Target, requirement, PlanWeeks.Number(problem, former.Day)))));
        return new(unserved, weights.Visit * (long)visits.Count, weights.Round * rounds, weights.PeakHour * peaks, weights.Change * changes);
    }
}

/// <summary>Weeks and days of a plan (计划周次).</summary>
public static class PlanWeeks
{
    /// <summary>Number of the week that holds a working day, from 1; 0 when none does.</summary>
    public static int Number(PlanProblem problem, DateOnly day)
    {
        for (var week = 0; week < problem.Weeks.Count; week++)
            if (problem.Weeks[week].Days.Contains(day)) return week + 1;
        return 0;
    }
}
