using Lianzhi.Core.Dispatch;

namespace Lianzhi.Core.Tests.Dispatch;

/// <summary>Calls for help: never held up by a place, closed once with what was done, the place erased on its day.</summary>
public sealed class HelpRulesTests
{
    [Theory]
    [InlineData(true, null, null, null, "")]
    [InlineData(true, "湖滨路8号", null, null, "")]
    [InlineData(true, null, 117_650_000, 24_510_000, "")]
    [InlineData(true, null, 0, 0, "")]
    [InlineData(false, null, null, null, "not-under-way")]
    [InlineData(true, null, 117_650_000, null, "longitude")]
    [InlineData(true, null, null, 24_510_000, "longitude")]
    [InlineData(true, null, 180_000_001, 24_510_000, "longitude")]
    [InlineData(true, null, 117_650_000, -90_000_001, "longitude")]
    public void Ask_PlaceOrNone_IsRefusedOnlyForWhatIsWrong(bool underWay, string? place, int? longitude, int? latitude, string fault) =>
        Assert.Equal(fault, string.Join(' ', HelpRules.Ask(underWay, place, longitude, latitude).Select(refusal => refusal.Field ?? refusal.Code)));

    [Fact]
    public void Ask_PlaceTooLong_IsRefused()
    {
        Assert.Empty(HelpRules.Ask(true, new string('路', HelpRules.LongestPlace), null, null));
        Assert.Equal("place", Assert.Single(HelpRules.Ask(true, new string('路', HelpRules.LongestPlace + 1), null, null)).Field);
    }

    [Theory]
    [InlineData(false, "已派员到场，人员安全", "")]
    [InlineData(false, " ", "outcome")]
    [InlineData(true, "再次登记", "help-closed")]
    public void Close_WithWhatWasDone_IsTakenOnce(bool closed, string outcome, string fault) =>
        Assert.Equal(fault, string.Join(' ', HelpRules.Close(closed, outcome).Select(refusal => refusal.Field ?? refusal.Code)));

    [Theory]
    [InlineData(30, "2026-11-07")]
    [InlineData(1, "2026-10-09")]
    [InlineData(0, "2026-10-09")]
    public void Place_OfAPress_IsErasedAfterTheDaysOfTheSetting(int days, string expected) =>
        Assert.Equal(expected, HelpRules.PlaceErasedOn(new DateOnly(2026, 10, 8), days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
