using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Cases;

/// <content>When force may follow: through the court, or by selling what the organ sealed (申请人民法院强制执行、拍卖抵缴).</content>
public static partial class ExecutionGates
{
    /// <summary>
    /// The court may be asked: in the three months after the last remedy ended, or, after a suit the organ won, in the two
    /// years of 行政诉讼法司法解释 第153条.
    /// </summary>
    public static IEnumerable<Refusal?> CourtAllowed(CaseState state, StepContext context)
    {
        var execution = state.Execution;
        yield return execution.Court is not null && execution.CourtAnswers.All(answer => answer.Result is not (CourtResult.NotAccepted or CourtResult.Refused))
            ? new("court-already-asked", "已经申请人民法院强制执行。", "行政强制法 第53条") : null;
        if (execution.Overturned is { Result: RemedyResult.Changed, ByReview: true } changed)
        {
            yield return new("changed-on-review", $"决定已由复议机关变更（{changed.Number}），由复议机关依法强制执行或者申请人民法院强制执行。", "行政复议法 第78条第2项");
            yield break;
        }
        if (execution.IsAnnulled) yield return Standing(state);
        yield return NotSuspended(state);
        yield return AgreementGates.NoneKept(state);
        yield return RemedyGates.NoneOpen(state, ContestedKind.Penalty, ContestedKind.Surcharge);
        yield return state.OwedFen > state.PaidFen || CaseSurcharge.OpenFen(state, context.Today) > 0 || execution.Demand is { Duty: not null } ? null
            : new("nothing-owed", "没有逾期未履行的义务。", "行政强制法 第53条");
        // A suit that was withdrawn leaves no judgment to execute: the decision itself is, as if nobody had sued.
        if (execution.Suits.LastOrDefault(suit => suit.OfPenalty) is { Judgment: { Result: RemedyResult.Upheld or RemedyResult.Changed or RemedyResult.Unlawful } judgment })
        {
            yield return context.Today > judgment.On.AddYears(2) ? new("judgment-term-over", "申请执行生效裁判的两年期限已经届满。", "行政诉讼法司法解释 第153条") : null;
            yield break;
        }
        yield return Demanded(state);
        yield return DemandNotAdopted(state);
        yield return DemandWaited(state, context.Today);
        yield return Window(state, context);
    }

    private static Refusal? Window(CaseState state, StepContext context)
    {
        // The clock of the page ends with the fine; the surcharge or another duty may still be open. A suit that was withdrawn does not count.
        var settled = state.Execution.Suits.LastOrDefault(suit => suit is { OfPenalty: true, Judgment.Result: RemedyResult.Settled })?.Judgment?.On;
        var open = state with { Payments = [], Execution = state.Execution with { Cash = null, Suits = [.. state.Execution.Suits.Where(suit => suit.Judgment is not { Result: RemedyResult.Settled })] } };
        var clocks = context.Facts.Clocks(open, context.Today);
        if (clocks.FirstOrDefault(clock => clock.Kind == ClockKind.CourtApplication) is { } window)
        {
            var due = settled?.AddMonths(3) is { } later && later > window.Due ? later : window.Due;
            return context.Today > due ? new("court-term-over", $"申请强制执行的三个月期限已于 {ChineseText.Date(due)} 届满。", "行政强制法 第53条") : null;
        }
        return RemediesRun(clocks, state);
    }

    /// <summary>The party may still ask for review or sue.</summary>
    private static Refusal? RemediesRun(IReadOnlyList<Clock> clocks, CaseState state) =>
        clocks.LastOrDefault(clock => clock.Kind == ClockKind.Reconsideration || clock.Kind == ClockKind.Suit || clock.Kind == ClockKind.SuitAfterReview) is { } remedy
            ? new("remedy-period-running", $"{remedy.Kind.Label}至 {ChineseText.Date(state.PaymentDueOn is { } paid && paid > remedy.Due ? paid : remedy.Due)} 届满，当事人仍可以申请复议或者起诉，届满前不能申请强制执行。", "行政强制法 第53条")
            : null;

    /// <summary>Something beside a warning or money was decided, and may stay undone (罚款以外的义务).</summary>
    public static bool HasOtherDuty(CaseState state) => state.Execution.Demand is { Duty: not null }
        || state.InForce.Any(penalty => penalty.Kind is PenaltyKind.SuspendBusiness or PenaltyKind.CloseBusiness or PenaltyKind.RestrictBusiness or PenaltyKind.OtherHeavy)
        || Measures.MeasureGates.GoodsDisposed(state) is not null || (state is { Measures.Demolished: null } && Measures.MeasureGates.Demolishes(state));

