using CsCheck;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Documents.Archive;
using static Lianzhi.Core.Tests.Cases.CaseScenario;
using static Lianzhi.Core.Tests.Cases.ExecutionScenario;

namespace Lianzhi.Core.Tests.Documents;

/// <summary>The case file as it goes into the archive.</summary>
public sealed class CaseArchiveTests
{
    [Fact]
    public void Check_BeforeClosing_Refuses()
    {
        Assert.Equal("case-not-closed", CaseArchive.Check(Decided().State)!.Code);
        Assert.Null(CaseArchive.Check(Closed().State));
        Assert.Null(CaseArchive.Check(Archived().State));
    }

    [Fact]
    public void Papers_OfAClosedCase_AreFinishedAndInTheOrderOfTheirDays()
    {
        var papers = CaseArchive.Papers(Archived().State);
        Assert.Equal(papers.Select(paper => paper.On).Order(), papers.Select(paper => paper.On));
        Assert.All(papers, paper => Assert.True(paper.Made));
        Assert.Equal(CaseDocuments.Of(Archived().State).Count(paper => paper.Made) - 1, papers.Count);
        Assert.Equal(DocumentCode.FilingApproval, papers[0].Kind.Code);
    }

    [Fact]
    public void Paginate_AnyCounts_FollowOneAnotherWithoutGap() =>
        Gen.Int[1, 40].Array[0, 60].Sample(counts =>
        {
            var pages = CaseArchive.Paginate([.. counts.Select(count => (int?)count)]);
            var next = 1;
            foreach (var (index, page) in pages.Index())
            {
                Assert.Equal((next, next + counts[index] - 1), page);
                next += counts[index];
            }
            Assert.Equal(counts.Sum(), next - 1);
        });

    [Fact]
    public void Paginate_WherePagesAreNotCounted_SaysNothingFromThere() =>
        Assert.Equal([(1, 2), null, null], CaseArchive.Paginate([2, null, 3]));

    [Fact]
    public void Cover_WithAndWithoutPages_ListsEveryPaper()
    {
        var state = Archived().State;
        ArchivedPaper[] papers = [.. CaseArchive.Papers(state).Select((paper, index) => new ArchivedPaper(index + 1, paper, CaseDocuments.Content(state, paper.Kind.Code, paper.Index)!, index + 1))];
        var counted = CaseArchive.Cover(state, papers).Text();
        Assert.Contains($"卷内文书共{papers.Length}件{papers.Sum(paper => paper.Pages)}页。", counted, StringComparison.Ordinal);
        Assert.Contains("2 | ", counted, StringComparison.Ordinal);
        Assert.Contains(" | 2—3\n", counted, StringComparison.Ordinal);
        var plain = CaseArchive.Cover(state, [.. papers.Select(paper => paper with { Pages = null })]);
        Assert.DoesNotContain("页。", plain.Text(), StringComparison.Ordinal);
        Assert.All(papers, paper => Assert.Contains(paper.Content.Title, plain.Text(), StringComparison.Ordinal));
        Assert.Equal(papers.Length, plain.Blocks.OfType<GridTable>().Single().Rows.Count);
    }

    [Fact]
    public void FileName_OfAnyTitle_IsOneThatEveryFileSystemTakes() =>
        Gen.String.Select(Gen.Int[1, 300]).Sample((title, order) =>
        {
            var name = CaseArchive.FileName(order, title, "漳龙蓝罚〔2026〕1号", "docx");
            Assert.EndsWith(".docx", name, StringComparison.Ordinal);
            Assert.True(name.Length <= 86, name);
            Assert.DoesNotContain(name, sign => sign is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' || char.IsControl(sign));
        });
}
