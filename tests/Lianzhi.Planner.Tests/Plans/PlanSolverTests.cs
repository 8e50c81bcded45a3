using CsCheck;
using Lianzhi.Core.Inspections;
using Lianzhi.Planner.Plans;

namespace Lianzhi.Planner.Tests.Plans;

public class PlanSolverTests
{
    private static readonly PlanOptions Short = new(20, 1, 1) { Work = 5_000 };

    private static PlanSolution Solve(PlanProblem problem) => PlanSolver.Solve(problem, Short);

    [Fact]
    public void Solve_AnyProblem_BreaksNoRuleAndExplainsWhatIsMissing() => PlanProblems.Any.Sample(
        problem =>
        {
            var plan = Solve(problem);
            Assert.Empty(PlanCheck.Faults(problem, plan.Visits));
            Assert.Equal(PlanCost.Of(problem, plan.Visits), plan.Cost);
            Assert.InRange(plan.Bound, 0, plan.Cost.Total);
            var requirements = problem.Requirements.ToDictionary(requirement => requirement.Id);
            var missing = problem.Targets.SelectMany(target => target.Requirements.Select(id => (target.Id, id,
                requirements[id].Visits[target.Risk] - plan.Visits.Count(visit => visit.Target == target.Id && visit.Requirements.Contains(id))))).Where(each => each.Item3 > 0);
            Assert.Equal(missing, plan.Unserved.Select(each => (each.Target, each.Requirement, each.Missing)));
            Assert.All(plan.Unserved, each => Assert.True(each.Message.Length > 0 && each.By > 0));
            Assert.All(plan.Visits, visit => Assert.NotEmpty(visit.Reasons));
        },
        iter: 300);

    [Fact]
    public void Solve_SameSeed_GivesTheSamePlan() => PlanProblems.Any.Sample(
        problem => Assert.Equal(
            Solve(problem).Visits.Select(visit => (visit.Target, visit.Day, string.Join(' ', visit.Requirements))),
            Solve(problem).Visits.Select(visit => (visit.Target, visit.Day, string.Join(' ', visit.Requirements)))),
        iter: 30);

    [Fact]
    public void Solve_LockedVisits_AreKeptAndTheRestIsLawful() => PlanProblems.Any.Sample(
        problem =>
        {
            var again = PlanProblems.Again(problem, Solve(problem), index => index % 3 == 0);
            Assert.Empty(PlanCheck.Faults(again, Solve(again).Visits));
        },
        iter: 150);

    [Fact]
    public void Solve_NothingChanged_ChangesNothing() => PlanProblems.Any.Sample(
        problem =>
        {
            // A plan that is asked for again may still save a visit; it never costs more than the former one did, and never changes without saving.
            var first = Solve(problem with { Former = [] });
            var again = Solve(PlanProblems.Again(problem, first, _ => false));
            Assert.True(again.Cost.Total <= first.Cost.Total, $"{again.Cost} > {first.Cost}");
        },
        iter: 100);

    [Fact]
    public void Bound_OneCrowdedWeek_KnowsThatTimeIsShort()
    {
        // Five targets of two hours in one week that holds two visits of a crew of two: three are left out, and no plan does better.
        var requirement = new PlanRequirement("r", "d0", new Dictionary<RiskGrade, int> { [RiskGrade.High] = 1, [RiskGrade.Medium] = 1, [RiskGrade.Low] = 1 }, 120, 1, [new(1, 1)]);
        var problem = new PlanProblem(
            PlanProblems.Calendar, 1, 0, PlanWeights.Usual, [new("t", "s", ["d0"], ["north"], 2, 50, [.. Enumerable.Repeat(2, 10)])], [], [requirement],
            [.. Enumerable.Range(0, 5).Select(index => new PlanEnterprise($"e{index}", 1, 0))],
            [.. Enumerable.Range(0, 5).Select(index => new PlanTarget($"o{index}", $"e{index}", "north", "b", RiskGrade.Low, ["r"], [], Enum.GetValues<DayOfWeek>()))], []);
        var plan = Solve(problem);
        Assert.Equal(300, plan.Cost.Unserved);
        Assert.True(plan.Gap < 0.02, $"{plan.Cost} against {plan.Bound}");
        Assert.All(plan.Unserved, each => Assert.Equal(("team", "t", 220), (each.Cause, each.Resource, each.By)));
    }

