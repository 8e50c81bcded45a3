using System.Globalization;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Components;

/// <summary>Dates as people in the district write them. The runtime has no Chinese culture data on purpose, so the words stand here.</summary>
public static class ChineseDates
{
    /// <summary>For example 2026年10月8日.</summary>
    public static string InWords(this DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");

    /// <summary>For example 10月8日.</summary>
    public static string Brief(this DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Month}月{date.Day}日");

    /// <summary>For example 10月8日 周四.</summary>
    public static string WithWeekday(this DateOnly date) => $"{date.Brief()} {date.Weekday()}";

    /// <summary>For example 周四.</summary>
    public static string Weekday(this DateOnly date) => $"周{"日一二三四五六"[(int)date.DayOfWeek]}";

    /// <summary>For example 2026年10月8日 08:41, in the district's time.</summary>
    public static string InWords(this DateTimeOffset instant) => $"{District.DateOf(instant).InWords()} {Clock(instant)}";

    /// <summary>For example 10月8日 08:41, in the district's time.</summary>
    public static string Brief(this DateTimeOffset instant) => $"{District.DateOf(instant).Brief()} {Clock(instant)}";

    /// <summary>The date for machines, for example 2026-10-08.</summary>
    public static string Iso(this DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Clock(DateTimeOffset instant) => instant.ToOffset(District.Offset).ToString("HH:mm", CultureInfo.InvariantCulture);
}
