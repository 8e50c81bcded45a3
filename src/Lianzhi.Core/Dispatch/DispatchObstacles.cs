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
        var reach = ShortestTravel(problem.Travel);
        var places = problem.Travel.Places;
        var found = new List<DispatchObstacle>();
        for (var index = 0; index < problem.Visits.Count; index++)
            if (Reason(problem, index, reach[index + 1], reach[((index + 1) * places)]) is { } reason) found.Add(new(problem.Visits[index].Id, reason));
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
    /// Shortest travel between all places, stops of no length on the way allowed: a lower bound on how soon a team can be there
    /// also where a matrix breaks the triangle inequality. Row by row, from first. Slightly lowered, since sums are rounded.
    /// </summary>
    private static double[] ShortestTravel(TravelTimes travel)
    {
        var places = travel.Places;
        var shortest = new double[places * places];
        for (var from = 0; from < places; from++)
            for (var to = 0; to < places; to++) shortest[(from * places) + to] = travel[from, to];
        for (var via = 0; via < places; via++)
            for (var from = 0; from < places; from++)
            {
                var first = shortest[(from * places) + via];
                for (var to = 0; to < places; to++)
                {
                    var detour = (first + shortest[(via * places) + to]) * (1 - 1e-12);
                    if (detour < shortest[(from * places) + to]) shortest[(from * places) + to] = detour;
                }
            }
        return shortest;
    }
}