    /// <summary>Goods that were sealed, and still are, could be sold (行政强制法 第46条第3款).</summary>
    private static Refusal? SomethingSealed(CaseState state) => state.Measures.Sealings.Any(sealing => sealing is { Approved: true, Lifted: null } && state.Stands(sealing.Made.Number)) ? null
        : new("nothing-sealed", "本案没有依法采取、尚未解除的查封、扣押，不能拍卖财物抵缴罚款，应当申请人民法院强制执行。", "行政强制法 第46条第3款");

    /// <summary>A party that went to review or to court is left to the court (行政强制法 第46条第3款).</summary>
    private static Refusal? RemedyUsed(CaseState state) =>
        state.Execution.Reviews.Any(review => review is { OfPenalty: true, Ended: null }) || state.Execution.Suits.Any(suit => suit.OfPenalty && suit.Judgment is not { Result: RemedyResult.Settled })
            ? new("remedy-used", "当事人已经申请行政复议或者提起行政诉讼，不能拍卖查封、扣押的财物抵缴罚款，应当申请人民法院强制执行。", "行政强制法 第46条第3款") : null;

    /// <summary>What the party said on the demand was right (行政强制法 第36条).</summary>
    private static Refusal? DemandNotAdopted(CaseState state) => state.Execution.DemandHeard is { Adopted: true } heard && heard.At >= state.Execution.Demand?.At
        ? new("demand-objection-adopted", "当事人对催告的陈述申辩已经采纳，不能按原催告强制执行；仍有应当履行的义务的，请重新催告。", "行政强制法 第36条") : null;

    /// <summary>
    /// The party was demanded to demolish itself, had its time, and what it said was heard and not adopted (行政强制法 第35至37条): the announcement of 第44条 takes
    /// the place of none of it.
    /// </summary>
    public static IEnumerable<Refusal?> DemolitionDemanded(CaseState state, DateOnly today) => state.Execution.Demand is { Duty: not null }
        ? [DemandNotAdopted(state), DemandWaited(state, today)]
        : [new("demolition-not-demanded", "还没有送达写明拆除义务的催告书。作出强制拆除决定前应当事先催告，听取当事人的陈述申辩；公告不代替催告。", "行政强制法 第35至37条")];

    /// <summary>A court was asked.</summary>
    public static Refusal? CourtAsked(CaseState state) => state.Execution.Court is not null ? null
        : new("court-not-asked", "没有申请人民法院强制执行。", "行政强制法 第53条");

    /// <summary>
    /// The only force for a fine that every organ has: goods it sealed may be sold when the surcharge has run for more than
    /// thirty days and a demand went unheard (行政强制法 第46条).
    /// </summary>
    public static IEnumerable<Refusal?> OwnForceAllowed(CaseState state, StepContext context)
    {
        yield return Standing(state);
        yield return NotSuspended(state);
        yield return AgreementGates.NoneKept(state);
        yield return Demanded(state);
        yield return DemandNotAdopted(state);
        yield return DemandWaited(state, context.Today);
        yield return SomethingSealed(state);
        yield return RemedyGates.NoneOpen(state, ContestedKind.Penalty, ContestedKind.Surcharge) ?? RemedyUsed(state);
        yield return state.Execution.Plan is not null && state.MissedInstalment(context.Today) is null
            ? new("paid-in-parts", "已经批准延期（分期）缴纳，期限届满以前不能强制执行。", "行政处罚法 第66条第2款") : null;
        // No clock of the court while the party may still ask for review or sue.
        var clocks = context.Facts.Clocks(state, context.Today);
        yield return clocks.Any(clock => clock.Kind == ClockKind.CourtApplication) ? null : RemediesRun(clocks, state);
        yield return state.SurchargeInForce is { } surcharge && context.Today > surcharge.On.AddDays(30) ? null
            : new("surcharge-thirty-days", "加处罚款超过三十日，经催告仍不履行的，才能将查封、扣押的财物依法拍卖抵缴；其他情形应当申请人民法院强制执行。", "行政强制法 第46条");
    }
}
