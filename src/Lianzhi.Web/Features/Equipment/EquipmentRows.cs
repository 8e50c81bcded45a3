using System.ComponentModel.DataAnnotations;
using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Equipment;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Equipment;

/// <summary>A piece of equipment (执法装备). Never deleted: what is no longer used is retired.</summary>
public sealed class EquipmentRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>What it is.</summary>
    [MaxLength(20)] public required EquipmentKind Kind { get; init; }

    /// <summary>Name or plate.</summary>
    [MaxLength(60)] public required string Name { get; set; }

    /// <summary>资产编号.</summary>
    [MaxLength(40)] public required string StockNumber { get; init; }

    /// <summary>Township it stands in; null for the area's own.</summary>
    [MaxLength(20)] public string? Unit { get; set; }

    /// <summary>The area that may use it.</summary>
    [MaxLength(10)] public required string Area { get; set; }

    /// <summary>Officer who holds it.</summary>
    [MaxLength(26)] public string? CustodianId { get; set; }

    /// <summary>Name of who holds it.</summary>
    [MaxLength(60)] public string? Custodian { get; set; }

    /// <summary>Since when.</summary>
    public DateOnly? CustodySince { get; set; }

    /// <summary>Last day on which its calibration holds.</summary>
    public DateOnly? CalibratedUntil { get; set; }

    /// <summary>Certificate of the calibration.</summary>
    [MaxLength(100)] public string? Calibration { get; set; }

    /// <summary>First day on which it is no longer used.</summary>
    public DateOnly? RetiredOn { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"equipment/{Id}";

    /// <summary>Where it stands, for reach.</summary>
    public Placement Placement => new(Unit, Area, []);

    /// <summary>As the rules know it.</summary>
    public EquipmentItem ToItem(string? openFault) => new(Id, Kind, Name, StockNumber, CalibratedUntil, openFault, RetiredOn);
}

/// <summary>A fault of equipment (故障), reported and repaired.</summary>
public sealed class EquipmentFaultRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The equipment.</summary>
    [MaxLength(26)] public required string EquipmentId { get; init; }

    /// <summary>What is wrong.</summary>
    [MaxLength(300)] public required string Text { get; init; }

    /// <summary>Who reported it.</summary>
    [MaxLength(60)] public required string ReportedBy { get; init; }

    /// <summary>When.</summary>
    public required DateOnly ReportedOn { get; init; }

    /// <summary>What was done about it.</summary>
    [MaxLength(300)] public string? Repair { get; set; }

    /// <summary>When it was repaired; null while it was not.</summary>
    public DateOnly? RepairedOn { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"equipment/{EquipmentId}";
}

/// <summary>Equipment is taken for a time (装备预约). The database itself refuses two at a time.</summary>
public sealed class EquipmentBookingRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The equipment.</summary>
    [MaxLength(26)] public required string EquipmentId { get; init; }

    /// <summary>From when.</summary>
    public required DateTimeOffset BeginsAt { get; set; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset EndsAt { get; set; }

    /// <summary>What for.</summary>
    [MaxLength(200)] public required string Purpose { get; set; }

    /// <summary>The crew it is for; null when somebody booked it by hand.</summary>
    [MaxLength(26)] public string? Holder { get; init; }

    /// <summary>Who booked it.</summary>
    [MaxLength(60)] public required string By { get; init; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"equipment/{EquipmentId}";

    /// <summary>When.</summary>
    public TimeSlot Slot => new(BeginsAt, EndsAt);

    /// <summary>As the rules know it.</summary>
    public EquipmentBooking ToBooking() => new(EquipmentId, Slot, Purpose);
}
