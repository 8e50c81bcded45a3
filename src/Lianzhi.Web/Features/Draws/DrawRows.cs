using System.ComponentModel.DataAnnotations;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Draws;

/// <summary>A draw of targets and officers (双随机抽取). Its commitment is on record before the seed is known to anybody.</summary>
public sealed class DrawRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The area.</summary>
    [MaxLength(20)] public required string Area { get; init; }

    /// <summary>Title.</summary>
    [MaxLength(100)] public required string Title { get; init; }

    /// <summary>In whose name is inspected.</summary>
    [MaxLength(20)] public required string Subject { get; init; }

    /// <summary>Hash of the input file: who and what may be drawn, with weights.</summary>
    [MaxLength(64)] public required string InputHash { get; init; }

    /// <summary>SM3 of the seed.</summary>
    [MaxLength(64)] public required string Commitment { get; init; }

    /// <summary>Day of the commitment.</summary>
    public required DateOnly CommittedOn { get; init; }

    /// <summary>How many targets are drawn.</summary>
    public required int Count { get; init; }

    /// <summary>How many could be.</summary>
    public required int Population { get; init; }

    /// <summary>The seed; null until the draw.</summary>
    [MaxLength(64)] public string? Seed { get; set; }

    /// <summary>Day of the draw.</summary>
    public DateOnly? DrawnOn { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"draw/{Id}";

    /// <summary>Its public number (公开编号).</summary>
    public string Number => DrawOutcome.NumberOf(CommittedOn, Id);

    /// <summary>Where it stands, for reach.</summary>
    public Placement Placement => new(null, Area, []);
}

/// <summary>The seed between commitment and draw. Not recorded: the record holds the commitment, and the seed once it is drawn with.</summary>
public sealed class DrawSecretRow
{
    /// <summary>The draw.</summary>
    [Key, MaxLength(26)] public required string DrawId { get; init; }

    /// <summary>The seed, in hexadecimal.</summary>
    [MaxLength(64)] public required string Seed { get; init; }
}

/// <summary>A target drawn (抽取结果), in the order drawn.</summary>
public sealed class DrawnRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The draw.</summary>
    [MaxLength(26)] public required string DrawId { get; init; }

    /// <summary>Place in the order, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>The target.</summary>
    [MaxLength(26)] public required string TargetId { get; init; }

    /// <summary>Its name.</summary>
    [MaxLength(200)] public required string TargetName { get; init; }

    /// <summary>Stratum.</summary>
    [MaxLength(60)] public required string Stratum { get; init; }

    /// <summary>Ids of the officers, separated by a vertical bar, in the order drawn.</summary>
    [MaxLength(400)] public required string Officers { get; init; }

    /// <summary>Their names.</summary>
    [MaxLength(400)] public required string OfficerNames { get; init; }

    /// <summary>The officers drawn, in the order drawn.</summary>
    public IReadOnlyList<DrawnOfficer> OfficersDrawn() => [.. Officers.Split('|', StringSplitOptions.RemoveEmptyEntries).Zip(OfficerNames.Split('、'), (id, name) => new DrawnOfficer(id, name))];

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"draw/{DrawId}";
}
