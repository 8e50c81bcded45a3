using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Ledgers;

/// <summary>Money past its day and whom to call about it (催缴); only in the ledger of arrears.</summary>
/// <param name="What">How much, since when, what follows.</param>
/// <param name="Phone">Telephone the party gave for papers, otherwise that of the party; null for none.</param>
public sealed record LedgerArrears(Arrears What, string? Phone);

/// <summary>A line as it is read.</summary>
public sealed record LedgerLine(string CaseId, LedgerKind Kind, int Place, string Number, string Title, string What, string Standing, DateOnly Since, DateOnly? DueOn, bool Open, bool IsOverdue, LedgerArrears? Arrears = null);

/// <summary>The ledgers of the units in reach (台账): what is open, first due first, and behind it what is settled where that is asked for.</summary>
public sealed class ListLedger(UseCaseRunner runner, AppDb db, AccessLog log, CurrentActor current, CaseStream cases, CaseDesk desk, TimeProvider time)
{
    /// <summary>Lists one ledger page by page.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="all">What is settled as well.</param>
    /// <param name="after">Cursor of the page before.</param>
    /// <param name="limit">Lines a page as in the address.</param>
    /// <param name="cancel">Stops.</param>
    public Task<Result<PageOf<LedgerLine>>> Run(LedgerKind kind, bool all, string? after, string? limit, CancellationToken cancel) => runner.Read<PageOf<LedgerLine>>(AccessTable.ListLedgers, async () =>
    {
        await log.Note(current.Actor, AccessTable.ListLedgers, "ledgers");
        var filters = $"{kind}|{all}";
        var asked = Cursor.Read(limit, after, "ledgers.due", filters, 4);
        if (!asked.IsOk) return Result<PageOf<LedgerLine>>.Refused(asked.Refusals);
        var (scope, today) = (AccessRules.ScopeOf(current.Actor, AccessTable.ListLedgers), time.Today());
        var rows = db.Set<LedgerRow>().AsNoTracking().Where(row => row.Kind == kind);
        if (!all) rows = rows.Where(row => !row.Settled);
        // Whom to remind is who is late: what is still within its days stands in the whole list.
        if (kind == LedgerKind.Arrears && !all) rows = rows.Where(row => row.DueOn < today);
        if (asked.Value.After is [var done, var day, var id, var place] && bool.TryParse(done, out var settled) && DateText.TryParse(day, out var due) && int.TryParse(place, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            rows = settled ? rows.Where(row => row.Settled && row.DueOn >= due && (row.DueOn > due || string.Compare(row.CaseId, id) > 0 || (row.CaseId == id && row.Place > number)))
                : rows.Where(row => row.Settled || (row.DueOn >= due && (row.DueOn > due || string.Compare(row.CaseId, id) > 0 || (row.CaseId == id && row.Place > number))));
        }
        List<IQueryable<LedgerRow>> walks = scope.Everything ? [rows] : [.. scope.Units.Select(unit => rows.Where(row => row.Unit == unit)), .. scope.Areas.Select(area => rows.Where(row => row.Area == area))];
        var found = await walks.MergeRows(db.Set<LedgerRow>().AsNoTracking().Where(row => false), asked.Value.Fetch, InOrder).ToListAsync(cancel);
        var lines = found.Select(row => new LedgerLine(row.CaseId, row.Kind, row.Place, row.Number, row.Title, row.What, row.Standing, row.Since, row.DueOn == CaseRow.NoDue ? null : row.DueOn, !row.Settled, !row.Settled && row.DueOn < today)).ToList();
        if (kind == LedgerKind.Arrears) lines = await WithArrears(lines, today, cancel);
        return asked.Value.Page(lines, "ledgers.due", filters, line => [(!line.Open).ToString(), (line.DueOn ?? CaseRow.NoDue).ToIso(), line.CaseId, line.Place.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
    });

    /// <summary>Days and surcharge grow by the day, so they are counted when they are read.</summary>
    private async Task<List<LedgerLine>> WithArrears(List<LedgerLine> lines, DateOnly today, CancellationToken cancel)
    {
        await cases.Prepare([.. lines.Where(line => line.IsOverdue).Select(line => line.CaseId)], cancel);
        var (told, facts) = (new List<LedgerLine>(), desk.Context().Facts);
        foreach (var line in lines)
            told.Add(line.IsOverdue && await cases.Load(line.CaseId, cancel) is { } state && Core.Cases.Arrears.Of(state, facts.Clocks(state, today), today) is { } late
                ? line with { Arrears = new(late, state.Execution.Address?.Phone ?? state.Party!.Phone) } : line);
        return told;
    }

    private static IQueryable<LedgerRow> InOrder(IQueryable<LedgerRow> rows) => rows.OrderBy(row => row.Settled).ThenBy(row => row.DueOn).ThenBy(row => row.CaseId).ThenBy(row => row.Place);
}
