using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Supervision;
using Lianzhi.Web.Data;

namespace Lianzhi.Web.Features.Supervision;

/// <summary>The head of the body answers what was found out and done (回复执法监督文书).</summary>
public sealed class AnswerSupervision(AppDb db, SupervisionDesk desk)
{
    /// <summary>Answers.</summary>
    public Task<Result<string>> Run(string id, long? version, string? done, string? materials, CancellationToken cancel) => desk.Take(AccessTable.AnswerSupervision, id, version, null, folder =>
    {
        var faults = SupervisionRules.Answer(folder.File, done, materials);
        if (faults.Count > 0) return faults;
        var answer = new SupervisionAnswerRow
        {
            SupervisionId = id,
            Round = folder.Answers.Count + 1,
            AnsweredOn = desk.Today,
            AnsweredBy = PlainText.Cut(desk.Actor.Name, 100),
            Done = done!.Trim(),
            Materials = string.IsNullOrWhiteSpace(materials) ? null : materials.Trim(),
        };
        db.Add(answer);
        folder.Row.Follow(folder.Row.ToFile([.. folder.Answers, answer]));
        return [];
    }, cancel);
}
