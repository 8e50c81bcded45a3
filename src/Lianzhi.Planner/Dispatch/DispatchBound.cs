using Lianzhi.Core.Dispatch;

namespace Lianzhi.Planner.Dispatch;

/// <summary>
/// A proven lower bound on the cost of any plan (成本下界). Skills and the order in time are left out: every visit is either put off at its cost, or has one
/// predecessor and one successor, visits or the base, between which a drive can be in time. The cheapest way to choose them all is an assignment problem;
/// each plan is one of its solutions, so none costs less.
/// </summary>
public static class DispatchBound
{
    /// <summary>Beyond this many rows the assignment takes seconds; the cheapest arcs of each visit are taken instead.</summary>
    private const int LargestAssignment = 1_000;

    /// <summary>Rounding of the sums, far above what doubles of this size can lose.</summary>
    private const double Rounding = 1e-9;

    /// <summary>The bound.</summary>
    public static double Of(DispatchProblem problem)
    {
        var impossible = DispatchObstacles.Find(problem).Select(obstacle => obstacle.Visit).ToHashSet();
        var places = Enumerable.Range(1, problem.Visits.Count).Where(place => !impossible.Contains(problem.Visits[place - 1].Id)).ToArray();
        var put = problem.Visits.Where(visit => impossible.Contains(visit.Id)).Sum(visit => visit.DeferCost);
        if (places.Length == 0) return put;
        var teams = Math.Min(Math.Min(problem.Teams.MaxTeams ?? int.MaxValue, problem.Officers.Count / problem.Teams.MinOfficers), places.Length);
        var rest = places.Length + teams <= LargestAssignment ? Assignment(problem, places, teams) : CheapestArcs(problem, places);
        return put + (rest * (1 - Rounding));
    }

    private static double Arc(DispatchProblem problem, int from, int to)
    {
        var leave = from == 0 ? problem.Base.Open : Math.Max(problem.Visits[from - 1].Open, problem.Base.Open) + problem.Visits[from - 1].Minutes;
        var close = to == 0 ? problem.Base.Close : problem.Visits[to - 1].Close;
        return leave + problem.Travel[from, to] <= close ? problem.Travel[from, to] : double.PositiveInfinity;
    }

    /// <summary>Half of the cheapest arc in and of the cheapest arc out, visit by visit.</summary>
    private static double CheapestArcs(DispatchProblem problem, int[] places)
    {
        int[] ends = [0, .. places];
        return places.Sum(place => Math.Min(
            problem.Visits[place - 1].DeferCost,
            (ends.Where(other => other != place).Min(other => Arc(problem, other, place)) + ends.Where(other => other != place).Min(other => Arc(problem, place, other))) / 2));
    }

    /// <summary>
    /// The cheapest choice of successors, by shortest augmenting paths with potentials. The base stands once for each team; a team that stays there is the base
    /// followed by the base, a visit followed by itself is put off.
    /// </summary>
    private static double Assignment(DispatchProblem problem, int[] places, int teams)
    {
        var size = places.Length + teams;
        var (rowPrice, columnPrice) = (new double[size + 1], new double[size + 1]);
        var (rowOf, cameFrom) = (new int[size + 1], new int[size + 1]);
        for (var row = 1; row <= size; row++)
        {
            rowOf[0] = row;
            var column = 0;
            var slack = Enumerable.Repeat(double.PositiveInfinity, size + 1).ToArray();
            var done = new bool[size + 1];
            do
            {
                done[column] = true;
                var (reached, step, next) = (rowOf[column], double.PositiveInfinity, -1);
                for (var other = 1; other <= size; other++)
                {
                    if (done[other]) continue;
                    var reduced = Cost(reached, other) - rowPrice[reached] - columnPrice[other];
                    if (reduced < slack[other]) (slack[other], cameFrom[other]) = (reduced, column);
                    if (slack[other] < step) (step, next) = (slack[other], other);
                }
                for (var other = 0; other <= size; other++)
                    if (done[other]) (rowPrice[rowOf[other]], columnPrice[other]) = (rowPrice[rowOf[other]] + step, columnPrice[other] - step);
                    else slack[other] -= step;
                column = next;
            }
            while (rowOf[column] != 0);
            for (; column != 0; column = cameFrom[column]) rowOf[column] = rowOf[cameFrom[column]];
        }
        return Enumerable.Range(1, size).Sum(column => Cost(rowOf[column], column));

        double Cost(int row, int column)
        {
            var (from, to) = (row <= places.Length ? places[row - 1] : 0, column <= places.Length ? places[column - 1] : 0);
            return from != to ? Arc(problem, from, to) : from == 0 ? 0 : problem.Visits[from - 1].DeferCost;
        }
    }
}
