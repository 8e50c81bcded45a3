using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Dispatch;
using Lianzhi.Core.Equipment;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Settings;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Organisation;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>Opens the board of a day and gathers what is to be done (收集当日任务); again on the same day it adds only what is new.</summary>
public sealed class CollectJobs(UseCaseRunner runner, AppDb db, BoardDesk desk, JobSources sources)
{
    /// <summary>Id of the board of an area on a day.</summary>
    public static string BoardOf(string area, DateOnly day) => FormattableString.Invariant($"{area}-{day:yyyyMMdd}");

    /// <summary>Gathers; the id of the board.</summary>
    public Task<Result<string>> Run(string? area, DateOnly? day, CancellationToken cancel) => runner.Write<string>(AccessTable.CollectJobs, null, async () =>
    {
        if (desk.Opens(AccessTable.CollectJobs, area, day) is { Count: > 0 } faults) return Result<string>.Refused(faults);
        var id = BoardOf(area!, day!.Value);
        var board = await db.Set<DispatchBoardRow>().SingleOrDefaultAsync(row => row.Id == id, cancel);
        if (board is null) db.Add(board = new DispatchBoardRow { Id = id, Area = area!, Day = day.Value });
        var found = await sources.Find(board, cancel);
        db.AddRange(found);
        board.Revision++;
        return id;
    }, cancel);
}

/// <summary>A job as it is added by hand.</summary>
public sealed record NewJob(JobKind? Kind, string? Title, string? Township, string? Address, IReadOnlyList<string> Subjects, int? Minutes, string? Window, JobUrgency? Urgency, IReadOnlyList<EquipmentKind> Needs);

/// <summary>Adds a job by hand (添加任务).</summary>
public sealed class AddJob(AppDb db, BoardDesk desk, Snapshot<OrganisationRegister> organisation, Snapshot<SettingsBook> settings)
{
    /// <summary>What is added by hand; the others come with their reference, on which notices, recusals and results hang.</summary>
    public static readonly IReadOnlyList<JobKind> ByHand = [JobKind.Patrol, JobKind.Service];

    /// <summary>Adds it.</summary>
    public Task<Result<string>> Run(string id, NewJob given, CancellationToken cancel) => desk.Take(AccessTable.AddJob, id, null, null, board =>
    {
        var day = organisation.Current.AsOf(board.Row.Day);
        var terms = DayTerms.Of(settings.Current.AsOf(board.Row.Day));
        var faults = new List<Refusal>();
        if (given.Kind is null) faults.Add(Refusal.Invalid("kind", "请选择任务种类。"));
        else if (!ByHand.Contains(given.Kind.Value)) faults.Add(Refusal.Invalid("kind", $"{DispatchNames.Of(given.Kind.Value)}由已发布的计划、检查和案件收集，不手工添加；线索在线索页面派到调度台。"));
        if (string.IsNullOrWhiteSpace(given.Title) || given.Title.Length > 100) faults.Add(Refusal.Invalid("title", "请填写任务，不超过100字。"));
        if (day.AreaOf(given.Township ?? "") != board.Row.Area) faults.Add(Refusal.Invalid("township", "请选择本片区的镇（街道）。"));
        if (given.Address?.Length > 200) faults.Add(Refusal.Invalid("address", "不超过200字。"));
        if (given.Subjects.Count is 0 or > 8 || given.Subjects.Any(subject => InspectionGates.Subject(subject, day) is not null))
            faults.Add(Refusal.Invalid("subjects", "请选择署名主体：镇（街道）或者区级执法部门；片区不署名。"));
        else if (given.Subjects.Any(subject => day.Township(subject) is not null && subject != given.Township))
            faults.Add(Refusal.Invalid("subjects", "镇（街道）只在本辖区以自己的名义执法，不得异地执法。"));
        if (given.Minutes is not (>= 10 and <= 240)) faults.Add(Refusal.Invalid("minutes", "用时应当是 10 至 240 分钟。"));
        var window = string.IsNullOrWhiteSpace(given.Window) ? new MinuteSpan(terms.Morning.From, terms.Afternoon.Until) : MinuteSpan.Parse(given.Window);
        if (window is null || (given.Minutes is { } minutes && window.Value.Until - window.Value.From < minutes)) faults.Add(Refusal.Invalid("window", "可办时段应当写成 08:30-17:30 的样式，并且容得下用时。"));
        if (faults.Count > 0) return Task.FromResult<IReadOnlyList<Refusal>>(faults);
        db.Add(new DispatchJobRow
        {
            Id = desk.NewId(),
            BoardId = board.Row.Id,
            Kind = given.Kind!.Value,
            Title = given.Title!.Trim(),
            Items = "",
            Township = given.Township!,
            Address = given.Address?.Trim() ?? "",
            Block = "",
            Subjects = string.Join('|', given.Subjects.Distinct().Order(StringComparer.Ordinal)),
            Minutes = given.Minutes!.Value,
            OpensAt = window!.Value.From,
            ClosesAt = window.Value.Until,
            Urgency = given.Urgency ?? JobUrgency.Must,
            DueOn = board.Row.Day,
            Needs = string.Join('|', given.Needs.Distinct()),
        });
        return Task.FromResult<IReadOnlyList<Refusal>>([]);
    }, cancel);
}

