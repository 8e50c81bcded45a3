using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Targets;

/// <summary>What of the register is asked for.</summary>
/// <param name="Township">Only this township.</param>
/// <param name="Risk">Only this grade.</param>
/// <param name="Status">Only this status.</param>
/// <param name="Text">Only with these words in name, address or credit code, or with exactly this credit code.</param>
/// <param name="After">Cursor of the page before.</param>
/// <param name="Limit">Rows a page, 1 to 200.</param>
public sealed record TargetFilter(string? Township = null, RiskGrade? Risk = null, TargetStatus? Status = null, string? Text = null, string? After = null, string? Limit = null)
{
    /// <summary>All but the place in the list, as text.</summary>
    public string Filters => $"targets|{Township}|{Risk}|{Status}|{Text}";
}

/// <summary>Lists targets, newest first (检查对象). Doubles that were merged do not stand in it.</summary>
public sealed class ListTargets(UseCaseRunner runner, AppDb db)
{
    private const string Sort = "targets.new";

    /// <summary>One page.</summary>
    public Task<Result<PageOf<TargetRow>>> Run(TargetFilter filter, CancellationToken cancel) => runner.Read<PageOf<TargetRow>>(AccessTable.ListTargets, async () =>
    {
        var asked = Cursor.Read(filter.Limit, filter.After, Sort, filter.Filters, 1);
        if (!asked.IsOk) return Result<PageOf<TargetRow>>.Refused(asked.Refusals);
        var rows = Rows(filter);
        if (asked.Value.After is [var before]) rows = rows.Where(row => string.Compare(row.Id, before) < 0);
        var words = IsCode(filter.Text) ? [] : Bigrams.Words(filter.Text);
        if (words.Count > 0)
        {
            var ids = await TargetSearchRow.In(db).Find(
                words, most => rows.OrderByDescending(row => row.Id).Take(most).Select(row => row.Id),
                (some, most) => rows.Where(row => some.Contains(row.Id)).OrderByDescending(row => row.Id).Take(most).Select(row => row.Id),
                asked.Value.Fetch, newestFirst: true, asked.Value.After?[0], cancel);
            rows = rows.Where(row => ids.Contains(row.Id));
        }
        return asked.Value.Page(await rows.OrderByDescending(row => row.Id).Take(asked.Value.Fetch).ToListAsync(cancel), Sort, filter.Filters, row => [row.Id]);
    });

    /// <summary>How many there are, counted to <see cref="Walks.FigureTo"/>; null for a text, whose hits are found page by page.</summary>
    public Task<Result<int?>> Count(TargetFilter filter, CancellationToken cancel) => runner.Read<int?>(AccessTable.ListTargets, async () =>
        Bigrams.Words(filter.Text).Count > 0 && !IsCode(filter.Text) ? (int?)null : await Rows(filter).OrderByDescending(row => row.Id).Take(Walks.FigureTo).CountAsync(cancel));

    private static bool IsCode(string? text) => text?.Trim() is { Length: > 0 } typed && Identifiers.CreditCode(typed).Valid;

    private IQueryable<TargetRow> Rows(TargetFilter filter)
    {
        var rows = db.Set<TargetRow>().AsNoTracking().Where(row => row.MergedInto == null);
        if (filter.Township is { Length: > 0 } township) rows = rows.Where(row => row.Township == township);
        if (filter.Risk is { } risk) rows = rows.Where(row => row.Risk == risk);
        if (filter.Status is { } status) rows = rows.Where(row => row.Status == status);
        if (IsCode(filter.Text) && filter.Text!.Trim().ToUpperInvariant() is var code) rows = rows.Where(row => row.CreditCode == code);
        return rows;
    }
}

/// <summary>A target with what may be the same one, and what was merged into it.</summary>
/// <param name="Target">The target.</param>
/// <param name="Doubles">Targets that may be the same, and why.</param>
/// <param name="Merged">Targets that were.</param>
public sealed record TargetView(TargetRow Target, IReadOnlyList<(TargetRow Target, string Why)> Doubles, IReadOnlyList<TargetRow> Merged);

/// <summary>Shows one target (检查对象详情).</summary>
public sealed class ViewTarget(UseCaseRunner runner, AppDb db)
{
    private const int MostCompared = 200;

    /// <summary>The target.</summary>
    public Task<Result<TargetView>> Run(string id, CancellationToken cancel) => runner.Read<TargetView>(AccessTable.ViewTarget, async () =>
    {
        var rows = db.Set<TargetRow>().AsNoTracking();
        if (await rows.SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } target) return Refusal.NotFound();
        var facts = target.ToFacts();
        var alike = target.MergedInto is not null ? [] : await rows.Where(row => row.Id != id && row.MergedInto == null && (row.Key == target.Key || row.Name == target.Name || (target.CreditCode != null && row.CreditCode == target.CreditCode)))
            .OrderBy(row => row.Id).Take(MostCompared).ToListAsync(cancel);
        return new TargetView(target,
            [.. alike.Select(row => (row, TargetDoubles.Why(facts, row.ToFacts()))).Where(pair => pair.Item2 is not null).Select(pair => (pair.row, pair.Item2!))],
            await rows.Where(row => row.MergedInto == id).OrderBy(row => row.Id).ToListAsync(cancel));
    });
}
