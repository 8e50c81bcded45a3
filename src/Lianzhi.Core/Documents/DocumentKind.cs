namespace Lianzhi.Core.Documents;

/// <summary>The papers this platform makes.</summary>
public enum DocumentCode
{
    /// <summary>立案审批表.</summary>
    FilingApproval,

    /// <summary>现场检查（勘验）笔录.</summary>
    InspectionRecord,

    /// <summary>询问笔录.</summary>
    InterviewRecord,

    /// <summary>责令改正通知书.</summary>
    CorrectionOrder,

    /// <summary>行政处罚事先告知书.</summary>
    PriorNotice,

    /// <summary>行政处罚决定书.</summary>
    PenaltyDecision,

    /// <summary>当场处罚决定书.</summary>
    OnSpotDecision,

    /// <summary>不予行政处罚决定书.</summary>
    NoPenaltyDecision,

    /// <summary>送达回证.</summary>
    ServiceReceipt,

    /// <summary>结案审批表.</summary>
    ClosingApproval,

    /// <summary>送达地址（电子送达）确认书.</summary>
    AddressConfirmation,

    /// <summary>送达公告.</summary>
    ServiceAnnouncement,

    /// <summary>当场收缴罚款登记.</summary>
    CashRegister,

    /// <summary>延期（分期）缴纳罚款审批表.</summary>
    DeferralApproval,

    /// <summary>延期（分期）缴纳罚款通知书.</summary>
    DeferralNotice,

    /// <summary>加处罚款决定书.</summary>
    SurchargeDecision,

    /// <summary>催告书.</summary>
    Demand,

    /// <summary>强制执行决定书.</summary>
    EnforcementDecision,

    /// <summary>强制执行申请书.</summary>
    CourtApplication,

    /// <summary>案卷封面和目录.</summary>
    CaseFile,

    /// <summary>调查终结报告.</summary>
    InvestigationReport,

    /// <summary>陈述申辩复核意见书.</summary>
    DefenceReview,

    /// <summary>听证通知书.</summary>
    HearingNotice,

    /// <summary>听证笔录.</summary>
    HearingRecord,

    /// <summary>听证报告.</summary>
    HearingReport,

    /// <summary>法制审核送审表.</summary>
    ReviewSubmission,

    /// <summary>法制审核意见书.</summary>
    ReviewOpinion,

    /// <summary>集体讨论笔录.</summary>
    DiscussionRecord,

    /// <summary>行政处罚决定审批表.</summary>
    DecisionApproval,

    /// <summary>回避决定书.</summary>
    RecusalDecision,

    /// <summary>中止（恢复）调查审批表.</summary>
    SuspensionApproval,

    /// <summary>办案期限延长审批表.</summary>
    TermExtensionApproval,

    /// <summary>撤案（终止调查）决定书.</summary>
    EndingDecision,

    /// <summary>行政处罚决定更正书.</summary>
    DecisionCorrection,

    /// <summary>撤销（变更）行政处罚决定书.</summary>
    DecisionAmendment,

    /// <summary>抽样取证通知书.</summary>
    SamplingNotice,

    /// <summary>检测（检验、检疫、技术鉴定）期间告知书.</summary>
    TestNotice,

    /// <summary>措施审批表.</summary>
    MeasureApproval,

    /// <summary>先行登记保存证据通知书.</summary>
    PreservationNotice,

    /// <summary>先行登记保存证据处理决定书.</summary>
    PreservationDecision,

    /// <summary>查封（扣押）决定书.</summary>
    SealingDecision,

    /// <summary>查封（扣押）现场笔录.</summary>
    SealingRecord,

    /// <summary>延长查封（扣押）期限决定书.</summary>
    SealingExtension,

    /// <summary>解除查封（扣押）决定书.</summary>
    SealingLifting,

    /// <summary>涉案物品处置记录.</summary>
    GoodsRecord,

    /// <summary>代履行决定书.</summary>
    SubstituteDecision,

