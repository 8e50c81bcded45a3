using Lianzhi.Core.Cases;
using static Lianzhi.Core.Documents.CasePhrases;

namespace Lianzhi.Core.Documents;

/// <summary>One paper of a case: its kind and, where a case has several of a kind, which.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Index">From 0.</param>
/// <param name="Made">True when what it tells has happened; false for a draft.</param>
/// <param name="On">Day of what it tells; null for a draft.</param>
/// <param name="Earlier">A later one took its place; it stays in the file.</param>
public sealed record CaseDocument(DocumentKind Kind, int Index, bool Made, DateOnly? On, bool Earlier = false);

/// <summary>
/// Makes the papers of a case (案件文书) from its state alone. What has not happened stands as 【待…】; a number
/// stands only when it was issued.
/// </summary>
public static partial class CaseDocuments
{
    /// <summary>The papers a case has or is about to need, in the order of the file.</summary>
    public static IReadOnlyList<CaseDocument> Of(CaseState state)
    {
        var papers = new List<CaseDocument>();
        void Add(DocumentCode code, DateOnly? on, int index = 0) => papers.Add(new(DocumentKinds.Of(code), index, on is not null, on));
        if (state.OnSpot is { } onSpot) Add(DocumentCode.OnSpotDecision, onSpot.On);
        if (state.Refusal is { } refused) Add(DocumentCode.FilingRefusal, refused.On);
        else if (state.Proposal is not null) Add(DocumentCode.FilingApproval, state.Filing?.On);
        for (var i = 0; i < state.Inspections.Count; i++) Add(DocumentCode.InspectionRecord, state.Inspections[i].On, i);
        for (var i = 0; i < state.Interviews.Count; i++) Add(DocumentCode.InterviewRecord, state.Interviews[i].On, i);
        if (state.Correction is { } correction) Add(DocumentCode.CorrectionOrder, correction.On);
        if (state.Notice is not null || state.Conclusion is { Proposal.Count: > 0 }) Add(DocumentCode.PriorNotice, state.Notice?.On);
        if (state.Decision is { Kind: not DecisionKind.Penalty } none) Add(DocumentCode.NoPenaltyDecision, none.On);
        else if (state.Decision is not null || state.Notice is not null) Add(DocumentCode.PenaltyDecision, state.Decision?.On);
        var services = Services(state);
        for (var i = 0; i < services.Count; i++) Add(DocumentCode.ServiceReceipt, services[i].Service?.On, i);
        papers.AddRange(ProcedurePapers(state));
        foreach (var (code, index, on) in MeasurePapers(state)) Add(code, on, index);
        papers.AddRange(OfExecution(state));
        papers.AddRange(EarlierPapers(state));
        foreach (var (code, index, on) in RecordPapers(state)) Add(code, on, index);
        if (state.Stage is CaseStage.Served || state.Closing is not null) Add(DocumentCode.ClosingApproval, state.Closing?.On);
        if (state.Stage is CaseStage.Closed or CaseStage.Archived or CaseStage.Ended or CaseStage.Refused)
        {
            Add(DocumentCode.CaseFile, state.Execution.Archive?.On);
            Add(DocumentCode.CaseFileNotes, state.Execution.Archive?.On);
        }
        return papers;
    }

    /// <summary>The content of one paper.</summary>
    /// <returns>Null when the case has no such paper.</returns>
    public static DocumentContent? Content(CaseState state, DocumentCode code, int index = 0) =>
        Of(state).Any(paper => paper.Kind.Code == code && paper.Index == index)
            ? EarlierPaper(state, code, index) ?? code switch
            {
                DocumentCode.FilingApproval => FilingApproval(state),
                DocumentCode.InspectionRecord => InspectionRecord(state, state.Inspections[index], index),
                DocumentCode.InterviewRecord => InterviewRecord(state, state.Interviews[index]),
                DocumentCode.CorrectionOrder => CorrectionOrder(state, state.Correction!),
                DocumentCode.PriorNotice => PriorNotice(state),
                DocumentCode.PenaltyDecision => PenaltyDecision(state),
                DocumentCode.NoPenaltyDecision => NoPenaltyDecision(state, state.Decision!),
                DocumentCode.OnSpotDecision => OnSpotDecision(state, state.OnSpot!),
                DocumentCode.ServiceReceipt => ServiceReceipt(state, index),
                DocumentCode.ClosingApproval => ClosingApproval(state),
                _ => OfExecution(state, code, index) ?? ProcedurePaper(state, code, index) ?? RecordPaper(state, code, index) ?? MeasurePaper(state, code, index),
            }
            : null;

