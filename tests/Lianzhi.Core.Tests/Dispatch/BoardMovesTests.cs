using CsCheck;
using Lianzhi.Core.Dispatch;
using Lianzhi.Core.Equipment;
using static Lianzhi.Core.Tests.Dispatch.SampleBoard;
using static Lianzhi.Core.Tests.Organisation.SampleUnits;

namespace Lianzhi.Core.Tests.Dispatch;

/// <summary>Changes by hand, planning anew and what comes out of the solver: never an unlawful crew.</summary>
public sealed class BoardMovesTests
{
    [Fact]
    public void MoveOfficer_OutOfALawfulCrew_IsRefusedWithTheRuleAndAWayOut()
    {
        var board = Of([Job("a"), Job("b")], [Crew("x", "1 2", "a"), Crew("y", "3 4", "b", "v2 c2")]);
        var refused = BoardMoves.MoveOfficer(board, "2", "y");
        Assert.Equal(["crew-too-small"], refused.Refusals.Select(refusal => refusal.Code));
        Assert.Empty(BoardMoves.ForOfficer(board, "x", "2"));
        var freed = board with { Crews = [Crew("x", "1 2", "a")] };
        Assert.Equal(["3", "4"], BoardMoves.ForOfficer(freed, "x", "2").Select(way => way.Officer));
        Assert.True(BoardMoves.MoveOfficer(freed, "3", "x", "2").IsOk);
    }

    [Fact]
    public void MoveJob_ToACrewThatMayNotSign_IsRefusedAndOffersTheOthers()
    {
        var board = Of([Job("a"), Job("b")], [Crew("x", "1 2", "a"), Crew("y", "5 6", "", "v2 c2")]);
        Assert.Equal(["crew-too-small"], BoardMoves.MoveJob(board, "b", "y").Refusals.Select(refusal => refusal.Code));
        var way = Assert.Single(BoardMoves.ForJob(board, "b"));
        Assert.Equal("x", way.Crew);
        Assert.Equal(["b"], BoardMoves.MoveJob(board, "b", way.Crew, way.Position).Value!.Crew("x")!.Jobs.Except(["a"]));
    }

    [Fact]
    public void Move_OfACrewThatLeft_IsRefused()
    {
        var board = Of([Job("a"), Job("b")], [Crew("x", "1 2", "a", closed: true)]);
        Assert.Equal("crew-under-way", Assert.Single(BoardMoves.MoveJob(board, "b", "x").Refusals).Code);
        Assert.Equal("crew-under-way", Assert.Single(BoardMoves.MoveOfficer(board, "3", "x").Refusals).Code);
        Assert.Equal("order-issued", Assert.Single(BoardMoves.Dissolve(Of([Job("a")], [Crew("x", "1 2", "a", issued: true)]), "x").Refusals).Code);
    }

    [Fact]
    public void Move_OfACrewThatWasUnlawfulBefore_MayMendItStepByStep()
    {
        var board = Of([Job("a", subjects: [Street, "xf"])], [Crew("x", "1", "a")]);
        var one = BoardMoves.MoveOfficer(board, "2", "x");
        Assert.True(one.IsOk);
        Assert.Equal(["crew-too-small"], Codes(one.Value, "x"));
    }

    [Fact]
    public void Move_OutOfACrewThatLacksOneAlready_IsRefusedBecauseItLacksMore()
    {
        // 2 fell sick after the order: one is missing, and the other stays until somebody takes the place.
        var board = Of([Job("a")], [Crew("x", "1", "a", issued: true)]);
        Assert.Equal(["crew-too-small"], BoardMoves.MoveOfficer(board, "1", null).Refusals.Select(refusal => refusal.Code));
        Assert.True(BoardMoves.MoveOfficer(board, "2", "x", "1").IsOk, "No more are missing than before.");
    }

