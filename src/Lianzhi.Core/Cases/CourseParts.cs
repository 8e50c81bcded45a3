namespace Lianzhi.Core.Cases;

/// <summary>Why a case is withdrawn (撤案情形). 违法事实不能成立 is not among them: it ends in a decision (行政处罚法 第57条第1款第3项).</summary>
public enum WithdrawalGround
{
    /// <summary>Another organ filed the same act first (第25条第1款).</summary>
    FiledElsewhere,

    /// <summary>Filed against somebody who is not the party, or twice by the organ itself.</summary>
    FiledByMistake,

    /// <summary>Found after the limitation had run (第36条).</summary>
    LimitationExpired,
}

/// <summary>What the organ does to its own decision (自行纠正的方式).</summary>
public enum AmendmentKind
{
    /// <summary>撤销.</summary>
    Revoked,

    /// <summary>变更为较轻的处罚.</summary>
    Changed,

    /// <summary>确认违法.</summary>
    Unlawful,

    /// <summary>确认无效.</summary>
    Void,
}

/// <summary>A recusal that was asked for and not decided (待决定的回避申请).</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="PersonName">Name.</param>
/// <param name="Request">The request.</param>
public sealed record OpenRecusal(string PersonId, string PersonName, RecusalRequested Request);

/// <summary>A recusal that was refused (驳回的回避申请).</summary>
/// <param name="Asked">The request.</param>
/// <param name="Refused">The refusal.</param>
public sealed record RefusedRecusal(OpenRecusal Asked, RecusalRefused Refused);

/// <summary>Days not counted in the ninety (不计入办案期限).</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null while it goes on.</param>
/// <param name="Why">Why.</param>
public sealed record UncountedDays(DateOnly From, DateOnly? To, string Why);

/// <summary>A suspension of the investigation (中止调查) with its end.</summary>
/// <param name="Suspended">中止.</param>
/// <param name="Resumed">恢复; null while it goes on.</param>
public sealed record Interruption(InvestigationSuspended Suspended, InvestigationResumed? Resumed = null);

/// <summary>
/// What was told, heard and decided before the case was taken up again (此前的告知和决定): a new notice, a further investigation or a
/// revocation takes it out of the present state, but it stays in the file (行政处罚法 第47条).
/// </summary>
/// <param name="Conclusion">调查终结.</param>
/// <param name="Notice">事先告知; null for none.</param>
/// <param name="Defences">陈述申辩 after it.</param>
/// <param name="Waiver">书面放弃 after it.</param>
/// <param name="DefenceReview">复核; null when nothing was heard, or it was not checked before the new notice.</param>
/// <param name="HearingRequest">听证申请 after it.</param>
/// <param name="Hearing">听证 as it stood then.</param>
/// <param name="Review">法制审核 of that proposal.</param>
/// <param name="Discussion">集体讨论 of that proposal.</param>
/// <param name="Decision">The decision that was revoked; null when none was made.</param>
/// <param name="Service">Its service.</param>
/// <param name="Amendment">What revoked it; null when review or court took it down.</param>
/// <param name="Execution">Service, performance and enforcement as they stood then.</param>
public sealed record EarlierRound(
    InvestigationConcluded? Conclusion, PriorNoticeServed? Notice, IReadOnlyList<DefenceReceived> Defences, DefenceWaived? Waiver, DefenceReviewed? DefenceReview,
    HearingRequested? HearingRequest, CaseHearing Hearing, ReviewRound? Review, CollectivelyDiscussed? Discussion, DecisionMade? Decision, DecisionServed? Service,
    DecisionAmended? Amendment, Execution Execution)
{
    /// <summary>The round as a case stands in it.</summary>
    public static EarlierRound Of(CaseState state) => new(state.Conclusion, state.Notice, state.Defences, state.Waiver, state.DefenceReview, state.HearingRequest, state.Hearing, state.Review,
        state.Course.Discussion, state.Decision, state.Service, state.Decision is null ? null : state.Amended, state.Execution);

    /// <summary>The case as it stood in this round, so that its papers read as they did.</summary>
    public CaseState Within(CaseState state) => state with
    {
        Conclusion = Conclusion,
        Notice = Notice,
        Defences = Defences,
        Waiver = Waiver,
        DefenceReview = DefenceReview,
        HearingRequest = HearingRequest,
        Hearing = Hearing,
        Review = Review,
        Decision = Decision,
        Service = Service,
        Execution = Execution,
        Course = state.Course with { Discussion = Discussion, Amendment = Amendment },
    };
}

/// <summary>How the case went besides its main line (办案经过): interruptions, term, recusals, amendments, its end.</summary>
public sealed record CaseCourse
{
    /// <summary>Nothing besides the main line.</summary>
    public static readonly CaseCourse Plain = new();

