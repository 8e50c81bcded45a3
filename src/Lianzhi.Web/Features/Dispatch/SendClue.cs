using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;
using Lianzhi.Core.Dispatch;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>Sends an urgent clue to the board of a day (线索派到调度台), whenever it falls due; the crew is found there.</summary>
public sealed class SendClue(UseCaseRunner runner, AppDb db, BoardDesk desk, JobSources sources)
{
    /// <summary>Sends it; the id of the board.</summary>
    public Task<Result<string>> Run(string clue, DateOnly? day, CancellationToken cancel) => runner.Write<string>(AccessTable.SendClue, null, async () =>
    {
        if (await db.Set<ClueRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == clue, cancel) is not { } found) return Refusal.NotFound();
        if (runner.Check(AccessTable.SendClue, new Placement(null, found.Area, [])) is { } refusal) return refusal;
        if (found.State != ClueState.Accepted) return new Refusal("clue-not-accepted", "线索受理后才能派出核查。", CrewCheck.Notice);
        if (found.Township is null || found.Area is null) return new Refusal("clue-without-place", "线索还没有确定所在镇（街道），不能派出核查。", CrewCheck.Notice);
        if (desk.Opens(AccessTable.SendClue, found.Area, day) is { Count: > 0 } faults) return Result<string>.Refused(faults);
        var id = CollectJobs.BoardOf(found.Area, day!.Value);
        var board = await db.Set<DispatchBoardRow>().SingleOrDefaultAsync(row => row.Id == id, cancel);
        if (board is null) db.Add(board = new DispatchBoardRow { Id = id, Area = found.Area, Day = day.Value });
        if (await sources.OfClue(board, found, cancel) is not { } job) return new Refusal("clue-on-board", "该线索已在调度台待办。", CrewCheck.Notice);
        db.Add(job);
        board.Revision++;
        return id;
    }, cancel);
}
