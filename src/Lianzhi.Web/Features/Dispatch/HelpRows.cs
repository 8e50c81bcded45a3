using System.ComponentModel.DataAnnotations;
using Lianzhi.Core.Access;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>A call for help (求助). The record holds that it was made and what was done, never the place.</summary>
public sealed class HelpCallRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The area.</summary>
    [MaxLength(20)] public required string Area { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The crew under way; null without one.</summary>
    [MaxLength(26)] public string? CrewId { get; init; }

    /// <summary>The inspection that was going on; null without one.</summary>
    [MaxLength(26)] public string? InspectionId { get; init; }

    /// <summary>During what.</summary>
    [MaxLength(200)] public required string Title { get; init; }

    /// <summary>Who called.</summary>
    [MaxLength(26)] public required string OfficerId { get; init; }

    /// <summary>Name of who called.</summary>
    [MaxLength(100)] public required string OfficerName { get; init; }

    /// <summary>Home unit of who called.</summary>
    [MaxLength(20)] public required string Unit { get; init; }

    /// <summary>Everybody of the crew, separated by a vertical bar.</summary>
    [MaxLength(1000)] public required string Officers { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Day on which the place is erased; null when none was told.</summary>
    public DateOnly? PlaceErasedOn { get; init; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Who closed it.</summary>
    [MaxLength(100)] public string? ClosedBy { get; set; }

    /// <summary>What was done.</summary>
    [MaxLength(500)] public string? Outcome { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"help/{Id}";

    /// <summary>Where it stands, for reach: the crew is assigned.</summary>
    public Placement Placement => new(Unit, Area, Officers.Split('|', StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>The place of a call for help (求助位置), told once. Not recorded, so that nothing of it is left on the day it is erased.</summary>
public sealed class HelpPlaceRow
{
    /// <summary>The call.</summary>
    [Key, MaxLength(26)] public required string CallId { get; init; }

    /// <summary>In words.</summary>
    [MaxLength(200)] public string? Words { get; init; }

    /// <summary>Degrees east in millionths.</summary>
    public int? Longitude { get; init; }

    /// <summary>Degrees north in millionths.</summary>
    public int? Latitude { get; init; }

    /// <summary>Day on which it is erased.</summary>
    public required DateOnly EraseOn { get; init; }
}
