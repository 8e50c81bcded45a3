using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Clues;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Powers;
using Lianzhi.Core.Settings;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;

namespace Lianzhi.Web.Features.Clues;

/// <summary>What clue handling asks of the district: bodies, competence, working days, settings, all of today.</summary>
public sealed class ClueDistrict(
    Snapshot<OrganisationRegister> organisation, Snapshot<Catalogue> catalogue, Snapshot<WorkCalendar> calendar, Snapshot<SettingsBook> settings, TimeProvider time)
{
    // The lead department of joint enforcement takes what has no place yet (漳龙政〔2024〕40号).
    private const string LeadDepartment = "cg";

    /// <summary>Today in Shanghai.</summary>
    public DateOnly Today => time.Today();

    /// <summary>The organisation as it is today.</summary>
    public OrganisationAsOf Organisation => organisation.Current.AsOf(Today);

    /// <summary>Settings in force today.</summary>
    public SettingsOnDay Settings => settings.Current.AsOf(Today);

    /// <summary>The calendar of working days.</summary>
    public WorkCalendar Calendar => calendar.Current;

    /// <summary>The powers list.</summary>
    public Catalogue Catalogue => catalogue.Current;

    /// <summary>Where review and suit are sought.</summary>
    public Remedies Remedies => new(Settings.ReviewOrgan, Settings.Court);

    /// <summary>Last day of a period of working days that starts on a day.</summary>
    public DateOnly After(DateOnly start, int workingDays) =>
        Period.Reckon(start, new PeriodLength(workingDays, PeriodUnit.WorkingDay), [], Calendar) is { IsOk: true, Value: var end } ? end.Due : start;

    /// <summary>Last day on which a clue that came in on a day is accepted or not.</summary>
    public DateOnly AcceptanceDue(DateOnly receivedOn) => After(receivedOn, Settings.ClueAcceptanceDays);

    /// <summary>Last day for handling a clue accepted today.</summary>
    public DateOnly HandlingDue(ClueSource source) =>
        After(Today, Settings.Number(source == ClueSource.Hotline ? SettingCatalogue.HotlineReplyDays : ClueSettings.HandlingDays));

    /// <summary>The township or department with a code; null when there is none today.</summary>
    public ClueBody? Body(string? code) =>
        code is null ? null
        : Organisation.Township(code) is { } township ? new ClueBody(township.Code, township.OrganName)
        : Organisation.Department(code) is { Level: OrganLevel.District } department ? new ClueBody(department.Code, department.Name)
        : null;

    /// <summary>The body that first gets a clue of a place: the township, or the lead department while the place is unknown.</summary>
    public ClueBody FirstBody(string? township) => Body(township) ?? Body(LeadDepartment) ?? new ClueBody(LeadDepartment, "区城市管理和综合执法局");

    /// <summary>Bodies of this district a clue can go to.</summary>
    public IEnumerable<(string Code, string Name)> Bodies =>
        Organisation.Townships.Select(township => (township.Code, township.Name))
            .Concat(Organisation.Departments.Where(department => department.Enforces && department.Level == OrganLevel.District).Select(department => (department.Code, department.Name)));

    /// <summary>Codes of all townships.</summary>
    public IReadOnlyCollection<string> Townships => [.. Organisation.Townships.Select(township => township.Code)];

    /// <summary>Area of a township; null when it has none.</summary>
    public string? AreaOf(string? township) => township is null ? null : Organisation.AreaOf(township);

    /// <summary>Who may lawfully act on a matter in a place today; null while either is unknown.</summary>
    public CompetenceAnswer? Competent(string? item, string? township, bool crosses = false, bool major = false)
    {
        if (item is null || township is null || !Catalogue.Knows(item) || !organisation.Current.KnowsTownship(township)) return null;
        var answer = Competence.Resolve(new CompetenceQuestion(item, township, Today, crosses, major), Catalogue, organisation.Current);
        return answer.IsOk ? answer.Value : null;
    }

    /// <summary>Where a clue stands for permission.</summary>
    public static Placement PlacementOf(ClueRow row) => new(row.Unit, row.Area, []);
}
