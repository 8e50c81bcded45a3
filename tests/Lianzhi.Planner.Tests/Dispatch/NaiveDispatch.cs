using Lianzhi.Core.Dispatch;

namespace Lianzhi.Planner.Tests.Dispatch;

/// <summary>
/// Says what a plan costs and whether it is lawful, and finds the best plan of a tiny problem by trying everything. Written from the description of the
/// problem alone, so that it shares no arithmetic with the solver or with <see cref="DispatchCheck"/>.
/// </summary>
internal static class NaiveDispatch
{
    /// <summary>Cost of a lawful plan; throws what is wrong otherwise.</summary>
    public static double Cost(DispatchProblem problem, IEnumerable<(string[] Officers, string[] Visits)> teams)
    {
        var free = problem.Officers.Select(officer => officer.Id).ToList();
        var open = problem.Visits.Select(visit => visit.Id).ToList();
        double cost = 0;
        var count = 0;
        foreach (var (officers, visits) in teams)
        {
            count++;
            foreach (var officer in officers) Demand(free.Remove(officer), $"{officer} is not free");
            foreach (var visit in visits) Demand(open.Remove(visit), $"{visit} is not open");
            Demand(officers.Length >= problem.Teams.MinOfficers && (problem.Teams.MaxOfficers is null || officers.Length <= problem.Teams.MaxOfficers), "size of the team");
            var team = problem.Officers.Where(officer => officers.Contains(officer.Id)).ToList();
            foreach (var visit in visits) Demand(Fits(problem.Visits.Single(one => one.Id == visit), team), $"skills for {visit}");
            var (inTime, length) = Drive(problem, [.. visits.Select(visit => problem.Visits.ToList().FindIndex(one => one.Id == visit))]);
            Demand(inTime, $"late: {string.Join(' ', visits)}");
            cost += length;
        }
        Demand(problem.Teams.MaxTeams is null || count <= problem.Teams.MaxTeams, "number of teams");
        return cost + problem.Visits.Where(visit => open.Contains(visit.Id)).Sum(visit => visit.DeferCost);
    }

    /// <summary>The least cost of a problem with few visits and officers.</summary>
    public static double Best(DispatchProblem problem)
    {
        var visits = problem.Visits.Count;
        // Best order for each set of visits, as far as one team can drive it at all.
        var length = new double[1 << visits];
        for (var set = 1; set < 1 << visits; set++)
        {
            length[set] = double.PositiveInfinity;
            foreach (var order in Orders([.. Enumerable.Range(0, visits).Where(visit => (set >> visit & 1) > 0)]))
                if (Drive(problem, order) is (true, var driven)) length[set] = Math.Min(length[set], driven);
        }
        var teams = new List<int>();
        for (var team = 1; team < 1 << problem.Officers.Count; team++)
        {
            var size = System.Numerics.BitOperations.PopCount((uint)team);
            if (size >= problem.Teams.MinOfficers && size <= (problem.Teams.MaxOfficers ?? int.MaxValue)) teams.Add(team);
        }
        var fits = teams.ToDictionary(team => team, team => Enumerable.Range(0, visits)
            .Where(visit => Fits(problem.Visits[visit], [.. problem.Officers.Where((_, officer) => (team >> officer & 1) > 0)])).Sum(visit => 1 << visit));
        var known = new Dictionary<(int, int, int), double>();
        return Rest(0, 0, problem.Teams.MaxTeams ?? int.MaxValue);

        double Rest(int done, int used, int left)
        {
            if (known.TryGetValue((done, used, Math.Min(left, 20)), out var value)) return value;
            value = Enumerable.Range(0, visits).Where(visit => (done >> visit & 1) == 0).Sum(visit => problem.Visits[visit].DeferCost);
            if (left > 0)
                foreach (var team in teams)
                {
                    if ((team & used) > 0) continue;
                    var open = fits[team] & ~done;
                    for (var set = open; set > 0; set = (set - 1) & open)
                        if (length[set] < value) value = Math.Min(value, length[set] + Rest(done | set, used | team, left - 1));
                }
            return known[(done, used, Math.Min(left, 20))] = value;
        }
    }

    private static bool Fits(DispatchVisit visit, List<DispatchOfficer> team) =>
        visit.Requires.All(skill => skill.Value.Select((count, index) => team.Count(officer => officer.Skills.GetValueOrDefault(skill.Key) > index) >= count).All(enough => enough));

    private static (bool InTime, double Length) Drive(DispatchProblem problem, int[] order)
    {
        double time = problem.Base.Open, length = 0;
        for (var index = 0; index < order.Length; index++)
        {
            var leg = problem.Travel[index == 0 ? 0 : order[index - 1] + 1, order[index] + 1];
            (time, length) = (Math.Max(time + leg, problem.Visits[order[index]].Open), length + leg);
            if (time > problem.Visits[order[index]].Close) return (false, 0);
            time += problem.Visits[order[index]].Minutes;
        }
        var home = problem.Travel[order[^1] + 1, 0];
        return (time + home <= problem.Base.Close, length + home);
    }

    private static IEnumerable<int[]> Orders(List<int> items)
    {
        if (items.Count == 0) yield return [];
        foreach (var first in items)
            foreach (var rest in Orders([.. items.Where(item => item != first)])) yield return [first, .. rest];
    }

    private static void Demand(bool holds, string what)
    {
        if (!holds) throw new InvalidOperationException(what);
    }
}
