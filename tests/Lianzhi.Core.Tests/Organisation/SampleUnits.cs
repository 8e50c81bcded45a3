using Lianzhi.Core.Organisation;

namespace Lianzhi.Core.Tests.Organisation;

/// <summary>Builds small organisations for the rules on people.</summary>
internal sealed class SampleUnits
{
    public static readonly DateOnly Day = new(2026, 10, 8);
    public const string Street = "350603003";
    public const string OtherStreet = "350603001";

    public List<Officer> Officers { get; } = [];

    public List<Certificate> Certificates { get; } = [];

    public List<Secondment> Secondments { get; } = [];

    public List<Post> Posts { get; } = [];

    public SampleUnits With(string id, string unit, DateOnly? certifiedTo = null, bool certified = true)
    {
        Officers.Add(new Officer(id, "甲" + id, unit, null, new Validity(new DateOnly(2020, 1, 1))));
        if (certified) Certificates.Add(new Certificate("c" + id, id, "示" + id, "区司法局", new Validity(new DateOnly(2022, 1, 1), certifiedTo ?? new DateOnly(2029, 1, 1))));
        return this;
    }

    public SampleUnits SentDown(string id, string home, string? township, string? area, bool inName)
    {
        Secondments.Add(new Secondment("s" + id, id, home, area, township, inName, "派驻文件", new Validity(new DateOnly(2025, 1, 1), new DateOnly(2027, 1, 1))));
        return this;
    }

    public OrganisationAsOf AsOf(DateOnly? day = null) => Register().AsOf(day ?? Day);

    public OrganisationRegister Register() => new(
        Powers.SampleDistrict.Organisation.Areas, Powers.SampleDistrict.Organisation.Memberships,
        Powers.SampleDistrict.Organisation.Townships, Powers.SampleDistrict.Organisation.Departments,
        Officers, Certificates, Secondments, Posts);
}
