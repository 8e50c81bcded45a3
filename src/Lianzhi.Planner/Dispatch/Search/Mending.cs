using Lianzhi.Core.Dispatch;

namespace Lianzhi.Planner.Dispatch.Search;

/// <summary>
/// Plans anew with few changes (重排): teams of a former plan stay together and keep their visits in order. A team that lost somebody gets free officers, and only what it
/// can no longer do is given to others or put off. What waits is inserted; nothing that stands is moved for it.
/// </summary>
internal sealed class Mending
{
    /// <summary>Insertions tried, each in another order; a district's day takes some hundredths of a second.</summary>
    private const int Tries = 300;

    private readonly CompactProblem problem;
    private readonly Crews crews;
    private readonly Recreate recreate;
    private readonly Plan kept;

    public Mending(CompactProblem problem, DispatchSolution former, ulong seed)
    {
        this.problem = problem;
        var random = new SearchRandom(seed);
        crews = new(problem, random);
        recreate = new(problem, crews, random) { Replacing = 0 };
        kept = Keep(former);
        Best = Insert();
    }

    public Plan Best { get; }

    private Plan Keep(DispatchSolution former)
    {
        var plan = new Plan(problem);
        var officers = Numbered(problem.Problem.Officers.Select(officer => officer.Id), 0);
        var visits = Numbered(problem.Problem.Visits.Select(visit => visit.Id), 1);
        var servable = problem.Servable.ToHashSet();
        var route = 0;
        // Whole teams first: fewer officers may make fewer teams, and a broken one is not to take the place of a whole one.
        foreach (var team in former.Teams.OrderBy(team => team.Officers.Count(officer => !officers.ContainsKey(officer))).Take(plan.Routes.Length))
        {
            var members = team.Officers.Where(officers.ContainsKey).Select(id => officers[id]).Where(officer => plan.Free.AsSpan(0, plan.FreeCount).Contains(officer)).Distinct().ToList();
            var places = team.Route.Select(stop => visits.GetValueOrDefault(stop.Visit)).Where(place => servable.Contains(place) && plan.RouteOf[place] < 0).Distinct().ToList();
            if (members.Count == 0 || places.Count == 0) continue;
            foreach (var officer in members) plan.Join(plan.Routes[route], officer);
            for (var stop = 0; stop < places.Count; stop++) plan.Insert(route, stop, places[stop]);
            route++;
        }
        for (route = 0; route < plan.Routes.Length; route++) Mend(plan, route);
        return plan;
    }

    private void Mend(Plan plan, int index)
    {
        var route = plan.Routes[index];
        while (route.Count > 0)
        {
            // Windows and travel may be others than they were, and a stop left out can make the next one late where travel breaks the triangle inequality.
            if (RouteTiming.Of(problem.Problem, [.. route.Stops.Skip(1).Take(route.Count).Select(place => place - 1)]).Late is { } late)
            {
                plan.Remove(index, late.Length == 0 ? route.Count : Array.FindIndex(route.Stops, 1, place => problem.Problem.Visits[place - 1].Id == late), 1);
                continue;
            }
            var lacking = Enumerable.Range(1, route.Count).Where(stop => !crews.Covers(route, route.Stops[stop])).ToList();
            if (lacking.Count == 0 && route.MemberCount >= problem.MinOfficers && route.MemberCount <= problem.MaxOfficers) return;
            if (crews.Reinforce(plan, route)) return;
            var least = (lacking.Count > 0 ? lacking : [.. Enumerable.Range(1, route.Count)]).MinBy(stop => problem.DeferCost[route.Stops[stop]]);
            plan.Remove(index, least, 1);
        }
    }

    private Plan Insert()
    {
        var (trial, best) = (new Plan(problem), new Plan(problem));
        best.CopyFrom(kept);
        for (var round = 0; round < Tries && kept.AbsentCount > 0; round++)
        {
            trial.CopyFrom(kept);
            recreate.Apply(trial);
            if (!trial.IsBroken && trial.Cost < best.Cost) best.CopyFrom(trial);
        }
        return best;
    }

    private static Dictionary<string, int> Numbered(IEnumerable<string> ids, int first) => ids.Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index + first, StringComparer.Ordinal);
}
