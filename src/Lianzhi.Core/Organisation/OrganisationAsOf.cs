namespace Lianzhi.Core.Organisation;

/// <summary>The organisation on one day (某日的组织情况): only what holds then.</summary>
public sealed class OrganisationAsOf
{
    private readonly OrganisationRegister register;

    internal OrganisationAsOf(OrganisationRegister register, DateOnly day)
    {
        (this.register, Day) = (register, day);
        Areas = [.. register.Areas.Where(area => area.Validity.Contains(day)).OrderBy(area => area.Id, StringComparer.Ordinal)];
        Townships = [.. register.Townships.Where(township => township.Validity.Contains(day)).OrderBy(township => township.Code, StringComparer.Ordinal)];
        Departments = [.. register.Departments.Where(department => department.Validity.Contains(day)).OrderBy(department => department.Code, StringComparer.Ordinal)];
        Officers = [.. register.Officers.Where(officer => officer.Validity.Contains(day)).OrderBy(officer => officer.Id, StringComparer.Ordinal).Select(officer => officer.On(day))];
        Secondments = [.. register.Secondments.Where(secondment => secondment.Validity.Contains(day))];
        Posts = [.. register.Posts.Where(post => post.Validity.Contains(day))];
    }

    /// <summary>The day asked for.</summary>
    public DateOnly Day { get; }

    /// <summary>Areas in order of their ids.</summary>
    public IReadOnlyList<Area> Areas { get; }

    /// <summary>Townships in order of their codes.</summary>
    public IReadOnlyList<Township> Townships { get; }

    /// <summary>Departments and other organs in order of their codes.</summary>
    public IReadOnlyList<Department> Departments { get; }

    /// <summary>People in service.</summary>
    public IReadOnlyList<Officer> Officers { get; }

    /// <summary>Secondments in force.</summary>
    public IReadOnlyList<Secondment> Secondments { get; }

    /// <summary>Posts held.</summary>
    public IReadOnlyList<Post> Posts { get; }

    /// <summary>The township, or null.</summary>
    public Township? Township(string code) => register.TownshipOn(code, Day);

    /// <summary>The department or other organ, or null.</summary>
    public Department? Department(string code) => Departments.FirstOrDefault(department => department.Code == code);

    /// <summary>Name of a unit for people: short name of the township, full name of the department, or the code itself when unknown.</summary>
    public string UnitName(string code) => Township(code)?.Name ?? Department(code)?.Name ?? code;

    /// <summary>Code of the unit of the district that is called so, by its full or short name or its code; null for an organ outside.</summary>
    public string? UnitNamed(string name) =>
        Townships.FirstOrDefault(township => name == township.OrganName || name == township.Name || name == township.Code)?.Code
        ?? Departments.FirstOrDefault(department => department.Level == OrganLevel.District && (name == department.Name || name == department.ShortName || name == department.Code))?.Code;

    /// <summary>Id of the area the township belongs to, or null.</summary>
    public string? AreaOf(string township) => register.MembershipOn(township, Day)?.Area;

    /// <summary>Townships of an area, in order of their codes.</summary>
    public IEnumerable<Township> TownshipsOf(string area) => Townships.Where(township => AreaOf(township.Code) == area);

    /// <summary>The person, or null.</summary>
    public Officer? Officer(string id) => Officers.FirstOrDefault(officer => officer.Id == id);

    /// <summary>The certificate by which the person may enforce today; null when none is valid.</summary>
    public Certificate? ValidCertificate(string officerId) => register.Certificates
        .FirstOrDefault(certificate => certificate.OfficerId == officerId && certificate.StateOn(Day) == CertificateState.Valid);

    /// <summary>Every certificate of a person, newest first.</summary>
    public IEnumerable<Certificate> CertificatesOf(string officerId) => register.Certificates
        .Where(certificate => certificate.OfficerId == officerId).OrderByDescending(certificate => certificate.Validity.From);

    /// <summary>Holders of a post at an area or unit.</summary>
    public IEnumerable<Post> Holders(PostKind kind, string place) => Posts.Where(post => post.Kind == kind && post.Place == place);
}
