using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents.Archive;
using static Lianzhi.Core.Documents.CasePhrases;

namespace Lianzhi.Core.Documents;

public static partial class CaseDocuments
{
    /// <summary>Papers of service, performance and enforcement in the order of the file.</summary>
    private static IEnumerable<CaseDocument> OfExecution(CaseState state)
    {
        var x = state.Execution;
        CaseDocument Paper(DocumentCode code, DateOnly? on, int index = 0) => new(DocumentKinds.Of(code), index, on is not null, on);
        if (x.Address is { } address) yield return Paper(DocumentCode.AddressConfirmation, address.On);
        foreach (var (index, start) in Announcements(state).Index()) yield return Paper(DocumentCode.ServiceAnnouncement, start.On, index);
        if (x.Cash is { } cash) yield return Paper(DocumentCode.CashRegister, cash.On);
        if (x.DeferralApplication is not null) yield return Paper(DocumentCode.DeferralApproval, x.DeferralAsked is null ? x.Deferral?.On : null);
        if (x.Deferral is { } deferral) yield return Paper(DocumentCode.DeferralNotice, deferral.On);
        if (x.Surcharge is { } surcharge) yield return Paper(DocumentCode.SurchargeDecision, surcharge.On);
        if (x.Demand is { } demand) yield return Paper(DocumentCode.Demand, demand.On);
        if (x.Enforcement is { } enforcement) yield return Paper(DocumentCode.EnforcementDecision, enforcement.On);
        if (x.Court is not null || x.Demand is not null) yield return Paper(DocumentCode.CourtApplication, x.Court?.On);
        foreach (var code in TurnPapers)
            foreach (var (index, turn) in Turns(state, code).Index()) yield return Paper(code, turn.On, index);
    }

    private static DocumentContent? OfExecution(CaseState state, DocumentCode code, int index) => code switch
    {
        DocumentCode.AddressConfirmation => AddressConfirmation(state, state.Execution.Address!),
        DocumentCode.ServiceAnnouncement => ServiceAnnouncement(state, Announcements(state)[index]),
        DocumentCode.CashRegister => CashRegister(state, state.Execution.Cash!),
        DocumentCode.DeferralApproval => DeferralApproval(state),
        DocumentCode.DeferralNotice => DeferralNotice(AsOf(state, state.Execution.Deferral!), state.Execution.Deferral!),
        DocumentCode.SurchargeDecision => SurchargeDecision(state, state.Execution.Surcharge!),
        DocumentCode.Demand => Demand(state, state.Execution.Demand!),
        DocumentCode.EnforcementDecision => EnforcementDecision(state, state.Execution.Enforcement!),
        DocumentCode.CourtApplication => CourtApplication(state),
        DocumentCode.CaseFile => CaseFile(state),
        _ when TurnPapers.Contains(code) => TurnPaper(state, code, Turns(state, code)[index]),
        _ => null,
    };

    private static IReadOnlyList<ServiceStarted> Announcements(CaseState state) => [.. state.Execution.Started.Where(start => start.Method == ServiceMethod.Announcement)];

    /// <summary>Papers of the execution that are delivered, with their service where it happened.</summary>
    private static IReadOnlyList<(string, string, CaseService?)> ExecutionServices(CaseState state)
    {
        var x = state.Execution;
        var made = ServedPapers.Of(state).Where(paper => (paper.Paper == ServedPaper.Deferral && paper.Number == x.Deferral?.Number) || paper.Paper is ServedPaper.Surcharge or ServedPaper.Enforcement).Select(Delivered).ToArray();
        var demand = x.Demand is { } demanded ? [("催告书", demanded.Number, (CaseService?)demanded.Service)] : Array.Empty<(string, string, CaseService?)>();
        return x.Enforcement is null ? [.. made, .. demand] : [.. made[..^1], .. demand, made[^1]];
    }

    /// <summary>Papers that are delivered by themselves whenever they were made; after all others, so that receipts keep their indexes.</summary>
    private static IEnumerable<(string, string, CaseService?)> LaterServices(CaseState state) =>
        ServedPapers.Of(state).Where(paper => paper.Paper > ServedPaper.Enforcement).Select(Delivered);

    private static (string, string, CaseService?) Delivered(MadePaper paper) => (paper.Title, paper.Number ?? "", paper.Served?.Service);

