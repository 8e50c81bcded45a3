using System.Numerics;
using Lianzhi.Core.Inspections;
using Lianzhi.Planner.Plans.Search;

namespace Lianzhi.Planner.Plans;

/// <summary>Says why a visit lies where it lies, and why something is not planned (安排理由).</summary>
internal sealed class PlanReasons(CompactPlan plan, PlanState state)
{
    private readonly int[] neighbours = Neighbours(plan, state);

    /// <summary>The reasons of a visit that the search has chosen.</summary>
    public IReadOnlyList<PlanReason> Of(int index, Visit visit)
    {
        var target = plan.Targets[index];
        var duties = target.Duties.Where((_, place) => (visit.Duties >> place & 1) != 0).OrderBy(duty => duty.Index).ToList();
        var reasons = new List<PlanReason>();
        var others = neighbours[(target.Block * plan.Weeks) + visit.Week] - 1;
        var team = target.Teams[duties[0].Slot];
        var cell = (team * plan.Weeks) + visit.Week;
        reasons.Add(new("here", others > 0
            ? $"第{visit.Week + 1}周同一网格还有{others}户，一趟走完"
            : $"第{visit.Week + 1}周{plan.Problem.Teams[team].Id}用到{100L * state.Minutes[cell] / Math.Max(1, plan.Capacity[cell])}%，能够承担"));
        if (duties.Count > 1)
            reasons.Add(new("merged", $"{string.Join("、", duties.Select(duty => Requirement(index, duty)))}合并为一次，少入企{duties.Count - 1}次；每个署名主体各派两人以上、各有通知书"));
        if (duties.Exists(duty => (duty.Former >> visit.Week & 1) != 0)) reasons.Add(new("here", "与原计划同一周，不作变动"));
        reasons.Add(new("notEarlier", NotEarlier(index, visit, duties)));
        return reasons;
    }

    /// <summary>Everything that is not planned, in the order of the problem.</summary>
    public IReadOnlyList<UnservedInspection> Unserved()
    {
        var found = new List<UnservedInspection>();
        for (var index = 0; index < plan.Targets.Length; index++)
            foreach (var place in Enumerable.Range(0, plan.Targets[index].Duties.Length).OrderBy(place => plan.Targets[index].Duties[place].Index))
            {
                var missing = plan.Targets[index].Duties[place].Times - state.Visits[index].Count(visit => (visit.Duties >> place & 1) != 0);
                if (missing > 0) found.Add(Why(index, place, missing));
            }
        return found;
    }

    private string NotEarlier(int index, Visit visit, List<Duty> duties)
    {
        var target = plan.Targets[index];
        var common = duties.Aggregate(ulong.MaxValue, (weeks, duty) => weeks & duty.Weeks) & ((1UL << visit.Week) - 1);
        if (common == 0)
        {
            var latest = duties.MaxBy(duty => BitOperations.TrailingZeroCount(duty.Weeks));
            var opens = BitOperations.TrailingZeroCount(latest.Weeks) + 1;
            return opens == visit.Week + 1 ? $"{Requirement(index, latest)}从第{opens}周起才能查" : "更早的周次没有各项要求都能查的";
        }
        foreach (var other in state.Visits[index].Where(other => other.Week < visit.Week).OrderByDescending(other => other.Week))
            foreach (var duty in duties)
                if ((other.Duties >> Array.IndexOf(target.Duties, duty) & 1) != 0 && duty.Gap > 0)
                {
                    common &= ulong.MaxValue << Math.Min(63, other.Week + duty.Gap);
                    if (common == 0) return $"{Requirement(index, duty)}第{other.Week + 1}周已查，至少间隔{duty.Gap}周";
                }
        var earliest = BitOperations.TrailingZeroCount(common);
        foreach (var slot in duties.GroupBy(duty => duty.Slot))
        {
            var cell = (target.Teams[slot.Key] * plan.Weeks) + earliest;
            var (free, needed) = (plan.Capacity[cell] - state.Minutes[cell], plan.Way(target.Teams[slot.Key]) + slot.Sum(duty => duty.Minutes));
            if (free < needed) return $"第{earliest + 1}周{plan.Problem.Teams[target.Teams[slot.Key]].Id}只余{free}人分钟，需要{needed}人分钟";
        }
        return neighbours[(target.Block * plan.Weeks) + earliest] == 0
            ? $"最早可在第{earliest + 1}周，但该周同一网格没有其他检查，要专门跑一趟"
            : $"最早可在第{earliest + 1}周，为使各周负荷均匀而排在本周";
    }

