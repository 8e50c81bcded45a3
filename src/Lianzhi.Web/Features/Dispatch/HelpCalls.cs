using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Dispatch;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Settings;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>A call for help as it is made.</summary>
/// <param name="Crew">The crew under way; null for an inspection.</param>
/// <param name="Inspection">The inspection that is going on; null for a crew.</param>
/// <param name="Place">The place in words; optional.</param>
/// <param name="Longitude">Degrees east in millionths; optional.</param>
/// <param name="Latitude">Degrees north in millionths; optional.</param>
public sealed record HelpAsked(string? Crew, string? Inspection, string? Place, int? Longitude, int? Latitude);

/// <summary>During what help is called for, and who goes along (求助所在执法活动).</summary>
/// <param name="Title">The order or the inspection.</param>
/// <param name="Area">The area.</param>
/// <param name="Crew">The crew under way; null without one.</param>
/// <param name="Inspection">The inspection; null without one.</param>
/// <param name="Officers">Ids of everybody who goes along.</param>
/// <param name="UnderWay">Whether it was begun and is not over.</param>
public sealed record HelpScene(string Title, string Area, string? Crew, string? Inspection, IReadOnlyList<string> Officers, bool UnderWay);

/// <summary>Calls for help (求助): the crew, the chief and the coordinator see it on the board at once.</summary>
public sealed class AskForHelp(UseCaseRunner runner, AppDb db, BoardDesk desk, CurrentActor current, Snapshot<OrganisationRegister> organisation, Snapshot<SettingsBook> settings, TimeProvider time)
{
    private const int LongestTitle = 200;

    /// <summary>What the officer is at; not found when it is nothing of the officer's.</summary>
    public Task<Result<HelpScene>> Scene(string? crew, string? inspection, CancellationToken cancel) => runner.Read<HelpScene>(AccessTable.AskForHelp, async () =>
        await Find(crew, inspection, cancel) is not { } scene ? Refusal.NotFound()
        : runner.Check(AccessTable.AskForHelp, new Placement(null, scene.Area, scene.Officers)) is { } refusal ? refusal : scene);

    /// <summary>Calls; the id of the call.</summary>
    public Task<Result<string>> Run(HelpAsked asked, CancellationToken cancel) => runner.Write<string>(AccessTable.AskForHelp, null, async () =>
    {
        if (await Find(asked.Crew, asked.Inspection, cancel) is not { } scene || current.Actor.OfficerId is not { } officer) return Refusal.NotFound();
        if (runner.Check(AccessTable.AskForHelp, new Placement(null, scene.Area, scene.Officers)) is { } refusal) return refusal;
        if (HelpRules.Ask(scene.UnderWay, asked.Place, asked.Longitude, asked.Latitude) is { Count: > 0 } faults) return Result<string>.Refused(faults);
        var (words, placed) = (string.IsNullOrWhiteSpace(asked.Place) ? null : asked.Place.Trim(), asked.Longitude is not null);
        DateOnly? erase = words is not null || placed ? HelpRules.PlaceErasedOn(desk.Today, settings.Current.AsOf(desk.Today).Number(DispatchSettings.HelpPlaceDays)) : null;
        var id = desk.NewId();
        db.Add(new HelpCallRow
        {
            Id = id,
            Area = scene.Area,
            On = desk.Today,
            CrewId = scene.Crew,
            InspectionId = scene.Inspection,
            Title = PlainText.Cut(scene.Title, LongestTitle),
            OfficerId = officer,
            OfficerName = desk.ActorName,
            Unit = organisation.Current.AsOf(desk.Today).Officer(officer)?.Unit ?? "",
            Officers = string.Join('|', scene.Officers),
            At = time.GetUtcNow(),
            PlaceErasedOn = erase,
        });
        if (erase is { } day) db.Add(new HelpPlaceRow { CallId = id, Words = words, Longitude = asked.Longitude, Latitude = asked.Latitude, EraseOn = day });
        await Show(db, scene.Area, desk.Today, cancel);
        return id;
    }, cancel);

    /// <summary>Raises the board of the day, so that whoever looks at it is told; it is opened when nobody did.</summary>
    internal static async Task Show(AppDb db, string area, DateOnly day, CancellationToken cancel)
    {
        var id = CollectJobs.BoardOf(area, day);
        var board = await db.Set<DispatchBoardRow>().SingleOrDefaultAsync(row => row.Id == id, cancel);
        if (board is null) db.Add(board = new DispatchBoardRow { Id = id, Area = area, Day = day });
        board.Revision++;
    }

    private async Task<HelpScene?> Find(string? crew, string? inspection, CancellationToken cancel)
    {
        if (!string.IsNullOrEmpty(inspection))
        {
            if (await db.Set<InspectionRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == inspection, cancel) is not { Area: { } area } row) return null;
            // All subjects that came together are there; so is whoever else was sent along by an order.
            var people = await (from member in db.Set<InspectionRow>().AsNoTracking()
                                join officer in db.Set<InspectionOfficerRow>().AsNoTracking() on member.Id equals officer.InspectionId
                                where member.JointId == row.JointId && member.Stage != InspectionStage.Refused && member.Stage != InspectionStage.Cancelled
                                select officer.OfficerId).Distinct().ToListAsync(cancel);
            if (current.Actor.OfficerId is not { } own || !people.Contains(own)) return new HelpScene($"现场检查：{row.TargetName}", area, null, row.Id, people, row.Stage == InspectionStage.Started);
            var sent = (await db.Set<DispatchCrewRow>().AsNoTracking().Where(one => one.Area == area && one.Day == desk.Today && one.Stage == OrderStage.Started).ToListAsync(cancel)).Find(one => one.OfficerIds.Contains(own));
            return new HelpScene($"现场检查：{row.TargetName}", area, sent?.Id, row.Id, [.. people.Union(sent?.OfficerIds ?? []).Order(StringComparer.Ordinal)], row.Stage == InspectionStage.Started);
        }
        return string.IsNullOrEmpty(crew) || await db.Set<DispatchCrewRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == crew, cancel) is not { } found ? null
            : new HelpScene($"{found.Name} {found.Number}", found.Area, found.Id, null, found.OfficerIds, found.Stage == OrderStage.Started);
    }
}

