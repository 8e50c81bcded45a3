using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using static Lianzhi.Core.Documents.CasePhrases;
using static Lianzhi.Core.Documents.MeasurePhrases;

namespace Lianzhi.Core.Documents;

/// <content>Papers of evidence, sealing, enforcement and transfers (措施和移送文书).</content>
public static partial class CaseDocuments
{
    /// <summary>The papers measures made, in the order of the file.</summary>
    private static IEnumerable<(DocumentCode Code, int Index, DateOnly? On)> MeasurePapers(CaseState state)
    {
        var m = state.Measures;
        for (var i = 0; i < m.Samples.Count; i++) yield return (DocumentCode.SamplingNotice, i, m.Samples[i].On);
        for (var i = 0; i < m.Requests.Count; i++) yield return (DocumentCode.MeasureApproval, i, m.Requests[i].Approved?.On ?? m.Requests[i].Refused?.On);
        for (var i = 0; i < m.Preservations.Count; i++)
        {
            yield return (DocumentCode.PreservationNotice, i, m.Preservations[i].Made.On);
            yield return (DocumentCode.PreservationDecision, i, m.Preservations[i].Decided?.On);
        }
        for (var i = 0; i < m.Sealings.Count; i++)
        {
            yield return (DocumentCode.SealingDecision, i, m.Sealings[i].Made.On);
            yield return (DocumentCode.SealingRecord, i, m.Sealings[i].Made.On);
            if (m.Sealings[i].Extended is { } extended) yield return (DocumentCode.SealingExtension, i, extended.On);
            if (m.Sealings[i].Lifted is { } lifted) yield return (DocumentCode.SealingLifting, i, lifted.On);
        }
        for (var i = 0; i < m.Tests.Count; i++)
        {
            yield return (DocumentCode.TestCommission, i, m.Tests[i].Begun.On);
            // Nobody was told the period of the others: they have no notice, and their days count (行政强制法 第25条第3款).
            if (m.Tests[i].Begun.Told is not null) yield return (DocumentCode.TestNotice, i, m.Tests[i].Begun.On);
        }
        for (var i = 0; i < m.Custody.Count; i++) yield return (DocumentCode.GoodsRecord, i, m.Custody[i].On);
        if (m.Substitute is { } substitute) yield return (DocumentCode.SubstituteDecision, 0, substitute.On);
        if (m.SubstituteDemand is { } demand) yield return (DocumentCode.SubstituteDemand, 0, demand.On);
        if (m.Announcement is { } announcement) yield return (DocumentCode.DemolitionAnnouncement, 0, announcement.On);
        if (m.Demolition is { } demolition) yield return (DocumentCode.DemolitionDecision, 0, demolition.On);
        if (m.Crime is { } crime)
        {
            yield return (DocumentCode.CrimeReport, 0, crime.Decided?.On);
            if (crime.Decided is not { Transfer: false }) yield return (DocumentCode.CrimeTransfer, 0, crime.HandedOver?.On);
        }
        for (var i = 0; i < m.Letters.Count; i++) yield return (DocumentCode.OfficialLetter, i, m.Letters[i].Sent.On);
        if (m.Discretion is { } sheet) yield return (DocumentCode.DiscretionSheet, 0, sheet.On);
        if (m.Guardian is { } guardian) yield return (DocumentCode.GuardianOrder, 0, guardian.On);
    }

