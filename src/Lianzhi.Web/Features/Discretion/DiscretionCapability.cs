using Lianzhi.Core.Access;
using Lianzhi.Core.Cases.Discretion;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Discretion;

/// <summary>All tiers, asked by day (裁量基准).</summary>
/// <param name="Tiers">Every version.</param>
public sealed record BenchmarkBook(IReadOnlyList<BenchmarkTier> Tiers)
{
    /// <summary>Tiers in force on a day.</summary>
    public IReadOnlyList<BenchmarkTier> On(DateOnly day) => [.. Tiers.Where(tier => tier.Validity.Contains(day)).OrderBy(tier => tier.Item, StringComparer.Ordinal).ThenBy(tier => tier.Grade)];
}

/// <summary>Benchmarks of discretion, dated and with their source (裁量基准).</summary>
public sealed class DiscretionCapability : Capability
{
    /// <summary>Name of the snapshot.</summary>
    public const string Data = "benchmarks";

    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<ImportBenchmarks>();
        services.AddSnapshot(Data, async (db, cancel) => new BenchmarkBook([.. (await db.Set<BenchmarkRow>().AsNoTracking().ToListAsync(cancel)).Select(row => row.ToTier())]));
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model) => model.Entity<BenchmarkRow>().HasIndex(row => new { row.Item, row.Grade, row.From }).IsUnique();

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) =>
        api.MapGet("/benchmarks", (Snapshot<BenchmarkBook> book, TimeProvider time) => new PageOf<BenchmarkTier>(book.Current.On(time.Today()), null))
            .Uses(AccessTable.ViewBenchmarks).WithSummary("裁量基准").WithDescription("Tiers of the benchmarks in force today.");
}
