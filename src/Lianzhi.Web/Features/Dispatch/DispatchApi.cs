using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Dispatch;
using Lianzhi.Core.Equipment;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>A job as programs read it. Its reference names the visit of the plan, the clue or the case.</summary>
public sealed record JobRecord(string Id, JobKind Kind, string? Reference, string Title, string Township, string Address, IReadOnlyList<string> Subjects, int Minutes, JobUrgency Urgency, DateOnly? DueOn, JobState State, string? Outcome, string? Crew, string? Why)
{
    /// <summary>The record of a row, with the reason why no crew has it.</summary>
    internal static JobRecord Of(DispatchJobRow job, string? why) =>
        new(job.Id, job.Kind, job.Reference, job.Title, job.Township, job.Address, job.Subjects.Split('|'), job.Minutes, job.Urgency, job.DueOn, job.State, job.Outcome, job.CrewId, why);
}

/// <summary>A stop of a crew as programs read it.</summary>
public sealed record StopRecord(string Job, string Arrive, string Start, string Leave);

/// <summary>A crew as programs read it.</summary>
public sealed record CrewRecord(
    string Id, string Name, OrderStage Stage, string? Number, int Edition, IReadOnlyList<string> Officers, IReadOnlyList<string> Gear, IReadOnlyList<StopRecord> Stops, IReadOnlyList<string> Faults, IReadOnlyList<string> Warnings);

/// <summary>The order of a crew as programs read it.</summary>
public sealed record OrderRecord(
    string Id, string Board, string Area, DateOnly Day, string Name, OrderStage Stage, string? Number, int Edition, IReadOnlyList<string> Officers, IReadOnlyList<string> Gear, IReadOnlyList<JobRecord> Jobs,
    IReadOnlyList<string> Faults, IReadOnlyList<string> Warnings)
{
    /// <summary>The record of a view.</summary>
    public static OrderRecord Of(OrderView view) => new(view.Row.Id, view.Row.BoardId, view.Board.Row.Area, view.Row.Day, view.Row.Name, view.Row.Stage, view.Row.Number, view.Row.Edition, view.Row.OfficerIds, view.Row.GearIds,
        [.. view.Jobs.Select(job => JobRecord.Of(job, null))], [.. view.Faults.Where(fault => fault.Blocks).Select(fault => fault.Refusal.Message)], [.. view.Faults.Where(fault => !fault.Blocks).Select(fault => fault.Refusal.Message)]);
}

/// <summary>A board as programs read it.</summary>
public sealed record BoardRecord(string Id, string Area, DateOnly Day, long Version, IReadOnlyList<CrewRecord> Crews, IReadOnlyList<JobRecord> Jobs, IReadOnlyList<string> Free, IReadOnlyList<string> Changes)
{
    /// <summary>The record of a view.</summary>
    public static BoardRecord Of(BoardView view, LoadedBoard board) => new(board.Row.Id, board.Row.Area, board.Row.Day, board.Row.Version,
        [.. view.Crews.Select(crew => new CrewRecord(crew.Row.Id, crew.Row.Name, crew.Row.Stage, crew.Row.Number, crew.Row.Edition, crew.Crew.Officers, crew.Crew.Gear,
            [.. crew.Timing.Stops.Select(stop => new StopRecord(stop.Job.Id, MinuteSpan.Clock(stop.Arrive), MinuteSpan.Clock(stop.Start), MinuteSpan.Clock(stop.Leave)))],
            [.. view.Faults[crew.Row.Id].Where(fault => fault.Blocks).Select(fault => fault.Refusal.Message)], [.. view.Faults[crew.Row.Id].Where(fault => !fault.Blocks).Select(fault => fault.Refusal.Message)]))],
        [.. board.Jobs.Select(job => JobRecord.Of(job, view.Waiting.Where(one => one.Job.Id == job.Id).Select(one => one.Why).FirstOrDefault()))],
        [.. board.Day.Free.Select(officer => officer.Id)], board.Row.Changes?.Split('\n') ?? []);
}

/// <summary>Area and day to gather jobs for.</summary>
public sealed record CollectRequest(string? Area, DateOnly? Day);

