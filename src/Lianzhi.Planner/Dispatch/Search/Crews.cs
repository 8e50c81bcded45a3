using System.Numerics;
using System.Runtime.Intrinsics;

namespace Lianzhi.Planner.Dispatch.Search;

/// <summary>
/// Team building (编组): who joins a route so that the team covers what its visits ask for, and who is no longer needed.
/// Small teams of officers with few other skills come first, with noise, so that the search sees many ways to split the crew.
/// </summary>
internal sealed class Crews(CompactProblem problem, SearchRandom random)
{
    private readonly int lanes = problem.Lanes;
    private readonly uint[] shortage = new uint[problem.Lanes];
    private readonly int[] order = new int[problem.Officers];
    private readonly int[] team = new int[problem.Officers];
    private readonly List<(int Route, int[] Members)> former = [];

    /// <summary>How much an officer's other skills count against him, drawn anew for each round.</summary>
    public double Thrift { get; set; }

    /// <summary>Size of the noise in choosing officers.</summary>
    public double Noise { get; set; } = 0.3;

    /// <summary>Whether a team covers a requirement.</summary>
    public bool Covers(Route route, int place)
    {
        var need = place * lanes;
        for (var lane = 0; lane < lanes; lane++)
            if (Vector256.GreaterThanAny(problem.Need[need + lane], route.Held[lane])) return false;
        return true;
    }

    /// <summary>Whether team and free officers together cover a requirement.</summary>
    public bool CanCover(Plan plan, Route route, int place)
    {
        var need = place * lanes;
        for (var lane = 0; lane < lanes; lane++)
            if (Vector256.GreaterThanAny(problem.Need[need + lane], route.Held[lane] + plan.FreeHeld[lane])) return false;
        return true;
    }

    /// <summary>Least number of officers that must join, and the least size of any team that covers the route and one more visit.</summary>
    public (int Joining, int Size) Shortage(Route route, int place)
    {
        var (joining, size) = (Vector256<short>.Zero, Vector256<short>.Zero);
        for (var lane = 0; lane < lanes; lane++)
        {
            var need = problem.Need[(place * lanes) + lane];
            joining = Vector256.Max(joining, need - route.Held[lane]);
            size = Vector256.Max(size, Vector256.Max(need, route.Need[lane]));
        }
        return (Largest(joining), Largest(size));
    }

    private static int Largest(Vector256<short> cells)
    {
        var half = Vector128.Max(cells.GetLower(), cells.GetUpper());
        var largest = 0;
        for (var cell = 0; cell < Vector128<short>.Count; cell++) largest = Math.Max(largest, half.GetElement(cell));
        return largest;
    }

    /// <summary>
    /// Lets free officers join until the team covers its route and one more visit (0 for none), then lets go whoever is not needed.
    /// A team that grows too large is built anew. False, with the team as it was, when that fails too.
    /// </summary>
    public bool Recruit(Plan plan, Route route, int place)
    {
        var before = route.MemberCount;
        Array.Copy(route.Members, team, before);
        if (Fill(plan, route, place)) return true;
        plan.Disband(route);
        if (before > 0 && Fill(plan, route, place)) return true;
        plan.Disband(route);
        for (var index = 0; index < before; index++) plan.Join(route, team[index]);
        return false;
    }

    /// <summary>Lets free officers join until the team covers its route, keeping everybody it has; false, with the team as it was, when that fails.</summary>
    public bool Reinforce(Plan plan, Route route)
    {
        var before = route.MemberCount;
        Join(plan, route, 0);
        if (!Lacks(route, 0) && route.MemberCount >= problem.MinOfficers && route.MemberCount <= problem.MaxOfficers) return true;
        while (route.MemberCount > before) plan.Release(route, route.MemberCount - 1);
        return false;
    }

