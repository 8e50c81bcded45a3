using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Cases;

/// <summary>The gates of service, performance and enforcement (送达、执行条件), each with its code, its sentence and its article.</summary>
public static partial class ExecutionGates
{
    /// <summary>Days after which an announced paper counts as served (民事诉讼法 第95条).</summary>
    public const int AnnouncementDays = 30;

    /// <summary>The largest fine taken in cash on the spot without further ground, in fen (行政处罚法 第68条第1项).</summary>
    public const long CashOnSpotFen = 100_00;

    /// <summary>What happened outside lies not in the future; news from outside may arrive in any order.</summary>
    public static Refusal? NotLater(DateTimeOffset at, DateTimeOffset now) => at > now ? Refusal.Invalid("at", "时间不能晚于现在。") : null;

    /// <summary>What comes from a decision, or from the case at all, is not older than it.</summary>
    public static Refusal? NotBefore(DateTimeOffset at, DateOnly? first, string what) =>
        first is { } day && CaseDays.Of(at) < day ? Refusal.Invalid("at", $"时间不能早于{what}（{Documents.ChineseText.Date(day)}）。") : null;

    /// <summary>Day of the decision, on the spot or not; null before.</summary>
    public static DateOnly? DecidedOn(CaseState state) => state.Decision?.On ?? state.OnSpot?.On;

    /// <summary>There is such a paper to deliver.</summary>
    public static Refusal? Made(CaseState state, ServedPaper paper) => paper switch
    {
        ServedPaper.Decision => state.Decision is not null && state.Service is null,
        ServedPaper.PriorNotice => state.Conclusion is { Proposal.Count: > 0 },
        _ => ServedPapers.Waiting(state, paper, null) is not null,
    }
        ? null : new("no-paper-to-serve", "没有这份待送达的文书。", "民事诉讼法 第87条", "paper");

    /// <summary>An announcement comes after at least one other attempt of this case failed (民事诉讼法 第95条).</summary>
    public static Refusal? OtherMethodsFailed(CaseState state) => state.Execution.Failed.Count > 0 ? null
        : new("announcement-before-other-methods", "下落不明，或者用其他方式无法送达的，才能公告送达。请先登记其他方式送达未成的情况。", "民事诉讼法 第95条", "method");

    /// <summary>The decision stands as it was made, so that it may be performed and shown.</summary>
    public static Refusal? Standing(CaseState state) => state.Execution.Overturned is { } overturned
        ? new("decision-overturned", $"处罚决定已被{Title(overturned.Result)}（{overturned.Number}），不得公示或者执行原决定。", "行政处罚法 第48条第2款")
        : null;

    /// <summary>A decision beside the penalty stands as it was made, so that it may be carried out.</summary>
    public static Refusal? Standing(CaseState state, string? number) => state.Execution.OverturningOf(number) is { } overturned
        ? new("decision-overturned", $"{Contestable.NameOf(state, overturned.Target)}已被{Title(overturned.Result)}（{overturned.Number}），不得实施；还需要的，重新作出决定。", "行政复议法 第77条；行政诉讼法 第94条")
        : null;

    /// <summary>Some money is open.</summary>
    public static Refusal? MoneyOpen(CaseState state) => state.OwedFen > state.PaidFen ? null
        : new("nothing-owed", "没有应缴未缴的罚没款。", "行政处罚法 第67条");

    /// <summary>The party was told that it will be asked for money, and nothing is decided yet.</summary>
    public static bool MoneyProposed(CaseState state) => state is { Stage: CaseStage.Noticed, Notice: { } notice } && notice.Penalties.Any(penalty => PenaltyRange.IsMoney(penalty.Kind) && penalty.AmountFen > 0);

    /// <summary>Cash only in the cases the law names: on the spot in the simple procedure, at remote places in both.</summary>
    public static Refusal? CashAllowed(CaseState state, CashGround ground, DateOnly on) => ground switch
    {
        CashGround.Remote => null,
        _ when state.OnSpot is not { } decided => new("cash-only-on-spot", "只有当场作出的处罚决定可以依第六十八条当场收缴；普通程序只限边远、水上、交通不便地区并经当事人提出。", "行政处罚法 第68、69条", "ground"),
        _ when on != state.OnSpot!.On => new("cash-not-at-once", "当场收缴应当在作出决定的当场进行，事后请到银行或者电子支付系统缴纳。", "行政处罚法 第68条", "ground"),
        CashGround.UpToHundred when state.FineFen > CashOnSpotFen => new("cash-over-hundred", "罚款超过一百元的，不能以此为由当场收缴。", "行政处罚法 第68条第1项", "ground"),
        _ => null,
    };

