using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Operations;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Operations;

/// <summary>A line of the list of operations.</summary>
public sealed record OperationLine(string Id, OperationKind Kind, OperationStage Stage, string Area, string Title, DateOnly? Day, string Leader, long Version)
{
    /// <summary>The line of a row.</summary>
    internal static OperationLine Of(OperationRow row) => new(row.Id, row.Kind, row.Stage, row.Area, row.Title, row.Day, row.Leader, row.Version);
}

/// <summary>A person of an operation as programs read him.</summary>
public sealed record OperationPersonRecord(string Officer, string Name, string Home, string ActsFor, bool? Present, string? Absent);

/// <summary>An operation as programs read it.</summary>
public sealed record OperationRecord(
    string Id, OperationKind Kind, OperationStage Stage, OperationStep? Next, string Title, IReadOnlyList<string> Townships, string Reason, string Handler, DateOnly? ReplyDueOn, string Leader, DateOnly? Day, string? Gathering, string? Tasks,
    DateOnly? OrderedOn, string? Summary, IReadOnlyList<OperationUnit> Units, IReadOnlyList<OperationPersonRecord> People, IReadOnlyList<string> Able, IReadOnlyList<string> Gear, long Version)
{
    /// <summary>The record of what a page shows.</summary>
    internal static OperationRecord Of(OperationView view) => new(view.Row.Id, view.Row.Kind, view.Row.Stage, OperationFlow.Next(view.File), view.Row.Title, view.Row.Townships.Split('|'), view.Row.Reason, view.Row.Handler, view.Row.ReplyDueOn,
        view.Row.Leader, view.Row.Day, view.Row.Gathering, view.Row.Tasks, view.Row.OrderedOn, view.Row.Summary, view.File.Units,
        [.. view.File.People.Select(person => new OperationPersonRecord(person.Officer.Id, person.Officer.Name, person.Officer.Unit, person.ActsFor, person.Present, person.Absent))], OperationFlow.Able(view.File), view.Booked, view.Row.Version);
}

/// <summary>An operation to open, as programs send it.</summary>
public sealed record OperationRequest(OperationKind? Kind, string? Title, string? Reason, IReadOnlyList<string> Townships, IReadOnlyList<string> Units, string? Handler, DateOnly? ReplyDueOn, string? Clue)
{
    /// <summary>Takes the members of the body.</summary>
    internal static OperationRequest Read(JsonMembers body) => new(body.Has("kind") ? body.Enum<OperationKind>("kind") : null, body.NullableText("title", 200), body.NullableText("reason", 1000), body.Texts("townships", 0, 20, 20, required: false),
        body.Texts("units", 0, 40, 20, required: false), body.NullableText("handler", 20), body.NullableDate("replyDueOn"), body.NullableText("clue", 26));

    /// <summary>As the use case takes it.</summary>
    internal OperationToOpen ToOpen() => new(Kind, Title, Reason, Townships, Units, Handler, ReplyDueOn, Clue);
}

/// <summary>What a step of an operation needs; members that the step does not use are left out.</summary>
public sealed record OperationStepRequest(
    long? Version, string? Unit, bool? Agrees, string? Text, DateOnly? Day, string? Gathering, string? Tasks, string? Equipment, string? Safety, string? Helpers, IReadOnlyList<PersonToSend> People, IReadOnlyList<string> Present, string? Absent, string? Late,
    string? Result, int? Inspected, int? Found, string? Summary, string? Reason, IReadOnlyList<string>? Gear = null)
{
    /// <summary>Takes the members of the body.</summary>
    internal static OperationStepRequest Read(JsonMembers body) => new(body.Has("version") ? body.Version("version") : null, body.NullableText("unit", 20), body.Has("agrees") ? body.Bool("agrees") : null, body.NullableText("text", 1000),
        body.NullableDate("day"), body.NullableText("gathering", 400), body.NullableText("tasks", 4000), body.NullableText("equipment", 1000), body.NullableText("safety", 1000), body.NullableText("helpers", 1000),
        body.List("people", 0, 200, person => new PersonToSend(person.Text("officer", 26, 1), person.Text("actsFor", 20, 1)), required: false), body.Texts("present", 0, 200, 26, required: false), body.NullableText("absent", 400), body.NullableText("late", 400),
        body.NullableText("result", 2000), body.Has("inspected") ? body.Whole("inspected", 0, 9999) : null, body.Has("found") ? body.Whole("found", 0, 9999) : null, body.NullableText("summary", 4000), body.NullableText("reason", 1000),
        body.Has("gear") ? body.Texts("gear", 0, 50, 26) : null);
}

