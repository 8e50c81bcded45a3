using Lianzhi.Core.Calendar;

namespace Lianzhi.Web.Platform.Lists;

/// <summary>A day as a filter in an address (日期筛选): left out, or written as 2026-03-05.</summary>
public static class DateFilter
{
    /// <summary>Reads it; false for what is no day.</summary>
    public static bool TryRead(string? text, out DateOnly? day)
    {
        day = Read(text);
        return day is not null || string.IsNullOrEmpty(text);
    }

    /// <summary>The day; null when it was left out or is none.</summary>
    public static DateOnly? Read(string? text) => DateText.TryParse(text ?? "", out var day) ? day : null;
}
