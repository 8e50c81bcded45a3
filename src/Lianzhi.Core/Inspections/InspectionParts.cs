using Lianzhi.Core.Cases;

namespace Lianzhi.Core.Inspections;

/// <summary>How far an inspection has come (检查办理环节).</summary>
public enum InspectionStage
{
    /// <summary>待审批.</summary>
    Proposed,

    /// <summary>不予批准.</summary>
    Refused,

    /// <summary>已批准，待通知.</summary>
    Approved,

    /// <summary>已通知，待检查.</summary>
    Noticed,

    /// <summary>检查中.</summary>
    Started,

    /// <summary>笔录已签，待作结论.</summary>
    Recorded,

    /// <summary>已作结论，待告知结果.</summary>
    Concluded,

    /// <summary>责令改正，待复查.</summary>
    Correcting,

    /// <summary>办结.</summary>
    Closed,

    /// <summary>已取消: before anybody went there.</summary>
    Cancelled,
}

/// <summary>Where an inspection comes from (任务来源).</summary>
public enum InspectionSource
{
    /// <summary>年度检查计划.</summary>
    Plan,

    /// <summary>专项检查.</summary>
    Campaign,

    /// <summary>双随机抽查.</summary>
    Draw,

    /// <summary>投诉举报、转办交办线索.</summary>
    Clue,

    /// <summary>复查.</summary>
    Recheck,

    /// <summary>即时检查: suspected violation met on the spot, or danger.</summary>
    AtOnce,

    /// <summary>联合执法行动.</summary>
    Operation,
}

/// <summary>When the notice reaches the enterprise (告知方式). Without notice nobody inspects.</summary>
public enum NoticeManner
{
    /// <summary>事先送达.</summary>
    Advance,

    /// <summary>到场出示: where the rules of the field allow to come unannounced.</summary>
    OnArrival,

    /// <summary>事后补制: danger did not bear waiting.</summary>
    MadeUp,
}

/// <summary>What was found for one line of the checklist (检查结果).</summary>
public enum Finding
{
    /// <summary>合格.</summary>
    Conforms,

    /// <summary>不合格.</summary>
    Fails,

    /// <summary>不适用.</summary>
    NotApplicable,
}

/// <summary>What follows from an inspection (检查结论).</summary>
public enum InspectionConclusion
{
    /// <summary>未发现问题.</summary>
    NothingFound,

    /// <summary>当场改正.</summary>
    CorrectedAtOnce,

    /// <summary>责令限期改正.</summary>
    Correction,

    /// <summary>涉嫌违法，提请立案.</summary>
    Case,

    /// <summary>移送有权机关.</summary>
    Transfer,
}

/// <summary>What the enterprise thinks of an inspection (企业评价).</summary>
public enum FeedbackGrade
{
    /// <summary>满意.</summary>
    Satisfied,

    /// <summary>基本满意.</summary>
    Neutral,

    /// <summary>不满意.</summary>
    Dissatisfied,
}

/// <summary>What happens besides looking (检查中的取证).</summary>
public enum SceneKind
{
    /// <summary>抽样取证.</summary>
    Sampling,

    /// <summary>询问.</summary>
    Interview,
}

/// <summary>One line of the checklist of a requirement (检查事项).</summary>
/// <param name="Text">What is checked.</param>
/// <param name="Basis">The article.</param>
/// <param name="Item">Enforcement item a violation falls under; null for none.</param>
public sealed record CheckItem(string Text, string Basis, string? Item = null)
{
    private const char Mark = '；';

    /// <summary>As people write it: 内容；依据；事项编码.</summary>
    public override string ToString() => Item is null ? $"{Text}{Mark}{Basis}" : $"{Text}{Mark}{Basis}{Mark}{Item}";

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is none.</summary>
    public static CheckItem? Parse(string line)
    {
        var parts = line.Split(Mark, ';').Select(part => part.Trim()).ToArray();
        return parts is [{ Length: > 0 and <= 200 }, { Length: > 0 and <= 200 }] ? new(parts[0], parts[1])
            : parts is [{ Length: > 0 and <= 200 }, { Length: > 0 and <= 200 }, { Length: <= 20 }] ? new(parts[0], parts[1], parts[2].Length > 0 ? parts[2] : null)
            : null;
    }

