using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Core.Settings;

using CaseEvent = Lianzhi.Core.Cases.Clocks.CaseEvent;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Dates counted by hand from the articles.</summary>
public sealed class WorkedChecksTests
{
    private static readonly DateOnly Far = new(2026, 11, 1);

    [Fact]
    public void Preservation_OverMidAutumnWithMakeUpDay_EndsOnTheSeventhWorkingDay()
    {
        var end = Period.Reckon(new(2024, 9, 11), new(7, PeriodUnit.WorkingDay), [], ShippedData.Calendar).Value!;
        Assert.Equal(new(2024, 9, 23), end.Due);
        Assert.Equal([12, 13, 14, 18, 19, 20, 23], end.Counted.Select(day => day.Day));
        Assert.Contains(end.Reasons, reason => reason.Text.Contains("2024年9月14日（中秋节调休）", StringComparison.Ordinal));
    }

    [Fact]
    public void HearingRequest_OverNationalDay_EndsOnTheMakeUpSaturday() =>
        Assert.Equal(new(2026, 10, 10), Only("hearingRequest", Far, new CaseEvent(CaseEventType.HearingRightTold, new(2026, 9, 28))).Due);

    [Fact]
    public void Surcharge_FiveThousandServedInJune_IsCappedOnTheThirtyFourthDay()
    {
        Assert.Equal(new(2024, 7, 10), Only("payment", Far, new CaseEvent(CaseEventType.DecisionServed, new(2024, 6, 25))).Due);
        Assert.Equal(150_00, Surcharge.Count(5000_00, new(2024, 7, 10), new(2024, 7, 11), []).SurchargeFen);
        var dayBefore = Surcharge.Count(5000_00, new(2024, 7, 10), new(2024, 8, 12), []);
        Assert.Equal((4950_00, 33, null), (dayBefore.SurchargeFen, dayBefore.Days, dayBefore.CappedOn));
        var capped = Surcharge.Count(5000_00, new(2024, 7, 10), new(2024, 8, 20), []);
        Assert.Equal((5000_00, 41, new DateOnly(2024, 8, 13)), (capped.SurchargeFen, capped.Days, capped.CappedOn));
    }

    [Theory]
    [InlineData(1, 17, 1)]
    [InlineData(1, 16, 0)]
    [InlineData(50, 1, 2)]
    [InlineData(49, 1, 1)]
    public void Surcharge_FractionsOfAFen_AreRoundedOnceHalfUp(long fen, int days, long expected)
    {
        var due = new DateOnly(2025, 3, 3);
        Assert.Equal(expected, Surcharge.Count(fen, due, due.AddDays(days), []).SurchargeFen);
    }

    [Fact]
    public void Surcharge_BeforeTheDueDate_IsNothing()
    {
        var answer = Surcharge.Count(5000_00, new(2024, 7, 10), new(2024, 7, 1), []);
        Assert.Equal((0, 0, null), (answer.SurchargeFen, answer.Days, answer.CappedOn));
    }

    [Theory]
    [InlineData("2026-03-10", "2026-04-09", "2026-05-09", true)]
    [InlineData("2026-03-10", "2026-04-10", "2026-04-09", false)]
    public void Sealing_Extension_CountsOnlyInTime(string sealedOn, string extendedOn, string due, bool counts)
    {
        var clock = Only("sealing", new(2026, 4, 20),
            new CaseEvent(CaseEventType.Sealed, ShippedData.Date(sealedOn)), new CaseEvent(CaseEventType.SealExtended, ShippedData.Date(extendedOn)));
        Assert.Equal(ShippedData.Date(due), clock.Due);
        Assert.Equal(counts, !clock.Reasons.Any(reason => reason.Text.Contains("不产生延长效力", StringComparison.Ordinal)));
    }

    [Fact]
    public void Sealing_OpenTestWithAnnouncedEnd_StopsThere()
    {
        DateOnly Due(DateOnly? until) => Only("sealing", new(2026, 6, 30),
            new CaseEvent(CaseEventType.Sealed, new(2026, 3, 10)), new CaseEvent(CaseEventType.TestStarted, new(2026, 3, 16), until)).Due;
        Assert.Equal(new(2026, 4, 13), Due(new(2026, 3, 19)));
        Assert.Equal(new(2026, 7, 25), Due(null));
    }