    [Fact]
    public void Leave_OfACrewThatBecameUnlawful_IsRefused()
    {
        Assert.Empty(OrderFlow.Leave(Of([Job("a")], [Crew("x", "1 2", "a", issued: true)]), Crew("x", "1 2", "a", issued: true)));
        Assert.Equal(["crew-too-small"], OrderFlow.Leave(Of([Job("a")], [Crew("x", "1", "a", issued: true)]), Crew("x", "1", "a", issued: true)).Select(refusal => refusal.Code));
    }

    [Fact]
    public void Move_UnknownThings_NamesTheField()
    {
        var board = Of([Job("a")], [Crew("x", "1 2", "a")]);
        Assert.Equal("job", BoardMoves.MoveJob(board, "z", "x").Refusals[0].Field);
        Assert.Equal("crew", BoardMoves.MoveJob(board, "a", "z").Refusals[0].Field);
        Assert.Equal("officer", BoardMoves.MoveOfficer(board, "z", "x").Refusals[0].Field);
        Assert.Equal("crew", BoardMoves.Equip(board, "z", []).Refusals[0].Field);
    }

    [Fact]
    public void Moves_AnySequence_NeverMakeACrewUnlawful() => Gen.Select(Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 7]).List[1, 25].Sample(moves =>
    {
        var board = Start();
        foreach (var (act, job, crew, officer) in moves)
        {
            var to = crew == 3 ? null : $"k{crew}";
            var result = act switch
            {
                0 => BoardMoves.MoveJob(board, $"j{job}", to),
                1 => BoardMoves.MoveOfficer(board, People[officer], to),
                _ => BoardMoves.Equip(board, to ?? "k0", [officer % 2 == 0 ? "v1" : "v2", $"c{(officer % 3) + 1}"]),
            };
            if (result.IsOk) board = result.Value;
            if (board.Crews.Any(one => CrewCheck.Of(board, one).Any(fault => fault.Blocks))) return false;
            if (board.Crews.SelectMany(one => one.Jobs).Count() != board.Crews.SelectMany(one => one.Jobs).Distinct().Count()) return false;
        }
        return true;
    });

    [Fact]
    public void Proposal_AnyTeamsOfASolver_ComeOutLawful() => Gen.Select(Gen.Int[0, 7].Array[8], Gen.Int[0, 3].Array[6], Gen.Int[0, 8].Array[2]).Sample((crewOf, jobIn, recused) =>
    {
        var jobs = Enumerable.Range(0, 6).Select(number => Job($"j{number}", number % 3 == 0 ? OtherStreet : Street, number == 4 ? [Street, "xf"] : null, 30 + (number * 20), recused: [.. recused.Select(one => $"{one}")])).ToList();
        var board = Of(jobs);
        var teams = Enumerable.Range(0, 4).Select(team => new DispatchTeam([.. People.Where((_, index) => crewOf[index] == team)], [.. jobs.Where((_, index) => jobIn[index] == team).Select(job => new DispatchStop(job.Id, 0, 0, 0))]))
            .Where(team => team.Route.Count > 0).ToList();
        var number = 0;
        var after = DayProposal.Take(board, new DispatchSolution(0, 0, [], null, 0, teams), () => $"n{number++}");
        return after.Crews.All(crew => crew.Jobs.Count > 0 && !CrewCheck.Of(after, crew).Any(fault => fault.Blocks))
            && after.Waiting.All(job => WaitingReasons.Of(after, job).Length > 0);
    });

    [Fact]
    public void Proposal_OneTeamForTwoTownships_IsPartedWhereCarsAllow()
    {
        DispatchSolution everybody = new(0, 0, [], null, 0, [new(["1", "2", "5", "6"], [new("a", 0, 0, 0), new("b", 0, 0, 0)])]);
        var parted = DayProposal.Take(Of([Job("a"), Job("b", OtherStreet)]), everybody, Ids());
        Assert.Equal(["蓝田一组 1 2 a", "步文一组 5 6 b"], parted.Crews.Select(crew => $"{crew.Name} {string.Join(' ', crew.Officers)} {string.Join(' ', crew.Jobs)}").OrderByDescending(text => text, StringComparer.Ordinal));
        var together = DayProposal.Take(Of([Job("a"), Job("b", OtherStreet)], gear: [Gear("v1", EquipmentKind.Vehicle), Gear("c1", EquipmentKind.BodyCamera)]), everybody, Ids());
        Assert.Equal(4, Assert.Single(together.Crews).Officers.Count);

        static Func<string> Ids()
        {
            var number = 0;
            return () => $"n{number++}";
        }
    }

    [Fact]
    public void Problem_AsksTwoWhoMayActForEachSubject()
    {
        var problem = DayProposal.Problem(Of([Job("a", subjects: [Street, "xf"]), Job("b", OtherStreet, recused: ["5"])]))!;
        Assert.Equal(["350603003", "xf"], problem.Visits[0].Requires.Keys.Order(StringComparer.Ordinal));
        Assert.All(problem.Visits.SelectMany(visit => visit.Requires.Values), levels => Assert.Equal([2], levels));
        Assert.Equal(["6"], problem.Officers.Where(officer => officer.Holds($"{OtherStreet}!b", 1)).Select(officer => officer.Id));
        Assert.Equal(2, problem.Teams.MaxTeams);
        Assert.Equal((0.0, 390.0), (problem.Base.Open, problem.Base.Close));
    }

    [Fact]
    public void Problem_OfficersWhoMayActForBoth_AsksFourOfTheTwoSubjectsTogether()
    {
        var problem = DayProposal.Problem(Shared([Job("a", subjects: [Street, "xf"])]))!;
        Assert.Equal([4], problem.Visits[0].Requires[$"{Street}+xf"]);
        Assert.Equal(6, problem.Officers.Count(officer => officer.Holds($"{Street}+xf", 1)));
        var team = problem.Officers.Where(officer => officer.Id is "7" or "8").ToList();
        Assert.False(problem.Visits[0].IsServedBy(team));
    }

    [Fact]
    public void Fill_OfACrewWhoseOfficersMayActForBoth_LeavesTheJointVisitWaiting()
    {
        var board = Shared([Job("a", subjects: [Street, "xf"])], [Crew("x", "7 8", "")]);
        Assert.Equal(["a"], DayProposal.Fill(board).Waiting.Select(job => job.Id));
        var few = board with { Officers = [.. board.Officers.Where(officer => officer.Id is "1" or "7" or "8")] };
        Assert.Contains("一个主体的名义", WaitingReasons.Of(few, few.Jobs[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Proposal_AnyTeamsOfPeopleWhoMayActForSeveral_LetNobodyActForTwo() => Gen.Select(Gen.Int[0, 3].Array[8], Gen.Int[0, 2].Array[5], Gen.Int[0, 3].Array[8]).Sample((crewOf, jobIn, names) =>
    {
        var jobs = Enumerable.Range(0, 5).Select(number => Job($"j{number}", subjects: number % 2 == 0 ? [Street, "xf", OtherStreet] : [Street, "xf"])).ToList();
        var board = Shared(jobs, names: names) with { Terms = Terms with { MostInCrew = 8 } };
        var teams = Enumerable.Range(0, 3).Select(team => new DispatchTeam([.. People.Where((_, index) => crewOf[index] == team)], [.. jobs.Where((_, index) => jobIn[index] == team).Select(job => new DispatchStop(job.Id, 0, 0, 0))]))
            .Where(team => team.Route.Count > 0).ToList();
        var number = 0;
        var after = DayProposal.Take(board, new DispatchSolution(0, 0, [], null, 0, teams), () => $"n{number++}");
        return after.Crews.All(crew => after.Timing(crew).Stops.All(stop => CrewCheckTests.CanBeShared(after, crew, stop)));
    });

    [Fact]
    public void Problem_WithoutCarsPeopleOrJobs_IsNone()
    {
        Assert.Null(DayProposal.Problem(Of([])));
        Assert.Null(DayProposal.Problem(Of([Job("a")], gear: [Gear("c1", EquipmentKind.BodyCamera)])));
        Assert.Null(DayProposal.Problem(Of([Job("a", subjects: ["sc"])])));
    }

    [Fact]
    public void Problem_JobThatAsksForASkill_AsksTheSolverForItsLevelFromOneOfTheSubject()
    {
        var job = Job("a") with { Skills = [new(Street, "食品", 2)] };
        var problem = DayProposal.Problem(Skilled([job], [], ("3", "食品", 4), ("7", "食品", 5)))!;
        var (skill, levels) = Assert.Single(problem.Visits[0].Requires, asked => asked.Key != Street);
        Assert.Equal([1, 1], levels);
        Assert.Equal(["3"], problem.Officers.Where(officer => officer.Holds(skill, 2)).Select(officer => officer.Id));
    }

    [Fact]
    public void Replan_WhoLeavesHeldTheSkill_IsReplacedByOneWhoHoldsIt()
    {
        var job = Job("a") with { Skills = [new(Street, "食品", 2)] };
        var board = Skilled([job], [Crew("x", "1 2", "a", issued: true)], ("2", "食品", 2), ("4", "食品", 3));
        var mended = Replanning.Mend(board with { Officers = [.. board.Officers.Select(officer => officer.Id == "2" ? officer with { Away = [new(new MinuteSpan(0, 1_440), Core.Duty.DutyKind.SickLeave, "病假")] } : officer)] });
        Assert.Equal(["1", "4"], mended.Board.Crew("x")!.Officers);
        Assert.Equal(["a"], mended.Board.Crew("x")!.Jobs);
    }

    [Fact]
    public void Waiting_SaysWhy()
    {
        Assert.Contains("具备食品2级", Why(Skilled([Job("a") with { Skills = [new(Street, "食品", 2)] }], [], ("1", "食品", 1), ("7", "食品", 5))), StringComparison.Ordinal);
        Assert.Contains("只有0名", Why(Of([Job("a", subjects: ["sc"])])), StringComparison.Ordinal);
        Assert.Contains("病假", Why(Of([Job("a", OtherStreet)], away: "5")), StringComparison.Ordinal);
        Assert.Contains("回避", Why(Of([Job("a", OtherStreet, recused: ["5"])])), StringComparison.Ordinal);
        Assert.Contains("噪声仪", Why(Of([Job("a", needs: [EquipmentKind.NoiseMeter])])), StringComparison.Ordinal);
        Assert.Contains("执法车已排满", Why(Of([Job("a")], gear: [Gear("c1", EquipmentKind.BodyCamera)])), StringComparison.Ordinal);
        Assert.Contains("下班后", Why(Of([Job("a", window: new(1_320, 1_380))])), StringComparison.Ordinal);

        static string Why(DayBoard board) => WaitingReasons.Of(board, board.Jobs[0]);
    }

    [Fact]
    public void Deferring_OutAndBack_RestoresTheCrewsAndLeavesWhoHasLeft()
    {
        var board = Of([Job("a"), Job("b"), Job("c"), Job("w", OtherStreet)], [Crew("x", "1 2", "a b", issued: true), Crew("y", "3 4", "c", "v2 c2", closed: true)]);
        var deferred = Deferring.Jobs(board, [JobKind.PlannedVisit]);
        Assert.Equal(["a x 0", "b x 1", "w  0"], deferred.Select(one => $"{one.Job} {one.Crew} {one.Position}"));
        var dry = Deferring.Out(board, deferred);
        Assert.Empty(dry.Crew("x")!.Jobs);
        Assert.Equal(["c"], dry.Crew("y")!.Jobs);
        Assert.True(Deferring.Back(dry, deferred).Crew("x")!.Same(board.Crew("x")!));
        Assert.Equal(["a", "b", "w"], Deferring.Back(dry with { Crews = [dry.Crew("y")!] }, deferred).Waiting.Select(job => job.Id).Order(StringComparer.Ordinal));
        Assert.Empty(Deferring.Jobs(board, [JobKind.Clue]));
    }

    [Fact]
    public void Replan_SickCall_ReplacesOnlyThatOfficer()
    {
        var board = Of([Job("a"), Job("b", OtherStreet)], [Crew("x", "1 2", "a", issued: true), Crew("y", "5 6", "b", "v2 c2", issued: true)], away: "2");
        var mended = Replanning.Mend(board);
        Assert.Equal(["1", "3"], mended.Board.Crew("x")!.Officers);
        Assert.True(mended.Board.Crew("y")!.Same(board.Crew("y")!));
        Assert.Equal(["x组：由甲3替换甲2"], mended.Changes);
    }

    [Fact]
    public void Replan_NobodyFits_JobGoesBackAndOtherCrewsStay()
    {
        var board = Of([Job("a"), Job("b", OtherStreet)], [Crew("x", "1 2", "a"), Crew("y", "5 6", "b", "v2 c2")], away: "6");
        var mended = Replanning.Mend(board);
        Assert.Empty(mended.Board.Crew("y")!.Jobs);
        Assert.Equal(["b"], mended.Board.Waiting.Select(job => job.Id));
        Assert.True(mended.Board.Crew("x")!.Same(board.Crew("x")!));
    }

    [Fact]
    public void Replan_BrokenCar_TakesAnotherAndUrgentJobGoesIn()
    {
        var board = Of([Job("a"), Job("b", urgency: JobUrgency.Must)], [Crew("x", "1 2", "a")], gear: [Gear("v1", EquipmentKind.Vehicle, "爆胎"), Gear("v2", EquipmentKind.Vehicle), Gear("c1", EquipmentKind.BodyCamera)]);
        var mended = Replanning.Mend(board);
        Assert.Equal(["c1", "v2"], mended.Board.Crew("x")!.Gear);
        Assert.Equal(2, mended.Board.Crew("x")!.Jobs.Count);
        Assert.Equal(2, mended.Changes.Count);
    }

    [Fact]
    public void Replan_AnyAbsences_LeavesNoUnlawfulCrewAndTouchesNoLawfulOne() => Gen.Select(Gen.Bool.Array[8], Gen.Bool).Sample((away, broken) =>
    {
        var board = Start() with { Officers = [.. People.Select((id, index) => new DayOfficer(id, away[index] ? [new(new MinuteSpan(0, 1_440), Core.Duty.DutyKind.Leave, "休假")] : []))] };
        if (broken) board = board with { Gear = [.. board.Gear.Select(gear => gear.Item.Id == "v1" ? Gear("v1", EquipmentKind.Vehicle, "故障") : gear)] };
        var lawful = board.Crews.Where(crew => !CrewCheck.Of(board, crew).Any(fault => fault.Blocks)).ToList();
        var after = Replanning.Mend(board).Board;
        return after.Crews.All(crew => !CrewCheck.Of(after, crew).Any(fault => fault.Blocks)) && lawful.TrueForAll(crew => after.Crew(crew.Id)!.Officers.SequenceEqual(crew.Officers));
    });

    private static DayBoard Start() => Of([Job("j0"), Job("j1"), Job("j2", OtherStreet), Job("j3", OtherStreet, minutes: 90), Job("j4", subjects: [Street, "xf"]), Job("j5", recused: ["1"])],
        [Crew("k0", "1 2", "j0"), Crew("k1", "5 6", "j2", "v2 c2"), Crew("k2", "3 4", "", "c3")]);
}
