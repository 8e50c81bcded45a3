using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Documents.Archive;
using Lianzhi.Core.Tests.Cases;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Documents;

/// <summary>Papers whose place a later one took stay in the file, so that a court can read all of it.</summary>
public sealed class EarlierPapersTests
{
    /// <summary>Told, heard, investigated further, told anew, decided and served, revoked, told and decided once more.</summary>
    private static CaseScenario Twice() => Investigated()
        .On("2026-03-10 18:00").Do(Commands.Check())
        .Numbered(2).Do(Commands.Order() with { At = At("2026-03-10 11:00"), Requirement = "补种被压占的绿地。", DueOn = Day("2026-03-20") })
        .As("head").On("2026-03-11 09:00").Do(new SuspendInvestigation("housing-party-missing", "当事人下落不明")).On("2026-03-12 08:30").Do(new ResumeInvestigation("已找到当事人")).As("o1")
        .Numbered(1).On("2026-03-12 18:00").Do(Commands.Conclude(100_000_00))
        .On("2026-03-16 18:00").Do(Commands.Notify(100_000_00))
        .On("2026-03-17 18:00").Do(new RecordDefence(At("2026-03-17 09:00"), false, "东侧渣土不是本公司堆放。", 0))
        .As("head").On("2026-03-18 09:00").Do(new ReopenInvestigation("核实东侧渣土来源")).As("o1")
        .On("2026-03-20 18:00").Do(Commands.Conclude() with { At = At("2026-03-20 10:00"), Facts = "当事人在湘桥路北段工地西侧堆放渣土约20立方米。" })
        .Numbered(2).On("2026-03-23 18:00").Do(Commands.Notify() with { At = At("2026-03-23 10:00") })
        .Numbered(1).As("head").On("2026-03-31 09:00").Do(Commands.Decide()).As("o1")
        .On("2026-04-01 18:00").Do(Commands.Serve() with { At = At("2026-04-01 10:00") })
        .As("head").On("2026-04-02 09:00").Do(new AmendDecision(AmendmentKind.Revoked, "认定的数量有误。", [], true)).As("o1")
        .On("2026-04-03 18:00").Do(Commands.Conclude(10_000_00) with { At = At("2026-04-03 10:00") })
        .Numbered(3).On("2026-04-07 18:00").Do(Commands.Notify(10_000_00) with { At = At("2026-04-07 10:00") })
        .Numbered(2).As("head").On("2026-04-15 09:00").Do(Commands.Decide(10_000_00)).As("o1");

    private static List<CaseDocument> Of(CaseState state, DocumentCode code) => [.. CaseDocuments.Of(state).Where(paper => paper.Kind.Code == code).OrderBy(paper => paper.Index)];

    [Fact]
    public void Of_CaseDecidedTwice_KeepsEveryPaper() =>
        Snapshot.Match("earlier-papers.txt", string.Concat(CaseDocuments.Of(Twice().State).Where(paper => paper.Earlier)
            .Select(paper => $"==== {paper.Kind.Name} {paper.Index} {paper.On:yyyy-MM-dd}\n{CaseDocuments.Content(Twice().State, paper.Kind.Code, paper.Index)!.Text()}")));

