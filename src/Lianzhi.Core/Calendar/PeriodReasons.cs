namespace Lianzhi.Core.Calendar;

/// <summary>Says in words how a period was counted (期间说明).</summary>
internal static class PeriodReasons
{
    private static readonly Basis Counting = "民事诉讼法 第85条";
    private static readonly Basis WorkingDays = "行政处罚法 第85条";
    private static readonly Basis Notice = "国务院办公厅关于节假日安排的通知";
    private const int ListedDays = 40;

    public static List<Reason> Explain(DateOnly start, PeriodLength length, DateOnly end, DateOnly due, List<DateSpan> pauses, WorkCalendar calendar)
    {
        var forward = length.Direction == PeriodDirection.After;
        var reasons = new List<Reason>
        {
            forward
                ? new($"自{start.ToChinese()}的次日起计算{length}，开始的当日不计入。", length.Unit == PeriodUnit.WorkingDay ? WorkingDays : Counting)
                : new($"自{start.ToChinese()}的前一日起向前推算{length}，当日不计入，不顺延。", length.Unit == PeriodUnit.WorkingDay ? WorkingDays : Counting),
        };
        var first = forward ? start.AddDays(1) : end;
        var last = forward ? end : start.AddDays(-1);
        var paused = pauses.Select(pause => pause.Within(first, last)).OfType<DateSpan>().ToList();
        if (paused.Count > 0) reasons.Add(new(PauseText(paused)));
        if (length.Unit is PeriodUnit.Month or PeriodUnit.Year) reasons.Add(new("按月、按年计算的，到期月无对应日的，以该月最后一日为届满日。", Counting));
        if (length.Unit == PeriodUnit.WorkingDay)
        {
            reasons.AddRange(HolidayReasons(first, last, calendar));
            AddUnloaded(reasons, first.Year, last.Year, calendar);
        }
        else if (forward && length.RollOver)
        {
            reasons.AddRange(Rolling(end, due, calendar));
        }
        reasons.Add(new($"{(forward ? "届满日" : "最迟日期")}为{due.ToChinese()}。"));
        return reasons;
    }

    public static List<Reason> Rolling(DateOnly day, DateOnly due, WorkCalendar calendar)
    {
        var reasons = new List<Reason>();
        if (day != due) reasons.Add(new($"最后一日{day.ToChinese()}是{calendar.RestName(day)}，顺延至其后第一个工作日{due.ToChinese()}。", Counting));
        AddUnloaded(reasons, day.Year, due.Year, calendar);
        return reasons;
    }

    private static string PauseText(List<DateSpan> paused)
    {
        var days = paused.Sum(pause => pause.Days);
        var listed = string.Join("、", paused.Take(ListedDays).Select(pause => pause.Days == 1 ? pause.From.ToChinese() : $"{pause.From.ToChinese()}至{pause.To.ToChinese()}"));
        return $"{listed}{(paused.Count > ListedDays ? "等" : "")}不计入，共{days}日。";
    }

    private static IEnumerable<Reason> HolidayReasons(DateOnly first, DateOnly last, WorkCalendar calendar)
    {
        var known = calendar.LoadedYears.ToList();
        if (known.Count == 0) yield break;
        var from = first.Year < known[0] - 1 ? new DateOnly(known[0] - 1, 12, 1) : first;
        var to = last.Year > known[^1] ? new DateOnly(known[^1], 12, 31) : last;
        var days = new List<Holiday>();
        for (var day = from; day <= to && days.Count < ListedDays; day = day.AddDays(1))
        {
            if (calendar.Find(day) is { } holiday) days.Add(holiday);
        }
        var off = days.Where(day => day.IsOffDay).Select(day => $"{day.Date.ToChinese()}（{day.Name}）").ToList();
        var makeUp = days.Where(day => !day.IsOffDay).Select(day => $"{day.Date.ToChinese()}（{day.Name}调休）").ToList();
        if (off.Count > 0) yield return new($"{string.Join("、", off)}放假，不计入。", Notice);
        if (makeUp.Count > 0) yield return new($"{string.Join("、", makeUp)}上班，计入。", Notice);
    }

    private static void AddUnloaded(List<Reason> reasons, int first, int last, WorkCalendar calendar)
    {
        var years = Enumerable.Range(first, Math.Max(0, last - first + 1)).Where(year => !calendar.IsLoaded(year)).ToList();
        if (years.Count == 0) return;
        var text = years.Count == 1 ? $"{years[0]}年" : years[^1] - years[0] + 1 == years.Count ? $"{years[0]}年至{years[^1]}年" : $"{years[0]}年至{years[^1]}年间{years.Count}个年度";
        reasons.Add(new($"{text}的放假安排尚未导入，只以星期六、星期日为休息日。", Notice));
    }
}
