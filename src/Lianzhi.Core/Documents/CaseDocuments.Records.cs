using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using static Lianzhi.Core.Documents.CasePhrases;
using static Lianzhi.Core.Documents.MeasurePhrases;

namespace Lianzhi.Core.Documents;

/// <content>Records of what officers did and heard (复查记录、陈述申辩笔录、执行笔录、费用清单、移交清单), and refusals of the head.</content>
public static partial class CaseDocuments
{
    /// <summary>They stand in the order in which they were recorded, so that an index once given stays.</summary>
    private static IEnumerable<(DocumentCode Code, int Index, DateOnly? On)> RecordPapers(CaseState state) =>
    [
        .. state.Course.Rechecks.Select((one, index) => (DocumentCode.RecheckRecord, index, (DateOnly?)one.On)),
        .. Spoken(state).Select((one, index) => (DocumentCode.DefenceRecord, index, (DateOnly?)one.Defence.On)),
        .. state.Course.RefusedRecusals.Select((one, index) => (DocumentCode.RecusalRefusal, index, (DateOnly?)one.Refused.On)),
        .. state.Course.Acts.Select((one, index) => (DocumentCode.EnforcementRecord, index, (DateOnly?)one.On)),
        .. Costs(state).Select((one, index) => (DocumentCode.CostSheet, index, (DateOnly?)one.On)),
        .. HandedOn(state).Select((one, index) => (DocumentCode.HandoverList, index, (DateOnly?)one.On)),
    ];

    private static DocumentContent? RecordPaper(CaseState state, DocumentCode code, int index) => code switch
    {
        DocumentCode.FilingRefusal => FilingRefusal(state, state.Refusal!),
        DocumentCode.CaseFileNotes => CaseFileNotes(state, state.Execution.Archive),
        DocumentCode.RecheckRecord => RecheckRecord(state, state.Course.Rechecks[index]),
        DocumentCode.DefenceRecord => DefenceRecord(state, Spoken(state)[index]),
        DocumentCode.RecusalRefusal => RecusalRefusal(state, state.Course.RefusedRecusals[index]),
        DocumentCode.EnforcementRecord => EnforcementRecord(state, state.Course.Acts[index]),
        DocumentCode.CostSheet => CostSheet(state, Costs(state)[index]),
        DocumentCode.HandoverList => HandoverList(state, HandedOn(state)[index]),
        _ => null,
    };

    /// <summary>Statements made by word of mouth, with the notice they answer; the written ones are papers of the party.</summary>
    private static IReadOnlyList<(DefenceReceived Defence, PriorNoticeServed? Notice)> Spoken(CaseState state) =>
        [.. state.Course.Rounds.SelectMany(round => round.Defences.Select(defence => (defence, round.Notice))).Concat(state.Defences.Select(defence => (defence, state.Notice))).Where(one => !one.defence.Written)];

    private static IReadOnlyList<CaseEvent> Costs(CaseState state) => [.. state.Course.Acts.Where(act => act is SubstitutePerformed or ClearedAtOnce)];

    private static IReadOnlyList<CustodyRecorded> HandedOn(CaseState state) => [.. state.Measures.Custody.Where(record => record.Action is GoodsAction.HandedToFinance or GoodsAction.HandedToPolice)];

