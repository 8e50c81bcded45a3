using Lianzhi.Core.Records;

namespace Lianzhi.Core.Cases.Measures;

/// <summary>A sample was taken as evidence (抽样取证, 行政处罚法 第56条).</summary>
/// <param name="At">When.</param>
/// <param name="Number">Number of the notice.</param>
/// <param name="Place">Where.</param>
/// <param name="Goods">Samples with quantities.</param>
/// <param name="Method">How they were drawn.</param>
/// <param name="Purpose">What they are to prove.</param>
/// <param name="Present">Who of the party was there.</param>
/// <param name="SignatureRefused">Why the list is not signed; null when signed.</param>
/// <param name="Officers">The two.</param>
public sealed record SampleTaken(
    DateTimeOffset At, string Number, string Place, IReadOnlyList<CaseGoods> Goods, string Method, string Purpose, [property: Personal] string Present,
    string? SignatureRefused, IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At), IMeasureEvent, IByOfficers;

/// <summary>A test, inspection or expert opinion was commissioned (委托检测、检验、检疫或者技术鉴定).</summary>
/// <param name="At">When.</param>
/// <param name="Number">Number of the notice of its period.</param>
/// <param name="Kind">检测, 检验, 检疫 or 技术鉴定.</param>
/// <param name="Specimen">What is tested.</param>
/// <param name="Institution">By whom.</param>
/// <param name="Question">What is to be found out.</param>
/// <param name="Sealing">Index of the sealing whose days it takes out; null for none.</param>
/// <param name="From">First day of the test.</param>
/// <param name="Until">Announced last day.</param>
/// <param name="Told">How the period was told the party in writing; null when it was not, and then the days count (行政强制法 第25条第3款).</param>
/// <param name="Officers">The two.</param>
public sealed record TestCommissioned(
    DateTimeOffset At, string Number, string Kind, string Specimen, string Institution, string Question, int? Sealing, DateOnly From, DateOnly Until,
    CaseService? Told, IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At), IMeasureEvent, IByOfficers;

/// <summary>The test came to its end (检测、鉴定意见).</summary>
/// <param name="At">When the report came.</param>
/// <param name="Test">Index of the test.</param>
/// <param name="ReportNumber">Number of the report.</param>
/// <param name="Opinion">What it found.</param>
/// <param name="ToldParty">The party was told the opinion and that it may ask for another.</param>
/// <param name="Officers">The two.</param>
public sealed record TestConcluded(
    DateTimeOffset At, int Test, string ReportNumber, string Opinion, bool ToldParty, IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At), IMeasureEvent, IByOfficers;

/// <summary>Officers asked the head for a measure (提请审批措施).</summary>
/// <param name="At">When; for an act on the spot the time of the report (行政强制法 第19条).</param>
/// <param name="Kind">Which measure.</param>
/// <param name="Sealing">For an extension, and for a sealing done on the spot: its index; null otherwise.</param>
/// <param name="Goods">Goods, place or facility.</param>
/// <param name="Reason">Why it is needed.</param>
/// <param name="LegalBasis">Law or regulation that allows it.</param>
/// <param name="Officers">Who asks.</param>
public sealed record MeasureRequested(
    DateTimeOffset At, MeasureKind Kind, int? Sealing, IReadOnlyList<CaseGoods> Goods, string Reason, string LegalBasis,
    IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At), IMeasureEvent, IByOfficers;

/// <summary>The head approved (批准措施).</summary>
/// <param name="At">When.</param>
/// <param name="Request">Which request.</param>
/// <param name="Opinion">What the head said.</param>
/// <param name="Signer">The head.</param>
/// <param name="Number">Number of the paper; null where none was kept.</param>
public sealed record MeasureApproved(DateTimeOffset At, int Request, string Opinion, CaseSigner Signer, string? Number = null) : CaseEvent(At), IMeasureEvent, IBySigner;

/// <summary>The head refused (不批准措施).</summary>
public sealed record MeasureRefused(DateTimeOffset At, int Request, string Reason, CaseSigner Signer) : CaseEvent(At), IMeasureEvent, IBySigner;