    /// <summary>代履行催告书.</summary>
    SubstituteDemand,

    /// <summary>强制拆除公告.</summary>
    DemolitionAnnouncement,

    /// <summary>强制拆除决定书.</summary>
    DemolitionDecision,

    /// <summary>涉嫌犯罪案件移送报告.</summary>
    CrimeReport,

    /// <summary>涉嫌犯罪案件移送书.</summary>
    CrimeTransfer,

    /// <summary>函.</summary>
    OfficialLetter,

    /// <summary>责令监护人管教通知书.</summary>
    GuardianOrder,

    /// <summary>裁量工作单.</summary>
    DiscretionSheet,

    /// <summary>行政检查审批表.</summary>
    InspectionApproval,

    /// <summary>行政检查通知书.</summary>
    InspectionNotice,

    /// <summary>行政检查结果告知书.</summary>
    InspectionResult,

    /// <summary>行政检查评价反馈表.</summary>
    InspectionFeedback,

    /// <summary>复查记录.</summary>
    RecheckRecord,

    /// <summary>片长安排.</summary>
    ChiefArrangement,

    /// <summary>联合执法行动方案（调度令）.</summary>
    OperationOrder,

    /// <summary>联合执法行动小结.</summary>
    OperationSummary,

    /// <summary>借人函.</summary>
    BorrowLetter,

    /// <summary>不予立案审批表.</summary>
    FilingRefusal,

    /// <summary>陈述申辩笔录.</summary>
    DefenceRecord,

    /// <summary>驳回回避申请决定书.</summary>
    RecusalRefusal,

    /// <summary>检测（检验、检疫、技术鉴定）委托书.</summary>
    TestCommission,

    /// <summary>执行笔录.</summary>
    EnforcementRecord,

    /// <summary>代履行费用清单.</summary>
    CostSheet,

    /// <summary>涉案物品移交清单.</summary>
    HandoverList,

    /// <summary>备考表.</summary>
    CaseFileNotes,

    /// <summary>执行协议.</summary>
    ExecutionAgreement,

    /// <summary>停止（中止）执行通知书.</summary>
    ExecutionSuspension,

    /// <summary>恢复执行通知书.</summary>
    ExecutionResumption,

    /// <summary>终结执行决定书.</summary>
    ExecutionEnding,

    /// <summary>听证公告.</summary>
    HearingAnnouncement,

    /// <summary>延期听证决定书.</summary>
    HearingPostponement,

    /// <summary>举报（投诉）登记表.</summary>
    ClueRegister,

    /// <summary>线索移送（交办）单.</summary>
    ClueTransfer,

    /// <summary>疑难案件会商纪要.</summary>
    ConsultationMinutes,

    /// <summary>行政执法监督通知书.</summary>
    SupervisionNotice,

    /// <summary>行政执法监督意见书.</summary>
    SupervisionOpinion,

    /// <summary>行政执法监督决定书.</summary>
    SupervisionDecision,

    /// <summary>照片证据页.</summary>
    PhotoSheet,

    /// <summary>用印审批单.</summary>
    SealSlip,
}

/// <summary>One kind of paper (文书种类).</summary>
/// <param name="Code">Which.</param>
/// <param name="Sign">Sign in the catalogue of papers, for example <c>E1</c>.</param>
/// <param name="Name">Kebab-case name in addresses and in the API.</param>
/// <param name="Title">Title on the paper.</param>
/// <param name="Genre">文种 in its number; null for papers without a number of their own.</param>
/// <param name="Outside">Goes to the party (外部文书).</param>
/// <param name="Sealed">Carries the seal of the subject.</param>
/// <param name="Basis">Article that fixes its content; null where only practice does.</param>
public sealed record DocumentKind(DocumentCode Code, string Sign, string Name, string Title, string? Genre, bool Outside, bool Sealed, string? Basis);

