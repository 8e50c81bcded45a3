using Lianzhi.Core.Duty;

namespace Lianzhi.Core.Tests.Duty;

/// <summary>Absences by day, half-day and hours; nights and the rest after them.</summary>
public sealed class DutyRulesTests
{
    private static readonly DateOnly Day = new(2026, 10, 8);

    [Fact]
    public void Entry_Overlapping_IsRefusedWithWhatStands()
    {
        var leave = Entry("1", DutyKind.Leave, Day, Day.AddDays(2), DutyPart.WholeDay);
        Assert.Equal("duty-overlaps", DutyRules.Check(Entry("2", DutyKind.Hearing, Day.AddDays(1), Day.AddDays(1), DutyPart.Morning), [leave])?.Code);
        Assert.Null(DutyRules.Check(Entry("2", DutyKind.Hearing, Day.AddDays(3), Day.AddDays(3), DutyPart.Morning), [leave]));
        Assert.Null(DutyRules.Check(Entry("2", DutyKind.Training, Day, Day, DutyPart.Afternoon), [Entry("1", DutyKind.Leave, Day, Day, DutyPart.Morning)]));
    }

    [Fact]
    public void Slot_BadInput_NamesTheField()
    {
        Assert.Equal("to", Assert.Single(DutyRules.Slot(DutyKind.Leave, Day, Day.AddDays(-1), DutyPart.WholeDay, null).Refusals).Field);
        Assert.Equal("to", Assert.Single(DutyRules.Slot(DutyKind.Leave, Day, Day.AddDays(1), DutyPart.Morning, null).Refusals).Field);
        Assert.Equal("hours", Assert.Single(DutyRules.Slot(DutyKind.Leave, Day, Day, DutyPart.Hours, null).Refusals).Field);
    }

    [Fact]
    public void Night_OnDuty_LeavesTheNextDayForRest()
    {
        var night = Entry("1", DutyKind.NightDuty, Day, Day, DutyPart.WholeDay);
        Assert.Equal([new MinuteSpan(1_080, 1_440)], DutyRules.On([night], Day, true).Select(away => away.Minutes));
        Assert.Equal([new MinuteSpan(0, 480), new MinuteSpan(480, 1_440)], DutyRules.On([night], Day.AddDays(1), true).Select(away => away.Minutes));
        Assert.Equal([new MinuteSpan(0, 480)], DutyRules.On([night], Day.AddDays(1), false).Select(away => away.Minutes));
        Assert.Empty(DutyRules.On([night], Day.AddDays(2), true));
    }

    [Fact]
    public void Leave_OfDays_FillsEachOfThem()
    {
        var leave = Entry("1", DutyKind.Leave, Day, Day.AddDays(1), DutyPart.WholeDay);
        foreach (var offset in new[] { 0, 1 }) Assert.Equal(new MinuteSpan(0, 1_440), Assert.Single(DutyRules.On([leave], Day.AddDays(offset), true)).Minutes);
        Assert.Empty(DutyRules.On([leave], Day.AddDays(2), true));
        Assert.Equal(new MinuteSpan(840, 960), Assert.Single(DutyRules.On([Entry("1", DutyKind.Hearing, Day, Day, DutyPart.Hours, new MinuteSpan(840, 960))], Day, true)).Minutes);
    }

    private static DutyEntry Entry(string id, DutyKind kind, DateOnly from, DateOnly to, DutyPart part, MinuteSpan? hours = null) => new(id, "1", kind, DutyRules.Slot(kind, from, to, part, hours).Value);
}
