using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lianzhi.Core.Inspections;

namespace Lianzhi.Planner.Plans;

/// <summary>Writes solution files of the plan solver (年度计划方案文件), described in docs/plan.md.</summary>
public static partial class PlanSolutionFile
{
    /// <summary>The file.</summary>
    public static byte[] Write(PlanSolution solution)
    {
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("objective", solution.Cost.Total);
            writer.WriteNumber("bound", solution.Bound);
            writer.WriteNumber("gap", Math.Round(solution.Gap, 6));
            writer.WriteNumber("seconds", Math.Round(solution.Seconds, 1));
            Numbers("parts", ("unserved", solution.Cost.Unserved), ("visits", solution.Cost.Visits), ("rounds", solution.Cost.Rounds), ("peaks", solution.Cost.Peaks), ("changes", solution.Cost.Changes));
            Numbers("savings", ("planned", solution.Savings.Planned), ("unmerged", solution.Savings.Unmerged), ("byHand", solution.Savings.ByHand), ("unservedByHand", solution.Savings.UnservedByHand));
            writer.WriteStartArray("visits");
            foreach (var visit in solution.Visits) Visit(writer, visit);
            writer.WriteEndArray();
            writer.WriteStartArray("unserved");
            foreach (var missing in solution.Unserved) Unserved(writer, missing);
            writer.WriteEndArray();
            writer.WriteEndObject();

            void Numbers(string name, params (string Name, long Value)[] values)
            {
                writer.WriteStartObject(name);
                foreach (var (member, value) in values) writer.WriteNumber(member, value);
                writer.WriteEndObject();
            }
        }
        return content.ToArray();
    }

    private static void Visit(Utf8JsonWriter writer, PlannedVisit visit)
    {
        writer.WriteStartObject();
        writer.WriteString("target", visit.Target);
        writer.WriteNumber("week", visit.Week);
        writer.WriteString("day", visit.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteStartArray("requirements");
        foreach (var requirement in visit.Requirements) writer.WriteStringValue(requirement);
        writer.WriteEndArray();
        writer.WriteBoolean("locked", visit.Locked);
        writer.WriteStartArray("reasons");
        foreach (var reason in visit.Reasons)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", reason.Kind);
            writer.WriteString("text", reason.Text);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Unserved(Utf8JsonWriter writer, UnservedInspection missing)
    {
        writer.WriteStartObject();
        writer.WriteString("target", missing.Target);
        writer.WriteString("requirement", missing.Requirement);
        writer.WriteNumber("missing", missing.Missing);
        writer.WriteString("cause", missing.Cause);
        writer.WriteString("resource", missing.Resource);
        writer.WriteNumber("by", missing.By);
        writer.WriteString("message", missing.Message);
        writer.WriteEndObject();
    }
}
