using System.Diagnostics;
using Lianzhi.Core.Inspections;
using Lianzhi.Planner.Plans.Search;

namespace Lianzhi.Planner.Plans;

/// <summary>Solves the inspections of a year (年度检查计划求解): place one target after another, then ruin and recreate; the method is described in docs/plan.md.</summary>
public sealed class PlanSolver
{
    /// <summary>Legs of the search: at the end of each all threads go on from the best plan.</summary>
    private const int Legs = 8;

    private const double ReportEvery = 1.0;

    private readonly CompactPlan plan;
    private readonly PlanOptions options;
    private readonly Action<PlanProgress>? progress;
    private readonly long started;
    private readonly CancellationToken cancel;
    private double nextReport;
    private long bound;

    private PlanSolver(PlanProblem problem, PlanOptions options, Action<PlanProgress>? progress, long started, CancellationToken cancel)
    {
        (this.options, this.progress, this.started, this.cancel) = (options, progress, started, cancel);
        plan = new(problem);
    }

    private double Elapsed => Stopwatch.GetElapsedTime(started).TotalSeconds;

    private bool IsOver => cancel.IsCancellationRequested || Elapsed >= options.Limit;

    /// <summary>Searches until the work is done, the time is over or the caller cancels, and gives the best plan.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Time, threads, seed.</param>
    /// <param name="progress">Told about once a second, from any thread, one at a time.</param>
    /// <param name="started">The timestamp of <see cref="Stopwatch"/> from which the time counts; now when null.</param>
    /// <param name="cancel">Ends the search early.</param>
    public static PlanSolution Solve(
        PlanProblem problem, PlanOptions options, Action<PlanProgress>? progress = null, long? started = null, CancellationToken cancel = default) =>
        new PlanSolver(problem, options, progress, started ?? Stopwatch.GetTimestamp(), cancel).Search();

    private PlanSolution Search()
    {
        var proof = Task.Run(() => PlanBound.Of(plan, cancel), CancellationToken.None);
        var first = First();
        bound = proof.GetAwaiter().GetResult();
        var searches = Enumerable.Range(0, options.Workers).Select(worker => worker == 0 ? first : new PlanSearch(plan, (ulong)options.Seed + ((ulong)worker << 32))).ToArray();
        var best = new PlanState(plan);
        best.CopyFrom(first.State);
        Report(best);
        var begin = searches.Select(search => search.Work).ToArray();
        for (var leg = 1; leg <= Legs && !IsOver && first.CanMove && best.Cost > bound; leg++)
        {
            var end = options.Work * leg / Legs;
            Parallel.For(0, searches.Length, new() { MaxDegreeOfParallelism = searches.Length }, worker => Run(searches[worker], best, begin[worker] + end, leg));
            // What an unfinished leg found depends on how fast the machine was; it is better all the same.
            foreach (var search in searches)
                if (search.State.Cost < best.Cost) best.CopyFrom(search.State);
        }
        return PlanReport.Of(plan, best, bound, Elapsed);
    }

    /// <summary>The better of a plan from nothing and the former plan mended.</summary>
    private PlanSearch First()
    {
        var fresh = new PlanSearch(plan, (ulong)options.Seed);
        var former = FormerPlan.Of(plan);
        if (former.Count == 0)
        {
            fresh.Construct();
            return fresh;
        }
        fresh.Restore(former);
        return fresh;
    }

    private void Run(PlanSearch search, PlanState from, double end, int leg)
    {
        if (!ReferenceEquals(search.State, from)) search.State.CopyFrom(from);
        var best = new PlanState(plan);
        best.CopyFrom(from);
        // Little is given away at first and nothing at the end.
        var tolerance = leg < Legs - 1 ? 1 : 0;
        for (var round = 0; search.Work < end && best.Cost > bound; round++)
        {
            search.Step(tolerance);
            if (search.State.Cost < best.Cost) best.CopyFrom(search.State);
            if (round % 16 != 0) continue;
            if (IsOver) break;
            if (Elapsed >= nextReport) Report(best);
        }
        search.State.CopyFrom(best);
    }

    private void Report(PlanState best)
    {
        if (progress is null) return;
        lock (plan)
        {
            if (Elapsed < nextReport) return;
            nextReport = Elapsed + ReportEvery;
            progress(new(best.Cost, bound, best.Visits.Sum(visits => visits.Length) + plan.Locked.Count, Elapsed));
        }
    }
}

/// <summary>How far a search has come (求解进度).</summary>
/// <param name="Cost">Points of the best plan.</param>
/// <param name="Bound">No plan costs less.</param>
/// <param name="Visits">Visits of the best plan.</param>
/// <param name="Seconds">Since the start.</param>
public sealed record PlanProgress(long Cost, long Bound, int Visits, double Seconds);
