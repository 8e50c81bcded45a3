using System.ComponentModel.DataAnnotations;
using Lianzhi.Core;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Requirements;

/// <summary>One dated version of an inspection requirement (检查要求). Versions are never deleted.</summary>
public sealed class RequirementRow : IRecorded
{
    /// <summary>Id of the version.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Id of the requirement through all versions.</summary>
    [MaxLength(26)] public required string Requirement { get; init; }

    /// <summary>Name.</summary>
    [MaxLength(60)] public required string Name { get; init; }

    /// <summary>Department that asks for it.</summary>
    [MaxLength(20)] public required string Department { get; init; }

    /// <summary>Townships inspect in their own name.</summary>
    public required bool ByTownship { get; init; }

    /// <summary>Lines of business, separated by a vertical bar; empty: all.</summary>
    [MaxLength(400)] public required string Sectors { get; init; }

    /// <summary>Inspections a year at high risk.</summary>
    public required int High { get; init; }

    /// <summary>At medium risk.</summary>
    public required int Medium { get; init; }

    /// <summary>At low risk.</summary>
    public required int Low { get; init; }

    /// <summary>Minutes on the spot.</summary>
    public required int Minutes { get; init; }

    /// <summary>Least weeks between two.</summary>
    public required int GapWeeks { get; init; }

    /// <summary>Skill needed.</summary>
    [MaxLength(20)] public required string Skill { get; init; }

    /// <summary>Its level.</summary>
    public required int SkillLevel { get; init; }

    /// <summary>Parts of the year, separated by a vertical bar.</summary>
    [MaxLength(200)] public required string Windows { get; init; }

    /// <summary>The document.</summary>
    [MaxLength(200)] public required string Source { get; init; }

    /// <summary>The checklist, one line each.</summary>
    [MaxLength(20000)] public string Checks { get; init; } = "";

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Day after the last; null while open.</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"requirement/{Requirement}";

    /// <summary>As the rules know it.</summary>
    public InspectionRequirement ToRequirement() => new(Requirement, Name, Department, ByTownship, Parts(Sectors), High, Medium, Low, Minutes, GapWeeks, Skill, SkillLevel,
        [.. Parts(Windows).Select(SeasonWindow.Parse).OfType<SeasonWindow>()], Source, new Validity(From, To))
    {
        Checks = [.. CheckItem.Lines(Checks).Select(CheckItem.Parse).OfType<CheckItem>()],
    };

    /// <summary>A row of a version.</summary>
    public static RequirementRow Of(InspectionRequirement requirement, string id) => new()
    {
        Id = id,
        Requirement = requirement.Id,
        Name = requirement.Name,
        Department = requirement.Department,
        ByTownship = requirement.ByTownship,
        Sectors = string.Join('|', requirement.Sectors),
        High = requirement.High,
        Medium = requirement.Medium,
        Low = requirement.Low,
        Minutes = requirement.Minutes,
        GapWeeks = requirement.GapWeeks,
        Skill = requirement.Skill,
        SkillLevel = requirement.SkillLevel,
        Windows = string.Join('|', requirement.Windows),
        Source = requirement.Source,
        Checks = string.Join('\n', requirement.Checks),
        From = requirement.Validity.From,
    };

    private static string[] Parts(string text) => text.Split('|', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>One dated frequency cap (入企检查频次上限).</summary>
public sealed class CapRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Risk grade.</summary>
    [MaxLength(10)] public required RiskGrade Risk { get; init; }

    /// <summary>Most visits of a year.</summary>
    public required int Visits { get; init; }

    /// <summary>The document.</summary>
    [MaxLength(200)] public required string Source { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Day after the last; null while open.</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"cap/{Risk}";

    /// <summary>As the rules know it.</summary>
    public FrequencyCap ToCap() => new(Risk, Visits, Source, new Validity(From, To));
}

/// <summary>Visits granted beyond the cap (突破频次上限).</summary>
public sealed class CapExceptionRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The enterprise.</summary>
    [MaxLength(26)] public required string Enterprise { get; set; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>How many more.</summary>
    public required int Visits { get; init; }

    /// <summary>On what ground.</summary>
    [MaxLength(10)] public required CapGround Ground { get; init; }

    /// <summary>In words.</summary>
    [MaxLength(500)] public required string Reason { get; init; }

    /// <summary>Who granted it.</summary>
    [MaxLength(100)] public required string GrantedBy { get; init; }

    /// <summary>On which day.</summary>
    public required DateOnly GrantedOn { get; init; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"cap-exception/{Enterprise}";

    /// <summary>As the rules know it.</summary>
    public CapException ToException() => new(Enterprise, Year, Visits, Ground, Reason);
}

/// <summary>Days without planned inspections (停止检查日).</summary>
public sealed class BlackoutRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The area.</summary>
    [MaxLength(20)] public required string Area { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Why.</summary>
    [MaxLength(200)] public required string Reason { get; init; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"blackout/{Area}";

    /// <summary>As the rules know it.</summary>
    public Blackout ToBlackout() => new(new DateSpan(From, To), Reason);
}
