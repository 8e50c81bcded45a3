using System.Globalization;
using System.Text.Json;
using Lianzhi.Core.Inspections;

namespace Lianzhi.Planner.Plans;

/// <summary>Reads solution files back, as <see cref="Write"/> wrote them.</summary>
public static partial class PlanSolutionFile
{
    /// <summary>Reads a solution.</summary>
    /// <exception cref="InvalidDataException">The file is none that <see cref="Write"/> wrote.</exception>
    public static PlanSolution Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var file = document.RootElement;
            var (parts, savings) = (file.GetProperty("parts"), file.GetProperty("savings"));
            return new PlanSolution(
                new(Long(parts, "unserved"), Long(parts, "visits"), Long(parts, "rounds"), Long(parts, "peaks"), Long(parts, "changes")), Long(file, "bound"),
                new(Whole(savings, "planned"), Whole(savings, "unmerged"), Whole(savings, "byHand"), Whole(savings, "unservedByHand")),
                [.. file.GetProperty("visits").EnumerateArray().Select(visit => new PlannedVisit(Text(visit, "target"), Whole(visit, "week"), DateOnly.ParseExact(Text(visit, "day"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    [.. visit.GetProperty("requirements").EnumerateArray().Select(one => one.GetString()!)], visit.GetProperty("locked").GetBoolean(),
                    [.. visit.GetProperty("reasons").EnumerateArray().Select(reason => new PlanReason(Text(reason, "kind"), Text(reason, "text")))]))],
                [.. file.GetProperty("unserved").EnumerateArray().Select(missing => new UnservedInspection(Text(missing, "target"), Text(missing, "requirement"), Whole(missing, "missing"), Text(missing, "cause"),
                    missing.GetProperty("resource").GetString(), Whole(missing, "by"), Text(missing, "message")))],
                file.GetProperty("seconds").GetDouble());
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("The file is no solution of a plan.", fault);
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static int Whole(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static long Long(JsonElement element, string name) => element.GetProperty(name).GetInt64();
}
