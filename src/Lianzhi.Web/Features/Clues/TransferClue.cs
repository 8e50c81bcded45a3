using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;

namespace Lianzhi.Web.Features.Clues;

/// <summary>Hands a clue to the competent body (移送线索).</summary>
public sealed class TransferClue(ClueDesk desk, ClueDistrict district)
{
    /// <summary>Hands it over.</summary>
    /// <param name="id">The clue.</param>
    /// <param name="version">The version seen.</param>
    /// <param name="to">Code of a township or department of the district; empty for an organ outside.</param>
    /// <param name="outside">Full name of the organ outside; only without <paramref name="to"/>.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<string>> Run(string id, long? version, string? to, string? outside, string? reason, CancellationToken cancel) =>
        desk.Decide(AccessTable.TransferClue, id, version, reason, (row, clue) =>
        {
            var isArea = district.Organisation.Areas.Any(area => area.Id == to || area.Name == outside);
            var body = district.Body(to) ?? (string.IsNullOrEmpty(to) && !string.IsNullOrWhiteSpace(outside) ? new ClueBody(null, outside.Trim()) : null);
            if (body is null && !isArea) return Refusal.Invalid("to", "请选择接收单位；不在列表里的，填写机关全称。");
            var from = clue.Body.Name;
            return Triage.Transfer(clue, body ?? clue.Body, reason, desk.CompetentFor(row), isArea, district.AcceptanceDue(district.Today))
                .Then<Clue>(moved => row.IsAnswerable ? moved with { Answer = ClueAnswers.Transferred(from, moved.Body.Name, moved.Reason) } : moved);
        }, cancel);
}
