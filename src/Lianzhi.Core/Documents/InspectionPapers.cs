using Lianzhi.Core.Cases;
using Lianzhi.Core.Inspections;
using static Lianzhi.Core.Documents.CasePhrases;

namespace Lianzhi.Core.Documents;

/// <summary>
/// Makes the papers of an inspection (行政检查文书) from its file alone. What has not happened stands as 【待…】; a number
/// stands only when it was issued.
/// </summary>
public static class InspectionPapers
{
    /// <summary>The papers an inspection has or is about to need, in the order of the file.</summary>
    public static IReadOnlyList<CaseDocument> Of(InspectionFile file)
    {
        var papers = new List<CaseDocument>();
        void Add(DocumentCode code, DateOnly? on, int index = 0) => papers.Add(new(DocumentKinds.Of(code), index, on is not null, on));
        Add(DocumentCode.InspectionApproval, file.Approval?.On);
        if (file.Approval is not null) Add(DocumentCode.InspectionNotice, file.Notice?.On);
        if (file.Start is not null) Add(DocumentCode.InspectionRecord, file.Recorded is { } recorded ? CaseDays.Of(recorded.Until) : null);
        foreach (var (index, scene) in file.Scenes.Where(scene => scene.Kind == SceneKind.Sampling).Index()) Add(DocumentCode.SamplingNotice, CaseDays.Of(scene.At), index);
        foreach (var (index, scene) in file.Scenes.Where(scene => scene.Kind == SceneKind.Interview).Index()) Add(DocumentCode.InterviewRecord, CaseDays.Of(scene.At), index);
        if (file.Outcome is { } outcome && outcome.Has(InspectionConclusion.Correction)) Add(DocumentCode.CorrectionOrder, outcome.On);
        if (file.Outcome is { TransferNumber: not null } transfer && transfer.Has(InspectionConclusion.Transfer)) Add(DocumentCode.OfficialLetter, transfer.On);
        if (file.Outcome is not null) Add(DocumentCode.InspectionResult, file.Told?.On);
        if (file.Stage == InspectionStage.Correcting || file.Recheck is not null) Add(DocumentCode.RecheckRecord, file.Recheck is { } recheck ? CaseDays.Of(recheck.At) : null);
        if (file.Notice is not null) Add(DocumentCode.InspectionFeedback, file.Feedback is { } answer ? CaseDays.Of(answer.At) : null);
        return papers;
    }

    /// <summary>The content of one paper; null when the inspection has no such paper.</summary>
    public static DocumentContent? Content(InspectionFile file, DocumentCode code, int index = 0) =>
        Of(file).Any(paper => paper.Kind.Code == code && paper.Index == index)
            ? code switch
            {
                DocumentCode.InspectionApproval => Approval(file),
                DocumentCode.InspectionNotice => Notice(file),
                DocumentCode.InspectionRecord => Record(file),
                DocumentCode.SamplingNotice => Sampling(file, file.Scenes.Where(scene => scene.Kind == SceneKind.Sampling).ElementAt(index)),
                DocumentCode.InterviewRecord => Interview(file, file.Scenes.Where(scene => scene.Kind == SceneKind.Interview).ElementAt(index)),
                DocumentCode.CorrectionOrder => Correction(file, file.Outcome!),
                DocumentCode.OfficialLetter => Transfer(file, file.Outcome!),
                DocumentCode.InspectionResult => Outcome(file, file.Outcome!),
                DocumentCode.RecheckRecord => Recheck(file),
                _ => Feedback(file),
            }
            : null;

    private static DocumentContent Make(InspectionFile file, DocumentCode code, string? number, params IReadOnlyList<DocumentBlock> blocks)
    {
        var kind = DocumentKinds.Of(code);
        return new(kind, file.UnitName, kind.Title, number, blocks);
    }

    private static IReadOnlyList<FieldRow> Target(InspectionFile file) =>
        [new("检查对象", file.TargetName), new("统一社会信用代码", Or(file.TargetCode, "未登记")), new("地址", file.TargetAddress)];

