namespace Lianzhi.Core.Cases;

/// <summary>申请回避.</summary>
public sealed record RequestRecusal(DateTimeOffset At, string PersonId, string RequestedBy, string Reason) : CaseCommand(CaseStep.RequestRecusal);

/// <summary>驳回回避申请.</summary>
public sealed record RefuseRecusal(string PersonId, string Reason) : CaseCommand(CaseStep.RefuseRecusal);

/// <summary>变更承办人.</summary>
public sealed record HandOver(IReadOnlyList<string> To, string Reason, string Materials) : CaseCommand(CaseStep.HandOver);

/// <summary>补充调查.</summary>
public sealed record ReopenInvestigation(string Reason) : CaseCommand(CaseStep.ReopenInvestigation);

/// <summary>中止调查.</summary>
public sealed record SuspendInvestigation(string RuleId, string Reason) : CaseCommand(CaseStep.SuspendInvestigation);

/// <summary>恢复调查.</summary>
public sealed record ResumeInvestigation(string Reason) : CaseCommand(CaseStep.ResumeInvestigation);

/// <summary>终止调查.</summary>
public sealed record TerminateInvestigation(string RuleId, string Reason) : CaseCommand(CaseStep.TerminateInvestigation);

/// <summary>撤案.</summary>
public sealed record WithdrawCase(WithdrawalGround Ground, string Reason) : CaseCommand(CaseStep.WithdrawCase);

/// <summary>延长办案期限.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Days">How many days.</param>
/// <param name="Reason">Why.</param>
/// <param name="Discussion">Who discussed it and with what result, where the rule asks for it.</param>
public sealed record ExtendDecisionTerm(string RuleId, int Days, string Reason, string? Discussion = null) : CaseCommand(CaseStep.ExtendDecisionTerm);

/// <summary>不计入办案期限.</summary>
public sealed record ExcludeTime(string RuleId, DateOnly From, DateOnly To, string Reason) : CaseCommand(CaseStep.ExcludeTime);

/// <summary>内部案件审核.</summary>
public sealed record CheckInternally(bool Passed, string Opinion) : CaseCommand(CaseStep.CheckInternally);

/// <summary>送达听证通知书.</summary>
public sealed record ServeHearingNotice(
    DateTimeOffset At, DateTimeOffset HearingAt, string HearingPlace, ClosedHearingGround? ClosedGround, string HostId, string RecorderId, ServiceInput Service,
    IReadOnlyList<string> Officers) : CaseCommand(CaseStep.ServeHearingNotice);

/// <summary>更换听证主持人.</summary>
public sealed record ReplaceHearingHost(string ReplacementId, string Reason) : CaseCommand(CaseStep.ReplaceHearingHost);

/// <summary>听证延期、中止.</summary>
public sealed record AdjournHearing(DateTimeOffset At, string Reason) : CaseCommand(CaseStep.AdjournHearing);

/// <summary>登记延期听证申请.</summary>
public sealed record RequestPostponement(DateTimeOffset At, string RequestedBy, string Reason, bool ByAgent = false, string? Authorisation = null)
    : CaseCommand(CaseStep.RequestPostponement);

/// <summary>不准延期听证.</summary>
public sealed record RefusePostponement(DateTimeOffset At, string Reason) : CaseCommand(CaseStep.RefusePostponement);

/// <summary>登记放弃听证.</summary>
public sealed record ForgoHearing(
    DateTimeOffset At, HearingForgoneGround Ground, string Facts, bool Written = false, string? SignedBy = null, string? Material = null) : CaseCommand(CaseStep.ForgoHearing);

/// <summary>听证笔录.</summary>
public sealed record HoldHearing(
    DateTimeOffset At, DateTimeOffset Until, string? Present, IReadOnlyList<HearingAgent> Agents, IReadOnlyList<string> Officers, string Charge, string Answer,
    string? Debate, string? SignatureRefused) : CaseCommand(CaseStep.HoldHearing);

/// <summary>听证报告.</summary>
public sealed record ReportHearing(DateTimeOffset At, string Findings, HearingOpinion Opinion, string Reasons) : CaseCommand(CaseStep.ReportHearing);

/// <summary>提交法制审核.</summary>
/// <param name="Materials">What is sent.</param>
/// <param name="Response">What became of the last opinion; needed after one that did not agree.</param>
/// <param name="Proposal">Penalties to be reviewed; none for those of the notice.</param>
/// <param name="ReviewerId">A reviewer of the list; null for the first that is free of conflict.</param>
public sealed record SubmitReview(string Materials, string? Response = null, IReadOnlyList<CasePenalty>? Proposal = null, string? ReviewerId = null)
    : CaseCommand(CaseStep.SubmitReview);

/// <summary>变更法制审核人员.</summary>
/// <param name="ReviewerId">Who reviews from now on.</param>
/// <param name="Reason">Why.</param>
/// <param name="Round">Index of the round; null for the one that waits, that of the penalty first.</param>
public sealed record ReassignReview(string ReviewerId, string Reason, int? Round = null) : CaseCommand(CaseStep.ReassignReview);

/// <summary>出具法制审核意见.</summary>
public sealed record ConcludeReview(ReviewOpinion Opinion, IReadOnlyList<ReviewFinding> Findings, string? Note) : CaseCommand(CaseStep.ConcludeReview);

/// <summary>A head at a collective discussion, as the minutes say.</summary>
public sealed record DiscussionVoice(string OfficerId, string Opinion, bool Agrees);

/// <summary>集体讨论.</summary>
public sealed record DiscussCollectively(
    DateTimeOffset At, DateTimeOffset Until, string Place, string PresenterId, string RecorderId, IReadOnlyList<DiscussionVoice> Members, DecisionKind Kind,
    IReadOnlyList<CasePenalty> Penalties, string Result) : CaseCommand(CaseStep.DiscussCollectively);

/// <summary>What somebody of the register said at a consultation, as the minutes say.</summary>
public sealed record ConsultationVoice(string OfficerId, string Opinion);

/// <summary>疑难案件会商.</summary>
public sealed record HoldConsultation(
    DateTimeOffset At, DateTimeOffset Until, string Place, string PresiderId, string RecorderId, IReadOnlyList<ConsultationVoice> Members, IReadOnlyList<ConsultationGuest> Guests,
    IReadOnlyList<string> Questions, string Summary) : CaseCommand(CaseStep.HoldConsultation);

/// <summary>更正决定.</summary>
public sealed record CorrectDecision(string Was, string Becomes, string Reason) : CaseCommand(CaseStep.CorrectDecision);

/// <summary>撤销、变更决定.</summary>
public sealed record AmendDecision(AmendmentKind Kind, string Reason, IReadOnlyList<CasePenalty> Penalties, bool DecideAnew) : CaseCommand(CaseStep.AmendDecision);
