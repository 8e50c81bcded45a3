using System.ComponentModel.DataAnnotations;
using Lianzhi.Core;
using Lianzhi.Core.Duty;
using Lianzhi.Core.Records;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Duty;

/// <summary>An entry of the duty calendar (勤务登记). All entries of an officer share a stream, so that two at once cannot both be kept.</summary>
public sealed class DutyRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The officer.</summary>
    [MaxLength(26)] public required string OfficerId { get; init; }

    /// <summary>Why.</summary>
    [MaxLength(20)] public required DutyKind Kind { get; init; }

    /// <summary>From when.</summary>
    public required DateTimeOffset BeginsAt { get; init; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Place, matter or other remark; may be personal.</summary>
    [MaxLength(200), Personal] public string? Note { get; init; }

    /// <summary>Who entered it.</summary>
    [MaxLength(60)] public required string By { get; init; }

    /// <summary>When it was entered.</summary>
    public required DateOnly EnteredOn { get; init; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"duty/{OfficerId}";

    /// <summary>When.</summary>
    public TimeSlot Slot => new(BeginsAt, EndsAt);

    /// <summary>As the rules know it.</summary>
    public DutyEntry ToEntry() => new(Id, OfficerId, Kind, Slot);
}
