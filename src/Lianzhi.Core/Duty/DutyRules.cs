namespace Lianzhi.Core.Duty;

/// <summary>Absences of officers and what follows from them (勤务规则).</summary>
public static class DutyRules
{
    /// <summary>What a clash with the duty calendar rests on.</summary>
    public static readonly Basis Calendar = "班次与值守登记";

    private const int Noon = 12 * 60;
    private const int NightFrom = 18 * 60;
    private const int NightUntil = MinuteSpan.Day + (8 * 60);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);
    private static readonly Basis Rule = "漳龙政〔2024〕40号：统一调度";

    /// <summary>The time that days and part of day mean.</summary>
    /// <param name="kind">Why; a night on duty runs from six in the evening of each day to eight of the next.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="part">Part of the day.</param>
    /// <param name="hours">The hours, where the part is by hours.</param>
    public static Result<TimeSlot> Slot(DutyKind kind, DateOnly from, DateOnly to, DutyPart part, MinuteSpan? hours)
    {
        if (to < from) return Refusal.Invalid("to", "最后一日不能早于第一日。");
        if (part != DutyPart.WholeDay && to != from) return Refusal.Invalid("to", "半天或者按小时的，起止须在同一天。");
        if (part == DutyPart.Hours && hours is null) return Refusal.Invalid("hours", "请填写起止时间，例如 14:00-16:00。");
        if (kind == DutyKind.NightDuty) return new TimeSlot(TimeSlot.Of(from, NightFrom, NightUntil).From, TimeSlot.Of(to, NightFrom, NightUntil).Until);
        return part switch
        {
            DutyPart.Morning => TimeSlot.Of(from, 0, Noon),
            DutyPart.Afternoon => TimeSlot.Of(from, Noon, MinuteSpan.Day),
            DutyPart.Hours => TimeSlot.Of(from, hours!.Value.From, hours.Value.Until),
            _ => new TimeSlot(TimeSlot.Of(from, 0, 1).From, TimeSlot.Of(to, 0, MinuteSpan.Day).Until),
        };
    }

    /// <summary>Checks a new entry: not longer than a year, and no two at a time.</summary>
    /// <param name="proposed">The entry.</param>
    /// <param name="others">Entries of the same officer.</param>
    public static Refusal? Check(DutyEntry proposed, IEnumerable<DutyEntry> others)
    {
        if (proposed.Slot.Until <= proposed.Slot.From) return Refusal.Invalid("to", "结束时间必须晚于开始时间。");
        if (proposed.Slot.Until - proposed.Slot.From > Longest) return Refusal.Invalid("to", "一次登记不超过一年。");
        return others.Where(other => other.Id != proposed.Id && other.Slot.Overlaps(proposed.Slot)).OrderBy(other => other.Slot.From).FirstOrDefault() is { } taken
            ? new Refusal("duty-overlaps", $"与已登记的{Name(taken.Kind)}（{taken.Slot}）重叠，请先撤销或者调整原登记。", Rule, "from")
            : null;
    }

    /// <summary>
    /// The minutes of a day on which an officer cannot be sent out, each with its reason; the rest after a night on duty fills the working day.
    /// </summary>
    /// <param name="entries">Entries of the officer.</param>
    /// <param name="day">The day.</param>
    /// <param name="restAfterNight">Whether the day after a night is for rest.</param>
    public static IReadOnlyList<Absence> On(IEnumerable<DutyEntry> entries, DateOnly day, bool restAfterNight)
    {
        var found = new List<Absence>();
        foreach (var entry in entries.OrderBy(entry => entry.Slot.From))
        {
            if (entry.Slot.On(day) is { } minutes) found.Add(new(minutes, entry.Kind, Name(entry.Kind)));
            // A night that ended this morning, or yesterday's that runs into today: the rest of the day is free.
            if (restAfterNight && entry.Kind == DutyKind.NightDuty && new TimeSlot(entry.Slot.Until, entry.Slot.Until.AddHours(16)).On(day) is { } rest)
                found.Add(new(rest, DutyKind.NightDuty, "夜间值守后休息"));
        }
        return found;
    }

    /// <summary>What officers call a kind.</summary>
    public static string Name(DutyKind kind) => kind switch
    {
        DutyKind.Leave => "休假",
        DutyKind.SickLeave => "病假",
        DutyKind.Training => "培训",
        DutyKind.Hearing => "听证",
        DutyKind.NightDuty => "夜间值守",
        DutyKind.OtherWork => "执法以外的工作",
        _ => "其他事由",
    };
}

/// <summary>Time of a day in which an officer is away (不在班时段).</summary>
/// <param name="Minutes">When.</param>
/// <param name="Kind">Why.</param>
/// <param name="Text">In words.</param>
public sealed record Absence(MinuteSpan Minutes, DutyKind Kind, string Text);
