using System.Numerics;
using Lianzhi.Core.Inspections;

namespace Lianzhi.Planner.Plans.Search;

/// <summary>What one target still needs of one requirement, locked visits taken off.</summary>
/// <param name="Index">Its place among the requirements of the target.</param>
/// <param name="Slot">Its team, as place in <see cref="CompactTarget.Teams"/>; -1 when no team inspects it.</param>
/// <param name="Minutes">Officer minutes, the way left out.</param>
/// <param name="Times">Inspections asked for.</param>
/// <param name="Gap">Least number of weeks between two.</param>
/// <param name="Weeks">Weeks in which it can lie.</param>
/// <param name="Former">Weeks of the former plan that may be kept.</param>
internal readonly record struct Duty(int Index, int Slot, int Minutes, int Times, int Gap, ulong Weeks, ulong Former)
{
    /// <summary>Inspections that weeks and gap admit, capacity aside.</summary>
    public int Reach { get; } = Math.Min(Times, Chain(Weeks, Gap));

    private static int Chain(ulong weeks, int gap)
    {
        var (count, next) = (0, 0);
        for (; weeks != 0; weeks &= weeks - 1)
        {
            var week = BitOperations.TrailingZeroCount(weeks);
            if (week < next) continue;
            (count, next) = (count + 1, week + Math.Max(1, gap));
        }
        return count;
    }
}

/// <summary>A target as the search sees it.</summary>
/// <param name="Enterprise">Its enterprise.</param>
/// <param name="Block">Its neighbourhood.</param>
/// <param name="Fleet">Its fleet; -1 without limit.</param>
/// <param name="Unserved">Points of one inspection that is not planned.</param>
/// <param name="Teams">Teams that are asked for.</param>
/// <param name="Duties">What is needed, the scarcest first.</param>
/// <param name="Locked">Visits that are kept.</param>
/// <param name="Least">No fewer visits meet all duties.</param>
internal sealed record CompactTarget(
    int Enterprise, int Block, int Fleet, int Unserved, int[] Teams, Duty[] Duties, (int Week, FormerVisit Visit)[] Locked, int Least);

/// <summary>The problem in arrays, weeks counted from 0 and sets of weeks as bits; locked visits are taken off once and for all.</summary>
internal sealed class CompactPlan
{
    public CompactPlan(PlanProblem problem)
    {
        Problem = problem;
        Weeks = problem.Weeks.Count;
        var enterprises = Numbered(problem.Enterprises.Select(enterprise => enterprise.Id));
        var blocks = Numbered(problem.Targets.Select(target => target.Block).Distinct());
        var requirements = problem.Requirements.ToDictionary(requirement => requirement.Id);
        var fleets = problem.Fleets.SelectMany((fleet, index) => fleet.Townships.Select(township => (township, index))).ToDictionary(pair => pair.township, pair => pair.index);
        var teamOf = PlanLoad.TeamOf(problem);
        var week = problem.Weeks.SelectMany((days, index) => days.Days.Select(day => (day, index))).ToDictionary(pair => pair.day, pair => pair.index);
        var former = problem.Former.ToLookup(visit => visit.Target);
        Blocks = blocks.Count;
        Left = [.. problem.Enterprises.Select(enterprise => enterprise.Cap - enterprise.Used)];
        Capacity = [.. problem.Teams.SelectMany(team => problem.Weeks.Select((days, index) => team.Minutes(index, days.Days.Count)))];
        Even = [.. PlanLoad.Even(problem).SelectMany(row => row)];
        Trips = [.. problem.Fleets.SelectMany(fleet => fleet.Trips)];
        var locked = new List<PlannedVisit>();
        LockedRounds = new bool[Blocks * Weeks];
        Targets = [.. problem.Targets.Select(Compact)];
        var given = PlanLoad.Of(problem, locked);
        LockedMinutes = [.. given.Minutes.SelectMany(row => row)];
        LockedTrips = [.. given.Trips.SelectMany(row => row)];
        Locked = locked;

        CompactTarget Compact(PlanTarget target)
        {
            var kept = former[target.Id].Where(visit => visit.Locked).Select(visit => (Week: week[visit.Day], visit)).OrderBy(visit => visit.Week).ToArray();
            foreach (var (index, visit) in kept) locked.Add(new(target.Id, index + 1, visit.Day, visit.Requirements, true, []));
            foreach (var (index, _) in kept) LockedRounds[(blocks[target.Block] * Weeks) + index] = true;
            Left[enterprises[target.Enterprise]] -= kept.Length;
            var open = Bits(index => index + 1 >= problem.FirstOpenWeek && problem.Weeks[index].Days.Any(day => target.IsOpen(index + 1, day)));
            foreach (var (index, _) in kept) open &= ~(1UL << index);
            var teams = target.Requirements.Select(id => teamOf.GetValueOrDefault((requirements[id].Domain, target.Township), -1)).Where(team => team >= 0).Distinct().ToArray();
            var duties = target.Requirements.Select((id, place) =>
            {
                var requirement = requirements[id];
                var team = teamOf.GetValueOrDefault((requirement.Domain, target.Township), -1);
                var done = kept.Where(visit => visit.visit.Requirements.Contains(id)).Select(visit => visit.Week).ToList();
                var weeks = team < 0 ? 0 : open & Bits(index => problem.Teams[team].Officers[index] >= problem.Teams[team].Crew
                    && (requirement.Windows.Count == 0 || requirement.Windows.Any(span => span.Holds(index + 1)))
                    && done.TrueForAll(other => Math.Abs(other - index) >= requirement.GapWeeks));
                var before = former[target.Id].Where(visit => !visit.Locked && visit.Requirements.Contains(id)).Aggregate(0UL, (bits, visit) => bits | (1UL << week[visit.Day]));
                return new Duty(place, Array.IndexOf(teams, team), team < 0 ? 0 : problem.Teams[team].Crew * requirement.Minutes,
                    Math.Max(0, requirement.Visits[target.Risk] - done.Count), requirement.GapWeeks, weeks, before & weeks);
            }).Where(duty => duty.Times > 0).OrderByDescending(duty => duty.Times).ThenBy(duty => BitOperations.PopCount(duty.Weeks)).ThenBy(duty => duty.Index).ToArray();
            return new(enterprises[target.Enterprise], blocks[target.Block], fleets.GetValueOrDefault(target.Township, -1), problem.Weights.Unserved(target.Risk), teams, duties, kept, Disjoint(duties));
        }
    }