    /// <summary>The last sheet of the file (备考表): who put it together, who checked it, and what it lacks.</summary>
    private static DocumentContent CaseFileNotes(CaseState state, CaseArchived? archive)
    {
        var missing = Of(state).Where(paper => !paper.Made && paper.Kind.Code is not (DocumentCode.CaseFile or DocumentCode.CaseFileNotes or DocumentCode.CourtApplication or DocumentCode.ServiceReceipt)).Select(paper => paper.Kind.Title)
            .Concat(Services(state).Where(one => one.Service is null).Select(one => $"{one.Title}{(one.Number.Length > 0 ? $"（{one.Number}）" : "")}的送达回证")).ToList();
        return Make(state, DocumentCode.CaseFileNotes, null,
        [
            new FieldTable(
            [
                new("案卷题名", state.Title),
                new("档案号", archive?.Number ?? Pending("归档")),
                new("卷内文书", $"{Of(state).Count(paper => paper.Made && paper.Kind.Code is not (DocumentCode.CaseFile or DocumentCode.CaseFileNotes))}件"),
                new("卷内证据", state.Evidence.Count == 0 ? "无登记的证据文件" : $"{state.Evidence.Count}件"),
                new("页数", archive is null ? Pending("归档") : $"{archive.Pages}"),
                new("缺少的文书", missing.Count == 0 ? "无" : string.Join("；", missing)),
                new("情况说明", archive is null ? Pending("归档") : Or(archive.Note, "无")),
            ]),
            new SignatureBlock(
            [
                new("立卷人", archive is null ? Pending("归档") : Or(archive.FiledBy, Pending("补记"))),
                new("检查人", archive is null ? Pending("归档") : Or(archive.CheckedBy, Pending("补记"))),
                new("立卷日期", archive is null ? Pending("归档") : ChineseText.Date(archive.On)),
            ]),
        ]);
    }

    private static DocumentContent FilingRefusal(CaseState state, FilingRefused refused)
    {
        var proposal = state.Proposal!;
        return Make(state, DocumentCode.FilingRefusal, null,
            new FieldTable(
            [
                new("案件来源", state.Source),
                new("案由", $"涉嫌{state.Item!.Conduct}"),
                new("事项编码及名称", $"{state.Item.Code} {state.Item.Name}"),
                .. PartyRows(state.Party!),
                new("发生地", ChineseText.Place(state.Place!.TownshipName, state.Place.Address)),
                new("发现日期", ChineseText.Date(proposal.DiscoveredOn)),
                new("核查情况", proposal.Facts),
                new("执法主体", state.Subject!.Name),
                new("承办人意见", $"{ChineseText.Date(proposal.On)}提请立案"),
                new("不予立案的理由", refused.Reason),
                new("负责人审批意见", "不予立案。"),
            ]),
            new SignatureBlock([.. Signatures("承办人", proposal.Officers, ChineseText.Date(proposal.On)), new("负责人", refused.Signer.Name, SignerDetail(refused.Signer, refused.On))]));
    }

    private static DocumentContent RecheckRecord(CaseState state, CorrectionChecked check)
    {
        var order = state.Course.Orders.LastOrDefault(one => one.At <= check.At);
        var decision = DecisionAt(state, check.At) is { } made ? (made.Number, made.Correction) : default;
        return Make(state, DocumentCode.RecheckRecord, null,
            new FieldTable(
            [
                new("案由", $"{(decision.Number is null ? "涉嫌" : "")}{state.Item!.Conduct}"),
                .. PartyRows(state.Party!),
                new("责令改正的文书", order is null ? $"{decision.Number}" : $"责令改正通知书（{order.Number}），{ChineseText.Date(order.On)}"),
                new("改正要求", order?.Requirement ?? decision.Correction ?? ""),
                .. order is null ? [] : new FieldRow[] { new("改正期限", ChineseText.Date(order.DueOn)) },
                new("复查时间", ChineseText.Time(check.At)),
                new("复查情况", check.Findings),
                new("复查结论", check.Corrected ? "已经改正" : "没有改正"),
            ]),
            new SignatureBlock([new("当事人（在场人员）", "（签名）"), .. Signatures("执法人员", check.Officers, ChineseText.Date(check.On))]));
    }

