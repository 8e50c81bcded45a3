using System.ComponentModel.DataAnnotations;
using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Dispatch;
using Lianzhi.Core.Equipment;
using Lianzhi.Core.Records;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>The board of an area on a day (调度台). Every act on it raises its revision, so that its version is that of the whole board.</summary>
public sealed class DispatchBoardRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The area.</summary>
    [MaxLength(10)] public required string Area { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Counts the acts.</summary>
    public long Revision { get; set; }

    /// <summary>What the last planning anew changed, one a line.</summary>
    [MaxLength(4000)] public string? Changes { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"dispatch/{Id}";

    /// <summary>Where it stands, for reach.</summary>
    public Placement Placement => new(null, Area, []);
}

/// <summary>What became of a job (任务结果).</summary>
public enum JobState
{
    /// <summary>未办.</summary>
    Open,

    /// <summary>已办.</summary>
    Done,

    /// <summary>未能办理.</summary>
    NotDone,

    /// <summary>已移出: rain, typhoon, examinations; it may come back.</summary>
    Deferred,
}

/// <summary>A job of a board (任务): a visit of the plan, a clue, what a case is due for, or added by hand.</summary>
public sealed class DispatchJobRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The board.</summary>
    [MaxLength(26)] public required string BoardId { get; init; }

    /// <summary>What for.</summary>
    [MaxLength(20)] public required JobKind Kind { get; init; }

    /// <summary>Id of the visit, clue, inspection or case; null for one added by hand.</summary>
    [MaxLength(26)] public string? Reference { get; init; }

    /// <summary>Plan of the visit.</summary>
    [MaxLength(26)] public string? PlanId { get; init; }

    /// <summary>Target of the visit.</summary>
    [MaxLength(26)] public string? TargetId { get; init; }

    /// <summary>What and where.</summary>
    [MaxLength(200)] public required string Title { get; init; }

    /// <summary>What is to be checked, separated by a vertical bar.</summary>
    [MaxLength(2000)] public required string Items { get; init; }

    /// <summary>Township.</summary>
    [MaxLength(20)] public required string Township { get; init; }

    /// <summary>Address.</summary>
    [MaxLength(400)] public required string Address { get; init; }

    /// <summary>Neighbourhood.</summary>
    [MaxLength(60)] public required string Block { get; init; }

    /// <summary>Degrees east in millionths.</summary>
    public int? Longitude { get; init; }

    /// <summary>Degrees north in millionths.</summary>
    public int? Latitude { get; init; }

    /// <summary>Codes of the subjects that sign, separated by a vertical bar.</summary>
    [MaxLength(200)] public required string Subjects { get; init; }

    /// <summary>How long it takes.</summary>
    public required int Minutes { get; init; }

    /// <summary>Not before, in minutes after midnight.</summary>
    public required int OpensAt { get; init; }

    /// <summary>Over by, in minutes after midnight.</summary>
    public required int ClosesAt { get; init; }

    /// <summary>How soon.</summary>
    [MaxLength(10)] public required JobUrgency Urgency { get; init; }

    /// <summary>Last day; null without one.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Kinds of equipment it needs, separated by a vertical bar.</summary>
    [MaxLength(100)] public required string Needs { get; init; }

    /// <summary>The crew that has it; null while it waits.</summary>
    [MaxLength(26)] public string? CrewId { get; set; }

    /// <summary>Place in the crew's order.</summary>
    public int Position { get; set; }

    /// <summary>What became of it.</summary>
    [MaxLength(10)] public JobState State { get; set; }

    /// <summary>Why it could not be done, or what came out.</summary>
    [MaxLength(500)] public string? Outcome { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"dispatch/{BoardId}";

    /// <summary>What recusals of it refer to: the target, clue or case, or the job itself.</summary>
    public string Matter => TargetId ?? Reference ?? Id;

    /// <summary>As the rules know it.</summary>
    public DayJob ToJob(IReadOnlyList<string> recused) => new(Id, Kind, Title, new DayPlace(Township, Block, Longitude, Latitude), Parts(Subjects), Minutes, new MinuteSpan(OpensAt, ClosesAt), Urgency,
        [.. Parts(Needs).Select(Enum.Parse<EquipmentKind>)], recused);

    private static string[] Parts(string text) => text.Split('|', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A crew and its order (小组与调度令).</summary>
public sealed class DispatchCrewRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The board.</summary>
    [MaxLength(26)] public required string BoardId { get; init; }

    /// <summary>Area of the board.</summary>
    [MaxLength(10)] public required string Area { get; init; }

    /// <summary>Day of the board.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Its name.</summary>
    [MaxLength(40)] public required string Name { get; init; }

    /// <summary>Its officers, separated by a vertical bar.</summary>
    [MaxLength(400)] public required string Officers { get; set; }

    /// <summary>Vehicle, cameras and other equipment, separated by a vertical bar.</summary>
    [MaxLength(400)] public required string Gear { get; set; }

    /// <summary>How far its order has come.</summary>
    [MaxLength(20)] public OrderStage Stage { get; set; }

    /// <summary>Number of the order; null while it was not issued.</summary>
    [MaxLength(60)] public string? Number { get; set; }

    /// <summary>Edition of the order, raised by each change.</summary>
    public int Edition { get; set; }

    /// <summary>Who issued it.</summary>
    [MaxLength(60)] public string? IssuedBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? IssuedAt { get; set; }

    /// <summary>Who acknowledged it.</summary>
    [MaxLength(60)] public string? AcknowledgedBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? AcknowledgedAt { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"dispatch/{BoardId}";

    /// <summary>Ids of its officers.</summary>
    public string[] OfficerIds => Officers.Split('|', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Ids of its equipment.</summary>
    public string[] GearIds => Gear.Split('|', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Where it stands, for reach: its officers are assigned.</summary>
    public Placement Placement => new(null, Area, OfficerIds);

    /// <summary>True while its order binds people and equipment.</summary>
    public bool Binds => Stage is OrderStage.Issued or OrderStage.Acknowledged or OrderStage.Started or OrderStage.Done;
}

/// <summary>What happened to an order (调度令经过).</summary>
public sealed class OrderEventRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The board.</summary>
    [MaxLength(26)] public required string BoardId { get; init; }

    /// <summary>The crew.</summary>
    [MaxLength(26)] public required string CrewId { get; init; }

    /// <summary>What was done.</summary>
    [MaxLength(20)] public required OrderStep Step { get; init; }

    /// <summary>In words, with the reason.</summary>
    [MaxLength(1000)] public required string Text { get; init; }

    /// <summary>Who.</summary>
    [MaxLength(60)] public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"dispatch/{BoardId}";
}

/// <summary>An officer is bound by an order for a time (人员占用). The database itself refuses two at a time.</summary>
public sealed class OfficerBookingRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The officer.</summary>
    [MaxLength(26)] public required string OfficerId { get; init; }

    /// <summary>The board.</summary>
    [MaxLength(26)] public required string BoardId { get; init; }

    /// <summary>The crew.</summary>
    [MaxLength(26)] public required string CrewId { get; init; }

    /// <summary>Number of the order.</summary>
    [MaxLength(60)] public required string Number { get; init; }

    /// <summary>From when.</summary>
    public required DateTimeOffset BeginsAt { get; set; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset EndsAt { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"dispatch/{BoardId}";
}

/// <summary>An officer keeps out of a matter (回避申报): of a target, a clue or a case, on every board.</summary>
public sealed class RecusalRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The officer.</summary>
    [MaxLength(26)] public required string OfficerId { get; init; }

    /// <summary>Target, clue, case or job.</summary>
    [MaxLength(26)] public required string Matter { get; init; }

    /// <summary>The board it was declared on.</summary>
    [MaxLength(26)] public required string BoardId { get; init; }

    /// <summary>The relation or interest.</summary>
    [MaxLength(300), Personal] public required string Ground { get; init; }

    /// <summary>Day of the declaration.</summary>
    public required DateOnly DeclaredOn { get; init; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"dispatch/{BoardId}";
}

/// <summary>The last number of orders in a year (调度令编号).</summary>
public sealed class OrderNumberRow
{
    /// <summary>The year.</summary>
    [Key] public required int Year { get; init; }

    /// <summary>The last serial.</summary>
    public required long Last { get; set; }
}
