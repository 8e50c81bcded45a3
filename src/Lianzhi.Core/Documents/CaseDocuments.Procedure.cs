using Lianzhi.Core.Cases;
using static Lianzhi.Core.Documents.CasePhrases;

namespace Lianzhi.Core.Documents;

public static partial class CaseDocuments
{
    /// <summary>Papers between investigation and decision that the case has.</summary>
    private static IEnumerable<CaseDocument> ProcedurePapers(CaseState state)
    {
        var course = state.Course;
        IEnumerable<(DocumentCode Code, IEnumerable<DateOnly?> Days)> papers =
        [
            (DocumentCode.InvestigationReport, One(state.Conclusion)),
            (DocumentCode.DefenceReview, state.Defences.Count > 0 ? [state.DefenceReview?.On] : []),
            (DocumentCode.HearingNotice, state.Hearing.Notices.Select(notice => (DateOnly?)notice.On)),
            (DocumentCode.HearingAnnouncement, PublicHearings(state).Select(notice => (DateOnly?)notice.On)),
            (DocumentCode.HearingPostponement, state.Hearing.PostponementDecisions.Select(decided => (DateOnly?)decided.On)),
            (DocumentCode.HearingRecord, One(state.Hearing.Held)),
            (DocumentCode.HearingReport, state.Hearing.Held is null ? [] : [state.Hearing.Report?.On]),
            (DocumentCode.ReviewSubmission, state.Reviews.Select(round => (DateOnly?)round.Submission.On)),
            (DocumentCode.ReviewOpinion, state.Reviews.Select(round => round.Conclusion?.On)),
            (DocumentCode.DiscussionRecord, One(course.Discussion)),
            (DocumentCode.ConsultationMinutes, course.Consultations.Select(held => (DateOnly?)held.On)),
            (DocumentCode.DecisionApproval, state.Conclusion is null || state.Stage == CaseStage.Ended ? [] : [state.Decision?.On]),
            (DocumentCode.RecusalDecision, state.Recusals.Select(recusal => (DateOnly?)recusal.On)),
            (DocumentCode.SuspensionApproval, Interruptions(course).Select(one => (DateOnly?)one.Happened.On)),
            (DocumentCode.TermExtensionApproval, course.Extensions.Select(extension => (DateOnly?)extension.On)),
            (DocumentCode.EndingDecision, [.. One(course.Termination), .. One(course.Withdrawal)]),
            (DocumentCode.DecisionCorrection, course.Corrections.Select(correction => (DateOnly?)correction.On)),
            (DocumentCode.DecisionAmendment, One(course.Amendment)),
        ];
        return papers.SelectMany(paper => paper.Days.Select((on, index) => new CaseDocument(DocumentKinds.Of(paper.Code), index, on is not null, on)));

        static IEnumerable<DateOnly?> One(CaseEvent? happened) => happened is null ? [] : [happened.On];
    }

    private static DocumentContent? ProcedurePaper(CaseState state, DocumentCode code, int index) => code switch
    {
        DocumentCode.InvestigationReport => InvestigationReport(state, state.Conclusion!),
        DocumentCode.DefenceReview => DefenceReviewPaper(state),
        DocumentCode.HearingNotice => HearingNotice(state, state.Hearing.Notices[index]),
        DocumentCode.HearingAnnouncement => HearingAnnouncement(state, PublicHearings(state)[index]),
        DocumentCode.HearingPostponement => HearingPostponement(state, state.Hearing.PostponementDecisions[index]),
        DocumentCode.HearingRecord => HearingRecord(state, state.Hearing.Held!),
        DocumentCode.HearingReport => HearingReport(state, state.Hearing),
        DocumentCode.ReviewSubmission => ReviewSubmission(state, state.Reviews[index]),
        DocumentCode.ReviewOpinion => ReviewOpinionPaper(state, state.Reviews[index]),
        DocumentCode.DiscussionRecord => DiscussionRecord(state, state.Course.Discussion!),
        DocumentCode.ConsultationMinutes => ConsultationMinutes(state, state.Course.Consultations[index]),
        DocumentCode.DecisionApproval => DecisionApproval(state),
        DocumentCode.RecusalDecision => RecusalDecision(state, state.Recusals[index]),
        DocumentCode.SuspensionApproval => Interruption(state, Interruptions(state.Course)[index]),
        DocumentCode.TermExtensionApproval => Approval(state, code, $"延长{state.Course.Extensions[index].Days}日，至{ChineseText.Date(state.Course.Extensions[index].DecisionDueOn)}",
            state.Course.Extensions[index].Rule, state.Course.Extensions[index].Reason, state.Course.Extensions[index].Signer, state.Course.Extensions[index].On),
        DocumentCode.EndingDecision => EndingDecision(state),
        DocumentCode.DecisionCorrection => DecisionCorrection(state, state.Course.Corrections[index]),
        DocumentCode.DecisionAmendment => DecisionAmendment(state, state.Course.Amendment!),
        _ => null,
    };