    private static DocumentContent MeasurePaper(CaseState state, DocumentCode code, int index)
    {
        var m = state.Measures;
        return code switch
        {
            DocumentCode.SamplingNotice => SamplingNotice(state, m.Samples[index]),
            DocumentCode.TestCommission => TestCommission(state, m.Tests[index].Begun),
            DocumentCode.TestNotice => TestNotice(state, m.Tests[index]),
            DocumentCode.MeasureApproval => MeasureApproval(state, m.Requests[index]),
            DocumentCode.PreservationNotice => PreservationNotice(state, m.Preservations[index].Made),
            DocumentCode.PreservationDecision => PreservationDecision(state, m.Preservations[index]),
            DocumentCode.SealingDecision => SealingDecision(state, m.Sealings[index].Made),
            DocumentCode.SealingRecord => SealingRecord(state, m.Sealings[index].Made),
            DocumentCode.SealingExtension => SealingExtension(state, index),
            DocumentCode.SealingLifting => SealingLifting(state, m.Sealings[index]),
            DocumentCode.GoodsRecord => GoodsRecord(state, m.Custody[index]),
            DocumentCode.SubstituteDecision => SubstituteDecision(state, m.Substitute!),
            DocumentCode.SubstituteDemand => SubstituteDemand(state, m.SubstituteDemand!),
            DocumentCode.DemolitionAnnouncement => DemolitionAnnouncement(state, m.Announcement!),
            DocumentCode.DemolitionDecision => DemolitionDecision(state, m.Demolition!),
            DocumentCode.CrimeReport => CrimeReport(state, m.Crime!),
            DocumentCode.CrimeTransfer => CrimeTransferLetter(state, m.Crime!),
            DocumentCode.OfficialLetter => OfficialLetter(state, m.Letters[index].Sent),
            DocumentCode.DiscretionSheet => DiscretionSheet(state, m.Discretion!),
            DocumentCode.GuardianOrder => GuardianOrder(state, m.Guardian!),
            _ => throw new NotSupportedException($"Paper {code} has no content."),
        };
    }

    private static IEnumerable<(string Title, string Number, CaseService? Service)> MeasureServices(CaseMeasures m) =>
    [
        .. m.Preservations.Select(one => ("先行登记保存证据通知书及清单", one.Made.Number, (CaseService?)one.Made.Service)),
        .. m.Sealings.Select(one => ("查封（扣押）决定书及清单", one.Made.Number, (CaseService?)one.Made.Service)),
        .. m.Sealings.Where(one => one.Extended is not null).Select(one => ("延长查封（扣押）期限决定书", one.Extended!.Number, (CaseService?)one.Extended.Service)),
        .. m.Tests.Where(test => test.Begun.Told is not null).Select(test => ("检测（检验、检疫、技术鉴定）期间告知书", test.Begun.Number, test.Begun.Told)),
        .. m.Substitute is { } substitute ? new[] { ("代履行决定书", substitute.Number, (CaseService?)substitute.Service) } : [],
        .. m.SubstituteDemand is { } demand ? new[] { ("代履行催告书", demand.Number, (CaseService?)demand.Service) } : [],
        .. m.Guardian is { } guardian ? new[] { ("责令监护人管教通知书", guardian.Number, (CaseService?)guardian.Service) } : [],
    ];

