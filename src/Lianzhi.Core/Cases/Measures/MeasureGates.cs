using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Cases.Measures;

/// <summary>
/// The gates of measures and transfers (措施和移送的办理条件). Like <see cref="Gates"/>: one rule each, null when the step may pass.
/// </summary>
internal static class MeasureGates
{
    private const string TransferRule = "行政执法机关移送涉嫌犯罪案件的规定";

    /// <summary>True when the case shows this step at all; steps without a matter are not listed as blocked.</summary>
    public static bool Concerns(CaseState state, CaseStep step, StepContext context)
    {
        var measures = state.Measures;
        return step switch
        {
            CaseStep.ConcludeTest => measures.Tests.Any(test => test.Ended is null),
            CaseStep.ApproveMeasure or CaseStep.RefuseMeasure => measures.Requests.Any(request => request.Pending),
            CaseStep.SubmitMeasureReview => MeasureReviews.Sendable(state).Any(measure => MeasureReviews.IsDue(measure, context.Facts.Measures.Settings(context.Today)) || MeasureReviews.Of(state, measure) is not null),
            CaseStep.ReviewMeasure => MeasureReviews.Waiting(state).Count > 0,
            CaseStep.PreserveEvidence => measures.Approval(MeasureKind.Preservation) is not null,
            CaseStep.DecidePreserved => measures.Preservations.Any(one => one.Decided is null),
            CaseStep.SealGoods => SealingApproval(measures) is not null || CoercionPower(state, context) is null,
            CaseStep.ExtendSealing => measures.Sealings.Any(one => Extends(state, one)),
            CaseStep.LiftSealing => measures.Sealings.Any(one => one.Lifted is null),
            CaseStep.RecordCustody => HasGoods(state),
            CaseStep.OrderSubstitute => measures.Approval(MeasureKind.SubstitutePerformance) is not null,
            CaseStep.DemandSubstitute => state.SubstituteInForce is not null && measures is { SubstituteDone: null, SubstituteDemand: null },
            CaseStep.PerformSubstitute => state.SubstituteInForce is not null && measures.SubstituteDone is null,
            CaseStep.ClearAtOnce => state.Stage == CaseStage.Investigating,
            CaseStep.AnnounceDemolition => Demolishes(state) && state.AnnouncementInForce is null,
            CaseStep.DecideDemolition => Demolishes(state) && state.DemolitionInForce is null,
            CaseStep.CarryOutDemolition => Demolishes(state) && state.DemolitionInForce is not null && measures.Demolished is null,
            CaseStep.ReportCrime => measures.Crime is null or { Decided.Transfer: false } or { Answered.Filed: false },
            CaseStep.DecideCrimeTransfer => measures.Crime is { Decided: null },
            CaseStep.HandOverCrime => measures.Crime is { Decided.Transfer: true, HandedOver: null },
            CaseStep.RecordPoliceAnswer => AwaitsPolice(measures.Crime),
            CaseStep.ChallengeNonFiling => measures.Crime is { Answered.Filed: false, Challenged: null },
            CaseStep.RecordLetterAnswer => measures.Letters.Any(letter => letter.Answered is null),
            CaseStep.HandOverCase => measures.Elsewhere || measures.Crime is { Answered.Filed: true },
            CaseStep.OrderGuardian => state.Party is { Kind: PartyKind.Citizen } && measures.Guardian is null,
            CaseStep.MarkHandling => measures.Mark is null,
            _ => true,
        };
    }

