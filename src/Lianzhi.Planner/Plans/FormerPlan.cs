using Lianzhi.Core.Inspections;
using Lianzhi.Planner.Plans.Search;

namespace Lianzhi.Planner.Plans;

/// <summary>The former plan as far as it can still be carried out (原计划): the beginning of a search that changes little.</summary>
internal static class FormerPlan
{
    /// <summary>Visits of each target that break no rule, taken in order; the locked ones are in the problem already.</summary>
    public static List<(int Target, Visit[] Visits)> Of(CompactPlan plan)
    {
        var problem = plan.Problem;
        var number = problem.Targets.Select((target, index) => (target.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        var state = new PlanState(plan);
        var kept = new List<(int, Visit[])>();
        foreach (var former in problem.Former.Where(visit => !visit.Locked).GroupBy(visit => number[visit.Target]))
        {
            var visits = new List<Visit>();
            foreach (var visit in former.OrderBy(visit => visit.Day))
                if (Lawful(plan, state, former.Key, visits, visit) is { Duties: > 0 } lawful)
                {
                    visits.Add(lawful);
                    state.Remove(former.Key);
                    state.Add(former.Key, [.. visits]);
                }
            if (visits.Count > 0) kept.Add((former.Key, [.. visits]));
        }
        return kept;
    }

    private static Visit Lawful(CompactPlan plan, PlanState state, int index, List<Visit> before, FormerVisit visit)
    {
        var target = plan.Targets[index];
        var week = PlanWeeks.Number(plan.Problem, visit.Day) - 1;
        if (state.Left[target.Enterprise] <= 0 || before.Exists(other => other.Week == week)) return default;
        var duties = 0U;
        var need = new Dictionary<int, int>();
        for (var place = 0; place < target.Duties.Length; place++)
        {
            var duty = target.Duties[place];
            var done = before.Where(other => (other.Duties >> place & 1) != 0).ToList();
            if (!visit.Requirements.Contains(plan.Problem.Targets[index].Requirements[duty.Index]) || (duty.Weeks >> week & 1) == 0) continue;
            if (done.Count >= duty.Times || done.Exists(other => Math.Abs(other.Week - week) < duty.Gap)) continue;
            var team = target.Teams[duty.Slot];
            var more = need.GetValueOrDefault(team, plan.Way(team)) + duty.Minutes;
            if (state.Minutes[(team * plan.Weeks) + week] + more > plan.Capacity[(team * plan.Weeks) + week]) continue;
            need[team] = more;
            duties |= 1U << place;
        }
        if (duties == 0 || target.Fleet < 0) return new(week, duties);
        var cell = (target.Fleet * plan.Weeks) + week;
        return state.Trips[cell] + plan.TripsFor(target.Fleet, need.Keys.Sum(team => plan.Problem.Teams[team].Crew)) > plan.Trips[cell] ? default : new(week, duties);
    }
}
