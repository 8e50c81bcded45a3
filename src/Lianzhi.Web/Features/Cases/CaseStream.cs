using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Cases;

/// <summary>Cases as their events (案件事件流): loads and folds them, appends one and writes the row in the same transaction.</summary>
public sealed class CaseStream(
    AppDb db, RecordReader reader, RecordWriter writer, FoldedCases folded, IEnumerable<CaseProjected> projected, IEnumerable<CaseErased> erased, CaseAlarmBook alarms, PlatformBook platform)
{
    private readonly Dictionary<string, CaseState> known = new(StringComparer.Ordinal);

    /// <summary>Name of the stream of a case.</summary>
    public static string NameOf(string caseId) => $"case/{caseId}";

    /// <summary>The case as it stands, uncommitted events of this use case included; null when there is none.</summary>
    public async Task<CaseState?> Load(string caseId, CancellationToken cancel) =>
        known.TryGetValue(caseId, out var state) ? state
        : caseId.Length != 26 ? null
        : db.Database.CurrentTransaction is not null ? Fold(await reader.Read(NameOf(caseId), cancel))
        : await folded.Find(await reader.HashOf(NameOf(caseId), cancel), async () => Fold(await reader.Read(NameOf(caseId), cancel)));

    /// <summary>Folds the entries of a case; null for none. Entries that are no events of the case only count.</summary>
    public static CaseState? Fold(IReadOnlyList<ReadEntry> entries)
    {
        if (entries.Count == 0) return null;
        var state = CaseState.New;
        foreach (var entry in entries)
        {
            if (CaseEventTypes.Find(entry.Type) is { } type)
                state = CaseState.Apply(state, Upcasts.Lift(type, entry.Schema, entry.PayloadAs(Upcasts.RecordOf(type, entry.Schema))));
            state = state with { Version = entry.Number };
        }
        return state;
    }

    /// <summary>Appends what happened and writes the row.</summary>
    /// <returns>The case afterwards.</returns>
    public async Task<CaseState> Append(UseCase useCase, CaseState state, CaseEvent happened, CancellationToken cancel)
    {
        var type = CaseEventTypes.Of(happened);
        var next = CaseState.Apply(state, happened);
        var number = await writer.Append(NameOf(next.Id), useCase, type.Type, type.Schema, happened, cancel);
        next = next with { Version = number };
        await WriteRow(next, cancel);
        await alarms.Update(next, cancel);
        await platform.Update(next, cancel);
        known[next.Id] = next;
        return next;
    }

    /// <summary>Loads several cases at once, for a sweep that looks at each.</summary>
    public async Task Prepare(IReadOnlyList<string> caseIds, CancellationToken cancel)
    {
        foreach (var entries in await reader.Read([.. caseIds.Select(NameOf)], cancel))
            if (Fold([.. entries]) is { } state) known[state.Id] = state;
    }

    /// <summary>Forgets what was loaded, between the batches of a sweep.</summary>
    public void Forget() => known.Clear();

    /// <summary>Makes state and rows again from the record, after values were erased.</summary>
    public async Task<CaseState> Rebuild(string caseId, CancellationToken cancel)
    {
        var state = Fold(await reader.Read(NameOf(caseId), cancel))!;
        await WriteRow(state, cancel);
        await platform.Update(state, cancel);
        foreach (var erase in erased) await erase(state, cancel);
        return known[caseId] = state;
    }

    /// <summary>Writes the rows of a state, new or changed.</summary>
    public async Task WriteRow(CaseState state, CancellationToken cancel)
    {
        var made = CaseRow.Of(state);
        if (await db.Set<CaseRow>().FindAsync([state.Id], cancel) is { } row) db.Entry(row).CurrentValues.SetValues(made);
        else db.Add(made);
        var search = CaseSearchRow.Of(state);
        if (await db.Set<CaseSearchRow>().FindAsync([search.Key], cancel) is { } indexed) (indexed.Text, indexed.Pairs) = (search.Text, search.Pairs);
        else db.Add(search);
        var officers = state.Officers.Select(officer => officer.Id).ToHashSet(StringComparer.Ordinal);
        var kept = await db.Set<CaseOfficerRow>().Where(officer => officer.CaseId == state.Id).ToListAsync(cancel);
        kept.AddRange(db.Set<CaseOfficerRow>().Local.Where(officer => officer.CaseId == state.Id && !kept.Contains(officer)));
        db.RemoveRange(kept.Where(officer => !officers.Contains(officer.OfficerId)));
        foreach (var officer in kept) officer.DueOn = made.DueOn;
        foreach (var receipt in CaseReceiptRow.Of(state))
            if (await db.Set<CaseReceiptRow>().FindAsync([receipt], cancel) is null) db.Add(new CaseReceiptRow { Receipt = receipt, CaseId = state.Id });
        foreach (var write in projected) await write(state, cancel);
        db.AddRange(officers.Except(kept.Select(officer => officer.OfficerId)).Select(id => new CaseOfficerRow { OfficerId = id, CaseId = state.Id, DueOn = made.DueOn }));
    }
}
