namespace Lianzhi.Core.Organisation;

/// <summary>Something the notice or the law asks for that is missing or about to be (人员岗位提醒).</summary>
/// <param name="Code">Kebab-case kind: <c>post-vacant</c>, <c>too-few-certified</c>, <c>certificate-expiring</c>, <c>certificate-missing</c>.</param>
/// <param name="Place">Area or unit it concerns.</param>
/// <param name="OfficerId">The person it concerns, if one.</param>
/// <param name="Message">What is missing, for people.</param>
/// <param name="Basis">Where it is asked for.</param>
public sealed record RosterWarning(string Code, string Place, string? OfficerId, string Message, Basis Basis);

/// <summary>Which posts are vacant, which units have too few certified officers, which certificates end soon (人员岗位检查).</summary>
public static class RosterChecks
{
    /// <summary>Certificates that end within this many days are warned of.</summary>
    public const int ExpiryDays = 30;

    private const string Posts = "漳龙政〔2024〕40号 二（二）3";

    /// <summary>Every warning of one day, in order of place.</summary>
    public static IReadOnlyList<RosterWarning> Of(OrganisationAsOf organisation)
    {
        var warnings = new List<RosterWarning>();
        foreach (var area in organisation.Areas)
        {
            Vacant(area.Id, area.Name, PostKind.AreaChief, Posts + "（1）");
            Vacant(area.Id, area.Name, PostKind.AreaCoordinator, Posts + "（1）");
        }

        foreach (var township in organisation.Townships)
        {
            VacantHead(township.Code, township.Name);
            Vacant(township.Code, township.Name, PostKind.TownshipDeputy, Posts + "（2）");
            Vacant(township.Code, township.Name, PostKind.BrigadeLeader, "漳龙政〔2024〕40号 附件（三）");
            Vacant(township.Code, township.Name, PostKind.LegalReviewer, "漳龙政〔2024〕40号 附件（六）");
            var certified = Certified(township.Code, organisation).Count();
            if (certified < 2)
                warnings.Add(new RosterWarning("too-few-certified", township.Code, null,
                    $"{township.Name}本单位有效持证人员{certified}名，应当不少于两名。", "行政处罚法 第四十二条；漳龙政〔2024〕40号 附件（三）"));
        }

        foreach (var department in organisation.Departments.Where(department => department is { Enforces: true, Level: OrganLevel.District }))
        {
            Vacant(department.Code, department.Name, PostKind.Liaison, Posts + "（1）");
        }

        warnings.AddRange(Expiring(organisation));
        return warnings;

        void Vacant(string place, string name, PostKind kind, string basis)
        {
            if (!organisation.Holders(kind, place).Any())
                warnings.Add(new RosterWarning("post-vacant", place, null, $"{name}：{OrganisationNames.Of(kind)}空缺。", basis));
        }

        void VacantHead(string place, string name)
        {
            if (!organisation.Holders(PostKind.Head, place).Any() && !organisation.Holders(PostKind.ActingHead, place).Any())
                warnings.Add(new RosterWarning("post-vacant", place, null, $"{name}：行政机关负责人（正职或者主持工作的负责人）空缺。", "行政处罚法 第五十七条"));
        }
    }

    /// <summary>Officers of a unit whose certificate is valid on the day.</summary>
    public static IEnumerable<Officer> Certified(string unit, OrganisationAsOf organisation) =>
        organisation.Officers.Where(officer => officer.Unit == unit && organisation.ValidCertificate(officer.Id) is not null);

    /// <summary>Certificates valid on the day whose last day lies within <see cref="ExpiryDays"/>, unless another one follows.</summary>
    public static IEnumerable<RosterWarning> Expiring(OrganisationAsOf organisation)
    {
        foreach (var officer in organisation.Officers)
        {
            if (organisation.ValidCertificate(officer.Id) is not { } certificate) continue;
            if (certificate.Validity.DaysLeft(organisation.Day) is not { } left || left > ExpiryDays) continue;
            var next = certificate.Validity.To!.Value;
            if (organisation.CertificatesOf(officer.Id).Any(other => other.StateOn(next) == CertificateState.Valid)) continue;
            yield return new RosterWarning("certificate-expiring", officer.Unit, officer.Id,
                left == 0 ? $"{officer.Name}的行政执法证今日到期。" : $"{officer.Name}的行政执法证还有{left}日到期。", "行政处罚法 第四十二条");
        }
    }
}
