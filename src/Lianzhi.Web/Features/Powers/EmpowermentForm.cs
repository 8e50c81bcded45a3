using Lianzhi.Core.Powers;

namespace Lianzhi.Web.Features.Powers;

/// <summary>What the form 调整赋权 sends.</summary>
public sealed class EmpowermentForm
{
    /// <summary>Version seen.</summary>
    public long Version { get; set; }

    /// <summary>First filing day.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Day taken back.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Number of the decision.</summary>
    public string? Decision { get; set; }

    /// <summary>Number of the higher decision.</summary>
    public string? HigherDecision { get; set; }

    /// <summary>Taken on.</summary>
    public bool Accepted { get; set; }

    /// <summary>Entered in the list of powers.</summary>
    public DateOnly? ListedOn { get; set; }

    /// <summary>Where it is published.</summary>
    public string? ListLink { get; set; }

    /// <summary>Guide or handle.</summary>
    public DepartmentPart Part { get; set; }

    /// <summary>Text on coercive measures.</summary>
    public string? CoercionSource { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>The form of what stands.</summary>
    public static EmpowermentForm Of(EmpowermentRow row) => new()
    {
        Version = row.Version,
        From = row.From,
        To = row.To,
        Decision = row.Decision,
        HigherDecision = row.HigherDecision,
        Accepted = row.Accepted,
        ListedOn = row.ListedOn,
        ListLink = row.ListLink,
        Part = row.Part,
        CoercionSource = row.CoercionSource,
    };

    /// <summary>As the use case takes it.</summary>
    public EmpowermentChange ToChange() => new(From, To, Decision, HigherDecision, Accepted, ListedOn, ListLink, Part, CoercionSource);
}
