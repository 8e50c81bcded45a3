using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Disclosure;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Disclosure;

/// <summary>A published decision in the public list.</summary>
public sealed record PublishedLine(
    string Id, string DecisionNumber, string Cause, string Party, string ResultText, string OrganCode, string OrganName, DateOnly DecidedOn, DateOnly PublishedOn);

/// <summary>An organ with decisions in public.</summary>
public sealed record PublishingOrgan(string Code, string Name);

/// <summary>A published decision, or the note that it was withdrawn or its term has passed: then only number, organ, days and reason are left.</summary>
public sealed record PublishedDecision(
    string Id, DisclosureState State, bool IsExpired, string DecisionNumber, string OrganName, DateOnly DecidedOn, DateOnly PublishedOn, DateOnly EndsOn,
    DateOnly? WithdrawnOn, string? Reason, DecisionText? Text);

/// <summary>The text of a published decision.</summary>
public sealed record DecisionText(
    bool Simple, PublishedPartyKind PartyKind, string Party, string? CreditCode, string? Representative, string? Domicile, string Cause, string Item,
    string ResultText, IReadOnlyList<string> Basis, IReadOnlyList<PublicParagraph> Paragraphs, IReadOnlyList<MaskNote> Masks);

/// <summary>What the public reads of decisions (公示的处罚决定).</summary>
public sealed class ReadDecisions(UseCaseRunner runner, AppDb db, TimeProvider time)
{
    /// <summary>Lists what is public today, newest first.</summary>
    /// <param name="text">Only with this text in number, cause or party.</param>
    /// <param name="organ">Only of this organ.</param>
    /// <param name="after">Cursor.</param>
    /// <param name="limit">Rows a page.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<PageOf<PublishedLine>>> List(string? text, string? organ, string? after, string? limit, CancellationToken cancel) =>
        runner.Read<PageOf<PublishedLine>>(AccessTable.ReadDecisions, async () =>
        {
            var filters = $"{text}|{organ}";
            var asked = Cursor.Read(limit, after, "decisions.published", filters, 2);
            if (!asked.IsOk) return Result<PageOf<PublishedLine>>.Refused(asked.Refusals);
            var rows = Public();
            if (organ is { Length: > 0 }) rows = rows.Where(row => row.OrganCode == organ);
            if (asked.Value.After is [var day, var id] && DateText.TryParse(day, out var on))
                rows = rows.Where(row => row.PublishedOn <= on && (row.PublishedOn < on || string.Compare(row.Id, id) < 0));
            if (Bigrams.Words(text) is { Count: > 0 } words)
            {
                var ids = await DisclosureSearchRow.In(db).Find(
                    words, most => InOrder(rows).Take(most).Select(row => row.Id), (some, most) => rows.Where(row => some.Contains(row.Id)).Select(row => row.Id).Take(most), asked.Value.Fetch, newestFirst: false, null, cancel);
                rows = db.Set<DisclosureRow>().AsNoTracking().Where(row => ids.Contains(row.Id));
            }
            var found = await InOrder(rows).Take(asked.Value.Fetch)
                .Select(row => new PublishedLine(row.Id, row.DecisionNumber, row.Cause, row.Party, row.ResultText, row.OrganCode, row.OrganName, row.DecidedOn, row.PublishedOn!.Value))
                .ToListAsync(cancel);
            return asked.Value.Page(found, "decisions.published", filters, row => [row.PublishedOn.ToIso(), row.Id]);
        });

    /// <summary>How many decisions are public today; counted to 10 000.</summary>
    public Task<Result<int>> Count(CancellationToken cancel) =>
        runner.Read<int>(AccessTable.ReadDecisions, async () => await Public().Take(10_000).CountAsync(cancel));

    /// <summary>Organs that have decisions in public.</summary>
    public Task<Result<PublishingOrgan[]>> Organs(CancellationToken cancel) =>
        runner.Read<PublishingOrgan[]>(AccessTable.ReadDecisions, async () =>
            await Public().Select(row => new { row.OrganCode, row.OrganName }).Distinct().OrderBy(organ => organ.OrganCode)
                .Select(organ => new PublishingOrgan(organ.OrganCode, organ.OrganName)).ToArrayAsync(cancel));

    /// <summary>One decision, or the note that stands in its place.</summary>
    public Task<Result<PublishedDecision>> Find(string id, CancellationToken cancel) =>
        runner.Read<PublishedDecision>(AccessTable.ReadDecisions, async () =>
        {
            var row = await db.Set<DisclosureRow>().AsNoTracking().SingleOrDefaultAsync(disclosure => disclosure.Id == id, cancel);
            if (row is null or { State: DisclosureState.Proposed or DisclosureState.Withheld } || row.PublishedOn is not { } from || row.EndsOn is not { } to)
                return Refusal.NotFound("没有这份公示的决定。");
            return new PublishedDecision(row.Id, row.State, row.State == DisclosureState.Published && to <= time.Today(), row.DecisionNumber, row.OrganName, row.DecidedOn,
                from, to, row.WithdrawnOn, row.State == DisclosureState.Withdrawn ? row.Reason : null, row.IsPublic(time.Today()) ? TextOf(row) : null);
        });

    private static IQueryable<DisclosureRow> InOrder(IQueryable<DisclosureRow> rows) => rows.OrderByDescending(row => row.PublishedOn).ThenByDescending(row => row.Id);

    private IQueryable<DisclosureRow> Public()
    {
        // Publication takes place on the day of its approval, so no published day lies ahead; asking for it too would mislead the planner.
        var today = time.Today();
        return db.Set<DisclosureRow>().AsNoTracking().Where(row => row.State == DisclosureState.Published && row.EndsOn > today);
    }

    internal static DecisionText TextOf(DisclosureRow row) => new(
        row.Simple, row.PartyKind, row.Party, row.CreditCode, row.Representative, row.Domicile, row.Cause, row.Item, row.ResultText,
        row.Basis.Split('\n', StringSplitOptions.RemoveEmptyEntries), row.ReadParagraphs(), row.ReadMasks());
}
