using Lianzhi.Core.Calendar;

namespace Lianzhi.Core.Cases;

/// <summary>One review with everything that happened in it (复议案件); OfEarlier: against a decision in whose place the case is decided anew.</summary>
public sealed record ReviewMatter(ReviewApplied Applied, ReviewProgressed? Accepted = null, ReviewProgressed? Ended = null, ReviewAnswered? Answer = null, ReviewDecided? Decision = null, bool OfEarlier = false)
{
    /// <summary>True until it was refused, withdrawn, expired or decided.</summary>
    public bool IsPending => Ended is null && Decision is null;

    /// <summary>Day it ended; null while it runs.</summary>
    public DateOnly? EndedOn => Decision?.On ?? Ended?.On;

    /// <summary>Against the decision on the penalty that stands now, not one that was taken back since.</summary>
    public bool OfPenalty => !OfEarlier && (Applied.Target is null or { Kind: ContestedKind.Penalty });
}

/// <summary>One suit with everything that happened in it (诉讼案件); OfEarlier: against a decision in whose place the case is decided anew.</summary>
public sealed record SuitMatter(SuitFiled Filed, SuitAnswered? Answer = null, CourtHearingHeld? Hearing = null, SuitEnded? Judgment = null, bool OfEarlier = false)
{
    /// <summary>True until judged.</summary>
    public bool IsPending => Judgment is null;

    /// <summary>Against the decision on the penalty that stands now, not one that was taken back since.</summary>
    public bool OfPenalty => !OfEarlier && (Filed.Target is null or { Kind: ContestedKind.Penalty });
}

/// <summary>What took a decision down or changed it (决定被变更、撤销、确认违法或者无效).</summary>
/// <param name="On">Day.</param>
/// <param name="Number">Number of the review decision or judgment.</param>
/// <param name="Result">Result.</param>
/// <param name="Penalties">What it reads now; empty unless changed.</param>
/// <param name="ByReview">By an organ of review, not by a court.</param>
/// <param name="WithdrawDueOn">Last day to take a publication down; null when none stood.</param>
/// <param name="Target">Which decision; null for the penalty.</param>
/// <param name="Redecide">A new decision was ordered.</param>
/// <param name="RedecideBy">Last day for it; null where no term was set.</param>
public sealed record Overturning(
    DateOnly On, string Number, RemedyResult Result, IReadOnlyList<CasePenalty> Penalties, bool ByReview, DateOnly? WithdrawDueOn, ContestedDecision? Target,
    bool Redecide = false, DateOnly? RedecideBy = null);

/// <summary>What happened to a case after its decision (决定之后): part of the fold, made of the events themselves.</summary>
public sealed record Execution
{
    /// <summary>Nothing yet.</summary>
    public static readonly Execution None = new();

    /// <summary>送达地址确认书; the last one.</summary>
    public AddressConfirmed? Address { get; init; }

    /// <summary>What papers of the execution tell of, in the order in which it happened, also where a later one took its place (执行文书经过).</summary>
    public IReadOnlyList<CaseEvent> Papers { get; init; } = [];

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

    /// <summary>非税缴款码; the last one.</summary>
    public PaymentCodeTaken? PaymentCode { get; init; }

    /// <summary>The code as the party had it when the decision was made; null when none was taken down by then.</summary>
    public string? CodeBefore(DecisionMade? decision) => Papers.OfType<PaymentCodeTaken>().LastOrDefault(slip => decision is null || slip.At < decision.At)?.Code;

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

    /// <summary>执行协议 that is kept; null for none, or once it was broken.</summary>
    public AgreementMade? Agreement { get; init; }

    /// <summary>Days of agreements that were broken; the one that is kept runs on.</summary>
    public IReadOnlyList<DateSpan> BrokenAgreements { get; init; } = [];

    /// <summary>Reviews, oldest first.</summary>
    public IReadOnlyList<ReviewMatter> Reviews { get; init; } = [];

    /// <summary>Suits, oldest first.</summary>
    public IReadOnlyList<SuitMatter> Suits { get; init; } = [];

    /// <summary>当场处罚报备.</summary>
    public OnSpotReported? OnSpotReport { get; init; }

