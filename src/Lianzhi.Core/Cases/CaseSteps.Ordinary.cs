namespace Lianzhi.Core.Cases;

public static partial class CaseSteps
{
    /// <summary>Takes a step between investigation and decision; null when it is none of them.</summary>
    private static Result<CaseEvent>? TakeOrdinary(CaseState state, CaseCommand command, StepContext context) => command switch
    {
        RequestRecusal c => AskRecusal(state, c, context),
        RefuseRecusal c => DenyRecusal(state, c, context),
        HandOver c => ChangeOfficers(state, c, context),
        ReopenInvestigation c => Reopen(state, c, context),
        SuspendInvestigation c => Suspend(state, c, context),
        ResumeInvestigation c => Resume(state, c, context),
        TerminateInvestigation c => Terminate(state, c, context),
        WithdrawCase c => WithdrawFromBooks(state, c, context),
        ExtendDecisionTerm c => Extend(state, c, context),
        ExcludeTime c => Exclude(state, c, context),
        CheckInternally c => CheckCase(state, c, context),
        ServeHearingNotice c => NotifyHearing(state, c, context),
        ReplaceHearingHost c => ReplaceHost(state, c, context),
        AdjournHearing c => Adjourn(state, c, context),
        RequestPostponement c => AskPostponement(state, c, context),
        RefusePostponement c => DenyPostponement(state, c, context),
        ForgoHearing c => Forgo(state, c, context),
        HoldHearing c => Hold(state, c, context),
        ReportHearing c => ReportOnHearing(state, c, context),
        SubmitReview c => Submit(state, c, context),
        ReassignReview c => Reassign(state, c, context),
        ConcludeReview c => GiveOpinion(state, c, context),
        DiscussCollectively c => Discuss(state, c, context),
        HoldConsultation c => Consult(state, c, context),
        CorrectDecision c => Correct(state, c, context),
        AmendDecision c => Amend(state, c, context),
        _ => (Result<CaseEvent>?)null,
    };
}