/// <summary>Evidence that may be lost was registered and preserved (先行登记保存, 行政处罚法 第56条).</summary>
/// <param name="At">When.</param>
/// <param name="Number">Number of the notice.</param>
/// <param name="Request">Index of the approved request.</param>
/// <param name="Goods">The list.</param>
/// <param name="Reason">Why it may be lost or hard to get later.</param>
/// <param name="Place">Where it is kept.</param>
/// <param name="Keeper">Who keeps it.</param>
/// <param name="DueOn">Last of the seven working days for the decision.</param>
/// <param name="Service">How notice and list were delivered.</param>
/// <param name="Officers">The two.</param>
public sealed record EvidencePreserved(
    DateTimeOffset At, string Number, int Request, IReadOnlyList<CaseGoods> Goods, string Reason, string Place, [property: Personal] string Keeper,
    DateOnly DueOn, CaseService Service, IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At), IMeasureEvent, IByOfficers;

/// <summary>What becomes of preserved evidence was decided (先行登记保存处理决定).</summary>
public sealed record PreservationDecided(
    DateTimeOffset At, string Number, int Preservation, PreservationDisposal Disposal, string Reason, CaseSigner Signer) : CaseEvent(At), IMeasureEvent, IBySigner;

/// <summary>Goods or a place were sealed or seized (查封、扣押, 行政强制法 第18、22至25条).</summary>
/// <param name="At">Begin.</param>
/// <param name="Until">End.</param>
/// <param name="Number">Number of the decision.</param>
/// <param name="Kind">查封 or 扣押.</param>
/// <param name="Request">Index of the approved request; null when done on the spot.</param>
/// <param name="Urgent">Why it could not wait (第19条); null when approved before.</param>
/// <param name="ReportDueAt">24 hours after the begin, when done on the spot.</param>
/// <param name="Reason">Why.</param>
/// <param name="LegalBasis">Law or regulation that allows it.</param>
/// <param name="CoercionSource">Why this subject holds the power.</param>
/// <param name="Goods">The list, in duplicate.</param>
/// <param name="Place">Where.</param>
/// <param name="Keeper">Who keeps it.</param>
/// <param name="Present">Who of the party was there; a witness when nobody was.</param>
/// <param name="PartyOpinion">What the party said.</param>
/// <param name="SignatureRefused">Why the record is not signed; null when signed.</param>
/// <param name="DueOn">Last of the thirty days.</param>
/// <param name="Remedies">Where to turn.</param>
/// <param name="Service">How decision and list were delivered.</param>
/// <param name="Officers">The two.</param>
public sealed record GoodsSealed(
    DateTimeOffset At, DateTimeOffset Until, string Number, MeasureKind Kind, int? Request, string? Urgent, DateTimeOffset? ReportDueAt, string Reason,
    string LegalBasis, string CoercionSource, IReadOnlyList<CaseGoods> Goods, string Place, [property: Personal] string Keeper,
    [property: Personal] string Present, [property: Personal] string PartyOpinion, string? SignatureRefused, DateOnly DueOn, CaseRemedies Remedies,
    CaseService Service, IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At), IMeasureEvent, IByOfficers;

/// <summary>A sealing was extended once and the party was told why (延长查封、扣押, 行政强制法 第25条).</summary>
public sealed record SealingExtended(
    DateTimeOffset At, string Number, int Sealing, int Request, string Reason, DateOnly DueOn, CaseService Service, IReadOnlyList<CaseOfficer> Officers)
    : CaseEvent(At), IMeasureEvent, IByOfficers;