    /// <summary>退还的罚没款.</summary>
    public IReadOnlyList<PaymentRefunded> Refunds { get; init; } = [];

    /// <summary>重新处理 ordered by review or court; the last one.</summary>
    public CaseReopened? Reopening { get; init; }

    /// <summary>归档.</summary>
    public CaseArchived? Archive { get; init; }

    /// <summary>闽执法案号.</summary>
    public PlatformNumbered? PlatformNumber { get; init; }

    /// <summary>Papers on the provincial platform, the last word on each.</summary>
    public IReadOnlyList<PlatformPaper> PlatformPapers { get; init; } = [];

    /// <summary>The reviews that run, at most one against each decision.</summary>
    public IEnumerable<ReviewMatter> OpenReviews => Reviews.Where(review => review.IsPending);

    /// <summary>The suits that run, at most one against each decision.</summary>
    public IEnumerable<SuitMatter> OpenSuits => Suits.Where(suit => suit.IsPending);

    /// <summary>The result that changed the penalty, with its day and number; null while it stands as made.</summary>
    public Overturning? Overturned => Overturnings.FirstOrDefault(one => one.Target is null or { Kind: ContestedKind.Penalty });

    /// <summary>True when nothing of the penalty is left to perform.</summary>
    public bool IsAnnulled => Overturned is { Result: RemedyResult.Annulled or RemedyResult.Void };

    /// <summary>The plan in force; null when none was granted or it was ended.</summary>
    public DeferralDecided? Plan => Deferral is { Approved: true } granted && DeferralEnd is null ? granted : null;

    /// <summary>Days of review and suit against penalty or surcharge, which the surcharge does not count (行政处罚法 第73条第3款), up to a day.</summary>
    public IEnumerable<DateSpan> RemedyDays(DateOnly asOf) =>
        Reviews.Where(review => Pauses(review.Applied.Target)).Select(review => (From: review.Applied.On, To: review.EndedOn ?? asOf))
            .Concat(Suits.Where(suit => Pauses(suit.Filed.Target)).Select(suit => (From: suit.Filed.On, To: suit.Judgment?.On ?? asOf)))
            .Where(span => span.From <= span.To).Select(span => new DateSpan(span.From, span.To));

    /// <summary>What took down another decision than the penalty; null while it stands.</summary>
    public Overturning? OverturningOf(string? number) => Overturnings.FirstOrDefault(one => one.Target is { Kind: not ContestedKind.Penalty } target && target.Number == number);

    private IEnumerable<Overturning> Overturnings =>
        Suits.Where(suit => !suit.OfEarlier && suit.Judgment is { } end && Overturns(end.Result)).Select(suit => (suit.Filed.Target, End: suit.Judgment!))
            .Select(suit => new Overturning(suit.End.On, suit.End.Number, suit.End.Result, suit.End.Penalties, false, suit.End.WithdrawDueOn, suit.Target, suit.End.Redecide, suit.End.RedecideBy))
            .Concat(Reviews.Where(review => !review.OfEarlier && review.Decision is { } end && Overturns(end.Result)).Select(review => (review.Applied.Target, End: review.Decision!))
                .Select(review => new Overturning(review.End.On, review.End.Number, review.End.Result, review.End.Penalties, true, review.End.WithdrawDueOn, review.Target, review.End.Redecide, review.End.RedecideBy)));

    private static bool Pauses(ContestedDecision? target) => target is null or { Kind: ContestedKind.Penalty or ContestedKind.Surcharge };

    /// <summary>
    /// Days of agreements, up to a day. The daily surcharge is a way of enforcing (行政强制法 第12条第1项), and while an agreement is kept
    /// nothing is enforced (第42条第2款): these days do not count, our reading in favour of the party.
    /// </summary>
    public IEnumerable<DateSpan> AgreementDays(DateOnly asOf) =>
        BrokenAgreements.Concat(Agreement is { } kept && kept.On <= asOf ? [new DateSpan(kept.On, asOf)] : Array.Empty<DateSpan>()).Where(span => span.From <= asOf);

