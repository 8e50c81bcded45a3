namespace Lianzhi.Core.Cases.Measures;

/// <summary>A step beside the main line of a case (措施步骤).</summary>
public abstract record MeasureCommand(CaseStep Step) : CaseCommand(Step);

/// <summary>抽样取证.</summary>
public sealed record TakeSample(
    DateTimeOffset At, string Place, IReadOnlyList<CaseGoods> Goods, string Method, string Purpose, string Present, bool CertificatesShown,
    string? SignatureRefused, IReadOnlyList<string> Officers) : MeasureCommand(CaseStep.TakeSample);

/// <summary>委托检测、鉴定.</summary>
public sealed record CommissionTest(
    DateTimeOffset At, string Kind, string Specimen, string Institution, string Question, int? Sealing, DateOnly From, DateOnly Until, bool ToldInWriting,
    ServiceInput? Service, IReadOnlyList<string> Officers) : MeasureCommand(CaseStep.CommissionTest);

/// <summary>登记检测、鉴定意见.</summary>
public sealed record ConcludeTest(DateTimeOffset At, int Test, string ReportNumber, string Opinion, bool ToldParty, IReadOnlyList<string> Officers)
    : MeasureCommand(CaseStep.ConcludeTest);

/// <summary>提请审批措施.</summary>
public sealed record RequestMeasure(
    DateTimeOffset At, MeasureKind Kind, int? Sealing, IReadOnlyList<CaseGoods> Goods, string Reason, string LegalBasis, IReadOnlyList<string> Officers)
    : MeasureCommand(CaseStep.RequestMeasure);

/// <summary>批准措施.</summary>
public sealed record ApproveMeasure(int Request, string Opinion) : MeasureCommand(CaseStep.ApproveMeasure);

/// <summary>不批准措施.</summary>
public sealed record RefuseMeasure(int Request, string Reason) : MeasureCommand(CaseStep.RefuseMeasure);

/// <summary>提交强制措施法制审核.</summary>
/// <param name="Act">What is to be decided.</param>
/// <param name="Materials">What is sent.</param>
/// <param name="Request">Index of the request for a sealing; null for a demolition.</param>
/// <param name="Response">What became of the last opinion; needed after one that did not agree.</param>
/// <param name="ReviewerId">A reviewer of the list; null for the first that is free of conflict.</param>
public sealed record SubmitMeasureReview(ReviewedAct Act, string Materials, int? Request = null, string? Response = null, string? ReviewerId = null)
    : MeasureCommand(CaseStep.SubmitMeasureReview);

/// <summary>出具强制措施法制审核意见.</summary>
/// <param name="Opinion">What it concludes.</param>
/// <param name="Findings">Everything found, told at once.</param>
/// <param name="Note">Further remarks.</param>
/// <param name="Round">Index of the round; null for the one that waits longest for this reviewer.</param>
public sealed record ReviewMeasure(ReviewOpinion Opinion, IReadOnlyList<ReviewFinding> Findings, string? Note, int? Round = null) : MeasureCommand(CaseStep.ReviewMeasure);

/// <summary>先行登记保存.</summary>
public sealed record PreserveEvidence(
    DateTimeOffset At, IReadOnlyList<CaseGoods> Goods, string Reason, string KeptAt, string Keeper, bool CertificatesShown, ServiceInput Service,
    IReadOnlyList<string> Officers) : MeasureCommand(CaseStep.PreserveEvidence);

/// <summary>处理先行登记保存的证据.</summary>
public sealed record DecidePreserved(int Preservation, PreservationDisposal Disposal, string Reason) : MeasureCommand(CaseStep.DecidePreserved);

/// <summary>查封、扣押; on the spot without approval when it could not wait.</summary>
/// <param name="At">Begin.</param>
/// <param name="Until">End.</param>
/// <param name="Kind">查封 or 扣押.</param>
/// <param name="Urgent">Why it could not wait; null when approved before.</param>
/// <param name="Reason">Why.</param>
/// <param name="LegalBasis">Law or regulation.</param>
/// <param name="Goods">The list.</param>
/// <param name="NoLivingNecessities">None of it is a living necessity of the party or its dependants (第23条).</param>
/// <param name="SealedElsewhere">Already sealed by another state organ (第23条).</param>
/// <param name="KeptAt">Where it is kept.</param>
/// <param name="Keeper">Who keeps it.</param>
/// <param name="CertificatesShown">Certificates shown.</param>
/// <param name="PartyTold">Reason, basis, rights and remedies told on the spot (第18条第5项).</param>
/// <param name="Present">Who was there; a witness when the party was not.</param>
/// <param name="PartyOpinion">What the party said (第18条第6项).</param>
/// <param name="SignatureRefused">Why the record is not signed.</param>
/// <param name="Service">How decision and list were handed over on the spot (第24条).</param>
/// <param name="Officers">The two.</param>
public sealed record SealGoods(
    DateTimeOffset At, DateTimeOffset Until, MeasureKind Kind, string? Urgent, string Reason, string LegalBasis, IReadOnlyList<CaseGoods> Goods,
    bool NoLivingNecessities, bool SealedElsewhere, string KeptAt, string Keeper, bool CertificatesShown, bool PartyTold, string Present,
    string PartyOpinion, string? SignatureRefused, ServiceInput Service, IReadOnlyList<string> Officers) : MeasureCommand(CaseStep.SealGoods);

/// <summary>延长查封、扣押: delivered in writing with the reason.</summary>
public sealed record ExtendSealing(DateTimeOffset At, int Sealing, string Reason, ServiceInput Service, IReadOnlyList<string> Officers)
    : MeasureCommand(CaseStep.ExtendSealing);