    private static string Frequency(InspectionFile file) => file.Frequency.Cap is { } cap
        ? $"本年度此前已入企检查{file.Frequency.Used}次，上限{cap}次{(file.Frequency.Granted > 0 ? $"，获准增加{file.Frequency.Granted}次" : "")}"
        : $"本年度此前已入企检查{file.Frequency.Used}次，未设上限";

    private static string Beyond(InspectionFile file, string reason) => file.BeyondGround is { } ground
        ? $"{InspectionNames.Of(ground)}{(file.BeyondReference is { Length: > 0 } reference ? $"（{reference}）" : "")}：{reason}" : reason;

    private static string Joint(InspectionFile file) => file.Together.Count == 0 ? "单独检查" : $"与{string.Join("、", file.Together)}同行；各主体分别制发通知书、分别制作笔录";

    private static DocumentContent Approval(InspectionFile file) => Make(file, DocumentCode.InspectionApproval, file.Number,
        new FieldTable(
        [
            .. Target(file),
            new("检查类型", InspectionNames.TypeOf(file.Source)),
            new("任务来源", $"{InspectionNames.Of(file.Source)}：{file.Reason}"),
            new("检查依据", file.Basis),
            new("检查内容", string.Join("、", file.Scope)),
            new("检查日期", ChineseText.Date(file.Day)),
            new("检查人员及证号", WithCertificates(file.Officers)),
            new("辅助人员", Or(file.Helpers, "无")),
            new("联合检查", Joint(file)),
            new("检查频次", Frequency(file)),
            new("超出频次的理由", file.BeyondReason is { Length: > 0 } beyond ? Beyond(file, beyond) : "未超出"),
            new("即时检查", file.Urgent ? "是，事后补办审批" : "否"),
            new("承办人意见", $"建议实施检查，由{Names(file.Officers)}承办。（{file.ProposerName}，{ChineseText.Date(file.ProposedOn)}）"),
            new("负责人审批意见", file.Approval?.Opinion ?? Pending("审批")),
        ]),
        new SignatureBlock([new("负责人", file.Approval?.Signer.Name ?? Pending("签批"), file.Approval is { } approval ? SignerDetail(approval.Signer, approval.On) : null)]));

    private static DocumentContent Notice(InspectionFile file) => Make(file, DocumentCode.InspectionNotice, file.Notice?.Number ?? Pending("文号"),
        [
            new Paragraph($"{file.TargetName}：", ParagraphStyle.Plain),
            new Paragraph($"根据{file.Basis}，本机关决定对你单位实施行政检查，现将有关事项通知如下："),
            new FieldTable(
            [
                new("检查类型", InspectionNames.TypeOf(file.Source)),
                new("任务来源", InspectionNames.Of(file.Source)),
                new("检查日期", ChineseText.Date(file.Day)),
                new("检查地点", file.TargetAddress),
                new("检查内容", string.Join("、", file.Scope)),
                new("检查人员及证号", WithCertificates(file.Officers)),
                new("辅助人员", Or(file.Helpers, "无")),
                new("联合检查", Joint(file)),
                new("检查频次", Frequency(file)),
                new("告知方式", file.Notice is { } notice ? notice.Why is { Length: > 0 } why ? $"{InspectionNames.Of(notice.Manner)}：{why}" : InspectionNames.Of(notice.Manner) : Pending("告知")),
            ]),
            new GridTable(["序号", "检查事项", "依据"], [.. file.Items.Select(item => new[] { Number(item.Position), item.Check.Text, item.Check.Basis })]),
            new Paragraph("检查人员应当主动出示行政执法证件。未出示检查通知书和执法证件，或者检查人员少于两名的，你单位有权拒绝检查。"),
            new Paragraph("认为检查人员与本次检查有直接利害关系的，有权申请回避；对检查情况有权陈述、申辩；对检查行为可以评价，也可以投诉举报。你单位应当如实提供情况和材料，协助检查。"),
            new Paragraph("检查人员不得接受宴请、礼品和其他好处，不得泄露商业秘密，不得妨碍正常生产经营。"),
            new Paragraph($"投诉监督：{file.ComplaintTo}。扫描文末二维码可以核验本通知书、查看检查事项；凭校验码可以评价本次检查。", ParagraphStyle.Note),
            new SealBlock(file.UnitName, file.Notice is { } sent ? ChineseText.Date(sent.On) : Pending("通知日期")),
        ]);