    /// <summary>
    /// Days up to a day on which the party was allowed to pay later or in parts (延期、分期缴纳期间): nobody is late who pays as was granted. A plan that was ended ran until
    /// the part that was missed.
    /// </summary>
    public IEnumerable<DateSpan> DeferredDays(DateOnly asOf)
    {
        var granted = Papers.OfType<DeferralDecided>().Where(decided => decided is { Approved: true, Plan.Count: > 0 }).ToList();
        foreach (var (index, decided) in granted.Index())
        {
            var until = ReferenceEquals(decided, Deferral) && DeferralEnd is { } ended ? ended.MissedOn : decided.Plan[^1].DueOn;
            if (index + 1 < granted.Count && granted[index + 1].On < until) until = granted[index + 1].On;
            if (until > asOf) until = asOf;
            if (decided.On <= until) yield return new DateSpan(decided.On, until);
        }
    }

    /// <summary>Day a paper of the execution made at an instant counts as served; null before.</summary>
    public DateOnly? ServedOn(ServedPaper paper, DateTimeOffset? made) => Served.FirstOrDefault(served => served.Paper == paper && served.At >= made)?.Service.ServedOn;

    /// <summary>The paper as announced or posted last; null when it was not.</summary>
    public ServiceStarted? StartOf(ServedPaper paper) => Started.LastOrDefault(start => start.Paper == paper);

    /// <summary>True for results after which the decision no longer stands as it was made.</summary>
    public static bool Overturns(RemedyResult result) => result is RemedyResult.Changed or RemedyResult.Annulled or RemedyResult.Unlawful or RemedyResult.Void;

    /// <summary>The execution after one more event; null when the event is none of its own.</summary>
    public Execution? After(CaseEvent happened) => Next(happened) is { } next
        ? happened is AddressConfirmed or PaymentCodeTaken or DeferralApplied or DeferralDecided or SurchargeImposed or DemandServed or Cases.DemandHeard or EnforcementDecided or CourtApplied ? next with { Papers = [.. Papers, happened] } : next
        : null;

    private Execution? Next(CaseEvent happened) => happened switch
    {
        AddressConfirmed e => this with { Address = e },
        ServiceStarted e => this with { Started = [.. Started, e] },
        ServiceFailed e => this with { Failed = [.. Failed, e] },
        PaperServed e => this with { Served = [.. Served, e] },
        CashCollected e => this with { Cash = e },
        CashHandedIn e => this with { HandedIn = e },
        CashBanked e => this with { Banked = e },
        PaymentCodeTaken e => this with { PaymentCode = e },
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
        AgreementMade e => this with { Agreement = e },
        AgreementEnded e => this with { Agreement = null, BrokenAgreements = Agreement is { } broken ? [.. BrokenAgreements, new(broken.On, e.On)] : BrokenAgreements },
        ReviewApplied e => this with { Reviews = [.. Reviews, new(e)] },
        ReviewProgressed { Progress: ReviewProgress.Accepted } e => InReview(e.Target, review => review with { Accepted = e }),
        ReviewProgressed e => InReview(e.Target, review => review with { Ended = e }),
        ReviewAnswered e => InReview(e.Target, review => review with { Answer = e }),
        ReviewDecided e => InReview(e.Target, review => review with { Decision = e }),
        SuitFiled e => this with { Suits = [.. Suits, new(e)] },
        SuitAnswered e => InSuit(e.Target, suit => suit with { Answer = e }),
        CourtHearingHeld e => InSuit(e.Target, suit => suit with { Hearing = e }),
        SuitEnded e => InSuit(e.Target, suit => suit with { Judgment = e }),
        OnSpotReported e => this with { OnSpotReport = e },
        PaymentRefunded e => this with { Refunds = [.. Refunds, e] },
        CaseReopened e => Anew() with { Reopening = e },
        CaseArchived e => this with { Archive = e },
        OfficersAssigned => this,
        PlatformNumbered e => this with { PlatformNumber = e },
        PapersEntered e => this with
        {
            PlatformPapers = [.. PlatformPapers.Where(paper => !e.Papers.Any(again => again.Kind == paper.Kind && again.Index == paper.Index)), .. e.Papers],
        },
        _ => null,
    };

