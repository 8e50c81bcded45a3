using Lianzhi.Core.Records;

namespace Lianzhi.Core.Cases;

/// <summary>Somebody who acts in a case without investigating it (参与人员): host, recorder, reviewer.</summary>
/// <param name="Id">Officer id.</param>
/// <param name="Name">Name.</param>
/// <param name="Unit">Name of the home unit.</param>
public sealed record CasePerson(string Id, string Name, string Unit);

/// <summary>Why a hearing is not public (不公开听证的情形), 行政处罚法 第64条第3项.</summary>
public enum ClosedHearingGround
{
    /// <summary>国家秘密.</summary>
    StateSecret,

    /// <summary>商业秘密.</summary>
    CommercialSecret,

    /// <summary>个人隐私.</summary>
    Privacy,
}

/// <summary>Why a hearing requested is not held (视为放弃听证), 行政处罚法 第64条第6项.</summary>
public enum HearingForgoneGround
{
    /// <summary>无正当理由拒不出席.</summary>
    Absent,

    /// <summary>未经许可中途退出.</summary>
    LeftEarly,

    /// <summary>当事人书面撤回听证申请.</summary>
    Withdrawn,
}

/// <summary>What the host proposes after a hearing (听证意见).</summary>
public enum HearingOpinion
{
    /// <summary>维持拟处罚意见.</summary>
    Uphold,

    /// <summary>从轻或者减轻处罚.</summary>
    Lighten,

    /// <summary>不予处罚.</summary>
    NoPenalty,

    /// <summary>补充调查.</summary>
    Supplement,
}

/// <summary>An agent at a hearing (听证代理人), 行政处罚法 第64条第5项.</summary>
/// <param name="Name">Name.</param>
/// <param name="Authorisation">The written authorisation: what it is and how far it goes.</param>
public sealed record HearingAgent([property: Personal] string Name, string Authorisation);

/// <summary>A request to put the hearing off, with what became of it (延期听证申请).</summary>
/// <param name="Asked">The request.</param>
/// <param name="Notice">The notice whose day it is about.</param>
/// <param name="Granted">The adjournment that granted it; null otherwise.</param>
/// <param name="Refused">The host's refusal; null otherwise.</param>
public sealed record Postponement(PostponementRequested Asked, HearingNoticeServed Notice, HearingAdjourned? Granted = null, PostponementRefused? Refused = null);

/// <summary>What is known of the hearing of a case (听证); kept whatever became of it, so that nobody takes two parts.</summary>
public sealed record CaseHearing
{
    /// <summary>No hearing.</summary>
    public static readonly CaseHearing None = new();

    /// <summary>听证通知书 in force; null before, and after an adjournment until the next.</summary>
    public HearingNoticeServed? Notice { get; init; }

    /// <summary>Every notice served so far.</summary>
    public IReadOnlyList<HearingNoticeServed> Notices { get; init; } = [];

    /// <summary>Who presides now; null before the notice.</summary>
    public CasePerson? Host { get; init; }

    /// <summary>Who keeps the record; null before the notice.</summary>
    public CasePerson? Recorder { get; init; }

    /// <summary>Hosts and recorders who left.</summary>
    public IReadOnlyList<HearingHostReplaced> Replaced { get; init; } = [];

    /// <summary>延期、中止.</summary>
    public IReadOnlyList<HearingAdjourned> Adjournments { get; init; } = [];

    /// <summary>延期听证申请, each with the answer.</summary>
    public IReadOnlyList<Postponement> Postponements { get; init; } = [];

    /// <summary>The request the host has still to decide; null for none, or once the hearing it was about is over or given up.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Postponement? OpenPostponement =>
        Notice is { } notice && Held is null && Forgone is null && Postponements is [.., { Granted: null, Refused: null } last] && ReferenceEquals(last.Notice, notice) ? last : null;

    /// <summary>What was decided about the day of the hearing, oldest first (延期听证决定): put off on the host's own motion or on request, or not put off.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<CaseEvent> PostponementDecisions =>
        [.. Adjournments.Concat<CaseEvent>(Postponements.Select(one => one.Refused).OfType<PostponementRefused>()).OrderBy(decided => decided.At)];

    /// <summary>The notice whose day an adjournment put off; null when none was kept.</summary>
    public HearingNoticeServed? NoticeBefore(HearingAdjourned adjourned) => Notices.LastOrDefault(notice => notice.At <= adjourned.At);

    /// <summary>The adjournment that a notice follows; null for the first of a hearing.</summary>
    public HearingAdjourned? AdjournmentBefore(HearingNoticeServed notice) =>
        Notices.TakeWhile(one => !ReferenceEquals(one, notice)).LastOrDefault() is { } earlier ? Adjournments.LastOrDefault(one => one.At >= earlier.At && one.At <= notice.At) : null;

    /// <summary>听证笔录; null before.</summary>
    public HearingHeld? Held { get; init; }

    /// <summary>听证报告; null before.</summary>
    public HearingReported? Report { get; init; }

    /// <summary>Hearings held on an earlier notice, oldest first.</summary>
    public IReadOnlyList<CaseHearing> Past { get; init; } = [];

    /// <summary>视为放弃; null otherwise.</summary>
    public HearingForgone? Forgone { get; init; }
}
