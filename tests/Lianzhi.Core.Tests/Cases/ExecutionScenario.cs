using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>
/// The construction-waste case after its decision: served on 25 March 2026, to be paid by 9 April, to be sued against
/// until 25 September. Each stage builds on the one before.
/// </summary>
internal static class ExecutionScenario
{
    public static readonly ServiceInput Announcement = new(ServiceMethod.Announcement, "", "", "", null, null);

    public static CaseScenario AddressConfirmed() => Noticed().On("2026-03-17 09:00")
        .Do(new ConfirmAddress(At("2026-03-16 11:00"), "漳州市龙文区湘桥路演示号", "0596-0000000", "hefeng@example.com", true, "吴思源"));

    public static CaseScenario Posted() => Decided().On("2026-03-26 18:00")
        .Do(new StartService(At("2026-03-26 09:00"), ServedPaper.Decision, ServiceMethod.Post, "EMS0001", "当事人办公场所长期无人", CaseScenario.Officers));

    public static CaseScenario Announced() => Decided().On("2026-03-27 18:00")
        .Do(new RecordFailedService(At("2026-03-25 09:00"), ServedPaper.Decision, ServiceMethod.Direct, "湘桥路演示号", "当事人已搬离，去向不明", CaseScenario.Officers))
        .Do(new StartService(At("2026-03-27 10:00"), ServedPaper.Decision, ServiceMethod.Announcement, "区政府网站公告栏", "当事人下落不明", CaseScenario.Officers));

    public static CaseScenario Coded() => Served().On("2026-03-26 18:00").Do(new TakePaymentCode(At("2026-03-26 10:00"), "3506 0026 0000 0012 3456"));

    public static CaseScenario Overdue() => Served().As("head").On("2026-04-10 09:00");

    public static CaseScenario DeferralAsked(DeferralKind kind = DeferralKind.Instalments) => Served().On("2026-04-02 09:00")
        .Do(new ApplyDeferral(At("2026-04-01 10:00"), kind, "停工三个月，账户余额不足", "分两期缴纳，5月8日和6月8日", 2)).As("head");

    public static readonly Instalment[] Halves = [new(Day("2026-05-08"), 10_000_00), new(Day("2026-06-08"), 10_000_00)];

    public static CaseScenario Deferred() => DeferralAsked().Do(new DecideDeferral(true, Halves, "确有经济困难，同意分期缴纳。")).As("o1");

    public static CaseScenario Surcharged() => Overdue().Do(new ImposeSurcharge("当事人逾期未缴纳罚款。")).As("o1").On("2026-04-10 18:00")
        .Do(new ServePaper(At("2026-04-10 15:00"), ServedPaper.Surcharge, Commands.Handed(), CaseScenario.Officers));

    public static ServeDemand DemandIt() => new(At("2026-09-28 10:00"), "收到本催告书之日起十日内到指定银行缴纳。", null, Commands.Handed(), CaseScenario.Officers);

    public static CaseScenario Demanded() => Surcharged().On("2026-09-28 18:00").Do(DemandIt());

    public static CaseScenario CourtApplied() => Demanded().As("head").On("2026-10-13 09:00").Do(Ask());

    public static ApplyToCourt Ask() => new("强制执行罚款20,000元及加处罚款20,000元。", "被申请人在龙文区设有办公场所，名下有渣土车2辆。");

    /// <summary>As <see cref="CaseScenario.Served"/>, with a truck that was seized and still is.</summary>
    public static CaseScenario ServedWithSeizure() => Investigated().MaySeal().On("2026-03-05 09:30").Do(Measure.Request(MeasureKind.Seizure)).As("head").Do(new ApproveMeasure(0, "同意。"))
        .As("o1").On("2026-03-05 18:00").Do(Measure.Seal()).On("2026-03-10 18:00").Do(Commands.Check()).On("2026-03-12 18:00").Do(Commands.Conclude(20_000_00)).On("2026-03-16 18:00").Do(Commands.Notify(20_000_00))
        .As("head").On("2026-03-24 09:00").Do(Commands.Decide()).As("o1").On("2026-03-25 18:00").Do(Commands.Serve());

    /// <summary>As <see cref="Demanded"/>, with the seizure.</summary>
    public static CaseScenario DemandedWithSeizure() => ServedWithSeizure().As("head").On("2026-04-10 09:00").Do(new ImposeSurcharge("当事人逾期未缴纳罚款。")).As("o1").On("2026-04-10 18:00").Do(new ServePaper(At("2026-04-10 15:00"), ServedPaper.Surcharge, Commands.Handed(), CaseScenario.Officers))
        .On("2026-09-21 18:00").Do(DemandIt() with { At = At("2026-09-21 10:00") });

    public static CaseScenario EnforcementDecided() => DemandedWithSeizure().As("head").On("2026-10-13 09:00").Do(new DecideEnforcement("拍卖已查封的渣土车1辆，所得抵缴罚款。"));

    public static CaseScenario ReviewAsked() => Published().On("2026-04-20 09:00")
        .Do(new RecordReviewApplication(At("2026-04-15 10:00"), "漳州市龙文区人民政府", "请求撤销处罚决定"));

    public static CaseScenario ReviewAccepted() => ReviewAsked().Do(new RecordReviewProgress(At("2026-04-20 08:30"), ReviewProgress.Accepted, "龙政复受〔2026〕3号"));

    public static CaseScenario Annulled() => ReviewAccepted().On("2026-06-10 09:00")
        .Do(new RecordReviewDecision(At("2026-06-09 10:00"), "龙政复决〔2026〕3号", RemedyResult.Annulled, [], "主要事实不清。"));

    public static CaseScenario Published() => Served().As("head").On("2026-03-26 09:00").Do(new DecidePublication(true, "具有一定社会影响", 90)).As("o1").Do(new PublishCaseDecision("pub-1"));

    public static CaseScenario Sued() => Served().On("2026-04-20 09:00")
        .Do(new RecordSuit(At("2026-04-10 10:00"), "漳州市龙文区人民法院", "（2026）闽0603行初1号", "请求撤销处罚决定", Day("2026-04-17")));

    public static CollectCash Cash() => new(At("2026-03-02 15:40"), 100_00, CashGround.UpToHundred, "依法给予一百元罚款", "闽财票0009", null, CaseScenario.Officers);

    public static CaseScenario OnSpotHundred() => Begin().On("2026-03-02 18:00").Do(Commands.OnSpot() with { Penalties = [new(PenaltyKind.Fine, 100_00)] });

    public static CaseScenario CashBanked() => OnSpotHundred().Do(Cash()).On("2026-03-04 18:00")
        .Do(new HandInCash(At("2026-03-03 09:00"), "财务 李某")).Do(new BankCash(At("2026-03-04 10:00"), "回单0001"));

    public static CaseScenario Archived() => Closed().As("o1").On("2026-04-10 09:00").Do(new ArchiveCase(null, "30年", 86, null, null, "档案员 演示"));
}
