using Lianzhi.Core.Cases;
using static Lianzhi.Core.Documents.CasePhrases;

namespace Lianzhi.Core.Documents;

/// <summary>
/// A form that is printed with what the record knows and filled in by hand (空白表单); signed, it comes back as a piece of evidence. It is no paper of the record: it
/// has no number and starts no period.
/// </summary>
/// <param name="Name">Kebab-case name in addresses.</param>
/// <param name="Title">Title on the paper.</param>
/// <param name="Basis">Article or practice it rests on.</param>
/// <param name="Outside">Goes to the party: head of the organ and seal.</param>
/// <param name="Blocks">What stands on it for a case.</param>
public sealed record BlankForm(string Name, string Title, string Basis, bool Outside, Func<CaseState, IReadOnlyList<DocumentBlock>> Blocks);

/// <summary>The forms officers ask for most (常用空白表单).</summary>
public static class BlankForms
{
    private const string Blank = "　　　　　　　　";
    private const string Day = "　　　　年　　月　　日";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<BlankForm> All =
    [
        new("interview-notice", "询问通知书", "行政处罚法 第55条第2款", true, InterviewNotice),
        new("evidence-extraction", "证据提取单", "行政处罚法 第46条", false, Extraction),
        new("expert-opinion-notice", "检测（鉴定）意见告知书", "行政处罚法 第45、46条", true, OpinionNotice),
        new("authorisation", "授权委托书", "行政处罚法 第64条第5项；示例格式", false, Authorisation),
        new("hearing-request", "听证申请书", "行政处罚法 第63、64条；示例格式", false, HearingRequest),
        new("deferral-request", "延期（分期）缴纳罚款申请书", "行政处罚法 第66条第2款；示例格式", false, DeferralRequest),
    ];

    /// <summary>The form of a name; null when there is none.</summary>
    public static BlankForm? Find(string name) => All.FirstOrDefault(form => form.Name == name);

    private static IReadOnlyList<DocumentBlock> InterviewNotice(CaseState state) =>
    [
        new Paragraph($"{state.Party!.DisplayName}：", ParagraphStyle.Plain),
        new Paragraph($"本机关正在调查你（单位）涉嫌{state.Item!.Conduct}一案，需要向你（单位）了解有关情况。请于{Day}　　时　　分到{Blank}{Blank}接受询问。"),
        new Paragraph("请携带：□居民身份证　□营业执照　□法定代表人身份证明　□授权委托书及受托人身份证件　□与本案有关的材料："),
        new Paragraph("依照《中华人民共和国行政处罚法》第五十五条第二款，当事人或者有关人员应当如实回答询问，并协助调查，不得拒绝或者阻挠。你（单位）有权申请执法人员回避，有权陈述和申辩。"),
        new Paragraph($"执法人员及证号：{WithCertificates(state.Officers)}　联系电话：{Blank}", ParagraphStyle.Plain),
        new SealBlock(state.Subject!.Name, Day),
        new SignatureBlock([new("受送达人", "（签名）", Day), new("送达人", "（签名）、（签名）", Day)]),
    ];

    private static IReadOnlyList<DocumentBlock> Extraction(CaseState state) =>
    [
        new FieldTable(
        [
            new("案由", $"涉嫌{state.Item!.Conduct}"), new("案号", Or(state.Number, "")), .. PartyRows(state.Party!),
            new("证据名称和数量", ""), new("提取时间", $"{Day}　　时　　分"), new("提取地点", ""), new("提取方式", "□原件　□复制件　□照片　□录音录像　□电子数据　其他："), new("证明内容", ""), new("原件（原物）存放处", ""),
        ]),
        new Paragraph("以上证据由本人（单位）提供；属于复制件的，经核对与原件一致。"),
        new SignatureBlock([new("提供人", "（签名或者盖章）", Day), new("见证人", "（签名）", Day), .. state.Officers.Select(officer => new SignatureLine("执法人员", "（签名）", $"{officer.Name}，{officer.CertificateNumber}"))]),
    ];

