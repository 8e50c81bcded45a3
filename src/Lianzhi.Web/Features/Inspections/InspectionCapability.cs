using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Documents.Templates;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Work;
using Lianzhi.Core.Access;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Inspections;

/// <summary>Inspections from approval to recheck, one for each signing subject (行政检查).</summary>
public sealed class InspectionCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<InspectionDesk>();
        services.AddScoped<InspectionFrequencies>();
        services.AddScoped<ListInspections>();
        services.AddScoped<ViewInspection>();
        services.AddScoped<DraftInspection>();
        services.AddScoped<ReadInspectionPaper>();
        services.AddScoped<ProposeInspection>();
        services.AddScoped<ApproveInspection>();
        services.AddScoped<NotifyInspection>();
        services.AddScoped<StartInspection>();
        services.AddScoped<CheckInspection>();
        services.AddScoped<AddInspectionPhotos>();
        services.AddScoped<ViewInspectionPhotos>();
        services.AddScoped<FilesInUse>(provider => async (hashes, cancel) =>
            await provider.GetRequiredService<AppDb>().Set<InspectionPhotoRow>().Where(photo => hashes.Contains(photo.Hash)).Select(photo => photo.Hash).Distinct().ToListAsync(cancel));
        services.AddScoped<AddInspectionScene>();
        services.AddScoped<RecordInspection>();
        services.AddScoped<ConcludeInspection>();
        services.AddScoped<TellInspectionResult>();
        services.AddScoped<NoteTransferReceipt>();
        services.AddScoped<RecheckInspection>();
        services.AddScoped<CancelInspection>();
        services.AddScoped<ChangeInspectionCrew>();
        services.AddScoped<CaseFromInspection>();
        services.AddScoped<ReadInspectionNotice>();
        services.AddScoped<AnswerInspection>();
        services.AddScoped<TakeInspectionStep>();
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        model.Entity<InspectionRow>(row =>
        {
            row.HasIndex(one => new { one.Unit, one.Id });
            row.HasIndex(one => new { one.Area, one.Id });
            row.HasIndex(one => new { one.Unit, one.Stage, one.Id });
            row.HasIndex(one => new { one.Area, one.Stage, one.Id });
            row.HasIndex(one => new { one.Stage, one.Id });
            row.HasIndex(one => new { one.TargetId, one.Id });
            row.HasIndex(one => new { one.Day, one.Id });
            row.HasIndex(one => new { one.Enterprise, one.Day });
            row.HasIndex(one => one.JointId);
            row.HasIndex(one => one.VisitId);
            row.HasIndex(one => one.DrawId);
            row.HasIndex(one => one.DrawnId);
        });
        model.Entity<InspectionOfficerRow>(row =>
        {
            row.HasKey(one => new { one.InspectionId, one.OfficerId });
            row.HasIndex(one => new { one.OfficerId, one.InspectionId });
        });
        model.Entity<InspectionItemRow>().HasKey(one => new { one.InspectionId, one.Position });
        model.Entity<InspectionPhotoRow>(row =>
        {
            row.HasKey(one => new { one.InspectionId, one.Position, one.Number });
            row.HasIndex(one => one.Hash);
        });
        model.Entity<InspectionCrewChangeRow>().HasIndex(one => one.InspectionId);
        model.Entity<InspectionSceneRow>().HasIndex(one => one.InspectionId);
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => InspectionApi.Map(api);

    /// <inheritdoc/>
    public override void Routes(IEndpointRouteBuilder routes) =>
        routes.MapGet("/office/inspections/{id}/documents/{kind}/{index:int}.docx", async (string id, string kind, int index, ReadInspectionPaper read, TemplateBook templates, CancellationToken cancel) =>
            await templates.Answer(await read.Run(id, kind, index, cancel), cancel)).Uses(AccessTable.ReadInspectionPaper);
}