/// <summary>解除查封、扣押.</summary>
/// <param name="Sealing">Which.</param>
/// <param name="Ground">Ground of 行政强制法 第28条.</param>
/// <param name="Reason">Why.</param>
/// <param name="NotReturned">What does not go back to the party; null or empty when all does.</param>
/// <param name="NotReturnedBasis">Why not: confiscated, destroyed by law, sold with the proceeds going back, handed over with the case.</param>
public sealed record LiftSealing(int Sealing, LiftGround Ground, string Reason, IReadOnlyList<CaseGoods>? NotReturned = null, string? NotReturnedBasis = null) : MeasureCommand(CaseStep.LiftSealing);

/// <summary>登记涉案物品处置.</summary>
public sealed record RecordCustody(
    DateTimeOffset At, int? Sealing, GoodsAction Action, IReadOnlyList<CaseGoods> Goods, string Place, string Receiver, string Basis, string? Witnesses,
    IReadOnlyList<string> Officers) : MeasureCommand(CaseStep.RecordCustody);

/// <summary>送达代履行决定书.</summary>
public sealed record OrderSubstitute(
    DateTimeOffset At, string Obligation, string Reason, string LegalBasis, string Performer, string Manner, DateOnly PerformOn, long BudgetFen,
    ServiceInput Service, IReadOnlyList<string> Officers) : MeasureCommand(CaseStep.OrderSubstitute);

/// <summary>代履行催告.</summary>
public sealed record DemandSubstitute(DateTimeOffset At, string Requirement, ServiceInput Service, IReadOnlyList<string> Officers)
    : MeasureCommand(CaseStep.DemandSubstitute);

/// <summary>实施代履行.</summary>
public sealed record PerformSubstitute(
    DateTimeOffset At, DateTimeOffset Until, string Place, string Result, string Witness, long CostFen, bool WithoutViolence, string? Urgent,
    IReadOnlyList<string> Officers) : MeasureCommand(CaseStep.PerformSubstitute);

/// <summary>立即清除.</summary>
public sealed record ClearAtOnce(
    DateTimeOffset At, DateTimeOffset Until, string Place, string Obstacle, string Reason, bool PartyPresent, DateOnly? ToldOn, long CostFen,
    IReadOnlyList<string> Officers) : MeasureCommand(CaseStep.ClearAtOnce);

/// <summary>强制拆除公告.</summary>
public sealed record AnnounceDemolition(DateTimeOffset At, string Building, DateOnly SelfDemolishBy, string PostedAt, IReadOnlyList<string> Officers)
    : MeasureCommand(CaseStep.AnnounceDemolition);

/// <summary>强制拆除决定.</summary>
public sealed record DecideDemolition(string LegalBasis, string? GovernmentOrder, string Manner, DateOnly PlannedOn, bool NoUtilitiesCut)
    : MeasureCommand(CaseStep.DecideDemolition);

/// <summary>实施强制拆除.</summary>
public sealed record CarryOutDemolition(
    DateTimeOffset At, DateTimeOffset Until, string Place, string Findings, IReadOnlyList<CaseGoods> Inventory, string Witness, bool NoUtilitiesCut,
    string? Urgent, IReadOnlyList<string> Officers) : MeasureCommand(CaseStep.CarryOutDemolition);

/// <summary>报告涉嫌犯罪.</summary>
public sealed record ReportCrime(DateTimeOffset At, string Crime, string Articles, string Facts, IReadOnlyList<string> Officers) : MeasureCommand(CaseStep.ReportCrime);

/// <summary>决定是否移送公安机关.</summary>
public sealed record DecideCrimeTransfer(bool Transfer, string Reason) : MeasureCommand(CaseStep.DecideCrimeTransfer);

/// <summary>移送公安机关.</summary>
public sealed record HandOverCrime(DateTimeOffset At, string Police, string Receiver, IReadOnlyList<string> Materials, IReadOnlyList<string> Officers)
    : MeasureCommand(CaseStep.HandOverCrime);

/// <summary>登记公安机关答复.</summary>
public sealed record RecordPoliceAnswer(DateTimeOffset At, bool Filed, string Reference, string Reason) : MeasureCommand(CaseStep.RecordPoliceAnswer);

/// <summary>对不予立案提出异议.</summary>
public sealed record ChallengeNonFiling(DateTimeOffset At, NonFilingChannel Channel, string Reason, IReadOnlyList<string> Officers)
    : MeasureCommand(CaseStep.ChallengeNonFiling);

/// <summary>发函.</summary>
public sealed record SendLetter(
    DateTimeOffset At, LetterKind Kind, string To, string Subject, string Reason, IReadOnlyList<string> Materials, DateOnly? ReplyDueOn,
    IReadOnlyList<string> Officers) : MeasureCommand(CaseStep.SendLetter);

/// <summary>登记函件回复、回执.</summary>
public sealed record RecordLetterAnswer(DateTimeOffset At, int Letter, LetterOutcome Outcome, string Reference, string Text) : MeasureCommand(CaseStep.RecordLetterAnswer);

/// <summary>移送结案.</summary>
public sealed record HandOverCase(string Outcome) : MeasureCommand(CaseStep.HandOverCase);

/// <summary>责令监护人管教.</summary>
public sealed record OrderGuardian(
    DateTimeOffset At, CapacityGround Ground, string Guardian, string Relation, string Requirement, ServiceInput Service, IReadOnlyList<string> Officers)
    : MeasureCommand(CaseStep.OrderGuardian);

/// <summary>标记快速办理或者从快从重.</summary>
public sealed record MarkHandling(HandlingMark Mark, string Reason) : MeasureCommand(CaseStep.MarkHandling);
