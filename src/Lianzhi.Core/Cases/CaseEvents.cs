using Lianzhi.Core.Records;

namespace Lianzhi.Core.Cases;

/// <summary>
/// One thing that happened in a case (案件事件). The case is the list of these; whatever a page or a list
/// shows later stands in them. Members are only added, never given another meaning: a changed shape gets a new
/// schema number in <see cref="CaseEventTypes"/> and a lift in <see cref="Upcasts"/>.
/// </summary>
/// <param name="At">When it happened, as the people say; not when it was written down.</param>
public abstract record CaseEvent(DateTimeOffset At)
{
    /// <summary>The day it happened, in Shanghai.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public DateOnly On => CaseDays.Of(At);

    /// <summary>False for what is only written down about the case: no act may be told late because of it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public virtual bool IsAct => true;
}

/// <summary>Officers asked for filing (提请立案), with everything the head needs to decide.</summary>
/// <param name="At">When.</param>
/// <param name="CaseId">Id of the case.</param>
/// <param name="Source">Where the clue came from, in words.</param>
/// <param name="ClueId">The clue; null when found by the officers themselves.</param>
/// <param name="Party">The party.</param>
/// <param name="Item">The item on that day.</param>
/// <param name="Subject">The subject the resolver gave on that day.</param>
/// <param name="Place">Where.</param>
/// <param name="Facts">Facts as known.</param>
/// <param name="ActOn">Day of the conduct, or its last day when continuing.</param>
/// <param name="DiscoveredOn">Day it was found (行政处罚法 第36条).</param>
/// <param name="LimitOn">Last day on which it could be found in time.</param>
/// <param name="Officers">The officers of the case.</param>
/// <param name="ProposedBy">Account that proposed.</param>
/// <param name="FilingDueOn">Last day for filing or refusing (setting); null in entries from before it was kept.</param>
public sealed record FilingProposed(
    DateTimeOffset At, string CaseId, string Source, string? ClueId, CaseParty Party, CaseItem Item, CaseSubject Subject,
    CasePlace Place, string Facts, DateOnly ActOn, DateOnly DiscoveredOn, DateOnly? LimitOn,
    IReadOnlyList<CaseOfficer> Officers, string ProposedBy, DateOnly? FilingDueOn = null) : CaseEvent(At), IByOfficers;

/// <summary>The head refused to file (不予立案).</summary>
public sealed record FilingRefused(DateTimeOffset At, string Reason, CaseSigner Signer) : CaseEvent(At), IBySigner;

/// <summary>The head approved (立案): item and subject are fixed from here on.</summary>
/// <param name="At">When.</param>
/// <param name="Number">立案号.</param>
/// <param name="Item">The item as it stands on this day.</param>
/// <param name="Subject">The subject as resolved for this day.</param>
/// <param name="Officers">Officers with the certificates valid this day.</param>
/// <param name="Opinion">Opinion of the head.</param>
/// <param name="Signer">The head.</param>
/// <param name="DecisionDueOn">Last day of the 90 days (行政处罚法 第60条).</param>
/// <param name="DistinctConduct">Why another case of the same party and day is about other conduct; null when there is none.</param>
public sealed record CaseFiled(
    DateTimeOffset At, string Number, CaseItem Item, CaseSubject Subject, IReadOnlyList<CaseOfficer> Officers,
    string Opinion, CaseSigner Signer, DateOnly DecisionDueOn, string? DistinctConduct = null) : CaseEvent(At), IByOfficers, IBySigner;

/// <summary>An officer left the case because of an interest (回避, 行政处罚法 第43条).</summary>
public sealed record RecusalDeclared(
    DateTimeOffset At, CaseOfficer Officer, string Reason, CaseOfficer? Replacement, CaseSigner Signer) : CaseEvent(At), IByOfficers, IBySigner
{
    /// <inheritdoc/>
    IReadOnlyList<CaseOfficer> IByOfficers.Officers => Replacement is null ? [] : [Replacement];
}

