using Lianzhi.Core.Records;

namespace Lianzhi.Core.Cases;

/// <summary>Papers that are delivered to the party by themselves (送达文书).</summary>
public enum ServedPaper
{
    /// <summary>处罚决定书 or 不予处罚决定书.</summary>
    Decision,

    /// <summary>事先告知书.</summary>
    PriorNotice,

    /// <summary>加处罚款决定书.</summary>
    Surcharge,

    /// <summary>延期（分期）缴纳罚款通知书.</summary>
    Deferral,

    /// <summary>强制执行决定书.</summary>
    Enforcement,

    /// <summary>强制拆除决定书.</summary>
    Demolition,

    /// <summary>撤销（变更）行政处罚决定书.</summary>
    Amendment,

    /// <summary>行政处罚决定更正书.</summary>
    Correction,

    /// <summary>撤案（终止调查）决定书.</summary>
    Ending,

    /// <summary>解除查封（扣押）决定书.</summary>
    Lifting,

    /// <summary>先行登记保存证据处理决定书.</summary>
    Preservation,

    /// <summary>停止（中止）执行通知书.</summary>
    ExecutionSuspension,

    /// <summary>恢复执行通知书.</summary>
    ExecutionResumption,

    /// <summary>终结执行决定书.</summary>
    ExecutionEnding,

    /// <summary>延期听证决定书.</summary>
    HearingPostponement,
}

/// <summary>The party signed where papers reach it (送达地址确认书, 行政处罚法 第61条第2款).</summary>
/// <param name="At">When.</param>
/// <param name="Address">Address for papers.</param>
/// <param name="Phone">Telephone; null when none was given.</param>
/// <param name="ElectronicAddress">Mail address or number for electronic papers; null without consent.</param>
/// <param name="ElectronicConsent">Consents to electronic service.</param>
/// <param name="SignedBy">Who signed.</param>
public sealed record AddressConfirmed(
    DateTimeOffset At, [property: Personal] string Address, [property: Personal] string? Phone, [property: Personal] string? ElectronicAddress,
    bool ElectronicConsent, [property: Personal] string SignedBy) : CaseEvent(At)
{
    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public override bool IsAct => false;
}

/// <summary>A paper was posted, handed to another organ, or announced (送达启动): keeps the seven days of 行政处罚法 第61条.</summary>
/// <param name="At">When.</param>
/// <param name="Paper">Which paper.</param>
/// <param name="Method">How.</param>
/// <param name="Carrier">邮件号, organ asked, or where the announcement stands.</param>
/// <param name="Reason">Why no easier way works; required for an announcement.</param>
/// <param name="EffectiveOn">Day an announced paper counts as served; null where the day is not known yet.</param>
/// <param name="Officers">The two.</param>
public sealed record ServiceStarted(
    DateTimeOffset At, ServedPaper Paper, ServiceMethod Method, string Carrier, string Reason, DateOnly? EffectiveOn, IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At);

/// <summary>A paper could not be delivered (送达未成).</summary>
public sealed record ServiceFailed(
    DateTimeOffset At, ServedPaper Paper, ServiceMethod Method, [property: Personal] string Place, string Reason, IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At);

/// <summary>A paper beside decision and prior notice was served (送达其他文书).</summary>
/// <param name="At">When.</param>
/// <param name="Paper">Which kind.</param>
/// <param name="Service">How, and from when it has effect.</param>
/// <param name="Number">Number of the paper; null for one without, and in entries from before several of a kind could wait.</param>
public sealed record PaperServed(DateTimeOffset At, ServedPaper Paper, CaseService Service, string? Number = null) : CaseEvent(At);

/// <summary>Why a fine may be taken in cash (当场收缴的情形, 行政处罚法 第68、69条).</summary>
public enum CashGround
{
    /// <summary>On the spot, not more than 100 yuan (第68条第1项).</summary>
    UpToHundred,

    /// <summary>On the spot, and hard to enforce later (第68条第2项).</summary>
    HardToEnforce,

    /// <summary>Remote, on water or hard to reach, and the party asks for it (第69条); both procedures.</summary>
    Remote,
}

/// <summary>A fine was taken in cash (当场收缴罚款).</summary>
/// <param name="At">When.</param>
/// <param name="FineFen">Amount in fen.</param>
/// <param name="Ground">Why it may be.</param>
/// <param name="Note">How the ground shows; for a remote place what the party asked for.</param>
/// <param name="Receipt">Number of the finance receipt (第70条).</param>
/// <param name="LandedOn">For cash taken on water the day of landing (第71条); null otherwise.</param>
/// <param name="Officers">The two.</param>
/// <param name="HandInDueOn">Last day to hand it in.</param>
public sealed record CashCollected(
    DateTimeOffset At, long FineFen, CashGround Ground, string Note, string Receipt, DateOnly? LandedOn, IReadOnlyList<CaseOfficer> Officers,
    DateOnly HandInDueOn) : CaseEvent(At);

