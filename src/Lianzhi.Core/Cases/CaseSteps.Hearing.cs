using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Cases;

public static partial class CaseSteps
{
    /// <summary>Working days between the notice and the hearing at the least (行政处罚法 第64条第2项、第85条).</summary>
    public const int HearingNoticeDays = 7;

    private static Result<CaseEvent> AskHearing(CaseState state, RequestHearing c, StepContext context) => Answer(
        [
            Gates.Time(state, c.At, context.Now),
            Given(c.RequestedBy, "requestedBy", "申请人"),
            .. HearingRequestGates(state, CaseDays.Of(c.At)),
            c.ByAgent && string.IsNullOrWhiteSpace(c.Authorisation) ? AgentWithoutAuthority("authorisation") : null,
        ],
        () => new HearingRequested(c.At, c.RequestedBy, c.ByAgent, c.ByAgent ? c.Authorisation : null));

    /// <summary>Asked in time, once, by somebody who was told of the right.</summary>
    internal static IEnumerable<Refusal?> HearingRequestGates(CaseState state, DateOnly on) =>
        [
            state.Notice!.HearingDueOn is not { } due ? new("no-hearing-right", "本案没有告知听证权。拟处罚属于听证范围的，应当重新告知。", "行政处罚法 第63条")
            : on > due ? new("hearing-request-late", $"听证申请期已于 {ChineseText.Date(due)} 届满。", "行政处罚法 第64条")
            : null,
            state.HearingRequest is null ? null : new("hearing-already-requested", "当事人已经申请听证，已登记。", "行政处罚法 第64条"),
        ];

