using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Cases;

/// <summary>Money of a decision that is past its last day (逾期未缴), as the list of reminders tells it (催缴名单).</summary>
/// <param name="UnpaidFen">Fine and confiscation unpaid, in fen.</param>
/// <param name="Days">Days since the last day to pay.</param>
/// <param name="SurchargeFen">Surcharge unpaid up to this day, in fen; 0 while the head imposed none.</param>
/// <param name="Next">What the organ does next.</param>
/// <param name="NextBy">By when; null for no fixed day.</param>
public sealed record Arrears(long UnpaidFen, int Days, long SurchargeFen, string Next, DateOnly? NextBy)
{
    /// <summary>The arrears of a case on a day; null when nothing is past its day.</summary>
    /// <param name="state">The case.</param>
    /// <param name="clocks">Its clocks on that day.</param>
    /// <param name="today">The day.</param>
    public static Arrears? Of(CaseState state, IReadOnlyList<Clock> clocks, DateOnly today)
    {
        var unpaid = state.OwedFen - state.PaidFen;
        if (state.Stage != CaseStage.Served || unpaid <= 0 || (state.OpenInstalment?.DueOn ?? state.PaymentDueOn) is not { } due || today <= due) return null;
        var (next, by) = NextOf(state, clocks, today);
        return new(unpaid, today.DayNumber - due.DayNumber, CaseSurcharge.OpenFen(state, today), next, by);
    }

    /// <summary>Reminding, surcharge, 催告, the court: in the order in which the law lets them follow (行政处罚法 第72条; 行政强制法 第35、46、53、54条).</summary>
    private static (string Next, DateOnly? By) NextOf(CaseState state, IReadOnlyList<Clock> clocks, DateOnly today)
    {
        var x = state.Execution;
        if (x.Overturned is not null) return ("按复议、裁判结果处理", null);
        if (x.Suspension is not null) return ("执行已停止（中止），恢复后再催缴", null);
        if (x.DeferralAsked is not null) return ("审批延期（分期）缴纳申请", null);
        if (x.Agreement is not null) return ("督促履行执行协议；不履行的恢复强制执行", null);
        if (x.Court is not null) return ("人民法院办理中", null);
        if (state.MissedInstalment(today) is not null) return ("催促补缴本期，或者终止分期缴纳", null);
        var pending = RemedyGates.NoneOpen(state, ContestedKind.Penalty) is not null;
        if (x.Demand is null) return (pending ? "复议、诉讼期间加处罚款不计算，可以催告" : state.SurchargeInForce is null ? "电话提醒，决定是否加处罚款，制发催告书" : "制发催告书", null);
        if (today <= x.Demand.WaitUntil) return ($"等待催告期届满（{ChineseText.Date(x.Demand.WaitUntil)}）", x.Demand.WaitUntil);
        if (pending) return ("等待复议、诉讼结束", null);
        return clocks.FirstOrDefault(clock => clock.Kind == ClockKind.CourtApplication) switch
        {
            { State: ClockState.Overdue } over => ("申请人民法院强制执行的期限已过，报负责人", over.Due),
            { } window => ("申请人民法院强制执行", window.Due),
            null => ("复议、起诉期限届满后申请人民法院强制执行", null),
        };
    }
}
