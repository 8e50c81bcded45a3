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
    /// <summary>All kinds, in the order of <see cref="DocumentCode"/>.</summary>
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
    ];

    /// <summary>The kind with this code.</summary>
    public static DocumentKind Of(DocumentCode code) => All[(int)code];

    /// <summary>The kind with this name; null when there is none.</summary>
    public static DocumentKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
