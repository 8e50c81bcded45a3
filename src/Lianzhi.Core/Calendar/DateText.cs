using System.Globalization;

namespace Lianzhi.Core.Calendar;

/// <summary>How dates are written and which are known (日期): for programs <c>2026-03-05</c>, for people 2026年3月5日.</summary>
public static class DateText
{
    /// <summary>The first date the rules answer for.</summary>
    public static readonly DateOnly First = new(1900, 1, 1);

    /// <summary>The last date the rules answer for.</summary>
    public static readonly DateOnly Last = new(2199, 12, 31);

    /// <summary>True for a date the rules answer for, given or resulting.</summary>
    public static bool IsKnown(DateOnly date) => date >= First && date <= Last;

    /// <summary>Reads exactly <c>yyyy-MM-dd</c> in ASCII digits, from <see cref="First"/> to <see cref="Last"/>.</summary>
    public static bool TryParse(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && text.Length == 10 && IsKnown(date);

    /// <summary>The date as programs read it.</summary>
    public static string ToIso(this DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The date as people read it: 2026年3月5日.</summary>
    public static string ToChinese(this DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";
}
