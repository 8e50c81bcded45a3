using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Plans;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Features.Targets;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Inspections;

/// <summary>Counts visits of enterprises (入企检查频次): all bodies of all areas together, a joint visit once.</summary>
public sealed class InspectionFrequencies(AppDb db)
{
    /// <summary>How often an enterprise was visited in the year of a day, and may be.</summary>
    /// <param name="target">The target.</param>
    /// <param name="day">The day asked for.</param>
    /// <param name="joint">The visit that is not counted: the one that is proposed.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<InspectionFrequency> Of(TargetRow target, DateOnly day, string joint, CancellationToken cancel)
    {
        var (first, last) = (new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, 12, 31));
        var enterprise = target.Enterprise;
        var own = await db.Set<InspectionRow>().Where(row => row.Enterprise == enterprise && row.Day >= first && row.Day <= last && row.StartedAt != null && row.JointId != joint && row.Source != InspectionSource.Recheck)
            .Select(row => new { row.JointId, row.VisitId }).Distinct().ToListAsync(cancel);
        var known = own.Select(one => one.VisitId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        // Visits that were reported by hand before inspections were kept here.
        var reported = await (from visit in db.Set<PlanVisitRow>()
                              join plan in db.Set<InspectionPlanRow>() on visit.PlanId equals plan.Id
                              where visit.Enterprise == enterprise && visit.State == VisitState.Done && plan.Stage == PlanStage.Published && plan.Year == day.Year
                              select visit.Id).ToListAsync(cancel);
        var cap = await db.Set<CapRow>().Where(row => row.Risk == target.Risk && row.From <= day && (row.To == null || row.To > day)).Select(row => (int?)row.Visits).FirstOrDefaultAsync(cancel);
        var granted = await db.Set<CapExceptionRow>().Where(row => row.Enterprise == enterprise && row.Year == day.Year).SumAsync(row => row.Visits, cancel);
        return new(own.Select(one => one.JointId).Distinct().Count() + reported.Count(id => !known.Contains(id)), cap, granted);
    }
}