/// <summary>The cash reached the organ (当场收缴的罚款交回).</summary>
public sealed record CashHandedIn(DateTimeOffset At, string ReceivedBy, DateOnly BankDueOn) : CaseEvent(At);

/// <summary>The cash reached the bank (罚款缴付银行).</summary>
public sealed record CashBanked(DateTimeOffset At, string Voucher) : CaseEvent(At);

/// <summary>What the party asks for (申请事项).</summary>
public enum DeferralKind
{
    /// <summary>延期.</summary>
    Later,

    /// <summary>分期.</summary>
    Instalments,
}

/// <summary>One part of a plan (分期).</summary>
/// <param name="DueOn">Last day.</param>
/// <param name="AmountFen">Amount in fen.</param>
public sealed record Instalment(DateOnly DueOn, long AmountFen);

/// <summary>非税缴款码 of the payment slip.</summary>
/// <param name="At">When the slip was issued.</param>
/// <param name="Code">The code, without spaces.</param>
public sealed record PaymentCodeTaken(DateTimeOffset At, string Code) : CaseEvent(At)
{
    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public override bool IsAct => false;
}

/// <summary>The party asked to pay later or in parts (延期、分期缴纳申请, 行政处罚法 第66条第2款).</summary>
public sealed record DeferralApplied(DateTimeOffset At, DeferralKind Kind, [property: Personal] string Reason, string Request, int Attachments) : CaseEvent(At);

/// <summary>The head decided on it (延期、分期缴纳审批).</summary>
/// <param name="At">When.</param>
/// <param name="Number">Number of the notice.</param>
/// <param name="Approved">Granted or not.</param>
/// <param name="Kind">Later or in parts.</param>
/// <param name="Plan">What is due when; one line for a deferral, empty when refused.</param>
/// <param name="Reason">Why.</param>
/// <param name="Signer">The head.</param>
public sealed record DeferralDecided(
    DateTimeOffset At, string Number, bool Approved, DeferralKind Kind, IReadOnlyList<Instalment> Plan, string Reason, CaseSigner Signer) : CaseEvent(At), IBySigner;

/// <summary>The head ended a plan of which a part was missed (终止分期缴纳).</summary>
/// <param name="At">When.</param>
/// <param name="MissedOn">Day of the first part that was missed; the rest was due then.</param>
/// <param name="Reason">Why.</param>
/// <param name="Signer">The head.</param>
public sealed record DeferralEnded(DateTimeOffset At, DateOnly MissedOn, string Reason, CaseSigner Signer) : CaseEvent(At), IBySigner;

/// <summary>The head imposed the daily surcharge (加处罚款, 行政处罚法 第72条: 可以).</summary>
/// <param name="At">When.</param>
/// <param name="Number">Number of the decision.</param>
/// <param name="BaseFen">Unpaid fine on the last day to pay, in fen; also the most the surcharge can reach.</param>
/// <param name="DueOn">Last day to pay; the day after is the first counted.</param>
/// <param name="Reason">Why.</param>
/// <param name="Signer">The head.</param>
public sealed record SurchargeImposed(DateTimeOffset At, string Number, long BaseFen, DateOnly DueOn, string Reason, CaseSigner Signer) : CaseEvent(At), IBySigner;

/// <summary>The party was urged to perform (催告, 行政强制法 第35、54条).</summary>
/// <param name="At">When.</param>
/// <param name="Number">Number of the paper.</param>
/// <param name="FineFen">Fine and confiscation still unpaid, in fen.</param>
/// <param name="SurchargeFen">Surcharge up to that day, in fen.</param>
/// <param name="Duty">Other duties still open, in words; null for none.</param>
/// <param name="Term">By when and how to perform.</param>
/// <param name="WaitUntil">Last day of the ten working days; a court may be asked from the day after.</param>
/// <param name="Service">How it was served.</param>
public sealed record DemandServed(
    DateTimeOffset At, string Number, long FineFen, long SurchargeFen, string? Duty, string Term, DateOnly WaitUntil, CaseService Service) : CaseEvent(At);

/// <summary>What the party said to it was heard and checked (听取催告后的陈述申辩, 行政强制法 第36条).</summary>
public sealed record DemandHeard(
    DateTimeOffset At, [property: Personal] string Statement, string Review, bool Adopted, string Reason, IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At), IByOfficers;

