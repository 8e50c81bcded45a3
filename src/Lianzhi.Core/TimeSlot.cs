using System.Globalization;
using Lianzhi.Core.Cases;

namespace Lianzhi.Core;

/// <summary>A stretch of time (时段): half-open, so that one may begin when another ends.</summary>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it is over; after <paramref name="From"/>.</param>
public readonly record struct TimeSlot(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>True when both share some time.</summary>
    public bool Overlaps(TimeSlot other) => From < other.Until && other.From < Until;

    /// <summary>The slot of a day in Shanghai, in minutes after midnight.</summary>
    public static TimeSlot Of(DateOnly day, int from, int until) => new(Instant(day, from), Instant(day, until));

    /// <summary>The minutes of a day in Shanghai that lie in the slot; null when none do.</summary>
    public MinuteSpan? On(DateOnly day)
    {
        var midnight = Instant(day, 0);
        var (from, until) = ((From - midnight).TotalMinutes, (Until - midnight).TotalMinutes);
        return until <= 0 || from >= MinuteSpan.Day ? null : new((int)Math.Floor(Math.Max(0, from)), (int)Math.Ceiling(Math.Min(MinuteSpan.Day, until)));
    }

    /// <summary>As people read it: 10月8日 08:30 至 17:30.</summary>
    public override string ToString()
    {
        var (from, until) = (CaseDays.InShanghai(From), CaseDays.InShanghai(Until));
        var same = from.Date == until.Date;
        return string.Create(CultureInfo.InvariantCulture, $"{from:M月d日 HH:mm} 至 {(same ? until.ToString("HH:mm", CultureInfo.InvariantCulture) : until.ToString("M月d日 HH:mm", CultureInfo.InvariantCulture))}");
    }

    private static DateTimeOffset Instant(DateOnly day, int minutes) => new DateTimeOffset(day, TimeOnly.MinValue, CaseDays.Offset).AddMinutes(minutes);
}

/// <summary>Minutes of one day (当日时段), half-open.</summary>
/// <param name="From">Minutes after midnight.</param>
/// <param name="Until">Minutes after midnight.</param>
public readonly record struct MinuteSpan(int From, int Until)
{
    /// <summary>Minutes of a day.</summary>
    public const int Day = 24 * 60;

    /// <summary>True when both share some time.</summary>
    public bool Overlaps(MinuteSpan other) => From < other.Until && other.From < Until;

    /// <summary>A time of day: 08:30.</summary>
    public static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    /// <summary>As people read it: 08:30–12:00.</summary>
    public override string ToString() => $"{Clock(From)}–{Clock(Until)}";

    /// <summary>Reads <c>08:30-12:00</c>; null when it is nothing of the kind.</summary>
    public static MinuteSpan? Parse(string? text)
    {
        var parts = (text ?? "").Replace('–', '-').Split('-', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Minutes(parts[0]) is { } from && Minutes(parts[1]) is { } until && from < until ? new(from, until) : null;
    }

    /// <summary>Reads <c>08:30</c>; null when it is nothing of the kind.</summary>
    public static int? Minutes(string? text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (time.Hour * 60) + time.Minute : null;
}
