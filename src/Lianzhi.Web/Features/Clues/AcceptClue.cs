using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;

namespace Lianzhi.Web.Features.Clues;

/// <summary>Accepts a clue (受理线索).</summary>
public sealed class AcceptClue(ClueDesk desk, ClueDistrict district)
{
    /// <summary>Accepts it; the last day for handling is counted from today.</summary>
    public Task<Result<string>> Run(string id, long? version, CancellationToken cancel) =>
        desk.Decide(AccessTable.AcceptClue, id, version, null, (row, clue) =>
        {
            var dueOn = district.HandlingDue(clue.Source);
            return Triage.Accept(clue, desk.CompetentFor(row), dueOn)
                .Then<Clue>(accepted => row.IsAnswerable ? accepted with { Answer = ClueAnswers.Accepted(accepted.Body.Name, dueOn) } : accepted);
        }, cancel);
}
