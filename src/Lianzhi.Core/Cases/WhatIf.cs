using Lianzhi.Core.Cases.Clocks;

namespace Lianzhi.Core.Cases;

/// <summary>What the days would be if the paper that waits were served on a day (假如送达).</summary>
/// <param name="Paper">The paper.</param>
/// <param name="On">The day asked about.</param>
/// <param name="Clocks">Clocks that would start, or end on another day than now.</param>
public sealed record WhatIfAnswer(string Paper, DateOnly On, IReadOnlyList<Clock> Clocks);

/// <summary>Answers "what if I serve on …" without writing anything: the event is made up, folded, and forgotten.</summary>
public static class WhatIf
{
    /// <summary>The paper that waits for service, in words; null when none does.</summary>
    public static string? Paper(CaseState state) => state.Stage switch
    {
        CaseStage.Concluded when state.Conclusion!.Proposal.Count > 0 => "行政处罚事先告知书",
        CaseStage.Decided => state.Decision!.Kind == DecisionKind.Penalty ? "行政处罚决定书" : "不予行政处罚决定书",
        CaseStage.Served when state.OwedFen > state.PaidFen && state.Execution.Demand is null && state.Execution.Overturned is null => "催告书",
        _ => null,
    };

    /// <summary>Reckons it.</summary>
    /// <param name="state">The case as it stands.</param>
    /// <param name="on">The day.</param>
    /// <param name="facts">Calendar, settings, rules.</param>
    /// <returns>The clocks that differ, or why there is nothing to reckon.</returns>
    public static Result<WhatIfAnswer> Serve(CaseState state, DateOnly on, CaseFacts facts)
    {
        if (Paper(state) is not { } paper) return new Refusal("nothing-to-serve", "没有待送达的文书，不能推算。", "行政处罚法 第61条");
        if (state.LastAt is { } last && on < CaseDays.Of(last)) return Refusal.Invalid("on", $"不能早于前一环节（{Documents.ChineseText.Date(CaseDays.Of(last))}）。");
        if (on.Year > 2190) return Refusal.Invalid("on", "日期太远。");
        var after = CaseState.Apply(state, Served(state, on, facts));
        // Several clocks of a kind may run: two sealings, or the remedies against two decisions.
        var now = facts.Clocks(state, on).Select(clock => (clock.Kind.Id, clock.Kind.Label, clock.Due)).ToHashSet();
        return new WhatIfAnswer(paper, on, [.. facts.Clocks(after, on).Where(clock => clock.MetOn is null && !now.Contains((clock.Kind.Id, clock.Kind.Label, clock.Due)))]);
    }

    private static CaseEvent Served(CaseState state, DateOnly on, CaseFacts facts)
    {
        var at = new DateTimeOffset(on, new TimeOnly(12, 0), CaseDays.Offset);
        var service = new CaseService(ServiceMethod.Direct, on, "", "", "", null, null, []);
        if (state.Stage == CaseStage.Decided) return new DecisionServed(at, service, on, true, state.OwedFen > 0 ? facts.DaysAfter(on, 15) : null);
        if (state.Stage == CaseStage.Served)
            return new DemandServed(at, "", state.OwedFen - state.PaidFen, CaseSurcharge.OpenFen(state, on), null, "", facts.WorkingDaysAfter(on, 10), service);
        var (conclusion, days) = (state.Conclusion!, facts.Settings(state.Subject!.Code, on).DefenceDays);
        var hearing = conclusion.Assessment.HearingRight;
        return new PriorNoticeServed(at, "", "", "", conclusion.Breach, conclusion.PenaltyBasis, conclusion.Proposal, null, days, facts.WorkingDaysAfter(on, days),
            hearing, hearing ? facts.WorkingDaysAfter(on, 5) : null, conclusion.Assessment, service);
    }
}
