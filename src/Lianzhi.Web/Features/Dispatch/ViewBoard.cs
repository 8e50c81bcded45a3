using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Dispatch;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>One day of the week above the board.</summary>
/// <param name="Day">The day.</param>
/// <param name="Jobs">Jobs on its board.</param>
/// <param name="Crews">Its crews.</param>
/// <param name="Issued">Of them with an order.</param>
public sealed record WeekDay(DateOnly Day, int Jobs, int Crews, int Issued);

/// <summary>What the board shows.</summary>
/// <param name="Area">The area.</param>
/// <param name="On">The day.</param>
/// <param name="Board">The board; null while nothing was gathered for the day.</param>
/// <param name="Faults">What is wrong with each crew.</param>
/// <param name="Waiting">Jobs that wait, each with the reason why no crew has it.</param>
/// <param name="Week">The seven days.</param>
public sealed record BoardView(Area Area, DateOnly On, LoadedBoard? Board, IReadOnlyDictionary<string, IReadOnlyList<CrewFault>> Faults, IReadOnlyList<(DayJob Job, string Why)> Waiting, IReadOnlyList<WeekDay> Week)
{
    /// <summary>Jobs that were moved out for rain, a typhoon or an examination.</summary>
    public IReadOnlyList<DispatchJobRow> Deferred => Board is null ? [] : [.. Board.Jobs.Where(job => job.State == JobState.Deferred)];

    /// <summary>Rows of the crews with jobs in order, those that leave first.</summary>
    public IEnumerable<(DispatchCrewRow Row, DayCrew Crew, CrewTiming Timing)> Crews => Board is null ? []
        : Board.Crews.Select(row => (Row: row, Crew: Board.Day.Crew(row.Id)!)).Select(pair => (pair.Row, pair.Crew, Timing: Board.Day.Timing(pair.Crew))).OrderBy(crew => crew.Row.Name, StringComparer.Ordinal);
}

/// <summary>Shows the board of an area on a day (调度台).</summary>
public sealed class ViewBoard(UseCaseRunner runner, AppDb db, BoardFacts facts, CurrentActor current, Snapshot<OrganisationRegister> organisation)
{
    /// <summary>Loads it.</summary>
    public Task<Result<BoardView>> Run(string area, DateOnly day, CancellationToken cancel) => runner.Read<BoardView>(AccessTable.ViewBoard, async () =>
    {
        if (organisation.Current.AsOf(day).Areas.FirstOrDefault(one => one.Id == area) is not { } found) return Refusal.NotFound();
        var id = CollectJobs.BoardOf(area, day);
        var row = await db.Set<DispatchBoardRow>().AsNoTracking().SingleOrDefaultAsync(board => board.Id == id, cancel);
        var board = row is null ? null : await facts.Load(row, tracked: false, cancel);
        // Officers of departments see the board they are sent out by.
        var sent = current.Actor.OfficerId is { } own && board?.Crews.Any(crew => crew.OfficerIds.Contains(own)) == true ? new[] { own } : [];
        if (runner.Check(AccessTable.ViewBoard, new Placement(null, area, sent)) is { } refusal) return refusal;
        return new BoardView(found, day, board, board is null ? new Dictionary<string, IReadOnlyList<CrewFault>>() : CrewCheck.All(board.Day),
            board is null ? [] : [.. board.Day.Waiting.Select(job => (job, WaitingReasons.Of(board.Day, job)))], await Week(area, day, cancel));
    });

    /// <summary>The same by the id of the board.</summary>
    public async Task<Result<BoardView>> One(string id, CancellationToken cancel) =>
        await db.Set<DispatchBoardRow>().Where(board => board.Id == id).Select(board => new { board.Area, board.Day }).SingleOrDefaultAsync(cancel) is { } board ? await Run(board.Area, board.Day, cancel) : Refusal.NotFound();