/// <summary>The court was asked to enforce (申请人民法院强制执行, 行政强制法 第53至55条).</summary>
/// <param name="At">When.</param>
/// <param name="Number">Number of the application.</param>
/// <param name="Court">The court.</param>
/// <param name="Request">What it is asked to enforce.</param>
/// <param name="FineFen">Fine and confiscation, in fen.</param>
/// <param name="SurchargeFen">Surcharge, in fen.</param>
/// <param name="Property">What is known of the object of execution (第55条第4项).</param>
/// <param name="Signer">The head.</param>
public sealed record CourtApplied(
    DateTimeOffset At, string Number, string Court, string Request, long FineFen, long SurchargeFen, [property: Personal] string Property, CaseSigner Signer) : CaseEvent(At), IBySigner;

/// <summary>What the court did (法院办理结果).</summary>
public enum CourtResult
{
    /// <summary>受理.</summary>
    Accepted,

    /// <summary>不予受理.</summary>
    NotAccepted,

    /// <summary>裁定准予强制执行.</summary>
    Granted,

    /// <summary>裁定不准予强制执行.</summary>
    Refused,

    /// <summary>执行完毕.</summary>
    Enforced,

    /// <summary>终结执行.</summary>
    Ended,
}

/// <summary>The court answered (法院受理、裁定和执行结果, 行政强制法 第56至58条).</summary>
public sealed record CourtAnswered(DateTimeOffset At, CourtResult Result, string DocumentNumber, string Note) : CaseEvent(At);

/// <summary>
/// The organ decided to sell sealed goods for the fine (拍卖抵缴的强制执行决定, 行政强制法 第46条第3款). 代履行 and the
/// demolition of unlawful buildings are measures of their own; everything else is for the court.
/// </summary>
/// <param name="At">When.</param>
/// <param name="Number">Number of the decision.</param>
/// <param name="Manner">Which goods, and how they are sold.</param>
/// <param name="Signer">The head.</param>
public sealed record EnforcementDecided(DateTimeOffset At, string Number, string Manner, CaseSigner Signer) : CaseEvent(At), IBySigner;

/// <summary>It was carried out (实施强制执行).</summary>
public sealed record EnforcementCarriedOut(
    DateTimeOffset At, DateTimeOffset Until, [property: Personal] string Witness, string Result, bool Emergency, IReadOnlyList<CaseOfficer> Officers) : CaseEvent(At);

/// <summary>Who may stop an execution (停止执行的情形, 行政处罚法 第73条第1款; 行政复议法 第42条; 行政诉讼法 第56条; 行政强制法 第39条).</summary>
public enum SuspensionGround
{
    /// <summary>复议机关决定停止执行.</summary>
    ReviewOrgan,

    /// <summary>人民法院裁定停止执行.</summary>
    Court,

    /// <summary>The organ itself finds that it should stop while review or suit runs.</summary>
    Organ,

    /// <summary>中止执行 on a ground of 行政强制法 第39条.</summary>
    Hindered,
}

/// <summary>The execution was stopped (停止执行、中止执行).</summary>
/// <param name="At">When.</param>
/// <param name="Ground">Who stops it.</param>
/// <param name="DocumentNumber">Number of what the organ of review or the court ordered.</param>
/// <param name="Reason">Why.</param>
/// <param name="Signer">The head; null in entries from before it was kept.</param>
public sealed record ExecutionSuspended(DateTimeOffset At, SuspensionGround Ground, string DocumentNumber, string Reason, CaseSigner? Signer = null) : CaseEvent(At), IBySigner;

/// <summary>It goes on (恢复执行).</summary>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Signer">The head; null in entries from before it was kept.</param>
public sealed record ExecutionResumed(DateTimeOffset At, string Reason, CaseSigner? Signer = null) : CaseEvent(At), IBySigner;

/// <summary>The execution was ended for good (终结执行, 行政强制法 第40条).</summary>
/// <param name="At">When.</param>
/// <param name="Ground">Item of 第40条.</param>
/// <param name="Reason">Facts.</param>
/// <param name="Signer">The head.</param>
public sealed record ExecutionEnded(DateTimeOffset At, EndGround Ground, string Reason, CaseSigner Signer) : CaseEvent(At), IBySigner;

/// <summary>Grounds to end an execution (行政强制法 第40条).</summary>
public enum EndGround
{
    /// <summary>公民死亡，无遗产可供执行，又无义务承受人.</summary>
    PersonDied,

    /// <summary>法人或者其他组织终止，无财产可供执行，又无义务承受人.</summary>
    OrganisationEnded,

    /// <summary>执行标的灭失.</summary>
    ObjectLost,

    /// <summary>据以执行的行政决定被撤销.</summary>
    DecisionAnnulled,

    /// <summary>行政机关认为需要终结执行的其他情形: 中止执行满三年未恢复 (第39条第2款).</summary>
    StoppedThreeYears,
}