    [Fact]
    public void Of_PaperThatCounts_HasIndexZeroAndReadsAsNow()
    {
        var state = Twice().State;
        Assert.Equal([0, 1, 2], Of(state, DocumentCode.PriorNotice).Select(paper => paper.Index));
        Assert.Contains("〔2026〕3号", CaseDocuments.Content(state, DocumentCode.PriorNotice)!.Number, StringComparison.Ordinal);
        Assert.Contains("壹拾万元", CaseDocuments.Content(state, DocumentCode.PriorNotice, 1)!.Text(), StringComparison.Ordinal);
        Assert.Contains("〔2026〕2号", CaseDocuments.Content(state, DocumentCode.PenaltyDecision)!.Number, StringComparison.Ordinal);
        Assert.Contains("〔2026〕1号", CaseDocuments.Content(state, DocumentCode.PenaltyDecision, 1)!.Number, StringComparison.Ordinal);
        // The paper that revokes speaks of the decision it revoked, not of the one made since.
        Assert.Contains("2026年3月31日作出漳龙蓝罚〔2026〕1号决定", CaseDocuments.Content(state, DocumentCode.DecisionAmendment)!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ReplacedPapers_NeverLeaveTheFile()
    {
        var (state, seen) = (CaseState.New, new HashSet<(DocumentCode, string?)>());
        foreach (var happened in Twice().Events)
        {
            state = CaseState.Apply(state, happened);
            var papers = CaseDocuments.Of(state).Where(paper => paper.Made).Select(paper => (paper.Kind.Code, CaseDocuments.Content(state, paper.Kind.Code, paper.Index)!.Number ?? $"{paper.On}")).ToList();
            Assert.Equal(CaseDocuments.Of(state).Count, CaseDocuments.Of(state).Select(paper => (paper.Kind.Code, paper.Index)).Distinct().Count());
            Assert.Empty(seen.Except(papers.Select(paper => (paper.Code, (string?)paper.Item2))));
            seen.UnionWith(papers.Select(paper => (paper.Code, (string?)paper.Item2)));
        }
    }

    [Fact]
    public void Of_EarlierPapers_AreReceiptedArchivedAndListedForTheCourt()
    {
        var state = Twice().State;
        var receipts = Of(state, DocumentCode.ServiceReceipt).Where(paper => paper.Made).Select(paper => CaseDocuments.Content(state, paper.Kind.Code, paper.Index)!.Text()).ToList();
        Assert.Equal(2, receipts.Count(text => text.Contains("文号：责令改正通知书", StringComparison.Ordinal)));
        Assert.Equal(3, receipts.Count(text => text.Contains("文号：行政处罚事先告知书", StringComparison.Ordinal)));
        Assert.Single(receipts, text => text.Contains("文号：行政处罚决定书", StringComparison.Ordinal));
        Assert.Equal(3, CaseArchive.Papers(state).Count(paper => paper.Kind.Code == DocumentCode.PriorNotice));
        var later = Twice().On("2026-04-16 18:00").Do(Commands.Serve() with { At = At("2026-04-16 10:00") }).State;
        var court = CaseDocuments.CourtMaterials(later);
        Assert.Equal(3, court.Count(one => one.Code == DocumentCode.PriorNotice));
        Assert.Equal(2, court.Count(one => one.Code == DocumentCode.PenaltyDecision));
        Assert.All(court.Where(one => one.Code is not null and not DocumentCode.CourtApplication), one => Assert.NotNull(CaseDocuments.Content(later, one.Code!.Value, one.Index)));
    }

    [Fact]
    public void Of_EarlierNotice_IsIssuedOnceAndNoLongerCounts()
    {
        var issued = IssuedPapers.Of(Twice().State, platformNumbers: false);
        Assert.Equal(issued.Count, issued.Select(paper => (paper.Paper.Kind.Code, paper.Key)).Distinct().Count());
        Assert.Equal([false, true, true], issued.Where(paper => paper.Paper.Kind.Code == DocumentCode.PriorNotice).OrderBy(paper => paper.Paper.Index).Select(paper => paper.Paper.Earlier));
        Assert.Equal(PaperStanding.Revoked, IssuedPapers.Standing(Twice().State, DocumentCode.PenaltyDecision, "漳龙蓝罚〔2026〕1号", true).Standing);
    }

    [Fact]
    public void PlatformPapers_WhenAnotherTakesThePlace_GoWithTheirPaper()
    {
        var entered = Noticed().Do(new EnterPapers([new("prior-notice", 0, PlatformWay.Issued, "闽执告1号")]));
        var again = entered.Numbered(2).On("2026-03-17 18:00").Do(Commands.Notify() with { At = At("2026-03-17 10:00"), NewFacts = "更正告知书的笔误。" }).State;
        Assert.Equal([("prior-notice", 1, "闽执告1号")], again.Execution.PlatformPapers.Select(paper => (paper.Kind, paper.Index, paper.Number!)));
        Assert.Contains(ProvincialPlatform.Missing(again), paper => paper is { Kind.Code: DocumentCode.PriorNotice, Index: 0 });
        Assert.DoesNotContain(ProvincialPlatform.Missing(again), paper => paper is { Kind.Code: DocumentCode.PriorNotice, Index: 1 });
    }

    [Fact]
    public void Amendment_OvertakenByALaterOne_StaysInTheFile()
    {
        var state = Served().As("head").On("2026-03-26 09:00").Do(new AmendDecision(AmendmentKind.Changed, "裁量偏重。", [new(PenaltyKind.Fine, 15_000_00)], false)).As("o1")
            .On("2026-03-27 18:00").Do(new ServePaper(At("2026-03-27 10:00"), ServedPaper.Amendment, Commands.Handed(), CaseScenario.Officers))
            .Numbered(2).As("head").On("2026-03-30 09:00").Do(new AmendDecision(AmendmentKind.Revoked, "主要事实不清。", [], false)).State;
        Assert.Equal([0, 1], Of(state, DocumentCode.DecisionAmendment).Select(paper => paper.Index));
        Assert.Contains("撤销该决定", CaseDocuments.Content(state, DocumentCode.DecisionAmendment)!.Text(), StringComparison.Ordinal);
        var earlier = CaseDocuments.Content(state, DocumentCode.DecisionAmendment, 1)!;
        Assert.Contains("壹万伍仟元", earlier.Text(), StringComparison.Ordinal);
        Assert.Contains("〔2026〕1号", earlier.Number, StringComparison.Ordinal);
        Assert.Equal(2, CaseArchive.Papers(state).Count(paper => paper.Kind.Code == DocumentCode.DecisionAmendment));
        Assert.Single(Receipts(state), text => text.Contains($"文号：撤销（变更）行政处罚决定书 {earlier.Number}", StringComparison.Ordinal));
        Assert.Equal(2, IssuedPapers.Of(state, platformNumbers: false).Count(paper => paper.Paper.Kind.Code == DocumentCode.DecisionAmendment));
    }

    [Fact]
    public void Amendment_OfTheDecisionBefore_IsKeptOnceHoweverOftenTheCaseIsReopened()
    {
        var again = Twice().On("2026-04-16 18:00").Do(Commands.Serve() with { At = At("2026-04-16 10:00") })
            .Numbered(2).As("head").On("2026-04-17 09:00").Do(new AmendDecision(AmendmentKind.Revoked, "程序有误。", [], true)).State;
        Assert.Equal(["〔2026〕2号", "〔2026〕1号"], Of(again, DocumentCode.DecisionAmendment).Select(paper => CaseDocuments.Content(again, paper.Kind.Code, paper.Index)!.Number![^8..]));
    }

    [Fact]
    public void Demand_FollowedByAnother_StaysInTheFileWithWhatThePartySaid()
    {
        var state = ExecutionScenario.Demanded()
            .On("2026-09-29 18:00").Do(new HearDemand(At("2026-09-29 10:00"), "正在筹款。", "已核实。", false, "理由不成立。", CaseScenario.Officers))
            .Numbered(2).On("2026-10-09 18:00").Do(ExecutionScenario.DemandIt() with { At = At("2026-10-09 10:00") }).State;
        Assert.Equal([0, 1], Of(state, DocumentCode.Demand).Select(paper => paper.Index));
        Assert.Equal(Day("2026-10-09"), CaseDocuments.Of(state).Single(paper => paper is { Kind.Code: DocumentCode.Demand, Index: 0 }).On);
        var earlier = CaseDocuments.Content(state, DocumentCode.Demand, 1)!;
        Assert.Contains("2026年9月28日", earlier.Text(), StringComparison.Ordinal);
        Assert.Equal(2, CaseArchive.Papers(state).Count(paper => paper.Kind.Code == DocumentCode.Demand));
        Assert.Equal(2, Receipts(state).Count(text => text.Contains("文号：催告书", StringComparison.Ordinal)));
        var court = CaseDocuments.CourtMaterials(state);
        Assert.Equal(2, court.Count(one => one.Code == DocumentCode.Demand));
        Assert.Contains(court, one => one.Note.Contains("正在筹款", StringComparison.Ordinal));
    }

    [Fact]
    public void Deferral_AskedAndDecidedAgain_KeepsTheFirstApprovalAndNotice()
    {
        var first = ExecutionScenario.DeferralAsked().Do(new DecideDeferral(false, [], "没有证明材料。")).As("o1")
            .On("2026-04-02 18:00").Do(new ServePaper(At("2026-04-02 15:00"), ServedPaper.Deferral, Commands.Handed(), CaseScenario.Officers));
        var asked = first.On("2026-04-07 09:00").Do(new ApplyDeferral(At("2026-04-06 10:00"), DeferralKind.Later, "补交了停工证明", "延期至5月8日", 3));
        // While the second application waits, the first decision is what counts, and its approval stands behind the new draft.
        Assert.Equal([(0, false), (1, true)], Of(asked.State, DocumentCode.DeferralApproval).Select(paper => (paper.Index, paper.Made)));
        Assert.Equal([0], Of(asked.State, DocumentCode.DeferralNotice).Select(paper => paper.Index));
        Assert.Contains("不同意", CaseDocuments.Content(asked.State, DocumentCode.DeferralNotice)!.Text(), StringComparison.Ordinal);
        Assert.Contains("2026年4月1日", CaseDocuments.Content(asked.State, DocumentCode.DeferralNotice)!.Text(), StringComparison.Ordinal);
        var state = asked.Numbered(2).As("head").On("2026-04-08 09:00").Do(new DecideDeferral(true, [new(Day("2026-05-08"), 20_000_00)], "确有困难。")).State;
        Assert.Equal([0, 1], Of(state, DocumentCode.DeferralNotice).Select(paper => paper.Index));
        var (now, earlier) = (CaseDocuments.Content(state, DocumentCode.DeferralNotice)!, CaseDocuments.Content(state, DocumentCode.DeferralNotice, 1)!);
        Assert.Contains("2026年4月6日", now.Text(), StringComparison.Ordinal);
        Assert.Contains("2026年4月1日", earlier.Text(), StringComparison.Ordinal);
        Assert.Contains("没有证明材料", earlier.Text(), StringComparison.Ordinal);
        Assert.Contains("分期缴纳：分两期", CaseDocuments.Content(state, DocumentCode.DeferralApproval, 1)!.Text(), StringComparison.Ordinal);
        Assert.Single(Receipts(state), text => text.Contains("文号：延期（分期）缴纳罚款通知书", StringComparison.Ordinal));
        Assert.Equal(2, Of(state, DocumentCode.ServiceReceipt).Count(paper => CaseDocuments.Content(state, paper.Kind.Code, paper.Index)!.Text().Contains("文号：延期（分期）缴纳罚款通知书", StringComparison.Ordinal)));
    }

    private static List<string> Receipts(CaseState state) =>
        [.. Of(state, DocumentCode.ServiceReceipt).Where(paper => paper.Made).Select(paper => CaseDocuments.Content(state, paper.Kind.Code, paper.Index)!.Text())];

    [Fact]
    public void Hearing_HeldOnAnEarlierNotice_StaysInTheFile()
    {
        var again = HearingReported().As("head").On("2026-04-01 09:00").Do(new ReopenInvestigation("补充调查")).As("o1")
            .On("2026-04-02 18:00").Do(Commands.Conclude(Large) with { At = At("2026-04-02 10:00") })
            .Numbered(2).On("2026-04-03 18:00").Do(Commands.Notify(Large) with { At = At("2026-04-03 10:00") })
            .On("2026-04-07 18:00").Do(new RequestHearing(At("2026-04-07 10:00"), "吴思源")).State;
        Assert.Equal([1], Of(again, DocumentCode.HearingRecord).Select(paper => paper.Index));
        Assert.Contains("会议室", CaseDocuments.Content(again, DocumentCode.HearingRecord, 1)!.Text(), StringComparison.Ordinal);
        Assert.Contains("维持", CaseDocuments.Content(again, DocumentCode.HearingReport, 1)!.Text(), StringComparison.Ordinal);
    }
}