    /// <summary>What stands in the way of a step whatever its form will say.</summary>
    public static IEnumerable<Refusal?> Of(CaseState state, CaseStep step, StepContext context)
    {
        var measures = state.Measures;
        return step switch
        {
            CaseStep.ConcludeTest => [Missing(measures.Tests.Any(test => test.Ended is null), "no-running-test", "没有在进行的检测、鉴定。", "行政处罚法 第46条")],
            CaseStep.ApproveMeasure => [NoRequest(measures), AllInReview(state, context)],
            CaseStep.RefuseMeasure => [NoRequest(measures)],
            CaseStep.SubmitMeasureReview => MeasureReviews.Sendable(state).Count > 0 ? []
                : [MeasureReviews.Undecided(state) is [var first, ..] ? MeasureReviews.Sent(state, first) : new("no-measure-to-review", "没有待决定的查封、扣押，也没有公告过的强制拆除，不需要送审。", MeasureReviews.Document)],
            CaseStep.ReviewMeasure => CaseSteps.MeasureReviewWaits(state, null, context),
            CaseStep.PreserveEvidence => [Missing(measures.Approval(MeasureKind.Preservation) is not null, "measure-not-approved", "先行登记保存须经行政机关负责人批准。", "行政处罚法 第56条")],
            CaseStep.DecidePreserved => [Missing(measures.Preservations.Any(one => one.Decided is null), "nothing-preserved", "没有待处理的先行登记保存证据。", "行政处罚法 第56条")],
            CaseStep.SealGoods => [CoercionPower(state, context), WronglySealed(state)],
            CaseStep.ExtendSealing => [Extendable(state)],
            CaseStep.LiftSealing => [Missing(measures.Sealings.Any(one => one.Lifted is null), "nothing-sealed", "没有在查封、扣押中的财物。", "行政强制法 第28条")],
            CaseStep.RecordCustody => [Missing(HasGoods(state), "no-goods", "本案没有涉案物品。", "行政强制法 第26条")],
            CaseStep.OrderSubstitute => [Missing(measures.Approval(MeasureKind.SubstitutePerformance) is not null, "measure-not-approved", "代履行须经行政机关负责人批准。", "行政强制法 第50条"),
                Unperformed(state, context.Today)],
            CaseStep.DemandSubstitute => [Missing(measures.Substitute is not null, "no-substitute-decision", "还没有送达代履行决定书。", "行政强制法 第51条"), ExecutionGates.Standing(state, measures.Substitute?.Number)],
            CaseStep.PerformSubstitute => SubstitutePerformable(state, context),
            CaseStep.AnnounceDemolition => [Demolition(state),
                Missing(state.DemolitionInForce is null, "demolition-decided", "已经作出强制拆除决定，不再公告限期自行拆除。", "行政强制法 第44条")],
            CaseStep.DecideDemolition => [.. DemolitionDecidable(state, context), .. Demolishes(state) ? ExecutionGates.DemolitionDemanded(state, context.Today) : [], state.AnnouncementInForce is null || !Demolishes(state) ? null : MeasureReviews.Agreed(state, new(ReviewedAct.Demolition), context)],
            CaseStep.CarryOutDemolition =>
            [
                ExecutionGates.Standing(state, measures.Demolition?.Number) ?? Missing(state.DemolitionInForce is not null, "demolition-not-decided", "还没有作出强制拆除决定。", "行政强制法 第37、44条"),
                ExecutionGates.DemolitionServed(state),
                .. DemolitionDecidable(state, context),
            ],
            CaseStep.ReportCrime => [Missing(measures.Crime is null or { Decided.Transfer: false } or { Answered.Filed: false }, "crime-already-reported", "本案的涉嫌犯罪移送正在办理。", $"{TransferRule} 第5条")],
            CaseStep.DecideCrimeTransfer => [Missing(measures.Crime is { Decided: null }, "no-crime-report", "没有待决定的移送报告。", $"{TransferRule} 第5条"), Principal(state, context)],
            CaseStep.HandOverCrime => [Missing(measures.Crime is { Decided.Transfer: true, HandedOver: null }, "no-transfer-decision", "没有批准移送的决定，或者已经移送。", $"{TransferRule} 第5条")],
            CaseStep.RecordPoliceAnswer => [Missing(AwaitsPolice(measures.Crime), "police-not-asked", "没有待答复的移送。", $"{TransferRule} 第8条")],
            CaseStep.ChallengeNonFiling => [Missing(measures.Crime is { Answered.Filed: false, Challenged: null }, "no-non-filing", "没有公安机关不予立案的决定，或者已经提出异议。", $"{TransferRule} 第9条")],
            CaseStep.RecordLetterAnswer => [Missing(measures.Letters.Any(letter => letter.Answered is null), "no-open-letter", "没有待回复的函件。", "行政处罚法 第26条")],
            CaseStep.HandOverCase => [Missing(measures.Elsewhere || measures.Crime is { Answered.Filed: true }, "nobody-took-over", "没有接收机关的回执或者公安机关的立案通知，不得移送结案。", "行政处罚法 第25、27条"), .. GoodsSettled(measures)],
            CaseStep.OrderGuardian => [Missing(state.Party is { Kind: PartyKind.Citizen }, "party-not-a-person", "当事人不是自然人。", "行政处罚法 第30、31条")],
            CaseStep.MarkHandling => [Missing(measures.Mark is null, "already-marked", "本案已经标记。", "行政处罚法 第49条")],
            _ => [],
        };
    }

