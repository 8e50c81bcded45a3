using Lianzhi.Core.Access;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Features.Documents.Templates;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Supervision;

/// <summary>Supervision of enforcement by the bureau of justice: notices, opinions and decisions to bodies, and their answers (执法监督).</summary>
public sealed class SupervisionCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<SupervisionDesk>();
        services.AddScoped<ListSupervision>();
        services.AddScoped<ViewSupervision>();
        services.AddScoped<IssueSupervision>();
        services.AddScoped<AnswerSupervision>();
        services.AddScoped<ReviewSupervision>();
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        model.Entity<SupervisionRow>(row =>
        {
            row.HasIndex(one => new { one.Body, one.Id });
            row.HasIndex(one => new { one.State, one.Id });
            row.HasIndex(one => new { one.Body, one.State, one.Id });
            row.HasIndex(one => new { one.State, one.AnswerDueOn, one.Id });
            row.HasIndex(one => new { one.CaseId, one.Id });
        });
        model.Entity<SupervisionAnswerRow>(row =>
        {
            row.HasKey(answer => new { answer.SupervisionId, answer.Round });
            row.HasOne<SupervisionRow>().WithMany().HasForeignKey(answer => answer.SupervisionId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => SupervisionApi.Map(api);

    /// <inheritdoc/>
    public override void Routes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/office/supervision/{id}.docx", async (string id, ViewSupervision view, TemplateBook templates, CancellationToken cancel) =>
            await templates.Answer(await view.Paper(id, cancel), cancel)).Uses(AccessTable.ViewSupervision);
        routes.MapGet("/office/supervision/{id}.pdf", async (string id, ViewSupervision view, TemplateBook templates, PdfMaker pdf, CancellationToken cancel) =>
            await templates.Answer(await view.Paper(id, cancel), pdf, cancel)).Uses(AccessTable.ViewSupervision);
    }
}
