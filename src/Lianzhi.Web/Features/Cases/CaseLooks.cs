using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Web.Components;
using Lianzhi.Web.Components.Cases;
using Lianzhi.Web.Components.Clocks;
using Lianzhi.Web.Components.Marks;

namespace Lianzhi.Web.Features.Cases;

/// <summary>How a case looks on its page: step bar, binding deadline, days of a clock.</summary>
internal static class CaseLooks
{
    /// <summary>The step bar with dates.</summary>
    public static IReadOnlyList<Steps.Step> Steps(CaseState state)
    {
        (string Title, DateOnly? On, CaseStage Stage)[] bar = state.Procedure == CaseProcedure.Simple
            ? [("当场处罚", state.OnSpot?.On, CaseStage.Decided), ("执行", state.PaidFen >= state.OwedFen && state.Payments.Count > 0 ? state.Payments[^1].On : null, CaseStage.Served), ("结案", state.Closing?.On, CaseStage.Closed)]
            :
            [
                ("立案", state.Filing?.On ?? state.Refusal?.On, CaseStage.Proposed), ("调查取证", state.Inspections.Count > 0 ? state.Inspections[0].On : null, CaseStage.Investigating),
                ("调查终结", state.Conclusion?.On, CaseStage.Investigating), ("事先告知", state.Notice?.On, CaseStage.Concluded), ("陈述申辩", state.DefenceReview?.On ?? state.Waiver?.On, CaseStage.Noticed),
                .. state.HearingRequest is null ? [] : new (string, DateOnly?, CaseStage)[] { ("听证", state.Hearing.Report?.On ?? state.Hearing.Forgone?.On, CaseStage.Noticed) },
                .. state.Reviews.All(round => round.Submission.Measure is not null) ? [] : new (string, DateOnly?, CaseStage)[] { ("法制审核", state.Review?.Conclusion?.On, CaseStage.Noticed) },
                .. state.Course.Discussion is not { } discussion ? [] : new (string, DateOnly?, CaseStage)[] { ("集体讨论", discussion.On, CaseStage.Noticed) },
                ("决定", state.Decision?.On, CaseStage.Noticed), ("送达", state.ServedOn, CaseStage.Decided), ("执行", state.Payments.Count > 0 ? state.Payments[^1].On : null, CaseStage.Served), ("结案", state.Closing?.On, CaseStage.Closed),
            ];
        var reached = Array.FindIndex(bar, step => step.Stage >= state.Stage && step.On is null);
        return [.. bar.Select((step, index) => new Components.Steps.Step(step.Title,
            state.Stage is CaseStage.Closed or CaseStage.Archived or CaseStage.Refused or CaseStage.Ended || (reached >= 0 && index < reached) || step.Stage < state.Stage ? Components.Steps.StepState.Done
            : index == reached ? Components.Steps.StepState.Now : Components.Steps.StepState.Ahead,
            step.On?.Brief() ?? (index == reached ? "办理中" : null)))];
    }

    /// <summary>The day that binds first; null when nothing is owed.</summary>
    public static CaseHead.BindingClock? Binding(CaseState state, DateOnly today, WorkCalendar calendar)
    {
        if (CaseProjection.Due(state) is not { } due) return null;
        // The day to decide and to pay is counted in calendar days (行政处罚法 第60条、第67条), the others in working days.
        var inDays = due.Clock is CaseProjection.Decision or CaseProjection.Payment;
        var left = Enumerable.Range(1, Math.Max(0, Math.Min(366, due.On.DayNumber - today.DayNumber))).Count(days => inDays || calendar.IsWorkingDay(today.AddDays(days)));
        var party = CaseProjection.IsOfParty(due.Clock);
        return due.On < today
            ? new(due.Clock, party ? StatusKind.Due : StatusKind.Over, party ? "届满，未缴清" : "逾期", $"{today.DayNumber - due.On.DayNumber}", "日", $"{due.On.InWords()}届满")
            : new(due.Clock, left <= 3 ? StatusKind.Due : StatusKind.Run, "剩", $"{left}", inDays ? "日" : "个工作日", $"{due.On.WithWeekday()} 24:00 届满");
    }

    /// <summary>Penalties in one line.</summary>
    public static string Penalties(IReadOnlyList<CasePenalty> penalties) =>
        penalties.Count == 0 ? "不予行政处罚" : string.Join("；", penalties.Select(penalty => penalty.AmountFen is { } fen ? $"{penalty.Kind.Title()}{Core.Documents.ChineseText.Amount(fen)}" : penalty.Kind.Title()));

