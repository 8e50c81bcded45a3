using Lianzhi.Core.Calendar;

namespace Lianzhi.Core.Cases.Clocks;

/// <summary>The events of a case up to a day, in order of time (案件时间线).</summary>
internal sealed class CaseTimeline
{
    private readonly Dictionary<CaseEventType, List<(CaseEvent Event, int Index)>> events = [];

    public CaseTimeline(IReadOnlyList<CaseEvent> all, DateOnly asOf)
    {
        AsOf = asOf;
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].On > asOf) continue;
            if (!events.TryGetValue(all[i].Type, out var list)) events[all[i].Type] = list = [];
            list.Add((all[i], i));
        }
        foreach (var list in events.Values) list.Sort((one, other) => (one.Event.On, one.Index).CompareTo((other.Event.On, other.Index)));
    }

    public DateOnly AsOf { get; }

    public bool Has(CaseEventType type) => events.ContainsKey(type);

    public DateOnly? First(CaseEventType type) => events.TryGetValue(type, out var list) ? list[0].Event.On : null;

    public IEnumerable<DateOnly> All(CaseEventType type) => events.TryGetValue(type, out var list) ? list.Select(entry => entry.Event.On) : [];

    /// <summary>The earliest event of any of the types on or after a day.</summary>
    public DateOnly? FirstFrom(DateOnly day, params ReadOnlySpan<CaseEventType> types)
    {
        DateOnly? first = null;
        foreach (var type in types)
        {
            foreach (var on in All(type))
            {
                if (on < day) continue;
                if (first is null || on < first) first = on;
                break;
            }
        }
        return first;
    }

    /// <summary>Where in the request the earliest event of a type stands, for naming it in a refusal.</summary>
    public int IndexOf(CaseEventType type) => events[type][0].Index;

    /// <summary>The latest day granted for payment, and where it stands.</summary>
    public (DateOnly Until, int Index)? Deferred() =>
        events.TryGetValue(CaseEventType.PaymentDeferred, out var list)
            ? list.Where(entry => entry.Event.Until is not null).Select(entry => ((DateOnly, int)?)(entry.Event.Until!.Value, entry.Index)).MaxBy(entry => entry!.Value.Item1)
            : null;

    /// <summary>
    /// Pairs starts with ends by date, each start with an end of its own, on one day the start first. A start without
    /// an end runs to its announced last day, otherwise through the day of reckoning. Ends without a start count for nothing.
    /// </summary>
    public List<DateSpan> Pauses(CaseEventType start, CaseEventType end)
    {
        if (!events.TryGetValue(start, out var starts)) return [];
        var open = new Queue<CaseEvent>();
        var spans = new List<DateSpan>();
        var ends = All(end).ToList();
        var next = 0;
        foreach (var (begun, _) in starts)
        {
            for (; next < ends.Count && ends[next] < begun.On; next++) Close(ends[next]);
            open.Enqueue(begun);
        }
        for (; next < ends.Count; next++) Close(ends[next]);
        // What was told the party in writing ends the pause, even where the test took longer (行政强制法 第25条第3款).
        spans.AddRange(open.Select(begun => new DateSpan(begun.On, begun.Until ?? AsOf)));
        return spans;

        void Close(DateOnly on)
        {
            if (!open.TryDequeue(out var begun)) return;
            spans.Add(new(begun.On, begun.Until is { } until && until < on ? until : on));
        }
    }
}
