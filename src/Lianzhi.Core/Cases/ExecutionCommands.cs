namespace Lianzhi.Core.Cases;

/// <summary>登记送达地址确认书.</summary>
public sealed record ConfirmAddress(DateTimeOffset At, string Address, string? Phone, string? ElectronicAddress, bool ElectronicConsent, string SignedBy)
    : CaseCommand(CaseStep.ConfirmAddress);

/// <summary>交邮、委托送达或者发布送达公告.</summary>
public sealed record StartService(DateTimeOffset At, ServedPaper Paper, ServiceMethod Method, string Carrier, string Reason, IReadOnlyList<string> Officers)
    : CaseCommand(CaseStep.StartService);

/// <summary>登记送达未成.</summary>
public sealed record RecordFailedService(DateTimeOffset At, ServedPaper Paper, ServiceMethod Method, string Place, string Reason, IReadOnlyList<string> Officers)
    : CaseCommand(CaseStep.RecordFailedService);

/// <summary>送达其他文书. Of several papers of a kind the number says which; without it the oldest that waits is meant.</summary>
public sealed record ServePaper(DateTimeOffset At, ServedPaper Paper, ServiceInput Service, IReadOnlyList<string> Officers, string? Number = null) : CaseCommand(CaseStep.ServePaper);

/// <summary>当场收缴罚款.</summary>
public sealed record CollectCash(DateTimeOffset At, long FineFen, CashGround Ground, string Note, string Receipt, DateOnly? LandedOn, IReadOnlyList<string> Officers)
    : CaseCommand(CaseStep.CollectCash);

/// <summary>当场收缴的罚款交回机关.</summary>
public sealed record HandInCash(DateTimeOffset At, string ReceivedBy) : CaseCommand(CaseStep.HandInCash);

/// <summary>罚款缴付银行.</summary>
public sealed record BankCash(DateTimeOffset At, string Voucher) : CaseCommand(CaseStep.BankCash);

/// <summary>登记非税缴款码: the code of the payment slip that the party pays by; a later one takes its place.</summary>
/// <param name="At">When the slip was issued.</param>
/// <param name="Code">缴款码.</param>
public sealed record TakePaymentCode(DateTimeOffset At, string Code) : CaseCommand(CaseStep.TakePaymentCode);

/// <summary>登记延期（分期）缴纳申请.</summary>
public sealed record ApplyDeferral(DateTimeOffset At, DeferralKind Kind, string Reason, string Request, int Attachments) : CaseCommand(CaseStep.ApplyDeferral);

/// <summary>审批延期（分期）缴纳.</summary>
public sealed record DecideDeferral(bool Approved, IReadOnlyList<Instalment> Plan, string Reason) : CaseCommand(CaseStep.DecideDeferral);

/// <summary>终止分期缴纳.</summary>
public sealed record EndDeferral(string Reason) : CaseCommand(CaseStep.EndDeferral);

/// <summary>加处罚款.</summary>
public sealed record ImposeSurcharge(string Reason) : CaseCommand(CaseStep.ImposeSurcharge);

/// <summary>送达催告书.</summary>
public sealed record ServeDemand(DateTimeOffset At, string Term, string? Duty, ServiceInput Service, IReadOnlyList<string> Officers) : CaseCommand(CaseStep.ServeDemand);

/// <summary>听取催告后的陈述申辩.</summary>
public sealed record HearDemand(DateTimeOffset At, string Statement, string Review, bool Adopted, string Reason, IReadOnlyList<string> Officers) : CaseCommand(CaseStep.HearDemand);

/// <summary>申请人民法院强制执行.</summary>
public sealed record ApplyToCourt(string Request, string Property) : CaseCommand(CaseStep.ApplyToCourt);

/// <summary>登记法院受理和裁定.</summary>
public sealed record RecordCourtAnswer(DateTimeOffset At, CourtResult Result, string DocumentNumber, string Note) : CaseCommand(CaseStep.RecordCourtAnswer);

/// <summary>强制执行决定.</summary>
public sealed record DecideEnforcement(string Manner) : CaseCommand(CaseStep.DecideEnforcement);

/// <summary>实施强制执行.</summary>
public sealed record CarryOutEnforcement(DateTimeOffset At, DateTimeOffset Until, string Witness, string Result, bool Emergency, IReadOnlyList<string> Officers)
    : CaseCommand(CaseStep.CarryOutEnforcement);

/// <summary>停止（中止）执行.</summary>
public sealed record SuspendExecution(DateTimeOffset At, SuspensionGround Ground, string DocumentNumber, string Reason) : CaseCommand(CaseStep.SuspendExecution);

/// <summary>恢复执行.</summary>
public sealed record ResumeExecution(DateTimeOffset At, string Reason) : CaseCommand(CaseStep.ResumeExecution);

