using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Ledgers;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Reviews;

/// <summary>An opinion the reviewer wrote before.</summary>
/// <param name="Aspect">In which respect.</param>
/// <param name="Text">What was wrong.</param>
/// <param name="CaseTitle">Of which case.</param>
/// <param name="SameItem">The case was about the same item.</param>
public sealed record EarlierOpinion(ReviewAspect Aspect, string Text, string CaseTitle, bool SameItem);

/// <summary>A decision that did not stand.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">Party and conduct.</param>
/// <param name="Standing">What became of it, when and by which paper.</param>
public sealed record FallenDecision(string CaseId, string Title, string Standing);

/// <summary>What a reviewer has at hand beside a case.</summary>
/// <param name="Opinions">Own earlier findings, those about the same item first, each text once.</param>
/// <param name="Fallen">Decisions in reach that review or court took down, the newest first.</param>
public sealed record ReviewerDesk(IReadOnlyList<EarlierOpinion> Opinions, IReadOnlyList<FallenDecision> Fallen);

/// <summary>What a reviewer wrote before and which decisions fell since (审核意见库、近期被撤销变更的案件).</summary>
public sealed class ReviewMemory(UseCaseRunner runner, AppDb db, CaseStream stream, CurrentActor current)
{
    private const int Rounds = 20;
    private const int MostOpinions = 12;
    private const int MostFallen = 5;

    /// <summary>Loads it for the reviewer of a case.</summary>
    /// <param name="item">Item of the case.</param>
    /// <param name="except">The case itself.</param>
    /// <param name="cancel">Stops.</param>
    public Task<Result<ReviewerDesk>> Run(string item, string except, CancellationToken cancel) => runner.Read<ReviewerDesk>(AccessTable.ListReviews, async () =>
    {
        var opinions = new List<EarlierOpinion>();
        if (current.Actor.OfficerId is { } me)
        {
            var rounds = await db.Set<ReviewRow>().AsNoTracking().Where(row => row.ReviewerId == me && row.ConcludedOn != null && row.CaseId != except).OrderByDescending(row => row.ConcludedOn).ThenBy(row => row.CaseId).Take(Rounds)
                .Select(row => new { row.CaseId, row.Round }).ToListAsync(cancel);
            await stream.Prepare([.. rounds.Select(round => round.CaseId).Distinct()], cancel);
            foreach (var round in rounds)
            {
                if (await stream.Load(round.CaseId, cancel) is not { } state || round.Round > state.Reviews.Count) continue;
                opinions.AddRange(state.Reviews[round.Round - 1].Conclusion?.Findings.Select(finding => new EarlierOpinion(finding.Aspect, finding.Text, state.Title, state.Item!.Code == item)) ?? []);
            }
        }
        var scope = AccessRules.ScopeOf(current.Actor, AccessTable.ListReviews);
        var units = scope.Units;
        var fallen = await db.Set<LedgerRow>().AsNoTracking().Where(row => row.Kind == LedgerKind.Remedies && row.Fell && (scope.Everything || units.Contains(row.Unit)))
            .OrderByDescending(row => row.Since).ThenBy(row => row.CaseId).Take(MostFallen).Select(row => new FallenDecision(row.CaseId, row.Title, row.Standing)).ToListAsync(cancel);
        return new ReviewerDesk([.. opinions.DistinctBy(opinion => opinion.Text).OrderByDescending(opinion => opinion.SameItem).Take(MostOpinions)], fallen);
    });
}
