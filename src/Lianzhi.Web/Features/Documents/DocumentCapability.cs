using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Features.Documents.Templates;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Documents;

/// <summary>A paper as programs read it: the same content as the page and the DOCX.</summary>
/// <param name="Kind">Name of its kind.</param>
/// <param name="Title">Title.</param>
/// <param name="Number">Number; a placeholder before it is issued.</param>
/// <param name="UnitHead">Organ at the head.</param>
/// <param name="IsDraft">True while something has not happened yet.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Mark">核验编号; null while it has not gone out.</param>
/// <param name="Edition">版次.</param>
/// <param name="Standing">How it stands.</param>
public sealed record PaperView(string Kind, string Title, string? Number, string UnitHead, bool IsDraft, string Text, string? Mark, int? Edition, PaperStanding? Standing)
{
    internal static PaperView Of(ReadablePaper paper) => new(paper.Content.Kind.Name, paper.Content.Title, paper.Content.Number, paper.Content.UnitHead, paper.Content.IsDraft, paper.Content.Text(),
        paper.Issued?.Mark, paper.Issued?.Edition, paper.Issued?.Standing.Standing);
}

/// <summary>Official papers of cases as A4 pages, DOCX and text (文书).</summary>
public sealed class DocumentCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<ReadPaper>();
        services.AddScoped<ReadPictures>();
        services.AddScoped<ReadPhotoSheet>();
        services.AddScoped<PackCourtPapers>();
        services.AddScoped<AuditDossier>();
        services.AddScoped<PackArchive>();
        services.AddSingleton<PdfMaker>();
        services.AddScoped<OpenEvidenceFile>(provider => (file, cancel) => provider.GetRequiredService<FileStore>().Open(file.Sm3, cancel));
        services.AddScoped<PublicAddress>();
        services.AddScoped<PaperBook>();
        services.AddScoped<PaperShelf>();
        services.AddScoped<NumberBook>();
        services.AddScoped<ReadOverprint>();
        services.AddScoped<ListNumbers>();
        services.AddScoped<ReserveNumbers>();
        services.AddScoped<VoidNumber>();
        services.AddScoped<TemplateBook>();
        services.AddScoped<ListTemplates>();
        services.AddScoped<AddTemplate>();
        services.AddScoped<WithdrawTemplate>();
        services.AddScoped<FilesInUse>(provider => async (hashes, cancel) =>
            await provider.GetRequiredService<AppDb>().Set<TemplateRow>().Where(row => hashes.Contains(row.FileHash)).Select(row => row.FileHash).Distinct().ToListAsync(cancel));
        services.AddScoped<VerifyPaper>();
        services.AddScoped<ListCasePapers>();
        services.AddScoped<CaseProjected>(provider => provider.GetRequiredService<PaperBook>().Write);
        services.AddScoped<CaseErased>(provider => provider.GetRequiredService<PaperBook>().Erase);
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        model.Entity<IssuedPaperRow>(row =>
        {
            row.HasIndex(paper => new { paper.CaseId, paper.Kind, paper.Key, paper.Edition }).IsUnique();
            row.HasIndex(paper => paper.Number);
        });
        model.Entity<TemplateRow>().HasIndex(row => row.FileHash);
        model.Entity<PaperNumberRow>(row =>
        {
            row.HasIndex(number => number.Number);
            row.HasIndex(number => new { number.TakenOn, number.Id });
            row.HasIndex(number => new { number.Unit, number.TakenOn, number.Id });
            row.HasIndex(number => new { number.Kind, number.TakenOn, number.Id });
            row.HasIndex(number => new { number.Unit, number.Kind, number.TakenOn, number.Id });
            // Few are reserved, voided or no longer in force; those lists walk short indexes of their own.
            row.HasIndex(number => new { number.State, number.TakenOn, number.Id }).HasFilter("state <> 'Used'");
            row.HasIndex(number => new { number.Standing, number.TakenOn, number.Id }).HasFilter("standing <> 'InForce'");
        });
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api)
    {
        api.MapGet("/cases/{id}/audit", async (string id, AuditDossier audit, CancellationToken cancel) =>
            (await audit.Run(id, cancel)).Answer(found => Results.Json(AuditView.Of(found.Report), ApiJson.Options)))
            .Uses(AccessTable.AuditCase).Produces<AuditView>().WithSummary("案卷自查").WithDescription("Every check of the file with what it found; passed ones too.");
        api.MapPost("/public/papers/verify", (HttpContext http, VerifyPaper verify) => http.Request.Answer(VerifyRequest.Read, async body => (await verify.Run(body.Number, body.Code, http.RequestAborted)).Answer()))
            .Uses(AccessTable.VerifyPaper).RequireRateLimiting("verify").Accepts<VerifyRequest>("application/json").Produces<VerifiedPaper>().WithSummary("文书核验")
            .WithDescription("By mark, with personal data masked; with the check code, by mark or number, whole.");
        api.MapGet("/cases/{id}/issued-papers", async (string id, ListCasePapers list, CancellationToken cancel) => (await list.Run(id, cancel)).Answer(papers => Results.Json(new { items = papers }, ApiJson.Options)))
            .Uses(AccessTable.ReadCaseDocument).WithSummary("已制发文书").WithDescription("Papers of a case that have gone out, every edition, in the order of issue.");
        TemplateApi.Map(api);
        api.MapGet("/documents", List).Uses(AccessTable.ListNumbers).Produces<PageOf<NumberLine>>()
            .WithSummary("文号登记").WithDescription("Filters: unit, kind, year, from, to, state (used, reserved, voided), standing; limit, after. Newest first.");
        api.MapGet("/documents/runs", async (string? unit, int? year, ListNumbers list, TimeProvider time, CancellationToken cancel) =>
            (await list.Runs(unit ?? "", year ?? time.Today().Year, cancel)).Answer(runs => Results.Json(new { items = runs }, ApiJson.Options)))
            .Uses(AccessTable.ListNumbers).WithSummary("编号连续性").WithDescription("For each genre of a unit in a year: last serial, and what became of the numbers up to it.");
        api.MapPost("/documents/reservations", (HttpContext http, ReserveNumbers reserve) => http.Request.Answer(ReserveRequest.Read, async body =>
            (await reserve.Run(body.Unit, body.Device, body.Count, http.RequestAborted)).Answer(numbers => Results.Json(new { items = numbers }, ApiJson.Options, statusCode: 201))))
            .Uses(AccessTable.ReserveNumbers).Accepts<ReserveRequest>("application/json").WithSummary("预留文号").WithDescription("Reserves numbers of on-the-spot decisions for a device; a penalty made there gives one back as reservedNumber.");
        api.MapPost("/documents/{unit}/{genre}/{year:int}/{serial:int}/void", (string unit, string genre, int year, int serial, HttpContext http, VoidNumber step) => http.Request.Answer(VoidRequest.Read, async body =>
            (await step.Run(PaperNumberRow.IdOf(unit, genre, year, serial), body.Version, body.Reason, http.RequestAborted)).Answer(number => Results.Json(new { number }, ApiJson.Options))))
            .Uses(AccessTable.VoidNumber).Accepts<VoidRequest>("application/json").WithSummary("作废预留文号").WithDescription("Voids a reserved number that was not used.");
        api.MapGet("/cases/{id}/documents/{kind}", async (string id, string kind, int? index, ReadPaper read, CancellationToken cancel) =>
            (await read.Run(id, kind, index ?? 0, cancel)).Answer(paper => Results.Json(PaperView.Of(paper), ApiJson.Options)))
            .Uses(AccessTable.ReadCaseDocument).Produces<PaperView>().WithSummary("查看文书").WithDescription("One paper of a case as text.");
    }

    /// <inheritdoc/>
    public override void Routes(IEndpointRouteBuilder routes)
    {
        TemplateApi.Route(routes);
        routes.MapGet("/office/cases/{id}/court-package.zip", async (string id, PackCourtPapers pack, CancellationToken cancel) =>
            (await pack.Run(id, cancel)).Answer(package => Results.File(package.Bytes, "application/zip", package.Name)))
            .Uses(AccessTable.ReadCaseDocument);
        routes.MapGet("/office/cases/{id}/documents/{kind}/{index:int}.docx", async (string id, string kind, int index, ReadPaper read, TemplateBook templates, CancellationToken cancel) =>
            await templates.Answer(await read.Run(id, kind, index, cancel), cancel)).Uses(AccessTable.ReadCaseDocument);
        routes.MapGet("/office/cases/{id}/documents/{kind}/{index:int}.pdf", async (string id, string kind, int index, ReadPaper read, TemplateBook templates, PdfMaker pdf, CancellationToken cancel) =>
            await templates.Answer(await read.Run(id, kind, index, cancel), pdf, cancel)).Uses(AccessTable.ReadCaseDocument);
        routes.MapGet("/office/cases/{id}/photos.docx", async (string id, ReadPhotoSheet read, TemplateBook templates, CancellationToken cancel) =>
            await templates.Answer(await read.Run(id, cancel), cancel)).Uses(AccessTable.ReadCaseDocument);
        routes.MapGet("/office/cases/{id}/photos.pdf", async (string id, ReadPhotoSheet read, TemplateBook templates, PdfMaker pdf, CancellationToken cancel) =>
            await templates.Answer(await read.Run(id, cancel), pdf, cancel)).Uses(AccessTable.ReadCaseDocument);
        routes.MapGet("/office/cases/{id}/archive.zip", async (string id, PackArchive pack, CancellationToken cancel) =>
            (await pack.Run(id, cancel)).Answer(package => Results.Stream(package.Content, "application/zip", package.Name)))
            .Uses(AccessTable.PackArchive);
        routes.MapGet("/office/cases/{id}/archive.pdf", async (string id, PackArchive pack, CancellationToken cancel) =>
            (await pack.Whole(id, cancel)).Answer(package => Results.File(package.Bytes, PdfMaker.MediaType, package.Name)))
            .Uses(AccessTable.PackArchive);
    }

    private static async Task<IResult> List(HttpContext http, ListNumbers list)
    {
        var query = http.Request.Query;
        if (!ClueApi.TryEnum<NumberState>(query["state"], out var state)) return ProblemAnswers.Problem([Refusal.Invalid("state", "没有这种状态。")]);
        if (!ClueApi.TryEnum<PaperStanding>(query["standing"], out var standing)) return ProblemAnswers.Problem([Refusal.Invalid("standing", "没有这种效力状态。")]);
        int? year = null;
        if (query["year"] is [{ Length: > 0 } text] && (!int.TryParse(text, System.Globalization.NumberStyles.None, null, out var one) || one is < 1 or > 9998)) return ProblemAnswers.Problem([Refusal.Invalid("year", "年度应为四位数字。")]);
        else if (query["year"] is [{ Length: > 0 } good]) year = int.Parse(good, System.Globalization.CultureInfo.InvariantCulture);
        if (!DateFilter.TryRead(query["from"], out var from)) return ProblemAnswers.Problem([Refusal.Invalid("from", "日期格式应为 2026-03-05。")]);
        if (!DateFilter.TryRead(query["to"], out var to)) return ProblemAnswers.Problem([Refusal.Invalid("to", "日期格式应为 2026-03-05。")]);
        return (await list.Run(new NumberFilter(query["unit"], query["kind"], year, from, to, state, standing, query["after"], query["limit"]), http.RequestAborted)).Answer();
    }
}
