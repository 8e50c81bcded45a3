using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;

namespace Lianzhi.Web.Features.Clues;

/// <summary>The area chief's arrangement of a reported clue (片长安排).</summary>
public sealed class ArrangeClue(ClueDesk desk, ClueDistrict district)
{
    /// <summary>Says which township or department handles it, and why.</summary>
    public Task<Result<string>> Run(string id, long? version, string? to, string? reason, CancellationToken cancel) =>
        desk.Decide(AccessTable.ArrangeClue, id, version, reason, (row, clue) => district.Body(to) is not { } body
            ? Refusal.Invalid("to", "请选择承办的镇街或者部门。")
            : Triage.Arrange(clue, body, reason, desk.CompetentFor(row), district.AcceptanceDue(district.Today)), cancel);
}
