using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Evidence;
using Lianzhi.Core.Tests.Cases;
using static Lianzhi.Core.Tests.Cases.CaseScenario;
using static Lianzhi.Core.Tests.Evidence.EvidenceScenario;

namespace Lianzhi.Core.Tests.Evidence;

public sealed class EvidenceRulesTests
{
    [Fact]
    public void Collect_Lawful_KeepsCollectorsNumberAndPhase()
    {
        var state = Investigated().On("2026-03-05 18:00").With((Pictured(), [Photo]), (Thing(), [Photo, Film]));
        Assert.Equal([1, 2], state.Evidence.Select(item => item.Collected.Number));
        Assert.Equal(["示o1", "示o2"], state.Evidence[0].Collected.Officers.Select(officer => officer.CertificateNumber));
        Assert.Equal(EvidencePhase.Investigation, state.Evidence[0].Collected.Phase);
        Assert.Equal("综合执法大队停车场", state.Evidence[1].Place);
        Assert.Equal("物证", state.Evidence[1].InReport.Kind);
    }

    [Fact]
    public void Collect_BeforeFiling_IsChecking() =>
        Assert.Equal(EvidencePhase.Check, Proposed().On("2026-03-02 18:00").With((Pictured() with { At = At("2026-03-02 08:30"), Act = null }, [Photo])).Evidence[0].Collected.Phase);

    [Fact]
    public void Collect_OfAnEarlierDay_LetsLaterActsStandWhereTheyAre() =>
        Assert.Equal(Investigated().State.LastAt, Investigated().With((Pictured(), [Photo])).LastAt);

    [Fact]
    public void Collect_OnTheDayOfAnOnSpotPenalty_IsItsEvidence() =>
        Assert.Equal(EvidencePhase.Investigation, CaseScenario.OnSpot().With((Pictured() with { At = At("2026-03-02 17:00"), Act = new(RecordedActKind.OnSpotPenalty, 0) }, [Photo])).Evidence[0].Collected.Phase);

    [Fact]
    public void Collect_AfterTheDecisionWithAReason_BelongsToExecution()
    {
        var state = Served().With((Pictured() with { At = At("2026-03-25 10:00"), Act = null, LateReason = "送达决定书的录像" }, [Film]));
        Assert.Equal((EvidencePhase.Execution, "送达决定书的录像"), (state.Evidence[0].Collected.Phase, state.Evidence[0].Collected.LateReason));
    }

    [Fact]
    public void Move_ToItsEnd_IsAChainInOrder()
    {
        var scenario = Investigated().On("2026-03-12 18:00");
        var state = scenario.With((Thing(), []));
        foreach (var (action, at) in new[] { (CustodyAction.Kept, "2026-03-05 15:00"), (CustodyAction.HandedOver, "2026-03-06 09:00"), (CustodyAction.Returned, "2026-03-10 09:00") })
            state = CaseState.Apply(state, Ok(EvidenceRules.Move(state, "e1", Moved(action, at), scenario.Context())));
        Assert.True(state.Evidence[0].IsGone);
        Assert.Equal(3, state.Evidence[0].Moves.Count);
    }

    [Fact]
    public void Conclude_OnRegisteredEvidence_CitesItAndFallsWithIt()
    {
        var scenario = Investigated().On("2026-03-10 18:00").Do(Commands.Check()).On("2026-03-12 18:00");
        var state = scenario.With((Pictured(), [Photo]), (Thing(), []));
        state = CaseState.Apply(state, Ok(EvidenceRules.Exclude(state, "e2", new(ExclusionGround.Irrelevant, "拍的是相邻工地", Officers), scenario.Context())));
        var conclude = Commands.Conclude() with { Evidence = [], EvidenceIds = ["e1", "e1"] };
        Assert.Equal("evidence-excluded", Code(CaseSteps.Take(state, conclude with { EvidenceIds = ["e1", "e2"] }, scenario.Context())));
        Assert.Equal("evidenceIds", CaseSteps.Take(state, conclude with { EvidenceIds = ["e1", "foreign"] }, scenario.Context()).Refusals[0].Field);
        state = CaseState.Apply(state, Ok(CaseSteps.Take(state, conclude, scenario.Context())));
        Assert.Equal(state.Evidence[0].InReport, Assert.Single(state.Conclusion!.Evidence));
        Assert.Equal(["e1"], state.Conclusion.EvidenceIds!);
        state = CaseState.Apply(state, Ok(EvidenceRules.Exclude(state, "e1", new(ExclusionGround.Untrue, "拍摄日期不实", Officers), scenario.Context())));
        Assert.Contains(NextSteps.Refusals(state, CaseFlow.Of(CaseStep.MakeDecision), scenario.Context()), refusal => refusal.Code == "cited-evidence-excluded");
    }

