using Lianzhi.Core.Tables;

namespace Lianzhi.Core.Settings;

/// <summary>The hearing thresholds of one department (部门听证标准) from a day on.</summary>
/// <param name="Department">Short name, for example 城管.</param>
/// <param name="CitizenYuan">Fine or confiscation, in whole yuan, that gives a citizen the right to a hearing.</param>
/// <param name="OrganisationYuan">The same for an organisation.</param>
/// <param name="From">First day it holds.</param>
/// <param name="Source">The document it rests on.</param>
/// <param name="Verified">False while that still has to be confirmed.</param>
public sealed record HearingThreshold(string Department, string CitizenYuan, string OrganisationYuan, DateOnly From, string Source, bool Verified)
{
    /// <summary>The two settings it makes.</summary>
    public IEnumerable<Setting> ToSettings() =>
    [
        new(SettingCatalogue.HearingThresholdCitizen.Key, Department, CitizenYuan, From, null, Source, Verified),
        new(SettingCatalogue.HearingThresholdOrganisation.Key, Department, OrganisationYuan, From, null, Source, Verified),
    ];
}

/// <summary>
/// The file of hearing thresholds (听证标准文件): columns <c>department,citizen_yuan,organisation_yuan,from,source,verified</c>.
/// 行政处罚法 第63条 leaves 较大数额 to each department's own standard.
/// </summary>
public static class HearingThresholdFile
{
    private static readonly string[] Header = ["department", "citizen_yuan", "organisation_yuan", "from", "source", "verified"];

    /// <summary>Reads the lines of a file; a department must be known and stand there once.</summary>
    /// <param name="lines">Header and rows.</param>
    /// <param name="departments">Short names of the departments.</param>
    public static TableFile<HearingThreshold> Read(IReadOnlyList<string> lines, IReadOnlySet<string> departments)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return TableRow.Read<HearingThreshold>(lines, Header, row =>
        {
            var (department, citizen, organisation, source) = (row.Required("department"), row.Required("citizen_yuan"), row.Required("organisation_yuan"), row.Required("source"));
            var (from, verified) = (row.Date("from"), row.Flag("verified"));
            if (department.Length > 0 && !departments.Contains(department)) row.Fault("department", $"没有简称为“{department}”的部门。");
            else if (!seen.Add(department)) row.Fault("department", $"“{department}”重复。");
            if (citizen.Length > 0 && SettingCatalogue.HearingThresholdCitizen.Fault(citizen) is { } one) row.Fault("citizen_yuan", one);
            if (organisation.Length > 0 && SettingCatalogue.HearingThresholdOrganisation.Fault(organisation) is { } other) row.Fault("organisation_yuan", other);
            if (source.Length > 200) row.Fault("source", "不超过 200 字。");
            return from is null || verified is null ? null : new(department, citizen, organisation, from.Value, source, verified.Value);
        });
    }
}
