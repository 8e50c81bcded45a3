namespace Lianzhi.Core.Calendar;

/// <summary>What a period is counted in (期间单位).</summary>
public enum PeriodUnit
{
    /// <summary>工作日.</summary>
    WorkingDay,

    /// <summary>日 (calendar day).</summary>
    Day,

    /// <summary>月.</summary>
    Month,

    /// <summary>年.</summary>
    Year,
}

/// <summary>Which way a period runs from its start (计算方向).</summary>
public enum PeriodDirection
{
    /// <summary>Forward, as nearly all periods.</summary>
    After,

    /// <summary>Back, as 听证七日前通知; never rolls over, because that would shorten what the party is owed.</summary>
    Before,
}

/// <summary>The length of a period and how it ends (期间).</summary>
/// <param name="Count">How many units; at least 1.</param>
/// <param name="Unit">The unit.</param>
/// <param name="RollOver">Whether a last day that is no working day moves to the next one (顺延).</param>
/// <param name="Direction">Forward or back.</param>
public sealed record PeriodLength(int Count, PeriodUnit Unit, bool RollOver = true, PeriodDirection Direction = PeriodDirection.After)
{
    /// <summary>The length in words: 7个工作日, 90日, 6个月, 2年.</summary>
    public override string ToString() => Unit switch
    {
        PeriodUnit.WorkingDay => $"{Count}个工作日",
        PeriodUnit.Day => $"{Count}日",
        PeriodUnit.Month => $"{Count}个月",
        _ => $"{Count}年",
    };
}

/// <summary>Where a period ends, and why there (期间届满).</summary>
/// <param name="Due">Last day.</param>
/// <param name="Counted">The counted days in the order of counting; empty for months and years.</param>
/// <param name="RolledFrom">The last day before it moved to the next working day; null when it did not move.</param>
/// <param name="Reasons">How it was counted.</param>
public sealed record PeriodEnd(DateOnly Due, IReadOnlyList<DateOnly> Counted, DateOnly? RolledFrom, IReadOnlyList<Reason> Reasons);

/// <summary>Reckons periods (期间计算): 行政处罚法 第85条, 民事诉讼法 第85条.</summary>
public static class Period
{
    /// <summary>Reckons a period. The start day is not counted, nor are days inside a pause; pauses count as a union.</summary>
    /// <param name="start">The day the period starts from.</param>
    /// <param name="length">Length and way of counting.</param>
    /// <param name="pauses">Days not counted; in any order, they may overlap.</param>
    /// <param name="calendar">The working days.</param>
    /// <returns>The end, or a refusal for <c>start</c> and <c>count</c> when it lies outside 1900-01-01 to 2199-12-31.</returns>
    public static Result<PeriodEnd> Reckon(DateOnly start, PeriodLength length, IEnumerable<DateSpan> pauses, WorkCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length.Count, 1);
        var forward = length.Direction == PeriodDirection.After;
        var union = DateSpan.Union(pauses)
            .Select(pause => forward ? pause.Within(start.AddDays(1), DateOnly.MaxValue) : pause.Within(DateOnly.MinValue, start.AddDays(-1)))
            .OfType<DateSpan>().ToList();
        if (!forward) union.Reverse();
        var counted = length.Unit is PeriodUnit.Day or PeriodUnit.WorkingDay;
        var days = new List<DateOnly>(counted ? length.Count : 0);
        var last = counted ? CountDays(start, length, union, calendar, days) : CountMonths(start, length, union);
        if (last is not { } end) return OutOfRange();
        var due = forward && length.RollOver ? calendar.OnOrAfter(end) : end;
        if (!DateText.IsKnown(due)) return OutOfRange();
        var rolledFrom = due == end ? (DateOnly?)null : end;
        return new PeriodEnd(due, days, rolledFrom, new ReasonsOnDemand(() => PeriodReasons.Explain(start, length, end, due, union, calendar)));
    }

    /// <summary>Moves a fixed last day to the next working day when it is none, with the reasons.</summary>
    public static Result<PeriodEnd> RollOver(DateOnly day, WorkCalendar calendar)
    {
        var due = calendar.OnOrAfter(day);
        return DateText.IsKnown(due) ? new PeriodEnd(due, [], due == day ? null : day, new ReasonsOnDemand(() => PeriodReasons.Rolling(day, due, calendar))) : OutOfRange();
    }

    /// <summary>Steps day by day but leaps over pauses; null when it leaves the known dates.</summary>
    private static DateOnly? CountDays(DateOnly start, PeriodLength length, List<DateSpan> pauses, WorkCalendar calendar, List<DateOnly> counted)
    {
        var step = length.Direction == PeriodDirection.After ? 1 : -1;
        var next = 0;
        var day = start;
        while (counted.Count < length.Count)
        {
            day = day.AddDays(step);
            if (next < pauses.Count && day >= pauses[next].From && day <= pauses[next].To)
            {
                day = step > 0 ? pauses[next].To : pauses[next].From;
                next++;
                continue;
            }
            if (!DateText.IsKnown(day)) return null;
            if (length.Unit == PeriodUnit.Day || calendar.IsWorkingDay(day)) counted.Add(day);
        }
        return day;
    }

    /// <summary>
    /// One step to the same day number or the month's last day, then as many days more as were paused up to there.
    /// A pause that the end has reached is added whole: the days it adds lie behind it.
    /// </summary>
    private static DateOnly? CountMonths(DateOnly start, PeriodLength length, List<DateSpan> pauses)
    {
        var sign = length.Direction == PeriodDirection.After ? 1 : -1;
        var months = (length.Unit == PeriodUnit.Year ? length.Count * 12 : length.Count) * sign;
        var year = start.Year + (months / 12);
        if (year < DateText.First.Year - 1 || year > DateText.Last.Year + 1) return null;
        var end = start.AddMonths(months);
        foreach (var pause in pauses)
        {
            if (sign > 0 ? pause.From > end : pause.To < end) break;
            end = end.AddDays(sign * pause.Days);
        }
        return DateText.IsKnown(end) ? end : null;
    }

    private static Result<PeriodEnd> OutOfRange() => new List<Refusal>
    {
        Refusal.Invalid("start", "期间届满日超出 1900-01-01 至 2199-12-31。"),
        Refusal.Invalid("count", "期间届满日超出 1900-01-01 至 2199-12-31。"),
    };
}
