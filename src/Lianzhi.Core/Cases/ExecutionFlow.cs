using Lianzhi.Core.Documents;
using static Lianzhi.Core.Cases.CaseStage;

namespace Lianzhi.Core.Cases;

/// <summary>The part of the flow that follows the decision (决定之后的流程): service, performance, enforcement, remedies, archive, 闽执法.</summary>
internal static class ExecutionFlow
{
    private static readonly CaseStage[] Running = [Investigating, Concluded, Noticed, Decided, Served];
    private static readonly CaseStage[] Delivering = [Investigating, Concluded, Noticed, Decided, Served, Closed, Ended];

    // A sealing is lifted while the case is investigated, a decision revoked or corrected when it is over: their papers are served then.
    private static readonly CaseStage[] Following = [Investigating, Concluded, Noticed, Decided, Served, Closed, Ended];

    // A party may turn against a sealing at once, and against the penalty after everything was performed: those steps outlive the case.
    private static readonly CaseStage[] Contestable = [Investigating, Concluded, Noticed, Decided, Served, Closed, Archived, Ended];

    // Money goes back whenever the decision it was paid on fell, be the case closed or under a new investigation.
    private static readonly CaseStage[] Refunding = [Investigating, Concluded, Noticed, Decided, Served, Closed, Archived, Ended];
    private static readonly CaseStage[] Executing = [Served];

    // The slip is issued with the decision, before or after its service; taken down before, its code stands on the decision itself.
    private static readonly CaseStage[] Owing = [Noticed, Decided, Served];

    /// <summary>Steps that most cases never need, or that only keep the books; pages fold them away.</summary>
    internal static readonly IReadOnlyList<CaseStep> Occasional =
    [
        CaseStep.ConfirmAddress, CaseStep.StartService, CaseStep.RecordFailedService, CaseStep.CollectCash, CaseStep.TakePaymentCode, CaseStep.RecordReviewApplication, CaseStep.RecordSuit,
        CaseStep.SuspendExecution, CaseStep.EndExecution, CaseStep.MakeAgreement, CaseStep.DecideEnforcement, CaseStep.AssignOfficers, CaseStep.RegisterPlatformNumber, CaseStep.EnterPapers,
    ];

