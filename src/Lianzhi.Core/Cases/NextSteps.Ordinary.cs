namespace Lianzhi.Core.Cases;

public static partial class NextSteps
{
    /// <summary>Steps that are only offered where there is something to do; the others of their stage are always shown.</summary>
    private static bool Fits(CaseState state, CaseStep step, StepContext context) => step switch
    {
        CaseStep.RefuseRecusal => state.Course.OpenRecusals.Count > 0,
        CaseStep.ResumeInvestigation => state.Course.Suspension is not null,
        CaseStep.SuspendInvestigation => state.Course.Suspension is null,
        CaseStep.CheckInternally => context.Facts.Procedure.Settings(state.Item!.LeadDepartment, context.Today).InternalCheck,
        CaseStep.RequestHearing => state.HearingRequest is null,
        CaseStep.ServeHearingNotice => CaseSteps.HearingOwed(state) is null && state.Hearing.Notice is null,
        CaseStep.ReplaceHearingHost => CaseSteps.HearingOwed(state) is null && state.Hearing.Host is not null,
        CaseStep.AdjournHearing or CaseStep.HoldHearing => CaseSteps.HearingOwed(state) is null && state.Hearing.Notice is not null,
        CaseStep.RequestPostponement => CaseSteps.PostponementGates(state, context.Now).All(refusal => refusal is null),
        CaseStep.RefusePostponement => state.Hearing.OpenPostponement is not null,
        CaseStep.ForgoHearing => CaseSteps.HearingOwed(state) is null,
        CaseStep.ReportHearing => state.HearingRequest is not null && state.Hearing is { Held: not null, Report: null },
        CaseStep.SubmitReview => state.Review is null or { Conclusion.Opinion: not ReviewOpinion.Agree } || state.Course.ReviewStale,
        CaseStep.ConcludeReview => CaseSteps.ReviewWaits(state) is null,
        CaseStep.ReassignReview => CaseSteps.WaitingRounds(state).Count > 0,
        _ => true,
    };

    private static readonly HashSet<string> OtherHands = ["signer-not-head", "investigator-approves", "duty-conflict"];

    /// <summary>
    /// A step off the main line that only waits for other hands says nothing here, nor does review or discussion
    /// where none is due.
    /// </summary>
    private static bool IsWorthSaying(CaseState state, StepChoice choice, StepContext context) => choice.Line.Step switch
    {
        CaseStep.SubmitReview => state.Review is not null || CaseSteps.Assess(state, Penalties(state), context).LegalReviewGrounds.Count > 0,
        CaseStep.DiscussCollectively => CaseSteps.Assess(state, Penalties(state), context).CollectiveDiscussion,
        var step => !OrdinaryFlow.Occasional.Contains(step) || choice.Refusals.Any(refusal => !OtherHands.Contains(refusal.Code)),
    };

    /// <summary>What stands in the way of a step between investigation and decision.</summary>
    private static IEnumerable<Refusal?> OrdinaryGates(CaseState state, FlowLine line, StepContext context) => line.Step switch
    {
        CaseStep.RefuseRecusal => [state.Course.OpenRecusals.Count == 0 ? new("recusal-not-requested", "没有等待决定的回避申请。", "行政处罚法 第43条") : null],
        CaseStep.ReopenInvestigation => [Gates.NoHearingOwed(state)],
        CaseStep.SuspendInvestigation => NeedsRule(state, DomainRuleKind.Suspend, context),
        CaseStep.ResumeInvestigation => [CaseSteps.NotInterrupted(state)],
        CaseStep.TerminateInvestigation => NeedsRule(state, DomainRuleKind.Terminate, context),
        CaseStep.ExtendDecisionTerm => [.. NeedsRule(state, DomainRuleKind.Extend, context), CaseSteps.TermOrdered(state)],
        CaseStep.ExcludeTime => [.. NeedsRule(state, DomainRuleKind.Exclude, context), CaseSteps.TermOrdered(state)],
        CaseStep.CheckInternally => [context.OfficerId is { } person ? Separation.Check(state, person, CaseDuty.Check) : null],
        CaseStep.ServePriorNotice => [Gates.InternallyChecked(state, context.Facts.Procedure.Settings(state.Item!.LeadDepartment, context.Today)), Gates.NoHearingOwed(state)],
        CaseStep.RequestHearing => CaseSteps.HearingRequestGates(state, context.Today),
        CaseStep.ServeHearingNotice => CaseSteps.HearingNoticeGates(state),
        CaseStep.ReplaceHearingHost => CaseSteps.HostGates(state),
        CaseStep.AdjournHearing => CaseSteps.HearingNotified(state),
        CaseStep.RequestPostponement => CaseSteps.PostponementGates(state, context.Now),
        CaseStep.RefusePostponement => [CaseSteps.PostponementWaits(state)],
        CaseStep.HoldHearing => [.. CaseSteps.HearingNotified(state), Gates.RecusalsDecided(state)],
        CaseStep.ForgoHearing => [CaseSteps.HearingOwed(state)],
        CaseStep.ReportHearing => CaseSteps.ReportGates(state),
        CaseStep.SubmitReview => CaseSteps.SubmissionGates(state, context.Today),
        CaseStep.ReassignReview => [CaseSteps.WaitingRounds(state).Count > 0 ? null : CaseSteps.NoReviewWaiting],
        CaseStep.ConcludeReview =>
        [
            CaseSteps.ReviewWaits(state),
            Gates.DefenceReviewed(state),
            state.Review is { } round && round.Reviewer.Id != context.OfficerId ? new("not-the-reviewer", $"本案由{round.Reviewer.Name}审核。", "行政处罚法 第58条") : null,
        ],
        CaseStep.HoldConsultation => [CaseSteps.LeadersOf(state, context.Today, context) is { Count: 0 } none ? CaseSteps.NotALeader(state, none) : null],
        CaseStep.DiscussCollectively => CaseSteps.BeforeDecision(state, Penalties(state).Count > 0, CaseSteps.Assess(state, Penalties(state), context), context.Today),
        _ => [],
    };

    private static IEnumerable<Refusal?> NeedsRule(CaseState state, DomainRuleKind kind, StepContext context) =>
        [CaseSteps.Rules(state, kind, context).Count == 0 ? CaseSteps.NoRule(state) : null];

    /// <summary>What leads on while the party has been told: hearing, review, discussion, decision.</summary>
    private static CaseStep LeadingAfterNotice(CaseState state, StepContext context)
    {
        if (state.Course.OpenRecusals.Count > 0) return CaseStep.RefuseRecusal;
        if (state.Defences.Count > 0 && state.DefenceReview is null) return CaseStep.ReviewDefence;
        if (CaseSteps.HearingOwed(state) is null) return state.Hearing.Notice is null ? CaseStep.ServeHearingNotice : state.Hearing.OpenPostponement is not null ? CaseStep.AdjournHearing : CaseStep.HoldHearing;
        if (Gates.HearingConcluded(state) is not null) return CaseStep.ReportHearing;
        var assessment = CaseSteps.Assess(state, Penalties(state), context);
        if (state.Review is { Conclusion: null }) return CaseStep.ConcludeReview;
        if (state.Review?.Conclusion is { Opinion: ReviewOpinion.Supplement or ReviewOpinion.Transfer }) return CaseStep.ReopenInvestigation;
        if (Gates.Reviewed(state, assessment) is not null) return CaseStep.SubmitReview;
        return Gates.Discussed(state, assessment) is not null ? CaseStep.DiscussCollectively : CaseStep.MakeDecision;
    }
}
