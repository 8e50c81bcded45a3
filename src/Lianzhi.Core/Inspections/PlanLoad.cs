namespace Lianzhi.Core.Inspections;

/// <summary>How much of teams and vehicles a plan uses (负荷), by team or fleet and week.</summary>
/// <param name="Minutes">Officer minutes of each team in each week.</param>
/// <param name="Trips">Trips of each fleet in each week.</param>
public sealed record PlanLoad(IReadOnlyList<int[]> Minutes, IReadOnlyList<int[]> Trips)
{
    /// <summary>A tenth above an even load is not yet a peak.</summary>
    private const double Slack = 1.1;

    /// <summary>The loads of visits; what no team may inspect is left out.</summary>
    public static PlanLoad Of(PlanProblem problem, IReadOnlyList<PlannedVisit> visits)
    {
        var requirements = problem.Requirements.ToDictionary(requirement => requirement.Id);
        var targets = problem.Targets.ToDictionary(target => target.Id);
        var teams = TeamOf(problem);
        var fleets = problem.Fleets.SelectMany((fleet, index) => fleet.Townships.Select(township => (township, index))).ToDictionary(pair => pair.township, pair => pair.index);
        var minutes = problem.Teams.Select(_ => new int[problem.Weeks.Count]).ToList();
        var trips = problem.Fleets.Select(_ => new int[problem.Weeks.Count]).ToList();
        foreach (var visit in visits)
        {
            var target = targets[visit.Target];
            var crew = 0;
            foreach (var sent in visit.Requirements.Select(id => requirements[id]).GroupBy(requirement => teams.GetValueOrDefault((requirement.Domain, target.Township), -1)))
            {
                if (sent.Key < 0) continue;
                minutes[sent.Key][visit.Week - 1] += problem.Teams[sent.Key].Crew * (problem.TravelMinutes + sent.Sum(requirement => requirement.Minutes));
                crew += problem.Teams[sent.Key].Crew;
            }
            if (fleets.TryGetValue(target.Township, out var fleet)) trips[fleet][visit.Week - 1] += (crew + problem.Fleets[fleet].Seats - 1) / problem.Fleets[fleet].Seats;
        }
        return new(minutes, trips);
    }

    /// <summary>Index of the team for each domain and township.</summary>
    public static IReadOnlyDictionary<(string Domain, string Township), int> TeamOf(PlanProblem problem) =>
        problem.Teams.SelectMany((team, index) => team.Domains.SelectMany(domain => team.Townships.Select(township => (Key: (domain, township), index))))
            .ToDictionary(pair => pair.Key, pair => pair.index);

    /// <summary>The even load of each team in each week and a tenth more: its whole demand, spread as its time is spread.</summary>
    public static IReadOnlyList<int[]> Even(PlanProblem problem)
    {
        var requirements = problem.Requirements.ToDictionary(requirement => requirement.Id);
        var teams = TeamOf(problem);
        var demand = new long[problem.Teams.Count];
        foreach (var target in problem.Targets)
            foreach (var asked in target.Requirements.Select(id => requirements[id]).GroupBy(requirement => teams.GetValueOrDefault((requirement.Domain, target.Township), -1)))
            {
                if (asked.Key < 0) continue;
                var visits = asked.Max(requirement => requirement.Visits[target.Risk]);
                demand[asked.Key] += problem.Teams[asked.Key].Crew * ((long)problem.TravelMinutes * visits + asked.Sum(requirement => (long)requirement.Minutes * requirement.Visits[target.Risk]));
            }
        return [.. problem.Teams.Select((team, index) =>
        {
            var weeks = problem.Weeks.Select((week, number) => team.Minutes(number, week.Days.Count)).ToArray();
            var year = Math.Max(1, weeks.Sum(time => (long)time));
            return weeks.Select(time => (int)Math.Min(int.MaxValue, Math.Ceiling(Slack * demand[index] * time / year))).ToArray();
        })];
    }
}
