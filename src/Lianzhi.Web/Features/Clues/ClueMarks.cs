using Lianzhi.Core.Calendar;
using Lianzhi.Core.Clues;
using Lianzhi.Web.Components.Clocks;
using Lianzhi.Web.Components.Marks;

namespace Lianzhi.Web.Features.Clues;

/// <summary>How clues look: signs of their states, and the day strip of the step under way.</summary>
internal static class ClueMarks
{
    // A strip in a row stays readable up to so many days; longer periods show the days around today.
    private const int LongestStrip = 21;

    public static StatusKind KindOf(ClueState state) => state switch
    {
        ClueState.Unseen => StatusKind.Unseen,
        ClueState.Seen => StatusKind.Seen,
        ClueState.Reported or ClueState.Transferred => StatusKind.Pause,
        ClueState.Rejected => StatusKind.Stop,
        ClueState.Accepted or ClueState.Filed => StatusKind.Run,
        _ => StatusKind.Done,
    };

    /// <summary>How near the last day is: over, due within three working days, or running.</summary>
    public static (StatusKind Kind, string Text) Left(DateOnly due, DateOnly today, WorkCalendar calendar)
    {
        if (due < today) return (StatusKind.Over, $"逾期 {today.DayNumber - due.DayNumber} 天");
        if (due == today) return (StatusKind.Due, "今天到期");
        var days = Enumerable.Range(1, due.DayNumber - today.DayNumber).Count(ahead => calendar.IsWorkingDay(today.AddDays(ahead)));
        return (days <= 3 ? StatusKind.Due : StatusKind.Run, $"剩 {days} 个工作日");
    }

    /// <summary>The days of a period of working days from the day after its start.</summary>
    public static IReadOnlyList<DayCell> Days(DateOnly start, DateOnly due, DateOnly today, WorkCalendar calendar)
    {
        var last = due < today ? today : due;
        var first = last.DayNumber - start.DayNumber > LongestStrip ? last.AddDays(1 - LongestStrip) : start.AddDays(1);
        var counted = Enumerable.Range(1, Math.Max(0, first.DayNumber - start.DayNumber - 1)).Count(ahead => calendar.IsWorkingDay(start.AddDays(ahead)));
        var cells = new List<DayCell>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var works = calendar.IsWorkingDay(day);
            if (works && day <= due) counted++;
            var kind = day > due ? DayKind.Late : !works ? DayKind.Off : day < today ? DayKind.Past : day == today ? DayKind.Now : DayKind.Left;
            cells.Add(new DayCell(day, kind, day == due, kind == DayKind.Off ? calendar.RestName(day) : day <= due ? $"第 {counted} 日" : "逾期"));
        }
        return cells;
    }
}
