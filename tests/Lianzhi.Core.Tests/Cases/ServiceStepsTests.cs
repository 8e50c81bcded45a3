using Lianzhi.Core.Cases;
using static Lianzhi.Core.Tests.Cases.CaseScenario;
using static Lianzhi.Core.Tests.Cases.ExecutionScenario;

namespace Lianzhi.Core.Tests.Cases;

public sealed class ServiceStepsTests
{
    [Fact]
    public void ServeDecision_ByPost_CountsFromTheReturnSlip()
    {
        var posted = Posted();
        Assert.Equal("met", State(posted, "service"));
        var state = posted.On("2026-04-08 18:00").Do(Commands.Serve() with { At = At("2026-04-07 10:00"), Service = Commands.Handed() with { Method = ServiceMethod.Post } }).State;
        Assert.Equal((Day("2026-04-07"), (DateOnly?)Day("2026-04-22"), "EMS0001"), (state.ServedOn!.Value, state.PaymentDueOn, state.Service!.Service.Carrier));
        // Posted in time though received after the seven working days.
        Assert.Equal("met", State(posted, "service"));
    }

    [Fact]
    public void ServeDecision_ByAnnouncement_CountsThirtyDaysAfterIt()
    {
        var announced = Announced();
        Assert.Equal(Day("2026-04-27"), announced.State.Execution.StartOf(ServedPaper.Decision)!.EffectiveOn);
        Assert.Equal("announcement-running", announced.On("2026-04-26 18:00").Refused(Commands.Serve() with { At = At("2026-04-26 10:00"), Service = Announcement })[0].Code);
        var state = announced.On("2026-04-28 18:00").Do(Commands.Serve() with { At = At("2026-04-28 10:00"), Service = Announcement }).State;
        Assert.Equal((Day("2026-04-27"), Day("2026-03-27"), (DateOnly?)Day("2026-05-12")), (state.ServedOn!.Value, state.Service!.Service.On, state.PaymentDueOn));
    }

    [Fact]
    public void ServeDecision_Electronic_NeedsTheSignedConfirmation()
    {
        var electronic = Commands.Serve() with { Service = Commands.Handed() with { Method = ServiceMethod.Electronic } };
        Assert.Equal("no-electronic-consent", Decided().On("2026-03-25 18:00").Refused(electronic)[0].Code);
        Assert.Equal(CaseStage.Served, AddressConfirmed().As("head").On("2026-03-24 09:00").Do(Commands.Decide()).As("o1").On("2026-03-25 18:00").Do(electronic).State.Stage);
    }

    [Fact]
    public void ServePriorNotice_Announced_RunsTheDefencePeriodFromTheDayItCounts()
    {
        var failed = Concluded().On("2026-03-16 18:00")
            .Do(new RecordFailedService(At("2026-03-13 09:00"), ServedPaper.PriorNotice, ServiceMethod.Post, "湘桥路演示号", "邮件退回：查无此人", CaseScenario.Officers));
        var notice = failed.Do(Commands.Notify() with { Service = Announcement with { Carrier = "区政府网站公告栏" } }).State.Notice!;
        Assert.Equal((Day("2026-04-15"), Day("2026-04-20")), (notice.Service.ServedOn, notice.DefenceDueOn));
    }

    [Fact]
    public void Receipt_OfAPaperNotServedYet_TellsTheAttemptsThatFailed()
    {
        var state = Announced().State;
        var receipt = Core.Documents.CaseDocuments.Of(state).Last(paper => paper.Kind.Code == Core.Documents.DocumentCode.ServiceReceipt);
        Assert.Contains("当事人已搬离，去向不明", Core.Documents.CaseDocuments.Content(state, receipt.Kind.Code, receipt.Index)!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void ServePaper_SurchargeDecision_HasItsOwnReceipt()
    {
        var receipts = Core.Documents.CaseDocuments.Of(Surcharged().State).Where(paper => paper.Kind.Code == Core.Documents.DocumentCode.ServiceReceipt).ToList();
        Assert.Equal(4, receipts.Count);
        Assert.All(receipts, receipt => Assert.True(receipt.Made));
    }

    [Fact]
    public void Service_Refusals_ArePinned() => GateSnapshot.Match("service.txt",
    [
        ("没有试过其他方式就公告", Decided().On("2026-03-26 18:00").Refused(new StartService(At("2026-03-26 09:00"), ServedPaper.Decision, ServiceMethod.Announcement, "网站", "下落不明", CaseScenario.Officers))),
        ("没有公告就公告送达", Decided().On("2026-03-26 18:00").Refused(Commands.Serve() with { Service = Announcement })),
        ("告知书没有试过其他方式就公告", Concluded().On("2026-03-16 18:00").Refused(Commands.Notify() with { Service = Announcement })),
        ("留置没有见证", Decided().On("2026-03-25 18:00").Refused(Commands.Serve() with { Service = Commands.Handed() with { Method = ServiceMethod.Left, RefusalNote = "拒收" } })),
        ("委托没有写明机关", Decided().On("2026-03-25 18:00").Refused(Commands.Serve() with { Service = Commands.Handed() with { Method = ServiceMethod.Entrusted } })),
        ("直接送达不用先启动", Decided().On("2026-03-26 18:00").Refused(new StartService(At("2026-03-26 09:00"), ServedPaper.Decision, ServiceMethod.Direct, "", "", CaseScenario.Officers))),
        ("确认书晚于电子送达", Decided().On("2026-03-26 18:00").Do(new ConfirmAddress(At("2026-03-26 11:00"), "湘桥路演示号", null, "hefeng@example.com", true, "吴思源"))
            .Refused(Commands.Serve() with { At = At("2026-03-25 10:00"), Service = Commands.Handed() with { Method = ServiceMethod.Electronic } })),
        ("没有这份文书", Decided().On("2026-03-26 18:00").Refused(new StartService(At("2026-03-26 09:00"), ServedPaper.Surcharge, ServiceMethod.Post, "EMS1", "外地", CaseScenario.Officers))),
        ("执行文书没有作出", Served().On("2026-03-26 18:00").Refused(new ServePaper(At("2026-03-26 09:00"), ServedPaper.Surcharge, Commands.Handed(), CaseScenario.Officers))),
        ("同意电子送达没有地址", Noticed().On("2026-03-17 09:00").Refused(new ConfirmAddress(At("2026-03-16 11:00"), "", null, null, true, ""))),
    ]);

    private static string State(CaseScenario scenario, string clock) =>
        scenario.Context().Facts.Clocks(scenario.State, Day("2026-04-08")).Single(one => one.Kind.Id == clock).State.ToString().ToLowerInvariant();
}
