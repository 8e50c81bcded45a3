using Lianzhi.Core.Access;
using Lianzhi.Core.Seals;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Features.Documents.Templates;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Seals;

/// <summary>Who asked for the seal of an organ, who approved it, and how often it was set on which paper (用印登记).</summary>
public sealed class SealCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<SealDesk>();
        services.AddScoped<ListSeals>();
        services.AddScoped<ViewSeal>();
        services.AddScoped<ListPaperSeals>();
        services.AddScoped<ListSealablePapers>();
        services.AddScoped<AskSeal>();
        services.AddScoped<ApproveSeal>();
        services.AddScoped<ReturnSeal>();
        services.AddScoped<RegisterSeal>();
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        var seal = model.Entity<SealRequestRow>();
        seal.HasIndex(row => new { row.AskedOn, row.Id });
        seal.HasIndex(row => new { row.Unit, row.AskedOn, row.Id });
        seal.HasIndex(row => new { row.Kind, row.AskedOn, row.Id });
        seal.HasIndex(row => new { row.Unit, row.Kind, row.AskedOn, row.Id });
        seal.HasIndex(row => new { row.AskerOfficer, row.AskedOn, row.Id });
        seal.HasIndex(row => row.FileId);
        seal.HasIndex(row => row.Paper);
        // Few are open or were returned; to-dos and those lists walk a short index of their own.
        seal.HasIndex(row => new { row.Stage, row.AskedOn, row.Id }).HasFilter("stage <> 'Sealed'");
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => SealApi.Map(api);

    /// <inheritdoc/>
    public override void Routes(IEndpointRouteBuilder routes) =>
        routes.MapGet("/office/seals/{id}/slip.docx", async (string id, ViewSeal view, TemplateBook templates, CancellationToken cancel) =>
            await templates.Answer((await view.Run(id, cancel)).Then<ReadablePaper>(row => new ReadablePaper(SealPapers.Slip(row.ToSlip()), null)), cancel)).Uses(AccessTable.ViewSeal);
}
