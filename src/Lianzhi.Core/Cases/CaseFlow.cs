using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Documents;
using static Lianzhi.Core.Cases.CaseStage;

namespace Lianzhi.Core.Cases;

/// <summary>Who does a step.</summary>
public enum StepHands
{
    /// <summary>Two certified officers of the case (办案人员).</summary>
    Officers,

    /// <summary>The head of the subject (行政机关负责人).</summary>
    Head,

    /// <summary>Host or recorder of the hearing (听证主持人、记录人).</summary>
    Hearing,

    /// <summary>The reviewer the case was sent to (法制审核人员).</summary>
    Reviewer,

    /// <summary>Somebody of the unit who does not investigate the case (内部审核人员).</summary>
    Checker,
}

/// <summary>One line of the flow.</summary>
/// <param name="Step">The step.</param>
/// <param name="Name">Kebab-case name in the API and in addresses.</param>
/// <param name="Title">What officers call it.</param>
/// <param name="From">Stages in which it may be done.</param>
/// <param name="To">Stage afterwards; null when the stage stays.</param>
/// <param name="Hands">Who does it.</param>
/// <param name="Document">The paper it makes; null for none.</param>
/// <param name="Clock">The clock it starts, as named by the rules; null for none.</param>
/// <param name="Basis">Its article.</param>
public sealed record FlowLine(
    CaseStep Step, string Name, string Title, IReadOnlyList<CaseStage> From, CaseStage? To, StepHands Hands, DocumentCode? Document,
    string? Clock, string Basis);

/// <summary>
/// The flow of a case as one table (办案流程): from which stage a step is taken, where it leads, who takes it,
/// which paper it makes and which clock it starts. The gates of each step stand in <see cref="Gates"/>.
/// </summary>
public static class CaseFlow
{
    private static readonly CaseStage[] Open = [Investigating, Concluded, Noticed];

    /// <summary>The table.</summary>
    public static readonly IReadOnlyList<FlowLine> Lines =
    [
        //   step                            name                     title              from             to              hands              document                clock             article
        new(CaseStep.ProposeFiling,         "propose-filing",         "提请立案",         [None],          Proposed,       StepHands.Officers, null,                          null,             "行政处罚法 第54条"),
        new(CaseStep.PenaliseOnSpot,        "penalise-on-spot",       "当场处罚",         [None],          Served,         StepHands.Officers, DocumentCode.OnSpotDecision,   "payment",        "行政处罚法 第51、52条"),
        new(CaseStep.ApproveFiling,         "approve-filing",         "批准立案",         [Proposed], Investigating, StepHands.Head,     DocumentCode.FilingApproval,   "decision",       "行政处罚法 第54条"),
        new(CaseStep.RefuseFiling,          "refuse-filing",          "不予立案",         [Proposed], Refused,       StepHands.Head,     null,                          null,             "行政处罚法 第54条"),
        new(CaseStep.DeclareRecusal,        "declare-recusal",        "登记回避",         Open,            null,           StepHands.Head,     null,                          null,             "行政处罚法 第43条"),
        new(CaseStep.RecordInspection,      "record-inspection",      "现场检查",         [Investigating], null,           StepHands.Officers, DocumentCode.InspectionRecord, null,             "行政处罚法 第54、55条"),
        new(CaseStep.RecordInterview,       "record-interview",       "询问",             [Investigating], null,           StepHands.Officers, DocumentCode.InterviewRecord,  null,             "行政处罚法 第55条"),
        new(CaseStep.OrderCorrection,       "order-correction",       "责令改正",         Open,            null,           StepHands.Officers, DocumentCode.CorrectionOrder,  null,             "行政处罚法 第28条"),
        new(CaseStep.CheckCorrection,       "check-correction",       "复查改正情况",     [Investigating, Concluded, Noticed, Served], null, StepHands.Officers, null,        null,             "行政处罚法 第28条"),
        new(CaseStep.ConcludeInvestigation, "conclude-investigation", "调查终结",         [Investigating], Concluded,      StepHands.Officers, null,                          null,             "行政处罚法 第57条"),
        new(CaseStep.ServePriorNotice,      "serve-prior-notice",     "送达事先告知书",   [Concluded, Noticed], Noticed,   StepHands.Officers, DocumentCode.PriorNotice,      "hearingRequest", "行政处罚法 第44条"),
        new(CaseStep.RecordDefence,         "record-defence",         "登记陈述申辩",     [Noticed],       null,           StepHands.Officers, null,                          null,             "行政处罚法 第45条"),
        new(CaseStep.RecordWaiver,          "record-waiver",          "登记书面放弃",     [Noticed],       null,           StepHands.Officers, null,                          null,             "行政处罚法 第62条"),
        new(CaseStep.ReviewDefence,         "review-defence",         "复核陈述申辩",     [Noticed],       null,           StepHands.Officers, null,                          null,             "行政处罚法 第45条"),
        new(CaseStep.RequestHearing,        "request-hearing",        "登记听证申请",     [Noticed],       null,           StepHands.Officers, null,                          null,             "行政处罚法 第64条"),
        new(CaseStep.MakeDecision,          "make-decision",          "作出决定",         [Concluded, Noticed], Decided,   StepHands.Head,     DocumentCode.PenaltyDecision,  "service",        "行政处罚法 第57条"),
        new(CaseStep.ServeDecision,         "serve-decision",         "送达决定书",       [Decided],       Served,         StepHands.Officers, DocumentCode.ServiceReceipt,   "payment",        "行政处罚法 第61条"),
        new(CaseStep.RecordPayment,         "record-payment",         "登记缴款",         [Served],        null,           StepHands.Officers, null,                          null,             "行政处罚法 第67条"),
        new(CaseStep.DecidePublication,     "decide-publication",     "决定是否公示",     [Served],        null,           StepHands.Head,     null,                          "publication",    "行政处罚法 第48条"),
        new(CaseStep.Publish,               "publish",                "公示",             [Served],        null,           StepHands.Officers, null,                          null,             "行政处罚法 第48条"),
        new(CaseStep.WithdrawPublication,   "withdraw-publication",   "撤下公示",         [Served, Closed, Archived, Ended, Investigating], null, StepHands.Head, null,                null,             "行政处罚法 第48条第2款"),
        new(CaseStep.CloseCase,             "close-case",             "结案",             [Served],        Closed,         StepHands.Head,     DocumentCode.ClosingApproval,  null,             "行政处罚法 第47条"),
        .. ExecutionFlow.Lines,
        .. OrdinaryFlow.Lines,
        .. MeasureFlow.Lines,
    ];

