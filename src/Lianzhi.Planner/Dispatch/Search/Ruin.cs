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

    public void Apply(Plan plan)
    {
        if (plan.ActiveRoutes == 0) return;
        if (random.Chance(WholeRoutes)) RemoveRoutes(plan);
        else RemoveStrings(plan);
    }

    private void RemoveStrings(Plan plan)
    {
        var served = problem.Servable.Length - plan.AbsentCount;
        var longest = Math.Min(LongestString, (double)served / plan.ActiveRoutes);
        var strings = (int)(1 + (random.Fraction() * ((4 * AverageRemoved / (1 + longest)) - 1)));
        var seed = problem.Servable[random.Below(problem.Servable.Length)];
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

    private void RemoveRoutes(Plan plan)
    {
        var routes = 1 + random.Below(2);
        var seed = problem.Servable[random.Below(problem.Servable.Length)];
        foreach (var place in problem.Near[seed])
        {
            var route = plan.RouteOf[place];
            if (route < 0) continue;
            plan.Remove(route, 1, plan.Routes[route].Count);
            if (--routes == 0) break;
        }
    }
}
