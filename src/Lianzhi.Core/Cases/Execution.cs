using Lianzhi.Core.Calendar;

namespace Lianzhi.Core.Cases;

/// <summary>One review with everything that happened in it (复议案件).</summary>
public sealed record ReviewMatter(ReviewApplied Applied, ReviewProgressed? Accepted = null, ReviewProgressed? Ended = null, ReviewAnswered? Answer = null, ReviewDecided? Decision = null)
{
    /// <summary>True until it was refused, withdrawn, expired or decided.</summary>
    public bool IsPending => Ended is null && Decision is null;

    /// <summary>Day it ended; null while it runs.</summary>
    public DateOnly? EndedOn => Decision?.On ?? Ended?.On;
}

/// <summary>One suit with everything that happened in it (诉讼案件).</summary>
public sealed record SuitMatter(SuitFiled Filed, SuitAnswered? Answer = null, CourtHearingHeld? Hearing = null, SuitEnded? Judgment = null)
{
    /// <summary>True until judged.</summary>
    public bool IsPending => Judgment is null;
}

/// <summary>What took the decision down or changed it (决定被变更、撤销、确认违法或者无效).</summary>
/// <param name="On">Day.</param>
/// <param name="Number">Number of the review decision or judgment.</param>
/// <param name="Result">Result.</param>
/// <param name="Penalties">What it reads now; empty unless changed.</param>
/// <param name="ByReview">By an organ of review, not by a court.</param>
/// <param name="WithdrawDueOn">Last day to take a publication down; null when none stood.</param>
public sealed record Overturning(DateOnly On, string Number, RemedyResult Result, IReadOnlyList<CasePenalty> Penalties, bool ByReview, DateOnly? WithdrawDueOn);

/// <summary>What happened to a case after its decision (决定之后): part of the fold, made of the events themselves.</summary>
public sealed record Execution
{
    /// <summary>Nothing yet.</summary>
    public static readonly Execution None = new();

    /// <summary>送达地址确认书; the last one.</summary>
    public AddressConfirmed? Address { get; init; }

    /// <summary>Posted, handed on, announced.</summary>
    public IReadOnlyList<ServiceStarted> Started { get; init; } = [];

    /// <summary>Attempts that failed.</summary>
    public IReadOnlyList<ServiceFailed> Failed { get; init; } = [];

    /// <summary>Papers of the execution that were served.</summary>
    public IReadOnlyList<PaperServed> Served { get; init; } = [];

    /// <summary>当场收缴.</summary>
    public CashCollected? Cash { get; init; }

    /// <summary>交回机关.</summary>
    public CashHandedIn? HandedIn { get; init; }

    /// <summary>缴付银行.</summary>
    public CashBanked? Banked { get; init; }

    /// <summary>An application to pay later that is not decided yet.</summary>
    public DeferralApplied? DeferralAsked { get; init; }

    /// <summary>The last application, decided or not.</summary>
    public DeferralApplied? DeferralApplication { get; init; }

    /// <summary>The last decision on it.</summary>
    public DeferralDecided? Deferral { get; init; }

    /// <summary>The end of a plan before its time.</summary>
    public DeferralEnded? DeferralEnd { get; init; }

    /// <summary>加处罚款.</summary>
    public SurchargeImposed? Surcharge { get; init; }

    /// <summary>催告; the last one.</summary>
    public DemandServed? Demand { get; init; }

    /// <summary>听取 after the last demand.</summary>
    public DemandHeard? DemandHeard { get; init; }

    /// <summary>申请法院强制执行.</summary>
    public CourtApplied? Court { get; init; }

    /// <summary>What the court answered.</summary>
    public IReadOnlyList<CourtAnswered> CourtAnswers { get; init; } = [];

    /// <summary>强制执行决定.</summary>
    public EnforcementDecided? Enforcement { get; init; }

    /// <summary>实施.</summary>
    public EnforcementCarriedOut? CarriedOut { get; init; }

    /// <summary>A stop that is in force; null otherwise.</summary>
    public ExecutionSuspended? Suspension { get; init; }

    /// <summary>终结执行.</summary>
    public ExecutionEnded? End { get; init; }

    /// <summary>Reviews, oldest first.</summary>
    public IReadOnlyList<ReviewMatter> Reviews { get; init; } = [];

    /// <summary>Suits, oldest first.</summary>
    public IReadOnlyList<SuitMatter> Suits { get; init; } = [];

