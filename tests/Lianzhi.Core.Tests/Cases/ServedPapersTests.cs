using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Documents;
using static Lianzhi.Core.Tests.Cases.CaseScenario;
using static Lianzhi.Core.Tests.Cases.ExecutionScenario;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Papers beside decision and prior notice reach the party by a service of their own, with receipt and day of effect.</summary>
public sealed class ServedPapersTests
{
    private static ServePaper Serve(string at, ServedPaper paper, string? number = null) => new(At(at), paper, Commands.Handed(), CaseScenario.Officers, number);

    private static CaseScenario Amended(AmendmentKind kind = AmendmentKind.Changed) => Served().As("head").On("2026-03-27 09:00")
        .Do(new AmendDecision(kind, "处罚偏重", kind == AmendmentKind.Changed ? [new(PenaltyKind.Fine, 10_000_00)] : [], false)).As("o1").On("2026-03-30 18:00");

    private static CaseScenario Lifted() => Measure.Seized().As("head").On("2026-03-12 09:00").Do(new LiftSealing(0, LiftGround.Unrelated, "与本案无关。")).As("o1").On("2026-03-13 18:00");

    private static CaseScenario PreservationDecided() => Filed().MaySeal().On("2026-03-05 09:30").Do(Measure.Request(MeasureKind.Preservation)).As("head").Do(new ApproveMeasure(0, "同意。"))
        .As("o1").On("2026-03-05 18:00").Do(Measure.Preserve()).As("head").On("2026-03-10 09:00").Do(new DecidePreserved(0, PreservationDisposal.Returned, "已复制。")).As("o1").On("2026-03-11 18:00");

    private static CaseScenario Scenario(ServedPaper paper) => paper switch
    {
        ServedPaper.Demolition => MeasureProperties.Demolishing().On("2026-04-01 18:00").Do(new AnnounceDemolition(At("2026-04-01 10:00"), "彩钢棚86平方米", Day("2026-04-15"), "湘桥路现场和村务公开栏", CaseScenario.Officers))
            .DemolitionReviewed("2026-09-28 09:00").As("head").On("2026-09-29 09:00").Do(new DecideDemolition("《中华人民共和国城乡规划法》第六十八条", "漳龙政〔2026〕88号", "机械拆除", Day("2026-10-12"), true)).As("o1").On("2026-09-30 18:00"),
        ServedPaper.Amendment => Amended(),
        ServedPaper.Correction => Decided().As("head").Do(new CorrectDecision("湘桥路北段工地", "湘桥路南段工地", "笔误")).As("o1").On("2026-03-25 18:00"),
        ServedPaper.Ending => Filed().As("head").Do(new WithdrawCase(WithdrawalGround.FiledByMistake, "与另一案重复登记")).As("o1").On("2026-03-04 18:00"),
        ServedPaper.Lifting => Lifted(),
        ServedPaper.ExecutionSuspension => Demanded().As("head").On("2026-10-08 18:00").Do(Stop("2026-10-08 08:00")),
        ServedPaper.ExecutionResumption => Demanded().As("head").On("2026-10-08 09:00").Do(Stop("2026-10-08 08:00")).On("2026-10-08 18:00").Do(Serve("2026-10-08 15:00", ServedPaper.ExecutionSuspension))
            .On("2026-10-12 18:00").Do(new ResumeExecution(At("2026-10-12 08:00"), "困难已经消除")),
        ServedPaper.ExecutionEnding => Demanded().As("head").On("2026-10-13 09:00").Do(new EndExecution(EndGround.ObjectLost, "执行标的因灾灭失。")).As("o1").On("2026-10-13 18:00"),
        ServedPaper.HearingPostponement => HearingNotified().As("host").On("2026-03-27 18:00").Do(new AdjournHearing(At("2026-03-27 09:00"), "当事人因病住院")).As("o1"),
        _ => PreservationDecided(),
    };

    private static SuspendExecution Stop(string at) => new(At(at), SuspensionGround.Hindered, "", "当事人履行暂时困难");

    public static TheoryData<ServedPaper> Papers => [ServedPaper.Demolition, ServedPaper.Amendment, ServedPaper.Correction, ServedPaper.Ending, ServedPaper.Lifting, ServedPaper.Preservation,
        ServedPaper.ExecutionSuspension, ServedPaper.ExecutionResumption, ServedPaper.ExecutionEnding, ServedPaper.HearingPostponement];

