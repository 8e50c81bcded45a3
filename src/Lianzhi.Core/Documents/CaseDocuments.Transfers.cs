using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using static Lianzhi.Core.Documents.CasePhrases;
using static Lianzhi.Core.Documents.MeasurePhrases;

namespace Lianzhi.Core.Documents;

/// <content>Papers of enforcement and transfers (代履行、拆除、移送文书).</content>
public static partial class CaseDocuments
{
    private static DocumentContent SubstituteDecision(CaseState state, SubstituteOrdered order) => Make(state, DocumentCode.SubstituteDecision, order.Number,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"你（单位）逾期不履行下列义务：{Sentence(order.Obligation)}{Sentence(order.Reason)}"),
            new Paragraph($"依据{Bare(order.LegalBasis)}和《中华人民共和国行政强制法》第五十条、第五十一条，本机关决定代履行："),
            new Paragraph($"代履行人：{order.Performer}；方式：{Bare(order.Manner)}；时间：{ChineseText.Date(order.PerformOn)}；费用预算：{ChineseText.WordsAndFigures(order.BudgetFen)}。", ParagraphStyle.Operative),
            new Paragraph("代履行的费用按照成本合理确定，由当事人承担，法律另有规定的除外。代履行三日前当事人履行的，停止代履行。"),
            new Paragraph(SealingRemedies(order.Remedies)),
            new SealBlock(state.Subject!.Name, ChineseText.Date(order.On)),
            InDuplicate,
        ]);

    private static DocumentContent SubstituteDemand(CaseState state, SubstituteDemanded demand) => Make(state, DocumentCode.SubstituteDemand, demand.Number,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"本机关已以{state.Measures.Substitute!.Number}作出代履行决定。依据《中华人民共和国行政强制法》第五十一条第一款第二项，现催告你（单位）履行："),
            new Paragraph(Sentence(demand.Requirement), ParagraphStyle.Operative),
            new Paragraph($"{ChineseText.Date(demand.EarliestOn)}前仍未履行的，本机关将组织代履行。你（单位）有权进行陈述和申辩。"),
            new SealBlock(state.Subject!.Name, ChineseText.Date(demand.On)),
            InDuplicate,
        ]);

    private static DocumentContent DemolitionAnnouncement(CaseState now, DemolitionAnnounced announced)
    {
        var state = DecidedBefore(now, announced);
        return Make(state, DocumentCode.DemolitionAnnouncement, announced.Number,
        [
            // Posted where everybody reads it: no number, no home (个人信息保护法 第34条: 不超出履行法定职责所必需).
            new Paragraph($"当事人：{state.Party!.DisplayName}", ParagraphStyle.Plain),
            new Paragraph($"本机关已以{state.Decision!.Number}责令拆除{announced.Building}。依据《中华人民共和国行政强制法》第四十四条，现予公告，限期当事人自行拆除："),
            new Paragraph($"自行拆除期限至{ChineseText.Date(announced.SelfDemolishBy)}。", ParagraphStyle.Operative),
            new Paragraph("当事人在法定期限内不申请行政复议或者提起行政诉讼，又不拆除的，将依法强制拆除。"),
            new Paragraph($"张贴地点：{announced.PostedAt}", ParagraphStyle.Plain),
            new SealBlock(state.Subject!.Name, ChineseText.Date(announced.On)),
        ]);
    }

    private static DocumentContent DemolitionDecision(CaseState now, DemolitionDecided decided)
    {
        var state = DecidedBefore(now, decided);
        return Make(state, DocumentCode.DemolitionDecision, decided.Number,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"本机关以{state.Decision!.Number}责令你（单位）拆除违法建筑物、构筑物、设施，并以{state.Measures.Announcement!.Number}公告限期自行拆除。你（单位）在法定期限内不申请行政复议、不提起行政诉讼，又不拆除。"),
            new Paragraph($"依据{Bare(decided.LegalBasis)}{(decided.GovernmentOrder is { } order ? $"（{order}）" : "")}和《中华人民共和国行政强制法》第三十七条、第四十四条，本机关决定强制拆除。", ParagraphStyle.Operative),
            new Paragraph($"强制执行的方式：{Bare(decided.Manner)}；时间：{ChineseText.Date(decided.PlannedOn)}。不在夜间和法定节假日实施，不停止居民供水、供电、供热、供燃气。"),
            new Paragraph(SealingRemedies(decided.Remedies)),
            new SealBlock(state.Subject!.Name, ChineseText.Date(decided.On)),
            InDuplicate,
        ]);
    }

    private static DocumentContent CrimeReport(CaseState state, CrimeTransfer crime) => Make(state, DocumentCode.CrimeReport, crime.Reported.Number,
        new FieldTable(
        [
            new("立案号", state.Number!),
            new("案由", state.Item!.Conduct),
            .. PartyRows(state.Party!),
            new("涉嫌罪名", crime.Reported.Crime),
            new("刑法条文和追诉标准", crime.Reported.Articles),
            new("涉嫌犯罪的事实", crime.Reported.Facts),
            new("专案组意见", $"建议移送公安机关，由{Names(crime.Reported.Officers)}组成专案组核实。"),
            new("正职负责人（主持工作的负责人）决定", crime.Decided is { } decided ? $"{(decided.Transfer ? "批准移送" : "不批准移送")}：{decided.Reason}" : Pending("决定")),
            new("决定期限", ChineseText.Date(crime.Reported.DecisionDueOn)),
        ]),
        new SignatureBlock(
        [
            .. Signatures("专案组", crime.Reported.Officers, ChineseText.Date(crime.Reported.On)),
            new("负责人", crime.Decided?.Signer.Name ?? Pending("签批"), crime.Decided is { } signed ? SignerDetail(signed.Signer, signed.On) : null),
        ]));

    private static DocumentContent CrimeTransferLetter(CaseState state, CrimeTransfer crime) => Make(state, DocumentCode.CrimeTransfer, crime.HandedOver?.Number ?? Pending("编号"),
        [
            new Paragraph($"{crime.HandedOver?.Police ?? Pending("移送")}：", ParagraphStyle.Plain),
            new Paragraph($"本机关在查处{state.Title}中，发现当事人涉嫌{Bare(crime.Reported.Crime)}。{Sentence(crime.Reported.Facts)}"),
            new Paragraph($"依据《中华人民共和国行政处罚法》第二十七条、《行政执法机关移送涉嫌犯罪案件的规定》第五条、第六条和{Bare(crime.Reported.Articles)}，现将案件移送你局，请依法处理并将结果告知本机关。", ParagraphStyle.Operative),
            // What was decided before goes on, and a fine is set off (移送规定 第11条; 行政处罚法 第35条).
            .. state.Decision is { } decided ? [new Paragraph($"本机关已于{ChineseText.Date(decided.On)}就该行为作出{(decided.Kind == DecisionKind.Penalty ? "行政处罚决定" : "不予行政处罚决定")}（{decided.Number}）{(decided.Penalties.Count > 0 ? $"：{Penalties(decided.Penalties)}" : "")}。")] : Array.Empty<DocumentBlock>(),
            new Paragraph($"附：{(crime.HandedOver is { } handed ? string.Join("；", handed.Materials.Select((material, index) => $"{index + 1}．{material}")) : Pending("材料清单"))}"),
            .. state.Measures.Sealings.Count > 0 ? new DocumentBlock[] { List([.. state.Measures.Sealings.SelectMany(sealing => sealing.Made.Goods)]) } : [],
            new SignatureBlock([new("接收人", crime.HandedOver?.Receiver ?? Pending("接收"))]),
            new SealBlock(state.Subject!.Name, crime.HandedOver is { } sent ? ChineseText.Date(sent.On) : Pending("移送日期")),
        ]);

    private static DocumentContent OfficialLetter(CaseState state, LetterSent letter)
    {
        var content = Make(state, DocumentCode.OfficialLetter, letter.Number,
        [
            new Paragraph($"{letter.To}：", ParagraphStyle.Plain),
            new Paragraph($"关于{state.Title}{Bare(letter.Subject)}事宜，{Sentence(letter.Reason)}"),
            new Paragraph($"依据{Basis(letter.Kind)}，{Request(letter.Kind)}", ParagraphStyle.Operative),
            .. letter.ReplyDueOn is { } due ? new[] { new Paragraph($"请于{ChineseText.Date(due)}前书面回复。") } : [],
            .. letter.Materials.Count > 0 ? new[] { new Paragraph($"附：{string.Join("；", letter.Materials)}") } : [],
            new SealBlock(state.Subject!.Name, ChineseText.Date(letter.On)),
        ]);
        return content with { Title = Title(letter.Kind) };
    }

    private static DocumentContent GuardianOrder(CaseState state, GuardianOrdered order) => Make(state, DocumentCode.GuardianOrder, order.Number,
        [
            new Paragraph($"{order.Guardian}（当事人{state.Party!.DisplayName}的{order.Relation}）：", ParagraphStyle.Plain),
            new Paragraph(order.Ground == CapacityGround.UnderFourteen
                ? $"{state.Party.DisplayName}有{state.Item!.Conduct}的行为，行为时不满十四周岁。依据《中华人民共和国行政处罚法》第三十条，不予行政处罚，责令你加以管教："
                : $"{state.Party.DisplayName}有{state.Item!.Conduct}的行为，行为时不能辨认或者不能控制自己的行为。依据《中华人民共和国行政处罚法》第三十一条，不予行政处罚，责令你严加看管和治疗："),
            new Paragraph(Sentence(order.Requirement), ParagraphStyle.Operative),
            new SealBlock(state.Subject!.Name, ChineseText.Date(order.On)),
            InDuplicate,
        ]);
}