/// <summary>Operations for programs.</summary>
internal static class OperationApi
{
    private const int LargestBody = 64 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/operations", async (HttpContext http, ListOperations list) =>
        {
            if (!ClueApi.TryEnum<OperationKind>(http.Request.Query["kind"], out var kind)) return ProblemAnswers.Problem([Refusal.Invalid("kind", "没有这个类别。")]);
            if (!ClueApi.TryEnum<OperationStage>(http.Request.Query["stage"], out var stage)) return ProblemAnswers.Problem([Refusal.Invalid("stage", "没有这个环节。")]);
            return (await list.Run(kind, stage, http.Request.Query["limit"], http.Request.Query["after"], http.RequestAborted)).Then<PageOf<OperationLine>>(page => new PageOf<OperationLine>([.. page.Items.Select(OperationLine.Of)], page.Next)).Answer();
        }).Uses(AccessTable.ListOperations).Produces<PageOf<OperationLine>>().WithSummary("联合行动").WithDescription("Joint operations, newest first; filters kind and stage.");
        api.MapGet("/operations/{id}", async (ViewOperation view, string id, CancellationToken cancel) => (await view.Run(id, cancel)).Then<OperationRecord>(found => OperationRecord.Of(found)).Answer())
            .Uses(AccessTable.ViewOperation).Produces<OperationRecord>().WithSummary("联合行动详情").WithDescription("One operation with units, people and results.");
        api.MapPost("/operations/arrange", (HttpContext http, OpenOperation open) => Open(http, open, OperationKind.AcrossTownships)).Uses(AccessTable.ArrangeOperation).Accepts<OperationRequest>("application/json").WithSummary("片长安排联片联合执法").WithDescription("Arranges a joint operation across townships.");
        api.MapPost("/operations/open-simple", (HttpContext http, OpenOperation open) => Open(http, open, OperationKind.Simple)).Uses(AccessTable.OpenSimpleOperation).Accepts<OperationRequest>("application/json").WithSummary("简易联动").WithDescription("Begins a simple joint action of one township.");
        Step<ReplyToOperation>("reply", AccessTable.ReplyToOperation, (step, id, body, cancel) => step.Run(id, body.Unit, body.Agrees, body.Text, cancel));
        Step<PlanOperation>("plan", AccessTable.PlanOperation, (step, id, body, cancel) => step.Run(id, body.Version, new(body.Day, body.Gathering, body.Tasks, body.Equipment, body.Safety, body.Helpers, body.People) { Gear = body.Gear }, cancel));
        Step<OrderOperation>("order", AccessTable.OrderOperation, (step, id, body, cancel) => step.Run(id, body.Version, cancel));
        Step<SignInOperation>("sign-in", AccessTable.SignInOperation, (step, id, body, cancel) => step.Run(id, body.Version, body.Present, body.Absent, body.Late, cancel));
        Step<ReportOperation>("report", AccessTable.ReportOperation, (step, id, body, cancel) => step.Run(id, body.Unit, body.Result, body.Inspected, body.Found, cancel));
        Step<SumUpOperation>("sum-up", AccessTable.SumUpOperation, (step, id, body, cancel) => step.Run(id, body.Version, body.Summary, cancel));
        Step<CancelOperation>("cancel", AccessTable.CancelOperation, (step, id, body, cancel) => step.Run(id, body.Version, body.Reason, cancel));

        void Step<T>(string name, UseCase useCase, Func<T, string, OperationStepRequest, CancellationToken, Task<Result<string>>> run) where T : notnull =>
            api.MapPost($"/operations/{{id}}/{name}", (string id, HttpContext http, T step) => http.Request.Answer(OperationStepRequest.Read,
                    async body => (await run(step, id, body, http.RequestAborted)).Answer(done => Results.Json(new { id = done }, ApiJson.Options)), LargestBody))
                .Uses(useCase).Accepts<OperationStepRequest>("application/json").WithSummary(useCase.Title).WithDescription($"Does {useCase.Name}.");
    }

    private static Task<IResult> Open(HttpContext http, OpenOperation open, OperationKind kind) => http.Request.Answer(OperationRequest.Read,
        async body => (await open.Run((body with { Kind = kind }).ToOpen(), http.RequestAborted)).Answer(id => Results.Json(new { id }, ApiJson.Options, statusCode: 201)), LargestBody);
}
