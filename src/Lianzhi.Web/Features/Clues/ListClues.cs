using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Clues;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Clues;

/// <summary>What of the inbox is asked for.</summary>
/// <param name="State">Only this state.</param>
/// <param name="Source">Only this source.</param>
/// <param name="Township">Only this township.</param>
/// <param name="Text">Only with all of these words in number, address or description.</param>
/// <param name="Sort"><c>new</c> (default): newest first; <c>due</c>: first due first.</param>
/// <param name="After">Cursor of the page before.</param>
/// <param name="Limit">Rows a page as in the address, 1 to 200.</param>
public sealed record ClueFilter(ClueState? State = null, ClueSource? Source = null, string? Township = null, string? Text = null, string? Sort = null, string? After = null, string? Limit = null)
{
    /// <summary>All but the place in the list, as text.</summary>
    public string Filters => $"clues|{State}|{Source}|{Township}|{Text}";
}

/// <summary>A line of the inbox.</summary>
public sealed record ClueLine(
    string Id, string Number, ClueSource Source, ClueState State, string? Township, string Body, string? Category, string? Item,
    string Summary, string Address, DateOnly ReceivedOn, DateOnly StepFrom, DateOnly? DueOn, bool IsOverdue, string? CaseId);

/// <summary>The clue inbox (线索收件箱) of what the person may see.</summary>
public sealed class ListClues(UseCaseRunner runner, AppDb db, AccessLog log, CurrentActor current, TimeProvider time)
{
    /// <summary>Lists clues, page by page.</summary>
    public Task<Result<PageOf<ClueLine>>> Run(ClueFilter filter, CancellationToken cancel) => runner.Read<PageOf<ClueLine>>(AccessTable.ListClues, async () =>
    {
        await log.Note(current.Actor, AccessTable.ListClues, "clues");
        if (filter.Sort is not (null or "" or "new" or "due")) return Refusal.Invalid("sort", "排序只能是 new 或者 due。");
        var (byDue, sort) = (filter.Sort == "due", filter.Sort == "due" ? "due" : "new");
        var asked = Cursor.Read(filter.Limit, filter.After, sort, filter.Filters, byDue ? 2 : 1);
        if (!asked.IsOk) return Result<PageOf<ClueLine>>.Refused(asked.Refusals);
        IQueryable<ClueRow> InOrder(IQueryable<ClueRow> rows) => byDue ? rows.OrderBy(row => row.DueOn).ThenBy(row => row.Id) : rows.OrderByDescending(row => row.Id);
        IQueryable<ClueRow> Behind(IQueryable<ClueRow> rows) => asked.Value.After switch
        {
            [var due, var after] when byDue && DateText.TryParse(due, out var on) => rows.Where(row => row.DueOn >= on && (row.DueOn > on || string.Compare(row.Id, after) > 0)),
            [var before] when !byDue => rows.Where(row => string.Compare(row.Id, before) < 0),
            _ => rows,
        };
        var found = await Find(filter, [.. Rows(filter).Select(Behind)], InOrder, byDue, asked.Value, cancel);
        var today = time.Today();
        var page = asked.Value.Page(found, sort, filter.Filters, row => byDue ? [row.DueOn.ToIso(), row.Id] : [row.Id]);
        return new PageOf<ClueLine>([.. page.Items.Select(row => Line(row, today))], page.Next);
    });

    /// <summary>How many clues in each of some states the person may see, counted to <see cref="Walks.FigureTo"/>: all of them, 500,000, took half a second (2026-11-27).</summary>
    public Task<Result<IReadOnlyDictionary<ClueState, int>>> Counts(IReadOnlyList<ClueState> states, CancellationToken cancel) =>
        runner.Read<IReadOnlyDictionary<ClueState, int>>(AccessTable.ListClues, async () =>
            await Walks.Figures(states, state => Rows(new ClueFilter(state)), db.Set<ClueRow>(), row => row.Id, cancel));

    /// <summary>The rows of one page: all that match, or for a text those that hold it.</summary>
    private async Task<List<ClueRow>> Find(
        ClueFilter filter, IReadOnlyList<IQueryable<ClueRow>> walks, Func<IQueryable<ClueRow>, IQueryable<ClueRow>> inOrder, bool byDue, PageRequest asked, CancellationToken cancel)
    {
        var (all, words) = (db.Set<ClueRow>().AsNoTracking(), Bigrams.Words(filter.Text));
        if (words.Count == 0) return await walks.Merge(all, row => row.Id, asked.Fetch, inOrder).ToListAsync(cancel);
        if (walks.Count == 0) return [];
        var ids = await ClueSearchRow.In(db).Find(
            words, most => walks.Merge(all, row => row.Id, most, inOrder).Select(row => row.Id),
            (some, most) => walks.Select(rows => rows.Where(row => some.Contains(row.Id))).ToList().Keys(all, row => row.Id, most),
            asked.Fetch, newestFirst: !byDue, asked.After?[0], cancel);
        return await inOrder(all.Where(row => ids.Contains(row.Id))).Take(asked.Fetch).ToListAsync(cancel);
    }

    /// <summary>Rows in reach of the person that match the filters except the text, one query for each way they come into reach.</summary>
    internal IReadOnlyList<IQueryable<ClueRow>> Rows(ClueFilter filter)
    {
        var (scope, rows) = (AccessRules.ScopeOf(current.Actor, AccessTable.ListClues), db.Set<ClueRow>().AsNoTracking());
        if (filter.State is { } state) rows = rows.Where(row => row.State == state);
        if (filter.Source is { } source) rows = rows.Where(row => row.Source == source);
        if (filter.Township is { Length: > 0 } township) rows = rows.Where(row => row.Township == township);
        return scope.Everything ? [rows] : [.. scope.Units.Select(unit => rows.Where(row => row.Unit == unit)), .. scope.Areas.Select(area => rows.Where(row => row.Area == area))];
    }

    private static ClueLine Line(ClueRow row, DateOnly today) => new(
        row.Id, row.Number, row.Source, row.State, row.Township, row.BodyName, row.Category, row.Item,
        row.Description.Length > 60 ? $"{row.Description[..60]}…" : row.Description, row.Address, row.ReceivedOn, row.StepFrom,
        row.DueOn == ClueRow.NoDue ? null : row.DueOn, row.DueOn < today, row.CaseId);
}
