using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Plans;

/// <summary>One edition of a plan of inspections (检查计划). Its visits are made from the solution named here and the changes by hand.</summary>
public sealed class InspectionPlanRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>年度 or 专项.</summary>
    [MaxLength(10)] public required PlanKind Kind { get; init; }

    /// <summary>The area.</summary>
    [MaxLength(20)] public required string Area { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>Title.</summary>
    [MaxLength(100)] public required string Title { get; init; }

    /// <summary>First day on which new visits may lie.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Names of the requirements of a campaign, separated by a vertical bar; empty: all.</summary>
    [MaxLength(800)] public required string Only { get; init; }

    /// <summary>Why the campaign or the amendment.</summary>
    [MaxLength(500)] public string? Reason { get; init; }

    /// <summary>Number of the edition, from 1.</summary>
    public required int Edition { get; init; }

    /// <summary>The edition it amends.</summary>
    [MaxLength(26)] public string? Amends { get; init; }

    /// <summary>Where it stands.</summary>
    [MaxLength(20)] public required PlanStage Stage { get; set; }

    /// <summary>Hash of the problem file that was solved.</summary>
    [MaxLength(64)] public string? ProblemHash { get; set; }

    /// <summary>Hash of the solution file.</summary>
    [MaxLength(64)] public string? SolutionHash { get; set; }

    /// <summary>Seed of the search.</summary>
    public long Seed { get; set; }

    /// <summary>Visits of the solution.</summary>
    public int Planned { get; set; }

    /// <summary>Visits when each body goes alone.</summary>
    public int Unmerged { get; set; }

    /// <summary>Visits when merged by hand.</summary>
    public int ByHand { get; set; }

    /// <summary>Inspections that are not planned.</summary>
    public int Unserved { get; set; }

    /// <summary>Points of the plan.</summary>
    public long Objective { get; set; }

    /// <summary>No plan has fewer.</summary>
    public long Bound { get; set; }

    /// <summary>Last day for opinions.</summary>
    public DateOnly? OpinionsDueOn { get; set; }

    /// <summary>The joint meeting: its name or number.</summary>
    [MaxLength(100)] public string? Meeting { get; set; }

    /// <summary>Its day.</summary>
    public DateOnly? MeetingOn { get; set; }

    /// <summary>Day of publication.</summary>
    public DateOnly? PublishedOn { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"plan/{Id}";

    /// <summary>Where it stands, for reach.</summary>
    public Placement Placement => new(null, Area, []);

    /// <summary>Share of the points that is not proven to be necessary.</summary>
    public double Gap => Objective == 0 ? 0 : (Objective - Bound) / (double)Objective;
}

/// <summary>What a township hands in for a plan (镇街报送).</summary>
public sealed class PlanPartRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The plan.</summary>
    [MaxLength(26)] public required string PlanId { get; init; }

    /// <summary>The township.</summary>
    [MaxLength(20)] public required string Township { get; init; }

    /// <summary>What the township says about its targets, officers and days.</summary>
    [MaxLength(1000)] public string? Note { get; set; }

    /// <summary>Who handed it in.</summary>
    [MaxLength(100)] public string? By { get; set; }

    /// <summary>When; null while it has not.</summary>
    public DateOnly? SubmittedOn { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"plan/{PlanId}";
}

/// <summary>The opinion of a department (会签意见).</summary>
public sealed class PlanOpinionRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The plan.</summary>
    [MaxLength(26)] public required string PlanId { get; init; }

    /// <summary>Who is asked.</summary>
    [MaxLength(20)] public required string Department { get; init; }

    /// <summary>The answer; null while there is none.</summary>
    public bool? Agrees { get; set; }

    /// <summary>In words.</summary>
    [MaxLength(1000)] public string? Text { get; set; }

    /// <summary>Who answered.</summary>
    [MaxLength(100)] public string? By { get; set; }

    /// <summary>When.</summary>
    public DateOnly? AnsweredOn { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"plan/{PlanId}";
}

/// <summary>What became of a visit (执行情况).</summary>
public enum VisitState
{
    /// <summary>待检查.</summary>
    Planned,

    /// <summary>已检查.</summary>
    Done,

    /// <summary>未检查.</summary>
    NotDone,
}

/// <summary>A visit of a plan (计划检查): made from the solution and from changes by hand, both of which are recorded.</summary>
public sealed class PlanVisitRow
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The plan.</summary>
    [MaxLength(26)] public required string PlanId { get; init; }

    /// <summary>The target.</summary>
    [MaxLength(26)] public required string TargetId { get; set; }

    /// <summary>Name of the target when the plan was made, or of the one it was merged into.</summary>
    [MaxLength(200)] public required string TargetName { get; set; }

    /// <summary>Enterprise whose cap counts.</summary>
    [MaxLength(26)] public required string Enterprise { get; set; }

    /// <summary>Township.</summary>
    [MaxLength(20)] public required string Township { get; init; }

    /// <summary>Its day.</summary>
    public required DateOnly Day { get; set; }

    /// <summary>Names of what is inspected, separated by a vertical bar.</summary>
    [MaxLength(2000)] public required string Requirements { get; init; }

    /// <summary>Reasons, one a line, each with its kind before a colon.</summary>
    [MaxLength(4000)] public required string Reasons { get; set; }

    /// <summary>Set by hand: kept on the next solution.</summary>
    public required bool Locked { get; set; }

    /// <summary>Why it was set by hand, and by whom.</summary>
    [MaxLength(700)] public string? LockedBecause { get; set; }

    /// <summary>What became of it.</summary>
    [MaxLength(10)] public required VisitState State { get; set; }

    /// <summary>Day on which it was carried out.</summary>
    public DateOnly? DoneOn { get; set; }

    /// <summary>Names of what its subjects have not inspected since it was carried out, separated by a vertical bar; null when nothing is left.</summary>
    [MaxLength(2000)] public string? Left { get; set; }

    /// <summary>Why what is left is not inspected; null while it is to be.</summary>
    [MaxLength(500)] public string? LeftBecause { get; set; }

    /// <summary>Names of what is left.</summary>
    [NotMapped] public IReadOnlyList<string> Remaining => Left?.Split('|') ?? [];

    /// <summary>True while one of its subjects still has to come.</summary>
    [NotMapped] public bool Waits => State == VisitState.Planned || (Left is not null && LeftBecause is null);

    /// <summary>Notes that something of it was inspected on a day: the first to come carries it out, who comes later takes away from what is left.</summary>
    /// <returns>False when nothing changed.</returns>
    public bool Carry(DateOnly on, IReadOnlyCollection<string> inspected)
    {
        var (first, left) = (State != VisitState.Done, (State == VisitState.Done ? Remaining : Requirements.Split('|')).Except(inspected).ToList());
        if (!first && left.Count == Remaining.Count) return false;
        if (first) (State, DoneOn) = (VisitState.Done, on);
        Left = left.Count == 0 ? null : string.Join('|', left);
        if (Left is null) LeftBecause = null;
        return true;
    }
}

