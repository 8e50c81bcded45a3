namespace Lianzhi.Core.Cases;

/// <summary>Where a case stands (办理环节).</summary>
public enum CaseStage
{
    /// <summary>No event yet.</summary>
    None,

    /// <summary>立案审批.</summary>
    Proposed,

    /// <summary>不予立案; the end.</summary>
    Refused,

    /// <summary>调查取证.</summary>
    Investigating,

    /// <summary>调查终结, the prior notice is to be served.</summary>
    Concluded,

    /// <summary>事先告知, statement, defence and hearing.</summary>
    Noticed,

    /// <summary>已决定, to be served.</summary>
    Decided,

    /// <summary>执行: served, to be performed and, where it is, published.</summary>
    Served,

    /// <summary>结案; the end.</summary>
    Closed,

    /// <summary>归档: nothing more is done but what remedies bring.</summary>
    Archived,

    /// <summary>终止调查、撤案、移送、撤销决定; the end without closing.</summary>
    Ended,
}

/// <summary>What can be done in a case (办理步骤).</summary>
public enum CaseStep
{
    /// <summary>提请立案.</summary>
    ProposeFiling,

    /// <summary>当场处罚.</summary>
    PenaliseOnSpot,

    /// <summary>批准立案.</summary>
    ApproveFiling,

    /// <summary>不予立案.</summary>
    RefuseFiling,

    /// <summary>登记回避.</summary>
    DeclareRecusal,

    /// <summary>现场检查.</summary>
    RecordInspection,

    /// <summary>询问.</summary>
    RecordInterview,

    /// <summary>责令改正.</summary>
    OrderCorrection,

    /// <summary>复查改正情况.</summary>
    CheckCorrection,

    /// <summary>调查终结.</summary>
    ConcludeInvestigation,

    /// <summary>送达事先告知书.</summary>
    ServePriorNotice,

    /// <summary>登记陈述申辩.</summary>
    RecordDefence,

    /// <summary>登记书面放弃.</summary>
    RecordWaiver,

    /// <summary>复核陈述申辩.</summary>
    ReviewDefence,

    /// <summary>登记听证申请.</summary>
    RequestHearing,

    /// <summary>作出决定.</summary>
    MakeDecision,

    /// <summary>送达决定书.</summary>
    ServeDecision,

    /// <summary>登记缴款.</summary>
    RecordPayment,

    /// <summary>决定是否公示.</summary>
    DecidePublication,

    /// <summary>公示.</summary>
    Publish,

    /// <summary>撤下公示.</summary>
    WithdrawPublication,

    /// <summary>结案.</summary>
    CloseCase,

    /// <summary>登记送达地址确认书.</summary>
    ConfirmAddress,

    /// <summary>交邮、委托送达或者发布送达公告.</summary>
    StartService,

    /// <summary>登记送达未成.</summary>
    RecordFailedService,

    /// <summary>送达其他文书.</summary>
    ServePaper,

    /// <summary>当场收缴罚款.</summary>
    CollectCash,

    /// <summary>当场收缴的罚款交回机关.</summary>
    HandInCash,

    /// <summary>罚款缴付银行.</summary>
    BankCash,

    /// <summary>登记非税缴款码.</summary>
    TakePaymentCode,

    /// <summary>登记延期（分期）缴纳申请.</summary>
    ApplyDeferral,

    /// <summary>审批延期（分期）缴纳.</summary>
    DecideDeferral,

    /// <summary>终止分期缴纳.</summary>
    EndDeferral,

    /// <summary>加处罚款.</summary>
    ImposeSurcharge,

    /// <summary>送达催告书.</summary>
    ServeDemand,

    /// <summary>听取催告后的陈述申辩.</summary>
    HearDemand,

    /// <summary>申请人民法院强制执行.</summary>
    ApplyToCourt,

    /// <summary>登记法院受理和裁定.</summary>
    RecordCourtAnswer,

    /// <summary>强制执行决定.</summary>
    DecideEnforcement,

    /// <summary>实施强制执行.</summary>
    CarryOutEnforcement,

    /// <summary>停止（中止）执行.</summary>
    SuspendExecution,

    /// <summary>恢复执行.</summary>
    ResumeExecution,

    /// <summary>终结执行.</summary>
    EndExecution,

    /// <summary>达成执行协议.</summary>
    MakeAgreement,

    /// <summary>终止执行协议，恢复强制执行.</summary>
    EndAgreement,

    /// <summary>退还罚没款.</summary>
    RecordRefund,

    /// <summary>重新处理 of a case whose decision was annulled.</summary>
    DecideAnew,

    /// <summary>登记行政复议申请.</summary>
    RecordReviewApplication,

    /// <summary>登记行政复议进展.</summary>
    RecordReviewProgress,

    /// <summary>提交行政复议答复.</summary>
    AnswerReview,

    /// <summary>登记行政复议决定.</summary>
    RecordReviewDecision,

    /// <summary>登记行政诉讼.</summary>
    RecordSuit,

    /// <summary>提交行政诉讼答辩和证据.</summary>
    AnswerSuit,

    /// <summary>登记开庭和负责人出庭.</summary>
    RecordCourtHearing,