    /// <summary>Failed attempts of a paper, for its receipt: of several papers of a name each attempt belongs to the one served next.</summary>
    private static string Attempts(CaseState state, string title, string number)
    {
        var same = Services(state).Where(one => one.Title == title).ToList();
        var failed = state.Execution.Failed.Where(attempt => PaperTitle(attempt.Paper, state) == title
                && (same.Where(one => one.Service is { } done && done.On >= attempt.On).OrderBy(one => one.Service!.On).Select(one => one.Number).FirstOrDefault() ?? same[0].Number) == number)
            .Select(attempt => $"{ChineseText.Date(attempt.On)}{ExecutionGates.Title(attempt.Method)}未成：{attempt.Reason}").ToList();
        return failed.Count == 0 ? "无" : string.Join("；", failed);
    }

    private static string PaperTitle(ServedPaper paper, CaseState state) => paper switch
    {
        ServedPaper.Decision => state.Decision is { Kind: not DecisionKind.Penalty } ? "不予行政处罚决定书" : "行政处罚决定书",
        ServedPaper.PriorNotice => "行政处罚事先告知书",
        _ => ServedPapers.Title(paper),
    };

    private static string PaperNumber(ServedPaper paper, CaseState state, DateTimeOffset by) => paper switch
    {
        ServedPaper.Decision => state.Decision?.Number,
        ServedPaper.PriorNotice => state.Notice?.Number,
        _ => ServedPapers.Of(state).LastOrDefault(made => made.Paper == paper && made.At < by.AddMinutes(1))?.Number,
    } is { Length: > 0 } number ? $"（{number}）" : "";

    private static DocumentContent AddressConfirmation(CaseState state, AddressConfirmed confirmed) => Make(state, DocumentCode.AddressConfirmation, null,
        [
            new FieldTable(
            [
                new("案由", state.Item!.Conduct),
                .. PartyRows(state.Party!),
                new("送达地址", confirmed.Address),
                new("联系电话", Or(confirmed.Phone, "未填写")),
                new("是否同意电子送达", confirmed.ElectronicConsent ? "同意" : "不同意"),
                new("电子送达地址", Or(confirmed.ElectronicAddress, "无")),
            ]),
            new Paragraph("告知事项：当事人应当如实提供送达地址；地址变更的，应当及时书面告知。同意电子送达的，文书到达上述电子地址所在系统的日期为送达日期。地址不准确、拒不提供或者变更后未告知，致使文书未能被实际接收的，文书退回之日视为送达之日。"),
            new Paragraph("当事人确认：已阅读上述告知事项，填写内容属实。"),
            new SignatureBlock([new("当事人（签名）", confirmed.SignedBy, ChineseText.Date(confirmed.On))]),
        ]);

    private static DocumentContent ServiceAnnouncement(CaseState state, ServiceStarted start) => Make(state, DocumentCode.ServiceAnnouncement, null,
        [
            new Paragraph($"{state.Party!.DisplayName}：", ParagraphStyle.Plain),
            new Paragraph($"本机关办理的{state.Item!.Conduct}一案，因{Bare(start.Reason)}，依据《中华人民共和国行政处罚法》第六十一条、《中华人民共和国民事诉讼法》第九十五条，向你（单位）公告送达{PaperTitle(start.Paper, state)}{PaperNumber(start.Paper, state, start.At)}。"),
            .. start.Paper == ServedPaper.Decision && state.Decision is { } decision
                ? new[] { new Paragraph($"决定内容：{(decision.Penalties.Count == 0 ? "不予行政处罚" : Penalties(decision.Penalties))}。"), new Paragraph(Remedies(state, decision.Remedies, decision.Penalties)) }
                : [],
            new Paragraph($"自本公告发布之日起经过三十日（至{ChineseText.Date(start.EffectiveOn!.Value)}），即视为送达。你（单位）可以到本机关领取文书。"),
            new Paragraph($"公告载体：{start.Carrier}", ParagraphStyle.Note),
            new SealBlock(state.Subject!.Name, ChineseText.Date(start.On)),
        ]);

