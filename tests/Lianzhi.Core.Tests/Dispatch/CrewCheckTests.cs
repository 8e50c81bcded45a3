using CsCheck;
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
    public void Crew_SameTwoForDepartmentAndStreet_IsRefused()
    {
        var board = Shared([Job("a", subjects: [Street, "xf"])], [Crew("x", "7 8", "a")]);
        var refusal = Assert.Single(CrewCheck.Of(board, board.Crew("x")!), fault => fault.Blocks).Refusal;
        Assert.Equal("crew-too-small", refusal.Code);
        Assert.Contains("一人在一次检查中只能以一个主体的名义执法", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["crew-too-small"], Codes(Shared([Job("a", subjects: [Street, "xf"])], [Crew("x", "1 7 8", "a")]), "x"));
        Assert.Empty(Codes(Shared([Job("a", subjects: [Street, "xf"])], [Crew("x", "1 2 7 8", "a")]), "x"));
        Assert.Empty(Codes(Shared([Job("a"), Job("b", subjects: ["xf"])], [Crew("x", "7 8", "a b")]), "x"));
    }

    [Fact]
    public void Crew_WhoHoldsTheSkillIsNeededForTheOtherSubject_IsRefused()
    {
        // The fire service has but 7 and 8, so 7 cannot bring the street's skill as well.
        var job = Job("a", subjects: [Street, "xf"]) with { Skills = [new(Street, "食品", 2)] };
        var board = Shared([job], [Crew("x", "1 2 7 8", "a")], skilled: "7");
        Assert.Equal(["skill-missing"], Codes(board, "x"));
        Assert.Empty(Codes(board with { Jobs = [job with { Subjects = [Street] }] }, "x"));
    }

    [Fact]
    public void Signers_OfAJointVisit_AreTwoOfEach()
    {
        var board = Shared([Job("a", subjects: ["xf", Street])], [Crew("x", "7 8 1 2", "a")]);
        var signers = CrewCheck.Signers(board, board.Crew("x")!, board.Timing(board.Crew("x")!).Stops[0]);
        Assert.Equal(["1 350603003", "2 350603003", "7 xf", "8 xf"], signers.SubjectOf.Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Crew_AnyPeopleWhoMayActForSeveral_IsAcceptedExactlyWhenNobodyNeedsToActForTwo() =>
        Gen.Select(Gen.Bool.Array[8], Gen.Int[0, 3].Array[8], Gen.Int[1, 7]).Sample((inCrew, names, which) =>
        {
            string[] subjects = [.. new[] { Street, "xf", OtherStreet }.Where((_, at) => (which & (1 << at)) != 0)];
            var board = Shared([Job("a", subjects: subjects)], [Crew("x", string.Join(' ', People.Where((_, at) => inCrew[at])), "a")], names) with { Terms = Terms with { MostInCrew = 8 } };
            var crew = board.Crew("x")!;
            return CanBeShared(board, crew, board.Timing(crew).Stops[0]) == !Codes(board, "x").Contains("crew-too-small");
        });

    /// <summary>Tries every way to share the officers out: two of each subject, nobody for two.</summary>
    internal static bool CanBeShared(DayBoard board, DayCrew crew, CrewStop stop)
    {
        return Try(0, [.. stop.Job.Subjects.Select(_ => 2)]);

        bool Try(int index, int[] left)
        {
            if (left.All(count => count <= 0)) return true;
            if (index == crew.Officers.Count) return false;
            if (Try(index + 1, left)) return true;
            for (var at = 0; at < left.Length; at++)
                if (CrewCheck.May(board, crew.Officers[index], stop.Job.Subjects[at], stop.Job, new(stop.Start, stop.Leave)) is null && Try(index + 1, [.. left.Select((count, one) => one == at ? count - 1 : count)])) return true;
            return false;
        }
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