/// <summary>The catalogue of papers (文书目录).</summary>
public static class DocumentKinds
{
    private static IReadOnlyList<DocumentKind> ExecutionKinds =>
    [
        new(DocumentCode.AddressConfirmation, "F1", "address-confirmation", "送达地址（电子送达）确认书",     null,   true,  false, "行政处罚法 第61条第2款"),
        new(DocumentCode.ServiceAnnouncement, "F3", "service-announcement", "送达公告",                       null,   true,  true,  "民事诉讼法 第95条"),
        new(DocumentCode.CashRegister,        "G1", "cash-register",        "当场收缴罚款登记表",             null,   false, false, "行政处罚法 第68至71条"),
        new(DocumentCode.DeferralApproval,    "G2", "deferral-approval",    "延期（分期）缴纳罚款审批表",     null,   false, false, "行政处罚法 第66条第2款"),
        new(DocumentCode.DeferralNotice,      "G2", "deferral-notice",      "延期（分期）缴纳罚款通知书",     "延缴", true,  true,  "行政处罚法 第66条第2款"),
        new(DocumentCode.SurchargeDecision,   "G2", "surcharge-decision",   "加处罚款决定书",                 "加罚", true,  true,  "行政处罚法 第72条；行政强制法 第45条"),
        new(DocumentCode.Demand,              "G3", "demand",               "催告书",                         "催告", true,  true,  "行政强制法 第35、54条"),
        new(DocumentCode.EnforcementDecision, "G4", "enforcement-decision", "强制执行决定书",                 "强执", true,  true,  "行政强制法 第37条"),
        new(DocumentCode.CourtApplication,    "G6", "court-application",    "强制执行申请书",                 "强申", true,  true,  "行政强制法 第55条"),
        new(DocumentCode.CaseFile,            "H2", "case-file",            "案卷封面和目录",                 "档",   false, false, "行政处罚法 第47条"),
    ];

    private static IReadOnlyList<DocumentKind> OwnOfInspections =>
    [
        new(DocumentCode.InspectionApproval, "J1", "inspection-approval", "行政检查审批表", "检审", false, false, "国办发〔2024〕54号；行政检查文书基本格式文本（试行）"),
        new(DocumentCode.InspectionNotice, "J2", "inspection-notice", "行政检查通知书", "检通", true, true, "国办发〔2024〕54号；行政检查文书基本格式文本（试行）"),
        new(DocumentCode.InspectionResult, "J6", "inspection-result", "行政检查结果告知书", "检结", true, true, "行政检查文书基本格式文本（试行）"),
        new(DocumentCode.InspectionFeedback, "J7", "inspection-feedback", "行政检查评价反馈表", null, false, false, "国办发〔2024〕54号"),
    ];

