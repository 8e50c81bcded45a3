using System.Runtime.Intrinsics;

namespace Lianzhi.Planner.Dispatch.Search;

/// <summary>
/// Takes visits out of a plan (破坏): strings of neighbouring routes around a random visit, as in "slack induction by string removals"
/// (Christiaens and Vanden Berghe 2020), and now and then whole routes with their teams, since dividing the crew anew needs officers in the open.
/// </summary>
internal sealed class Ruin(CompactProblem problem, SearchRandom random)
{
    public double AverageRemoved { get; set; } = 10;
    public int LongestString { get; set; } = 10;
    public double WholeRoutes { get; set; } = 0.1;
    public double OneOfficer { get; set; } = 0.08;

    public void Apply(Plan plan)
    {
        if (plan.ActiveRoutes == 0) return;
        var seed = problem.Servable[random.Below(problem.Servable.Length)];
        var way = random.Fraction();
        if (way < WholeRoutes) RemoveRoutes(plan, seed);
        else if (way < WholeRoutes + OneOfficer) RemoveOfficer(plan, seed);
        else RemoveStrings(plan, seed, AverageRemoved);
    }

    private void RemoveStrings(Plan plan, int seed, double averageRemoved)
    {
        var served = problem.Servable.Length - plan.AbsentCount;
        var longest = Math.Min(LongestString, (double)served / plan.ActiveRoutes);
        var strings = (int)(1 + (random.Fraction() * ((4 * averageRemoved / (1 + longest)) - 1)));
        foreach (var place in problem.Near[seed])
        {
            if (strings <= 0) break;
            var routeIndex = plan.RouteOf[place];
            if (routeIndex < 0 || plan.WasTouched(routeIndex)) continue;
            var route = plan.Routes[routeIndex];
            var length = 1 + (int)(random.Fraction() * Math.Min(route.Count, longest));
            length = Math.Min(length, route.Count);
            var at = Array.IndexOf(route.Stops, place, 1, route.Count);
            if (length < route.Count && length > 1 && random.Chance(0.5)) RemoveSplitString(plan, routeIndex, at, length);
            else RemoveString(plan, routeIndex, at, length);
            strings--;
        }
    }

    private void RemoveString(Plan plan, int routeIndex, int at, int length)
    {
        var route = plan.Routes[routeIndex];
        var first = Math.Max(1, at - length + 1);
        var last = Math.Min(at, route.Count - length + 1);
        plan.Remove(routeIndex, first + random.Below(last - first + 1), length);
    }

    /// <summary>Removes a string but keeps some visits in its middle.</summary>
    private void RemoveSplitString(Plan plan, int routeIndex, int at, int length)
    {
        var route = plan.Routes[routeIndex];
        var kept = 1;
        while (length + kept < route.Count && random.Chance(0.5)) kept++;
        var whole = length + kept;
        var first = Math.Max(1, at - whole + 1);
        var last = Math.Min(at, route.Count - whole + 1);
        first += random.Below(last - first + 1);
        var head = 1 + random.Below(length - 1);
        plan.Remove(routeIndex, first + head + kept, length - head);
        plan.Remove(routeIndex, first, head);
    }

    /// <summary>
    /// Takes an officer out of a team together with the visits that cannot do without him, and strings of the other routes nearby, so that they may take those over:
    /// the smallest step from one division of the crew to another.
    /// </summary>
    private void RemoveOfficer(Plan plan, int seed)
    {
        var routeIndex = plan.RouteOf[seed];
        if (routeIndex >= 0)
        {
            var route = plan.Routes[routeIndex];
            var officer = route.Members[random.Below(route.MemberCount)];
            for (var stop = route.Count; stop > 0; stop--)
                if (NeedsAll(route, officer, route.Stops[stop])) plan.Remove(routeIndex, stop, 1);
        }
        if (plan.ActiveRoutes > 0) RemoveStrings(plan, seed, AverageRemoved / 2);
    }

    private bool NeedsAll(Route route, int officer, int place)
    {
        for (var lane = 0; lane < problem.Lanes; lane++)
            if (Vector256.GreaterThanAny(problem.Need[(place * problem.Lanes) + lane], route.Held[lane] - problem.Held[(officer * problem.Lanes) + lane])) return true;
        return false;
    }

    private void RemoveRoutes(Plan plan, int seed)
    {
        var routes = 1 + random.Below(2);
        foreach (var place in problem.Near[seed])
        {
            var route = plan.RouteOf[place];
            if (route < 0) continue;
            plan.Remove(route, 1, plan.Routes[route].Count);
            if (--routes == 0) break;
        }
    }
}
