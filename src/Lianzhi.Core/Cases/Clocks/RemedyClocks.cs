using Lianzhi.Core.Calendar;

namespace Lianzhi.Core.Cases.Clocks;

/// <summary>The clocks after service (送达后的时限): payment, review, suit, and the application to the court that waits for them.</summary>
internal static class RemedyClocks
{
    private static readonly Basis ReviewFirst = "行政复议法 第23条第1款第1项";

    /// <summary>缴纳罚款: 15 days, or the latest day granted.</summary>
    public static void AddPayment(ClockBuilder build)
    {
        var kind = ClockKind.Payment;
        if (build.Timeline.First(CaseEventType.DecisionServed) is not { } served) return;
        if (build.Timeline.Deferred() is { } deferred)
        {
            var end = build.Keep(Period.RollOver(deferred.Until, build.Calendar), $"events[{deferred.Index}].until");
            build.Add(kind, served, end, ClockBuilder.StartReason(CaseEventType.DecisionServed, served), new($"经批准延期（分期）缴纳至{deferred.Until.ToChinese()}。", "行政处罚法 第66条第2款"));
        }
        else
        {
            build.Add(kind);
        }
    }

    /// <summary>复议、诉讼 and 申请法院强制执行.</summary>
    public static void Add(ClockBuilder build, CaseProcedure procedure, Performance performance, SuitPeriod? special)
    {
        if (build.Timeline.First(CaseEventType.DecisionServed) is not { } served) return;
        var applied = Application(build.Timeline, served);
        var reviewEnd = build.Reckon(ClockKind.Reconsideration, served, [], CaseEventType.DecisionServed);
        if (reviewEnd is null) return;
        var told = ClockBuilder.StartReason(CaseEventType.DecisionServed, served);
        var last = build.Add(ClockKind.Reconsideration, served, reviewEnd, applied, [told]);
        var timely = last.State == ClockState.Met;

        if (timely)
        {
            last = AddSuitAfterReview(build, applied!.Value);
            if (last is null) return;
        }
        else if (procedure == CaseProcedure.Ordinary)
        {
            var length = special is null ? null : new PeriodLength(special.Days, PeriodUnit.Day);
            Reason[] because = special is null ? [told] : [told, new($"法律对起诉期限另有规定，为{special.Days}日。", special.Basis)];
            var suit = build.Add(ClockKind.Suit, served, build.Reckon(ClockKind.Suit, served, [], CaseEventType.DecisionServed, length), because);
            if (suit is null) return;
            // A shorter period to sue ends before the sixty days of review; who waits for the remedies waits for the last.
            if (suit.Due >= last.Due || suit.State == ClockState.Met) last = suit;
        }
        if (performance != Performance.None) AddCourtApplication(build, last, procedure);
    }

    /// <summary>The earliest application for review on or after service that was not withdrawn before it was decided.</summary>
    private static DateOnly? Application(CaseTimeline timeline, DateOnly served)
    {
        var from = served;
        while (timeline.FirstFrom(from, CaseEventType.ReviewApplied) is { } applied)
        {
            var withdrawn = timeline.FirstFrom(applied, CaseEventType.ReviewWithdrawn);
            if (withdrawn is null || Answer(timeline, applied) < withdrawn) return applied;
            from = withdrawn.Value.AddDays(1);
        }
        return null;
    }

    private static DateOnly? Answer(CaseTimeline timeline, DateOnly applied) =>
        timeline.FirstFrom(applied, CaseEventType.ReviewDecisionServed, CaseEventType.ReviewRefused, CaseEventType.ReviewTermExpired);

    private static Clock? AddSuitAfterReview(ClockBuilder build, DateOnly applied)
    {
        if (Answer(build.Timeline, applied) is not { } answered) return null;
        var type = new[] { CaseEventType.ReviewDecisionServed, CaseEventType.ReviewRefused, CaseEventType.ReviewTermExpired }
            .First(type => build.Timeline.FirstFrom(applied, type) == answered);
        var end = build.Reckon(ClockKind.SuitAfterReview, answered, [], type);
        return build.Add(ClockKind.SuitAfterReview, answered, end, ClockBuilder.StartReason(type, answered));
    }

    private static void AddCourtApplication(ClockBuilder build, Clock last, CaseProcedure procedure)
    {
        var kind = ClockKind.CourtApplication;
        if (last.Kind != ClockKind.Reconsideration && last.State == ClockState.Met) return;
        var start = last.Due;
        var reasons = new List<Reason> { new($"{last.Kind.Label}于{last.Due.ToChinese()}届满。", last.Kind.Basis) };
        if (build.Timeline.Deferred() is { } deferred)
        {
            var end = build.Keep(Period.RollOver(deferred.Until, build.Calendar), $"events[{deferred.Index}].until");
            if (end is null) return;
            if (end.Due > start)
            {
                start = end.Due;
                reasons.Add(new($"经批准延期（分期）缴纳，自{end.Due.ToChinese()}期限结束之日起计算。", "行政处罚法 第72条第2款"));
            }
        }
        if (build.Timeline.AsOf <= start) return;
        var paid = build.Timeline.First(CaseEventType.Paid);
        var court = build.Timeline.First(CaseEventType.CourtApplied);
        if (paid is not null && !(court <= paid)) return;
        if (procedure == CaseProcedure.Simple) reasons.Add(new("当场处罚应当先申请行政复议，复议是最后届满的救济期限。", ReviewFirst));
        var length = build.Keep(Period.Reckon(start, kind.Length, [], build.Calendar), $"events[{build.Timeline.IndexOf(CaseEventType.DecisionServed)}].on");
        build.Add(kind, start, length, [.. reasons]);
    }
}
