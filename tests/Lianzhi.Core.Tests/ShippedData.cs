using Lianzhi.Core.Calendar;

namespace Lianzhi.Core.Tests;

/// <summary>The reference data that the product ships, read once.</summary>
internal static class ShippedData
{
    public static readonly WorkCalendar Calendar = new(HolidayFile.Read(Lines("data/holidays.csv")).Rows);

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, path));

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