/// <summary>A call for help with its place while it is kept.</summary>
/// <param name="Row">The call.</param>
/// <param name="Place">Its place; null when none was told or it was erased.</param>
public sealed record HelpView(HelpCallRow Row, HelpPlaceRow? Place)
{
    /// <summary>The place in words.</summary>
    public string Where => Place is null ? Row.PlaceErasedOn is null ? "没有告知位置" : "位置已删除"
        : string.Join("，", new[] { Place.Words, Place is { Longitude: { } east, Latitude: { } north } ? FormattableString.Invariant($"东经{east / 1e6:0.0000}°，北纬{north / 1e6:0.0000}°") : null }.OfType<string>());
}

/// <summary>Shows calls for help (查看求助) to the crew, the chief, the coordinator and the leader of who called.</summary>
public sealed class ReadHelp(UseCaseRunner runner, AppDb db)
{
    private const int Most = 50;

    /// <summary>One call.</summary>
    public Task<Result<HelpView>> One(string id, CancellationToken cancel) => runner.Read<HelpView>(AccessTable.ViewHelp, async () =>
        await db.Set<HelpCallRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row ? Refusal.NotFound()
        : runner.Check(AccessTable.ViewHelp, row.Placement) is { } refusal ? refusal
        : new HelpView(row, await db.Set<HelpPlaceRow>().AsNoTracking().SingleOrDefaultAsync(place => place.CallId == id, cancel)));

    /// <summary>Calls of an area that nobody closed, for the strip of a page; none for whoever may see none.</summary>
    public async Task<IReadOnlyList<HelpView>> Within(string area, CancellationToken cancel) => await Open(area, cancel) is { IsOk: true } found ? found.Value : [];

    /// <summary>Calls of an area that nobody closed, newest first; those within reach.</summary>
    public Task<Result<IReadOnlyList<HelpView>>> Open(string area, CancellationToken cancel) => runner.Read<IReadOnlyList<HelpView>>(AccessTable.ViewHelp, async () =>
    {
        var rows = (await db.Set<HelpCallRow>().AsNoTracking().Where(row => row.Area == area && row.ClosedAt == null).OrderByDescending(row => row.Id).Take(Most).ToListAsync(cancel)).FindAll(row => runner.Check(AccessTable.ViewHelp, row.Placement) is null);
        var ids = rows.ConvertAll(row => row.Id);
        var places = ids.Count == 0 ? [] : await db.Set<HelpPlaceRow>().AsNoTracking().Where(place => ids.Contains(place.CallId)).ToDictionaryAsync(place => place.CallId, cancel);
        return rows.ConvertAll(row => new HelpView(row, places.GetValueOrDefault(row.Id)));
    });
}

/// <summary>Closes a call for help (登记求助处置) with what was done: the chief, or the leader of who called.</summary>
public sealed class CloseHelp(UseCaseRunner runner, AppDb db, BoardDesk desk, TimeProvider time)
{
    /// <summary>Closes it.</summary>
    public Task<Result<string>> Run(string id, long? version, string? outcome, CancellationToken cancel) => runner.Write<string>(AccessTable.CloseHelp, null, async () =>
    {
        if (await db.Set<HelpCallRow>().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row) return Refusal.NotFound();
        if (runner.Check(AccessTable.CloseHelp, row.Placement) is { } refusal) return refusal;
        if (version is not null && row.Version != version) return Refusal.Stale(row.Version);
        if (HelpRules.Close(row.ClosedAt is not null, outcome) is { Count: > 0 } faults) return Result<string>.Refused(faults);
        (row.ClosedAt, row.ClosedBy, row.Outcome) = (time.GetUtcNow(), desk.ActorName, outcome!.Trim());
        await AskForHelp.Show(db, row.Area, desk.Today, cancel);
        return id;
    }, cancel);
}

/// <summary>Erases places of calls for help whose day has come (到期删除求助位置). Runs by itself; run twice it finds nothing.</summary>
public sealed class EraseHelpPlaces(UseCaseRunner runner, AppDb db, TimeProvider time)
{
    /// <summary>Name of the job.</summary>
    public const string JobName = "erase-help-places";

    /// <summary>Erases them; how many.</summary>
    public Task<Result<int>> Run(CancellationToken cancel) => runner.Write<int>(AccessTable.EraseHelpPlaces, null, async () =>
    {
        var today = time.Today();
        var due = await db.Set<HelpPlaceRow>().Where(place => place.EraseOn <= today).ToListAsync(cancel);
        db.RemoveRange(due);
        return due.Count;
    }, cancel);
}
