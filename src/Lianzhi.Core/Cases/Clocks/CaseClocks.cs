using Lianzhi.Core.Calendar;
using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Cases.Clocks;

/// <summary>Finds all clocks of a case on a day (案件时限).</summary>
public static class CaseClocks
{
    /// <summary>All clocks that have started, in the order of <see cref="ClockKind"/>; overdue and met ones stay listed.</summary>
    /// <param name="procedure">The procedure of the case.</param>
    /// <param name="performance">What the decision asks for.</param>
    /// <param name="events">Events in any order; those after <paramref name="asOf"/> are ignored.</param>
    /// <param name="asOf">The day of reckoning.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="settings">Practice values; taken as of the day a clock starts.</param>
    /// <param name="suit">The period to sue a law of the field gives the whole decision; null for six months.</param>
    /// <returns>The clocks, or a refusal naming <c>events[i].on</c> when one ends after 2199-12-31.</returns>
    public static Result<IReadOnlyList<Clock>> Compute(
        CaseProcedure procedure, Performance performance, IReadOnlyList<CaseEvent> events, DateOnly asOf, WorkCalendar calendar, SettingsBook settings, SuitPeriod? suit = null)
    {
        var timeline = new CaseTimeline(events, asOf);
        var build = new ClockBuilder(timeline, calendar, settings);
        build.Add(ClockKind.Preservation);
        SealingClock.Add(build);
        if (!timeline.Has(CaseEventType.CaseEnded)) build.Add(ClockKind.Decision, timeline.Pauses(CaseEventType.DecisionPaused, CaseEventType.DecisionResumed));
        build.Add(ClockKind.HearingRequest);
        build.Add(ClockKind.Service);
        if (performance == Performance.Fine) RemedyClocks.AddPayment(build);
        build.Add(ClockKind.CashHandIn);
        build.Add(ClockKind.CashToBank);
        RemedyClocks.Add(build, procedure, performance, suit);
        build.Add(ClockKind.DemandWait);
        build.Add(ClockKind.CrimeTransferDecision);
        if (!timeline.Has(CaseEventType.NotToPublish)) build.Add(ClockKind.Publication);
        build.Add(ClockKind.Withdrawal);
        return build.Answer();
    }

    /// <summary>The clock of one sealing, with the days of its tests as they were told the party, also of one that begins only later.</summary>
    internal static Result<IReadOnlyList<Clock>> Sealing(
        IReadOnlyList<CaseEvent> events, IReadOnlyList<DateSpan> tests, DateOnly asOf, WorkCalendar calendar, SettingsBook settings)
    {
        var build = new ClockBuilder(new(events, asOf), calendar, settings);
        SealingClock.Add(build, tests);
        return build.Answer();
    }
}

/// <summary>Collects the clocks of one case.</summary>
internal sealed class ClockBuilder(CaseTimeline timeline, WorkCalendar calendar, SettingsBook settings)
{
    public CaseTimeline Timeline { get; } = timeline;

    public WorkCalendar Calendar { get; } = calendar;

    public List<Clock> Clocks { get; } = [];

    public List<Refusal> Refusals { get; } = [];

    /// <summary>The clocks, or why there are none.</summary>
    public Result<IReadOnlyList<Clock>> Answer() => Refusals.Count > 0 ? Result<IReadOnlyList<Clock>>.Refused(Refusals) : Clocks;

    /// <summary>Adds a clock that follows the general rule: started by the earliest event of its type.</summary>
    public void Add(ClockKind kind, IReadOnlyList<DateSpan>? pauses = null)
    {
        if (kind.StartedBy is { } type && Timeline.First(type) is { } start) Add(kind, start, Reckon(kind, start, pauses ?? [], type), StartReason(type, start));
    }

    /// <summary>Adds a clock whose end was reckoned apart; nothing when that was refused.</summary>
    public Clock? Add(ClockKind kind, DateOnly start, PeriodEnd? end, params ReadOnlySpan<Reason> before)
    {
        if (end is null) return null;
        var met = Timeline.FirstFrom(start, [.. kind.MetBy]);
        return Add(kind, start, end, met, before);
    }

    /// <summary>Adds a clock with the day it was met.</summary>
    public Clock Add(ClockKind kind, DateOnly start, PeriodEnd end, DateOnly? met, ReadOnlySpan<Reason> before)
    {
        var due = end.Due;
        if (kind.MetBy.Count == 0 && Timeline.AsOf > due) met = due;
        var state = met is { } on
            ? on <= due ? ClockState.Met : ClockState.MetLate
            : Timeline.AsOf <= due ? ClockState.Running : ClockState.Overdue;
        var first = before.ToArray();
        var reasons = new ReasonsOnDemand(() => [.. first, .. end.Reasons, Outcome(kind, due, met)]);
        var clock = new Clock(kind, start, due, state, met, met is null ? due.DayNumber - Timeline.AsOf.DayNumber : null, reasons) { Counted = end.Counted };
        Clocks.Add(clock);
        return clock;
    }

    /// <summary>Reckons the end of a clock; a refusal is kept under the event it starts from.</summary>
    public PeriodEnd? Reckon(ClockKind kind, DateOnly start, IReadOnlyList<DateSpan> pauses, CaseEventType from, PeriodLength? length = null)
    {
        length ??= kind.Length;
        if (kind.LengthSetting is { } setting) length = length with { Count = Math.Max(1, settings.AsOf(start).Number(setting)) };
        return Keep(Period.Reckon(start, length, pauses, Calendar), $"events[{Timeline.IndexOf(from)}].on");
    }

    /// <summary>The end, or null after keeping why there is none.</summary>
    public PeriodEnd? Keep(Result<PeriodEnd> end, string field)
    {
        if (end.IsOk) return end.Value;
        if (Refusals.All(refusal => refusal.Field != field)) Refusals.Add(end.Refusals[0] with { Field = field });
        return null;
    }

    public static Reason StartReason(CaseEventType type, DateOnly on) => new($"{on.ToChinese()}{type.Title()}。");

    private Reason Outcome(ClockKind kind, DateOnly due, DateOnly? met)
    {
        if (kind.MetBy.Count == 0) return new(met is null ? "等待期尚未届满。" : "等待期已届满。", kind.Basis);
        if (met is { } on) return new($"{on.ToChinese()}已办理，{(on <= due ? "在期限内" : "晚于届满日")}。", kind.Basis);
        if (Timeline.AsOf <= due) return new(Timeline.AsOf == due ? "今日届满。" : $"距届满还有{due.DayNumber - Timeline.AsOf.DayNumber}日。", kind.Basis);
        return new(kind.Owner == ClockOwner.Organ ? $"已逾期{Timeline.AsOf.DayNumber - due.DayNumber}日。" : kind == ClockKind.Payment ? "届满，未缴清。" : "届满，未提出。", kind.Basis);
    }
}
