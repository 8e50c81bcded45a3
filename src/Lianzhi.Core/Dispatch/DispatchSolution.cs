namespace Lianzhi.Core.Dispatch;

/// <summary>A plan of the day (当日调度方案).</summary>
/// <param name="Cost">Travel and the cost of everything put off.</param>
/// <param name="Travel">Travel of all teams.</param>
/// <param name="Deferred">Visits put off, in the order of the problem.</param>
/// <param name="Bound">No plan costs less than this; null when nothing was proven.</param>
/// <param name="Seconds">How long the solver worked.</param>
/// <param name="Teams">Teams with their routes; none is empty.</param>
public sealed record DispatchSolution(
    double Cost, double Travel, IReadOnlyList<string> Deferred, double? Bound, double Seconds, IReadOnlyList<DispatchTeam> Teams)
{
    /// <summary>Completes teams and their routes to a plan: times, travel and what is put off follow from the problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="teams">Indexes of officers and visits of each team, the visits in their order.</param>
    /// <param name="bound">A proven lower bound.</param>
    /// <param name="seconds">How long the solver worked.</param>
    public static DispatchSolution Of(
        DispatchProblem problem, IEnumerable<(IReadOnlyList<int> Officers, IReadOnlyList<int> Visits)> teams, double? bound, double seconds)
    {
        var served = new HashSet<int>();
        var travel = 0.0;
        var members = new List<DispatchTeam>();
        foreach (var (officers, visits) in teams)
        {
            var timing = RouteTiming.Of(problem, visits);
            travel += timing.Travel;
            served.UnionWith(visits);
            members.Add(new([.. officers.Select(officer => problem.Officers[officer].Id)], timing.Stops));
        }
        var deferred = Enumerable.Range(0, problem.Visits.Count).Where(visit => !served.Contains(visit)).Select(visit => problem.Visits[visit]).ToList();
        return new(travel + deferred.Sum(visit => visit.DeferCost), travel, [.. deferred.Select(visit => visit.Id)], bound, seconds, members);
    }
}

/// <summary>A team and its route (调度小组).</summary>
/// <param name="Officers">Ids of its officers.</param>
/// <param name="Route">Its visits in order.</param>
public sealed record DispatchTeam(IReadOnlyList<string> Officers, IReadOnlyList<DispatchStop> Route);

/// <summary>A visit on a route with its times (站点时刻).</summary>
/// <param name="Visit">Id of the visit.</param>
/// <param name="Arrive">When the team arrives if it never leaves later than it can.</param>
/// <param name="Start">When it starts: at once, or when the visit opens.</param>
/// <param name="Leave">When it leaves.</param>
public sealed record DispatchStop(string Visit, double Arrive, double Start, double Leave);

/// <summary>The times of a route (行程推算), every stop as early as possible: a route that is not in time this way is never in time.</summary>
/// <param name="Stops">Visits with their times.</param>
/// <param name="Back">When the team is back at the base.</param>
/// <param name="Travel">Travel of the route.</param>
/// <param name="Late">What comes too late: an id of a visit, empty text for the return; null when the route is in time.</param>
public sealed record RouteTiming(IReadOnlyList<DispatchStop> Stops, double Back, double Travel, string? Late)
{
    /// <summary>Reckons the times of a route.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="visits">Indexes of the visits, in order.</param>
    public static RouteTiming Of(DispatchProblem problem, IReadOnlyList<int> visits)
    {
        var stops = new List<DispatchStop>(visits.Count);
        var (place, clock, travel) = (0, problem.Base.Open, 0.0);
        string? late = null;
        foreach (var index in visits)
        {
            var visit = problem.Visits[index];
            var drive = problem.Travel[place, index + 1];
            var arrive = clock + drive;
            var start = Math.Max(arrive, visit.Open);
            if (start > visit.Close) late ??= visit.Id;
            clock = start + visit.Minutes;
            stops.Add(new(visit.Id, arrive, start, clock));
            travel += drive;
            place = index + 1;
        }
        var back = clock + problem.Travel[place, 0];
        if (back > problem.Base.Close) late ??= "";
        return new(stops, back, travel + problem.Travel[place, 0], late);
    }
}
