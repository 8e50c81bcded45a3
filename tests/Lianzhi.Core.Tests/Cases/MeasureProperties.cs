using CsCheck;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Documents;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Sealing days against a day-by-day model; the gate of demolition on every day.</summary>
public sealed class MeasureProperties
{
    private static readonly SealedGoods Seized = Measure.Seized().State.Measures.Sealings[0];
    private static readonly CaseService Told = Seized.Made.Service;

    [Fact]
    public void SealingTerm_AnyTestsAndExtension_IsWhatCountingDayByDayGives() =>
        Gen.Select(Gen.Bool, Gen.Select(Gen.Int[0, 70], Gen.Int[0, 40], Gen.Int[-1, 40], Gen.Bool).List[0, 4]).Sample((extended, tests) =>
        {
            var sealing = extended ? Seized with { Extended = new(Seized.Made.At, "", 0, 0, "", default, Told, []) } : Seized;
            MeasureTest[] all = [.. tests.Select(test => Test(Seized.Made.On, test.Item1, test.Item2, test.Item3, test.Item4))];
            var measures = CaseMeasures.None with { Sealings = [sealing], Tests = all };
            var due = SealingTerm.DueOn(sealing, all, 0);
            // The card and the clock say the same on every day, also before a test that was told of begins.
            return due == CountByDay(Seized.Made.On, extended ? 60 : 30, all)
                && new[] { 0, 1, 5, 40, 700 }.All(days => MeasureTiming.Clocks(measures, Seized.Made.On.AddDays(days), new([]), Core.Settings.SettingsBook.Defaults).Value!.Single().Due == due);
        }, iter: 2_000);

    [Fact]
    public void SealingClock_TestToldToBeginTomorrow_EndsWhenTheCardSays()
    {
        // Sealed on 5 March for thirty days; the ten days from 11 March do not count.
        var tested = Measure.Seized().On("2026-03-10 18:00").Do(Measure.Test());
        var clock = tested.Context().Facts.Clocks(tested.State, Day("2026-03-10")).Single(one => one.Kind.Id == "sealing");
        Assert.Equal((Day("2026-04-14"), Day("2026-04-14")), (SealingTerm.DueOn(tested.State.Measures.Sealings[0], tested.State.Measures.Tests, 0), clock.Due));
    }

    [Fact]
    public void Demolition_OnAnyDay_IsOnlyDecidedWhenAnnouncedTermAndRemediesAreOver()
    {
        var scenario = Demolishing().As("head");
        var (decided, head) = (scenario.State, scenario.Context(DocumentCode.DemolitionDecision));
        var remediesEnd = Day("2026-09-28");
        var reviewed = Announced().DemolitionReviewed("2026-04-02 09:00").State.Reviews;
        Gen.Select(Gen.Int[0, 400], Gen.Bool, Gen.Int[1, 300]).Sample((days, announced, term) =>
        {
            var today = Day("2026-03-25").AddDays(days);
            var announcedOn = At("2026-03-26 09:00");
            var state = decided with { Measures = announced ? CaseMeasures.None with { Announcement = new(announcedOn, "公告", "彩钢棚", Day("2026-03-26").AddDays(term), "现场", []), DemolitionReview = 0 } : CaseMeasures.None, Reviews = reviewed };
            var context = head with { Now = At($"{today:yyyy-MM-dd} 09:00") };
            var planned = today.AddDays(1);
            var command = new DecideDemolition("《中华人民共和国城乡规划法》第六十八条", "漳龙政〔2026〕1号", "机械拆除", planned, true);
            var lawful = announced && today > remediesEnd && today > Day("2026-03-26").AddDays(term) && ShippedData.Calendar.HolidayName(planned) is null;
            return CaseSteps.Take(state, command, context).IsOk == lawful;
        }, iter: 600);
    }

