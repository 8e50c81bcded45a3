using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Dispatch;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>Moves the outdoor work of a day out at once (移出户外任务): rain, typhoon, examinations. The jobs keep their crews in mind, and come back by <see cref="ResumeJobs"/>.</summary>
public sealed class DeferJobs(BoardDesk desk, OrderBook orders)
{
    /// <summary>What is done outdoors unless people say otherwise; papers are served also in the rain.</summary>
    public static readonly IReadOnlyList<JobKind> Outdoors = [JobKind.PlannedVisit, JobKind.DrawnInspection, JobKind.Clue, JobKind.Recheck, JobKind.Patrol];

    /// <summary>Moves them out.</summary>
    /// <param name="id">The board.</param>
    /// <param name="version">Version seen.</param>
    /// <param name="kinds">Kinds of jobs.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<string>> Run(string id, long? version, IReadOnlyCollection<JobKind> kinds, string? reason, CancellationToken cancel) => desk.Take(AccessTable.DeferJobs, id, version, reason, async board =>
    {
        if (kinds.Count == 0) return [Refusal.Invalid("kinds", "请选择移出哪些任务。")];
        if (Reasons.Check(reason) is { } missing) return [missing];
        var open = board.Jobs.Where(job => job.State == JobState.Open).Select(job => job.Id).ToHashSet(StringComparer.Ordinal);
        var deferred = Deferring.Jobs(board.Day, kinds).Where(one => open.Contains(one.Job)).ToList();
        if (deferred.Count == 0) return [new Refusal("nothing-to-defer", "没有可以移出的任务；已经出发的小组不受影响。", CrewCheck.Notice)];
        var after = Deferring.Out(board.Day, deferred);
        var refusals = await orders.Rebind(board, after, reason, cancel);
        if (refusals.Count > 0) return refusals;
        desk.Apply(board, after);
        foreach (var one in deferred)
        {
            var row = board.Jobs.First(job => job.Id == one.Job);
            (row.State, row.Outcome, row.CrewId, row.Position) = (JobState.Deferred, reason!.Trim(), one.Crew, one.Position);
        }
        return [];
    }, cancel);
}

/// <summary>Takes back what was moved out (恢复移出的任务): jobs return to their crews where that is still lawful, the others wait.</summary>
public sealed class ResumeJobs(AppDb db, BoardDesk desk, BoardFacts facts, OrderBook orders)
{
    /// <summary>Takes them back.</summary>
    public Task<Result<string>> Run(string id, long? version, string? reason, CancellationToken cancel) => desk.Take(AccessTable.ResumeJobs, id, version, reason, async board =>
    {
        if (Reasons.Check(reason) is { } missing) return [missing];
        var deferred = board.Jobs.Where(job => job.State == JobState.Deferred).Select(job => new DeferredJob(job.Id, job.CrewId, job.Position)).ToList();
        if (deferred.Count == 0) return [new Refusal("nothing-deferred", "没有移出的任务。", CrewCheck.Notice)];
        // What the rules look at is made from copies: the rows change only after the orders, so that each act stands in the record by itself.
        var copies = await db.Set<DispatchJobRow>().AsNoTracking().Where(job => job.BoardId == id).OrderBy(job => job.Id).ToListAsync(cancel);
        foreach (var copy in copies.Where(copy => copy.State == JobState.Deferred)) (copy.State, copy.CrewId, copy.Position) = (JobState.Open, null, 0);
        var waiting = board with { Day = await facts.Facts(board.Row, copies, board.Crews, cancel) };
        var after = Deferring.Back(waiting.Day, deferred);
        var refusals = await orders.Rebind(waiting, after, reason, cancel);
        if (refusals.Count > 0) return refusals;
        foreach (var job in board.Jobs.Where(job => job.State == JobState.Deferred)) (job.State, job.Outcome, job.CrewId, job.Position) = (JobState.Open, null, null, 0);
        desk.Apply(waiting, after);
        return [];
    }, cancel);
}
