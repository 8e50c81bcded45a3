using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Planner.Plans;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Plans;

/// <summary>Load, caps and gaps of a plan (负荷与比较).</summary>
/// <param name="Plan">The edition.</param>
/// <param name="Weeks">First working day of each week; null for a week without any.</param>
/// <param name="Subjects">Load and capacity of each subject.</param>
/// <param name="Caps">How far caps are used.</param>
/// <param name="Gaps">What is short in all.</param>
/// <param name="UnservedByHand">Inspections that merging enterprise by enterprise leaves out (按户合并未安排).</param>
public sealed record PlanLoadView(InspectionPlanRow Plan, IReadOnlyList<DateOnly?> Weeks, IReadOnlyList<SubjectLoad> Subjects, CapUse Caps, IReadOnlyList<ResourceGap> Gaps, int UnservedByHand);

/// <summary>Shows what a plan asks of each body and what it lacks (负荷与比较), from the files it was solved with and its visits as they stand.</summary>
public sealed class ViewPlanLoad(UseCaseRunner runner, AppDb db, FileStore files)
{
    private const string Sort = "plan.unserved";

    /// <summary>The figures; not found before the plan was solved.</summary>
    public Task<Result<PlanLoadView>> Run(string id, CancellationToken cancel) => runner.Read<PlanLoadView>(AccessTable.ViewPlan, async () =>
    {
        if (await db.Set<InspectionPlanRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { ProblemHash: { } asked, SolutionHash: { } answered } plan
            || await files.Read(asked, cancel) is not { } question || await files.Read(answered, cancel) is not { } answer) return Refusal.NotFound("计划尚未编排。");
        var (problem, solved) = (PlanFile.Read(question).Value!, PlanSolutionFile.Read(answer));
        var visits = PlanVisits.Within(problem, await db.Set<PlanVisitRow>().AsNoTracking().Where(visit => visit.PlanId == id).OrderBy(visit => visit.Id).ToListAsync(cancel));
        return new PlanLoadView(plan, [.. problem.Weeks.Select(week => week.Days.Count > 0 ? week.Days[0] : (DateOnly?)null)], PlanFigures.BySubject(problem, visits), PlanFigures.Caps(problem, visits), PlanFigures.Gaps(solved.Unserved), solved.Savings.UnservedByHand);
    });

    /// <summary>What is not planned, page by page.</summary>
    public Task<Result<PageOf<PlanUnservedRow>>> Unserved(string id, string? limit, string? after, CancellationToken cancel) => runner.Read<PageOf<PlanUnservedRow>>(AccessTable.ViewPlan, async () =>
    {
        var asked = Cursor.Read(limit, after, Sort, id, 1);
        if (!asked.IsOk) return Result<PageOf<PlanUnservedRow>>.Refused(asked.Refusals);
        var rows = db.Set<PlanUnservedRow>().AsNoTracking().Where(row => row.PlanId == id);
        if (asked.Value.After is [var last]) rows = rows.Where(row => string.Compare(row.Id, last) > 0);
        return asked.Value.Page(await rows.OrderBy(row => row.Id).Take(asked.Value.Fetch).ToListAsync(cancel), Sort, id, row => [row.Id]);
    });
}
