using Lianzhi.Core.Dispatch;

namespace Lianzhi.Planner.Dispatch;

/// <summary>A proven lower bound on the cost of any plan (成本下界).</summary>
public static class DispatchBound
{
    /// <summary>
    /// Every visit is put off at its cost or entered once and left once: it costs at least half of its cheapest arcs in and out that can be in time. Visits no team can serve cost their deferral.
    /// </summary>
    public static double Of(DispatchProblem problem)
    {
        var impossible = DispatchObstacles.Find(problem).Select(obstacle => obstacle.Visit).ToHashSet();
        var places = problem.Travel.Places;
        var into = Enumerable.Repeat(double.PositiveInfinity, places).ToArray();
        var outOf = Enumerable.Repeat(double.PositiveInfinity, places).ToArray();
        for (var from = 0; from < places; from++)
            for (var to = 0; to < places; to++)
            {
                if (from == to || !Possible(from) || !Possible(to) || !InTime(from, to)) continue;
                into[to] = Math.Min(into[to], problem.Travel[from, to]);
                outOf[from] = Math.Min(outOf[from], problem.Travel[from, to]);
            }
        var bound = 0.0;
        for (var place = 1; place < places; place++)
        {
            var halves = (into[place] + outOf[place]) / 2;
            var defer = problem.Visits[place - 1].DeferCost;
            bound += Math.Min(halves * (1 - 1e-9), defer);
        }
        return bound;

        bool Possible(int place) => place == 0 || !impossible.Contains(problem.Visits[place - 1].Id);

        bool InTime(int from, int to)
        {
            var leave = from == 0 ? problem.Base.Open : problem.Visits[from - 1].Open + problem.Visits[from - 1].Minutes;
            var close = to == 0 ? problem.Base.Close : problem.Visits[to - 1].Close;
            return leave + problem.Travel[from, to] <= close;
        }
    }
}
