using Lianzhi.Core;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Targets;

/// <summary>What a target is found by (检查对象检索): name, address and credit code. It changes with the target.</summary>
public sealed class TargetSearchRow : SearchRow
{
    /// <summary>The row of a target.</summary>
    public static TargetSearchRow Of(TargetRow row) => Of(row, KeyOf(row.Id));

    /// <summary>The rows of targets that came together: those of one millisecond might share a key, so each takes the next one.</summary>
    /// <param name="rows">The targets.</param>
    /// <param name="last">The last key taken; moved on.</param>
    public static List<TargetSearchRow> Of(IEnumerable<TargetRow> rows, ref long last)
    {
        var made = new List<TargetSearchRow>();
        foreach (var row in rows.OrderBy(row => row.Id, StringComparer.Ordinal)) made.Add(Of(row, last = Math.Max(last + 1, KeyOf(row.Id))));
        return made;
    }

    /// <summary>Says anew what a target is found by.</summary>
    public void Take(TargetRow row)
    {
        Text = TextOf(row.Name, row.Address, row.CreditCode);
        Pairs = Bigrams.Index(Text);
    }

    /// <summary>Finds them.</summary>
    internal static TextIndex<TargetSearchRow> In(AppDb db) => new(
        db,
        match => db.Set<TargetSearchRow>().FromSql($"SELECT s.* FROM target_search AS s JOIN target_search_pairs ON target_search_pairs.rowid = s.key WHERE target_search_pairs MATCH {match}"),
        // OFFSET 0 keeps the planner from walking everything in order and testing each.
        pairs => db.Set<TargetSearchRow>().FromSql($"SELECT * FROM target_search WHERE string_to_array(pairs, ' ') @> {pairs} OFFSET 0"));

    /// <summary>Writes the rows of targets that were there before there was a search.</summary>
    internal static Task Fill(AppDb db, CancellationToken cancel) => Fill(
        db, db.Set<TargetRow>().AsNoTracking().Select(row => new SearchTexts { Id = row.Id, Number = row.CreditCode ?? "", First = row.Name, Second = row.Address }),
        (texts, key) => Make(texts.Id, TextOf(texts.First, texts.Second, texts.Number), key), cancel);

    private static TargetSearchRow Of(TargetRow row, long key) => Make(row.Id, TextOf(row.Name, row.Address, row.CreditCode), key);

    private static string TextOf(string name, string address, string? code) => Join(name, address, code);

    private static TargetSearchRow Make(string id, string text, long key) => new() { Key = key, Id = id, Text = text, Pairs = Bigrams.Index(text) };
}
