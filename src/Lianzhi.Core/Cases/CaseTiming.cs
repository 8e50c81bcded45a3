using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Settings;
using ClockEvent = Lianzhi.Core.Cases.Clocks.CaseEvent;

namespace Lianzhi.Core.Cases;

/// <summary>The clocks of a case, read from its state (案件时限).</summary>
public static class CaseTiming
{
    /// <summary>Ids of what nobody has to do any more once the case is over.</summary>
    private static readonly HashSet<string> EndWithTheCase =
        [.. new[] { ClockKind.Service, ClockKind.Publication, ClockKind.HearingRequest, OwnClocks.Correction, OwnClocks.Defence, OwnClocks.LegalReview }.Select(kind => kind.Id)];

    /// <summary>What the clocks start and stop with, in the order of the case.</summary>
    public static IReadOnlyList<ClockEvent> Events(CaseState state)
    {
        var events = new List<ClockEvent>();
        void Add(CaseEventType type, DateOnly? on) { if (on is { } day) events.Add(new(type, day)); }
        var decidedOn = state.Decision?.On ?? state.OnSpot?.On;
        // A new decision has the term that was ordered, not ninety days from the old filing.
        Add(CaseEventType.Filed, state.TakenUpAgain is null ? state.Filing?.On : null);
        Add(CaseEventType.HearingRightTold, state.Notice is { HearingRightTold: true } notice ? notice.Service.ServedOn : null);
        Add(CaseEventType.HearingRequested, state.HearingRequest?.On);
        Add(CaseEventType.DecisionMade, decidedOn);
        Add(CaseEventType.DecisionServed, state.ServedOn);
        Add(CaseEventType.Paid, state.PaidOn);
        AddExecution(state, events);
        Add(CaseEventType.NotToPublish, state.Publication is { Publish: false } decided ? decided.On : state.Penalties.Count == 0 ? decidedOn : null);
        Add(CaseEventType.Published, state.Published?.On);
        Add(CaseEventType.PublicationWithdrawn, state.Withdrawal?.On);
        foreach (var span in state.Course.NotCounted)
        {
            Add(CaseEventType.DecisionPaused, span.From);
            Add(CaseEventType.DecisionResumed, span.To);
        }
        if (state.Published is not null) Add(CaseEventType.DecisionRevoked, state.Amended?.On ?? (state.Decision is null ? state.Execution.Reopening?.On : null));
        Add(CaseEventType.CaseEnded, state.Closing?.On ?? state.Course.Termination?.On ?? state.Course.Withdrawal?.On ?? state.Measures.HandedOver?.On);
        return events;
    }

    private static void AddExecution(CaseState state, List<ClockEvent> events)
    {
        var execution = state.Execution;
        void Add(CaseEventType type, DateOnly? on) { if (on is { } day) events.Add(new(type, day)); }
        Add(CaseEventType.ServiceStarted, execution.StartOf(ServedPaper.Decision)?.On);
        if (execution.Deferral is { Approved: true } deferral)
            events.Add(new(CaseEventType.PaymentDeferred, deferral.On, execution.DeferralEnd?.MissedOn ?? deferral.Plan[^1].DueOn));
        // Cash taken on water is handed in within two days of landing (行政处罚法 第71条).
        Add(CaseEventType.CashCollected, execution.Cash?.LandedOn ?? execution.Cash?.On);
        Add(CaseEventType.CashHandedIn, execution.HandedIn?.On);
        Add(CaseEventType.CashBanked, execution.Banked?.On);
        Add(CaseEventType.DemandServed, execution.Demand?.Service.ServedOn);
        Add(CaseEventType.CourtApplied, execution.Court?.On);
        AddRemedies(events, execution.Reviews.Where(review => review.OfPenalty), execution.Suits.Where(suit => suit.OfPenalty));
        // Nothing has to come down that never stood on the portal.
        Add(CaseEventType.DecisionRevoked, execution.Overturned is { WithdrawDueOn: not null } overturned ? overturned.On : null);
    }