    /// <summary>The lines of a checklist.</summary>
    public static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>A line of the checklist with what was found.</summary>
/// <param name="Position">From 1.</param>
/// <param name="Requirement">Name of the requirement it belongs to.</param>
/// <param name="Check">What is checked.</param>
/// <param name="Finding">What was found; null while open.</param>
/// <param name="Note">What was seen.</param>
/// <param name="Follows">What follows from the line; null where the conclusion is that of all failed lines.</param>
public sealed record CheckedItem(int Position, string Requirement, CheckItem Check, Finding? Finding = null, string? Note = null, InspectionConclusion? Follows = null);

/// <summary>The head's approval (检查审批).</summary>
/// <param name="On">Day.</param>
/// <param name="Signer">Who signed.</param>
/// <param name="Opinion">Opinion.</param>
public sealed record InspectionApproval(DateOnly On, CaseSigner Signer, string Opinion);

/// <summary>The notice (检查通知).</summary>
/// <param name="Number">Number.</param>
/// <param name="On">Day.</param>
/// <param name="Manner">When it reached the enterprise.</param>
/// <param name="Why">Why not in advance.</param>
/// <param name="Receiver">Who took it.</param>
public sealed record InspectionNotice(string Number, DateOnly On, NoticeManner Manner, string? Why, string Receiver);

/// <summary>The beginning on the spot (到场检查).</summary>
/// <param name="At">When.</param>
/// <param name="Place">Where.</param>
/// <param name="By">What was scanned or typed: number or mark of the notice, or the enterprise's code.</param>
public sealed record InspectionStart(DateTimeOffset At, string Place, string By);

/// <summary>The signed record (现场检查笔录).</summary>
/// <param name="Until">End of the inspection.</param>
/// <param name="Present">Who was there for the enterprise, with his post.</param>
/// <param name="Situation">What was seen.</param>
/// <param name="PartyOpinion">What the enterprise says to it.</param>
/// <param name="SignedBy">Who signed for the enterprise; null when signing was refused.</param>
/// <param name="RefusedBecause">Why signing was refused.</param>
/// <param name="Witness">Who witnessed the refusal, or that it was filmed.</param>
public sealed record InspectionRecorded(DateTimeOffset Until, string Present, string Situation, string PartyOpinion, string? SignedBy, string? RefusedBecause, string? Witness);

/// <summary>The conclusion (检查结论) with what it orders.</summary>
/// <param name="Conclusion">Which.</param>
/// <param name="Text">In words.</param>
/// <param name="On">Day.</param>
/// <param name="CorrectionNumber">Number of the order to correct.</param>
/// <param name="Demand">What is to be corrected.</param>
/// <param name="DueOn">By when.</param>
/// <param name="To">Organ it is transferred to.</param>
/// <param name="TransferNumber">Number of the letter of the transfer; null for none, as before letters were made here.</param>
public sealed record InspectionOutcome(InspectionConclusion Conclusion, string Text, DateOnly On, string? CorrectionNumber = null, string? Demand = null, DateOnly? DueOn = null, string? To = null, string? TransferNumber = null)
{
    /// <summary>Everything that follows, the gravest first: more than one thing when failed lines lead to different ones.</summary>
    public IReadOnlyList<InspectionConclusion> All { get; init; } = [Conclusion];

    /// <summary>Whether this is among what follows.</summary>
    public bool Has(InspectionConclusion conclusion) => All.Contains(conclusion);

    /// <summary>The conclusion with those of single lines (逐项处理): the gravest stands for the whole.</summary>
    public static IReadOnlyList<InspectionConclusion> Of(InspectionConclusion whole, IReadOnlyList<CheckedItem> items) =>
        items.Where(item => item.Finding == Finding.Fails).Select(item => item.Follows ?? whole).DefaultIfEmpty(whole).Distinct().OrderByDescending(Weight).ToList();

    private static int Weight(InspectionConclusion conclusion) => conclusion switch
    {
        InspectionConclusion.Case => 4,
        InspectionConclusion.Transfer => 3,
        InspectionConclusion.Correction => 2,
        InspectionConclusion.CorrectedAtOnce => 1,
        _ => 0,
    };
}

/// <summary>The receipt of a transfer (移送回执).</summary>
/// <param name="On">Day the other organ took it.</param>
/// <param name="By">Who took it there.</param>
public sealed record InspectionTransferReceipt(DateOnly On, string By);

/// <summary>The result as it was told (检查结果告知).</summary>
/// <param name="Number">Number of the notice of the result.</param>
/// <param name="On">Day.</param>
/// <param name="Receiver">Who took it.</param>
public sealed record InspectionResultTold(string Number, DateOnly On, string Receiver);

/// <summary>The recheck (复查).</summary>
/// <param name="At">When.</param>
/// <param name="Corrected">Whether everything was corrected.</param>
/// <param name="Findings">What was seen.</param>
/// <param name="Officers">Who looked.</param>
public sealed record InspectionRecheck(DateTimeOffset At, bool Corrected, string Findings, IReadOnlyList<CaseOfficer> Officers);

/// <summary>What the enterprise answered (企业反馈).</summary>
/// <param name="Grade">Grade.</param>
/// <param name="Text">In words.</param>
/// <param name="At">When.</param>
public sealed record InspectionFeedback(FeedbackGrade Grade, string? Text, DateTimeOffset At);

/// <summary>A sampling or an interview during an inspection.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Number">Number of the notice of sampling; null for interviews.</param>
/// <param name="At">When.</param>
/// <param name="Person">Who was asked, or who was there.</param>
/// <param name="Relation">His post.</param>
/// <param name="Text">Goods, batch and quantity; or questions and answers, one a line.</param>
/// <param name="Method">How samples were taken and sealed; null for interviews.</param>
public sealed record InspectionScene(SceneKind Kind, string? Number, DateTimeOffset At, string Person, string Relation, string Text, string? Method);

/// <summary>An inspection with everything that happened (行政检查卷), as rules and papers read it.</summary>
public sealed record InspectionFile
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Number of the approval form.</summary>
    public required string Number { get; init; }