    private static DocumentContent InvestigationReport(CaseState state, InvestigationConcluded report) => Make(state, DocumentCode.InvestigationReport, null,
        [
            new FieldTable(
            [
                new("案由", $"涉嫌{state.Item!.Conduct}"),
                new("立案号", state.Number!),
                .. PartyRows(state.Party!),
                new("案件来源", state.Source),
                new("调查经过", Course(state, report.At)),
                new("查明的事实", report.Facts),
            ]),
            new GridTable(["证据种类", "证据名称", "证明内容"], [.. report.Evidence.Select(evidence => (IReadOnlyList<string>)[evidence.Kind, evidence.Title, evidence.Proves])]),
            new FieldTable(
            [
                new("违反的规定", report.Breach),
                new("处理依据", report.PenaltyBasis),
                new("裁量说明", report.Discretion),
            ]),
            // Reckoned, not typed: whatever the officers write beside it, head and reviewer see how the amount came about (行政处罚法 第34条).
            .. state.Measures.Worksheets.LastOrDefault(sheet => sheet.At <= report.At) is { } sheet ? new DocumentBlock[] { new Paragraph("裁量计算（据裁量工作单）", ParagraphStyle.Plain), new FieldTable([.. Reckoning(sheet)]) } : [],
            new FieldTable(
            [
                new("违法所得", report.IllegalGainFen > 0 ? ChineseText.WordsAndFigures(report.IllegalGainFen) : "未发现"),
                new("处理建议", report.Proposal.Count == 0 ? "不予行政处罚" : Penalties(report.Proposal)),
                new("程序提示", string.Join("；", report.Assessment.Reasons.Select(reason => reason.Text.TrimEnd('。')))),
            ]),
            new SignatureBlock([.. Signatures("承办人", report.Officers, ChineseText.Date(report.On))]),
        ]);

    /// <summary>What was done by then; a report says nothing of what followed it.</summary>
    private static string Course(CaseState state, DateTimeOffset by)
    {
        var corrections = state.Course.Orders.Select(order => (order.At, Text: $"{ChineseText.Date(order.On)}责令改正"))
            .Concat(state.Course.Rechecks.Select(check => (check.At, Text: $"{ChineseText.Date(check.On)}复查：{check.Findings.TrimEnd('。')}"))).Where(one => one.At <= by).OrderBy(one => one.At);
        return $"{ChineseText.Date(state.Filing!.On)}立案；现场检查{state.Inspections.Count(one => one.At <= by)}次，询问{state.Interviews.Count(one => one.At <= by)}次{string.Concat(corrections.Select(one => $"；{one.Text}"))}。";
    }

    private const string NotReviewed = "没有复核：已另行告知，此前的告知不再作为决定的依据";