    private static DocumentContent Record(InspectionFile file)
    {
        var record = file.Recorded;
        return Make(file, DocumentCode.InspectionRecord, null,
        [
            new FieldTable(
            [
                new("检查通知书", file.Notice?.Number ?? Pending("补制通知书")),
                new("检查时间", $"{ChineseText.Time(file.Start!.At)} 至 {(record is null ? Pending("检查结束") : ChineseText.Time(record.Until))}"),
                new("检查地点", file.Start.Place),
                .. Target(file),
                new("现场人员", record?.Present ?? Pending("签署")),
                new("执法人员及证号", WithCertificates(file.Officers)),
            ]),
            new Paragraph($"执法人员：我们是{file.UnitName}的执法人员，这是我们的行政执法证件和检查通知书，请过目。你有申请回避的权利和陈述、申辩的权利，有如实回答询问、协助检查的义务。"),
            new GridTable(["序号", "检查事项", "结果", "现场情况"], [.. file.Items.Select(item => new[] { Number(item.Position), item.Check.Text, item.Finding is null ? Pending("检查") : InspectionNames.Of(item.Finding), Or(item.Note, "") })]),
            new Paragraph($"现场检查情况：{record?.Situation ?? Pending("记录")}"),
            new Paragraph($"当事人（现场人员）意见：{(record is null ? Pending("签署") : Or(record.PartyOpinion, "无异议。"))}"),
            new Paragraph(record is null ? Pending("核对签名") : record.RefusedBecause is { } refused
                ? $"以上笔录已交现场人员核对，现场人员拒绝签名，事由：{refused}" : "以上笔录经现场人员核对（已向其宣读），与现场情况相符。"),
            new SignatureBlock(
            [
                new("现场人员", record is null ? Pending("签名") : record.SignedBy ?? "拒绝签名"),
                .. record?.Witness is { Length: > 0 } witness ? new[] { new SignatureLine("见证人（影像）", witness) } : [],
                .. Signatures("执法人员", file.Officers, record is null ? null : ChineseText.Date(CaseDays.Of(record.Until))),
            ]),
        ]);
    }

    private static DocumentContent Sampling(InspectionFile file, InspectionScene scene) => Make(file, DocumentCode.SamplingNotice, scene.Number,
        [
            new Paragraph($"{file.TargetName}：", ParagraphStyle.Plain),
            new Paragraph("因行政检查需要，依照《中华人民共和国行政处罚法》第五十六条，本机关对你单位的下列物品抽样取证。"),
            new FieldTable(
            [
                new("检查通知书", file.Notice?.Number ?? "即时检查，通知书事后补制"),
                new("抽样时间", ChineseText.Time(scene.At)),
                new("抽样地点", file.TargetAddress),
                new("物品、批号和数量", scene.Text),
                new("抽样和封样方法", Or(scene.Method, "见现场检查笔录")),
                new("现场人员", $"{scene.Person}（{scene.Relation}）"),
            ]),
            new SignatureBlock([new("现场人员", "（签名）"), .. Signatures("执法人员", file.Officers, ChineseText.Date(CaseDays.Of(scene.At)))]),
            new SealBlock(file.UnitName, ChineseText.Date(CaseDays.Of(scene.At))),
        ]);

