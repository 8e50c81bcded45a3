using Lianzhi.Core;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Disclosure;

/// <summary>What a disclosure is found by (公示检索): number, cause and the party as the public reads it.</summary>
public sealed class DisclosureSearchRow : SearchRow
{
    /// <summary>The row of a disclosure.</summary>
    public static DisclosureSearchRow Of(DisclosureRow row) => Of(new SearchTexts { Id = row.Id, Number = row.DecisionNumber, First = row.Cause, Second = row.Party }, KeyOf(row.Id));

    /// <summary>Finds them.</summary>
    internal static TextIndex<DisclosureSearchRow> In(AppDb db) => new(
        db,
        match => db.Set<DisclosureSearchRow>().FromSql($"SELECT s.* FROM disclosure_search AS s JOIN disclosure_search_pairs ON disclosure_search_pairs.rowid = s.key WHERE disclosure_search_pairs MATCH {match}"),
        // OFFSET 0 keeps the planner from walking everything in order and testing each.
        pairs => db.Set<DisclosureSearchRow>().FromSql($"SELECT * FROM disclosure_search WHERE string_to_array(pairs, ' ') @> {pairs} OFFSET 0"));

    /// <summary>Writes the rows of disclosures that were there before there was a search.</summary>
    internal static Task Fill(AppDb db, CancellationToken cancel) =>
        Fill(db, db.Set<DisclosureRow>().AsNoTracking().Select(row => new SearchTexts { Id = row.Id, Number = row.DecisionNumber, First = row.Cause, Second = row.Party }), Of, cancel);

    private static DisclosureSearchRow Of(SearchTexts texts, long key)
    {
        var text = Join(texts.Number, texts.First, texts.Second);
        return new DisclosureSearchRow { Key = key, Id = texts.Id, Text = text, Pairs = Bigrams.Index(text) };
    }
}