    private static DocumentContent DefenceReviewPaper(CaseState state, bool replaced = false) => Make(state, DocumentCode.DefenceReview, null,
        [
            new FieldTable(
            [
                new("案由", state.Item!.Conduct),
                .. PartyRows(state.Party!),
                new("告知文书", $"行政处罚事先告知书（{state.Notice!.Number}），{ChineseText.Date(state.Notice.On)}送达"),
                .. state.Defences.Select((defence, index) => new FieldRow($"陈述申辩{(state.Defences.Count > 1 ? ChineseText.Number(index + 1) : "")}", $"{ChineseText.Date(defence.On)}，{(defence.Written ? "书面" : "口头")}，附件{defence.Attachments}份：{defence.Content}")),
                new("复核情况", state.DefenceReview?.Review ?? (replaced ? NotReviewed : Pending("复核"))),
                new("复核结论", state.DefenceReview is { } review ? $"{(review.Adopted ? "予以采纳" : "不予采纳")}：{review.Reason}" : replaced ? NotReviewed : Pending("复核")),
            ]),
            new SignatureBlock(state.DefenceReview is { } done ? [.. Signatures("复核人", done.Officers, ChineseText.Date(done.On))]
                : [new("复核人", replaced ? "—" : Pending("复核"))]),
        ]);