/// <summary>What an act on a board needs; members it does not use are left out.</summary>
public sealed record BoardActRequest(long? Version, bool Anew, string? Reason, string? Crew, string? Job)
{
    /// <summary>Takes the members of the body.</summary>
    internal static BoardActRequest Read(JsonMembers body) =>
        new(body.Has("version") ? body.Version("version") : null, body.Bool("anew", false), body.NullableText("reason", 1000), body.NullableText("crew", 26), body.NullableText("job", 26));
}

/// <summary>Kinds of jobs to move out, and why.</summary>
public sealed record DeferRequest(long? Version, IReadOnlyList<JobKind> Kinds, string? Reason);

/// <summary>Day on which a clue is to be checked.</summary>
public sealed record SendClueRequest(DateOnly? Day);

/// <summary>What a crew does with its order.</summary>
public sealed record CrewActRequest(string? Job, bool? Done, string? Outcome, string? Officer, string? Ground)
{
    /// <summary>Takes the members of the body.</summary>
    internal static CrewActRequest Read(JsonMembers body) =>
        new(body.NullableText("job", 26), body.Has("done") ? body.Bool("done") : null, body.NullableText("outcome", 1000), body.NullableText("officer", 26), body.NullableText("ground", 600));
}

/// <summary>A letter as programs read it.</summary>
public sealed record LetterRecord(string Id, string Crew, string Home, DateOnly Day, IReadOnlyList<string> Officers, IReadOnlyList<string> Subjects, string Purpose, string Number, int Edition, bool? Agrees, string? Reply, bool Withdrawn, long Version)
{
    /// <summary>The record of a row.</summary>
    internal static LetterRecord Of(BorrowLetterRow row) => new(row.Id, row.CrewId, row.Home, row.Day, row.OfficerIds, row.Subjects.Split('|', StringSplitOptions.RemoveEmptyEntries), row.Purpose, row.Number, row.Edition, row.Agrees, row.Reply, row.Withdrawn, row.Version);
}

/// <summary>The answer of a unit.</summary>
public sealed record LetterAnswer(long? Version, bool? Agrees, string? Text);

