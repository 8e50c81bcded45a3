using Lianzhi.Planner.Plans.Search;

namespace Lianzhi.Planner.Plans;

/// <summary>
/// A proven lower bound on the cost of any plan (成本下界). Time of teams is bought at prices instead of being limited: for each team and each set of weeks to which
/// some of its work is bound, the time used within may not exceed the time there is. For any prices ≥ 0, the cheapest plan of each enterprise alone (Lagrangian
/// relaxation, weeks and gaps relaxed to counts) minus the worth of all time is a bound; subgradient steps look for good prices.
/// </summary>
internal sealed class PlanBound
{
    private const int Steps = 400;

    /// <summary>Sets of weeks priced for each team; others count only for the whole year.</summary>
    private const int MostSets = 12;

    private readonly CompactPlan plan;
    private readonly List<(ulong Weeks, double Time)>[] limits;
    private readonly double[][] prices;
    private readonly double[][] used;
    private readonly int[] roundsLeft;
    private readonly int[][] enterprises;

    private PlanBound(CompactPlan plan)
    {
        this.plan = plan;
        limits = [.. Enumerable.Range(0, plan.Problem.Teams.Count).Select(Limits)];
        prices = [.. limits.Select(sets => new double[sets.Count])];
        used = [.. limits.Select(sets => new double[sets.Count])];
        enterprises = [.. Enumerable.Range(0, plan.Targets.Length).Where(index => plan.Targets[index].Duties.Length > 0)
            .GroupBy(index => plan.Targets[index].Enterprise).OrderBy(group => group.Key).Select(group => group.ToArray())];
        roundsLeft = Rounds();
    }

    /// <summary>The bound, in points.</summary>
    public static long Of(CompactPlan plan, CancellationToken cancel) => new PlanBound(plan).Climb(cancel);

    private long Climb(CancellationToken cancel)
    {
        var weights = plan.Problem.Weights;
        var locked = new PlanState(plan);
        // All duties unserved and all changes made are in that cost; they are reckoned anew or may be nought.
        var given = locked.Cost - plan.Targets.Sum(target => target.Duties.Sum(duty => (long)duty.Times * target.Unserved))
            - (weights.Change * plan.Problem.Former.Where(visit => !visit.Locked).Sum(visit => (long)visit.Requirements.Count));
        var (best, step, stale) = (double.NegativeInfinity, 1.0, 0);
        var kept = prices.Select(row => row.ToArray()).ToArray();
        for (var round = 0; round < Steps && !(cancel.IsCancellationRequested && round > 0); round++)
        {
            var value = Value();
            if (value > best + 1e-6) (best, stale, kept) = (value, 0, [.. prices.Select(row => row.ToArray())]);
            else if (++stale >= 4)
            {
                (step, stale) = (step / 2, 0);
                for (var team = 0; team < prices.Length; team++) kept[team].CopyTo(prices[team], 0);
                Value();
            }
            if (step < 1e-3 || !Move(step)) break;
        }
        return given + (long)Math.Ceiling(best - 1e-3);
    }

    /// <summary>Steps along the subgradient, team by team measured by its time; false when no price would move.</summary>
    private bool Move(double step)
    {
        var moved = false;
        for (var team = 0; team < prices.Length; team++)
            for (var set = 0; set < prices[team].Length; set++)
            {
                var excess = (used[team][set] - limits[team][set].Time) / Math.Max(60, limits[team][set].Time);
                var next = Math.Clamp(prices[team][set] + (step * Math.Clamp(excess, -1, 1)), 0, 100);
                moved |= next != prices[team][set];
                prices[team][set] = next;
            }
        return moved;
    }

    private double Value()
    {
        foreach (var row in used) Array.Clear(row);
        var value = 0.0;
        for (var team = 0; team < prices.Length; team++)
            for (var set = 0; set < prices[team].Length; set++) value -= prices[team][set] * limits[team][set].Time;
        foreach (var targets in enterprises) value += Enterprise(targets);
        return value;
    }