    private static Result<CaseEvent> NotifyHearing(CaseState state, ServeHearingNotice c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var hearingOn = CaseDays.Of(c.HearingAt);
        var (host, recorder) = (context.Facts.Procedure.Person(c.HostId, on), context.Facts.Procedure.Person(c.RecorderId, on));
        var service = Delivery(state, c.Service, c.Officers, on, context.Facts);
        // A party to whom it is announced is told only when the announcement counts as served.
        var served = service.Value?.ServedOn ?? on;
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                .. HearingNoticeGates(state),
                Given(c.HearingPlace, "hearingPlace", "听证地点"),
                context.Facts.Procedure.WorkingDaysBefore(hearingOn, HearingNoticeDays) < served
                    ? new("hearing-notice-short", $"应当在举行听证的{HearingNoticeDays}个工作日前通知。{ChineseText.Date(served)}{(served > on ? "公告期满、视为送达" : "通知")}的，听证最早在 {ChineseText.Date(EarliestHearing(served, context))} 举行。", "行政处罚法 第64条第2项、第85条", "hearingAt")
                    : null,
                host is null ? Refusal.Invalid("hostId", "没有这名在职人员。") : Separation.Check(state, host.Id, CaseDuty.Host, "hostId"),
                recorder is null ? Refusal.Invalid("recorderId", "没有这名在职人员。") : Separation.Check(state, recorder.Id, CaseDuty.Record, "recorderId"),
                c.HostId == c.RecorderId ? Refusal.Invalid("recorderId", "记录人不能由主持人兼任。") : null,
                .. service.Refusals,
            ],
            () => new HearingNoticeServed(c.At, context.Number, c.HearingAt, c.HearingPlace, c.ClosedGround, host!, recorder!, service.Value!));
    }

    /// <summary>The first day on which a hearing notified on a day may take place.</summary>
    public static DateOnly EarliestHearing(DateOnly notified, StepContext context)
    {
        var day = context.Facts.WorkingDaysAfter(notified, HearingNoticeDays);
        while (context.Facts.Procedure.WorkingDaysBefore(day, HearingNoticeDays) < notified) day = day.AddDays(1);
        return day;
    }

    /// <summary>A hearing is owed and no notice of it is in force.</summary>
    internal static IEnumerable<Refusal?> HearingNoticeGates(CaseState state) =>
        [
            HearingOwed(state),
            state.Hearing.Notice is { } notice ? new("hearing-notified", $"已通知{ChineseText.Date(CaseDays.Of(notice.HearingAt))}举行听证；改期的，先登记延期。", "行政处罚法 第64条第2项") : null,
        ];

    private static Result<CaseEvent> ReplaceHost(CaseState state, ReplaceHearingHost c, StepContext context)
    {
        var replacement = context.Facts.Procedure.Person(c.ReplacementId, context.Today);
        var signer = Gates.Signer(state, context);
        return Answer(
            [
                .. HostGates(state),
                Given(c.Reason, "reason", "更换的理由"),
                replacement is null ? Refusal.Invalid("replacementId", "没有这名在职人员。") : Separation.Check(state, replacement.Id, CaseDuty.Host, "replacementId"),
                replacement is not null && replacement.Id == state.Hearing.Host?.Id ? Refusal.Invalid("replacementId", "接替人员就是现在的主持人。") : null,
                replacement is not null && state.Hearing.Replaced.Any(left => left.Leaving.Id == replacement.Id)
                    ? new("officer-recused", "已回避的人员不得再主持本案听证。", "行政处罚法 第43、64条", "replacementId") : null,
                state.Hearing.Host is { } host ? Gates.NotOwnRecusal(host.Id, context) : null,
                .. signer.Refusals,
            ],
            () => new HearingHostReplaced(context.Now, state.Hearing.Host!, c.Reason, replacement!, signer.Value!));
    }

    /// <summary>There is a host to be replaced, and the hearing is still to come.</summary>
    internal static IEnumerable<Refusal?> HostGates(CaseState state) =>
        [
            HearingOwed(state),
            state.Hearing.Host is null ? new("hearing-not-notified", "还没有送达听证通知书，没有确定主持人。", "行政处罚法 第64条第2项") : null,
        ];

    private static Result<CaseEvent> Adjourn(CaseState state, AdjournHearing c, StepContext context) => Answer(
        [
            Gates.Time(state, c.At, context.Now),
            .. HearingNotified(state),
            Given(c.Reason, "reason", "延期或者中止的理由"),
            // What the party asked for is the host's to decide.
            OfHearing(state, context, hostOnly: state.Hearing.OpenPostponement is not null),
        ],
        () => new HearingAdjourned(c.At, c.Reason, state.Hearing.OpenPostponement is not null, context.OfficerId == state.Hearing.Host?.Id ? state.Hearing.Host : state.Hearing.Recorder));

    private static Result<CaseEvent> AskPostponement(CaseState state, RequestPostponement c, StepContext context) => Answer(
        [
            Gates.Time(state, c.At, context.Now),
            .. PostponementGates(state, c.At),
            Given(c.RequestedBy, "requestedBy", "申请人"),
            Given(c.Reason, "reason", "申请延期的理由"),
            c.ByAgent && string.IsNullOrWhiteSpace(c.Authorisation) ? AgentWithoutAuthority("authorisation") : null,
        ],
        () => new PostponementRequested(c.At, c.RequestedBy, c.Reason, c.ByAgent, c.ByAgent ? c.Authorisation : null));

    /// <summary>A hearing was notified that has not begun, and nothing asked for waits.</summary>
    internal static IEnumerable<Refusal?> PostponementGates(CaseState state, DateTimeOffset at) =>
        [
            .. HearingNotified(state),
            state.Hearing.OpenPostponement is not null ? new("postponement-open", "当事人已申请延期听证，等待主持人决定。", "行政处罚法 第64条") : null,
            state.Hearing.Notice is { } notice && at >= notice.HearingAt
                ? new("hearing-time-passed", $"听证定于{ChineseText.Time(notice.HearingAt)}举行，已到时间，不能再申请延期。", "行政处罚法 第64条第6项") : null,
        ];

    private static Result<CaseEvent> DenyPostponement(CaseState state, RefusePostponement c, StepContext context) => Answer(
        [
            Gates.Time(state, c.At, context.Now),
            PostponementWaits(state),
            Given(c.Reason, "reason", "不准延期的理由"),
            OfHearing(state, context, hostOnly: true),
        ],
        () => new PostponementRefused(c.At, c.Reason, state.Hearing.Host!));

    /// <summary>The party asked to put the hearing off and the host has not decided.</summary>
    internal static Refusal? PostponementWaits(CaseState state) => state.Hearing.OpenPostponement is not null ? null
        : new("postponement-not-requested", "没有等待决定的延期听证申请。", "行政处罚法 第64条");

    private static Result<CaseEvent> Forgo(CaseState state, ForgoHearing c, StepContext context) => Answer(
        [
            Gates.Time(state, c.At, context.Now),
            HearingOwed(state),
            Given(c.Facts, "facts", "有关情况和材料"),
            .. c.Ground == HearingForgoneGround.Withdrawn ? [] : HearingNotified(state),
            c.Ground != HearingForgoneGround.Withdrawn && state.Hearing.Notice is { } notice && c.At < notice.HearingAt
                ? new("hearing-not-begun", $"听证定于{ChineseText.Time(notice.HearingAt)}举行，此前不能视为放弃。", "行政处罚法 第64条第6项", "at") : null,
            c.Ground == HearingForgoneGround.Absent && state.Hearing.OpenPostponement is not null
                ? new("postponement-undecided", "当事人申请延期听证，主持人还没有决定，不能认定无正当理由拒不出席。", "行政处罚法 第64条第6项", "ground") : null,
            .. c.Ground == HearingForgoneGround.Withdrawn ? WithdrawnInWriting(c) : [],
            state.Hearing.Host is null ? null : OfHearing(state, context),
        ],
        () => c.Ground == HearingForgoneGround.Withdrawn ? new HearingForgone(c.At, c.Ground, c.Facts, c.SignedBy, c.Material) : new HearingForgone(c.At, c.Ground, c.Facts));

    /// <summary>A right the party asked for in time is given up by the party alone, and clearly (行政处罚法 第62条: 明确放弃).</summary>
    private static IEnumerable<Refusal?> WithdrawnInWriting(ForgoHearing c) =>
        [
            c.Written ? null : new("withdrawal-not-written", "撤回听证申请须由当事人书面明确表示；口头撤回的，记入笔录由其签名后登记。", "行政处罚法 第62、64条", "written"),
            Given(c.SignedBy, "signedBy", "撤回申请的签名人"),
            Given(c.Material, "material", "书面撤回材料的位置"),
        ];

    private static Result<CaseEvent> Hold(CaseState state, HoldHearing c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var notice = state.Hearing.Notice;
        var officers = context.Facts.Crew(state.Subject!.Code, c.Officers, on);
        return Answer(
            [
                .. Begun(state, c.At, c.Until, c.Officers, context),
                .. HearingNotified(state),
                Gates.RecusalsDecided(state),
                notice is not null && (on != CaseDays.Of(notice.HearingAt) || c.At < notice.HearingAt)
                    ? new("hearing-not-as-notified", $"听证应当按通知在{ChineseText.Time(notice.HearingAt)}举行；改期的，先登记延期并重新通知。", "行政处罚法 第64条第2项", "at") : null,
                string.IsNullOrWhiteSpace(c.Present) && c.Agents.Count == 0
                    ? new("hearing-party-absent", "当事人和代理人都没有出席。无正当理由拒不出席的，登记放弃听证。", "行政处罚法 第64条第6项", "present") : null,
                c.Agents.Count > 2 ? new("hearing-agents", "当事人可以委托一至二人代理。", "行政处罚法 第64条第5项", "agents") : null,
                c.Agents.Any(agent => string.IsNullOrWhiteSpace(agent.Name) || string.IsNullOrWhiteSpace(agent.Authorisation)) ? AgentWithoutAuthority("agents") : null,
                c.Officers.Any(id => !state.Investigators.Contains(id)) ? Refusal.Invalid("officers", "出席听证的调查人员应为本案的办案人员。") : null,
                Given(c.Charge, "charge", "调查人员提出的事实、证据和处罚建议"),
                Given(c.Answer, "answer", "当事人的申辩和质证"),
                OfHearing(state, context),
                .. officers.Refusals,
            ],
            () => new HearingHeld(c.At, c.Until, state.Hearing.Host!, state.Hearing.Recorder!, c.Present, c.Agents, officers.Value!, c.Charge, c.Answer, c.Debate ?? "", c.SignatureRefused));
    }

    private static Result<CaseEvent> ReportOnHearing(CaseState state, ReportHearing c, StepContext context) => Answer(
        [
            Gates.Time(state, c.At, context.Now),
            .. ReportGates(state),
            Given(c.Findings, "findings", "听证基本情况"),
            Given(c.Reasons, "reasons", "听证意见的理由"),
            state.Hearing.Host is null ? null : OfHearing(state, context, hostOnly: true),
        ],
        () => new HearingReported(c.At, c.Findings, c.Opinion, c.Reasons, state.Hearing.Host!));

    /// <summary>The hearing was held and not reported.</summary>
    internal static IEnumerable<Refusal?> ReportGates(CaseState state) =>
        [
            state.Hearing.Held is null || state.HearingRequest is null ? new("hearing-not-held", "还没有举行听证，没有可以报告的听证。", "行政处罚法 第64、65条")
            : state.Hearing.Report is not null ? new("hearing-already-reported", "已经提出听证报告。", "行政处罚法 第65条")
            : null,
        ];

    /// <summary>A notice is in force and the hearing was not held yet.</summary>
    internal static IEnumerable<Refusal?> HearingNotified(CaseState state) =>
        [
            HearingOwed(state),
            state.Hearing.Notice is null ? new("hearing-not-notified", "还没有送达听证通知书，或者延期后没有重新通知。", "行政处罚法 第64条第2项") : null,
        ];

    /// <summary>The party asked for a hearing which is neither held nor given up.</summary>
    internal static Refusal? HearingOwed(CaseState state) =>
        state.HearingRequest is null ? new("hearing-not-requested", "当事人没有申请听证。", "行政处罚法 第64条第1项")
        : state.Hearing.Held is not null ? new("hearing-already-held", "听证已经举行。", "行政处罚法 第64条")
        : state.Hearing.Forgone is not null ? new("hearing-already-forgone", "当事人已放弃听证。", "行政处罚法 第64条第6项")
        : null;

    /// <summary>Only host and recorder write of the hearing; only the host reports.</summary>
    private static Refusal? OfHearing(CaseState state, StepContext context, bool hostOnly = false) =>
        context.OfficerId is { } person && (state.Hearing.Host?.Id == person || (!hostOnly && state.Hearing.Recorder?.Id == person))
            ? null
            : new("not-of-hearing", hostOnly ? "听证报告和延期听证的决定由听证主持人作出。" : "听证由主持人、记录人办理，调查人员和其他人不能代为登记。", "行政处罚法 第64条第4项");

    private static Refusal AgentWithoutAuthority(string field) => new("agent-without-authority", "代理人应当提交授权委托书，请写明代理人和委托书。", "行政处罚法 第64条第5项", field);
}
