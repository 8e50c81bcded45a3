namespace Lianzhi.Planner.Dispatch.Search;

/// <summary>
/// One searcher (搜索线程): ruins and recreates a plan, round after round, and keeps what simulated annealing accepts.
/// Uses no clock: how far the run has come is told from outside, by work done or by time passed.
/// </summary>
internal sealed class Annealing
{
    /// <summary>A gain below this is rounding.</summary>
    private const double Least = 1e-7;

    private readonly SearchRandom random;
    private readonly Crews crews;
    private readonly Ruin ruin;
    private readonly Recreate recreate;
    private readonly Plan current;
    private readonly Plan trial;

    /// <summary>Begins with a plan made by insertion alone.</summary>
    public Annealing(CompactProblem problem, ulong seed)
    {
        random = new(seed);
        crews = new(problem, random);
        ruin = new(problem, random);
        recreate = new(problem, crews, random);
        (current, trial, Best) = (new(problem), new(problem), new(problem));
        recreate.Apply(trial);
        if (trial.IsBroken) trial.CopyFrom(current);
        StartFrom(trial);
    }

    public Plan Best { get; }

    /// <summary>Work done, in units that are the same on every machine.</summary>
    public long Work => recreate.Work;

    public long Rounds { get; private set; }

    /// <summary>Goes on from a plan, which may be the own best one.</summary>
    public void StartFrom(Plan plan)
    {
        current.CopyFrom(plan);
        current.Recount();
        trial.CopyFrom(current);
        KeepBest();
    }

    /// <summary>One round at a temperature.</summary>
    public void Step(double temperature)
    {
        Rounds++;
        recreate.Remember(trial);
        crews.Thrift = 0.3 * random.Fraction();
        ruin.Apply(trial);
        if (random.Chance(0.25)) crews.Rebuild(trial);
        else crews.TrimTouched(trial);
        recreate.Apply(trial);
        if (trial.IsBroken || trial.Cost >= current.Cost - (temperature * Math.Log(1 - random.Fraction())))
        {
            trial.Follow(current, trial);
            return;
        }
        current.Follow(trial, trial);
        KeepBest();
    }

    private void KeepBest()
    {
        if (current.Cost >= Best.Cost - Least) return;
        current.Recount();
        trial.Recount();
        if (current.Cost < Best.Cost - Least) Best.CopyFrom(current);
    }
}
