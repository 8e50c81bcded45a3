using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using static Lianzhi.Core.Documents.CasePhrases;

namespace Lianzhi.Core.Seals;

/// <summary>Everything that stands on the slip of a request (用印单内容).</summary>
/// <param name="Number">Number of the slip.</param>
/// <param name="UnitName">Full name of the organ whose seal it is.</param>
/// <param name="Title">Title of the paper.</param>
/// <param name="PaperNumber">Number of the paper; null for kinds without one.</param>
/// <param name="Mark">核验编号 of the paper.</param>
/// <param name="Edition">版次 of the paper.</param>
/// <param name="IssuedOn">Day the paper was issued.</param>
/// <param name="Digest">SM3 of the paper as issued.</param>
/// <param name="Request">The request.</param>
/// <param name="Purpose">What for; null where it is plain.</param>
/// <param name="AskerName">Who asked.</param>
/// <param name="AskedAt">When.</param>
public sealed record SealSlip(
    string Number, string UnitName, string Title, string? PaperNumber, string Mark, int Edition, DateOnly IssuedOn, string Digest, SealRequest Request, string? Purpose, string AskerName, DateTimeOffset AskedAt)
{
    /// <summary>True when the signature was in the record before the seal was asked for; otherwise the head approved the seal itself.</summary>
    public bool SignedBefore { get; init; }

    /// <summary>Who returned it, when and why; null unless it was returned.</summary>
    public (string By, DateTimeOffset At, string Reason)? Returned { get; init; }

    /// <summary>The keeper and what was done; null before.</summary>
    public (string Keeper, SealUse Use)? Used { get; init; }
}

/// <summary>Makes the slip that goes to the keeper with the paper (用印审批单).</summary>
public static class SealPapers
{
    /// <summary>The slip of a request.</summary>
    public static DocumentContent Slip(SealSlip slip)
    {
        var (kind, request) = (DocumentKinds.Of(DocumentCode.SealSlip), slip.Request);
        return new(kind, slip.UnitName, kind.Title, slip.Number,
        [
            new FieldTable(
            [
                new("用印文书", slip.Title),
                new("文号", Or(slip.PaperNumber, "不编文号")),
                new("制发日期", ChineseText.Date(slip.IssuedOn)),
                new("核验编号、版次", $"{slip.Mark}，第{slip.Edition}版"),
                new("文书指纹（SM3）", string.Join(' ', slip.Digest.Chunk(8).Select(part => new string(part)))),
                new("申请份数", $"{request.Copies}份"),
                new("骑缝章", request.Straddle ? "加盖" : "不加盖"),
                new("用途", Or(slip.Purpose, "送达、存卷")),
                new("申请时间", ChineseText.Time(slip.AskedAt)),
                new("批准", ApprovalOf(slip)),
            ]),
            .. slip.Returned is { } returned ? new DocumentBlock[] { new Paragraph($"{returned.By}于{ChineseText.Time(returned.At)}退回：{Sentence(returned.Reason)}") } : [UseOf(slip)],
            new SignatureBlock(
            [
                new("申请人", slip.AskerName, ChineseText.Date(CaseDays.Of(slip.AskedAt))),
                new(slip.SignedBefore ? "文书签批人" : "批准人", request.Approval is { } approval ? approval.Signer.Name : slip.Returned is null ? Pending("批准") : "未批准", request.Approval is { } signed ? SignerDetail(signed.Signer, signed.On) : null),
                .. slip.Returned is null ? new[] { new SignatureLine("印章管理员", slip.Used?.Keeper ?? Pending("用印"), slip.Used is { Use.At: { } at } ? ChineseText.Date(CaseDays.Of(at)) : null) } : [],
            ]),
            new Paragraph("印章管理员用印前核对文书名称、文号、页数和份数，与本单不符的不得用印。", ParagraphStyle.Note),
        ]);
    }

    private static string ApprovalOf(SealSlip slip) => slip.Request.Approval is { } approval
        ? slip.SignedBefore ? $"文书已由{approval.Signer.Name}（{approval.Signer.Post}）于{ChineseText.Date(approval.On)}签批，据此用印" : "同意用印"
        : slip.Returned is null ? Pending("本机关负责人批准用印") : "未批准";

    private static FieldTable UseOf(SealSlip slip) => new(slip.Used is { Use: var use }
        ?
        [
            new("用印时间", ChineseText.Time(use.At!.Value)),
            new("实际用印", $"{use.Copies}份，{(use.Straddle ? "加盖骑缝章" : "未加盖骑缝章")}"),
            new("作废", use.Spoilt > 0 ? $"{use.Spoilt}份：{use.SpoiltReason}" : "无"),
            new("领取人", use.TakenBy!),
        ]
        : [new("用印时间", Pending("用印")), new("实际用印", Pending("用印")), new("作废", ""), new("领取人", "")]);
}
