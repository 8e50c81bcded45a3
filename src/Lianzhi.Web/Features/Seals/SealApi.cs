using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Seals;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Seals;

/// <summary>A request for the seal as programs read it.</summary>
public sealed record SealRecord(
    string Id, string Number, string Unit, string UnitName, string Paper, string FileId, bool OfInspection, string? FileNumber, string Kind, string Title, string? PaperNumber, int Edition, DateOnly IssuedOn, string Digest,
    int Copies, bool Straddle, string? Purpose, string AskedBy, DateTimeOffset AskedAt, SealStage Stage, bool SignedBefore, string? SignedBy, string? SignerPost, DateOnly? SignedOn, DateTimeOffset? ReadyAt,
    string? ReturnedBy, DateTimeOffset? ReturnedAt, string? ReturnReason, DateTimeOffset? UsedAt, int? UsedCopies, bool? UsedStraddle, int? Spoilt, string? SpoiltReason, string? TakenBy, string? Keeper, long Version)
{
    /// <summary>The record of a row.</summary>
    public static SealRecord Of(SealRequestRow row) => new(row.Id, row.Number, row.Unit, row.UnitName, row.Paper, row.FileId, row.OfInspection, row.FileNumber, DocumentKinds.Of(row.Kind).Name, row.Title, row.PaperNumber,
        row.Edition, row.IssuedOn, row.Digest, row.Copies, row.Straddle, row.Purpose, row.AskerName, row.AskedAt, row.Stage, row.SignedBefore, row.SignerName, row.SignerPost, row.SignedOn, row.ReadyAt,
        row.ReturnedBy, row.ReturnedAt, row.ReturnReason, row.UsedAt, row.UsedCopies, row.UsedStraddle, row.Spoilt, row.SpoiltReason, row.TakenBy, row.KeeperName, row.Version);
}

/// <summary>Which version was seen.</summary>
public sealed record SealVersionRequest(long Version);

/// <summary>Why a request is returned.</summary>
public sealed record ReturnSealRequest(long Version, string? Reason);

/// <summary>What the keeper writes down.</summary>
public sealed record RegisterSealRequest(long Version, DateTimeOffset? At, int? Copies, bool Straddle, int? Spoilt, string? SpoiltReason, string? TakenBy);

/// <summary>The register of the seal for programs.</summary>
internal static class SealApi
{
    private const int LargestBody = 8 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/seals", List).Uses(AccessTable.ListSeals).Produces<PageOf<SealRecord>>()
            .WithSummary("用印登记").WithDescription("Filters: unit, stage (requested, approved, sealed, returned), kind, from, to; limit, after. Newest first.");
        api.MapGet("/seals/{id}", async (string id, ViewSeal view, CancellationToken cancel) => (await view.Run(id, cancel)).Then<SealRecord>(row => SealRecord.Of(row)).Answer())
            .Uses(AccessTable.ViewSeal).Produces<SealRecord>().WithSummary("查看用印单").WithDescription("One request for the seal.");
        api.MapPost("/seals", (HttpContext http, AskSeal ask) => http.Request.Answer(
                body => new NewSeal(body.NullableText("paper", 40), Count(body, "copies"), body.Bool("straddle", absent: false), body.NullableText("purpose", 400)),
                async body => (await ask.Run(body, http.RequestAborted)).Answer(id => Results.Json(new { id }, ApiJson.Options, statusCode: 201)), LargestBody))
            .Uses(AccessTable.RequestSeal).Accepts<NewSeal>("application/json").WithSummary("申请用印").WithDescription("Asks for the seal on an issued paper, named by its mark. What the head signed goes to the keeper at once, any other waits for the head.");
        Act("approve", AccessTable.ApproveSeal, body => new SealVersionRequest(body.Version("version")), (ApproveSeal act, string id, SealVersionRequest body, CancellationToken cancel) => act.Run(id, body.Version, cancel));
        Act("return", AccessTable.ReturnSeal, body => new ReturnSealRequest(body.Version("version"), body.NullableText("reason", 400)), (ReturnSeal act, string id, ReturnSealRequest body, CancellationToken cancel) => act.Run(id, body.Version, body.Reason, cancel));
        Act("register", AccessTable.RegisterSeal, body => new RegisterSealRequest(body.Version("version"), body.NullableInstant("at"), Count(body, "copies"), body.Bool("straddle", absent: false), Count(body, "spoilt"), body.NullableText("spoiltReason", 400), body.NullableText("takenBy", 200)),
            (RegisterSeal act, string id, RegisterSealRequest body, CancellationToken cancel) => act.Run(id, body.Version, new(body.At, body.Copies, body.Straddle, body.Spoilt, body.SpoiltReason, body.TakenBy), cancel));

        void Act<TAct, TBody>(string name, UseCase useCase, Func<JsonMembers, TBody> read, Func<TAct, string, TBody, CancellationToken, Task<Result<string>>> run) where TAct : notnull where TBody : class =>
            api.MapPost($"/seals/{{id}}/{name}", (string id, HttpContext http, TAct act) => http.Request.Answer(read, async body => (await run(act, id, body, http.RequestAborted)).Answer(done => Results.Json(new { id = done }, ApiJson.Options)), LargestBody))
                .Uses(useCase).Accepts<TBody>("application/json").WithSummary(useCase.Title).WithDescription($"Does {useCase.Name}.");
    }

    private static async Task<IResult> List(HttpContext http, ListSeals list)
    {
        var query = http.Request.Query;
        if (!ClueApi.TryEnum<SealStage>(query["stage"], out var stage)) return ProblemAnswers.Problem([Refusal.Invalid("stage", "没有这种状态。")]);
        if (!DateFilter.TryRead(query["from"], out var from)) return ProblemAnswers.Problem([Refusal.Invalid("from", "日期格式应为 2026-03-05。")]);
        if (!DateFilter.TryRead(query["to"], out var to)) return ProblemAnswers.Problem([Refusal.Invalid("to", "日期格式应为 2026-03-05。")]);
        return (await list.Run(new SealFilter(query["unit"], stage, query["kind"], from, to, query["after"], query["limit"]), http.RequestAborted))
            .Then<PageOf<SealRecord>>(page => new PageOf<SealRecord>([.. page.Items.Select(SealRecord.Of)], page.Next)).Answer();
    }

    private static int? Count(JsonMembers body, string name) => body.Has(name) ? body.Whole(name, 0, 10_000) : null;
}