    private static DocumentContent HearingNotice(CaseState state, HearingNoticeServed notice) => Make(state, DocumentCode.HearingNotice, notice.Number,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"根据你（单位）的申请，依照《中华人民共和国行政处罚法》第六十四条，本机关决定就{state.Item!.Conduct}一案举行听证，现将有关事项通知如下："),
            .. PutOff(state, notice) is { } putOff ? new[] { new Paragraph($"{putOff}，现重新通知听证的时间、地点。") } : [],
            new Paragraph($"时间：{ChineseText.Time(notice.HearingAt)}", ParagraphStyle.Plain),
            new Paragraph($"地点：{notice.Place}", ParagraphStyle.Plain),
            new Paragraph($"方式：{(notice.ClosedGround is { } ground ? $"不公开（涉及{ClosedTitle(ground)}）" : "公开")}", ParagraphStyle.Plain),
            new Paragraph($"听证主持人：{notice.Host.Name}（{notice.Host.Unit}）　记录人：{notice.Recorder.Name}（{notice.Recorder.Unit}）", ParagraphStyle.Plain),
            new Paragraph("你（单位）可以亲自参加听证，也可以委托一至二人代理；委托代理的，应当提交授权委托书。认为主持人与本案有直接利害关系的，有权申请回避。请携带有关证据，可以通知证人出席。"),
            new Paragraph("无正当理由拒不出席听证或者未经许可中途退出听证的，视为放弃听证权利。听证不收取费用。"),
            new SealBlock(state.Subject!.Name, ChineseText.Date(notice.On)),
        ]);

    /// <summary>That the hearing had been set for another day; null for the first notice.</summary>
    private static string? PutOff(CaseState state, HearingNoticeServed notice) =>
        state.Hearing.AdjournmentBefore(notice) is { } adjourned && state.Hearing.NoticeBefore(adjourned) is { } earlier
            ? $"原定于{ChineseText.Time(earlier.HearingAt)}举行的听证（{earlier.Number}），因{Bare(adjourned.Reason)}延期" : null;

    /// <summary>Notices of hearings that are public, oldest first (行政处罚法 第64条第3项).</summary>
    private static List<HearingNoticeServed> PublicHearings(CaseState state) => [.. state.Hearing.Notices.Where(notice => notice.ClosedGround is null)];

    private static DocumentContent HearingAnnouncement(CaseState state, HearingNoticeServed notice) => Make(state, DocumentCode.HearingAnnouncement, null,
        [
            new Paragraph($"本机关依照《中华人民共和国行政处罚法》第六十四条，对{state.Party!.MaskedName}{state.Item!.Conduct}一案公开举行听证，现公告如下："),
            .. PutOff(state, notice) is { } putOff ? new[] { new Paragraph($"{putOff}，以本公告的时间、地点为准。") } : [],
            new Paragraph($"时间：{ChineseText.Time(notice.HearingAt)}", ParagraphStyle.Plain),
            new Paragraph($"地点：{notice.Place}", ParagraphStyle.Plain),
            new Paragraph($"听证主持人：{notice.Host.Name}　记录人：{notice.Recorder.Name}", ParagraphStyle.Plain),
            new SealBlock(state.Subject!.Name, ChineseText.Date(notice.On)),
        ]);

    private static DocumentContent HearingPostponement(CaseState state, CaseEvent decided)
    {
        var asked = state.Hearing.Postponements.FirstOrDefault(one => ReferenceEquals(one.Granted, decided) || ReferenceEquals(one.Refused, decided));
        var (reason, by, puts) = decided is HearingAdjourned adjourned ? (adjourned.Reason, adjourned.DecidedBy, true) : (((PostponementRefused)decided).Reason, ((PostponementRefused)decided).Host, false);
        var notice = asked?.Notice ?? (decided is HearingAdjourned of ? state.Hearing.NoticeBefore(of) : null);
        return Make(state, DocumentCode.HearingPostponement, null,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"{state.Item!.Conduct}一案的听证{(notice is null ? "" : $"，原定于{ChineseText.Time(notice.HearingAt)}在{notice.Place}举行（{notice.Number}）")}。{(asked is null ? "" : $"{ChineseText.Date(asked.Asked.On)}，{asked.Asked.RequestedBy}申请延期：{Sentence(asked.Asked.Reason)}")}"),
            new Paragraph(puts ? "经决定，听证延期（中止）举行。" : "经决定，不准延期，听证按通知的时间、地点举行。", ParagraphStyle.Operative),
            new Paragraph($"理由：{Sentence(reason)}"),
            new Paragraph(puts ? "重新举行听证的时间、地点，在举行听证的七个工作日前另行通知。" : "无正当理由拒不出席听证或者未经许可中途退出听证的，视为放弃听证权利。"),
            .. by is null ? [] : new DocumentBlock[] { new SignatureBlock([new(by.Id == notice?.Recorder.Id ? "记录人" : "听证主持人", by.Name, ChineseText.Date(decided.On))]) },
            new SealBlock(state.Subject!.Name, ChineseText.Date(decided.On)),
        ]);
    }

    private static DocumentContent HearingRecord(CaseState state, HearingHeld held) => Make(state, DocumentCode.HearingRecord, null,
        [
            new FieldTable(
            [
                new("案由", state.Item!.Conduct),
                new("听证时间", $"{ChineseText.Time(held.At)} 至 {ChineseText.Time(held.Until)}"),
                new("听证地点", state.Hearing.Notice?.Place ?? ""),
                .. state.Hearing.Notice is { } notified && PutOff(state, notified) is { } putOff ? new FieldRow[] { new("延期情况", putOff) } : [],
                new("听证方式", state.Hearing.Notice?.ClosedGround is { } ground ? $"不公开（涉及{ClosedTitle(ground)}）" : "公开"),
                new("主持人", $"{held.Host.Name}（{held.Host.Unit}）"),
                new("记录人", $"{held.Recorder.Name}（{held.Recorder.Unit}）"),
                new("当事人", state.Party!.DisplayName),
                new("出席人", Or(held.Present, "未出席，由代理人参加")),
                .. held.Agents.Select(agent => new FieldRow("委托代理人", $"{agent.Name}（{agent.Authorisation}）")),
                new("调查人员", WithCertificates(held.Officers)),
            ]),
            new Paragraph("主持人核对听证参加人，宣布案由、听证纪律和权利义务，询问是否申请回避。"),
            new Paragraph($"调查人员提出当事人违法的事实、证据和行政处罚建议：{Sentence(held.Charge)}"),
            new Paragraph($"当事人进行申辩和质证：{Sentence(held.Answer)}"),
            new Paragraph($"辩论和最后陈述：{Sentence(Or(held.Debate, "无补充"))}"),
            new Paragraph(held.SignatureRefused is null ? "笔录交当事人或者其代理人核对无误后签字或者盖章。" : $"当事人或者其代理人拒绝签字，由主持人在笔录中注明：{held.SignatureRefused}"),
            new SignatureBlock(
            [
                new("当事人或者代理人", held.SignatureRefused is null ? "（签名）" : "拒绝签名"),
                new("主持人", held.Host.Name, ChineseText.Date(held.On)),
                new("记录人", held.Recorder.Name, ChineseText.Date(held.On)),
            ]),
        ]);

    private static DocumentContent HearingReport(CaseState state, CaseHearing hearing) => Make(state, DocumentCode.HearingReport, null,
        [
            new FieldTable(
            [
                new("案由", state.Item!.Conduct),
                .. PartyRows(state.Party!),
                new("听证时间", ChineseText.Time(hearing.Held!.At)),
                new("听证基本情况", hearing.Report?.Findings ?? Pending("听证报告")),
                new("听证意见", hearing.Report is { } report ? $"{HearingTitle(report.Opinion)}：{report.Reasons}" : Pending("听证报告")),
                new("附件", "听证笔录"),
            ]),
            new SignatureBlock([new("主持人", hearing.Held.Host.Name, hearing.Report is { } made ? ChineseText.Date(made.On) : null)]),
        ]);

    private static DocumentContent ReviewSubmission(CaseState state, ReviewRound round) => Make(state, DocumentCode.ReviewSubmission, null,
        [
            new FieldTable(
            [
                new("立案号", state.Number!),
                new("案由", state.Item!.Conduct),
                .. PartyRows(state.Party!),
                new("送审情形", round.Submission.Grounds.Count == 0 ? "本机关认为需要审核" : string.Join("；", round.Submission.Grounds.Select(ReviewNames.Ground))),
                round.Submission.Measure is { } measure ? new("送审事项", Reviewed(state, round, measure)) : new("拟处理意见", Penalties(round.Submission.Proposal)),
                new("送审材料", round.Submission.Materials),
                new("对上次审核意见的处理", Or(round.Submission.Response, "首次送审")),
                new("送审日期", ChineseText.Date(round.Submission.On)),
                new("审核期限", ChineseText.Date(round.Submission.DueOn)),
                new("审核人员", $"{round.Reviewer.Name}（{round.Reviewer.Unit}）"),
            ]),
            new SignatureBlock([.. Signatures("承办人", state.Officers, ChineseText.Date(round.Submission.On))]),
        ]);

    private static DocumentContent ReviewOpinionPaper(CaseState state, ReviewRound round) => Make(state, DocumentCode.ReviewOpinion, null,
        [
            new FieldTable(
            [
                new("立案号", state.Number!),
                new("案由", state.Item!.Conduct),
                .. round.Submission.Measure is { } measure ? new FieldRow[] { new("送审事项", Reviewed(state, round, measure)) } : [],
                .. Enum.GetValues<ReviewAspect>().Select(aspect => new FieldRow(aspect.Title(), round.Conclusion is { } done
                    ? Or(string.Join("；", done.Findings.Where(finding => finding.Aspect == aspect).Select(finding => finding.Text.TrimEnd('。'))), "无问题") : Pending("审核"))),
                new("审核意见", round.Conclusion?.Opinion.Title() ?? Pending("审核")),
                new("备注", Or(round.Conclusion?.Note, "无")),
            ]),
            new SignatureBlock([new("审核人员", round.Conclusion?.Reviewer.Name ?? round.Reviewer.Name, round.Conclusion is { } made ? $"{round.Reviewer.Qualification}，{ChineseText.Date(made.On)}" : null)]),
        ]);

    /// <summary>The coercion that is to be decided, as the record tells it.</summary>
    private static string Reviewed(CaseState state, ReviewRound round, ReviewedMeasure measure) => measure.Request is { } request && state.Measures.Requests[request].Asked is var asked
        ? $"{MeasurePhrases.Title(asked.Kind)}{string.Join('、', asked.Goods)}；依据：{asked.LegalBasis}；理由：{asked.Reason.TrimEnd('。')}{(asked.Sealing is null ? "" : "（已当场实施，补办批准）")}"
        : Cases.Measures.MeasureReviews.AnnouncementOf(state, round) is { } announced
            ? $"强制拆除{announced.Building}；{ChineseText.Date(announced.On)}公告（{announced.Number}），自行拆除期限至{ChineseText.Date(announced.SelfDemolishBy)}"
        : measure.Title();

    private static DocumentContent DiscussionRecord(CaseState state, CollectivelyDiscussed record) => Make(state, DocumentCode.DiscussionRecord, null,
        [
            new FieldTable(
            [
                new("案由", state.Item!.Conduct),
                .. PartyRows(state.Party!),
                new("讨论时间", $"{ChineseText.Time(record.At)} 至 {ChineseText.Time(record.Until)}"),
                new("讨论地点", record.Place),
                new("汇报人", $"{record.Presenter.Name}（{record.Presenter.CertificateNumber}）"),
                new("记录人", $"{record.Recorder.Name}（{record.Recorder.Unit}）"),
                new("讨论情形", Discussing(state, record.At)),
            ]),
            new GridTable(["成员", "职务", "意见", "是否同意"], [.. record.Members.Select(member => (IReadOnlyList<string>)[member.Name, member.Post, member.Opinion, member.Agrees ? "同意" : "保留不同意见"])]),
            new Paragraph($"讨论结果：{Sentence(record.Result)}{(record.Kind == DecisionKind.Penalty ? $"给予行政处罚：{Penalties(record.Penalties)}。" : "不予行政处罚。")}{(record.Members.Any(member => !member.Agrees) ? "不同意见已记录在案。" : "")}"),
            new SignatureBlock([.. record.Members.Select(member => new SignatureLine("成员", member.Name, $"{member.Post}，{ChineseText.Date(record.On)}")), new("记录人", record.Recorder.Name)]),
        ]);

    private static DocumentContent ConsultationMinutes(CaseState state, ConsultationHeld held) => Make(state, DocumentCode.ConsultationMinutes, null,
        [
            new FieldTable(
            [
                new("立案号", state.Number!),
                new("案由", state.Item!.Conduct),
                .. PartyRows(state.Party!),
                new("案发地", ChineseText.Place(state.Place!.TownshipName, state.Place.Address)),
                new("会商时间", $"{ChineseText.Time(held.At)} 至 {ChineseText.Time(held.Until)}"),
                new("会商地点", held.Place),
                new("主持人", $"{held.Presider.Name}（{held.Presider.Post}）"),
                new("记录人", $"{held.Recorder.Name}（{held.Recorder.Unit}）"),
            ]),
            new Paragraph("会商的问题："),
            .. held.Questions.Select((question, index) => new Paragraph($"{index + 1}．{Sentence(question)}")),
            new GridTable(["人员", "单位", "意见"],
            [
                .. held.Members.Select(member => (IReadOnlyList<string>)[member.Name, member.Unit, member.Opinion]),
                .. held.Guests.Select(guest => (IReadOnlyList<string>)[$"{guest.Name}（列席）", guest.Unit, guest.Opinion]),
            ]),
            new Paragraph($"会商意见：{Sentence(held.Summary)}"),
            new Paragraph(AreaConsultation.Advice, ParagraphStyle.Note),
            new SignatureBlock([new("主持人", held.Presider.Name, $"{held.Presider.Post}，{ChineseText.Date(held.On)}"), new("记录人", held.Recorder.Name)]),
        ]);

    /// <summary>Why the heads discuss it together, as the rules of procedure said.</summary>
    private static string Discussing(CaseState state, DateTimeOffset at)
    {
        var conclusion = state.Course.Conclusions.LastOrDefault(one => one.At <= at) ?? state.Course.Conclusions[0];
        var notice = state.Course.Notices.LastOrDefault(one => one.At <= at && one.At >= conclusion.At);
        return Or(string.Join("；", (notice?.Assessment ?? conclusion.Assessment).Reasons.Where(reason => reason.Text.Contains("集体讨论", StringComparison.Ordinal)).Select(reason => reason.Text.TrimEnd('。'))), "本机关认为需要集体讨论");
    }

    private static DocumentContent DecisionApproval(CaseState state) => Make(state, DocumentCode.DecisionApproval, null,
        [
            new FieldTable(
            [
                new("立案号", state.Number!),
                new("案由", state.Item!.Conduct),
                .. PartyRows(state.Party!),
                new("调查终结意见", state.Conclusion!.Proposal.Count == 0 ? "不予行政处罚" : Penalties(state.Conclusion.Proposal)),
                new("陈述申辩", state.Notice is null ? "未告知处罚" : DefenceText(state)),
                new("法制审核意见", state.Review is { } round ? round.Conclusion is { } done ? $"{round.Reviewer.Name}：{done.Opinion.Title()}" : Pending("法制审核") : "不属于应当审核的情形"),
                new("集体讨论", state.Course.Discussion is { } discussion ? $"{ChineseText.Date(discussion.On)}：{discussion.Result}" : "不属于应当集体讨论的情形"),
                new("负责人审批意见", state.Decision is { } decision ? decision.Penalties.Count == 0 ? "同意不予行政处罚。" : $"同意：{Penalties(decision.Penalties)}。" : Pending("审批")),
            ]),
            new SignatureBlock(
            [
                .. Signatures("承办人", state.Officers, null),
                new("负责人", state.Decision?.Signer.Name ?? Pending("签批"), state.Decision is { } signed ? SignerDetail(signed.Signer, signed.On) : null),
            ]),
        ]);

    private static DocumentContent RecusalDecision(CaseState state, RecusalDeclared recusal) => Make(state, DocumentCode.RecusalDecision, null,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"{state.Item!.Conduct}一案，执法人员{recusal.Officer.Name}（{recusal.Officer.CertificateNumber}）{Sentence(recusal.Reason)}依照《中华人民共和国行政处罚法》第四十三条，本机关决定："),
            new Paragraph($"{recusal.Officer.Name}回避，不再参与本案办理{(recusal.Replacement is { } next ? $"，由{next.Name}（{next.CertificateNumber}）接替" : "")}。", ParagraphStyle.Operative),
            new SealBlock(state.Subject!.Name, ChineseText.Date(recusal.On)),
        ]);

    /// <summary>Suspensions and resumptions one after the other: both are approved on the same form.</summary>
    private static IReadOnlyList<(CaseEvent Happened, CaseRule Rule)> Interruptions(CaseCourse course) =>
        [.. course.Interruptions.SelectMany(one => new CaseEvent?[] { one.Suspended, one.Resumed }.OfType<CaseEvent>().Select(happened => (happened, one.Suspended.Rule)))];

    private static DocumentContent Interruption(CaseState state, (CaseEvent Happened, CaseRule Rule) one) => one.Happened is InvestigationResumed resumed
        ? Approval(state, DocumentCode.SuspensionApproval, resumed.DecisionDueOn is { } due ? $"恢复调查，办案期限至{ChineseText.Date(due)}" : "恢复调查", one.Rule, resumed.Reason, resumed.Signer, resumed.On)
        : one.Happened is InvestigationSuspended suspended ? Approval(state, DocumentCode.SuspensionApproval, "中止调查", one.Rule, suspended.Reason, suspended.Signer, suspended.On)
        : throw new NotSupportedException($"Event {one.Happened.GetType().Name} interrupts nothing.");

    private static DocumentContent Approval(CaseState state, DocumentCode code, string what, CaseRule rule, string reason, CaseSigner signer, DateOnly on) => Make(state, code, null,
        [
            new FieldTable(
            [
                new("立案号", state.Number!),
                new("案由", state.Item!.Conduct),
                .. PartyRows(state.Party!),
                new("审批事项", what),
                new("依据", $"{rule.Title}：{rule.Text}{(rule.Verified ? "" : "（条文待核）")}"),
                new("事由", reason),
                new("负责人审批意见", "同意。"),
            ]),
            new SignatureBlock([.. Signatures("承办人", state.Officers, null), new("负责人", signer.Name, SignerDetail(signer, on))]),
        ]);

    private static DocumentContent EndingDecision(CaseState state)
    {
        var (termination, withdrawal) = (state.Course.Termination, state.Course.Withdrawal);
        var (signer, on, reason) = termination is not null ? (termination.Signer, termination.On, termination.Reason) : (withdrawal!.Signer, withdrawal.On, withdrawal.Reason);
        var basis = termination is not null ? $"{termination.Rule.Title}（{termination.Rule.Text}）" : WithdrawalTitle(withdrawal!.Ground);
        return Make(state, DocumentCode.EndingDecision, termination?.Number ?? state.Course.Withdrawal?.Number,
            [
                .. PartyLines(state.Party!),
                new Paragraph($"本机关于{ChineseText.Date(state.Filing!.On)}立案调查的{state.Item!.Conduct}一案（{state.Number}），{Sentence(reason)}依据{basis}，本机关决定："),
                new Paragraph(termination is not null ? "终止调查。" : "撤销本案。", ParagraphStyle.Operative),
                new SignatureBlock([new("负责人", signer.Name, SignerDetail(signer, on))]),
                new SealBlock(state.Subject!.Name, ChineseText.Date(on)),
            ]);
    }

    private static DocumentContent DecisionCorrection(CaseState state, DecisionCorrected correction) => Make(state, DocumentCode.DecisionCorrection, correction.Number,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"本机关{(DecisionAt(state, correction.At) is { } made ? $"于{ChineseText.Date(made.On)}作出的{made.Number}" : "作出的")}决定书有笔误，现更正如下："),
            new Paragraph($"“{correction.Was}”更正为“{correction.Becomes}”。", ParagraphStyle.Operative),
            new Paragraph($"{Sentence(correction.Reason)}其他内容不变，本更正书与原决定书具有同等效力。"),
            new SealBlock(state.Subject!.Name, ChineseText.Date(correction.On)),
        ]);

    /// <summary>The decision that stood at a moment: one whose place another took since, the present one, or the one on the spot.</summary>
    private static (DateOnly On, string Number, CaseRemedies Remedies, string Correction)? DecisionAt(CaseState state, DateTimeOffset at) =>
        state.Course.Rounds.Select(round => round.Decision).Append(state.Decision).LastOrDefault(decision => decision is not null && decision.At <= at) is { } made ? (made.On, made.Number, made.Remedies, made.Correction)
        : state.OnSpot is { } onSpot ? (onSpot.On, onSpot.Number, onSpot.Remedies, onSpot.Correction) : null;

    private static DocumentContent DecisionAmendment(CaseState state, DecisionAmended amendment)
    {
        var decision = DecisionAt(state, amendment.At)!.Value;
        return Make(state, DocumentCode.DecisionAmendment, amendment.Number,
            [
                .. PartyLines(state.Party!),
                new Paragraph($"本机关于{ChineseText.Date(decision.On)}作出{decision.Number}决定。经查，{Sentence(amendment.Reason)}依照《中华人民共和国行政处罚法》第七十五条，本机关决定："),
                new Paragraph(amendment.Kind switch
                {
                    AmendmentKind.Changed => $"将该决定变更为：{Penalties(amendment.Penalties)}。",
                    AmendmentKind.Revoked => $"撤销该决定{(amendment.DecideAnew ? "，依法重新作出处理" : "")}。",
                    AmendmentKind.Unlawful => "确认该决定违法。",
                    _ => "确认该决定无效。",
                }, ParagraphStyle.Operative),
                .. amendment.WithdrawBy is { } by ? new[] { new Paragraph($"该决定已公示的，于{ChineseText.Date(by)}前撤回公示信息并公开说明理由（《中华人民共和国行政处罚法》第四十八条第二款）。") } : [],
                new Paragraph(Remedies(state, decision.Remedies, [])),
                new SealBlock(state.Subject!.Name, ChineseText.Date(amendment.On)),
            ]);
    }

    private static string ClosedTitle(ClosedHearingGround ground) => ground switch
    {
        ClosedHearingGround.StateSecret => "国家秘密",
        ClosedHearingGround.CommercialSecret => "商业秘密",
        _ => "个人隐私",
    };

    /// <summary>The opinion of a hearing in words.</summary>
    public static string HearingTitle(HearingOpinion opinion) => opinion switch
    {
        HearingOpinion.Uphold => "维持拟处罚意见",
        HearingOpinion.Lighten => "从轻或者减轻处罚",
        HearingOpinion.NoPenalty => "不予处罚",
        _ => "补充调查",
    };

    private static string WithdrawalTitle(WithdrawalGround ground) => ground switch
    {
        WithdrawalGround.FiledElsewhere => "《中华人民共和国行政处罚法》第二十五条第一款（由最先立案的行政机关管辖）",
        WithdrawalGround.LimitationExpired => "《中华人民共和国行政处罚法》第三十六条（超过追究时效，不再给予行政处罚）",
        _ => "立案对象或者立案登记错误",
    };
}
