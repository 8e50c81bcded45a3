using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Dispatch;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Organisation;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>Issues orders (下达调度令): numbered, and people and equipment bound in the same transaction.</summary>
public sealed class IssueOrder(BoardDesk desk, OrderBook orders, LetterBook letters, TimeProvider time)
{
    /// <summary>Issues the order of one crew, or of all that are ready.</summary>
    /// <param name="id">The board.</param>
    /// <param name="version">Version seen.</param>
    /// <param name="crew">The crew; null: every crew with jobs whose order is not issued.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<string>> Run(string id, long? version, string? crew, CancellationToken cancel) => desk.Take(AccessTable.IssueOrder, id, version, null, async board =>
    {
        var chosen = string.IsNullOrEmpty(crew) ? [.. board.Crews.Where(row => row.Stage == OrderStage.Draft && board.Day.Crew(row.Id)!.Jobs.Count > 0)] : board.Crews.Where(row => row.Id == crew).ToList();
        if (chosen.Count == 0) return [string.IsNullOrEmpty(crew) ? new Refusal("nothing-to-issue", "没有可以下达的小组。", CrewCheck.Notice) : Refusal.Invalid("crew", "没有这个小组。")];
        var faults = chosen.Select(row => OrderFlow.Check(row.Stage, OrderStep.Issue)).OfType<Refusal>().Concat(chosen.SelectMany(row => OrderFlow.Issue(board.Day, board.Day.Crew(row.Id)!))).DistinctBy(refusal => (refusal.Code, refusal.Message)).ToList();
        if (faults.Count > 0) return faults;
        var numbers = new Dictionary<string, string>();
        foreach (var row in chosen)
        {
            numbers[row.Id] = await orders.Number(board.Row.Day, cancel);
            if (await orders.BindGear(row, board.Day.Crew(row.Id)!, board.Day, numbers[row.Id], cancel) is { Count: > 0 } refusals) return refusals;
        }
        foreach (var row in chosen)
        {
            await orders.BindOfficers(row, board.Day.Crew(row.Id)!, board.Day, numbers[row.Id], cancel);
            await letters.Ask(row, board.Day, board.Day.Crew(row.Id)!, numbers[row.Id], cancel);
            (row.Number, row.Stage, row.Edition, row.IssuedBy, row.IssuedAt) = (numbers[row.Id], OrderStage.Issued, 1, desk.ActorName, time.GetUtcNow());
            desk.Note(row, OrderStep.Issue, $"{row.Number}，{string.Join('、', row.OfficerIds.Select(board.Day.NameOf))}");
        }
        return [];
    }, cancel);
}

/// <summary>Cancels an order (撤销调度令), with a reason; its jobs wait again, people and equipment are free.</summary>
public sealed class CancelOrder(BoardDesk desk, OrderBook orders)
{
    /// <summary>Cancels it.</summary>
    public Task<Result<string>> Run(string id, long? version, string? crew, string? reason, CancellationToken cancel) => desk.Take(AccessTable.CancelOrder, id, version, reason, async board =>
    {
        if (board.Crews.FirstOrDefault(row => row.Id == crew) is not { } row) return [Refusal.Invalid("crew", "没有这个小组。")];
        if (OrderFlow.Check(row.Stage, OrderStep.Cancel) is { } notNow) return [notNow];
        if (Reasons.Check(reason) is { } missing) return [missing];
        if (await orders.Release(row, cancel) is { Count: > 0 } refusals) return refusals;
        foreach (var job in board.Jobs.Where(job => job.CrewId == row.Id && job.State == JobState.Open)) (job.CrewId, job.Position) = (null, 0);
        row.Stage = OrderStage.Cancelled;
        desk.Note(row, OrderStep.Cancel, reason!.Trim());
        return [];
    }, cancel);
}

/// <summary>What the officers of a crew do with their order: load it, are they of the crew, is the step lawful now.</summary>
internal static class CrewSteps
{
    /// <summary>Takes a step.</summary>
    public static Task<Result<string>> Take(
        UseCaseRunner runner, AppDb db, BoardDesk desk, UseCase useCase, OrderStep step, string id, string? reason, Func<DispatchCrewRow, Task<IReadOnlyList<Refusal>>> act, CancellationToken cancel) => runner.Write<string>(useCase, reason, async () =>
    {
        if (await db.Set<DispatchCrewRow>().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } crew) return Refusal.NotFound();
        if (runner.Check(useCase, new Placement(null, null, crew.OfficerIds)) is { } refusal) return refusal;
        if (OrderFlow.Check(crew.Stage, step) is { } notNow) return notNow;
        if (crew.Day < desk.Today && step != OrderStep.Report) return new Refusal("day-is-over", "该日已过。", CrewCheck.Notice);
        var refusals = await act(crew);
        if (refusals.Count > 0) return Result<string>.Refused(refusals);
        (await db.Set<DispatchBoardRow>().SingleAsync(row => row.Id == crew.BoardId, cancel)).Revision++;
        return id;
    }, cancel);
}