    /// <summary>What reviews and suits against one decision start and stop.</summary>
    internal static void AddRemedies(List<ClockEvent> events, IEnumerable<ReviewMatter> reviews, IEnumerable<SuitMatter> suits)
    {
        void Add(CaseEventType type, DateOnly? on) { if (on is { } day) events.Add(new(type, day)); }
        foreach (var review in reviews)
        {
            Add(CaseEventType.ReviewApplied, review.Applied.On);
            Add(review.Ended?.Progress switch
            {
                ReviewProgress.Refused => CaseEventType.ReviewRefused,
                ReviewProgress.TermExpired => CaseEventType.ReviewTermExpired,
                _ => CaseEventType.ReviewWithdrawn,
            }, review.Ended?.On);
            Add(CaseEventType.ReviewDecisionServed, review.Decision?.On);
        }
        foreach (var suit in suits) Add(CaseEventType.SuitFiled, suit.Filed.On);
    }

    /// <summary>What the decision asks the party to perform as it stands.</summary>
    public static Performance Performance(CaseState state) =>
        state.OwedFen > 0 || (state.Decision is null && state.OnSpot is null) ? Lianzhi.Core.Cases.Clocks.Performance.Fine
        : state.InForce.Any(penalty => penalty.Kind is not (PenaltyKind.Warning or PenaltyKind.Criticism)) ? Lianzhi.Core.Cases.Clocks.Performance.Other
        : Lianzhi.Core.Cases.Clocks.Performance.None;

    /// <summary>The clocks of the penalty alone on a day, without those of measures and of what can be contested apart.</summary>
    /// <returns>The clocks, or a refusal when one ends beyond the known dates.</returns>
    public static Result<IReadOnlyList<Clock>> OfPenalty(CaseState state, DateOnly asOf, WorkCalendar calendar, SettingsBook settings) =>
        CaseClocks.Compute(state.Procedure, Performance(state), Events(state), asOf, calendar, settings, state.Decision?.Remedies.Suit is { Part: null } suit ? suit : null);

    /// <summary>All clocks on a day.</summary>
    /// <returns>The clocks, or a refusal when one ends beyond the known dates.</returns>
    public static Result<IReadOnlyList<Clock>> Clocks(CaseState state, DateOnly asOf, WorkCalendar calendar, SettingsBook settings) =>
        OfPenalty(state, asOf, calendar, settings).Then(clocks => MeasureTiming.Clocks(state.Measures, asOf, calendar, settings).Then(more => Contestable.Clocks(state, asOf, calendar, settings).Then<IReadOnlyList<Clock>>(other =>
            (List<Clock>)[.. Owed(state, asOf, [.. more, .. clocks.Select(clock => clock.Kind == ClockKind.Decision && state.Course.Extensions.Count > 0 ? Extended(clock, state, asOf) : clock), .. other,
                .. new OwnClocks(state, asOf, calendar, settings).All()])])));

    private static IEnumerable<Clock> Owed(CaseState state, DateOnly asOf, IEnumerable<Clock> clocks) => EndedOn(state) is { } ended && ended <= asOf
        ? clocks.Where(clock => clock.MetOn is not null || !EndWithTheCase.Contains(clock.Kind.Id)) : clocks;

    /// <summary>Day the case was over, however it ended; null while it goes on.</summary>
    private static DateOnly? EndedOn(CaseState state) => state.Stage is not (CaseStage.Refused or CaseStage.Closed or CaseStage.Archived or CaseStage.Ended) ? null
        : state.Closing?.On ?? state.Course.Termination?.On ?? state.Course.Withdrawal?.On ?? state.Measures.HandedOver?.On ?? state.Amended?.On ?? state.Refusal?.On;

    /// <summary>The ninety days as a named rule extends them (行政处罚法 第60条).</summary>
    private static Clock Extended(Clock clock, CaseState state, DateOnly asOf)
    {
        var due = state.DecisionDueOn!.Value;
        return clock with
        {
            Due = due,
            State = clock.MetOn is { } met ? met <= due ? ClockState.Met : ClockState.MetLate : asOf <= due ? ClockState.Running : ClockState.Overdue,
            DaysLeft = clock.MetOn is null ? due.DayNumber - asOf.DayNumber : null,
            Reasons =
            [
                .. clock.Reasons,
                .. state.Course.Extensions.Select(extension => new Reason($"{extension.On.ToChinese()}批准延长{extension.Days}日，至{extension.DecisionDueOn.ToChinese()}：{extension.Reason}", extension.Rule.Title)),
            ],
        };
    }
}