    [Fact]
    public void Demolition_FromAnnouncementToTheSite_SaysWhenAndWhyNot()
    {
        var scenario = Announced().DemolitionReviewed("2026-04-02 09:00");
        scenario.As("head").On("2026-08-03 09:00");
        var choice = scenario.NextSteps().Single(one => one.Line.Step == CaseStep.DecideDemolition);
        Assert.Equal((false, Day("2026-09-29")), (choice.Allowed, choice.EarliestOn!.Value));
        Assert.Equal("remedies-running", Assert.Single(choice.Refusals).Code);
        var decide = new DecideDemolition("《中华人民共和国城乡规划法》第六十八条", "漳龙政〔2026〕88号", "机械拆除", Day("2026-10-12"), true);
        scenario.On("2026-09-29 09:00");
        Assert.Equal("no-demolition-power", Assert.Single(scenario.Refused(decide with { GovernmentOrder = null })).Code);
        Assert.Equal("enforced-on-holiday", Assert.Single(scenario.Refused(decide with { PlannedOn = Day("2026-10-02") })).Code);
        Assert.Equal("utilities-cut", Assert.Single(scenario.Refused(decide with { NoUtilitiesCut = false })).Code);
        scenario.Do(decide).As("o1").On("2026-10-12 18:00");
        var carryOut = new CarryOutDemolition(At("2026-10-12 09:00"), At("2026-10-12 15:00"), "湘桥路", "已拆除。", [], "吴思源在场", true, null, CaseScenario.Officers);
        // The decision binds nobody before it was served (行政强制法 第38条).
        Assert.Equal("demolition-not-served", Assert.Single(scenario.Refused(carryOut)).Code);
        Assert.DoesNotContain(Contestable.Of(scenario.State), one => one.Decision.Kind == ContestedKind.Demolition);
        scenario.Do(new ServePaper(At("2026-10-12 08:00"), ServedPaper.Demolition, Commands.Handed(), CaseScenario.Officers));
        scenario.Do(carryOut);
        Assert.NotNull(scenario.State.Measures.Demolished);
    }

    [Fact]
    public void Demolition_SuedAndLostAfterItWasDecided_IsNotCarriedOutAndThePenaltyStands()
    {
        var carryOut = new CarryOutDemolition(At("2026-12-01 09:00"), At("2026-12-01 15:00"), "湘桥路", "已拆除。", [], "吴思源在场", true, null, CaseScenario.Officers);
        var scenario = Demolishing().On("2026-04-01 18:00").Do(new AnnounceDemolition(At("2026-04-01 10:00"), "彩钢棚86平方米", Day("2026-04-15"), "湘桥路现场和村务公开栏", CaseScenario.Officers))
            .DemolitionReviewed("2026-09-28 09:00").As("head").On("2026-09-29 09:00").Do(new DecideDemolition("《中华人民共和国城乡规划法》第六十八条", "漳龙政〔2026〕88号", "机械拆除", Day("2026-12-01"), true))
            .As("o1").On("2026-09-30 18:00").Do(new ServePaper(At("2026-09-30 10:00"), ServedPaper.Demolition, Commands.Handed(), CaseScenario.Officers))
            .On("2026-10-12 09:00").Do(new RecordSuit(At("2026-10-10 10:00"), "漳州市龙文区人民法院", "（2026）闽0603行初8号", "请求撤销强制拆除决定", Day("2026-10-12"), RemedyTargetTests.NumberOf(ContestedKind.Demolition)));
        Assert.Contains(scenario.On("2026-12-01 18:00").Refused(carryOut), refusal => refusal.Code == "remedies-pending");
        scenario.Do(new RecordJudgment(At("2026-11-30 10:00"), "（2026）闽0603行初8号", RemedyResult.Annulled, [], "强制拆除决定主要证据不足。"));
        Assert.Contains(scenario.Refused(carryOut), refusal => refusal.Code == "decision-overturned");
        Assert.Null(scenario.State.Execution.Overturned);
        Assert.Equal(20_000_00, scenario.State.OwedFen);
        // Another decision to demolish may follow; the review held for the one that fell.
        Assert.Equal("measure-review-missing", Assert.Single(scenario.As("head").NextSteps().Single(choice => choice.Line.Step == CaseStep.DecideDemolition).Refusals).Code);
        scenario.DemolitionReviewed("2026-12-02 09:00").On("2026-12-03 09:00");
        Assert.True(scenario.As("head").NextSteps().Single(choice => choice.Line.Step == CaseStep.DecideDemolition).Allowed);
    }

