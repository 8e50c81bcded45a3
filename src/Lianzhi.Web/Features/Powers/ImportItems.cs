using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Powers;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Organisation;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Powers;

/// <summary>What an import did or would do, and every error of the file; with errors nothing is done.</summary>
/// <param name="Count">Items in the file.</param>
/// <param name="Errors">Errors by row and column.</param>
/// <param name="Differences">What is added, changed and removed; null with errors.</param>
public sealed record ItemImport(int Count, IReadOnlyList<RowError> Errors, ItemDifferences? Differences);

/// <summary>
/// Replaces the list of items from a day on (导入事项清单). Items the file does not hold end on that day; earlier days
/// keep their list, so cases already filed are not touched.
/// </summary>
public sealed class ImportItems(UseCaseRunner runner, AppDb db, ReferenceData reference, Entropy entropy, TimeProvider time)
{
    /// <summary>Imports rows, or only says what would change.</summary>
    /// <param name="rows">Rows as texts, header first.</param>
    /// <param name="effective">First day of the new list.</param>
    /// <param name="source">The document of the list; required.</param>
    /// <param name="dryRun">True to change nothing.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <param name="handOnSample">True to hand the items on as the shipped sample says; only for the shipped list.</param>
    public Task<Result<ItemImport>> Run(
        IReadOnlyList<IReadOnlyList<string>> rows, DateOnly? effective, string? source, bool dryRun, CancellationToken cancel, bool handOnSample = false)
    {
        Task<Result<ItemImport>> Body() => Apply(rows, effective, source, dryRun, handOnSample, cancel);
        return dryRun ? runner.Read(AccessTable.ImportItems, Body) : runner.Write(AccessTable.ImportItems, source, Body, cancel);
    }

    private async Task<Result<ItemImport>> Apply(
        IReadOnlyList<IReadOnlyList<string>> rows, DateOnly? effective, string? source, bool dryRun, bool handOnSample, CancellationToken cancel)
    {
        if (effective is not { } from) return Refusal.Invalid("effective", "请填写清单生效日期。");
        if (!dryRun && string.IsNullOrWhiteSpace(source)) return Refusal.Invalid("source", "请填写清单的印发文件。");
        var organisation = await OrganisationCapability.Load(db, cancel);
        var (items, errors) = ItemFile.Parse(rows, organisation, from);
        if (errors.Count > 0) return new ItemImport(items.Count, errors, null);

        var open = await db.Set<ItemRow>().Where(row => row.To == null || row.To > from).ToListAsync(cancel);
        if (open.FirstOrDefault(row => row.From > from) is { } later)
            return new Refusal("later-list-in-force", $"已有自{later.From:yyyy-MM-dd}起生效的更新清单，生效日期不能早于该日。", "基础库规则：清单按日期先后导入", "effective");
        var inForce = open.ToDictionary(row => row.Code, StringComparer.Ordinal);
        var differences = ItemFile.Differences(items, open.Select(row => row.ToItem()));
        if (dryRun) return new ItemImport(items.Count, [], differences);

        foreach (var removed in differences.Removed) inForce[removed.Code].To = from;
        foreach (var change in differences.Changed)
        {
            var row = inForce[change.Before.Code];
            if (row.From == from)
            {
                row.Take(change.After);
                continue;
            }
            row.To = from;
            db.Add(ItemRow.Of(change.After, entropy.NewId(time.GetUtcNow())));
        }
        foreach (var added in differences.Added) db.Add(ItemRow.Of(added, entropy.NewId(time.GetUtcNow())));
        if (handOnSample && OrganisationFile.Parse(await File.ReadAllTextAsync(ShippedData.PathOf("organisation.json"), cancel)).Value?.SampleEmpowerment is { } sample)
            foreach (var empowerment in Empowerments.Sample(items, organisation, sample))
                db.Add(EmpowermentRow.Of(empowerment, entropy.NewId(time.GetUtcNow())));
        await reference.Touch(db, PowersCapability.SnapshotName, cancel);
        return new ItemImport(items.Count, [], differences);
    }
}
