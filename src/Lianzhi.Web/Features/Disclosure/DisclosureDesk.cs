using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Disclosure;
using Lianzhi.Core.Settings;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Disclosure;

/// <summary>What became of the publication of a case's decision.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="DisclosureId">The disclosure.</param>
/// <param name="State">Published, withheld or withdrawn.</param>
/// <param name="On">The day.</param>
/// <param name="Reason">Reason of withholding or withdrawing.</param>
public sealed record DisclosureChange(string CaseId, string DisclosureId, DisclosureState State, DateOnly On, string? Reason);

/// <summary>Called inside the transaction when the publication of a case's decision changes; registered by the case capability.</summary>
public delegate Task<Result<bool>> DisclosureChanged(DisclosureChange change, CancellationToken cancel);

/// <summary>What publishing, withholding and withdrawing share: load, check, keep, tell the case.</summary>
public sealed class DisclosureDesk(UseCaseRunner runner, AppDb db, Snapshot<SettingsBook> settings, TimeProvider time, IServiceProvider services)
{
    /// <summary>Practice values of today for a department.</summary>
    public PublicationSettings Settings(string? department) => DisclosureSettings.Of(settings.Current.AsOf(time.Today()), department);

    /// <summary>Changes a disclosure that the person may reach.</summary>
    public Task<Result<string>> Change(UseCase useCase, string id, long? version, string? reason, Func<DisclosureRow, DateOnly, Result<DisclosureState>> rule, CancellationToken cancel) =>
        runner.Write<string>(useCase, reason, async () =>
        {
            var row = await db.Set<DisclosureRow>().SingleOrDefaultAsync(disclosure => disclosure.Id == id, cancel);
            if (row is null) return Refusal.NotFound();
            if (runner.Check(useCase, row.Placement) is { } refusal) return refusal;
            if (version is not null && row.Version != version) return Refusal.Stale(row.Version);
            var state = rule(row, time.Today());
            if (!state.IsOk) return Result<string>.Refused(state.Refusals);
            row.State = state.Value;
            return await Tell(row, cancel);
        }, cancel);

    /// <summary>Adds a disclosure of a decision that has none in force yet.</summary>
    public async Task<Result<string>> Add(UseCase useCase, DisclosureRow row, CancellationToken cancel)
    {
        if (runner.Check(useCase, row.Placement) is { } refusal) return refusal;
        if (await db.Set<DisclosureRow>().AnyAsync(other => other.CaseId == row.CaseId && other.DecisionNumber == row.DecisionNumber && other.State != DisclosureState.Withdrawn, cancel))
            return new Refusal("already-disclosed", "本决定已经提出公示、公示或者决定不予公示。", "行政处罚法 第48条");
        db.AddRange(row, DisclosureSearchRow.Of(row));
        return await Tell(row, cancel);
    }

    private async Task<Result<string>> Tell(DisclosureRow row, CancellationToken cancel)
    {
        if (row.State != DisclosureState.Proposed && services.GetService<DisclosureChanged>() is { } changed)
        {
            var told = await changed(new DisclosureChange(row.CaseId, row.Id, row.State, time.Today(), row.Reason), cancel);
            if (!told.IsOk) return Result<string>.Refused(told.Refusals);
        }
        return row.Id;
    }
}