    /// <summary>当场处罚报备.</summary>
    public OnSpotReported? OnSpotReport { get; init; }

    /// <summary>归档.</summary>
    public CaseArchived? Archive { get; init; }

    /// <summary>闽执法案号.</summary>
    public PlatformNumbered? PlatformNumber { get; init; }

    /// <summary>Papers on the provincial platform, the last word on each.</summary>
    public IReadOnlyList<PlatformPaper> PlatformPapers { get; init; } = [];

    /// <summary>The review that runs; null for none.</summary>
    public ReviewMatter? OpenReview => Reviews.Count > 0 && Reviews[^1].IsPending ? Reviews[^1] : null;

    /// <summary>The suit that runs; null for none.</summary>
    public SuitMatter? OpenSuit => Suits.Count > 0 && Suits[^1].IsPending ? Suits[^1] : null;

    /// <summary>The result that changed the decision, with its day and number; null while it stands as made.</summary>
    public Overturning? Overturned =>
        Suits.Select(suit => suit.Judgment).OfType<SuitEnded>().Where(end => Overturns(end.Result))
            .Select(end => new Overturning(end.On, end.Number, end.Result, end.Penalties, false, end.WithdrawDueOn))
            .Concat(Reviews.Select(review => review.Decision).OfType<ReviewDecided>().Where(end => Overturns(end.Result))
                .Select(end => new Overturning(end.On, end.Number, end.Result, end.Penalties, true, end.WithdrawDueOn)))
            .FirstOrDefault();

    /// <summary>True when nothing of the decision is left to perform.</summary>
    public bool IsAnnulled => Overturned is { Result: RemedyResult.Annulled or RemedyResult.Void };

    /// <summary>The plan in force; null when none was granted or it was ended.</summary>
    public DeferralDecided? Plan => Deferral is { Approved: true } granted && DeferralEnd is null ? granted : null;

    /// <summary>Days of review and suit (行政处罚法 第73条第3款), up to a day.</summary>
    public IEnumerable<DateSpan> RemedyDays(DateOnly asOf) =>
        Reviews.Select(review => (From: review.Applied.On, To: review.EndedOn ?? asOf)).Concat(Suits.Select(suit => (From: suit.Filed.On, To: suit.Judgment?.On ?? asOf)))
            .Where(span => span.From <= span.To).Select(span => new DateSpan(span.From, span.To));

    /// <summary>The paper as announced or posted last; null when it was not.</summary>
    public ServiceStarted? StartOf(ServedPaper paper) => Started.LastOrDefault(start => start.Paper == paper);

    /// <summary>True for results after which the decision no longer stands as it was made.</summary>
    public static bool Overturns(RemedyResult result) => result is RemedyResult.Changed or RemedyResult.Annulled or RemedyResult.Unlawful or RemedyResult.Void;

    /// <summary>The execution after one more event; null when the event is none of its own.</summary>
    public Execution? After(CaseEvent happened) => happened switch
    {
        AddressConfirmed e => this with { Address = e },
        ServiceStarted e => this with { Started = [.. Started, e] },
        ServiceFailed e => this with { Failed = [.. Failed, e] },
        PaperServed e => this with { Served = [.. Served, e] },
        CashCollected e => this with { Cash = e },
        CashHandedIn e => this with { HandedIn = e },
        CashBanked e => this with { Banked = e },
        DeferralApplied e => this with { DeferralAsked = e, DeferralApplication = e },
        DeferralDecided e => this with { DeferralAsked = null, Deferral = e, DeferralEnd = null },
        DeferralEnded e => this with { DeferralEnd = e },
        SurchargeImposed e => this with { Surcharge = e },
        DemandServed e => this with { Demand = e, DemandHeard = null },
        DemandHeard e => this with { DemandHeard = e },
        CourtApplied e => this with { Court = e, CourtAnswers = [] },
        CourtAnswered e => this with { CourtAnswers = [.. CourtAnswers, e] },
        EnforcementDecided e => this with { Enforcement = e, CarriedOut = null },
        EnforcementCarriedOut e => this with { CarriedOut = e },
        ExecutionSuspended e => this with { Suspension = e },
        ExecutionResumed => this with { Suspension = null },
        ExecutionEnded e => this with { End = e },
        ReviewApplied e => this with { Reviews = [.. Reviews, new(e)] },
        ReviewProgressed { Progress: ReviewProgress.Accepted } e => InReview(review => review with { Accepted = e }),
        ReviewProgressed e => InReview(review => review with { Ended = e }),
        ReviewAnswered e => InReview(review => review with { Answer = e }),
        ReviewDecided e => InReview(review => review with { Decision = e }),
        SuitFiled e => this with { Suits = [.. Suits, new(e)] },
        SuitAnswered e => InSuit(suit => suit with { Answer = e }),
        CourtHearingHeld e => InSuit(suit => suit with { Hearing = e }),
        SuitEnded e => InSuit(suit => suit with { Judgment = e }),
        OnSpotReported e => this with { OnSpotReport = e },
        CaseArchived e => this with { Archive = e },
        OfficersAssigned => this,
        PlatformNumbered e => this with { PlatformNumber = e },
        PapersEntered e => this with
        {
            PlatformPapers = [.. PlatformPapers.Where(paper => !e.Papers.Any(again => again.Kind == paper.Kind && again.Index == paper.Index)), .. e.Papers],
        },
        _ => null,
    };

