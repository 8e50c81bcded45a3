using Lianzhi.Core.Cases.Measures;

namespace Lianzhi.Core.Cases;

public static partial class CaseSteps
{
    private static Result<CaseEvent> Notify(CaseState state, ServePriorNotice c, StepContext context)
    {
        var conclusion = state.Conclusion!;
        var on = CaseDays.Of(c.At);
        var settings = context.Facts.Settings(state.Subject!.Code, on);
        var assessment = Assess(state, c.Penalties, context);
        var hearing = assessment.HearingRight || c.TellHearingRight;
        var service = Delivery(c.Service, state.Subject, c.Officers, on, context.Facts);
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                Given(c.Facts, "facts", "告知的事实"),
                Given(c.Reasons, "reasons", "告知的理由"),
                .. PenaltyRange.Check(state.Item!, state.Party!, c.Penalties, c.RangeBasis),
                Gates.NotBarred(assessment),
                .. service.Refusals,
            ],
            () => new PriorNoticeServed(c.At, context.Number, c.Facts, c.Reasons, conclusion.Breach, conclusion.PenaltyBasis, c.Penalties, c.RangeBasis,
                settings.DefenceDays, context.Facts.WorkingDaysAfter(on, settings.DefenceDays), hearing,
                hearing ? context.Facts.WorkingDaysAfter(on, 5) : null, assessment, service.Value!));
    }

    private static Result<CaseEvent> Defend(CaseState state, RecordDefence c, StepContext context) => Answer(
        [
            Gates.Time(state, c.At, context.Now),
            Given(c.Content, "content", "陈述申辩的内容"),
            c.Attachments < 0 ? Refusal.Invalid("attachments", "附件数不能小于零。") : null,
        ],
        () => new DefenceReceived(c.At, c.Written, c.Content, c.Attachments));

    private static Result<CaseEvent> Waive(CaseState state, RecordWaiver c, StepContext context) => Answer(
        [
            Gates.Time(state, c.At, context.Now),
            c.Written ? null : new("waiver-not-written", "放弃陈述申辩须由当事人书面明确表示，口头放弃的请记入笔录由其签名后登记。", "行政处罚法 第62条", "written"),
            Given(c.Note, "note", "书面放弃材料的位置"),
        ],
        () => new DefenceWaived(c.At, c.HearingToo, c.Note));

    private static Result<CaseEvent> Review(CaseState state, ReviewDefence c, StepContext context)
    {
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, CaseDays.Of(c.At));
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                state.Defences.Count == 0 ? new("no-defence", "当事人没有提出陈述申辩，无需复核。", "行政处罚法 第45条") : null,
                Given(c.Review, "review", "复核情况"),
                Given(c.Reason, "reason", "采纳或者不采纳的理由"),
                .. officers.Refusals,
            ],
            () => new DefenceReviewed(c.At, c.Review, c.Adopted, c.Reason, officers.Value!));
    }

    private static Result<CaseEvent> AskHearing(CaseState state, RequestHearing c, StepContext context) => Answer(
        [
            Gates.Time(state, c.At, context.Now),
            Given(c.RequestedBy, "requestedBy", "申请人"),
            state.Notice!.HearingDueOn is not { } due ? new("no-hearing-right", "本案没有告知听证权。拟处罚属于听证范围的，应当重新告知。", "行政处罚法 第63条")
            : CaseDays.Of(c.At) > due ? new("hearing-request-late", $"听证申请期已于 {Documents.ChineseText.Date(due)} 届满。", "行政处罚法 第64条")
            : null,
        ],
        () => new HearingRequested(c.At, c.RequestedBy));

    private static Result<CaseEvent> Decide(CaseState state, MakeDecision c, StepContext context)
    {
        var penalty = c.Kind == DecisionKind.Penalty;
        var assessment = Assess(state, c.Penalties, context);
        var signer = Gates.Signer(state, context);
        var conclusion = state.Conclusion!;
        return Answer(
            [
                .. DecisionGates(state, penalty, assessment, context.Today),
                .. penalty
                    ? PenaltyRange.Check(state.Item!, state.Party!, c.Penalties, c.RangeBasis)
                        .Append(Gates.NotBarred(assessment))
                        .Append(Gates.NotHeavier(state, c.Penalties))
                        .Append(Gates.NotTwice(context.Facts.EarlierFines(state.Party!, state.Item!.Code, state.ActOn!.Value), c.Penalties))
                        .Append(Gates.Correction(c.Correction))
                    : [c.Penalties.Count > 0 ? Refusal.Invalid("penalties", "不予处罚的决定不能带有处罚。") : null],
                c.Kind is DecisionKind.MinorCorrected or DecisionKind.FirstCorrected && state.CorrectionCheck is not { Corrected: true }
                    ? new("not-corrected", "以及时改正为由不予处罚的，须有已改正的复查记录。", "行政处罚法 第33条第1款", "kind") : null,
                c.Kind == DecisionKind.UnderFourteen && !Assess(state, [new(PenaltyKind.Warning)], context).PenaltyBarred
                    ? new("not-under-fourteen", "当事人行为时已满十四周岁，不能以此为由不予处罚。", "行政处罚法 第30条", "kind") : null,
                .. signer.Refusals,
            ],
            () => new DecisionMade(context.Now, context.Number, c.Kind, conclusion.Facts, conclusion.Breach, conclusion.PenaltyBasis,
                conclusion.Discretion, c.Penalties, c.RangeBasis, conclusion.IllegalGainFen, c.Correction, c.DefenceAnswer,
                context.Facts.Settings(state.Subject!.Code, context.Today).Remedies, assessment, signer.Value!,
                context.Facts.WorkingDaysAfter(context.Today, 7)));
    }

    /// <summary>The gates of a decision that the case itself decides, whatever the penalty will be.</summary>
    internal static IEnumerable<Refusal?> DecisionGates(CaseState state, bool penalty, PenaltyAssessment assessment, DateOnly today) =>
        penalty || state.Notice is not null
            ?
            [
                .. MeasureGates.BeforeDecision(state),
                Gates.NoticeServed(state),
                Gates.DefenceEnded(state, today),
                Gates.DefenceReviewed(state),
                Gates.HearingRightTold(state, assessment),
                Gates.HearingPeriodEnded(state, today),
                Gates.HearingHeld(state),
                Gates.LegalReview(assessment),
                Gates.CollectiveDiscussion(assessment),
            ]
            : [.. MeasureGates.BeforeDecision(state), Gates.LegalReview(assessment), Gates.CollectiveDiscussion(assessment)];

    /// <summary>What the rules say of penalties in this case.</summary>
    internal static PenaltyAssessment Assess(CaseState state, IReadOnlyList<CasePenalty> penalties, StepContext context)
    {
        var conclusion = state.Conclusion!;
        return context.Facts.Assess(new(state.Party!, state.ActOn!.Value, penalties, state.Item!.LeadDepartment,
            conclusion.MajorPublicInterest, conclusion.ComplexFacts, conclusion.MultipleLegalRelations, false, context.Today));
    }
}
