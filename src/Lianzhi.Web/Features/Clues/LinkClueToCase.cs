using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;

namespace Lianzhi.Web.Features.Clues;

/// <summary>Links a clue to the case filed from it (线索转立案); called when the case is filed.</summary>
public sealed class LinkClueToCase(ClueDesk desk)
{
    /// <summary>Links it; nothing changes when it is linked to this case already.</summary>
    public Task<Result<string>> Run(string clueId, string caseId, CancellationToken cancel) =>
        desk.Decide(AccessTable.LinkClue, clueId, null, null, (_, clue) => Triage.Link(clue, caseId), cancel);
}
