using Lianzhi.Core.Duty;

namespace Lianzhi.Core.Tests.Duty;

/// <summary>A week of duty is taken over without what was of its days and without clashes.</summary>
public sealed class DutyCopyTests
{
    private static readonly DateOnly Monday = new(2026, 10, 5);
    private static readonly DateTimeOffset Now = new(2026, 10, 13, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Week_TakenOver_KeepsNightsAndNamesWhatIsLeft()
    {
        DutyEntry[] before =
        [
            Entry("night", "1", DutyKind.NightDuty, Monday.AddDays(3)), Entry("over", "2", DutyKind.NightDuty, Monday), Entry("clash", "3", DutyKind.OtherWork, Monday.AddDays(4)),
            Entry("leave", "1", DutyKind.Leave, Monday.AddDays(2)), Entry("hearing", "2", DutyKind.Hearing, Monday.AddDays(2)),
        ];
        var there = Entry("there", "3", DutyKind.SickLeave, Monday.AddDays(11));
        var copied = DutyCopy.Take(before, [there], Now);
        var night = Assert.Single(copied.Taken);
        Assert.Equal(("night", before[0].Slot.From.AddDays(7), before[0].Slot.Until.AddDays(7)), (night.Id, night.Slot.From, night.Slot.Until));
        Assert.Equal(["over", "clash"], copied.Left.Select(one => one.Entry.Id));
        Assert.Contains("病假", copied.Left[1].Why, StringComparison.Ordinal);
        // Done twice it adds nothing.
        var again = DutyCopy.Take(before, [there, .. copied.Taken], Now);
        Assert.Empty(again.Taken);
        Assert.Contains("夜间值守", again.Left.Single(one => one.Entry.Id == "night").Why, StringComparison.Ordinal);
    }

    private static DutyEntry Entry(string id, string officer, DutyKind kind, DateOnly day) => new(id, officer, kind, DutyRules.Slot(kind, day, day, DutyPart.WholeDay, null).Value);
}
