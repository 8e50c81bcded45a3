using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Plans;

/// <summary>A number of visits of a township in a month.</summary>
/// <param name="Township">The township.</param>
/// <param name="Month">The month.</param>
/// <param name="Visits">Visits.</param>
/// <param name="Done">Of these, carried out.</param>
public sealed record MonthFigure(string Township, int Month, int Visits, int Done);

/// <summary>How a plan is carried out and how it burdens (执行与负担指标).</summary>
/// <param name="Visits">Visits of the plan.</param>
/// <param name="Done">Carried out.</param>
/// <param name="Overdue">Whose day is over and that were not reported.</param>
/// <param name="NotDone">Reported as not carried out.</param>
/// <param name="Merged">Visits that inspect more than one thing.</param>
/// <param name="Enterprises">Enterprises visited.</param>
/// <param name="Most">Most visits of one enterprise.</param>
public sealed record PlanIndicators(int Visits, int Done, int Overdue, int NotDone, int Merged, int Enterprises, int Most);

/// <summary>A plan as its page shows it.</summary>
/// <param name="Plan">The edition.</param>
/// <param name="Parts">What townships handed in.</param>
/// <param name="Opinions">What departments answered.</param>
/// <param name="Months">Visits by township and month.</param>
/// <param name="Indicators">Figures.</param>
/// <param name="Unserved">What is not served, most urgent first.</param>
/// <param name="Locked">Visits set by hand.</param>
/// <param name="Changes">Changes by hand and visits that were not carried out, newest first.</param>
/// <param name="Run">The newest run of the optimiser.</param>
/// <param name="Editions">All editions, newest first.</param>
/// <param name="Stopped">Visits still to be carried out that lie on days without inspections.</param>
public sealed record PlanView(
    InspectionPlanRow Plan, IReadOnlyList<PlanPartRow> Parts, IReadOnlyList<PlanOpinionRow> Opinions, IReadOnlyList<MonthFigure> Months, PlanIndicators Indicators, IReadOnlyList<PlanUnservedRow> Unserved,
    IReadOnlyList<PlanVisitRow> Locked, IReadOnlyList<PlanChangeRow> Changes, PlanRunRow? Run, IReadOnlyList<InspectionPlanRow> Editions, int Stopped);

/// <summary>Lists plans, newest first (检查计划).</summary>
public sealed class ListPlans(UseCaseRunner runner, AppDb db)
{
    private const string Sort = "plans.new";

    /// <summary>One page.</summary>
    public Task<Result<PageOf<InspectionPlanRow>>> Run(string? limit, string? after, CancellationToken cancel) => runner.Read<PageOf<InspectionPlanRow>>(AccessTable.ListPlans, async () =>
    {
        var asked = Cursor.Read(limit, after, Sort, "", 1);
        if (!asked.IsOk) return Result<PageOf<InspectionPlanRow>>.Refused(asked.Refusals);
        IQueryable<InspectionPlanRow> rows = db.Set<InspectionPlanRow>().AsNoTracking();
        if (asked.Value.After is [var before]) rows = rows.Where(row => string.Compare(row.Id, before) < 0);
        return asked.Value.Page(await rows.OrderByDescending(row => row.Id).Take(asked.Value.Fetch).ToListAsync(cancel), Sort, "", row => [row.Id]);
    });
}

/// <summary>Shows one plan (检查计划详情), and its visits page by page.</summary>
public sealed class ViewPlan(UseCaseRunner runner, AppDb db, PlanDesk desk)
{
    private const int MostShown = 30;
    private const string Sort = "plan.visits";

