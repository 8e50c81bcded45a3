using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Dispatch;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>Takes the crews and the patrols of the same day last week over as a draft (照上周编组).</summary>
public sealed class CopyBoard(UseCaseRunner runner, AppDb db, BoardFacts facts, BoardDesk desk)
{
    private const int MostNoted = 4000;

    /// <summary>Takes them over; the id of the board.</summary>
    public Task<Result<string>> Run(string? area, DateOnly? day, CancellationToken cancel) => runner.Write<string>(AccessTable.CopyBoard, null, async () =>
    {
        if (desk.Opens(AccessTable.CopyBoard, area, day) is { Count: > 0 } faults) return Result<string>.Refused(faults);
        var (id, source) = (CollectJobs.BoardOf(area!, day!.Value), CollectJobs.BoardOf(area!, day.Value.AddDays(-7)));
        var before = await db.Set<DispatchCrewRow>().AsNoTracking().Where(crew => crew.BoardId == source && crew.Stage != OrderStage.Cancelled).OrderBy(crew => crew.Name).ToListAsync(cancel);
        if (before.Count == 0) return new Refusal("nothing-to-copy", $"上周同日（{Core.Documents.ChineseText.Date(day.Value.AddDays(-7))}）没有编组，不能照排。", CrewCheck.Notice);
        var row = await db.Set<DispatchBoardRow>().SingleOrDefaultAsync(board => board.Id == id, cancel);
        if (row is null) db.Add(row = new DispatchBoardRow { Id = id, Area = area!, Day = day.Value });
        var known = await facts.Load(row, tracked: true, cancel);
        if (known.Crews.Count > 0) return new Refusal("crews-there", "当日已经编组；需要照上周排的，先解散未下达的小组。", CrewCheck.Notice);
        // Visits, clues and cases have days of their own; what people added by hand comes again.
        var patrols = await db.Set<DispatchJobRow>().AsNoTracking().Where(job => job.BoardId == source && job.Kind == JobKind.Patrol && job.Reference == null).OrderBy(job => job.Position).ToListAsync(cancel);
        var again = patrols.Where(patrol => !known.Jobs.Any(job => job.Title == patrol.Title && job.Township == patrol.Township)).ToDictionary(patrol => patrol.Id, patrol => Again(patrol, id));
        db.AddRange(again.Values);
        IReadOnlyList<DispatchJobRow> jobs = [.. known.Jobs, .. again.Values];
        var board = known with { Jobs = jobs, Day = await facts.Facts(row, jobs, [], cancel) };
        var copied = BoardCopy.Take(board.Day, [.. before.Select(crew => new PastCrew(crew.Name, crew.OfficerIds, crew.GearIds, [.. patrols.Where(patrol => patrol.CrewId == crew.Id && again.ContainsKey(patrol.Id)).Select(patrol => again[patrol.Id].Id)]))], desk.NewId);
        desk.Apply(board, copied.Board);
        var notes = string.Join('\n', copied.Notes.Prepend($"照{Core.Documents.ChineseText.Date(day.Value.AddDays(-7))}编组"));
        row.Changes = notes.Length > MostNoted ? notes[..MostNoted] : notes;
        row.Revision++;
        return id;
    }, cancel);

    private DispatchJobRow Again(DispatchJobRow patrol, string board) => new()
    {
        Id = desk.NewId(),
        BoardId = board,
        Kind = patrol.Kind,
        Title = patrol.Title,
        Items = patrol.Items,
        Township = patrol.Township,
        Address = patrol.Address,
        Block = patrol.Block,
        Longitude = patrol.Longitude,
        Latitude = patrol.Latitude,
        Subjects = patrol.Subjects,
        Minutes = patrol.Minutes,
        OpensAt = patrol.OpensAt,
        ClosesAt = patrol.ClosesAt,
        Urgency = patrol.Urgency,
        Needs = patrol.Needs,
    };
}
