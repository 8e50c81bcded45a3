using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Dispatch;
using Lianzhi.Planner.Dispatch;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>What proposing and planning anew share: the solver works before the transaction, on what was seen then.</summary>
internal static class CrewSolving
{
    /// <summary>Longest wait; the end is set by work, so that the same board gives the same answer.</summary>
    private const double Seconds = 2;

    private const double Work = 12e6;

    /// <summary>Solves what waits; null when there is nothing or nobody to send.</summary>
    public static Task<DispatchSolution?> Solve(DayBoard board, CancellationToken cancel) => DayProposal.Problem(board) is not { } problem ? Task.FromResult<DispatchSolution?>(null)
        : Task.Run<DispatchSolution?>(() => DispatchSolver.Solve(problem, new DispatchOptions(Seconds, 1, 1) { Work = Work }, cancel: cancel), cancel);

    /// <summary>Takes a solution over, or only fills in.</summary>
    public static DayBoard Take(DayBoard board, DispatchSolution? solution, Func<string> newId) => solution is null ? DayProposal.Fill(board) : DayProposal.Take(board, solution, newId);
}

/// <summary>Proposes crews for what waits (自动排班); issued orders stay as they are.</summary>
public sealed class ProposeCrews(UseCaseRunner runner, AppDb db, BoardFacts facts, BoardDesk desk)
{
    /// <summary>Proposes.</summary>
    /// <param name="id">The board.</param>
    /// <param name="version">Version seen.</param>
    /// <param name="anew">True: crews that were not issued are dissolved first.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<Result<string>> Run(string id, long? version, bool anew, CancellationToken cancel)
    {
        var seen = await runner.Read<DayBoard>(AccessTable.ProposeCrews, async () =>
            await db.Set<DispatchBoardRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row ? Refusal.NotFound()
            : runner.Check(AccessTable.ProposeCrews, row.Placement) is { } refusal ? refusal
            : Start((await facts.Load(row, tracked: false, cancel)).Day, anew));
        if (!seen.IsOk) return Result<string>.Refused(seen.Refusals);
        var solution = await CrewSolving.Solve(seen.Value, cancel);
        return await desk.Take(AccessTable.ProposeCrews, id, version, null, board =>
        {
            var after = CrewSolving.Take(Start(board.Day, anew), solution, desk.NewId);
            if (after.Crews.SequenceEqual(board.Day.Crews)) return Task.FromResult<IReadOnlyList<Refusal>>([NothingToPropose(board.Day)]);
            desk.Apply(board, after);
            board.Row.Changes = null;
            return Task.FromResult<IReadOnlyList<Refusal>>([]);
        }, cancel);
    }

    private static DayBoard Start(DayBoard board, bool anew) => anew ? board with { Crews = [.. board.Crews.Where(crew => crew.Issued)] } : board;

    private static Refusal NothingToPropose(DayBoard board) => board.Waiting.Count == 0
        ? new Refusal("nothing-waits", "没有待排的任务。", CrewCheck.Notice)
        : new Refusal("nothing-proposed", $"待排的任务都排不下。{string.Join('；', board.Waiting.Take(3).Select(job => $"“{job.Title}”：{WaitingReasons.Of(board, job)}"))}。", CrewCheck.Notice);
}

/// <summary>Plans anew with few changes (重排) after somebody called in sick, equipment failed or an urgent clue came in.</summary>
public sealed class ReplanBoard(UseCaseRunner runner, AppDb db, BoardFacts facts, BoardDesk desk, OrderBook orders)
{
    /// <summary>Plans anew.</summary>
    public async Task<Result<string>> Run(string id, long? version, string? reason, CancellationToken cancel)
    {
        var seen = await runner.Read<DayBoard>(AccessTable.ReplanBoard, async () =>
            await db.Set<DispatchBoardRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row ? Refusal.NotFound()
            : runner.Check(AccessTable.ReplanBoard, row.Placement) is { } refusal ? refusal
            : Replanning.Mend((await facts.Load(row, tracked: false, cancel)).Day).Board);
        if (!seen.IsOk) return Result<string>.Refused(seen.Refusals);
        var solution = await CrewSolving.Solve(seen.Value, cancel);
        return await desk.Take(AccessTable.ReplanBoard, id, version, reason, async board =>
        {
            if (Organisation.Reasons.Check(reason) is { } missing) return [missing];
            var mended = Replanning.Mend(board.Day);
            var after = CrewSolving.Take(mended.Board, solution, desk.NewId);
            var changes = mended.Changes.Concat(after.Crews.Where(crew => mended.Board.Crew(crew.Id) is null).Select(crew => $"新编{crew.Name}：{string.Join('、', crew.Jobs.Select(job => after.Job(job).Title))}")).ToList();
            if (changes.Count == 0) return [new Refusal("nothing-to-replan", "各组都合法，没有需要重排的。", CrewCheck.Notice)];
            var refusals = await orders.Rebind(board, after, reason, cancel);
            if (refusals.Count > 0) return refusals;
            desk.Apply(board, after);
            board.Row.Changes = string.Join('\n', changes) is { Length: > 4000 } all ? all[..4000] : string.Join('\n', changes);
            return [];
        }, cancel);
    }
}
