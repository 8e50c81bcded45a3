using Lianzhi.Core.Access;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Features.Documents.Templates;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Operations;

/// <summary>Joint operations: simple ones of a township, and across townships by arrangement of the 片长; branches of departments (联合行动).</summary>
public sealed class OperationCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<OperationDesk>();
        services.AddScoped<ListOperations>();
        services.AddScoped<ViewOperation>();
        services.AddScoped<OpenOperation>();
        services.AddScoped<ReplyToOperation>();
        services.AddScoped<PlanOperation>();
        services.AddScoped<OrderOperation>();
        services.AddScoped<SignInOperation>();
        services.AddScoped<ReportOperation>();
        services.AddScoped<SumUpOperation>();
        services.AddScoped<CancelOperation>();
        services.AddScoped<ListStations>();
        services.AddScoped<RegisterStation>();
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        model.Entity<OperationRow>(row =>
        {
            row.HasIndex(one => new { one.Kind, one.Id });
            row.HasIndex(one => new { one.Stage, one.Id });
        });
        model.Entity<OperationUnitRow>().HasKey(row => new { row.OperationId, row.Unit });
        model.Entity<OperationPersonRow>().HasKey(row => new { row.OperationId, row.OfficerId, row.ActsFor });
        model.Entity<StationRow>().HasIndex(row => new { row.Township, row.Id });
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => OperationApi.Map(api);

    /// <inheritdoc/>
    public override void Routes(IEndpointRouteBuilder routes) =>
        routes.MapGet("/office/operations/{id}/documents/{kind}.docx", async (string id, string kind, ViewOperation view, TemplateBook templates, CancellationToken cancel) =>
            await templates.Answer((await view.Paper(id, kind, cancel)).Then<ReadablePaper>(paper => new ReadablePaper(paper, null)), cancel)).Uses(AccessTable.ViewOperation);
}
