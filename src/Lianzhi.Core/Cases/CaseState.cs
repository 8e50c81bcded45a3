using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Evidence;

namespace Lianzhi.Core.Cases;

/// <summary>
/// A case as it stands (案件现状): the fold of its events and nothing else. The parts are the events themselves,
/// so that whatever a page shows can be traced to the entry it comes from.
/// </summary>
public sealed partial record CaseState
{
    /// <summary>A case before its first event.</summary>
    public static readonly CaseState New = new();

    /// <summary>Id of the case; empty before the first event.</summary>
    public string Id { get; init; } = "";

    /// <summary>Number of the last entry of the record.</summary>
    public long Version { get; init; }

    /// <summary>Stage.</summary>
    public CaseStage Stage { get; init; }

    /// <summary>Procedure.</summary>
    public CaseProcedure Procedure { get; init; }

    /// <summary>立案号, of the simple procedure the number of the form; null before.</summary>
    public string? Number { get; init; }

    /// <summary>Where the clue came from.</summary>
    public string Source { get; init; } = "";

    /// <summary>The clue; null otherwise.</summary>
    public string? ClueId { get; init; }

    /// <summary>The party.</summary>
    public CaseParty? Party { get; init; }

    /// <summary>The item.</summary>
    public CaseItem? Item { get; init; }

    /// <summary>The subject.</summary>
    public CaseSubject? Subject { get; init; }

    /// <summary>The place.</summary>
    public CasePlace? Place { get; init; }

    /// <summary>Officers on the case now.</summary>
    public IReadOnlyList<CaseOfficer> Officers { get; init; } = [];

    /// <summary>Ids of everybody who ever investigated in the case; none of them may approve.</summary>
    public IReadOnlyList<string> Investigators { get; init; } = [];

    /// <summary>Day of the conduct.</summary>
    public DateOnly? ActOn { get; init; }

    /// <summary>The latest instant of any event; the next step cannot lie before its own cause.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>提请立案.</summary>
    public FilingProposed? Proposal { get; init; }

    /// <summary>不予立案.</summary>
    public FilingRefused? Refusal { get; init; }

    /// <summary>立案.</summary>
    public CaseFiled? Filing { get; init; }

    /// <summary>现场检查笔录.</summary>
    public IReadOnlyList<SiteInspected> Inspections { get; init; } = [];

    /// <summary>询问笔录.</summary>
    public IReadOnlyList<PartyInterviewed> Interviews { get; init; } = [];

    /// <summary>回避.</summary>
    public IReadOnlyList<RecusalDeclared> Recusals { get; init; } = [];

    /// <summary>责令改正; the last one.</summary>
    public CorrectionOrdered? Correction { get; init; }

    /// <summary>复查; the last one.</summary>
    public CorrectionChecked? CorrectionCheck { get; init; }

    /// <summary>调查终结.</summary>
    public InvestigationConcluded? Conclusion { get; init; }

    /// <summary>事先告知; the last one.</summary>
    public PriorNoticeServed? Notice { get; init; }

    /// <summary>陈述申辩 after the last notice.</summary>
    public IReadOnlyList<DefenceReceived> Defences { get; init; } = [];

    /// <summary>书面放弃 after the last notice.</summary>
    public DefenceWaived? Waiver { get; init; }

    /// <summary>复核 of everything received so far; null while something is open.</summary>
    public DefenceReviewed? DefenceReview { get; init; }

    /// <summary>听证申请 after the last notice.</summary>
    public HearingRequested? HearingRequest { get; init; }

    /// <summary>听证.</summary>
    public CaseHearing Hearing { get; init; } = CaseHearing.None;

    /// <summary>法制审核 of the present proposal; null before, and when a new notice made it void.</summary>
    public ReviewRound? Review { get; init; }

    /// <summary>Every round of legal review.</summary>
    public IReadOnlyList<ReviewRound> Reviews { get; init; } = [];

    /// <summary>Reviewers who gave a review away.</summary>
    public IReadOnlyList<CaseReviewer> PastReviewers { get; init; } = [];

    /// <summary>What happened besides the main line.</summary>
    public CaseCourse Course { get; init; } = CaseCourse.Plain;

