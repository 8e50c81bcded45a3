using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lianzhi.Core.Organisation;

/// <summary>How the sample list of items stands in the townships until decisions are imported (示例赋权).</summary>
/// <param name="Decision">Number of the decision.</param>
/// <param name="Source">What the sample rests on.</param>
/// <param name="From">First filing day.</param>
public sealed record SampleEmpowerment(string Decision, string Source, DateOnly From);

/// <summary>What an organisation file holds (组织基础数据文件).</summary>
/// <param name="Register">Areas, townships, memberships and departments.</param>
/// <param name="SampleEmpowerment">The sample empowerment, when the file has one.</param>
public sealed record OrganisationFileContent(OrganisationRegister Register, SampleEmpowerment? SampleEmpowerment);

/// <summary>Reads the organisation file (JSON): <c>areas</c>, <c>townships</c>, <c>memberships</c>, <c>departments</c>.</summary>
public static class OrganisationFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Reads and checks the text of a file.</summary>
    /// <returns>The content, or what is wrong with the path of the fault.</returns>
    public static Result<OrganisationFileContent> Parse(string json)
    {
        Document? document;
        try
        {
            document = JsonSerializer.Deserialize<Document>(json, Options);
        }
        catch (JsonException fault)
        {
            return Refusal.Invalid(fault.Path ?? "$", "文件格式不正确：缺少必填内容、多出未知内容，或者值的类型不对。");
        }

        if (document is null) return Refusal.Invalid("$", "文件是空的。");
        var register = new OrganisationRegister(
            [.. document.Areas.Select(area => new Area(area.Id, area.Name, area.CentreTownship, area.Source, new Validity(area.From, area.To)))],
            [.. document.Memberships.Select(membership => new AreaMembership(membership.Area, membership.Township, new Validity(membership.From, membership.To)))],
            [.. document.Townships.Select(township => new Township(township.Code, township.Name, township.Kind, township.OrganName,
                township.DocumentWord, township.Source, new Validity(township.From, township.To)))],
            [.. document.Departments.Select(department => new Department(department.Code, department.Name, department.ShortName,
                department.PowerHolder, department.Level, department.Enforces, department.LeadNames, department.DocumentWord,
                department.Duty, new Validity(department.From, department.To)))]);
        var refusals = Check(register).ToList();
        if (refusals.Count > 0) return refusals;
        return new OrganisationFileContent(register, document.SampleEmpowerment);
    }

    private static IEnumerable<Refusal> Check(OrganisationRegister register)
    {
        foreach (var township in register.Townships)
            if (township.Code.Length != 9 || !township.Code.All(char.IsAsciiDigit))
                yield return Refusal.Invalid("townships", $"镇街代码“{township.Code}”不是九位数字。");
        foreach (var area in register.Areas)
            if (!register.KnowsTownship(area.CentreTownship))
                yield return Refusal.Invalid("areas", $"{area.Name}的中心驻点{area.CentreTownship}不在镇街名单内。");
        foreach (var membership in register.Memberships)
            if (!register.KnowsTownship(membership.Township) || register.Areas.All(area => area.Id != membership.Area))
                yield return Refusal.Invalid("memberships", $"片区{membership.Area}与镇街{membership.Township}的归属中有未知代码。");
        var terms = register.Townships.Select(township => (Key: "镇街" + township.Code, township.Validity))
            .Concat(register.Areas.Select(area => (Key: "片区" + area.Id, area.Validity)))
            .Concat(register.Memberships.Select(membership => (Key: "片区归属" + membership.Township, membership.Validity)))
            .Concat(register.Departments.Select(department => (Key: "部门" + department.Code, department.Validity)))
            .Concat(register.Departments.SelectMany(department => department.LeadNames.Select(lead =>
                (Key: $"主管部门名称“{lead}”（{(department.Level == OrganLevel.City ? "市级" : "区级")}）", department.Validity))));
        foreach (var group in terms.GroupBy(term => term.Key, StringComparer.Ordinal))
        {
            var earlier = new List<Validity>();
            foreach (var (key, validity) in group)
            {
                if (IntervalRules.Check(validity, earlier, key) is { } refusal) yield return refusal;
                earlier.Add(validity);
            }
        }
    }

    private sealed record Document(
        DistrictPart District, IReadOnlyList<AreaPart> Areas, IReadOnlyList<TownshipPart> Townships,
        IReadOnlyList<MembershipPart> Memberships, IReadOnlyList<DepartmentPart> Departments, SampleEmpowerment? SampleEmpowerment = null);

    private sealed record DistrictPart(string Code, string Name);

    private sealed record AreaPart(string Id, string Name, string CentreTownship, string Source, DateOnly From, DateOnly? To = null);

    private sealed record TownshipPart(
        string Code, string Name, TownshipKind Kind, string OrganName, string DocumentWord, string Source, DateOnly From, DateOnly? To = null);

    private sealed record MembershipPart(string Area, string Township, DateOnly From, DateOnly? To = null);

    private sealed record DepartmentPart(
        string Code, string Name, string ShortName, PowerHolder PowerHolder, OrganLevel Level, bool Enforces,
        IReadOnlyList<string> LeadNames, string? DocumentWord, string Duty, DateOnly From, DateOnly? To = null);
}
