using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Reviews;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Reviews;

/// <summary>What of the reviews is asked for.</summary>
/// <param name="State"><c>waiting</c> (default), <c>late</c>, <c>done</c> or <c>all</c>.</param>
/// <param name="Opinion">Only with this opinion.</param>
/// <param name="Aspect">Only where something was found in this aspect.</param>
/// <param name="Mine">Only those this person reviews.</param>
/// <param name="After">Cursor of the page before.</param>
/// <param name="Limit">Rows a page.</param>
public sealed record ReviewFilter(string? State = null, ReviewOpinion? Opinion = null, ReviewAspect? Aspect = null, bool Mine = false, string? After = null, string? Limit = null)
{
    /// <summary>All but the place in the list, as text.</summary>
    public string Filters => $"{State}|{Opinion}|{Aspect}|{Mine}";
}

/// <summary>A round of legal review in a list.</summary>
public sealed record ReviewLine(
    string CaseId, int Round, string Number, string Title, string Unit, string UnitName, string ReviewerId, string ReviewerName, string Grounds, DateOnly SubmittedOn,
    DateOnly DueOn, DateOnly? ConcludedOn, ReviewOpinion? Opinion, bool Waits, bool IsOverdue);

/// <summary>The reviews a person may see (法制审核列表), and what was found in them.</summary>
public sealed class ListReviews(UseCaseRunner runner, AppDb db, CurrentActor current, TimeProvider time)
{
    private static readonly string[] States = ["waiting", "late", "done", "all"];

    /// <summary>Lists them, first due first.</summary>
    public Task<Result<PageOf<ReviewLine>>> Run(ReviewFilter filter, CancellationToken cancel) => runner.Read<PageOf<ReviewLine>>(AccessTable.ListReviews, async () =>
    {
        if (filter.State is { Length: > 0 } state && !States.Contains(state)) return Refusal.Invalid("state", $"应为下列之一：{string.Join("、", States)}。");
        var asked = Cursor.Read(filter.Limit, filter.After, "due", filter.Filters, 3);
        if (!asked.IsOk) return Result<PageOf<ReviewLine>>.Refused(asked.Refusals);
        var today = time.Today();
        var rows = Rows(filter, today);
        if (asked.Value.After is [var day, var id, var number] && DateText.TryParse(day, out var due) && int.TryParse(number, out var round))
            rows = rows.Where(row => row.DueOn >= due && (row.DueOn > due || string.Compare(row.CaseId, id) > 0 || (row.CaseId == id && row.Round > round)));
        var found = await rows.OrderBy(row => row.DueOn).ThenBy(row => row.CaseId).ThenBy(row => row.Round).Take(asked.Value.Fetch)
            .Select(row => new ReviewLine(row.CaseId, row.Round, row.Number, row.Title, row.Unit, row.UnitName, row.ReviewerId, row.ReviewerName, row.Grounds, row.SubmittedOn,
                row.DueOn, row.ConcludedOn, row.Opinion, row.Waits, row.Waits && row.DueOn < today)).ToListAsync(cancel);
        return asked.Value.Page(found, "due", filter.Filters, row => [row.DueOn.ToIso(), row.CaseId, $"{row.Round}"]);
    });

    /// <summary>What was found in the last twelve months (法制审核统计).</summary>
    public Task<Result<ReviewStatistics>> Statistics(CancellationToken cancel) => runner.Read<ReviewStatistics>(AccessTable.ListReviews, async () =>
    {
        var today = time.Today();
        var since = today.AddYears(-1);
        var rows = await Scoped().Where(row => row.SubmittedOn >= since).Select(row => new { row.CaseId, row.Round, row.Opinion, row.DueOn, row.ConcludedOn, row.Waits }).ToListAsync(cancel);
        var findings = (await (from row in Scoped().Where(row => row.SubmittedOn >= since)
                               join finding in db.Set<ReviewFindingRow>() on new { row.CaseId, row.Round } equals new { finding.CaseId, finding.Round }
                               select finding).AsNoTracking().ToListAsync(cancel)).ToLookup(finding => (finding.CaseId, finding.Round), finding => finding.Aspect);
        return ReviewStatistics.Of([.. rows.Where(row => row.Waits || row.Opinion is not null)
            .Select(row => new CountedRound(row.Opinion, [.. findings[(row.CaseId, row.Round)]], row.DueOn, row.ConcludedOn))], today);
    });

    private IQueryable<ReviewRow> Rows(ReviewFilter filter, DateOnly today)
    {
        var rows = Scoped();
        if (filter.Mine) rows = rows.Where(row => row.ReviewerId == current.Actor.OfficerId);
        rows = (filter.State is null or "" ? filter.Opinion is null && filter.Aspect is null ? "waiting" : "all" : filter.State) switch
        {
            "waiting" => rows.Where(row => row.Waits),
            "late" => rows.Where(row => (row.Waits && row.DueOn < today) || row.ConcludedOn > row.DueOn),
            "done" => rows.Where(row => row.Opinion != null),
            _ => rows,
        };
        if (filter.Opinion is { } opinion) rows = rows.Where(row => row.Opinion == opinion);
        if (filter.Aspect is { } aspect)
            rows = rows.Where(row => db.Set<ReviewFindingRow>().Any(finding => finding.CaseId == row.CaseId && finding.Round == row.Round && finding.Aspect == aspect));
        return rows;
    }

    private IQueryable<ReviewRow> Scoped()
    {
        var scope = AccessRules.ScopeOf(current.Actor, AccessTable.ListReviews);
        var (units, assigned) = (scope.Units, scope.AssignedTo);
        var rows = db.Set<ReviewRow>().AsNoTracking();
        return scope.Everything ? rows : rows.Where(row => units.Contains(row.Unit) || assigned.Contains(row.ReviewerId));
    }
}