/// <summary>The place was inspected (现场检查笔录).</summary>
/// <param name="At">Begin.</param>
/// <param name="Until">End.</param>
/// <param name="Place">Where.</param>
/// <param name="Present">Who of the party was there, and in what capacity.</param>
/// <param name="CertificatesShown">Both officers showed certificates and told the rights (第55条).</param>
/// <param name="Findings">What was found.</param>
/// <param name="PartyOpinion">What the party said to it.</param>
/// <param name="SignatureRefused">Why the record is not signed by the party; null when signed.</param>
/// <param name="Officers">The two.</param>
public sealed record SiteInspected(
    DateTimeOffset At, DateTimeOffset Until, string Place, [property: Personal] string Present, bool CertificatesShown, string Findings,
    [property: Personal] string PartyOpinion, string? SignatureRefused, IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At), IByOfficers;

/// <summary>Somebody was interviewed (询问笔录).</summary>
/// <param name="At">Begin.</param>
/// <param name="Until">End.</param>
/// <param name="Place">Where.</param>
/// <param name="Person">Who.</param>
/// <param name="PersonIdentifier">Identity number; null when not shown.</param>
/// <param name="Relation">Relation to the case.</param>
/// <param name="CertificatesShown">Certificates shown and rights told.</param>
/// <param name="Answers">Questions and answers.</param>
/// <param name="SignatureRefused">Why it is not signed; null when signed.</param>
/// <param name="Officers">The two.</param>
/// <param name="Reading">How it was put before the person; null when that was not written down.</param>
public sealed record PartyInterviewed(
    DateTimeOffset At, DateTimeOffset Until, string Place, [property: Personal] string Person, [property: Personal] string? PersonIdentifier,
    string Relation, bool CertificatesShown, IReadOnlyList<CaseAnswer> Answers, string? SignatureRefused,
    IReadOnlyList<CaseOfficer> Officers, InterviewReading? Reading = null) : CaseEvent(At), IByOfficers;

/// <summary>Correction was ordered (责令改正, 行政处罚法 第28条).</summary>
/// <param name="At">When.</param>
/// <param name="Number">Number of the order.</param>
/// <param name="Breach">Articles broken.</param>
/// <param name="Requirement">What is to be done.</param>
/// <param name="DueOn">By when.</param>
/// <param name="Service">How it was served.</param>
/// <param name="Remedies">Where to turn; null in orders from before it was told.</param>
public sealed record CorrectionOrdered(
    DateTimeOffset At, string Number, string Breach, string Requirement, DateOnly DueOn, CaseService Service, CaseRemedies? Remedies = null) : CaseEvent(At), IByOfficers
{
    /// <inheritdoc/>
    IReadOnlyList<CaseOfficer> IByOfficers.Officers => Service.Officers;
}

/// <summary>The correction was checked (复查).</summary>
public sealed record CorrectionChecked(
    DateTimeOffset At, bool Corrected, string Findings, IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At), IByOfficers;

/// <summary>The investigation ended with a report (调查终结).</summary>
/// <param name="At">When.</param>
/// <param name="Facts">Facts established.</param>
/// <param name="Evidence">Evidence they rest on.</param>
/// <param name="Breach">Articles broken.</param>
/// <param name="PenaltyBasis">Articles the penalty rests on.</param>
/// <param name="Discretion">Discretion tier and circumstances.</param>
/// <param name="IllegalGainFen">违法所得 found; 0 when none was found.</param>
/// <param name="Proposal">Proposed penalties; empty for 不予处罚.</param>
/// <param name="MajorPublicInterest">涉及重大公共利益.</param>
/// <param name="ComplexFacts">案件情况疑难复杂.</param>
/// <param name="MultipleLegalRelations">涉及多个法律关系.</param>
/// <param name="Assessment">What the rules of procedure say to the proposal.</param>
/// <param name="Officers">The two who sign the report.</param>
/// <param name="EvidenceIds">Registered evidence among it, by id; null when all was described by hand.</param>
public sealed record InvestigationConcluded(
    DateTimeOffset At, string Facts, IReadOnlyList<CaseEvidence> Evidence, string Breach, string PenaltyBasis, string Discretion,
    long IllegalGainFen, IReadOnlyList<CasePenalty> Proposal, bool MajorPublicInterest, bool ComplexFacts, bool MultipleLegalRelations,
    PenaltyAssessment Assessment, IReadOnlyList<CaseOfficer> Officers, IReadOnlyList<string>? EvidenceIds = null) : CaseEvent(At), IByOfficers;

