using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Features.Plans;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Targets;

/// <summary>
/// Carries what counts against a cap over to another enterprise (频次转记): a target that gets its credit code, another code, or is merged was visited all the
/// same, and what the chief granted stays granted.
/// </summary>
public sealed class CarryVisits(AppDb db, CurrentActor current, Entropy entropy, TimeProvider time)
{
    /// <summary>Visits, inspections and grants of a target, and of the doubles it took in, count for another enterprise from now on.</summary>
    /// <param name="target">The target; not yet merged.</param>
    /// <param name="from">The enterprise they counted for.</param>
    /// <param name="to">The enterprise they count for.</param>
    /// <param name="cancel">Stops.</param>
    public async Task Of(TargetRow target, string from, string to, CancellationToken cancel)
    {
        if (from == to) return;
        var own = await db.Set<TargetRow>().Where(row => row.MergedInto == target.Id).Select(row => row.Id).ToListAsync(cancel);
        own.Add(target.Id);
        foreach (var row in await db.Set<InspectionRow>().Where(row => row.Enterprise == from && own.Contains(row.TargetId)).ToListAsync(cancel)) row.Enterprise = to;
        foreach (var row in await db.Set<PlanVisitRow>().Where(row => row.Enterprise == from && own.Contains(row.TargetId)).ToListAsync(cancel)) row.Enterprise = to;
        // A grant is the enterprise's: while another of its sites stands under the old code, it stays there.
        if (await db.Set<TargetRow>().AnyAsync(row => row.CreditCode == from && row.MergedInto == null && row.Id != target.Id, cancel)) return;
        foreach (var row in await db.Set<CapExceptionRow>().Where(row => row.Enterprise == from).ToListAsync(cancel)) row.Enterprise = to;
    }

    /// <summary>Visits that are still planned at a double go to the target that stays; each leaves its entry in the plan.</summary>
    public async Task Planned(TargetRow goes, TargetRow stays, string reason, CancellationToken cancel)
    {
        var visits = await (from visit in db.Set<PlanVisitRow>()
                            join plan in db.Set<InspectionPlanRow>() on visit.PlanId equals plan.Id
                            where visit.TargetId == goes.Id && visit.State == VisitState.Planned && plan.Stage != PlanStage.Superseded
                            orderby visit.Day, visit.Id
                            select visit).ToListAsync(cancel);
        foreach (var visit in visits)
        {
            (visit.TargetId, visit.TargetName) = (stays.Id, stays.Name);
            db.Add(new PlanChangeRow
            {
                Id = entropy.NewId(time.GetUtcNow()),
                PlanId = visit.PlanId,
                TargetId = stays.Id,
                Kind = "merged",
                FromDay = visit.Day,
                ToDay = visit.Day,
                Reason = reason,
                By = current.Actor.Name,
                On = time.Today(),
            });
        }
    }
}
