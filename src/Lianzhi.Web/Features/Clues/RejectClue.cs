using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;

namespace Lianzhi.Web.Features.Clues;

/// <summary>Does not accept a clue (不予受理).</summary>
public sealed class RejectClue(ClueDesk desk, ClueDistrict district)
{
    /// <summary>Refuses it with ground and reason; who reported reads both, and how to seek review.</summary>
    public Task<Result<string>> Run(string id, long? version, RejectGround? ground, string? reason, CancellationToken cancel) =>
        desk.Decide(AccessTable.RejectClue, id, version, reason, (row, clue) => ground is not { } chosen
            ? Refusal.Invalid("ground", "请选择不予受理的情形。")
            : Triage.Reject(clue, chosen, reason, desk.CompetentFor(row), row.IsAnswerable, district.Remedies), cancel);
}
