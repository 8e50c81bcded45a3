using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Ledgers;

/// <summary>How decisions on one item fared where they were contested (事项应诉风险).</summary>
/// <param name="Since">First day looked at.</param>
/// <param name="Contested">Reviews and suits begun from that day on, over the whole district.</param>
/// <param name="Fell">How many of them took our decision down, changed it or found it unlawful.</param>
/// <param name="Lines">Those that fell and lie in the person's reach, newest first.</param>
public sealed record ItemRisk(DateOnly Since, int Contested, int Fell, IReadOnlyList<FallenOfItem> Lines);

/// <summary>A decision on the item that did not stand.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">Party and conduct.</param>
/// <param name="Standing">What became of it, when and by which paper.</param>
public sealed record FallenOfItem(string CaseId, string Title, string Standing);

/// <summary>Feeds what review and court said back to the item (应诉结果反馈): whoever files the next case of the item sees what went wrong with the last.</summary>
public sealed class ViewItemRisk(UseCaseRunner runner, AppDb db, CurrentActor current, TimeProvider time)
{
    private const int Years = 3;
    private const int MostLines = 10;

    /// <summary>Looks back three years.</summary>
    /// <param name="item">Code of the item.</param>
    /// <param name="cancel">Stops.</param>
    public Task<Result<ItemRisk>> Run(string item, CancellationToken cancel) => runner.Read<ItemRisk>(AccessTable.ListLedgers, async () =>
    {
        var (since, scope) = (time.Today().AddYears(-Years), AccessRules.ScopeOf(current.Actor, AccessTable.ListLedgers));
        var (units, areas) = (scope.Units, scope.Areas);
        var contested = from line in db.Set<LedgerRow>().AsNoTracking()
                        join one in db.Set<CaseRow>().AsNoTracking() on line.CaseId equals one.Id
                        where line.Kind == LedgerKind.Remedies && line.Since >= since && one.ItemCode == item
                        select line;
        var fell = contested.Where(line => line.Fell);
        var lines = await fell.Where(line => scope.Everything || units.Contains(line.Unit) || (line.Area != null && areas.Contains(line.Area)))
            .OrderByDescending(line => line.Since).ThenBy(line => line.CaseId).Take(MostLines).Select(line => new FallenOfItem(line.CaseId, line.Title, line.Standing)).ToListAsync(cancel);
        return new ItemRisk(since, await contested.CountAsync(cancel), await fell.CountAsync(cancel), lines);
    });
}