    /// <summary>Code of the one signing subject.</summary>
    public required string Unit { get; init; }

    /// <summary>Its full name.</summary>
    public required string UnitName { get; init; }

    /// <summary>Name of the enterprise or site.</summary>
    public required string TargetName { get; init; }

    /// <summary>统一社会信用代码; null when it has none.</summary>
    public string? TargetCode { get; init; }

    /// <summary>Address.</summary>
    public required string TargetAddress { get; init; }

    /// <summary>Where the task comes from.</summary>
    public required InspectionSource Source { get; init; }

    /// <summary>The plan, clue or reason in words.</summary>
    public required string Reason { get; init; }

    /// <summary>How far it has come.</summary>
    public required InspectionStage Stage { get; init; }

    /// <summary>Danger or a violation met on the spot: begun before approval and notice.</summary>
    public bool Urgent { get; init; }

    /// <summary>Planned day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Names of the requirements.</summary>
    public required IReadOnlyList<string> Scope { get; init; }

    /// <summary>Legal basis.</summary>
    public required string Basis { get; init; }

    /// <summary>Helpers, who do not inspect; null for none.</summary>
    public string? Helpers { get; init; }

    /// <summary>Visits of the enterprise this year before this one.</summary>
    public required InspectionFrequency Frequency { get; init; }

    /// <summary>On what ground it may go beyond the cap; null when it goes not or was proposed before grounds were asked for.</summary>
    public CapGround? BeyondGround { get; init; }

    /// <summary>What shows the ground.</summary>
    public string? BeyondReference { get; init; }

    /// <summary>Why beyond the cap.</summary>
    public string? BeyondReason { get; init; }

    /// <summary>Account of who proposed it.</summary>
    public required string ProposedBy { get; init; }

    /// <summary>Name of who proposed it.</summary>
    public required string ProposerName { get; init; }

    /// <summary>Day of the proposal.</summary>
    public required DateOnly ProposedOn { get; init; }

    /// <summary>The officers who inspect.</summary>
    public required IReadOnlyList<CaseOfficer> Officers { get; init; }

    /// <summary>Who was drawn for it; empty when it is not of a draw.</summary>
    public IReadOnlyList<DrawnOfficer> Drawn { get; init; } = [];

    /// <summary>Whom the head approved; empty before the approval, and where it was given before this was kept.</summary>
    public IReadOnlyList<DrawnOfficer> ApprovedCrew { get; init; } = [];

    /// <summary>Changes of its officers, oldest first.</summary>
    public IReadOnlyList<InspectionCrewChange> Changes { get; init; } = [];

    /// <summary>The checklist.</summary>
    public IReadOnlyList<CheckedItem> Items { get; init; } = [];

    /// <summary>The failed lines from which something follows.</summary>
    public IReadOnlyList<CheckedItem> Failed(InspectionConclusion follows) => [.. Items.Where(item => item.Finding == Finding.Fails && (item.Follows ?? Outcome?.Conclusion ?? follows) == follows)];

    /// <summary>Samplings and interviews.</summary>
    public IReadOnlyList<InspectionScene> Scenes { get; init; } = [];

    /// <summary>Other subjects of the same visit, by name.</summary>
    public IReadOnlyList<string> Together { get; init; } = [];

    /// <summary>Where the enterprise complains.</summary>
    public string ComplaintTo { get; init; } = "";

    /// <summary>Where the enterprise may turn against an order to correct, as set on the day of the conclusion; null before.</summary>
    public Cases.CaseRemedies? Remedies { get; init; }

    /// <summary>Approval.</summary>
    public InspectionApproval? Approval { get; init; }

    /// <summary>Notice.</summary>
    public InspectionNotice? Notice { get; init; }

    /// <summary>Beginning.</summary>
    public InspectionStart? Start { get; init; }

    /// <summary>Record.</summary>
    public InspectionRecorded? Recorded { get; init; }

    /// <summary>Conclusion.</summary>
    public InspectionOutcome? Outcome { get; init; }

    /// <summary>Receipt of a transfer.</summary>
    public InspectionTransferReceipt? Receipt { get; init; }

    /// <summary>Result told.</summary>
    public InspectionResultTold? Told { get; init; }

    /// <summary>Recheck.</summary>
    public InspectionRecheck? Recheck { get; init; }

    /// <summary>Feedback.</summary>
    public InspectionFeedback? Feedback { get; init; }
}
