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

/// <summary>Days not counted in the ninety (不计入办案期限).</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null while it goes on.</param>
/// <param name="Why">Why.</param>
public sealed record UncountedDays(DateOnly From, DateOnly? To, string Why);

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

    /// <summary>Decisions that were revoked so that the case was decided anew.</summary>
    public IReadOnlyList<DecisionMade> Revoked { get; init; } = [];

    /// <summary>Every prior notice served, the last one included.</summary>
    public IReadOnlyList<PriorNoticeServed> Notices { get; init; } = [];

    /// <summary>The unit's own check of the present proposal; null before.</summary>
    public InternallyChecked? Check { get; init; }

    /// <summary>Everybody who ever checked.</summary>
    public IReadOnlyList<CasePerson> Checkers { get; init; } = [];

    /// <summary>Officer ids of everybody who signed filing or decision.</summary>
    public IReadOnlyList<string> Approvers { get; init; } = [];

    /// <summary>集体讨论 of the present proposal; null before.</summary>
    public CollectivelyDiscussed? Discussion { get; init; }
}
