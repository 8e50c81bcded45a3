using CsCheck;
using Lianzhi.Core.Dispatch;
using Lianzhi.Planner.Dispatch;

namespace Lianzhi.Planner.Tests.Dispatch;

public class DispatchMendingTests
{
    private static readonly DispatchOptions Short = new(30, 1, 1) { Work = 1e6 };

    [Fact]
    public void Mend_AnyProblemWithAnOfficerSick_IsLawfulAndMovesNoVisitOfAnUnbrokenTeam() =>
        Problems.Any(12).Where(problem => problem.Officers.Count > 1).Sample(problem =>
        {
            var former = DispatchSolver.Solve(problem, Short);
            var left = problem with { Officers = [.. problem.Officers.Skip(1)] };
            var mended = DispatchSolver.Mend(left, former, 1);
            var cost = NaiveDispatch.Cost(left, mended.Teams.Select(team => (team.Officers.ToArray(), team.Route.Select(stop => stop.Visit).ToArray())));
            Assert.Equal(cost, mended.Cost, 6);
            Assert.Empty(DispatchCheck.Faults(left, mended));
            foreach (var team in former.Teams.Where(team => !team.Officers.Contains(problem.Officers[0].Id)))
            {
                var now = mended.Teams.Single(other => team.Route.Select(stop => stop.Visit).All(visit => other.Route.Any(stop => stop.Visit == visit)));
                Assert.Equal(team.Route.Select(stop => stop.Visit), now.Route.Select(stop => stop.Visit).Where(visit => team.Route.Any(stop => stop.Visit == visit)));
            }
        }, iter: 80, threads: 1);

    [Fact]
    public void Mend_NothingHasChanged_KeepsThePlan()
    {
        var problem = Problems.Day(20, 50, 7);
        var former = DispatchSolver.Solve(problem, Short);
        var mended = DispatchSolver.Mend(problem, former, 1);
        Assert.InRange(mended.Cost, 0, former.Cost);
        Assert.All(former.Teams, team => Assert.Contains(mended.Teams, other => team.Route.Select(stop => stop.Visit).All(visit => other.Route.Any(stop => stop.Visit == visit))));
    }

    [Fact]
    public void Mend_OfficerSick_ServesAgainWhatOthersCan()
    {
        var problem = Problems.Day(20, 50, 7);
        var former = DispatchSolver.Solve(problem, Short);
        var sick = former.Teams.MaxBy(team => team.Route.Count)!.Officers[0];
        var left = problem with { Officers = [.. problem.Officers.Where(officer => officer.Id != sick)] };
        var mended = DispatchSolver.Mend(left, former, 1);
        Assert.Empty(DispatchCheck.Faults(left, mended));
        var broken = former.Teams.Single(team => team.Officers.Contains(sick)).Route.Select(stop => stop.Visit).ToHashSet();
        Assert.Subset(broken, mended.Deferred.Except(former.Deferred).ToHashSet());
        Assert.True(mended.Deferred.Except(former.Deferred).Count() < broken.Count);
    }

    [Fact]
    public void Mend_FormerPlanOfAnotherDay_StillGivesALawfulPlan()
    {
        var problem = Problems.Day(12, 30, 1);
        var former = DispatchSolver.Solve(Problems.Day(20, 50, 2), Short);
        Assert.Empty(DispatchCheck.Faults(problem, DispatchSolver.Mend(problem, former, 1)));
    }

    [Fact]
    public void ReadSolution_WhatWriteWrote_GivesTeamsAndOrder()
    {
        var plan = DispatchSolver.Solve(Problems.Day(12, 30, 1), Short);
        var read = DispatchFile.ReadSolution(DispatchFile.Write(plan));
        Assert.Equal(plan.Teams.Select(team => string.Join(' ', team.Officers.Concat(team.Route.Select(stop => stop.Visit)))),
            read.Value!.Teams.Select(team => string.Join(' ', team.Officers.Concat(team.Route.Select(stop => stop.Visit)))));
    }

    [Theory]
    [InlineData("{}", "$.teams")]
    [InlineData("""{"teams":[{"officers":["o1"],"route":[{"stop":"v1"}]}]}""", "$.teams[0].route[0].visit")]
    [InlineData("""{"teams":[{"officers":[1],"route":[]}]}""", "$.teams[0].officers[0]")]
    public void ReadSolution_Fault_IsRefusedWithItsPath(string content, string path) =>
        Assert.Equal(path, DispatchFile.ReadSolution(System.Text.Encoding.UTF8.GetBytes(content)).Refusals[0].Field);
}
