using Lianzhi.Core;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Cases;

/// <summary>
/// What a case is found by (案件检索): numbers, party as its row names it, cause and facts. Identifiers and telephones are
/// not in it. Written with the row of the case, made from its events like it.
/// </summary>
public sealed class CaseSearchRow : SearchRow
{
    /// <summary>The row of a case.</summary>
    public static CaseSearchRow Of(CaseState state)
    {
        var row = CaseProjection.Row(state);
        var facts = state.OnSpot?.Facts ?? state.Conclusion?.Facts ?? state.Proposal?.Facts;
        var text = Join(row.Number, row.DecisionNumber == row.Number ? null : row.DecisionNumber, row.PartyName, row.Cause, row.Title, facts);
        return new CaseSearchRow { Key = KeyOf(row.Id), Id = row.Id, Text = text, Pairs = Bigrams.Index(text) };
    }

    /// <summary>Finds them.</summary>
    internal static TextIndex<CaseSearchRow> In(AppDb db) => new(
        db,
        match => db.Set<CaseSearchRow>().FromSql($"SELECT s.* FROM case_search AS s JOIN case_search_pairs ON case_search_pairs.rowid = s.key WHERE case_search_pairs MATCH {match}"),
        // OFFSET 0 keeps the planner from walking everything in order and testing each.
        pairs => db.Set<CaseSearchRow>().FromSql($"SELECT * FROM case_search WHERE string_to_array(pairs, ' ') @> {pairs} OFFSET 0"));
}