    /// <summary>What stands in the way of any decision of the case.</summary>
    public static IEnumerable<Refusal?> BeforeDecision(CaseState state) =>
        [
            state.Measures.Crime is { Blocks: true } ? new("crime-transfer-pending", "违法行为涉嫌犯罪，已报告移送；在决定不移送或者公安机关不予立案以前，不得以行政处罚代替移送。", "行政处罚法 第27、57条") : null,
            state.Measures.DisputeOpen ? new("jurisdiction-disputed", "管辖争议还没有协商一致或者指定管辖，不得作出决定。", "行政处罚法 第25条第2款") : null,
            state.Measures.Elsewhere ? new("competent-elsewhere", "本案由其他机关管辖或者已由其接收，应当移送结案。", "行政处罚法 第25、38条") : null,
            WronglySealed(state),
        ];

    /// <summary>What stands in the way of closing.</summary>
    public static IEnumerable<Refusal?> BeforeClosing(CaseState state) => [.. GoodsSettled(state.Measures), GoodsReturned(state.Measures), WronglySealed(state), CrimeHandedOver(state.Measures)];

    /// <summary>A crime that was found is decided on and handed over, also when the penalty stands already (移送规定 第5、11条).</summary>
    private static Refusal? CrimeHandedOver(CaseMeasures measures) => measures.Crime is { Decided: null } or { Decided.Transfer: true, HandedOver: null }
        ? new("crime-transfer-open", "已报告涉嫌犯罪，是否移送还没有决定，或者决定移送后还没有移送公安机关，不能结案。", $"{TransferRule} 第5条") : null;

    /// <summary>Seizures that were lifted while nobody wrote down where the goods went.</summary>
    public static IEnumerable<(SealedGoods Sealing, int Index)> ToReturn(CaseMeasures measures) =>
        measures.Sealings.Select((sealing, index) => (sealing, index)).Where(one => one.sealing is { Lifted: not null, Made.Kind: MeasureKind.Seizure }
            && !measures.Custody.Any(record => record.Sealing == one.index && record.Action is not (GoodsAction.Stored or GoodsAction.Entrusted)));

    /// <summary>What was taken away is given back at once, or went where the law sends it (行政强制法 第28条).</summary>
    public static Refusal? GoodsReturned(CaseMeasures measures) => ToReturn(measures).Select(one => one.Sealing).FirstOrDefault() is { } sealing
        ? new("goods-not-returned", $"扣押已于{Documents.ChineseText.Date(sealing.Lifted!.On)}解除（{sealing.Lifted.Number}），财物应当立即退还，请登记退还或者其他处置。", "行政强制法 第28条") : null;

    /// <summary>Something was taken or is to be handed in.</summary>
    private static bool HasGoods(CaseState state) => state.Measures.Samples.Count + state.Measures.Preservations.Count + state.Measures.Sealings.Count > 0 || Confiscates(state);

    private static bool Confiscates(CaseState state) => state.InForce.Any(penalty => penalty.Kind == PenaltyKind.ConfiscateGoods);

    /// <summary>Confiscated goods were sold, handed over as the State's rules say, or destroyed after the decision (行政处罚法 第74条第1款).</summary>
    public static Refusal? GoodsDisposed(CaseState state) => !Confiscates(state)
        || state.Measures.Custody.Any(record => record.At >= (state.Decision?.At ?? default) && record.Action is GoodsAction.HandedToFinance or GoodsAction.Destroyed or GoodsAction.HandedToPolice) ? null
        : new("goods-not-disposed", $"{string.Join("；", state.InForce.Where(penalty => penalty.Kind == PenaltyKind.ConfiscateGoods).Select(CasePhrases.Penalty))}，还没有登记移交财政、公开拍卖或者销毁，不能结案。", "行政处罚法 第74条第1款");

