using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Documents.Templates;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Search;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Clues;

/// <summary>Complaints of the public and clues of every source (投诉举报和线索).</summary>
public sealed class ClueCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<ClueDistrict>();
        services.AddScoped<ClueDesk>();
        services.AddScoped<NewClues>();
        services.AddScoped<StagedPhotos>();
        services.AddScoped<Portal.Complaints.ComplaintReceipts>();
        services.AddScoped<SendComplaint>();
        services.AddScoped<FindProgress>();
        services.AddScoped<RegisterClue>();
        services.AddScoped<ListClues>();
        services.AddScoped<ViewClue>();
        services.AddScoped<ViewPhoto>();
        services.AddScoped<ReadCluePaper>();
        services.AddScoped<ShowReporter>();
        services.AddScoped<AmendClue>();
        services.AddScoped<AcceptClue>();
        services.AddScoped<RejectClue>();
        services.AddScoped<TransferClue>();
        services.AddScoped<ReportClue>();
        services.AddScoped<ArrangeClue>();
        services.AddScoped<LinkClueToCase>();
        services.AddScoped<CloseClue>();
        services.AddScoped<AnswerClue>();
        services.AddScoped<AnswerClueMeanwhile>();
        services.AddScoped<ClueSteps>();
        services.AddScoped<FilesInUse>(provider => async (hashes, cancel) =>
            await provider.GetRequiredService<AppDb>().Set<CluePhotoRow>().Where(photo => hashes.Contains(photo.Hash)).Select(photo => photo.Hash).Distinct().ToListAsync(cancel));
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        model.Entity<ClueRow>(row =>
        {
            row.HasIndex(clue => clue.Number).IsUnique();
            row.HasIndex(clue => new { clue.Unit, clue.Id });
            row.HasIndex(clue => new { clue.Area, clue.Id });
            row.HasIndex(clue => new { clue.Unit, clue.DueOn, clue.Id });
            row.HasIndex(clue => new { clue.Area, clue.DueOn, clue.Id });
            row.HasIndex(clue => new { clue.DueOn, clue.Id });
            row.HasIndex(clue => new { clue.Unit, clue.State, clue.Id });
            row.HasIndex(clue => new { clue.Area, clue.State, clue.Id });
            row.HasIndex(clue => new { clue.State, clue.Id });
            row.HasIndex(clue => new { clue.Township, clue.ReceivedOn });
            row.HasIndex(clue => clue.CaseId);
        });
        model.Entity<CluePhotoRow>(row =>
        {
            row.HasKey(photo => new { photo.ClueId, photo.Position });
            row.HasOne<ClueRow>().WithMany().HasForeignKey(photo => photo.ClueId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ClueDayRow>();
        SearchRow.Map<ClueSearchRow>(model);
    }

    /// <inheritdoc/>
    public override Task Migrated(AppDb db, CancellationToken cancel) => ClueSearchRow.Fill(db, cancel);

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => ClueApi.Map(api);

    /// <inheritdoc/>
    public override void Routes(IEndpointRouteBuilder routes) =>
        routes.MapGet("/office/clues/{id}/papers/{kind}/{index:int}.docx", async (string id, string kind, int index, ReadCluePaper read, TemplateBook templates, CancellationToken cancel) =>
            await templates.Answer(await read.Run(id, kind, index, cancel), cancel)).Uses(AccessTable.ViewClue);
}
