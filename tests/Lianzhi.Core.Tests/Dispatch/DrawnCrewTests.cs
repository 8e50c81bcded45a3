using CsCheck;
using Lianzhi.Core.Dispatch;
using static Lianzhi.Core.Tests.Dispatch.SampleBoard;

namespace Lianzhi.Core.Tests.Dispatch;

/// <summary>Inspections of drawn targets on the board: whom the draw chose goes, nobody instead.</summary>
public sealed class DrawnCrewTests
{
    private static readonly DayJob Drawn = Job("a") with { Kind = JobKind.DrawnInspection, Drawn = ["1", "2"] };

    [Theory]
    [InlineData("1 2", "")]
    [InlineData("1 2 3", "")]
    [InlineData("1 3", "drawn-officer-missing")]
    [InlineData("3 4", "drawn-officer-missing drawn-officer-missing")]
    public void Crew_OfADrawnInspection_HoldsEverybodyWhoWasDrawn(string officers, string codes) =>
        Assert.Equal(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries), Codes(Of([Drawn], [Crew("x", officers, "a")]), "x"));

    [Fact]
    public void Signers_OfADrawnInspection_AreWhomTheDrawChose()
    {
        var board = Of([Drawn with { Drawn = ["3", "4"] }], [Crew("x", "1 2 3 4", "a")]);
        var crew = board.Crew("x")!;
        Assert.Equal(["3", "4"], CrewCheck.Signers(board, crew, board.Timing(crew).Stops[0]).SubjectOf.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Officer_WhoWasDrawn_IsNotReplacedByHand()
    {
        var board = Of([Drawn], [Crew("x", "1 2", "a")]);
        var refusal = Assert.Single(BoardMoves.MoveOfficer(board, "3", "x", leaving: "2").Refusals);
        Assert.Equal(("drawn-officer-missing", "优化营商环境条例 第五十四条"), (refusal.Code, refusal.Basis?.Text));
        Assert.Equal("drawn-officer-missing", Assert.Single(BoardMoves.MoveOfficer(board, "2", null).Refusals).Code);
        Assert.Empty(BoardMoves.ForOfficer(board, "x", "2"));
    }

    [Fact]
    public void Job_DrawnForOthers_DoesNotGoToACrewWithoutThem() =>
        Assert.Contains("drawn-officer-missing", BoardMoves.MoveJob(Of([Drawn], [Crew("x", "3 4", "")]), "a", "x").Refusals.Select(refusal => refusal.Code));

    [Fact]
    public void Problem_AsksForExactlyWhomTheDrawChose()
    {
        var problem = DayProposal.Problem(Of([Drawn with { Drawn = ["2", "3"] }, Job("b")]))!;
        Assert.False(problem.Visits[0].IsServedBy([.. problem.Officers.Where(officer => officer.Id is "1" or "2" or "4")]));
        Assert.True(problem.Visits[0].IsServedBy([.. problem.Officers.Where(officer => officer.Id is "2" or "3")]));
        Assert.Equal(["b"], DayProposal.Problem(Of([Drawn, Job("b")], away: "1"))!.Visits.Select(visit => visit.Id));
    }

    [Fact]
    public void Proposal_AnyTeams_NeverSendsOthersThanDrawn() => Gen.Select(Gen.Int[0, 3].Array[8], Gen.Int[0, 2].Array[4], Gen.Int[0, 3].Array[4]).Sample((crewOf, jobIn, who) =>
    {
        var jobs = Enumerable.Range(0, 4).Select(number => Job($"j{number}") with { Drawn = who[number] == 0 ? [] : [$"{who[number]}", $"{who[number] + 1}"] }).ToList();
        var board = Of(jobs);
        var teams = Enumerable.Range(0, 3).Select(team => new DispatchTeam([.. People.Where((_, index) => crewOf[index] == team)], [.. jobs.Where((_, index) => jobIn[index] == team).Select(job => new DispatchStop(job.Id, 0, 0, 0))]))
            .Where(team => team.Route.Count > 0).ToList();
        var number = 0;
        var after = DayProposal.Take(board, new DispatchSolution(0, 0, [], null, 0, teams), () => $"n{number++}");
        return after.Crews.All(crew => crew.Jobs.Select(after.Job).All(job => job.Drawn.All(crew.Officers.Contains))) && after.Waiting.All(job => WaitingReasons.Of(after, job).Length > 0);
    });

    [Fact]
    public void Replan_WhoWasDrawnIsSick_GivesTheJobBackUntilTheExchangeIsOnRecord()
    {
        var sick = Of([Drawn], [Crew("x", "1 2", "a", issued: true)], away: "2");
        var mended = Replanning.Mend(sick).Board;
        Assert.Equal(["a"], mended.Waiting.Select(job => job.Id));
        Assert.StartsWith($"抽取的检查人员{mended.NameOf("2")}当日病假", WaitingReasons.Of(mended, mended.Job("a")), StringComparison.Ordinal);
        // The exchange: 4 goes instead of 2.
        var exchanged = Replanning.Mend(sick with { Jobs = [Drawn with { Drawn = ["1", "4"] }] }).Board;
        Assert.Equal(("x", "1 4"), (exchanged.CrewOf("a")?.Id, string.Join(' ', exchanged.Crew("x")!.Officers)));
    }

    [Fact]
    public void Replan_ExchangeOnRecordWhileTheFormerIsThere_LetsTheOtherJoin()
    {
        var board = Of([Drawn with { Drawn = ["1", "3"] }], [Crew("x", "1 2", "a", issued: true)]);
        Assert.Equal(["drawn-officer-missing"], Codes(board, "x"));
        Assert.Equal(["1", "2", "3"], Replanning.Mend(board).Board.Crew("x")!.Officers);
    }

    [Theory]
    [InlineData("1", null, "已申报回避")]
    [InlineData(null, "3", "已排在x组")]
    public void Waiting_DrawnOfficersWhoCannotGoTogether_IsSaid(string? recused, string? with, string said)
    {
        var board = Of([Drawn with { Recused = recused is null ? [] : [recused] }, Job("b")], with is null ? [] : [Crew("x", $"1 {with}", "b")]);
        Assert.Contains(said, WaitingReasons.Of(board, board.Job("a")), StringComparison.Ordinal);
    }
}
