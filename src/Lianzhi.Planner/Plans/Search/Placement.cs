using System.Numerics;

namespace Lianzhi.Planner.Plans.Search;

/// <summary>
/// Finds weeks for the visits of one target, the others being fixed: first the fewest visits, then more of them as long as something is not served. Weeks are added
/// one after another where they cost least and then moved one at a time; for given weeks each duty takes its cheapest ones with their gap, by dynamic programming.
/// </summary>
internal sealed class Placement(CompactPlan plan, PlanState state)
{
    /// <summary>More visits of one target than anyone plans.</summary>
    private const int MostVisits = 26;

    private const double Impossible = 1e12;

    /// <summary>Work of placing one target, whatever it has.</summary>
    private const int Each = 50;

    /// <summary>Draws visits towards weeks with little load; together less than the smallest weight.</summary>
    private const double Pressure = 0.4;

    private readonly int[] weeks = new int[MostVisits];
    private readonly int[] trial = new int[MostVisits];
    private readonly uint[] chosen = new uint[MostVisits];
    private readonly int[] officers = new int[MostVisits];
    private readonly int[] spent = new int[MostVisits * 32];
    private readonly double[] price = new double[MostVisits];
    private readonly double[] best = new double[MostVisits * (MostVisits + 1)];
    private readonly int[] before = new int[MostVisits * (MostVisits + 1)];

    /// <summary>Work done, in duties weighed for a week.</summary>
    public long Work { get; private set; }

    /// <summary>The visits that cost least for a target that has none in the plan.</summary>
    public Visit[] Best(int index)
    {
        Work += Each; // Also where nothing can be placed, so that a search always comes to its end.
        var target = plan.Targets[index];
        var (possible, asked) = (0UL, 0);
        foreach (var duty in target.Duties) (possible, asked) = (possible | duty.Weeks, asked + duty.Times);
        var most = Math.Min(Math.Min(state.Left[target.Enterprise], asked), Math.Min(MostVisits, BitOperations.PopCount(possible)));
        var (found, foundCost, held) = (Array.Empty<Visit>(), Unserved(target), 0);
        for (var count = Math.Min(target.Least, most); count > 0 && count <= most; count++)
        {
            Grow(target, possible, held, count);
            held = count;
            var cost = Weigh(target, weeks, count);
            if (!Served(target, count)) cost = Chain(target, possible, count, cost);
            if (cost < foundCost - 1e-9) (found, foundCost) = (Kept(count), cost);
            if (Served(target, count)) break;
        }
        return found;
    }

    private static double Unserved(CompactTarget target)
    {
        var sum = 0.0;
        foreach (var duty in target.Duties) sum += (double)duty.Times * target.Unserved;
        return sum;
    }

    /// <summary>Adds weeks one after another, then moves each as long as it helps.</summary>
    private void Grow(CompactTarget target, ulong possible, int from, int count)
    {
        var cost = 0.0;
        for (var place = from; place < count; place++) cost = Cheapest(target, possible, place, place + 1);
        Improve(target, possible, count, cost);
    }

    private double Improve(CompactTarget target, ulong possible, int count, double cost)
    {
        if (count == 1) return cost;
        for (var (pass, moved) = (0, true); moved && pass < 4; pass++)
        {
            moved = false;
            for (var place = 0; place < count; place++)
            {
                var better = Cheapest(target, possible, place, count);
                moved |= better < cost - 1e-9;
                cost = better;
            }
        }
        return cost;
    }

    /// <summary>Puts the cheapest week at a place of an unordered set, whatever stands there.</summary>
    private double Cheapest(CompactTarget target, ulong possible, int place, int count)
    {
        var taken = 0UL;
        for (var other = 0; other < count; other++)
            if (other != place) taken |= 1UL << weeks[other];
        var (cheapest, cost) = (-1, double.PositiveInfinity);
        for (var left = possible & ~taken; left != 0; left &= left - 1)
        {
            weeks[place] = BitOperations.TrailingZeroCount(left);
            var weighed = Weigh(target, weeks, count);
            if (weighed < cost) (cheapest, cost) = (weeks[place], weighed);
        }
        weeks[place] = cheapest;
        return cost;
    }

    /// <summary>A second beginning where gaps are tight: the duty asked most often, as early as its gap lets it, and the weeks between at their cheapest.</summary>
    private double Chain(CompactTarget target, ulong possible, int count, double cost)
    {
        var former = weeks.AsSpan(0, count).ToArray();
        var duty = target.Duties[0];
        var (size, next) = (0, 0);
        for (var left = duty.Weeks; left != 0 && size < Math.Min(count, duty.Times); left &= left - 1)
        {
            var week = BitOperations.TrailingZeroCount(left);
            if (week < next) continue;
            (weeks[size++], next) = (week, week + Math.Max(1, duty.Gap));
        }
        var chained = size == 0 ? Impossible : Weigh(target, weeks, size);
        for (; size < count; size++) chained = Cheapest(target, possible, size, size + 1);
        chained = Improve(target, possible, count, chained);
        if (chained >= cost) former.CopyTo(weeks, 0);
        return Weigh(target, weeks, count);
    }

