using Lianzhi.Core;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Targets;
using Lianzhi.Web.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>
/// Who keeps out of which matter (回避情况): declared on a board, or of an officer who left a case. Whoever sends people out, proposes or starts something asks here, so that
/// a recusal declared once holds everywhere (行政处罚法 第四十三条).
/// </summary>
public sealed class RecusalBook(AppDb db, CaseStream cases)
{
    private static readonly Basis Article = "行政处罚法 第四十三条";
    private static readonly string Declared = CaseEventTypes.All.First(type => type.Clr == typeof(RecusalDeclared)).Type;

    /// <summary>Officers who keep out, by matter.</summary>
    /// <param name="matters">Ids of targets, clues, cases or jobs; what was declared of a target that was merged holds for the one that stays.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<ILookup<string, string>> Of(IReadOnlyCollection<string> matters, CancellationToken cancel)
    {
        var wanted = matters.Distinct().ToList();
        var doubles = await db.Set<TargetRow>().AsNoTracking().Where(target => wanted.Contains(target.MergedInto!)).Select(target => new { target.Id, target.MergedInto }).ToListAsync(cancel);
        var asked = wanted.Concat(doubles.Select(one => one.Id)).ToList();
        var pairs = (await db.Set<RecusalRow>().AsNoTracking().Where(row => asked.Contains(row.Matter)).Select(row => new { row.Matter, row.OfficerId }).ToListAsync(cancel))
            .Select(row => (Matter: doubles.Find(one => one.Id == row.Matter)?.MergedInto ?? row.Matter, Officer: row.OfficerId)).ToList();
        var streams = wanted.ConvertAll(CaseStream.NameOf);
        // Few cases have one, so the type of the entry is asked for before a case is read.
        foreach (var stream in await db.Set<RecordEntryRow>().AsNoTracking().Where(entry => streams.Contains(entry.Stream) && entry.Type == Declared).Select(entry => entry.Stream).Distinct().ToListAsync(cancel))
            if (await cases.Load(stream[CaseStream.NameOf("").Length..], cancel) is { } state) pairs.AddRange(state.Recusals.Select(recusal => (state.Id, recusal.Officer.Id)));
        return pairs.Distinct().ToLookup(pair => pair.Matter, pair => pair.Officer);
    }

    /// <summary>Refuses officers who keep out of one of the matters; empty when nobody does.</summary>
    /// <param name="matters">Ids of targets, clues or cases; empty ones are passed over.</param>
    /// <param name="officers">Ids of the officers.</param>
    /// <param name="nameOf">Names of officers.</param>
    /// <param name="field">Member of the request that names them; null when they were not asked for.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<IReadOnlyList<Refusal>> Refuse(IEnumerable<string?> matters, IEnumerable<string> officers, Func<string, string> nameOf, string? field, CancellationToken cancel)
    {
        var asked = matters.OfType<string>().Where(matter => matter.Length > 0).Distinct().ToList();
        if (asked.Count == 0) return [];
        var keepOut = (await Of(asked, cancel)).SelectMany(matter => matter).ToHashSet(StringComparer.Ordinal);
        return [.. officers.Distinct().Where(keepOut.Contains).Select(officer => new Refusal("officer-recused", $"{nameOf(officer)}已申报回避，不得参加本次执法，请换人。", Article, field))];
    }

    /// <summary>Matters each of some officers keeps out of; of targets that were merged the one that stays.</summary>
    public async Task<IReadOnlyList<(string Officer, string Matter)>> OfOfficers(IReadOnlyCollection<string> officers, CancellationToken cancel)
    {
        var rows = await (from row in db.Set<RecusalRow>().AsNoTracking()
                          where officers.Contains(row.OfficerId)
                          join target in db.Set<TargetRow>() on row.Matter equals target.Id into targets
                          from target in targets.DefaultIfEmpty()
                          orderby row.Id
                          select new { row.OfficerId, Matter = target.MergedInto ?? row.Matter }).ToListAsync(cancel);
        return [.. rows.Select(row => (row.OfficerId, row.Matter)).Distinct()];
    }
}
