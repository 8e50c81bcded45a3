using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;
using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Clues;

/// <summary>Closes a handled clue with its result (线索办结).</summary>
public sealed class CloseClue(ClueDesk desk, AppDb db)
{
    /// <summary>Closes the clue that a case was filed from, when the case comes to its end; does nothing when there is none.</summary>
    /// <returns>Id of the clue; empty when there is none.</returns>
    public async Task<Result<string>> ForCase(string caseId, string outcome, CancellationToken cancel)
    {
        var id = await db.Set<ClueRow>().Where(row => row.CaseId == caseId && row.State == ClueState.Filed).Select(row => row.Id).FirstOrDefaultAsync(cancel);
        return id is null ? "" : await Run(id, null, outcome, cancel);
    }

    /// <summary>Closes it.</summary>
    public Task<Result<string>> Run(string id, long? version, string? outcome, CancellationToken cancel) =>
        desk.Decide(AccessTable.CloseClue, id, version, null, (_, clue) => Triage.Close(clue, outcome), cancel);
}