    private bool Served(CompactTarget target, int count)
    {
        for (var duty = 0; duty < target.Duties.Length; duty++)
        {
            var done = 0;
            for (var visit = 0; visit < count; visit++) done += (int)(chosen[visit] >> duty & 1);
            if (done < target.Duties[duty].Reach) return false;
        }
        return true;
    }

    private Visit[] Kept(int count)
    {
        var size = 0;
        for (var visit = 0; visit < count; visit++)
            if (chosen[visit] != 0) size++;
        var kept = new Visit[size];
        for (var (visit, next) = (0, 0); visit < count; visit++)
            if (chosen[visit] != 0) kept[next++] = new(trial[visit], chosen[visit]);
        return kept;
    }

    /// <summary>What a set of weeks costs when each duty in turn takes its cheapest ones; who takes which stays in <see cref="chosen"/>.</summary>
    private double Weigh(CompactTarget target, int[] set, int count)
    {
        Array.Copy(set, trial, count);
        for (var next = 1; next < count; next++)
            for (var place = next; place > 0 && trial[place] < trial[place - 1]; place--) (trial[place], trial[place - 1]) = (trial[place - 1], trial[place]);
        Array.Clear(chosen, 0, count);
        Array.Clear(officers, 0, count);
        Array.Clear(spent, 0, count * target.Teams.Length);
        var cost = 0.0;
        for (var duty = 0; duty < target.Duties.Length; duty++) cost += Assign(target, duty, count);
        var weights = plan.Problem.Weights;
        for (var visit = 0; visit < count; visit++)
        {
            if (chosen[visit] == 0) continue;
            cost += weights.Visit;
            if (state.Rounds[(target.Block * plan.Weeks) + trial[visit]] == 0) cost += weights.Round;
        }
        return cost;
    }

    private double Assign(CompactTarget target, int index, int count)
    {
        ref readonly var duty = ref target.Duties[index];
        Work += count;
        var able = 0;
        for (var visit = 0; visit < count; visit++)
        {
            price[visit] = Price(target, duty, visit);
            if (price[visit] < Impossible) able++;
        }
        if (able == 0) return (double)duty.Times * target.Unserved;
        if (duty.Times == 1)
        {
            var cheapest = 0;
            for (var visit = 1; visit < count; visit++)
                if (price[visit] < price[cheapest]) cheapest = visit;
            Take(target, index, cheapest);
            return price[cheapest];
        }
        return Several(target, index, count);
    }

    /// <summary>Dynamic programming over the weeks in order: the cheapest choice of so many, the last one this.</summary>
    private double Several(CompactTarget target, int index, int count)
    {
        ref readonly var duty = ref target.Duties[index];
        var most = Math.Min(duty.Times, count);
        var (end, size, least) = (-1, 0, (double)duty.Times * target.Unserved);
        for (var visit = 0; visit < count; visit++)
            for (var chosenCount = 1; chosenCount <= most; chosenCount++)
            {
                var at = (visit * (MostVisits + 1)) + chosenCount;
                (best[at], before[at]) = (Impossible, -1);
                if (price[visit] >= Impossible) continue;
                if (chosenCount == 1) best[at] = price[visit];
                else
                    for (var other = visit - 1; other >= 0; other--)
                    {
                        if (trial[visit] - trial[other] < duty.Gap) continue;
                        var sum = best[(other * (MostVisits + 1)) + chosenCount - 1] + price[visit];
                        if (sum < best[at]) (best[at], before[at]) = (sum, other);
                    }
                var whole = best[at] + ((double)(duty.Times - chosenCount) * target.Unserved);
                if (whole < least) (end, size, least) = (visit, chosenCount, whole);
            }
        for (; end >= 0; size--)
        {
            Take(target, index, end);
            end = before[(end * (MostVisits + 1)) + size];
        }
        return least;
    }

    private void Take(CompactTarget target, int index, int visit)
    {
        ref readonly var duty = ref target.Duties[index];
        ref var minutes = ref spent[(visit * target.Teams.Length) + duty.Slot];
        if (minutes == 0)
        {
            minutes = plan.Way(target.Teams[duty.Slot]);
            officers[visit] += plan.Problem.Teams[target.Teams[duty.Slot]].Crew;
        }
        minutes += duty.Minutes;
        chosen[visit] |= 1U << index;
    }

    private double Price(CompactTarget target, in Duty duty, int visit)
    {
        var week = trial[visit];
        if ((duty.Weeks >> week & 1) == 0) return Impossible;
        var team = target.Teams[duty.Slot];
        var cell = (team * plan.Weeks) + week;
        var already = spent[(visit * target.Teams.Length) + duty.Slot];
        var load = state.Minutes[cell] + already;
        var whole = load + duty.Minutes + (already == 0 ? plan.Way(team) : 0);
        if (whole > plan.Capacity[cell]) return Impossible;
        if (already == 0 && target.Fleet >= 0
            && state.Trips[(target.Fleet * plan.Weeks) + week] + plan.TripsFor(target.Fleet, officers[visit] + plan.Problem.Teams[team].Crew) > plan.Trips[(target.Fleet * plan.Weeks) + week])
            return Impossible;
        var price = plan.Peak(cell, whole) - plan.Peak(cell, load) + (Pressure / target.Duties.Length * whole / (plan.Even[cell] + whole));
        return (duty.Former >> week & 1) != 0 ? price - plan.Problem.Weights.Change : price;
    }
}
