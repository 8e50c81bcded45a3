using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Organisation;
using Lianzhi.Web.Features.Targets;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Requirements;

/// <summary>Withdraws days without inspections (撤销停止检查日), with the reason; the record keeps them.</summary>
public sealed class WithdrawBlackout(UseCaseRunner runner, AppDb db)
{
    /// <summary>Withdraws them.</summary>
    public Task<Result<string>> Run(string id, string? reason, CancellationToken cancel) => runner.Write<string>(AccessTable.WithdrawBlackout, reason, async () =>
    {
        if (await db.Set<BlackoutRow>().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row) return Refusal.NotFound();
        if (runner.Check(AccessTable.WithdrawBlackout, new Placement(null, row.Area, [])) is { } refusal) return refusal;
        if (Reasons.Check(reason) is { } missing) return missing;
        db.Remove(row);
        return id;
    }, cancel);
}

/// <summary>Withdraws visits granted beyond a cap (撤销突破频次上限的批准), with the reason; inspections that were carried out stay as they are.</summary>
public sealed class WithdrawException(UseCaseRunner runner, AppDb db)
{
    /// <summary>Withdraws it.</summary>
    public Task<Result<string>> Run(string id, string? reason, CancellationToken cancel) => runner.Write<string>(AccessTable.WithdrawException, reason, async () =>
    {
        if (await db.Set<CapExceptionRow>().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row) return Refusal.NotFound();
        // The enterprise is a credit code, or the target itself where it has none.
        var area = await db.Set<TargetRow>().AsNoTracking().Where(target => target.CreditCode == row.Enterprise || target.Id == row.Enterprise).OrderBy(target => target.Id).Select(target => target.Area).FirstOrDefaultAsync(cancel);
        if (runner.Check(AccessTable.WithdrawException, new Placement(null, area, [])) is { } refusal) return refusal;
        if (Reasons.Check(reason) is { } missing) return missing;
        db.Remove(row);
        return id;
    }, cancel);
}
