using CsCheck;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Documents.Archive;
using Lianzhi.Core.Tests.Cases;
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
        Assert.Equal((DocumentCode.FilingApproval, DocumentCode.CaseFileNotes), (papers[0].Kind.Code, papers[^1].Kind.Code));
    }

    [Fact]
    public void Notes_OfAFileThatLacksPapers_NameThem()
    {
        var notes = CaseDocuments.Content(Archived().State, DocumentCode.CaseFileNotes)!;
        Assert.Contains("立卷人：甲o1", notes.Text(), StringComparison.Ordinal);
        Assert.Contains("缺少的文书：无", notes.Text(), StringComparison.Ordinal);
        var corrected = Decided().As("head").Do(new CorrectDecision("湘桥路北段工地", "湘桥路南段工地", "笔误")).As("o1").On("2026-03-25 18:00").Do(Commands.Serve()).State;
        var lacking = CaseDocuments.Content(corrected with { Stage = CaseStage.Closed }, DocumentCode.CaseFileNotes)!.Text();
        Assert.Contains("行政处罚决定更正书（漳龙蓝更〔2026〕1号）的送达回证", lacking, StringComparison.Ordinal);
        Assert.Contains("检查人：【待归档】", lacking, StringComparison.Ordinal);
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

    [Fact]
    public void Pages_NobodyCounted_AreReckonedByTheLengthOfThePapers()
    {
        var content = CaseDocuments.Content(CaseScenario.Closed().State, DocumentCode.ClosingApproval)!;
        Assert.InRange(PageEstimate.Of(content), 1, 3);
        Assert.Equal(1, PageEstimate.Of(content with { Blocks = [new Paragraph("一句话。")] }));
        Assert.Equal(3, PageEstimate.Of(content with { Blocks = [new Paragraph(new string('字', 28 * 22 * 2))] }));
        Assert.Equal(2, PageEstimate.Of(content with { Blocks = [new GridTable(["甲", "乙"], [.. Enumerable.Range(0, 30).Select(_ => (IReadOnlyList<string>)["一", "二"])])] }));
    }

    [Fact]
    public void Archive_WithoutPages_CountsThemItselfAndTheCatalogueFollows()
    {
        var archived = CaseScenario.Closed().As("o1").On("2026-04-10 09:00").Do(new ArchiveCase(null, "30年", null, null)).State;
        var pages = archived.Execution.Archive!.Pages;
        var catalogue = CaseDocuments.Content(archived, DocumentCode.CaseFile)!.Blocks.OfType<GridTable>().Single();
        // The notes (备考表) are made with the archiving itself.
        Assert.InRange(int.Parse(catalogue.Rows[^1][^1].Split('—')[^1], System.Globalization.CultureInfo.InvariantCulture) - pages, 0, 1);
        Assert.Equal(catalogue.Rows.Count, CaseArchive.Papers(archived).Count);
        var cover = CaseArchive.Cover(archived, CaseArchive.Estimated([.. CaseArchive.Papers(archived).Select((paper, index) => new ArchivedPaper(index + 1, paper, CaseDocuments.Content(archived, paper.Kind.Code, paper.Index)!))]), estimated: true);
        Assert.Contains("页次按A4版式估算", cover.Text(), StringComparison.Ordinal);
        Assert.Equal(120, CaseScenario.Closed().As("o1").On("2026-04-10 09:00").Do(new ArchiveCase(null, "30年", 120, null)).State.Execution.Archive!.Pages);
    }
}