    [Fact]
    public void Suit_AfterTimelyReview_GivesWayAndTheCourtWaitsForTheAnswer()
    {
        CaseEvent[] pending = [new(CaseEventType.DecisionServed, new(2025, 1, 6)), new(CaseEventType.ReviewApplied, new(2025, 2, 6))];
        Assert.Equal(["payment", "reconsideration"], Ids(Far, pending));
        CaseEvent[] answered = [.. pending, new(CaseEventType.ReviewDecisionServed, new(2025, 4, 7))];
        var clocks = Compute(Far, CaseProcedure.Ordinary, Performance.Fine, answered);
        Assert.Equal(["payment", "reconsideration", "suitAfterReview", "courtApplication"], clocks.Select(clock => clock.Kind.Id));
        Assert.Equal(new(2025, 4, 22), clocks[2].Due);
        Assert.Equal((new DateOnly(2025, 4, 22), new DateOnly(2025, 7, 22)), (clocks[3].Start, clocks[3].Due));
        Assert.Equal(["payment", "reconsideration", "suitAfterReview"], Ids(new(2025, 4, 22), answered));
    }

    [Theory]
    [InlineData(CaseEventType.ReviewRefused, "payment reconsideration suitAfterReview courtApplication")]
    [InlineData(CaseEventType.ReviewTermExpired, "payment reconsideration suitAfterReview courtApplication")]
    [InlineData(CaseEventType.ReviewWithdrawn, "payment reconsideration suit courtApplication")]
    public void Review_EndedWithoutADecision_OpensTheWayOn(CaseEventType ending, string ids) =>
        Assert.Equal(ids, string.Join(' ', Ids(Far,
        [
            new(CaseEventType.DecisionServed, new(2025, 1, 6)), new(CaseEventType.ReviewApplied, new(2025, 2, 6)), new(ending, new(2025, 3, 6)),
        ])));

    [Fact]
    public void CourtApplication_PaidOrSued_IsNotListed()
    {
        CaseEvent served = new(CaseEventType.DecisionServed, new(2025, 1, 6));
        Assert.Contains("courtApplication", Ids(Far, [served]));
        Assert.DoesNotContain("courtApplication", Ids(Far, [served, new(CaseEventType.Paid, new(2026, 1, 5))]));
        Assert.Contains("courtApplication", Ids(Far, [served, new(CaseEventType.Paid, new(2026, 1, 5)), new(CaseEventType.CourtApplied, new(2026, 1, 5))]));
        Assert.DoesNotContain("courtApplication", Ids(Far, [served, new(CaseEventType.SuitFiled, new(2025, 7, 7))]));
        Assert.Contains("courtApplication", Ids(Far, [served, new(CaseEventType.SuitFiled, new(2025, 7, 8))]));
    }

    [Fact]
    public void CourtApplication_DeferredPayment_StartsWithTheEndOfTheDeferral()
    {
        var clock = Compute(Far, CaseProcedure.Ordinary, Performance.Fine,
        [
            new(CaseEventType.DecisionServed, new(2025, 1, 6)), new(CaseEventType.PaymentDeferred, new(2025, 1, 10), new(2025, 10, 1)),
        ]).Single(clock => clock.Kind == ClockKind.CourtApplication);
        Assert.Equal((new DateOnly(2025, 10, 9), new DateOnly(2026, 1, 9)), (clock.Start, clock.Due));
    }

    [Theory]
    [InlineData(Performance.Fine, "payment reconsideration suit courtApplication")]
    [InlineData(Performance.Other, "reconsideration suit courtApplication")]
    [InlineData(Performance.None, "reconsideration suit")]
    public void Clocks_WhatIsToBePerformed_DecidesWhichRun(Performance performance, string ids) =>
        Assert.Equal(ids, string.Join(' ', Compute(Far, CaseProcedure.Ordinary, performance, [new(CaseEventType.DecisionServed, new(2025, 1, 6))]).Select(clock => clock.Kind.Id)));

    [Fact]
    public void Clocks_EndedOrUnpublishedCases_DropTheClocksThatAreNotOwed()
    {
        Assert.Empty(Ids(Far, [new(CaseEventType.Filed, new(2026, 1, 5)), new(CaseEventType.CaseEnded, new(2026, 2, 5))]));
        Assert.Equal(["service"], Ids(Far, [new(CaseEventType.DecisionMade, new(2026, 1, 5)), new(CaseEventType.NotToPublish, new(2026, 1, 6))]));
        Assert.Equal(ClockState.Met, Only("service", Far,
            new CaseEvent(CaseEventType.DecisionMade, new(2026, 1, 5)), new CaseEvent(CaseEventType.ServiceStarted, new(2026, 1, 7)), new CaseEvent(CaseEventType.NotToPublish, new(2026, 1, 6))).State);
    }