/// <summary>The prior notice was served (行政处罚事先告知, 行政处罚法 第44条).</summary>
/// <param name="At">When.</param>
/// <param name="Number">Number of the notice.</param>
/// <param name="Facts">Facts told.</param>
/// <param name="Reasons">Reasons told.</param>
/// <param name="Breach">Articles broken.</param>
/// <param name="PenaltyBasis">Basis told.</param>
/// <param name="Penalties">Content of the intended penalty.</param>
/// <param name="RangeBasis">Article that lets the fine lie outside the base range; null otherwise.</param>
/// <param name="DefenceDays">Working days for statement and defence (setting).</param>
/// <param name="DefenceDueOn">Last day for it.</param>
/// <param name="HearingRightTold">The right to a hearing was told.</param>
/// <param name="HearingDueOn">Last day to ask for it (第64条); null when there is no such right.</param>
/// <param name="Assessment">What the rules of procedure say to the intended penalty.</param>
/// <param name="Service">How it was served.</param>
/// <param name="NewFacts">Facts found since the last notice, when this one is heavier; null otherwise.</param>
/// <param name="DepartureReason">Why the fine is another than the worksheet's (第34条); null when it is the same, or there is none.</param>
public sealed record PriorNoticeServed(
    DateTimeOffset At, string Number, string Facts, string Reasons, string Breach, string PenaltyBasis, IReadOnlyList<CasePenalty> Penalties,
    string? RangeBasis, int DefenceDays, DateOnly DefenceDueOn, bool HearingRightTold, DateOnly? HearingDueOn, PenaltyAssessment Assessment,
    CaseService Service, string? NewFacts = null, string? DepartureReason = null) : CaseEvent(At), IByOfficers
{
    /// <inheritdoc/>
    IReadOnlyList<CaseOfficer> IByOfficers.Officers => Service.Officers;
}

/// <summary>The party stated its case (陈述申辩).</summary>
/// <param name="At">When.</param>
/// <param name="Written">In writing; otherwise spoken and taken down (陈述申辩笔录).</param>
/// <param name="Content">What it said.</param>
/// <param name="Attachments">Papers handed in.</param>
/// <param name="Place">Where it spoke; null for a written one, or when that was not kept.</param>
/// <param name="Speaker">Who spoke, and in what capacity; null for a written one, or when that was not kept.</param>
public sealed record DefenceReceived(
    DateTimeOffset At, bool Written, [property: Personal] string Content, int Attachments, string? Place = null, [property: Personal] string? Speaker = null) : CaseEvent(At);

/// <summary>The party gave up statement and defence expressly and in writing (书面明确放弃, 行政处罚法 第62条).</summary>
/// <param name="At">When.</param>
/// <param name="HearingToo">The right to a hearing was given up as well.</param>
/// <param name="Note">Where the written waiver is kept.</param>
public sealed record DefenceWaived(DateTimeOffset At, bool HearingToo, string Note) : CaseEvent(At);

/// <summary>Statement and defence were checked (复核, 行政处罚法 第45条).</summary>
public sealed record DefenceReviewed(
    DateTimeOffset At, string Review, bool Adopted, string Reason, IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At), IByOfficers;

/// <summary>The party asked for a hearing (听证申请, 行政处罚法 第64条).</summary>
/// <param name="At">When.</param>
/// <param name="RequestedBy">Who asked.</param>
/// <param name="ByAgent">Asked by an agent.</param>
/// <param name="Authorisation">The agent's written authorisation; null for the party itself.</param>
public sealed record HearingRequested(DateTimeOffset At, [property: Personal] string RequestedBy, bool ByAgent = false, string? Authorisation = null) : CaseEvent(At);

/// <summary>What the decision is (决定种类, 行政处罚法 第57条).</summary>
public enum DecisionKind
{
    /// <summary>行政处罚.</summary>
    Penalty,

