using System.Text.Json;

namespace Lianzhi.Bench;

/// <summary>A kind of day for the row <c>dispatch</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Officers">Officers on duty.</param>
/// <param name="Visits">Visits asked for.</param>
/// <param name="Departments">Departments besides the six townships; each is a skill of its own.</param>
/// <param name="Joint">Visits in a hundred that a second body joins; as many of these are joined by a third.</param>
/// <param name="Window">Minutes between the first and the last start.</param>
/// <param name="Teams">Most teams, as there are vehicles.</param>
/// <param name="Leaders">Visits in a hundred that want an officer of the second level.</param>
/// <param name="Beyond">Visits in a hundred that no team can serve.</param>
internal sealed record DispatchDay(string Name, int Officers, int Visits, int Departments, int Joint, int Window, int Teams, int Leaders, int Beyond)
{
    /// <summary>The kinds of day that are measured; the first is the one the goals speak of.</summary>
    public static IReadOnlyList<DispatchDay> Kinds { get; } =
    [
        new("district", 30, 80, 4, 25, 180, 12, 30, 0),
        new("tight windows", 30, 80, 4, 25, 40, 12, 30, 0),
        new("many skills", 36, 80, 14, 35, 180, 14, 60, 0),
        new("joint", 36, 70, 6, 85, 180, 12, 30, 0),
        new("few vehicles", 30, 80, 4, 25, 180, 5, 30, 0),
        new("few officers", 14, 80, 4, 40, 180, 12, 40, 0),
        new("beyond reach", 30, 80, 4, 25, 120, 12, 30, 15),
        new("small", 8, 20, 2, 25, 180, 4, 30, 0),
        new("large", 70, 240, 8, 25, 180, 28, 30, 0),
    ];
}

/// <summary>Makes up days of a district as solver files, always the same for a seed.</summary>
internal static class DispatchDays
{
    private const int Townships = 6;
    private const int Close = 480;

    /// <summary>Middles of the townships, in minutes of driving around the base at (40, 30).</summary>
    private static readonly (int X, int Y)[] Middles = [(40, 34), (30, 24), (52, 22), (22, 42), (60, 44), (44, 56)];

    /// <summary>The problem file of a day.</summary>
    public static byte[] Make(DispatchDay day, ulong seed)
    {
        var draw = new Draw(seed);
        var bodies = Townships + day.Departments;
        var officers = Enumerable.Range(0, day.Officers).Select(officer => Officer(day, officer, bodies, draw)).ToList();
        var visits = Enumerable.Range(0, day.Visits).Select(visit => Visit(day, visit, officers, draw)).ToList();
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            travel = new { kind = "euclidean" },
            @base = new { x = 40, y = 30, open = 0, close = Close },
            teams = new { minOfficers = 2, maxOfficers = 8, maxTeams = day.Teams },
            officers = officers.Select((skills, index) => new { id = $"o{index + 1}", skills }),
            visits,
        });
    }

    /// <summary>Level by body: officers are dealt out in turn, so that each body has some; a third may act for another body too, two in five lead.</summary>
    private static Dictionary<string, int> Officer(DispatchDay day, int officer, int bodies, Draw draw)
    {
        // Few officers cannot man every body with two: they share fewer bodies.
        var manned = Math.Min(bodies, Math.Max(2, day.Officers * 2 / 5));
        var skills = new Dictionary<string, int> { [Body(officer % manned)] = draw.Hundredth(40) ? 2 : 1 };
        if (draw.Hundredth(33)) skills.TryAdd(Body(draw.Below(manned)), 1);
        return skills;
    }

    private static object Visit(DispatchDay day, int visit, List<Dictionary<string, int>> officers, Draw draw)
    {
        var township = draw.Below(Townships);
        var (x, y) = (Middles[township].X + draw.Below(17) - 8, Middles[township].Y + draw.Below(17) - 8);
        var minutes = 20 + (5 * draw.Below(7));
        var held = officers.SelectMany(skills => skills.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
        var requires = new Dictionary<string, int[]>();
        var first = draw.Hundredth(60) && held.Contains(Body(township)) ? Body(township) : held[draw.Below(held.Count)];
        requires[first] = Levels(day, first, officers, draw);
        for (var more = 0; more < 2 && draw.Hundredth(day.Joint); more++)
        {
            var body = held[draw.Below(held.Count)];
            requires.TryAdd(body, Levels(day, body, officers, draw));
        }
        var open = draw.Below(Close - 60 - minutes - 40);
        var close = Math.Min(open + day.Window, Close - minutes - 40);
        if (draw.Hundredth(day.Beyond))
        {
            // Too far for the day, over before anybody can be there, or more officers than a team may have.
            switch (draw.Below(3))
            {
                case 0: x += 400; break;
                case 1: (open, close) = (0, 0); break;
                default: requires[first] = [9]; break;
            }
        }
        var defer = (draw.Hundredth(20) ? 1000 : 200) + Math.Pow(requires.Values.Sum(levels => levels.Sum()), 1.5);
        return new { id = $"v{visit + 1}", x, y, open, close = Math.Max(open, close), minutes, deferCost = Math.Round(defer, 2), requires };
    }

    private static int[] Levels(DispatchDay day, string body, List<Dictionary<string, int>> officers, Draw draw) =>
        draw.Hundredth(day.Leaders) && officers.Exists(skills => skills.GetValueOrDefault(body) == 2) ? [2, 1] : [2];

    private static string Body(int number) => number < Townships ? $"township{number + 1}" : $"department{number - Townships + 1}";
}
