namespace Lianzhi.Planner.Plans.Search;

/// <summary>A visit within the search: its week, and its duties as bits over the duties of the target.</summary>
internal readonly record struct Visit(int Week, uint Duties);

/// <summary>A plan within the search: visits of each target, and all that follows from them kept up to date.</summary>
internal sealed class PlanState
{
    private readonly CompactPlan plan;

    public PlanState(CompactPlan plan)
    {
        this.plan = plan;
        Visits = new Visit[plan.Targets.Length][];
        Array.Fill(Visits, []);
        Left = [.. plan.Left];
        Minutes = [.. plan.LockedMinutes];
        Trips = [.. plan.LockedTrips];
        Rounds = [.. plan.LockedRounds.Select(locked => locked ? 1 : 0)];
        var weights = plan.Problem.Weights;
        Cost = ((long)weights.Visit * plan.Locked.Count) + (weights.Round * Rounds.LongCount(count => count > 0))
            + Minutes.Select((minutes, cell) => plan.Peak(cell, minutes)).Sum()
            + plan.Targets.Sum(target => target.Duties.Sum(duty => (long)duty.Times * target.Unserved))
            + (weights.Change * plan.Problem.Former.Where(visit => !visit.Locked).Sum(visit => (long)visit.Requirements.Count));
    }

    public Visit[][] Visits { get; }
    public int[] Left { get; }
    public int[] Minutes { get; }
    public int[] Trips { get; }
    public int[] Rounds { get; }

    /// <summary>Points of the plan; what the former plan had and this one cannot keep is part of it.</summary>
    public long Cost { get; private set; }

    public void CopyFrom(PlanState other)
    {
        other.Visits.CopyTo(Visits, 0);
        other.Left.CopyTo(Left, 0);
        other.Minutes.CopyTo(Minutes, 0);
        other.Trips.CopyTo(Trips, 0);
        other.Rounds.CopyTo(Rounds, 0);
        Cost = other.Cost;
    }

    /// <summary>Takes the visits of a target out.</summary>
    public Visit[] Remove(int target)
    {
        var visits = Visits[target];
        Visits[target] = [];
        foreach (var visit in visits) Change(plan.Targets[target], visit, -1);
        return visits;
    }

    /// <summary>Puts visits of a target in; it has none before.</summary>
    public void Add(int target, Visit[] visits)
    {
        Visits[target] = visits;
        foreach (var visit in visits) Change(plan.Targets[target], visit, 1);
    }

    private void Change(CompactTarget target, Visit visit, int sign)
    {
        var weights = plan.Problem.Weights;
        Span<int> sent = stackalloc int[target.Teams.Length];
        sent.Clear();
        Cost += sign * (long)weights.Visit;
        for (var duty = 0; duty < target.Duties.Length; duty++)
        {
            if ((visit.Duties >> duty & 1) == 0) continue;
            sent[target.Duties[duty].Slot] += target.Duties[duty].Minutes;
            Cost -= sign * (long)target.Unserved;
            if ((target.Duties[duty].Former >> visit.Week & 1) != 0) Cost -= sign * (long)weights.Change;
        }
        var officers = 0;
        for (var slot = 0; slot < sent.Length; slot++)
        {
            if (sent[slot] == 0) continue;
            var team = target.Teams[slot];
            var cell = (team * plan.Weeks) + visit.Week;
            officers += plan.Problem.Teams[team].Crew;
            Cost -= plan.Peak(cell, Minutes[cell]);
            Minutes[cell] += sign * (sent[slot] + plan.Way(team));
            Cost += plan.Peak(cell, Minutes[cell]);
        }
        if (target.Fleet >= 0) Trips[(target.Fleet * plan.Weeks) + visit.Week] += sign * plan.TripsFor(target.Fleet, officers);
        var round = (target.Block * plan.Weeks) + visit.Week;
        if (Rounds[round] == (sign > 0 ? 0 : 1)) Cost += sign * (long)weights.Round;
        Rounds[round] += sign;
        Left[target.Enterprise] -= sign;
    }
}
