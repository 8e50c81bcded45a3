using Lianzhi.Web.Features.Documents.Templates;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Problems;
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
        services.AddScoped<AddInspectionScene>();
        services.AddScoped<RecordInspection>();
        services.AddScoped<ConcludeInspection>();
        services.AddScoped<TellInspectionResult>();
        services.AddScoped<RecheckInspection>();
        services.AddScoped<CancelInspection>();
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
        });
        model.Entity<InspectionOfficerRow>(row =>
        {
            row.HasKey(one => new { one.InspectionId, one.OfficerId });
            row.HasIndex(one => new { one.OfficerId, one.InspectionId });
        });
        model.Entity<InspectionItemRow>().HasKey(one => new { one.InspectionId, one.Position });
        model.Entity<InspectionSceneRow>().HasIndex(one => one.InspectionId);
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => InspectionApi.Map(api);

    /// <inheritdoc/>
    public override void Routes(IEndpointRouteBuilder routes) =>
        routes.MapGet("/office/inspections/{id}/documents/{kind}/{index:int}.docx", async (string id, string kind, int index, ReadInspectionPaper read, TemplateBook templates, CancellationToken cancel) =>
        {
            var paper = await read.Run(id, kind, index, cancel);
            if (!paper.IsOk) return ProblemAnswers.Problem(paper.Refusals);
            return Results.File(await templates.Make(paper.Value, null, cancel), WordFile.MediaType, $"{paper.Value.Content.Title}{paper.Value.Content.Number}.docx");
        }).Uses(AccessTable.ReadInspectionPaper);
}
