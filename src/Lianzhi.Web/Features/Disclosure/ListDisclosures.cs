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
            if (text?.Trim() is { Length: > 0 } words) rows = rows.Where(row => row.DecisionNumber.Contains(words) || row.Cause.Contains(words) || row.Party.Contains(words));
            if (asked.Value.After is [var before]) rows = rows.Where(row => string.Compare(row.Id, before) < 0);
            var found = await InReach(rows).Merge(db.Set<DisclosureRow>().AsNoTracking(), row => row.Id, asked.Value.Fetch, found => found.OrderByDescending(row => row.Id)).ToListAsync(cancel);
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

    private IReadOnlyList<IQueryable<DisclosureRow>> InReach(IQueryable<DisclosureRow> rows)
    {
        var scope = AccessRules.ScopeOf(current.Actor, AccessTable.ListDisclosures);
        return scope.Everything ? [rows] : [.. scope.Units.Select(unit => rows.Where(row => row.OrganCode == unit)), .. scope.Areas.Select(area => rows.Where(row => row.Area == area))];
    }

    private DisclosureLine Line(DisclosureRow row) => new(
        row.Id, row.CaseId, row.State, row.State == DisclosureState.Published && row.EndsOn <= time.Today(), row.DecisionNumber, row.Cause, row.Party, row.ResultText,
        row.OrganName, row.DecidedOn, row.ServedOn, row.PublishedOn, row.EndsOn);
}
