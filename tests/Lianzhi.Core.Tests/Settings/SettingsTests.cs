using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Tests.Settings;

/// <summary>Dated practice values.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void ShippedFile_EveryDefinition_HasItsDefaultInForceAndNoFault()
    {
        var file = SettingFile.Read(ShippedData.Lines("data/settings.csv"));
        Assert.Empty(file.Faults);
        Assert.Equal(SettingCatalogue.All.Select(setting => setting.Key).Order(StringComparer.Ordinal), file.Rows.Select(row => row.Key).Order(StringComparer.Ordinal));
        var today = new SettingsBook(file.Rows).AsOf(new(2026, 10, 8));
        foreach (var definition in SettingCatalogue.All)
        {
            var applied = today.Find(definition);
            Assert.Null(definition.Fault(definition.Default));
            Assert.Equal((definition.Default, definition.Source, definition.Verified), (applied.Value, applied.Source, applied.Verified));
        }
    }

    [Fact]
    public void AsOf_HalfOpenIntervals_HoldFromTheirFirstDayToTheDayBeforeTheirEnd()
    {
        var book = new SettingsBook([new(SettingCatalogue.FilingDays.Key, null, "7", new(2026, 1, 1), new(2026, 7, 1), "测试", true)]);
        Assert.Equal([15, 7, 7, 15], new DateOnly[] { new(2025, 12, 31), new(2026, 1, 1), new(2026, 6, 30), new(2026, 7, 1) }.Select(day => book.AsOf(day).FilingDays));
    }

    [Fact]
    public void File_BadRows_NamesRowAndColumn()
    {
        var file = SettingFile.Read(
        [
            "key,scope,value,from,to,source,verified",
            "case.filing-days,,many,2026-01-01,,测试,true",
            "case.unknown,,1,2026-01-01,,测试,true",
            "case.filing-days,城管,7,2026-01-01,2025-01-01,测试,true",
            "hearing.threshold-citizen,城管,5000,2026-01-01,,\"甲,乙\",true",
            "hearing.threshold-citizen,城管,6000,2027-01-01,,测试,true",
        ]);
        Assert.Equal([(2, "value"), (3, "key"), (4, "scope"), (4, "to"), (6, "from")], file.Faults.Select(fault => (fault.Row, fault.Column)));
        Assert.Contains(file.Rows, row => row.Source == "甲,乙");
    }
}
