using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Reviews;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Reviews;

/// <summary>The comparison.</summary>
/// <param name="Changes">What reads otherwise; null when the case was never returned.</param>
public sealed record ReviewComparison(IReadOnlyList<ReviewChange>? Changes);

/// <summary>Compares a case with what it was when the reviewer last returned it (退回后的修改对照), from its record.</summary>
public sealed class CompareReview(UseCaseRunner runner, CaseStream stream, RecordReader reader)
{
    private const string Concluded = "legal-review-concluded";

    /// <summary>What changed since.</summary>
    public Task<Result<ReviewComparison>> Run(string caseId, CancellationToken cancel) => runner.Read<ReviewComparison>(AccessTable.ViewCase, async () =>
    {
        if (await stream.Load(caseId, cancel) is not { } state || runner.Check(AccessTable.ViewCase, CaseRow.PlacementOf(state)) is not null) return Refusal.NotFound();
        // The round that is open, or was concluded last, answers the one before it.
        if (state.Reviews is not [.., { Conclusion: not null }, var last]) return new ReviewComparison(null);
        var entries = await reader.Read(CaseStream.NameOf(caseId), cancel);
        var opinions = entries.Where(entry => entry.Type == Concluded).ToList();
        var returned = opinions[^(last.Conclusion is null ? 1 : 2)].Number;
        return new ReviewComparison(ReviewChanges.Between(CaseStream.Fold([.. entries.TakeWhile(entry => entry.Number <= returned)])!, state));
    });
}