    /// <summary>Cash was taken and the next hand waits for it (行政处罚法 第71条).</summary>
    public static Refusal? CashOpen(CaseState state, CaseStep step) => step == CaseStep.HandInCash
        ? state.Execution.Cash is null ? new("no-cash", "本案没有当场收缴罚款。", "行政处罚法 第71条")
            : state.Execution.HandedIn is not null ? new("cash-handed-in", "已经交回机关。", "行政处罚法 第71条") : null
        : state.Execution.HandedIn is null ? new("cash-not-handed-in", "罚款还没有交回机关。", "行政处罚法 第71条")
            : state.Execution.Banked is not null ? new("cash-banked", "已经缴付银行。", "行政处罚法 第71条") : null;

    /// <summary>No application to pay later waits for an answer.</summary>
    public static Refusal? NoOpenDeferral(CaseState state) => state.Execution.DeferralAsked is null ? null
        : new("deferral-pending", "已有一份申请等待审批。", "行政处罚法 第66条第2款");

    /// <summary>One does.</summary>
    public static Refusal? DeferralAsked(CaseState state) => state.Execution.DeferralAsked is not null ? null
        : new("no-deferral-application", "当事人没有申请延期或者分期缴纳。", "行政处罚法 第66条第2款");

    /// <summary>A plan covers exactly what is open, its days lie ahead and in order, and a deferral has one of them.</summary>
    public static IEnumerable<Refusal?> Plan(CaseState state, IReadOnlyList<Instalment> plan, DateOnly today)
    {
        yield return plan.Count == 0 ? Refusal.Invalid("plan", "请填写缴款日期和数额。") : null;
        yield return plan.Any(part => part.AmountFen <= 0) ? Refusal.Invalid("plan", "每期数额应大于零。") : null;
        yield return plan.Zip(plan.Skip(1)).Any(pair => pair.First.DueOn >= pair.Second.DueOn) || plan.Any(part => part.DueOn <= today) ? Refusal.Invalid("plan", "各期日期应依次在今天之后。") : null;
        var open = state.OwedFen - state.PaidFen;
        yield return plan.Count > 0 && plan.Sum(part => part.AmountFen) != open
            ? new("plan-not-equal", $"各期合计应等于未缴数额 {ChineseText.Amount(open)}。", "行政处罚法 第66条第2款", "plan") : null;
        yield return state.Execution.DeferralAsked?.Kind == DeferralKind.Later && plan.Count > 1 ? Refusal.Invalid("plan", "延期缴纳只有一个日期；分几次缴的，请按分期申请。") : null;
    }

    /// <summary>Part of a plan was missed; only then may the head end it, and he need not.</summary>
    public static Refusal? InstalmentMissed(CaseState state, DateOnly today) => state.MissedInstalment(today) is not null ? null
        : new("no-instalment-missed", "没有逾期未缴的一期，不能终止分期。", "行政处罚法 第66条第2款");

    /// <summary>A surcharge follows an unpaid fine whose day is over, once, and only on a standing decision (行政处罚法 第72条).</summary>
    public static IEnumerable<Refusal?> SurchargeAllowed(CaseState state, DateOnly today)
    {
        yield return state.SurchargeInForce is not null ? new("surcharge-already-imposed", "已经决定加处罚款。", "行政处罚法 第72条第1款第1项") : null;
        yield return CaseSurcharge.UnpaidFineFen(state, today) == 0 ? new("fine-paid", "没有未缴的罚款；加处只以罚款为基数。", "行政处罚法 第72条第1款第1项") : null;
        yield return Overdue(state, today);
        yield return Standing(state);
        yield return AgreementGates.NoneKept(state);
    }

