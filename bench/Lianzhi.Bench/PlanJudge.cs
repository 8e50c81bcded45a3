using System.Globalization;
using System.Text.Json;

namespace Lianzhi.Bench;

/// <summary>
/// Judges a plan of the year from the two files and docs/plan.md alone: nothing of the platform's own arithmetic is used. Also merges by
/// enterprise, one after another in the first week that is free, as is done by hand.
/// </summary>
internal sealed class PlanJudge
{
    private const int LeastCrew = 2;
    private readonly JsonElement[] targets;
    private readonly Dictionary<string, JsonElement> requirements;
    private readonly Dictionary<string, (int Cap, int Used)> caps;
    private readonly DateOnly[][] weeks;
    private readonly int travel;
    private readonly Dictionary<(string Domain, string Township), string> teamOf = [];
    private readonly Dictionary<string, (int Crew, int[] Minutes)> teams = [];
    private readonly Dictionary<string, (int Seats, int[] Trips)> fleets = [];

    public PlanJudge(JsonElement problem)
    {
        weeks = [.. List(problem, "weeks").Select(week => List(week, "days").Select(Day).ToArray())];
        travel = Whole(problem, "travelMinutes", 30);
        targets = [.. List(problem, "targets")];
        requirements = List(problem, "requirements").ToDictionary(Id);
        caps = List(problem, "enterprises").ToDictionary(Id, enterprise => (Whole(enterprise, "cap", 0), Whole(enterprise, "used", 0)));
        foreach (var team in List(problem, "teams"))
        {
            var officers = Enumerable.Repeat(Whole(team, "officers", 0), weeks.Length).ToArray();
            foreach (var other in List(team, "weeks")) officers[Whole(other, "week", 0) - 1] = Whole(other, "officers", 0);
            var crew = Whole(team, "crew", LeastCrew);
            teams[Id(team)] = (crew, [.. officers.Select((count, week) => count < crew ? 0 : count * Whole(team, "minutesPerDay", 0) * weeks[week].Length)]);
            foreach (var domain in List(team, "domains"))
                foreach (var township in List(team, "townships")) teamOf[(domain.GetString()!, township.GetString()!)] = Id(team);
        }
        foreach (var fleet in List(problem, "fleets"))
        {
            var vehicles = Enumerable.Repeat(Whole(fleet, "vehicles", 0), weeks.Length).ToArray();
            foreach (var other in List(fleet, "weeks")) vehicles[Whole(other, "week", 0) - 1] = Whole(other, "vehicles", 0);
            foreach (var township in List(fleet, "townships"))
                fleets[township.GetString()!] = (Whole(fleet, "seats", 5), [.. vehicles.Select((count, week) => count * Whole(fleet, "tripsPerDay", 0) * weeks[week].Length)]);
        }
    }

    /// <summary>Every rule that the plan breaks.</summary>
    public IReadOnlyList<string> Faults(JsonElement solution)
    {
        var faults = new List<string>();
        var load = new Load(this);
        var byTarget = targets.ToDictionary(Id);
        var (visitsOf, doneIn) = (new Dictionary<string, int>(), new Dictionary<(string Target, string Requirement), List<int>>());
        foreach (var visit in List(solution, "visits"))
        {
            var (target, week) = (byTarget[visit.GetProperty("target").GetString()!], Whole(visit, "week", 0));
            var asked = List(visit, "requirements").Select(one => one.GetString()!).ToList();
            var day = Day(visit.GetProperty("day"));
            if (!weeks[week - 1].Contains(day)) faults.Add($"{Id(target)}: {day} lies not in week {week}");
            if (!IsOpen(target, week)) faults.Add($"{Id(target)} is closed in week {week}");
            if (asked.Count == 0 || asked.Except(Asked(target)).Any()) faults.Add($"{Id(target)} is asked for what does not apply");
            foreach (var one in asked)
            {
                if (!Allows(requirements[one], week)) faults.Add($"{one} of {Id(target)} is outside its window");
                if (!doneIn.TryGetValue((Id(target), one), out var done)) doneIn[(Id(target), one)] = done = [];
                done.Add(week);
            }
            load.Add(target, week, asked);
            var enterprise = target.GetProperty("enterprise").GetString()!;
            visitsOf[enterprise] = visitsOf.GetValueOrDefault(enterprise) + 1;
        }
        faults.AddRange(visitsOf.Where(pair => pair.Value + caps[pair.Key].Used > caps[pair.Key].Cap).Select(pair => $"{pair.Key} is visited {pair.Value} times"));
        foreach (var (key, done) in doneIn)
        {
            done.Sort();
            if (done.Count > Times(byTarget[key.Target], key.Requirement)) faults.Add($"{key} is inspected too often");
            for (var next = 1; next < done.Count; next++)
                if (done[next] - done[next - 1] < Whole(requirements[key.Requirement], "gapWeeks", 1)) faults.Add($"{key} is inspected too soon");
        }
        faults.AddRange(load.Faults());
        var missing = targets.Sum(target => Asked(target).Sum(one => Times(target, one) - (doneIn.TryGetValue((Id(target), one), out var done) ? done.Count : 0)));
        if (missing != List(solution, "unserved").Sum(one => Whole(one, "missing", 0))) faults.Add("what is not served is not told");
        if (solution.GetProperty("bound").GetInt64() > solution.GetProperty("objective").GetInt64()) faults.Add("the bound lies above the plan");
        return faults;
    }