    /// <summary>决定.</summary>
    public DecisionMade? Decision { get; init; }

    /// <summary>当场处罚.</summary>
    public OnSpotPenaltyDecided? OnSpot { get; init; }

    /// <summary>送达.</summary>
    public DecisionServed? Service { get; init; }

    /// <summary>缴款.</summary>
    public IReadOnlyList<PaymentRecorded> Payments { get; init; } = [];

    /// <summary>公示审批.</summary>
    public PublicationDecided? Publication { get; init; }

    /// <summary>公示.</summary>
    public DecisionPublished? Published { get; init; }

    /// <summary>撤下公示.</summary>
    public PublicationWithdrawn? Withdrawal { get; init; }

    /// <summary>结案.</summary>
    public CaseClosed? Closing { get; init; }

    /// <summary>What happened after the decision: service, performance, enforcement, remedies, archive.</summary>
    public Execution Execution { get; init; } = Execution.None;

    /// <summary>调查措施、强制措施、移送 beside the main line.</summary>
    public CaseMeasures Measures { get; init; } = CaseMeasures.None;

    /// <summary>证据, in the order of its numbers; what was excluded stays and says so.</summary>
    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];

    /// <summary>Penalties of the decision, by either procedure.</summary>
    public IReadOnlyList<CasePenalty> Penalties =>
        Amended is { Kind: AmendmentKind.Changed } changed ? changed.Penalties : Decision?.Penalties ?? OnSpot?.Penalties ?? [];

    /// <summary>Last day for the decision, with what a domain rule leaves out or adds; null before filing.</summary>
    public DateOnly? DecisionDueOn => TakenUpAgain is { } again ? again.DueOn : Course.DecisionDueOn ?? Filing?.DecisionDueOn;

    /// <summary>
    /// The day the case was last taken up again after its decision fell (重新处理), with the last day the review or the court set for the new
    /// decision; the ninety days from filing were those of the first. Null while no decision fell.
    /// </summary>
    internal (DateOnly On, DateOnly? DueOn)? TakenUpAgain =>
        Course.Revoked.Count == 0 ? null
        : Course.Amendments.LastOrDefault(amended => amended.DecideAnew) is { } own && !(Execution.Reopening?.At > own.At) ? (own.On, null)
        : Execution.Reopening is { } ordered ? (ordered.On, ordered.DueOn)
        : null;

    /// <summary>Money the decision asks for as it stands today, in fen: fine and confiscated gains.</summary>
    public long OwedFen => InForce.Sum(penalty => penalty.AmountFen ?? 0);

    /// <summary>Money paid on it and not paid back, at the bank or in cash, without surcharge.</summary>
    public long PaidFen => Payments.Sum(payment => payment.FineFen) + (Execution.Cash?.FineFen ?? 0) - Execution.Refunds.Sum(refund => refund.FineFen);

    /// <summary>Day the decision was served; null before.</summary>
    public DateOnly? ServedOn => OnSpot?.On ?? Service?.EffectiveOn;

    /// <summary>案由: party and conduct.</summary>
    public string Title => Party is null || Item is null ? "" : $"{Party.DisplayName}{Item.Conduct}案";

    /// <summary>Folds events into a state; version counts the events.</summary>
    public static CaseState Fold(IEnumerable<CaseEvent> events) => events.Aggregate(New, Apply);

    /// <summary>The state after one more event.</summary>
    public static CaseState Apply(CaseState state, CaseEvent happened)
    {
        var after = Documents.CaseDocuments.Moved(state, Next(state, happened));
        return after with
        {
            Version = state.Version + 1,
            LastAt = !happened.IsAct || (state.LastAt is { } last && last > happened.At) ? state.LastAt : happened.At,
            Investigators = happened is IByOfficers { Officers: var officers } ? [.. after.Investigators.Union(officers.Select(officer => officer.Id), StringComparer.Ordinal)] : after.Investigators,
            Course = happened is IBySigner { Signer: { OfficerId: { } signer } } ? after.Course.Approved([signer]) : after.Course,
        };
    }

    private static CaseState Next(CaseState state, CaseEvent happened) => happened switch
    {
        FilingProposed e => state with
        {
            Id = e.CaseId,
            Stage = CaseStage.Proposed,
            Proposal = e,
            Source = e.Source,
            ClueId = e.ClueId,
            Party = e.Party,
            Item = e.Item,
            Subject = e.Subject,
            Place = e.Place,
            Officers = e.Officers,
            ActOn = e.ActOn,
        },
        FilingRefused e => state with { Stage = CaseStage.Refused, Refusal = e },
        CaseFiled e => state with
        {
            Stage = CaseStage.Investigating,
            Filing = e,
            Number = e.Number,
            Item = e.Item,
            Subject = e.Subject,
            Officers = e.Officers,
        },
        RecusalDeclared e => OrdinaryFold.Resolved(state, e.Officer.Id) with
        {
            Recusals = [.. state.Recusals, e],
            Officers = [.. state.Officers.Where(officer => officer.Id != e.Officer.Id), .. e.Replacement is null ? [] : new[] { e.Replacement }],
        },
        SiteInspected e => state with { Inspections = [.. state.Inspections, e] },
        PartyInterviewed e => state with { Interviews = [.. state.Interviews, e] },
        CorrectionOrdered e => OrdinaryFold.Course(state, course => course with { Orders = [.. course.Orders, e] }) with { Correction = e, CorrectionCheck = null },
        CorrectionChecked e => OrdinaryFold.Course(state, course => course with { Rechecks = [.. course.Rechecks, e] }) with { CorrectionCheck = e },
        InvestigationConcluded e => OrdinaryFold.Course(state, course => course with { Check = null, Conclusions = [.. course.Conclusions, e] }) with { Stage = CaseStage.Concluded, Conclusion = e },
        PriorNoticeServed e => OrdinaryFold.Course(OrdinaryFold.Untold(state), course => course with { Notices = [.. course.Notices, e] }) with
        {
            Stage = CaseStage.Noticed,
            Notice = e,
        },
        DefenceReceived e => OrdinaryFold.Course(state, course => course with { ReviewStale = state.Review is { Conclusion: not null }, DiscussionStale = course.Discussion is not null }) with { Defences = [.. state.Defences, e], DefenceReview = null },
        DefenceWaived e => state with { Waiver = e },
        DefenceReviewed e => state with { DefenceReview = e },
        HearingRequested e => state with
        {
            HearingRequest = e,
            Hearing = state.Hearing with { Notice = null, Held = null, Report = null, Forgone = null, Past = state.Hearing.Held is null ? state.Hearing.Past : [.. state.Hearing.Past, state.Hearing] },
        },
        DecisionMade e => OrdinaryFold.Unpublished(state) with { Stage = CaseStage.Decided, Decision = e },
        OnSpotPenaltyDecided e => state with
        {
            Id = e.CaseId,
            Stage = CaseStage.Served,
            Procedure = CaseProcedure.Simple,
            OnSpot = e,
            Number = e.Number,
            Source = e.Source,
            ClueId = e.ClueId,
            Party = e.Party,
            Item = e.Item,
            Subject = e.Subject,
            Place = e.Place,
            Officers = e.Officers,
            ActOn = e.On,
        },
        DecisionServed e => state with { Stage = CaseStage.Served, Service = e },
        PaymentRecorded e => state with { Payments = [.. state.Payments, e] },
        PublicationDecided e => state with { Publication = e },
        DecisionPublished e => state with { Published = e },
        PublicationWithdrawn e => state with { Withdrawal = e },
        CaseClosed e => state with { Stage = CaseStage.Closed, Closing = e },
        IMeasureEvent e => state with
        {
            Stage = e is CaseHandedOver ? CaseStage.Closed : state.Stage,
            Measures = state.Measures.After(e),
            Course = happened is SubstitutePerformed or ClearedAtOnce or DemolitionCarriedOut ? state.Course with { Acts = [.. state.Course.Acts, happened] } : state.Course,
        },
        _ when EvidenceItem.After(state.Evidence, happened) is { } evidence => state with { Evidence = evidence },
        _ => state.AfterDecision(happened) ?? OrdinaryFold.Apply(state, happened)
            ?? throw new NotSupportedException($"Event {happened.GetType().Name} is not known to the fold."),
    };
}
