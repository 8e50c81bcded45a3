using System.ComponentModel.DataAnnotations;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Records;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Inspections;

/// <summary>An inspection of one subject (行政检查). A joint visit is several of them with one <see cref="JointId"/>; each has its own notice and record.</summary>
public sealed class InspectionRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Number of the approval form.</summary>
    [MaxLength(100)] public required string Number { get; init; }

    /// <summary>The visit it belongs to; all subjects that go together share it.</summary>
    [MaxLength(26)] public required string JointId { get; init; }

    /// <summary>The signing subject.</summary>
    [MaxLength(20)] public required string Unit { get; init; }

    /// <summary>Its full name.</summary>
    [MaxLength(100)] public required string UnitName { get; init; }

    /// <summary>Township of the enterprise.</summary>
    [MaxLength(20)] public required string Township { get; init; }

    /// <summary>Area of the township.</summary>
    [MaxLength(20)] public string? Area { get; init; }

    /// <summary>The target.</summary>
    [MaxLength(26)] public required string TargetId { get; init; }

    /// <summary>Its name.</summary>
    [MaxLength(200)] public required string TargetName { get; init; }

    /// <summary>统一社会信用代码.</summary>
    [MaxLength(18)] public string? TargetCode { get; init; }

    /// <summary>Its address.</summary>
    [MaxLength(400)] public required string TargetAddress { get; init; }

    /// <summary>Enterprise whose cap counts.</summary>
    [MaxLength(26)] public required string Enterprise { get; set; }

    /// <summary>Where the task comes from.</summary>
    [MaxLength(20)] public required InspectionSource Source { get; init; }

    /// <summary>The plan, or the reason in words.</summary>
    [MaxLength(600)] public required string Reason { get; init; }

    /// <summary>The plan.</summary>
    [MaxLength(26)] public string? PlanId { get; init; }

    /// <summary>The visit of the plan.</summary>
    [MaxLength(26)] public string? VisitId { get; init; }

    /// <summary>The clue.</summary>
    [MaxLength(26)] public string? ClueId { get; init; }

    /// <summary>The case it led to.</summary>
    [MaxLength(26)] public string? CaseId { get; set; }

    /// <summary>How far it has come.</summary>
    [MaxLength(20)] public required InspectionStage Stage { get; set; }

    /// <summary>Begun before approval and notice.</summary>
    public bool Urgent { get; init; }

    /// <summary>Planned day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Names of the requirements, separated by a vertical bar.</summary>
    [MaxLength(2000)] public required string Scope { get; init; }

    /// <summary>Legal basis.</summary>
    [MaxLength(1000)] public required string Basis { get; init; }

    /// <summary>Helpers.</summary>
    [MaxLength(200)] public string? Helpers { get; init; }

    /// <summary>Visits of the enterprise this year before it, as of its last paper: proposal, approval, notice.</summary>
    public required int YearCount { get; set; }

    /// <summary>The cap that day.</summary>
    public int? YearCap { get; set; }

    /// <summary>Visits granted beyond the cap.</summary>
    public int YearGranted { get; set; }

    /// <summary>On what ground it may go beyond the cap.</summary>
    [MaxLength(10)] public CapGround? BeyondGround { get; init; }

    /// <summary>What shows the ground: number of a clue or letter, or a campaign.</summary>
    [MaxLength(100)] public string? BeyondReference { get; init; }

    /// <summary>The draw it is of.</summary>
    [MaxLength(26)] public string? DrawId { get; init; }

    /// <summary>The drawn target it stands for.</summary>
    [MaxLength(26)] public string? DrawnId { get; init; }

    /// <summary>The inspection with the order to correct that a recheck follows.</summary>
    [MaxLength(26)] public string? FollowsId { get; init; }

    /// <summary>Why beyond the cap.</summary>
    [MaxLength(500)] public string? BeyondReason { get; set; }

    /// <summary>Account of who proposed it.</summary>
    [MaxLength(40)] public required string ProposedBy { get; init; }

    /// <summary>Name of who proposed it.</summary>
    [MaxLength(100)] public required string ProposerName { get; init; }

    /// <summary>Day of the proposal.</summary>
    public required DateOnly ProposedOn { get; init; }

    /// <summary>Day of the approval.</summary>
    public DateOnly? ApprovedOn { get; set; }

    /// <summary>Account of who signed.</summary>
    [MaxLength(40)] public string? SignerAccount { get; set; }

    /// <summary>Name of who signed.</summary>
    [MaxLength(100)] public string? SignerName { get; set; }

    /// <summary>Post of who signed.</summary>
    [MaxLength(40)] public string? SignerPost { get; set; }

    /// <summary>Authorisation of who signed.</summary>
    [MaxLength(500)] public string? SignerAuthorisation { get; set; }

    /// <summary>Id and name of whom the head approved, one a line; null before the approval and where it was given before this was kept.</summary>
    [MaxLength(1000)] public string? ApprovedCrew { get; set; }

    /// <summary>Opinion, or why it was refused.</summary>
    [MaxLength(500)] public string? Opinion { get; set; }

    /// <summary>Number of the notice.</summary>
    [MaxLength(100)] public string? NoticeNumber { get; set; }

    /// <summary>Mark of the notice, in its code.</summary>
    [MaxLength(40)] public string? NoticeMark { get; set; }

    /// <summary>Day of the notice.</summary>
    public DateOnly? NoticedOn { get; set; }

    /// <summary>How it reached the enterprise.</summary>
    [MaxLength(20)] public NoticeManner? Manner { get; set; }

    /// <summary>Why not in advance.</summary>
    [MaxLength(500)] public string? MannerReason { get; set; }

    /// <summary>Who took the notice.</summary>
    [MaxLength(100), Personal] public string? NoticeReceiver { get; set; }

    /// <summary>Beginning on the spot.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>Place.</summary>
    [MaxLength(400)] public string? Place { get; set; }

    /// <summary>What was scanned or typed.</summary>
    [MaxLength(100)] public string? StartedBy { get; set; }

    /// <summary>End of the inspection.</summary>
    public DateTimeOffset? RecordedAt { get; set; }

    /// <summary>Last day for telling the result.</summary>
    public DateOnly? ResultDueOn { get; set; }

    /// <summary>Who was there for the enterprise.</summary>
    [MaxLength(100), Personal] public string? Present { get; set; }

    /// <summary>What was seen.</summary>
    [MaxLength(2000), Personal] public string? Situation { get; set; }

    /// <summary>What the enterprise says to it.</summary>
    [MaxLength(1000), Personal] public string? PartyOpinion { get; set; }

    /// <summary>Who signed for the enterprise.</summary>
    [MaxLength(200), Personal] public string? SignedBy { get; set; }

    /// <summary>Why signing was refused.</summary>
    [MaxLength(200)] public string? RefusedBecause { get; set; }

    /// <summary>Who witnessed the refusal.</summary>
    [MaxLength(200), Personal] public string? Witness { get; set; }

    /// <summary>The conclusion.</summary>
    [MaxLength(20)] public InspectionConclusion? Conclusion { get; set; }

    /// <summary>In words.</summary>
    [MaxLength(1000)] public string? ConclusionText { get; set; }

    /// <summary>Day of the conclusion.</summary>
    public DateOnly? ConcludedOn { get; set; }

    /// <summary>Number of the order to correct.</summary>
    [MaxLength(100)] public string? CorrectionNumber { get; set; }

    /// <summary>What is to be corrected.</summary>
    [MaxLength(1000)] public string? Demand { get; set; }

    /// <summary>By when.</summary>
    public DateOnly? CorrectionDueOn { get; set; }

    /// <summary>Organ it is transferred to.</summary>
    [MaxLength(100)] public string? TransferTo { get; set; }

    /// <summary>Number of the letter of the transfer.</summary>
    [MaxLength(100)] public string? TransferNumber { get; set; }

    /// <summary>Day the other organ took it.</summary>
    public DateOnly? TransferReceivedOn { get; set; }

    /// <summary>Who took it there.</summary>
    [MaxLength(100)] public string? TransferReceivedBy { get; set; }

    /// <summary>Number of the notice of the result.</summary>
    [MaxLength(100)] public string? ResultNumber { get; set; }

    /// <summary>Day the result was told.</summary>
    public DateOnly? ToldOn { get; set; }

    /// <summary>Who took the result.</summary>
    [MaxLength(100), Personal] public string? ResultReceiver { get; set; }

    /// <summary>Last day for the recheck.</summary>
    public DateOnly? RecheckDueOn { get; set; }

    /// <summary>When it was rechecked.</summary>
    public DateTimeOffset? RecheckedAt { get; set; }

    /// <summary>Whether everything was corrected.</summary>
    public bool? Corrected { get; set; }

    /// <summary>What the recheck saw.</summary>
    [MaxLength(1000), Personal] public string? RecheckFindings { get; set; }

    /// <summary>Officers of the recheck: id, name, certificate and unit, one a line.</summary>
    [MaxLength(1000)] public string? RecheckOfficers { get; set; }

    /// <summary>Grade the enterprise gave.</summary>
    [MaxLength(20)] public FeedbackGrade? Grade { get; set; }

    /// <summary>What it wrote.</summary>
    [MaxLength(500), Personal] public string? FeedbackText { get; set; }

    /// <summary>When it answered.</summary>
    public DateTimeOffset? FeedbackAt { get; set; }

    /// <summary>Why it was cancelled.</summary>
    [MaxLength(500)] public string? CancelReason { get; set; }

    /// <summary>Names of the officers, for lists.</summary>
    [MaxLength(200)] public required string OfficerNames { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"inspection/{Id}";
}

