using Lianzhi.Core.Dispatch;
using Lianzhi.Core.Equipment;
using Lianzhi.Core.Tests.Organisation;
using static Lianzhi.Core.Tests.Dispatch.SampleBoard;
using static Lianzhi.Core.Tests.Organisation.SampleUnits;

namespace Lianzhi.Core.Tests.Dispatch;

/// <summary>Crews of last week as a draft, and units that are asked for officers.</summary>
public sealed class BoardCopyTests
{
    private static PastCrew Past(string officers, string gear = "v1 c1", params string[] jobs) => new("蓝田一组", officers.Split(' '), gear.Split(' '), jobs);

    [Fact]
    public void Crew_EverybodyThere_ComesWithItsJobs()
    {
        var copied = BoardCopy.Take(Of([Job("a")]), [Past("1 2", jobs: "a")], () => "new");
        var crew = Assert.Single(copied.Board.Crews);
        Assert.Equal(("蓝田一组", "1,2", "v1,c1", "a"), (crew.Name, string.Join(',', crew.Officers), string.Join(',', crew.Gear), string.Join(',', crew.Jobs)));
        Assert.Empty(copied.Notes);
        Assert.Empty(Codes(copied.Board, "new"));
    }

    [Fact]
    public void Crew_SomebodyAway_ComesWithoutHimAndSaysSo()
    {
        var copied = BoardCopy.Take(Of([Job("a")], away: "2"), [Past("1 2 3", jobs: "a")], () => "new");
        Assert.Equal(["1", "3"], Assert.Single(copied.Board.Crews).Officers);
        Assert.Contains("甲2病假", Assert.Single(copied.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Crew_FewerThanTwoLeft_IsNotMadeAndItsJobsWait()
    {
        var copied = BoardCopy.Take(Of([Job("a")], away: "2"), [Past("1 2", jobs: "a")], () => "new");
        Assert.Empty(copied.Board.Crews);
        Assert.Equal(["a"], copied.Board.Waiting.Select(job => job.Id));
        Assert.Contains(copied.Notes, note => note.Contains("不足两名", StringComparison.Ordinal));
    }

    [Fact]
    public void Job_NoLongerLawful_WaitsWithTheRule()
    {
        var broken = new[] { Gear("v1", EquipmentKind.Vehicle), Gear("c1", EquipmentKind.BodyCamera, fault: "坏") };
        var copied = BoardCopy.Take(Of([Job("a")], gear: broken), [Past("1 2", jobs: "a")], () => "new");
        Assert.Equal(["v1"], Assert.Single(copied.Board.Crews).Gear);
        Assert.Equal(["a"], copied.Board.Waiting.Select(job => job.Id));
        Assert.Contains(copied.Notes, note => note.Contains("执法记录仪", StringComparison.Ordinal));
    }

    [Fact]
    public void Officers_SentDownOrOfTheArea_NeedNoLetter()
    {
        var board = Of([Job("a", subjects: [Street, "xf"])], [Crew("x", "1 2 7 8", "a")]);
        var need = Assert.Single(Borrowing.Needs(board, board.Crew("x")!));
        Assert.Equal(("xf", "7,8", "xf"), (need.Home, string.Join(',', need.Officers), string.Join(',', need.Subjects)));
        var sent = new SampleUnits().With("1", Street).With("2", Street).With("7", "xf").With("8", "xf").SentDown("7", "xf", null, "A1", inName: false).SentDown("8", "xf", OtherStreet, null, inName: false).AsOf();
        Assert.Empty(Borrowing.Needs(board with { Organisation = sent }, board.Crew("x")!));
        Assert.Empty(Borrowing.Needs(board, board.Crew("x")! with { Jobs = [] }));
    }

    [Fact]
    public void Letter_AnsweredWithoutReasonTooLateOrWithdrawn_IsRefused()
    {
        Assert.Empty(Borrowing.Answer(false, OrderStage.Issued, true, null));
        Assert.Empty(Borrowing.Answer(false, OrderStage.Acknowledged, false, "当日有专项检查"));
        Assert.Equal("text", Assert.Single(Borrowing.Answer(false, OrderStage.Issued, false, " ")).Field);
        Assert.Equal("agrees", Assert.Single(Borrowing.Answer(false, OrderStage.Issued, null, null)).Field);
        Assert.Equal("crew-under-way", Assert.Single(Borrowing.Answer(false, OrderStage.Started, true, null)).Code);
        Assert.Equal("letter-withdrawn", Assert.Single(Borrowing.Answer(true, OrderStage.Issued, true, null)).Code);
        Assert.Null(Borrowing.Leave([]));
        Assert.Contains("区消防救援大队", Borrowing.Leave(["区消防救援大队"])!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Letter_Answered_IsPinned()
    {
        var letter = new BorrowLetter("第一片区", "区消防救援大队", "漳龙片调〔2026〕3号", 1, Day, new MinuteSpan(540, 700), [("甲7", "示7")], ["区消防救援大队"], "店甲；店乙", "沈志远", Day, null, null, null, null);
        Assert.Contains("【待回复】", Borrowing.Paper(letter).Text(), StringComparison.Ordinal);
        var answered = Borrowing.Paper(letter with { Agrees = true, Reply = "按时到场", RepliedBy = "林某", RepliedOn = Day });
        Assert.False(answered.IsDraft, answered.Text());
        Snapshot.Match("borrow-letter.txt", answered.Text());
        Snapshot.Match("../../Documents/Snapshots/kept/borrow-letter.json", Lianzhi.Core.Documents.PaperForm.Write(answered));
    }
}
