namespace Lianzhi.Core.Cases;

/// <summary>Folds the events between investigation and decision (普通程序其他环节的现状).</summary>
internal static class OrdinaryFold
{
    /// <summary>The state after the event; null when it is none of these.</summary>
    public static CaseState? Apply(CaseState state, CaseEvent happened) => happened switch
    {
        HearingNoticeServed e => Hearing(state, hearing => hearing with { Notice = e, Notices = [.. hearing.Notices, e], Host = e.Host, Recorder = e.Recorder, Held = null, Report = null, Forgone = null }),
        HearingHostReplaced e => Resolved(Hearing(state, hearing => hearing with { Host = e.Replacement, Replaced = [.. hearing.Replaced, e] }), e.Leaving.Id),
        HearingAdjourned e => Hearing(state, hearing => hearing with { Notice = null, Adjournments = [.. hearing.Adjournments, e], Postponements = Answered(hearing, one => one with { Granted = e }) }),
        PostponementRequested e => Hearing(state, hearing => hearing.Notice is { } notice ? hearing with { Postponements = [.. hearing.Postponements, new(e, notice)] } : hearing),
        PostponementRefused e => Hearing(state, hearing => hearing with { Postponements = Answered(hearing, one => one with { Refused = e }) }),
        HearingForgone e => Hearing(state, hearing => hearing with { Forgone = e }),
        HearingHeld e => Hearing(state, hearing => hearing with { Held = e, Report = null }),
        HearingReported e => Hearing(state, hearing => hearing with { Report = e }),
        InternallyChecked e => Course(state, course => course with { Check = e, Checkers = [.. course.Checkers, e.Checker] }),
        LegalReviewSubmitted { Measure: { } measure } e => state with { Reviews = [.. state.Reviews, new(e, e.Reviewer, null)], Measures = state.Measures.Reviewed(measure, state.Reviews.Count) },
        LegalReviewSubmitted e => Course(state, course => course with { ReviewStale = false }) with { Reviews = [.. state.Reviews, new(e, e.Reviewer, null)], Review = new(e, e.Reviewer, null) },
        LegalReviewReassigned e => Resolved(Round(state, e.Round, round => round with { Reviewer = e.Reviewer }) with { PastReviewers = [.. state.PastReviewers, e.Leaving] }, e.Leaving.Id),
        LegalReviewConcluded e => Round(state, e.Round, round => round with { Conclusion = e }),
        CollectivelyDiscussed e => Course(state, course => course.Approved(e.Members.Select(member => member.Id)) with { Discussion = e, DiscussionStale = false, Discussions = [.. course.Discussions, e] }),
        ConsultationHeld e => Course(state, course => course with { Consultations = [.. course.Consultations, e] }),
        RecusalRequested e => Course(state, course => course with { OpenRecusals = [.. course.OpenRecusals, new(e.Person.Id, e.Person.Name, e)] }),
        RecusalRefused e => Resolved(Course(state, course => course with
        {
            RefusedRecusals = [.. course.RefusedRecusals, .. course.OpenRecusals.Where(open => open.PersonId == e.PersonId).Select(open => new RefusedRecusal(open, e))],
        }), e.PersonId),
        OfficersChanged e => Course(state, course => course with { Handovers = [.. course.Handovers, e] }) with
        {
            Officers = e.Officers,
        },
        InvestigationReopened e => Untold(Course(state, course => course with { Reopenings = [.. course.Reopenings, e] })) with { Stage = CaseStage.Investigating, Conclusion = null },
        InvestigationSuspended e => Course(state, course => course with { Suspension = e, Interruptions = [.. course.Interruptions, new(e)], NotCounted = [.. course.NotCounted, new(e.On, null, "中止调查")] }),
        InvestigationResumed e => Course(state, course => course with
        {
            Suspension = null,
            Interruptions = [.. course.Interruptions.Select(one => one.Resumed is null ? one with { Resumed = e } : one)],
            DecisionDueOn = e.DecisionDueOn,
            NotCounted = [.. course.NotCounted.Select(span => span.To is null ? span with { To = e.On } : span)],
        }),
        InvestigationTerminated e => Course(state, course => course with { Termination = e }) with { Stage = CaseStage.Ended },
        CaseWithdrawn e => Course(state, course => course with { Withdrawal = e }) with { Stage = CaseStage.Ended },
        DecisionTermExtended e => Course(state, course => course with { Extensions = [.. course.Extensions, e], DecisionDueOn = e.DecisionDueOn }),
        TimeExcluded e => Course(state, course => course with { NotCounted = [.. course.NotCounted, new(e.From, e.To, e.Reason)], DecisionDueOn = e.DecisionDueOn }),
        DecisionCorrected e => Course(state, course => course with { Corrections = [.. course.Corrections, e] }),
        DecisionAmended e => Amend(state, e),
        _ => null,
    };

