using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases.Clocks;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>The same rules a second time, one day after the other and with no thought for speed.</summary>
internal static class Naive
{
    private static readonly HashSet<DateOnly> Off = [];
    private static readonly HashSet<DateOnly> MakeUp = [];

    static Naive()
    {
        foreach (var line in ShippedData.Lines("data/holidays.csv").Skip(1))
        {
            var fields = line.Split(',');
            (fields[2] == "true" ? Off : MakeUp).Add(ShippedData.Date(fields[0]));
        }
    }

    public static bool IsWorkingDay(DateOnly day) =>
        MakeUp.Contains(day) || (!Off.Contains(day) && day.DayOfWeek != DayOfWeek.Saturday && day.DayOfWeek != DayOfWeek.Sunday);

    public static DateOnly Roll(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }

    public static (DateOnly Due, List<DateOnly> Counted, DateOnly? RolledFrom) Period(DateOnly start, int count, PeriodUnit unit, bool rollOver, IReadOnlyList<DateSpan> pauses)
    {
        bool Paused(DateOnly day) => pauses.Any(pause => day >= pause.From && day <= pause.To);
        var counted = new List<DateOnly>();
        DateOnly last;
        if (unit is PeriodUnit.Day or PeriodUnit.WorkingDay)
        {
            last = start;
            while (counted.Count < count)
            {
                last = last.AddDays(1);
                if (!Paused(last) && (unit == PeriodUnit.Day || IsWorkingDay(last))) counted.Add(last);
            }
        }
        else
        {
            last = SameDayNumber(start, unit == PeriodUnit.Month ? count : 12 * count);
            // Each paused day after the start and up to the end, as moved so far, moves the end by one day.
            for (var day = start.AddDays(1); day <= last; day = day.AddDays(1))
            {
                if (Paused(day)) last = last.AddDays(1);
            }
        }
        var due = rollOver ? Roll(last) : last;
        return (due, counted, due == last ? null : last);
    }

    public static DateOnly? Due(DateOnly start, int count, PeriodUnit unit, bool rollOver = true, IReadOnlyList<DateSpan>? pauses = null) =>
        Period(start, count, unit, rollOver, pauses ?? []).Due;

    public static (decimal Yuan, int Days, DateOnly? CappedOn) Surcharge(decimal fine, DateOnly due, DateOnly asOf, IReadOnlyList<DateSpan> pauses)
    {
        var days = 0;
        DateOnly? capped = null;
        for (var day = due.AddDays(1); day <= asOf; day = day.AddDays(1))
        {
            if (pauses.Any(pause => day >= pause.From && day <= pause.To)) continue;
            days++;
            if (capped is null && fine * 0.03m * days >= fine) capped = day;
        }
        return (Math.Round(Math.Min(fine, fine * 0.03m * days), 2, MidpointRounding.AwayFromZero), days, capped);
    }

    /// <summary>Days on which more starts than ends have been seen, an end counting on its own day still.</summary>
    private static List<DateSpan> OpenDays(List<CaseEvent> events, CaseEventType start, CaseEventType end, DateOnly asOf)
    {
        var days = new List<DateSpan>();
        var open = 0;
        for (var day = new DateOnly(2022, 1, 1); day <= asOf; day = day.AddDays(1))
        {
            open += events.Count(e => e.Type == start && e.On == day);
            if (open > 0) days.Add(new(day, day));
            open = Math.Max(0, open - events.Count(e => e.Type == end && e.On == day));
        }
        return days;
    }

    private static DateOnly SameDayNumber(DateOnly start, int months)
    {
        var month = (start.Year * 12) + start.Month - 1 + months;
        var (year, number) = (month / 12, (month % 12) + 1);
        return new(year, number, Math.Min(start.Day, DateTime.DaysInMonth(year, number)));
    }

