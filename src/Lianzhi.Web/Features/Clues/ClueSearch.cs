using Lianzhi.Core;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Clues;

/// <summary>What a clue is found by (线索检索): number, address and what happened. None of it changes after the clue came in.</summary>
public sealed class ClueSearchRow : SearchRow
{
    /// <summary>The row of a clue.</summary>
    public static ClueSearchRow Of(ClueRow row) => Of(new SearchTexts { Id = row.Id, Number = row.Number, First = row.Address, Second = row.Description }, KeyOf(row.Id));

    /// <summary>Finds them.</summary>
    internal static TextIndex<ClueSearchRow> In(AppDb db) => new(
        db,
        match => db.Set<ClueSearchRow>().FromSql($"SELECT s.* FROM clue_search AS s JOIN clue_search_pairs ON clue_search_pairs.rowid = s.key WHERE clue_search_pairs MATCH {match}"),
        // OFFSET 0 keeps the planner from walking everything in order and testing each.
        pairs => db.Set<ClueSearchRow>().FromSql($"SELECT * FROM clue_search WHERE string_to_array(pairs, ' ') @> {pairs} OFFSET 0"));

    /// <summary>Writes the rows of clues that were there before there was a search.</summary>
    internal static Task Fill(AppDb db, CancellationToken cancel) =>
        Fill(db, db.Set<ClueRow>().AsNoTracking().Select(row => new SearchTexts { Id = row.Id, Number = row.Number, First = row.Address, Second = row.Description }), Of, cancel);

    private static ClueSearchRow Of(SearchTexts texts, long key)
    {
        var text = Join(texts.Number, texts.First, texts.Second);
        return new ClueSearchRow { Key = key, Id = texts.Id, Text = text, Pairs = Bigrams.Index(text) };
    }
}