    /// <summary>Kinds a case has, in the order of the file.</summary>
    public static readonly IReadOnlyList<DocumentKind> OfCases =
    [
        new(DocumentCode.FilingApproval,    "A3", "filing-approval",     "立案审批表",           "立",   false, false, "行政处罚法 第54条"),
        new(DocumentCode.InspectionRecord,  "J3", "inspection-record",   "现场检查（勘验）笔录", null,   false, false, "行政处罚法 第55条"),
        new(DocumentCode.InterviewRecord,   "J5", "interview-record",    "询问笔录",             null,   false, false, "行政处罚法 第55条"),
        new(DocumentCode.CorrectionOrder,   "C1", "correction-order",    "责令改正通知书",       "责改", true,  true,  "行政处罚法 第28条"),
        new(DocumentCode.PriorNotice,       "D2", "prior-notice",        "行政处罚事先告知书",   "罚告", true,  true,  "行政处罚法 第44条"),
        new(DocumentCode.PenaltyDecision,   "E1", "penalty-decision",    "行政处罚决定书",       "罚",   true,  true,  "行政处罚法 第59条"),
        new(DocumentCode.OnSpotDecision,    "E2", "on-spot-decision",    "当场处罚决定书",       "当罚", true,  true,  "行政处罚法 第52条"),
        new(DocumentCode.NoPenaltyDecision, "E3", "no-penalty-decision", "不予行政处罚决定书",   "不罚", true,  true,  "行政处罚法 第33、57条"),
        new(DocumentCode.ServiceReceipt,    "F2", "service-receipt",     "送达回证",             null,   true,  true,  "行政处罚法 第61条；民事诉讼法 第87条"),
        new(DocumentCode.ClosingApproval,   "H1", "closing-approval",    "结案审批表",           null,   false, false, "行政处罚法 第47条"),
        .. ExecutionKinds,
        new(DocumentCode.InvestigationReport, "D1", "investigation-report", "调查终结报告", null, false, false, "行政处罚法 第57条"),
        new(DocumentCode.DefenceReview, "D4", "defence-review", "陈述申辩复核意见书", null, false, false, "行政处罚法 第45条"),
        new(DocumentCode.HearingNotice, "D3", "hearing-notice", "听证通知书", "听通", true, true, "行政处罚法 第64条第2项"),
        new(DocumentCode.HearingRecord, "D5", "hearing-record", "听证笔录", null, false, false, "行政处罚法 第64条第8项"),
        new(DocumentCode.HearingReport, "D5", "hearing-report", "听证报告", null, false, false, "行政处罚法 第65条"),
        new(DocumentCode.ReviewSubmission, "D6", "review-submission", "法制审核送审表", null, false, false, "行政处罚法 第58条；国办发〔2018〕118号"),
        new(DocumentCode.ReviewOpinion, "D6", "review-opinion", "法制审核意见书", null, false, false, "行政处罚法 第58条；国办发〔2018〕118号"),
        new(DocumentCode.DiscussionRecord, "D7", "discussion-record", "集体讨论笔录", null, false, false, "行政处罚法 第57条第2款"),
        new(DocumentCode.DecisionApproval, "D8", "decision-approval", "行政处罚决定审批表", null, false, false, "行政处罚法 第57条"),
        new(DocumentCode.RecusalDecision, "D9", "recusal-decision", "回避决定书", null, true, true, "行政处罚法 第43条"),
        new(DocumentCode.SuspensionApproval, "E4", "suspension-approval", "中止（恢复）调查审批表", null, false, false, "行政处罚法 第60条"),
        new(DocumentCode.TermExtensionApproval, "E4", "term-extension-approval", "办案期限延长审批表", null, false, false, "行政处罚法 第60条"),
        new(DocumentCode.EndingDecision, "E4", "ending-decision", "撤案（终止调查）决定书", "终", true, true, "行政处罚法 第57条"),
        new(DocumentCode.DecisionCorrection, "E5", "decision-correction", "行政处罚决定更正书", "更", true, true, "行政处罚法 第59条"),
        new(DocumentCode.DecisionAmendment, "E6", "decision-amendment", "撤销（变更）行政处罚决定书", "撤", true, true, "行政处罚法 第75条"),
        new(DocumentCode.SamplingNotice, "J4", "sampling-notice", "抽样取证通知书", "抽样", true, true, "行政处罚法 第56条"),
        new(DocumentCode.TestNotice, "B4", "test-notice", "检测（检验、检疫、技术鉴定）期间告知书", "检告", true, true, "行政强制法 第25条第3款"),
        new(DocumentCode.MeasureApproval, "B1", "measure-approval", "措施审批表", "措审", false, false, "行政处罚法 第56条；行政强制法 第18条"),
        new(DocumentCode.PreservationNotice, "B1", "preservation-notice", "先行登记保存证据通知书", "登保", true, true, "行政处罚法 第56条"),
        new(DocumentCode.PreservationDecision, "B1", "preservation-decision", "先行登记保存证据处理决定书", "登保处", true, true, "行政处罚法 第56条"),
        new(DocumentCode.SealingDecision, "B2", "sealing-decision", "查封（扣押）决定书", "强决", true, true, "行政强制法 第24条"),
        new(DocumentCode.SealingRecord, "B2", "sealing-record", "查封（扣押）现场笔录", null, false, false, "行政强制法 第18条"),
        new(DocumentCode.SealingExtension, "B3", "sealing-extension", "延长查封（扣押）期限决定书", "强延", true, true, "行政强制法 第25条"),
        new(DocumentCode.SealingLifting, "B3", "sealing-lifting", "解除查封（扣押）决定书", "强解", true, true, "行政强制法 第28条"),
        new(DocumentCode.GoodsRecord, "G7", "goods-record", "涉案物品处置记录", null, false, false, "行政强制法 第26条；行政处罚法 第74条"),
        new(DocumentCode.SubstituteDecision, "G4", "substitute-decision", "代履行决定书", "代决", true, true, "行政强制法 第51条"),
        new(DocumentCode.SubstituteDemand, "G3", "substitute-demand", "代履行催告书", "代催", true, true, "行政强制法 第51条"),
        new(DocumentCode.DemolitionAnnouncement, "G5", "demolition-announcement", "强制拆除公告", "强公", true, true, "行政强制法 第44条"),
        new(DocumentCode.DemolitionDecision, "G4", "demolition-decision", "强制拆除决定书", "强拆", true, true, "行政强制法 第37条"),
        new(DocumentCode.CrimeReport, "A6", "crime-report", "涉嫌犯罪案件移送报告", "移报", false, false, "行政执法机关移送涉嫌犯罪案件的规定 第5条"),
        new(DocumentCode.CrimeTransfer, "A6", "crime-transfer", "涉嫌犯罪案件移送书", "移", true, true, "行政执法机关移送涉嫌犯罪案件的规定 第6条"),
        new(DocumentCode.OfficialLetter, "A5", "official-letter", "函", "函", true, true, "行政处罚法 第25、26条"),
        new(DocumentCode.GuardianOrder, "E3", "guardian-order", "责令监护人管教通知书", "管教", true, true, "行政处罚法 第30、31条"),
        new(DocumentCode.FilingRefusal, "A4", "filing-refusal", "不予立案审批表", null, false, false, "行政处罚法 第54条"),
        new(DocumentCode.RecheckRecord, "C2", "recheck-record", "复查记录", null, false, false, "行政处罚法 第28条"),
        new(DocumentCode.DefenceRecord, "D4", "defence-record", "陈述申辩笔录", null, false, false, "行政处罚法 第45条"),
        new(DocumentCode.RecusalRefusal, "D9", "recusal-refusal", "驳回回避申请决定书", null, true, true, "行政处罚法 第43条"),
        new(DocumentCode.TestCommission, "B4", "test-commission", "检测（检验、检疫、技术鉴定）委托书", null, true, true, "行政强制法 第25条第3款"),
        new(DocumentCode.EnforcementRecord, "G4", "enforcement-record", "执行笔录", null, false, false, "行政强制法 第37、44、51、52条"),
        new(DocumentCode.CostSheet, "G4", "cost-sheet", "代履行费用清单", null, true, true, "行政强制法 第51条第2款"),
        new(DocumentCode.HandoverList, "G7", "handover-list", "涉案物品移交清单", null, false, false, "行政处罚法 第74条"),
        new(DocumentCode.CaseFileNotes, "H2", "case-file-notes", "备考表", null, false, false, "行政处罚法 第47条"),
        new(DocumentCode.ExecutionAgreement, "G8", "execution-agreement", "执行协议", null, true, true, "行政强制法 第42条"),
        new(DocumentCode.ExecutionSuspension, "G9", "execution-suspension", "停止（中止）执行通知书", null, true, true, "行政处罚法 第73条；行政强制法 第39条"),
        new(DocumentCode.ExecutionResumption, "G9", "execution-resumption", "恢复执行通知书", null, true, true, "行政强制法 第39、42条"),
        new(DocumentCode.ExecutionEnding, "G9", "execution-ending", "终结执行决定书", null, true, true, "行政强制法 第40条"),
        new(DocumentCode.HearingAnnouncement, "D3", "hearing-announcement", "听证公告", null, true, true, "行政处罚法 第64条第3项"),
        new(DocumentCode.HearingPostponement, "D3", "hearing-postponement", "延期听证决定书", null, true, true, "行政处罚法 第64条"),
        new(DocumentCode.ConsultationMinutes, "K2", "consultation-minutes", "疑难案件会商纪要", null, false, false, "漳龙政〔2024〕40号"),
        new(DocumentCode.DiscretionSheet, "D1", "discretion-sheet", "行政处罚裁量工作单", null, false, false, "行政处罚法 第34条"),
    ];