    private static DocumentContent DefenceRecord(CaseState state, (DefenceReceived Defence, PriorNoticeServed? Notice) one) => Make(state, DocumentCode.DefenceRecord, null,
        new FieldTable(
        [
            new("案由", $"涉嫌{state.Item!.Conduct}"),
            .. PartyRows(state.Party!),
            new("告知文书", one.Notice is { } notice ? $"行政处罚事先告知书（{notice.Number}），{ChineseText.Date(notice.On)}送达" : "—"),
            new("陈述申辩时间", ChineseText.Time(one.Defence.At)),
            new("地点", Or(one.Defence.Place, Pending("补记"))),
            new("陈述申辩人", Or(one.Defence.Speaker, Pending("补记"))),
            new("提交的材料", one.Defence.Attachments == 0 ? "无" : $"{one.Defence.Attachments}份"),
        ]),
        new Paragraph("执法人员：对行政处罚事先告知书告知的内容，你（单位）有权陈述和申辩。本机关不因陈述、申辩而给予更重的处罚。"),
        new Paragraph($"陈述申辩的内容：{Sentence(one.Defence.Content)}"),
        new Paragraph("以上笔录已交本人核对（阅读有困难的，已向其宣读），与所述相符。"),
        new SignatureBlock([new("陈述申辩人", "（签名）", Or(one.Defence.Speaker, "")), .. state.Officers.Select(officer => new SignatureLine("执法人员", "（签名）", $"{officer.Name}，执法证号 {officer.CertificateNumber}"))]));

    private static DocumentContent RecusalRefusal(CaseState state, RefusedRecusal one) => Make(state, DocumentCode.RecusalRefusal, null,
        [
            new Paragraph($"{one.Asked.Request.RequestedBy}：", ParagraphStyle.Plain),
            new Paragraph($"你（单位）于{ChineseText.Date(one.Asked.Request.On)}在{state.Item!.Conduct}一案中申请{one.Asked.PersonName}回避，理由：{Sentence(one.Asked.Request.Reason)}"),
            new Paragraph($"经审查，{Sentence(one.Refused.Reason)}依照《中华人民共和国行政处罚法》第四十三条第三款，本机关决定："),
            new Paragraph("驳回回避申请。", ParagraphStyle.Operative),
            new SignatureBlock([new("负责人", one.Refused.Signer.Name, SignerDetail(one.Refused.Signer, one.Refused.On))]),
            new SealBlock(state.Subject!.Name, ChineseText.Date(one.Refused.On)),
        ]);

    private static DocumentContent EnforcementRecord(CaseState state, CaseEvent act) => act switch
    {
        SubstitutePerformed done => EnforcementRecord(state, "代履行现场笔录", done.At, done.Until, SubstituteOf(state, done) is { } order ? $"代履行决定书（{order.Number}），代履行人：{order.Performer}" : "代履行决定书",
            done.Place, done.Witness, done.Result, done.Urgent, [], done.Officers),
        ClearedAtOnce done => EnforcementRecord(state, "立即清除现场笔录", done.At, done.Until, "《中华人民共和国行政强制法》第五十二条", done.Place,
            done.PartyPresent ? "当事人在场" : done.ToldOn is { } told ? $"当事人不在场，{ChineseText.Date(told)}事后通知" : "当事人不明或者不在场", $"{Sentence(done.Reason)}清除：{Sentence(done.Obstacle)}", null, [], done.Officers),
        DemolitionCarriedOut done => EnforcementRecord(state, "强制拆除现场笔录", done.At, done.Until, state.Measures.Demolition is { } demolition ? $"强制拆除决定书（{demolition.Number}）" : "强制拆除决定书", done.Place, done.Witness, done.Findings, done.Urgent, done.Inventory, done.Officers),
        EnforcementCarriedOut done => EnforcementRecord(state, "执行笔录", done.At, done.Until, state.Execution.Enforcement is { } enforcement ? $"强制执行决定书（{enforcement.Number}）" : "强制执行决定书", null, done.Witness, done.Result, done.Emergency ? "情况紧急" : null, [], done.Officers),
        _ => throw new NotSupportedException($"Act {act.GetType().Name} has no record."),
    };

