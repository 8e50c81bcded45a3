using Lianzhi.Core;
using Lianzhi.Core.Dispatch;
using Lianzhi.Core.Duty;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Settings;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Equipment;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>A board with its rows, and as the rules know it.</summary>
/// <param name="Row">The board.</param>
/// <param name="Jobs">Its jobs.</param>
/// <param name="Crews">Its crews, those of cancelled orders left out.</param>
/// <param name="Day">As the rules know it.</param>
public sealed record LoadedBoard(DispatchBoardRow Row, IReadOnlyList<DispatchJobRow> Jobs, IReadOnlyList<DispatchCrewRow> Crews, DayBoard Day);

/// <summary>Gathers what the rules look at (调度依据): people and their absences, equipment and its bookings, recusals.</summary>
public sealed class BoardFacts(AppDb db, RecusalBook book, DrawnInspectors inspectors, OfficerTimes times, Snapshot<OrganisationRegister> organisation, Snapshot<SettingsBook> settings)
{
    /// <summary>Loads a board.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="tracked">True when what is decided will be written.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<LoadedBoard> Load(DispatchBoardRow row, bool tracked, CancellationToken cancel)
    {
        var how = tracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        var jobs = await db.Set<DispatchJobRow>().AsTracking(how).Where(job => job.BoardId == row.Id).OrderBy(job => job.Id).ToListAsync(cancel);
        var crews = await db.Set<DispatchCrewRow>().AsTracking(how).Where(crew => crew.BoardId == row.Id && crew.Stage != OrderStage.Cancelled).OrderBy(crew => crew.Id).ToListAsync(cancel);
        return new(row, jobs, crews, await Facts(row, jobs, crews, cancel));
    }

    /// <summary>The rules' view of rows.</summary>
    public async Task<DayBoard> Facts(DispatchBoardRow row, IReadOnlyList<DispatchJobRow> jobs, IReadOnlyList<DispatchCrewRow> crews, CancellationToken cancel)
    {
        // What was moved out is nobody's work that day, though it remembers its crew.
        jobs = [.. jobs.Where(job => job.State != JobState.Deferred)];
        var day = organisation.Current.AsOf(row.Day);
        var values = settings.Current.AsOf(row.Day);
        var recusals = await book.Of([.. jobs.Select(job => job.Matter)], cancel);
        var subjects = jobs.SelectMany(job => job.Subjects.Split('|')).ToHashSet(StringComparer.Ordinal);
        var inCrews = crews.SelectMany(crew => crew.OfficerIds).ToHashSet(StringComparer.Ordinal);
        var named = await inspectors.Of(jobs, cancel);
        var drawn = named.SelectMany(job => job).ToHashSet(StringComparer.Ordinal);
        var people = day.Officers.Where(officer => inCrews.Contains(officer.Id) || drawn.Contains(officer.Id) || MayBeSent(day, officer, row.Area, subjects)).ToList();
        return new DayBoard(
            day.Areas.First(area => area.Id == row.Area).CentreTownship, day, new CrewPolicy(values.IsYes(SettingCatalogue.RedeployedOfficerMaySign), values.Find(SettingCatalogue.RedeployedOfficerMaySign).Source), DayTerms.Of(values),
            [.. (await Jobs(row, jobs, recusals, cancel)).Select(job => job with { Drawn = [.. named[job.Id]] })],
            await Officers(row, day, people, values, cancel),
            await Gear(row, day, crews, cancel),
            [.. crews.Select(crew => new DayCrew(crew.Id, crew.Name, crew.OfficerIds, crew.GearIds, [.. jobs.Where(job => job.CrewId == crew.Id).OrderBy(job => job.Position).Select(job => job.Id)], crew.Stage != OrderStage.Draft, crew.Stage is OrderStage.Started or OrderStage.Done))]);
    }

    /// <summary>The jobs, with the skills that the requirements of their visits ask for on the day.</summary>
    private async Task<IReadOnlyList<DayJob>> Jobs(DispatchBoardRow row, IReadOnlyList<DispatchJobRow> jobs, ILookup<string, string> recusals, CancellationToken cancel)
    {
        var asked = jobs.Any(job => job.Kind == JobKind.PlannedVisit)
            ? (await db.Set<RequirementRow>().AsNoTracking().Where(one => one.From <= row.Day && (one.To == null || one.To > row.Day)).OrderByDescending(one => one.From).ToListAsync(cancel)).DistinctBy(one => one.Name).Select(one => one.ToRequirement()).Where(one => one.AsksForSkill).ToList()
            : [];
        return [.. jobs.Select(job => job.ToJob([.. recusals[job.Matter]]) with { Skills = job.Kind != JobKind.PlannedVisit ? [] : Skills(job) })];

        IReadOnlyList<JobSkill> Skills(DispatchJobRow job) => [.. asked.Where(one => job.Items.Split('|').Contains(one.Name)).Select(one => new JobSkill(one.SubjectOn(job.Township), one.Skill, one.SkillLevel)).Distinct()];
    }