    private static DocumentContent CashRegister(CaseState state, CashCollected cash) => Make(state, DocumentCode.CashRegister, null,
        new FieldTable(
        [
            new("决定书文号", state.Decision?.Number ?? state.OnSpot?.Number ?? ""),
            .. PartyRows(state.Party!),
            new("收缴时间", ChineseText.Time(cash.At)),
            new("收缴数额", ChineseText.WordsAndFigures(cash.FineFen)),
            new("当场收缴的情形", $"{CashText(cash.Ground)}：{cash.Note}"),
            new("财政统一票据号", cash.Receipt),
            new("抵岸日期", cash.LandedOn is { } landed ? ChineseText.Date(landed) : "不适用"),
            new("交回机关", state.Execution.HandedIn is { } handed ? $"{ChineseText.Date(handed.On)}交回，接收人{handed.ReceivedBy}" : $"{Pending("交回")}（{ChineseText.Date(cash.HandInDueOn)}前）"),
            new("缴付银行", state.Execution.Banked is { } banked ? $"{ChineseText.Date(banked.On)}缴付，回单{banked.Voucher}" : Pending("缴付银行")),
        ]),
        new SignatureBlock([.. Signatures("执法人员", cash.Officers, ChineseText.Date(cash.On))]));

    private static string CashText(CashGround ground) => ground switch
    {
        CashGround.UpToHundred => "依法给予一百元以下罚款（行政处罚法第六十八条第一项）",
        CashGround.HardToEnforce => "不当场收缴事后难以执行（行政处罚法第六十八条第二项）",
        _ => "边远、水上、交通不便地区，当事人缴纳确有困难并提出（行政处罚法第六十九条）",
    };

    private static DocumentContent DeferralApproval(CaseState state)
    {
        var (asked, decided) = (state.Execution.DeferralApplication!, state.Execution.DeferralAsked is null ? state.Execution.Deferral : null);
        return Make(state, DocumentCode.DeferralApproval, null,
        [
            new FieldTable(
            [
                new("决定书文号", state.Decision?.Number ?? state.OnSpot?.Number ?? ""),
                .. PartyRows(state.Party!),
                new("应缴数额", ChineseText.Amount(state.OwedFen)),
                new("申请日期", ChineseText.Date(asked.On)),
                new("申请事项", $"{(asked.Kind == DeferralKind.Later ? "延期缴纳" : "分期缴纳")}：{asked.Request}"),
                new("经济困难情况", asked.Reason),
                new("证明材料", asked.Attachments == 0 ? "无" : $"{asked.Attachments}份"),
                new("负责人审批意见", decided is null ? Pending("审批") : $"{(decided.Approved ? "同意" : "不同意")}。{decided.Reason}"),
            ]),
            .. decided is { Approved: true } ? new DocumentBlock[] { PlanTable(decided.Plan) } : [],
            new SignatureBlock([new("负责人", decided?.Signer.Name ?? Pending("签批"), decided is null ? null : SignerDetail(decided.Signer, decided.On))]),
        ]);
    }

    private static GridTable PlanTable(IReadOnlyList<Instalment> plan) => new(["期次", "缴纳期限", "数额"],
        [.. plan.Select((part, index) => (IReadOnlyList<string>)[$"第{index + 1}期", ChineseText.Date(part.DueOn), ChineseText.Amount(part.AmountFen)])]);

