using Lianzhi.Core.Documents;
using static Lianzhi.Core.Cases.CaseStage;

namespace Lianzhi.Core.Cases;

/// <summary>Lines of the flow between investigation and decision (普通程序的其他环节): hearing, review, discussion, interruptions, amendments.</summary>
internal static class OrdinaryFlow
{
    private static readonly CaseStage[] Open = [Investigating, Concluded, Noticed];
    private static readonly CaseStage[] Told = [Noticed];
    private static readonly CaseStage[] Filed = [Investigating, Concluded, Noticed, Decided, Served];

    // Coercion is reviewed from the investigation to the demolition.
    private static readonly CaseStage[] Reviewing = [Investigating, Concluded, Noticed, Decided, Served];

    // An organ mends its own decision on its own motion or on a complaint, without a last day (行政处罚法 第75条): a closed case is not out of reach.
    private static readonly CaseStage[] Made = [Decided, Served, Closed, Archived];

    /// <summary>Steps off the main line.</summary>
    public static readonly IReadOnlySet<CaseStep> Occasional = new HashSet<CaseStep>
    {
        CaseStep.RequestRecusal, CaseStep.HandOver, CaseStep.ReopenInvestigation, CaseStep.SuspendInvestigation, CaseStep.TerminateInvestigation, CaseStep.WithdrawCase,
        CaseStep.ExtendDecisionTerm, CaseStep.ExcludeTime, CaseStep.ReplaceHearingHost, CaseStep.RequestPostponement, CaseStep.ReassignReview, CaseStep.HoldConsultation, CaseStep.CorrectDecision, CaseStep.AmendDecision,
    };

    /// <summary>The lines, in the order of a case.</summary>
    public static readonly IReadOnlyList<FlowLine> Lines =
    [
        new(CaseStep.RequestRecusal, "request-recusal", "登记回避申请", Open, null, StepHands.Officers, null, null, "行政处罚法 第43条第2款"),
        new(CaseStep.RefuseRecusal, "refuse-recusal", "驳回回避申请", Open, null, StepHands.Head, DocumentCode.RecusalDecision, null, "行政处罚法 第43条第3款"),
        new(CaseStep.HandOver, "hand-over", "变更承办人", Open, null, StepHands.Head, null, null, "行政处罚法 第42条"),
        new(CaseStep.ReopenInvestigation, "reopen-investigation", "补充调查", [Concluded, Noticed], Investigating, StepHands.Head, null, null, "行政处罚法 第54条"),
        new(CaseStep.SuspendInvestigation, "suspend-investigation", "中止调查", Open, null, StepHands.Head, DocumentCode.SuspensionApproval, null, "行政处罚法 第60条"),
        new(CaseStep.ResumeInvestigation, "resume-investigation", "恢复调查", Open, null, StepHands.Head, null, null, "行政处罚法 第60条"),
        new(CaseStep.TerminateInvestigation, "terminate-investigation", "终止调查", Open, Ended, StepHands.Head, DocumentCode.EndingDecision, null, "行政处罚法 第57条"),
        new(CaseStep.WithdrawCase, "withdraw-case", "撤案", Open, Ended, StepHands.Head, DocumentCode.EndingDecision, null, "行政处罚法 第25、36、57条"),
        new(CaseStep.ExtendDecisionTerm, "extend-decision-term", "延长办案期限", Open, null, StepHands.Head, DocumentCode.TermExtensionApproval, null, "行政处罚法 第60条"),
        new(CaseStep.ExcludeTime, "exclude-time", "登记不计入期限的时间", Open, null, StepHands.Head, null, null, "行政处罚法 第60条"),
        new(CaseStep.CheckInternally, "check-internally", "内部案件审核", [Concluded], null, StepHands.Checker, null, null, "行政处罚法 第54、57条"),
        new(CaseStep.ServeHearingNotice, "serve-hearing-notice", "送达听证通知书", Told, null, StepHands.Officers, DocumentCode.HearingNotice, null, "行政处罚法 第64条第2项"),
        new(CaseStep.ReplaceHearingHost, "replace-hearing-host", "更换听证主持人", Told, null, StepHands.Head, null, null, "行政处罚法 第64条第4项"),
        new(CaseStep.RequestPostponement, "request-postponement", "登记延期听证申请", Told, null, StepHands.Officers, null, null, "行政处罚法 第64条第6项"),
        new(CaseStep.AdjournHearing, "adjourn-hearing", "听证延期或者中止", Told, null, StepHands.Hearing, DocumentCode.HearingPostponement, null, "行政处罚法 第64条"),
        new(CaseStep.RefusePostponement, "refuse-postponement", "不准延期听证", Told, null, StepHands.Hearing, DocumentCode.HearingPostponement, null, "行政处罚法 第64条第6项"),
        new(CaseStep.ForgoHearing, "forgo-hearing", "登记放弃听证", Told, null, StepHands.Hearing, null, null, "行政处罚法 第64条第6项"),
        new(CaseStep.HoldHearing, "hold-hearing", "举行听证", Told, null, StepHands.Hearing, DocumentCode.HearingRecord, null, "行政处罚法 第64条"),
        new(CaseStep.ReportHearing, "report-hearing", "听证报告", Told, null, StepHands.Hearing, DocumentCode.HearingReport, null, "行政处罚法 第65条"),
        new(CaseStep.SubmitReview, "submit-review", "提交法制审核", Told, null, StepHands.Officers, null, null, "行政处罚法 第58条"),
        new(CaseStep.ReassignReview, "reassign-review", "变更法制审核人员", Reviewing, null, StepHands.Head, null, null, "行政处罚法 第58条第2款"),
        new(CaseStep.ConcludeReview, "conclude-review", "出具法制审核意见", Told, null, StepHands.Reviewer, DocumentCode.ReviewOpinion, null, "行政处罚法 第58条"),
        new(CaseStep.DiscussCollectively, "discuss-collectively", "集体讨论", Told, null, StepHands.Head, DocumentCode.DiscussionRecord, null, "行政处罚法 第57条第2款"),
        new(CaseStep.HoldConsultation, "hold-consultation", "疑难案件会商", Filed, null, StepHands.Officers, DocumentCode.ConsultationMinutes, null, AreaConsultation.Notice),
        new(CaseStep.CorrectDecision, "correct-decision", "更正决定书", Made, null, StepHands.Head, DocumentCode.DecisionCorrection, null, "行政处罚法 第59条"),
        new(CaseStep.AmendDecision, "amend-decision", "撤销或者变更决定", Made, null, StepHands.Head, DocumentCode.DecisionAmendment, null, "行政处罚法 第75条"),
    ];
}
