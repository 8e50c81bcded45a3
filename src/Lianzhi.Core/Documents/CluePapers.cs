using Lianzhi.Core.Cases;
using Lianzhi.Core.Clues;
using static Lianzhi.Core.Documents.CasePhrases;

namespace Lianzhi.Core.Documents;

/// <summary>Makes the papers of a clue (线索文书) from its record: the register sheet, and a sheet for each time it went to another body.</summary>
public static class CluePapers
{
    /// <summary>The papers a clue has.</summary>
    public static IReadOnlyList<CaseDocument> Of(ClueFile file) =>
    [
        new(DocumentKinds.Of(DocumentCode.ClueRegister), 0, Decided(file) is not null, CaseDays.Of(file.ReceivedAt)),
        .. file.Moves.Select((move, index) => new CaseDocument(DocumentKinds.Of(DocumentCode.ClueTransfer), index, true, CaseDays.Of(move.At))),
    ];

    /// <summary>The content of one paper; null when the clue has no such paper.</summary>
    public static DocumentContent? Content(ClueFile file, DocumentCode code, int index) => code switch
    {
        DocumentCode.ClueRegister when index == 0 => Register(file),
        DocumentCode.ClueTransfer when index >= 0 && index < file.Moves.Count => Transfer(file, file.Moves[index]),
        _ => null,
    };

    /// <summary>What the body decided first: accepted, refused or handed on.</summary>
    private static ClueDecision? Decided(ClueFile file) =>
        file.Decisions.FirstOrDefault(decision => decision.State is ClueState.Accepted or ClueState.Rejected or ClueState.Transferred or ClueState.Reported);

    private static DocumentContent Register(ClueFile file)
    {
        var (kind, decided) = (DocumentKinds.Of(DocumentCode.ClueRegister), Decided(file));
        return new(kind, file.FirstBody, kind.Title, null,
        [
            new FieldTable(
            [
                new("受理编号", file.Number),
                new("线索来源", ClueWords.Of(file.Clue.Source)),
                new("收到时间", ChineseText.Time(file.ReceivedAt)),
                new("举报（投诉）人", Or(file.Reporter, file.Clue.Source == ClueSource.PublicComplaint ? "匿名" : "无") + (file.Confidential ? "（要求保密）" : "")),
                new("反映的事项", Or(file.Category, "未分类")),
                new("地点", file.Address),
                new("发生时间", Or(file.Occurred, "未说明")),
                new("反映的内容", file.Description),
                new("随附材料", file.Photos == 0 ? "无" : $"照片{file.Photos}张"),
                new("审查处理意见", decided is null ? Pending("审查决定") : Opinion(file, decided)),
                new("审查时间", decided is null ? Pending("审查决定") : ChineseText.Time(decided.At)),
                new("办理情况", Course(file)),
            ]),
            new Paragraph("举报人信息依法保密，本表只载遮盖后的信息；完整信息由承办单位在平台中查阅，每次查阅都留有记录。", ParagraphStyle.Note),
            new SignatureBlock([new("登记人员", file.RegisteredBy ?? "（当事人网上提交，平台登记）", ChineseText.Date(CaseDays.Of(file.ReceivedAt))), new("审查人员", decided is null ? Pending("审查决定") : decided.By ?? "（签名）")]),
        ]);
    }

    private static string Opinion(ClueFile file, ClueDecision decided) => decided.State switch
    {
        ClueState.Accepted => "予以受理，依法核查。",
        ClueState.Rejected => Sentence($"不予受理：{(file.Clue.Ground is { } ground ? ClueWords.Of(ground) : "")}{(decided.Reason is { Length: > 0 } reason ? $"。{reason}" : "")}"),
        ClueState.Reported => Sentence($"{(file.Clue.CrossesTownships ? "跨镇街" : "重大复杂")}，报请片长安排：{decided.Reason}"),
        _ => Sentence($"移送{file.Moves.FirstOrDefault(move => move.At == decided.At)?.To ?? "有管辖权的机关"}：{decided.Reason}"),
    };

    private static string Course(ClueFile file) => file.Clue.State switch
    {
        ClueState.Filed => "已立案调查。",
        ClueState.Closed or ClueState.Answered => Sentence(Or(file.Clue.Outcome, "已办结")),
        _ => file.Clue.DueOn is { } due ? $"{ClueWords.Of(file.Clue.State)}，期限至{ChineseText.Date(due)}。" : Sentence(ClueWords.Of(file.Clue.State)),
    };

    private static DocumentContent Transfer(ClueFile file, ClueMove move)
    {
        var (kind, on) = (DocumentKinds.Of(DocumentCode.ClueTransfer), ChineseText.Date(CaseDays.Of(move.At)));
        return new(kind, move.From, move.ByChief ? "线索交办单" : "线索移送单", null,
        [
            new Paragraph($"{move.To}：", ParagraphStyle.Plain),
            new FieldTable(
            [
                new("受理编号", file.Number),
                new("线索来源", ClueWords.Of(file.Clue.Source)),
                new("收到时间", ChineseText.Time(file.ReceivedAt)),
                new("地点", file.Address),
                new("反映的内容", file.Description),
                new("举报（投诉）人", Or(file.Reporter, "无") + (file.Confidential ? "（要求保密，不得向当事人透露）" : "")),
                new("随附材料", file.Photos == 0 ? "无" : $"照片{file.Photos}张"),
                new(move.ByChief ? "交办理由" : "移送理由", move.Reason),
                new("反馈期限", move.DueOn is { } due ? $"{ChineseText.Date(due)}前审查决定是否受理" : "依法定期限办理"),
            ]),
            new Paragraph(move.ByChief
                ? "按照片区联合执法工作方案，现将上述线索交你单位承办，请依法以你单位名义处理，并将处理结果报片长。"
                : "经审查，上述线索属你单位职责范围，现移送你单位依法处理，请在回执上签收，并将处理结果告知移送单位。", ParagraphStyle.Operative),
            move.ByChief ? new SignatureBlock([new("片长", move.By ?? "（签名）", on)]) : new SealBlock(move.From, on),
            new FieldTable([new("回执：签收单位", move.To), new("签收人", "（签名）"), new("签收日期", "　　年　　月　　日")]),
        ]);
    }
}