/// <summary>An officer of an inspection (检查人员), with the certificate valid when it was proposed.</summary>
public sealed class InspectionOfficerRow : IRecorded
{
    /// <summary>The inspection.</summary>
    [MaxLength(26)] public required string InspectionId { get; init; }

    /// <summary>The officer.</summary>
    [MaxLength(26)] public required string OfficerId { get; init; }

    /// <summary>Name.</summary>
    [MaxLength(100)] public required string Name { get; init; }

    /// <summary>Certificate.</summary>
    [MaxLength(60)] public required string Certificate { get; init; }

    /// <summary>Home unit.</summary>
    [MaxLength(20)] public required string Home { get; init; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"inspection/{InspectionId}";
}

/// <summary>A change of the officers of an inspection before it began (检查人员变更).</summary>
public sealed class InspectionCrewChangeRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The inspection.</summary>
    [MaxLength(26)] public required string InspectionId { get; init; }

    /// <summary>Day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Names of who does not go, separated by a vertical bar.</summary>
    [MaxLength(400)] public required string Gone { get; init; }

    /// <summary>Names of who goes instead, separated by a vertical bar.</summary>
    [MaxLength(400)] public required string Came { get; init; }

    /// <summary>Ground.</summary>
    [MaxLength(20)] public required CrewChangeGround Ground { get; init; }