/// <summary>终结执行.</summary>
public sealed record EndExecution(EndGround Ground, string Reason) : CaseCommand(CaseStep.EndExecution);

/// <summary>达成执行协议.</summary>
/// <param name="Plan">What is paid when.</param>
/// <param name="Stages">Other duties, stage by stage; null for none.</param>
/// <param name="Remedy">What the party did to make good; null for nothing.</param>
/// <param name="WaivedFen">Surcharge let off, in fen.</param>
/// <param name="HarmsNobody">The public interest and others' rights are not harmed.</param>
/// <param name="SignedBy">Who signed for the party.</param>
public sealed record MakeAgreement(IReadOnlyList<Instalment> Plan, string? Stages, string? Remedy, long WaivedFen, bool HarmsNobody, string SignedBy)
    : CaseCommand(CaseStep.MakeAgreement);

/// <summary>终止执行协议，恢复强制执行.</summary>
public sealed record EndAgreement(string Reason) : CaseCommand(CaseStep.EndAgreement);

/// <summary>登记行政复议申请; without the number of a decision it is the penalty that is contested.</summary>
public sealed record RecordReviewApplication(DateTimeOffset At, string Organ, string Request, string? Target = null) : CaseCommand(CaseStep.RecordReviewApplication);

/// <summary>登记行政复议进展; here and below the number of the decision may be left out while one review or suit alone is open.</summary>
public sealed record RecordReviewProgress(DateTimeOffset At, ReviewProgress Progress, string DocumentNumber, string? Target = null) : CaseCommand(CaseStep.RecordReviewProgress);

/// <summary>提交行政复议答复.</summary>
public sealed record AnswerReview(DateTimeOffset At, string Content, string? Target = null) : CaseCommand(CaseStep.AnswerReview);

/// <summary>登记行政复议决定.</summary>
public sealed record RecordReviewDecision(
    DateTimeOffset At, string Number, RemedyResult Result, IReadOnlyList<CasePenalty> Penalties, string Note, string? Target = null, bool Redecide = false, DateOnly? RedecideBy = null)
    : CaseCommand(CaseStep.RecordReviewDecision);

/// <summary>退还罚没款: what was paid beyond what is still owed goes back.</summary>
public sealed record RecordRefund(DateTimeOffset At, long FineFen, long SurchargeFen, string Receiver, string Voucher) : CaseCommand(CaseStep.RecordRefund);

/// <summary>重新处理: the review or judgment that annulled the decision orders a new one.</summary>
/// <param name="Reason">What is to be investigated and weighed anew.</param>
/// <param name="ProcedureOnly">It was annulled for its procedure alone, so that the same facts may lead to the same decision.</param>
public sealed record DecideAnew(string Reason, bool ProcedureOnly) : CaseCommand(CaseStep.DecideAnew);

/// <summary>登记行政诉讼; without the number of a decision it is the penalty that is contested.</summary>
public sealed record RecordSuit(DateTimeOffset At, string Court, string Number, string Request, DateOnly CopyOn, string? Target = null) : CaseCommand(CaseStep.RecordSuit);

/// <summary>提交行政诉讼答辩和证据.</summary>
public sealed record AnswerSuit(DateTimeOffset At, string Content, string? Target = null) : CaseCommand(CaseStep.AnswerSuit);

/// <summary>登记开庭和负责人出庭.</summary>
public sealed record RecordCourtHearing(DateTimeOffset At, bool HeadAppeared, string Appeared, string? Reason, string? Target = null)
    : CaseCommand(CaseStep.RecordCourtHearing);

/// <summary>登记行政裁判结果.</summary>
public sealed record RecordJudgment(
    DateTimeOffset At, string Number, RemedyResult Result, IReadOnlyList<CasePenalty> Penalties, string Note, string? Target = null, bool Redecide = false, DateOnly? RedecideBy = null)
    : CaseCommand(CaseStep.RecordJudgment);

/// <summary>当场处罚报备.</summary>
public sealed record ReportOnSpot(DateTimeOffset At, string ReceivedBy) : CaseCommand(CaseStep.ReportOnSpot);

/// <summary>归档; without a number the next one of the unit is taken.</summary>
public sealed record ArchiveCase(string? Number, string Retention, int? Pages, string? Note, string? FiledBy = null, string? CheckedBy = null)
    : CaseCommand(CaseStep.ArchiveCase);

/// <summary>指派办案人员.</summary>
public sealed record AssignOfficers(IReadOnlyList<string> Officers, string Reason) : CaseCommand(CaseStep.AssignOfficers);

/// <summary>登记闽执法案号.</summary>
public sealed record RegisterPlatformNumber(string Number) : CaseCommand(CaseStep.RegisterPlatformNumber);

/// <summary>登记闽执法平台文书.</summary>
public sealed record EnterPapers(IReadOnlyList<PlatformPaper> Papers) : CaseCommand(CaseStep.EnterPapers);
