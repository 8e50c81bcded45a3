using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Settings;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Laws that give their own period to sue: 土地管理法 第83条 is the one known.</summary>
public sealed class SuitPeriodTests
{
    private const string LandLaw = "《中华人民共和国土地管理法》第七十八条";
    private static readonly CasePenalty Demolish = new(PenaltyKind.OtherHeavy, null, "责令限期拆除在非法占用的土地上新建的房屋");

    [Theory]
    [InlineData(LandLaw, "2026-03-24", 15)]
    [InlineData("《中华人民共和国土地管理法实施条例》第五十二条", "2026-03-24", null)]
    [InlineData("《城市市容和环境卫生管理条例》第三十六条", "2026-03-24", null)]
    [InlineData(LandLaw, "2019-12-31", null)]
    public void Of_OnlyALawInForceThatDay_ShortensTheSuit(string basis, string on, int? days) => Assert.Equal(days, SuitPeriods.Of(basis, [Demolish], "", Day(on))?.Days);

    [Fact]
    public void Of_DemolitionBesideAFine_IsForThatPartOnly()
    {
        Assert.Null(SuitPeriods.Of(LandLaw, [Demolish], "", Day("2026-03-24"))!.Part);
        Assert.Equal("责令限期拆除", SuitPeriods.Of(LandLaw, [Demolish, new(PenaltyKind.Fine, 100_00)], "", Day("2026-03-24"))!.Part);
        Assert.Equal("责令限期拆除", SuitPeriods.Of(LandLaw, [new(PenaltyKind.Fine, 100_00)], "限期拆除违法建筑", Day("2026-03-24"))!.Part);
        Assert.Null(SuitPeriods.Of(LandLaw, [new(PenaltyKind.Fine, 100_00)], "退还土地", Day("2026-03-24")));
    }

    [Fact]
    public void Decision_UnderTheLandLaw_TellsFifteenDaysAndCountsThem()
    {
        var state = Demolition(null);
        var text = CaseDocuments.Content(state, DocumentCode.PenaltyDecision)!.Text();
        Assert.Contains("六十日内向", text, StringComparison.Ordinal);
        Assert.Contains("十五日内依法向漳州市龙文区人民法院提起行政诉讼（土地管理法 第83条）", text, StringComparison.Ordinal);
        Assert.Equal(Day("2026-04-09"), Clock(state, ClockKind.Suit, "2026-04-20").Due);
        // The court is asked when the later of both is over: review keeps its sixty days.
        var review = Clock(state, ClockKind.Reconsideration, "2026-06-20").Due;
        Assert.Equal(Day("2026-05-25"), review);
        Assert.Equal(review, Clock(state, ClockKind.CourtApplication, "2026-06-20").Start);
    }

    [Fact]
    public void Decision_OnlyPartlyUnderTheLandLaw_KeepsSixMonthsForTheRest()
    {
        var state = Demolition("责令限期拆除");
        Assert.Contains("六个月内依法向漳州市龙文区人民法院提起行政诉讼，其中对责令限期拆除不服的，自收到之日起十五日内提起", CaseDocuments.Content(state, DocumentCode.PenaltyDecision)!.Text(), StringComparison.Ordinal);
        Assert.Equal(Day("2026-09-28"), Clock(state, ClockKind.Suit, "2026-04-20").Due);
    }

    private static CaseState Demolition(string? part)
    {
        var state = Served().State;
        return state with { Decision = state.Decision! with { Remedies = state.Decision.Remedies with { Suit = new(15, "土地管理法 第83条", part) } } };
    }

    private static Clock Clock(CaseState state, ClockKind kind, string on) => CaseTiming.Clocks(state, Day(on), ShippedData.Calendar, SettingsBook.Defaults).Value!.Single(clock => clock.Kind == kind);
}
