using System.Text.Json;
using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Clues;

/// <summary>A complaint as a program sends it.</summary>
public sealed record ComplaintRequest(
    string? Category, string? Description, string? Township, string? Address, string? Occurred, bool Named, string? Name, string? Phone, bool Confidential,
    IReadOnlyList<string> Photos, bool Truthful)
{
    /// <summary>Takes the members of the body.</summary>
    internal static ComplaintRequest Read(JsonMembers body) => new(
        body.NullableText("category", 40), body.NullableText("description", 4000), body.NullableText("township", 20), body.NullableText("address", 1000), body.NullableText("occurred", 1000),
        body.Bool("named", false), body.NullableText("name", 200), body.NullableText("phone", 40), body.Bool("confidential", true),
        body.Texts("photos", 0, ComplaintChecks.MostPhotos, 2000, required: false), body.Bool("truthful", false));

    /// <summary>As the rules read it.</summary>
    public Complaint ToComplaint() => new(Category, Description, Township, Address, Occurred, Named, Name, Phone, Confidential);
}

/// <summary>What who sent it keeps.</summary>
public sealed record ComplaintAnswer(string Number, string? Code, string Body, DateOnly DueOn);

/// <summary>Number and query code.</summary>
public sealed record ProgressRequest(string? Number, string? Code)
{
    /// <summary>Takes the members of the body.</summary>
    internal static ProgressRequest Read(JsonMembers body) => new(body.NullableText("number", 40), body.NullableText("code", 40));
}

/// <summary>A photo that waits to be sent with a complaint.</summary>
/// <param name="Photo">Its token, valid for a day.</param>
public sealed record PhotoAnswer(string Photo);

/// <summary>A clue registered by hand.</summary>
public sealed record RegisterRequest(
    ClueSource? Source, string? Category, string? Item, string? Description, string? Township, string? Address, string? Occurred,
    string? ReporterName, string? ReporterPhone, bool Confidential, IReadOnlyList<string> Photos)
{
    /// <summary>Takes the members of the body.</summary>
    internal static RegisterRequest Read(JsonMembers body) => new(
        body.Has("source") ? body.Enum<ClueSource>("source") : null, body.NullableText("category", 40), body.NullableText("item", 40), body.NullableText("description", 4000),
        body.NullableText("township", 20), body.NullableText("address", 1000), body.NullableText("occurred", 1000), body.NullableText("reporterName", 200),
        body.NullableText("reporterPhone", 40), body.Bool("confidential", true), body.Texts("photos", 0, ComplaintChecks.MostPhotos, 2000, required: false));

    /// <summary>As the rules read it.</summary>
    public Complaint ToComplaint() =>
        new(Category, Description, Township, Address, Occurred, ReporterName is not null || ReporterPhone is not null, ReporterName, ReporterPhone, Confidential);
}

/// <summary>A decision on a clue; members that the step does not use are left out.</summary>
public sealed record ClueStepRequest(
    long Version, string? Reason, RejectGround? Ground, string? To, string? Outside, bool CrossesTownships, bool MajorOrComplex,
    string? Township, string? Item, string? Outcome, string? Answer)
{
    /// <summary>Takes the members of the body.</summary>
    internal static ClueStepRequest Read(JsonMembers body) => new(
        body.Version("version"), body.NullableText("reason", 1000), body.Has("ground") ? body.Enum<RejectGround>("ground") : null, body.NullableText("to", 40), body.NullableText("outside", 100),
        body.Bool("crossesTownships", false), body.Bool("majorOrComplex", false), body.NullableText("township", 20), body.NullableText("item", 40),
        body.NullableText("outcome", 1000), body.NullableText("answer", 2000));
}

