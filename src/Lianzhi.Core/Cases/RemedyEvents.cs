namespace Lianzhi.Core.Cases;

/// <summary>Decisions of a case against which a party may turn (可以申请复议、提起诉讼的决定).</summary>
public enum ContestedKind
{
    /// <summary>行政处罚决定、不予行政处罚决定, with the order to correct or demolish that stands in it.</summary>
    Penalty,

    /// <summary>查封、扣押决定.</summary>
    Sealing,

    /// <summary>加处罚款决定.</summary>
    Surcharge,

    /// <summary>强制执行决定（拍卖抵缴）.</summary>
    Enforcement,

    /// <summary>代履行决定.</summary>
    Substitute,

    /// <summary>强制拆除决定.</summary>
    Demolition,

    /// <summary>撤销、变更行政处罚决定的决定.</summary>
    Amendment,

    /// <summary>责令改正通知书 of its own, besides the order that stands in a decision.</summary>
    Correction,
}

/// <summary>The decision a review or suit is against (复议、诉讼的对象). Entries from before there was one are against the penalty.</summary>
/// <param name="Kind">What it decides.</param>
/// <param name="Number">Its number.</param>
public sealed record ContestedDecision(ContestedKind Kind, string Number);

/// <summary>The party asked for review (申请行政复议).</summary>
/// <param name="At">When it was applied for.</param>
/// <param name="Organ">Organ of review.</param>
/// <param name="Request">What is asked for.</param>
/// <param name="Target">Against which decision; null for the penalty.</param>
public sealed record ReviewApplied(DateTimeOffset At, string Organ, string Request, ContestedDecision? Target = null) : CaseEvent(At);

/// <summary>What became of an application before it was decided (行政复议进展).</summary>
public enum ReviewProgress
{
    /// <summary>受理，通知答复: the ten working days of the answer begin (行政复议法 第48条).</summary>
    Accepted,

    /// <summary>不予受理或者驳回申请.</summary>
    Refused,

    /// <summary>复议期限届满不作答复.</summary>
    TermExpired,

    /// <summary>申请人撤回.</summary>
    Withdrawn,
}

/// <summary>The review went on (行政复议进展).</summary>
/// <param name="At">When; for an acceptance the day the copy reached the organ.</param>
/// <param name="Progress">What happened.</param>
/// <param name="DocumentNumber">Number of the paper; empty for none.</param>
/// <param name="AnswerDueOn">Last day to answer; null unless accepted.</param>
/// <param name="Target">Against which decision; null for the penalty.</param>
public sealed record ReviewProgressed(
    DateTimeOffset At, ReviewProgress Progress, string DocumentNumber, DateOnly? AnswerDueOn, ContestedDecision? Target = null) : CaseEvent(At);

/// <summary>The organ answered with its evidence (行政复议答复).</summary>
public sealed record ReviewAnswered(DateTimeOffset At, string Content, ContestedDecision? Target = null) : CaseEvent(At);

/// <summary>How a review or suit ended (复议、诉讼结果).</summary>
public enum RemedyResult
{
    /// <summary>维持决定、驳回请求.</summary>
    Upheld,

    /// <summary>变更.</summary>
    Changed,

    /// <summary>撤销.</summary>
    Annulled,

    /// <summary>确认违法.</summary>
    Unlawful,

    /// <summary>确认无效.</summary>
    Void,

    /// <summary>责令履行法定职责.</summary>
    OrderedToAct,

    /// <summary>撤诉、调解结案.</summary>
    Settled,
}

