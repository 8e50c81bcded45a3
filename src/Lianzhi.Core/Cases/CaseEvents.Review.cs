namespace Lianzhi.Core.Cases;

/// <summary>The unit's own check before the notice (内部案件审核); only where a setting asks for it.</summary>
public sealed record InternallyChecked(DateTimeOffset At, bool Passed, string Opinion, CasePerson Checker) : CaseEvent(At);

/// <summary>The case was sent to legal review (法制审核送审, 行政处罚法 第58条).</summary>
/// <param name="At">When.</param>
/// <param name="Grounds">Grounds in the order of the article; empty when the unit asks for it without a duty.</param>
/// <param name="Materials">What was sent.</param>
/// <param name="Response">What became of the last opinion; null in the first round.</param>
/// <param name="Proposal">The penalties reviewed.</param>
/// <param name="Reviewer">Who reviews.</param>
/// <param name="DueOn">Last day for the opinion (setting).</param>
/// <param name="SubmittedBy">Account.</param>
/// <param name="Measure">The coercion reviewed; null when the penalty is.</param>
public sealed record LegalReviewSubmitted(
    DateTimeOffset At, IReadOnlyList<string> Grounds, string Materials, string? Response, IReadOnlyList<CasePenalty> Proposal, CaseReviewer Reviewer,
    DateOnly DueOn, string SubmittedBy, ReviewedMeasure? Measure = null) : CaseEvent(At);

/// <summary>Another reviewer took over (变更法制审核人员).</summary>
/// <param name="At">When.</param>
/// <param name="Leaving">Who reviewed before.</param>
/// <param name="Reviewer">Who reviews now.</param>
/// <param name="Reason">Why.</param>
/// <param name="Signer">The head.</param>
/// <param name="Round">Index of the round; null for the last one about the penalty.</param>
public sealed record LegalReviewReassigned(
    DateTimeOffset At, CaseReviewer Leaving, CaseReviewer Reviewer, string Reason, CaseSigner Signer, int? Round = null) : CaseEvent(At), IBySigner;

/// <summary>The opinion of legal review (法制审核意见).</summary>
/// <param name="At">When.</param>
/// <param name="Opinion">What it concludes.</param>
/// <param name="Findings">Everything found, told at once.</param>
/// <param name="Note">Further remarks.</param>
/// <param name="Reviewer">Who reviewed.</param>
/// <param name="Round">Index of the round; null for the last one about the penalty.</param>
public sealed record LegalReviewConcluded(
    DateTimeOffset At, ReviewOpinion Opinion, IReadOnlyList<ReviewFinding> Findings, string Note, CaseReviewer Reviewer, int? Round = null) : CaseEvent(At);

/// <summary>The heads of the subject discussed the case (集体讨论, 行政处罚法 第57条第2款).</summary>
/// <param name="At">Begin.</param>
/// <param name="Until">End.</param>
/// <param name="Place">Where.</param>
/// <param name="Presenter">Investigator who reported; does not vote.</param>
/// <param name="Recorder">Who kept the record.</param>
/// <param name="Members">Heads of the subject with their opinions.</param>
/// <param name="Kind">The result: penalty, or the ground for none.</param>
/// <param name="Penalties">What was agreed; empty for none.</param>
/// <param name="Result">The result in words.</param>
public sealed record CollectivelyDiscussed(
    DateTimeOffset At, DateTimeOffset Until, string Place, CaseOfficer Presenter, CasePerson Recorder, IReadOnlyList<DiscussionMember> Members,
    DecisionKind Kind, IReadOnlyList<CasePenalty> Penalties, string Result) : CaseEvent(At);
