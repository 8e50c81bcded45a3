using Google.OrTools.ConstraintSolver;
using Google.Protobuf.WellKnownTypes;
using Lianzhi.Core.Dispatch;

namespace Lianzhi.Bench;

/// <summary>
/// The plain model of a day: crews are fixed greedily, then OR-Tools routes them with guided local search. Each thread starts from crews divided in another order; the
/// best plan counts. Times are whole hundredths, travel rounded up, so that every plan is in time.
/// </summary>
internal static class DispatchPlain
{
    private const double Scale = 100;

    /// <summary>Solves a day.</summary>
    public static DispatchSolution Solve(DispatchProblem problem, double seconds, int workers, int seed) =>
        Enumerable.Range(0, workers).AsParallel().WithDegreeOfParallelism(workers).Select(worker => Route(problem, Crews(problem, new Random(seed + worker), worker > 0), seconds)).MinBy(plan => plan.Cost)!;

    /// <summary>
    /// A crew for each visit that no crew can serve yet, the dearest first (or in random order); then further crews for the visit with the most work for each crew able to do it.
    /// </summary>
    private static List<List<int>> Crews(DispatchProblem problem, Random random, bool shuffle)
    {
        var free = Enumerable.Range(0, problem.Officers.Count).ToList();
        var crews = new List<List<int>>();
        var visits = problem.Visits.OrderByDescending(visit => shuffle ? random.NextDouble() : visit.DeferCost).ToList();
        foreach (var visit in visits)
            if (!crews.Exists(crew => Serves(problem, crew, visit))) Add(visit);
        while (true)
        {
            var (able, work) = (visits.ToDictionary(visit => visit.Id, visit => crews.Count(crew => Serves(problem, crew, visit))), new Dictionary<string, double>());
            foreach (var visit in visits.Where(visit => able[visit.Id] > 0)) work[visit.Id] = visits.Where(other => other.Requires.Keys.ToHashSet().SetEquals(visit.Requires.Keys)).Sum(other => other.Minutes) / able[visit.Id];
            if (!visits.Where(visit => work.ContainsKey(visit.Id)).OrderByDescending(visit => work[visit.Id]).Any(Add)) return crews;
        }

        bool Add(DispatchVisit visit)
        {
            if (crews.Count >= (problem.Teams.MaxTeams ?? int.MaxValue)) return false;
            var crew = new List<int>();
            while (visit.Missing([.. crew.Select(officer => problem.Officers[officer])]).FirstOrDefault() is { } gap)
            {
                // Who holds it and little besides.
                if (free.Except(crew).Where(officer => problem.Officers[officer].Holds(gap.Skill, gap.Level)).OrderBy(officer => problem.Officers[officer].Skills.Values.Sum()).Cast<int?>().FirstOrDefault() is not { } next) return false;
                crew.Add(next);
            }
            crew.AddRange(free.Except(crew).OrderBy(officer => problem.Officers[officer].Skills.Values.Sum()).Take(Math.Max(0, problem.Teams.MinOfficers - crew.Count)));
            if (crew.Count < problem.Teams.MinOfficers || crew.Count > (problem.Teams.MaxOfficers ?? int.MaxValue)) return false;
            free.RemoveAll(crew.Contains);
            crews.Add(crew);
            return true;
        }
    }

    private static bool Serves(DispatchProblem problem, List<int> crew, DispatchVisit visit) => visit.IsServedBy(crew.Select(officer => problem.Officers[officer]));

    private static DispatchSolution Route(DispatchProblem problem, List<List<int>> crews, double seconds)
    {
        using var manager = new RoutingIndexManager(problem.Visits.Count + 1, crews.Count, 0);
        using var routing = new RoutingModel(manager);
        var travel = routing.RegisterTransitCallback((from, to) => Up(problem.Travel[manager.IndexToNode(from), manager.IndexToNode(to)]));
        var time = routing.RegisterTransitCallback((from, to) =>
            Up(problem.Travel[manager.IndexToNode(from), manager.IndexToNode(to)]) + (manager.IndexToNode(from) is > 0 and var place ? Up(problem.Visits[place - 1].Minutes) : 0));
        routing.SetArcCostEvaluatorOfAllVehicles(travel);
        routing.AddDimension(time, Up(problem.Base.Close), Down(problem.Base.Close), false, "time");
        var clock = routing.GetDimensionOrDie("time");
        for (var visit = 0; visit < problem.Visits.Count; visit++)
        {
            var index = manager.NodeToIndex(visit + 1);
            var able = Enumerable.Range(0, crews.Count).Where(crew => Serves(problem, crews[crew], problem.Visits[visit])).Select(crew => (long)crew).ToArray();
            routing.AddDisjunction([index], Up(problem.Visits[visit].DeferCost));
            if (able.Length == 0 || problem.Visits[visit].Open > problem.Base.Close)
            {
                routing.solver().Add(routing.ActiveVar(index) == 0);
                continue;
            }
            routing.VehicleVar(index).SetValues([-1, .. able]);
            clock.CumulVar(index).SetRange(Up(problem.Visits[visit].Open), Down(Math.Min(problem.Visits[visit].Close, problem.Base.Close)));
        }
        for (var crew = 0; crew < crews.Count; crew++) clock.CumulVar(routing.Start(crew)).SetRange(Up(problem.Base.Open), Down(problem.Base.Close));
        var parameters = operations_research_constraint_solver.DefaultRoutingSearchParameters();
        parameters.FirstSolutionStrategy = FirstSolutionStrategy.Types.Value.ParallelCheapestInsertion;
        parameters.LocalSearchMetaheuristic = LocalSearchMetaheuristic.Types.Value.GuidedLocalSearch;
        parameters.TimeLimit = Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds));
        using var found = routing.SolveWithParameters(parameters);
        return DispatchSolution.Of(problem, found is null ? [] : Teams(), null, seconds);

        IEnumerable<(IReadOnlyList<int>, IReadOnlyList<int>)> Teams()
        {
            for (var crew = 0; crew < crews.Count; crew++)
            {
                var route = new List<int>();
                for (var at = found.Value(routing.NextVar(routing.Start(crew))); !routing.IsEnd(at); at = found.Value(routing.NextVar(at))) route.Add(manager.IndexToNode(at) - 1);
                if (route.Count > 0) yield return (crews[crew], route);
            }
        }
    }

    private static long Up(double value) => (long)Math.Ceiling((value * Scale) - 1e-6);

    private static long Down(double value) => (long)Math.Floor(value * Scale);
}