    [Fact]
    public void Demolition_NotDemandedOrTheObjectionAdopted_IsNotDecided()
    {
        CaseScenario Ready(CaseScenario demolishing) => demolishing.On("2026-04-01 18:00").Do(new AnnounceDemolition(At("2026-04-01 10:00"), "彩钢棚86平方米", Day("2026-04-15"), "湘桥路现场和村务公开栏", CaseScenario.Officers))
            .DemolitionReviewed("2026-09-28 09:00").As("head").On("2026-09-29 09:00");
        var decide = new DecideDemolition("《中华人民共和国城乡规划法》第六十八条", "漳龙政〔2026〕88号", "机械拆除", Day("2026-10-12"), true);
        var undemanded = Noticed().As("head").On("2026-03-24 09:00").Do(Commands.Decide() with { Correction = "限期十日内自行拆除彩钢棚。" }).As("o1").On("2026-03-25 18:00").Do(Commands.Serve()).MaySeal();
        Assert.Contains(undemanded.NextSteps(), choice => choice is { Line.Step: CaseStep.ServeDemand });
        Assert.Equal("demolition-not-demanded", Assert.Single(Ready(undemanded).Refused(decide)).Code);
        var late = undemanded.As("o1").Do(Demand("2026-09-29 08:00")).As("head");
        Assert.Equal("demand-wait-running", Assert.Single(late.Refused(decide)).Code);
        var adopted = Demolishing().On("2026-03-30 18:00").Do(new HearDemand(At("2026-03-30 10:00"), "已补办规划许可", "经查属实", true, "已取得规划许可", CaseScenario.Officers));
        Assert.Equal("demand-objection-adopted", Assert.Single(Ready(adopted).Refused(decide)).Code);
    }

    [Fact]
    public void Demolition_AfterTheOrganWonTheSuitAgainstTheOrder_IsDecided()
    {
        var scenario = Demolishing().On("2026-04-01 18:00").Do(new AnnounceDemolition(At("2026-04-01 10:00"), "彩钢棚86平方米", Day("2026-04-15"), "湘桥路现场和村务公开栏", CaseScenario.Officers))
            .On("2026-04-20 09:00").Do(new RecordSuit(At("2026-04-10 10:00"), "漳州市龙文区人民法院", "（2026）闽0603行初1号", "请求撤销处罚决定", Day("2026-04-17")));
        var decide = new DecideDemolition("《中华人民共和国城乡规划法》第六十八条", "漳龙政〔2026〕88号", "机械拆除", Day("2026-10-12"), true);
        Assert.Contains(scenario.As("head").On("2026-08-03 09:00").Refused(decide), refusal => refusal.Code == "remedies-pending");
        scenario.As("o1").Do(new RecordJudgment(At("2026-08-01 10:00"), "（2026）闽0603行初1号", RemedyResult.Upheld, [], "驳回。")).DemolitionReviewed("2026-08-03 10:00").As("head").On("2026-08-04 09:00").Do(decide);
    }

    [Fact]
    public void Demolition_OfAnAnnulledDecision_IsRefusedForGood()
    {
        var scenario = Demolishing().On("2026-04-01 18:00").Do(new AnnounceDemolition(At("2026-04-01 10:00"), "彩钢棚86平方米", Day("2026-04-15"), "湘桥路现场和村务公开栏", CaseScenario.Officers))
            .On("2026-04-20 09:00").Do(new RecordReviewApplication(At("2026-04-15 10:00"), "漳州市龙文区人民政府", "请求撤销处罚决定"))
            .Do(new RecordReviewProgress(At("2026-04-20 08:30"), ReviewProgress.Accepted, "龙政复受〔2026〕3号"));
        var decide = new DecideDemolition("《中华人民共和国城乡规划法》第六十八条", "漳龙政〔2026〕88号", "机械拆除", Day("2026-10-12"), true);
        Assert.Contains(scenario.As("head").Refused(decide), refusal => refusal.Code == "remedies-pending");
        scenario.As("o1").On("2026-06-10 09:00").Do(new RecordReviewDecision(At("2026-06-09 10:00"), "龙政复决〔2026〕3号", RemedyResult.Annulled, [], "主要事实不清。"));
        Assert.Contains(scenario.As("head").On("2026-10-09 09:00").Refused(decide), refusal => refusal.Code == "decision-overturned");
    }

