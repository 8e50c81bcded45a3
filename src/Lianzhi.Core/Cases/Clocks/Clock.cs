namespace Lianzhi.Core.Cases.Clocks;

/// <summary>Where a clock stands (时限状态).</summary>
public enum ClockState
{
    /// <summary>Runs; also on the due date.</summary>
    Running,

    /// <summary>Met on or before the due date.</summary>
    Met,

    /// <summary>Met after the due date.</summary>
    MetLate,

    /// <summary>Past the due date and not met.</summary>
    Overdue,
}

/// <summary>One clock of a case on a day (时限).</summary>
/// <param name="Kind">What it is, with owner and articles.</param>
/// <param name="Start">The day it starts from; not counted.</param>
/// <param name="Due">Its last day.</param>
/// <param name="State">Where it stands.</param>
/// <param name="MetOn">The day it was met; null while it was not.</param>
/// <param name="DaysLeft">Calendar days to the due date, 0 on it, negative after it; null when met.</param>
/// <param name="Reasons">How it was counted.</param>
public sealed record Clock(ClockKind Kind, DateOnly Start, DateOnly Due, ClockState State, DateOnly? MetOn, int? DaysLeft, IReadOnlyList<Reason> Reasons)
{
    /// <summary>The counted days where the period is counted by days; empty for months and for fixed last days.</summary>
    public IReadOnlyList<DateOnly> Counted { get; init; } = [];

    /// <summary>
    /// The day from which a warning is due (预警日): four fifths of the period are over. By counted days where there are
    /// any, otherwise by calendar days.
    /// </summary>
    public DateOnly WarnOn => Counted.Count > 0
        ? Counted[Math.Max(0, ((Counted.Count * 4) + 4) / 5 - 1)]
        : Start.AddDays((((Due.DayNumber - Start.DayNumber) * 4) + 4) / 5);

    /// <summary>True while it runs and four fifths of it are over.</summary>
    public bool IsNear(DateOnly today) => State == ClockState.Running && today >= WarnOn;

    /// <summary>The state in officers' words; a party's period that passed is never called late.</summary>
    public string StateText => State switch
    {
        ClockState.Running when DaysLeft == 0 => "今日届满",
        ClockState.Running => $"还剩{DaysLeft}日",
        ClockState.Met when Kind == ClockKind.DemandWait => "已届满",
        ClockState.Met => "按期办理",
        ClockState.MetLate => Kind.Owner == ClockOwner.Organ ? "逾期办理" : "届满后提出",
        _ when Kind.Owner == ClockOwner.Organ => $"逾期{-DaysLeft}日",
        _ when Kind == ClockKind.Payment || Kind == OwnClocks.Instalment => "届满，未缴清",
        _ when Kind == OwnClocks.Correction => "届满，未改正",
        _ when Kind.Id == OwnClocks.LetterReply.Id => "届满，未回复",
        _ => "届满，未提出",
    };
}