    private static readonly Dictionary<CaseStep, FlowLine> ByStep = Lines.ToDictionary(line => line.Step);

    /// <summary>The line of a step.</summary>
    public static FlowLine Of(CaseStep step) => ByStep[step];

    /// <summary>True for steps that most cases never need; pages fold them away.</summary>
    public static bool IsOccasional(CaseStep step) =>
        MeasureFlow.Occasional.Contains(step) || OrdinaryFlow.Occasional.Contains(step) || ExecutionFlow.Occasional.Contains(step);

    /// <summary>The paper a command makes; null for none. A decision not to punish is a paper of its own.</summary>
    public static DocumentCode? PaperOf(CaseCommand command) =>
        command is MakeDecision { Kind: not DecisionKind.Penalty } ? DocumentCode.NoPenaltyDecision : Of(command.Step).Document;

    /// <summary>The kind of the number a command needs; null when its paper has none, or already has the one that was given.</summary>
    public static DocumentKind? NumberFor(CaseState state, CaseCommand command) =>
        PaperOf(command) is not { } code || DocumentKinds.Of(code) is not { Genre: not null } kind ? null
        : command is ArchiveCase archive && (!string.IsNullOrWhiteSpace(archive.Number) || state.Closing is { ArchiveNumber.Length: > 0 }) ? null
        // The notice of a test exists only where the party is told.
        : command is Measures.CommissionTest { ToldInWriting: false } ? null
        : kind;

    /// <summary>The step with this name; null when there is none.</summary>
    public static FlowLine? Find(string name) => Lines.FirstOrDefault(line => line.Name == name);

    /// <summary>What officers call a stage.</summary>
    public static string Title(this CaseStage stage) => stage switch
    {
        Proposed => "立案审批",
        Refused => "不予立案",
        Investigating => "调查取证",
        Concluded => "调查终结",
        Noticed => "事先告知",
        Decided => "待送达",
        Served => "执行",
        Closed => "结案",
        Archived => "归档",
        Ended => "终止",
        _ => "未提请",
    };
}
