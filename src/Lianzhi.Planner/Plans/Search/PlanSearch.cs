namespace Lianzhi.Planner.Plans.Search;

/// <summary>
/// Ruin and recreate: a few targets that compete with one another lose their visits and get new ones in another order; what is not worse stays. One search is one
/// thread; the same seed and the same amount of work give the same plan.
/// </summary>
internal sealed class PlanSearch
{
    /// <summary>Targets taken out at once, unless a whole neighbourhood is.</summary>
    private const int Few = 12;

    /// <summary>More of a neighbourhood at once takes longer than it brings.</summary>
    private const int Many = 40;

    private readonly CompactPlan plan;
    private readonly Placement placement;
    private readonly SearchRandom random;
    private readonly int[][] blocks;
    private readonly int[][] teams;
    private readonly List<int> ruined = [];
    private readonly HashSet<int> seen = [];

    public PlanSearch(CompactPlan plan, ulong seed)
    {
        this.plan = plan;
        State = new(plan);
        placement = new(plan, State);
        random = new(seed);
        var targets = Enumerable.Range(0, plan.Targets.Length).Where(index => plan.Targets[index].Duties.Length > 0).ToList();
        blocks = [.. targets.GroupBy(index => plan.Targets[index].Block).OrderBy(block => block.Key).Select(block => block.ToArray())];
        teams = [.. Enumerable.Range(0, plan.Problem.Teams.Count).Select(team => targets.Where(index => plan.Targets[index].Teams.Contains(team)).ToArray())];
    }

    public PlanState State { get; }

    public long Work => placement.Work;

    /// <summary>False when no target needs a visit.</summary>
    public bool CanMove => blocks.Length > 0;

    /// <summary>Places everything once: by risk, then those for whom one visit does most, so that what is left out when officers are short also saves visits.</summary>
    public void Construct()
    {
        foreach (var index in blocks.SelectMany(block => block).OrderByDescending(index => plan.Targets[index].Unserved)
            .ThenByDescending(index => plan.Targets[index].Duties.Sum(duty => duty.Times) / Math.Max(1, plan.Targets[index].Least)).ThenBy(index => plan.Targets[index].Block))
            State.Add(index, placement.Best(index));
    }

    /// <summary>Puts the former plan back as far as it still is lawful, then places what is missing.</summary>
    public void Restore(IEnumerable<(int Target, Visit[] Visits)> former)
    {
        foreach (var (target, visits) in former) State.Add(target, visits);
        foreach (var index in Enumerable.Range(0, plan.Targets.Length).Where(index => Missing(index) > 0).OrderByDescending(index => plan.Targets[index].Unserved))
        {
            var before = State.Cost;
            var visits = State.Remove(index);
            State.Add(index, placement.Best(index));
            if (State.Cost <= before) continue;
            State.Remove(index);
            State.Add(index, visits);
        }
    }

    /// <summary>One round; only where something can move.</summary>
    /// <param name="tolerance">How much worse a plan may be to be kept.</param>
    public void Step(long tolerance)
    {
        Ruin();
        var before = State.Cost;
        var former = ruined.ConvertAll(State.Remove);
        foreach (var place in Order()) State.Add(ruined[place], placement.Best(ruined[place]));
        if (State.Cost <= before + tolerance) return;
        foreach (var index in ruined) State.Remove(index);
        for (var place = 0; place < ruined.Count; place++) State.Add(ruined[place], former[place]);
    }

    /// <summary>Inspections of a target that are not planned.</summary>
    public int Missing(int index)
    {
        var missing = 0;
        foreach (var duty in plan.Targets[index].Duties) missing += duty.Times;
        foreach (var visit in State.Visits[index]) missing -= System.Numerics.BitOperations.PopCount(visit.Duties);
        return missing;
    }

    private void Ruin()
    {
        ruined.Clear();
        seen.Clear();
        if (random.Chance(0.6))
        {
            var block = blocks[random.Below(blocks.Length)];
            var start = random.Below(block.Length);
            for (var next = 0; next < Math.Min(block.Length, Many); next++) ruined.Add(block[(start + next) % block.Length]);
            return;
        }
        // Somebody unserved if one is soon found, and others whom the same team inspects.
        var any = blocks[random.Below(blocks.Length)];
        var first = any[random.Below(any.Length)];
        for (var attempt = 0; attempt < 30 && Missing(first) == 0; attempt++)
        {
            any = blocks[random.Below(blocks.Length)];
            first = any[random.Below(any.Length)];
        }
        Add(first);
        if (plan.Targets[first].Teams.Length == 0) return;
        var others = teams[plan.Targets[first].Teams[random.Below(plan.Targets[first].Teams.Length)]];
        for (var next = 0; next < Few; next++) Add(others[random.Below(others.Length)]);
    }

    private void Add(int index)
    {
        if (seen.Add(index)) ruined.Add(index);
    }

    /// <summary>Mostly by risk, sometimes by chance.</summary>
    private int[] Order()
    {
        var order = Enumerable.Range(0, ruined.Count).ToArray();
        random.Shuffle(order);
        if (random.Chance(0.7)) order = [.. order.OrderByDescending(place => plan.Targets[ruined[place]].Unserved)];
        else if (random.Chance(0.5)) order = [.. order.OrderByDescending(place => plan.Targets[ruined[place]].Least)];
        return order;
    }
}
