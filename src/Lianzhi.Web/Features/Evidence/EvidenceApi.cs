using System.Text.Json.Nodes;
using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Evidence;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;
using Microsoft.Net.Http.Headers;

namespace Lianzhi.Web.Features.Evidence;

/// <summary>Why sensitive evidence is opened.</summary>
public sealed record OpeningRequest(string? Reason = null);

/// <summary>A file of evidence as programs read it.</summary>
public sealed record EvidenceFileView(int Position, string Name, string MediaType, long Length, string Sm3, string Sha256, long? PlaysMilliseconds);

/// <summary>A step of custody as programs read it.</summary>
public sealed record CustodyView(CustodyAction Action, DateTimeOffset At, string Place, string Receiver, string Reason, string? Witness, IReadOnlyList<string> Officers);

/// <summary>Evidence as programs read it.</summary>
public sealed record EvidenceView(
    string Id, string CaseId, string? CaseNumber, long Version, int Number, EvidenceKind Kind, string Title, EvidenceSource Source, string? Provider, DateTimeOffset At, DateTimeOffset? Until,
    string Place, EvidenceAct? Act, EvidencePhase Phase, string Proves, bool Sensitive, string? KeptAt, string? LateReason, IReadOnlyList<string> Officers,
    IReadOnlyList<EvidenceFileView> Files, IReadOnlyList<CustodyView> Custody, ExclusionGround? Excluded, string? ExclusionReason, bool EndRead, SceneSketch? Sketch, CopyComparison? Compared)
{
    internal static EvidenceView Of(FoundEvidence found)
    {
        var (item, taken) = (found.Item, found.Item.Collected);
        return new(item.Id, found.State.Id, found.State.Number, found.State.Version, taken.Number, taken.Kind, taken.Title, taken.Source, taken.Provider, taken.At, taken.Until, taken.Place, taken.Act, taken.Phase,
            taken.Proves, taken.Sensitive, item.Place, taken.LateReason, [.. taken.Officers.Select(officer => officer.Name)],
            [.. taken.Files.Select((file, position) => new EvidenceFileView(position, file.Name, file.MediaType, file.Length, file.Sm3, file.Sha256, file.PlaysMilliseconds))],
            [.. item.Moves.Select(move => new CustodyView(move.Action, move.At, move.Place, move.Receiver, move.Reason, move.Witness, [.. move.Officers.Select(officer => officer.Name)]))],
            item.Excluded?.Ground, item.Excluded?.Reason, taken.EndRead, taken.Sketch, taken.Compared);
    }
}

