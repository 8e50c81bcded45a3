using Lianzhi.Core.Cases.Clocks;

namespace Lianzhi.Core.Cases;

/// <summary>How urgent a reminder is (提醒级别).</summary>
public enum AlarmLevel
{
    /// <summary>Four fifths of the period are over (预警).</summary>
    Near,

    /// <summary>The last day (当日届满).</summary>
    Today,

    /// <summary>Past, and the organ's own: goes to the responsible leader as well (逾期).</summary>
    Overdue,
}

/// <summary>A reminder that is due (提醒).</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Level">How urgent.</param>
/// <param name="From">Day from which it holds.</param>
public sealed record Alarm(Clock Clock, AlarmLevel Level, DateOnly From);

/// <summary>
/// Which reminders the clocks of a case ask for and on which day to look again (时限提醒). A party's period that runs out is
/// no delay of the organ: it warns nobody of being late.
/// </summary>
public static class CaseAlarms
{
    /// <summary>The reminders that hold on a day.</summary>
    public static IReadOnlyList<Alarm> On(CaseState state, IReadOnlyList<Clock> clocks, DateOnly today) =>
        [.. Open(state, clocks).SelectMany(Stages).Where(alarm => alarm.From <= today)];

    /// <summary>The next day on which one more holds; null when none will without something happening.</summary>
    /// <param name="state">The case.</param>
    /// <param name="clocks">Its clocks on <paramref name="today"/>.</param>
    /// <param name="ahead">Clocks that will start by themselves, as the application to the court does.</param>
    /// <param name="today">The day of looking.</param>
    public static DateOnly? NextLook(CaseState state, IReadOnlyList<Clock> clocks, IReadOnlyList<Clock> ahead, DateOnly today) =>
        Open(state, [.. clocks, .. ahead]).SelectMany(Stages).Where(alarm => alarm.From > today).Select(alarm => (DateOnly?)alarm.From).Min();

    /// <summary>True for a case whose clocks ask for nothing any more.</summary>
    public static bool IsQuiet(CaseState state) => state.Stage is CaseStage.Refused or CaseStage.Archived;

    private static IEnumerable<Clock> Open(CaseState state, IReadOnlyList<Clock> clocks) =>
        IsQuiet(state) ? [] : clocks.Where(clock => clock.MetOn is null && clock.State is ClockState.Running or ClockState.Overdue
            // A right of the party to turn elsewhere binds nobody here; what is missing on 闽执法 has a list of its own.
            && clock.Kind.Id is not ("reconsideration" or "suit" or "suitAfterReview" or "hearingRequest" or "demandWait" or "defence" or "lateEntry"));

    private static IEnumerable<Alarm> Stages(Clock clock)
    {
        if (clock.WarnOn < clock.Due) yield return new(clock, AlarmLevel.Near, clock.WarnOn);
        yield return new(clock, AlarmLevel.Today, clock.Due);
        if (clock.Kind.Owner == ClockOwner.Organ) yield return new(clock, AlarmLevel.Overdue, clock.Due.AddDays(1));
    }
}
