using Lianzhi.Core.Cases;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Plans;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Features.Targets;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Inspections;

/// <summary>Counts visits of enterprises (入企检查频次) by the day they began: all bodies of all areas together, a joint visit of one day once.</summary>
public sealed class InspectionFrequencies(AppDb db)
{
    /// <summary>How often an enterprise was visited in the year of a day, and may be.</summary>
    /// <param name="target">The target.</param>
    /// <param name="day">The day asked for.</param>
    /// <param name="joint">The visit that is not counted on that day: the one that is proposed. Who came with it on another day came once more.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<InspectionFrequency> Of(TargetRow target, DateOnly day, string joint, CancellationToken cancel)
    {
        var (first, last) = (new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, 12, 31));
        var (enterprise, code) = (target.Enterprise, target.CreditCode);
        var (begin, end) = (CaseDays.Begin(first), CaseDays.Begin(last.AddDays(1)));
        var own = (await db.Set<InspectionRow>().Where(row => row.Enterprise == enterprise && row.StartedAt >= begin && row.StartedAt < end && row.Source != InspectionSource.Recheck)
            .Select(row => new { row.JointId, row.VisitId, row.TargetId, row.StartedAt, row.UnitName }).ToListAsync(cancel)).ConvertAll(row => (row.JointId, row.VisitId, row.TargetId, On: CaseDays.Of(row.StartedAt!.Value), row.UnitName));
        // Visits that were reported by hand before inspections were kept here. An amended plan copies its visits, so that one of an inspection may have another id than the inspection knows.
        var reported = (await (from visit in db.Set<PlanVisitRow>()
                               join plan in db.Set<InspectionPlanRow>() on visit.PlanId equals plan.Id
                               where visit.Enterprise == enterprise && visit.State == VisitState.Done && plan.Stage == PlanStage.Published && plan.Year == day.Year
                               select new { visit.Id, visit.TargetId, visit.DoneOn }).ToListAsync(cancel))
            .Where(visit => !own.Exists(one => one.VisitId == visit.Id || (one.TargetId == visit.TargetId && one.On == visit.DoneOn)));
        var sites = code is null ? [] : await db.Set<TargetRow>().Where(row => row.CreditCode == code && row.MergedInto == null && row.Status == TargetStatus.Operating).Select(row => row.Risk).ToListAsync(cancel);
        var caps = (await db.Set<CapRow>().AsNoTracking().ToListAsync(cancel)).Select(row => row.ToCap());
        var granted = await db.Set<CapExceptionRow>().Where(row => row.Enterprise == enterprise && row.Year == day.Year).SumAsync(row => row.Visits, cancel);
        var counted = own.Where(one => one.JointId != joint || one.On != day).GroupBy(one => (one.JointId, one.On))
            .Select(group => new CountedVisit(group.Key.On, string.Join("、", group.Select(one => one.UnitName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))))
            .Concat(reported.Select(visit => new CountedVisit(visit.DoneOn!.Value, "按计划登记"))).OrderBy(visit => visit.Day).ThenBy(visit => visit.By, StringComparer.Ordinal).ToList();
        return new(counted.Count, FrequencyCaps.Of(caps, FrequencyCaps.Highest(target.Risk, sites), day), granted) { Counted = counted };
    }

    /// <summary>
    /// The same for an inspection that is about to be approved, told of or begun. Whoever begins at the same enterprise at the same moment waits until this
    /// one is kept or refused, and then sees it.
    /// </summary>
    public async Task<InspectionFrequency> Now(InspectionRow row, DateOnly today, CancellationToken cancel)
    {
        var target = await TargetOf(row, cancel);
        await db.Hold($"inspection-cap/{target.Enterprise}", cancel);
        return await Of(target, row.Day > today ? row.Day : today, row.JointId, cancel);
    }

    /// <summary>The same to be looked at only: whoever decides on it asks <see cref="Now"/>.</summary>
    public async Task<InspectionFrequency> Seen(InspectionRow row, DateOnly today, CancellationToken cancel) => await Of(await TargetOf(row, cancel), row.Day > today ? row.Day : today, row.JointId, cancel);

    private async Task<TargetRow> TargetOf(InspectionRow row, CancellationToken cancel)
    {
        var target = await db.Set<TargetRow>().AsNoTracking().SingleAsync(one => one.Id == row.TargetId, cancel);
        return target.MergedInto is { } stays ? await db.Set<TargetRow>().AsNoTracking().SingleAsync(one => one.Id == stays, cancel) : target;
    }
}
