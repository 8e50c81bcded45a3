using System.Globalization;
using System.Text.Json;
using Lianzhi.Core.Inspections;

namespace Lianzhi.Planner.Plans;

/// <summary>Writes problem files, so that what the platform drafts can be solved by anybody from the command line.</summary>
public static partial class PlanFile
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a problem; reading it back gives the same.</summary>
    public static byte[] Write(PlanProblem problem)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, Readable))
        {
            json.WriteStartObject();
            List(json, "weeks", problem.Weeks, week => Texts(json, "days", week.Days.Select(Iso)));
            json.WriteNumber("firstOpenWeek", problem.FirstOpenWeek);
            json.WriteNumber("travelMinutes", problem.TravelMinutes);
            Weights(json, problem.Weights);
            List(json, "teams", problem.Teams, team => Team(json, team));
            List(json, "fleets", problem.Fleets, fleet =>
            {
                json.WriteString("id", fleet.Id);
                Texts(json, "townships", fleet.Townships);
                json.WriteNumber("seats", fleet.Seats);
                json.WriteStartArray("trips");
                foreach (var trips in fleet.Trips) json.WriteNumberValue(trips);
                json.WriteEndArray();
            });
            List(json, "requirements", problem.Requirements, requirement => Requirement(json, requirement));
            List(json, "enterprises", problem.Enterprises, enterprise =>
            {
                json.WriteString("id", enterprise.Id);
                json.WriteNumber("cap", enterprise.Cap);
                json.WriteNumber("used", enterprise.Used);
            });
            List(json, "targets", problem.Targets, target => Target(json, target));
            List(json, "former", problem.Former, visit =>
            {
                json.WriteString("target", visit.Target);
                json.WriteString("day", Iso(visit.Day));
                Texts(json, "requirements", visit.Requirements);
                json.WriteBoolean("locked", visit.Locked);
            });
            json.WriteEndObject();
        }
        return content.ToArray();
    }

    private static void Weights(Utf8JsonWriter json, PlanWeights weights)
    {
        json.WriteStartObject("weights");
        json.WriteNumber("visit", weights.Visit);
        json.WriteNumber("round", weights.Round);
        json.WriteNumber("peakHour", weights.PeakHour);
        json.WriteNumber("change", weights.Change);
        json.WriteStartObject("unserved");
        json.WriteNumber("low", weights.UnservedLow);
        json.WriteNumber("medium", weights.UnservedMedium);
        json.WriteNumber("high", weights.UnservedHigh);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Team(Utf8JsonWriter json, PlanTeam team)
    {
        json.WriteString("id", team.Id);
        json.WriteString("subject", team.Subject);
        Texts(json, "domains", team.Domains);
        Texts(json, "townships", team.Townships);
        json.WriteNumber("crew", team.Crew);
        json.WriteNumber("minutesPerDay", team.MinutesPerDay);
        json.WriteNumber("officers", team.Officers.Count > 0 ? team.Officers[0] : 0);
        List(json, "weeks", [.. team.Officers.Select((officers, week) => (officers, week)).Where(pair => pair.officers != team.Officers[0])], pair =>
        {
            json.WriteNumber("week", pair.week + 1);
            json.WriteNumber("officers", pair.officers);
        });
        if (team.Taken.All(minutes => minutes == 0)) return;
        json.WriteStartArray("taken");
        foreach (var minutes in team.Taken) json.WriteNumberValue(minutes);
        json.WriteEndArray();
    }

    private static void Requirement(Utf8JsonWriter json, PlanRequirement requirement)
    {
        json.WriteString("id", requirement.Id);
        json.WriteString("domain", requirement.Domain);
        json.WriteStartObject("visits");
        json.WriteNumber("high", requirement.Visits[RiskGrade.High]);
        json.WriteNumber("medium", requirement.Visits[RiskGrade.Medium]);
        json.WriteNumber("low", requirement.Visits[RiskGrade.Low]);
        json.WriteEndObject();
        json.WriteNumber("minutes", requirement.Minutes);
        json.WriteNumber("gapWeeks", requirement.GapWeeks);
        Spans(json, "windows", requirement.Windows);
    }

    private static void Target(Utf8JsonWriter json, PlanTarget target)
    {
        json.WriteString("id", target.Id);
        json.WriteString("enterprise", target.Enterprise);
        json.WriteString("township", target.Township);
        json.WriteString("block", target.Block);
        json.WriteString("risk", target.Risk switch { RiskGrade.High => "high", RiskGrade.Medium => "medium", _ => "low" });
        Texts(json, "requirements", target.Requirements);
        Spans(json, "closed", target.Closed);
        json.WriteStartArray("weekdays");
        foreach (var day in target.Weekdays) json.WriteNumberValue(day == DayOfWeek.Sunday ? 7 : (int)day);
        json.WriteEndArray();
    }

    private static void Spans(Utf8JsonWriter json, string name, IReadOnlyList<WeekSpan> spans) => List(json, name, spans, span =>
    {
        json.WriteNumber("from", span.From);
        json.WriteNumber("to", span.To);
    });

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
