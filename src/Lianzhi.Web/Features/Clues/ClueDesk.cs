using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Clues;

/// <summary>
/// What all decisions on a clue share: load it, check the person and the version seen, let a rule decide, keep
/// what it decided.
/// </summary>
public sealed class ClueDesk(UseCaseRunner runner, AppDb db, ClueDistrict district, TimeProvider time)
{
    /// <summary>Decides.</summary>
    /// <param name="useCase">What is done.</param>
    /// <param name="id">The clue.</param>
    /// <param name="version">The version the person saw; null from another use case that holds the clue already.</param>
    /// <param name="reason">Why, for the record.</param>
    /// <param name="rule">Decides from the clue and the body competent for it.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Id of the clue.</returns>
    public Task<Result<string>> Decide(UseCase useCase, string id, long? version, string? reason, Func<ClueRow, Clue, Result<Clue>> rule, CancellationToken cancel) =>
        runner.Write<string>(useCase, reason, async () =>
        {
            var row = await db.Set<ClueRow>().SingleOrDefaultAsync(clue => clue.Id == id, cancel);
            if (row is null) return Refusal.NotFound();
            if (runner.Check(useCase, ClueDistrict.PlacementOf(row)) is { } refusal)
                return runner.Check(AccessTable.ViewClue, ClueDistrict.PlacementOf(row)) is null ? refusal : Refusal.NotFound();
            if (version is not null && row.Version != version) return Refusal.Stale(row.Version);
            var decided = rule(row, row.ToClue());
            if (!decided.IsOk) return Result<string>.Refused(decided.Refusals);
            var answered = row.Answer;
            row.Apply(decided.Value, time.Today());
            if (row.Answer != answered) row.AnsweredAt = time.GetUtcNow();
            return row.Id;
        }, cancel);

    /// <summary>Who may lawfully act on a clue.</summary>
    public Core.Powers.CompetenceAnswer? CompetentFor(ClueRow row) => district.Competent(row.Item, row.Township, row.CrossesTownships, row.MajorOrComplex);
}
