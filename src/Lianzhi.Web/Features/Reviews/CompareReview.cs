using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
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

    /// <summary>What changed since the round before about the same matter was concluded.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="number">The round, from 1.</param>
    /// <param name="cancel">Stops.</param>
    public Task<Result<ReviewComparison>> Run(string caseId, int number, CancellationToken cancel) => runner.Read<ReviewComparison>(AccessTable.ViewCase, async () =>
    {
        if (await stream.Load(caseId, cancel) is not { } state || runner.Check(AccessTable.ViewCase, CaseRow.PlacementOf(state)) is not null) return Refusal.NotFound();
        if (number < 1 || number > state.Reviews.Count) return Refusal.NotFound();
        var matter = state.Reviews[number - 1].Submission.Measure;
        if (state.Reviews.Take(number - 1).LastOrDefault(round => round.Submission.Measure == matter)?.Conclusion is not { } before) return new ReviewComparison(null);
        // Penalty and coercion may be under review at once: the entry of an opinion is found by its place among all opinions.
        var place = state.Reviews.Select(round => round.Conclusion).OfType<LegalReviewConcluded>().OrderBy(one => one.At).TakeWhile(one => !ReferenceEquals(one, before)).Count();
        var entries = await reader.Read(CaseStream.NameOf(caseId), cancel);
        var returned = entries.Where(entry => entry.Type == Concluded).ElementAt(place).Number;
        return new ReviewComparison(ReviewChanges.Between(CaseStream.Fold([.. entries.TakeWhile(entry => entry.Number <= returned)])!, state));
    });
}
