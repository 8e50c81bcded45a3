using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Organisation;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Targets;

/// <summary>Registers a target by hand (登记检查对象).</summary>
public sealed class RegisterTarget(UseCaseRunner runner, AppDb db, Snapshot<OrganisationRegister> organisation, Entropy entropy, TimeProvider time)
{
    /// <summary>Registers it.</summary>
    /// <param name="cells">The facts as texts in the order of <see cref="TargetFile.Columns"/>.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<string>> Run(IReadOnlyList<string> cells, CancellationToken cancel) => runner.Write<string>(AccessTable.RegisterTarget, null, async () =>
    {
        var day = organisation.Current.AsOf(time.Today());
        var facts = TargetFile.Check(cells, day);
        if (!facts.IsOk) return Result<string>.Refused(facts.Refusals);
        var row = TargetRow.Of(facts.Value, entropy.NewId(time.GetUtcNow()), day.AreaOf(facts.Value.Township));
        if (runner.Check(AccessTable.RegisterTarget, row.Placement) is { } refusal) return refusal;
        if (await db.Set<TargetRow>().AnyAsync(other => other.Key == row.Key && other.MergedInto == null, cancel)) return TargetRefusals.Known;
        db.Add(row);
        db.Add(TargetSearchRow.Of(row));
        return row.Id;
    }, cancel);
}

/// <summary>Changes a target (变更检查对象), with a reason.</summary>
public sealed class ChangeTarget(UseCaseRunner runner, AppDb db, Snapshot<OrganisationRegister> organisation, TimeProvider time, CarryVisits carry)
{
    /// <summary>Changes it.</summary>
    public Task<Result<string>> Run(string id, long? version, IReadOnlyList<string> cells, string? reason, CancellationToken cancel) => runner.Write<string>(AccessTable.ChangeTarget, reason, async () =>
    {
        if (await db.Set<TargetRow>().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } target) return Refusal.NotFound();
        if (runner.Check(AccessTable.ChangeTarget, target.Placement) is { } refusal) return refusal;
        if (target.Version != version) return Refusal.Stale(target.Version);
        if (target.MergedInto is not null) return TargetRefusals.Merged;
        var day = organisation.Current.AsOf(time.Today());
        var facts = TargetFile.Check(cells, day);
        var faults = facts.IsOk ? [] : facts.Refusals.ToList();
        if (Reasons.Check(reason) is { } missing) faults.Add(missing);
        if (!facts.IsOk || faults.Count > 0) return faults;
        // Into a township beyond one's reach nothing is moved.
        if (runner.Check(AccessTable.ChangeTarget, Placement.Of(facts.Value.Township, day.AreaOf(facts.Value.Township))) is { } beyond) return beyond;
        if (await db.Set<TargetRow>().AnyAsync(other => other.Key == facts.Value.Key && other.Id != id && other.MergedInto == null, cancel)) return TargetRefusals.Known;
        var before = target.Enterprise;
        target.Take(facts.Value, day.AreaOf(facts.Value.Township));
        (await db.Set<TargetSearchRow>().SingleAsync(search => search.Id == id, cancel)).Take(target);
        await carry.Of(target, before, target.Enterprise, cancel);
        return id;
    }, cancel);
}

/// <summary>
/// Merges a double into the target that stays (合并重复对象). Nothing is deleted: what was done at the double keeps pointing to it, and it points on; visits that
/// are still planned there go to the one that stays, and all count for its enterprise.
/// </summary>
public sealed class MergeTargets(UseCaseRunner runner, AppDb db, CarryVisits carry)
{
    /// <summary>Merges.</summary>
    /// <param name="id">The target that stays.</param>
    /// <param name="twin">The double.</param>
    /// <param name="version">Version of the double that was seen.</param>
    /// <param name="reason">Why they are one.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<string>> Run(string id, string? twin, long? version, string? reason, CancellationToken cancel) => runner.Write<string>(AccessTable.MergeTargets, reason, async () =>
    {
        var stays = await db.Set<TargetRow>().SingleOrDefaultAsync(row => row.Id == id, cancel);
        if (stays is null) return Refusal.NotFound();
        if (runner.Check(AccessTable.MergeTargets, stays.Placement) is { } refusal) return refusal;
        if (twin == id || await db.Set<TargetRow>().SingleOrDefaultAsync(row => row.Id == twin, cancel) is not { } goes) return Refusal.Invalid("twin", "请选择另一个检查对象。");
        if (runner.Check(AccessTable.MergeTargets, goes.Placement) is { } beyond) return beyond;
        if (goes.Version != version) return Refusal.Stale(goes.Version);
        if (Reasons.Check(reason) is { } missing) return missing;
        if (stays.MergedInto is not null || goes.MergedInto is not null) return TargetRefusals.Merged;
        if (TargetDoubles.Why(stays.ToFacts(), goes.ToFacts()) is null)
            return new Refusal("not-a-double", "两个对象的统一社会信用代码、名称和地址都不能说明是同一个，请先核对并变更登记内容。", "基础库规则：一企一址一条", "twin");
        await carry.Of(goes, goes.Enterprise, stays.Enterprise, cancel);
        await carry.Planned(goes, stays, reason!.Trim(), cancel);
        goes.MergedInto = id;
        foreach (var earlier in await db.Set<TargetRow>().Where(row => row.MergedInto == goes.Id).ToListAsync(cancel)) earlier.MergedInto = id;
        return id;
    }, cancel);
}

/// <summary>Refusals that several use cases share.</summary>
internal static class TargetRefusals
{
    public static readonly Refusal Known = new("target-known", "该企业在该地址已有登记，请变更原登记。", "基础库规则：一企一址一条", "address");

    public static readonly Refusal Merged = new("target-merged", "该对象已并入另一对象，请办理保留的那一个。", "基础库规则：合并后只办理保留的对象");
}
