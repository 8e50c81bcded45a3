using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Powers;
using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Cases;

/// <summary>
/// Answers what steps ask of the world from the reference data of the district (办案所依据的基础数据).
/// </summary>
/// <param name="calendar">Working days.</param>
/// <param name="settings">Dated practice values.</param>
/// <param name="organisation">Units, officers, certificates, posts.</param>
/// <param name="catalogue">The powers list.</param>
public sealed partial class CaseWorld(WorkCalendar calendar, SettingsBook settings, OrganisationRegister organisation, Catalogue catalogue)
{
    /// <summary>The facts for steps.</summary>
    /// <param name="earlierFines">Decisions that already fined this party for conduct of this day, under this item or in this township.</param>
    /// <param name="history">What other cases say of this party; none where it was not looked up.</param>
    public CaseFacts Facts(Func<CaseParty, string, DateOnly, IReadOnlyList<EarlierFine>> earlierFines, CaseHistory? history = null) => new()
    {
        WorkingDaysAfter = (day, count) => Period.Reckon(day, new(count, PeriodUnit.WorkingDay), [], calendar).Value!.Due,
        DaysAfter = (day, count) => Period.Reckon(day, new(count, PeriodUnit.Day), [], calendar).Value!.Due,
        IsWorkingDay = calendar.IsWorkingDay,
        Clocks = (state, day) => CaseTiming.Clocks(state, day, calendar, settings) is { IsOk: true } clocks ? clocks.Value : [],
        Crew = Crew,
        Signer = Signer,
        UnitNamed = (name, day) => organisation.AsOf(day).UnitNamed(name.Trim()),
        Competence = Competent,
        Limitation = (act, found, harm) => Limitation.Check(act, found, harm) is { IsOk: true } answer ? new(answer.Value.Expired, answer.Value.Limit) : new(false, DateText.Last),
        Assess = Assess,
        Settings = SettingsOf,
        EarlierFines = earlierFines,
        Procedure = ProcedureOf(history ?? CaseHistory.None),
        Measures = MeasureWorld.Facts(calendar, settings, catalogue),
        Recording = day => Evidence.RecordingPolicy.Of(settings.AsOf(day)),
    };

    /// <summary>发文代字 of a unit on a day; null when it issues no papers here.</summary>
    public string? DocumentWord(string unit, DateOnly day)
    {
        var on = organisation.AsOf(day);
        return on.Township(unit)?.DocumentWord ?? on.Department(unit)?.DocumentWord;
    }

    private Result<CaseOfficer[]> Crew(string subject, IReadOnlyList<string> ids, DateOnly day)
    {
        var onDay = settings.AsOf(day);
        var redeployed = onDay.Find(SettingCatalogue.RedeployedOfficerMaySign);
        var policy = redeployed.Value == SettingCatalogue.Yes ? new CrewPolicy(true, redeployed.Source) : new CrewPolicy();
        var crew = CrewRules.Check(subject, ids, organisation.AsOf(day), policy);
        if (!crew.IsOk) return Result<CaseOfficer[]>.Refused([.. crew.Refusals.Select(refusal => refusal with { Field = "officers" })]);
        return crew.Value.Select(member => new CaseOfficer(member.Officer.Id, member.Officer.Name, member.Certificate.Number, member.Officer.Unit)).ToArray();
    }

    /// <summary>Head, acting head, or a deputy head within a written authorisation; no post of an area ever signs.</summary>
    private SignerFact? Signer(string person, string unit, DateOnly day)
    {
        var on = organisation.AsOf(day);
        var post = on.Posts
            .Where(post => post.OfficerId == person && post.Unit == unit)
            .Where(post => post.Kind is PostKind.Head or PostKind.ActingHead || post is { Kind: PostKind.DeputyHead, SigningScope: not null })
            .OrderBy(post => post.Kind == PostKind.DeputyHead)
            .FirstOrDefault();
        return post is null || on.Officer(person) is not { } officer ? null
            : new(officer.Name, OrganisationNames.Of(post.Kind), post.Kind == PostKind.DeputyHead ? post.SigningScope : null);
    }

    private CompetenceFact Competent(string item, string township, string address, DateOnly day)
    {
        var on = organisation.AsOf(day);
        var place = new CasePlace(township, on.UnitName(township), on.AreaOf(township), address);
        var answer = Competence.Resolve(new(item, township, day), catalogue, organisation);
        if (!answer.IsOk) return new(null, null, place, [.. answer.Refusals.Select(refusal => new CaseReason(refusal.Message, refusal.Basis?.Text))]);
        var reasons = answer.Value.Reasons.Select(CaseReason.From).ToList();
        var inDistrict = answer.Value.Kind is CompetenceKind.Township or CompetenceKind.Department;
        return new(
            answer.Value.Item is { } found ? ItemOf(found) : null,
            inDistrict && answer.Value.Subject is { } subject
                ? new(subject.Code, subject.Name, answer.Value.Kind == CompetenceKind.Township, answer.Value.GuidedBy, reasons)
                : null,
            place,
            reasons);
    }

    private static CaseItem ItemOf(Item item) => new(
        item.Code, item.Name, item.Conduct, item.LeadDepartment, item.Basis, item.PenaltyKinds,
        item.CitizenFine.MinFen, item.CitizenFine.MaxFen, item.OrganisationFine.MinFen, item.OrganisationFine.MaxFen,
        item.FineRule.Length > 0 ? item.FineRule : null, item.Id);

    private PenaltyAssessment Assess(AssessmentQuestion question)
    {
        var department = organisation.OrganOn(question.LeadDepartment, OrganLevel.District, question.On)?.ShortName ?? question.LeadDepartment;
        if (question.Penalties.Count == 0) return new(false, false, [], false, false, false, true, []);
        var answer = Procedure.Find(
            new(new(question.Party.Kind, question.Party.BirthDate), question.ActOn,
                [.. question.Penalties.Select(penalty => new Penalty(penalty.Kind, penalty.AmountFen ?? penalty.ValueFen))], department,
                question.MajorPublicInterest, question.ComplexFacts, question.Heard, question.MultipleLegalRelations),
            settings.AsOf(question.On));
        return new(answer.SimpleAllowed, answer.HearingRight, ReviewGrounds(answer, question, department), answer.CollectiveDiscussion, answer.PenaltyBarred,
            answer.Lighten == Lightening.Must, answer.Publishable, [.. answer.Reasons.Select(CaseReason.From)]);
    }

    private CaseSettings SettingsOf(string subject, DateOnly day)
    {
        var on = settings.AsOf(day);
        return new(on.DefenceDays, on.PublicationDays, on.Number(SettingCatalogue.DisclosureMinimumDays),
            on.Number(SettingCatalogue.DisclosureMaximumYears) * 365,
            new(on.ReviewOrgan, on.Court, on.Text(SettingCatalogue.CollectingBank)));
    }
}