    [Fact]
    public void Papers_OfEveryMeasure_HaveNoGapAndSayTheLaw()
    {
        CaseScenario[] scenarios = [Everything(), Measure.Transferring().As("head").On("2026-03-10 09:00").Do(new DecideCrimeTransfer(true, "同意移送。")).As("o1").On("2026-03-10 18:00").Do(Measure.HandOver())];
        var text = string.Concat(scenarios.SelectMany(scenario => CaseDocuments.Of(scenario.State).Where(paper => paper.Kind.Code > DocumentCode.ClosingApproval && paper.Made)
            .Select(paper => $"==== {paper.Kind.Sign} {paper.Index}\n{CaseDocuments.Content(scenario.State, paper.Kind.Code, paper.Index)!.Text()}")));
        Assert.DoesNotContain("【待", text, StringComparison.Ordinal);
        Snapshot.Match("measure-papers.txt", text);
    }

    internal static CaseScenario Everything() => Measure.Seized()
        .Do(Measure.Sample()).On("2026-03-10 18:00").Do(Measure.Test()).On("2026-03-31 09:30").Do(Measure.Request(MeasureKind.Extension, 0) with { At = At("2026-03-31 09:00") })
        .Do(Measure.Request(MeasureKind.Preservation) with { At = At("2026-03-31 09:10") }).As("head").On("2026-03-31 15:00").Do(new ApproveMeasure(1, "同意延长。")).Do(new ApproveMeasure(2, "同意。"))
        .As("o1").On("2026-04-01 18:00").Do(Measure.Extend()).Do(Measure.Preserve() with { At = At("2026-04-01 11:00") }).Do(Measure.Letter(LetterKind.Assistance, "区交通运输局") with { At = At("2026-04-01 12:00"), ReplyDueOn = null })
        .As("head").On("2026-04-07 10:00").Do(new DecidePreserved(0, PreservationDisposal.Returned, "已复制。")).Do(new LiftSealing(0, LiftGround.DealtWith, "已处理。"))
        .As("o1").On("2026-04-07 18:00").Do(new RecordCustody(At("2026-04-07 11:00"), 0, GoodsAction.Returned, Measure.Truck, "停车场", "吴思源", "解除扣押决定书", null, CaseScenario.Officers));

    /// <summary>A decision that orders to take down a shed, served on 25 March; 25 September is a holiday, so suit may be filed until the 28th.</summary>
    /// <summary>A decision that fell takes its announcement with it: the next one is announced anew, and nobody demolishes by what was decided for the old one.</summary>
    [Fact]
    public void Demolition_AfterTheCaseWasDecidedAnew_IsAnnouncedAndDecidedAnewAndTheOldPapersStay()
    {
        var scenario = Announced().DemolitionReviewed("2026-09-28 09:00").As("head").On("2026-09-29 09:00").Do(Decide)
            .As("o1").On("2026-10-08 09:00").Do(new RecordReviewApplication(At("2026-10-08 08:30"), "漳州市龙文区人民政府", "请求撤销处罚决定", null))
            .Do(new RecordReviewProgress(At("2026-10-08 08:40"), ReviewProgress.Accepted, "龙政复受〔2026〕9号"))
            .On("2026-11-10 09:00").Do(new RecordReviewDecision(At("2026-11-09 10:00"), "龙政复决〔2026〕9号", RemedyResult.Annulled, [], "主要事实不清，责令重新作出。", null, true, Day("2027-01-08")));
        Assert.NotNull(scenario.State.Measures.Demolition);
        var reopened = scenario.As("head").Do(new DecideAnew("重新测量。", false)).State;
        scenario.As("o1").On("2026-11-12 18:00")
            .Do(Commands.Conclude(10_000_00) with { At = At("2026-11-12 10:00"), Facts = "经重新测量，彩钢棚为92平方米。" })
            .On("2026-11-13 18:00").Do(Commands.Notify(10_000_00) with { At = At("2026-11-13 10:00") })
            .As("head").On("2026-11-30 09:00").Do(Commands.Decide(10_000_00) with { Correction = "限期十日内自行拆除彩钢棚。" })
            .As("o1").On("2026-12-01 18:00").Do(Commands.Serve() with { At = At("2026-12-01 10:00") });
        Assert.Equal((null, null), (scenario.State.AnnouncementInForce, scenario.State.DemolitionInForce));
        Assert.Contains(scenario.As("head").On("2027-07-01 09:00").Refused(Decide), refusal => refusal.Code == "demolition-not-announced");
        Assert.Contains(scenario.As("o1").On("2027-07-01 18:00").Refused(new CarryOutDemolition(At("2027-07-01 09:00"), At("2027-07-01 15:00"), "湘桥路", "已拆除。", [], "吴思源在场", true, null, CaseScenario.Officers)), refusal => refusal.Code == "demolition-not-decided");
        // Until something is announced or decided again the old papers are the last ones; they go on naming the decision they were made for.
        var anew = scenario.State with { Decision = scenario.State.Decision! with { Number = "漳龙蓝罚〔2026〕2号" } };
        foreach (var state in new[] { reopened, anew })
            foreach (var code in new[] { DocumentCode.DemolitionAnnouncement, DocumentCode.DemolitionDecision })
                Assert.Contains("漳龙蓝罚〔2026〕1号", CaseDocuments.Content(state, code)!.Text(), StringComparison.Ordinal);

        var second = scenario.As("o1").On("2026-12-02 18:00").Do(Demand("2026-12-02 09:00")).Do(new AnnounceDemolition(At("2026-12-02 10:00"), "彩钢棚92平方米", Day("2026-12-20"), "湘桥路现场", CaseScenario.Officers))
            .DemolitionReviewed("2027-06-29 09:00").As("head").On("2027-06-30 09:00").Do(Decide).State;
        var papers = CaseDocuments.Of(second).Where(paper => paper.Kind.Code is DocumentCode.DemolitionAnnouncement or DocumentCode.DemolitionDecision).Select(paper => (paper.Kind.Code, paper.Index)).ToList();
        Assert.Equal([(DocumentCode.DemolitionAnnouncement, 0), (DocumentCode.DemolitionAnnouncement, 1), (DocumentCode.DemolitionDecision, 0), (DocumentCode.DemolitionDecision, 1)], papers.Order());
        foreach (var code in new[] { DocumentCode.DemolitionAnnouncement, DocumentCode.ReviewOpinion })
        {
            var (old, last) = code == DocumentCode.ReviewOpinion ? (0, 1) : (1, 0);
            Assert.Contains("86平方米", CaseDocuments.Content(second, code, old)!.Text(), StringComparison.Ordinal);
            Assert.Contains("92平方米", CaseDocuments.Content(second, code, last)!.Text(), StringComparison.Ordinal);
        }
        Assert.Contains(scenario.As("o1").On("2027-07-01 18:00").Refused(new AnnounceDemolition(At("2027-07-01 10:00"), "彩钢棚", Day("2027-07-20"), "现场", CaseScenario.Officers)), refusal => refusal.Code == "demolition-decided");
    }