/// <summary>The review was decided (行政复议决定).</summary>
/// <param name="At">Day it was served.</param>
/// <param name="Number">Its number.</param>
/// <param name="Result">Result.</param>
/// <param name="Penalties">What the decision reads now; only when it was changed.</param>
/// <param name="Note">Reasons in short, and what is to be done.</param>
/// <param name="WithdrawDueOn">Last day to take a publication down (行政处罚法 第48条第2款); null when none stands.</param>
/// <param name="Target">Against which decision; null for the penalty.</param>
/// <param name="Redecide">A new decision is ordered (责令重新作出, 行政复议法 第64条, 行政诉讼法 第70条).</param>
/// <param name="RedecideBy">Last day for it; null where no term was set.</param>
public sealed record ReviewDecided(
    DateTimeOffset At, string Number, RemedyResult Result, IReadOnlyList<CasePenalty> Penalties, string Note, DateOnly? WithdrawDueOn,
    ContestedDecision? Target = null, bool Redecide = false, DateOnly? RedecideBy = null) : CaseEvent(At);

/// <summary>The party sued (提起行政诉讼).</summary>
/// <param name="At">Day of the suit.</param>
/// <param name="Court">The court.</param>
/// <param name="Number">Number of the suit.</param>
/// <param name="Request">What is asked for.</param>
/// <param name="CopyOn">Day the copy reached the organ.</param>
/// <param name="AnswerDueOn">Last day for answer and evidence (行政诉讼法 第67条).</param>
/// <param name="Target">Against which decision; null for the penalty.</param>
public sealed record SuitFiled(
    DateTimeOffset At, string Court, string Number, string Request, DateOnly CopyOn, DateOnly AnswerDueOn, ContestedDecision? Target = null) : CaseEvent(At);

/// <summary>Answer and evidence went to the court (答辩和举证).</summary>
public sealed record SuitAnswered(DateTimeOffset At, string Content, ContestedDecision? Target = null) : CaseEvent(At);

/// <summary>The court heard the case (开庭, 负责人出庭: 行政诉讼法 第3条第3款).</summary>
/// <param name="At">When.</param>
/// <param name="HeadAppeared">The head came.</param>
/// <param name="Appeared">Who came for the organ.</param>
/// <param name="Reason">Why the head did not come; null when he did.</param>
/// <param name="Target">Against which decision; null for the penalty.</param>
public sealed record CourtHearingHeld(
    DateTimeOffset At, bool HeadAppeared, string Appeared, string? Reason, ContestedDecision? Target = null) : CaseEvent(At);

/// <summary>The suit ended with effect (生效裁判).</summary>
/// <param name="At">Day it took effect.</param>
/// <param name="Number">Number of the judgment.</param>
/// <param name="Result">Result.</param>
/// <param name="Penalties">What the decision reads now; only when it was changed.</param>
/// <param name="Note">Reasons in short, and what is to be done.</param>
/// <param name="WithdrawDueOn">Last day to take a publication down; null when none stands.</param>
/// <param name="Target">Against which decision; null for the penalty.</param>
/// <param name="Redecide">A new decision is ordered (责令重新作出, 行政复议法 第64条, 行政诉讼法 第70条).</param>
/// <param name="RedecideBy">Last day for it; null where no term was set.</param>
public sealed record SuitEnded(
    DateTimeOffset At, string Number, RemedyResult Result, IReadOnlyList<CasePenalty> Penalties, string Note, DateOnly? WithdrawDueOn,
    ContestedDecision? Target = null, bool Redecide = false, DateOnly? RedecideBy = null) : CaseEvent(At);

/// <summary>The case goes back to the investigation because review or court ordered a new decision (重新处理).</summary>
/// <param name="At">When.</param>
/// <param name="Reason">What is to be investigated and weighed anew.</param>
/// <param name="ProcedureOnly">Annulled for its procedure alone.</param>
/// <param name="DueOn">Last day for the new decision; null where no term was set.</param>
/// <param name="WithdrawBy">Last day to take a publication down; null when none stands.</param>
/// <param name="Signer">The head.</param>
public sealed record CaseReopened(DateTimeOffset At, string Reason, bool ProcedureOnly, DateOnly? DueOn, DateOnly? WithdrawBy, CaseSigner Signer) : CaseEvent(At), IBySigner;
