namespace Lianzhi.Web.Components.Clocks;

/// <summary>What a day is to a period.</summary>
public enum DayKind
{
    /// <summary>The day the period starts from; not counted.</summary>
    Start,

    /// <summary>Counted and gone.</summary>
    Past,

    /// <summary>Today.</summary>
    Now,

    /// <summary>Counted, still to come.</summary>
    Left,

    /// <summary>Not counted: rest day, pause.</summary>
    Off,

    /// <summary>After the last day.</summary>
    Late,
}

/// <summary>One day of a period (日格).</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">What it is to the period.</param>
/// <param name="IsEnd">True on the last day.</param>
/// <param name="Label">What is written under it, for example 第 3 日, 国庆, 送达.</param>
/// <param name="Count">Which day of the period it is; null when it is not counted.</param>
public sealed record DayCell(DateOnly Date, DayKind Kind, bool IsEnd = false, string? Label = null, int? Count = null);

/// <summary>How far a period has come that is too long for a strip of days.</summary>
/// <param name="Passed">Days gone, today included.</param>
/// <param name="Total">Days in all.</param>
/// <param name="Unit">日 or 个工作日.</param>
public sealed record LongPeriod(int Passed, int Total, string Unit);

/// <summary>How large a day strip is.</summary>
public enum DayStripSize
{
    /// <summary>Marks only, in a row of a list.</summary>
    List,

    /// <summary>Day, weekday and count, for the one next thing.</summary>
    Week,

    /// <summary>With month and label, in the clock panel.</summary>
    Full,
}
