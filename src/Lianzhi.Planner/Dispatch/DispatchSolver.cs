using System.Diagnostics;
using Lianzhi.Core.Dispatch;
using Lianzhi.Planner.Dispatch.Search;

namespace Lianzhi.Planner.Dispatch;

/// <summary>
/// Solves one day of dispatch (当日调度求解) by large neighbourhood search with simulated annealing; the method is described in docs/dispatch.md.
/// </summary>
public sealed class DispatchSolver
{
    /// <summary>Between two reports of better plans.</summary>
    private const double ReportEvery = 1.0;

    /// <summary>Rounds between two looks at the clock.</summary>
    private const int RoundsAtOnce = 20;

    /// <summary>
    /// The search goes in legs, each cooling from hot (a share of the problem's heat) to cold, and the next begins with the best plan so far. Early legs are short,
    /// so that a good plan is there soon, and each end of a leg is a place where a run that the clock cuts off still has an answer that the same seed gives again.
    /// </summary>
    private static readonly (double End, double Hot)[] Legs = [(0.01, 0.1), (0.04, 0.5), (0.12, 1), (0.3, 1), (0.6, 1), (1, 1)];

    /// <summary>The last temperature of a leg, in typical drives.</summary>
    private const double Cold = 0.01;

    private readonly DispatchProblem problem;
    private readonly DispatchOptions options;
    private readonly CompactProblem compact;
    private readonly Action<DispatchSolution>? improved;
    private readonly long started;
    private readonly CancellationToken cancel;
    private readonly Task<double> bound;
    private readonly Lock gate = new();
    private readonly Plan kept;
    private double reportedCost = double.PositiveInfinity;
    private double nextReport;

    private DispatchSolver(DispatchProblem problem, DispatchOptions options, Action<DispatchSolution>? improved, long started, CancellationToken cancel)
    {
        (this.problem, this.options, this.improved, this.started, this.cancel) = (problem, options, improved, started, cancel);
        compact = new(problem);
        kept = new(compact);
        bound = Task.Run(() => DispatchBound.Of(problem), CancellationToken.None);
    }

    private double Elapsed => Stopwatch.GetElapsedTime(started).TotalSeconds;

    private bool IsOver => cancel.IsCancellationRequested || Elapsed >= options.Limit;

    /// <summary>Searches until the time is over or the caller cancels, and gives the best plan.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Time, threads, seed.</param>
    /// <param name="improved">Told the first plan at once and better ones about once a second, from any thread, one at a time.</param>
    /// <param name="started">The timestamp of <see cref="Stopwatch"/> from which the time counts; now when null.</param>
    /// <param name="cancel">Ends the search early.</param>
    public static DispatchSolution Solve(
        DispatchProblem problem, DispatchOptions options, Action<DispatchSolution>? improved = null, long? started = null, CancellationToken cancel = default) =>
        new DispatchSolver(problem, options, improved, started ?? Stopwatch.GetTimestamp(), cancel).Search();

    /// <summary>Plans anew after a change of the problem, keeping of a former plan whatever can stay (重排). Takes a small part of a second.</summary>
    /// <param name="problem">The problem as it is now; the former plan may name officers and visits it no longer has.</param>
    /// <param name="former">The plan so far.</param>
    /// <param name="seed">Seed of all randomness.</param>
    /// <param name="started">The timestamp from which the time counts; now when null.</param>
    public static DispatchSolution Mend(DispatchProblem problem, DispatchSolution former, long seed, long? started = null)
    {
        var solver = new DispatchSolver(problem, new(1, 1, seed), null, started ?? Stopwatch.GetTimestamp(), default);
        return solver.Solution(new Mending(solver.compact, former, (ulong)seed).Best);
    }

    private DispatchSolution Search()
    {
        var first = new Annealing(compact, (ulong)options.Seed);
        kept.CopyFrom(first.Best);
        Report(first.Best);
        var others = Enumerable.Range(1, options.Workers - 1).Select(worker => Task.Factory.StartNew(
            () => Run(new Annealing(compact, (ulong)options.Seed + ((ulong)worker << 32))), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        Run(first);
        Task.WaitAll(others, CancellationToken.None);
        if (!cancel.IsCancellationRequested) bound.Wait(TimeSpan.FromSeconds(Math.Max(0, options.Limit - Elapsed)), CancellationToken.None);
        return Solution(kept);
    }

    private void Run(Annealing search)
    {
        var begin = 0.0;
        foreach (var (end, hot) in Legs)
        {
            var (warmest, coldest) = (compact.Heat * hot, compact.TypicalDrive * Cold);
            for (var done = Done(search); done < end; done = Done(search))
            {
                if (IsOptimal(search.Best)) break;
                if (IsOver)
                {
                    // What an unfinished leg found depends on how fast the machine was: with one worker only a caller who cancels gets it.
                    if (options.Workers > 1 || cancel.IsCancellationRequested) Keep(search.Best);
                    return;
                }
                var temperature = warmest * Math.Pow(coldest / warmest, (done - begin) / (end - begin));
                for (var round = 0; round < RoundsAtOnce; round++) search.Step(temperature);
                if (Elapsed >= nextReport) Report(search.Best);
            }
            begin = end;
            Keep(search.Best);
            if (IsOptimal(search.Best)) return;
            lock (gate) search.StartFrom(kept);
        }
    }

    /// <summary>Whether a plan costs no more than the bound, rounding aside: the search ends early, and since no plan is better, still with the same one.</summary>
    private bool IsOptimal(Plan plan) => bound.IsCompletedSuccessfully && plan.Cost <= (bound.Result * (1 + 1e-8)) + 1e-8;

    /// <summary>How far the run has come, 1 at its end.</summary>
    private double Done(Annealing search) => options.Workers == 1 ? search.Work / options.Work : Elapsed / options.Limit;

    private void Keep(Plan plan)
    {
        lock (gate)
            if (plan.Cost < kept.Cost) kept.CopyFrom(plan);
    }

    private void Report(Plan plan)
    {
        lock (gate)
        {
            if (plan.Cost < reportedCost)
            {
                improved?.Invoke(Solution(plan));
                reportedCost = plan.Cost;
            }
            nextReport = Elapsed + ReportEvery;
        }
    }

    private DispatchSolution Solution(Plan plan)
    {
        var teams = new List<(IReadOnlyList<int> Officers, IReadOnlyList<int> Visits)>();
        foreach (var route in plan.Routes)
            if (route.Count > 0)
                teams.Add(([.. route.Members.Take(route.MemberCount).Order()], [.. route.Stops.Skip(1).Take(route.Count).Select(place => place - 1)]));
        var solution = DispatchSolution.Of(problem, teams, null, Elapsed);
        // The bound takes its time on large problems; the first plans go out without it.
        return bound.IsCompletedSuccessfully ? solution with { Bound = Math.Min(bound.Result, solution.Cost) } : solution;
    }
}