    private Execution InReview(Func<ReviewMatter, ReviewMatter> change) => Reviews.Count == 0 ? this : this with { Reviews = [.. Reviews.SkipLast(1), change(Reviews[^1])] };

    private Execution InSuit(Func<SuitMatter, SuitMatter> change) => Suits.Count == 0 ? this : this with { Suits = [.. Suits.SkipLast(1), change(Suits[^1])] };
}

public sealed partial record CaseState
{
    /// <summary>The penalties that are to be performed today: none after an annulment, others after a change.</summary>
    public IReadOnlyList<CasePenalty> InForce =>
        Execution.IsAnnulled ? [] : Execution.Overturned is { Result: RemedyResult.Changed } changed ? changed.Penalties : Penalties;

    /// <summary>The fine alone, in fen; the surcharge follows it and no confiscation.</summary>
    public long FineFen => InForce.Where(penalty => penalty.Kind == PenaltyKind.Fine).Sum(penalty => penalty.AmountFen ?? 0);

    /// <summary>What was paid by a day, at the bank or in cash, without surcharge, in fen.</summary>
    public long PaidBy(DateOnly day) =>
        Payments.Where(payment => payment.On <= day).Sum(payment => payment.FineFen) + (Execution.Cash is { } cash && cash.On <= day ? cash.FineFen : 0);

    /// <summary>Surcharge paid, in fen.</summary>
    public long SurchargePaidFen => Payments.Sum(payment => payment.SurchargeFen);

    /// <summary>Day on which the last of the money owed came in; null while some is open or none was owed.</summary>
    public DateOnly? PaidOn => OwedFen > 0 && PaidFen >= OwedFen
        ? Payments.Select(payment => payment.On).Concat(Execution.Cash is { } cash ? [cash.On] : Array.Empty<DateOnly>()).Max() : null;

    /// <summary>Last day to pay all of it: as served, as deferred, or when a missed part ended the plan; null without money.</summary>
    public DateOnly? PaymentDueOn => Execution.DeferralEnd?.MissedOn ?? Execution.Plan?.Plan[^1].DueOn ?? Service?.PaymentDueOn ?? OnSpot?.PaymentDueOn;

    /// <summary>The first part of a plan that is not covered by what was paid since it was granted; null when all are.</summary>
    public Instalment? OpenInstalment
    {
        get
        {
            if (Execution.Plan is not { } plan) return null;
            var paid = PaidFen - (OwedFen - plan.Plan.Sum(part => part.AmountFen));
            foreach (var part in plan.Plan)
            {
                if (paid < part.AmountFen) return part;
                paid -= part.AmountFen;
            }
            return null;
        }
    }

    /// <summary>The first part that was not paid by its last day; null when none was missed.</summary>
    public Instalment? MissedInstalment(DateOnly today) => OpenInstalment is { } open && open.DueOn < today ? open : null;

    /// <summary>Folds what happened after the decision; null for an event of no such kind.</summary>
    private CaseState? AfterDecision(CaseEvent happened)
    {
        if (Execution.After(happened) is not { } after) return null;
        var next = this with { Execution = after };
        return happened switch
        {
            CaseArchived => next with { Stage = CaseStage.Archived },
            OfficersAssigned e => next with { Officers = e.Officers, Investigators = Ids(this, e.Officers) },
            _ => next,
        };
    }
}