    private async Task<IReadOnlyList<DayOfficer>> Officers(DispatchBoardRow row, OrganisationAsOf day, List<Officer> people, SettingsOnDay values, CancellationToken cancel)
    {
        var ids = people.Select(officer => officer.Id).ToList();
        // Who was refused stays refused that day, also when his crew no longer wants him.
        var refused = (await db.Set<BorrowLetterRow>().AsNoTracking().Where(letter => letter.Area == row.Area && letter.Day == row.Day && letter.Agrees == false).ToListAsync(cancel)).SelectMany(letter => letter.OfficerIds).ToHashSet(StringComparer.Ordinal);
        var away = await times.Of(ids, row.Day, values.IsYes(DutySettings.RestAfterNight), row.Id, cancel);
        return [.. people.Select(officer => new DayOfficer(officer.Id,
            [
                .. away[officer.Id],
                .. refused.Contains(officer.Id) ? new[] { new Absence(new MinuteSpan(0, MinuteSpan.Day), DutyKind.Other, "所在单位不同意借用") } : [],
            ],
            day.Posts.Any(post => post.OfficerId == officer.Id)))];
    }

    private async Task<IReadOnlyList<DayGear>> Gear(DispatchBoardRow row, OrganisationAsOf day, IReadOnlyList<DispatchCrewRow> crews, CancellationToken cancel)
    {
        var items = await db.Set<EquipmentRow>().AsNoTracking().Where(item => item.Area == row.Area && (item.RetiredOn == null || item.RetiredOn > day.Day)).OrderBy(item => item.StockNumber).ToListAsync(cancel);
        var ids = items.Select(item => item.Id).ToList();
        var (from, until) = (TimeSlot.Of(row.Day, 0, 1).From.ToUniversalTime(), TimeSlot.Of(row.Day, 0, MinuteSpan.Day).Until.ToUniversalTime());
        var own = crews.Select(crew => crew.Id).ToHashSet(StringComparer.Ordinal);
        var faults = (await db.Set<EquipmentFaultRow>().AsNoTracking().Where(fault => ids.Contains(fault.EquipmentId) && fault.RepairedOn == null).ToListAsync(cancel)).ToLookup(fault => fault.EquipmentId, fault => fault.Text);
        var taken = (await db.Set<EquipmentBookingRow>().AsNoTracking().Where(booking => ids.Contains(booking.EquipmentId) && booking.BeginsAt < until && booking.EndsAt > from).ToListAsync(cancel))
            .Where(booking => booking.Holder is null || !own.Contains(booking.Holder)).ToLookup(booking => booking.EquipmentId);
        return [.. items.Select(item => new DayGear(item.ToItem(faults[item.Id].FirstOrDefault()), item.Unit,
            [.. taken[item.Id].Select(booking => (booking.Slot.On(row.Day), booking.Purpose)).Where(pair => pair.Item1 is not null).Select(pair => (pair.Item1!.Value, pair.Purpose))]))];
    }

    /// <summary>
    /// Whether an area may send somebody out: people of its townships and those sent down to it, and of departments that sign one of the day's jobs unless they are
    /// sent down to another area. Leaders, reviewers and heads stay in; brigade leaders and liaisons go where nobody else can.
    /// </summary>
    private static bool MayBeSent(OrganisationAsOf day, Officer officer, string area, HashSet<string> subjects)
    {
        if (day.ValidCertificate(officer.Id) is null || day.Posts.Any(post => post.OfficerId == officer.Id && post.Kind is not (PostKind.BrigadeLeader or PostKind.Liaison))) return false;
        if (day.AreaOf(officer.Unit) is { } own) return own == area;
        var sent = day.Secondments.Where(secondment => secondment.OfficerId == officer.Id).Select(secondment => secondment.Area ?? (secondment.Township is { } township ? day.AreaOf(township) : null)).ToList();
        return sent.Contains(area) || (sent.Count == 0 && subjects.Contains(officer.Unit));
    }
}