    private static DocumentContent SamplingNotice(CaseState state, SampleTaken sample) => Make(state, DocumentCode.SamplingNotice, sample.Number,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"因调查{state.Item!.Conduct}一案需要，依据《中华人民共和国行政处罚法》第五十六条，本机关于{ChineseText.Time(sample.At)}在{sample.Place}对下列物品抽样取证，用于{Sentence(sample.Purpose)}抽样方法：{Sentence(sample.Method)}"),
            List(sample.Goods),
            new Paragraph($"在场人员：{sample.Present}", ParagraphStyle.Plain),
            Confirmed("当事人（在场人员）", sample.SignatureRefused, sample.Officers, sample.On),
            new SealBlock(state.Subject!.Name, ChineseText.Date(sample.On)),
            InDuplicate,
        ]);

    private static DocumentContent TestCommission(CaseState state, TestCommissioned begun) => Make(state, DocumentCode.TestCommission, null,
        [
            new Paragraph($"{begun.Institution}：", ParagraphStyle.Plain),
            new Paragraph($"因办理{state.Title}的需要，现委托你单位进行{begun.Kind}："),
            new FieldTable(
            [
                new("委托事项", begun.Question),
                new("检材（样品）", begun.Specimen),
                new("期限", $"{ChineseText.Date(begun.From)}至{ChineseText.Date(begun.Until)}"),
                new("费用", "由本机关承担"),
                new("联系人", WithCertificates(begun.Officers)),
            ]),
            new Paragraph("请出具书面意见，由承办人签名并加盖单位公章，附具资质证明；与本案有利害关系的人员应当回避。"),
            new SignatureBlock([.. Signatures("委托经办人", begun.Officers, ChineseText.Date(begun.On)), new("接收人", "（签名、日期）")]),
            new SealBlock(state.Subject!.Name, ChineseText.Date(begun.On)),
        ]);

    private static DocumentContent TestNotice(CaseState state, MeasureTest test) => Make(state, DocumentCode.TestNotice, test.Begun.Number,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"本机关在调查{state.Item!.Conduct}一案中，委托{test.Begun.Institution}对{test.Begun.Specimen}进行{test.Begun.Kind}，事项：{Sentence(test.Begun.Question)}"),
            new Paragraph($"{test.Begun.Kind}期间自{ChineseText.Date(test.Begun.From)}至{ChineseText.Date(test.Begun.Until)}。", ParagraphStyle.Operative),
            new Paragraph(test.Begun.Sealing is null
                ? $"{test.Begun.Kind}费用由本机关承担。"
                : $"依据《中华人民共和国行政强制法》第二十五条第三款，查封、扣押的期间不包括上述期间；{test.Begun.Kind}费用由本机关承担。"),
            .. test.Ended is { } ended ? new[] { new Paragraph($"意见（{ended.ReportNumber}）：{Sentence(ended.Opinion)}{(ended.ToldParty ? "已告知当事人，并告知可以依法申请重新检测、鉴定。" : Pending("告知当事人"))}") } : [],
            new SealBlock(state.Subject!.Name, ChineseText.Date(test.Begun.On)),
        ]);

    private static DocumentContent MeasureApproval(CaseState state, MeasureRequest request)
    {
        var signer = request.Approved?.Signer ?? request.Refused?.Signer;
        // Asked for after the fact: what made it urgent, and by when it had to be reported (行政强制法 第19条).
        var urgent = request.Asked is { Kind: MeasureKind.Sealing or MeasureKind.Seizure, Sealing: { } done } ? state.Measures.Sealings[done].Made : null;
        return Make(state, DocumentCode.MeasureApproval, request.Approved?.Number,
            new FieldTable(
            [
                new("案由", $"涉嫌{state.Item!.Conduct}"),
                new("立案号", Or(state.Number, Pending("立案"))),
                .. PartyRows(state.Party!),
                new("拟采取的措施", Title(request.Asked.Kind) + (urgent is null ? "" : "（当场实施，补办批准手续）")),
                new("物品、场所、设施", request.Asked.Goods.Count > 0 ? string.Join("；", request.Asked.Goods) : "见决定书所附清单"),
                new("理由", request.Asked.Reason),
                new("依据", request.Asked.LegalBasis + (urgent is null ? "" : "；行政强制法 第19条")),
                .. urgent is { ReportDueAt: { } due } ? new FieldRow[] { new("当场实施", $"{ChineseText.Time(urgent.At)}，{urgent.Number}"), new("情况紧急", urgent.Urgent!), new("报告和补办期限", $"{ChineseText.Time(due)}前（二十四小时内）") } : [],
                new("报告时间", ChineseText.Time(request.Asked.At)),
                new("负责人审批意见", request.Approved?.Opinion ?? (request.Refused is { } refused ? $"不批准：{refused.Reason}" : Pending("审批"))),
            ]),
            new SignatureBlock(
            [
                .. Signatures("承办人", request.Asked.Officers, ChineseText.Date(request.Asked.On)),
                new("负责人", signer?.Name ?? Pending("签批"), signer is null ? null : SignerDetail(signer, request.Approved?.On ?? request.Refused!.On)),
            ]));
    }

    private static DocumentContent PreservationNotice(CaseState state, EvidencePreserved made) => Make(state, DocumentCode.PreservationNotice, made.Number,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"因调查{state.Item!.Conduct}一案，{Bare(made.Reason)}，证据可能灭失或者以后难以取得。依据《中华人民共和国行政处罚法》第五十六条，经本机关负责人批准，决定自{ChineseText.Date(made.On)}起对下列证据先行登记保存："),
            List(made.Goods),
            new Paragraph($"保存地点：{made.Place}；保存人：{made.Keeper}。在此期间，当事人或者有关人员不得销毁或者转移证据。"),
            new Paragraph($"本机关将在七个工作日内（至{ChineseText.Date(made.DueOn)}）作出处理决定。", ParagraphStyle.Operative),
            Confirmed("当事人", made.Service.RefusalNote, made.Officers, made.On),
            new SealBlock(state.Subject!.Name, ChineseText.Date(made.On)),
            InDuplicate,
        ]);

    private static DocumentContent PreservationDecision(CaseState state, Preservation preserved) =>
        Make(state, DocumentCode.PreservationDecision, preserved.Decided?.Number ?? Pending("编号"),
        [
            .. PartyLines(state.Party!),
            new Paragraph($"本机关于{ChineseText.Date(preserved.Made.On)}以{preserved.Made.Number}对你（单位）的下列证据先行登记保存，现依据《中华人民共和国行政处罚法》第五十六条作出处理决定："),
            List(preserved.Made.Goods),
            new Paragraph(preserved.Decided is { } decided ? $"{Title(decided.Disposal)}。理由：{Sentence(decided.Reason)}" : Pending("处理决定"), ParagraphStyle.Operative),
            new SealBlock(state.Subject!.Name, preserved.Decided is { } on ? ChineseText.Date(on.On) : Pending("处理日期")),
            InDuplicate,
        ]);

    private static DocumentContent SealingDecision(CaseState state, GoodsSealed made) => Make(state, DocumentCode.SealingDecision, made.Number,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"{Sentence(made.Reason)}依据{Bare(made.LegalBasis)}和《中华人民共和国行政强制法》第二十二条至第二十五条，本机关决定对下列场所、设施或者财物予以{Title(made.Kind)}："),
            List(made.Goods),
            new Paragraph($"{Title(made.Kind)}期限三十日，自{ChineseText.Date(made.On)}至{ChineseText.Date(made.DueOn)}；情况复杂的，经本机关负责人批准可以延长，但延长期限不得超过三十日。检测、检验、检疫或者技术鉴定的期间不计入，另行书面告知。", ParagraphStyle.Operative),
            new Paragraph($"存放地点：{made.Place}；保管人：{made.Keeper}。{(made.Kind == MeasureKind.Sealing ? "查封期间，未经本机关批准，不得启封、使用、转移或者损毁。" : "扣押期间由本机关妥善保管，因此发生的保管费用由本机关承担。")}"),
            new Paragraph(SealingRemedies(made.Remedies)),
            Confirmed("当事人", made.Service.RefusalNote, made.Officers, made.On),
            new SealBlock(state.Subject!.Name, ChineseText.Date(made.On)),
            new Paragraph("本决定书及清单一式二份，由当事人和本机关分别保存。", ParagraphStyle.Note),
        ]);

    private static DocumentContent SealingRecord(CaseState state, GoodsSealed made) => Make(state, DocumentCode.SealingRecord, null,
        [
            new FieldTable(
            [
                new("案由", $"涉嫌{state.Item!.Conduct}"),
                new("时间", $"{ChineseText.Time(made.At)} 至 {ChineseText.Time(made.Until)}"),
                new("地点", made.Place),
                .. PartyRows(state.Party!),
                new("到场人员", made.Present),
                new("执法人员及证号", WithCertificates(made.Officers)),
                new("批准情况", made.Urgent is { } urgent ? $"情况紧急，当场实施：{urgent}（{ChineseText.Time(made.ReportDueAt!.Value)}前报告并补办批准手续）" : "实施前已经本机关负责人批准"),
            ]),
            new Paragraph($"执法人员出示执法证件，通知当事人到场，当场告知采取{Title(made.Kind)}的理由、依据以及当事人依法享有的权利、救济途径，听取当事人的陈述和申辩。"),
            new Paragraph($"当事人的陈述和申辩：{Sentence(made.PartyOpinion)}"),
            new Paragraph($"现场情况：{Sentence(made.Reason)}对清单所列{made.Goods.Count}项予以{Title(made.Kind)}，当场交付决定书和清单。"),
            List(made.Goods),
            Confirmed("当事人（见证人）", made.SignatureRefused, made.Officers, made.On),
        ]);

    private static DocumentContent SealingExtension(CaseState state, int index)
    {
        var sealing = state.Measures.Sealings[index];
        var extended = sealing.Extended!;
        return Make(state, DocumentCode.SealingExtension, extended.Number,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"本机关于{ChineseText.Date(sealing.Made.On)}以{sealing.Made.Number}对你（单位）的有关财物予以{Title(sealing.Made.Kind)}。{Sentence(extended.Reason)}"),
            new Paragraph($"依据《中华人民共和国行政强制法》第二十五条第一款、第二款，经本机关负责人批准，决定延长{Title(sealing.Made.Kind)}期限，延长后至{ChineseText.Date(SealingTerm.DueOn(sealing, state.Measures.Tests, index))}。", ParagraphStyle.Operative),
            new Paragraph(SealingRemedies(sealing.Made.Remedies)),
            new SealBlock(state.Subject!.Name, ChineseText.Date(extended.On)),
            InDuplicate,
        ]);
    }

    private static DocumentContent SealingLifting(CaseState state, SealedGoods sealing) => Make(state, DocumentCode.SealingLifting, sealing.Lifted!.Number,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"本机关于{ChineseText.Date(sealing.Made.On)}以{sealing.Made.Number}对你（单位）的有关财物予以{Title(sealing.Made.Kind)}。现因{Bare(Title(sealing.Lifted.Ground))}，{Sentence(sealing.Lifted.Reason)}"),
            new Paragraph($"依据《中华人民共和国行政强制法》第二十八条，决定解除{Title(sealing.Made.Kind)}{(Returned(sealing) is { Count: > 0 } ? "，立即退还下列财物" : "")}：", ParagraphStyle.Operative),
            .. Returned(sealing) is { Count: > 0 } returned ? [List(returned)] : Array.Empty<DocumentBlock>(),
            .. sealing.Lifted.NotReturned is { } kept ? [new Paragraph($"下列财物不予退还：{Sentence(sealing.Lifted.NotReturnedBasis ?? "")}"), List(kept)] : Array.Empty<DocumentBlock>(),
            .. Returned(sealing) is { Count: > 0 } ? [new SignatureBlock([new("当事人领取", "（签名、日期）")])] : Array.Empty<DocumentBlock>(),
            new SealBlock(state.Subject!.Name, ChineseText.Date(sealing.Lifted.On)),
            InDuplicate,
        ]);

    /// <summary>The goods of the list that go back: of a line that is kept in part, the rest.</summary>
    private static IReadOnlyList<CaseGoods> Returned(SealedGoods sealing) => CaseGoods.Rest(sealing.Made.Goods, sealing.Lifted!.NotReturned ?? []);

    private static DocumentContent GoodsRecord(CaseState state, CustodyRecorded record) => Make(state, DocumentCode.GoodsRecord, null,
        [
            new FieldTable(
            [
                new("案由", state.Item!.Conduct),
                new("时间", ChineseText.Time(record.At)),
                new("地点", record.Place),
                new("处置方式", Title(record.Action)),
                new("处置依据", record.Basis),
                new("保管人、接收人", record.Receiver),
                new("见证人", Or(record.Witnesses, "无")),
            ]),
            List(record.Goods),
            new SignatureBlock([new("保管人、接收人", record.Receiver), .. Signatures("经办人", record.Officers, ChineseText.Date(record.On))]),
        ]);
}
