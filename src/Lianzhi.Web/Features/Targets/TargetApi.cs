using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Tables;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Targets;

/// <summary>A target as programs read it.</summary>
public sealed record TargetRecord(
    string Id, string? CreditCode, string Name, string Address, string Township, string Block, decimal? Longitude, decimal? Latitude, IReadOnlyList<string> Sectors,
    RiskGrade Risk, string OpenDays, string Hours, TargetStatus Status, string? MergedInto, long Version)
{
    /// <summary>The record of a row.</summary>
    public static TargetRecord Of(TargetRow row) => new(row.Id, row.CreditCode, row.Name, row.Address, row.Township, row.Block, row.Longitude / 1_000_000m, row.Latitude / 1_000_000m,
        row.Sectors.Split('|', StringSplitOptions.RemoveEmptyEntries), row.Risk, row.OpenDays, row.Hours, row.Status, row.MergedInto, row.Version);
}

/// <summary>A target as programs send it; texts as in an import file.</summary>
public sealed record TargetRequest(
    string? CreditCode, string? Name, string? Address, string? Township, string? Block, string? Longitude, string? Latitude, string? Sectors, string? Risk, string? OpenDays, string? Hours, string? Status,
    long? Version, string? Reason)
{
    /// <summary>In the order of <see cref="TargetFile.Columns"/>.</summary>
    public IReadOnlyList<string> Cells => [CreditCode ?? "", Name ?? "", Address ?? "", Township ?? "", Block ?? "", Longitude ?? "", Latitude ?? "", Sectors ?? "", Risk ?? "", OpenDays ?? "", Hours ?? "", Status ?? ""];

    /// <summary>Takes the members of the body.</summary>
    internal static TargetRequest Read(JsonMembers body) => new(
        body.NullableText("creditCode", 40), body.NullableText("name", 1000), body.NullableText("address", 1000), body.NullableText("township", 40), body.NullableText("block", 200),
        body.NullableText("longitude", 40), body.NullableText("latitude", 40), body.NullableText("sectors", 400), body.NullableText("risk", 20), body.NullableText("openDays", 20),
        body.NullableText("hours", 40), body.NullableText("status", 20), body.Has("version") ? body.Version("version") : null, body.NullableText("reason", 1000));
}

/// <summary>A double to merge.</summary>
/// <param name="Twin">Id of the double.</param>
/// <param name="Version">Its version.</param>
/// <param name="Reason">Why.</param>
public sealed record MergeRequest(string? Twin, long Version, string? Reason)
{
    /// <summary>Takes the members of the body.</summary>
    internal static MergeRequest Read(JsonMembers body) => new(body.NullableText("twin", 26), body.Version("version"), body.NullableText("reason", 1000));
}

/// <summary>What an import found or did.</summary>
public sealed record TargetImportAnswer(int Count, int Added, int Changed);

/// <summary>Targets for programs.</summary>
internal static class TargetApi
{
    private const int LargestBody = 16 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/targets", List).Uses(AccessTable.ListTargets).Produces<PageOf<TargetRecord>>().WithSummary("检查对象").WithDescription("Targets, newest first; filters township, risk, status, q.");
        api.MapGet("/targets/{id}", async (ViewTarget view, string id, CancellationToken cancel) => (await view.Run(id, cancel)).Then<TargetRecord>(found => TargetRecord.Of(found.Target)).Answer())
            .Uses(AccessTable.ViewTarget).Produces<TargetRecord>().WithSummary("检查对象详情").WithDescription("One target.");
        api.MapPost("/targets", (HttpContext http, RegisterTarget register) => http.Request.Answer(TargetRequest.Read,
                async body => (await register.Run(body.Cells, http.RequestAborted)).Answer(id => Results.Json(new { id }, ApiJson.Options, statusCode: 201)), LargestBody))
            .Uses(AccessTable.RegisterTarget).Accepts<TargetRequest>("application/json").WithSummary("登记检查对象").WithDescription("Registers one target.");
        api.MapPut("/targets/{id}", (string id, HttpContext http, ChangeTarget change) => http.Request.Answer(TargetRequest.Read,
                async body => (await change.Run(id, body.Version, body.Cells, body.Reason, http.RequestAborted)).Answer(_ => Results.NoContent()), LargestBody))
            .Uses(AccessTable.ChangeTarget).Accepts<TargetRequest>("application/json").Produces(204).WithSummary("变更检查对象").WithDescription("Changes one target; version and reason are required.");
        api.MapPost("/targets/{id}/merge", (string id, HttpContext http, MergeTargets merge) => http.Request.Answer(MergeRequest.Read,
                async body => (await merge.Run(id, body.Twin, body.Version, body.Reason, http.RequestAborted)).Answer(_ => Results.NoContent()), LargestBody))
            .Uses(AccessTable.MergeTargets).Accepts<MergeRequest>("application/json").Produces(204).WithSummary("合并重复对象").WithDescription("The target of the address stays; the twin points to it from now on.");
        api.MapPost("/targets/import", Import).Uses(AccessTable.ImportTargets).Accepts<string>("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(TableStream.LargestFile))
            .Produces<TargetImportAnswer>().WithSummary("导入检查对象").WithDescription("The body is the file. With dryRun=true nothing is changed. A file with errors changes nothing and answers 400 with errors by cell.");
    }

    private static async Task<IResult> List(HttpContext http, ListTargets list)
    {
        var query = http.Request.Query;
        if (!ClueApi.TryEnum<RiskGrade>(query["risk"], out var risk)) return ProblemAnswers.Problem([Refusal.Invalid("risk", "风险等级应为 low、medium 或者 high。")]);
        if (!ClueApi.TryEnum<TargetStatus>(query["status"], out var status)) return ProblemAnswers.Problem([Refusal.Invalid("status", "状态应为 operating、suspended 或者 closed。")]);
        return (await list.Run(new TargetFilter(query["township"], risk, status, query["q"], query["after"], query["limit"]), http.RequestAborted))
            .Then<PageOf<TargetRecord>>(page => new PageOf<TargetRecord>([.. page.Items.Select(TargetRecord.Of)], page.Next)).Answer();
    }

    private static async Task<IResult> Import(HttpContext http, ImportTargets import, string? source, bool? dryRun)
    {
        await using var copy = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose);
        await http.Request.Body.CopyToAsync(copy, http.RequestAborted);
        return (await import.Run(copy, source, dryRun ?? false, http.RequestAborted)).Answer(done => done.FaultCount > 0
            ? ProblemAnswers.Problem([.. done.Faults.Select(fault => Refusal.Invalid(fault.Cell.Length > 0 ? fault.Cell : "file", $"{fault.Column}：{fault.Message}"))])
            : Results.Json(new TargetImportAnswer(done.Count, done.Added, done.Changed), ApiJson.Options));
    }
}
