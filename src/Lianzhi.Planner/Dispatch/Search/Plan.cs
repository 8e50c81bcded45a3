using System.Runtime.Intrinsics;

namespace Lianzhi.Planner.Dispatch.Search;

/// <summary>A whole plan during the search: routes with their teams, visits put off, officers left over. Always lawful between two changes.</summary>
internal sealed class Plan
{
    private readonly CompactProblem problem;
    private readonly int lanes;
    private readonly int[] officerSlot;
    private readonly int[] absentSlot;
    private readonly bool[] isTouched;

    public Plan(CompactProblem problem)
    {
        this.problem = problem;
        lanes = problem.Lanes;
        Routes = new Route[problem.MaxTeams];
        for (var route = 0; route < Routes.Length; route++) Clear(Routes[route] = new(lanes));
        RouteOf = new int[problem.Places];
        Array.Fill(RouteOf, -1);
        Absent = new int[problem.Servable.Length];
        absentSlot = new int[problem.Places];
        foreach (var place in problem.Servable) AddAbsent(place);
        Free = new int[problem.Officers];
        officerSlot = new int[problem.Officers];
        FreeHeld = new Vector256<short>[lanes];
        for (var officer = 0; officer < problem.Officers; officer++) AddFree(officer);
        Touched = new int[Routes.Length];
        isTouched = new bool[Routes.Length];
        Cost = problem.DeferCost.Sum();
    }

    public Route[] Routes { get; }

    /// <summary>Route of a place, −1 when it is put off.</summary>
    public int[] RouteOf { get; }

    public int[] Absent { get; }
    public int AbsentCount { get; private set; }
    public int[] Free { get; }
    public int FreeCount { get; private set; }
    public Vector256<short>[] FreeHeld { get; }
    public int ActiveRoutes { get; private set; }

    /// <summary>Travel and cost of what is put off.</summary>
    public double Cost { get; private set; }

    /// <summary>Routes changed since the plan was last in step with its twin.</summary>
    public int[] Touched { get; }

    public int TouchedCount { get; private set; }

    /// <summary>Set when rounding made a route late that the constant-time test let pass: the plan must not be kept.</summary>
    public bool IsBroken { get; private set; }

    public bool WasTouched(int route) => isTouched[route];

    /// <summary>A route without visits, −1 when no further team may be formed.</summary>
    public int UnusedRoute()
    {
        if (ActiveRoutes >= Routes.Length || problem.MinOfficers > FreeCount) return -1;
        for (var route = 0; route < Routes.Length; route++)
            if (Routes[route].Count == 0) return route;
        return -1;
    }

    /// <summary>Takes over what differs in a twin plan; both are in step afterwards.</summary>
    public void Follow(Plan twin, Plan touched)
    {
        for (var index = 0; index < touched.TouchedCount; index++) Routes[touched.Touched[index]].CopyFrom(twin.Routes[touched.Touched[index]]);
        FollowRest(twin);
        touched.ClearTouched();
    }

    public void CopyFrom(Plan other)
    {
        for (var route = 0; route < Routes.Length; route++)
            if (Routes[route].Count > 0 || other.Routes[route].Count > 0) Routes[route].CopyFrom(other.Routes[route]);
        FollowRest(other);
        ClearTouched();
    }

    public void ClearTouched()
    {
        for (var index = 0; index < TouchedCount; index++) isTouched[Touched[index]] = false;
        TouchedCount = 0;
    }

    public void Touch(int route)
    {
        if (isTouched[route]) return;
        isTouched[route] = true;
        Touched[TouchedCount++] = route;
    }

    /// <summary>Inserts a put-off visit behind a stop; the team must be fit for it.</summary>
    public void Insert(int routeIndex, int after, int place)
    {
        Touch(routeIndex);
        var route = Routes[routeIndex];
        if (route.Count == 0) ActiveRoutes++;
        route.Reserve(route.Count + 3);
        Array.Copy(route.Stops, after + 1, route.Stops, after + 2, route.Count + 1 - after);
        route.Stops[after + 1] = place;
        route.Count++;
        var before = route.Travel;
        Retime(route, after);
        Cost += route.Travel - before - problem.DeferCost[place];
        for (var lane = 0; lane < lanes; lane++) route.Need[lane] = Vector256.Max(route.Need[lane], problem.Need[(place * lanes) + lane]);
        RouteOf[place] = routeIndex;
        RemoveAbsent(place);
    }

    /// <summary>Takes visits out of a route: those at stops from first, as many as said. An emptied route gives its officers back.</summary>
    public void Remove(int routeIndex, int first, int count)
    {
        Touch(routeIndex);
        var route = Routes[routeIndex];
        for (var stop = first; stop < first + count; stop++)
        {
            var place = route.Stops[stop];
            RouteOf[place] = -1;
            AddAbsent(place);
            Cost += problem.DeferCost[place];
        }
        Array.Copy(route.Stops, first + count, route.Stops, first, route.Count + 2 - first - count);
        route.Count -= count;
        var before = route.Travel;
        if (route.Count == 0)
        {
            ActiveRoutes--;
            Disband(route);
            Clear(route);
        }
        else
        {
            Retime(route, 0);
            Renew(route);
        }
        Cost += route.Travel - before;
    }

