namespace Lianzhi.Core.Calendar;

/// <summary>A run of days, both ends included (期间), for example a pause that is not counted.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; not before <paramref name="From"/>.</param>
public sealed record DateSpan(DateOnly From, DateOnly To)
{
    /// <summary>How many days it holds.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The part that lies inside the given days; null when there is none.</summary>
    public DateSpan? Within(DateOnly first, DateOnly last)
    {
        var from = From > first ? From : first;
        var to = To < last ? To : last;
        return from <= to ? new(from, to) : null;
    }

    /// <summary>The union of spans: in order of time, apart from each other, touching ones joined.</summary>
    public static IReadOnlyList<DateSpan> Union(IEnumerable<DateSpan> spans)
    {
        var union = new List<DateSpan>();
        foreach (var span in spans.OrderBy(span => span.From))
        {
            if (union.Count > 0 && span.From.DayNumber <= union[^1].To.DayNumber + 1)
            {
                if (span.To > union[^1].To) union[^1] = union[^1] with { To = span.To };
            }
            else
            {
                union.Add(span);
            }
        }
        return union;
    }
}