    internal static readonly IReadOnlyList<FlowLine> Lines =
    [
        new(CaseStep.ConfirmAddress,          "confirm-address",           "登记送达地址确认书",       Running,     null, StepHands.Officers, DocumentCode.AddressConfirmation, null,               "行政处罚法 第61条第2款"),
        new(CaseStep.StartService,            "start-service",             "交邮、委托或者公告送达",   Delivering,  null, StepHands.Officers, null,                             "service",          "民事诉讼法 第91至95条"),
        new(CaseStep.RecordFailedService,     "record-failed-service",     "登记送达未成",             Delivering,  null, StepHands.Officers, null,                             null,               "民事诉讼法 第87条"),
        new(CaseStep.ServePaper,              "serve-paper",               "送达其他文书",             Following,   null, StepHands.Officers, DocumentCode.ServiceReceipt,      null,               "行政处罚法 第61条；行政强制法 第38条"),
        new(CaseStep.CollectCash,             "collect-cash",              "当场收缴罚款",             Executing,   null, StepHands.Officers, DocumentCode.CashRegister,        "cashHandIn",       "行政处罚法 第68、69条"),
        new(CaseStep.HandInCash,              "hand-in-cash",              "当场收缴的罚款交回机关",   Executing,   null, StepHands.Officers, null,                             "cashToBank",       "行政处罚法 第71条"),
        new(CaseStep.BankCash,                "bank-cash",                 "罚款缴付银行",             Executing,   null, StepHands.Officers, null,                             null,               "行政处罚法 第71条"),
        new(CaseStep.TakePaymentCode,         "take-payment-code",         "登记非税缴款码",           Owing,       null, StepHands.Officers, null,                             null,               "行政处罚法 第67条第3款"),
        new(CaseStep.ApplyDeferral,           "apply-deferral",            "登记延期（分期）缴纳申请", Executing,   null, StepHands.Officers, null,                             null,               "行政处罚法 第66条第2款"),
        new(CaseStep.DecideDeferral,          "decide-deferral",           "审批延期（分期）缴纳",     Executing,   null, StepHands.Head,     DocumentCode.DeferralNotice,      "payment",          "行政处罚法 第66条第2款"),
        new(CaseStep.EndDeferral,             "end-deferral",              "终止分期缴纳",             Executing,   null, StepHands.Head,     null,                             "payment",          "行政处罚法 第66条第2款"),
        new(CaseStep.ImposeSurcharge,         "impose-surcharge",          "加处罚款",                 Executing,   null, StepHands.Head,     DocumentCode.SurchargeDecision,   null,               "行政处罚法 第72条第1款第1项"),
        new(CaseStep.ServeDemand,             "serve-demand",              "送达催告书",               Executing,   null, StepHands.Officers, DocumentCode.Demand,              "demandWait",       "行政强制法 第35、54条"),
        new(CaseStep.HearDemand,              "hear-demand",               "听取催告后的陈述申辩",     Executing,   null, StepHands.Officers, null,                             null,               "行政强制法 第36条"),
        new(CaseStep.ApplyToCourt,            "apply-to-court",            "申请人民法院强制执行",     Executing,   null, StepHands.Head,     DocumentCode.CourtApplication,    "courtApplication", "行政强制法 第53至55条"),
        new(CaseStep.RecordCourtAnswer,       "record-court-answer",       "登记法院受理和裁定",       Executing,   null, StepHands.Officers, null,                             null,               "行政强制法 第56至58条"),
        new(CaseStep.DecideEnforcement,       "decide-enforcement",        "拍卖抵缴决定",             Executing,   null, StepHands.Head,     DocumentCode.EnforcementDecision, null,               "行政强制法 第37、46条"),
        new(CaseStep.CarryOutEnforcement,     "carry-out-enforcement",     "实施拍卖抵缴",             Executing,   null, StepHands.Officers, null,                             null,               "行政强制法 第43条"),
        new(CaseStep.SuspendExecution,        "suspend-execution",         "停止（中止）执行",         Executing,   null, StepHands.Head,     DocumentCode.ExecutionSuspension, null,               "行政处罚法 第73条第1款"),
        new(CaseStep.ResumeExecution,         "resume-execution",          "恢复执行",                 Executing,   null, StepHands.Head,     DocumentCode.ExecutionResumption, null,               "行政强制法 第39条"),
        new(CaseStep.EndExecution,            "end-execution",             "终结执行",                 Executing,   null, StepHands.Head,     DocumentCode.ExecutionEnding,     null,               "行政强制法 第40条"),
        new(CaseStep.MakeAgreement,           "make-agreement",            "达成执行协议",             Executing,   null, StepHands.Head,     DocumentCode.ExecutionAgreement,  null,               "行政强制法 第42条"),
        new(CaseStep.EndAgreement,            "end-agreement",             "终止执行协议并恢复执行",   Executing,   null, StepHands.Head,     DocumentCode.ExecutionResumption, null,               "行政强制法 第42条第2款"),
        new(CaseStep.RecordRefund,            "record-refund",             "退还罚没款",               Refunding,   null, StepHands.Officers, null,                             null,               "行政处罚法 第74条第3款"),
        new(CaseStep.DecideAnew,              "decide-anew",               "重新处理",                 [Served, Closed, Archived], Investigating, StepHands.Head, null,              "decision",         "行政复议法 第64条；行政诉讼法 第70条"),
        new(CaseStep.RecordReviewApplication, "record-review-application", "登记行政复议申请",         Contestable, null, StepHands.Officers, null,                             null,               "行政复议法 第20条"),
        new(CaseStep.RecordReviewProgress,    "record-review-progress",    "登记行政复议进展",         Contestable, null, StepHands.Officers, null,                             "reviewAnswer",     "行政复议法 第30、48条"),
        new(CaseStep.AnswerReview,            "answer-review",             "提交行政复议答复",         Contestable, null, StepHands.Officers, null,                             null,               "行政复议法 第48条"),
        new(CaseStep.RecordReviewDecision,    "record-review-decision",    "登记行政复议决定",         Contestable, null, StepHands.Officers, null,                             "withdrawal",       "行政复议法 第63至68条"),
        new(CaseStep.RecordSuit,              "record-suit",               "登记行政诉讼",             Contestable, null, StepHands.Officers, null,                             "suitAnswer",       "行政诉讼法 第45、46条"),
        new(CaseStep.AnswerSuit,              "answer-suit",               "提交行政诉讼答辩和证据",   Contestable, null, StepHands.Officers, null,                             null,               "行政诉讼法 第67条"),
        new(CaseStep.RecordCourtHearing,      "record-court-hearing",      "登记开庭和负责人出庭",     Contestable, null, StepHands.Officers, null,                             null,               "行政诉讼法 第3条第3款"),
        new(CaseStep.RecordJudgment,          "record-judgment",           "登记行政裁判结果",         Contestable, null, StepHands.Officers, null,                             "withdrawal",       "行政诉讼法 第69至77条"),
        new(CaseStep.ReportOnSpot,            "report-on-spot",            "当场处罚报备",             [Served, Closed], null, StepHands.Officers, null,                        null,               "行政处罚法 第52条第3款"),
        new(CaseStep.ArchiveCase,             "archive-case",              "归档",                     [Closed, Ended, Refused], Archived, StepHands.Officers, DocumentCode.CaseFile,        null,               "行政处罚法 第47条"),
        new(CaseStep.AssignOfficers,          "assign-officers",           "指派办案人员",             Running,     null, StepHands.Head,     null,                             null,               "行政处罚法 第42条"),
        new(CaseStep.RegisterPlatformNumber,  "register-platform-number",  "登记闽执法案号",           [.. Running, Closed], null, StepHands.Officers, null,                    null,               "福建省人民政府令第242号 第17条"),
        new(CaseStep.EnterPapers,             "enter-papers",              "登记闽执法平台文书",       [.. Running, Closed], null, StepHands.Officers, null,                    null,               "福建省人民政府令第242号 第17条"),
    ];

