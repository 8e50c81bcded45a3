using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Cases;

public static partial class CaseSteps
{
    private const int DecisionDays = 90;

    private static Result<CaseEvent> AskRecusal(CaseState state, RequestRecusal c, StepContext context)
    {
        var person = PersonOfCase(state, c.PersonId);
        return Answer(
            [
                Gates.Time(state, c.At, context.Now),
                person is null ? Refusal.Invalid("personId", "该人员不是本案的办案、听证或者审核人员。") : null,
                Given(c.RequestedBy, "requestedBy", "申请人"),
                Given(c.Reason, "reason", "申请回避的理由"),
                state.Course.OpenRecusals.Any(open => open.PersonId == c.PersonId) ? new("recusal-already-requested", "该人员的回避申请已登记，等待决定。", "行政处罚法 第43条", "personId") : null,
            ],
            () => new RecusalRequested(c.At, person!, c.RequestedBy, c.Reason));
    }

    /// <summary>Who takes part in the case now: officers, host, recorder, reviewer.</summary>
    public static IReadOnlyList<CasePerson> PeopleOf(CaseState state) =>
    [
        .. state.Officers.Select(officer => new CasePerson(officer.Id, officer.Name, officer.Unit)),
        .. state.Hearing.Host is { } host ? [host] : Array.Empty<CasePerson>(),
        .. state.Review is { } round ? [new CasePerson(round.Reviewer.Id, round.Reviewer.Name, round.Reviewer.Unit)] : Array.Empty<CasePerson>(),
        .. Measures.MeasureReviews.Waiting(state).Select(waiting => state.Reviews[waiting].Reviewer).Select(reviewer => new CasePerson(reviewer.Id, reviewer.Name, reviewer.Unit)),
    ];

    private static CasePerson? PersonOfCase(CaseState state, string id) => PeopleOf(state).FirstOrDefault(person => person.Id == id);

    private static Result<CaseEvent> DenyRecusal(CaseState state, RefuseRecusal c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        return Answer(
            [
                state.Course.OpenRecusals.All(open => open.PersonId != c.PersonId) ? new("recusal-not-requested", "没有等待决定的回避申请。", "行政处罚法 第43条", "personId") : null,
                Given(c.Reason, "reason", "驳回的理由"),
                Gates.NotOwnRecusal(c.PersonId, context),
                .. signer.Refusals,
            ],
            () => new RecusalRefused(context.Now, c.PersonId, c.Reason, signer.Value!));
    }

