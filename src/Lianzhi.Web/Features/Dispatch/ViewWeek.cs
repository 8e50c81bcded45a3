using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Dispatch;
using Lianzhi.Core.Duty;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Settings;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Duty;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>A crew of the week.</summary>
/// <param name="Id">The crew.</param>
/// <param name="Day">Its day.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stage">How far its order has come.</param>
/// <param name="Officers">Its officers.</param>
/// <param name="Jobs">How many jobs it has.</param>
public sealed record WeekCrew(string Id, DateOnly Day, string Name, OrderStage Stage, IReadOnlyList<string> Officers, int Jobs);

/// <summary>An officer in the week.</summary>
/// <param name="Officer">Who.</param>
/// <param name="Away">Absences of each of the seven days.</param>
/// <param name="Out">Days with a crew.</param>
public sealed record WeekOfficer(Officer Officer, IReadOnlyList<IReadOnlyList<Absence>> Away, int Out);

/// <summary>The week of an area.</summary>
/// <param name="Area">The area.</param>
/// <param name="Monday">Its first day.</param>
/// <param name="Days">Jobs, crews and orders of each day.</param>
/// <param name="Waiting">Jobs without a crew, by day.</param>
/// <param name="Crews">Crews of the week.</param>
/// <param name="Officers">Officers, by unit.</param>
public sealed record WeekView(Area Area, DateOnly Monday, IReadOnlyList<WeekDay> Days, IReadOnlyList<int> Waiting, IReadOnlyList<WeekCrew> Crews, IReadOnlyList<WeekOfficer> Officers);

/// <summary>Shows the boards of a week (周视图): who goes out with whom on which day, and who is away.</summary>
public sealed class ViewWeek(UseCaseRunner runner, AppDb db, Snapshot<OrganisationRegister> organisation, Snapshot<SettingsBook> settings)
{
    /// <summary>The week of a day.</summary>
    public Task<Result<WeekView>> Run(string area, DateOnly day, CancellationToken cancel) => runner.Read<WeekView>(AccessTable.ViewBoard, async () =>
    {
        var register = organisation.Current.AsOf(day);
        if (register.Areas.FirstOrDefault(one => one.Id == area) is not { } found) return Refusal.NotFound();
        if (runner.Check(AccessTable.ViewBoard, new Placement(null, area, [])) is { } refusal) return refusal;
        var monday = Weeks.MondayOf(day);
        var days = Enumerable.Range(0, 7).Select(monday.AddDays).ToList();
        var ids = days.Select(one => CollectJobs.BoardOf(area, one)).ToList();
        var jobs = await db.Set<DispatchJobRow>().AsNoTracking().Where(job => ids.Contains(job.BoardId)).Select(job => new { job.BoardId, job.CrewId }).ToListAsync(cancel);
        var crews = (await db.Set<DispatchCrewRow>().AsNoTracking().Where(crew => ids.Contains(crew.BoardId) && crew.Stage != OrderStage.Cancelled).OrderBy(crew => crew.Day).ThenBy(crew => crew.Name).ToListAsync(cancel))
            .Select(crew => new WeekCrew(crew.Id, crew.Day, crew.Name, crew.Stage, crew.OfficerIds, jobs.Count(job => job.CrewId == crew.Id))).ToList();
        var inCrews = crews.SelectMany(crew => crew.Officers).ToHashSet(StringComparer.Ordinal);
        var officers = register.Officers.Where(officer => inCrews.Contains(officer.Id) || (register.ValidCertificate(officer.Id) is not null && DutyPlaces.AreaOf(register, officer) == area))
            .OrderBy(officer => officer.Unit, StringComparer.Ordinal).ThenBy(officer => officer.Id, StringComparer.Ordinal).ToList();
        var people = officers.Select(officer => officer.Id).ToList();
        // A night before the week may still want its rest.
        var (from, until) = (TimeSlot.Of(monday.AddDays(-1), 0, 1).From.ToUniversalTime(), TimeSlot.Of(monday.AddDays(7), 0, 1).From.ToUniversalTime());
        var entries = (await db.Set<DutyRow>().AsNoTracking().Where(row => people.Contains(row.OfficerId) && row.BeginsAt < until && row.EndsAt > from).OrderBy(row => row.BeginsAt).ToListAsync(cancel)).ToLookup(row => row.OfficerId, row => row.ToEntry());
        var rest = settings.Current.AsOf(day).IsYes(DutySettings.RestAfterNight);
        return new WeekView(found, monday,
            [.. days.Select((one, index) => new WeekDay(one, jobs.Count(job => job.BoardId == ids[index]), crews.Count(crew => crew.Day == one), crews.Count(crew => crew.Day == one && crew.Stage != OrderStage.Draft)))],
            [.. ids.Select(id => jobs.Count(job => job.BoardId == id && job.CrewId is null))], crews,
            [.. officers.Select(officer => new WeekOfficer(officer, [.. days.Select(one => DutyRules.On(entries[officer.Id], one, rest))], crews.Where(crew => crew.Officers.Contains(officer.Id)).Select(crew => crew.Day).Distinct().Count()))]);
    });
}
