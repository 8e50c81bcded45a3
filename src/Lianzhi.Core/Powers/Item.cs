using Lianzhi.Core.Organisation;

namespace Lianzhi.Core.Powers;

/// <summary>Who may do an item by the catalogue (层级).</summary>
public enum ItemLevel
{
    /// <summary>可赋予镇街: the township when empowered there, else the department.</summary>
    EmpoweredToTown,

    /// <summary>镇的法定职权: a town's own power by statute, on every date; never a street's.</summary>
    OwnTown,

    /// <summary>区级部门办理.</summary>
    DistrictOnly,

    /// <summary>已上收市级.</summary>
    MovedToCity,
}

/// <summary>Lowest and highest fine the basis names, in fen (罚款幅度); null where it names none.</summary>
/// <param name="MinFen">Floor; null with a maximum means there is no statutory floor.</param>
/// <param name="MaxFen">Cap; null when the amount is relative or set locally.</param>
public sealed record FineRange(long? MinFen, long? MaxFen);

/// <summary>One dated version of an enforcement item (行政处罚事项).</summary>
/// <param name="Id">Id of this version.</param>
/// <param name="Code">Code of the item, compared exactly, for example <c>CG-014</c>.</param>
/// <param name="Name">Name, for example 对……的处罚.</param>
/// <param name="Domain">Domain, for example 市容环卫.</param>
/// <param name="LeadDepartment">The competent department as the catalogue names it (主管部门).</param>
/// <param name="Basis">Articles of law.</param>
/// <param name="Conduct">Short label of the conduct.</param>
/// <param name="PenaltyKinds">Kinds of penalty the articles allow.</param>
/// <param name="CitizenFine">Fine of an individual.</param>
/// <param name="OrganisationFine">Fine of an organisation.</param>
/// <param name="FineRule">Relative amounts, tiers and preconditions in words.</param>
/// <param name="LimitationYears">2, or 5 where harm to life, health or finance may lengthen it.</param>
/// <param name="HearingPossible">Hint: a penalty of this item can give a hearing right.</param>
/// <param name="SimplePossible">Hint: the simple procedure can be lawful.</param>
/// <param name="Level">Who may do it.</param>
/// <param name="Verified">True when the row was checked against the text of the law.</param>
/// <param name="PowerHolder">Who holds the penalty power before it is handed on.</param>
/// <param name="Validity">When this version holds.</param>
public sealed record Item(
    string Id, string Code, string Name, string Domain, string LeadDepartment, string Basis, string Conduct,
    IReadOnlyList<string> PenaltyKinds, FineRange CitizenFine, FineRange OrganisationFine, string FineRule,
    int LimitationYears, bool HearingPossible, bool SimplePossible, ItemLevel Level, bool Verified,
    PowerHolder PowerHolder, Validity Validity)
{
    /// <summary>
    /// True when handing the item to a township needs a decision of the city or province, because the power is not
    /// one of a county-level government department (行政处罚法 第24条).
    /// </summary>
    public bool NeedsHigherDecision => Level == ItemLevel.EmpoweredToTown && PowerHolder != PowerHolder.DistrictDepartment;
}