    /// <summary>Everything that was or is to be delivered, with its service where it happened.</summary>
    internal static IReadOnlyList<(string Title, string Number, CaseService? Service)> Services(CaseState state)
    {
        var services = new List<(string, string, CaseService?)>();
        if (state.Correction is { } correction) services.Add(("责令改正通知书", correction.Number, correction.Service));
        if (state.Notice is { } notice) services.Add(("行政处罚事先告知书", notice.Number, notice.Service));
        services.AddRange(state.Hearing.Notices.Select(hearing => ("听证通知书", hearing.Number, (CaseService?)hearing.Service)));
        if (state.Decision is { } decision)
            services.Add((decision.Kind == DecisionKind.Penalty ? "行政处罚决定书" : "不予行政处罚决定书", decision.Number, state.Service?.Service));
        services.AddRange(ExecutionServices(state));
        services.AddRange(MeasureServices(state.Measures));
        services.AddRange(EarlierServices(state));
        services.AddRange(LaterServices(state));
        return services;
    }

    private static DocumentContent Make(CaseState state, DocumentCode code, string? number, params IReadOnlyList<DocumentBlock> blocks)
    {
        var kind = DocumentKinds.Of(code);
        return new(kind, state.Subject!.Name, kind.Title, number, blocks);
    }

    private static DocumentContent FilingApproval(CaseState state)
    {
        var proposal = state.Proposal!;
        var signer = state.Filing?.Signer;
        return Make(state, DocumentCode.FilingApproval, state.Number ?? Pending("编号"),
            new FieldTable(
            [
                new("案件来源", state.Source),
                new("案由", $"涉嫌{state.Item!.Conduct}"),
                new("事项编码及名称", $"{state.Item.Code} {state.Item.Name}"),
                .. PartyRows(state.Party!),
                new("案发地", ChineseText.Place(state.Place!.TownshipName, state.Place.Address)),
                new("违法行为日期", ChineseText.Date(proposal.ActOn)),
                new("发现日期", ChineseText.Date(proposal.DiscoveredOn)),
                new("基本案情", proposal.Facts),
                new("立案依据", $"《中华人民共和国行政处罚法》第五十四条；{state.Item.Basis}"),
                new("执法主体", $"{state.Subject!.Name}（{string.Join("；", state.Subject.Reasons.Select(reason => reason.Text.TrimEnd('。')))}）"),
                new("承办人意见", $"建议立案调查，由{Names(state.Filing?.Officers ?? proposal.Officers)}承办。"),
                new("负责人审批意见", state.Filing?.Opinion ?? Pending("审批")),
            ]),
            new SignatureBlock(
            [
                .. Signatures("承办人", state.Filing?.Officers ?? proposal.Officers, ChineseText.Date(proposal.On)),
                new("负责人", signer is null ? Pending("签批") : signer.Name, signer is null ? null : SignerDetail(signer, state.Filing!.On)),
            ]));
    }

