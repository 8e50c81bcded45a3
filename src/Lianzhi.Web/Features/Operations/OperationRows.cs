using System.ComponentModel.DataAnnotations;
using Lianzhi.Core.Access;
using Lianzhi.Core.Operations;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Operations;

/// <summary>A joint operation (联合行动): within one township, or across townships by arrangement of the 片长.</summary>
public sealed class OperationRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Kind.</summary>
    [MaxLength(20)] public required OperationKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    [MaxLength(20)] public required OperationStage Stage { get; set; }

    /// <summary>The area.</summary>
    [MaxLength(20)] public required string Area { get; init; }

    /// <summary>Townships it takes place in, separated by a vertical bar.</summary>
    [MaxLength(200)] public required string Townships { get; init; }

    /// <summary>The township whose 副片长 leads a simple one; null otherwise.</summary>
    [MaxLength(20)] public string? Township { get; init; }

    /// <summary>Title.</summary>
    [MaxLength(100)] public required string Title { get; init; }

    /// <summary>Why.</summary>
    [MaxLength(500)] public required string Reason { get; init; }

    /// <summary>Who makes the decisions that follow.</summary>
    [MaxLength(20)] public required string Handler { get; init; }

    /// <summary>The clue that was reported; null for none.</summary>
    [MaxLength(26)] public string? ClueId { get; init; }

    /// <summary>Last day for replies.</summary>
    public DateOnly? ReplyDueOn { get; init; }

    /// <summary>Name of who leads it.</summary>
    [MaxLength(100)] public required string Leader { get; init; }

    /// <summary>Day on which it was opened.</summary>
    public required DateOnly OpenedOn { get; init; }

    /// <summary>Its day.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Where and when all gather.</summary>
    [MaxLength(200)] public string? Gathering { get; set; }

    /// <summary>Who does what where.</summary>
    [MaxLength(2000)] public string? Tasks { get; set; }

    /// <summary>Vehicles and equipment.</summary>
    [MaxLength(500)] public string? Equipment { get; set; }

    /// <summary>Safety and what is said to the public.</summary>
    [MaxLength(500)] public string? Safety { get; set; }

    /// <summary>Helpers who do not act.</summary>
    [MaxLength(500)] public string? Helpers { get; set; }

    /// <summary>Day it was ordered.</summary>
    public DateOnly? OrderedOn { get; set; }

    /// <summary>Day on which the sign-in was noted.</summary>
    public DateOnly? SignedInOn { get; set; }

    /// <summary>Why it was noted after the day.</summary>
    [MaxLength(200)] public string? LateReason { get; set; }

    /// <summary>Summary.</summary>
    [MaxLength(2000)] public string? Summary { get; set; }

    /// <summary>Day of the summary.</summary>
    public DateOnly? SummedOn { get; set; }

    /// <summary>Why it was cancelled.</summary>
    [MaxLength(500)] public string? CancelReason { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"operation/{Id}";

    /// <summary>Where it stands, for reach: the township of a simple one, the area of any other.</summary>
    public Placement Placement => new(Township, Area, []);
}

/// <summary>A unit of an operation (参与单位).</summary>
public sealed class OperationUnitRow : IRecorded
{
    /// <summary>The operation.</summary>
    [MaxLength(26)] public required string OperationId { get; init; }

    /// <summary>The unit.</summary>
    [MaxLength(20)] public required string Unit { get; init; }

    /// <summary>Its reply.</summary>
    public bool? Agrees { get; set; }

    /// <summary>In words.</summary>
    [MaxLength(500)] public string? Reply { get; set; }

    /// <summary>Day of the reply.</summary>
    public DateOnly? RepliedOn { get; set; }

    /// <summary>What it reports.</summary>
    [MaxLength(1000)] public string? Result { get; set; }

    /// <summary>Places inspected.</summary>
    public int Inspected { get; set; }

    /// <summary>Problems found.</summary>
    public int Found { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"operation/{OperationId}";
}

/// <summary>A person of an operation (参与人员).</summary>
public sealed class OperationPersonRow : IRecorded
{
    /// <summary>The operation.</summary>
    [MaxLength(26)] public required string OperationId { get; init; }

    /// <summary>The officer.</summary>
    [MaxLength(26)] public required string OfficerId { get; init; }

    /// <summary>Name.</summary>
    [MaxLength(100)] public required string Name { get; init; }

    /// <summary>Certificate.</summary>
    [MaxLength(60)] public required string Certificate { get; init; }

    /// <summary>Home unit.</summary>
    [MaxLength(20)] public required string Home { get; init; }

    /// <summary>The subject in whose name he acts.</summary>
    [MaxLength(20)] public required string ActsFor { get; init; }

    /// <summary>Whether he came.</summary>
    public bool? Present { get; set; }

    /// <summary>Why not.</summary>
    [MaxLength(200)] public string? Absent { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"operation/{OperationId}";
}

/// <summary>A branch of a department in a township (派出、派驻机构), for example 自然资源所; it acts in the department's name.</summary>
public sealed class StationRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Name.</summary>
    [MaxLength(60)] public required string Name { get; init; }

    /// <summary>Department it belongs to.</summary>
    [MaxLength(20)] public required string Department { get; init; }

    /// <summary>Township it stands in.</summary>
    [MaxLength(20)] public required string Township { get; init; }

    /// <summary>Officers who work there, by id, separated by a vertical bar.</summary>
    [MaxLength(800)] public required string Officers { get; set; }

    /// <summary>Its duty.</summary>
    [MaxLength(300)] public required string Duty { get; init; }

    /// <summary>The document.</summary>
    [MaxLength(200)] public required string Source { get; init; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"station/{Id}";
}