    /// <summary>登记行政裁判结果.</summary>
    RecordJudgment,

    /// <summary>当场处罚报备.</summary>
    ReportOnSpot,

    /// <summary>归档.</summary>
    ArchiveCase,

    /// <summary>指派办案人员.</summary>
    AssignOfficers,

    /// <summary>登记闽执法案号.</summary>
    RegisterPlatformNumber,

    /// <summary>登记闽执法平台文书.</summary>
    EnterPapers,

    /// <summary>登记回避申请.</summary>
    RequestRecusal,

    /// <summary>驳回回避申请.</summary>
    RefuseRecusal,

    /// <summary>变更承办人.</summary>
    HandOver,

    /// <summary>补充调查.</summary>
    ReopenInvestigation,

    /// <summary>中止调查.</summary>
    SuspendInvestigation,

    /// <summary>恢复调查.</summary>
    ResumeInvestigation,

    /// <summary>终止调查.</summary>
    TerminateInvestigation,

    /// <summary>撤案.</summary>
    WithdrawCase,

    /// <summary>延长办案期限.</summary>
    ExtendDecisionTerm,

    /// <summary>登记不计入期限的时间.</summary>
    ExcludeTime,

    /// <summary>内部案件审核.</summary>
    CheckInternally,

    /// <summary>送达听证通知书.</summary>
    ServeHearingNotice,

    /// <summary>更换听证主持人.</summary>
    ReplaceHearingHost,

    /// <summary>听证延期或者中止.</summary>
    AdjournHearing,

    /// <summary>登记放弃听证.</summary>
    ForgoHearing,

    /// <summary>举行听证.</summary>
    HoldHearing,

    /// <summary>听证报告.</summary>
    ReportHearing,

    /// <summary>提交法制审核.</summary>
    SubmitReview,

    /// <summary>变更法制审核人员.</summary>
    ReassignReview,

    /// <summary>出具法制审核意见.</summary>
    ConcludeReview,

    /// <summary>集体讨论.</summary>
    DiscussCollectively,

    /// <summary>疑难案件会商.</summary>
    HoldConsultation,

    /// <summary>更正决定书.</summary>
    CorrectDecision,

    /// <summary>撤销或者变更决定.</summary>
    AmendDecision,

    // ---- measures and transfers, beside the main line ----

    /// <summary>抽样取证.</summary>
    TakeSample,

    /// <summary>委托检测、鉴定.</summary>
    CommissionTest,

    /// <summary>登记检测、鉴定意见.</summary>
    ConcludeTest,

    /// <summary>提请审批措施.</summary>
    RequestMeasure,

    /// <summary>批准措施.</summary>
    ApproveMeasure,

    /// <summary>不批准措施.</summary>
    RefuseMeasure,

    /// <summary>先行登记保存.</summary>
    PreserveEvidence,

    /// <summary>处理先行登记保存的证据.</summary>
    DecidePreserved,

    /// <summary>查封、扣押.</summary>
    SealGoods,

    /// <summary>延长查封、扣押.</summary>
    ExtendSealing,

    /// <summary>解除查封、扣押.</summary>
    LiftSealing,

    /// <summary>登记涉案物品处置.</summary>
    RecordCustody,

    /// <summary>送达代履行决定书.</summary>
    OrderSubstitute,

    /// <summary>代履行催告.</summary>
    DemandSubstitute,

    /// <summary>实施代履行.</summary>
    PerformSubstitute,

    /// <summary>立即清除.</summary>
    ClearAtOnce,

    /// <summary>强制拆除公告.</summary>
    AnnounceDemolition,

    /// <summary>作出强制拆除决定.</summary>
    DecideDemolition,

    /// <summary>实施强制拆除.</summary>
    CarryOutDemolition,

    /// <summary>报告涉嫌犯罪.</summary>
    ReportCrime,

    /// <summary>决定是否移送公安机关.</summary>
    DecideCrimeTransfer,

    /// <summary>移送公安机关.</summary>
    HandOverCrime,

    /// <summary>登记公安机关答复.</summary>
    RecordPoliceAnswer,

    /// <summary>对不予立案提出异议.</summary>
    ChallengeNonFiling,

    /// <summary>发函.</summary>
    SendLetter,

    /// <summary>登记函件回复.</summary>
    RecordLetterAnswer,

    /// <summary>移送结案.</summary>
    HandOverCase,

    /// <summary>责令监护人管教.</summary>
    OrderGuardian,

    /// <summary>标记快速办理.</summary>
    MarkHandling,

    /// <summary>填写裁量工作单.</summary>
    AssessDiscretion,

    /// <summary>提交强制措施法制审核.</summary>
    SubmitMeasureReview,

    /// <summary>出具强制措施法制审核意见.</summary>
    ReviewMeasure,

    /// <summary>登记延期听证申请.</summary>
    RequestPostponement,

    /// <summary>不准延期听证.</summary>
    RefusePostponement,
}

/// <summary>Which procedure a case follows (办案程序).</summary>
public enum CaseProcedure
{
    /// <summary>普通程序.</summary>
    Ordinary,

    /// <summary>简易程序（当场处罚）.</summary>
    Simple,
}
