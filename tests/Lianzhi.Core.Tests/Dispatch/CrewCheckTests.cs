using Lianzhi.Core.Dispatch;
using Lianzhi.Core.Duty;
using Lianzhi.Core.Equipment;
using static Lianzhi.Core.Tests.Dispatch.SampleBoard;
using static Lianzhi.Core.Tests.Organisation.SampleUnits;

namespace Lianzhi.Core.Tests.Dispatch;

/// <summary>Whether a crew is lawful, rule by rule.</summary>
public sealed class CrewCheckTests
{
    [Fact]
    public void Crew_TwoOfTheSubjectWithCarAndCamera_IsLawful() => Assert.Empty(CrewCheck.Of(Of([Job("a")], [Crew("x", "1 2", "a")]), Crew("x", "1 2", "a")));

    [Fact]
    public void Crew_TwoSubjectsSignButOnlyOneHasTwo_IsRefused()
    {
        var board = Of([Job("a", subjects: [Street, "xf"])], [Crew("x", "1 2 7", "a")]);
        var refusal = Assert.Single(CrewCheck.Of(board, board.Crew("x")!), fault => fault.Blocks).Refusal;
        Assert.Equal("crew-too-small", refusal.Code);
        Assert.Contains("现有1名", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("行政处罚法 第四十二条", refusal.Basis?.Text);
        Assert.Empty(Codes(Of([Job("a", subjects: [Street, "xf"])], [Crew("x", "1 2 7 8", "a")]), "x"));
    }

    [Fact]
    public void Crew_WithoutTheSkillAskedFor_IsRefusedUntilOneOfTheSubjectBringsIt()
    {
        var job = Job("a", subjects: [Street, "xf"]) with { Skills = [new("xf", "消防", 3)] };
        Assert.Equal(["skill-missing"], Codes(Skilled([job], [Crew("x", "1 2 7 8", "a")], ("7", "消防", 2), ("1", "消防", 5)), "x"));
        Assert.Empty(Codes(Skilled([job], [Crew("x", "1 2 7 8", "a")], ("8", "消防", 3)), "x"));
    }

    [Fact]
    public void Crew_WithSomebodyWhoKeepsOut_IsRefusedEvenWhenTwoOthersAct()
    {
        Assert.Equal(["officer-recused"], Codes(Of([Job("a", recused: ["3"])], [Crew("x", "1 2 3", "a")]), "x"));
        Assert.Equal(["officer-recused", "crew-too-small"], Codes(Of([Job("a", recused: ["2"])], [Crew("x", "1 2", "a")]), "x"));
    }

    [Fact]
    public void Officer_Away_OrInTwoCrewsAtOnce_IsRefused()
    {
        Assert.Equal(["officer-away", "crew-too-small"], Codes(Of([Job("a")], [Crew("x", "1 2", "a")], away: "2"), "x"));
        var both = Of([Job("a"), Job("b")], [Crew("x", "1 2", "a"), Crew("y", "2 3", "b", "v2 c2")]);
        Assert.Contains("officer-in-two-crews", Codes(both, "x"));
        // One after the other is possible.
        Assert.Empty(Codes(Of([Job("a"), Job("b", window: new(870, 1_050))], [Crew("x", "1 2", "a"), Crew("y", "2 3", "b", "v2 c2")]), "x"));
    }

    [Fact]
    public void Officer_AwayForHoursOnly_MayGoAtOtherTimes()
    {
        var board = Of([Job("a", window: new(510, 720))], [Crew("x", "1 2", "a")]) with { Officers = [new("1", []), new("2", [new Absence(new(840, 960), DutyKind.Hearing, "听证")])] };
        Assert.Empty(Codes(board, "x"));
        Assert.Contains("officer-away", Codes(board with { Jobs = [Job("a", window: new(870, 960))] }, "x"));
    }

    [Fact]
    public void Officer_WithoutCertificate_IsRefused() => Assert.Contains("certificate-not-valid", Codes(Of([Job("a")], [Crew("x", "1 2 9", "a")]), "x"));

    [Fact]
    public void Gear_MissingFaultyOrTwice_IsRefused()
    {
        Assert.Equal(["no-camera"], Codes(Of([Job("a")], [Crew("x", "1 2", "a", "v1")]), "x"));
        Assert.Empty(Codes(Of([Job("a")], [Crew("x", "1 2", "a", "c1")]), "x"));
        Assert.Equal(["on-foot"], Codes(Of([Job("a")], [Crew("x", "1 2", "a", "c1")]), "x", blocking: false));
        Assert.Equal(["no-vehicle"], Codes(Of([Job("a", OtherStreet)], [Crew("x", "5 6", "a", "c1")]), "x"));
        Assert.Equal(["equipment-faulty"], Codes(Of([Job("a")], [Crew("x", "1 2", "a")], gear: [Gear("v1", EquipmentKind.Vehicle, "爆胎"), Gear("c1", EquipmentKind.BodyCamera)]), "x"));
        Assert.Contains("equipment-in-two-crews", Codes(Of([Job("a"), Job("b")], [Crew("x", "1 2", "a"), Crew("y", "3 4", "b", "v1 c2")]), "x"));
        Assert.Equal(["equipment-missing"], Codes(Of([Job("a", needs: [EquipmentKind.NoiseMeter])], [Crew("x", "1 2", "a")]), "x"));
    }

    [Fact]
    public void Officer_OfAnotherTownship_IsOnlyNotedWhenNotNeeded()
    {
        var board = Of([Job("a")], [Crew("x", "1 2 5", "a")]);
        Assert.Empty(Codes(board, "x"));
        Assert.Equal(["officer-redeployed"], Codes(board, "x", blocking: false));
    }

    [Fact]
    public void Timing_JobThatWouldRunIntoNoon_BeginsAfterIt()
    {
        var board = Of([Job("a", minutes: 150), Job("b", minutes: 60)], [Crew("x", "1 2", "a b")]);
        var timing = board.Timing(board.Crew("x")!);
        Assert.Equal([(520, 670), (870, 930)], timing.Stops.Select(stop => (stop.Start, stop.Leave)));
        Assert.Equal((510, 940, 30), (timing.Out, timing.Back, timing.Travel));
        Assert.Null(timing.Late);
    }

    [Fact]
    public void Timing_AfterTheWindow_IsLate()
    {
        Assert.Equal(["not-in-time"], Codes(Of([Job("a", minutes: 60), Job("b", window: new(510, 600))], [Crew("x", "1 2", "a b")]), "x"));
        Assert.Empty(Codes(Of([Job("a", window: new(1_320, 1_380))], [Crew("x", "1 2", "a")]), "x"));
    }

    [Fact]
    public void Order_OnlyLawfulCrewsWithJobs_AreIssued()
    {
        var board = Of([Job("a")], [Crew("x", "1", "a"), Crew("y", "3 4", "", "v2 c2")]);
        Assert.Equal(["crew-too-small"], OrderFlow.Issue(board, board.Crew("x")!).Select(refusal => refusal.Code));
        Assert.Equal(["crew-without-jobs"], OrderFlow.Issue(board, board.Crew("y")!).Select(refusal => refusal.Code));
    }

    [Theory]
    [InlineData(OrderStage.Draft, "Issue Change")]
    [InlineData(OrderStage.Issued, "Acknowledge Change Cancel")]
    [InlineData(OrderStage.Acknowledged, "Change Cancel Start")]
    [InlineData(OrderStage.Started, "Cancel Report")]
    [InlineData(OrderStage.Done, "")]
    [InlineData(OrderStage.Cancelled, "")]
    public void Order_AtEachStage_TakesTheseSteps(OrderStage stage, string steps) =>
        Assert.Equal(steps, string.Join(' ', Enum.GetValues<OrderStep>().Where(step => OrderFlow.Check(stage, step) is null)));
}
