namespace Lianzhi.Core.Inspections;

/// <summary>Checks a plan of the year against its problem (计划核验), rule by rule and from nothing but the two.</summary>
public static class PlanCheck
{
    /// <summary>Everything that is wrong with a plan, in plain sentences; empty when the plan is lawful.</summary>
    public static IReadOnlyList<string> Faults(PlanProblem problem, IReadOnlyList<PlannedVisit> visits)
    {
        var targets = problem.Targets.ToDictionary(target => target.Id);
        var requirements = problem.Requirements.ToDictionary(requirement => requirement.Id);
        if (visits.FirstOrDefault(visit => !targets.ContainsKey(visit.Target)) is { } stray) return [$"Target {stray.Target} is unknown."];
        if (visits.FirstOrDefault(visit => visit.Requirements.Except(targets[visit.Target].Requirements).Any()) is { } asked)
            return [$"Target {asked.Target} is inspected for what does not apply to it."];
        return
        [
            .. visits.SelectMany(visit => Place(problem, targets[visit.Target], visit)),
            .. visits.GroupBy(visit => (visit.Target, visit.Week)).Where(same => same.Count() > 1).Select(same => $"Target {same.Key.Target} is visited twice in week {same.Key.Week}."),
            .. visits.SelectMany(visit => Crews(problem, requirements, targets[visit.Target], visit)),
            .. Counts(problem, requirements, targets, visits),
            .. Capacity(problem, visits),
            .. problem.Former.Where(former => former.Locked && !visits.Any(visit => visit.Locked && visit.Target == former.Target && visit.Day == former.Day
                && visit.Requirements.Order(StringComparer.Ordinal).SequenceEqual(former.Requirements.Order(StringComparer.Ordinal))))
                .Select(former => $"The locked visit of {former.Target} on {former.Day:O} is not kept."),
        ];
    }

    private static IEnumerable<string> Place(PlanProblem problem, PlanTarget target, PlannedVisit visit)
    {
        if (visit.Requirements.Count == 0 || visit.Requirements.Distinct().Count() != visit.Requirements.Count) yield return $"The visit of {target.Id} in week {visit.Week} inspects nothing or one thing twice.";
        if (visit.Week < 1 || visit.Week > problem.Weeks.Count || !problem.Weeks[visit.Week - 1].Days.Contains(visit.Day)) yield return $"{visit.Day:O} is not a working day of week {visit.Week}.";
        if (visit.Locked) yield break;
        if (visit.Week < problem.FirstOpenWeek) yield return $"Week {visit.Week} is over.";
        if (!target.IsOpen(visit.Week, visit.Day)) yield return $"Target {target.Id} is closed on {visit.Day:O}.";
    }

    private static IEnumerable<string> Crews(PlanProblem problem, Dictionary<string, PlanRequirement> requirements, PlanTarget target, PlannedVisit visit)
    {
        foreach (var requirement in visit.Requirements.Select(id => requirements[id]))
        {
            var able = problem.Teams.Where(team => team.Domains.Contains(requirement.Domain) && team.Townships.Contains(target.Township)).ToList();
            if (able.Count != 1) yield return $"No team inspects {requirement.Domain} in {target.Township}.";
            else if (able[0].Crew < PlanProblem.LeastCrew || (!visit.Locked && able[0].Officers[visit.Week - 1] < able[0].Crew))
                yield return $"Team {able[0].Id} cannot send {Math.Max(PlanProblem.LeastCrew, able[0].Crew)} officers in week {visit.Week}.";
            if (!visit.Locked && requirement.Windows.Count > 0 && !requirement.Windows.Any(span => span.Holds(visit.Week)))
                yield return $"Requirement {requirement.Id} of {target.Id} is outside its windows in week {visit.Week}.";
        }
    }

    private static IEnumerable<string> Counts(
        PlanProblem problem, Dictionary<string, PlanRequirement> requirements, Dictionary<string, PlanTarget> targets, IReadOnlyList<PlannedVisit> visits)
    {
        var caps = problem.Enterprises.ToDictionary(enterprise => enterprise.Id);
        foreach (var (enterprise, count) in visits.CountBy(visit => targets[visit.Target].Enterprise))
            if (count + caps[enterprise].Used > caps[enterprise].Cap) yield return $"Enterprise {enterprise} is visited {count + caps[enterprise].Used} times, its cap is {caps[enterprise].Cap}.";
        foreach (var done in visits.SelectMany(visit => visit.Requirements.Select(requirement => (visit.Target, Requirement: requirement, visit))).GroupBy(done => (done.Target, done.Requirement)))
        {
            var requirement = requirements[done.Key.Requirement];
            var weeks = done.Select(one => one.visit).OrderBy(visit => visit.Week).ToList();
            if (weeks.Count > requirement.Visits[targets[done.Key.Target].Risk]) yield return $"{done.Key} is inspected {weeks.Count} times.";
            for (var next = 1; next < weeks.Count; next++)
                if (weeks[next].Week - weeks[next - 1].Week < requirement.GapWeeks && !(weeks[next].Locked && weeks[next - 1].Locked))
                    yield return $"{done.Key} is inspected in weeks {weeks[next - 1].Week} and {weeks[next].Week}, less than {requirement.GapWeeks} apart.";
        }
    }

    private static IEnumerable<string> Capacity(PlanProblem problem, IReadOnlyList<PlannedVisit> visits)
    {
        var (loads, given) = (PlanLoad.Of(problem, visits), PlanLoad.Of(problem, [.. visits.Where(visit => visit.Locked)]));
        for (var week = 0; week < problem.Weeks.Count; week++)
        {
            // What is locked may already be more than a week holds; then nothing is added.
            for (var team = 0; team < problem.Teams.Count; team++)
                if (loads.Minutes[team][week] > Math.Max(problem.Teams[team].Minutes(week, problem.Weeks[week].Days.Count), given.Minutes[team][week]))
                    yield return $"Team {problem.Teams[team].Id} works {loads.Minutes[team][week]} minutes in week {week + 1}.";
            for (var fleet = 0; fleet < problem.Fleets.Count; fleet++)
                if (loads.Trips[fleet][week] > Math.Max(problem.Fleets[fleet].Trips[week], given.Trips[fleet][week]))
                    yield return $"Fleet {problem.Fleets[fleet].Id} makes {loads.Trips[fleet][week]} trips in week {week + 1}.";
        }
    }
}
