using Lianzhi.Core.Calendar;
using Lianzhi.Core.Clues;
using Lianzhi.Web.Components.Clocks;
using Lianzhi.Web.Components.Marks;

namespace Lianzhi.Web.Features.Clues;

/// <summary>How clues look: signs of their states, and the day strip of the step under way.</summary>
internal static class ClueMarks
{
    public static StatusKind KindOf(ClueState state) => state switch
    {
        ClueState.Unseen => StatusKind.Unseen,
        ClueState.Seen => StatusKind.Seen,
        ClueState.Reported or ClueState.Transferred => StatusKind.Pause,
        ClueState.Rejected => StatusKind.Stop,
        ClueState.Accepted or ClueState.Filed => StatusKind.Run,
        _ => StatusKind.Done,
    };

    /// <summary>What the last day of a clue is for.</summary>
    public static string Clock(ClueState state) => state switch
    {
        ClueState.Accepted => "办理期限",
        ClueState.Filed or ClueState.Closed => "12345答复期限",
        _ => "受理期限",
    };

    /// <summary>How near the last day of a period of working days is.</summary>
    public static (StatusKind Kind, string Text) Left(DateOnly due, DateOnly today, WorkCalendar calendar) => PeriodLook.Left(due, today, calendar);

    /// <summary>The days of a period of working days from the day after its start.</summary>
    public static IReadOnlyList<DayCell> Days(DateOnly start, DateOnly due, DateOnly today, WorkCalendar calendar) => PeriodLook.Days(start, due, today, calendar);
}
