namespace Lianzhi.Core.Organisation;

/// <summary>At which level an organ stands, seen from the district (机关层级).</summary>
public enum OrganLevel
{
    /// <summary>One of the district's organs, or a branch that acts in the district under its own name.</summary>
    District,

    /// <summary>市级机关: cases it is competent for are transferred to it.</summary>
    City,

    /// <summary>Outside the district's enforcement departments, for example 公安机关.</summary>
    Outside,
}

/// <summary>Who holds a penalty power before it is handed on (处罚权所属). 行政处罚法 第24条 speaks of county-level government departments only.</summary>
public enum PowerHolder
{
    /// <summary>区政府部门.</summary>
    DistrictDepartment,

    /// <summary>市级部门及其派出机构.</summary>
    CityBranch,

    /// <summary>消防救援机构 (消防法 第70条).</summary>
    FireService,
}

/// <summary>One dated version of a department or other organ (部门).</summary>
/// <param name="Code">Stable short code, for example <c>cg</c>.</param>
/// <param name="Name">Full name, for example 区城市管理和综合执法局.</param>
/// <param name="ShortName">Short name, for example 城管.</param>
/// <param name="PowerHolder">What kind of organ it is when a power of it is handed on.</param>
/// <param name="Level">District, city or outside.</param>
/// <param name="Enforces">True when it enforces in its own name.</param>
/// <param name="LeadNames">Names under which items name this organ as the competent one (主管部门), compared exactly.</param>
/// <param name="DocumentWord">代字 of its document numbers; null when it issues none here.</param>
/// <param name="Duty">Its duty in joint enforcement (职责分工).</param>
/// <param name="Validity">When this version holds.</param>
public sealed record Department(
    string Code, string Name, string ShortName, PowerHolder PowerHolder, OrganLevel Level, bool Enforces,
    IReadOnlyList<string> LeadNames, string? DocumentWord, string Duty, Validity Validity);
