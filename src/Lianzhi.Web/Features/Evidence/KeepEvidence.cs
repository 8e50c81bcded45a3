using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Evidence;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Evidence;

/// <summary>What keeping evidence gives back.</summary>
/// <param name="Id">The evidence.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number in the case.</param>
/// <param name="Version">Version of the case's record.</param>
public sealed record EvidenceReceipt(string Id, string CaseId, int Number, long Version);

/// <summary>Takes evidence into a case (登记证据): uploads become its files, its event goes into the record of the case.</summary>
public sealed class KeepEvidence(UseCaseRunner runner, CaseEvidenceDesk desk, EvidenceUploads uploads, Entropy entropy, TimeProvider time)
{
    /// <summary>Takes it.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="version">Version the person saw; null to take it whatever happened meanwhile.</param>
    /// <param name="command">What it is.</param>
    /// <param name="files">Ids of finished uploads.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<EvidenceReceipt>> Run(string caseId, long? version, CollectEvidence command, IReadOnlyList<string> files, CancellationToken cancel) =>
        runner.Write<EvidenceReceipt>(AccessTable.KeepEvidence, null, async () =>
        {
            var found = await desk.Load(caseId, AccessTable.KeepEvidence, version, cancel);
            if (!found.IsOk) return Result<EvidenceReceipt>.Refused(found.Refusals);
            if (!CaseEvidenceDesk.IsKnown(command.At) || (command.Until is { } until && !CaseEvidenceDesk.IsKnown(until))) return Refusal.Invalid("at", "时间不对。");
            if (files.Distinct(StringComparer.Ordinal).Count() != files.Count || files.Count > EvidenceRules.MostFiles) return Refusal.Invalid("uploads", $"文件重复，或者超过{EvidenceRules.MostFiles}个。");
            var taken = await uploads.Take(caseId, files, cancel);
            if (!taken.IsOk) return Result<EvidenceReceipt>.Refused(taken.Refusals);
            var id = entropy.NewId(time.GetUtcNow());
            return await desk.Append(AccessTable.KeepEvidence, found.Value, id, EvidenceRules.Collect(found.Value, command, id, taken.Value, desk.Context()), cancel);
        }, cancel);
}

/// <summary>Moves evidence along its chain of custody (登记证据流转).</summary>
public sealed class MoveEvidenceOn(UseCaseRunner runner, CaseEvidenceDesk desk)
{
    /// <summary>Moves it.</summary>
    public Task<Result<EvidenceReceipt>> Run(string id, long? version, MoveEvidence command, CancellationToken cancel) => runner.Write<EvidenceReceipt>(AccessTable.MoveEvidence, null, async () =>
    {
        var found = await desk.LoadOf(id, AccessTable.MoveEvidence, version, cancel);
        if (!found.IsOk) return Result<EvidenceReceipt>.Refused(found.Refusals);
        if (!CaseEvidenceDesk.IsKnown(command.At)) return Refusal.Invalid("at", "时间不对。");
        return await desk.Append(AccessTable.MoveEvidence, found.Value, id, EvidenceRules.Move(found.Value, id, command, desk.Context()), cancel);
    }, cancel);
}

/// <summary>Excludes evidence (排除证据).</summary>
public sealed class ExcludeEvidenceFrom(UseCaseRunner runner, CaseEvidenceDesk desk)
{
    /// <summary>Excludes it.</summary>
    public Task<Result<EvidenceReceipt>> Run(string id, long? version, ExcludeEvidence command, CancellationToken cancel) => runner.Write<EvidenceReceipt>(AccessTable.ExcludeEvidence, command.Reason, async () =>
    {
        var found = await desk.LoadOf(id, AccessTable.ExcludeEvidence, version, cancel);
        return !found.IsOk ? Result<EvidenceReceipt>.Refused(found.Refusals)
            : await desk.Append(AccessTable.ExcludeEvidence, found.Value, id, EvidenceRules.Exclude(found.Value, id, command, desk.Context()), cancel);
    }, cancel);
}

/// <summary>What the use cases of evidence share: the case with permission, and its event (证据办理).</summary>
public sealed class CaseEvidenceDesk(UseCaseRunner runner, AppDb db, CaseStream stream, CaseDesk cases)
{
    /// <summary>The context of the rules.</summary>
    public StepContext Context() => cases.Context();

    /// <summary>Years acts can lie in.</summary>
    internal static bool IsKnown(DateTimeOffset at) => at.Year is >= 1900 and <= 2150;

    /// <summary>The case, when the person may do this to it.</summary>
    public async Task<Result<CaseState>> Load(string caseId, UseCase useCase, long? version, CancellationToken cancel)
    {
        if (await stream.Load(caseId, cancel) is not { } state || runner.Check(AccessTable.ViewCase, CaseRow.PlacementOf(state)) is not null) return Refusal.NotFound();
        if (runner.Check(useCase, CaseRow.PlacementOf(state)) is { } refusal) return refusal;
        return version is not null && version != state.Version ? Refusal.Stale(state.Version) : state;
    }

    /// <summary>The case a piece of evidence belongs to.</summary>
    public async Task<Result<CaseState>> LoadOf(string id, UseCase useCase, long? version, CancellationToken cancel) =>
        await db.Set<EvidenceRow>().AsNoTracking().Where(row => row.Id == id).Select(row => row.CaseId).SingleOrDefaultAsync(cancel) is { } caseId
            ? await Load(caseId, useCase, version, cancel) : Refusal.NotFound();

    /// <summary>Appends what a rule answered.</summary>
    public async Task<Result<EvidenceReceipt>> Append(UseCase useCase, CaseState state, string id, Result<CaseEvent> happened, CancellationToken cancel)
    {
        if (!happened.IsOk) return Result<EvidenceReceipt>.Refused(happened.Refusals);
        var after = await stream.Append(useCase, state, happened.Value, cancel);
        return new EvidenceReceipt(id, after.Id, after.Evidence.Single(item => item.Id == id).Collected.Number, after.Version);
    }
}
