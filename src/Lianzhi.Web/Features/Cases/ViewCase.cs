using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Core.Records;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Access;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Cases;

/// <summary>A case with what can be done next.</summary>
/// <param name="State">The case.</param>
/// <param name="Steps">What can be done, the leading step first.</param>
/// <param name="Clocks">Its clocks today.</param>
/// <param name="SameMatters">Cases about the same party and item that may be about the same matter.</param>
public sealed record CaseView(CaseState State, IReadOnlyList<StepChoice> Steps, IReadOnlyList<Clock> Clocks, IReadOnlyList<SameMatter> SameMatters);

/// <summary>The record of a case with whether it checks out.</summary>
/// <param name="Entries">All entries.</param>
/// <param name="Actors">Names of the accounts in it.</param>
/// <param name="Check">Whether every link and commitment holds.</param>
/// <param name="Head">The head the last entry is proven in; null when it is not in one yet.</param>
public sealed record CaseRecord(IReadOnlyList<ReadEntry> Entries, IReadOnlyDictionary<string, string> Actors, ChainCheck Check, TreeHead? Head);

/// <summary>Shows a case (查看案件).</summary>
public sealed class ViewCase(UseCaseRunner runner, CaseStream stream, CaseDesk desk, RecordReader reader, RecordTree tree, AccessLog log, AppDb db, TimeProvider time, CurrentActor current)
{
    /// <summary>The case, what can be done next, and its clocks.</summary>
    public Task<Result<CaseView>> Run(string id, CancellationToken cancel) => runner.Read<CaseView>(AccessTable.ViewCase, async () =>
    {
        if (await Find(id, AccessTable.ViewCase, cancel) is not { } state) return Refusal.NotFound();
        await log.Note(current.Actor, AccessTable.ViewCase, CaseStream.NameOf(id));
        var clocks = CaseTiming.Clocks(state, time.Today(), desk.Calendar, desk.Settings);
        return new CaseView(state, [.. NextSteps.For(state, desk.Context()).Select(ForPerson(state))], clocks.IsOk ? clocks.Value : [], await desk.PerhapsTheSame(state, cancel));
    });

    /// <summary>The case alone.</summary>
    public Task<Result<CaseState>> State(string id, CancellationToken cancel) => runner.Read<CaseState>(AccessTable.ViewCase, async () =>
    {
        if (await Find(id, AccessTable.ViewCase, cancel) is not { } state) return Refusal.NotFound();
        await log.Note(current.Actor, AccessTable.ViewCase, CaseStream.NameOf(id));
        return state;
    });

    /// <summary>The whole record.</summary>
    public Task<Result<CaseRecord>> Record(string id, CancellationToken cancel) => runner.Read<CaseRecord>(AccessTable.ViewCase, async () =>
    {
        if (await Find(id, AccessTable.ViewCase, cancel) is null) return Refusal.NotFound();
        var entries = await reader.Read(CaseStream.NameOf(id), cancel);
        var check = Chain.Check(entries.Select(entry => entry.Stored), Sm3.Hash);
        var position = await tree.PositionOf(CaseStream.NameOf(id), entries[^1].Number, cancel);
        var head = position is null ? null : await tree.HeadOver(position.Position, cancel);
        var ids = entries.Select(entry => entry.Actor).Distinct().ToList();
        var names = await db.Set<Account>().AsNoTracking().Where(account => ids.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancel);
        return new CaseRecord(entries, names, check, head?.ToHead());
    });

    /// <summary>The case for its papers.</summary>
    public Task<Result<CaseState>> ForDocuments(string id, CancellationToken cancel) => runner.Read<CaseState>(AccessTable.ReadCaseDocument, async () =>
        await Find(id, AccessTable.ReadCaseDocument, cancel) is { } state ? state : Refusal.NotFound());

    private async Task<CaseState?> Find(string id, UseCase useCase, CancellationToken cancel) =>
        await stream.Load(id, cancel) is { } state && runner.Check(useCase, CaseRow.PlacementOf(state)) is null ? state : null;

    /// <summary>Steps that the law allows but this person's role does not, say so.</summary>
    private Func<StepChoice, StepChoice> ForPerson(CaseState state) => choice =>
    {
        return choice.Allowed && !current.May(CaseHands.UseCaseOf(choice.Line.Hands), CaseRow.PlacementOf(state))
            ? choice with { Refusals = [new Refusal("other-hands", CaseHands.Title(choice.Line.Hands), choice.Line.Basis)] }
            : choice;
    };
}
