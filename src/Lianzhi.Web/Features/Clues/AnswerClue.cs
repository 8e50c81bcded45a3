using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;

namespace Lianzhi.Web.Features.Clues;

/// <summary>Answers the person who reported (答复举报人).</summary>
public sealed class AnswerClue(ClueDesk desk)
{
    /// <summary>Answers; the person reads it with number and query code.</summary>
    public Task<Result<string>> Run(string id, long? version, string? answer, CancellationToken cancel) =>
        desk.Decide(AccessTable.AnswerClue, id, version, null, (row, clue) => Triage.Answer(clue, answer, row.IsAnswerable), cancel);
}