    [Fact]
    public void Decision_PausesOnOneDay_PairStartFirst()
    {
        var clock = Compute(Far, CaseProcedure.Ordinary, Performance.Fine,
        [
            new(CaseEventType.Filed, new(2026, 1, 5)),
            new(CaseEventType.DecisionPaused, new(2026, 2, 2)), new(CaseEventType.DecisionResumed, new(2026, 2, 6)),
            new(CaseEventType.DecisionPaused, new(2026, 2, 6)), new(CaseEventType.DecisionResumed, new(2026, 2, 11)),
        ]).Single();
        // Ten paused days, 2 to 11 February: day 90 is 15 April.
        Assert.Equal(new(2026, 4, 15), clock.Due);
    }

    [Fact]
    public void Publication_Length_ComesFromTheSettingOfTheDay()
    {
        var settings = new SettingsBook([new(SettingCatalogue.PublicationDays.Key, null, "20", new(2026, 1, 1), new(2026, 6, 1), "测试", true)]);
        DateOnly Due(DateOnly made) => CaseClocks.Compute(CaseProcedure.Ordinary, Performance.Fine, [new(CaseEventType.DecisionMade, made)], Far, ShippedData.Calendar, settings)
            .Value!.Single(clock => clock.Kind == ClockKind.Publication).Due;
        // Sunday the 4th is a make-up day.
        Assert.Equal(new(2026, 1, 29), Due(new(2026, 1, 3)));
        Assert.Equal(new(2026, 6, 10), Due(new(2026, 6, 1)));
    }

    [Fact]
    public void StateText_PartysPeriodThatPassed_IsNeverCalledLate()
    {
        foreach (var clock in Compute(Far, CaseProcedure.Ordinary, Performance.Fine, [new(CaseEventType.DecisionServed, new(2025, 1, 6)), new(CaseEventType.HearingRightTold, new(2025, 1, 6))])
            .Where(clock => clock.Kind.Owner == ClockOwner.Party))
        {
            Assert.Equal(ClockState.Overdue, clock.State);
            Assert.DoesNotContain("逾期", clock.StateText, StringComparison.Ordinal);
            Assert.DoesNotContain(clock.Reasons, reason => reason.Text.Contains("逾期", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Clocks_EndBeyondTheKnownDates_NamesTheEvent()
    {
        var result = CaseClocks.Compute(CaseProcedure.Ordinary, Performance.Fine,
            [new(CaseEventType.Filed, new(2020, 1, 1)), new(CaseEventType.DecisionMade, new(2199, 12, 30))], new(2199, 12, 31), ShippedData.Calendar, SettingsBook.Defaults);
        Assert.Equal("events[1].on", Assert.Single(result.Refusals).Field);
    }

    [Theory]
    [InlineData("2024-02-29", "2026-02-28", false, false)]
    [InlineData("2024-02-29", "2026-03-01", false, true)]
    [InlineData("2024-02-29", "2029-02-28", true, false)]
    [InlineData("2024-02-29", "2023-01-01", false, false)]
    public void Limitation_LeapDayAndEarlyDiscovery_AreCountedByTheCalendar(string ended, string found, bool harm, bool expired) =>
        Assert.Equal(expired, Limitation.Check(ShippedData.Date(ended), ShippedData.Date(found), harm).Value!.Expired);

    private static IReadOnlyList<Clock> Compute(DateOnly asOf, CaseProcedure procedure, Performance performance, CaseEvent[] events) =>
        CaseClocks.Compute(procedure, performance, events, asOf, ShippedData.Calendar, SettingsBook.Defaults).Value!;

    private static IEnumerable<string> Ids(DateOnly asOf, CaseEvent[] events) => Compute(asOf, CaseProcedure.Ordinary, Performance.Fine, events).Select(clock => clock.Kind.Id);

    private static Clock Only(string id, DateOnly asOf, params CaseEvent[] events) => Compute(asOf, CaseProcedure.Ordinary, Performance.Fine, events).Single(clock => clock.Kind.Id == id);
}
