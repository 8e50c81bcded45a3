using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Dispatch;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>Who inspects drawn targets (抽查人员): whom the draw chose, exchanges on record in the inspection included.</summary>
public sealed class DrawnInspectors(AppDb db)
{
    /// <summary>Ids of the officers, by job.</summary>
    public async Task<ILookup<string, string>> Of(IEnumerable<DispatchJobRow> jobs, CancellationToken cancel)
    {
        var drawn = jobs.Where(job => job.Kind == JobKind.DrawnInspection).ToList();
        var ids = drawn.Select(job => job.Reference).OfType<string>().ToList();
        var officers = ids.Count == 0 ? [] : await db.Set<InspectionOfficerRow>().AsNoTracking().Where(row => ids.Contains(row.InspectionId)).OrderBy(row => row.OfficerId).Select(row => new { row.InspectionId, row.OfficerId }).ToListAsync(cancel);
        return drawn.SelectMany(job => officers.Where(row => row.InspectionId == job.Reference).Select(row => (job.Id, row.OfficerId))).ToLookup(pair => pair.Id, pair => pair.OfficerId, StringComparer.Ordinal);
    }

    /// <summary>Refuses to report a drawn inspection as done before its record is signed; null when it is.</summary>
    public async Task<Refusal?> Unfinished(DispatchJobRow job, CancellationToken cancel) =>
        await db.Set<InspectionRow>().AnyAsync(row => row.Id == job.Reference && row.RecordedAt != null, cancel) ? null
            : new Refusal("inspection-not-done", $"“{job.Title}”的检查笔录还没有签署；签署后任务自动办结，不另登记。", CrewCheck.Draw);
}

/// <summary>Notes that a drawn inspection was carried out (登记抽查任务办结) once its record is signed; the last job of a crew ends its order.</summary>
public sealed class FinishDrawnJob(UseCaseRunner runner, AppDb db, BoardDesk desk)
{
    /// <summary>Notes it on the board where it waits; without one there is nothing to note.</summary>
    public Task<Result<string>> Run(string inspection, string number, CancellationToken cancel) => runner.Write<string>(AccessTable.FinishDrawnJob, null, async () =>
    {
        foreach (var job in await db.Set<DispatchJobRow>().Where(row => row.Kind == JobKind.DrawnInspection && row.Reference == inspection && row.State == JobState.Open).ToListAsync(cancel))
        {
            var board = await db.Set<DispatchBoardRow>().SingleAsync(row => row.Id == job.BoardId, cancel);
            // What still waits on the board of another day was not done on it.
            if (job.CrewId is null && board.Day != desk.Today) continue;
            (job.State, job.Outcome) = (JobState.Done, $"检查笔录已签署（{number}）");
            board.Revision++;
            if (job.CrewId is not { } id) continue;
            var crew = await db.Set<DispatchCrewRow>().SingleAsync(row => row.Id == id, cancel);
            if (!crew.Binds) continue;
            desk.Note(crew, OrderStep.Report, $"“{job.Title}”已办，检查笔录已签署");
            if (crew.Stage == OrderStage.Started && !await db.Set<DispatchJobRow>().AnyAsync(row => row.CrewId == id && row.Id != job.Id && row.State == JobState.Open, cancel)) crew.Stage = OrderStage.Done;
        }
        return inspection;
    }, cancel);
}
