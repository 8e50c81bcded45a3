namespace Lianzhi.Planner.Dispatch.Search;

/// <summary>
/// Puts visits back into a plan (修复), one after another at the cheapest place, with blinks (Christiaens and Vanden Berghe 2020).
/// A team that lacks skills for a visit may recruit free officers, at a price drawn anew each round; a visit that nobody can take for less than its cost stays put off.
/// </summary>
internal sealed class Recreate(CompactProblem problem, Crews crews, SearchRandom random)
{
    private readonly int[] waiting = new int[problem.Servable.Length];
    private readonly double[] keys = new double[problem.Servable.Length];
    private readonly bool[] wasAbsent = new bool[problem.Places];

    /// <summary>Work of a round besides looking at places, about as it was measured.</summary>
    private const int WorkPerRound = 200;

    /// <summary>Probability that a possible place is overlooked.</summary>
    public double Blink { get; set; } = 0.01;

    /// <summary>Probability that, in a round, visits without a place may take that of a cheaper one.</summary>
    public double Replacing { get; set; } = 0.5;

    /// <summary>Places and teams looked at so far: the unit of work, the same on every machine.</summary>
    public long Work { get; private set; }

    /// <summary>Remembers what is put off before the ruin: such visits are tried again only where something changed.</summary>
    public void Remember(Plan plan)
    {
        Array.Clear(wasAbsent);
        for (var index = 0; index < plan.AbsentCount; index++) wasAbsent[plan.Absent[index]] = true;
    }

    public void Apply(Plan plan)
    {
        Work += WorkPerRound;
        var count = plan.AbsentCount;
        Array.Copy(plan.Absent, waiting, count);
        Sort(count);
        var price = random.Chance(0.4) ? 0 : problem.TypicalDrive * 2 * Math.Pow(random.Fraction(), 3);
        var everywhere = random.Chance(0.1);
        // Two visits may be worth a drive that neither is worth alone.
        var patience = random.Chance(0.15) ? 1 + (3 * random.Fraction()) : 1;
        // A visit that had to give way is tried once more at the end; it is worth less than the one it gave way to, so that this comes to an end.
        var replaces = random.Chance(Replacing);
        for (var index = 0; index < count; index++)
        {
            var place = waiting[index];
            var onlyTouched = wasAbsent[place] && !everywhere;
            if (!Place(plan, place, problem.DeferCost[place] * patience, price, onlyTouched) && replaces && count < waiting.Length && Replace(plan, place, onlyTouched) is > 0 and var gone) waiting[count++] = gone;
            if (plan.IsBroken) return;
        }
    }

    /// <summary>Puts a visit in the stead of a cheaper one; hands back that one, 0 when there is none.</summary>
    private int Replace(Plan plan, int place, bool onlyTouched)
    {
        var (bestRoute, bestStop, limit) = (-1, 0, problem.DeferCost[place]);
        var count = onlyTouched ? plan.TouchedCount : plan.Routes.Length;
        for (var index = 0; index < count; index++)
        {
            var routeIndex = onlyTouched ? plan.Touched[index] : index;
            var route = plan.Routes[routeIndex];
            // The only visit of a route would take its team along.
            if (route.Count < 2 || !crews.Covers(route, place)) continue;
            Work += route.Count;
            for (var stop = 1; stop <= route.Count && route.Leave[stop - 1] <= problem.Close[place]; stop++)
            {
                var (before, former, after) = (route.Stops[stop - 1], route.Stops[stop], route.Stops[stop + 1]);
                if (problem.DeferCost[former] >= limit) continue;
                var (there, onward) = (problem.To[(place * problem.Places) + before], problem.From[(place * problem.Places) + after]);
                var start = Math.Max(route.Leave[stop - 1] + there, problem.Open[place]);
                if (start > problem.Close[place] || start + problem.Minutes[place] + onward > route.Latest[stop + 1]) continue;
                var cost = problem.DeferCost[former] + there + onward - route.Drive[stop - 1] - route.Drive[stop];
                if (cost >= limit || random.Chance(Blink)) continue;
                (bestRoute, bestStop, limit) = (routeIndex, stop, cost);
            }
        }
        if (bestRoute < 0) return 0;
        var gone = plan.Routes[bestRoute].Stops[bestStop];
        plan.Remove(bestRoute, bestStop, 1);
        plan.Insert(bestRoute, bestStop - 1, place);
        return gone;
    }

