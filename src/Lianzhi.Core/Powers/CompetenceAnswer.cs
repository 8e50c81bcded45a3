namespace Lianzhi.Core.Powers;

/// <summary>A question of competence (执法主体查询).</summary>
/// <param name="Item">Code of the item, compared exactly.</param>
/// <param name="Township">Nine-digit code of the township where the act was done (行政处罚法 第22条).</param>
/// <param name="FiledOn">Day of filing (立案): competence is fixed then.</param>
/// <param name="CrossesTownships">True when the act crosses townships.</param>
/// <param name="MajorOrComplex">True when the case is major or complex.</param>
public sealed record CompetenceQuestion(
    string Item, string Township, DateOnly FiledOn, bool CrossesTownships = false, bool MajorOrComplex = false)
{
    /// <summary>The other townships that are touched, when they are known; tells whether both areas are.</summary>
    public IReadOnlyList<string> OtherTownships { get; init; } = [];
}

/// <summary>What kind of organ is the lawful subject (执法主体类别).</summary>
public enum CompetenceKind
{
    /// <summary>The township.</summary>
    Township,

    /// <summary>A department of the district.</summary>
    Department,

    /// <summary>An organ of the city; the case is transferred.</summary>
    City,

    /// <summary>Nobody of the district.</summary>
    None,
}

/// <summary>The one lawful subject (执法主体): never an area.</summary>
/// <param name="Code">Township or department code.</param>
/// <param name="Name">Full name of the organ.</param>
public sealed record Subject(string Code, string Name);

/// <summary>To whom a crossing, major or complex case is reported (报告对象).</summary>
/// <param name="Area">Id of the area.</param>
/// <param name="Role">Always <c>chief</c>, the 片长.</param>
public sealed record ReportTo(string Area, string Role = "chief");

/// <summary>The answer: exactly one subject, or none, and why.</summary>
/// <param name="Kind">What kind of organ.</param>
/// <param name="Subject">The subject; null exactly when <paramref name="Kind"/> is <see cref="CompetenceKind.None"/>.</param>
/// <param name="GuidedBy">The competent department that guides a township; null otherwise.</param>
/// <param name="ReportTo">Area chief to report to; null when nothing is to be reported or the case leaves the district.</param>
/// <param name="Reasons">Why this organ and no other.</param>
public sealed record CompetenceAnswer(
    CompetenceKind Kind, Subject? Subject, string? GuidedBy, ReportTo? ReportTo, IReadOnlyList<Reason> Reasons)
{
    /// <summary>Chief of the other area when both areas are crossed.</summary>
    public ReportTo? ReportToAlso { get; init; }

    /// <summary>The version of the item the answer rests on; null when there was none.</summary>
    public Item? Item { get; init; }

    /// <summary>The empowerment the answer rests on; only for a township by empowerment.</summary>
    public Empowerment? Empowerment { get; init; }

    /// <summary>True when something the answer rests on is still to be confirmed (待核).</summary>
    public bool ToBeConfirmed { get; init; }
}
