using Lianzhi.Core.Cases;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

public sealed class ExecutionStepsTests
{
    [Fact]
    public void ServeDecision_Handed_StartsFifteenDays() =>
        Assert.Equal((Day("2026-03-25"), (DateOnly?)Day("2026-04-09")), (Served().State.ServedOn!.Value, Served().State.Service!.PaymentDueOn));

    [Fact]
    public void RecordPayment_InParts_AddsUp()
    {
        var scenario = Served().On("2026-04-01 09:00").Do(new RecordPayment(At("2026-03-30 15:00"), 5_000_00, 0, "票1"));
        Assert.Equal(5_000_00, scenario.State.PaidFen);
        Assert.Equal(20_000_00, scenario.Do(new RecordPayment(At("2026-03-31 15:00"), 15_000_00, 0, "票2")).State.PaidFen);
    }

    [Fact]
    public void CloseCase_EverythingDone_IsClosed() => Assert.Equal(CaseStage.Closed, Closed().State.Stage);

    [Fact]
    public void CloseCase_NotPublishedByDecision_IsClosed() =>
        Assert.Equal(CaseStage.Closed, Paid().As("head").Do(new DecidePublication(false, "没有社会影响", 0)).Do(new CloseCase("已履行。", null)).State.Stage);

    [Fact]
    public void Execution_Refusals_ArePinned() => GateSnapshot.Match("execution.txt",
    [
        ("没有送达就决定公示", Decided().As("head").Refused(new DecidePublication(true, "具有一定社会影响", 90))),
        ("公示时间太短", Served().As("head").Refused(new DecidePublication(true, "具有一定社会影响", 59))),
        ("公示时间太长", Served().As("head").Refused(new DecidePublication(true, "具有一定社会影响", 731))),
        ("未成年人", Minor().As("head").Refused(new DecidePublication(true, "具有一定社会影响", 90))),
        ("片长决定公示", Served().As("chief").Refused(new DecidePublication(true, "具有一定社会影响", 90))),
        ("没有决定就公示", Served().Refused(new PublishCaseDecision("pub-1"))),
        ("多缴", Served().On("2026-04-01 09:00").Refused(new RecordPayment(At("2026-03-31 15:00"), 20_000_01, 0, "票1"))),
        ("没有票据", Served().On("2026-04-01 09:00").Refused(new RecordPayment(At("2026-03-31 15:00"), 20_000_00, 0, ""))),
        ("票据重复", Served().On("2026-04-01 09:00").Do(new RecordPayment(At("2026-03-31 15:00"), 1_00, 0, "票1")).Refused(new RecordPayment(At("2026-03-31 15:00"), 1_00, 0, "票1"))),
        ("没有缴清就结案", Served().As("head").Refused(new CloseCase("已履行。", null))),
        ("送达早于决定", Decided().On("2026-03-25 18:00").Refused(Commands.Serve() with { At = At("2026-03-23 10:00") })),
    ]);

    private static CaseScenario Minor() => Begin().On("2026-03-02 18:00").Do(Commands.OnSpot() with { Party = BornOn("2009-03-02"), Facts = "占用城市道路，当事人未满十八周岁，从轻处罚。" });
}
