using Lianzhi.Core.Documents;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Tests.Inspections;

namespace Lianzhi.Core.Tests.Documents;

/// <summary>Papers of inspections: pinned, whole when everything has happened, drafts before.</summary>
public sealed class InspectionPapersTests
{
    public static TheoryData<string> Names => [.. InspectionPapers.Of(InspectionScenario.Closed()).Select(paper => paper.Kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Content_OfEachKind_IsPinnedAndReadsBack(string name)
    {
        var content = InspectionPapers.Content(InspectionScenario.Closed(), DocumentKinds.Find(name)!.Code)!;
        Assert.False(content.IsDraft, content.Text());
        Snapshot.Match($"inspections/{name}.txt", content.Text());
        var kept = PaperForm.Write(content);
        Assert.Equal(content.Text(), PaperForm.Read(kept).Text());
        if (DocumentKinds.OfCases.All(kind => kind.Name != name)) Snapshot.Match($"kept/{name}.json", kept);
    }

    [Fact]
    public void Of_EveryStage_HasDraftsWithoutInventedNumbers()
    {
        InspectionFile[] course = [InspectionScenario.Proposed(), InspectionScenario.Approved(), InspectionScenario.Noticed(), InspectionScenario.Started(), InspectionScenario.Checked(), InspectionScenario.Recorded(), InspectionScenario.Concluded(), InspectionScenario.Told()];
        foreach (var file in course)
            foreach (var paper in InspectionPapers.Of(file))
            {
                var content = InspectionPapers.Content(file, paper.Kind.Code, paper.Index)!;
                // The blank for feedback is whole without an answer; every other paper is a draft until what it tells has happened.
                if (paper.Kind.Code != DocumentCode.InspectionFeedback) Assert.Equal(!paper.Made, content.IsDraft);
            }
        Assert.Null(InspectionPapers.Content(InspectionScenario.Proposed(), DocumentCode.InspectionNotice));
    }

    [Fact]
    public void Content_OfATransfer_IsALetterWithItsReceipt()
    {
        var letter = InspectionPapers.Content(InspectionScenario.Transferred(), DocumentCode.OfficialLetter)!;
        Assert.False(letter.IsDraft, letter.Text());
        Snapshot.Match("inspections/transfer-letter.txt", letter.Text());
        Assert.Contains("张某某", InspectionPapers.Content(InspectionScenario.Transferred() with { Receipt = new(new(2026, 10, 9), "张某某") }, DocumentCode.OfficialLetter)!.Text(), StringComparison.Ordinal);
        Assert.Null(InspectionPapers.Content(InspectionScenario.Concluded(), DocumentCode.OfficialLetter));
    }

    [Fact]
    public void Papers_OfAnInspection_NameExactlyOneSubject() =>
        Assert.All(InspectionPapers.Of(InspectionScenario.Closed()), paper => Assert.Equal("漳州市龙文区人民政府蓝田街道办事处", InspectionPapers.Content(InspectionScenario.Closed(), paper.Kind.Code, paper.Index)!.UnitHead));
}
