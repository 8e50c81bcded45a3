using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Disclosure;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Disclosure;

/// <summary>A disclosure in the office list.</summary>
public sealed record DisclosureLine(
    string Id, string CaseId, DisclosureState State, bool IsExpired, string DecisionNumber, string Cause, string Party, string ResultText, string OrganName,
    DateOnly DecidedOn, DateOnly ServedOn, DateOnly? PublishedOn, DateOnly? EndsOn);

/// <summary>A disclosure as its office page shows it: what the public reads or will read, and how it stands.</summary>
public sealed record DisclosureView(
    DisclosureLine Line, long Version, DateOnly? WithdrawnOn, NoPublicationGround? Ground, string? Reason, Placement Placement, PublicationSettings Settings, DecisionText Text);

/// <summary>Disclosures in the office (公示管理).</summary>
public sealed class ListDisclosures(UseCaseRunner runner, AppDb db, DisclosureDesk desk, CurrentActor current, TimeProvider time)
{
    /// <summary>Lists what the person may see, newest first.</summary>
    public Task<Result<PageOf<DisclosureLine>>> Run(DisclosureState? state, string? text, string? after, string? limit, CancellationToken cancel) =>
        runner.Read<PageOf<DisclosureLine>>(AccessTable.ListDisclosures, async () =>
        {
            var filters = $"{state}|{text}";
            var asked = Cursor.Read(limit, after, "disclosures.new", filters, 1);
            if (!asked.IsOk) return Result<PageOf<DisclosureLine>>.Refused(asked.Refusals);
            var rows = db.Set<DisclosureRow>().AsNoTracking();
            if (state is { } one) rows = rows.Where(row => row.State == one);
            if (asked.Value.After is [var before]) rows = rows.Where(row => string.Compare(row.Id, before) < 0);
            var found = await Find(InReach(rows), Bigrams.Words(text), asked.Value, cancel);
            return asked.Value.Page([.. found.Select(Line)], "disclosures.new", filters, line => [line.Id]);
        });

    /// <summary>One disclosure.</summary>
    public Task<Result<DisclosureView>> Find(string id, CancellationToken cancel) =>
        runner.Read<DisclosureView>(AccessTable.ListDisclosures, async () =>
        {
            var row = await db.Set<DisclosureRow>().AsNoTracking().SingleOrDefaultAsync(disclosure => disclosure.Id == id, cancel);
            if (row is null || runner.Check(AccessTable.ListDisclosures, row.Placement) is not null) return Refusal.NotFound();
            return new DisclosureView(Line(row), row.Version, row.WithdrawnOn, row.Ground, row.Reason, row.Placement, desk.Settings(row.Department), ReadDecisions.TextOf(row));
        });

    private async Task<List<DisclosureRow>> Find(IReadOnlyList<IQueryable<DisclosureRow>> walks, IReadOnlyList<string> words, PageRequest asked, CancellationToken cancel)
    {
        var all = db.Set<DisclosureRow>().AsNoTracking();
        if (words.Count == 0) return await walks.Merge(all, row => row.Id, asked.Fetch, found => found.OrderByDescending(row => row.Id)).ToListAsync(cancel);
        var ids = await DisclosureSearchRow.In(db).Find(
            words, most => walks.Keys(all, row => row.Id, most), (some, most) => walks.Select(rows => rows.Where(row => some.Contains(row.Id))).ToList().Keys(all, row => row.Id, most),
            asked.Fetch, newestFirst: true, asked.After?[0], cancel);
        return await all.Where(row => ids.Contains(row.Id)).OrderByDescending(row => row.Id).Take(asked.Fetch).ToListAsync(cancel);
    }

    private IReadOnlyList<IQueryable<DisclosureRow>> InReach(IQueryable<DisclosureRow> rows)
    {
        var scope = AccessRules.ScopeOf(current.Actor, AccessTable.ListDisclosures);
        return scope.Everything ? [rows] : [.. scope.Units.Select(unit => rows.Where(row => row.OrganCode == unit)), .. scope.Areas.Select(area => rows.Where(row => row.Area == area))];
    }

    private DisclosureLine Line(DisclosureRow row) => new(
        row.Id, row.CaseId, row.State, row.State == DisclosureState.Published && row.EndsOn <= time.Today(), row.DecisionNumber, row.Cause, row.Party, row.ResultText,
        row.OrganName, row.DecidedOn, row.ServedOn, row.PublishedOn, row.EndsOn);
}