    /// <summary>The step that cannot wait; null when the main line leads.</summary>
    public static CaseStep? Leading(CaseState state, StepContext context) => state.Measures switch
    {
        _ when state.Stage is CaseStage.Closed or CaseStage.Archived or CaseStage.Refused => null,
        _ when state.Stage == CaseStage.Ended && state.Measures.Sealings.Any(one => one.Lifted is null) => CaseStep.LiftSealing,
        _ when ToReturn(state.Measures).Any() => CaseStep.RecordCustody,
        _ when state.Stage == CaseStage.Ended => null,
        _ when WronglySealed(state) is not null => CaseStep.LiftSealing,
        { Crime: { Decided: null } } => CaseStep.DecideCrimeTransfer,
        { Crime: { Decided.Transfer: true, HandedOver: null } } => CaseStep.HandOverCrime,
        { Crime.Answered.Filed: true } when state.Stage is CaseStage.Investigating or CaseStage.Concluded or CaseStage.Noticed => CaseStep.HandOverCase,
        { Elsewhere: true } when state.Stage is CaseStage.Investigating or CaseStage.Concluded or CaseStage.Noticed => CaseStep.HandOverCase,
        var measures when measures.Requests.Any(request => request.Pending) => AllInReview(state, context)?.Code switch
        {
            null => CaseStep.ApproveMeasure,
            "measure-review-open" => CaseStep.ReviewMeasure,
            _ => CaseStep.SubmitMeasureReview,
        },
        _ => null,
    };

    /// <summary>First day a blocked step can be lawful.</summary>
    public static DateOnly? EarliestOn(CaseState state, CaseStep step, StepContext context) => step switch
    {
        CaseStep.OrderSubstitute when Unperformed(state, context.Today) is { Code: CorrectionRunning } => CorrectionOver(state.Correction!).AddDays(1),
        CaseStep.PerformSubstitute => SubstituteFrom(state.Measures),
        CaseStep.DecideDemolition when state.ServedOn is not null && context.Facts.Measures.Remedies(state, context.Today) is { Ended: false, LastOn: { } last } =>
            state.AnnouncementInForce is { } announced && announced.SelfDemolishBy > last ? announced.SelfDemolishBy.AddDays(1) : last.AddDays(1),
        _ => null,
    };

    /// <summary>Last lawful day of a step.</summary>
    public static DateOnly? LatestOn(CaseState state, CaseStep step) => step switch
    {
        CaseStep.DecidePreserved => state.Measures.Preservations.Where(one => one.Decided is null).Select(one => (DateOnly?)one.Made.DueOn).Min(),
        CaseStep.LiftSealing or CaseStep.ExtendSealing => Open(state.Measures).Select(open => (DateOnly?)SealingTerm.DueOn(open.Sealing, state.Measures.Tests, open.Index)).Min(),
        CaseStep.ReviewMeasure => MeasureReviews.Waiting(state).Select(round => (DateOnly?)state.Reviews[round].Submission.DueOn).Min(),
        CaseStep.DecideCrimeTransfer => state.Measures.Crime?.Reported.DecisionDueOn,
        CaseStep.HandOverCrime => state.Measures.Crime?.Decided?.HandOverDueAt is { } due ? CaseDays.Of(due) : null,
        _ => null,
    };

    /// <summary>The subject may seal for this item (corrections: the power to penalise is not the power to seal).</summary>
    public static Refusal? CoercionPower(CaseState state, StepContext context) =>
        context.Facts.Measures.Coercion(state.Item!, state.Subject!, context.Today) is not null ? null
        : new("coercion-not-handed-on", "承接文件未载明与本项有关的行政强制措施权，或者法律、法规未规定可以查封扣押，不得实施。", "行政强制法 第17条第2款、第22条");

    /// <summary>Only the head himself, or who leads the organ, decides on a transfer (移送规定 第5条).</summary>
    private static Refusal? Principal(CaseState state, StepContext context) =>
        Gates.Signer(state, context) is { IsOk: true, Value.Authorisation: not null }
            ? new("signer-not-principal", "是否移送由本机关正职负责人或者主持工作的负责人决定，不能依签批授权办理。", $"{TransferRule} 第5条")
            : null;

    /// <summary>An act carried out at night or on a holiday names its emergency (第43条).</summary>
    public static Refusal? Hours(DateTimeOffset from, DateTimeOffset until, string? urgent, StepContext context)
    {
        if (!string.IsNullOrWhiteSpace(urgent)) return null;
        var holiday = context.Facts.Measures.Holiday(CaseDays.Of(from)) ?? context.Facts.Measures.Holiday(CaseDays.Of(until));
        return holiday is not null ? new("enforced-on-holiday", $"{ChineseText.Date(CaseDays.Of(from))}是{holiday}，不得在法定节假日实施行政强制执行；情况紧急的写明理由。", "行政强制法 第43条第1款", "urgent")
            : until >= from && ProtectedHours.TouchesNight(from, until) ? new("enforced-at-night", "不得在夜间（22时至次日6时）实施行政强制执行；情况紧急的写明理由。", "行政强制法 第43条第1款", "urgent")
            : null;
    }