    [Fact]
    public void Solve_VehiclesRunOut_NamesTheFleetAndHowManyTripsAreShort()
    {
        // Officers have time for all five in the one week; of the three trips of the fleet a crew of three takes two, for want of seats, and one is left.
        var requirement = new PlanRequirement("r", "d0", new Dictionary<RiskGrade, int> { [RiskGrade.High] = 1, [RiskGrade.Medium] = 1, [RiskGrade.Low] = 1 }, 30, 1, [new(1, 1)]);
        var problem = new PlanProblem(
            PlanProblems.Calendar, 1, 0, PlanWeights.Usual, [new("t", "s", ["d0"], ["north"], 3, 300, [.. Enumerable.Repeat(6, 10)])], [new("f", ["north"], 2, [.. Enumerable.Repeat(3, 10)])], [requirement],
            [.. Enumerable.Range(0, 5).Select(index => new PlanEnterprise($"e{index}", 1, 0))],
            [.. Enumerable.Range(0, 5).Select(index => new PlanTarget($"o{index}", $"e{index}", "north", "b", RiskGrade.Low, ["r"], [], Enum.GetValues<DayOfWeek>()))], []);
        var plan = Solve(problem);
        Assert.Single(plan.Visits);
        Assert.Equal(4, plan.Unserved.Count);
        Assert.All(plan.Unserved, each => Assert.Equal(("fleet", "f", 1), (each.Cause, each.Resource, each.By)));
        Assert.Empty(Solve(problem with { Fleets = [problem.Fleets[0] with { Trips = [.. Enumerable.Repeat(10, 10)] }] }).Unserved);
    }

    [Fact]
    public void Solve_FleetSaidToBeShort_HasNoRoomInAnyWeekThatTheTeamHas() => PlanProblems.Any.Sample(
        problem =>
        {
            var plan = Solve(problem);
            foreach (var each in plan.Unserved.Where(each => each.Cause == "fleet"))
            {
                var (fleet, requirement) = (problem.Fleets.Single(fleet => fleet.Id == each.Resource), problem.Requirements.Single(one => one.Id == each.Requirement));
                var target = problem.Targets.Single(one => one.Id == each.Target);
                var team = problem.Teams.Single(one => one.Domains.Contains(requirement.Domain));
                var (needed, asked) = ((team.Crew + fleet.Seats - 1) / fleet.Seats, team.Crew * (problem.TravelMinutes + requirement.Minutes));
                for (var week = problem.FirstOpenWeek; week <= problem.Weeks.Count; week++)
                {
                    if (!problem.Weeks[week - 1].Days.Any(day => target.IsOpen(week, day)) || (requirement.Windows.Count > 0 && !requirement.Windows.Any(span => span.Holds(week)))) continue;
                    if (team.Officers[week - 1] < team.Crew || team.Officers[week - 1] * team.MinutesPerDay * problem.Weeks[week - 1].Days.Count - Spent(week) < asked) continue;
                    Assert.True(fleet.Trips[week - 1] - Driven(week) < needed, $"{fleet.Id} has room in week {week}");
                }

                int Spent(int week) => plan.Visits.Where(visit => visit.Week == week).Select(visit => visit.Requirements.Select(id => problem.Requirements.Single(one => one.Id == id)).Where(one => team.Domains.Contains(one.Domain)).ToList())
                    .Where(own => own.Count > 0).Sum(own => team.Crew * (problem.TravelMinutes + own.Sum(one => one.Minutes)));

                int Driven(int week) => plan.Visits.Where(visit => visit.Week == week && fleet.Townships.Contains(problem.Targets.Single(one => one.Id == visit.Target).Township))
                    .Sum(visit => (visit.Requirements.Select(id => problem.Requirements.Single(one => one.Id == id).Domain).Distinct().Sum(domain => problem.Teams.Single(one => one.Domains.Contains(domain)).Crew) + fleet.Seats - 1) / fleet.Seats);
            }
        },
        iter: 300);

    [Fact]
    public void Solve_SeveralBodies_GoTogether()
    {
        var times = new Dictionary<RiskGrade, int> { [RiskGrade.High] = 2, [RiskGrade.Medium] = 1, [RiskGrade.Low] = 1 };
        PlanRequirement[] requirements = [new("r0", "d0", times, 60, 4, []), new("r1", "d1", times, 60, 4, []), new("r2", "d2", times, 60, 4, [])];
        var problem = new PlanProblem(
            PlanProblems.Calendar, 1, 20, PlanWeights.Usual, [.. requirements.Select(each => new PlanTeam("t" + each.Domain, "s" + each.Domain, [each.Domain], ["north"], 2, 300, [.. Enumerable.Repeat(4, 10)]))],
            [], requirements, [new("e", 2, 0)], [new("o", "e", "north", "b", RiskGrade.High, ["r0", "r1", "r2"], [], Enum.GetValues<DayOfWeek>())], []);
        var plan = Solve(problem);
        Assert.Equal((2, 6), (plan.Savings.Planned, plan.Savings.Unmerged));
        Assert.Equal(plan.Bound, plan.Cost.Visits + plan.Cost.Rounds);
        Assert.All(plan.Visits, visit => Assert.Contains(visit.Reasons, reason => reason.Kind == "merged"));
    }
}
