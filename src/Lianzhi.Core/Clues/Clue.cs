namespace Lianzhi.Core.Clues;

/// <summary>Where a clue came from (线索来源).</summary>
public enum ClueSource
{
    /// <summary>公众投诉举报, sent on the portal.</summary>
    PublicComplaint,

    /// <summary>12345 热线转办.</summary>
    Hotline,

    /// <summary>日常巡查.</summary>
    Patrol,

    /// <summary>行政检查中发现.</summary>
    Inspection,

    /// <summary>其他机关移送.</summary>
    Referral,

    /// <summary>上级交办.</summary>
    Superior,

    /// <summary>媒体曝光.</summary>
    Media,
}

/// <summary>How far a clue has come (线索状态).</summary>
public enum ClueState
{
    /// <summary>未阅: nobody looked at it yet.</summary>
    Unseen,

    /// <summary>已阅未办: looked at, not decided.</summary>
    Seen,

    /// <summary>已报片长: crosses townships or is major, waits for the arrangement.</summary>
    Reported,

    /// <summary>已移送: handed to the competent body; a body of this district decides anew.</summary>
    Transferred,

    /// <summary>已受理: accepted, being checked.</summary>
    Accepted,

    /// <summary>不予受理.</summary>
    Rejected,

    /// <summary>已立案: a case was filed from it.</summary>
    Filed,

    /// <summary>已办结: handled, result known.</summary>
    Closed,

    /// <summary>已答复: the person who reported was answered.</summary>
    Answered,
}

/// <summary>Why a clue is not accepted (不予受理情形).</summary>
public enum RejectGround
{
    /// <summary>不属于行政执法事项.</summary>
    NotEnforcement,

    /// <summary>没有具体的违法事实或者线索，且无法核实.</summary>
    NoFacts,

    /// <summary>同一事项已经办结并答复，没有新的事实.</summary>
    AlreadyHandled,

    /// <summary>已经进入诉讼、复议、仲裁程序.</summary>
    InOtherProcedure,

    /// <summary>违法行为已超过行政处罚追究时效.</summary>
    LimitationPassed,
}

/// <summary>A body that a clue is with or goes to (承办单位).</summary>
/// <param name="Code">Code of the township or department; null for an organ outside the district, which no longer decides here.</param>
/// <param name="Name">Full name.</param>
public sealed record ClueBody(string? Code, string Name);

/// <summary>What triage needs to know of a clue (线索).</summary>
/// <param name="Source">Where it came from.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Township">Township where it happened, nine digits; null while unknown.</param>
/// <param name="Item">Enforcement item it is about; null while unknown.</param>
/// <param name="Body">The body it is with.</param>
/// <param name="ReceivedOn">Day it was received.</param>
public sealed record Clue(ClueSource Source, ClueState State, string? Township, string? Item, ClueBody Body, DateOnly ReceivedOn)
{
    /// <summary>Last day of the step under way; null when none runs.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>跨镇街.</summary>
    public bool CrossesTownships { get; init; }

    /// <summary>重大复杂.</summary>
    public bool MajorOrComplex { get; init; }

    /// <summary>Why it is not accepted; null unless rejected.</summary>
    public RejectGround? Ground { get; init; }

    /// <summary>The reason given with the last decision.</summary>
    public string? Reason { get; init; }

    /// <summary>The case filed from it.</summary>
    public string? CaseId { get; init; }

    /// <summary>What came out (办理结果).</summary>
    public string? Outcome { get; init; }

    /// <summary>What the person who reported was told.</summary>
    public string? Answer { get; init; }
}
