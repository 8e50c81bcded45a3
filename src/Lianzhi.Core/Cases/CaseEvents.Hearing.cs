using Lianzhi.Core.Records;

namespace Lianzhi.Core.Cases;

/// <summary>The notice of the hearing was served (听证通知书, 行政处罚法 第64条第2项).</summary>
/// <param name="At">When it was served.</param>
/// <param name="Number">Number of the notice.</param>
/// <param name="HearingAt">When the hearing takes place.</param>
/// <param name="Place">Where.</param>
/// <param name="ClosedGround">Why it is not public; null for a public hearing.</param>
/// <param name="Host">Who presides; no investigator of the case.</param>
/// <param name="Recorder">Who keeps the record.</param>
/// <param name="Service">How it was served.</param>
public sealed record HearingNoticeServed(
    DateTimeOffset At, string Number, DateTimeOffset HearingAt, string Place, ClosedHearingGround? ClosedGround, CasePerson Host, CasePerson Recorder,
    CaseService Service) : CaseEvent(At);

/// <summary>The host left because of an interest, or could not preside (更换听证主持人, 行政处罚法 第64条第4项).</summary>
public sealed record HearingHostReplaced(DateTimeOffset At, CasePerson Leaving, string Reason, CasePerson Replacement, CaseSigner Signer) : CaseEvent(At), IBySigner;

/// <summary>The hearing was put off or interrupted (听证延期、中止); a new notice names the next day.</summary>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="AtRequest">The party had asked for it.</param>
/// <param name="DecidedBy">Host or recorder who wrote it down; at the party's request the host, who decides. Null where it was not kept.</param>
public sealed record HearingAdjourned(DateTimeOffset At, string Reason, bool AtRequest = false, CasePerson? DecidedBy = null) : CaseEvent(At);

/// <summary>The party asked to put the hearing off (申请延期听证).</summary>
/// <param name="At">When.</param>
/// <param name="RequestedBy">Who asked.</param>
/// <param name="Reason">Why it cannot come.</param>
/// <param name="ByAgent">Asked by an agent.</param>
/// <param name="Authorisation">The agent's written authorisation; null for the party itself.</param>
public sealed record PostponementRequested(
    DateTimeOffset At, [property: Personal] string RequestedBy, [property: Personal] string Reason, bool ByAgent = false, string? Authorisation = null) : CaseEvent(At);

/// <summary>The host did not put the hearing off (不准延期听证); it takes place as notified.</summary>
public sealed record PostponementRefused(DateTimeOffset At, string Reason, CasePerson Host) : CaseEvent(At);

/// <summary>The party gave up the hearing it had asked for (视为放弃听证权利, 行政处罚法 第64条第6项).</summary>
/// <param name="At">When.</param>
/// <param name="Ground">How.</param>
/// <param name="Facts">What happened.</param>
/// <param name="SignedBy">Who signed the written withdrawal; null where the party stayed away or left.</param>
/// <param name="Material">Where the written withdrawal is kept; null likewise.</param>
public sealed record HearingForgone(
    DateTimeOffset At, HearingForgoneGround Ground, string Facts, [property: Personal] string? SignedBy = null, string? Material = null) : CaseEvent(At);

/// <summary>The hearing took place (听证笔录, 行政处罚法 第64条第7、8项).</summary>
/// <param name="At">Begin.</param>
/// <param name="Until">End.</param>
/// <param name="Host">Who presided.</param>
/// <param name="Recorder">Who kept the record.</param>
/// <param name="Present">Who came for the party; empty when only agents came.</param>
/// <param name="Agents">At most two.</param>
/// <param name="Officers">Investigators who appeared.</param>
/// <param name="Charge">Facts, evidence and proposal of the investigators.</param>
/// <param name="Answer">Answer of the party and its examination of the evidence.</param>
/// <param name="Debate">Debate and last words.</param>
/// <param name="SignatureRefused">Why the record is not signed; null when signed.</param>
public sealed record HearingHeld(
    DateTimeOffset At, DateTimeOffset Until, CasePerson Host, CasePerson Recorder, [property: Personal] string? Present, IReadOnlyList<HearingAgent> Agents,
    IReadOnlyList<CaseOfficer> Officers, string Charge, [property: Personal] string Answer, [property: Personal] string Debate, string? SignatureRefused) : CaseEvent(At), IByOfficers;

/// <summary>The host reported (听证报告).</summary>
public sealed record HearingReported(DateTimeOffset At, string Findings, HearingOpinion Opinion, string Reasons, CasePerson Host) : CaseEvent(At);
