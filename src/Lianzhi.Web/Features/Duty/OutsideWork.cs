using Lianzhi.Core.Access;
using Lianzhi.Core.Duty;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Duty;

/// <summary>What a seconded officer was used for outside enforcement.</summary>
/// <param name="Officer">The officer.</param>
/// <param name="Last">The newest entry.</param>
/// <param name="Times">Entries of the year so far.</param>
/// <param name="Hours">Their hours.</param>
public sealed record OutsideUse(Officer Officer, DutyRow Last, int Times, double Hours);

/// <summary>Tells the home units of seconded officers of work outside enforcement (执法以外使用告知): they lent them for enforcement.</summary>
public sealed class OutsideWork(AppDb db, CurrentActor current, Snapshot<OrganisationRegister> organisation, TimeProvider time)
{
    private const int ToldForDays = 30;

    /// <summary>Officers of the person's own units with such an entry in the last month or to come, the newest first.</summary>
    public async Task<IReadOnlyList<OutsideUse>> List(CancellationToken cancel)
    {
        var units = current.Actor.Assignments.Where(held => held.Role != Role.Officer).Select(held => held.Unit).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (units.Count == 0) return [];
        var (today, register) = (time.Today(), organisation.Current.AsOf(time.Today()));
        var seconded = register.Secondments.Select(secondment => secondment.OfficerId).ToHashSet(StringComparer.Ordinal);
        var officers = register.Officers.Where(officer => units.Contains(officer.Unit) && seconded.Contains(officer.Id)).ToDictionary(officer => officer.Id, StringComparer.Ordinal);
        if (officers.Count == 0) return [];
        var ids = officers.Keys.ToList();
        var (year, since) = (Midnight(new DateOnly(today.Year, 1, 1)), Midnight(today.AddDays(-ToldForDays)));
        var rows = await db.Set<DutyRow>().AsNoTracking().Where(row => ids.Contains(row.OfficerId) && row.Kind == DutyKind.OtherWork && (row.BeginsAt >= year || row.EndsAt >= since)).OrderByDescending(row => row.BeginsAt).ToListAsync(cancel);
        return [.. rows.GroupBy(row => row.OfficerId).Where(group => group.First().EndsAt >= since)
            .Select(group => (group.Key, Last: group.First(), OfYear: group.Where(row => row.BeginsAt >= year).ToList()))
            .Select(one => new OutsideUse(officers[one.Key], one.Last, one.OfYear.Count, one.OfYear.Sum(row => (row.EndsAt - row.BeginsAt).TotalHours)))];
    }

    private static DateTimeOffset Midnight(DateOnly day) => Core.TimeSlot.Of(day, 0, 1).From.ToUniversalTime();
}
