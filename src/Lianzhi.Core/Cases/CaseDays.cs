namespace Lianzhi.Core.Cases;

/// <summary>Days in Shanghai (+08:00), the only time the law of a case knows.</summary>
public static class CaseDays
{
    /// <summary>Distance of Shanghai from UTC, the same all year since 1992.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day in Shanghai of an instant.</summary>
    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    /// <summary>The first instant of a day in Shanghai.</summary>
    public static DateTimeOffset Begin(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>The same instant told in Shanghai time.</summary>
    public static DateTimeOffset InShanghai(DateTimeOffset at) => at.ToOffset(Offset);
}