    /// <summary>The case as if nothing had been told yet; what people did in it is kept.</summary>
    public static CaseState Untold(CaseState state) => Course(state, course => course with
    {
        Check = null,
        Discussion = null,
        ReviewStale = false,
        DiscussionStale = false,
        Rounds = state.Notice is null && state.Decision is null ? course.Rounds : [.. course.Rounds, EarlierRound.Of(state)],
    }) with
    {
        Notice = null,
        Defences = [],
        Waiver = null,
        DefenceReview = null,
        HearingRequest = null,
        Review = null,
    };

    /// <summary>Closes the open request about a person.</summary>
    public static CaseState Resolved(CaseState state, string person) =>
        Course(state, course => course with { OpenRecusals = [.. course.OpenRecusals.Where(open => open.PersonId != person)] });

    /// <summary>Changes the course.</summary>
    public static CaseState Course(CaseState state, Func<CaseCourse, CaseCourse> change) => state with { Course = change(state.Course) };

    private static IReadOnlyList<Postponement> Answered(CaseHearing hearing, Func<Postponement, Postponement> answer) =>
        hearing.OpenPostponement is { } open ? [.. hearing.Postponements.Take(hearing.Postponements.Count - 1), answer(open)] : hearing.Postponements;

    private static CaseState Hearing(CaseState state, Func<CaseHearing, CaseHearing> change) => state with { Hearing = change(state.Hearing) };

    /// <summary>Changes a round; the last one about the penalty when nothing says which.</summary>
    private static CaseState Round(CaseState state, int? index, Func<ReviewRound, ReviewRound> change)
    {
        var at = index ?? state.Reviews.Index().Last(one => one.Item.Submission.Measure is null).Index;
        var round = change(state.Reviews[at]);
        return state with
        {
            Reviews = [.. state.Reviews.Take(at), round, .. state.Reviews.Skip(at + 1)],
            Review = state.Review is null || round.Submission.Measure is not null ? state.Review : round,
        };
    }

    private static CaseState Amend(CaseState state, DecisionAmended e)
    {
        var amended = Course(state, course => course with { Amendment = e, Amendments = [.. course.Amendments, e] });
        return e.Kind == AmendmentKind.Changed ? amended
            : e.DecideAnew ? Anew(amended, null) with { Execution = amended.Execution.Anew() }
            : amended with { Stage = CaseStage.Ended };
    }

    /// <summary>The case after its decision fell and another is to be made: investigated again, nothing told yet; the old decision is kept with those that were revoked.</summary>
    public static CaseState Anew(CaseState state, DateOnly? dueOn) =>
        Untold(Course(state, course => course with { Revoked = [.. course.Revoked, state.Decision!], DecisionDueOn = dueOn ?? course.DecisionDueOn })) with
        {
            Stage = CaseStage.Investigating,
            Conclusion = null,
            Decision = null,
            Service = null,
            Closing = null,
            Measures = state.Measures with { DemolitionReview = null },
        };

    /// <summary>A new decision is published or not by itself: what was published of the old one has come down before.</summary>
    public static CaseState Unpublished(CaseState state) => state.Course.Revoked.Count == 0 ? state : state with { Publication = null, Published = null, Withdrawal = null };
}
