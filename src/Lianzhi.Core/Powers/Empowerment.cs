namespace Lianzhi.Core.Powers;

/// <summary>What the department does for an item that is handed on (指导或处置).</summary>
public enum DepartmentPart
{
    /// <summary>指导: the department guides, the township handles.</summary>
    Guide,

    /// <summary>处置: the department helps to handle, in the township's name only.</summary>
    Handle,
}

/// <summary>An item is handed to one township (赋权、承接).</summary>
/// <param name="Id">Id.</param>
/// <param name="Item">Code of the item.</param>
/// <param name="Township">Code of the township.</param>
/// <param name="Validity">Cases filed in this term are the township's.</param>
/// <param name="Decision">Number of the decision that hands it on.</param>
/// <param name="HigherDecision">Number of the city's or province's decision where one is needed; null while it is not known (待核).</param>
/// <param name="Accepted">True when the township has signed that it takes it on (承接确认).</param>
/// <param name="ListedOn">Day it was entered in the township's list of powers (权责清单); null while it is not.</param>
/// <param name="ListLink">Where that list is published.</param>
/// <param name="Part">Whether the department guides or helps to handle.</param>
/// <param name="CoercionSource">The text that also hands on the coercive measures of the item; null means it does not.</param>
public sealed record Empowerment(
    string Id, string Item, string Township, Validity Validity, string Decision, string? HigherDecision, bool Accepted,
    DateOnly? ListedOn, string? ListLink, DepartmentPart Part, string? CoercionSource)
{
    /// <summary>Refuses a coercive measure (查封、扣押) in the township's name unless the text hands that power on too.</summary>
    /// <param name="lawAllows">True when a law or regulation lets this item's organ seal or seize.</param>
    public Refusal? CheckCoercion(bool lawAllows) => CoercionSource is not null && lawAllows
        ? null
        : new Refusal("coercion-not-handed-on",
            "承接文件未载明与本项有关的行政强制措施权，或者法律、法规未规定可以查封扣押，不得实施。",
            "行政强制法 第十七条第二款、第二十二条");
}