/// <summary>Complaints and clues for programs (投诉举报和线索接口).</summary>
internal static class ClueApi
{
    private const int LargestBody = 64 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/public/complaints", Send).Uses(AccessTable.SendComplaint).RequireRateLimiting("public-write")
            .Accepts<ComplaintRequest>("application/json").Produces<ComplaintAnswer>(201).WithSummary("投诉举报").WithDescription("Sends a complaint; answers number and query code. The code is shown once.");
        api.MapPost("/public/complaints/photos", Stage).Uses(AccessTable.SendComplaint).RequireRateLimiting("public-write")
            .Produces<PhotoAnswer>().WithSummary("上传投诉照片").WithDescription("The body is one JPEG, PNG or WebP of at most 10 MB; answers a token for the complaint.");
        api.MapPost("/public/complaints/progress", Progress).Uses(AccessTable.FindProgress).RequireRateLimiting("public-write")
            .Accepts<ProgressRequest>("application/json").Produces<ProgressView>().WithSummary("查询办理进度").WithDescription("By number and query code.");

        api.MapGet("/clues", (HttpContext http, ListClues list) => List(http, list, null)).Uses(AccessTable.ListClues).Produces<PageOf<ClueLine>>()
            .WithSummary("线索列表").WithDescription("Filters: state, source, township, q; sort: new or due; limit, after.");
        api.MapGet("/complaints", (HttpContext http, ListClues list) => List(http, list, ClueSource.PublicComplaint)).Uses(AccessTable.ListClues).Produces<PageOf<ClueLine>>()
            .WithSummary("投诉举报列表").WithDescription("The clues the public sent.");
        api.MapPost("/clues", Register).Uses(AccessTable.RegisterClue).Accepts<RegisterRequest>("application/json").Produces<ClueView>(201).WithSummary("登记线索").WithDescription("Registers a clue by hand.");
        api.MapGet("/clues/{id}", async (string id, ViewClue view, CancellationToken cancel) => (await view.Run(id, cancel)).Answer())
            .Uses(AccessTable.ViewClue).Produces<ClueView>().WithSummary("查看线索").WithDescription("One clue; who reported is masked.");
        api.MapGet("/clues/{id}/photos/{position:int}", async (string id, int position, ViewPhoto view, CancellationToken cancel) =>
            (await view.Run(id, position, cancel)).Answer(photo => Results.Stream(photo.Content, photo.MediaType)))
            .Uses(AccessTable.ViewClue).WithSummary("查看线索照片").WithDescription("The photo itself.");
        MapSteps(api);
    }

    private static void MapSteps(IEndpointRouteBuilder api)
    {
        Step<AmendClue>("amend", AccessTable.AmendClue, (step, id, body, cancel) => step.Run(id, body.Version, body.Township, body.Item, body.Reason, cancel));
        Step<AcceptClue>("accept", AccessTable.AcceptClue, (step, id, body, cancel) => step.Run(id, body.Version, cancel));
        Step<RejectClue>("reject", AccessTable.RejectClue, (step, id, body, cancel) => step.Run(id, body.Version, body.Ground, body.Reason, cancel));
        Step<TransferClue>("transfer", AccessTable.TransferClue, (step, id, body, cancel) => step.Run(id, body.Version, body.To, body.Outside, body.Reason, cancel));
        Step<ReportClue>("report", AccessTable.ReportClue, (step, id, body, cancel) => step.Run(id, body.Version, body.CrossesTownships, body.MajorOrComplex, body.Reason, cancel));
        Step<ArrangeClue>("arrange", AccessTable.ArrangeClue, (step, id, body, cancel) => step.Run(id, body.Version, body.To, body.Reason, cancel));
        Step<CloseClue>("close", AccessTable.CloseClue, (step, id, body, cancel) => step.Run(id, body.Version, body.Outcome, cancel));
        Step<AnswerClueMeanwhile>("answer-meanwhile", AccessTable.AnswerClueMeanwhile, (step, id, body, cancel) => step.Run(id, body.Version, body.Answer, cancel));
        Step<AnswerClue>("answer", AccessTable.AnswerClue, (step, id, body, cancel) => step.Run(id, body.Version, body.Answer, cancel));

        void Step<T>(string name, UseCase useCase, Func<T, string, ClueStepRequest, CancellationToken, Task<Result<string>>> run) where T : notnull =>
            api.MapPost($"/clues/{{id}}/{name}", (string id, HttpContext http, T step) => http.Request.Answer(ClueStepRequest.Read,
                    async body => (await run(step, id, body, http.RequestAborted)).Answer(done => Results.Json(new { id = done }, ApiJson.Options)), LargestBody))
                .Uses(useCase).Accepts<ClueStepRequest>("application/json").WithSummary(useCase.Title).WithDescription($"Does {useCase.Name}.");
    }

    private static Task<IResult> Send(HttpContext http, SendComplaint send, StagedPhotos staged) => http.Request.Answer(ComplaintRequest.Read, async body =>
    {
        var photos = Photos(body.Photos, staged);
        if (!photos.IsOk) return ProblemAnswers.Problem(photos.Refusals);
        return (await send.Run(body.ToComplaint(), photos.Value, body.Truthful, http.RequestAborted))
            .Answer(receipt => Results.Json(new ComplaintAnswer(receipt.Number, receipt.Code, receipt.Body, receipt.DueOn), ApiJson.Options, statusCode: 201));
    }, LargestBody);

    private static async Task<IResult> Stage(HttpContext http, StagedPhotos staged)
    {
        if (http.Request.ContentLength is not { } length) return ProblemAnswers.Problem([Refusal.Invalid("photos", "请说明照片的大小（Content-Length）。")]);
        if (length > FileStore.LargestPhoto) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        return (await staged.Stage(http.Request.Body, length, http.RequestAborted)).Answer(token => Results.Json(new PhotoAnswer(token), ApiJson.Options));
    }

    private static Task<IResult> Progress(HttpContext http, FindProgress find) =>
        http.Request.Answer(ProgressRequest.Read, async body => (await find.Run(body.Number, body.Code, http.RequestAborted)).Answer(), LargestBody);

    private static Task<IResult> Register(HttpContext http, RegisterClue register, StagedPhotos staged) => http.Request.Answer(RegisterRequest.Read, async body =>
    {
        var photos = Photos(body.Photos, staged);
        if (!photos.IsOk) return ProblemAnswers.Problem(photos.Refusals);
        var registered = await register.Run(body.Source, body.ToComplaint(), body.Item, photos.Value, http.RequestAborted);
        return (registered.IsOk ? registered : Result<ClueReceipt>.Refused([.. registered.Refusals.Select(Named)]))
            .Answer(receipt => Results.Json(new { id = receipt.Id, number = receipt.Number }, ApiJson.Options, statusCode: 201));
    }, LargestBody);

    /// <summary>The rules speak of name and phone; here they are the reporter's.</summary>
    private static Refusal Named(Refusal refusal) => refusal.Field switch
    {
        "phone" => refusal with { Field = "reporterPhone" },
        "name" => refusal with { Field = "reporterName" },
        _ => refusal,
    };

    private static async Task<IResult> List(HttpContext http, ListClues list, ClueSource? source)
    {
        var query = http.Request.Query;
        if (!TryEnum<ClueState>(query["state"], out var state)) return ProblemAnswers.Problem([Refusal.Invalid("state", "没有这个状态。")]);
        if (!TryEnum<ClueSource>(query["source"], out var asked)) return ProblemAnswers.Problem([Refusal.Invalid("source", "没有这个来源。")]);
        return (await list.Run(new ClueFilter(state, source ?? asked, query["township"], query["q"], query["sort"], query["after"], query["limit"]), http.RequestAborted)).Answer();
    }

    /// <summary>Reads one of the names of an enumeration in camelCase; absent is null.</summary>
    internal static bool TryEnum<T>(string? text, out T? value) where T : struct, Enum
    {
        value = null;
        if (string.IsNullOrEmpty(text)) return true;
        foreach (var candidate in Enum.GetValues<T>())
            if (JsonNamingPolicy.CamelCase.ConvertName(candidate.ToString()) == text) value = candidate;
        return value is not null;
    }

    private static Result<IReadOnlyList<StoredFile>> Photos(IReadOnlyList<string> tokens, StagedPhotos staged)
    {
        var photos = tokens.Select(staged.Find).ToList();
        return photos.Contains(null) ? Refusal.Invalid("photos", "照片不存在或者已超过一天，请重新上传。") : photos.OfType<StoredFile>().ToList();
    }

    /// <summary>Reads a body into a record that its own reader checks further.</summary>
    internal static Task<Result<T>> Read<T>(HttpContext http) where T : class => http.Request.ReadRecord<T>(LargestBody);
}
