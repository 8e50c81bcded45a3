namespace Lianzhi.Web.Platform;

/// <summary>The district's own time: Asia/Shanghai, eight hours ahead of UTC all year since 1992.</summary>
public static class District
{
    /// <summary>Distance from UTC.</summary>
    public static readonly TimeSpan Offset = Core.Cases.CaseDays.Offset;

    /// <summary>The date in Shanghai at an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => Core.Cases.CaseDays.Of(instant);

    /// <summary>Today in Shanghai.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOf(time.GetUtcNow());

    /// <summary>Fails when the machine's time-zone data contradicts what deadlines are counted by.</summary>
    /// <exception cref="InvalidOperationException">Asia/Shanghai is not eight hours ahead of UTC on this machine.</exception>
    public static void CheckTimeZone(TimeProvider time)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Shanghai", out var zone) && zone.GetUtcOffset(time.GetUtcNow()) != Offset)
            throw new InvalidOperationException("The machine's Asia/Shanghai is not UTC+8. Deadlines would be wrong: update the system's time-zone data (package tzdata).");
    }
}
