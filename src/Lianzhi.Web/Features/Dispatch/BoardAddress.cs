using System.Globalization;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>Reads the id of a board (调度台编号): area and day.</summary>
internal static class BoardAddress
{
    /// <summary>The area and day of an id; null when it is none.</summary>
    public static (string Area, DateOnly Day)? Read(string id) => id.Split('-') is [var area, var day] && area.Length is > 0 and <= 10
        && DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? (area, on) : null;
}
