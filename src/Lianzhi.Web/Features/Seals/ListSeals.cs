using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Seals;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Seals;

/// <summary>What of the register is asked for.</summary>
/// <param name="Unit">Only of this organ.</param>
/// <param name="Stage">Only at this stage.</param>
/// <param name="Kind">Name of a kind of paper.</param>
/// <param name="From">Asked for on or after this day.</param>
/// <param name="To">Asked for on or before this day.</param>
/// <param name="After">Cursor of the page before.</param>
/// <param name="Limit">Rows a page, 1 to 200.</param>
public sealed record SealFilter(string? Unit = null, SealStage? Stage = null, string? Kind = null, DateOnly? From = null, DateOnly? To = null, string? After = null, string? Limit = null)
{
    /// <summary>All but the place in the list, as text.</summary>
    public string Filters => $"{Unit}|{Stage}|{Kind}|{From?.ToIso()}|{To?.ToIso()}";
}

/// <summary>The register of the seal (用印登记簿), newest first.</summary>
public sealed class ListSeals(UseCaseRunner runner, AppDb db, CurrentActor current)
{
    private const string Sort = "seals.asked";

    /// <summary>One page.</summary>
    public Task<Result<PageOf<SealRequestRow>>> Run(SealFilter filter, CancellationToken cancel) => runner.Read<PageOf<SealRequestRow>>(AccessTable.ListSeals, async () =>
    {
        var kind = filter.Kind is { Length: > 0 } name ? DocumentKinds.Find(name) : null;
        if (filter.Kind is { Length: > 0 } && kind is null) return Refusal.Invalid("kind", "没有这种文书。");
        var asked = Cursor.Read(filter.Limit, filter.After, Sort, filter.Filters, 2);
        if (!asked.IsOk) return Result<PageOf<SealRequestRow>>.Refused(asked.Refusals);
        var scope = AccessRules.ScopeOf(current.Actor, AccessTable.ListSeals);
        var rows = Rows(filter, kind?.Code, asked.Value.After);
        // A list of several units would read all of one that has few: each is a walk of its own.
        List<IQueryable<SealRequestRow>> walks = scope.Everything ? [rows] : [.. scope.Units.Select(unit => rows.Where(row => row.Unit == unit)), .. scope.AssignedTo.Select(person => rows.Where(row => row.AskerOfficer == person))];
        var found = await walks.MergeRows(db.Set<SealRequestRow>().AsNoTracking().Where(_ => false), asked.Value.Fetch, all => all.OrderByDescending(row => row.AskedOn).ThenByDescending(row => row.Id)).ToListAsync(cancel);
        return asked.Value.Page(found, Sort, filter.Filters, row => [row.AskedOn.ToIso(), row.Id]);
    });

    private IQueryable<SealRequestRow> Rows(SealFilter filter, DocumentCode? kind, IReadOnlyList<string>? after)
    {
        var rows = db.Set<SealRequestRow>().AsNoTracking();
        if (filter.Unit is { Length: > 0 } unit) rows = rows.Where(row => row.Unit == unit);
        if (kind is { } code) rows = rows.Where(row => row.Kind == code);
        // Said again with a constant, so that the short index of what is not sealed is used.
        if (filter.Stage is { } stage) rows = stage == SealStage.Sealed ? rows.Where(row => row.Stage == SealStage.Sealed) : rows.Where(row => row.Stage != SealStage.Sealed && row.Stage == stage);
        if (filter.From is { } from) rows = rows.Where(row => row.AskedOn >= from);
        if (filter.To is { } to) rows = rows.Where(row => row.AskedOn <= to);
        if (after is [var day, var id] && DateText.TryParse(day, out var on))
            rows = rows.Where(row => row.AskedOn <= on && (row.AskedOn < on || string.Compare(row.Id, id) < 0));
        return rows;
    }
}

/// <summary>Shows one request (用印单).</summary>
public sealed class ViewSeal(UseCaseRunner runner, AppDb db)
{
    /// <summary>Loads it.</summary>
    public Task<Result<SealRequestRow>> Run(string id, CancellationToken cancel) => runner.Read<SealRequestRow>(AccessTable.ViewSeal, async () =>
        await db.Set<SealRequestRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is { } row && runner.Check(AccessTable.ViewSeal, row.Placement) is null ? row : Refusal.NotFound());
}

/// <summary>How often a paper was sealed.</summary>
/// <param name="Copies">Copies sealed, all requests together.</param>
/// <param name="Last">The request made last.</param>
public sealed record PaperSealing(int Copies, SealRequestRow Last);

/// <summary>The seals on the papers of a case or inspection (文书用印情况).</summary>
public sealed class ListPaperSeals(UseCaseRunner runner, AppDb db)
{
    /// <summary>By 核验编号 of the paper; without those the person may not see.</summary>
    public Task<Result<IReadOnlyDictionary<string, PaperSealing>>> Run(string fileId, CancellationToken cancel) => runner.Read<IReadOnlyDictionary<string, PaperSealing>>(AccessTable.ViewSeal, async () =>
        (await db.Set<SealRequestRow>().AsNoTracking().Where(row => row.FileId == fileId).OrderBy(row => row.Id).ToListAsync(cancel))
            .Where(row => runner.Check(AccessTable.ViewSeal, row.Placement) is null).GroupBy(row => row.Paper, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new PaperSealing(group.Sum(row => row.UsedCopies ?? 0), group.Last()), StringComparer.Ordinal));
}

/// <summary>The papers of a file for which the seal may be asked for (可以申请用印的文书).</summary>
public sealed class ListSealablePapers(UseCaseRunner runner, SealDesk desk)
{
    /// <summary>Lists them in the order of issue.</summary>
    public Task<Result<IReadOnlyList<FiledPaper>>> Run(string fileId, CancellationToken cancel) => runner.Read<IReadOnlyList<FiledPaper>>(AccessTable.RequestSeal, async () =>
    {
        var papers = await desk.Papers(fileId, cancel);
        return papers.Length == 0 || runner.Check(AccessTable.RequestSeal, papers[0].Placement) is null ? papers : Refusal.NotFound();
    });
}