    /// <summary>The plan with its figures.</summary>
    public Task<Result<PlanView>> Run(string id, CancellationToken cancel) => runner.Read<PlanView>(AccessTable.ViewPlan, async () =>
    {
        if (await db.Set<InspectionPlanRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } plan) return Refusal.NotFound();
        var visits = await db.Set<PlanVisitRow>().AsNoTracking().Where(visit => visit.PlanId == id)
            .Select(visit => new { visit.Township, visit.Day, visit.State, visit.Enterprise, visit.Requirements }).ToListAsync(cancel);
        var burden = visits.Where(visit => visit.State != VisitState.NotDone).CountBy(visit => visit.Enterprise).ToList();
        var running = plan.Stage == PlanStage.Published;
        return new PlanView(plan,
            await db.Set<PlanPartRow>().AsNoTracking().Where(row => row.PlanId == id).OrderBy(row => row.Township).ToListAsync(cancel),
            await db.Set<PlanOpinionRow>().AsNoTracking().Where(row => row.PlanId == id).OrderBy(row => row.Department).ToListAsync(cancel),
            [.. visits.Where(visit => visit.State != VisitState.NotDone).GroupBy(visit => (visit.Township, visit.Day.Month)).Select(group => new MonthFigure(group.Key.Township, group.Key.Month, group.Count(), group.Count(visit => visit.State == VisitState.Done)))],
            new PlanIndicators(visits.Count, visits.Count(visit => visit.State == VisitState.Done), running ? visits.Count(visit => visit.State == VisitState.Planned && visit.Day < desk.Today) : 0,
                visits.Count(visit => visit.State == VisitState.NotDone), visits.Count(visit => visit.Requirements.Contains('|')), burden.Count, burden.Count > 0 ? burden.Max(pair => pair.Value) : 0),
            await db.Set<PlanUnservedRow>().AsNoTracking().Where(row => row.PlanId == id).OrderBy(row => row.Id).Take(MostShown).ToListAsync(cancel),
            await db.Set<PlanVisitRow>().AsNoTracking().Where(visit => visit.PlanId == id && visit.LockedBecause != null).OrderBy(visit => visit.Day).Take(MostShown).ToListAsync(cancel),
            await db.Set<PlanChangeRow>().AsNoTracking().Where(row => row.PlanId == id && row.Kind != "done").OrderByDescending(row => row.Id).Take(MostShown).ToListAsync(cancel),
            await db.Set<PlanRunRow>().AsNoTracking().Where(row => row.PlanId == id).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel),
            await db.Set<InspectionPlanRow>().AsNoTracking().Where(row => row.Area == plan.Area && row.Year == plan.Year && row.Title == plan.Title).OrderByDescending(row => row.Id).Take(MostShown).ToListAsync(cancel),
            await db.Set<PlanVisitRow>().CountAsync(visit => visit.PlanId == id && visit.State == VisitState.Planned && db.Set<BlackoutRow>().Any(row => row.Area == plan.Area && row.From <= visit.Day && row.To >= visit.Day), cancel));
    });

    /// <summary>Visits in order of their days, of a month or township.</summary>
    public Task<Result<PageOf<PlanVisitRow>>> Visits(string id, int? month, string? township, string? text, string? limit, string? after, CancellationToken cancel) => runner.Read<PageOf<PlanVisitRow>>(AccessTable.ViewPlan, async () =>
    {
        var filters = FormattableString.Invariant($"{id}|{month}|{township}|{text}");
        var asked = Cursor.Read(limit, after, Sort, filters, 2);
        if (!asked.IsOk) return Result<PageOf<PlanVisitRow>>.Refused(asked.Refusals);
        if (await db.Set<InspectionPlanRow>().Where(row => row.Id == id).Select(row => (int?)row.Year).SingleOrDefaultAsync(cancel) is not { } year) return Refusal.NotFound();
        var rows = db.Set<PlanVisitRow>().AsNoTracking().Where(visit => visit.PlanId == id);
        if (month is >= 1 and <= 12 && new DateOnly(year, month.Value, 1) is var first && first.AddMonths(1) is var next) rows = rows.Where(visit => visit.Day >= first && visit.Day < next);
        if (township is { Length: > 0 }) rows = rows.Where(visit => visit.Township == township);
        if (text?.Trim() is { Length: > 0 } words) rows = rows.Where(visit => visit.TargetName.Contains(words) || visit.Requirements.Contains(words));
        if (asked.Value.After is [var day, var last] && Core.Calendar.DateText.TryParse(day, out var on)) rows = rows.Where(visit => visit.Day >= on && (visit.Day > on || string.Compare(visit.Id, last) > 0));
        var found = await rows.OrderBy(visit => visit.Day).ThenBy(visit => visit.Id).Take(asked.Value.Fetch).ToListAsync(cancel);
        return asked.Value.Page(found, Sort, filters, visit => [visit.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), visit.Id]);
    });

    /// <summary>Days without inspections of the plan's area (停止检查日): a visit that was planned for one is to be moved.</summary>
    public Task<Result<IReadOnlyList<Blackout>>> Blackouts(string id, CancellationToken cancel) => runner.Read<IReadOnlyList<Blackout>>(AccessTable.ViewPlan, async () =>
        await db.Set<InspectionPlanRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } plan ? Refusal.NotFound()
        : (await db.Set<BlackoutRow>().AsNoTracking().Where(row => row.Area == plan.Area && row.From <= plan.To && row.To >= plan.From).OrderBy(row => row.From).ToListAsync(cancel)).ConvertAll(row => row.ToBlackout()));

    /// <summary>One visit with its plan.</summary>
    public Task<Result<(InspectionPlanRow Plan, PlanVisitRow Visit)>> Visit(string id, string visit, CancellationToken cancel) => runner.Read<(InspectionPlanRow, PlanVisitRow)>(AccessTable.ViewPlan, async () =>
        await db.Set<InspectionPlanRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is { } plan
        && await db.Set<PlanVisitRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == visit && row.PlanId == id, cancel) is { } found ? (plan, found) : Refusal.NotFound());
}

