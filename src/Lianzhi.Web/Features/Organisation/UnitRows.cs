using System.ComponentModel.DataAnnotations;
using Lianzhi.Core;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Organisation;

/// <summary>One dated version of an area (片区).</summary>
public sealed class AreaRow : IRecorded
{
    /// <summary>Id of the version.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Id of the area, for example <c>A1</c>.</summary>
    [MaxLength(10)] public required string Code { get; init; }

    /// <summary>Name.</summary>
    [MaxLength(40)] public required string Name { get; set; }

    /// <summary>Township where it is stationed.</summary>
    [MaxLength(9)] public required string CentreTownship { get; set; }

    /// <summary>Document that set it up.</summary>
    [MaxLength(200)] public required string Source { get; set; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Day after the last; null while open.</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"area/{Code}";

    /// <summary>As the rules know it.</summary>
    public Area ToArea() => new(Code, Name, CentreTownship, Source, new Validity(From, To));
}

/// <summary>A township belongs to an area (片区归属).</summary>
public sealed class AreaMembershipRow : IRecorded
{
    /// <summary>Id of the term.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Id of the area.</summary>
    [MaxLength(10)] public required string Area { get; init; }

    /// <summary>Code of the township.</summary>
    [MaxLength(9)] public required string Township { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Day after the last; null while open.</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"township/{Township}";

    /// <summary>As the rules know it.</summary>
    public AreaMembership ToMembership() => new(Area, Township, new Validity(From, To));
}

/// <summary>One dated version of a township (镇街).</summary>
public sealed class TownshipRow : IRecorded
{
    /// <summary>Id of the version.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Nine-digit code.</summary>
    [MaxLength(9)] public required string Code { get; init; }

    /// <summary>Short name.</summary>
    [MaxLength(40)] public required string Name { get; set; }

    /// <summary>镇 or 街道.</summary>
    [MaxLength(10)] public required TownshipKind Kind { get; set; }

    /// <summary>Full name of the organ.</summary>
    [MaxLength(100)] public required string OrganName { get; set; }

    /// <summary>代字 of its documents.</summary>
    [MaxLength(20)] public required string DocumentWord { get; set; }

    /// <summary>Where these come from.</summary>
    [MaxLength(200)] public required string Source { get; set; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Day after the last; null while open.</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"township/{Code}";

    /// <summary>As the rules know it.</summary>
    public Township ToTownship() => new(Code, Name, Kind, OrganName, DocumentWord, Source, new Validity(From, To));
}

/// <summary>One dated version of a department or other organ (部门).</summary>
public sealed class DepartmentRow : IRecorded
{
    /// <summary>Id of the version.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Short code.</summary>
    [MaxLength(20)] public required string Code { get; init; }

    /// <summary>Full name.</summary>
    [MaxLength(60)] public required string Name { get; set; }

    /// <summary>Short name.</summary>
    [MaxLength(20)] public required string ShortName { get; set; }

    /// <summary>Kind of power holder.</summary>
    [MaxLength(20)] public required PowerHolder PowerHolder { get; set; }

    /// <summary>Level.</summary>
    [MaxLength(10)] public required OrganLevel Level { get; set; }

    /// <summary>Enforces in its own name.</summary>
    public required bool Enforces { get; set; }

    /// <summary>Names under which items name it, separated by a vertical bar.</summary>
    [MaxLength(400)] public required string LeadNames { get; set; }

    /// <summary>代字 of its documents.</summary>
    [MaxLength(20)] public string? DocumentWord { get; set; }

    /// <summary>Its duty in joint enforcement.</summary>
    [MaxLength(400)] public required string Duty { get; set; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Day after the last; null while open.</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"department/{Code}";

    /// <summary>As the rules know it.</summary>
    public Department ToDepartment() => new(Code, Name, ShortName, PowerHolder, Level, Enforces,
        LeadNames.Split('|', StringSplitOptions.RemoveEmptyEntries), DocumentWord, Duty, new Validity(From, To));
}