    /// <summary>不予处罚: minor, corrected, no harm (第33条第1款前段).</summary>
    MinorCorrected,

    /// <summary>不予处罚: 初次违法且危害后果轻微并及时改正 (第33条第1款后段).</summary>
    FirstCorrected,

    /// <summary>不予处罚: 当事人有证据足以证明没有主观过错 (第33条第2款).</summary>
    NoFault,

    /// <summary>不予处罚: under 14 (第30条).</summary>
    UnderFourteen,

    /// <summary>不予处罚: 违法事实不能成立 (第57条第1款第3项).</summary>
    NotEstablished,

    /// <summary>不予处罚: 精神病人、智力残疾人在不能辨认或者不能控制自己行为时 (第31条).</summary>
    Incapable,
}

/// <summary>The decision was made and numbered (行政处罚决定, 行政处罚法 第57、59条).</summary>
/// <param name="At">When.</param>
/// <param name="Number">Number of the decision.</param>
/// <param name="Kind">Penalty, or the ground for none.</param>
/// <param name="Facts">Facts and evidence.</param>
/// <param name="Breach">Articles broken.</param>
/// <param name="PenaltyBasis">Basis.</param>
/// <param name="Discretion">Discretion.</param>
/// <param name="Penalties">What is imposed; empty for none.</param>
/// <param name="RangeBasis">Article that lets the fine lie outside the base range; null otherwise.</param>
/// <param name="IllegalGainFen">违法所得 confiscated or 0.</param>
/// <param name="Correction">责令改正 in words (第28条).</param>
/// <param name="DefenceAnswer">What became of statement and defence.</param>
/// <param name="Remedies">Organ and court to turn to, and the bank, as set that day.</param>
/// <param name="Assessment">What the rules of procedure said.</param>
/// <param name="Signer">The head.</param>
/// <param name="ServiceDueOn">Last day to serve it (第61条).</param>
/// <param name="HearingAnswer">What became of the hearing's opinion (第65条); null without a hearing.</param>
/// <param name="Education">How the party, or its guardian, was admonished when nothing is imposed (第30、31、33条).</param>
/// <param name="Proof">The proof of no fault or incapacity; null for other grounds.</param>
/// <param name="DistinctConduct">Why an earlier fine of the same day was for other conduct (第29条); null when there is none, or it was said before.</param>
public sealed record DecisionMade(
    DateTimeOffset At, string Number, DecisionKind Kind, string Facts, string Breach, string PenaltyBasis, string Discretion,
    IReadOnlyList<CasePenalty> Penalties, string? RangeBasis, long IllegalGainFen, string Correction, string DefenceAnswer,
    CaseRemedies Remedies, PenaltyAssessment Assessment, CaseSigner Signer, DateOnly ServiceDueOn, string? HearingAnswer = null,
    string? Education = null, string? Proof = null, string? DistinctConduct = null) : CaseEvent(At), IBySigner;

/// <summary>Where to turn and to pay (救济途径和缴款), settings of the day of decision.</summary>
/// <param name="ReviewOrgan">Organ of administrative review.</param>
/// <param name="Court">Court by its name.</param>
/// <param name="Bank">Collecting bank.</param>
/// <param name="Suit">The period to sue a law of the field gives; null for six months.</param>
public sealed record CaseRemedies(string ReviewOrgan, string Court, string Bank, SuitPeriod? Suit = null);

