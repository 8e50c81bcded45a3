using Lianzhi.Core.Cases;
using static Lianzhi.Core.Documents.CasePhrases;

namespace Lianzhi.Core.Documents;

public static partial class CaseDocuments
{
    private static DocumentContent CorrectionOrder(CaseState state, CorrectionOrdered order) => Make(state, DocumentCode.CorrectionOrder, order.Number,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"经查，你（单位）存在{state.Item!.Conduct}的行为，违反了{Bare(order.Breach)}的规定。"),
            new Paragraph("依据《中华人民共和国行政处罚法》第二十八条第一款，现责令你（单位）："),
            new Paragraph(Sentence(order.Requirement), ParagraphStyle.Operative),
            new Paragraph($"改正期限至{ChineseText.Date(order.DueOn)}。期满后本机关将进行复查；逾期不改正的，依法处理。"),
            .. order.Remedies is { } remedies ? new[] { new Paragraph(RemediesAgainst(remedies, "本通知")) } : [],
            new SealBlock(state.Subject!.Name, ChineseText.Date(order.On)),
        ]);

    private static DocumentContent PriorNotice(CaseState state)
    {
        var (notice, conclusion) = (state.Notice, state.Conclusion!);
        var penalties = notice?.Penalties ?? conclusion.Proposal;
        var hearing = notice?.HearingRightTold ?? conclusion.Assessment.HearingRight;
        return Make(state, DocumentCode.PriorNotice, notice?.Number ?? Pending("编号"),
        [
            .. PartyLines(state.Party!),
            new Paragraph($"你（单位）涉嫌{state.Item!.Conduct}一案，已由本机关调查终结。根据《中华人民共和国行政处罚法》第四十四条，现将拟作出的行政处罚内容及事实、理由、依据告知如下："),
            new Paragraph($"一、事实。{Sentence(notice?.Facts ?? conclusion.Facts)}"),
            new Paragraph($"二、理由。{Sentence(notice?.Reasons ?? conclusion.Discretion)}{Sentence(notice?.DepartureReason ?? "")}"),
            new Paragraph($"三、依据。上述行为违反了{Bare(notice?.Breach ?? conclusion.Breach)}的规定，依据{Bare(notice?.PenaltyBasis ?? conclusion.PenaltyBasis)}。"),
            new Paragraph($"四、拟作出的行政处罚：{Penalties(penalties)}。", ParagraphStyle.Operative),
            new Paragraph(notice is null
                ? $"你（单位）有权进行陈述和申辩，期限至{Pending("送达后起算")}。"
                : $"你（单位）有权进行陈述和申辩，可以自收到本告知书之日起{notice.DefenceDays}个工作日内（至{ChineseText.Date(notice.DefenceDueOn)}）向本机关提出；逾期未提出的，视为未行使该项权利。本机关不因你（单位）陈述、申辩而给予更重的处罚。"),
            .. Publicity(notice?.Assessment ?? conclusion.Assessment, "本机关作出的行政处罚决定"),
            .. hearing
                ? new[]
                {
                    new Paragraph(notice?.HearingDueOn is { } due
                        ? $"根据《中华人民共和国行政处罚法》第六十三条、第六十四条，你（单位）有权要求听证，应当在收到本告知书之日起五个工作日内（至{ChineseText.Date(due)}）提出；听证不收取费用。"
                        : $"根据《中华人民共和国行政处罚法》第六十三条、第六十四条，你（单位）有权要求听证，期限至{Pending("送达后起算")}；听证不收取费用。"),
                }
                : [],
            new SealBlock(state.Subject!.Name, notice is null ? Pending("送达日期") : ChineseText.Date(notice.On)),
        ]);
    }

    private static DocumentContent PenaltyDecision(CaseState state)
    {
        var (decision, conclusion) = (state.Decision, state.Conclusion!);
        var penalties = decision?.Penalties ?? state.Notice!.Penalties;
        return Make(state, DocumentCode.PenaltyDecision, decision?.Number ?? Pending("编号"),
        [
            .. PartyLines(state.Party!),
            new Paragraph($"{Sentence(decision?.Facts ?? conclusion.Facts)}本机关于{ChineseText.Date(state.Filing!.On)}立案调查。"),
            new Paragraph($"以上事实，有{string.Join("、", conclusion.Evidence.Select(evidence => evidence.Title))}等证据证实。"),
            new Paragraph(Notified(state)),
            new Paragraph(DefenceText(state)),
            new Paragraph($"当事人的行为违反了{Bare(decision?.Breach ?? conclusion.Breach)}的规定。{Gain(penalties, decision?.IllegalGainFen ?? conclusion.IllegalGainFen)}{Sentence(decision?.Discretion ?? conclusion.Discretion)}"),
            new Paragraph($"依据{Bare(decision?.PenaltyBasis ?? conclusion.PenaltyBasis)}{((decision?.RangeBasis ?? state.Notice?.RangeBasis) is { Length: > 0 } range ? $"和{Bare(range)}" : "")}，本机关决定："),
            .. penalties.Select((penalty, index) => new Paragraph($"{ChineseText.Number(index + 1)}、{Penalty(penalty)}；", ParagraphStyle.Operative)),
            new Paragraph($"{ChineseText.Number(penalties.Count + 1)}、责令改正：{(decision is null ? Pending("决定") : Sentence(decision.Correction))}（《中华人民共和国行政处罚法》第二十八条第一款）", ParagraphStyle.Operative),
            .. Payment(penalties, decision?.Remedies, state.Execution.CodeBefore(decision)),
            new Paragraph(Remedies(state, decision?.Remedies, penalties)),
            .. Publicity(decision?.Assessment ?? state.Notice!.Assessment, "本决定"),
            new SealBlock(state.Subject!.Name, decision is null ? Pending("决定日期") : ChineseText.Date(decision.On)),
            new Paragraph("本文书一式二份，一份送达，一份存档。", ParagraphStyle.Note),
        ]);
    }

    private static DocumentContent NoPenaltyDecision(CaseState state, DecisionMade decision) => Make(state, DocumentCode.NoPenaltyDecision, decision.Number,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"{Sentence(decision.Facts)}本机关于{ChineseText.Date(state.Filing!.On)}立案调查。"),
            new Paragraph(state.Conclusion!.Evidence.Count > 0 ? $"以上情况，有{string.Join("、", state.Conclusion.Evidence.Select(evidence => evidence.Title))}等证据在案。" : ""),
            .. decision.Proof is { Length: > 0 } proof ? new[] { new Paragraph($"有关证据：{Sentence(proof)}") } : [],
            new Paragraph($"本机关认为，{Ground(decision.Kind)}，本机关决定："),
            new Paragraph("不予行政处罚。", ParagraphStyle.Operative),
            .. decision.Kind == DecisionKind.NotEstablished || string.IsNullOrWhiteSpace(decision.Correction) ? [] : new[] { new Paragraph($"同时责令：{Sentence(decision.Correction)}") },
            .. decision.Kind is DecisionKind.UnderFourteen or DecisionKind.Incapable && state.Measures.Guardian is { } order
                ? new[] { new Paragraph($"已责令监护人{(decision.Kind == DecisionKind.UnderFourteen ? "加以管教" : "严加看管和治疗")}（{order.Number}）：{Sentence(order.Requirement)}") } : [],
            .. decision.Education is { Length: > 0 } education ? new[] { new Paragraph($"{(decision.Kind is DecisionKind.UnderFourteen or DecisionKind.Incapable ? "责令监护人管教" : "对当事人进行教育")}：{Sentence(education)}") } : [],
            new Paragraph(Remedies(state, decision.Remedies, [])),
            new SealBlock(state.Subject!.Name, ChineseText.Date(decision.On)),
            new Paragraph("本文书一式二份，一份送达，一份存档。", ParagraphStyle.Note),
        ]);

    private static DocumentContent OnSpotDecision(CaseState state, OnSpotPenaltyDecided decision) => Make(state, DocumentCode.OnSpotDecision, decision.Number,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"时间：{ChineseText.Time(decision.At)}　地点：{ChineseText.Place(state.Place!.TownshipName, state.Place.Address)}", ParagraphStyle.Plain),
            new Paragraph($"违法事实和证据：{Sentence(decision.Facts)}"),
            new Paragraph($"上述行为违反了{Bare(decision.Breach)}的规定。{(decision.CertificatesShown == true ? "执法人员已向当事人出示执法证件。" : "")}已口头告知拟处罚内容及事实、理由、依据和陈述申辩权；当事人意见：{Sentence(decision.PartyOpinion)}"),
            new Paragraph($"依据{Bare(decision.PenaltyBasis)}和《中华人民共和国行政处罚法》第五十一条，当场作出如下决定："),
            .. decision.Penalties.Select((penalty, index) => new Paragraph($"{ChineseText.Number(index + 1)}、{Penalty(penalty)}；", ParagraphStyle.Operative)),
            new Paragraph($"{ChineseText.Number(decision.Penalties.Count + 1)}、责令改正：{Sentence(decision.Correction)}（《中华人民共和国行政处罚法》第二十八条第一款）", ParagraphStyle.Operative),
            .. Payment(decision.Penalties, decision.Remedies),
            new Paragraph($"如不服本决定，应当先自收到本决定书之日起六十日内向{decision.Remedies.ReviewOrgan}申请行政复议，也可以通过本机关提交行政复议申请；对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内依法向{decision.Remedies.Court}提起行政诉讼（《中华人民共和国行政复议法》第二十三条、第三十二条）。复议、诉讼期间本决定不停止执行，法律另有规定的除外。"),
            .. Publicity(decision.Assessment, "本决定"),
            new SignatureBlock(
            [
                .. Signatures("执法人员", decision.Officers, ChineseText.Date(decision.On)),
                new("当事人签收", decision.Service.RefusalNote is { Length: > 0 } refusal ? $"拒绝签收：{refusal}" : decision.Service.Receiver, ChineseText.Date(decision.On)),
            ]),
            new SealBlock(state.Subject!.Name, ChineseText.Date(decision.On)),
            new Paragraph("本文书一式二份，一份当场交付当事人，一份报本机关备案存档。", ParagraphStyle.Note),
        ]);

    /// <summary>The party is told in writing what will become public of it (第48条); of a minor nothing does.</summary>
    private static IEnumerable<DocumentBlock> Publicity(PenaltyAssessment assessment, string what) =>
        assessment.Publishable ? [new Paragraph($"{what}具有一定社会影响的，将依法向社会公示（《中华人民共和国行政处罚法》第四十八条）。")] : [];

    private static string Notified(CaseState state) => state.Notice is { } notice
        ? $"本机关于{ChineseText.Date(notice.On)}送达行政处罚事先告知书（{notice.Number}），告知拟作出的行政处罚内容及事实、理由、依据，以及当事人依法享有的陈述、申辩{(notice.HearingRightTold ? "和要求听证" : "")}的权利。"
        : Pending("事先告知");

    /// <summary>What was said on an earlier notice since nothing was decided: it was said, whatever was told afterwards.</summary>
    private static string EarlierDefences(CaseState state) => string.Concat(Gates.Undecided(state).Reverse().Where(round => round is { Notice: not null, Defences.Count: > 0 }).Select(round =>
        $"当事人对{ChineseText.Date(round.Notice!.On)}的告知提出陈述申辩。{(round.DefenceReview is { } review ? $"经复核，{Sentence(review.Review)}{(review.Adopted ? "本机关予以采纳" : "本机关不予采纳")}，理由：{Sentence(review.Reason)}" : "本机关听取后补充调查，并重新告知。")}"));

    /// <summary>What the party did with its rights; while a term runs nothing is said of it.</summary>
    private static string DefenceText(CaseState state) => EarlierDefences(state) + PresentDefence(state);

    private static string PresentDefence(CaseState state)
    {
        var hearing = state.Notice is not { HearingRightTold: true } ? ""
            : state.HearingRequest is not null ? HearingText(state)
            : state.Waiver is { HearingToo: true } ? "当事人书面放弃要求听证的权利。"
            : state.Decision is null ? Pending("听证申请期届满") : "当事人在法定期限内未要求听证。";
        if (state.Defences.Count > 0)
            return state.DefenceReview is { } review
                ? $"当事人提出陈述申辩。经复核，{Sentence(review.Review)}{(review.Adopted ? "本机关予以采纳" : "本机关不予采纳")}，理由：{Sentence(review.Reason)}{(review.Adopted && state.Decision?.DefenceAnswer is { Length: > 0 } taken ? Sentence(taken) : "")}{hearing}"
                : $"当事人提出陈述申辩，{Pending("复核")}。{hearing}";
        return (state.Waiver is not null ? "当事人书面明确放弃陈述、申辩。"
            : state.Decision is null ? Pending("陈述申辩期届满") : "当事人在规定期限内未提出陈述、申辩。") + hearing;
    }

    /// <summary>How the hearing ended and what the decision takes from it (第65条).</summary>
    private static string HearingText(CaseState state) =>
        state.Hearing.Forgone is { } forgone
            ? $"当事人申请听证后{(forgone.Ground == HearingForgoneGround.Withdrawn ? "书面撤回申请" : forgone.Ground == HearingForgoneGround.Absent ? "无正当理由拒不出席" : "未经许可中途退出")}，视为放弃听证权利。"
        : state.Hearing.Held is { } held && state.Hearing.Report is { } report
            ? $"应当事人申请，本机关于{ChineseText.Date(held.On)}举行听证。听证意见：{HearingTitle(report.Opinion)}。{(state.Decision?.HearingAnswer is { Length: > 0 } answer ? Sentence(answer) : Pending("对听证意见的采纳情况"))}"
        : Pending("听证");

    private static string Gain(IReadOnlyList<CasePenalty> penalties, long gain) =>
        gain > 0 ? $"经查，违法所得{ChineseText.WordsAndFigures(gain)}{(penalties.Any(penalty => penalty.Kind == PenaltyKind.Confiscation) ? "。" : "，依法应当退赔的部分由当事人退赔。")}" : "经查，未发现违法所得。";

    /// <summary>
    /// Bank, term and surcharge (罚款决定与罚款收缴分离实施办法 第7条); the surcharge may be imposed, it does not run by itself. Goods that the party still holds are handed
    /// in within the term for the money: a decision names manner and term (行政处罚法 第59条第4项), the law none for goods.
    /// </summary>
    private static IEnumerable<DocumentBlock> Payment(IReadOnlyList<CasePenalty> penalties, CaseRemedies? remedies, string? code = null) =>
    [
        .. Money(penalties, remedies, code),
        .. penalties.Any(penalty => penalty.Kind == PenaltyKind.ConfiscateGoods)
            ? [new Paragraph("没收的财物，本机关已经查封、扣押或者保存的，由本机关依法处理；当事人持有的，当事人应当自收到本决定书之日起十五日内交付本机关。")] : Array.Empty<DocumentBlock>(),
    ];

    private static IEnumerable<DocumentBlock> Money(IReadOnlyList<CasePenalty> penalties, CaseRemedies? remedies, string? code) =>
        penalties.Any(penalty => PenaltyRange.IsMoney(penalty.Kind) && penalty.AmountFen > 0)
            ?
            [
                new Paragraph($"当事人应当自收到本决定书之日起十五日内，到{remedies?.Bank ?? Pending("决定")}或者通过电子支付系统缴纳罚没款。到期不缴纳罚款的，本机关可以每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额（《中华人民共和国行政处罚法》第七十二条）。"),
                .. code is null ? [] : new[] { new Paragraph($"非税缴款码：{code}。") },
            ]
            : [];

    private static string Remedies(CaseState state, CaseRemedies? remedies, IReadOnlyList<CasePenalty> penalties)
    {
        var text = RemediesAgainst(remedies) + "复议、诉讼期间本决定不停止执行，法律另有规定的除外。";
        return penalties.Count > 0 ? text + "逾期不申请行政复议、不提起行政诉讼又不履行的，本机关将依法申请人民法院强制执行。" : text;
    }

    private static string Ground(DecisionKind kind) => kind switch
    {
        DecisionKind.MinorCorrected => "当事人违法行为轻微并及时改正，没有造成危害后果，依据《中华人民共和国行政处罚法》第三十三条第一款",
        DecisionKind.FirstCorrected => "当事人初次违法且危害后果轻微并及时改正，依据《中华人民共和国行政处罚法》第三十三条第一款",
        DecisionKind.NoFault => "当事人有证据足以证明没有主观过错，依据《中华人民共和国行政处罚法》第三十三条第二款",
        DecisionKind.Incapable => "当事人在不能辨认或者不能控制自己行为时有违法行为，责令监护人严加看管和治疗，依据《中华人民共和国行政处罚法》第三十一条",
        DecisionKind.UnderFourteen => "当事人行为时不满十四周岁，责令监护人加以管教，依据《中华人民共和国行政处罚法》第三十条",
        _ => "违法事实不能成立，依据《中华人民共和国行政处罚法》第五十七条第一款第三项",
    };

    /// <summary>Strips what the sentence around it says anyway.</summary>
    private static string Bare(string basis) => basis.Trim().TrimEnd('。', '；');

}