/// <summary>A sealing was lifted (解除查封、扣押, 行政强制法 第28条).</summary>
/// <param name="At">When.</param>
/// <param name="Number">Number of the decision.</param>
/// <param name="Sealing">Which.</param>
/// <param name="Ground">Ground of 第28条.</param>
/// <param name="Reason">Why.</param>
/// <param name="Signer">The head.</param>
/// <param name="NotReturned">What does not go back to the party (第27、28条); null when all does.</param>
/// <param name="NotReturnedBasis">Why not; null likewise.</param>
public sealed record SealingLifted(
    DateTimeOffset At, string Number, int Sealing, LiftGround Ground, string Reason, CaseSigner Signer, IReadOnlyList<CaseGoods>? NotReturned = null, string? NotReturnedBasis = null) : CaseEvent(At), IMeasureEvent, IBySigner;

/// <summary>Something was done with goods of the case (涉案物品处置记录).</summary>
/// <param name="At">When.</param>
/// <param name="Sealing">Index of the sealing they come from; null for preserved evidence and samples.</param>
/// <param name="Action">What.</param>
/// <param name="Goods">Which.</param>
/// <param name="Place">Where.</param>
/// <param name="Receiver">Who keeps, receives or destroys them.</param>
/// <param name="Basis">Decision or approval it rests on.</param>
/// <param name="Witnesses">Witnesses; needed when goods are destroyed.</param>
/// <param name="Officers">The two.</param>
public sealed record CustodyRecorded(
    DateTimeOffset At, int? Sealing, GoodsAction Action, IReadOnlyList<CaseGoods> Goods, string Place, [property: Personal] string Receiver, string Basis,
    [property: Personal] string? Witnesses, IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At), IMeasureEvent, IByOfficers;

/// <summary>Substitute performance was decided and the decision delivered (代履行决定, 行政强制法 第50、51条).</summary>
/// <param name="At">When.</param>
/// <param name="Number">Number of the decision.</param>
/// <param name="Request">Index of the approved request.</param>
/// <param name="Obligation">What the party was to do and did not.</param>
/// <param name="Reason">Danger to traffic, environment or resources.</param>
/// <param name="LegalBasis">Law that allows it.</param>
/// <param name="Performer">Who performs; a third party without an interest, or the organ.</param>
/// <param name="Manner">How; without violence or threats.</param>
/// <param name="PerformOn">Day it is to be done.</param>
/// <param name="BudgetFen">Estimated cost, at cost price.</param>
/// <param name="Remedies">Where to turn.</param>
/// <param name="Service">How it was delivered.</param>
/// <param name="Officers">The two.</param>
public sealed record SubstituteOrdered(
    DateTimeOffset At, string Number, int Request, string Obligation, string Reason, string LegalBasis, string Performer, string Manner, DateOnly PerformOn,
    long BudgetFen, CaseRemedies Remedies, CaseService Service, IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At), IMeasureEvent, IByOfficers;

/// <summary>The party was demanded to perform, at least three days before (代履行催告, 行政强制法 第51条).</summary>
/// <param name="At">When.</param>
/// <param name="Number">Number of the demand.</param>
/// <param name="Requirement">What is to be done.</param>
/// <param name="EarliestOn">First day on which performance is lawful: after three working days (第69条).</param>
/// <param name="Service">How it was delivered.</param>
/// <param name="Officers">The two.</param>
public sealed record SubstituteDemanded(
    DateTimeOffset At, string Number, string Requirement, DateOnly EarliestOn, CaseService Service, IReadOnlyList<CaseOfficer> Officers)
    : CaseEvent(At), IMeasureEvent, IByOfficers;

/// <summary>Substitute performance was carried out under supervision (实施代履行).</summary>
public sealed record SubstitutePerformed(
    DateTimeOffset At, DateTimeOffset Until, string Place, string Result, [property: Personal] string Witness, long CostFen, string? Urgent,
    IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At), IMeasureEvent, IByOfficers;

/// <summary>Something on a road, river, channel or public place was cleared at once (立即清除, 行政强制法 第52条).</summary>
/// <param name="At">Begin.</param>
/// <param name="Until">End.</param>
/// <param name="Place">Which road, river or public place.</param>
/// <param name="Obstacle">What lay there.</param>
/// <param name="Reason">Why it had to go at once and the party could not do it.</param>
/// <param name="PartyPresent">The party was there.</param>
/// <param name="ToldOn">Day the party was told afterwards; null when it was there or is unknown.</param>
/// <param name="CostFen">Cost.</param>
/// <param name="Officers">The two.</param>
public sealed record ClearedAtOnce(
    DateTimeOffset At, DateTimeOffset Until, string Place, string Obstacle, string Reason, bool PartyPresent, DateOnly? ToldOn, long CostFen,
    IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At), IMeasureEvent, IByOfficers;

