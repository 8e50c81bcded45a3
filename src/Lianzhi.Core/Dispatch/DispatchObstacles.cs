namespace Lianzhi.Core.Dispatch;

/// <summary>Why no team at all can serve a visit (无法派出的原因).</summary>
/// <param name="Visit">Id of the visit.</param>
/// <param name="Message">The reason in officers' words.</param>
public sealed record DispatchObstacle(string Visit, string Message);

/// <summary>Finds visits that no lawful team can ever serve, whatever else is planned. Finding none proves nothing.</summary>
public static class DispatchObstacles
{
    /// <summary>Visits that cannot be served, with the reason; in the order of the problem.</summary>
    public static IReadOnlyList<DispatchObstacle> Find(DispatchProblem problem)
    {
        var there = ShortestTravel(problem.Travel, (travel, from, to) => travel[from, to]);
        var back = ShortestTravel(problem.Travel, (travel, from, to) => travel[to, from]);
        var found = new List<DispatchObstacle>();
        for (var index = 0; index < problem.Visits.Count; index++)
            if (Reason(problem, index, there[index + 1], back[index + 1]) is { } reason) found.Add(new(problem.Visits[index].Id, reason));
        return found;
    }

    private static string? Reason(DispatchProblem problem, int index, double there, double back)
    {
        var visit = problem.Visits[index];
        if (problem.Teams.MaxTeams == 0) return "当日没有可派出的小组";
        if (problem.Teams.MinOfficers > problem.Officers.Count) return $"每组至少{problem.Teams.MinOfficers}人，当值只有{problem.Officers.Count}人";
        if (visit.Missing(problem.Officers).FirstOrDefault() is { } gap)
            return $"需要{gap.Asked}人具备 {gap.Skill} 第{gap.Level}级，当值人员中只有{gap.Held}人";
        var largest = visit.Requires.SelectMany(skill => skill.Value).DefaultIfEmpty(0).Max();
        if (largest > (problem.Teams.MaxOfficers ?? int.MaxValue)) return $"需要{largest}人到场，每组最多{problem.Teams.MaxOfficers}人";
        var start = Math.Max(problem.Base.Open + there, visit.Open);
        if (start > visit.Close) return "从集结点出发，在最晚开始时刻之前到不了";
        return start + visit.Minutes + back > problem.Base.Close ? "办完后无法在收队时刻之前返回集结点" : null;
    }

    /// <summary>
    /// Shortest travel from the base to all places (Dijkstra), stops of no length on the way allowed: a lower bound on how soon a team can be there
    /// also where a matrix breaks the triangle inequality. Slightly lowered, since sums are rounded.
    /// </summary>
    private static double[] ShortestTravel(TravelTimes travel, Func<TravelTimes, int, int, double> drive)
    {
        var shortest = new double[travel.Places];
        Array.Fill(shortest, double.PositiveInfinity, 1, travel.Places - 1);
        var done = new bool[travel.Places];
        for (var step = 0; step < travel.Places; step++)
        {
            var nearest = -1;
            for (var place = 0; place < travel.Places; place++)
                if (!done[place] && (nearest < 0 || shortest[place] < shortest[nearest])) nearest = place;
            done[nearest] = true;
            for (var place = 1; place < travel.Places; place++)
                shortest[place] = Math.Min(shortest[place], (shortest[nearest] + drive(travel, nearest, place)) * (1 - 1e-12));
        }
        return shortest;
    }
}