    private void Join(Plan plan, Route route, int place)
    {
        while (Lacks(route, place) && MostUseful(plan) is >= 0 and var officer) plan.Join(route, officer);
        while (route.MemberCount < problem.MinOfficers && plan.FreeCount > 0) plan.Join(route, plan.Free[random.Below(plan.FreeCount)]);
    }

    private bool Fill(Plan plan, Route route, int place)
    {
        Join(plan, route, place);
        Trim(plan, route, place);
        return !Lacks(route, place) && route.MemberCount >= problem.MinOfficers && route.MemberCount <= problem.MaxOfficers;
    }

    /// <summary>The free officer who best fills the shortage, −1 when nobody helps.</summary>
    private int MostUseful(Plan plan)
    {
        var best = -1;
        var bestScore = double.NegativeInfinity;
        for (var index = 0; index < plan.FreeCount; index++)
        {
            var officer = plan.Free[index];
            int useful = 0, spare = 0;
            for (var lane = 0; lane < lanes; lane++)
            {
                var held = problem.HeldBits[(officer * lanes) + lane];
                useful += BitOperations.PopCount(held & shortage[lane]);
                spare += BitOperations.PopCount(held & ~shortage[lane]);
            }
            if (useful == 0) continue;
            var score = useful - (Thrift * spare) + (Noise * useful * random.Fraction());
            if (score > bestScore) (bestScore, best) = (score, officer);
        }
        return best;
    }

    /// <summary>Lets go officers whom the touched routes no longer need.</summary>
    public void TrimTouched(Plan plan)
    {
        for (var index = 0; index < plan.TouchedCount; index++) Trim(plan, plan.Routes[plan.Touched[index]], 0);
    }

    /// <summary>Lets go officers whom neither the route nor one more visit (0 for none) needs, in random order.</summary>
    public void Trim(Plan plan, Route route, int place)
    {
        var count = route.MemberCount;
        if (count <= problem.MinOfficers) return;
        Array.Copy(route.Members, order, count);
        random.Shuffle(order.AsSpan(0, count));
        for (var index = 0; index < count && route.MemberCount > problem.MinOfficers; index++)
        {
            var officer = order[index];
            var needed = false;
            for (var lane = 0; lane < lanes && !needed; lane++)
            {
                var target = Vector256.Max(route.Need[lane], problem.Need[(place * lanes) + lane]);
                needed = Vector256.GreaterThanAny(target, route.Held[lane] - problem.Held[(officer * lanes) + lane]);
            }
            if (!needed) plan.Release(route, Array.IndexOf(route.Members, officer, 0, route.MemberCount));
        }
    }

    /// <summary>Disbands the touched teams and builds them anew from all their officers and the free ones; puts the old ones back when that fails.</summary>
    public void Rebuild(Plan plan)
    {
        former.Clear();
        for (var index = 0; index < plan.TouchedCount; index++)
        {
            var route = plan.Routes[plan.Touched[index]];
            if (route.Count == 0) continue;
            former.Add((plan.Touched[index], [.. route.Members.AsSpan(0, route.MemberCount)]));
            plan.Disband(route);
        }
        var start = former.Count == 0 ? 0 : random.Below(former.Count);
        var complete = true;
        for (var index = 0; index < former.Count && complete; index++)
            complete = Recruit(plan, plan.Routes[former[(start + index) % former.Count].Route], 0);
        if (complete) return;
        foreach (var (route, _) in former) plan.Disband(plan.Routes[route]);
        foreach (var (route, members) in former)
        {
            foreach (var officer in members) plan.Join(plan.Routes[route], officer);
            Trim(plan, plan.Routes[route], 0);
        }
    }

    private bool Lacks(Route route, int place)
    {
        var any = 0u;
        for (var lane = 0; lane < lanes; lane++)
        {
            var target = Vector256.Max(route.Need[lane], problem.Need[(place * lanes) + lane]);
            any |= shortage[lane] = Vector256.GreaterThan(target, route.Held[lane]).ExtractMostSignificantBits();
        }
        return any != 0;
    }
}
