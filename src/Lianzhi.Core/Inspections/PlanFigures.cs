namespace Lianzhi.Core.Inspections;

/// <summary>What a subject's officers are planned for, week by week, beside what they can do (部门逐周负荷).</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Minutes">Officer minutes planned in each week.</param>
/// <param name="Capacity">Officer minutes there are in each week.</param>
public sealed record SubjectLoad(string Subject, IReadOnlyList<int> Minutes, IReadOnlyList<int> Capacity)
{
    /// <summary>Officer minutes that other plans in force take in each week; <see cref="Capacity"/> is what they leave.</summary>
    public IReadOnlyList<int> Taken { get; init; } = [];

    /// <summary>Weeks in which more is planned than there is.</summary>
    public int Beyond => Minutes.Zip(Capacity).Count(week => week.First > week.Second);
}

/// <summary>How far caps are used up (频次上限使用).</summary>
/// <param name="Enterprises">Enterprises that are visited.</param>
/// <param name="Full">Of them whose cap is used up.</param>
/// <param name="Visits">Visits of the year, of plan and before.</param>
/// <param name="Caps">Visits that caps would allow these enterprises.</param>
public sealed record CapUse(int Enterprises, int Full, int Visits, int Caps);

/// <summary>What is short in the whole plan (资源缺口合计).</summary>
/// <param name="Cause">What is short, as <see cref="UnservedInspection.Cause"/>.</param>
/// <param name="Resource">Enterprise, team or fleet; null when time is short.</param>
/// <param name="Missing">Inspections that are not planned for it.</param>
/// <param name="By">By how much it is short, in all.</param>
public sealed record ResourceGap(string Cause, string? Resource, int Missing, int By);

/// <summary>Figures of a plan that follow from its problem (计划指标).</summary>
public static class PlanFigures
{
    /// <summary>Load and capacity of each subject, in the order of its first team.</summary>
    public static IReadOnlyList<SubjectLoad> BySubject(PlanProblem problem, IReadOnlyList<PlannedVisit> visits)
    {
        var load = PlanLoad.Of(problem, visits);
        return [.. problem.Teams.Select((team, index) => (team, index)).GroupBy(pair => pair.team.Subject).Select(subject => new SubjectLoad(subject.Key,
            [.. problem.Weeks.Select((_, week) => subject.Sum(pair => load.Minutes[pair.index][week]))],
            [.. problem.Weeks.Select((one, week) => subject.Sum(pair => pair.team.Minutes(week, one.Days.Count)))])
        {
            Taken = [.. problem.Weeks.Select((_, week) => subject.Sum(pair => pair.team.TakenIn(week)))],
        })];
    }

    /// <summary>How far the caps of visited enterprises are used.</summary>
    public static CapUse Caps(PlanProblem problem, IReadOnlyList<PlannedVisit> visits)
    {
        var enterprises = problem.Targets.ToDictionary(target => target.Id, target => target.Enterprise);
        var planned = visits.CountBy(visit => enterprises[visit.Target]).ToDictionary(pair => pair.Key, pair => pair.Value);
        var visited = problem.Enterprises.Where(enterprise => planned.ContainsKey(enterprise.Id)).Select(enterprise => (enterprise.Cap, Visits: enterprise.Used + planned[enterprise.Id])).ToList();
        return new(visited.Count, visited.Count(one => one.Visits >= one.Cap), visited.Sum(one => one.Visits), visited.Sum(one => one.Cap));
    }

    /// <summary>What is short, the resource that most inspections wait for first.</summary>
    public static IReadOnlyList<ResourceGap> Gaps(IReadOnlyList<UnservedInspection> unserved) =>
        [.. unserved.GroupBy(missing => (missing.Cause, missing.Resource)).Select(group => new ResourceGap(group.Key.Cause, group.Key.Resource, group.Sum(missing => missing.Missing), group.Sum(missing => missing.By)))
            .OrderByDescending(gap => gap.Missing).ThenBy(gap => gap.Cause, StringComparer.Ordinal).ThenBy(gap => gap.Resource, StringComparer.Ordinal)];
}