/// <summary>Takes a job off the board (移出任务), with a reason; on another day it may be gathered again.</summary>
public sealed class DropJob(AppDb db, BoardDesk desk)
{
    /// <summary>Takes it off.</summary>
    public Task<Result<string>> Run(string id, string? job, string? reason, CancellationToken cancel) => desk.Take(AccessTable.DropJob, id, null, reason, board =>
    {
        if (board.Jobs.FirstOrDefault(row => row.Id == job) is not { } found) return Answer(Refusal.Invalid("job", "没有这项任务。"));
        if (found.CrewId is not null && found.State != JobState.Deferred) return Answer(new Refusal("job-assigned", "任务已排组，请先退回待排。", CrewCheck.Notice));
        if (Reasons.Check(reason) is { } missing) return Answer(missing);
        db.Remove(found);
        return Answer();
    }, cancel);

    private static Task<IReadOnlyList<Refusal>> Answer(params Refusal[] refusals) => Task.FromResult<IReadOnlyList<Refusal>>(refusals);
}

/// <summary>Declares that an officer keeps out of a matter (申报回避); it holds on every board from then on.</summary>
public sealed class DeclareRecusal(UseCaseRunner runner, AppDb db, BoardDesk desk, Platform.CurrentActor current, Snapshot<OrganisationRegister> organisation)
{
    private const int LongestGround = 300;

    /// <summary>Declares it.</summary>
    /// <param name="id">The job.</param>
    /// <param name="officer">Who keeps out; officers declare for themselves.</param>
    /// <param name="ground">The relation or interest.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<string>> Run(string id, string? officer, string? ground, CancellationToken cancel) => runner.Write<string>(AccessTable.DeclareRecusal, null, async () =>
    {
        if (await db.Set<DispatchJobRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } job) return Refusal.NotFound();
        var board = await db.Set<DispatchBoardRow>().SingleAsync(row => row.Id == job.BoardId, cancel);
        var dispatches = current.May(AccessTable.ArrangeCrews, board.Placement);
        var who = dispatches ? officer : current.Actor.OfficerId;
        if (runner.Check(AccessTable.DeclareRecusal, new Placement(null, board.Area, who is null ? [] : [who])) is { } refusal) return refusal;
        var faults = new List<Refusal>();
        if (who is null || organisation.Current.AsOf(board.Day).Officer(who) is null) faults.Add(Refusal.Invalid("officer", "请选择回避的人员。"));
        if (string.IsNullOrWhiteSpace(ground) || ground.Length > LongestGround) faults.Add(Refusal.Invalid("ground", $"请写明利害关系，不超过{LongestGround}字。"));
        if (faults.Count > 0) return faults;
        if (await db.Set<RecusalRow>().AnyAsync(row => row.Matter == job.Matter && row.OfficerId == who, cancel)) return new Refusal("recusal-known", "已经申报过回避。", "行政处罚法 第四十三条");
        db.Add(new RecusalRow { Id = desk.NewId(), OfficerId = who!, Matter = job.Matter, BoardId = board.Id, Ground = ground!.Trim(), DeclaredOn = desk.Today });
        board.Revision++;
        return board.Id;
    }, cancel);
}