    /// <summary>The last day to pay is over.</summary>
    public static Refusal? Overdue(CaseState state, DateOnly today) => state.PaymentDueOn is { } due && today <= due
        ? new("payment-period-running", $"缴款期限 {ChineseText.Date(due)} 届满，届满前不得加处罚款或者催告。", "行政处罚法 第67、72条")
        : null;

    /// <summary>A demand follows an open duty whose day is over (行政强制法 第35条).</summary>
    public static IEnumerable<Refusal?> DemandAllowed(CaseState state, DateOnly today, bool otherDuty)
    {
        yield return otherDuty || state.OwedFen > state.PaidFen || CaseSurcharge.OpenFen(state, today) > 0 ? null
            : new("nothing-to-demand", "没有逾期未履行的义务，不需要催告。", "行政强制法 第35条");
        yield return otherDuty ? null : Overdue(state, today);
        yield return Standing(state);
        yield return NotSuspended(state);
        yield return AgreementGates.NoneKept(state);
    }

    /// <summary>A demand was served.</summary>
    public static Refusal? Demanded(CaseState state) => state.Execution.Demand is not null ? null
        : new("demand-not-served", "还没有送达催告书。", "行政强制法 第54条");

    /// <summary>Ten working days have passed since the demand (行政强制法 第54、69条).</summary>
    public static Refusal? DemandWaited(CaseState state, DateOnly today) => state.Execution.Demand is { } demand && today <= demand.WaitUntil
        ? new("demand-wait-running", $"催告书送达后十个工作日，至 {ChineseText.Date(demand.WaitUntil)} 届满，届满前不能申请强制执行。", "行政强制法 第54、69条")
        : null;

    /// <summary>The decision to enforce was served and not carried out yet.</summary>
    public static Refusal? EnforcementServed(CaseState state) => state.Execution.Enforcement is not { } decided
        ? new("no-enforcement-decision", "没有作出强制执行决定。", "行政强制法 第37条")
        : Standing(state, decided.Number) is { } overturned ? overturned
        : state.Execution.ServedOn(ServedPaper.Enforcement, decided.At) is null
            ? new("enforcement-not-served", "强制执行决定书还没有送达当事人。", "行政强制法 第37、38条")
            : state.Execution.CarriedOut is not null ? new("already-carried-out", "已经实施强制执行。", "行政强制法 第37条") : null;

    /// <summary>The decision to demolish was served: it binds the party from then on only (行政强制法 第38条).</summary>
    public static Refusal? DemolitionServed(CaseState state) =>
        state.DemolitionInForce is not { } decided || ServedPapers.Of(state).Any(paper => paper is { Paper: ServedPaper.Demolition, Served: not null } && paper.Number == decided.Number) ? null
        : new("demolition-not-served", "强制拆除决定书还没有送达当事人。", "行政强制法 第37、38条");

    /// <summary>Not at night and not on holidays (行政强制法 第43条); every rest day counts as one, our safe reading.</summary>
    public static Refusal? DayTime(DateTimeOffset at, DateTimeOffset until, CaseFacts facts)
    {
        var (from, to) = (CaseDays.InShanghai(at), CaseDays.InShanghai(until));
        return from.Hour < 6 || to.Hour >= 22 || from.Date != to.Date || !facts.IsWorkingDay(DateOnly.FromDateTime(from.DateTime))
            ? new("night-or-holiday", "行政机关不得在夜间或者法定节假日实施行政强制执行，情况紧急的除外。", "行政强制法 第43条第1款", "at")
            : null;
    }

    /// <summary>The execution runs.</summary>
    public static Refusal? NotSuspended(CaseState state) => state.Execution.Suspension is { } stop
        ? new("execution-suspended", $"{ChineseText.Date(stop.On)}起停止执行（{stop.Reason}），恢复后再办理。", "行政处罚法 第73条第1款；行政强制法 第39条")
        : null;

    /// <summary>It was stopped.</summary>
    public static Refusal? Suspended(CaseState state) => state.Execution.Suspension is not null ? null
        : new("not-suspended", "没有停止执行。", "行政强制法 第39条");