    private static DocumentContent EnforcementRecord(
        CaseState state, string title, DateTimeOffset at, DateTimeOffset until, string basis, string? place, string witness, string result, string? urgent, IReadOnlyList<CaseGoods> inventory,
        IReadOnlyList<CaseOfficer> officers) => Make(state, DocumentCode.EnforcementRecord, null,
        [
            new FieldTable(
            [
                new("案由", state.Item!.Conduct),
                .. PartyRows(state.Party!),
                new("执行依据", basis),
                new("时间", $"{ChineseText.Time(at)} 至 {ChineseText.Time(until)}"),
                .. place is null ? [] : new FieldRow[] { new("地点", place) },
                new("到场的当事人、见证人", witness),
                new("执法人员及证号", WithCertificates(officers)),
                .. urgent is null ? [] : new FieldRow[] { new("夜间、节假日实施的紧急情况", urgent) },
            ]),
            new Paragraph($"实施情况：{Sentence(result)}"),
            .. inventory.Count > 0 ? new DocumentBlock[] { new Paragraph("现场物品登记：", ParagraphStyle.Plain), List(inventory) } : [],
            new SignatureBlock([new("当事人或者见证人", "（签名）"), .. Signatures("执法人员", officers, ChineseText.Date(CaseDays.Of(at)))]),
        ]) with
        { Title = title };

    /// <summary>The decision a performance carried out; a later one may have taken its place in the state.</summary>
    private static SubstituteOrdered? SubstituteOf(CaseState state, SubstitutePerformed done) => state.Measures.Substitute is { } order && order.At <= done.At ? order : null;

    private static DocumentContent CostSheet(CaseState state, CaseEvent act)
    {
        var (work, day, fen, officers) = act is SubstitutePerformed performed ? (performed.Result, performed.On, performed.CostFen, performed.Officers)
            : act is ClearedAtOnce cleared ? ($"清除{cleared.Obstacle}", cleared.On, cleared.CostFen, cleared.Officers) : throw new NotSupportedException($"Act {act.GetType().Name} has no cost.");
        var order = act is SubstitutePerformed done ? SubstituteOf(state, done) : null;
        return Make(state, DocumentCode.CostSheet, null,
        [
            .. PartyLines(state.Party!),
            new Paragraph(order is { } decided ? $"本机关依{decided.Number}代履行决定书实施代履行，费用按照成本确定如下：" : $"本机关于{ChineseText.Date(day)}{(act is ClearedAtOnce ? "立即清除" : "实施代履行")}，费用按照成本确定如下："),
            new GridTable(["实施日期", "实施内容", "代履行人", "实际费用"], [[ChineseText.Date(day), work, order?.Performer ?? "本机关", ChineseText.Amount(fen)]]),
            .. order is null ? [] : new[] { new Paragraph($"决定书载明的费用预算：{ChineseText.WordsAndFigures(order.BudgetFen)}。") },
            new Paragraph($"合计：{ChineseText.WordsAndFigures(fen)}。代履行的费用由当事人承担，法律另有规定的除外（《中华人民共和国行政强制法》第五十一条第二款）。", ParagraphStyle.Operative),
            new SignatureBlock([.. Signatures("经办人", officers, ChineseText.Date(day)), new("当事人", "（签名、日期）")]),
            new SealBlock(state.Subject!.Name, ChineseText.Date(day)),
        ]);
    }

    private static DocumentContent HandoverList(CaseState state, CustodyRecorded record) => Make(state, DocumentCode.HandoverList, null,
        [
            new FieldTable(
            [
                new("案由", state.Item!.Conduct),
                new("案号", Or(state.Number, "—")),
                new("移交单位", state.Subject!.Name),
                new("接收单位、接收人", record.Receiver),
                new("移交方式", Title(record.Action)),
                new("移交依据", record.Basis),
                new("移交时间和地点", $"{ChineseText.Time(record.At)}，{record.Place}"),
            ]),
            List(record.Goods),
            new Paragraph($"以上物品共{record.Goods.Count}项，经双方当面清点，数量、规格与清单一致。"),
            new SignatureBlock([.. Signatures("移交人", record.Officers, ChineseText.Date(record.On)), new("接收人", "（签名、日期）", record.Receiver)]),
        ]);
}