    private UnservedInspection Why(int index, int place, int missing)
    {
        var (target, problem) = (plan.Targets[index], plan.Problem);
        var (asked, duty) = (problem.Targets[index], target.Duties[place]);
        var requirement = problem.Requirements.Single(requirement => requirement.Id == asked.Requirements[duty.Index]);
        UnservedInspection Short(string what, string? resource, int by, string message) => new(asked.Id, requirement.Id, missing, what, resource, by, message);
        if (duty.Slot < 0) return Short("team", null, missing, $"{asked.Township}没有承担{requirement.Domain}检查的队伍");
        var team = problem.Teams[target.Teams[duty.Slot]];
        if (duty.Weeks == 0)
            return team.Officers.All(officers => officers < team.Crew)
                ? Short("crew", team.Id, team.Crew - team.Officers.Max(), $"{team.Id}全年都不足{team.Crew}名持证人员")
                : Short("weeks", null, missing, "要求的时段、营业时间、停业周次和人员到岗周次没有交集");
        if (duty.Reach < duty.Times && state.Visits[index].Count(visit => (visit.Duties >> place & 1) != 0) >= duty.Reach)
            return Short("gap", null, duty.Times - duty.Reach, $"能查的周次按最少间隔{duty.Gap}周排不下{duty.Times}次");
        var enterprise = problem.Enterprises[target.Enterprise];
        if (state.Left[target.Enterprise] <= 0 && Used(index) is var joint && !joint)
            return Short("cap", enterprise.Id, missing, $"今年入企检查已满{enterprise.Cap}次上限；投诉举报、风险、移送、专项方可突破");
        var cells = Enumerable.Range(0, plan.Weeks).Where(week => (duty.Weeks >> week & 1) != 0).Select(week => (target.Teams[duty.Slot] * plan.Weeks) + week).ToList();
        var free = cells.Max(cell => plan.Capacity[cell] - state.Minutes[cell]);
        var needed = duty.Minutes + plan.Way(target.Teams[duty.Slot]);
        if (free < needed) return Short("team", team.Id, (needed - Math.Max(0, free)) * missing, $"{team.Id}在能查的各周最多余{Math.Max(0, free)}人分钟，每次需要{needed}人分钟");
        if (target.Fleet >= 0)
        {
            // Only weeks in which the officers have the time: elsewhere more vehicles would not help.
            var (trips, fleet) = (plan.TripsFor(target.Fleet, team.Crew), problem.Fleets[target.Fleet].Id);
            var left = cells.Where(cell => plan.Capacity[cell] - state.Minutes[cell] >= needed).Max(cell => Free(target.Fleet, cell % plan.Weeks));
            if (left < trips) return Short("fleet", fleet, (trips - Math.Max(0, left)) * missing, $"{fleet}在{team.Id}有人的各周最多余{Math.Max(0, left)}车次，每次需要{trips}车次");
        }
        return state.Left[target.Enterprise] <= 0
            ? Short("cap", enterprise.Id, missing, $"今年入企检查已满{enterprise.Cap}次上限，已排的各次与本项时段、间隔或者人手不合")
            : Short("team", team.Id, needed * missing, $"{team.Id}与车辆有余量的周次与本对象其他检查的间隔不合");
    }

    private int Free(int fleet, int week) => plan.Trips[(fleet * plan.Weeks) + week] - state.Trips[(fleet * plan.Weeks) + week];

    /// <summary>Whether a visit of the target lies in a week of a missing duty and could take it, so that the cap alone is not the reason.</summary>
    private bool Used(int index) => plan.Targets[index].Duties.Select((duty, place) => state.Visits[index].Any(visit => (visit.Duties >> place & 1) == 0 && (duty.Weeks >> visit.Week & 1) != 0)).Any(could => could);

    private string Requirement(int index, Duty duty) => plan.Problem.Targets[index].Requirements[duty.Index];

    private static int[] Neighbours(CompactPlan plan, PlanState state)
    {
        var counts = new int[plan.Blocks * plan.Weeks];
        for (var index = 0; index < plan.Targets.Length; index++)
        {
            foreach (var visit in state.Visits[index]) counts[(plan.Targets[index].Block * plan.Weeks) + visit.Week]++;
            foreach (var (week, _) in plan.Targets[index].Locked) counts[(plan.Targets[index].Block * plan.Weeks) + week]++;
        }
        return counts;
    }
}
