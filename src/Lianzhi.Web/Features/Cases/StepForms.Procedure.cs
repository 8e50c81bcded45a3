using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Components.Forms;
using static Lianzhi.Web.Features.Cases.StepFieldKind;

namespace Lianzhi.Web.Features.Cases;

/// <content>Between investigation and decision: hearing, review, discussion, interruptions, amendments (普通程序).</content>
public static partial class StepForms
{
    /// <summary>Most people of the register whose opinions the form of a consultation takes; the API takes more.</summary>
    private const int MostConsulted = 8;

    private static readonly StepField Reason = new("reason", "理由", Text);

    private static IReadOnlyList<StepField>? Procedure(CaseStep step, CaseStepView view)
    {
        var (state, context) = (view.State, view.Context);
        var (at, until, officers) = (At(view), Until(view), Officers(view));
        return step switch
        {
            CaseStep.RequestRecusal =>
            [
                at, new("personId", "申请谁回避", OneOf) { Choices = [.. view.Participants.DistinctBy(person => person.Value)] }, new("requestedBy", "申请人"), Reason,
            ],
            CaseStep.RefuseRecusal =>
                [new("personId", "回避申请", OneOf) { Choices = [.. state.Course.OpenRecusals.Select(open => new Choice(open.PersonId, open.PersonName, open.Request.Reason))] }, Reason with { Label = "驳回的理由" }],
            CaseStep.HandOver =>
                [TwoOfficers(view.Officers, [.. view.Officers.Select(officer => officer.Value).Where(id => state.Officers.All(officer => officer.Id != id))]) with { Name = "to", Label = "接办人员" }, Reason with { Label = "变更承办人的理由" }, new("materials", "移交的案卷和物品", Text)],
            CaseStep.ReopenInvestigation => [Reason with { Label = "补充调查的理由和事项", Hint = "补充调查后应当重新调查终结、重新告知" }],
            CaseStep.SuspendInvestigation => [Rule(state, DomainRuleKind.Suspend, context), Reason with { Label = "中止调查的事由" }],
            CaseStep.ResumeInvestigation => [Reason with { Label = "恢复调查的事由" }],
            CaseStep.TerminateInvestigation => [Rule(state, DomainRuleKind.Terminate, context), Reason with { Label = "终止调查的事由和证明材料" }],
            CaseStep.WithdrawCase =>
            [
                new("ground", "撤案情形", OneOf)
                {
                    Choices = [new("filedElsewhere", "其他机关先行立案", "行政处罚法 第25条第1款"), new("filedByMistake", "立案对象错误或者重复立案"), new("limitationExpired", "发现时已超过追究时效", "行政处罚法 第36条")],
                    Hint = "违法事实不能成立的，不是撤案，应当作出不予处罚决定",
                },
                Reason with { Label = "撤案的理由和证明材料" },
            ],
            CaseStep.ExtendDecisionTerm =>
            [
                Rule(state, DomainRuleKind.Extend, context), new("days", "延长天数", Whole) { Value = "30" }, Reason with { Label = "延长的理由" },
                new("discussion", "集体讨论情况", Text) { Optional = true, Hint = "再次延期时填写" },
            ],
            CaseStep.ExcludeTime =>
                [Rule(state, DomainRuleKind.Exclude, context), new("from", "开始日期", Date), new("to", "结束日期", Date), Reason with { Label = "事由", Hint = "例如：委托检测，附期间告知书" }],
            CaseStep.CheckInternally =>
                [Flag("passed", "审核结论", "同意提请告知", optional: true), new("opinion", "审核意见", Text)],
            CaseStep.ServeHearingNotice =>
            [
                at,
                new("hearingAt", "听证时间", Moment) { Hint = $"应当提前七个工作日通知；今天通知的，最早 {ChineseText.Date(CaseSteps.EarliestHearing(context.Today, context))}", Value = $"{CaseSteps.EarliestHearing(context.Today, context):yyyy-MM-dd}T09:00" },
                new("hearingPlace", "听证地点"),
                new("closedGround", "不公开的情形", OneOf) { Optional = true, Hint = "公开举行的不选", Choices = [new("stateSecret", "涉及国家秘密"), new("commercialSecret", "涉及商业秘密"), new("privacy", "涉及个人隐私")] },
                new("hostId", "主持人", OneOf) { Choices = view.FreeFor(CaseDuty.Host), Hint = "不得由本案调查人员主持" },
                new("recorderId", "记录人", OneOf) { Choices = view.FreeFor(CaseDuty.Record) },
                Service(view), officers,
            ],
            CaseStep.ReplaceHearingHost => [new("replacementId", "新的主持人", OneOf) { Choices = view.FreeFor(CaseDuty.Host) }, Reason with { Label = "更换的理由" }],
            CaseStep.RequestPostponement =>
            [
                at, new("requestedBy", "申请人"), Reason with { Label = "申请延期的理由" }, Flag("byAgent", "代理", "由代理人提出", optional: true), new("authorisation", "授权委托书") { Optional = true, Hint = "代理人提出的填写" },
            ],
            CaseStep.RefusePostponement => [at, Reason with { Label = "不准延期的理由" }],
            CaseStep.AdjournHearing => [at, Reason with { Label = "延期或者中止的理由", Hint = "以后应当提前七个工作日重新送达听证通知书" }],
            CaseStep.ForgoHearing =>
            [
                at,
                new("ground", "情形", OneOf) { Choices = [new("absent", "无正当理由拒不出席"), new("leftEarly", "未经许可中途退出"), new("withdrawn", "当事人书面撤回申请")] },
                new("facts", "有关情况和材料", Text),
                Flag("written", "书面撤回", "当事人已书面明确撤回听证申请", optional: true),
                new("signedBy", "签名人") { Optional = true, Hint = "撤回申请的填写" },
                new("material", "书面撤回材料的位置") { Optional = true, Hint = "撤回申请的填写，例如卷内页码" },
            ],
            CaseStep.HoldHearing =>
            [
                at with { Label = "开始时间", Value = state.Hearing.Notice is { } notice ? LocalMoment.Text(notice.HearingAt) : at.Value },
                // Never before it begins.
                state.Hearing.Notice is { } announced && announced.HearingAt > view.Context.Now ? until with { Value = LocalMoment.Text(announced.HearingAt) } : until,
                new("present", "当事人出席人员") { Optional = true, Hint = "只有代理人到场的不填" },
                new("agents", "委托代理人", Rows)
                {
                    Optional = true, Hint = "一至二人，须有授权委托书", Rows = [new("0", "第一人"), new("1", "第二人")], Columns = [new("name", "姓名"), new("authorisation", "授权委托书")],
                },
                new("charge", "调查人员提出的事实、证据和处罚建议", Text), new("answer", "当事人的申辩和质证", Text), new("debate", "辩论和最后陈述", Text) { Optional = true },
                Refused, officers with { Label = "出席的调查人员", Part = "调查人员" },
            ],
            CaseStep.ReportHearing =>
            [
                at, new("findings", "听证基本情况", Text),
                new("opinion", "听证意见", OneOf) { Choices = Words<HearingOpinion>(CaseDocuments.HearingTitle) },
                new("reasons", "理由", Text),
            ],
            CaseStep.SubmitReview =>
            [
                new("materials", "送审材料", Text) { Value = "调查终结报告、证据材料、事先告知书及送达回证、陈述申辩及复核材料、听证材料" },
                new("proposal", "拟处理意见", Penalties) { Penalties = state.Notice?.Penalties ?? [] },
                new("response", "对上次审核意见的采纳和修改情况", Text) { Optional = state.Review?.Conclusion is null },
                new("reviewerId", "审核人员", OneOf) { Optional = true, Hint = "不选的，由本机关、本片区、区司法局依次确定没有职责冲突的人员", Choices = view.Reviewers },
            ],
            CaseStep.ReassignReview => [.. WaitingRound(state), new("reviewerId", "新的审核人员", OneOf) { Choices = view.Reviewers }, Reason with { Label = "变更的理由" }],
            CaseStep.ConcludeReview => Opinion,
            CaseStep.DiscussCollectively =>
            [
                at with { Label = "开始时间" }, until, new("place", "地点"),
                new("presenterId", "汇报人", OneOf) { Choices = OfCase(state) },
                new("recorderId", "记录人", OneOf) { Choices = view.People },
                new("members", "讨论成员及意见", Rows)
                {
                    KeyName = "officerId", Hint = "本机关负责人；没有参加的不填", Rows = [.. context.Facts.Procedure.Heads(state.Subject?.Code ?? "", context.Today).Select(head => new Choice(head.Id, $"{head.Name}（{head.Post}）"))],
                    Columns = [new("opinion", "意见"), Flag("agrees", "表态", "同意讨论结果") with { Value = "true" }],
                },
                new("kind", "讨论决定", OneOf) { Choices = Decisions, Value = "penalty" },
                new("penalties", "处罚", Penalties) { Penalties = state.Review?.Submission.Proposal ?? state.Notice?.Penalties ?? [] },
                new("result", "讨论结果", Text),
            ],
            CaseStep.HoldConsultation =>
            [
                at with { Label = "开始时间" }, until, new("place", "地点"),
                new("presiderId", "主持人", OneOf) { Choices = [.. CaseSteps.LeadersOf(state, context.Today, context).Select(leader => new Choice(leader.Id, $"{leader.Name}（{leader.Post}）"))], Hint = "案发地所在片区的片长或者副片长" },
                new("recorderId", "记录人", OneOf) { Choices = view.People },
                new("questions", "会商的问题", Lines) { Hint = "一行一个问题" },
                new("members", "参加人员及意见", Rows)
                {
                    Hint = "至少有一名本案办案人员；主持人的意见写入会商意见", Rows = [.. Enumerable.Range(1, MostConsulted).Select(number => new Choice($"{number}", $"第{ChineseText.Number(number)}人"))],
                    // Nobody stands there at first: whoever is chosen has said something.
                    Columns = [new("officerId", "人员", OneOf) { Choices = view.People, Optional = true }, new("opinion", "意见", Text) { Height = 2 }],
                },
                new("guests", "列席人员及意见", Lines) { Optional = true, Hint = "名册以外的人员，一行一人", Columns = [new("name", "姓名"), new("unit", "单位"), new("opinion", "意见")] },
                new("summary", "会商意见", Text) { Hint = "意见不一致的，分别写明；供办案参考，不代替负责人的决定" },
            ],
            CaseStep.CorrectDecision =>
                [new("was", "原文") { Hint = "照录决定书中的文字；处罚内容不能以更正改变" }, new("becomes", "更正为"), Reason with { Label = "更正的理由" }],
            CaseStep.AmendDecision =>
            [
                new("kind", "方式", OneOf) { Choices = [new("revoked", "撤销"), new("changed", "变更为较轻的处罚"), new("unlawful", "确认违法"), new("void", "确认无效")] },
                Reason with { Label = "撤销或者变更的理由" },
                new("penalties", "变更后的处罚", Penalties) { Hint = "只在变更时填写" },
                Flag("decideAnew", "后续", "撤销后重新调查、告知和决定", optional: true, hint: state.OnSpot is null ? null : "当场处罚决定撤销后需要重新处理的，按普通程序另行立案"),
            ],
            _ => null,
        };
    }