    private static Result<CaseEvent> ChangeOfficers(CaseState state, HandOver c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.To, context.Today);
        return Answer(
            [
                Given(c.Reason, "reason", "变更承办人的理由"),
                Given(c.Materials, "materials", "移交的案卷和物品"),
                Gates.OfCase(state, c.To) is { } conflict ? conflict with { Field = "to" } : null,
                c.To.Order(StringComparer.Ordinal).SequenceEqual(state.Officers.Select(officer => officer.Id).Order(StringComparer.Ordinal)) ? Refusal.Invalid("to", "承办人没有变化。") : null,
                .. signer.Refusals,
                .. officers.Refusals.Select(refusal => refusal with { Field = "to" }),
            ],
            () => new OfficersChanged(context.Now, state.Officers, officers.Value!, c.Reason, c.Materials, signer.Value!));
    }

    private static Result<CaseEvent> Reopen(CaseState state, ReopenInvestigation c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        return Answer(
            [Given(c.Reason, "reason", "补充调查的理由和事项"), Gates.NoHearingOwed(state), .. signer.Refusals],
            () => new InvestigationReopened(context.Now, c.Reason, signer.Value!));
    }

    private static Result<CaseEvent> Suspend(CaseState state, SuspendInvestigation c, StepContext context)
    {
        var (rule, signer) = (Rule(state, DomainRuleKind.Suspend, c.RuleId, context), Gates.Signer(state, context));
        return Answer(
            [.. rule.Refusals, Given(c.Reason, "reason", "中止调查的事由"), .. signer.Refusals],
            () => new InvestigationSuspended(context.Now, rule.Value!.Kept, c.Reason, signer.Value!));
    }

    private static Result<CaseEvent> Resume(CaseState state, ResumeInvestigation c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        return Answer(
            [NotInterrupted(state), Given(c.Reason, "reason", "恢复调查的事由"), .. signer.Refusals],
            () => new InvestigationResumed(context.Now, c.Reason,
                state.TakenUpAgain is { } again ? again.DueOn
                    : DueWithout(state, [.. state.Course.NotCounted.Select(span => span.To is null ? span with { To = context.Today } : span)], 0, context), signer.Value!));
    }

    /// <summary>There is something to resume.</summary>
    internal static Refusal? NotInterrupted(CaseState state) => state.Course.Suspension is null
        ? new("not-suspended", "本案没有中止调查。", "行政处罚法 第60条")
        : null;

    private static Result<CaseEvent> Terminate(CaseState state, TerminateInvestigation c, StepContext context)
    {
        var (rule, signer) = (Rule(state, DomainRuleKind.Terminate, c.RuleId, context), Gates.Signer(state, context));
        return Answer(
            [.. rule.Refusals, Given(c.Reason, "reason", "终止调查的事由和证明材料"), .. MeasureGates.BeforeClosing(state), .. signer.Refusals],
            () => new InvestigationTerminated(context.Now, rule.Value!.Kept, c.Reason, signer.Value!, context.Number));
    }

    private static Result<CaseEvent> WithdrawFromBooks(CaseState state, WithdrawCase c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        return Answer(
            [
                Given(c.Reason, "reason", "撤案的理由和证明材料"),
                .. MeasureGates.BeforeClosing(state),
                c.Ground == WithdrawalGround.LimitationExpired && state.Proposal is { LimitOn: { } limit } proposal && proposal.DiscoveredOn <= limit
                    ? new("limitation-not-expired", $"本案于{ChineseText.Date(proposal.DiscoveredOn)}发现，追究时效至{ChineseText.Date(limit)}，没有超过，不能以此撤案。违法事实不能成立的，应当作出不予处罚决定。", "行政处罚法 第36、57条", "ground") : null,
                c.Ground == WithdrawalGround.FiledElsewhere && context.Facts.Procedure.SameMatters.All(other => other.FiledOn is null || other.SubjectCode == state.Subject!.Code || other.FiledOn > state.Filing!.On)
                    ? new("not-filed-elsewhere", "没有查到其他机关先行立案的同一当事人同类案件；区外机关先行立案的，请办理移送。", "行政处罚法 第25条第1款", "ground") : null,
                .. signer.Refusals,
            ],
            () => new CaseWithdrawn(context.Now, c.Ground, c.Reason, signer.Value!, context.Number));
    }

    private static Result<CaseEvent> Extend(CaseState state, ExtendDecisionTerm c, StepContext context)
    {
        var (rule, signer) = (Rule(state, DomainRuleKind.Extend, c.RuleId, context), Gates.Signer(state, context));
        return Answer(
            [
                .. rule.Refusals,
                TermOrdered(state),
                Given(c.Reason, "reason", "延长的理由"),
                c.Days < 1 ? Refusal.Invalid("days", "延长的天数应大于零。") : null,
                rule is { IsOk: true, Value.MostDays: > 0 and var most } && c.Days > most ? new("extension-too-long", $"按{rule.Value.Title}，最多延长{most}日。", rule.Value.Title, "days") : null,
                rule is { IsOk: true } && state.Course.Extensions.Any(extension => extension.Rule.Id == c.RuleId) ? new("extension-used", "按同一规定已经延长过一次。", rule.Value!.Title, "ruleId") : null,
                rule is { IsOk: true, Value.Discussed: true } && state.Course.Extensions.Count == 0 ? new("extend-first", "应当先按负责人批准的情形延长，经延期仍不能作出决定的，再集体讨论决定。", rule.Value.Title, "ruleId") : null,
                rule is { IsOk: true, Value.Discussed: true } && string.IsNullOrWhiteSpace(c.Discussion) ? new("extension-not-discussed", "再次延期应当由行政机关负责人集体讨论决定，请写明讨论情况。", rule.Value.Title, "discussion") : null,
                context.Today > state.DecisionDueOn ? new("term-over", $"办案期限已于{ChineseText.Date(state.DecisionDueOn!.Value)}届满，届满后不能再延长。", "行政处罚法 第60条") : null,
                .. signer.Refusals,
            ],
            () => new DecisionTermExtended(context.Now, rule.Value!.Kept, c.Days, c.Discussion is { Length: > 0 } discussion ? $"{c.Reason}（集体讨论：{discussion}）" : c.Reason,
                DueWithout(state, state.Course.NotCounted, c.Days, context), signer.Value!));
    }

    private static Result<CaseEvent> Exclude(CaseState state, ExcludeTime c, StepContext context)
    {
        var (rule, signer) = (Rule(state, DomainRuleKind.Exclude, c.RuleId, context), Gates.Signer(state, context));
        return Answer(
            [
                .. rule.Refusals,
                TermOrdered(state),
                Given(c.Reason, "reason", "不计入期限的事由"),
                c.To < c.From ? Refusal.Invalid("to", "结束日期不能早于开始日期。")
                : c.From < state.Filing!.On || c.To > context.Today ? Refusal.Invalid("from", "应在立案之后、今天之前。") : null,
                .. signer.Refusals,
            ],
            () => new TimeExcluded(context.Now, rule.Value!.Kept, c.From, c.To, c.Reason,
                DueWithout(state, [.. state.Course.NotCounted, new(c.From, c.To, c.Reason)], 0, context), signer.Value!));
    }

    /// <summary>The term of a new decision is that of the review or the court; the rules about the ninety days do not move it.</summary>
    internal static Refusal? TermOrdered(CaseState state) => state.TakenUpAgain is not { } again ? null
        : new("redecision-term", again.DueOn is { } due
            ? $"本案是重新作出决定，期限由复议决定或者判决确定（至{ChineseText.Date(due)}），不适用办案期限的延长和扣除。"
            : "本案是撤销后重新作出决定，没有确定期限，不适用办案期限的延长和扣除。", "行政复议法 第64条；行政诉讼法 第70条；行政处罚法 第60条");

    /// <summary>The rule of this id for the matter of the case; 第60条 lets nothing else move the ninety days.</summary>
    private static Result<DomainRule> Rule(CaseState state, DomainRuleKind kind, string id, StepContext context)
    {
        var rules = Rules(state, kind, context);
        return rules.FirstOrDefault(rule => rule.Id == id) is { } found ? found
            : rules.Count == 0 ? NoRule(state)
            : new Refusal("rule-not-named", "请指明所依据的规章条款；没有法律、法规、规章规定的，不得中止、终止或者变动办案期限。", "行政处罚法 第60条", "ruleId");
    }

    /// <summary>The rules a case may name.</summary>
    public static IReadOnlyList<DomainRule> Rules(CaseState state, DomainRuleKind kind, StepContext context) =>
        [.. DomainRules.For(kind, context.Facts.Procedure.Settings(state.Item!.LeadDepartment, context.Today).Department, context.Today)];

    /// <summary>No rule of this field is known.</summary>
    internal static Refusal NoRule(CaseState state) =>
        new("no-domain-rule", $"{state.Item!.LeadDepartment}领域没有登记可以依据的规章条款；没有法律、法规、规章规定的，不得中止、终止或者变动办案期限。", "行政处罚法 第60条");

    private static DateOnly DueWithout(CaseState state, IReadOnlyList<UncountedDays> without, int more, StepContext context) =>
        context.Facts.Procedure.DaysWithout(state.Filing!.On, DecisionDays + state.Course.Extensions.Sum(extension => extension.Days) + more, without);

    private static Result<CaseEvent> Correct(CaseState state, CorrectDecision c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        var text = state.Decision is { } decision
            ? CaseDocuments.Content(state, decision.Kind == DecisionKind.Penalty ? DocumentCode.PenaltyDecision : DocumentCode.NoPenaltyDecision)?.Text() : null;
        return Answer(
            [
                Given(c.Was, "was", "原文"),
                Given(c.Becomes, "becomes", "更正后的文字"),
                Given(c.Reason, "reason", "更正的理由"),
                c.Was.Trim().Length > 0 && text?.Contains(c.Was.Trim(), StringComparison.Ordinal) == false ? new("not-in-decision", "决定书中没有这段文字。", "行政处罚法 第59条", "was") : null,
                c.Was.Trim() == c.Becomes.Trim() ? Refusal.Invalid("becomes", "更正前后没有变化。") : null,
                c.Was.Trim().Length > 0 && state.Penalties.Any(penalty => CasePhrases.Penalty(penalty) is var content && (content.Contains(c.Was.Trim(), StringComparison.Ordinal) || c.Was.Contains(content, StringComparison.Ordinal)))
                    ? new("not-clerical", "处罚内容不能以更正笔误的方式改变，应当依法撤销或者变更决定。", "行政处罚法 第59、75条", "was") : null,
                .. signer.Refusals,
            ],
            () => new DecisionCorrected(context.Now, context.Number, c.Was.Trim(), c.Becomes.Trim(), c.Reason, signer.Value!));
    }

    private static Result<CaseEvent> Amend(CaseState state, AmendDecision c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        var changed = c.Kind == AmendmentKind.Changed;
        return Answer(
            [
                state.Decision is null && state.OnSpot is null ? new("no-decision", "本案没有可以撤销、变更的决定。", "行政处罚法 第75条") : null,
                state.Decision is null && c.DecideAnew ? new("on-spot-anew", "当场处罚决定撤销后需要重新处理的，按普通程序另行立案。", "行政处罚法 第51、54条", "decideAnew") : null,
                Given(c.Reason, "reason", "撤销或者变更的理由"),
                changed && c.Penalties.Count == 0 ? Refusal.Invalid("penalties", "请填写变更后的处罚。") : null,
                changed && Gates.Heavier(c.Penalties, state.Penalties) ? new("amended-heavier", "自行变更只能变更为较轻的处罚；需要更重的，应当撤销后重新调查、告知和决定。", "行政处罚法 第44、45条", "penalties") : null,
                changed && c.Penalties.SequenceEqual(state.Penalties) ? Refusal.Invalid("penalties", "变更前后没有变化。") : null,
                !changed && c.Penalties.Count > 0 ? Refusal.Invalid("penalties", "撤销、确认违法或者无效的，不填处罚。") : null,
                changed && c.DecideAnew ? Refusal.Invalid("decideAnew", "变更的不再重新作出决定。") : null,
                .. signer.Refusals,
            ],
            () => new DecisionAmended(context.Now, context.Number, c.Kind, c.Reason, c.Penalties, c.DecideAnew,
                state.Published is not null && state.Withdrawal is null ? context.Facts.WorkingDaysAfter(context.Today, 3) : null, signer.Value!));
    }
}