    private async Task<IReadOnlyList<WeekDay>> Week(string area, DateOnly day, CancellationToken cancel)
    {
        var monday = Weeks.MondayOf(day);
        var ids = Enumerable.Range(0, 7).Select(offset => CollectJobs.BoardOf(area, monday.AddDays(offset))).ToList();
        var jobs = await db.Set<DispatchJobRow>().AsNoTracking().Where(job => ids.Contains(job.BoardId)).GroupBy(job => job.BoardId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var crews = (await db.Set<DispatchCrewRow>().AsNoTracking().Where(crew => ids.Contains(crew.BoardId) && crew.Stage != OrderStage.Cancelled).Select(crew => new { crew.BoardId, crew.Stage }).ToListAsync(cancel)).ToLookup(crew => crew.BoardId, crew => crew.Stage);
        return [.. ids.Select((id, offset) => new WeekDay(monday.AddDays(offset), jobs.GetValueOrDefault(id), crews[id].Count(), crews[id].Count(stage => stage != OrderStage.Draft)))];
    }
}

/// <summary>An order with everything its crew needs.</summary>
/// <param name="Row">The crew.</param>
/// <param name="Board">Its board.</param>
/// <param name="Crew">As the rules know it; null for a cancelled order.</param>
/// <param name="Jobs">Its jobs in order.</param>
/// <param name="Faults">What is wrong with it now.</param>
/// <param name="Events">What happened to it, newest first.</param>
/// <param name="History">Earlier visits of the targets, newest first.</param>
/// <param name="Letters">Letters to units whose officers were asked for.</param>
/// <param name="Notices">Inspections and notices of planned visits, by job.</param>
/// <param name="Checks">Lines of the checklist, by requirement.</param>
public sealed record OrderView(
    DispatchCrewRow Row, LoadedBoard Board, DayCrew? Crew, IReadOnlyList<DispatchJobRow> Jobs, IReadOnlyList<CrewFault> Faults, IReadOnlyList<OrderEventRow> Events, ILookup<string, (DateOnly On, string Items)> History,
    IReadOnlyList<BorrowLetterRow> Letters, ILookup<string, VisitNotice> Notices, ILookup<string, CheckItem> Checks);

/// <summary>Shows the order of a crew (查看调度令).</summary>
public sealed class ViewOrder(UseCaseRunner runner, AppDb db, BoardFacts facts, VisitNotices notices)
{
    private const int MostShown = 200;
    private const int MostEarlier = 5;

    /// <summary>Loads it.</summary>
    public Task<Result<OrderView>> Run(string id, CancellationToken cancel) => runner.Read<OrderView>(AccessTable.ViewOrder, async () =>
    {
        if (await db.Set<DispatchCrewRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row) return Refusal.NotFound();
        if (runner.Check(AccessTable.ViewOrder, row.Placement) is { } refusal) return refusal;
        var board = await facts.Load(await db.Set<DispatchBoardRow>().AsNoTracking().SingleAsync(one => one.Id == row.BoardId, cancel), tracked: false, cancel);
        var crew = board.Day.Crew(id);
        var jobs = crew is null ? [] : crew.Jobs.Select(job => board.Jobs.First(one => one.Id == job)).ToList();
        var targets = jobs.Select(job => job.TargetId).OfType<string>().ToList();
        var visits = await db.Set<Plans.PlanVisitRow>().AsNoTracking().Where(visit => targets.Contains(visit.TargetId) && visit.State == Plans.VisitState.Done && visit.DoneOn < row.Day).OrderByDescending(visit => visit.DoneOn).Take(MostShown).ToListAsync(cancel);
        var items = jobs.Where(job => job.Kind is JobKind.PlannedVisit or JobKind.DrawnInspection).SelectMany(job => job.Items.Split('|')).Distinct().ToList();
        var asked = (await db.Set<RequirementRow>().AsNoTracking().Where(one => items.Contains(one.Name) && one.From <= row.Day && (one.To == null || one.To > row.Day)).OrderByDescending(one => one.From).ToListAsync(cancel)).DistinctBy(one => one.Name).ToList();
        return new OrderView(row, board, crew, jobs, crew is null ? [] : CrewCheck.Of(board.Day, crew),
            await db.Set<OrderEventRow>().AsNoTracking().Where(one => one.CrewId == id).OrderByDescending(one => one.Id).Take(MostShown).ToListAsync(cancel),
            visits.GroupBy(visit => visit.TargetId).SelectMany(group => group.DistinctBy(visit => visit.DoneOn).Take(MostEarlier)).ToLookup(visit => visit.TargetId, visit => (visit.DoneOn!.Value, visit.Requirements)),
            await db.Set<BorrowLetterRow>().AsNoTracking().Where(letter => letter.CrewId == id).OrderBy(letter => letter.Home).ThenBy(letter => letter.Id).ToListAsync(cancel),
            await notices.Of(jobs, row.Day, cancel), asked.SelectMany(one => one.ToRequirement().Checklist.Select(check => (one.Name, check))).ToLookup(pair => pair.Name, pair => pair.check));
    });
}
