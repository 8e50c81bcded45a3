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

    /// <summary>All kinds in the order of the file.</summary>
    public static readonly IReadOnlyList<DocumentKind> All =
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
    ];

    private static readonly Dictionary<DocumentCode, DocumentKind> ByCode = All.ToDictionary(kind => kind.Code);

    /// <summary>The kind with this code.</summary>
    public static DocumentKind Of(DocumentCode code) => ByCode[code];

    /// <summary>The kind with this name; null when there is none.</summary>
    public static DocumentKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