    private static DocumentContent InspectionRecord(CaseState state, SiteInspected record, int index) => Make(state, DocumentCode.InspectionRecord, null,
        [
            new FieldTable(
            [
                new("案由", $"涉嫌{state.Item!.Conduct}"),
                new("检查时间", $"{ChineseText.Time(record.At)} 至 {ChineseText.Time(record.Until)}"),
                new("检查地点", record.Place),
                .. PartyRows(state.Party!),
                new("现场人员", record.Present),
                new("执法人员及证号", WithCertificates(record.Officers)),
            ]),
            new Paragraph($"执法人员：我们是{state.Subject!.Name}的执法人员，这是我们的行政执法证件，请过目。你有申请回避的权利和陈述、申辩的权利，有如实回答询问、协助检查的义务。"),
            new Paragraph("现场检查情况："),
            new Paragraph(record.Findings),
            new Paragraph($"当事人（现场人员）意见：{Or(record.PartyOpinion, "未发表意见。")}"),
            Closing(record.SignatureRefused),
            new SignatureBlock([new("当事人（现场人员）", record.SignatureRefused is null ? "（签名）" : "拒绝签名"), .. Signatures("执法人员", record.Officers, ChineseText.Date(record.On))]),
            .. Sketches(state, record, index),
        ]);

    private static DocumentContent InterviewRecord(CaseState state, PartyInterviewed record) => Make(state, DocumentCode.InterviewRecord, null,
        [
            new FieldTable(
            [
                new("案由", $"涉嫌{state.Item!.Conduct}"),
                new("询问时间", $"{ChineseText.Time(record.At)} 至 {ChineseText.Time(record.Until)}"),
                new("询问地点", record.Place),
                new("被询问人", record.Person),
                new("身份证件号码", Or(record.PersonIdentifier, "未出示")),
                new("与本案关系", record.Relation),
                new("执法人员及证号", WithCertificates(record.Officers)),
            ]),
            new Paragraph($"问：我们是{state.Subject!.Name}的执法人员，这是我们的行政执法证件，请过目。你有申请回避、陈述和申辩的权利，也有如实回答询问、不得阻挠的义务。听清楚了吗？"),
            new Paragraph("答：已看过证件，听清楚了。"),
            .. record.Answers.SelectMany(answer => new[] { new Paragraph($"问：{answer.Question}"), new Paragraph($"答：{answer.Answer}") }),
            record is { SignatureRefused: null, Reading: { } reading } ? ReadTo(reading) : Closing(record.SignatureRefused),
            new SignatureBlock(
            [
                new("被询问人", record.SignatureRefused is null ? "（逐页签名）" : "拒绝签名"),
                .. record.Reading?.Interpreter is { Length: > 0 } interpreter ? new[] { new SignatureLine("翻译人员", "（签名）", interpreter) } : [],
                .. Signatures("执法人员", record.Officers, ChineseText.Date(record.On)),
            ]),
        ]);

    private static Paragraph ReadTo(InterviewReading reading) => new(
        $"以上笔录共{reading.Pages}页，{(reading.ReadAloud ? "本人阅读有困难，已向本人宣读" : "本人已看过")}，与所述相符。"
        + (reading.Language is { Length: > 0 } language ? $"询问使用{language}{(reading.Interpreter is { Length: > 0 } ? "，由翻译人员翻译" : "，执法人员通晓该语言")}。" : "")
        + (reading.Corrections > 0 ? $"改动{reading.Corrections}处，均由本人捺指印确认。" : ""));

    private static Paragraph Closing(string? refused) => new(refused is null
        ? "以上笔录已交本人核对（阅读有困难的，已向其宣读），与所述相符。"
        : $"以上笔录已交当事人核对，当事人拒绝签名，事由：{refused}");

    private static DocumentContent ServiceReceipt(CaseState state, int index)
    {
        var (title, number, service) = Services(state)[index];
        return Make(state, DocumentCode.ServiceReceipt, null,
            new FieldTable(
            [
                new("案由", state.Item!.Conduct),
                new("受送达人", state.Party!.DisplayName),
                new("送达文书名称及文号", $"{title} {number}"),
                new("送达方式", service is null ? Pending("送达") : ExecutionGates.Title(service.Method)),
                new("送达地点", service is null ? Pending("送达") : Or(service.Place, service.Carrier ?? "无")),
                new("送达日期", service is null ? Pending("送达") : service.ServedOn == service.On ? ChineseText.Date(service.On) : $"{ChineseText.Date(service.On)}发布公告，{ChineseText.Date(service.ServedOn)}期满视为送达"),
                new("收件人", service is null ? Pending("签收") : service.Method == ServiceMethod.Announcement ? "公告送达" : $"{service.Receiver}（{service.Relation}）"),
                new("邮件号、受托机关或者公告载体", service is null ? "" : Or(service.Carrier, "无")),
                new("此前送达未成的情况", Attempts(state, title, number)),
                new("拒收事由和日期", service is null ? "" : service.RefusalNote is { Length: > 0 } refusal ? $"{refusal}（{ChineseText.Date(service.On)}）" : "无"),
                new("见证人或者影像", service is null ? "" : Or(service.Witness, "无")),
            ]),
            new SignatureBlock(service is null ? [new("送达人", Pending("送达"))] : [.. Signatures("送达人", service.Officers, ChineseText.Date(service.On))]),
            new SealBlock(state.Subject!.Name, service is null ? Pending("送达日期") : ChineseText.Date(service.On)));
    }

