using CsCheck;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Tests.Cases;

namespace Lianzhi.Core.Tests.Calendar;

/// <summary>Periods and surcharges against the day-by-day second implementation.</summary>
public sealed class PeriodProperties
{
    private static readonly DateOnly Origin = new(2022, 6, 1);

    private static readonly Gen<DateOnly> Day = Gen.Int[0, 1900].Select(Origin.AddDays);

    private static readonly Gen<List<DateSpan>> Pauses =
        (from day in Day from length in Gen.Int[0, 40] select new DateSpan(day, day.AddDays(length))).List[0, 12];

    [Fact]
    public void Reckon_AnyPeriod_AgreesWithCountingDayByDay() =>
        (from start in Day
         from unit in Gen.Enum<PeriodUnit>()
         from count in Gen.Int[1, unit switch { PeriodUnit.Year => 6, PeriodUnit.Month => 30, _ => 250 }]
         from roll in Gen.Bool
         from pauses in Pauses
         select (start, unit, count, roll, pauses)).Sample(one =>
         {
             var naive = Naive.Period(one.start, one.count, one.unit, one.roll, one.pauses);
             var end = Period.Reckon(one.start, new(one.count, one.unit, one.roll), one.pauses, ShippedData.Calendar).Value!;
             Assert.Equal(naive.Due, end.Due);
             Assert.Equal(naive.Counted, end.Counted);
             Assert.Equal(naive.RolledFrom, end.RolledFrom);
         }, iter: 3000);

    [Fact]
    public void Reckon_BackwardsInWorkingDays_IsAnsweredByCountingForward() =>
        (from start in Day from count in Gen.Int[1, 60] select (start, count)).Sample(one =>
        {
            var back = Period.Reckon(one.start, new(one.count, PeriodUnit.WorkingDay, true, PeriodDirection.Before), [], ShippedData.Calendar).Value!.Due;
            var working = Enumerable.Range(1, one.start.DayNumber - back.DayNumber).Count(days => Naive.IsWorkingDay(one.start.AddDays(-days)));
            Assert.True(back < one.start && Naive.IsWorkingDay(back));
            Assert.Equal(one.count, working);
        }, iter: 500);

    [Fact]
    public void Count_AnySurcharge_AgreesWithCountingDayByDay() =>
        (from fen in Gen.OneOf(Gen.Long[1, 500_000], Gen.Long[1, 100_000_000_000_000])
         from due in Day
         from late in Gen.Int[-5, 120]
         from pauses in Pauses
         select (fen, due, asOf: due.AddDays(late), pauses)).Sample(one =>
         {
             var naive = Naive.Surcharge(one.fen / 100m, one.due, one.asOf, one.pauses);
             var answer = Surcharge.Count(one.fen, one.due, one.asOf, one.pauses);
             Assert.Equal(naive, (answer.SurchargeFen / 100m, answer.Days, answer.CappedOn));
         }, iter: 2000);
}