    private static IReadOnlyList<DocumentBlock> OpinionNotice(CaseState state) =>
    [
        new Paragraph($"{state.Party!.DisplayName}：", ParagraphStyle.Plain),
        new Paragraph($"在调查你（单位）涉嫌{state.Item!.Conduct}一案中，本机关委托{Blank}{Blank}对{Blank}{Blank}进行了检测（鉴定），意见如下："),
        new Paragraph($"{Blank}{Blank}{Blank}{Blank}"),
        new Paragraph($"你（单位）对上述意见有权陈述、申辩；有异议的，可以自收到本告知书之日起　　日内书面提出并说明理由，也可以申请重新检测（鉴定）。意见全文附后，共　　页。"),
        new SealBlock(state.Subject!.Name, Day),
        new SignatureBlock([new("受送达人", "（签名）", Day), new("送达人", "（签名）、（签名）", Day)]),
    ];

    private static IReadOnlyList<DocumentBlock> Authorisation(CaseState state) =>
    [
        new FieldTable([.. PartyRows(state.Party!), new("受托人姓名", ""), new("身份证件号码", ""), new("工作单位和职务", ""), new("联系电话", "")]),
        new Paragraph($"委托人委托上列受托人，在{state.Subject!.Name}办理的涉嫌{state.Item!.Conduct}一案中作为代理人。"),
        new Paragraph("代理权限：□接受询问、提供证据　□代为陈述、申辩　□代为申请和参加听证　□代为签收文书　□代为承认事实、放弃权利（须特别授权）　其他："),
        new Paragraph($"代理期限：{Day}至{Day}。"),
        new SignatureBlock([new("委托人", "（签名或者盖章）", Day), new("受托人", "（签名）", Day)]),
    ];

    private static IReadOnlyList<DocumentBlock> HearingRequest(CaseState state) =>
    [
        new Paragraph($"{state.Subject!.Name}：", ParagraphStyle.Plain),
        new FieldTable([.. PartyRows(state.Party!).Select((row, index) => index == 0 ? row with { Label = "申请人" } : row), new("联系电话", ""), new("案由", $"涉嫌{state.Item!.Conduct}"),
            new("事先告知书文号", state.Notice?.Number ?? ""), new("收到告知书的日期", state.Notice is { } notice ? ChineseText.Date(notice.Service.ServedOn) : "")]),
        new Paragraph("申请人要求就上列案件举行听证。"),
        new Paragraph("对拟作出的行政处罚的意见和理由："),
        new Paragraph($"{Blank}{Blank}{Blank}{Blank}"),
        new Paragraph("参加方式：□本人参加　□委托代理人参加（附授权委托书）　是否申请主持人回避：□否　□是，理由："),
        new Paragraph($"注：要求听证的，应当在被告知后五个工作日内提出{(state.Notice?.HearingDueOn is { } due ? $"（至{ChineseText.Date(due)}）" : "")}；听证不收取费用（《中华人民共和国行政处罚法》第六十三条、第六十四条）。", ParagraphStyle.Note),
        new SignatureBlock([new("申请人", "（签名或者盖章）", Day), new("接收人", "（签名）", Day)]),
    ];

    private static IReadOnlyList<DocumentBlock> DeferralRequest(CaseState state) =>
    [
        new Paragraph($"{state.Subject!.Name}：", ParagraphStyle.Plain),
        new FieldTable([.. PartyRows(state.Party!).Select((row, index) => index == 0 ? row with { Label = "申请人" } : row), new("联系电话", ""),
            new("处罚决定书文号", state.Decision?.Number ?? state.OnSpot?.Number ?? ""), new("应缴罚没款", state.OwedFen > 0 ? ChineseText.WordsAndFigures(state.OwedFen) : ""),
            new("已缴", state.PaidFen > 0 ? ChineseText.WordsAndFigures(state.PaidFen) : ""), new("缴款期限", state.PaymentDueOn is { } due ? ChineseText.Date(due) : "")]),
        new Paragraph("申请：□延期缴纳，延至　　　　年　　月　　日　□分期缴纳，共　　期，每期日期和数额："),
        new Paragraph($"{Blank}{Blank}{Blank}{Blank}"),
        new Paragraph("经济困难的情况和理由："),
        new Paragraph($"{Blank}{Blank}{Blank}{Blank}"),
        new Paragraph("所附证明材料：　　份，名称："),
        new Paragraph("注：当事人确有经济困难，需要延期或者分期缴纳罚款的，经当事人申请和行政机关批准，可以暂缓或者分期缴纳（《中华人民共和国行政处罚法》第六十六条第二款）。", ParagraphStyle.Note),
        new SignatureBlock([new("申请人", "（签名或者盖章）", Day), new("接收人", "（签名）", Day)]),
    ];
}