    /// <summary>The cheapest numbers of visits of the places of one enterprise under their common cap.</summary>
    private double Enterprise(int[] targets)
    {
        var left = Math.Max(0, plan.Left[plan.Targets[targets[0]].Enterprise]);
        var costs = targets.Select(index => Costs(index, left)).ToArray();
        var counts = new int[targets.Length];
        // Costs of more visits may rise and fall; with one place the least is taken, with several the whole choice is made step by step.
        var reach = Enumerable.Repeat(double.PositiveInfinity, left + 1).ToArray();
        var choice = new int[targets.Length, left + 1];
        reach[0] = 0;
        for (var place = 0; place < targets.Length; place++)
        {
            var next = Enumerable.Repeat(double.PositiveInfinity, left + 1).ToArray();
            for (var total = 0; total <= left; total++)
                for (var count = 0; count < costs[place].Length && count <= total; count++)
                    if (reach[total - count] + costs[place][count] < next[total]) (next[total], choice[place, total]) = (reach[total - count] + costs[place][count], count);
            reach = next;
        }
        var end = Array.IndexOf(reach, reach.Min());
        var value = reach[end];
        for (var place = targets.Length - 1; place >= 0; place--)
        {
            counts[place] = choice[place, end];
            end -= counts[place];
        }
        for (var place = 0; place < targets.Length; place++) Use(targets[place], counts[place]);
        return value;
    }

    /// <summary>The least that so many visits of one target cost, from none to as many as make sense.</summary>
    private double[] Costs(int index, int left)
    {
        var target = plan.Targets[index];
        var most = 0;
        foreach (var duty in target.Duties) most += duty.Reach;
        most = Math.Min(most, left);
        var costs = new double[most + 1];
        var weights = plan.Problem.Weights;
        var fixedCost = 0.0;
        foreach (var duty in target.Duties) fixedCost += (double)(duty.Times - duty.Reach) * target.Unserved;
        for (var count = 0; count <= most; count++)
        {
            var serve = 0.0;
            for (var slot = 0; slot < target.Teams.Length; slot++)
                for (var level = 1; ; level++)
                {
                    var (unserved, paid, any) = Level(target, slot, level);
                    if (!any) break;
                    serve += level <= count ? Math.Min(unserved, paid) : unserved;
                }
            // Fewer visits than duties without a common week need: each visit that is missing leaves one of them out.
            var missing = Math.Max(serve, Math.Max(0, target.Least - count) * (double)target.Unserved);
            costs[count] = fixedCost + missing + (count * weights.Visit) + (weights.Round * Math.Max(0, count - roundsLeft[index]));
        }
        return costs;
    }

    /// <summary>One more inspection of all duties of a team that are asked that often: the points when none is served, and the cheapest mixture when some are.</summary>
    private (double Unserved, double Paid, bool Any) Level(CompactTarget target, int slot, int level)
    {
        var team = target.Teams[slot];
        var (unserved, paid, way, any) = (0.0, 0.0, double.PositiveInfinity, false);
        foreach (var duty in target.Duties)
        {
            if (duty.Slot != slot || duty.Reach < level) continue;
            any = true;
            var price = Price(team, duty.Weeks);
            unserved += target.Unserved;
            paid += Math.Min(target.Unserved, price * duty.Minutes);
            way = Math.Min(way, price);
        }
        return (unserved, paid + (any ? way * plan.Way(team) : 0), any);
    }

    /// <summary>Adds up the time that the cheapest plan of a target takes.</summary>
    private void Use(int index, int count)
    {
        var target = plan.Targets[index];
        for (var slot = 0; slot < target.Teams.Length; slot++)
            for (var level = 1; level <= count; level++)
            {
                var (unserved, paid, any) = Level(target, slot, level);
                if (!any) break;
                if (paid > unserved) continue;
                var (least, cheapest) = (double.PositiveInfinity, 0UL);
                foreach (var duty in target.Duties)
                {
                    if (duty.Slot != slot || duty.Reach < level) continue;
                    var price = Price(target.Teams[slot], duty.Weeks);
                    if (price < least) (least, cheapest) = (price, duty.Weeks);
                    if (price * duty.Minutes <= target.Unserved) Spend(target.Teams[slot], duty.Weeks, duty.Minutes);
                }
                Spend(target.Teams[slot], cheapest, plan.Way(target.Teams[slot]));
            }
    }

