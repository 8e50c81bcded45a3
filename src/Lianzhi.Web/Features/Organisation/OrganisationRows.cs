using Lianzhi.Core.Organisation;

namespace Lianzhi.Web.Features.Organisation;

/// <summary>Rows of the facts a file brings.</summary>
internal static class OrganisationRows
{
    public static AreaRow Of(Area area, string id) => new()
    {
        Id = id,
        Code = area.Id,
        Name = area.Name,
        CentreTownship = area.CentreTownship,
        Source = area.Source,
        From = area.Validity.From,
        To = area.Validity.To,
    };

    public static TownshipRow Of(Township township, string id) => new()
    {
        Id = id,
        Code = township.Code,
        Name = township.Name,
        Kind = township.Kind,
        OrganName = township.OrganName,
        DocumentWord = township.DocumentWord,
        Source = township.Source,
        From = township.Validity.From,
        To = township.Validity.To,
    };

    public static DepartmentRow Of(Department department, string id) => new()
    {
        Id = id,
        Code = department.Code,
        Name = department.Name,
        ShortName = department.ShortName,
        PowerHolder = department.PowerHolder,
        Level = department.Level,
        Enforces = department.Enforces,
        LeadNames = string.Join('|', department.LeadNames),
        DocumentWord = department.DocumentWord,
        Duty = department.Duty,
        From = department.Validity.From,
        To = department.Validity.To,
    };

    public static AreaMembershipRow Of(AreaMembership membership, string id) => new()
    {
        Id = id,
        Area = membership.Area,
        Township = membership.Township,
        From = membership.Validity.From,
        To = membership.Validity.To,
    };
}
