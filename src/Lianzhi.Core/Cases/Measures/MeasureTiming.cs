using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Core.Settings;
using ClockEvent = Lianzhi.Core.Cases.Clocks.CaseEvent;

namespace Lianzhi.Core.Cases.Measures;

/// <summary>A period in hours (小时期限): exact from its instant, through nights and holidays.</summary>
/// <param name="Label">Name for people.</param>
/// <param name="Start">The instant it starts.</param>
/// <param name="DueAt">The instant it ends.</param>
/// <param name="MetAt">When it was met; null while it was not.</param>
/// <param name="Basis">Its article.</param>
public sealed record HourClock(string Label, DateTimeOffset Start, DateTimeOffset DueAt, DateTimeOffset? MetAt, string Basis)
{
    /// <summary>How it stands at an instant, in officers' words.</summary>
    public string StateText(DateTimeOffset now) => MetAt is { } met ? (met <= DueAt ? "按期办理" : "逾期办理")
        : now > DueAt ? $"逾期{Math.Ceiling((now - DueAt).TotalHours):0}小时"
        : $"还剩{Math.Max(1, Math.Floor((DueAt - now).TotalHours)):0}小时";
}

/// <summary>The clocks that measures start (措施时限): each sealing and each preservation has its own.</summary>
public static class MeasureTiming
{
    /// <summary>Clocks of all measures on a day.</summary>
    /// <returns>The clocks, or a refusal when one ends beyond the known dates.</returns>
    public static Result<IReadOnlyList<Clock>> Clocks(CaseMeasures measures, DateOnly asOf, WorkCalendar calendar, SettingsBook settings)
    {
        var clocks = new List<Clock>();
        foreach (var found in Found())
        {
            if (!found.IsOk) return found;
            clocks.AddRange(found.Value);
        }
        return clocks;

        IEnumerable<Result<IReadOnlyList<Clock>>> Found()
        {
            foreach (var preserved in measures.Preservations)
                yield return Compute([new(CaseEventType.EvidencePreserved, preserved.Made.On), .. Maybe(CaseEventType.PreservationDecided, preserved.Decided?.On)]);
            foreach (var (index, sealing) in measures.Sealings.Index())
                yield return CaseClocks.Sealing(SealingEvents(sealing), SealingTerm.Excluded(measures.Tests, index), asOf, calendar, settings);
            if (measures.Crime is { } crime)
                yield return Compute([new(CaseEventType.CrimeReported, crime.Reported.On), .. Maybe(CaseEventType.CrimeTransferDecided, crime.Decided?.On)]);
        }

        Result<IReadOnlyList<Clock>> Compute(IReadOnlyList<ClockEvent> events) => CaseClocks.Compute(CaseProcedure.Ordinary, Performance.Fine, events, asOf, calendar, settings);
    }

    /// <summary>Periods in hours: the report of a sealing on the spot (行政强制法 第19条), the handover to the police (移送规定 第5条).</summary>
    public static IReadOnlyList<HourClock> Hours(CaseMeasures measures)
    {
        var clocks = new List<HourClock>();
        for (var i = 0; i < measures.Sealings.Count; i++)
        {
            if (measures.Sealings[i].Made is { ReportDueAt: { } due } made)
                clocks.Add(new("当场查封、扣押的报告和补办批准", made.At, due, Reported(measures, i)?.At, "行政强制法 第19条"));
        }
        if (measures.Crime?.Decided is { HandOverDueAt: { } handOver } decided)
            clocks.Add(new("向公安机关移送", decided.At, handOver, measures.Crime.HandedOver?.At, "行政执法机关移送涉嫌犯罪案件的规定 第5条"));
        return clocks;
    }

    /// <summary>True for a clock that runs by hours; pages show it by its instant.</summary>
    public static bool IsByHours(Clock clock) => clock.Kind == OwnClocks.SealingReport || clock.Kind == OwnClocks.CrimeHandOver;

    /// <summary>Days that bind the organ, for lists.</summary>
    internal static IEnumerable<(DateOnly On, string Clock)> Due(CaseMeasures measures)
    {
        foreach (var preserved in measures.Preservations.Where(one => one.Decided is null)) yield return (preserved.Made.DueOn, "处理先行登记保存证据");
        foreach (var (sealing, index) in MeasureGates.Open(measures))
        {
            yield return (SealingTerm.DueOn(sealing, measures.Tests, index), "查封、扣押期限");
            if (sealing.Made.ReportDueAt is { } report && Reported(measures, index) is null) yield return (CaseDays.Of(report), "报告当场查封、扣押");
        }
        if (measures.Crime is { Decided: null } crime) yield return (crime.Reported.DecisionDueOn, "决定是否移送公安机关");
        if (measures.Crime is { Decided.HandOverDueAt: { } due, HandedOver: null }) yield return (CaseDays.Of(due), "移送公安机关");
    }

    /// <summary>What the clock of a sealing starts and stops with; which days do not count says <see cref="SealingTerm"/>.</summary>
    private static IReadOnlyList<ClockEvent> SealingEvents(SealedGoods sealing) =>
        [new(CaseEventType.Sealed, sealing.Made.On), .. Maybe(CaseEventType.SealExtended, sealing.Extended?.On), .. Maybe(CaseEventType.SealLifted, sealing.Lifted?.On)];

    private static IEnumerable<ClockEvent> Maybe(CaseEventType type, DateOnly? on) => on is { } day ? [new(type, day)] : [];

    private static MeasureRequested? Reported(CaseMeasures measures, int sealing) =>
        measures.Requests.FirstOrDefault(request => request.Asked.Sealing == sealing && request.Asked.Kind is MeasureKind.Sealing or MeasureKind.Seizure)?.Asked;
}