    /// <summary>The clocks as plain rows: id, start, due, met on.</summary>
    public static List<(string Id, DateOnly Start, DateOnly Due, DateOnly? MetOn)> Clocks(bool simple, List<CaseEvent> all, DateOnly asOf)
    {
        var events = all.Where(e => e.On <= asOf).OrderBy(e => e.On).ToList();
        var clocks = new List<(string, DateOnly, DateOnly, DateOnly?)>();
        DateOnly? First(CaseEventType type, DateOnly? from = null) => events.Where(e => e.Type == type && (from is null || e.On >= from)).Select(e => (DateOnly?)e.On).FirstOrDefault();
        void Simple(string id, CaseEventType start, int count, PeriodUnit unit, CaseEventType met, IReadOnlyList<DateSpan>? pauses = null)
        {
            if (First(start) is { } on) clocks.Add((id, on, Due(on, count, unit, true, pauses)!.Value, First(met, on)));
        }

        Simple("preservation", CaseEventType.EvidencePreserved, 7, PeriodUnit.WorkingDay, CaseEventType.PreservationDecided);
        if (First(CaseEventType.Sealed) is { } seal)
        {
            var tests = OpenDays(events, CaseEventType.TestStarted, CaseEventType.TestEnded, asOf);
            var due = Due(seal, 30, PeriodUnit.Day, false, tests)!.Value;
            if (First(CaseEventType.SealExtended, seal) is { } extended && extended <= due) due = Due(seal, 60, PeriodUnit.Day, false, tests)!.Value;
            clocks.Add(("sealing", seal, due, First(CaseEventType.SealLifted, seal)));
        }
        Simple("decision", CaseEventType.Filed, 90, PeriodUnit.Day, CaseEventType.DecisionMade, OpenDays(events, CaseEventType.DecisionPaused, CaseEventType.DecisionResumed, asOf));
        Simple("hearingRequest", CaseEventType.HearingRightTold, 5, PeriodUnit.WorkingDay, CaseEventType.HearingRequested);
        Simple("service", CaseEventType.DecisionMade, 7, PeriodUnit.WorkingDay, CaseEventType.DecisionServed);
        var deferred = events.Where(e => e.Type == CaseEventType.PaymentDeferred).Select(e => e.Until).Max();
        var served = First(CaseEventType.DecisionServed);
        if (served is { } paying) clocks.Add(("payment", paying, deferred is { } until ? Roll(until) : Due(paying, 15, PeriodUnit.Day)!.Value, First(CaseEventType.Paid, paying)));
        Simple("cashHandIn", CaseEventType.CashCollected, 2, PeriodUnit.WorkingDay, CaseEventType.CashHandedIn);
        Simple("cashToBank", CaseEventType.CashHandedIn, 2, PeriodUnit.WorkingDay, CaseEventType.CashBanked);
        if (served is { } from) Remedies(from);
        if (First(CaseEventType.DemandServed) is { } demand)
        {
            var due = Due(demand, 10, PeriodUnit.WorkingDay)!.Value;
            clocks.Add(("demandWait", demand, due, asOf > due ? due : null));
        }
        Simple("crimeTransferDecision", CaseEventType.CrimeReported, 3, PeriodUnit.Day, CaseEventType.CrimeTransferDecided);
        Simple("publication", CaseEventType.DecisionMade, 7, PeriodUnit.WorkingDay, CaseEventType.Published);
        Simple("withdrawal", CaseEventType.DecisionRevoked, 3, PeriodUnit.WorkingDay, CaseEventType.PublicationWithdrawn);
        return clocks;

        void Remedies(DateOnly from)
        {
            var reviewDue = Due(from, 60, PeriodUnit.Day)!.Value;
            var applied = First(CaseEventType.ReviewApplied, from);
            clocks.Add(("reconsideration", from, reviewDue, applied));
            var end = reviewDue;
            DateOnly? suit = null;
            if (applied <= reviewDue)
            {
                if (First(CaseEventType.ReviewDecisionServed, applied) is not { } answered) return;
                end = Due(answered, 15, PeriodUnit.Day)!.Value;
                suit = First(CaseEventType.SuitFiled, answered);
                clocks.Add(("suitAfterReview", answered, end, suit));
            }
            else if (!simple)
            {
                end = Due(from, 6, PeriodUnit.Month)!.Value;
                suit = First(CaseEventType.SuitFiled, from);
                clocks.Add(("suit", from, end, suit));
            }
            if (suit <= end) return;
            if (deferred is { } until && Roll(until) > end) end = Roll(until);
            if (asOf <= end) return;
            if (First(CaseEventType.Paid) is { } paid && !events.Any(e => e.Type == CaseEventType.CourtApplied && e.On <= paid)) return;
            clocks.Add(("courtApplication", end, Due(end, 3, PeriodUnit.Month)!.Value, First(CaseEventType.CourtApplied, end)));
        }
    }
}