/// <summary>A penalty was given on the spot (当场处罚, 行政处罚法 第51、52条): filed, told, decided and served at once.</summary>
/// <param name="At">When.</param>
/// <param name="CaseId">Id of the case.</param>
/// <param name="Number">Number of the form.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="ClueId">The clue; null otherwise.</param>
/// <param name="Party">The party.</param>
/// <param name="Item">The item that day.</param>
/// <param name="Subject">The subject resolved for that day.</param>
/// <param name="Place">Where.</param>
/// <param name="Facts">Facts and evidence.</param>
/// <param name="Breach">Articles broken.</param>
/// <param name="PenaltyBasis">Basis.</param>
/// <param name="Penalties">Warning, fine, or both.</param>
/// <param name="OralNotice">Content, facts, reasons, basis and the right of defence were told (第44条).</param>
/// <param name="PartyOpinion">What the party said.</param>
/// <param name="Correction">责令改正 in words.</param>
/// <param name="Remedies">Where to turn.</param>
/// <param name="Assessment">What the rules of procedure say.</param>
/// <param name="Officers">The two.</param>
/// <param name="Service">Handed over on the spot; refusal noted.</param>
/// <param name="PaymentDueOn">Last day to pay; null without a fine.</param>
/// <param name="DistinctConduct">Why an earlier fine of the same day was for other conduct (第29条); null when there is none.</param>
/// <param name="CertificatesShown">The officers showed their certificates (第52条第1款); null in entries from before it was kept.</param>
public sealed record OnSpotPenaltyDecided(
    DateTimeOffset At, string CaseId, string Number, string Source, string? ClueId, CaseParty Party, CaseItem Item, CaseSubject Subject,
    CasePlace Place, string Facts, string Breach, string PenaltyBasis, IReadOnlyList<CasePenalty> Penalties, bool OralNotice,
    [property: Personal] string PartyOpinion, string Correction, CaseRemedies Remedies, PenaltyAssessment Assessment,
    IReadOnlyList<CaseOfficer> Officers, CaseService Service, DateOnly? PaymentDueOn, string? DistinctConduct = null, bool? CertificatesShown = null) : CaseEvent(At), IByOfficers;

/// <summary>The decision was served (送达, 行政处罚法 第61条).</summary>
/// <param name="At">When.</param>
/// <param name="Service">How.</param>
/// <param name="EffectiveOn">Day it counts as served.</param>
/// <param name="PublicityTold">The party was told in writing that the decision will be published.</param>
/// <param name="PaymentDueOn">Last day to pay (第67条); null without a fine.</param>
public sealed record DecisionServed(
    DateTimeOffset At, CaseService Service, DateOnly EffectiveOn, bool PublicityTold, DateOnly? PaymentDueOn) : CaseEvent(At);

/// <summary>Money came in at the bank (缴款).</summary>
/// <param name="At">When.</param>
/// <param name="FineFen">Part paid on fine and confiscation.</param>
/// <param name="SurchargeFen">Part paid on the surcharge.</param>
/// <param name="Receipt">Number of the finance receipt (第70条).</param>
public sealed record PaymentRecorded(DateTimeOffset At, long FineFen, long SurchargeFen, string Receipt) : CaseEvent(At);

/// <summary>Whether to publish was decided (公示审批, 行政处罚法 第48条).</summary>
/// <param name="At">When.</param>
/// <param name="Publish">Published or not.</param>
/// <param name="Ground">Why: 具有一定社会影响, or why not.</param>
/// <param name="Days">How long, in days from publication; 0 when not published.</param>
/// <param name="DueOn">Last day to publish; null when not published.</param>
/// <param name="Signer">Who decided.</param>
public sealed record PublicationDecided(
    DateTimeOffset At, bool Publish, string Ground, int Days, DateOnly? DueOn, CaseSigner Signer) : CaseEvent(At), IBySigner;

/// <summary>The decision stands on the portal (公示).</summary>
public sealed record DecisionPublished(DateTimeOffset At, string PublicationId, DateOnly Until) : CaseEvent(At);

/// <summary>The publication was withdrawn (撤下公示, 行政处罚法 第48条第2款).</summary>
public sealed record PublicationWithdrawn(DateTimeOffset At, string PublicationId, string Reason) : CaseEvent(At);

/// <summary>The case is closed (结案).</summary>
/// <param name="At">When.</param>
/// <param name="Outcome">How it was performed.</param>
/// <param name="ArchiveNumber">Number of the file; null until it is archived.</param>
/// <param name="Signer">The head.</param>
/// <param name="Ground">Which lawful ground; null in cases closed before grounds were kept.</param>
public sealed record CaseClosed(DateTimeOffset At, string Outcome, string? ArchiveNumber, CaseSigner Signer, ClosingGround? Ground = null) : CaseEvent(At), IBySigner;
