using Lianzhi.Core.Calendar;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Cases;

public sealed partial class CaseWorld
{
    private ProcedureFacts ProcedureOf(CaseHistory history) => new()
    {
        Person = (id, day) => organisation.AsOf(day) is var on && on.Officer(id) is { } officer ? new(officer.Id, officer.Name, on.UnitName(officer.Unit)) : null,
        Heads = Heads,
        AreaLeaders = AreaLeaders,
        Reviewers = Reviewers,
        WorkingDaysBefore = (day, count) => Period.Reckon(day, new(count, PeriodUnit.WorkingDay, Direction: PeriodDirection.Before), [], calendar).Value!.Due,
        DaysWithout = (day, count, without) => Period.Reckon(day, new(count, PeriodUnit.Day),
            without.Select(span => new DateSpan(span.From, span.To ?? DateText.Last)), calendar) is { IsOk: true } end ? end.Value.Due : DateText.Last,
        Settings = ProcedureSettingsOf,
        SameMatters = history.SameMatters,
    };

    private IReadOnlyList<HeadFact> Heads(string unit, DateOnly day)
    {
        var then = organisation.AsOf(day);
        return
        [
            .. from post in then.Posts
               where post.Unit == unit && post.Kind is PostKind.Head or PostKind.ActingHead or PostKind.DeputyHead
               let officer = then.Officer(post.OfficerId)
               where officer is not null
               orderby post.Kind == PostKind.DeputyHead, officer.Id
               select new HeadFact(officer.Id, officer.Name, OrganisationNames.Of(post.Kind), post.Kind != PostKind.DeputyHead),
        ];
    }

    private IReadOnlyList<AreaLeader> AreaLeaders(string area, DateOnly day)
    {
        var then = organisation.AsOf(day);
        return
        [
            .. from post in then.Posts
               where post.Kind == PostKind.AreaChief ? post.Area == area : post is { Kind: PostKind.TownshipDeputy, Unit: { } unit } && then.AreaOf(unit) == area
               let officer = then.Officer(post.OfficerId)
               where officer is not null
               let place = post.Unit is { } township ? then.UnitName(township) : then.Areas.FirstOrDefault(one => one.Id == area)?.Name ?? area
               orderby post.Kind != PostKind.AreaChief, post.Unit, officer.Id
               select new AreaLeader(officer.Id, officer.Name, $"{place}{OrganisationNames.Of(post.Kind)}"),
        ];
    }

    /// <summary>Own reviewers first, then those of the area's townships, then those of organs outside the area (区司法局).</summary>
    private IReadOnlyList<CaseReviewer> Reviewers(string unit, DateOnly day)
    {
        var then = organisation.AsOf(day);
        var area = then.AreaOf(unit);
        int Distance(string at) => at == unit ? 0 : then.Township(at) is null ? 2 : area is not null && then.AreaOf(at) == area ? 1 : 3;
        return
        [
            .. from post in then.Posts
               where post is { Kind: PostKind.LegalReviewer, Unit: not null, Qualification.Length: > 0 }
               let distance = Distance(post.Unit!)
               where distance < 3
               let officer = then.Officer(post.OfficerId)
               where officer is not null
               orderby distance, officer.Id
               select new CaseReviewer(officer.Id, officer.Name, then.UnitName(post.Unit!), post.Qualification!),
        ];
    }

    private ProcedureSettings ProcedureSettingsOf(string leadDepartment, DateOnly day)
    {
        var on = settings.AsOf(day);
        var department = ShortNameOf(leadDepartment, day);
        return new(department, on.FilingDays, on.Number(SettingCatalogue.LegalReviewDays), on.IsYes(ProcedureSettingCatalogue.InternalCheck), on.Number(SettingCatalogue.SimpleReportDays),
            on.Number(SettingCatalogue.InitialViolationYears, department));
    }

    /// <summary>Grounds of the article and, after them, the district's list of major decisions (第58条第1款第4项).</summary>
    private IReadOnlyList<string> ReviewGrounds(ProcedureAnswer answer, AssessmentQuestion question, string department)
    {
        var on = settings.AsOf(question.On);
        var from = on.Find(ProcedureSettingCatalogue.MajorDecisionFine, department).LongNumber * 100;
        var fine = question.Penalties.Where(penalty => penalty.Kind == PenaltyKind.Fine).Sum(penalty => penalty.AmountFen ?? 0);
        var listed = (answer.HearingRight && on.IsYes(ProcedureSettingCatalogue.MajorDecisionOnHearingRight)) || (from > 0 && fine >= from);
        return listed ? [.. answer.LegalReviewGrounds, "58-4"] : answer.LegalReviewGrounds;
    }

    private string ShortNameOf(string leadDepartment, DateOnly day) =>
        organisation.OrganOn(leadDepartment, OrganLevel.District, day)?.ShortName ?? leadDepartment;
}
