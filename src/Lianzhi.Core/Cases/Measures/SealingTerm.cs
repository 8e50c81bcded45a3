using Lianzhi.Core.Calendar;

namespace Lianzhi.Core.Cases.Measures;

/// <summary>How long a sealing lasts (查封、扣押期限), 行政强制法 第25条.</summary>
public static class SealingTerm
{
    /// <summary>Days of a sealing.</summary>
    public const int Days = 30;

    /// <summary>Days of a sealing that was extended.</summary>
    public const int ExtendedDays = 60;

    /// <summary>The last day: thirty days, sixty when extended, days of tests told in writing not counted, never moved to a working day.</summary>
    /// <param name="sealing">The sealing.</param>
    /// <param name="tests">All tests of the case.</param>
    /// <param name="index">Index of the sealing.</param>
    public static DateOnly DueOn(SealedGoods sealing, IReadOnlyList<MeasureTest> tests, int index) =>
        Reckon(sealing.Made.On, sealing.Extended is null ? Days : ExtendedDays, Excluded(tests, index));

    /// <summary>The last day of so many counted days.</summary>
    internal static DateOnly Reckon(DateOnly start, int days, IReadOnlyList<DateSpan> excluded) =>
        Period.Reckon(start, new(days, PeriodUnit.Day, RollOver: false), excluded, WorkCalendar.Empty).Value!.Due;

    /// <summary>Days that do not count.</summary>
    internal static IReadOnlyList<DateSpan> Excluded(IReadOnlyList<MeasureTest> tests, int index) =>
        [.. tests.Where(test => test.Begun.Sealing == index).Select(test => test.Excluded).OfType<DateSpan>()];
}