/// <summary>A change of a visit by hand (计划调整): the record of what was moved, kept or carried out, and why.</summary>
public sealed class PlanChangeRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The plan.</summary>
    [MaxLength(26)] public required string PlanId { get; init; }

    /// <summary>The target visited.</summary>
    [MaxLength(26)] public required string TargetId { get; init; }

    /// <summary>What was done: <c>moved</c>, <c>released</c>, <c>done</c>, <c>notDone</c>, <c>merged</c>.</summary>
    [MaxLength(10)] public required string Kind { get; init; }

    /// <summary>The day it had.</summary>
    public required DateOnly FromDay { get; init; }

    /// <summary>The day it has.</summary>
    public required DateOnly ToDay { get; init; }

    /// <summary>Why.</summary>
    [MaxLength(500)] public required string Reason { get; init; }

    /// <summary>Who.</summary>
    [MaxLength(100)] public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateOnly On { get; init; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"plan/{PlanId}";
}

/// <summary>An inspection that the solution does not serve (未能安排).</summary>
public sealed class PlanUnservedRow
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The plan.</summary>
    [MaxLength(26)] public required string PlanId { get; init; }

    /// <summary>The target.</summary>
    [MaxLength(26)] public required string TargetId { get; init; }

    /// <summary>Its name.</summary>
    [MaxLength(200)] public required string TargetName { get; init; }

    /// <summary>The requirement.</summary>
    [MaxLength(60)] public required string Requirement { get; init; }

    /// <summary>How many are missing.</summary>
    public required int Missing { get; init; }

    /// <summary>What is short.</summary>
    [MaxLength(10)] public required string Cause { get; init; }

    /// <summary>By how much.</summary>
    public required int By { get; init; }

    /// <summary>In words.</summary>
    [MaxLength(400)] public required string Message { get; init; }
}

/// <summary>State of a run of the optimiser (编排进展).</summary>
public enum RunState
{
    /// <summary>排队.</summary>
    Waiting,

    /// <summary>正在编排.</summary>
    Running,

    /// <summary>完成.</summary>
    Done,

    /// <summary>取消.</summary>
    Cancelled,

    /// <summary>失败: the last good plan stays.</summary>
    Failed,
}

/// <summary>What a person wants of a run that is on its way.</summary>
public enum RunWish
{
    /// <summary>Go on.</summary>
    GoOn,

    /// <summary>停下，用现在的.</summary>
    Stop,

    /// <summary>取消.</summary>
    Cancel,
}

/// <summary>A run of the optimiser (智能编排). Its progress is not recorded; who asked for it and what came of it are.</summary>
public sealed class PlanRunRow
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The plan.</summary>
    [MaxLength(26)] public required string PlanId { get; init; }

    /// <summary>State.</summary>
    [MaxLength(10)] public required RunState State { get; set; }

    /// <summary>What is wanted of it.</summary>
    [MaxLength(10)] public RunWish Wish { get; set; }

    /// <summary>Seconds it may take.</summary>
    public required int Seconds { get; init; }

    /// <summary>Seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Hash of the problem file.</summary>
    [MaxLength(64)] public required string ProblemHash { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When somebody last heard of it.</summary>
    public DateTimeOffset? HeardAt { get; set; }

    /// <summary>Seconds so far.</summary>
    public int Spent { get; set; }

    /// <summary>Visits of the best plan so far.</summary>
    public int Visits { get; set; }

    /// <summary>Its points.</summary>
    public long Objective { get; set; }

    /// <summary>The proven bound.</summary>
    public long Bound { get; set; }

    /// <summary>Why it failed.</summary>
    [MaxLength(400)] public string? Fault { get; set; }
}
