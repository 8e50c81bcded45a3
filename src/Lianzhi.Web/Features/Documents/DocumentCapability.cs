using Lianzhi.Core.Access;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Json;
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
    private const string Pdf = "application/pdf";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<ReadPaper>();
        services.AddScoped<PackCourtPapers>();
        services.AddScoped<AuditDossier>();
        services.AddScoped<PackArchive>();
        services.AddSingleton<PdfMaker>();
        services.AddScoped<OpenEvidenceFile>(provider => (file, _) => Task.FromResult(provider.GetRequiredService<FileStore>().Open(file.Sm3)));
        services.AddScoped<PublicAddress>();
        services.AddScoped<PaperBook>();
        services.AddScoped<VerifyPaper>();
        services.AddScoped<ListCasePapers>();
        services.AddScoped<CaseProjected>(provider => provider.GetRequiredService<PaperBook>().Write);
        services.AddScoped<CaseErased>(provider => provider.GetRequiredService<PaperBook>().Erase);
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model) => model.Entity<IssuedPaperRow>(row =>
    {
        row.HasIndex(paper => new { paper.CaseId, paper.Kind, paper.Key, paper.Edition }).IsUnique();
        row.HasIndex(paper => paper.Number);
    });

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
        api.MapGet("/cases/{id}/documents/{kind}", async (string id, string kind, int? index, ReadPaper read, CancellationToken cancel) =>
            (await read.Run(id, kind, index ?? 0, cancel)).Answer(paper => Results.Json(PaperView.Of(paper), ApiJson.Options)))
            .Uses(AccessTable.ReadCaseDocument).Produces<PaperView>().WithSummary("查看文书").WithDescription("One paper of a case as text.");
    }

    /// <inheritdoc/>
    public override void Routes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/office/cases/{id}/court-package.zip", async (string id, PackCourtPapers pack, CancellationToken cancel) =>
            (await pack.Run(id, cancel)).Answer(package => Results.File(package.Bytes, "application/zip", package.Name)))
            .Uses(AccessTable.ReadCaseDocument);
        routes.MapGet("/office/cases/{id}/documents/{kind}/{index:int}.docx", async (string id, string kind, int index, ReadPaper read, CancellationToken cancel) =>
            (await read.Run(id, kind, index, cancel)).Answer(paper => Results.File(WordDocument.Make(paper.Content, paper.Issued), Word, $"{paper.Content.Title}{paper.Content.Number}.docx")))
            .Uses(AccessTable.ReadCaseDocument);
        routes.MapGet("/office/cases/{id}/documents/{kind}/{index:int}.pdf", async (string id, string kind, int index, ReadPaper read, PdfMaker pdf, CancellationToken cancel) =>
        {
            var paper = await read.Run(id, kind, index, cancel);
            if (!paper.IsOk) return ProblemAnswers.Problem(paper.Refusals);
            return (await pdf.Convert([WordDocument.Make(paper.Value.Content, paper.Value.Issued)], cancel)).Answer(files => Results.File(files[0], Pdf, $"{paper.Value.Content.Title}{paper.Value.Content.Number}.pdf"));
        }).Uses(AccessTable.ReadCaseDocument);
        routes.MapGet("/office/cases/{id}/archive.zip", async (string id, PackArchive pack, CancellationToken cancel) =>
            (await pack.Run(id, cancel)).Answer(package => Results.Stream(package.Content, "application/zip", package.Name)))
            .Uses(AccessTable.PackArchive);
        routes.MapGet("/office/cases/{id}/archive.pdf", async (string id, PackArchive pack, CancellationToken cancel) =>
            (await pack.Whole(id, cancel)).Answer(package => Results.File(package.Bytes, Pdf, package.Name)))
            .Uses(AccessTable.PackArchive);
    }
}