    public PlanProblem Problem { get; }
    public int Weeks { get; }
    public int Blocks { get; }
    public CompactTarget[] Targets { get; }

    /// <summary>Visits left to each enterprise under its cap.</summary>
    public int[] Left { get; }

    /// <summary>Officer minutes by team and week.</summary>
    public int[] Capacity { get; }

    /// <summary>Even load by team and week.</summary>
    public int[] Even { get; }

    /// <summary>Trips by fleet and week.</summary>
    public int[] Trips { get; }

    public IReadOnlyList<PlannedVisit> Locked { get; }
    public int[] LockedMinutes { get; }
    public int[] LockedTrips { get; }

    /// <summary>By block and week: travelled to by a locked visit.</summary>
    public bool[] LockedRounds { get; }

    /// <summary>Officer minutes of the way, for one team and visit.</summary>
    public int Way(int team) => Problem.Teams[team].Crew * Problem.TravelMinutes;

    /// <summary>Trips of a visit with so many officers.</summary>
    public int TripsFor(int fleet, int officers) => (officers + Problem.Fleets[fleet].Seats - 1) / Problem.Fleets[fleet].Seats;

    /// <summary>Points of a team's load in a week.</summary>
    public long Peak(int cell, int minutes) => Problem.Weights.PeakHour * (long)(Math.Max(0, minutes - Even[cell]) / 60);

    /// <summary>Duties whose weeks have nothing in common need visits of their own: the largest sum over such duties, one after another.</summary>
    internal static int Disjoint(ReadOnlySpan<Duty> duties)
    {
        var most = 0;
        // Greedy from each duty on: not always the largest, always a lower bound.
        for (var first = 0; first < duties.Length; first++)
        {
            var (taken, sum) = (duties[first].Weeks, duties[first].Reach);
            for (var other = 0; other < duties.Length; other++)
            {
                if (other == first || duties[other].Weeks == 0 || (duties[other].Weeks & taken) != 0) continue;
                taken |= duties[other].Weeks;
                sum += duties[other].Reach;
            }
            most = Math.Max(most, sum);
        }
        return most;
    }

    private ulong Bits(Func<int, bool> holds)
    {
        var bits = 0UL;
        for (var index = 0; index < Weeks; index++)
            if (holds(index)) bits |= 1UL << index;
        return bits;
    }

    private static Dictionary<string, int> Numbered(IEnumerable<string> ids) => ids.Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index);
}