    private static IReadOnlyList<DocumentKind> OfClues =>
    [
        new(DocumentCode.ClueRegister, "A1", "clue-register", "举报（投诉）登记表", null, false, false, "行政处罚法 第54条"),
        new(DocumentCode.ClueTransfer, "A2", "clue-transfer", "线索移送（交办）单", null, false, true, "行政处罚法 第22至26条；漳龙政〔2024〕40号"),
    ];

    private static IReadOnlyList<DocumentKind> OfOperations =>
    [
        new(DocumentCode.ChiefArrangement, "K0", "chief-arrangement", "片长安排", null, false, false, "漳龙政〔2024〕40号"),
        new(DocumentCode.OperationOrder, "K1", "operation-order", "联合执法行动方案（调度令）", null, false, false, "漳龙政〔2024〕40号"),
        new(DocumentCode.OperationSummary, "K1", "operation-summary", "联合执法行动小结", null, false, false, "漳龙政〔2024〕40号"),
        new(DocumentCode.BorrowLetter, "K3", "borrow-letter", "借人函", null, false, false, "漳龙政〔2024〕40号"),
    ];

    private static IReadOnlyList<DocumentKind> OfSupervision =>
    [
        new(DocumentCode.SupervisionNotice, "S1", "supervision-notice", "行政执法监督通知书", "监通", true, true, "行政执法监督条例（国务院令第825号）"),
        new(DocumentCode.SupervisionOpinion, "S1", "supervision-opinion", "行政执法监督意见书", "监意", true, true, "行政执法监督条例（国务院令第825号）"),
        new(DocumentCode.SupervisionDecision, "S1", "supervision-decision", "行政执法监督决定书", "监决", true, true, "行政执法监督条例（国务院令第825号）"),
    ];

