using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Cases;

/// <summary>What a new case gives back.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number; null before filing.</param>
/// <param name="Version">Version of its record.</param>
public sealed record CaseReceipt(string Id, string? Number, long Version)
{
    internal static CaseReceipt Of(CaseState state) => new(state.Id, state.Number, state.Version);
}

/// <summary>Proposes a case for filing (提请立案), from a clue or from what the officers found.</summary>
public sealed class ProposeCase(CaseOpening opening)
{
    /// <summary>Proposes it; the id in the command is replaced by a new one.</summary>
    public Task<Result<CaseReceipt>> Run(ProposeFiling command, CancellationToken cancel) =>
        opening.Open(AccessTable.ProposeCase, id => command with { CaseId = id }, command.ClueId, cancel);
}

/// <summary>Penalises on the spot (当场处罚): told, decided and served at once.</summary>
public sealed class PenaliseAtOnce(CaseOpening opening)
{
    /// <summary>Penalises; the id in the command is replaced by a new one.</summary>
    public Task<Result<CaseReceipt>> Run(PenaliseOnSpot command, CancellationToken cancel) =>
        opening.Open(AccessTable.PenaliseOnSpot, id => command with { CaseId = id }, command.ClueId, cancel);
}

/// <summary>What both ways into a case share.</summary>
public sealed class CaseOpening(UseCaseRunner runner, CaseStream stream, CaseDesk desk, LinkClueToCase link, Entropy entropy, TimeProvider time)
{
    /// <summary>Takes the first step of a new case and links its clue.</summary>
    public Task<Result<CaseReceipt>> Open(UseCase useCase, Func<string, CaseCommand> make, string? clueId, CancellationToken cancel) =>
        runner.Write<CaseReceipt>(useCase, null, async () =>
        {
            var command = make(entropy.NewId(time.GetUtcNow()));
            var happened = await desk.Take(CaseState.New, command, cancel);
            if (!happened.IsOk) return Result<CaseReceipt>.Refused(happened.Refusals);
            var after = CaseState.Apply(CaseState.New, happened.Value);
            if (runner.Check(useCase, CaseRow.PlacementOf(after)) is { } refusal) return refusal;
            if (clueId is not null && await link.Run(clueId, after.Id, cancel) is { IsOk: false } unlinked) return Result<CaseReceipt>.Refused(unlinked.Refusals);
            return CaseReceipt.Of(await stream.Append(useCase, CaseState.New, happened.Value, cancel));
        }, cancel);
}
