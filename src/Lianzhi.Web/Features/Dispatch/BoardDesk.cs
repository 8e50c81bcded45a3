using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Dispatch;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>What the acts on a board have in common: load it, may the person, is it the version seen; and writing what the rules decided.</summary>
public sealed class BoardDesk(UseCaseRunner runner, AppDb db, BoardFacts facts, CurrentActor current, Entropy entropy, Snapshot<OrganisationRegister> organisation, TimeProvider time)
{
    private const int DaysAhead = 60;

    /// <summary>Today in Shanghai.</summary>
    public DateOnly Today => time.Today();

    /// <summary>Name of who acts.</summary>
    public string ActorName => current.Actor.Name;

    /// <summary>A new id.</summary>
    public string NewId() => entropy.NewId(time.GetUtcNow());

    /// <summary>Why the board of an area and day cannot be opened by this person; empty when it can.</summary>
    public IReadOnlyList<Refusal> Opens(UseCase useCase, string? area, DateOnly? day)
    {
        var faults = new List<Refusal>();
        if (organisation.Current.AsOf(Today).Areas.All(one => one.Id != area)) faults.Add(Refusal.Invalid("area", "请选择片区。"));
        if (day is null || day > Today.AddDays(DaysAhead)) faults.Add(Refusal.Invalid("day", $"请选择日期，不晚于{DaysAhead}天后。"));
        if (faults.Count > 0) return faults;
        if (runner.Check(useCase, new Placement(null, area, [])) is { } refusal) return [refusal];
        return day < Today ? [new Refusal("day-is-over", "该日已过，调度台只能查看。", CrewCheck.Notice)] : [];
    }

    /// <summary>Does something on a board; the day must not be over.</summary>
    public Task<Result<string>> Take(UseCase useCase, string id, long? version, string? reason, Func<LoadedBoard, Task<IReadOnlyList<Refusal>>> act, CancellationToken cancel) => runner.Write<string>(useCase, reason, async () =>
    {
        if (await db.Set<DispatchBoardRow>().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row) return Refusal.NotFound();
        if (runner.Check(useCase, row.Placement) is { } refusal) return refusal;
        if (version is not null && row.Version != version) return Refusal.Stale(row.Version);
        if (row.Day < Today) return new Refusal("day-is-over", "该日已过，调度台只能查看。", CrewCheck.Notice);
        var refusals = await act(await facts.Load(row, tracked: true, cancel));
        if (refusals.Count > 0) return Result<string>.Refused(refusals);
        row.Revision++;
        return id;
    }, cancel);

    /// <summary>Writes what the rules decided: who is in which crew, with what, for which jobs in which order.</summary>
    public void Apply(LoadedBoard board, DayBoard after)
    {
        foreach (var crew in board.Crews.Where(crew => after.Crew(crew.Id) is null)) db.Remove(crew);
        foreach (var crew in after.Crews)
        {
            var (officers, gear) = (string.Join('|', crew.Officers), string.Join('|', crew.Gear));
            if (board.Crews.FirstOrDefault(row => row.Id == crew.Id) is { } row) (row.Officers, row.Gear) = (officers, gear);
            else db.Add(new DispatchCrewRow { Id = crew.Id, BoardId = board.Row.Id, Area = board.Row.Area, Day = board.Row.Day, Name = crew.Name, Officers = officers, Gear = gear });
        }
        foreach (var job in board.Jobs.Where(job => job.State != JobState.Deferred))
        {
            var crew = after.CrewOf(job.Id);
            (job.CrewId, job.Position) = (crew?.Id, crew is null ? 0 : crew.Jobs.ToList().IndexOf(job.Id));
        }
    }

    /// <summary>Notes what happened to an order.</summary>
    public void Note(DispatchCrewRow crew, OrderStep step, string text) =>
        db.Add(new OrderEventRow { Id = NewId(), BoardId = crew.BoardId, CrewId = crew.Id, Step = step, Text = text.Length > 1000 ? text[..1000] : text, By = ActorName, At = time.GetUtcNow() });
}
