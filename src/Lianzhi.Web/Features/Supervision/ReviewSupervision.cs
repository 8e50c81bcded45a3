using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Supervision;

namespace Lianzhi.Web.Features.Supervision;

/// <summary>The bureau accepts an answer, which closes the matter, or sends it back once with the reason and another day (审核执法监督回复).</summary>
public sealed class ReviewSupervision(SupervisionDesk desk)
{
    /// <summary>Accepts or sends back.</summary>
    public Task<Result<string>> Run(string id, long? version, bool? accepted, string? remark, DateOnly? dueOn, CancellationToken cancel) => desk.Take(AccessTable.ReviewSupervision, id, version, null, folder =>
    {
        var faults = SupervisionRules.Review(folder.File, accepted, remark, dueOn, desk.Today);
        if (faults.Count > 0) return faults;
        var answer = folder.Answers[^1];
        (answer.Accepted, answer.Remark) = (accepted, string.IsNullOrWhiteSpace(remark) ? null : remark.Trim());
        (answer.ReviewedOn, answer.ReviewedBy, answer.NextDueOn) = (desk.Today, PlainText.Cut(desk.Actor.Name, 100), accepted == false ? dueOn : null);
        folder.Row.Follow(folder.File);
        return [];
    }, cancel);
}
