using Lianzhi.Planner.Plans.Search;

namespace Lianzhi.Planner.Plans;

/// <summary>
/// What is done by hand today (按户合并): enterprise after enterprise in the order of the list, each inspection joins a visit already planned there when the rules let it,
/// otherwise it gets a new visit in the first week that is free.
/// </summary>
internal static class PlanByHand
{
    /// <summary>Visits, and inspections left out.</summary>
    public static (int Visits, int Unserved) Of(CompactPlan plan)
    {
        var state = new PlanState(plan);
        var (count, unserved) = (plan.Locked.Count, 0);
        for (var index = 0; index < plan.Targets.Length; index++)
        {
            var target = plan.Targets[index];
            var visits = new List<Visit>();
            for (var duty = 0; duty < target.Duties.Length; duty++)
                for (var time = 0; time < target.Duties[duty].Times; time++)
                    if (!Put(plan, state, index, visits, duty)) unserved++;
            count += visits.Count;
        }
        return (count, unserved);
    }

    private static bool Put(CompactPlan plan, PlanState state, int index, List<Visit> visits, int place)
    {
        var target = plan.Targets[index];
        var duty = target.Duties[place];
        for (var visit = 0; visit < visits.Count; visit++)
            if ((visits[visit].Duties >> place & 1) == 0 && Try(visits[visit].Week, visit)) return true;
        for (var week = 0; week < plan.Weeks; week++)
            if (!visits.Exists(visit => visit.Week == week) && Try(week, -1)) return true;
        return false;

        bool Try(int week, int join)
        {
            if ((duty.Weeks >> week & 1) == 0 || visits.Exists(visit => (visit.Duties >> place & 1) != 0 && Math.Abs(visit.Week - week) < duty.Gap)) return false;
            var former = state.Remove(index);
            if (join < 0) visits.Add(new(week, 1U << place));
            else visits[join] = new(week, visits[join].Duties | (1U << place));
            state.Add(index, [.. visits]);
            var team = (target.Teams[duty.Slot] * plan.Weeks) + week;
            if (state.Left[target.Enterprise] >= 0 && state.Minutes[team] <= plan.Capacity[team]
                && (target.Fleet < 0 || state.Trips[(target.Fleet * plan.Weeks) + week] <= plan.Trips[(target.Fleet * plan.Weeks) + week])) return true;
            state.Remove(index);
            state.Add(index, former);
            visits.Clear();
            visits.AddRange(former);
            return false;
        }
    }
}