/// <summary>Acknowledges an order (签收调度令): an officer of the crew.</summary>
public sealed class AcknowledgeOrder(UseCaseRunner runner, AppDb db, BoardDesk desk, TimeProvider time)
{
    /// <summary>Acknowledges it.</summary>
    public Task<Result<string>> Run(string id, CancellationToken cancel) => CrewSteps.Take(runner, db, desk, AccessTable.AcknowledgeOrder, OrderStep.Acknowledge, id, null, crew =>
    {
        (crew.Stage, crew.AcknowledgedBy, crew.AcknowledgedAt) = (OrderStage.Acknowledged, desk.ActorName, time.GetUtcNow());
        desk.Note(crew, OrderStep.Acknowledge, $"{crew.Number} 第{crew.Edition}版");
        return Task.FromResult<IReadOnlyList<Refusal>>([]);
    }, cancel);
}

/// <summary>Notes that a crew leaves (登记出发).</summary>
public sealed class StartOrder(UseCaseRunner runner, AppDb db, BoardDesk desk, LetterBook letters, RecusalBook recusals, VisitNotices notices, BoardFacts facts, Snapshot<OrganisationRegister> organisation)
{
    /// <summary>Notes it.</summary>
    public Task<Result<string>> Run(string id, CancellationToken cancel) => CrewSteps.Take(runner, db, desk, AccessTable.StartOrder, OrderStep.Start, id, null, async crew =>
    {
        if (crew.Day != desk.Today) return [new Refusal("not-the-day", $"调度令的日期是{Core.Documents.ChineseText.Date(crew.Day)}，当日才能登记出发。", CrewCheck.Notice)];
        if (Borrowing.Leave([.. (await letters.Open(id, cancel)).Select(organisation.Current.AsOf(crew.Day).UnitName)]) is { } unlent) return [unlent];
        // Whoever declared a recusal after the order was issued does not leave either.
        var day = organisation.Current.AsOf(crew.Day);
        var jobs = await db.Set<DispatchJobRow>().AsNoTracking().Where(row => row.CrewId == id && row.State == JobState.Open).ToListAsync(cancel);
        if (await recusals.Refuse(jobs.Select(job => job.Matter), crew.OfficerIds, officer => day.Officer(officer)?.Name ?? officer, null, cancel) is { Count: > 0 } recused) return recused;
        if (await notices.Refuse(jobs, crew.OfficerIds, crew.Day, cancel) is { Count: > 0 } unnoticed) return unnoticed;
        var board = await facts.Load(await db.Set<DispatchBoardRow>().SingleAsync(row => row.Id == crew.BoardId, cancel), tracked: false, cancel);
        if (board.Day.Crew(id) is { } leaving && OrderFlow.Leave(board.Day, leaving) is { Count: > 0 } unlawful) return unlawful;
        crew.Stage = OrderStage.Started;
        desk.Note(crew, OrderStep.Start, "出发");
        return [];
    }, cancel);
}

/// <summary>Notes what became of a job (登记任务结果); the last one ends the order.</summary>
public sealed class ReportJob(UseCaseRunner runner, AppDb db, BoardDesk desk, VisitNotices notices, DrawnInspectors drawn)
{
    /// <summary>Notes it.</summary>
    public Task<Result<string>> Run(string id, string? job, bool? done, string? outcome, CancellationToken cancel) => CrewSteps.Take(runner, db, desk, AccessTable.ReportJob, OrderStep.Report, id, outcome, async crew =>
    {
        var jobs = await db.Set<DispatchJobRow>().Where(row => row.CrewId == id).ToListAsync(cancel);
        if (jobs.Find(row => row.Id == job) is not { } found) return [Refusal.Invalid("job", "请选择本组的任务。")];
        if (found.State != JobState.Open) return [new Refusal("job-reported", "该任务的结果已经登记。", CrewCheck.Notice)];
        if (done is null) return [Refusal.Invalid("done", "请选择已办或者未能办理。")];
        if (outcome?.Length > 500 || (done == false && string.IsNullOrWhiteSpace(outcome))) return [Refusal.Invalid("outcome", "未能办理的，请写明原因，不超过500字。")];
        if (done == true && found.Kind == JobKind.DrawnInspection && await drawn.Unfinished(found, cancel) is { } unfinished) return [unfinished];
        if (done == true && await notices.Refuse([found], crew.OfficerIds, crew.Day, cancel) is { Count: > 0 } unnoticed) return unnoticed;
        (found.State, found.Outcome) = (done.Value ? JobState.Done : JobState.NotDone, string.IsNullOrWhiteSpace(outcome) ? null : outcome.Trim());
        if (jobs.TrueForAll(row => row.State != JobState.Open)) crew.Stage = OrderStage.Done;
        desk.Note(crew, OrderStep.Report, $"“{found.Title}”{(done.Value ? "已办" : $"未能办理：{found.Outcome}")}");
        return [];
    }, cancel);
}
