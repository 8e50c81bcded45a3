using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Plans;

/// <summary>Tasks of a unit in a month that are not done.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Title">Its title.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Open">Visits that are still to come.</param>
/// <param name="Late">Visits whose day is over.</param>
/// <param name="Until">Last day of the month.</param>
public sealed record PlanTaskTodo(string Plan, string Title, string Unit, int Open, int Late, DateOnly Until);

/// <summary>The monthly tasks of published plans as to-dos of the units (月度任务待办): for brigade leaders of townships and liaisons of departments.</summary>
public static class PlanTodos
{
    /// <summary>The open ones of this month of the units a person works for.</summary>
    public static async Task<IReadOnlyList<PlanTaskTodo>> Of(AppDb db, Actor actor, DateOnly today, CancellationToken cancel)
    {
        var units = actor.Assignments.Where(held => held.Role is Role.BrigadeLeader or Role.Liaison).Select(held => held.Unit).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (units.Count == 0) return [];
        var (first, next) = (new DateOnly(today.Year, today.Month, 1), new DateOnly(today.Year, today.Month, 1).AddMonths(1));
        var plans = await db.Set<InspectionPlanRow>().AsNoTracking().Where(row => row.Stage == PlanStage.Published && row.Year == today.Year).Select(row => new { row.Id, row.Title }).ToListAsync(cancel);
        var ids = plans.ConvertAll(plan => plan.Id);
        if (ids.Count == 0) return [];
        // Counted by what is inspected where, so that a desk does not load the month of the district.
        var groups = await db.Set<PlanVisitRow>().Where(visit => ids.Contains(visit.PlanId) && (visit.State == VisitState.Planned || (visit.Left != null && visit.LeftBecause == null)) && visit.Day >= first && visit.Day < next)
            .GroupBy(visit => new { visit.PlanId, visit.Township, Requirements = visit.Left ?? visit.Requirements, Late = (visit.DoneOn ?? visit.Day) < today }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        if (groups.Count == 0) return [];
        var requirements = await PlanRollups.Requirements(db, cancel);
        var counted = groups.ToLookup(group => group.Key.PlanId, group => new CountedVisits(group.Key.Township, group.Key.Requirements.Split('|'), group.Key.Late ? TaskState.Late : TaskState.Open, group.Count));
        return
        [
            .. from plan in plans
               from unit in units
               let own = PlanRollup.Counted(counted[plan.Id], unit, requirements)
               where own.All > 0
               select new PlanTaskTodo(plan.Id, plan.Title, unit, own.Open, own.Late, next.AddDays(-1)),
        ];
    }
}
