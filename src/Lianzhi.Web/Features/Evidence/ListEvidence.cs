using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Evidence;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Evidence;

/// <summary>Which evidence is asked for.</summary>
/// <param name="CaseId">Only of this case.</param>
/// <param name="Kind">Only of this kind.</param>
/// <param name="After">Cursor of the page before.</param>
/// <param name="Limit">Rows a page.</param>
public sealed record EvidenceFilter(string? CaseId = null, EvidenceKind? Kind = null, string? After = null, string? Limit = null)
{
    /// <summary>All but the place in the list, as text.</summary>
    public string Filters => $"evidence|{CaseId}|{Kind}";
}

/// <summary>Evidence in a list.</summary>
public sealed record EvidenceLine(
    string Id, string CaseId, string? CaseNumber, string CaseTitle, int Number, EvidenceKind Kind, string Title, EvidenceSource Source, EvidencePhase Phase,
    DateTimeOffset At, bool Sensitive, int Files, bool Excluded, bool Gone);

/// <summary>The evidence a person may see (证据列表), newest first.</summary>
public sealed class ListEvidence(UseCaseRunner runner, AppDb db, AccessLog log, CurrentActor current)
{
    /// <summary>Lists it, page by page.</summary>
    public Task<Result<PageOf<EvidenceLine>>> Run(EvidenceFilter filter, CancellationToken cancel) => runner.Read<PageOf<EvidenceLine>>(AccessTable.ListEvidence, async () =>
    {
        var asked = Cursor.Read(filter.Limit, filter.After, "new", filter.Filters, 1);
        if (!asked.IsOk) return Result<PageOf<EvidenceLine>>.Refused(asked.Refusals);
        await log.Note(current.Actor, AccessTable.ListEvidence, "evidence");
        var walks = Rows(filter).Select(rows => asked.Value.After is [var id] ? rows.Where(row => string.Compare(row.Id, id) < 0) : rows).ToList();
        var found = await walks.Merge(db.Set<EvidenceRow>().AsNoTracking(), row => row.Id, asked.Value.Fetch, rows => rows.OrderByDescending(row => row.Id))
            .Select(row => new EvidenceLine(row.Id, row.CaseId, row.CaseNumber, row.CaseTitle, row.Number, row.Kind, row.Title, row.Source, row.Phase, row.At, row.Sensitive, row.Files, row.Excluded, row.Gone))
            .ToListAsync(cancel);
        return asked.Value.Page(found, "new", filter.Filters, row => [row.Id]);
    });

    private IReadOnlyList<IQueryable<EvidenceRow>> Rows(EvidenceFilter filter)
    {
        var (scope, rows) = (AccessRules.ScopeOf(current.Actor, AccessTable.ListEvidence), db.Set<EvidenceRow>().AsNoTracking());
        if (filter.CaseId is { Length: > 0 } of) rows = rows.Where(row => row.CaseId == of);
        if (filter.Kind is { } kind) rows = rows.Where(row => row.Kind == kind);
        if (scope.Everything) return [rows];
        return
        [
            .. scope.Units.Select(unit => rows.Where(row => row.Unit == unit)),
            .. scope.Areas.Select(area => rows.Where(row => row.Area == area)),
            .. scope.AssignedTo.Where(id => id == current.Actor.OfficerId).Select(id => from assigned in db.Set<CaseOfficerRow>() where assigned.OfficerId == id join row in rows on assigned.CaseId equals row.CaseId select row),
        ];
    }
}
