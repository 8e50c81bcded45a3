using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Cases;

/// <summary>What of the cases is asked for.</summary>
/// <param name="Stage">Only in this stage.</param>
/// <param name="Unit">Only of this subject.</param>
/// <param name="Officer">Only of this officer.</param>
/// <param name="Text">Only with this text in number, decision number or title.</param>
/// <param name="Sort"><c>new</c> (default): newest first; <c>due</c>: first due first.</param>
/// <param name="After">Cursor of the page before.</param>
/// <param name="Limit">Rows a page.</param>
public sealed record CaseFilter(CaseStage? Stage = null, string? Unit = null, string? Officer = null, string? Text = null, string? Sort = null, string? After = null, string? Limit = null)
{
    /// <summary>All but the place in the list, as text.</summary>
    public string Filters => $"cases|{Stage}|{Unit}|{Officer}|{Text}";
}

/// <summary>A line of the case list.</summary>
public sealed record CaseLine(
    string Id, string? Number, string Title, string Party, string Cause, string ItemCode, string Unit, string UnitName, CaseProcedure Procedure, CaseStage Stage,
    string Officers, DateOnly OpenedOn, DateOnly? FiledOn, DateOnly? DecidedOn, string? DecisionNumber, DateOnly? ServedOn, DateOnly? ClosedOn,
    DateOnly? DueOn, string? DueClock, bool IsOverdue, long Version);

/// <summary>The cases a person may see (案件列表).</summary>
public sealed class ListCases(UseCaseRunner runner, AppDb db, AccessLog log, CurrentActor current, TimeProvider time)
{
    /// <summary>Totals are counted up to here.</summary>
    public const int CountedTo = 10_000;

    /// <summary>Lists cases, page by page.</summary>
    public Task<Result<PageOf<CaseLine>>> Run(CaseFilter filter, CancellationToken cancel) => runner.Read<PageOf<CaseLine>>(AccessTable.ListCases, async () =>
    {
        if (filter.Sort is not (null or "" or "new" or "due")) return Refusal.Invalid("sort", "排序只能是 new 或者 due。");
        var (byDue, sort) = (filter.Sort == "due", filter.Sort == "due" ? "due" : "new");
        var asked = Cursor.Read(filter.Limit, filter.After, sort, filter.Filters, byDue ? 2 : 1);
        if (!asked.IsOk) return Result<PageOf<CaseLine>>.Refused(asked.Refusals);
        await log.Note(current.Actor, AccessTable.ListCases, "cases");
        var rows = Rows(filter);
        if (byDue)
        {
            if (asked.Value.After is [var day, var id] && DateText.TryParse(day, out var due))
                rows = rows.Where(row => row.DueOn >= due && (row.DueOn > due || string.Compare(row.Id, id) > 0));
            rows = rows.OrderBy(row => row.DueOn).ThenBy(row => row.Id);
        }
        else
        {
            if (asked.Value.After is [var id]) rows = rows.Where(row => string.Compare(row.Id, id) < 0);
            rows = rows.OrderByDescending(row => row.Id);
        }
        var today = time.Today();
        var found = await rows.Take(asked.Value.Fetch).Select(row => new CaseLine(
            row.Id, row.Number, row.Title, row.PartyName, row.Cause, row.ItemCode, row.Unit, row.UnitName, row.Procedure, row.Stage, row.OfficerNames,
            row.OpenedOn, row.FiledOn, row.DecidedOn, row.DecisionNumber, row.ServedOn, row.ClosedOn,
            row.DueOn == CaseRow.NoDue ? null : row.DueOn, row.DueClock, row.DueOn < today, row.Version)).ToListAsync(cancel);
        return asked.Value.Page(found, sort, filter.Filters, row => byDue ? [(row.DueOn ?? CaseRow.NoDue).ToIso(), row.Id] : [row.Id]);
    });

    /// <summary>How many there are, counted to <see cref="CountedTo"/>.</summary>
    public Task<Result<int>> Count(CaseFilter filter, CancellationToken cancel) =>
        runner.Read<int>(AccessTable.ListCases, async () => await Rows(filter).Take(CountedTo).CountAsync(cancel));

    /// <summary>Rows in reach of the person that match the filters.</summary>
    private IQueryable<CaseRow> Rows(CaseFilter filter)
    {
        var scope = AccessRules.ScopeOf(current.Actor, AccessTable.ListCases);
        var rows = db.Set<CaseRow>().AsNoTracking();
        if (!scope.Everything)
        {
            var (units, areas, assigned) = (scope.Units, scope.Areas, scope.AssignedTo);
            rows = rows.Where(row => units.Contains(row.Unit) || (row.Area != null && areas.Contains(row.Area))
                || db.Set<CaseOfficerRow>().Any(officer => officer.CaseId == row.Id && assigned.Contains(officer.OfficerId)));
        }
        if (filter.Stage is { } stage) rows = rows.Where(row => row.Stage == stage);
        if (filter.Unit is { Length: > 0 } unit) rows = rows.Where(row => row.Unit == unit);
        if (filter.Officer is { Length: > 0 } person) rows = rows.Where(row => db.Set<CaseOfficerRow>().Any(officer => officer.CaseId == row.Id && officer.OfficerId == person));
        if (filter.Text?.Trim() is { Length: > 0 } text)
            rows = rows.Where(row => row.Title.Contains(text) || (row.Number != null && row.Number.Contains(text)) || (row.DecisionNumber != null && row.DecisionNumber.Contains(text)));
        return rows;
    }
}