    [Theory]
    [MemberData(nameof(Papers))]
    public void ServePaper_OnceMade_WaitsIsServedOnceAndHasAReceipt(ServedPaper paper)
    {
        var scenario = Scenario(paper);
        var choice = scenario.NextSteps().Single(one => one.Line.Step == CaseStep.ServePaper);
        Assert.True(choice.Allowed, string.Join('\n', choice.Refusals));
        Assert.Contains(CaseDocuments.Of(scenario.State), one => one is { Kind.Code: DocumentCode.ServiceReceipt, Made: false });
        var now = scenario.Context().Now;
        var served = scenario.Do(Serve($"{now:yyyy-MM-dd} 10:00", paper)).State;
        Assert.Equal(CaseDays.Of(now), Assert.Single(ServedPapers.Of(served), one => one.Paper == paper).ServedOn);
        var receipt = CaseDocuments.Of(served).Last(one => one is { Kind.Code: DocumentCode.ServiceReceipt, Made: true });
        Assert.Contains($"送达文书名称及文号：{ServedPapers.Title(paper)}", CaseDocuments.Content(served, DocumentCode.ServiceReceipt, receipt.Index)!.Text(), StringComparison.Ordinal);
        Assert.Equal("no-paper-to-serve", Assert.Single(scenario.Refused(Serve($"{now:yyyy-MM-dd} 11:00", paper))).Code);
    }

    [Fact]
    public void AmendmentServed_RemedyPeriodsRunFromItsOwnService()
    {
        var amended = Amended();
        Assert.DoesNotContain(Contestable.Of(amended.State), one => one.Decision.Kind == ContestedKind.Amendment);
        var served = amended.Do(Serve("2026-03-30 10:00", ServedPaper.Amendment)).State;
        Assert.Equal(Day("2026-03-30"), Assert.Single(Contestable.Of(served), one => one.Decision.Kind == ContestedKind.Amendment).ServedOn);
        var clocks = Contestable.Clocks(served, Day("2026-03-31"), new([]), Core.Settings.SettingsBook.Defaults).Value!;
        Assert.Contains(clocks, clock => clock.Kind.Label.Contains("撤销（变更）行政处罚决定书", StringComparison.Ordinal) && clock.Due == Day("2026-05-29"));
    }

    [Fact]
    public void AmendmentThatEndedTheCase_CanBeServedAndContested()
    {
        var ended = Amended(AmendmentKind.Revoked);
        Assert.Equal(CaseStage.Ended, ended.State.Stage);
        ended.Do(Serve("2026-03-30 10:00", ServedPaper.Amendment)).On("2026-04-10 09:00")
            .Do(new RecordReviewApplication(At("2026-04-09 10:00"), "漳州市龙文区人民政府", "请求撤销", Assert.Single(Contestable.Of(ended.State), one => one.Decision.Kind == ContestedKind.Amendment).Decision.Number));
    }

    [Fact]
    public void ServePaper_SeveralOfAKind_ServesTheOneNamedAndOtherwiseTheOldest()
    {
        CaseScenario Both() => Decided().As("head").Numbered(1).Do(new CorrectDecision("湘桥路北段工地", "湘桥路南段工地", "笔误"))
            .Numbered(2).Do(new CorrectDecision("2026年3月10日复查", "2026年3月11日复查", "笔误")).As("o1").On("2026-03-25 18:00");
        var numbers = Both().State.Course.Corrections.Select(one => one.Number).ToList();
        Assert.Equal(numbers[1], Assert.Single(ServedPapers.Waiting(Both().Do(Serve("2026-03-25 10:00", ServedPaper.Correction)).State)).Number);
        Assert.Equal(numbers[0], Assert.Single(ServedPapers.Waiting(Both().Do(Serve("2026-03-25 10:00", ServedPaper.Correction, numbers[1])).State)).Number);
        Assert.Contains(Both().Refused(Serve("2026-03-25 10:00", ServedPaper.Correction, "没有的文号")), refusal => refusal.Field == "number");
    }

    [Fact]
    public void ServePaper_BeforeItWasMade_IsRefused() =>
        Assert.Contains(Amended().Refused(Serve("2026-03-26 10:00", ServedPaper.Amendment)), refusal => refusal.Field == "at");

    [Fact]
    public void ServePaper_TwoStopsWithoutNumbers_ServesTheOlderFirst()
    {
        var twice = Demanded().As("head").On("2026-10-08 09:00").Do(Stop("2026-10-08 08:00")).On("2026-10-09 09:00").Do(new ResumeExecution(At("2026-10-09 08:00"), "困难已经消除"))
            .On("2026-10-12 09:00").Do(Stop("2026-10-12 08:00")).On("2026-10-12 18:00");
        Assert.Equal(2, ServedPapers.Waiting(twice.State).Count(paper => paper.Paper == ServedPaper.ExecutionSuspension));
        var first = twice.Do(Serve("2026-10-12 10:00", ServedPaper.ExecutionSuspension)).State;
        Assert.Equal(At("2026-10-12 08:00"), Assert.Single(ServedPapers.Waiting(first), paper => paper.Paper == ServedPaper.ExecutionSuspension).At);
        var second = twice.Do(Serve("2026-10-12 11:00", ServedPaper.ExecutionSuspension)).State;
        Assert.DoesNotContain(ServedPapers.Waiting(second), paper => paper.Paper == ServedPaper.ExecutionSuspension);
    }

    [Fact]
    public void ExecutionEnded_BecauseThePartyIsNoMore_NothingWaitsForService() =>
        Assert.DoesNotContain(ServedPapers.Of(OccasionalScenario.ExecutionEnded().State), paper => paper.Paper == ServedPaper.ExecutionEnding);
}
