using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Clues;

/// <summary>How far a complaint has come, for who sent it (办理进度): no name, phone or description in it.</summary>
/// <param name="Number">受理编号.</param>
/// <param name="State">State for programs.</param>
/// <param name="StateText">State in plain words.</param>
/// <param name="Body">Full name of the body it is with.</param>
/// <param name="ReceivedOn">Day it was received.</param>
/// <param name="DueOn">Last day of the step under way; null when none runs.</param>
/// <param name="Answer">What the body says; null while it has said nothing.</param>
/// <param name="AnsweredOn">When it said so.</param>
public sealed record ProgressView(string Number, ClueState State, string StateText, string Body, DateOnly ReceivedOn, DateOnly? DueOn, string? Answer, DateOnly? AnsweredOn);

/// <summary>Finds the progress of a complaint by number and query code (查询进度).</summary>
public sealed class FindProgress(UseCaseRunner runner, AppDb db)
{
    // One answer for an unknown number and a wrong code: nobody learns which numbers exist.
    private static readonly Refusal Unknown = new("unknown-complaint", "受理编号或者查询码不正确，请对照提交时的记录再试。") { Kind = RefusalKind.NotFound };

    /// <summary>Finds it.</summary>
    public Task<Result<ProgressView>> Run(string? number, string? code, CancellationToken cancel) =>
        runner.Read<ProgressView>(AccessTable.FindProgress, async () =>
        {
            var (cleanNumber, cleanCode) = (ClueNumbers.CleanNumber(number), ClueNumbers.CleanCode(code));
            if (cleanNumber.Length == 0) return Refusal.Invalid("number", "请填写受理编号，例如 投20261008-0001。");
            if (cleanCode.Length == 0) return Refusal.Invalid("code", "请填写 8 位查询码。");
            if (cleanNumber.Length > 20 || cleanCode.Length > 20 || !PlainText.IsFit(cleanNumber) || !PlainText.IsFit(cleanCode)) return Unknown;
            var hash = NewClues.HashOf(cleanNumber, cleanCode);
            var row = await db.Set<ClueRow>().AsNoTracking().SingleOrDefaultAsync(clue => clue.Number == cleanNumber && clue.CodeHash == hash, cancel);
            if (row is null) return Unknown;
            var clue = row.ToClue();
            return new ProgressView(row.Number, row.State, ClueWords.ForPublic(row.State, row.BodyCode is null), row.BodyName, row.ReceivedOn, clue.DueOn,
                row.Answer, row.AnsweredAt is { } at ? Platform.District.DateOf(at) : null);
        });
}
