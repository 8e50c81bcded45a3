using Lianzhi.Core.Clues;
using Lianzhi.Core.Powers;

namespace Lianzhi.Core.Tests.Clues;

/// <summary>What may be done with a clue, and what each "no" says.</summary>
public class TriageTests
{
    private static readonly DateOnly Due = new(2026, 10, 20);
    private static readonly ClueBody Lantian = new("350603003", "漳州市龙文区人民政府蓝田街道办事处");
    private static readonly ClueBody Buwen = new("350603001", "漳州市龙文区人民政府步文街道办事处");
    private static readonly ClueBody Police = new(null, "漳州市公安局龙文分局");
    private static readonly Remedies Remedies = new("漳州市龙文区人民政府", "漳州市龙文区人民法院");
    private static readonly CompetenceAnswer ByLantian = By(CompetenceKind.Township, Lantian.Code!, Lantian.Name);
    private static readonly CompetenceAnswer ByBureau = By(CompetenceKind.Department, "zr", "区自然资源局");
    private static readonly CompetenceAnswer ByCity = By(CompetenceKind.City, "city-hb", "漳州市生态环境局");
    private const string Reason = "经现场查看并核对地图后确认";

    [Theory]
    [InlineData(ClueState.Unseen)]
    [InlineData(ClueState.Seen)]
    [InlineData(ClueState.Reported)]
    [InlineData(ClueState.Transferred)]
    public void Accept_Undecided_RunsTheHandlingPeriod(ClueState state)
    {
        var accepted = Triage.Accept(Clue(state), ByLantian, Due);
        Assert.True(accepted.IsOk);
        Assert.Equal((ClueState.Accepted, Due), (accepted.Value.State, accepted.Value.DueOn!.Value));
    }

    [Theory]
    [InlineData(ClueState.Accepted)]
    [InlineData(ClueState.Rejected)]
    [InlineData(ClueState.Filed)]
    [InlineData(ClueState.Closed)]
    [InlineData(ClueState.Answered)]
    public void Accept_AlreadyDecided_IsRefused(ClueState state) => Assert.Equal("already-decided", Code(Triage.Accept(Clue(state), null, Due)));

