namespace Lianzhi.Core.Dispatch;

/// <summary>Checks a plan against its problem (方案核验); what counts is who is in a team and the order of visits, all times are reckoned anew.</summary>
public static class DispatchCheck
{
    /// <summary>Everything that is wrong with a plan, in plain sentences; empty when the plan is lawful.</summary>
    public static IReadOnlyList<string> Faults(DispatchProblem problem, DispatchSolution solution)
    {
        var faults = new List<string>();
        var officers = problem.Officers.ToDictionary(officer => officer.Id);
        var visits = problem.Visits.Select((visit, index) => (visit.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        var assigned = new HashSet<string>();
        var served = new HashSet<string>();
        if (solution.Teams.Count > (problem.Teams.MaxTeams ?? int.MaxValue)) faults.Add($"There are {solution.Teams.Count} teams.");
        foreach (var (team, number) in solution.Teams.Select((team, number) => (team, number)))
        {
            if (team.Officers.Count < problem.Teams.MinOfficers || team.Officers.Count > (problem.Teams.MaxOfficers ?? int.MaxValue))
                faults.Add($"Team {number} has {team.Officers.Count} officers.");
            faults.AddRange(team.Officers.Where(officer => !officers.ContainsKey(officer)).Select(officer => $"Officer {officer} is unknown."));
            faults.AddRange(team.Officers.Where(officer => !assigned.Add(officer)).Select(officer => $"Officer {officer} is assigned twice."));
            faults.AddRange(team.Route.Where(stop => !visits.ContainsKey(stop.Visit)).Select(stop => $"Visit {stop.Visit} is unknown."));
            faults.AddRange(team.Route.Where(stop => !served.Add(stop.Visit)).Select(stop => $"Visit {stop.Visit} is served twice."));
            var members = team.Officers.Where(officers.ContainsKey).Select(id => officers[id]).ToList();
            var route = team.Route.Where(stop => visits.ContainsKey(stop.Visit)).Select(stop => visits[stop.Visit]).ToList();
            foreach (var visit in route.Select(index => problem.Visits[index]))
                faults.AddRange(visit.Missing(members).Select(gap => $"Visit {visit.Id} asks {gap.Asked} officers with level {gap.Level} of {gap.Skill}, team {number} has {gap.Held}."));
            if (RouteTiming.Of(problem, route).Late is { } late) faults.Add($"Team {number} is late at {(late.Length == 0 ? "the base" : late)}.");
        }
        var put = solution.Deferred.ToHashSet();
        if (put.Count != solution.Deferred.Count || put.Overlaps(served) || put.Count + served.Count != visits.Count || !put.All(visits.ContainsKey))
            faults.Add("The visits put off are not those not served.");
        return faults;
    }
}
