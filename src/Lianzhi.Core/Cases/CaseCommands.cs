using Lianzhi.Core.Disclosure;

namespace Lianzhi.Core.Cases;

/// <summary>What somebody asks to do in a case. Approvals happen now; acts outside carry their own instant.</summary>
/// <param name="Step">The step.</param>
public abstract record CaseCommand([property: System.Text.Json.Serialization.JsonIgnore] CaseStep Step);

/// <summary>Delivery of a paper, as the officers state it.</summary>
public sealed record ServiceInput(
    ServiceMethod Method, string Place, string Receiver, string Relation, string? RefusalNote, string? Witness, string? Carrier = null);

/// <summary>提请立案.</summary>
public sealed record ProposeFiling(
    DateTimeOffset At, string CaseId, string Source, string? ClueId, CaseParty Party, string ItemCode, string Township, string Address,
    string Facts, DateOnly ActOn, DateOnly DiscoveredOn, bool HarmToLifeHealthOrFinance, IReadOnlyList<string> Officers)
    : CaseCommand(CaseStep.ProposeFiling);

/// <summary>批准立案.</summary>
public sealed record ApproveFiling(string Opinion, string? DistinctConduct = null) : CaseCommand(CaseStep.ApproveFiling);

/// <summary>不予立案.</summary>
public sealed record RefuseFiling(string Reason) : CaseCommand(CaseStep.RefuseFiling);

/// <summary>登记回避.</summary>
public sealed record DeclareRecusal(string OfficerId, string Reason, string? ReplacementId) : CaseCommand(CaseStep.DeclareRecusal);

/// <summary>现场检查.</summary>
public sealed record RecordInspection(
    DateTimeOffset At, DateTimeOffset Until, string Place, string Present, bool CertificatesShown, string Findings, string PartyOpinion,
    string? SignatureRefused, IReadOnlyList<string> Officers) : CaseCommand(CaseStep.RecordInspection);

/// <summary>询问.</summary>
public sealed record RecordInterview(
    DateTimeOffset At, DateTimeOffset Until, string Place, string Person, string? PersonIdentifier, string Relation, bool CertificatesShown,
    IReadOnlyList<CaseAnswer> Answers, string? SignatureRefused, IReadOnlyList<string> Officers, InterviewReading? Reading = null) : CaseCommand(CaseStep.RecordInterview);

/// <summary>责令改正.</summary>
public sealed record OrderCorrection(
    DateTimeOffset At, string Breach, string Requirement, DateOnly DueOn, ServiceInput Service, IReadOnlyList<string> Officers)
    : CaseCommand(CaseStep.OrderCorrection);

/// <summary>复查改正情况.</summary>
public sealed record CheckCorrection(DateTimeOffset At, bool Corrected, string Findings, IReadOnlyList<string> Officers)
    : CaseCommand(CaseStep.CheckCorrection);

/// <summary>调查终结. Evidence registered in the case is named by its id, other evidence is described.</summary>
public sealed record ConcludeInvestigation(
    DateTimeOffset At, string Facts, IReadOnlyList<CaseEvidence> Evidence, string Breach, string PenaltyBasis, string Discretion,
    long IllegalGainFen, IReadOnlyList<CasePenalty> Proposal, bool MajorPublicInterest, bool ComplexFacts, bool MultipleLegalRelations,
    IReadOnlyList<string> Officers, IReadOnlyList<string>? EvidenceIds = null) : CaseCommand(CaseStep.ConcludeInvestigation);

/// <summary>送达事先告知书.</summary>
public sealed record ServePriorNotice(
    DateTimeOffset At, string Facts, string Reasons, IReadOnlyList<CasePenalty> Penalties, string? RangeBasis, bool TellHearingRight, ServiceInput Service,
    IReadOnlyList<string> Officers, string? NewFacts = null, string? DepartureReason = null) : CaseCommand(CaseStep.ServePriorNotice);

/// <summary>登记陈述申辩.</summary>
public sealed record RecordDefence(DateTimeOffset At, bool Written, string Content, int Attachments, string? Place = null, string? Speaker = null) : CaseCommand(CaseStep.RecordDefence);

/// <summary>登记书面放弃.</summary>
public sealed record RecordWaiver(DateTimeOffset At, bool Written, bool HearingToo, string Note) : CaseCommand(CaseStep.RecordWaiver);

/// <summary>复核陈述申辩.</summary>
public sealed record ReviewDefence(DateTimeOffset At, string Review, bool Adopted, string Reason, IReadOnlyList<string> Officers)
    : CaseCommand(CaseStep.ReviewDefence);

/// <summary>登记听证申请.</summary>
public sealed record RequestHearing(DateTimeOffset At, string RequestedBy, bool ByAgent = false, string? Authorisation = null) : CaseCommand(CaseStep.RequestHearing);

/// <summary>作出决定.</summary>
public sealed record MakeDecision(
    DecisionKind Kind, IReadOnlyList<CasePenalty> Penalties, string? RangeBasis, string Correction, string DefenceAnswer,
    string? HearingAnswer = null, string? Education = null, string? Proof = null, string? DistinctConduct = null)
    : CaseCommand(CaseStep.MakeDecision);

/// <summary>当场处罚.</summary>
public sealed record PenaliseOnSpot(
    DateTimeOffset At, string CaseId, string Source, string? ClueId, CaseParty Party, string ItemCode, string Township, string Address,
    string Facts, string Breach, string PenaltyBasis, IReadOnlyList<CasePenalty> Penalties, bool OralNotice, string PartyOpinion,
    string Correction, string Receiver, string? RefusalNote, IReadOnlyList<string> Officers, string? ReservedNumber = null,
    string? DistinctConduct = null, bool CertificatesShown = false) : CaseCommand(CaseStep.PenaliseOnSpot);

/// <summary>送达决定书.</summary>
public sealed record ServeDecision(DateTimeOffset At, ServiceInput Service, bool PublicityTold, IReadOnlyList<string> Officers)
    : CaseCommand(CaseStep.ServeDecision);

/// <summary>登记缴款.</summary>
public sealed record RecordPayment(DateTimeOffset At, long FineFen, long SurchargeFen, string Receipt) : CaseCommand(CaseStep.RecordPayment);

/// <summary>决定是否公示; a decision not to publish names one of the lawful grounds.</summary>
public sealed record DecidePublication(bool Publish, string Ground, int Days = 0, NoPublicationGround? WithholdGround = null) : CaseCommand(CaseStep.DecidePublication);

/// <summary>公示.</summary>
public sealed record PublishCaseDecision(string PublicationId) : CaseCommand(CaseStep.Publish);

/// <summary>撤下公示.</summary>
public sealed record WithdrawPublication(string PublicationId, string Reason) : CaseCommand(CaseStep.WithdrawPublication);

/// <summary>结案.</summary>
public sealed record CloseCase(string Outcome, string? ArchiveNumber, ClosingGround? Ground = null) : CaseCommand(CaseStep.CloseCase);