    /// <summary>The opinion of legal review, on a penalty or on coercion.</summary>
    private static readonly IReadOnlyList<StepField> Opinion =
    [
        new("opinion", "审核意见", OneOf) { Choices = Words<ReviewOpinion>(opinion => opinion.Title()) },
        new("findings", "发现的问题", Rows)
        {
            Optional = true, Hint = "一次写明全部问题；没有问题的不填", KeyName = "aspect", Columns = [new("text", "问题和修改意见", Text)],
            Rows = Words<ReviewAspect>(aspect => aspect.Title()),
        },
        new("note", "备注", Text) { Optional = true },
    ];

    /// <summary>Which round; asked only where several wait.</summary>
    private static IEnumerable<StepField> WaitingRound(CaseState state)
    {
        var waiting = CaseSteps.WaitingRounds(state);
        if (waiting.Count > 1) yield return new("round", "送审", Entry) { Choices = [.. waiting.Select(round => RoundChoice(state, round))], Value = $"{waiting[0]}" };
    }

    private static Choice RoundChoice(CaseState state, int round) =>
        new($"{round}", $"第 {round + 1} 次：{state.Reviews[round].Submission.Measure.Title()}（{state.Reviews[round].Reviewer.Name}）");

    private static StepField Rule(CaseState state, DomainRuleKind kind, StepContext context) => new("ruleId", "依据的规章条款", OneOf)
    {
        Choices = [.. CaseSteps.Rules(state, kind, context).Select(rule => new Choice(rule.Id, rule.Text, $"{rule.Title}{(rule.Verified ? "" : "（条文待核）")}"))],
    };
}
