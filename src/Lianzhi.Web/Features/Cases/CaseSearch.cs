using System.ComponentModel.DataAnnotations;
using Lianzhi.Core;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Cases;

/// <summary>
/// What a case is found by (案件检索): numbers, party as its row names it, cause and facts. Identifiers and telephones are
/// not in it. Written with the row of the case, made from its events like it.
/// </summary>
public sealed class CaseSearchRow
{
    private const int RandomBits = 22;
    private static readonly DateTimeOffset Epoch = new(2010, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A number in the order of ids: the full-text index of SQLite has no other keys.</summary>
    [Key] public required long Key { get; init; }

    /// <summary>The case.</summary>
    [MaxLength(26)] public required string CaseId { get; init; }

    /// <summary>The text, normalised.</summary>
    public required string Text { get; set; }

    /// <summary>Its pairs of characters.</summary>
    public required string Pairs { get; set; }

    /// <summary>The row of a case.</summary>
    public static CaseSearchRow Of(CaseState state)
    {
        var row = CaseProjection.Row(state);
        var facts = state.OnSpot?.Facts ?? state.Conclusion?.Facts ?? state.Proposal?.Facts;
        var text = Bigrams.Normalise(string.Join('\n', new[] { row.Number, row.DecisionNumber == row.Number ? null : row.DecisionNumber, row.PartyName, row.Cause, row.Title, facts }.OfType<string>()));
        return new CaseSearchRow { Key = KeyOf(row.Id), CaseId = row.Id, Text = text, Pairs = Bigrams.Index(text) };
    }

    /// <summary>Milliseconds since 2010 and 22 of the random bits of an id; cases of one millisecond share it once in four million times.</summary>
    private static long KeyOf(string id)
    {
        UInt128 value = 0;
        foreach (var character in id) value = (value << 5) | (uint)Alphabet.IndexOf(character);
        var milliseconds = (long)(value >> 80) - Epoch.ToUnixTimeMilliseconds();
        return (milliseconds << RandomBits) | (long)((value >> (80 - RandomBits)) & ((1u << RandomBits) - 1));
    }

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
}

/// <summary>Finds cases by text (案件检索).</summary>
internal static class CaseSearch
{
    /// <summary>
    /// How many of the newest cases are looked through before the index is asked. A word that stands in one of forty
    /// cases fills a page from these; rarer words have few hits, which the index gives at once.
    /// </summary>
    public const int Newest = 2_000;

    /// <summary>Ids of the cases whose text holds all words, by the index where a word has a pair; compared again, because pairs may stand apart.</summary>
    public static IQueryable<string> Hits(this AppDb db, IReadOnlyList<string> words)
    {
        var pairs = words.SelectMany(Bigrams.Of).Distinct(StringComparer.Ordinal).ToArray();
        var rows = pairs.Length == 0 ? db.Set<CaseSearchRow>()
            : db.IsEmbedded ? db.Set<CaseSearchRow>().FromSql($"SELECT s.* FROM case_search AS s JOIN case_search_pairs ON case_search_pairs.rowid = s.key WHERE case_search_pairs MATCH {string.Join(" AND ", pairs.Select(pair => $"\"{pair}\""))}")
            // OFFSET 0 keeps the planner from walking all cases in order and testing each.
            : db.Set<CaseSearchRow>().FromSql($"SELECT * FROM case_search WHERE string_to_array(pairs, ' ') @> {pairs} OFFSET 0");
        return rows.AsNoTracking().Holding(words).Select(row => row.CaseId);
    }

    /// <summary>Only rows whose text holds all words.</summary>
    public static IQueryable<CaseSearchRow> Holding(this IQueryable<CaseSearchRow> rows, IReadOnlyList<string> words) =>
        words.Aggregate(rows, (found, word) => found.Where(row => row.Text.Contains(word)));
}