    private bool Place(Plan plan, int place, double bestCost, double price, bool onlyTouched)
    {
        int bestRoute = -1, bestAfter = 0;
        var bestRecruits = false;
        var count = onlyTouched ? plan.TouchedCount : plan.Routes.Length;
        for (var index = 0; index < count; index++)
        {
            var routeIndex = onlyTouched ? plan.Touched[index] : index;
            var route = plan.Routes[routeIndex];
            if (route.Count == 0) continue;
            Work++;
            var extra = 0.0;
            var covers = crews.Covers(route, place);
            if (!covers)
            {
                if (!crews.CanCover(plan, route, place)) continue;
                var (joining, size) = crews.Shortage(route, place);
                if (size > problem.MaxOfficers) continue;
                extra = price * joining;
            }
            if (extra >= bestCost) continue;
            if (Cheapest(route, place, bestCost - extra, out var after) is { } cost) (bestCost, bestRoute, bestAfter, bestRecruits) = (cost + extra, routeIndex, after, !covers);
        }
        if (plan.UnusedRoute() is >= 0 and var unused)
        {
            var route = plan.Routes[unused];
            var cost = problem.From[place] + problem.To[place];
            Work++;
            if (cost < bestCost && crews.CanCover(plan, route, place) && problem.NeedSize[place] <= plan.FreeCount
                && cost + (price * problem.NeedSize[place]) < bestCost && Cheapest(route, place, bestCost, out _) is not null)
                (bestRoute, bestAfter, bestRecruits) = (unused, 0, true);
        }
        if (bestRoute < 0) return false;
        if (bestRecruits)
        {
            plan.Touch(bestRoute);
            if (!crews.Recruit(plan, plan.Routes[bestRoute], place)) return false;
        }
        plan.Insert(bestRoute, bestAfter, place);
        return true;
    }

    /// <summary>The cheapest place in a route that is in time and costs less than a limit.</summary>
    private double? Cheapest(Route route, int place, double limit, out int bestAfter)
    {
        var to = problem.To.AsSpan(place * problem.Places, problem.Places);
        var from = problem.From.AsSpan(place * problem.Places, problem.Places);
        var (open, close, minutes) = (problem.Open[place], problem.Close[place], problem.Minutes[place]);
        var stops = route.Stops.AsSpan(0, route.Count + 2);
        var leave = route.Leave;
        var latest = route.Latest;
        var drive = route.Drive;
        bestAfter = -1;
        Work += route.Count + 1;
        for (var after = 0; after < stops.Length - 1; after++)
        {
            if (leave[after] > close) break;
            var there = to[stops[after]];
            var start = Math.Max(leave[after] + there, open);
            if (start > close) continue;
            var onward = from[stops[after + 1]];
            if (start + minutes + onward > latest[after + 1]) continue;
            var cost = there + onward - drive[after];
            if (cost >= limit || random.Chance(Blink)) continue;
            (limit, bestAfter) = (cost, after);
        }
        return bestAfter < 0 ? null : limit;
    }

    private void Sort(int count)
    {
        var way = random.Below(16);
        for (var index = 0; index < count; index++)
        {
            var place = waiting[index];
            keys[index] = way switch
            {
                < 4 => random.Fraction(),
                < 8 => -problem.DeferCost[place],
                < 10 => -problem.From[place],
                < 11 => problem.From[place],
                < 12 => problem.Close[place] - problem.Open[place],
                < 13 => problem.Open[place],
                < 14 => -problem.Close[place],
                < 15 => problem.NeedSize[place],
                _ => -problem.NeedSize[place],
            };
        }
        keys.AsSpan(0, count).Sort(waiting.AsSpan(0, count));
    }
}
