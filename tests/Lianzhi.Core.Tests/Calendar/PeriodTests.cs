using Lianzhi.Core.Calendar;

namespace Lianzhi.Core.Tests.Calendar;

/// <summary>Edges of the calendar and of the known dates.</summary>
public sealed class PeriodTests
{
    [Theory]
    [InlineData("2024-02-29", 1, PeriodUnit.Year, "2025-02-28")]
    [InlineData("2023-12-31", 2, PeriodUnit.Month, "2024-02-29")]
    [InlineData("2026-01-31", 1, PeriodUnit.Month, "2026-02-28")]
    public void Months_WithoutTheDay_EndOnTheLastOne(string start, int count, PeriodUnit unit, string due) =>
        Assert.Equal(ShippedData.Date(due), Period.Reckon(ShippedData.Date(start), new(count, unit, RollOver: false), [], ShippedData.Calendar).Value!.Due);

    [Theory]
    [InlineData("2199-12-30", 1, PeriodUnit.Day, true)]
    [InlineData("2199-12-31", 1, PeriodUnit.Day, false)]
    [InlineData("2199-12-31", 3660, PeriodUnit.Year, false)]
    [InlineData("1900-01-01", 3660, PeriodUnit.Year, false)]
    [InlineData("2199-12-31", 3660, PeriodUnit.WorkingDay, false)]
    [InlineData("1900-01-01", 299, PeriodUnit.Year, true)]
    [InlineData("1900-01-01", 3599, PeriodUnit.Month, true)]
    [InlineData("1900-01-01", 3600, PeriodUnit.Month, false)]
    public void Reckon_EndBeyondTheKnownDates_IsRefused(string start, int count, PeriodUnit unit, bool known)
    {
        var result = Period.Reckon(ShippedData.Date(start), new(count, unit), [], ShippedData.Calendar);
        Assert.Equal(known, result.IsOk);
        if (!known) Assert.Equal(["start", "count"], result.Refusals.Select(refusal => refusal.Field));
    }

    [Theory]
    [InlineData(PeriodUnit.Day)]
    [InlineData(PeriodUnit.WorkingDay)]
    [InlineData(PeriodUnit.Month)]
    [InlineData(PeriodUnit.Year)]
    public void Reckon_BackBeyondTheKnownDates_IsRefused(PeriodUnit unit) =>
        Assert.False(Period.Reckon(new(1900, 1, 1), new(3660, unit, false, PeriodDirection.Before), [], ShippedData.Calendar).IsOk);

    [Fact]
    public void Reckon_BackSevenWorkingDaysFromAHearing_GivesTheLastLawfulDay()
    {
        var end = Period.Reckon(new(2026, 10, 15), new(7, PeriodUnit.WorkingDay, Direction: PeriodDirection.Before), [], ShippedData.Calendar).Value!;
        // 14, 13, 12, 10 (make-up Saturday), 9, 8, 30 September.
        Assert.Equal(new(2026, 9, 30), end.Due);
        Assert.Null(end.RolledFrom);
    }

    [Fact]
    public void Reckon_PauseAfterTheLastCountedDay_DoesNotMatterToRolling()
    {
        var end = Period.Reckon(new(2026, 3, 2), new(5, PeriodUnit.Day), [new(new(2026, 3, 8), new(2026, 3, 20))], ShippedData.Calendar).Value!;
        Assert.Equal((new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 7)), (end.Due, end.RolledFrom));
    }

    [Fact]
    public void Reckon_YearWithoutNotice_SaysSo()
    {
        var end = Period.Reckon(new(1999, 12, 31), new(1, PeriodUnit.Year), [], ShippedData.Calendar).Value!;
        Assert.Equal(new(2001, 1, 1), end.Due);
        Assert.Contains(end.Reasons, reason => reason.Text.Contains("尚未导入", StringComparison.Ordinal));
        Assert.DoesNotContain(Period.Reckon(new(2025, 3, 3), new(1, PeriodUnit.Year), [], ShippedData.Calendar).Value!.Reasons, reason => reason.Text.Contains("尚未导入", StringComparison.Ordinal));
    }

    [Fact]
    public void Reckon_LargestInputs_AnswersAtOnce()
    {
        var pauses = Enumerable.Range(0, 200).Select(i => new DateSpan(new(1900, 1, 1), new DateOnly(2180, 12, 31).AddDays(i))).ToList();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 20; i++) Period.Reckon(new(1900, 1, 1), new(3660, PeriodUnit.WorkingDay), pauses, ShippedData.Calendar);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 1000);
    }

    [Fact]
    public void Calendar_ShippedNotices_LoadFourYears()
    {
        Assert.Equal([2023, 2024, 2025, 2026], ShippedData.Calendar.LoadedYears);
        Assert.False(ShippedData.Calendar.IsWorkingDay(new(2022, 12, 31)));
        Assert.Equal("元旦", ShippedData.Calendar.HolidayName(new(2022, 12, 31)));
        Assert.Null(ShippedData.Calendar.HolidayName(new(2026, 10, 10)));
        Assert.Equal(new(2026, 10, 8), ShippedData.Calendar.NextWorkingDay(new(2026, 9, 30)));
    }

    [Fact]
    public void HolidayFile_BadRows_NamesRowAndColumn()
    {
        var file = HolidayFile.Read(["date,name,is_off_day", "2027-01-01,元旦,true", "2027-02-30,春节,true", "2027-01-01,元旦,true", "2027-03-01,,maybe", "2027-03-02,甲"]);
        Assert.Equal([(3, "date"), (4, "date"), (5, "name"), (5, "is_off_day"), (6, "")], file.Faults.Select(fault => (fault.Row, fault.Column)));
        Assert.Single(file.Rows);
        Assert.Equal([(1, "name"), (1, "is_off_day")], HolidayFile.Read(["date"]).Faults.Select(fault => (fault.Row, fault.Column)));
        Assert.NotEmpty(HolidayFile.Read([]).Faults);
    }
}
