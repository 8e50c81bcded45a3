using Lianzhi.Core.Clues;
using Lianzhi.Core.Documents;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Documents;

/// <summary>A1 举报（投诉）登记表 and A2 线索移送（交办）单, from what the record tells of a clue.</summary>
public sealed class CluePapersTests
{
    private const string Street = "漳州市龙文区人民政府蓝田街道办事处";
    private const string Bureau = "漳州市龙文区城市管理和综合执法局";

    private static readonly ClueFile Received = new(
        "投20261008-0001", new Clue(ClueSource.PublicComplaint, ClueState.Seen, "350603003", "CG-017", new("350603003", Street), Day("2026-10-08")) { DueOn = Day("2026-10-15") },
        At("2026-10-08 09:12"), null, Street, "陈某某 138****0021", true, "夜间施工扰民，渣土车没有覆盖。", "湘桥路北段工地", "10月7日夜间", "渣土运输", 2, [], []);

    private static readonly ClueFile Moved = Received with
    {
        Clue = Received.Clue with { State = ClueState.Accepted, Body = new("cg", Bureau) },
        RegisteredBy = "林登记",
        Decisions = [new(ClueState.Transferred, At("2026-10-08 10:00"), "王审查", "本项没有赋权镇街"), new(ClueState.Accepted, At("2026-10-09 09:00"), "李承办", null)],
        Moves = [new(At("2026-10-08 10:00"), Street, Bureau, "本项没有赋权镇街", Day("2026-10-15"), false, "王审查"), new(At("2026-10-08 15:00"), Bureau, Street, "由案发地镇街先行处置", Day("2026-10-15"), true, "郑片长")],
    };

    [Theory]
    [InlineData("clue-register", 0)]
    [InlineData("clue-transfer", 0)]
    public void Content_OfEachKind_IsPinnedAndReadsBack(string name, int index)
    {
        var content = CluePapers.Content(Moved, DocumentKinds.Find(name)!.Code, index)!;
        Assert.False(content.IsDraft, content.Text());
        Snapshot.Match($"{name}.txt", content.Text());
        var kept = PaperForm.Write(content);
        Assert.Equal(content.Text(), PaperForm.Read(kept).Text());
        Snapshot.Match($"kept/{name}.json", kept);
    }

    [Fact]
    public void Register_BeforeADecision_IsADraftOfWhatIsKnown()
    {
        var sheet = CluePapers.Content(Received, DocumentCode.ClueRegister, 0)!;
        Assert.True(sheet.IsDraft);
        Assert.Contains("【待审查决定】", sheet.Text(), StringComparison.Ordinal);
        Assert.Contains("陈某某 138****0021（要求保密）", sheet.Text(), StringComparison.Ordinal);
        Assert.Equal([false], CluePapers.Of(Received).Select(paper => paper.Made));
    }

    [Fact]
    public void Register_OfARefusal_NamesTheGround()
    {
        var refused = Received with { Clue = Received.Clue with { State = ClueState.Rejected, Ground = RejectGround.NoFacts }, Decisions = [new(ClueState.Rejected, At("2026-10-09 09:00"), "王审查", "电话无人接听")] };
        Assert.Contains("不予受理：没有具体的违法事实或者线索，无法核实。电话无人接听。", CluePapers.Content(refused, DocumentCode.ClueRegister, 0)!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Transfer_ByTheChief_IsAnAssignmentHeSigns()
    {
        var sheet = CluePapers.Content(Moved, DocumentCode.ClueTransfer, 1)!;
        Assert.Equal(("线索交办单", Bureau), (sheet.Title, sheet.UnitHead));
        Assert.Contains("郑片长", sheet.Text(), StringComparison.Ordinal);
        // The area co-ordinates and never signs for a subject: no seal.
        Assert.DoesNotContain(sheet.Blocks, block => block is SealBlock);
        Assert.Null(CluePapers.Content(Moved, DocumentCode.ClueTransfer, 2));
        Assert.Null(CluePapers.Content(Moved, DocumentCode.PenaltyDecision, 0));
    }
}