    /// <summary>中止调查 in force; null otherwise.</summary>
    public InvestigationSuspended? Suspension { get; init; }

    /// <summary>Days not counted in the ninety; an open suspension has no end.</summary>
    public IReadOnlyList<UncountedDays> NotCounted { get; init; } = [];

    /// <summary>Extensions of the ninety days.</summary>
    public IReadOnlyList<DecisionTermExtended> Extensions { get; init; } = [];

    /// <summary>Last day for the decision as extended; null when nothing changed it.</summary>
    public DateOnly? DecisionDueOn { get; init; }

    /// <summary>Recusals asked for and not decided.</summary>
    public IReadOnlyList<OpenRecusal> OpenRecusals { get; init; } = [];

    /// <summary>Recusals asked for and refused, oldest first.</summary>
    public IReadOnlyList<RefusedRecusal> RefusedRecusals { get; init; } = [];

    /// <summary>Acts of force that were carried out, in the order in which they were recorded: 代履行, 立即清除, 强制拆除, 拍卖抵缴.</summary>
    public IReadOnlyList<CaseEvent> Acts { get; init; } = [];

    /// <summary>Agreements on the execution, its stops, resumptions and end, oldest first; a later one takes no earlier one's place.</summary>
    public IReadOnlyList<CaseEvent> Turns { get; init; } = [];

    /// <summary>Changes of the officers of the case.</summary>
    public IReadOnlyList<OfficersChanged> Handovers { get; init; } = [];

    /// <summary>补充调查.</summary>
    public IReadOnlyList<InvestigationReopened> Reopenings { get; init; } = [];

    /// <summary>终止调查; null otherwise.</summary>
    public InvestigationTerminated? Termination { get; init; }

    /// <summary>撤案; null otherwise.</summary>
    public CaseWithdrawn? Withdrawal { get; init; }

    /// <summary>更正 of clerical errors.</summary>
    public IReadOnlyList<DecisionCorrected> Corrections { get; init; } = [];

    /// <summary>撤销、变更 by the organ itself; the last one.</summary>
    public DecisionAmended? Amendment { get; init; }

    /// <summary>Every revocation and change, oldest first.</summary>
    public IReadOnlyList<DecisionAmended> Amendments { get; init; } = [];

    /// <summary>Decisions that were revoked so that the case was decided anew.</summary>
    public IReadOnlyList<DecisionMade> Revoked { get; init; } = [];

    /// <summary>Every prior notice served, the last one included.</summary>
    public IReadOnlyList<PriorNoticeServed> Notices { get; init; } = [];

    /// <summary>Every order to correct, the last one included.</summary>
    public IReadOnlyList<CorrectionOrdered> Orders { get; init; } = [];

    /// <summary>Every check of it (复查).</summary>
    public IReadOnlyList<CorrectionChecked> Rechecks { get; init; } = [];

    /// <summary>Every report of the investigation, the last one included.</summary>
    public IReadOnlyList<InvestigationConcluded> Conclusions { get; init; } = [];

    /// <summary>Every collective discussion, the last one included.</summary>
    public IReadOnlyList<CollectivelyDiscussed> Discussions { get; init; } = [];

    /// <summary>Every consultation about the case, in the order in which they were recorded.</summary>
    public IReadOnlyList<ConsultationHeld> Consultations { get; init; } = [];

    /// <summary>Every suspension with its end, oldest first.</summary>
    public IReadOnlyList<Interruption> Interruptions { get; init; } = [];

    /// <summary>What was told and decided before the case was taken up again, oldest first.</summary>
    public IReadOnlyList<EarlierRound> Rounds { get; init; } = [];

    /// <summary>The unit's own check of the present proposal; null before.</summary>
    public InternallyChecked? Check { get; init; }

    /// <summary>Everybody who ever checked.</summary>
    public IReadOnlyList<CasePerson> Checkers { get; init; } = [];

    /// <summary>Officer ids of every head who signed something in the case or discussed it.</summary>
    public IReadOnlyList<string> Approvers { get; init; } = [];

    /// <summary>集体讨论 of the present proposal; null before.</summary>
    public CollectivelyDiscussed? Discussion { get; init; }

    /// <summary>The party stated more after legal review had concluded: it is reviewed again (第45、58条).</summary>
    public bool ReviewStale { get; init; }

    /// <summary>The party stated more after the heads had discussed: they discuss again (第45、57条).</summary>
    public bool DiscussionStale { get; init; }

    /// <summary>Notes who signed or discussed.</summary>
    internal CaseCourse Approved(IEnumerable<string> heads) => this with { Approvers = [.. Approvers.Union(heads, StringComparer.Ordinal)] };
}
