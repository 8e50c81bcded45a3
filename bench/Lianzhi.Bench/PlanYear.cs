using System.Globalization;
using System.Text.Json;

namespace Lianzhi.Bench;

/// <summary>
/// Makes up the inspections of a year, always the same for a seed: enterprises in neighbourhoods of six townships, twelve domains, teams of departments and townships
/// with 150 officers, 250 working days.
/// </summary>
internal static class PlanYear
{
    private static readonly string[] Townships = ["蓝田", "步文", "碧湖", "景山", "朝阳", "郭坑"];

    /// <summary>Domain, officers of the department in a hundred and fifty (none: townships inspect), visits by risk, minutes, gap, share of targets, window.</summary>
    private static readonly (string Name, int Officers, int High, int Medium, int Low, int Minutes, int Gap, double Share, (int From, int To)? Window)[] Domains =
    [
        ("市容", 0, 3, 2, 1, 30, 6, 0.55, null), ("油烟", 0, 2, 1, 1, 40, 10, 0.22, null), ("规划", 0, 1, 1, 0, 45, 1, 0.12, null), ("物业", 0, 2, 1, 1, 50, 10, 0.08, null),
        ("消防", 24, 4, 2, 1, 60, 8, 0.8, null), ("安全生产", 16, 4, 2, 1, 70, 8, 0.45, null), ("市场", 18, 3, 2, 1, 50, 8, 0.7, null), ("食品", 8, 4, 2, 1, 60, 6, 0.25, null),
        ("生态环境", 7, 3, 1, 0, 80, 10, 0.2, null), ("防汛", 4, 1, 1, 1, 30, 1, 0.1, (14, 24)), ("燃气", 5, 2, 1, 1, 40, 8, 0.2, (26, 50)), ("用工", 8, 2, 1, 1, 45, 12, 0.35, null),
    ];

    /// <summary>Officers of each township.</summary>
    private const int Town = 10;

    /// <summary>Writes the problem file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="enterprises">How many enterprises.</param>
    /// <param name="minutesPerDay">Time of an officer for inspections on a day: 300 is enough for all, 240 is not.</param>
    /// <param name="seed">Seed of all that is drawn.</param>
    public static void Write(string path, int enterprises, int minutesPerDay, ulong seed)
    {
        var draw = new Draw(seed);
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file);
        json.WriteStartObject();
        json.WriteNumber("travelMinutes", 20);
        Weeks(json);
        Teams(json, minutesPerDay);
        json.WriteStartArray("fleets");
        foreach (var township in Townships)
            Item(json, () => { json.WriteString("id", township + "车辆"); Texts(json, "townships", township); json.WriteNumber("vehicles", 12); json.WriteNumber("tripsPerDay", 6); json.WriteNumber("seats", 7); });
        json.WriteEndArray();
        json.WriteStartArray("requirements");
        foreach (var domain in Domains)
            Item(json, () =>
            {
                json.WriteString("id", domain.Name + "检查");
                json.WriteString("domain", domain.Name);
                json.WriteStartObject("visits");
                json.WriteNumber("high", domain.High);
                json.WriteNumber("medium", domain.Medium);
                json.WriteNumber("low", domain.Low);
                json.WriteEndObject();
                json.WriteNumber("minutes", domain.Minutes);
                json.WriteNumber("gapWeeks", domain.Gap);
                json.WriteStartArray("windows");
                if (domain.Window is { } window) Span(json, window.From, window.To);
                json.WriteEndArray();
            });
        json.WriteEndArray();
        Targets(json, enterprises, draw);
        json.WriteEndObject();
    }

    private static void Weeks(Utf8JsonWriter json)
    {
        json.WriteStartArray("weeks");
        // 52 weeks of Monday to Friday without ten holidays are 250 working days.
        var holidays = new HashSet<int> { 3, 43, 44, 45, 92, 116, 168, 270, 273, 274 };
        for (var week = 0; week < 52; week++)
            Item(json, () => Texts(json, "days", [.. Enumerable.Range(0, 5).Where(day => !holidays.Contains((week * 7) + day))
                .Select(day => new DateOnly(2026, 1, 5).AddDays((week * 7) + day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]));
        json.WriteEndArray();
    }

    private static void Teams(Utf8JsonWriter json, int minutesPerDay)
    {
        json.WriteStartArray("teams");
        foreach (var township in Townships)
            Item(json, () => Team(township + "综合执法大队", township, [.. Domains.Where(domain => domain.Officers == 0).Select(domain => domain.Name)], [township], Town));
        foreach (var domain in Domains.Where(domain => domain.Officers > 0)) Item(json, () => Team("区" + domain.Name + "队", "区" + domain.Name, [domain.Name], Townships, domain.Officers));
        json.WriteEndArray();

        void Team(string id, string subject, string[] domains, string[] townships, int count)
        {
            json.WriteString("id", id);
            json.WriteString("subject", subject);
            Texts(json, "domains", domains);
            Texts(json, "townships", townships);
            json.WriteNumber("officers", count);
            json.WriteNumber("minutesPerDay", minutesPerDay);
            json.WriteStartArray("weeks");
            // Away at the spring festival and for training.
            foreach (var (week, away) in ((int, int)[])[(8, 1), (30, 2), (31, 2)])
                Item(json, () => { json.WriteNumber("week", week); json.WriteNumber("officers", Math.Max(2, count - away)); });
            json.WriteEndArray();
        }
    }

    private static void Targets(Utf8JsonWriter json, int enterprises, Draw draw)
    {
        var made = Enumerable.Range(0, enterprises).Select(index => (Risk: draw.Below(100) switch { < 8 => "high", < 40 => "medium", _ => "low" }, Places: draw.Below(100) < 4 ? 2 : 1)).ToArray();
        json.WriteStartArray("enterprises");
        for (var index = 0; index < enterprises; index++)
            Item(json, () => { json.WriteString("id", $"E{index:00000}"); json.WriteNumber("cap", made[index].Places * made[index].Risk switch { "high" => 5, "medium" => 3, _ => 2 }); });
        json.WriteEndArray();
        json.WriteStartArray("targets");
        for (var index = 0; index < enterprises; index++)
            for (var place = 0; place < made[index].Places; place++)
                Item(json, () =>
                {
                    var township = Townships[draw.Below(Townships.Length)];
                    json.WriteString("id", $"T{index:00000}-{place}");
                    json.WriteString("enterprise", $"E{index:00000}");
                    json.WriteString("township", township);
                    json.WriteString("block", $"{township}{draw.Below(enterprises / 40)}");
                    json.WriteString("risk", made[index].Risk);
                    var asked = Domains.Where(domain => draw.Below(1000) < domain.Share * 1000).Select(domain => domain.Name + "检查").ToArray();
                    Texts(json, "requirements", asked.Length == 0 ? ["消防检查"] : asked);
                    json.WriteStartArray("closed");
                    if (draw.Below(10) == 0) { var from = 1 + draw.Below(46); Span(json, from, from + draw.Below(6)); }
                    json.WriteEndArray();
                });
        json.WriteEndArray();
    }

    private static void Span(Utf8JsonWriter json, int from, int to) => Item(json, () => { json.WriteNumber("from", from); json.WriteNumber("to", to); });

    private static void Item(Utf8JsonWriter json, Action write)
    {
        json.WriteStartObject();
        write();
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, params string[] texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
