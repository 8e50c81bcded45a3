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
        var service = Delivery(state, c.Service, c.Officers, on, context.Facts);
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                Given(c.Facts, "facts", "告知的事实"),
                Given(c.Reasons, "reasons", "告知的理由"),
                .. PenaltyRange.Check(state.Item!, state.Party!, c.Penalties, c.RangeBasis),
                Gates.NotBarred(assessment),
                Gates.NoHearingOwed(state),
                .. Gates.ToldAnew(state, c.Penalties, c.NewFacts),
                Gates.MustLighten(state.Item, assessment, c.Penalties, c.Reasons),
                Gates.WorksheetKept(state, c.Penalties, c.DepartureReason),
                Gates.InternallyChecked(state, context.Facts.Procedure.Settings(state.Item!.LeadDepartment, on)),
                .. service.Refusals,
            ],
            () => new PriorNoticeServed(c.At, context.Number, c.Facts, c.Reasons, conclusion.Breach, conclusion.PenaltyBasis, c.Penalties, c.RangeBasis,
                settings.DefenceDays, context.Facts.WorkingDaysAfter(service.Value!.ServedOn, settings.DefenceDays), hearing,
                hearing ? context.Facts.WorkingDaysAfter(service.Value.ServedOn, 5) : null, assessment, service.Value, c.NewFacts, Blank(c.DepartureReason)));
    }

    private static Result<CaseEvent> Defend(CaseState state, RecordDefence c, StepContext context) => Answer(
        [
            Gates.Time(state, c.At, context.Now),
            Given(c.Content, "content", "陈述申辩的内容"),
            c.Attachments is < 0 or > MostAttachments ? Refusal.Invalid("attachments", $"附件数应为0至{MostAttachments}。") : null,
        ],
        () => new DefenceReceived(c.At, c.Written, c.Content, c.Attachments, Blank(c.Place), Blank(c.Speaker)));

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

    private static Result<CaseEvent> Decide(CaseState state, MakeDecision c, StepContext context)
    {
        var penalty = c.Kind == DecisionKind.Penalty;
        var assessment = Assess(state, c.Penalties, context);
        var signer = Gates.Signer(state, context);
        var conclusion = state.Conclusion!;
        return Answer(
            [
                .. DecisionGates(state, penalty, assessment, context.Today),
                .. penalty ? PenaltyGates(state, c, assessment, context) : NoPenaltyGates(state, c, context),
                Gates.AsDiscussed(state, c.Kind, c.Penalties),
                Gates.RestsOnHearing(state, c.HearingAnswer),
                .. signer.Refusals,
            ],
            () => new DecisionMade(context.Now, context.Number, c.Kind, conclusion.Facts, conclusion.Breach, conclusion.PenaltyBasis,
                conclusion.Discretion, c.Penalties, c.RangeBasis, conclusion.IllegalGainFen, c.Correction, c.DefenceAnswer,
                context.Facts.Settings(state.Subject!.Code, context.Today).Remedies with { Suit = SuitPeriods.Of(conclusion.PenaltyBasis, c.Penalties, c.Correction, context.Today) }, assessment, signer.Value!,
                context.Facts.WorkingDaysAfter(context.Today, 7), c.HearingAnswer, c.Education, c.Proof, Blank(c.DistinctConduct)));
    }

    private static IEnumerable<Refusal?> PenaltyGates(CaseState state, MakeDecision c, PenaltyAssessment assessment, StepContext context) =>
    [
        .. PenaltyRange.Check(state.Item!, state.Party!, c.Penalties, c.RangeBasis),
        Gates.NotBarred(assessment),
        Gates.NotHeavier(state, c.Penalties),
        Gates.DefenceHeeded(state, c.Penalties, c.DefenceAnswer),
        Gates.MustLighten(state.Item, assessment, c.Penalties, $"{state.Conclusion!.Discretion}{state.Notice?.Reasons}"),
        RemedyGates.NotTheSameAgain(state, c.Penalties),
        Gates.AsReviewed(state, c.Penalties),
        Gates.NotTwice(context.Facts.EarlierFines(state.Party!, state.Item!.Code, state.ActOn!.Value), state.Item.Code, state.Place!.Township, c.Penalties, c.DistinctConduct, state.Filing!.DistinctConduct, state.Measures.Discretion?.OtherActReason),
        Gates.Correction(c.Correction),
    ];

    /// <summary>Each ground of not punishing has its own conditions (第30、31、33、57条), and a violation not punished is answered with education (第33条第3款).</summary>
    private static IEnumerable<Refusal?> NoPenaltyGates(CaseState state, MakeDecision c, StepContext context) =>
    [
        c.Penalties.Count > 0 ? Refusal.Invalid("penalties", "不予处罚的决定不能带有处罚。") : null,
        c.Kind is DecisionKind.MinorCorrected or DecisionKind.FirstCorrected && state.CorrectionCheck is not { Corrected: true }
            ? new("not-corrected", "以及时改正为由不予处罚的，须有已改正的复查记录。", "行政处罚法 第33条第1款", "kind") : null,
        c.Kind == DecisionKind.FirstCorrected
            ? Gates.FirstViolation(state, context.Facts.Procedure.SameMatters, context.Facts.Procedure.Settings(state.Item!.LeadDepartment, context.Today).InitialViolationYears) : null,
        c.Kind == DecisionKind.UnderFourteen && !Assess(state, [new(PenaltyKind.Warning)], context).PenaltyBarred
            ? new("not-under-fourteen", "当事人行为时已满十四周岁，不能以此为由不予处罚。", "行政处罚法 第30条", "kind") : null,
        c.Kind is DecisionKind.NoFault or DecisionKind.Incapable && string.IsNullOrWhiteSpace(c.Proof)
            ? c.Kind == DecisionKind.NoFault
                ? new("no-fault-not-proved", "没有主观过错应当由当事人提供足以证明的证据，请写明当事人提供的证据。", "行政处罚法 第33条第2款", "proof")
                : new("incapacity-not-proved", "精神病人、智力残疾人在不能辨认或者不能控制自己行为时违法的，应当有鉴定意见等证据。", "行政处罚法 第31条", "proof")
            : null,
        c.Kind == DecisionKind.Incapable && state.Party!.Kind == PartyKind.Organisation ? Refusal.Invalid("kind", "该情形只适用于自然人。") : null,
        c.Kind is DecisionKind.UnderFourteen or DecisionKind.Incapable && state.Measures.Guardian is null
            ? new("guardian-not-ordered", $"不予处罚的，应当责令监护人{(c.Kind == DecisionKind.UnderFourteen ? "加以管教" : "严加看管和治疗")}。请先送达责令监护人管教通知书。", c.Kind == DecisionKind.UnderFourteen ? "行政处罚法 第30条" : "行政处罚法 第31条", "kind")
            : null,
        c.Kind is not (DecisionKind.NotEstablished or DecisionKind.UnderFourteen or DecisionKind.Incapable) && string.IsNullOrWhiteSpace(c.Education)
            ? new("education-missing", "违法行为依法不予处罚的，应当对当事人进行教育，请记明教育情况。", "行政处罚法 第33条第3款", "education")
            : null,
    ];

    /// <summary>The gates of a decision that the case itself decides, whatever the penalty will be.</summary>
    internal static IEnumerable<Refusal?> DecisionGates(CaseState state, bool penalty, PenaltyAssessment assessment, DateOnly today) =>
        [.. BeforeDecision(state, penalty, assessment, today), Gates.Discussed(state, assessment)];

    /// <summary>What has to be done before the heads discuss and decide: told, heard, reviewed, in this order.</summary>
    internal static IEnumerable<Refusal?> BeforeDecision(CaseState state, bool penalty, PenaltyAssessment assessment, DateOnly today) =>
    [
        .. MeasureGates.BeforeDecision(state),
        ExecutionGates.Withdrawn(state),
        Gates.EvidenceStands(state),
        .. penalty || state.Notice is not null
            ?
            [
                Gates.NoticeServed(state),
                Gates.DefenceEnded(state, today),
                Gates.DefenceReviewed(state),
                Gates.HearingRightTold(state, assessment),
                Gates.HearingPeriodEnded(state, today),
                Gates.HearingConcluded(state),
            ]
            : Array.Empty<Refusal?>(),
        Gates.RecusalsDecided(state),
        Gates.Reviewed(state, assessment),
    ];

    /// <summary>What the rules say of penalties in this case.</summary>
    internal static PenaltyAssessment Assess(CaseState state, IReadOnlyList<CasePenalty> penalties, StepContext context)
    {
        var conclusion = state.Conclusion!;
        return context.Facts.Assess(new(state.Party!, state.ActOn!.Value, penalties, state.Item!.LeadDepartment,
            conclusion.MajorPublicInterest, conclusion.ComplexFacts, conclusion.MultipleLegalRelations, Gates.WasHeard(state), context.Today));
    }
}
