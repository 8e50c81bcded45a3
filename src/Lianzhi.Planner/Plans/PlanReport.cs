using Lianzhi.Core.Inspections;
using Lianzhi.Planner.Plans.Search;

namespace Lianzhi.Planner.Plans;

/// <summary>Turns the result of a search into a plan: days, savings, reasons and what could not be planned.</summary>
internal static class PlanReport
{
    public static PlanSolution Of(CompactPlan plan, PlanState state, long bound, double seconds)
    {
        var days = PlanDays.Of(plan, state);
        var reasons = new PlanReasons(plan, state);
        var visits = new List<PlannedVisit>(plan.Locked.Select(visit => visit with { Reasons = [new("locked", "人工锁定或者已经执行，重排时保留")] }));
        for (var index = 0; index < plan.Targets.Length; index++)
            foreach (var visit in state.Visits[index])
            {
                var ids = plan.Targets[index].Duties.Where((_, place) => (visit.Duties >> place & 1) != 0).OrderBy(duty => duty.Index)
                    .Select(duty => plan.Problem.Targets[index].Requirements[duty.Index]).ToList();
                visits.Add(new(plan.Problem.Targets[index].Id, visit.Week + 1, days[(index, visit.Week)], ids, false, reasons.Of(index, visit)));
            }
        visits.Sort((one, other) => (one.Day, one.Target).CompareTo((other.Day, other.Target)));
        var unserved = reasons.Unserved();
        var cost = PlanCost.Of(plan.Problem, visits);
        var (byHand, leftOut) = PlanByHand.Of(plan);
        return new(cost, Math.Min(bound, cost.Total), new(visits.Count, visits.Sum(visit => visit.Requirements.Count), byHand, leftOut), visits, unserved, seconds);
    }
}

/// <summary>Chooses days within weeks: a neighbourhood on one day, days of about the same load.</summary>
internal static class PlanDays
{
    public static Dictionary<(int Target, int Week), DateOnly> Of(CompactPlan plan, PlanState state)
    {
        var problem = plan.Problem;
        var number = problem.Targets.Select((target, index) => (target.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        var former = problem.Former.Where(visit => !visit.Locked).Select(visit => (number[visit.Target], visit.Day)).ToHashSet();
        var days = new Dictionary<(int, int), DateOnly>();
        var loads = new Dictionary<(string Township, DateOnly), int>();
        var groups = Enumerable.Range(0, plan.Targets.Length).SelectMany(index => state.Visits[index].Select(visit => (index, visit)))
            .GroupBy(pair => (pair.visit.Week, plan.Targets[pair.index].Block)).OrderBy(group => group.Key.Week).ThenByDescending(group => group.Count()).ThenBy(group => group.Key.Block);
        foreach (var group in groups)
        {
            var left = group.Select(pair => pair.index).ToList();
            var township = problem.Targets[left[0]].Township;
            var working = problem.Weeks[group.Key.Week].Days;
            while (left.Count > 0)
            {
                // The day on which most of them were or are open; among such days the one with the least load.
                var day = working.MaxBy(day => (left.Count(index => former.Contains((index, day)) && Open(index, day)), left.Count(index => Open(index, day)),
                    -loads.GetValueOrDefault((township, day)), -day.DayNumber));
                foreach (var index in left.Where(index => Open(index, day)).ToList())
                {
                    days[(index, group.Key.Week)] = day;
                    loads[(township, day)] = loads.GetValueOrDefault((township, day)) + 1;
                    left.Remove(index);
                }
            }

            bool Open(int index, DateOnly day) => problem.Targets[index].IsOpen(group.Key.Week + 1, day);
        }
        return days;
    }
}
