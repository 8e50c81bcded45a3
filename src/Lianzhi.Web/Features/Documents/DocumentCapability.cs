using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Documents;

/// <summary>A paper as programs read it: the same content as the page and the DOCX.</summary>
/// <param name="Kind">Name of its kind.</param>
/// <param name="Title">Title.</param>
/// <param name="Number">Number; a placeholder before it is issued.</param>
/// <param name="UnitHead">Organ at the head.</param>
/// <param name="IsDraft">True while something has not happened yet.</param>
/// <param name="Text">The whole text.</param>
public sealed record PaperView(string Kind, string Title, string? Number, string UnitHead, bool IsDraft, string Text);

/// <summary>Official papers of cases as A4 pages, DOCX and text (文书).</summary>
public sealed class DocumentCapability : Capability
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<ReadPaper>();
        services.AddScoped<PackCourtPapers>();
        services.AddScoped<AuditDossier>();
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api)
    {
        api.MapGet("/cases/{id}/audit", async (string id, AuditDossier audit, CancellationToken cancel) =>
            (await audit.Run(id, cancel)).Answer(found => Results.Json(AuditView.Of(found.Report), ApiJson.Options)))
            .Uses(AccessTable.AuditCase).Produces<AuditView>().WithSummary("案卷自查").WithDescription("Every check of the file with what it found; passed ones too.");
        api.MapGet("/cases/{id}/documents/{kind}", async (string id, string kind, int? index, ReadPaper read, CancellationToken cancel) =>
            (await read.Run(id, kind, index ?? 0, cancel)).Answer(paper => Results.Json(
                new PaperView(paper.Kind.Name, paper.Title, paper.Number, paper.UnitHead, paper.IsDraft, paper.Text()), ApiJson.Options)))
            .Uses(AccessTable.ReadCaseDocument).Produces<PaperView>().WithSummary("查看文书").WithDescription("One paper of a case as text.");
    }

    /// <inheritdoc/>
    public override void Routes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/office/cases/{id}/court-package.zip", async (string id, PackCourtPapers pack, CancellationToken cancel) =>
            (await pack.Run(id, cancel)).Answer(package => Results.File(package.Bytes, "application/zip", package.Name)))
            .Uses(AccessTable.ReadCaseDocument);
        routes.MapGet("/office/cases/{id}/documents/{kind}/{index:int}.docx", async (string id, string kind, int index, ReadPaper read, CancellationToken cancel) =>
            (await read.Run(id, kind, index, cancel)).Answer(paper => Results.File(WordDocument.Make(paper), Word, $"{paper.Title}{paper.Number}.docx")))
            .Uses(AccessTable.ReadCaseDocument);
    }
}

/// <summary>Reads one paper of a case (查看文书).</summary>
public sealed class ReadPaper(ViewCase view, CaseDesk desk)
{
    /// <summary>Its content.</summary>
    /// <param name="id">The case.</param>
    /// <param name="kind">Name of the kind.</param>
    /// <param name="index">Which of the kind, from 0.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<Core.Result<DocumentContent>> Run(string id, string kind, int index, CancellationToken cancel) =>
        (await view.ForDocuments(id, cancel)).Then<DocumentContent>(state =>
            DocumentKinds.Find(kind) is { } found && CaseDocuments.Content(state, found.Code, index) is { } content ? Official(state, content, index) : Core.Refusal.NotFound("本案没有这份文书。"));

    /// <summary>Where number and seal come from the provincial platform, only its number stands on a paper that goes out.</summary>
    private DocumentContent Official(CaseState state, DocumentContent content, int index)
    {
        if (content.Kind is not { Outside: true, Genre: not null }) return content;
        if (state.Execution.PlatformPapers.FirstOrDefault(paper => paper.Kind == content.Kind.Name && paper.Index == index) is { Number: { } number }) return content with { Number = number };
        return desk.Settings.AsOf(desk.Context().Today).Text(PlatformSettings.NumbersAndSeal) == Core.Settings.SettingCatalogue.Yes ? content with { Number = "【待闽执法平台文号】" } : content;
    }
}