    /// <summary>No water, power, heat or gas is cut for residents (第43条第2款).</summary>
    public static Refusal? Utilities(bool noneCut) => noneCut ? null
        : new("utilities-cut", "不得对居民生活采取停止供水、供电、供热、供燃气等方式迫使当事人履行。", "行政强制法 第43条第2款", "noUtilitiesCut");

    /// <summary>The decision orders a demolition.</summary>
    public static bool Demolishes(CaseState state) => state.Decision is { } decision
        && (decision.Correction.Contains("拆除", StringComparison.Ordinal) || decision.Penalties.Any(penalty => penalty.Text?.Contains("拆除", StringComparison.Ordinal) == true));

    /// <summary>Sealings that still hold, with their index.</summary>
    public static IEnumerable<(SealedGoods Sealing, int Index)> Open(CaseMeasures measures) =>
        measures.Sealings.Select((sealing, index) => (sealing, index)).Where(one => one.sealing.Lifted is null);

    /// <summary>The approved request for a sealing or a seizure that waits to be carried out.</summary>
    public static int? SealingApproval(CaseMeasures measures) => measures.Approval(MeasureKind.Sealing) ?? measures.Approval(MeasureKind.Seizure);

    private static bool AwaitsPolice(CrimeTransfer? crime) =>
        crime is { HandedOver: not null } && (crime.Answered is null || (crime is { Answered.Filed: false, Challenged: { } challenged } && challenged.At >= crime.Answered!.At));

    /// <summary>A sealing that the head refused afterwards, or that a review or suit took down, is lifted before anything else.</summary>
    private static Refusal? WronglySealed(CaseState state) =>
        state.Measures.Sealings.Any(one => one is { Refused: true, Lifted: null }) ? new("refused-sealing-stands", "负责人认为不应当采取查封、扣押，应当立即解除。", "行政强制法 第19条")
        : state.Measures.Sealings.FirstOrDefault(one => one.Lifted is null && !state.Stands(one.Made.Number)) is { } overturned
            ? new("overturned-sealing-stands", $"{MeasurePhrases.Title(overturned.Made.Kind)}决定书 {overturned.Made.Number}已被{ExecutionGates.Title(state.Execution.OverturningOf(overturned.Made.Number)!.Result)}，应当立即解除，退还财物。", "行政强制法 第28条")
        : null;

    private static bool Extends(CaseState state, SealedGoods sealing) => sealing is { Lifted: null, Extended: null } && state.Stands(sealing.Made.Number);

    private static Refusal? Extendable(CaseState state) =>
        !state.Measures.Sealings.Any(one => Extends(state, one)) ? new("not-extendable", "没有可以延长的查封、扣押；延长以一次为限。", "行政强制法 第25条第1款")
        : state.Measures.Approval(MeasureKind.Extension) is null ? new("measure-not-approved", "延长查封、扣押须经行政机关负责人批准。", "行政强制法 第25条第1款")
        : null;

    private static IEnumerable<Refusal?> SubstitutePerformable(CaseState state, StepContext context) => state.Measures switch
    {
        { Substitute: null } => [new("no-substitute-decision", "还没有送达代履行决定书。", "行政强制法 第51条")],
        { Substitute: { } decided } when ExecutionGates.Standing(state, decided.Number) is { } overturned => [overturned],
        { SubstituteDemand: null } => [new("substitute-not-demanded", "代履行三日前应当催告当事人履行。", "行政强制法 第51条第1款第2项")],
        { SubstituteDemand: not null } => [SubstituteTooEarly(state.Measures, context.Today)],
    };

    /// <summary>The first day on which the substitute may act: three working days after the demand was served, and not before the day the decision names; null before the demand.</summary>
    public static DateOnly? SubstituteFrom(CaseMeasures measures) => measures is { Substitute: { } decided, SubstituteDemand: { } demand }
        ? new[] { demand.EarliestOn, demand.Service.ServedOn.AddDays(1), decided.PerformOn }.Max() : null;

    /// <summary>The substitute acts on a day that is too early.</summary>
    public static Refusal? SubstituteTooEarly(CaseMeasures measures, DateOnly on, string? field = null) => SubstituteFrom(measures) is { } from && on < from
        ? new("substitute-too-early", measures.SubstituteDemand!.EarliestOn > on
            ? $"催告后不足三个工作日，{ChineseText.Date(from)}起方可实施；当事人履行的，停止代履行。"
            : $"代履行决定书载明的时间是{ChineseText.Date(measures.Substitute!.PerformOn)}，{ChineseText.Date(from)}起方可实施；当事人履行的，停止代履行。", "行政强制法 第51条第1款、第69条", field) : null;

