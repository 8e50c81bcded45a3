using System.Globalization;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Demo;

/// <summary>The clock of the demonstration script (剧本时钟): moved day by day by the loader, in its own scope only.</summary>
public sealed class ScriptedTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Moves to a time of a day in Shanghai; never back.</summary>
    public void MoveTo(DateOnly day, int hour, int minute = 0)
    {
        var instant = new DateTimeOffset(day, new TimeOnly(hour, minute), District.Offset).ToUniversalTime();
        now = instant > now ? instant : now.AddSeconds(30);
    }

    /// <summary>Lets some time pass between two acts.</summary>
    public void Pass(TimeSpan by) => now += by;
}

/// <summary>A clock that runs as fast as the real one, some whole days away from it, so that a demonstration stays on its day.</summary>
public sealed class ShiftedTime(TimeSpan shift) : TimeProvider
{
    /// <summary>Environment variable that names the day of the demonstration.</summary>
    public const string Variable = "LIANZHI_DEMO_TODAY";

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;

    /// <summary>The day named by the environment; null when none is.</summary>
    /// <exception cref="InvalidOperationException">The variable holds no date.</exception>
    public static DateOnly? NamedDay(IConfiguration configuration) => configuration[Variable] is not { Length: > 0 } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new InvalidOperationException($"{Variable} should be a date like 2026-10-08, not '{text}'.");

    /// <summary>A clock whose today is the named day, at half past nine in the morning when it starts.</summary>
    public static ShiftedTime Starting(DateOnly day) => new(new DateTimeOffset(day, new TimeOnly(9, 30), District.Offset) - System.GetUtcNow());
}