    internal static readonly IReadOnlyList<CaseEventSchema> Events =
    [
        new("address-confirmed", 1, typeof(AddressConfirmed), "签订送达地址确认书"),
        new("service-started", 1, typeof(ServiceStarted), "交邮、委托或者公告送达"),
        new("service-failed", 1, typeof(ServiceFailed), "送达未成"),
        new("paper-served", 1, typeof(PaperServed), "送达其他文书"),
        new("cash-collected", 1, typeof(CashCollected), "当场收缴罚款"),
        new("cash-handed-in", 1, typeof(CashHandedIn), "当场收缴的罚款交回机关"),
        new("cash-banked", 1, typeof(CashBanked), "罚款缴付银行"),
        new("payment-code-taken", 1, typeof(PaymentCodeTaken), "登记非税缴款码"),
        new("deferral-applied", 1, typeof(DeferralApplied), "当事人申请延期（分期）缴纳"),
        new("deferral-decided", 1, typeof(DeferralDecided), "审批延期（分期）缴纳"),
        new("deferral-ended", 1, typeof(DeferralEnded), "终止分期缴纳"),
        new("surcharge-imposed", 1, typeof(SurchargeImposed), "决定加处罚款"),
        new("demand-served", 1, typeof(DemandServed), "送达催告书"),
        new("demand-heard", 1, typeof(DemandHeard), "听取催告后的陈述申辩"),
        new("court-applied", 1, typeof(CourtApplied), "申请人民法院强制执行"),
        new("court-answered", 1, typeof(CourtAnswered), "法院受理、裁定或者执行"),
        new("enforcement-decided", 1, typeof(EnforcementDecided), "作出强制执行决定"),
        new("enforcement-carried-out", 1, typeof(EnforcementCarriedOut), "实施强制执行"),
        new("execution-suspended", 1, typeof(ExecutionSuspended), "停止（中止）执行"),
        new("execution-resumed", 1, typeof(ExecutionResumed), "恢复执行"),
        new("execution-ended", 1, typeof(ExecutionEnded), "终结执行"),
        new("agreement-made", 1, typeof(AgreementMade), "达成执行协议"),
        new("agreement-ended", 1, typeof(AgreementEnded), "终止执行协议，恢复强制执行"),
        new("payment-refunded", 1, typeof(PaymentRefunded), "退还罚没款"),
        new("case-reopened", 1, typeof(CaseReopened), "重新处理"),
        new("review-applied", 1, typeof(ReviewApplied), "当事人申请行政复议"),
        new("review-progressed", 1, typeof(ReviewProgressed), "行政复议进展"),
        new("review-answered", 1, typeof(ReviewAnswered), "提交行政复议答复"),
        new("review-decided", 1, typeof(ReviewDecided), "行政复议决定"),
        new("suit-filed", 1, typeof(SuitFiled), "当事人提起行政诉讼"),
        new("suit-answered", 1, typeof(SuitAnswered), "提交答辩和证据"),
        new("court-hearing-held", 1, typeof(CourtHearingHeld), "开庭"),
        new("suit-ended", 1, typeof(SuitEnded), "行政裁判生效"),
        new("on-spot-reported", 1, typeof(OnSpotReported), "当场处罚报备"),
        new("case-archived", 1, typeof(CaseArchived), "归档"),
        new("officers-assigned", 1, typeof(OfficersAssigned), "指派办案人员"),
        new("platform-numbered", 1, typeof(PlatformNumbered), "登记闽执法案号"),
        new("papers-entered", 1, typeof(PapersEntered), "登记闽执法平台文书"),
    ];
}
