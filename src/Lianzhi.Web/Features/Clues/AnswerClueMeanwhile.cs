using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;

namespace Lianzhi.Web.Features.Clues;

/// <summary>Tells who waits how a clue stands before its result is there (阶段性答复): a 12345 work order is replied to in its own time.</summary>
public sealed class AnswerClueMeanwhile(ClueDesk desk, ClueDistrict district)
{
    /// <summary>Tells it; the final answer takes its place later.</summary>
    public Task<Result<string>> Run(string id, long? version, string? answer, CancellationToken cancel) =>
        desk.Decide(AccessTable.AnswerClueMeanwhile, id, version, null,
            (row, clue) => Triage.AnswerMeanwhile(clue, answer, row.IsAnswerable, district.HandlingDue(ClueSource.PublicComplaint)), cancel);
}
