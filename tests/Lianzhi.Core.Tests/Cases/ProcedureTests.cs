using Lianzhi.Core.Cases;
using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Thresholds to the yuan and birthdays to the day.</summary>
public sealed class ProcedureTests
{
    private static readonly DateOnly ActOn = new(2026, 3, 1);

    [Theory]
    [InlineData(PartyKind.Citizen, 200_00, true)]
    [InlineData(PartyKind.Citizen, 200_01, false)]
    [InlineData(PartyKind.Organisation, 3000_00, true)]
    [InlineData(PartyKind.Organisation, 3000_01, false)]
    [InlineData(PartyKind.IndividualBusiness, 200_00, true)]
    [InlineData(PartyKind.IndividualBusiness, 200_01, false)]
    public void Simple_Fine_IsAllowedUpToTheLimit(PartyKind kind, long fen, bool allowed) =>
        Assert.Equal(allowed, Find(new(kind), new Penalty(PenaltyKind.Fine, fen)).SimpleAllowed);

    [Theory]
    [InlineData(PartyKind.Citizen, PenaltyKind.Fine, 10_000_00, true)]
    [InlineData(PartyKind.Citizen, PenaltyKind.Fine, 9_999_99, false)]
    [InlineData(PartyKind.Citizen, PenaltyKind.Confiscation, 10_000_00, true)]
    [InlineData(PartyKind.Organisation, PenaltyKind.Fine, 100_000_00, true)]
    [InlineData(PartyKind.Organisation, PenaltyKind.Confiscation, 99_999_99, false)]
    [InlineData(PartyKind.IndividualBusiness, PenaltyKind.Fine, 10_000_00, true)]
    [InlineData(PartyKind.Citizen, PenaltyKind.Warning, 10_000_00, false)]
    public void Hearing_Amount_GivesTheRightFromTheThreshold(PartyKind kind, PenaltyKind penalty, long fen, bool right)
    {
        var answer = Find(new(kind), new Penalty(penalty, fen));
        Assert.Equal((right, right), (answer.HearingRight, answer.CollectiveDiscussion));
    }

    [Fact]
    public void Hearing_FineAndConfiscation_AreNotAddedToEachOtherButToTheirLike()
    {
        Assert.False(Find(new(PartyKind.Citizen), new(PenaltyKind.Fine, 6_000_00), new(PenaltyKind.Confiscation, 6_000_00)).HearingRight);
        Assert.True(Find(new(PartyKind.Citizen), new(PenaltyKind.Fine, 6_000_00), new(PenaltyKind.Fine, 4_000_00)).HearingRight);
    }

    [Fact]
    public void Hearing_KindsOfArticleSixtyThree_GiveTheRight()
    {
        PenaltyKind[] listed =
        [
            PenaltyKind.LowerGrade, PenaltyKind.RevokeLicence, PenaltyKind.SuspendBusiness, PenaltyKind.CloseBusiness, PenaltyKind.BanFromTrade, PenaltyKind.RestrictBusiness, PenaltyKind.OtherHeavy,
        ];
        foreach (var kind in Enum.GetValues<PenaltyKind>())
        {
            var answer = Find(new(PartyKind.Organisation), new Penalty(kind, 1_00));
            Assert.Equal(listed.Contains(kind), answer.HearingRight);
            Assert.Equal(kind is PenaltyKind.Warning or PenaltyKind.Fine, answer.SimpleAllowed);
        }
    }

    [Theory]
    [InlineData("2012-03-01", true, Lightening.None, false)]
    [InlineData("2012-02-29", false, Lightening.Must, false)]
    [InlineData("2008-03-01", false, Lightening.Must, false)]
    [InlineData("2008-02-29", false, Lightening.None, true)]
    [InlineData("2008-02-28", false, Lightening.None, true)]
    public void Age_AroundTheBirthday_IsReachedTheDayAfter(string born, bool barred, Lightening lighten, bool publishable)
    {
        var answer = Find(new(PartyKind.Citizen, ShippedData.Date(born)), new Penalty(PenaltyKind.Warning));
        Assert.Equal((barred, lighten, publishable), (answer.PenaltyBarred, answer.Lighten, answer.Publishable));
        Assert.Equal(!barred, answer.SimpleAllowed);
    }

    [Theory]
    [InlineData("2026-02-28", AgeGroup.UnderFourteen)]
    [InlineData("2026-03-01", AgeGroup.Minor)]
    [InlineData("2030-02-28", AgeGroup.Minor)]
    [InlineData("2030-03-01", AgeGroup.Adult)]
    public void Age_BornOnTheLeapDay_HasItsBirthdayOnTheTwentyEighth(string day, AgeGroup group) =>
        Assert.Equal(group, AgeRule.On(new(2012, 2, 29), ShippedData.Date(day)));

    [Fact]
    public void Barred_EveryOtherAnswer_IsFalse()
    {
        var answer = Procedure.Find(new(new(PartyKind.Citizen, new(2015, 1, 1)), ActOn, [new(PenaltyKind.Fine, 20_000_00)], "城管", true, true, true, true), SettingsBook.Defaults.AsOf(ActOn));
        Assert.True(answer.PenaltyBarred);
        Assert.False(answer.SimpleAllowed || answer.HearingRight || answer.CollectiveDiscussion || answer.Publishable);
        Assert.Empty(answer.LegalReviewGrounds);
    }

    [Fact]
    public void Organisation_WithADateOfBirth_IsNeverBarred() =>
        Assert.Equal((false, Lightening.None, true), Find(new(PartyKind.Organisation, new(2015, 1, 1)), new Penalty(PenaltyKind.Warning)) is var answer ? (answer.PenaltyBarred, answer.Lighten, answer.Publishable) : default);

    [Fact]
    public void LegalReview_AllGrounds_StandInOrderOnce()
    {
        var answer = Procedure.Find(new(new(PartyKind.Organisation), ActOn, [new(PenaltyKind.Warning)], "城管", true, true, true, true), SettingsBook.Defaults.AsOf(ActOn));
        Assert.Equal(["58-1", "58-2", "58-3"], answer.LegalReviewGrounds);
        Assert.False(answer.SimpleAllowed);
    }

    [Fact]
    public void Threshold_OfTheDepartment_GoesBeforeTheGeneralOneFromItsFirstDay()
    {
        var book = new SettingsBook([new(SettingCatalogue.HearingThresholdCitizen.Key, "城管", "5000", new(2026, 3, 1), null, "测试文件", true)]);
        ProcedureAnswer On(DateOnly day, string department) =>
            Procedure.Find(new(new(PartyKind.Citizen, new(1980, 1, 1)), day, [new(PenaltyKind.Fine, 5_000_00)], department, false, false, false, false), book.AsOf(day));
        Assert.Equal((true, true), (On(new(2026, 3, 1), "城管").HearingRight, On(new(2026, 3, 1), "城管").ThresholdVerified));
        Assert.Equal((false, false), (On(new(2026, 2, 28), "城管").HearingRight, On(new(2026, 2, 28), "城管").ThresholdVerified));
        Assert.False(On(new(2026, 3, 1), "自然资源").HearingRight);
    }

    private static ProcedureAnswer Find(Party party, params Penalty[] penalties) =>
        Procedure.Find(new(party, ActOn, penalties, "城管", false, false, false, false), SettingsBook.Defaults.AsOf(ActOn));
}
