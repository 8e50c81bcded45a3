using System.Text.Json;

namespace Lianzhi.Bench;

/// <summary>Judges a plan of a day from the two files and docs/dispatch.md alone: nothing of the platform's own arithmetic is used.</summary>
internal sealed class DispatchJudge
{
    private readonly Dictionary<string, JsonElement> officers;
    private readonly Dictionary<string, JsonElement> visits;
    private readonly JsonElement @base;
    private readonly JsonElement limits;

    /// <summary>Reads a problem; travel is the straight line.</summary>
    public DispatchJudge(JsonElement problem)
    {
        officers = problem.GetProperty("officers").EnumerateArray().ToDictionary(Id);
        visits = problem.GetProperty("visits").EnumerateArray().ToDictionary(Id);
        (@base, limits) = (problem.GetProperty("base"), problem.GetProperty("teams"));
    }

    /// <summary>What a plan truly costs, and every rule it breaks.</summary>
    public (double Cost, IReadOnlyList<string> Faults) Judge(JsonElement solution)
    {
        var faults = new List<string>();
        var (busy, served) = (new HashSet<string>(), new HashSet<string>());
        var travel = 0.0;
        var teams = solution.GetProperty("teams").EnumerateArray().ToList();
        if (limits.GetProperty("maxTeams") is { ValueKind: JsonValueKind.Number } most && teams.Count > most.GetInt32()) faults.Add($"{teams.Count} teams");
        foreach (var team in teams)
        {
            var members = Texts(team.GetProperty("officers"));
            var name = string.Join('+', members);
            if (members.Count < limits.GetProperty("minOfficers").GetInt32()) faults.Add($"{name} are too few");
            if (limits.GetProperty("maxOfficers") is { ValueKind: JsonValueKind.Number } largest && members.Count > largest.GetInt32()) faults.Add($"{name} are too many");
            faults.AddRange(members.Where(member => !officers.ContainsKey(member) || !busy.Add(member)).Select(member => $"{member} is unknown or in two teams"));
            var (place, clock) = (@base, Number(@base, "open"));
            foreach (var id in team.GetProperty("route").EnumerateArray().Select(stop => stop.GetProperty("visit").GetString()!))
            {
                if (!visits.TryGetValue(id, out var visit) || !served.Add(id))
                {
                    faults.Add($"{id} is unknown or served twice");
                    continue;
                }
                faults.AddRange(Lacking(visit, members).Select(skill => $"{name} lack {skill} for {id}"));
                var drive = Drive(place, visit);
                clock = Math.Max(clock + drive, Number(visit, "open"));
                if (clock > Number(visit, "close") + 1e-9) faults.Add($"{name} are late at {id}");
                (travel, clock, place) = (travel + drive, clock + Number(visit, "minutes"), visit);
            }
            var home = Drive(place, @base);
            travel += home;
            if (clock + home > Number(@base, "close") + 1e-9) faults.Add($"{name} are back late");
        }
        if (!Texts(solution.GetProperty("deferred")).Order(StringComparer.Ordinal).SequenceEqual(visits.Keys.Except(served).Order(StringComparer.Ordinal))) faults.Add("what is put off is not told");
        var cost = travel + visits.Where(pair => !served.Contains(pair.Key)).Sum(pair => Number(pair.Value, "deferCost"));
        if (Math.Abs(cost - Number(solution, "cost")) > 1e-4) faults.Add($"costs {cost}, not what is told");
        if (solution.GetProperty("bound") is { ValueKind: JsonValueKind.Number } bound && bound.GetDouble() > cost + 1e-6) faults.Add("the bound lies above the plan");
        return (cost, faults);
    }

    /// <summary>
    /// Share of the visits of a former plan that are not as they were: put off, or without somebody who did them and is still there. Visits that were put off before and are
    /// served now count as well; officers who only join a team do not.
    /// </summary>
    public double Changed(JsonElement former, JsonElement plan)
    {
        var (before, after) = (Crews(former), Crews(plan));
        var moved = before.Count(pair => !after.TryGetValue(pair.Key, out var crew) || pair.Value.Where(officers.ContainsKey).Except(crew).Any());
        return (moved + after.Keys.Except(before.Keys).Count()) / (double)before.Count;
    }

    private static Dictionary<string, List<string>> Crews(JsonElement plan) =>
        plan.GetProperty("teams").EnumerateArray().SelectMany(team => team.GetProperty("route").EnumerateArray().Select(stop => (Visit: stop.GetProperty("visit").GetString()!, Officers: Texts(team.GetProperty("officers")))))
            .ToDictionary(pair => pair.Visit, pair => pair.Officers);

    private IEnumerable<string> Lacking(JsonElement visit, List<string> members) =>
        visit.GetProperty("requires").EnumerateObject().Where(skill => skill.Value.EnumerateArray().Select((count, index) => (Count: count.GetInt32(), Level: index + 1))
            .Any(asked => members.Count(member => officers.TryGetValue(member, out var officer) && officer.GetProperty("skills").TryGetProperty(skill.Name, out var held) && held.GetInt32() >= asked.Level) < asked.Count))
            .Select(skill => skill.Name);

    private static double Drive(JsonElement from, JsonElement to) => Math.Sqrt(Math.Pow(Number(from, "x") - Number(to, "x"), 2) + Math.Pow(Number(from, "y") - Number(to, "y"), 2));

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    private static string Id(JsonElement element) => element.GetProperty("id").GetString()!;

    private static List<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];
}
