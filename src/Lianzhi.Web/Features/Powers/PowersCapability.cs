using Lianzhi.Core;
using Lianzhi.Core.Powers;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Powers;

/// <summary>The list of items, who holds them, and who enforces (事项与赋权、谁来执法).</summary>
public sealed class PowersCapability : Capability
{
    /// <summary>Name of the snapshot.</summary>
    public const string SnapshotName = "powers";

    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddSnapshot(SnapshotName, async (db, cancel) => new Catalogue(
            [.. (await db.Set<ItemRow>().AsNoTracking().ToListAsync(cancel)).Select(row => row.ToItem())],
            [.. (await db.Set<EmpowermentRow>().AsNoTracking().ToListAsync(cancel)).Select(row => row.ToEmpowerment())]));
        services.AddScoped<AskWhoEnforces>();
        services.AddScoped<ListItems>();
        services.AddScoped<ViewItem>();
        services.AddScoped<ImportItems>();
        services.AddScoped<ChangeEmpowerment>();
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        model.Entity<ItemRow>().HasIndex(row => new { row.Code, row.From }).IsUnique();
        model.Entity<EmpowermentRow>().HasIndex(row => new { row.Item, row.Township, row.From }).IsUnique();
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => PowersApi.Map(api);

    /// <inheritdoc/>
    public override async Task LoadReferenceData(IServiceProvider services, CancellationToken cancel)
    {
        await using var file = File.OpenRead(ShippedData.PathOf("items.csv"));
        var rows = await ItemTables.Read(file, "items.csv", cancel);
        var loaded = await services.GetRequiredService<ImportItems>().Run(rows.Value!, Validity.Always.From, "示例目录", dryRun: false, cancel, handOnSample: true);
        if (!loaded.IsOk) throw new InvalidOperationException($"The shipped list of items was refused: {loaded.Refusals[0].Message}");
    }
}
