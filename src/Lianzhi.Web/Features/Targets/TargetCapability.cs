using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Targets;

/// <summary>The register of what is inspected (检查对象库).</summary>
public sealed class TargetCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<ListTargets>();
        services.AddScoped<ViewTarget>();
        services.AddScoped<ViewTargetYear>();
        services.AddScoped<RegisterTarget>();
        services.AddScoped<CarryVisits>();
        services.AddScoped<ChangeTarget>();
        services.AddScoped<MergeTargets>();
        services.AddScoped<ImportTargets>();
        services.AddScoped<FilesInUse>(provider => async (hashes, cancel) =>
            await provider.GetRequiredService<AppDb>().Set<TargetImportRow>().Where(import => hashes.Contains(import.FileHash)).Select(import => import.FileHash).Distinct().ToListAsync(cancel));
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        var target = model.Entity<TargetRow>();
        target.HasIndex(row => row.Key);
        target.HasIndex(row => row.CreditCode);
        target.HasIndex(row => row.Name);
        target.HasIndex(row => new { row.Township, row.Id });
        target.HasIndex(row => row.MergedInto);
        model.Entity<TargetImportRow>();
        SearchRow.Map<TargetSearchRow>(model);
    }

    /// <inheritdoc/>
    public override Task Migrated(AppDb db, CancellationToken cancel) => TargetSearchRow.Fill(db, cancel);

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => TargetApi.Map(api);
}