    [Fact]
    public void Accept_MatterOfADepartment_MustBeTransferred()
    {
        var refused = Triage.Accept(Clue(), ByBureau, Due);
        Assert.Equal("not-competent", Code(refused));
        Assert.Contains("区自然资源局", refused.Refusals[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accept_MatterMovedToCity_MustBeTransferred() => Assert.Equal("not-competent", Code(Triage.Accept(Clue(), ByCity, Due)));

    [Fact]
    public void Accept_NobodyFoundCompetent_LeavesItToTheBody() =>
        Assert.True(Triage.Accept(Clue(), new CompetenceAnswer(CompetenceKind.None, null, null, null, []), Due).IsOk);

    [Fact]
    public void Reject_OwnMatter_TellsReviewFirst()
    {
        var rejected = Triage.Reject(Clue(), RejectGround.NoFacts, Reason, ByLantian, answerable: true, Remedies);
        Assert.Equal(ClueState.Rejected, rejected.Value!.State);
        PinnedText.Match("rejected-answer.txt", rejected.Value.Answer!);
    }

    [Fact]
    public void Reject_NobodyToAnswer_WritesNoAnswer() =>
        Assert.Null(Triage.Reject(Clue(), RejectGround.NoFacts, Reason, ByLantian, answerable: false, Remedies).Value!.Answer);

    [Fact]
    public void Reject_MatterOfAnotherBody_IsRefused() =>
        Assert.Equal("transfer-instead", Code(Triage.Reject(Clue(), RejectGround.NotEnforcement, Reason, ByBureau, true, Remedies)));

    [Fact]
    public void Transfer_WithinTheDistrict_ReceiverDecidesAnew()
    {
        var moved = Triage.Transfer(Clue(), Buwen, Reason, null, false, Due).Value!;
        Assert.Equal((ClueState.Transferred, Buwen, (DateOnly?)Due), (moved.State, moved.Body, moved.DueOn));
        Assert.True(Triage.IsUndecided(moved));
        Assert.True(Triage.Accept(moved, null, Due).IsOk);
    }

    [Fact]
    public void Transfer_Outside_EndsItHere()
    {
        var moved = Triage.Transfer(Clue(), Police, Reason, null, false, Due).Value!;
        Assert.Null(moved.DueOn);
        Assert.False(Triage.IsUndecided(moved));
        Assert.True(Triage.Answer(moved, "已移送公安机关办理，请留意其通知。", true).IsOk);
    }

    [Fact]
    public void Transfer_CityMatter_OnlyToTheCityOrgan()
    {
        Assert.Equal("transfer-to-wrong-body", Code(Triage.Transfer(Clue(), Buwen, Reason, ByCity, false, Due)));
        Assert.True(Triage.Transfer(Clue(), new ClueBody(null, "漳州市生态环境局"), Reason, ByCity, false, Due).IsOk);
    }

    [Fact]
    public void Report_AcceptedClueThatTurnsOutMajor_IsReported() =>
        Assert.Equal(ClueState.Reported, Triage.Report(Clue(ClueState.Accepted), false, true, Reason).Value!.State);

    [Fact]
    public void Arrange_Reported_GoesToTheBodyAndIsDecidedThere()
    {
        var arranged = Triage.Arrange(Clue(ClueState.Reported), Buwen, Reason, null, Due).Value!;
        Assert.Equal((ClueState.Seen, Buwen), (arranged.State, arranged.Body));
    }

    [Fact]
    public void Link_Twice_SameCaseIsNoChange()
    {
        var filed = Triage.Link(Clue(ClueState.Accepted), "case-one").Value!;
        Assert.Null(filed.DueOn);
        Assert.Equal(filed, Triage.Link(filed, "case-one").Value);
        Assert.Equal("already-filed", Code(Triage.Link(filed, "case-two")));
    }

    [Fact]
    public void Hotline_FiledAsACase_OwesItsReplyUntilAnInterimAnswerIsGiven()
    {
        var hotline = Clue(ClueState.Accepted) with { Source = ClueSource.Hotline };
        var filed = Triage.Link(hotline, "case-one").Value!;
        Assert.Equal(hotline.DueOn, filed.DueOn);
        var told = Triage.AnswerMeanwhile(filed, ClueAnswers.DraftMeanwhile(filed), true, Due).Value!;
        Assert.Equal((ClueState.Filed, null), (told.State, told.DueOn));
        Assert.Contains("已立案调查", told.Answer, StringComparison.Ordinal);
        // Answered once, the case has its own time; the final answer follows its end.
        Assert.Null(Triage.Close(told, Reason).Value!.DueOn);
        Assert.Equal(ClueState.Answered, Triage.Answer(Triage.Close(told, Reason).Value!, Reason, true).Value!.State);
        // Closed without any answer: the reply is still owed, by its day.
        var closed = Triage.Close(hotline, Reason).Value!;
        Assert.Equal(hotline.DueOn, closed.DueOn);
        Assert.Null(Triage.Answer(closed, Reason, true).Value!.DueOn);
        // While it is only checked, the interim answer begins the time for checking.
        Assert.Equal(Due, Triage.AnswerMeanwhile(hotline, Reason, true, Due).Value!.DueOn);
    }

    [Fact]
    public void Close_ThenAnswer_EndsAsAnswered()
    {
        var closed = Triage.Close(Clue(ClueState.Filed), "已责令改正并处罚款二千元。").Value!;
        Assert.Equal(ClueState.Answered, Triage.Answer(closed, ClueAnswers.Draft(closed), true).Value!.State);
    }

    [Fact]
    public void Refusals_Each_AreSaidInWords()
    {
        var refusals = new[]
        {
            Triage.Accept(Clue(ClueState.Closed), null, Due),
            Triage.Accept(Clue() with { Township = null }, null, Due),
            Triage.Accept(Clue(), ByBureau, Due),
            Triage.Reject(Clue(), RejectGround.NoFacts, "太短", null, true, Remedies),
            Triage.Reject(Clue(), RejectGround.NotEnforcement, Reason, ByBureau, true, Remedies),
            Triage.Transfer(Clue(), Lantian, Reason, null, false, Due),
            Triage.Transfer(Clue(), Buwen, Reason, null, true, Due),
            Triage.Transfer(Clue(), Buwen, null, null, false, Due),
            Triage.Transfer(Clue(), Buwen, Reason, ByBureau, false, Due),
            Triage.Report(Clue(), false, false, Reason),
            Triage.Report(Clue(), true, false, ""),
            Triage.Report(Clue(ClueState.Reported), true, false, Reason),
            Triage.Arrange(Clue(), Buwen, Reason, null, Due),
            Triage.Arrange(Clue(ClueState.Reported), Police, Reason, null, Due),
            Triage.Arrange(Clue(ClueState.Reported), Buwen, "", null, Due),
            Triage.Arrange(Clue(ClueState.Reported), Buwen, Reason, ByBureau, Due),
            Triage.Link(Clue(), "case"),
            Triage.Link(Clue(ClueState.Filed) with { CaseId = "one" }, "two"),
            Triage.Close(Clue(), Reason),
            Triage.Close(Clue(ClueState.Accepted), ""),
            Triage.AnswerMeanwhile(Clue(), Reason, true, Due),
            Triage.AnswerMeanwhile(Clue(ClueState.Filed), Reason, false, Due),
            Triage.AnswerMeanwhile(Clue(ClueState.Filed), "短", true, Due),
            Triage.Answer(Clue(), Reason, true),
            Triage.Answer(Clue(ClueState.Closed), Reason, false),
            Triage.Answer(Clue(ClueState.Closed), "", true),
        };
        Assert.All(refusals, refused => Assert.False(refused.IsOk));
        Assert.All(refusals.SelectMany(refused => refused.Refusals).Where(refusal => refusal.Kind == RefusalKind.Rule), refusal => Assert.NotNull(refusal.Basis));
        PinnedText.Match("triage-refusals.txt", PinnedText.Of(refusals.SelectMany(refused => refused.Refusals)));
    }

    private static Clue Clue(ClueState state = ClueState.Seen) =>
        new(ClueSource.PublicComplaint, state, "350603003", "CG-037", Lantian, new DateOnly(2026, 10, 8)) { DueOn = new DateOnly(2026, 10, 19) };

    private static CompetenceAnswer By(CompetenceKind kind, string code, string name) => new(kind, new Subject(code, name), null, null, []);

    private static string Code(Result<Clue> result) => Assert.Single(result.Refusals).Code;
}
