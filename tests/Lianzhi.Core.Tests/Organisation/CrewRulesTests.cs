using Lianzhi.Core.Organisation;
using static Lianzhi.Core.Tests.Organisation.SampleUnits;

namespace Lianzhi.Core.Tests.Organisation;

public sealed class CrewRulesTests
{
    [Fact]
    public void Crew_TwoCertifiedOfficersOfTheSubject_MayAct() =>
        Assert.Equal(2, Check(new SampleUnits().With("1", Street).With("2", Street), "1", "2").Value!.Count);

    [Fact]
    public void Crew_OneOfficerNamedTwice_IsTooSmall() =>
        Assert.Equal(["crew-too-small"], Codes(Check(new SampleUnits().With("1", Street), "1", "1")));

    [Fact]
    public void Crew_StreetOfficerAndSecondedOfficerWithName_MayAct() =>
        Assert.True(Check(new SampleUnits().With("1", Street).With("2", "cg").SentDown("2", "cg", Street, null, true), "1", "2").IsOk);

    [Fact]
    public void Crew_SecondedToTheWholeAreaWithName_MayAct() =>
        Assert.True(Check(new SampleUnits().With("1", Street).With("2", "cg").SentDown("2", "cg", null, "A1", true), "1", "2").IsOk);

    [Theory]
    [InlineData(Street, null, false, "secondment-without-name")]
    [InlineData(OtherStreet, null, true, "officer-not-of-subject")]
    [InlineData(null, "A2", true, "officer-not-of-subject")]
    public void Crew_SecondmentThatDoesNotReachTheSubject_IsRefused(string? township, string? area, bool inName, string code) =>
        Assert.Equal([code, "crew-too-small"],
            Codes(Check(new SampleUnits().With("1", Street).With("2", "cg").SentDown("2", "cg", township, area, inName), "1", "2")));

    [Fact]
    public void Crew_SecondedOfficer_StillActsForTheHomeDepartment() =>
        Assert.True(CrewRules.Check("cg", ["1", "2"],
            new SampleUnits().With("1", "cg").With("2", "cg").SentDown("2", "cg", Street, null, true).AsOf()).IsOk);

    [Fact]
    public void Crew_OneStreetAndOneSecondedForThreeBodies_IsRefusedForEachBody()
    {
        var organisation = new SampleUnits().With("1", Street).With("2", "cg").SentDown("2", "cg", Street, null, true).AsOf();

        Assert.True(CrewRules.Check(Street, ["1", "2"], organisation).IsOk);
        Assert.False(CrewRules.Check("cg", ["1", "2"], organisation).IsOk);
        Assert.False(CrewRules.Check("sc", ["1", "2"], organisation).IsOk);
    }

    [Fact]
    public void Crew_RedeployedWithinTheArea_OnlyWithSetting()
    {
        var organisation = new SampleUnits().With("1", Street).With("2", OtherStreet).With("3", "350603004").AsOf();

        Assert.False(CrewRules.Check(Street, ["1", "2"], organisation).IsOk);
        Assert.False(CrewRules.Check(Street, ["1", "2"], organisation, new CrewPolicy(true)).IsOk);
        Assert.True(CrewRules.Check(Street, ["1", "2"], organisation, new CrewPolicy(true, "区司法局某文件")).IsOk);
        Assert.False(CrewRules.Check(Street, ["1", "3"], organisation, new CrewPolicy(true, "区司法局某文件")).IsOk);
    }

    [Theory]
    [InlineData("2026-10-07", "暂扣", true)]
    [InlineData("2026-10-09", "注销", false)]
    [InlineData("2028-12-31", "注销", false)]
    public void Crew_CertificateSuspendedOrCancelled_IsRefusedWithItsState(string day, string state, bool suspended)
    {
        var units = new SampleUnits().With("1", Street).With("2", Street);
        units.Certificates[1] = suspended
            ? units.Certificates[1] with { Suspended = new Validity(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 8)) }
            : units.Certificates[1] with { CancelledOn = new DateOnly(2026, 10, 9) };

        var result = CrewRules.Check(Street, ["1", "2"], units.AsOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(["certificate-not-valid", "crew-too-small"], Codes(result));
        Assert.Contains(state, result.Refusals[0].Message, StringComparison.Ordinal);
        Assert.True(CrewRules.Check(Street, ["1", "2"], units.AsOf(new DateOnly(2026, 10, 8))).IsOk);
    }

    [Fact]
    public void Crew_CertificateOnItsLastDay_IsValidAndTheDayAfterNot()
    {
        var units = new SampleUnits().With("1", Street).With("2", Street, certifiedTo: new DateOnly(2026, 10, 9));

        Assert.True(CrewRules.Check(Street, ["1", "2"], units.AsOf(new DateOnly(2026, 10, 8))).IsOk);
        Assert.False(CrewRules.Check(Street, ["1", "2"], units.AsOf(new DateOnly(2026, 10, 9))).IsOk);
    }

    private static Result<IReadOnlyList<CrewMember>> Check(SampleUnits units, params string[] officers) =>
        CrewRules.Check(Street, officers, units.AsOf());

    private static IEnumerable<string> Codes<T>(Result<T> result) => result.Refusals.Select(refusal => refusal.Code);
}