    /// <summary>The execution of a case that is decided anew: money, address, platform and what hangs stay; what followed from the old decision is over.</summary>
    public Execution Anew() => None with
    {
        Address = Address,
        Papers = [.. Papers.OfType<AddressConfirmed>()],
        Cash = Cash,
        HandedIn = HandedIn,
        Banked = Banked,
        Refunds = Refunds,
        Reopening = Reopening,
        OnSpotReport = OnSpotReport,
        Archive = Archive,
        PlatformNumber = PlatformNumber,
        PlatformPapers = PlatformPapers,
        Served = Served,
        Reviews = [.. Reviews.Select(review => review with { OfEarlier = true })],
        Suits = [.. Suits.Select(suit => suit with { OfEarlier = true })],
    };

    /// <summary>What is told of a review belongs to the last one against that decision.</summary>
    private Execution InReview(ContestedDecision? target, Func<ReviewMatter, ReviewMatter> change) =>
        Reviews.LastOrDefault(review => review.Applied.Target == target) is not { } told ? this : this with { Reviews = [.. Reviews.Select(review => ReferenceEquals(review, told) ? change(review) : review)] };

    private Execution InSuit(ContestedDecision? target, Func<SuitMatter, SuitMatter> change) =>
        Suits.LastOrDefault(suit => suit.Filed.Target == target) is not { } told ? this : this with { Suits = [.. Suits.Select(suit => ReferenceEquals(suit, told) ? change(suit) : suit)] };
}

public sealed partial record CaseState
{
    /// <summary>The penalties that are to be performed today: none after an annulment, others after a change.</summary>
    public IReadOnlyList<CasePenalty> InForce =>
        Execution.IsAnnulled || Amended is { Kind: AmendmentKind.Revoked or AmendmentKind.Void } ? []
        : Execution.Overturned is { Result: RemedyResult.Changed } changed ? changed.Penalties : Penalties;

    /// <summary>What the organ itself did to the decision that was made last; null once another decision took its place.</summary>
    public DecisionAmended? Amended => Course.Amendment is { } amended && (Decision is null || Decision.At <= amended.At) ? amended : null;

    /// <summary>Last day to take down what was published of a decision that fell (行政处罚法 第48条第2款); null when nothing has to come down.</summary>
    public DateOnly? WithdrawPublicationBy =>
        Published is null || Withdrawal is not null ? null : Execution.Overturned?.WithdrawDueOn ?? Execution.Reopening?.WithdrawBy ?? Amended?.WithdrawBy;

    /// <summary>What was paid beyond what the decision still asks for, in fen: it goes back (行政处罚法 第74条第3款).</summary>
    public long RefundFen => Math.Max(0, PaidFen - OwedFen);

    /// <summary>Surcharge that was paid beyond what had accrued on a day, in fen; all of it once the fine fell.</summary>
    public long RefundSurchargeFen(DateOnly asOf) => Math.Max(0, SurchargePaidFen - (FineFen == 0 ? 0 : CaseSurcharge.Count(this, asOf)?.SurchargeFen ?? 0));

    /// <summary>The fine alone, in fen; the surcharge follows it and no confiscation.</summary>
    public long FineFen => InForce.Where(penalty => penalty.Kind == PenaltyKind.Fine).Sum(penalty => penalty.AmountFen ?? 0);

    /// <summary>What was paid by a day, at the bank or in cash, without surcharge, in fen.</summary>
    public long PaidBy(DateOnly day) =>
        Payments.Where(payment => payment.On <= day).Sum(payment => payment.FineFen) + (Execution.Cash is { } cash && cash.On <= day ? cash.FineFen : 0);

    /// <summary>Surcharge paid, in fen.</summary>
    public long SurchargePaidFen => Payments.Sum(payment => payment.SurchargeFen) - Execution.Refunds.Sum(refund => refund.SurchargeFen);

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
            CaseReopened e => OrdinaryFold.Anew(this, e.DueOn) with { Execution = after },
            EnforcementCarriedOut e => next with { Course = Course with { Acts = [.. Course.Acts, e] } },
            AgreementMade or AgreementEnded or ExecutionSuspended or ExecutionResumed or ExecutionEnded => next with { Course = Course with { Turns = [.. Course.Turns, happened] } },
            OfficersAssigned e => next with { Officers = e.Officers },
            _ => next,
        };
    }
}