/// <summary>The organ agreed with the party how the decision is performed (执行协议, 行政强制法 第42条).</summary>
/// <param name="At">When.</param>
/// <param name="Plan">What is paid when; empty when no money is open.</param>
/// <param name="Stages">Other duties, stage by stage; null for none.</param>
/// <param name="Remedy">What the party did to make good; null for nothing.</param>
/// <param name="WaivedFen">Surcharge let off, in fen; falls due again when the agreement is broken.</param>
/// <param name="SignedBy">Who signed for the party.</param>
/// <param name="Signer">The head.</param>
public sealed record AgreementMade(
    DateTimeOffset At, IReadOnlyList<Instalment> Plan, string? Stages, string? Remedy, long WaivedFen, [property: Personal] string SignedBy, CaseSigner Signer) : CaseEvent(At), IBySigner;

/// <summary>The party did not keep it, and the execution goes on (恢复强制执行, 行政强制法 第42条第2款).</summary>
public sealed record AgreementEnded(DateTimeOffset At, string Reason, CaseSigner Signer) : CaseEvent(At), IBySigner;

/// <summary>An on-the-spot decision was filed with the organ (当场处罚报备, 行政处罚法 第52条第3款).</summary>
public sealed record OnSpotReported(DateTimeOffset At, string ReceivedBy) : CaseEvent(At);

/// <summary>Why a case may be closed (结案情形).</summary>
public enum ClosingGround
{
    /// <summary>处罚决定执行完毕.</summary>
    Performed,

    /// <summary>不予行政处罚的决定已送达.</summary>
    NoPenalty,

    /// <summary>人民法院执行完毕.</summary>
    CourtEnforced,

    /// <summary>终结执行.</summary>
    ExecutionEnded,

    /// <summary>决定被撤销或者确认无效.</summary>
    Annulled,

    /// <summary>复议机关变更决定，由复议机关执行 (行政复议法 第78条).</summary>
    ChangedOnReview,
}

/// <summary>The closed case was filed away (归档).</summary>
/// <param name="At">When.</param>
/// <param name="Number">档案号.</param>
/// <param name="Retention">保管期限, in words.</param>
/// <param name="Pages">Number of pages.</param>
/// <param name="Note">备考: what is missing or kept elsewhere; null for nothing.</param>
/// <param name="FiledBy">立卷人; null in entries from before it was kept.</param>
/// <param name="CheckedBy">检查人; null when nobody checked, or it was not kept.</param>
public sealed record CaseArchived(
    DateTimeOffset At, string Number, string Retention, int Pages, string? Note, string? FiledBy = null, string? CheckedBy = null) : CaseEvent(At);

/// <summary>The head put other officers on the case (指派办案人员).</summary>
public sealed record OfficersAssigned(DateTimeOffset At, IReadOnlyList<CaseOfficer> Officers, string Reason, CaseSigner Signer) : CaseEvent(At), IByOfficers, IBySigner
{
    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public override bool IsAct => false;
}

/// <summary>How a paper stands on the provincial platform (闽执法文书状态).</summary>
public enum PlatformWay
{
    /// <summary>平台制发: issued there, number and seal come from there.</summary>
    Issued,

    /// <summary>补录: made here while the platform could not be used, entered afterwards (福建省人民政府令第242号 第17条).</summary>
    Entered,
}

/// <summary>A paper on the provincial platform.</summary>
/// <param name="Kind">Name of its kind.</param>
/// <param name="Index">Which, from 0.</param>
/// <param name="Way">Issued there or entered afterwards.</param>
/// <param name="Number">Its number there; null when it has none.</param>
public sealed record PlatformPaper(string Kind, int Index, PlatformWay Way, string? Number);

/// <summary>The case got its number on the provincial platform (闽执法案号).</summary>
public sealed record PlatformNumbered(DateTimeOffset At, string Number) : CaseEvent(At)
{
    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public override bool IsAct => false;
}

/// <summary>Papers stand on the provincial platform (闽执法平台文书登记).</summary>
public sealed record PapersEntered(DateTimeOffset At, IReadOnlyList<PlatformPaper> Papers) : CaseEvent(At)
{
    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public override bool IsAct => false;
}

/// <summary>What was paid too much went back (退还罚没款).</summary>
/// <param name="At">When.</param>
/// <param name="FineFen">Of fine and confiscated gains, in fen.</param>
/// <param name="SurchargeFen">Of the surcharge, in fen.</param>
/// <param name="Receiver">Who received it.</param>
/// <param name="Voucher">Number of the voucher of the treasury.</param>
public sealed record PaymentRefunded(DateTimeOffset At, long FineFen, long SurchargeFen, [property: Personal] string Receiver, string Voucher) : CaseEvent(At);