    /// <summary>Why the leading step, in a sentence.</summary>
    public static string Why(CaseState state, StepChoice choice) => choice.Line.Step switch
    {
        CaseStep.ApproveFiling => $"{state.Proposal!.On.InWords()}提请，由行政机关负责人审批。",
        CaseStep.ReviewDefence => $"已收到陈述申辩 {state.Defences.Count} 份，应当充分听取并复核；成立的应当采纳，不得因申辩加重处罚。",
        CaseStep.MakeDecision when choice.EarliestOn is { } earliest => $"陈述申辩期满后作出决定，最早 {earliest.WithWeekday()}。",
        CaseStep.ServeDecision => $"应当在 {state.Decision!.ServiceDueOn.WithWeekday()} 前送达当事人。",
        CaseStep.RecordPayment => $"应缴 {Core.Documents.ChineseText.Amount(state.OwedFen)}，已缴 {Core.Documents.ChineseText.Amount(state.PaidFen)}。",
        CaseStep.WithdrawPublication => $"处罚决定已被{(state.Execution.Overturned is { } overturned ? ExecutionGates.Title(overturned.Result) : "本机关撤销或者变更")}，应当在 {state.WithdrawPublicationBy!.Value.WithWeekday()} 前撤下公示并说明理由。",
        CaseStep.AnswerReview => $"应当在 {choice.LatestOn!.Value.WithWeekday()} 前提出答复，提交作出决定的证据、依据。",
        CaseStep.AnswerSuit => $"应当在 {choice.LatestOn!.Value.WithWeekday()} 前提交答辩状和证据；逾期提供视为没有证据。",
        CaseStep.ServeDemand => $"缴款期限 {state.PaymentDueOn!.Value.InWords()} 届满，还有 {Core.Documents.ChineseText.Amount(state.OwedFen - state.PaidFen)} 未缴；申请强制执行前应当催告。",
        CaseStep.HandInCash => $"应当在 {state.Execution.Cash!.HandInDueOn.WithWeekday()} 前交至行政机关。",
        CaseStep.BankCash => $"应当在 {state.Execution.HandedIn!.BankDueOn.WithWeekday()} 前缴付指定的银行。",
        CaseStep.DecideDeferral => $"当事人申请{(state.Execution.DeferralAsked!.Kind == DeferralKind.Later ? "延期" : "分期")}缴纳，由负责人审批。",
        CaseStep.DecidePublication => "具有一定社会影响的行政处罚决定应当依法公开；是否公示由负责人决定。",
        _ => choice.Allowed ? "办理条件已经具备。" : choice.Refusals[0].Message,
    };

    /// <summary>What a court answered, in words.</summary>
    public static string Court(CourtResult result) => result switch
    {
        CourtResult.Accepted => "受理",
        CourtResult.NotAccepted => "不予受理",
        CourtResult.Granted => "裁定准予强制执行",
        CourtResult.Refused => "裁定不准予强制执行",
        CourtResult.Enforced => "执行完毕",
        _ => "终结执行",
    };

    /// <summary>When a blocked step can be lawful, in words.</summary>
    public static string? When(StepChoice choice, DateOnly today) =>
        choice.EarliestOn is { } earliest && earliest > today ? $"最早 {earliest.WithWeekday()}" : choice.LatestOn is { } latest ? $"不迟于 {latest.WithWeekday()}" : null;

    /// <summary>How a clock stands, as a badge.</summary>
    public static StatusKind Kind(Clock clock) => clock.State switch
    {
        ClockState.Met => StatusKind.Done,
        ClockState.MetLate => clock.Kind.Owner == ClockOwner.Organ ? StatusKind.Due : StatusKind.Done,
        ClockState.Overdue => clock.Kind.Owner == ClockOwner.Organ ? StatusKind.Over : StatusKind.Pause,
        _ => clock.DaysLeft <= 3 || clock.IsNear(clock.Due.AddDays(-clock.DaysLeft ?? 0)) ? StatusKind.Due : StatusKind.Run,
    };

    /// <summary>The clock that binds first: the organ's open one that ends first, otherwise the party's; null when none runs.</summary>
    public static Clock? Binding(IReadOnlyList<Clock> clocks) =>
        clocks.Where(clock => clock.MetOn is null && clock.State is ClockState.Running or ClockState.Overdue).OrderBy(clock => clock.Kind.Owner).ThenBy(clock => clock.Due).FirstOrDefault();

    /// <summary>How far a running clock has come that is too long for day cells.</summary>
    public static LongPeriod? Course(Clock clock, DateOnly today, WorkCalendar calendar) => clock.State != ClockState.Running ? null
        : PeriodLook.Course(clock.Start, clock.Due, today, clock.Kind.Length.Unit == PeriodUnit.WorkingDay ? calendar : null);

    // A strip of more days than this shows its start and its last days.
    private const int LongestStrip = 45;

    /// <summary>The days of a clock that is counted by days, one by one; of a long one the last days before its end.</summary>
    public static IReadOnlyList<DayCell> Days(Clock clock, DateOnly today, WorkCalendar calendar)
    {
        if (clock.Counted.Count == 0) return [];
        var numbers = clock.Counted.Select((day, index) => (day, index)).ToDictionary(pair => pair.day, pair => pair.index + 1);
        var first = clock.Due.DayNumber - clock.Start.DayNumber > LongestStrip ? clock.Due.AddDays(1 - LongestStrip) : clock.Start.AddDays(1);
        var cells = new List<DayCell> { new(clock.Start, DayKind.Start, Label: "起算") };
        for (var day = first; day <= clock.Due; day = day.AddDays(1))
        {
            var counts = numbers.TryGetValue(day, out var number);
            cells.Add(new(day, !counts ? DayKind.Off : day < today ? DayKind.Past : day == today ? DayKind.Now : DayKind.Left, day == clock.Due,
                counts ? $"第 {number} 日" : calendar.HolidayName(day) ?? (day == clock.Due ? "顺延" : "不计"), counts ? number : null));
        }
        return cells;
    }
}
