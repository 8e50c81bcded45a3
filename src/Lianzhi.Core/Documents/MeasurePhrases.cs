using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using static Lianzhi.Core.Documents.CasePhrases;

namespace Lianzhi.Core.Documents;

/// <summary>Words of measures and transfers (措施用语), on papers and pages.</summary>
public static class MeasurePhrases
{
    internal static readonly Paragraph InDuplicate = new("本文书一式二份，一份送达，一份存档。", ParagraphStyle.Note);

    /// <summary>What officers call a measure.</summary>
    public static string Title(MeasureKind kind) => kind switch
    {
        MeasureKind.Preservation => "先行登记保存",
        MeasureKind.Sealing => "查封",
        MeasureKind.Seizure => "扣押",
        MeasureKind.Extension => "延长查封、扣押期限",
        _ => "代履行",
    };

    /// <summary>A ground of lifting in the law's words.</summary>
    public static string Title(LiftGround ground) => ground switch
    {
        LiftGround.NoViolation => "当事人没有违法行为",
        LiftGround.Unrelated => "查封、扣押的场所、设施或者财物与违法行为无关",
        LiftGround.DealtWith => "对违法行为已经作出处理决定，不再需要查封、扣押",
        LiftGround.Expired => "查封、扣押期限已经届满",
        _ => "其他不再需要采取查封、扣押措施的情形",
    };

    /// <summary>What becomes of preserved evidence.</summary>
    public static string Title(PreservationDisposal disposal) => disposal switch
    {
        PreservationDisposal.Returned => "采取记录、复制等证据保全措施后返还当事人",
        PreservationDisposal.Tested => "送交检测、检验、鉴定",
        PreservationDisposal.Sealed => "转为查封、扣押",
        PreservationDisposal.Transferred => "移送有关部门处理",
        _ => "依法予以没收",
    };

    /// <summary>What was done with goods.</summary>
    public static string Title(GoodsAction action) => action switch
    {
        GoodsAction.Stored => "入库保管",
        GoodsAction.Entrusted => "委托第三人保管",
        GoodsAction.Returned => "返还当事人",
        GoodsAction.HandedToFinance => "移交财政或者公开拍卖",
        GoodsAction.Destroyed => "销毁",
        _ => "随案移送公安机关",
    };

    /// <summary>Title of a letter.</summary>
    public static string Title(LetterKind kind) => kind switch
    {
        LetterKind.JurisdictionConsultation => "管辖协商函",
        LetterKind.DesignationRequest => "指定管辖请示函",
        LetterKind.Assistance => "协助函",
        LetterKind.Referral => "线索移送函",
        _ => "案件移送函",
    };

    internal static string Basis(LetterKind kind) => kind switch
    {
        LetterKind.JurisdictionConsultation or LetterKind.DesignationRequest => "《中华人民共和国行政处罚法》第二十五条第二款",
        LetterKind.Assistance => "《中华人民共和国行政处罚法》第二十六条",
        LetterKind.Referral => "《行政执法机关移送涉嫌犯罪案件的规定》第十八条、第十九条",
        _ => "《中华人民共和国行政处罚法》第二十二条至第二十五条",
    };

    internal static string Request(LetterKind kind) => kind switch
    {
        LetterKind.JurisdictionConsultation => "本案管辖存在争议，请予协商并回复意见。",
        LetterKind.DesignationRequest => "经协商未能达成一致，请指定管辖。",
        LetterKind.Assistance => "请在职权范围内予以协助。",
        LetterKind.Referral => "现将有关线索移送你单位，请依法处理。",
        _ => "本案不属本机关管辖，现移送你单位，请接收并出具回执。",
    };

    /// <summary>A list of goods as a table.</summary>
    internal static GridTable List(IReadOnlyList<CaseGoods> goods) => new(["序号", "名称", "规格（型号、批号）", "数量", "单位", "备注"],
        [.. goods.Select((one, index) => (IReadOnlyList<string>)[$"{index + 1}", one.Name, Or(one.Specification, "—"), one.Quantity, one.Unit, Or(one.Note, "")])]);

    internal static SignatureBlock Confirmed(string who, string? refused, IReadOnlyList<CaseOfficer> officers, DateOnly on) =>
        new([new(who, refused is { Length: > 0 } ? $"拒绝签名：{refused}" : "（签名）"), .. Signatures("执法人员", officers, ChineseText.Date(on))]);

    internal static string SealingRemedies(CaseRemedies remedies) => RemediesAgainst(remedies);
}
