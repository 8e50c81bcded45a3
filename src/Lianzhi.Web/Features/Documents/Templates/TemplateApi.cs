using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Documents.Templates;

/// <summary>A template as a program brings it.</summary>
/// <param name="Kind">Name of the kind of paper, or <c>every</c>.</param>
/// <param name="From">First day.</param>
/// <param name="Reason">Why.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="File">The DOCX in Base64.</param>
public sealed record TemplateRequest(string? Kind, DateOnly? From, string? Reason, string? FileName, string? File)
{
    // Base64 takes four characters for three bytes.
    private const int LargestText = ((WordTemplate.Largest / 3) + 1) * 4;

    /// <summary>Bytes the body may have.</summary>
    public const int LargestBody = LargestText + 8192;

    internal static TemplateRequest Read(JsonMembers body) =>
        new(body.NullableText("kind", 40), body.NullableDate("from"), body.NullableText("reason", 400), body.NullableText("fileName", 200), body.NullableText("file", LargestText));

    internal Result<NewTemplate> ToTemplate()
    {
        var bytes = new byte[(File?.Length ?? 0) / 4 * 3];
        if (!Convert.TryFromBase64String(File ?? "", bytes, out var length)) return Refusal.Invalid("file", "应为 Base64 编码的 Word 文档（DOCX）。");
        return new NewTemplate(Kind, From, Reason, FileName, bytes[..length]);
    }
}

/// <summary>Templates over HTTP (文书模板接口).</summary>
internal static class TemplateApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/templates", async (ListTemplates list, CancellationToken cancel) => (await list.Run(cancel)).Answer(items => Results.Json(new { items }, ApiJson.Options)))
            .Uses(AccessTable.ListTemplates).WithSummary("文书模板").WithDescription("Every template there is or was, newest first.");
        api.MapPost("/templates", (HttpContext http, AddTemplate add) => http.Request.Answer(TemplateRequest.Read, async body =>
        {
            var brought = body.ToTemplate();
            if (!brought.IsOk) return ProblemAnswers.Problem(brought.Refusals);
            return (await add.Run(brought.Value, http.RequestAborted)).Answer(row => Results.Json(new { id = row.Id, sm3 = row.FileHash }, ApiJson.Options, statusCode: 201));
        }, TemplateRequest.LargestBody)).Uses(AccessTable.AddTemplate).Accepts<TemplateRequest>("application/json").WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(TemplateRequest.LargestBody))
            .WithSummary("更换文书模板").WithDescription("A DOCX with the tags of its kind, in force from a day on.");
        api.MapPost("/templates/{id}/withdraw", (string id, HttpContext http, WithdrawTemplate withdraw) => http.Request.Answer(VoidRequest.Read, async body =>
            (await withdraw.Run(id, body.Version, body.Reason, http.RequestAborted)).Answer(row => Results.Json(new { id = row.Id, to = row.To }, ApiJson.Options))))
            .Uses(AccessTable.WithdrawTemplate).Accepts<VoidRequest>("application/json").WithSummary("停用文书模板").WithDescription("From today on what stood before is in force again.");
    }

    public static void Route(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/office/templates/{id}.docx", async (string id, ListTemplates list, CancellationToken cancel) => Send(await list.File(id, cancel))).Uses(AccessTable.ListTemplates);
        routes.MapGet("/office/templates/starting/{kind}.docx", async (string kind, ListTemplates list, CancellationToken cancel) => Send(await list.Starting(kind, cancel))).Uses(AccessTable.ListTemplates);
    }

    private static IResult Send(Result<WordFile> file) => file.Answer(found => Results.File(found.Bytes, WordFile.MediaType, found.Name));
}