    private void Spend(int team, ulong weeks, double minutes)
    {
        for (var set = 0; set < limits[team].Count; set++)
            if ((weeks & ~limits[team][set].Weeks) == 0) used[team][set] += minutes;
    }

    private double Price(int team, ulong weeks)
    {
        var price = 0.0;
        for (var set = 0; set < limits[team].Count; set++)
            if ((weeks & ~limits[team][set].Weeks) == 0) price += prices[team][set];
        return price;
    }

    private List<(ulong Weeks, double Time)> Limits(int team)
    {
        var asked = plan.Targets.SelectMany(target => target.Duties.Where(duty => duty.Slot >= 0 && target.Teams[duty.Slot] == team && duty.Weeks != 0)).ToList();
        // The widest set holds everything; then the sets with the most work bound to them.
        var year = asked.Aggregate(0UL, (bits, duty) => bits | duty.Weeks);
        var sets = asked.GroupBy(duty => duty.Weeks).Select(set => (Weeks: set.Key, Work: set.Sum(duty => (long)duty.Minutes * duty.Reach)))
            .OrderByDescending(set => set.Work).ThenBy(set => set.Weeks).Select(set => set.Weeks).Where(weeks => weeks != year).Take(MostSets).Prepend(year);
        var time = Usable(team);
        return [.. sets.Select(weeks => (weeks, Enumerable.Range(0, plan.Weeks).Where(week => (weeks >> week & 1) != 0).Sum(week => (double)time[week])))];
    }

    /// <summary>
    /// The time of each week that visits can fill: inspections are whole, so what is left of a week is lost. Where one visit holds one inspection of the team,
    /// its minutes and the way go together; otherwise each may be added to a visit by itself.
    /// </summary>
    private int[] Usable(int team)
    {
        var sizes = new HashSet<int>();
        foreach (var target in plan.Targets)
        {
            var own = target.Duties.Where(duty => duty.Slot >= 0 && target.Teams[duty.Slot] == team).ToList();
            foreach (var duty in own) sizes.Add(duty.Minutes + plan.Way(team));
            if (own.Count > 1) sizes.UnionWith(own.Select(duty => duty.Minutes));
        }
        var time = Enumerable.Range(0, plan.Weeks).Select(week => Math.Max(0, plan.Capacity[(team * plan.Weeks) + week] - plan.LockedMinutes[(team * plan.Weeks) + week])).ToArray();
        var filled = new bool[time.Max() + 1];
        filled[0] = true;
        foreach (var size in sizes.Where(size => size > 0))
            for (var sum = size; sum < filled.Length; sum++) filled[sum] |= filled[sum - size];
        return [.. time.Select(minutes => Array.LastIndexOf(filled, true, minutes))];
    }

    /// <summary>
    /// For each target, how many of its visits need no new round: a neighbourhood is travelled to in at least as many weeks as any one of its targets is visited,
    /// so the target with the most visits pays for its rounds, less those that locked visits make, and the others pay nothing.
    /// </summary>
    private int[] Rounds()
    {
        var free = Enumerable.Repeat(int.MaxValue, plan.Targets.Length).ToArray();
        foreach (var block in Enumerable.Range(0, plan.Targets.Length).GroupBy(index => plan.Targets[index].Block))
        {
            var payer = block.OrderByDescending(index => plan.Targets[index].Least).ThenBy(index => index).First();
            var rounds = Enumerable.Range(0, plan.Weeks).Count(week => plan.LockedRounds[(block.Key * plan.Weeks) + week]);
            free[payer] = rounds - plan.Targets[payer].Locked.Select(visit => visit.Week).Distinct().Count();
        }
        return free;
    }
}
