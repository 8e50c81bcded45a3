using Lianzhi.Core.Records;

namespace Lianzhi.Core.Cases;

/// <summary>Somebody asked that a person leave the case (申请回避, 行政处罚法 第43条第2款).</summary>
public sealed record RecusalRequested(DateTimeOffset At, CasePerson Person, [property: Personal] string RequestedBy, string Reason) : CaseEvent(At);

/// <summary>The head refused a recusal (驳回回避申请, 行政处罚法 第43条第3款).</summary>
public sealed record RecusalRefused(DateTimeOffset At, string PersonId, string Reason, CaseSigner Signer) : CaseEvent(At), IBySigner;

/// <summary>Other officers took the case over (变更承办人).</summary>
public sealed record OfficersChanged(
    DateTimeOffset At, IReadOnlyList<CaseOfficer> Leaving, IReadOnlyList<CaseOfficer> Officers, string Reason, string Materials, CaseSigner Signer) : CaseEvent(At), IByOfficers, IBySigner;

/// <summary>The investigation was opened again (补充调查); what had been told has to be told anew.</summary>
public sealed record InvestigationReopened(DateTimeOffset At, string Reason, CaseSigner Signer) : CaseEvent(At), IBySigner;

/// <summary>The investigation was suspended on a ground of a named rule (中止调查).</summary>
public sealed record InvestigationSuspended(DateTimeOffset At, CaseRule Rule, string Reason, CaseSigner Signer) : CaseEvent(At), IBySigner;

/// <summary>The investigation goes on (恢复调查).</summary>
/// <param name="At">When.</param>
/// <param name="Reason">Why the ground fell away.</param>
/// <param name="DecisionDueOn">Last day for the decision, the days of the suspension left out where the rule says so; null where a new decision has no term.</param>
/// <param name="Signer">The head.</param>
public sealed record InvestigationResumed(DateTimeOffset At, string Reason, DateOnly? DecisionDueOn, CaseSigner Signer) : CaseEvent(At), IBySigner;

/// <summary>The investigation ended for good on a ground of a named rule (终止调查).</summary>
public sealed record InvestigationTerminated(DateTimeOffset At, CaseRule Rule, string Reason, CaseSigner Signer, string? Number = null) : CaseEvent(At), IBySigner;

/// <summary>The case was withdrawn (撤案).</summary>
public sealed record CaseWithdrawn(DateTimeOffset At, WithdrawalGround Ground, string Reason, CaseSigner Signer, string? Number = null) : CaseEvent(At), IBySigner;

/// <summary>The ninety days were extended under a named rule (办案期限延长, 行政处罚法 第60条).</summary>
public sealed record DecisionTermExtended(DateTimeOffset At, CaseRule Rule, int Days, string Reason, DateOnly DecisionDueOn, CaseSigner Signer) : CaseEvent(At), IBySigner;

/// <summary>Days of a test, hearing or notice are not counted under a named rule (不计入办案期限).</summary>
public sealed record TimeExcluded(
    DateTimeOffset At, CaseRule Rule, DateOnly From, DateOnly To, string Reason, DateOnly DecisionDueOn, CaseSigner Signer) : CaseEvent(At), IBySigner;

/// <summary>A clerical error of the decision was corrected (决定更正).</summary>
public sealed record DecisionCorrected(DateTimeOffset At, string Number, string Was, string Becomes, string Reason, CaseSigner Signer) : CaseEvent(At), IBySigner;

/// <summary>The organ revoked or changed its own decision (撤销、变更决定).</summary>
/// <param name="At">When.</param>
/// <param name="Number">Number of the paper.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Reason">Why.</param>
/// <param name="Penalties">What remains of the penalties when changed; empty otherwise.</param>
/// <param name="DecideAnew">The case goes back to the investigation.</param>
/// <param name="WithdrawBy">Last day to take the publication down (第48条第2款); null when it was not published.</param>
/// <param name="Signer">The head.</param>
public sealed record DecisionAmended(
    DateTimeOffset At, string Number, AmendmentKind Kind, string Reason, IReadOnlyList<CasePenalty> Penalties, bool DecideAnew, DateOnly? WithdrawBy,
    CaseSigner Signer) : CaseEvent(At), IBySigner;

/// <summary>The rule an interruption or extension rests on, as it stood that day.</summary>
/// <param name="Id">Id in <see cref="DomainRules"/>.</param>
/// <param name="Title">Rule and article.</param>
/// <param name="Text">What it says.</param>
/// <param name="Verified">False while it has to be confirmed (待核).</param>
public sealed record CaseRule(string Id, string Title, string Text, bool Verified);
