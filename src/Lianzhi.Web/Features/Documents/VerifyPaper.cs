using System.Security.Cryptography;
using System.Text;
using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Documents;

/// <summary>What is asked of a paper.</summary>
/// <param name="Number">核验编号 or 文号.</param>
/// <param name="Code">校验码; with it the whole text is shown.</param>
public sealed record VerifyRequest(string? Number, string? Code)
{
    /// <summary>Takes the members of the body.</summary>
    internal static VerifyRequest Read(JsonMembers body) => new(body.NullableText("number", 100), body.NullableText("code", 40));
}

/// <summary>A paper that this platform issued, for whoever has one before him.</summary>
/// <param name="Mark">核验编号.</param>
/// <param name="Kind">Name of its kind.</param>
/// <param name="Title">Title.</param>
/// <param name="Number">Number; null for kinds without one.</param>
/// <param name="UnitName">Subject that issued it.</param>
/// <param name="IssuedOn">Day of issue.</param>
/// <param name="Edition">版次.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="StandingText">The same in words.</param>
/// <param name="StandingOn">Since when; null while in force.</param>
/// <param name="StandingBy">Number of the paper that changed it.</param>
/// <param name="Digest">SM3 of the paper as issued.</param>
/// <param name="Whole">True when the text is whole, false when personal data is masked in it.</param>
/// <param name="Erased">True when personal data was erased from the text by law.</param>
/// <param name="Text">The text.</param>
public sealed record VerifiedPaper(
    string Mark, string Kind, string Title, string? Number, string UnitName, DateOnly IssuedOn, int Edition, PaperStanding Standing, string StandingText, DateOnly? StandingOn,
    string? StandingBy, string Digest, bool Whole, bool Erased, string Text);

/// <summary>
/// Tells whether a paper is genuine and how it stands (文书核验). Its mark alone shows the text with personal data masked; the
/// check code shows it whole. Numbers run on and can be guessed, so a number alone shows nothing.
/// </summary>
public sealed class VerifyPaper(UseCaseRunner runner, AppDb db)
{
    // One answer for what does not exist and for a wrong code: nobody learns which papers there are.
    private static readonly Refusal Unknown = new("unknown-paper", "没有查到这份文书：请核对编号和校验码，区分数字和字母。仍查不到的，请向文书上载明的机关核实。") { Kind = RefusalKind.NotFound };

    /// <summary>Looks it up.</summary>
    public Task<Result<VerifiedPaper>> Run(string? number, string? code, CancellationToken cancel) => runner.Read<VerifiedPaper>(AccessTable.VerifyPaper, async () =>
    {
        var (cleanNumber, cleanCode) = (PaperMarks.CleanNumber(number), PaperMarks.CleanCode(code));
        if (cleanNumber.Length == 0) return Refusal.Invalid("number", "请填写核验编号或者文号，例如 E1-20261008-4K7PQW。");
        if (cleanNumber.Length > 100 || cleanCode.Length > 40 || !PlainText.IsFit(cleanNumber) || !PlainText.IsFit(cleanCode)) return Unknown;
        var papers = db.Set<IssuedPaperRow>().AsNoTracking();
        var row = await papers.SingleOrDefaultAsync(paper => paper.Mark == cleanNumber, cancel);
        if (row is null)
        {
            if (cleanCode.Length == 0) return Refusal.Invalid("code", "按文号核验的，请同时填写文书末尾的校验码；只有核验编号的，请核对编号。");
            row = (await papers.Where(paper => paper.Number == cleanNumber).OrderByDescending(paper => paper.Edition).Take(20).ToListAsync(cancel)).FirstOrDefault(paper => Same(paper.Code, cleanCode));
            return row is null ? Unknown : Of(row, whole: true);
        }
        return cleanCode.Length == 0 ? Of(row, whole: false) : Same(row.Code, cleanCode) ? Of(row, whole: true) : Unknown;
    });

    private static VerifiedPaper Of(IssuedPaperRow row, bool whole)
    {
        var content = row.Read();
        return new(row.Mark, content.Kind.Name, row.Title, row.Number, row.UnitName, row.IssuedOn, row.Edition, row.Standing, row.Standing.Title(), row.StandingOn, row.StandingBy, row.Digest,
            whole, row.Erased, whole ? content.Text() : PaperMasking.Mask(content.Text(), row.ReadMasks()));
    }

    private static bool Same(string code, string typed) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(typed));
}