    private static DocumentContent Interview(InspectionFile file, InspectionScene scene) => Make(file, DocumentCode.InterviewRecord, null,
        [
            new FieldTable(
            [
                new("检查对象", file.TargetName),
                new("询问时间", ChineseText.Time(scene.At)),
                new("询问地点", file.Start?.Place ?? file.TargetAddress),
                new("被询问人", $"{scene.Person}（{scene.Relation}）"),
                new("执法人员及证号", WithCertificates(file.Officers)),
            ]),
            new Paragraph($"问：我们是{file.UnitName}的执法人员，这是我们的行政执法证件，请过目。你有申请回避、陈述和申辩的权利，也有如实回答询问、不得阻挠的义务。听清楚了吗？"),
            new Paragraph("答：已看过证件，听清楚了。"),
            .. CheckItem.Lines(scene.Text).Select(line => new Paragraph(line)),
            new Paragraph("以上笔录已交本人核对（阅读有困难的，已向其宣读），与所述相符。"),
            new SignatureBlock([new("被询问人", "（逐页签名）"), .. Signatures("执法人员", file.Officers, ChineseText.Date(CaseDays.Of(scene.At)))]),
        ]);

    private static DocumentContent Correction(InspectionFile file, InspectionOutcome outcome) => Make(file, DocumentCode.CorrectionOrder, outcome.CorrectionNumber,
        [
            new Paragraph($"{file.TargetName}：", ParagraphStyle.Plain),
            new Paragraph($"本机关于{ChineseText.Date(CaseDays.Of(file.Start!.At))}对你单位实施行政检查（{file.Notice!.Number}），发现下列问题："),
            .. file.Failed(InspectionConclusion.Correction).Select(item => new Paragraph($"{item.Position}．{Sentence(item.Check.Text)}现场情况：{Sentence(item.Note ?? "")}依据：{item.Check.Basis}。")),
            new Paragraph($"现责令你单位于{ChineseText.Date(outcome.DueOn!.Value)}前改正：{Sentence(outcome.Demand!)}", ParagraphStyle.Operative),
            new Paragraph("改正完成后可以书面告知本机关申请复查；期满本机关将复查。逾期不改正或者违法行为依法应当处罚的，依法处理。"),
            new Paragraph($"对本通知有异议的，可以向本机关陈述、申辩。{(file.Remedies is { } remedies ? RemediesAgainst(remedies, "本通知") : "")}"),
            new SealBlock(file.UnitName, ChineseText.Date(outcome.On)),
        ]);

    private static DocumentContent Transfer(InspectionFile file, InspectionOutcome outcome) => Make(file, DocumentCode.OfficialLetter, outcome.TransferNumber,
        [
            new Paragraph($"{outcome.To}：", ParagraphStyle.Plain),
            new Paragraph($"本机关于{ChineseText.Date(CaseDays.Of(file.Start!.At))}对{file.TargetName}（{(file.TargetCode is { } code ? $"统一社会信用代码{code}，" : "")}{file.TargetAddress}）实施行政检查（{file.Notice!.Number}），发现下列问题："),
            .. file.Failed(InspectionConclusion.Transfer).Select(item => new Paragraph($"{item.Position}．{Sentence(item.Check.Text)}现场情况：{Sentence(item.Note ?? "")}依据：{item.Check.Basis}。")),
            new Paragraph(Sentence(outcome.Text)),
            new Paragraph("现将上述问题和检查材料移送你单位依法处理，请在回执上签收，并将处理结果告知本机关。", ParagraphStyle.Operative),
            new Paragraph("附：现场检查笔录等检查材料。", ParagraphStyle.Note),
            new SealBlock(file.UnitName, ChineseText.Date(outcome.On)),
            new FieldTable(
            [
                new("回执", $"已收到{file.UnitName}{outcome.TransferNumber}及所附材料。"),
                new("签收人", file.Receipt?.By ?? ""),
                new("签收日期", file.Receipt is { } receipt ? ChineseText.Date(receipt.On) : ""),
            ]),
        ]) with
    { Title = "检查发现问题移送函" };