    [Fact]
    public void Exclude_BeforeTheDecision_LeavesItInTheCase()
    {
        var scenario = Investigated();
        var state = scenario.With((Pictured(), [Photo]));
        state = CaseState.Apply(state, Ok(EvidenceRules.Exclude(state, "e1", new(ExclusionGround.Irrelevant, "拍的是相邻工地", Officers), scenario.Context())));
        Assert.Equal(ExclusionGround.Irrelevant, Assert.Single(state.Evidence).Excluded!.Ground);
    }

    [Fact]
    public void Evidence_Refusals_ArePinned()
    {
        var site = Investigated().On("2026-03-05 18:00");
        var seized = Measure.Seized();
        var sealedTruck = seized.With((Thing() with { Act = new(RecordedActKind.Sealing, 0) }, [Photo]));
        var preserved = Measure.Approved(MeasureKind.Preservation).Do(Measure.Preserve());
        var preservedTruck = preserved.With((Thing() with { Act = new(RecordedActKind.Preservation, 0) }, [Photo]));
        var photo = Paid().State with { Evidence = site.With((Pictured(), [Photo])).Evidence };
        var gone = site.With((Thing(), []));
        gone = CaseState.Apply(gone, Ok(EvidenceRules.Move(gone, "e1", Moved(CustodyAction.Returned, "2026-03-05 16:00"), site.Context())));
        GateSnapshot.Match("evidence.txt",
        [
            ("一名人员收集", site.Collect(Pictured() with { Officers = ["o1"] }, Photo).Refusals),
            ("无证人员收集", site.Collect(Pictured() with { Officers = ["o1", "o3"] }, Photo).Refusals),
            ("其他街道人员收集", site.Collect(Pictured() with { Officers = ["o1", "o4"] }, Photo).Refusals),
            ("收集时间在将来", site.Collect(Pictured() with { At = At("2026-03-06 09:00") }, Photo).Refusals),
            ("录像结束早于开始", site.Collect(Pictured() with { Until = At("2026-03-04 09:00") }, Film).Refusals),
            ("照片有结束时间", site.Collect(Pictured() with { Until = At("2026-03-04 09:30") }, Photo).Refusals),
            ("录像超过一天", site.Collect(Pictured() with { At = At("2026-03-04 09:00"), Until = At("2026-03-05 09:30") }, Film).Refusals),
            ("什么都没有填", site.Collect(Pictured() with { Title = " ", Place = "", Proves = "" }, Photo).Refusals),
            ("没有写明提供人", site.Collect(Pictured() with { Source = EvidenceSource.FromParty }, Photo).Refusals),
            ("监控设备没有审核", site.Collect(Pictured() with { Source = EvidenceSource.Monitoring }, Film).Refusals),
            ("没有这一执法行为", site.Collect(Pictured() with { Act = new(RecordedActKind.Sealing, 0) }, Film).Refusals),
            ("视听资料没有文件", site.Collect(Pictured()).Refusals),
            ("物证没有保管地点", site.Collect(Thing() with { KeptAt = null }, Photo).Refusals),
            ("书证什么也没有", site.Collect(Pictured() with { Kind = EvidenceKind.Documentary }).Refusals),
            ("同一文件两次", site.Collect(Pictured(), Photo, Photo).Refusals),
            ("决定前的证据在决定后补入", Decided().Collect(Pictured(), Photo).Refusals),
            ("决定后没有理由", Served().Collect(Pictured() with { At = At("2026-03-25 10:00"), Act = null }, Film).Refusals),
            ("结案以后", Closed().Collect(Pictured() with { At = At("2026-04-02 08:00"), Act = null, LateReason = "复查" }, Photo).Refusals),
            ("决定后排除", EvidenceRules.Exclude(photo, "e1", new(ExclusionGround.Untrue, "不属实", Officers), Paid().Context()).Refusals),
            ("电子文件流转", EvidenceRules.Move(photo, "e1", Moved(CustodyAction.Kept, "2026-03-26 09:00"), Paid().Context()).Refusals),
            ("流转早于收集", EvidenceRules.Move(sealedTruck, "e1", Moved(CustodyAction.Kept, "2026-03-05 09:00"), seized.Context()).Refusals),
            ("扣押中返还", EvidenceRules.Move(sealedTruck, "e1", Moved(CustodyAction.Returned, "2026-03-05 17:00"), seized.Context()).Refusals),
            ("登记保存中返还", EvidenceRules.Move(preservedTruck, "e1", Moved(CustodyAction.Returned, "2026-03-05 17:00"), preserved.Context()).Refusals),
            ("处置没有见证", EvidenceRules.Move(gone with { Evidence = [gone.Evidence[0] with { Moves = [] }] }, "e1", Moved(CustodyAction.Disposed, "2026-03-05 17:00"), site.Context()).Refusals),
            ("勘验图没有图", site.Collect(Sketched()).Refusals),
            ("勘验图是录像", site.Collect(Sketched(), Film).Refusals),
            ("勘验图不属于现场检查", site.Collect(Sketched() with { Act = null }, Drawing).Refusals),
            ("勘验图属于没有的检查", site.Collect(Sketched() with { Act = new(RecordedActKind.Inspection, 9) }, Drawing).Refusals),
            ("勘验图早于勘验", site.Collect(Sketched() with { At = At("2026-03-04 08:00") }, Drawing).Refusals),
            ("勘验图第二天补画", site.Collect(Sketched() with { At = At("2026-03-05 08:00") }, Drawing).Refusals),
            ("勘验图登记为视听资料", site.Collect(Sketched() with { Kind = EvidenceKind.AudioVisual }, Drawing).Refusals),
            ("勘验图没有比例和绘图人", site.Collect(Sketched() with { Sketch = new(" ", "", null) }, Drawing).Refusals),
            ("决定后补勘验图", Refused(EvidenceRules.MaySketch(Decided().State))),
            ("结案后补勘验图", Refused(EvidenceRules.MaySketch(Closed().State))),
            ("照片登记核对", site.Collect(Pictured() with { Compared = new(Day("2026-03-04"), "当事人处") }, Photo).Refusals),
            ("核对在将来", site.Collect(Copied() with { Compared = new(Day("2026-03-06"), "当事人处") }, Photo).Refusals),
            ("核对早于收集", site.Collect(Copied() with { Compared = new(Day("2026-03-03"), "当事人处") }, Photo).Refusals),
            ("核对没有写原件在哪里", site.Collect(Copied() with { Compared = new(Day("2026-03-04"), " ") }, Photo).Refusals),
            ("返还以后", EvidenceRules.Move(gone, "e1", Moved(CustodyAction.Kept, "2026-03-05 17:00"), site.Context()).Refusals),
        ]);
    }

    [Fact]
    public void Collect_OfADrawing_KeepsWhatStandsBesideIt()
    {
        var taken = Investigated().On("2026-03-05 18:00").With((Sketched() with { Sketch = new(" 1∶100 ", " 周明（执法人员） ", " ") }, [Drawing])).Evidence[0].Collected;
        Assert.Equal(new SceneSketch("1∶100", "周明（执法人员）", null), taken.Sketch);
        Assert.Equal(EvidencePhase.Investigation, taken.Phase);
        Assert.Null(EvidenceRules.MaySketch(Investigated().State));
    }

    [Fact]
    public void Collect_OfAComparedCopy_KeepsWhenAndWhereTheOriginalIs() => Assert.Equal(new CopyComparison(Day("2026-03-04"), "当事人处"),
        Investigated().On("2026-03-05 18:00").With((Copied() with { Compared = new(Day("2026-03-04"), " 当事人处 ") }, [Photo])).Evidence[0].Collected.Compared);

    private static IReadOnlyList<Refusal> Refused(Refusal? refusal) => [refusal!];

    private static string Code(Result<CaseEvent> result) => Assert.Single(result.Refusals).Code;
}