    private const string CorrectionRunning = "correction-running";

    private static DateOnly CorrectionOver(CorrectionOrdered order) => order.DueOn > order.Service.ServedOn ? order.DueOn : order.Service.ServedOn;

    /// <summary>The party was ordered to do something, was told of it, and its term is over without it (行政强制法 第50条: 逾期不履行).</summary>
    public static Refusal? Unperformed(CaseState state, DateOnly on, string? field = null) => state switch
    {
        { CorrectionInForce: { } order, CorrectionCheck: not { Corrected: true } } => on > CorrectionOver(order) ? null
            : new(CorrectionRunning, $"责令改正的期限至{ChineseText.Date(CorrectionOver(order))}，当事人逾期不履行的，方可决定代履行。需要立即清除道路、河道、航道或者公共场所的障碍物、污染物的，办理立即代履行。", "行政强制法 第50、52条", field),
        { Decision: not null, ServedOn: not null } => null,
        { Decision: not null } => new("no-obligation", "决定书还没有送达，不得代履行。", "行政强制法 第50条", field),
        { CorrectionInForce: not null } => new("no-obligation", "复查认为当事人已经改正，没有需要代履行的义务。", "行政强制法 第50条", field),
        _ => new("no-obligation", "还没有要求当事人履行义务的决定，不得代履行。", "行政强制法 第50条", field),
    };

    private static Refusal? Demolition(CaseState state) => Demolishes(state) ? null
        : new("no-demolition-order", "本案的决定没有责令拆除。", "行政强制法 第44条");

    private static IEnumerable<Refusal?> DemolitionDecidable(CaseState state, StepContext context)
    {
        if (Demolition(state) is { } none) return [none];
        var standing = context.Facts.Measures.Remedies(state, context.Today);
        return
        [
            ExecutionGates.Standing(state),
            ExecutionGates.NotSuspended(state),
            AgreementGates.NoneKept(state),
            state.AnnouncementInForce is not { } announced ? new("demolition-not-announced", "还没有公告限期当事人自行拆除。", "行政强制法 第44条")
            : context.Today <= announced.SelfDemolishBy ? new("self-demolition-running", $"公告的自行拆除期限{ChineseText.Date(announced.SelfDemolishBy)}届满，期内不得强制拆除。", "行政强制法 第44条")
            : null,
            // The periods are those of the decision that orders the demolition. One against the decision to use force stops nothing by law; we wait for it all the same, because nothing brings a building back.
            standing.Pending || RemedyGates.NoneOpen(state, ContestedKind.Penalty, ContestedKind.Demolition) is not null ? new("remedies-pending", "当事人已申请行政复议或者提起行政诉讼，复议、诉讼结束以前不得强制拆除。", "行政强制法 第44条")
            : standing.Ended ? null
            : new("remedies-running", standing.LastOn is { } last ? $"行政复议、行政诉讼期限{ChineseText.Date(last)}才届满，当事人在法定期限内不申请复议或者起诉又不拆除的，方可强制拆除。" : "决定还没有送达。", "行政强制法 第44条"),
        ];
    }

    private static IEnumerable<Refusal?> GoodsSettled(CaseMeasures measures) =>
        [
            measures.Sealings.Any(one => one.Lifted is null) ? new("still-sealed", "还有财物在查封、扣押中，应当依法处理或者解除。", "行政强制法 第27、28条") : null,
            measures.Preservations.Any(one => one.Decided is null) ? new("still-preserved", "先行登记保存的证据还没有处理决定。", "行政处罚法 第56条") : null,
        ];

    private static Refusal? NoRequest(CaseMeasures measures) => Missing(measures.Requests.Any(request => request.Pending), "no-request", "没有待审批的措施。", "行政强制法 第18条");

    /// <summary>Every request that waits for the head waits for legal review first.</summary>
    private static Refusal? AllInReview(CaseState state, StepContext context)
    {
        var waiting = state.Measures.Requests.Index().Where(one => one.Item.Pending).Select(one => MeasureReviews.Approvable(state, one.Index, context)).ToList();
        return waiting.Contains(null) ? null : waiting.FirstOrDefault();
    }

    private static Refusal? Missing(bool there, string code, string message, string basis) => there ? null : new(code, message, basis);
}