    private static readonly DecideDemolition Decide = new("《中华人民共和国城乡规划法》第六十八条", "漳龙政〔2026〕88号", "机械拆除", Day("2027-07-12"), true);

    internal static CaseScenario Demolishing() => Noticed().As("head").On("2026-03-24 09:00").Do(Commands.Decide() with { Correction = "限期十日内自行拆除彩钢棚。" }).As("o1").On("2026-03-25 18:00").Do(Commands.Serve()).MaySeal()
        .On("2026-03-26 18:00").Do(Demand("2026-03-26 10:00"));

    internal static ServeDemand Demand(string at) => new(At(at), "收到催告书之日起十日内自行拆除", "拆除彩钢棚", Commands.Handed(), CaseScenario.Officers);

    internal static CaseScenario Announced() => Demolishing().On("2026-04-01 18:00")
        .Do(new AnnounceDemolition(At("2026-04-01 10:00"), "彩钢棚86平方米", Day("2026-04-15"), "湘桥路现场和村务公开栏", CaseScenario.Officers));

    private static MeasureTest Test(DateOnly sealedOn, int after, int length, int endedAfter, bool told)
    {
        var from = sealedOn.AddDays(after);
        var begun = new TestCommissioned(At("2026-03-05 12:00"), "", "检测", "样", "机构", "成分", 0, from, from.AddDays(length), told ? Told : null, []);
        return new(begun, endedAfter < 0 ? null : new(new DateTimeOffset(from.AddDays(endedAfter), new TimeOnly(9, 0), TimeSpan.FromHours(8)), 0, "", "", true, []));
    }

    private static DateOnly CountByDay(DateOnly start, int days, MeasureTest[] tests)
    {
        var day = start;
        for (var counted = 0; counted < days;)
        {
            day = day.AddDays(1);
            var testing = tests.Any(test => test.Begun.Told is not null && day >= test.Begun.From && day <= test.Begun.Until && (test.Ended is null || day <= test.Ended.On));
            if (!testing) counted++;
        }
        return day;
    }
}