    /// <summary>Review and suit stop nothing by themselves (行政处罚法 第73条第1款): somebody must have ordered it.</summary>
    public static IEnumerable<Refusal?> SuspensionGround(CaseState state, SuspensionGround ground, string number)
    {
        yield return ground switch
        {
            Cases.SuspensionGround.ReviewOrgan when !state.Execution.OpenReviews.Any() => new("no-review", "没有正在进行的行政复议，复议机关不能决定停止执行。", "行政复议法 第42条", "ground"),
            Cases.SuspensionGround.Court when !state.Execution.OpenSuits.Any() => new("no-suit", "没有正在进行的行政诉讼，法院不能裁定停止执行。", "行政诉讼法 第56条", "ground"),
            Cases.SuspensionGround.Organ when RemedyGates.NoneOpen(state) is null =>
                new("no-remedy-pending", "复议、诉讼期间本机关认为需要停止执行的才适用；其他情形按中止执行办理。", "行政处罚法 第73条第1款", "ground"),
            _ => null,
        };
        if (ground is Cases.SuspensionGround.ReviewOrgan or Cases.SuspensionGround.Court && string.IsNullOrWhiteSpace(number))
            yield return Refusal.Invalid("documentNumber", "请填写停止执行决定书（裁定书）文号。");
    }

    /// <summary>The execution ends only on the grounds of 行政强制法 第40条.</summary>
    public static Refusal? EndAllowed(CaseState state, EndGround ground, DateOnly today) => state.Execution.End is not null
        ? new("execution-already-ended", "已经终结执行。", "行政强制法 第40条")
        : ground switch
        {
            EndGround.PersonDied when state.Party!.Kind == PartyKind.Organisation => Refusal.Invalid("ground", "当事人不是公民。"),
            EndGround.OrganisationEnded when state.Party!.Kind == PartyKind.Citizen => Refusal.Invalid("ground", "当事人是公民。"),
            EndGround.DecisionAnnulled when !state.Execution.IsAnnulled => new("not-annulled", "处罚决定没有被撤销。", "行政强制法 第40条第4项", "ground"),
            EndGround.StoppedThreeYears when state.Execution.Suspension is not { } stop || today < stop.On.AddYears(3) =>
                new("not-stopped-three-years", "中止执行满三年未恢复执行的，才不再执行。", "行政强制法 第39条第2款", "ground"),
            _ => null,
        };

    /// <summary>The ground on which the case can be closed as it stands.</summary>
    public static ClosingGround GroundOf(CaseState state) =>
        state.Penalties.Count == 0 ? ClosingGround.NoPenalty
        : state.Execution.IsAnnulled ? ClosingGround.Annulled
        : state.Execution.Overturned is { Result: RemedyResult.Changed, ByReview: true } ? ClosingGround.ChangedOnReview
        : state.Execution.End is not null ? ClosingGround.ExecutionEnded
        : state.Execution.CourtAnswers.Any(answer => answer.Result is CourtResult.Enforced or CourtResult.Ended) ? ClosingGround.CourtEnforced
        : ClosingGround.Performed;

    /// <summary>Each ground to close has what it needs; whatever the ground, nothing stays public that should not, and no remedy runs.</summary>
    public static IEnumerable<Refusal?> CloseAllowed(CaseState state, ClosingGround ground, DateOnly today)
    {
        yield return ground == GroundOf(state) ? null
            : ground == ClosingGround.Performed && GroundOf(state) == ClosingGround.CourtEnforced ? null
            : new("closing-ground", $"本案不符合该结案情形，应为“{Title(GroundOf(state))}”。", "行政处罚法 第57、66条", "ground");
        if (GroundOf(state) == ClosingGround.Performed) yield return Gates.Performed(state);
        if (GroundOf(state) == ClosingGround.Performed) yield return Measures.MeasureGates.GoodsDisposed(state);
        if (GroundOf(state) == ClosingGround.Performed && CaseSurcharge.OpenFen(state, today) is > 0 and var open)
            yield return new("surcharge-open", $"加处罚款还有{ChineseText.Amount(open)}没有缴清，不能结案。", "行政处罚法 第72条");
        if (GroundOf(state) is ClosingGround.Performed or ClosingGround.NoPenalty) yield return Gates.CorrectionDone(state);
        if (state.Execution.Overturned is null) yield return Gates.PublicationSettled(state);
        yield return Withdrawn(state);
        yield return Refunded(state, today);
        if (state.Decision is not null && state.Execution.Overturned is { Redecide: true } annulled)
            yield return new("redecision-owed", $"{annulled.Number}责令重新作出决定，应当重新处理，不能结案。", "行政复议法 第77条；行政诉讼法 第94条");
        yield return state.Execution.Cash is not null && state.Execution.Banked is null ? new("cash-not-banked", "当场收缴的罚款还没有缴付银行。", "行政处罚法 第71条") : null;
        yield return RemedyGates.NoneOpen(state);
    }

