namespace Lianzhi.Core.Supervision;

/// <summary>Which paper the bureau of justice writes (监督文书种类).</summary>
public enum SupervisionKind
{
    /// <summary>监督通知书: asks a body to find out and to put right.</summary>
    Notice,

    /// <summary>监督意见书: advises after a look.</summary>
    Opinion,

    /// <summary>监督决定书: orders.</summary>
    Decision,
}

/// <summary>What a decision orders (监督决定的内容).</summary>
public enum SupervisionOrder
{
    /// <summary>责令改正.</summary>
    Correct,

    /// <summary>责令撤销.</summary>
    Revoke,

    /// <summary>责令履行法定职责.</summary>
    Act,
}

/// <summary>Where a paper of supervision stands (监督文书状态).</summary>
public enum SupervisionState
{
    /// <summary>待回复.</summary>
    Issued,

    /// <summary>已回复，待审核.</summary>
    Answered,

    /// <summary>已退回，待再次回复.</summary>
    Returned,

    /// <summary>已办结.</summary>
    Closed,

    /// <summary>已转监督决定.</summary>
    Followed,
}

/// <summary>An answer of the body and what the bureau found of it (回复和审核).</summary>
/// <param name="On">Day of the answer.</param>
/// <param name="By">Who answered for the body.</param>
/// <param name="Done">What was found out and done.</param>
/// <param name="Materials">What is enclosed, in words; null for nothing.</param>
/// <param name="Accepted">What the bureau found; null while it has not looked.</param>
/// <param name="Remark">Why it was sent back, or a remark.</param>
/// <param name="ReviewedOn">Day the bureau looked.</param>
/// <param name="ReviewedBy">Who looked.</param>
/// <param name="NextDueOn">Last day for the next answer, when it was sent back.</param>
public sealed record SupervisionAnswer(
    DateOnly On, string By, string Done, string? Materials, bool? Accepted = null, string? Remark = null, DateOnly? ReviewedOn = null, string? ReviewedBy = null, DateOnly? NextDueOn = null);

/// <summary>What the bureau writes (监督文书内容), before it is issued.</summary>
/// <param name="Kind">Which paper.</param>
/// <param name="Matter">事由.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Basis">The article it is measured by.</param>
/// <param name="Demand">What is asked for.</param>
/// <param name="Order">What a decision orders; null for other papers.</param>
/// <param name="DueOn">Last day for the answer.</param>
public sealed record SupervisionDraft(SupervisionKind? Kind, string? Matter, string? Problem, string? Basis, string? Demand, SupervisionOrder? Order, DateOnly? DueOn);

/// <summary>The body it is written to (被监督单位).</summary>
/// <param name="Unit">Code.</param>
/// <param name="Name">Full name.</param>
/// <param name="ActsAsSubject">It enforces in its own name in the district.</param>
public sealed record SupervisedBody(string Unit, string Name, bool ActsAsSubject);

/// <summary>The case it is about (所涉案件).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">立案号; null before filing.</param>
/// <param name="Title">案由.</param>
/// <param name="Subject">Code of its subject.</param>
public sealed record SupervisedCase(string Id, string? Number, string Title, string Subject);

/// <summary>A paper of supervision with everything that followed (监督文书卷).</summary>
public sealed record SupervisionFile
{
    /// <summary>Which paper.</summary>
    public required SupervisionKind Kind { get; init; }

    /// <summary>Its number.</summary>
    public required string Number { get; init; }

    /// <summary>Full name of the bureau.</summary>
    public required string BureauName { get; init; }

    /// <summary>Code of the body it is written to.</summary>
    public required string Body { get; init; }

    /// <summary>Full name of that body.</summary>
    public required string BodyName { get; init; }

    /// <summary>The case it is about; null for a matter without case.</summary>
    public SupervisedCase? Case { get; init; }

    /// <summary>事由.</summary>
    public required string Matter { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Problem { get; init; }

    /// <summary>The article it is measured by.</summary>
    public required string Basis { get; init; }

    /// <summary>What is asked for.</summary>
    public required string Demand { get; init; }

    /// <summary>What a decision orders; null for other papers.</summary>
    public SupervisionOrder? Order { get; init; }

    /// <summary>Day of issue.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Who issued it for the bureau.</summary>
    public required string IssuedBy { get; init; }

    /// <summary>Last day for the first answer.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Number of the paper that a decision follows; null for none.</summary>
    public string? After { get; init; }

    /// <summary>Number of the decision that followed; null for none.</summary>
    public string? FollowedBy { get; init; }

    /// <summary>Answers, oldest first.</summary>
    public IReadOnlyList<SupervisionAnswer> Answers { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public SupervisionState State => FollowedBy is not null ? SupervisionState.Followed : Answers switch
    {
        [] => SupervisionState.Issued,
        [.., { Accepted: null }] => SupervisionState.Answered,
        [.., { Accepted: true }] => SupervisionState.Closed,
        _ => SupervisionState.Returned,
    };

    /// <summary>Last day for the answer that is or was last waited for.</summary>
    public DateOnly AnswerDueOn => Answers.LastOrDefault(answer => answer.NextDueOn is not null)?.NextDueOn ?? DueOn;

    /// <summary>The body owes an answer.</summary>
    public bool Waits => State is SupervisionState.Issued or SupervisionState.Returned;

    /// <summary>The body owes an answer whose last day is over (逾期未回复).</summary>
    public bool IsOverdue(DateOnly today) => Waits && today > AnswerDueOn;
}
