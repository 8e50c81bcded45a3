namespace Lianzhi.Core.Calendar;

/// <summary>Weeks as plans and boards count them (自然周): from Monday to Sunday.</summary>
public static class Weeks
{
    /// <summary>The Monday of the week of a day.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
