using CsCheck;
using Lianzhi.Core.Equipment;

namespace Lianzhi.Core.Tests.Equipment;

/// <summary>What may be booked, and that nothing is taken twice.</summary>
public sealed class EquipmentRulesTests
{
    private static readonly DateOnly Day = new(2026, 10, 8);
    private static readonly TimeSlot Morning = TimeSlot.Of(Day, 510, 720);
    private static readonly EquipmentItem Car = new("1", EquipmentKind.Vehicle, "闽E·演示03", "A-1");
    private static readonly EquipmentItem Meter = new("2", EquipmentKind.NoiseMeter, "噪声仪", "A-2", Day);

    [Fact]
    public void Book_UsableAndFree_Passes() => Assert.Empty(EquipmentRules.Book(Car, Morning, Day, [new("1", TimeSlot.Of(Day, 720, 900), "下午"), new("9", Morning, "另一件")]));

    [Fact]
    public void Book_Overlapping_NamesWhoHasIt()
    {
        var refusal = Assert.Single(EquipmentRules.Book(Car, Morning, Day, [new("1", TimeSlot.Of(Day, 719, 900), "碧湖巡查")]));
        Assert.Equal("equipment-booked", refusal.Code);
        Assert.Contains("碧湖巡查", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Book_FaultyRetiredOrUncalibrated_IsRefusedWithTheReason()
    {
        Assert.Equal("equipment-faulty", Code(Car with { OpenFault = "刹车异响" }));
        Assert.Equal("equipment-retired", Code(Car with { RetiredOn = Day }));
        Assert.Equal("equipment-not-calibrated", Code(Meter with { CalibratedUntil = null }));
        Assert.Equal("equipment-not-calibrated", Code(Meter with { CalibratedUntil = Day.AddDays(-1) }));
        Assert.Empty(EquipmentRules.Book(Meter, Morning, Day, []));
        // The calibration must hold to the last day of the booking.
        Assert.Equal("equipment-not-calibrated", Assert.Single(EquipmentRules.Book(Meter, new TimeSlot(Morning.From, Morning.Until.AddDays(1)), Day.AddDays(1), [])).Code);

        static string Code(EquipmentItem item) => Assert.Single(EquipmentRules.Book(item, Morning, Day, [])).Code;
    }

    [Fact]
    public void Book_EmptyOrEndlessSlot_NamesTheField()
    {
        Assert.Equal("until", Assert.Single(EquipmentRules.Book(Car, new TimeSlot(Morning.From, Morning.From), Day, [])).Field);
        Assert.Equal("until", Assert.Single(EquipmentRules.Book(Car, new TimeSlot(Morning.From, Morning.From.AddDays(32)), Day, [])).Field);
    }

    [Fact]
    public void Bookings_AnySequence_NeverOverlap() => Gen.Select(Gen.Int[0, 1_400], Gen.Int[1, 300]).List[0, 30].Sample(wanted =>
    {
        var kept = new List<EquipmentBooking>();
        foreach (var (from, length) in wanted)
            if (TimeSlot.Of(Day, from, from + length) is var slot && EquipmentRules.Book(Car, slot, Day, kept).Count == 0) kept.Add(new("1", slot, "x"));
        return kept.SelectMany((one, index) => kept.Skip(index + 1).Select(other => one.Slot.Overlaps(other.Slot))).All(overlap => !overlap);
    });

    [Fact]
    public void Slot_MinutesOfItsDay_ComeBack() => Gen.Select(Gen.Int[0, 1_439], Gen.Int[1, 2_880]).Sample((from, length) =>
    {
        var slot = TimeSlot.Of(Day, from, from + length);
        var today = slot.On(Day)!.Value;
        var tomorrow = slot.On(Day.AddDays(1));
        return today == new MinuteSpan(from, Math.Min(1_440, from + length)) && (tomorrow is null ? from + length <= 1_440 : tomorrow.Value.From == 0) && slot.On(Day.AddDays(-1)) is null;
    });

    [Theory]
    [InlineData("08:30-12:00", 510, 720)]
    [InlineData("8:30 – 12:00", 510, 720)]
    public void Span_Readable_IsRead(string text, int from, int until) => Assert.Equal(new MinuteSpan(from, until), MinuteSpan.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("12:00-08:30")]
    [InlineData("08:30")]
    [InlineData("08:30-25:00")]
    [InlineData(null)]
    public void Span_Unreadable_IsNone(string? text) => Assert.Null(MinuteSpan.Parse(text));
}
