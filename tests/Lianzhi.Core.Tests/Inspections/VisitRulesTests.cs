using Lianzhi.Core.Inspections;
using Lianzhi.Core.Tests.Organisation;

namespace Lianzhi.Core.Tests.Inspections;

/// <summary>Parts of the year, gaps and skills hold for what is changed by hand as for the optimiser.</summary>
public sealed class VisitRulesTests
{
    private static readonly InspectionRequirement Flood = new("", "防汛检查", "yj", false, [], 2, 1, 1, 40, 4, "危化", 3, [new(4, 1, 10, 15)], "示例", Validity.Always);

    [Fact]
    public void Season_OutsideItsParts_NamesThem()
    {
        Assert.Null(VisitRules.Season(Flood, new(2026, 4, 1)));
        Assert.Null(VisitRules.Season(Flood with { Windows = [] }, new(2026, 1, 5)));
        var refusal = VisitRules.Season(Flood, new(2026, 10, 16))!;
        Assert.Equal(("outside-window", "day"), (refusal.Code, refusal.Field));
        Assert.Contains("04-01至10-15", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gap_CountsWeeksFromMondayEitherWay()
    {
        Assert.Null(VisitRules.Gap(Flood, new(2026, 6, 1), []));
        Assert.Null(VisitRules.Gap(Flood, new(2026, 6, 29), [new(2026, 6, 5)]));
        Assert.Equal("gap-too-short", VisitRules.Gap(Flood, new(2026, 6, 26), [new(2026, 6, 1)])?.Code);
        var after = VisitRules.Gap(Flood, new(2026, 5, 12), [new(2026, 1, 5), new(2026, 6, 1)])!;
        Assert.Contains("6月1日", after.Message, StringComparison.Ordinal);
        Assert.Contains("不足4周", after.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Skill_ThatNobodyWhoInspectsHolds_IsRefused()
    {
        var units = new SampleUnits().With("1", "yj").With("2", "yj").With("3", "yj");
        units.Officers[1] = units.Officers[1] with { Skills = new Dictionary<string, int> { ["危化"] = 3 } };
        units.Officers[2] = units.Officers[2] with { Skills = new Dictionary<string, int> { ["危化"] = 2 } };
        var day = units.AsOf();
        Assert.Null(VisitRules.Skill(Flood, ["1", "2"], day));
        var refusal = VisitRules.Skill(Flood, ["1", "3"], day)!;
        Assert.Equal(("skill-missing", "officers"), (refusal.Code, refusal.Field));
        Assert.Contains("危化3级", refusal.Message, StringComparison.Ordinal);
        Assert.Null(VisitRules.Skill(Flood with { SkillLevel = 0 }, ["1"], day));
    }
}