    /// <summary>In words.</summary>
    [MaxLength(500), Personal] public required string Reason { get; init; }

    /// <summary>Who recorded it.</summary>
    [MaxLength(100)] public required string By { get; init; }

    /// <summary>Who of the enterprise was told.</summary>
    [MaxLength(100), Personal] public string? Told { get; init; }

    /// <summary>Number of the notice that was made anew.</summary>
    [MaxLength(100)] public string? NoticeNumber { get; init; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"inspection/{InspectionId}";

    /// <summary>As the rules know it.</summary>
    public InspectionCrewChange ToChange() => new(On, Names(Gone), Names(Came), Ground, Reason, Told, NoticeNumber);

    private static string[] Names(string text) => text.Split('|', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A line of the checklist of an inspection (检查表).</summary>
public sealed class InspectionItemRow : IRecorded
{
    /// <summary>The inspection.</summary>
    [MaxLength(26)] public required string InspectionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Position { get; init; }

    /// <summary>Name of the requirement.</summary>
    [MaxLength(60)] public required string Requirement { get; init; }

    /// <summary>What is checked.</summary>
    [MaxLength(200)] public required string Text { get; init; }

    /// <summary>The article.</summary>
    [MaxLength(200)] public required string Basis { get; init; }

    /// <summary>Enforcement item.</summary>
    [MaxLength(20)] public string? Item { get; init; }

    /// <summary>What was found.</summary>
    [MaxLength(20)] public Finding? Finding { get; set; }

    /// <summary>What was seen.</summary>
    [MaxLength(500), Personal] public string? Note { get; set; }

    /// <summary>What follows from the line; null where it passed, and where the conclusion was drawn for all lines alike.</summary>
    [MaxLength(20)] public InspectionConclusion? Follows { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"inspection/{InspectionId}";

    /// <summary>As the rules know it.</summary>
    public CheckedItem ToItem() => new(Position, Requirement, new CheckItem(Text, Basis, Item), Finding, Note, Follows);
}

/// <summary>A sampling or an interview during an inspection (抽样、询问).</summary>
public sealed class InspectionSceneRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The inspection.</summary>
    [MaxLength(26)] public required string InspectionId { get; init; }

    /// <summary>Which.</summary>
    [MaxLength(20)] public required SceneKind Kind { get; init; }

    /// <summary>Number of the notice of sampling.</summary>
    [MaxLength(100)] public string? Number { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who was asked, or was there.</summary>
    [MaxLength(100), Personal] public required string Person { get; init; }

    /// <summary>His post.</summary>
    [MaxLength(100)] public required string Relation { get; init; }

    /// <summary>Goods, or questions and answers.</summary>
    [MaxLength(4000), Personal] public required string Text { get; init; }

    /// <summary>How samples were taken.</summary>
    [MaxLength(500)] public string? Method { get; init; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"inspection/{InspectionId}";

    /// <summary>As the rules know it.</summary>
    public InspectionScene ToScene() => new(Kind, Number, At, Person, Relation, Text, Method);
}