    /// <summary>Made of the evidence whenever it is asked for; no paper of the record, so nothing waits for it and no catalogue counts it.</summary>
    private static IReadOnlyList<DocumentKind> OfEvidence =>
    [
        new(DocumentCode.PhotoSheet, "J8", "photo-sheet", "照片证据页", null, false, false, "行政处罚法 第46条"),
    ];

    private static IReadOnlyList<DocumentKind> OfSeals =>
        [new(DocumentCode.SealSlip, "Y1", "seal-slip", "用印审批单", "印", false, false, "党政机关公文处理工作条例 第9条第13项；国发〔1999〕25号")];

    /// <summary>All kinds: of cases, and those only inspections, joint operations, clues, supervision, evidence and seals have.</summary>
    public static readonly IReadOnlyList<DocumentKind> All = [.. OfCases, .. OwnOfInspections, .. OfOperations, .. OfClues, .. OfSupervision, .. OfEvidence, .. OfSeals];

    /// <summary>True for the name of a paper of supervision.</summary>
    public static bool IsOfSupervision(string name) => OfSupervision.Any(kind => kind.Name == name);

    private static readonly Dictionary<DocumentCode, DocumentKind> ByCode = All.ToDictionary(kind => kind.Code);

    /// <summary>The kind with this code.</summary>
    public static DocumentKind Of(DocumentCode code) => ByCode[code];

    /// <summary>The kind with this name; null when there is none.</summary>
    public static DocumentKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