    private static DocumentContent ClosingApproval(CaseState state) => Make(state, DocumentCode.ClosingApproval, null,
        new FieldTable(
        [
            new("立案号", state.Number!),
            new("案由", state.Item!.Conduct),
            .. PartyRows(state.Party!),
            new("立案日期", ChineseText.Date((state.Filing?.On ?? state.OnSpot?.On)!.Value)),
            new("决定书文号", state.Decision?.Number ?? state.OnSpot?.Number ?? ""),
            new("处理结果", state.Penalties.Count == 0 ? "不予行政处罚" : Penalties(state.Penalties)),
            new("复议、诉讼情况", RemedyText(state)),
            new("送达日期", ChineseText.Date(state.ServedOn!.Value)),
            new("缴款情况", Money(state)),
            new("改正情况", state.CorrectionCheck is { } check ? check.Findings : state.Correction is null ? "见决定书" : Pending("复查")),
            new("公示情况", state.Published is { } published ? $"{ChineseText.Date(published.On)}公示，至{ChineseText.Date(published.Until)}" : state.Publication is { Publish: false } not ? $"不公示：{not.Ground}" : state.Penalties.Count == 0 ? "不公示" : Pending("公示")),
            new("结案情形", state.Closing is null ? Pending("结案") : ExecutionGates.Title(state.Closing.Ground ?? ExecutionGates.GroundOf(state))),
            new("执行情况", state.Closing?.Outcome ?? Pending("结案")),
            new("档案号", state.Closing is null ? Pending("归档") : state.Execution.Archive?.Number ?? Or(state.Closing.ArchiveNumber, "归档时编")),
        ]),
        new SignatureBlock(
        [
            .. Signatures("承办人", state.Officers, null),
            new("负责人", state.Closing?.Signer.Name ?? Pending("签批"), state.Closing is { } closing ? SignerDetail(closing.Signer, closing.On) : null),
        ]));

    private static string Money(CaseState state)
    {
        var refunds = state.Execution.Refunds;
        var paid = state.PaidFen + refunds.Sum(refund => refund.FineFen);
        if (state.OwedFen == 0 && paid == 0) return "无罚没款";
        var back = refunds.Count == 0 ? state.RefundFen > 0 ? $"，应退还{ChineseText.Amount(state.RefundFen)}" : ""
            : $"，已退还{ChineseText.Amount(refunds.Sum(refund => refund.FineFen + refund.SurchargeFen))}（{string.Join("、", refunds.Select(refund => $"{ChineseText.Date(refund.On)}，凭证{refund.Voucher}"))}）";
        return (state.OwedFen == 0 ? $"决定被撤销前已缴{ChineseText.Amount(paid)}{Receipts(state)}" : $"应缴{ChineseText.Amount(state.OwedFen)}，已缴{ChineseText.Amount(paid)}{Receipts(state)}") + back;
    }

    private static string Receipts(CaseState state) =>
        state.Payments.Count == 0 && state.Execution.Cash is null ? ""
            : $"（票据{string.Join("、", state.Payments.Select(payment => payment.Receipt).Concat(state.Execution.Cash is { } cash ? [cash.Receipt] : Array.Empty<string>()))}）";
}
