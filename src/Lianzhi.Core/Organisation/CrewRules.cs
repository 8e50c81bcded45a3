namespace Lianzhi.Core.Organisation;

/// <summary>A dated setting of the justice bureau on who may act for another subject (跨镇街调度人员规则).</summary>
/// <param name="RedeployedMayAct">True when an officer redeployed from another township may act in this subject's name.</param>
/// <param name="Source">The document that says so; required when it is true.</param>
public sealed record CrewPolicy(bool RedeployedMayAct = false, string? Source = null);

/// <summary>An officer who may act in the subject's name, and by which certificate.</summary>
/// <param name="Officer">The officer.</param>
/// <param name="Certificate">The certificate valid that day.</param>
/// <param name="Why">By what right the officer acts for this subject.</param>
public sealed record CrewMember(Officer Officer, Certificate Certificate, Reason Why);

/// <summary>Who may enforce in a subject's name (执法人员组成): two certified officers of each subject that signs.</summary>
public static class CrewRules
{
    private const string TwoOfficers = "行政处罚法 第四十二条";

    /// <summary>Checks the officers who act and sign for one subject on the day of the snapshot.</summary>
    /// <param name="subject">Township or department code of the one lawful subject.</param>
    /// <param name="officerIds">The officers who sign; each counted once.</param>
    /// <param name="organisation">The organisation on the day of the act.</param>
    /// <param name="policy">The setting on redeployed officers; the strict default when null.</param>
    /// <returns>The members, or one refusal for each who may not act and one when fewer than two may.</returns>
    public static Result<IReadOnlyList<CrewMember>> Check(
        string subject, IEnumerable<string> officerIds, OrganisationAsOf organisation, CrewPolicy? policy = null)
    {
        var members = new List<CrewMember>();
        var refusals = new List<Refusal>();
        foreach (var id in officerIds.Distinct(StringComparer.Ordinal))
        {
            var member = Member(subject, id, organisation, policy ?? new CrewPolicy());
            if (member.IsOk) members.Add(member.Value);
            else refusals.AddRange(member.Refusals);
        }

        if (members.Count < 2)
            refusals.Add(new Refusal("crew-too-small",
                $"以{organisation.UnitName(subject)}名义执法的持证人员不足两名（现有{members.Count}名）：每一个署名主体不少于两名该主体（或者依规定派驻、可以其名义执法）的持证人员。",
                TwoOfficers));
        return refusals.Count > 0 ? refusals : members;
    }

    /// <summary>Tells whether one officer may act in the subject's name on the day, and why or why not.</summary>
    public static Result<CrewMember> Member(string subject, string officerId, OrganisationAsOf organisation, CrewPolicy policy)
    {
        if (organisation.Officer(officerId) is not { } officer)
            return new Refusal("officer-not-in-service", "人员不存在，或者当日不在岗。", TwoOfficers);
        if (organisation.ValidCertificate(officerId) is not { } certificate)
            return new Refusal("certificate-not-valid", $"{officer.Name}当日没有有效的行政执法证{State(officerId, organisation)}，不得执法。", TwoOfficers);

        var why = Right(subject, officer, organisation, policy);
        return why.IsOk ? new CrewMember(officer, certificate, why.Value) : Result<CrewMember>.Refused(why.Refusals);
    }

    private static Result<Reason> Right(string subject, Officer officer, OrganisationAsOf organisation, CrewPolicy policy)
    {
        var subjectName = organisation.UnitName(subject);
        if (officer.Unit == subject) return new Reason($"{officer.Name}是{subjectName}的执法人员。", TwoOfficers);

        var area = organisation.AreaOf(subject);
        var secondments = organisation.Secondments.Where(secondment => secondment.OfficerId == officer.Id &&
            (secondment.Township == subject || (secondment.Township is null && area is not null && secondment.Area == area))).ToList();
        if (secondments.Find(secondment => secondment.MayActInSubjectsName) is { } secondment)
            return new Reason($"{officer.Name}由{organisation.UnitName(secondment.Home)}派驻，可以{subjectName}名义执法。", secondment.Source);
        if (secondments.Count > 0)
            return new Refusal("secondment-without-name",
                $"{officer.Name}已派驻，但派驻文件没有载明可以{subjectName}名义执法。", secondments[0].Source);
        if (policy is { RedeployedMayAct: true, Source: { } source } && area is not null && organisation.AreaOf(officer.Unit) == area)
            return new Reason($"{officer.Name}由{organisation.UnitName(officer.Unit)}调度，依规定可以{subjectName}名义执法。", source);
        return new Refusal("officer-not-of-subject",
            $"{officer.Name}是{organisation.UnitName(officer.Unit)}人员，没有派驻{subjectName}，不能以其名义执法。", TwoOfficers);
    }

    private static string State(string officerId, OrganisationAsOf organisation) =>
        organisation.CertificatesOf(officerId).Select(certificate => certificate.StateOn(organisation.Day) switch
        {
            CertificateState.Suspended => "（证件暂扣）",
            CertificateState.Cancelled => "（证件已注销）",
            CertificateState.Expired => "（证件已过期）",
            CertificateState.NotYetValid => "（证件尚未生效）",
            _ => "",
        }).FirstOrDefault() ?? "（没有证件）";
}