/// <summary>Evidence for programs (证据接口).</summary>
internal static class EvidenceApi
{
    private const int LargestBody = 64 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/evidence", List).Uses(AccessTable.ListEvidence).Produces<PageOf<EvidenceLine>>().WithSummary("证据列表").WithDescription("Filters: case, kind; limit, after. Newest first.");
        api.MapPost("/evidence", Keep).Uses(AccessTable.KeepEvidence).Accepts<JsonObject>("application/json").Produces<EvidenceReceipt>(201)
            .WithSummary("登记证据").WithDescription("Members of the evidence, `case`, and `uploads`: ids of finished uploads. May carry version of the case.");
        api.MapGet("/evidence/{id}", async (string id, ReadEvidence read, CancellationToken cancel) => (await read.Run(id, cancel)).Answer(found => Results.Json(EvidenceView.Of(found), ApiJson.Options)))
            .Uses(AccessTable.ViewEvidence).Produces<EvidenceView>().WithSummary("查看证据").WithDescription("One piece with files and chain of custody.");
        api.MapPost("/evidence/{id}/custody", (string id, HttpContext http, MoveEvidenceOn move) => Take<MoveEvidence>(http, (version, command) => move.Run(id, version, command, http.RequestAborted)))
            .Uses(AccessTable.MoveEvidence).Accepts<MoveEvidence>("application/json").Produces<EvidenceReceipt>().WithSummary("登记证据流转").WithDescription("Keeping, handing over, return, disposal.");
        api.MapPost("/evidence/{id}/exclusion", (string id, HttpContext http, ExcludeEvidenceFrom exclude) => Take<ExcludeEvidence>(http, (version, command) => exclude.Run(id, version, command, http.RequestAborted)))
            .Uses(AccessTable.ExcludeEvidence).Accepts<ExcludeEvidence>("application/json").Produces<EvidenceReceipt>().WithSummary("排除证据").WithDescription("It stays in the record and proves nothing any more.");
        api.MapPost("/evidence/{id}/openings", async (string id, HttpContext http, ReadEvidence read) =>
        {
            var body = await http.Request.ReadRecord<OpeningRequest>(LargestBody);
            return body.IsOk ? (await read.Open(id, body.Value.Reason, http.RequestAborted)).Answer(ticket => Results.Json(ticket, ApiJson.Options, statusCode: 201)) : ProblemAnswers.Problem(body.Refusals);
        }).Uses(AccessTable.OpenEvidence).Accepts<OpeningRequest>("application/json").Produces<OpeningTicket>(201)
            .WithSummary("打开敏感证据").WithDescription("Records the reason, then answers a ticket for the content, valid for half an hour and for this account.");
        api.MapGet("/evidence/{id}/content", Content).Uses(AccessTable.ViewEvidence).WithSummary("证据内容")
            .WithDescription("The file; ranges for playback. file: its place, from 0; original=true with what the camera wrote; ticket from openings.");
        api.MapGet("/cases/{id}/recording", async (string id, ViewCase view, CaseEvidenceDesk desk, CancellationToken cancel) => (await view.Run(id, cancel)).Answer(found => Results.Json(
                new { items = RecordingTimeline.GapsOf(found.State, desk.Context().Facts.Recording).Select(gap => new { act = gap.Act.Kind, gap.Act.Index, gap.Act.Title, need = gap.Need, gap.From, gap.Until, gap.Text, gap.Basis }) }, ApiJson.Options)))
            .Uses(AccessTable.ViewCase).WithSummary("音像记录缺口").WithDescription("What the recording of each act lacks, and why it is required.");
    }

    private static async Task<IResult> List(HttpContext http, ListEvidence list)
    {
        var query = http.Request.Query;
        if (!ClueApi.TryEnum<EvidenceKind>(query["kind"], out var kind)) return ProblemAnswers.Problem([Refusal.Invalid("kind", "没有这个证据种类。")]);
        return (await list.Run(new EvidenceFilter(query["case"], kind, query["after"], query["limit"]), http.RequestAborted)).Answer();
    }

    private static async Task<IResult> Keep(HttpContext http, KeepEvidence keep)
    {
        var body = await http.Request.ReadRecord<JsonObject>(LargestBody);
        if (!body.IsOk) return ProblemAnswers.Problem(body.Refusals);
        if (body.Value["case"] is not JsonValue named || !named.TryGetValue<string>(out var caseId)) return ProblemAnswers.Problem([Refusal.Invalid("case", "请说明案件。")]);
        var uploads = new List<string>();
        if (body.Value["uploads"] is { } given)
        {
            if (given is not JsonArray list) return ProblemAnswers.Problem([Refusal.Invalid("uploads", "应为上传编号的列表。")]);
            foreach (var one in list)
            {
                if (one is not JsonValue value || !value.TryGetValue<string>(out var id)) return ProblemAnswers.Problem([Refusal.Invalid("uploads", "应为上传编号的列表。")]);
                uploads.Add(id);
            }
        }
        body.Value.Remove("case");
        body.Value.Remove("uploads");
        return await Take<CollectEvidence>(body.Value, (version, command) => keep.Run(caseId, version, command, uploads, http.RequestAborted), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Take<T>(HttpContext http, Func<long?, T, Task<Result<EvidenceReceipt>>> run) where T : class
    {
        var body = await http.Request.ReadRecord<JsonObject>(LargestBody);
        return body.IsOk ? await Take(body.Value, run, StatusCodes.Status200OK) : ProblemAnswers.Problem(body.Refusals);
    }

    private static async Task<IResult> Take<T>(JsonObject body, Func<long?, T, Task<Result<EvidenceReceipt>>> run, int status) where T : class
    {
        long? version = null;
        if (body["version"] is { } number)
        {
            if (number is not JsonValue value || !value.TryGetValue<long>(out var seen)) return ProblemAnswers.Problem([Refusal.Invalid("version", "版本应为整数。")]);
            version = seen;
        }
        body.Remove("version");
        var command = CommandReader.Read<T>(body);
        return command.IsOk ? (await run(version, command.Value)).Answer(receipt => Results.Json(receipt, ApiJson.Options, statusCode: status)) : ProblemAnswers.Problem(command.Refusals);
    }

    private static async Task<IResult> Content(string id, HttpContext http, ReadEvidence read)
    {
        var query = http.Request.Query;
        if (!int.TryParse(query["file"].FirstOrDefault() ?? "0", System.Globalization.NumberStyles.None, null, out var file)) return ProblemAnswers.Problem([Refusal.Invalid("file", "应为文件的序号，从0开始。")]);
        var range = http.Request.Headers.Range.ToString();
        var opened = await read.Content(id, file, query["original"] == "true", query["ticket"].FirstOrDefault(), range is "" or "bytes=0-", http.RequestAborted);
        if (!opened.IsOk) return ProblemAnswers.Problem(opened.Refusals);
        var content = opened.Value;
        // Whoever holds a copy of the page does not hold the evidence: nothing on the way keeps it.
        http.Response.Headers.CacheControl = "private, no-store";
        if (content.Shown && query["download"] != "true")
            http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileNameStar = content.Name }.ToString();
        return Results.Stream(content.Content, content.MediaType, content.Shown && query["download"] != "true" ? null : content.Name, null, new EntityTagHeaderValue($"\"{content.Tag}\""), enableRangeProcessing: true);
    }
}