/// <summary>Shows what was published (公布的检查计划): figures by month and township, no enterprise by name before it was visited.</summary>
public sealed class ReadPlans(UseCaseRunner runner, AppDb db)
{
    /// <summary>Plans in force, newest first.</summary>
    public Task<Result<IReadOnlyList<InspectionPlanRow>>> List(CancellationToken cancel) => runner.Read<IReadOnlyList<InspectionPlanRow>>(AccessTable.ReadPlans, async () =>
        await db.Set<InspectionPlanRow>().AsNoTracking().Where(row => row.Stage == PlanStage.Published).OrderByDescending(row => row.Year).ThenByDescending(row => row.Id).Take(50).ToListAsync(cancel));

    /// <summary>One plan: its requirements with the number of inspections, and visits by township and month.</summary>
    public Task<Result<PublishedPlan>> One(string id, CancellationToken cancel) => runner.Read<PublishedPlan>(AccessTable.ReadPlans, async () =>
    {
        if (await db.Set<InspectionPlanRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Stage == PlanStage.Published, cancel) is not { } plan) return Refusal.NotFound();
        var visits = await db.Set<PlanVisitRow>().AsNoTracking().Where(visit => visit.PlanId == id && visit.State != VisitState.NotDone).Select(visit => new { visit.Township, visit.Day, visit.Requirements, Done = visit.State == VisitState.Done }).ToListAsync(cancel);
        return new PublishedPlan(plan, [.. visits.SelectMany(visit => visit.Requirements.Split('|')).CountBy(name => name).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))],
            [.. visits.GroupBy(visit => (visit.Township, visit.Day.Month)).Select(group => new MonthFigure(group.Key.Township, group.Key.Month, group.Count(), group.Count(visit => visit.Done)))]);
    });
}

/// <summary>A plan as the public sees it.</summary>
/// <param name="Plan">The edition.</param>
/// <param name="Inspections">Inspections of the year by requirement.</param>
/// <param name="Months">Visits by township and month.</param>
public sealed record PublishedPlan(InspectionPlanRow Plan, IReadOnlyList<(string Name, int Count)> Inspections, IReadOnlyList<MonthFigure> Months);