/// <summary>Dispatch for programs.</summary>
internal static class DispatchApi
{
    private const int LargestBody = 16 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        Map(api, "/dispatch/");
        // As they were called before; they answer as ever and are not described.
        Map(api.MapGroup("").ExcludeFromDescription(), "/dispatch-");
        api.MapPost("/clues/{id}/dispatch", (string id, HttpContext http, SendClue send) => http.Request.Answer(body => new SendClueRequest(body.NullableDate("day")),
                async body => (await send.Run(id, body.Day, http.RequestAborted)).Answer(board => Results.Json(new { id = board }, ApiJson.Options)), LargestBody))
            .Uses(AccessTable.SendClue).Accepts<SendClueRequest>("application/json").WithSummary("线索派到调度台").WithDescription("Sends an accepted clue to the board of a day, whenever it falls due.");
    }

    private static void Map(IEndpointRouteBuilder api, string under)
    {
        api.MapGet($"{under}boards", async (HttpContext http, ViewBoard view, TimeProvider time, string? area, string? day) =>
        {
            var on = time.Today();
            if (day is not null && !DateText.TryParse(day, out on)) return ProblemAnswers.Problem([Refusal.Invalid("day", "应为 yyyy-MM-dd 的日期。")]);
            return (await view.Run(area ?? "", on, http.RequestAborted)).Then<BoardRecord>(found => found.Board is { } board ? BoardRecord.Of(found, board) : Refusal.NotFound("当日还没有收集任务。")).Answer();
        }).Uses(AccessTable.ViewBoard).Produces<BoardRecord>().WithSummary("调度台").WithDescription("The board of an area on a day: crews, jobs, and why a job still waits.");
        api.MapGet($"{under}boards/{{id}}", async (ViewBoard view, string id, CancellationToken cancel) =>
                (await view.One(id, cancel)).Then<BoardRecord>(found => found.Board is { } board ? BoardRecord.Of(found, board) : Refusal.NotFound()).Answer())
            .Uses(AccessTable.ViewBoard).Produces<BoardRecord>().WithSummary("调度台").WithDescription("The same by the id of the board.");
        api.MapPost($"{under}boards", (HttpContext http, CollectJobs collect) => http.Request.Answer(body => new CollectRequest(body.NullableText("area", 20), body.NullableDate("day")),
                async body => (await collect.Run(body.Area, body.Day, http.RequestAborted)).Answer(id => Results.Json(new { id }, ApiJson.Options)), LargestBody))
            .Uses(AccessTable.CollectJobs).Accepts<CollectRequest>("application/json").WithSummary("收集当日任务").WithDescription("Opens the board of a day and gathers visits of the plan, urgent clues and what cases are due for.");
        api.MapPost($"{under}boards/copy-last-week", (HttpContext http, CopyBoard copy) => http.Request.Answer(body => new CollectRequest(body.NullableText("area", 20), body.NullableDate("day")),
                async body => (await copy.Run(body.Area, body.Day, http.RequestAborted)).Answer(id => Results.Json(new { id }, ApiJson.Options)), LargestBody))
            .Uses(AccessTable.CopyBoard).Accepts<CollectRequest>("application/json").WithSummary("照上周编组").WithDescription("Takes crews and patrols of the same day last week over as a draft; what cannot be taken over stands among the changes.");
        Board<ProposeCrews>("propose", AccessTable.ProposeCrews, (act, id, body, cancel) => act.Run(id, body.Version, body.Anew, cancel));
        Board<ReplanBoard>("replan", AccessTable.ReplanBoard, (act, id, body, cancel) => act.Run(id, body.Version, body.Reason, cancel));
        Board<IssueOrder>("issue", AccessTable.IssueOrder, (act, id, body, cancel) => act.Run(id, body.Version, body.Crew, cancel));
        Board<CancelOrder>("cancel", AccessTable.CancelOrder, (act, id, body, cancel) => act.Run(id, body.Version, body.Crew, body.Reason, cancel));
        Board<DropJob>("drop-job", AccessTable.DropJob, (act, id, body, cancel) => act.Run(id, body.Job, body.Reason, cancel));
        Board<ResumeJobs>("resume", AccessTable.ResumeJobs, (act, id, body, cancel) => act.Run(id, body.Version, body.Reason, cancel));
        api.MapPost($"{under}boards/{{id}}/defer", (string id, HttpContext http, DeferJobs defer) => http.Request.Answer(ReadDeferral,
                async body => (await defer.Run(id, body.Version, body.Kinds, body.Reason, http.RequestAborted)).Answer(done => Results.Json(new { id = done }, ApiJson.Options)), LargestBody))
            .Uses(AccessTable.DeferJobs).Accepts<DeferRequest>("application/json").WithSummary("移出户外任务").WithDescription("Moves all jobs of some kinds out at once, with the reason; without kinds all but services of papers.");
        api.MapPost($"{under}boards/{{id}}/arrange", (string id, HttpContext http, ArrangeCrews arrange) => http.Request.Answer(body => (Version: body.Has("version") ? body.Version("version") : (long?)null, Given: ReadArrangement(body)),
                async body => (await arrange.Run(id, body.Version, body.Given, http.RequestAborted)).Answer(done => Results.Json(new { id = done }, ApiJson.Options)), LargestBody))
            .Uses(AccessTable.ArrangeCrews).Accepts<Arrangement>("application/json").WithSummary("调整小组").WithDescription("Moves a job, an officer or equipment, makes or dissolves a crew; of an issued order with the reason.");
        api.MapPost($"{under}boards/{{id}}/jobs", (string id, HttpContext http, AddJob add) => http.Request.Answer(ReadJob,
                async body => (await add.Run(id, body, http.RequestAborted)).Answer(done => Results.Json(new { id = done }, ApiJson.Options, statusCode: 201)), LargestBody))
            .Uses(AccessTable.AddJob).Accepts<NewJob>("application/json").WithSummary("添加任务").WithDescription("Adds a job by hand.");
        api.MapGet($"{under}crews/{{id}}", async (ViewOrder view, string id, CancellationToken cancel) => (await view.Run(id, cancel)).Then<OrderRecord>(found => OrderRecord.Of(found)).Answer())
            .Uses(AccessTable.ViewOrder).Produces<OrderRecord>().WithSummary("调度令").WithDescription("A crew with its order, its jobs in order, and what is wrong with it now.");
        api.MapGet($"{under}letters/{{id}}", async (ViewLetter view, string id, CancellationToken cancel) => (await view.Run(id, cancel)).Then<LetterRecord>(found => LetterRecord.Of(found.Row)).Answer())
            .Uses(AccessTable.ViewLetter).Produces<LetterRecord>().WithSummary("借人函").WithDescription("A letter that asks a unit for officers, with its answer.");
        api.MapPost($"{under}letters/{{id}}/answer", (string id, HttpContext http, AnswerLetter answer) => http.Request.Answer(body => new LetterAnswer(body.Has("version") ? body.Version("version") : null, body.Has("agrees") ? body.Bool("agrees") : null, body.NullableText("text", 1000)),
                async body => (await answer.Run(id, body.Version, body.Agrees, body.Text, http.RequestAborted)).Answer(done => Results.Json(new { id = done }, ApiJson.Options)), LargestBody))
            .Uses(AccessTable.AnswerLetter).Accepts<LetterAnswer>("application/json").WithSummary("回复借人函").WithDescription("The unit agrees, or refuses with a reason.");
        Crew<AcknowledgeOrder>("crews/{id}/acknowledge", AccessTable.AcknowledgeOrder, (act, id, _, cancel) => act.Run(id, cancel));
        Crew<StartOrder>("crews/{id}/start", AccessTable.StartOrder, (act, id, _, cancel) => act.Run(id, cancel));
        Crew<ReportJob>("crews/{id}/report-job", AccessTable.ReportJob, (act, id, body, cancel) => act.Run(id, body.Job, body.Done, body.Outcome, cancel));
        Crew<DeclareRecusal>("jobs/{id}/declare-recusal", AccessTable.DeclareRecusal, (act, id, body, cancel) => act.Run(id, body.Officer, body.Ground, cancel));

        void Board<T>(string name, UseCase useCase, Func<T, string, BoardActRequest, CancellationToken, Task<Result<string>>> run) where T : notnull =>
            api.MapPost($"{under}boards/{{id}}/{name}", (string id, HttpContext http, T act) => http.Request.Answer(BoardActRequest.Read,
                    async body => (await run(act, id, body, http.RequestAborted)).Answer(done => Results.Json(new { id = done }, ApiJson.Options)), LargestBody))
                .Uses(useCase).Accepts<BoardActRequest>("application/json").WithSummary(useCase.Title).WithDescription($"Does {useCase.Name}.");

        void Crew<T>(string path, UseCase useCase, Func<T, string, CrewActRequest, CancellationToken, Task<Result<string>>> run) where T : notnull =>
            api.MapPost($"{under}{path}", (string id, HttpContext http, T act) => http.Request.Answer(CrewActRequest.Read,
                    async body => (await run(act, id, body, http.RequestAborted)).Answer(done => Results.Json(new { id = done }, ApiJson.Options)), LargestBody))
                .Uses(useCase).Accepts<CrewActRequest>("application/json").WithSummary(useCase.Title).WithDescription($"Does {useCase.Name}.");
    }

    private static DeferRequest ReadDeferral(JsonMembers body)
    {
        var kinds = body.Texts("kinds", 0, 8, 20, required: false).Select(text => Enum.TryParse<JobKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : (JobKind?)null).ToList();
        if (kinds.Contains(null)) body.Fault("kinds", "没有这种任务。");
        return new(body.Has("version") ? body.Version("version") : null, kinds.Count > 0 ? [.. kinds.OfType<JobKind>()] : DeferJobs.Outdoors, body.NullableText("reason", 1000));
    }

    private static Arrangement ReadArrangement(JsonMembers body) => new(body.Has("act") ? body.Enum<ArrangeAct>("act") : null, body.NullableText("crew", 26), body.NullableText("job", 26), body.NullableText("officer", 26),
        body.NullableText("leaving", 26), body.Has("position") ? body.Whole("position", 0, 100) : null, body.Texts("gear", 0, 20, 26, required: false), body.NullableText("reason", 1000));

    private static NewJob ReadJob(JsonMembers body)
    {
        var needs = body.Texts("needs", 0, 8, 20, required: false).Select(text => Enum.TryParse<EquipmentKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : (EquipmentKind?)null).ToList();
        if (needs.Contains(null)) body.Fault("needs", "没有这种装备。");
        return new(body.Has("kind") ? body.Enum<JobKind>("kind") : null, body.NullableText("title", 200), body.NullableText("township", 20), body.NullableText("address", 400), body.Texts("subjects", 0, 8, 20, required: false),
            body.Has("minutes") ? body.Whole("minutes", 0, 1000) : null, body.NullableText("window", 20), body.Has("urgency") ? body.Enum<JobUrgency>("urgency") : null, [.. needs.OfType<EquipmentKind>()]);
    }
}
