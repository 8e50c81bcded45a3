using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases.Discretion;
using Lianzhi.Core.Powers;
using Lianzhi.Core.Tables;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Discretion;

/// <summary>What an import did or would do; with errors nothing is done.</summary>
/// <param name="Tiers">Tiers in the file.</param>
/// <param name="Items">Items they are for.</param>
/// <param name="Errors">Errors by row and column.</param>
public sealed record BenchmarkImport(int Tiers, int Items, IReadOnlyList<RowFault> Errors);

/// <summary>Replaces the benchmarks of the items in a file from a day on (导入裁量基准); earlier days keep theirs.</summary>
public sealed class ImportBenchmarks(UseCaseRunner runner, AppDb db, Snapshot<Catalogue> catalogue, ReferenceData reference, Entropy entropy, TimeProvider time)
{
    /// <summary>Imports rows, or only checks them.</summary>
    /// <param name="rows">Rows as texts, header first.</param>
    /// <param name="effective">First day.</param>
    /// <param name="source">The published document (行政处罚法 第34条); required.</param>
    /// <param name="dryRun">True to change nothing.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<BenchmarkImport>> Run(IReadOnlyList<IReadOnlyList<string>> rows, DateOnly? effective, string? source, bool dryRun, CancellationToken cancel)
    {
        Task<Result<BenchmarkImport>> Body() => Apply(rows, effective, source, dryRun, cancel);
        return dryRun ? runner.Read(AccessTable.ImportBenchmarks, Body) : runner.Write(AccessTable.ImportBenchmarks, source, Body, cancel);
    }

    private async Task<Result<BenchmarkImport>> Apply(IReadOnlyList<IReadOnlyList<string>> rows, DateOnly? effective, string? source, bool dryRun, CancellationToken cancel)
    {
        if (effective is not { } from) return Refusal.Invalid("effective", "请填写生效日期。");
        if (string.IsNullOrWhiteSpace(source) || source.Length > 200) return Refusal.Invalid("source", "请填写公布裁量基准的文件，不超过200字。");
        var (tiers, errors) = BenchmarkFile.Parse(rows, catalogue.Current.Knows, source.Trim(), from);
        var items = tiers.Select(tier => tier.Item).Distinct().ToList();
        var done = new BenchmarkImport(tiers.Count, items.Count, errors);
        if (errors.Count > 0) return done;
        var open = await db.Set<BenchmarkRow>().Where(row => items.Contains(row.Item) && (row.To == null || row.To > from)).ToListAsync(cancel);
        if (open.Any(row => row.From >= from))
            return new Refusal("later-benchmark-in-force", "已有自该日或者更晚生效的裁量基准，生效日期应当晚于现行基准。", "基础库规则：按日期先后导入", "effective");
        if (dryRun) return done;
        foreach (var row in open) row.To = from;
        foreach (var tier in tiers) db.Add(BenchmarkRow.Of(tier, entropy.NewId(time.GetUtcNow())));
        await reference.Touch(db, DiscretionCapability.Data, cancel);
        return done;
    }
}
