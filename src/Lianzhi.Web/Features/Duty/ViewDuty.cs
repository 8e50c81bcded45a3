using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Duty;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Settings;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Duty;

/// <summary>One day of an officer.</summary>
/// <param name="Day">The day.</param>
/// <param name="Absences">When the officer is away, and why.</param>
public sealed record DutyDay(DateOnly Day, IReadOnlyList<Absence> Absences);

/// <summary>One line of the week.</summary>
/// <param name="Officer">The officer.</param>
/// <param name="Days">The seven days.</param>
/// <param name="Entries">Entries of the week.</param>
/// <param name="MayChange">Whether the person who looks may change them.</param>
public sealed record DutyLine(Officer Officer, IReadOnlyList<DutyDay> Days, IReadOnlyList<DutyRow> Entries, bool MayChange);

/// <summary>The week of an area or unit.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Lines">Officers in order of unit.</param>
public sealed record DutyWeek(DateOnly Monday, IReadOnlyList<DutyLine> Lines);

/// <summary>Shows who is away in a week (班次与值守).</summary>
public sealed class ViewDuty(UseCaseRunner runner, AppDb db, CurrentActor current, Snapshot<OrganisationRegister> organisation, Snapshot<SettingsBook> settings)
{
    /// <summary>The week of a day.</summary>
    /// <param name="area">The area.</param>
    /// <param name="unit">Only this unit of it; null: all.</param>
    /// <param name="day">A day of the week.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<DutyWeek>> Run(string area, string? unit, DateOnly day, CancellationToken cancel) => runner.Read<DutyWeek>(AccessTable.ViewDuty, async () =>
    {
        var monday = Weeks.MondayOf(day);
        var register = organisation.Current.AsOf(day);
        if (register.Areas.All(one => one.Id != area)) return Refusal.NotFound();
        // Officers of departments see the area they are sent down to.
        var sent = current.Actor.OfficerId is { } own && register.Officer(own) is { } person && DutyPlaces.AreaOf(register, person) == area ? new[] { own } : [];
        if (runner.Check(AccessTable.ViewDuty, new Placement(null, area, sent)) is { } refusal) return refusal;
        var officers = register.Officers.Where(officer => register.ValidCertificate(officer.Id) is not null && DutyPlaces.AreaOf(register, officer) == area && (string.IsNullOrEmpty(unit) || officer.Unit == unit))
            .OrderBy(officer => officer.Unit, StringComparer.Ordinal).ThenBy(officer => officer.Id, StringComparer.Ordinal).ToList();
        var ids = officers.Select(officer => officer.Id).ToList();
        // A night before the week may still want its rest.
        var (from, until) = (TimeSlot.Of(monday.AddDays(-1), 0, 1).From.ToUniversalTime(), TimeSlot.Of(monday.AddDays(7), 0, 1).From.ToUniversalTime());
        var entries = (await db.Set<DutyRow>().AsNoTracking().Where(row => ids.Contains(row.OfficerId) && row.BeginsAt < until && row.EndsAt > from).OrderBy(row => row.BeginsAt).ToListAsync(cancel)).ToLookup(row => row.OfficerId);
        var rest = settings.Current.AsOf(day).IsYes(DutySettings.RestAfterNight);
        return new DutyWeek(monday, [.. officers.Select(officer => new DutyLine(officer,
            [.. Enumerable.Range(0, 7).Select(offset => new DutyDay(monday.AddDays(offset), DutyRules.On(entries[officer.Id].Select(row => row.ToEntry()), monday.AddDays(offset), rest)))],
            [.. entries[officer.Id]], current.May(AccessTable.EnterDuty, DutyPlaces.Of(register, officer))))]);
    });
}
