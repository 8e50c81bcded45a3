using System.Collections.Frozen;

namespace Lianzhi.Core.Calendar;

/// <summary>
/// The calendar of working days (工作日历): Monday to Friday unless a day off, plus make-up days. In a year whose
/// notice was not imported only Saturdays and Sundays are rest days. Never changes once made.
/// </summary>
public sealed class WorkCalendar
{
    private readonly FrozenDictionary<DateOnly, Holiday> holidays;
    private readonly FrozenSet<int> loaded;

    /// <summary>Makes the calendar; a day named twice keeps its last row.</summary>
    /// <remarks>A year counts as loaded when its National Day stands among the rows: a notice may reach into the December before it.</remarks>
    public WorkCalendar(IEnumerable<Holiday> holidays)
    {
        var days = new Dictionary<DateOnly, Holiday>();
        foreach (var holiday in holidays) days[holiday.Date] = holiday;
        this.holidays = days.ToFrozenDictionary();
        loaded = days.Values.Where(day => day is { IsOffDay: true, Date: { Month: 10, Day: 1 } }).Select(day => day.Date.Year).ToFrozenSet();
    }

    /// <summary>A calendar without any notice: only Saturdays and Sundays rest.</summary>
    public static WorkCalendar Empty { get; } = new([]);

    /// <summary>All days of the imported notices, in order of time.</summary>
    public IEnumerable<Holiday> Days => holidays.Values.OrderBy(day => day.Date);

    /// <summary>The years whose notice was imported, in order.</summary>
    public IEnumerable<int> LoadedYears => loaded.Order();

    /// <summary>True when the notice of this year was imported.</summary>
    public bool IsLoaded(int year) => loaded.Contains(year);

    /// <summary>True on a working day.</summary>
    public bool IsWorkingDay(DateOnly date) => holidays.TryGetValue(date, out var day) ? !day.IsOffDay : !IsWeekend(date);

    /// <summary>What the notice says of this day; null when it says nothing.</summary>
    public Holiday? Find(DateOnly date) => holidays.GetValueOrDefault(date);

    /// <summary>Name of the holiday on a day off by notice; null on any other day.</summary>
    public string? HolidayName(DateOnly date) => holidays.TryGetValue(date, out var day) && day.IsOffDay ? day.Name : null;

    /// <summary>The day itself when it is a working day, otherwise the next working day.</summary>
    public DateOnly OnOrAfter(DateOnly date)
    {
        while (!IsWorkingDay(date)) date = date.AddDays(1);
        return date;
    }

    /// <summary>The first working day after the day.</summary>
    public DateOnly NextWorkingDay(DateOnly date) => OnOrAfter(date.AddDays(1));

    /// <summary>Why a day is no working day, for people: 国庆节, 星期六, 星期日.</summary>
    public string RestName(DateOnly date) => HolidayName(date) ?? (date.DayOfWeek == DayOfWeek.Saturday ? "星期六" : "星期日");

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
