using System.ComponentModel.DataAnnotations;
using Lianzhi.Core.Access;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>A unit is asked for officers of a crew (借人函), and what it answers (回执).</summary>
public sealed class BorrowLetterRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The board.</summary>
    [MaxLength(26)] public required string BoardId { get; init; }

    /// <summary>The crew.</summary>
    [MaxLength(26)] public required string CrewId { get; init; }

    /// <summary>Area that asks.</summary>
    [MaxLength(10)] public required string Area { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The unit that is asked.</summary>
    [MaxLength(20)] public required string Home { get; init; }

    /// <summary>Officers, separated by a vertical bar.</summary>
    [MaxLength(400)] public required string Officers { get; set; }

    /// <summary>Subjects in whose name they act, separated by a vertical bar.</summary>
    [MaxLength(200)] public required string Subjects { get; set; }

    /// <summary>From, in minutes after midnight.</summary>
    public required int FromMinute { get; set; }

    /// <summary>Until, in minutes after midnight.</summary>
    public required int UntilMinute { get; set; }

    /// <summary>What for.</summary>
    [MaxLength(500)] public required string Purpose { get; set; }

    /// <summary>Number of the order.</summary>
    [MaxLength(60)] public required string Number { get; init; }

    /// <summary>How often it was asked.</summary>
    public int Edition { get; set; }

    /// <summary>Who asks.</summary>
    [MaxLength(60)] public required string IssuedBy { get; set; }

    /// <summary>Day of the letter.</summary>
    public required DateOnly IssuedOn { get; set; }

    /// <summary>The answer; null while there is none.</summary>
    public bool? Agrees { get; set; }

    /// <summary>In words.</summary>
    [MaxLength(500)] public string? Reply { get; set; }

    /// <summary>Who answered.</summary>
    [MaxLength(60)] public string? RepliedBy { get; set; }

    /// <summary>When.</summary>
    public DateOnly? RepliedOn { get; set; }

    /// <summary>The officers are no longer wanted.</summary>
    public bool Withdrawn { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"dispatch/{BoardId}";

    /// <summary>Ids of the officers.</summary>
    public string[] OfficerIds => Officers.Split('|', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Where it stands, for reach: the unit asked, the area that asks, the officers.</summary>
    public Placement Placement => new(Home, Area, OfficerIds);
}