    /// <summary>Moves a free officer into a team.</summary>
    public void Join(Route route, int officer)
    {
        var last = Free[--FreeCount];
        Free[officerSlot[officer]] = last;
        officerSlot[last] = officerSlot[officer];
        if (route.MemberCount == route.Members.Length) Array.Resize(ref route.Members, route.MemberCount * 2);
        route.Members[route.MemberCount++] = officer;
        for (var lane = 0; lane < lanes; lane++)
        {
            var held = problem.Held[(officer * lanes) + lane];
            route.Held[lane] += held;
            FreeHeld[lane] -= held;
        }
    }

    /// <summary>Moves the officer at a place of the team's list back to the free ones.</summary>
    public void Release(Route route, int member)
    {
        var officer = route.Members[member];
        route.Members[member] = route.Members[--route.MemberCount];
        for (var lane = 0; lane < lanes; lane++) route.Held[lane] -= problem.Held[(officer * lanes) + lane];
        AddFree(officer);
    }

    /// <summary>Releases the whole team.</summary>
    public void Disband(Route route)
    {
        while (route.MemberCount > 0) Release(route, route.MemberCount - 1);
    }

    /// <summary>Reckons cost anew, so that rounding does not pile up over millions of changes.</summary>
    public void Recount()
    {
        Cost = 0;
        for (var place = 1; place < problem.Places; place++)
            if (RouteOf[place] < 0) Cost += problem.DeferCost[place];
        foreach (var route in Routes)
            if (route.Count > 0) Cost += route.Travel;
    }

    private void FollowRest(Plan other)
    {
        Array.Copy(other.RouteOf, RouteOf, RouteOf.Length);
        AbsentCount = other.AbsentCount;
        Array.Copy(other.Absent, Absent, AbsentCount);
        Array.Copy(other.absentSlot, absentSlot, absentSlot.Length);
        FreeCount = other.FreeCount;
        Array.Copy(other.Free, Free, FreeCount);
        Array.Copy(other.officerSlot, officerSlot, officerSlot.Length);
        for (var lane = 0; lane < lanes; lane++) FreeHeld[lane] = other.FreeHeld[lane];
        ActiveRoutes = other.ActiveRoutes;
        Cost = other.Cost;
        IsBroken = false;
    }

    /// <summary>Times of a route whose stops changed behind a stop.</summary>
    private void Retime(Route route, int after)
    {
        var (stops, leave, latest, drive) = (route.Stops, route.Leave, route.Latest, route.Drive);
        var last = route.Count + 1;
        for (var stop = after; stop < last; stop++)
        {
            var place = stops[stop];
            var next = stops[stop + 1];
            var distance = problem.From[(place * problem.Places) + next];
            drive[stop] = distance;
            var start = leave[stop] + distance;
            if (next == 0)
            {
                if (start > problem.BaseClose) IsBroken = true;
                break;
            }
            start = Math.Max(start, problem.Open[next]);
            if (start > problem.Close[next]) IsBroken = true;
            leave[stop + 1] = start + problem.Minutes[next];
        }
        latest[last] = problem.BaseClose;
        var travel = drive[0];
        for (var stop = last - 1; stop > 0; stop--)
        {
            latest[stop] = Math.Min(problem.Close[stops[stop]], latest[stop + 1] - drive[stop] - problem.Minutes[stops[stop]]);
            travel += drive[stop];
        }
        route.Travel = travel;
    }

    private void Renew(Route route)
    {
        for (var lane = 0; lane < lanes; lane++)
        {
            var need = Vector256<short>.Zero;
            for (var stop = 1; stop <= route.Count; stop++) need = Vector256.Max(need, problem.Need[(route.Stops[stop] * lanes) + lane]);
            route.Need[lane] = need;
        }
    }

    private void Clear(Route route)
    {
        route.Stops[0] = route.Stops[1] = 0;
        route.Leave[0] = problem.BaseOpen;
        route.Latest[1] = problem.BaseClose;
        route.Drive[0] = 0;
        route.Travel = 0;
        Array.Clear(route.Need);
    }

    private void AddFree(int officer)
    {
        officerSlot[officer] = FreeCount;
        Free[FreeCount++] = officer;
        for (var lane = 0; lane < lanes; lane++) FreeHeld[lane] += problem.Held[(officer * lanes) + lane];
    }

    private void AddAbsent(int place)
    {
        absentSlot[place] = AbsentCount;
        Absent[AbsentCount++] = place;
    }

    private void RemoveAbsent(int place)
    {
        var last = Absent[--AbsentCount];
        Absent[absentSlot[place]] = last;
        absentSlot[last] = absentSlot[place];
    }
}
