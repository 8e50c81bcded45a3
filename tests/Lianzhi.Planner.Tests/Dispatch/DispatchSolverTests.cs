using System.Diagnostics;
using CsCheck;
using Lianzhi.Core.Dispatch;
using Lianzhi.Planner.Dispatch;

namespace Lianzhi.Planner.Tests.Dispatch;

public class DispatchSolverTests
{
    private static readonly DispatchOptions Short = new(30, 1, 1) { Work = 1e6 };

    [Fact]
    public void Solve_TinyProblem_FindsTheOptimum()
    {
        // Always the same problems: the search promises good plans, not the best one of every problem.
        for (var seed = 1u; seed <= 60; seed++)
        {
            var problem = Problems.Any(5).Generate(new PCG(1, seed), null, out _);
            Assert.Equal(NaiveDispatch.Best(problem), DispatchSolver.Solve(problem, Short).Cost, 6);
        }
    }

    [Fact]
    public void Bound_TinyProblem_NeverExceedsTheOptimum() =>
        Problems.Any(5).Sample(problem => Assert.InRange(DispatchBound.Of(problem), 0, NaiveDispatch.Best(problem) + 1e-9), iter: 150);

    [Fact]
    public void Solve_AnyProblem_GivesALawfulPlanWithItsTrueCost() =>
        Problems.Any(14).Sample(problem =>
        {
            var solution = DispatchSolver.Solve(problem, Short);
            Assert.Empty(DispatchCheck.Faults(problem, solution));
            var cost = NaiveDispatch.Cost(problem, solution.Teams.Select(team => (team.Officers.ToArray(), team.Route.Select(stop => stop.Visit).ToArray())));
            Assert.Equal(cost, solution.Cost, 6);
            Assert.True(solution.Bound is null || solution.Bound <= solution.Cost);
        }, iter: 60, threads: 1);

    [Theory]
    [InlineData(12, 60)]
    [InlineData(4, 60)]
    [InlineData(60, 60)]
    public void Solve_Day_EveryPlanOnTheWayIsLawful(int officers, int visits)
    {
        var problem = Problems.Day(officers, visits, 3);
        var costs = new List<double>();
        var last = DispatchSolver.Solve(problem, new(0.6, 2, 5), plan =>
        {
            Assert.Empty(DispatchCheck.Faults(problem, plan));
            costs.Add(plan.Cost);
        });
        Assert.Empty(DispatchCheck.Faults(problem, last));
        Assert.Equal(costs.Append(last.Cost).OrderDescending(), costs.Append(last.Cost));
    }

    [Fact]
    public void Solve_OneWorkerTwice_GivesTheSamePlan()
    {
        var problem = Problems.Day(20, 50, 7);
        // Enough time for the work even on a machine with much else to do.
        var options = new DispatchOptions(60, 1, 11) { Work = 3e6 };
        var first = DispatchSolver.Solve(problem, options);
        var second = DispatchSolver.Solve(problem, options);
        Assert.Equal(DispatchFile.Write(first with { Seconds = 0 }), DispatchFile.Write(second with { Seconds = 0 }));
    }

    [Fact]
    public void Solve_Cancelled_StopsAtOnceWithAPlan()
    {
        var problem = Problems.Day(20, 50, 7);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var started = Stopwatch.GetTimestamp();
        var plan = DispatchSolver.Solve(problem, new(60, 2, 1), cancel: cancel.Token);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 20);
        Assert.Empty(DispatchCheck.Faults(problem, plan));
    }

    [Fact]
    public void Solve_NobodyCanServe_DefersEverythingAndSaysWhy()
    {
        var problem = Problems.Day(3, 4, 1) with { Teams = new(4, null, null) };
        var plan = DispatchSolver.Solve(problem, Short);
        Assert.Empty(plan.Teams);
        Assert.Equal(4, plan.Deferred.Count);
        Assert.Equal(plan.Cost, plan.Bound!.Value, 6);
        Assert.All(DispatchObstacles.Find(problem), obstacle => Assert.Contains("每组至少4人", obstacle.Message, StringComparison.Ordinal));
    }
}
