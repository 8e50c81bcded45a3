using Lianzhi.Web.Features.Disclosure;
using Lianzhi.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Cases;

/// <summary>Cases from filing to closing, and on-the-spot penalties (案件).</summary>
public sealed class CaseCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<CaseStream>();
        services.AddScoped<CaseDesk>();
        services.AddScoped<PartyLookup>();
        services.AddScoped<CaseOpening>();
        services.AddScoped<ProposeCase>();
        services.AddScoped<PenaliseAtOnce>();
        services.AddScoped<TakeCaseStep>();
        services.AddScoped<ListCases>();
        services.AddScoped<ViewCase>();
        services.AddScoped<ViewCaseStep>();
        services.AddScoped<ExportCaseRecord>();
        services.AddScoped<ListPersonalFields>();
        services.AddScoped<EraseCaseFields>();
        services.AddScoped<CasePublication>();
        services.AddScoped<DisclosureChanged>(provider => provider.GetRequiredService<CasePublication>().Changed);
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        model.Entity<CaseRow>(row =>
        {
            row.HasIndex(item => item.Number).IsUnique();
            row.HasIndex(item => item.DecisionNumber).IsUnique();
            row.HasIndex(item => new { item.Unit, item.Id });
            row.HasIndex(item => new { item.Area, item.Id });
            row.HasIndex(item => new { item.Unit, item.DueOn, item.Id });
            row.HasIndex(item => new { item.DueOn, item.Id });
            row.HasIndex(item => new { item.Stage, item.Id });
            row.HasIndex(item => new { item.PartyKey, item.ActOn });
            row.HasIndex(item => item.ClueId);
        });
        model.Entity<CaseOfficerRow>(row =>
        {
            row.HasKey(officer => new { officer.OfficerId, officer.CaseId });
            row.HasIndex(officer => officer.CaseId);
        });
        model.Entity<DocumentNumberRow>().HasKey(row => new { row.Unit, row.Genre, row.Year });
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => CaseApi.Map(api);
}