    private static DocumentContent Outcome(InspectionFile file, InspectionOutcome outcome) => Make(file, DocumentCode.InspectionResult, file.Told?.Number ?? Pending("文号"),
        [
            new Paragraph($"{file.TargetName}：", ParagraphStyle.Plain),
            new Paragraph($"本机关于{ChineseText.Date(CaseDays.Of(file.Start!.At))}对你单位实施行政检查（{file.Notice!.Number}），现将检查结果告知如下："),
            outcome.All.Count == 1 ? new GridTable(["序号", "检查事项", "结果"], [.. file.Items.Select(item => new[] { Number(item.Position), item.Check.Text, InspectionNames.Of(item.Finding) })])
                : new GridTable(["序号", "检查事项", "结果", "处理"], [.. file.Items.Select(item => new[] { Number(item.Position), item.Check.Text, InspectionNames.Of(item.Finding), item.Follows is { } follows ? InspectionNames.Of(follows) : "—" })]),
            new Paragraph($"检查结论：{string.Join("；", outcome.All.Select(InspectionNames.Of))}。{Sentence(outcome.Text)}", ParagraphStyle.Operative),
            .. outcome.All.Where(follows => outcome.All.Count == 1 || follows is not (InspectionConclusion.CorrectedAtOnce or InspectionConclusion.NothingFound)).Select(follows => new Paragraph(follows switch
            {
                InspectionConclusion.Correction => $"请按《责令改正通知书》（{outcome.CorrectionNumber}）于{ChineseText.Date(outcome.DueOn!.Value)}前改正，期满由本机关复查。",
                InspectionConclusion.Case => "涉嫌违法的行为，本机关将依法立案调查；立案后另行告知你单位的权利。",
                InspectionConclusion.Transfer => $"有关问题移送{outcome.To}处理。",
                _ => "本次检查到此办结。",
            })),
            new Paragraph("对检查结果有异议的，可以向本机关陈述、申辩；对检查行为可以凭检查通知书上的校验码评价。"),
            new SealBlock(file.UnitName, file.Told is { } told ? ChineseText.Date(told.On) : Pending("告知日期")),
        ]);

    private static DocumentContent Recheck(InspectionFile file)
    {
        var (recheck, outcome) = (file.Recheck, file.Outcome!);
        return Make(file, DocumentCode.RecheckRecord, null,
            new FieldTable(
            [
                .. Target(file),
                new("责令改正通知书", outcome.CorrectionNumber!),
                new("改正要求", outcome.Demand!),
                new("改正期限", ChineseText.Date(outcome.DueOn!.Value)),
                new("复查时间", recheck is null ? Pending("复查") : ChineseText.Time(recheck.At)),
                new("复查情况", recheck?.Findings ?? Pending("复查")),
                new("复查结论", recheck is null ? Pending("复查") : recheck.Corrected ? "已经改正" : "没有改正，依法提请立案"),
            ]),
            new SignatureBlock([new("现场人员", recheck is null ? Pending("复查") : "（签名）"), .. recheck is null ? [] : Signatures("执法人员", recheck.Officers, ChineseText.Date(CaseDays.Of(recheck.At)))]));
    }

    private static DocumentContent Feedback(InspectionFile file) => Make(file, DocumentCode.InspectionFeedback, null,
        new FieldTable(
        [
            .. Target(file),
            new("检查通知书", file.Notice!.Number),
            new("检查机关", file.UnitName),
            new("检查日期", file.Start is { } start ? ChineseText.Date(CaseDays.Of(start.At)) : Pending("检查")),
            new("总体评价", file.Feedback is { } answer ? InspectionNames.Of(answer.Grade) : "□满意　□基本满意　□不满意"),
            new("意见和建议", file.Feedback is { } said ? Or(said.Text, "无") : ""),
            new("评价时间", file.Feedback is { } at ? ChineseText.Time(at.At) : ""),
        ]),
        new Paragraph("评价不影响对你单位的任何办理。可以凭检查通知书的校验码在网上评价，也可以填写本表交检查机关或者区司法局。", ParagraphStyle.Note));

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
