using CsCheck;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Core.Settings;

using CaseEvent = Lianzhi.Core.Cases.Clocks.CaseEvent;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Clocks against the day-by-day second implementation.</summary>
public sealed class CaseClocksProperties
{
    private static readonly DateOnly Origin = new(2023, 1, 1);

    private static readonly CaseEventType[] Types = Enum.GetValues<CaseEventType>().Except(
    [
        CaseEventType.CaseEnded, CaseEventType.NotToPublish, CaseEventType.ReviewRefused, CaseEventType.ReviewTermExpired, CaseEventType.ReviewWithdrawn, CaseEventType.ServiceStarted,
    ]).ToArray();

    private static readonly Gen<CaseEvent> Event =
        from type in Gen.OneOfConst(Types)
        from day in Gen.Int[0, 900]
        from granted in Gen.Int[-5, 500]
        select new CaseEvent(type, Origin.AddDays(day), type == CaseEventType.PaymentDeferred ? Origin.AddDays(day + granted) : null);

    /// <summary>A case in the usual order, so that the later remedies are reached often.</summary>
    private static readonly Gen<List<CaseEvent>> Story =
        from served in Gen.Int[0, 500]
        from gaps in Gen.Int[0, 80].Array[5]
        from kept in Gen.Bool.Array[5]
        select new List<CaseEvent>
        {
            new(CaseEventType.DecisionServed, Origin.AddDays(served)),
            new(kept[0] ? CaseEventType.ReviewApplied : CaseEventType.Filed, Origin.AddDays(served + gaps[0])),
            new(kept[1] ? CaseEventType.ReviewDecisionServed : CaseEventType.DemandServed, Origin.AddDays(served + gaps[0] + gaps[1])),
            new(kept[2] ? CaseEventType.SuitFiled : CaseEventType.Published, Origin.AddDays(served + gaps[0] + gaps[1] + gaps[2])),
            new(kept[3] ? CaseEventType.Paid : CaseEventType.CourtApplied, Origin.AddDays(served + gaps[0] + gaps[3])),
        };

    private static readonly Gen<(bool Simple, List<CaseEvent> Events, DateOnly AsOf)> Cases =
        from simple in Gen.Bool
        from story in Story
        from events in Event.List[0, 25]
        from told in Gen.Bool
        from day in Gen.Int[0, 1300]
        select (simple, (List<CaseEvent>)[.. told ? story : [], .. events], Origin.AddDays(day));

    [Fact]
    public void Clocks_AnyCase_AgreeWithCountingDayByDay() => Cases.Sample(@case =>
    {
        var naive = Naive.Clocks(@case.Simple, @case.Events, @case.AsOf);
        var clocks = Compute(@case.Simple, @case.Events, @case.AsOf);
        Assert.Equal(naive, clocks.Select(clock => (clock.Kind.Id, clock.Start, clock.Due, clock.MetOn)));
        foreach (var clock in clocks)
        {
            var state = clock.MetOn is { } met ? met <= clock.Due ? ClockState.Met : ClockState.MetLate : @case.AsOf <= clock.Due ? ClockState.Running : ClockState.Overdue;
            Assert.Equal(state, clock.State);
            Assert.Equal(clock.MetOn is null ? clock.Due.DayNumber - @case.AsOf.DayNumber : null, clock.DaysLeft);
            Assert.NotEmpty(clock.Reasons);
        }
    }, iter: 1000);

    [Fact]
    public void Clocks_EventsInAnotherOrder_AreTheSame() => Cases.Sample(@case =>
    {
        var reversed = Enumerable.Reverse(@case.Events).ToList();
        Assert.Equal(
            Compute(@case.Simple, @case.Events, @case.AsOf).Select(clock => (clock.Kind.Id, clock.Due, clock.State)),
            Compute(@case.Simple, reversed, @case.AsOf).Select(clock => (clock.Kind.Id, clock.Due, clock.State)));
    }, iter: 200);

    [Fact]
    public void Clocks_EventsAfterTheDay_ChangeNothing() => Cases.Sample(@case =>
    {
        var known = @case.Events.Where(e => e.On <= @case.AsOf).ToList();
        Assert.Equal(
            Compute(@case.Simple, known, @case.AsOf).Select(clock => (clock.Kind.Id, clock.Due, clock.State)),
            Compute(@case.Simple, @case.Events, @case.AsOf).Select(clock => (clock.Kind.Id, clock.Due, clock.State)));
    }, iter: 200);

    private static IReadOnlyList<Clock> Compute(bool simple, List<CaseEvent> events, DateOnly asOf) =>
        CaseClocks.Compute(simple ? CaseProcedure.Simple : CaseProcedure.Ordinary, Performance.Fine, events, asOf, ShippedData.Calendar, SettingsBook.Defaults).Value!;
}