/// <summary>A term to demolish was announced (强制拆除公告, 行政强制法 第44条).</summary>
/// <param name="At">When.</param>
/// <param name="Number">Number of the announcement.</param>
/// <param name="Building">Building, structure or facility.</param>
/// <param name="SelfDemolishBy">Last day for the party to demolish itself.</param>
/// <param name="PostedAt">Where it was posted.</param>
/// <param name="Officers">The two.</param>
public sealed record DemolitionAnnounced(
    DateTimeOffset At, string Number, string Building, DateOnly SelfDemolishBy, string PostedAt, IReadOnlyList<CaseOfficer> Officers)
    : CaseEvent(At), IMeasureEvent, IByOfficers;

/// <summary>Forced demolition was decided (强制拆除决定, 行政强制法 第37、44条).</summary>
/// <param name="At">When.</param>
/// <param name="Number">Number of the decision.</param>
/// <param name="LegalBasis">Law that gives the power.</param>
/// <param name="GovernmentOrder">责成 of the district government (城乡规划法 第68条); null for a town's own power (第65条).</param>
/// <param name="Manner">How.</param>
/// <param name="PlannedOn">When.</param>
/// <param name="Remedies">Where to turn.</param>
/// <param name="Signer">The head.</param>
public sealed record DemolitionDecided(
    DateTimeOffset At, string Number, string LegalBasis, string? GovernmentOrder, string Manner, DateOnly PlannedOn, CaseRemedies Remedies,
    CaseSigner Signer) : CaseEvent(At), IMeasureEvent, IBySigner;

/// <summary>The building was demolished by force (实施强制拆除).</summary>
public sealed record DemolitionCarriedOut(
    DateTimeOffset At, DateTimeOffset Until, string Place, string Findings, IReadOnlyList<CaseGoods> Inventory, [property: Personal] string Witness,
    string? Urgent, IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At), IMeasureEvent, IByOfficers;

/// <summary>A group of officers reported a suspected crime (涉嫌犯罪移送报告, 移送规定 第5条).</summary>
/// <param name="At">When.</param>
/// <param name="Crime">Suspected crime.</param>
/// <param name="Articles">Articles of the criminal law and the filing standard.</param>
/// <param name="Facts">What points to it.</param>
/// <param name="DecisionDueOn">Last of the three days of the principal.</param>
/// <param name="Officers">The group, at least two.</param>
/// <param name="Number">Number of the paper; null where none was kept.</param>
public sealed record CrimeReported(
    DateTimeOffset At, string Crime, string Articles, string Facts, DateOnly DecisionDueOn, IReadOnlyList<CaseOfficer> Officers, string? Number = null)
    : CaseEvent(At), IMeasureEvent, IByOfficers;

/// <summary>The principal decided whether to transfer (移送决定).</summary>
/// <param name="At">When.</param>
/// <param name="Transfer">Transfer or not.</param>
/// <param name="Reason">Why; required when not.</param>
/// <param name="HandOverDueAt">24 hours after approval; null when not transferred.</param>
/// <param name="Signer">正职负责人 or 主持工作的负责人.</param>
public sealed record CrimeTransferDecided(DateTimeOffset At, bool Transfer, string Reason, DateTimeOffset? HandOverDueAt, CaseSigner Signer) : CaseEvent(At), IMeasureEvent, IBySigner;