    private static DocumentContent DeferralNotice(CaseState state, DeferralDecided decided) => Make(state, DocumentCode.DeferralNotice, decided.Number,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"本机关于{ChineseText.Date(state.Execution.DeferralApplication!.On)}收到你（单位）{(decided.Kind == DeferralKind.Later ? "延期" : "分期")}缴纳罚款的申请。依据《中华人民共和国行政处罚法》第六十六条第二款，决定{(decided.Approved ? "同意" : "不同意")}。理由：{Sentence(decided.Reason)}"),
            .. decided.Approved
                ? new DocumentBlock[]
                {
                    PlanTable(decided.Plan),
                    new Paragraph("请按上列日期到指定银行或者通过电子支付系统缴纳。逾期不缴纳的，本机关可以依法加处罚款，或者申请人民法院强制执行。"),
                }
                : [new Paragraph("请按照处罚决定书载明的期限缴纳。")],
            new SealBlock(state.Subject!.Name, ChineseText.Date(decided.On)),
        ]);

    private static DocumentContent SurchargeDecision(CaseState state, SurchargeImposed imposed) => Make(state, DocumentCode.SurchargeDecision, imposed.Number,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"你（单位）应当在{ChineseText.Date(imposed.DueOn)}前缴纳{state.Decision?.Number ?? state.OnSpot?.Number}确定的罚款，至期限届满尚有罚款{ChineseText.WordsAndFigures(imposed.BaseFen)}未缴纳。{Sentence(imposed.Reason)}"),
            new Paragraph("依据《中华人民共和国行政处罚法》第七十二条第一款第一项、《中华人民共和国行政强制法》第四十五条，本机关决定："),
            new Paragraph($"自{ChineseText.Date(imposed.DueOn.AddDays(1))}起，每日按未缴纳罚款数额的百分之三加处罚款，加处罚款的数额不超出{ChineseText.WordsAndFigures(imposed.BaseFen)}。", ParagraphStyle.Operative),
            new Paragraph("申请行政复议或者提起行政诉讼的，加处罚款的数额在行政复议或者行政诉讼期间不予计算（《中华人民共和国行政处罚法》第七十三条第三款）。"),
            new Paragraph(Remedies(state, state.Decision?.Remedies ?? state.OnSpot?.Remedies, [])),
            new SealBlock(state.Subject!.Name, ChineseText.Date(imposed.On)),
        ]);

    private static DocumentContent Demand(CaseState state, DemandServed demand) => Make(state, DocumentCode.Demand, demand.Number,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"本机关于{ChineseText.Date((state.Decision?.On ?? state.OnSpot?.On)!.Value)}作出{state.Decision?.Number ?? state.OnSpot?.Number}，已于{ChineseText.Date(state.ServedOn!.Value)}送达。你（单位）逾期未履行义务，依据《中华人民共和国行政强制法》第三十五条、第五十四条，现催告如下："),
            .. demand.FineFen > 0 ? new[] { new Paragraph($"一、缴纳罚没款{ChineseText.WordsAndFigures(demand.FineFen)}；", ParagraphStyle.Operative) } : [],
            .. demand.SurchargeFen > 0 ? new[] { new Paragraph($"二、缴纳加处罚款{ChineseText.WordsAndFigures(demand.SurchargeFen)}（计算至{ChineseText.Date(demand.On)}）；", ParagraphStyle.Operative) } : [],
            .. demand.Duty is { } duty ? new[] { new Paragraph($"履行下列义务：{Sentence(duty)}", ParagraphStyle.Operative) } : [],
            new Paragraph($"履行期限和方式：{Sentence(demand.Term)}"),
            // The code the party had by then: one that was taken down later stands on no earlier demand.
            .. state.Execution.Papers.TakeWhile(paper => !ReferenceEquals(paper, demand)).OfType<PaymentCodeTaken>().LastOrDefault() is { } slip && demand.FineFen > 0
                ? new[] { new Paragraph($"非税缴款码：{slip.Code}。") } : [],
            new Paragraph("你（单位）收到本催告书后有权进行陈述和申辩，本机关将听取并复核。"),
            new Paragraph($"自本催告书送达之日起十个工作日（至{ChineseText.Date(demand.WaitUntil)}）届满仍不履行的，本机关将依法申请人民法院强制执行，或者依法强制执行。"),
            new SealBlock(state.Subject!.Name, ChineseText.Date(demand.On)),
        ]);

    private static DocumentContent EnforcementDecision(CaseState state, EnforcementDecided decided) => Make(state, DocumentCode.EnforcementDecision, decided.Number,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"你（单位）在法定期限内不履行{state.Decision?.Number ?? state.OnSpot?.Number}确定的义务，经催告（{state.Execution.Demand?.Number}）仍不履行，且无正当理由。"),
            new Paragraph($"依据《中华人民共和国行政强制法》第三十七条、第四十六条第三款，本机关决定将查封、扣押的财物依法拍卖抵缴罚款："),
            new Paragraph(Sentence(decided.Manner), ParagraphStyle.Operative),
            new Paragraph(Remedies(state, state.Decision?.Remedies ?? state.OnSpot?.Remedies, [])),
            new SealBlock(state.Subject!.Name, ChineseText.Date(decided.On)),
        ]);

    private static DocumentContent CourtApplication(CaseState state)
    {
        var (applied, demand) = (state.Execution.Court, state.Execution.Demand);
        return Make(state, DocumentCode.CourtApplication, applied?.Number ?? Pending("编号"),
        [
            new Paragraph($"{applied?.Court ?? Pending("申请")}：", ParagraphStyle.Plain),
            new FieldTable([new("申请人", state.Subject!.Name), .. PartyRows(state.Party!).Select((row, index) => index == 0 ? row with { Label = "被申请人" } : row)]),
            new Paragraph($"申请执行的行政决定：{state.Decision?.Number ?? state.OnSpot?.Number}，{ChineseText.Date(state.ServedOn!.Value)}送达，内容为{Penalties(state.InForce)}。"),
            new Paragraph($"请求事项：{(applied is null ? Pending("申请") : Sentence(applied.Request))}", ParagraphStyle.Operative),
            .. applied is null ? [] : new[] { new Paragraph($"其中罚没款{ChineseText.WordsAndFigures(applied.FineFen)}，加处罚款{ChineseText.WordsAndFigures(applied.SurchargeFen)}。") },
            new Paragraph($"事实与理由：{Sentence(state.Decision?.Facts ?? state.OnSpot!.Facts)}被申请人在法定期限内{RemedyText(state)}，又不履行行政决定。本机关于{(demand is null ? Pending("催告") : $"{ChineseText.Date(demand.Service.ServedOn)}送达催告书（{demand.Number}）")}，{(state.Execution.DemandHeard is { } heard ? $"被申请人提出意见，经复核{(heard.Adopted ? "予以采纳" : "不予采纳")}" : "被申请人未提出意见")}，十个工作日届满仍未履行。依据《中华人民共和国行政强制法》第五十三条至第五十五条，申请强制执行。"),
            new Paragraph("所附材料：", ParagraphStyle.Plain),
            new GridTable(["序号", "材料", "文号或者说明"], [.. CourtMaterials(state).Select((one, index) => (IReadOnlyList<string>)[$"{index + 1}", one.Title, one.Note])]),
            new Paragraph($"申请执行标的情况：{(applied is null ? Pending("申请") : Sentence(applied.Property))}"),
            new SignatureBlock([new("行政机关负责人", applied?.Signer.Name ?? Pending("签批"), applied is null ? null : SignerDetail(applied.Signer, applied.On))]),
            new SealBlock(state.Subject.Name, applied is null ? Pending("申请日期") : ChineseText.Date(applied.On)),
        ]);
    }

    /// <summary>What goes to the court with the application (行政强制法 第55条), each with the paper of the case it is.</summary>
    public static IReadOnlyList<(string Title, string Note, DocumentCode? Code, int Index)> CourtMaterials(CaseState state)
    {
        var materials = new List<(string, string, DocumentCode?, int)> { ("强制执行申请书", state.Execution.Court?.Number ?? "", DocumentCode.CourtApplication, 0) };
        if (state.Decision is { } decision) materials.Add(("行政处罚决定书及事实、理由和依据", decision.Number, DocumentCode.PenaltyDecision, 0));
        if (state.OnSpot is { } onSpot) materials.Add(("当场处罚决定书及事实、理由和依据", onSpot.Number, DocumentCode.OnSpotDecision, 0));
        foreach (var (index, inspection) in state.Inspections.Index()) materials.Add(("现场检查（勘验）笔录", ChineseText.Date(inspection.On), DocumentCode.InspectionRecord, index));
        foreach (var (index, interview) in state.Interviews.Index()) materials.Add(("询问笔录", ChineseText.Date(interview.On), DocumentCode.InterviewRecord, index));
        if (state.Notice is { } notice) materials.Add(("行政处罚事先告知书", notice.Number, DocumentCode.PriorNotice, 0));
        // What was replaced explains why there is another; without it the file given to the court would have holes.
        foreach (var paper in EarlierPapers(state).Where(paper => paper.Kind.Outside))
            materials.Add(($"{paper.Kind.Title}（此前）", Content(state, paper.Kind.Code, paper.Index)?.Number ?? ChineseText.Date(paper.On!.Value), paper.Kind.Code, paper.Index));
        if (state.Course.Amendment is { } amendment) materials.Add(("撤销（变更）行政处罚决定书", amendment.Number, DocumentCode.DecisionAmendment, 0));
        foreach (var (index, service) in Services(state).Index())
            if (service.Service is not null) materials.Add(("送达回证", $"{service.Title} {service.Number}", DocumentCode.ServiceReceipt, index));
        if (state.Execution.Surcharge is { } surcharge) materials.Add(("加处罚款决定书", surcharge.Number, DocumentCode.SurchargeDecision, 0));
        if (state.Execution.Demand is { } demand) materials.Add(("催告书", demand.Number, DocumentCode.Demand, 0));
        var heard = state.Execution.Papers.OfType<DemandHeard>().Select(one => $"{one.Statement}；{one.Review}").ToList();
        materials.Add(("当事人的意见及催告情况", heard.Count > 0 ? string.Join('；', heard) : "催告后当事人未提出意见", null, 0));
        materials.Add(("申请强制执行标的情况", state.Execution.Court?.Property ?? "", null, 0));
        return materials;
    }

    private static string RemedyText(CaseState state)
    {
        var parts = state.Execution.Reviews.Select(review => $"{ChineseText.Date(review.Applied.On)}{Against(state, review.Applied.Target)}申请行政复议，" + (review.Decision is { } decided
                ? $"{ChineseText.Date(decided.On)}复议决定{ExecutionGates.Title(decided.Result)}（{decided.Number}）"
                : review.Ended?.Progress switch { ReviewProgress.Refused => "复议机关不予受理或者驳回", ReviewProgress.TermExpired => "复议期满未作答复", ReviewProgress.Withdrawn => "后撤回申请", _ => "尚未结束" }))
            .Concat(state.Execution.Suits.Select(suit => $"{ChineseText.Date(suit.Filed.On)}{Against(state, suit.Filed.Target)}提起行政诉讼（{suit.Filed.Number}），" + (suit.Judgment is { } judgment
                ? $"{ChineseText.Date(judgment.On)}裁判{ExecutionGates.Title(judgment.Result)}（{judgment.Number}）" : "尚未结束"))).ToList();
        return parts.Count == 0 ? "未申请行政复议，未提起行政诉讼" : string.Join("；", parts);
    }

    /// <summary>The penalty is what the paper speaks of anyway; another decision is named.</summary>
    private static string Against(CaseState state, ContestedDecision? target) => target is null or { Kind: ContestedKind.Penalty } ? "" : $"就{Contestable.NameOf(state, target)}";

    private static DateOnly? EndedOn(CaseState state) =>
        state.Closing?.On ?? state.Measures.HandedOver?.On ?? state.Refusal?.On ?? state.Course.Termination?.On ?? state.Course.Withdrawal?.On ?? state.Amended?.On;

    private static string EndedBy(CaseState state) =>
        state.Closing is { } closing ? ExecutionGates.Title(closing.Ground ?? ExecutionGates.GroundOf(state))
        : state.Measures.HandedOver is not null ? "移送"
        : state.Refusal is not null ? "不予立案"
        : state.Course.Termination is not null ? "终止调查"
        : state.Course.Withdrawal is not null ? "撤案"
        : "决定由本机关自行撤销、确认违法或者无效";

    private static DocumentContent CaseFile(CaseState state)
    {
        var archive = state.Execution.Archive;
        var papers = CaseArchive.Papers(state);
        var pages = CaseArchive.Paginate([.. papers.Select(paper => (int?)PageEstimate.Of(Content(state, paper.Kind.Code, paper.Index)!))]);
        return Make(state, DocumentCode.CaseFile, archive?.Number ?? Pending("归档"),
        [
            new FieldTable(
            [
                new("案卷题名", state.Title),
                new("立案号", Or(state.Number, "无")),
                new("决定书文号", state.Decision?.Number ?? state.OnSpot?.Number ?? ""),
                .. PartyRows(state.Party!),
                new("立案日期", state.Refusal is not null ? "不予立案" : ChineseText.Date((state.Filing?.On ?? state.OnSpot?.On)!.Value)),
                new("结案日期", ChineseText.Date(EndedOn(state)!.Value)),
                new("结案情形", EndedBy(state)),
                new("承办人", Names(state.Officers)),
                new("归档日期", archive is null ? Pending("归档") : ChineseText.Date(archive.On)),
                new("保管期限", archive?.Retention ?? Pending("归档")),
                new("页数", archive is null ? Pending("归档") : $"{archive.Pages}"),
            ]),
            new GridTable(["序号", "文书", "日期", "页次"], [.. papers.Select((paper, index) => (IReadOnlyList<string>)
                [$"{index + 1}", paper.Kind.Title, ChineseText.Date(paper.On!.Value), pages[index] is var (from, to) ? from == to ? $"{from}" : $"{from}—{to}" : ""])]),
            new Paragraph(CaseArchive.EstimateNote, ParagraphStyle.Note),
            new Paragraph($"备考：{archive?.Note ?? (archive is null ? Pending("归档") : "无")}", ParagraphStyle.Note),
        ]);
    }
}