    /// <summary>A decision that fell is taken down (行政处罚法 第48条第2款).</summary>
    public static Refusal? Withdrawn(CaseState state) => state.WithdrawPublicationBy is { } due
        ? new("publication-not-withdrawn", $"处罚决定已被变更、撤销、确认违法或者无效，应当在 {ChineseText.Date(due)} 前撤下公示并说明理由。", "行政处罚法 第48条第2款")
        : null;

    /// <summary>Something was paid beyond what the decision still asks for.</summary>
    public static Refusal? RefundOwed(CaseState state, DateOnly today) => state.RefundFen > 0 || state.RefundSurchargeFen(today) > 0 ? null
        : new("nothing-to-return", "没有应当退还的罚没款。", "行政处罚法 第74条第3款");

    /// <summary>What was paid too much went back.</summary>
    public static Refusal? Refunded(CaseState state, DateOnly today) => RefundOwed(state, today) is not null ? null
        : new("refund-open", $"当事人多缴的{ChineseText.Amount(state.RefundFen + state.RefundSurchargeFen(today))}还没有退还。", "行政处罚法 第74条第3款");

    /// <summary>An on-the-spot decision is filed with the organ once.</summary>
    public static Refusal? OnSpotUnreported(CaseState state) => state.OnSpot is null ? new("not-on-spot", "只有当场处罚决定需要报备。", "行政处罚法 第52条第3款")
        : state.Execution.OnSpotReport is not null ? new("already-reported", "已经报备。", "行政处罚法 第52条第3款") : null;

    /// <summary>Why an execution ended for good, in the words of 行政强制法 第40条.</summary>
    public static string Title(EndGround ground) => ground switch
    {
        EndGround.PersonDied => "公民死亡，无遗产可供执行，又无义务承受人",
        EndGround.OrganisationEnded => "法人或者其他组织终止，无财产可供执行，又无义务承受人",
        EndGround.DecisionAnnulled => "据以执行的行政决定被撤销",
        EndGround.StoppedThreeYears => "中止执行满三年未恢复执行",
        _ => "执行标的灭失",
    };

    /// <summary>What people call a result.</summary>
    public static string Title(RemedyResult result) => result switch
    {
        RemedyResult.Upheld => "维持（驳回）",
        RemedyResult.Changed => "变更",
        RemedyResult.Annulled => "撤销",
        RemedyResult.Unlawful => "确认违法",
        RemedyResult.Void => "确认无效",
        RemedyResult.OrderedToAct => "责令履行",
        _ => "撤诉或者调解结案",
    };

    /// <summary>What became of an application for review.</summary>
    public static string Title(ReviewProgress progress) => progress switch
    {
        ReviewProgress.Refused => "不予受理或者驳回",
        ReviewProgress.TermExpired => "期满未作答复",
        ReviewProgress.Withdrawn => "申请人撤回",
        _ => "受理",
    };

    /// <summary>What people call a ground to close.</summary>
    public static string Title(ClosingGround ground) => ground switch
    {
        ClosingGround.Performed => "处罚决定执行完毕",
        ClosingGround.NoPenalty => "不予行政处罚",
        ClosingGround.CourtEnforced => "人民法院执行完毕或者终结",
        ClosingGround.ExecutionEnded => "终结执行",
        ClosingGround.Annulled => "处罚决定被撤销或者确认无效",
        _ => "复议机关变更决定，由复议机关执行",
    };

    /// <summary>What people call a method of service.</summary>
    public static string Title(ServiceMethod method) => method switch
    {
        ServiceMethod.Direct => "直接送达",
        ServiceMethod.Left => "留置送达",
        ServiceMethod.Post => "邮寄送达",
        ServiceMethod.Electronic => "电子送达",
        ServiceMethod.Entrusted => "委托送达",
        ServiceMethod.Forwarded => "转交送达",
        _ => "公告送达",
    };
}
