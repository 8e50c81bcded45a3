using System.Runtime.CompilerServices;
using Lianzhi.Core;
using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Platform.Search;

/// <summary>Finds things of one kind by the words in their text (全文检索), fast for rare words and for common ones; see decision 18.</summary>
/// <param name="db">The database.</param>
/// <param name="embedded">Rows whose pairs match an expression of the full-text index of SQLite.</param>
/// <param name="served">Rows that hold all of some pairs, on PostgreSQL.</param>
public sealed class TextIndex<TRow>(AppDb db, Func<string, IQueryable<TRow>> embedded, Func<string[], IQueryable<TRow>> served) where TRow : SearchRow
{
    /// <summary>Up to so many of the first in a list are looked through before the index is asked.</summary>
    public const int Newest = 2_000;

    /// <summary>A word that stands in one of so many fills a page from the first; rarer words have few hits, which the index gives at once.</summary>
    private const int OneIn = 40;

    /// <summary>How many are looked through first and then: the first few tell whether a word is worth more (26 to 3 ms for a rare one, 2026-11-27).</summary>
    private static readonly int[] Walks = [Newest / 10, Newest];

    private const int FirstPart = 500;

    /// <summary>Ids of things in reach whose text holds all words: those of a page newest first, or all that may stand on a page in another order.</summary>
    /// <param name="words">The words, normalised; at least one.</param>
    /// <param name="first">Ids of so many things in reach, the first of the list.</param>
    /// <param name="among">Ids of those of some things that are in reach, newest first, so many at most.</param>
    /// <param name="fetch">Rows of the page.</param>
    /// <param name="newestFirst">The list is in the order of ids, newest first.</param>
    /// <param name="before">Only things older than this one; null for all.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<List<string>> Find(
        IReadOnlyList<string> words, Func<int, IQueryable<string>> first, Func<string[], int, IQueryable<string>> among, int fetch, bool newestFirst, string? before, CancellationToken cancel)
    {
        foreach (var most in Walks)
        {
            // A common word fills the page from the first few; in another order all of them are looked at, because an id alone does not say its place.
            var holding = Holding(first(most), words);
            var ids = await LiteralLimits.Of(newestFirst ? holding.OrderByDescending(id => id).Take(fetch) : holding).ToListAsync(cancel);
            if (ids.Count >= fetch || await LiteralLimits.Of(first(most)).CountAsync(cancel) < most) return ids;
            if (ids.Count < most / OneIn) break;
        }
        var found = new List<string>();
        await foreach (var some in HitsInParts(words, newestFirst ? before : null, cancel))
        {
            found.AddRange(await among(some, newestFirst ? fetch - found.Count : some.Length).ToListAsync(cancel));
            // Parts come newest first; in another order the first of the page may stand in any of them.
            if (newestFirst && found.Count >= fetch) break;
        }
        return found;
    }

    /// <summary>Those of some things whose text holds all words, in the same order: one look-up for each, because a join of the tables would read the texts of all.</summary>
    public IQueryable<string> Holding(IQueryable<string> ids, IReadOnlyList<string> words)
    {
        var texts = db.Set<TRow>().AsNoTracking();
        return words.Aggregate(ids, (found, word) => found.Where(id => texts.Where(search => search.Id == id).Select(search => search.Text).FirstOrDefault()!.Contains(word)));
    }

    /// <summary>Ids of the things whose text holds all words, newest first, in parts of which each is ten times as large as the one before: most pages are full after the first.</summary>
    /// <param name="words">The words, normalised; at least one.</param>
    /// <param name="before">Only things older than this one; null for all.</param>
    /// <param name="cancel">Stops.</param>
    public async IAsyncEnumerable<string[]> HitsInParts(IReadOnlyList<string> words, string? before, [EnumeratorCancellation] CancellationToken cancel)
    {
        // Sorted here: asked for an order, the planner would walk everything in it and test each.
        var hits = (await Hits(words).ToArrayAsync(cancel)).Where(id => before is null || string.CompareOrdinal(id, before) < 0).OrderDescending(StringComparer.Ordinal).ToArray();
        for (var (from, length) = (0, FirstPart); from < hits.Length; (from, length) = (from + length, length * 10)) yield return hits[from..Math.Min(hits.Length, from + length)];
    }

    /// <summary>Ids of the things whose text holds all words, by the index where a word has a pair; compared again, because pairs may stand apart.</summary>
    private IQueryable<string> Hits(IReadOnlyList<string> words)
    {
        var pairs = words.SelectMany(Bigrams.Naming).Distinct(StringComparer.Ordinal).ToArray();
        var rows = pairs.Length == 0 ? db.Set<TRow>() : db.IsEmbedded ? embedded(string.Join(" AND ", pairs.Select(pair => $"\"{pair}\""))) : served(pairs);
        return words.Aggregate(rows.AsNoTracking(), (found, word) => found.Where(row => row.Text.Contains(word))).Select(row => row.Id);
    }
}
