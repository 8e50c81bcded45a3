using Lianzhi.Core.Calendar;
using Lianzhi.Web.Components.Marks;

namespace Lianzhi.Web.Components.Clocks;

/// <summary>
/// How a period looks on a day: its badge, its strip of days, or how far it has come when it is too long for a
/// strip. Periods run in calendar days where no calendar is given (行政处罚法 第85条: only 二日, 三日, 五日, 七日 are
/// working days).
/// </summary>
internal static class PeriodLook
{
    // A strip in a row stays readable up to so many days.
    private const int LongestStrip = 21;

    /// <summary>How near the last day is: over, due within three days of the period's own kind, or running.</summary>
    public static (StatusKind Kind, string Text) Left(DateOnly due, DateOnly today, WorkCalendar? working)
    {
        if (due < today) return (StatusKind.Over, $"逾期 {today.DayNumber - due.DayNumber} 日");
        if (due == today) return (StatusKind.Due, "今天届满");
        var days = Between(today, due, working);
        return (days <= 3 ? StatusKind.Due : StatusKind.Run, working is null ? $"剩 {days} 日" : $"剩 {days} 个工作日");
    }

    /// <summary>The days of a period from the day after its start; the last three weeks of a longer one.</summary>
    public static IReadOnlyList<DayCell> Days(DateOnly start, DateOnly due, DateOnly today, WorkCalendar calendar, bool calendarDays = false)
    {
        var last = due < today ? today : due;
        var first = last.DayNumber - start.DayNumber > LongestStrip ? last.AddDays(1 - LongestStrip) : start.AddDays(1);
        var counted = Between(start, first.AddDays(-1), calendarDays ? null : calendar);
        var cells = new List<DayCell>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var counts = day <= due && (calendarDays || calendar.IsWorkingDay(day));
            if (counts) counted++;
            var kind = day > due ? DayKind.Late : !counts ? DayKind.Off : day < today ? DayKind.Past : day == today ? DayKind.Now : DayKind.Left;
            cells.Add(new DayCell(day, kind, day == due, kind == DayKind.Off ? calendar.HolidayName(day) ?? "休息" : counts ? $"第 {counted} 日" : "逾期", counts ? counted : null));
        }
        return cells;
    }

    /// <summary>How far a period has come when its strip of days would be too long; null when the strip shows it.</summary>
    public static LongPeriod? Course(DateOnly start, DateOnly due, DateOnly today, WorkCalendar? working) =>
        due < today || due.DayNumber - start.DayNumber <= LongestStrip ? null
        : new(Between(start, today, working), Between(start, due, working), working is null ? "日" : "个工作日");

    /// <summary>Days after <paramref name="from"/> up to and including <paramref name="to"/>.</summary>
    private static int Between(DateOnly from, DateOnly to, WorkCalendar? working) =>
        Math.Max(0, to.DayNumber - from.DayNumber) is var span && working is null ? span : Enumerable.Range(1, span).Count(ahead => working.IsWorkingDay(from.AddDays(ahead)));
}