    /// <summary>Merging by hand: visits and inspections left out.</summary>
    public (int Visits, int LeftOut) ByHand()
    {
        var (load, left) = (new Load(this), caps.ToDictionary(pair => pair.Key, pair => pair.Value.Cap - pair.Value.Used));
        var (visits, leftOut) = (0, 0);
        foreach (var target in targets)
        {
            var enterprise = target.GetProperty("enterprise").GetString()!;
            var open = Asked(target).ToDictionary(one => one, one => (Left: Times(target, one), Last: -1000));
            for (var week = 1; week <= weeks.Length && left[enterprise] > 0; week++)
            {
                if (!IsOpen(target, week)) continue;
                var due = open.Where(pair => pair.Value.Left > 0 && Allows(requirements[pair.Key], week) && week - pair.Value.Last >= Whole(requirements[pair.Key], "gapWeeks", 1)).Select(pair => pair.Key).ToList();
                // Waits until all that is left can go together, while there is time.
                if (due.Count < open.Count(pair => pair.Value.Left > 0) && week + open.Max(pair => pair.Value.Left) * 10 < weeks.Length) continue;
                due = [.. due.Where(one => load.Fits(target, week, [one]))];
                while (due.Count > 0 && !load.Fits(target, week, due)) due.RemoveAt(due.Count - 1);
                if (due.Count == 0) continue;
                load.Add(target, week, due);
                foreach (var one in due) open[one] = (open[one].Left - 1, week);
                (visits, left[enterprise]) = (visits + 1, left[enterprise] - 1);
            }
            leftOut += open.Sum(pair => pair.Value.Left);
        }
        return (visits, leftOut);
    }

    private static string Id(JsonElement element) => element.GetProperty("id").GetString()!;

    private static JsonElement[] List(JsonElement element, string name) => element.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];

    private static int Whole(JsonElement element, string name, int missing) => element.TryGetProperty(name, out var number) ? number.GetInt32() : missing;

    private static DateOnly Day(JsonElement element) => DateOnly.ParseExact(element.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<string> Asked(JsonElement target) => [.. List(target, "requirements").Select(one => one.GetString()!)];

    private static bool Spans(JsonElement element, string name, int week) => List(element, name).Any(span => Whole(span, "from", 0) <= week && week <= Whole(span, "to", 0));

    private static bool Allows(JsonElement requirement, int week) => List(requirement, "windows").Length == 0 || Spans(requirement, "windows", week);

    private bool IsOpen(JsonElement target, int week) => weeks[week - 1].Length > 0 && !Spans(target, "closed", week);

    private int Times(JsonElement target, string requirement) => Whole(requirements[requirement].GetProperty("visits"), target.GetProperty("risk").GetString()!, 0);

    /// <summary>Officer minutes and trips used.</summary>
    private sealed class Load(PlanJudge judge)
    {
        private readonly Dictionary<string, int[]> minutes = judge.teams.ToDictionary(pair => pair.Key, _ => new int[judge.weeks.Length]);
        private readonly Dictionary<string, int[]> trips = judge.fleets.ToDictionary(pair => pair.Key, _ => new int[judge.weeks.Length]);

        public bool Fits(JsonElement target, int week, List<string> asked)
        {
            var township = target.GetProperty("township").GetString()!;
            var (sent, crews) = Sent(township, asked);
            return sent.TrueForAll(one => judge.teams[one.Team].Minutes[week - 1] >= minutes[one.Team][week - 1] + one.Minutes)
                && (!judge.fleets.TryGetValue(township, out var fleet) || fleet.Trips[week - 1] >= trips[township][week - 1] + ((crews + fleet.Seats - 1) / fleet.Seats));
        }

        public void Add(JsonElement target, int week, List<string> asked)
        {
            var township = target.GetProperty("township").GetString()!;
            var (sent, crews) = Sent(township, asked);
            foreach (var (team, spent) in sent) minutes[team][week - 1] += spent;
            if (judge.fleets.TryGetValue(township, out var fleet)) trips[township][week - 1] += (crews + fleet.Seats - 1) / fleet.Seats;
        }

        public IEnumerable<string> Faults() =>
            minutes.SelectMany(pair => pair.Value.Select((spent, week) => (pair.Key, Over: spent > judge.teams[pair.Key].Minutes[week], Week: week + 1)))
                .Concat(trips.SelectMany(pair => pair.Value.Select((spent, week) => (pair.Key, Over: spent > judge.fleets[pair.Key].Trips[week], Week: week + 1))))
                .Where(one => one.Over).Select(one => $"{one.Key} does more than it can in week {one.Week}");

        private (List<(string Team, int Minutes)> Sent, int Crews) Sent(string township, List<string> asked)
        {
            var sent = asked.GroupBy(one => judge.teamOf[(judge.requirements[one].GetProperty("domain").GetString()!, township)])
                .Select(group => (group.Key, judge.teams[group.Key].Crew * (judge.travel + group.Sum(one => Whole(judge.requirements[one], "minutes", 0))))).ToList();
            return (sent, sent.Sum(one => judge.teams[one.Key].Crew));
        }
    }
}
