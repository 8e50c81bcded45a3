using System.ComponentModel.DataAnnotations;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Targets;

/// <summary>A place that is inspected (检查对象). Never deleted: doubles point to the one that stays.</summary>
public sealed class TargetRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Enterprise and address without what people write differently.</summary>
    [MaxLength(640)] public required string Key { get; set; }

    /// <summary>统一社会信用代码.</summary>
    [MaxLength(18)] public string? CreditCode { get; set; }

    /// <summary>Name.</summary>
    [MaxLength(200)] public required string Name { get; set; }

    /// <summary>Address.</summary>
    [MaxLength(400)] public required string Address { get; set; }

    /// <summary>Township.</summary>
    [MaxLength(20)] public required string Township { get; set; }

    /// <summary>Area of the township when the row was written.</summary>
    [MaxLength(20)] public string? Area { get; set; }

    /// <summary>Neighbourhood.</summary>
    [MaxLength(60)] public required string Block { get; set; }

    /// <summary>Degrees east in millionths.</summary>
    public int? Longitude { get; set; }

    /// <summary>Degrees north in millionths.</summary>
    public int? Latitude { get; set; }

    /// <summary>Lines of business, separated by a vertical bar.</summary>
    [MaxLength(200)] public required string Sectors { get; set; }

    /// <summary>Risk grade.</summary>
    [MaxLength(10)] public required RiskGrade Risk { get; set; }

    /// <summary>Digits 1 (Monday) to 7.</summary>
    [MaxLength(7)] public required string OpenDays { get; set; }

    /// <summary>Opening hours.</summary>
    [MaxLength(11)] public required string Hours { get; set; }

    /// <summary>In business or not.</summary>
    [MaxLength(10)] public required TargetStatus Status { get; set; }

    /// <summary>The target that stays, when this one was a double of it.</summary>
    [MaxLength(26)] public string? MergedInto { get; set; }

    /// <summary>The import it came with; null when typed.</summary>
    [MaxLength(26)] public string? ImportId { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"target/{Id}";

    /// <summary>Whose cap counts: the enterprise, or the target itself where it has no code.</summary>
    public string Enterprise => CreditCode ?? Id;

    /// <summary>Where it stands, for reach.</summary>
    public Placement Placement => Placement.Of(Township, Area);

    /// <summary>As the rules know it.</summary>
    public TargetFacts ToFacts() => new(CreditCode, Name, Address, Township, Block, Longitude, Latitude, Sectors.Split('|', StringSplitOptions.RemoveEmptyEntries), Risk, OpenDays, Hours, Status);

    /// <summary>A row of facts.</summary>
    public static TargetRow Of(TargetFacts facts, string id, string? area, string? import = null) => new()
    {
        Id = id,
        Key = facts.Key,
        CreditCode = facts.CreditCode,
        Name = facts.Name,
        Address = facts.Address,
        Township = facts.Township,
        Area = area,
        Block = facts.Block,
        Longitude = facts.Longitude,
        Latitude = facts.Latitude,
        Sectors = string.Join('|', facts.Sectors),
        Risk = facts.Risk,
        OpenDays = facts.OpenDays,
        Hours = facts.Hours,
        Status = facts.Status,
        ImportId = import,
    };

    /// <summary>Takes changed facts over.</summary>
    public void Take(TargetFacts facts, string? area)
    {
        (Key, CreditCode, Name, Address, Township, Area, Block) = (facts.Key, facts.CreditCode, facts.Name, facts.Address, facts.Township, area, facts.Block);
        (Longitude, Latitude, Sectors, Risk, OpenDays, Hours, Status) = (facts.Longitude, facts.Latitude, string.Join('|', facts.Sectors), facts.Risk, facts.OpenDays, facts.Hours, facts.Status);
    }
}

/// <summary>An import of targets (检查对象导入): its file, kept by its content, is the record of what every new target was.</summary>
public sealed class TargetImportRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Hash of the file in the file store.</summary>
    [MaxLength(64)] public required string FileHash { get; init; }

    /// <summary>Where the list comes from.</summary>
    [MaxLength(200)] public required string Source { get; init; }

    /// <summary>Day of the import.</summary>
    public required DateOnly ImportedOn { get; init; }

    /// <summary>Targets in the file.</summary>
    public required int Count { get; init; }

    /// <summary>New targets.</summary>
    public required int Added { get; init; }

    /// <summary>Targets that differed; each has an entry of its own.</summary>
    public required int Changed { get; init; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"target-import/{Id}";
}