/// <summary>The case was handed over to the police of the same level (移送公安机关, 移送规定 第5、6条).</summary>
/// <param name="At">When.</param>
/// <param name="Number">Number of the 移送书.</param>
/// <param name="Police">The police.</param>
/// <param name="Receiver">Who signed for it.</param>
/// <param name="Materials">移送书, report, list of goods, test reports, other.</param>
/// <param name="AnswerDueOn">Last of the three days of the police.</param>
/// <param name="Officers">Who handed it over.</param>
public sealed record CrimeHandedOver(
    DateTimeOffset At, string Number, string Police, [property: Personal] string Receiver, IReadOnlyList<string> Materials, DateOnly AnswerDueOn,
    IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At), IMeasureEvent, IByOfficers;

/// <summary>The police answered (公安机关立案或者不予立案, 移送规定 第8条).</summary>
public sealed record PoliceAnswered(DateTimeOffset At, bool Filed, string Reference, string Reason) : CaseEvent(At), IMeasureEvent;

/// <summary>A decision not to file was challenged (提请复议或者建议立案监督, 移送规定 第9条).</summary>
public sealed record NonFilingChallenged(DateTimeOffset At, NonFilingChannel Channel, string Reason, IReadOnlyList<CaseOfficer> Officers)
    : CaseEvent(At), IMeasureEvent, IByOfficers;

/// <summary>A letter went out (管辖、协助、移送函件).</summary>
/// <param name="At">When.</param>
/// <param name="Number">Number of the letter.</param>
/// <param name="Kind">What for.</param>
/// <param name="To">To whom.</param>
/// <param name="Subject">About what.</param>
/// <param name="Reason">Facts and reasons.</param>
/// <param name="Materials">Enclosed.</param>
/// <param name="ReplyDueOn">When an answer is asked for; null for none.</param>
/// <param name="Officers">Who prepared it.</param>
/// <param name="ToUnit">Code of the receiver, where it is a unit of this district and answers here; null for an organ outside.</param>
public sealed record LetterSent(
    DateTimeOffset At, string Number, LetterKind Kind, string To, string Subject, string Reason, IReadOnlyList<string> Materials, DateOnly? ReplyDueOn,
    IReadOnlyList<CaseOfficer> Officers, string? ToUnit = null) : CaseEvent(At), IMeasureEvent, IByOfficers;

/// <summary>A letter was answered or its receipt came back (函件回复、回执).</summary>
/// <param name="At">When.</param>
/// <param name="Letter">Its place among the letters of the case.</param>
/// <param name="Outcome">What was answered.</param>
/// <param name="Reference">Number of the answer or receipt.</param>
/// <param name="Text">What it says.</param>
/// <param name="ClueId">The clue with which the receiver goes on; null where none was made here.</param>
/// <param name="ClueNumber">Its number.</param>
public sealed record LetterAnswered(
    DateTimeOffset At, int Letter, LetterOutcome Outcome, string Reference, string Text, string? ClueId = null, string? ClueNumber = null) : CaseEvent(At), IMeasureEvent;

/// <summary>The case ended here because another organ has it (移送结案).</summary>
public sealed record CaseHandedOver(DateTimeOffset At, string To, string Outcome, CaseSigner Signer) : CaseEvent(At), IMeasureEvent, IBySigner;

/// <summary>A guardian was ordered to look after somebody who is not penalised (责令监护人管教, 行政处罚法 第30、31条).</summary>
public sealed record GuardianOrdered(
    DateTimeOffset At, string Number, CapacityGround Ground, [property: Personal] string Guardian, string Relation, string Requirement, CaseService Service,
    IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At), IMeasureEvent, IByOfficers;

/// <summary>The case is to be handled out of the ordinary (快速办理、从快从重).</summary>
/// <param name="At">When.</param>
/// <param name="Mark">Which.</param>
/// <param name="Reason">Why; for an emergency the emergency and who declared it.</param>
/// <param name="DueOn">Day by which the decision is to be made; within the ninety days.</param>
/// <param name="Signer">The head.</param>
public sealed record HandlingMarked(DateTimeOffset At, HandlingMark Mark, string Reason, DateOnly DueOn, CaseSigner Signer) : CaseEvent(At), IMeasureEvent, IBySigner;
