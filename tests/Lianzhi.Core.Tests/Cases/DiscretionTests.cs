using CsCheck;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Discretion;
using Lianzhi.Core.Tests.Powers;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Fine rules, grades, worksheets.</summary>
public sealed class DiscretionTests
{
    private static readonly BenchmarkTier Lighter = new("CG-030", DiscretionGrade.Lighter, "已清运", 0, 20, "示例裁量基准", Validity.Always);

    [Theory]
    [InlineData("GH-001", "建设工程造价", 1_000_000, 50_000_00, 100_000_00)]
    [InlineData("GH-003", "临时建设工程造价", 30_000, 0, 30_000_00)]
    [InlineData("TD-004", "平方米", 85.5, 8_550_00, 85_500_00)]
    [InlineData("TD-001", "违法所得", 33_333.33, 3_333_34, 16_666_66)]
    [InlineData("ZJ-008", "工程合同价款", 2_000_000, 10_000_00, 20_000_00)]
    [InlineData("SL-033", "立方米", 42, 420_00, 840_00)]
    [InlineData("NY-001", "货值金额", 20_000, 100_000_00, 200_000_00)]
    public void RelativeBase_IsReckonedToTheFenWithinTheLaw(string code, string baseName, double amount, long low, long high)
    {
        var way = Ways(code).Single(one => one.BaseName == baseName);
        var bounds = way.Bounds((decimal)amount).Value!;
        Assert.Equal((low, high), (bounds.LowFen, bounds.HighFen));
        Assert.Contains(bounds.Steps, step => step.Contains('×', StringComparison.Ordinal));
        Assert.Equal("baseAmount", way.Bounds(null).Refusals[0].Field);
    }

    [Fact]
    public void PerUnit_ForPersonsAndOrganisations_AreToldApart()
    {
        Assert.Equal(2_00, Ways("SL-029", organisation: false).Single().High);
        Assert.Equal(10_00, Ways("SL-029").Single().High);
    }

    [Fact]
    public void HigherTier_HasItsCondition() => Assert.Contains(SampleDistrict.Items.SelectMany(item => Ways(item.Code)), way => way is { Condition: "逾期未改正的", Low: 10_000_000, High: 20_000_000 });

    [Fact]
    public void Bounds_LargerBase_NeverLowerTheRange() =>
        Gen.Select(Gen.OneOfConst(SampleDistrict.Items.SelectMany(item => Ways(item.Code)).Where(way => way.BaseName is not null).ToArray()), Gen.Int[1, 10_000_000], Gen.Int[0, 10_000_000])
            .Sample((way, amount, more) =>
            {
                var (small, large) = (way.Bounds(amount).Value!, way.Bounds((decimal)amount + more).Value!);
                return small.LowFen <= small.HighFen + 1 && small.LowFen <= large.LowFen && small.HighFen <= large.HighFen;
            }, iter: 2_000);

    [Fact]
    public void Grades_HeavierGrade_NeverHasALighterBand() =>
        Gen.Select(Gen.Long[0, 1_000_000_00], Gen.Long[0, 1_000_000_00]).Sample((low, width) =>
        {
            var bands = Enum.GetValues<DiscretionGrade>().Select(grade => Grades.Band(new(low, low + width, []), grade, null)).ToList();
            return bands.All(band => band.LowFen <= band.HighFen) && bands.Zip(bands.Skip(1)).All(pair => pair.First.LowFen <= pair.Second.LowFen && pair.First.HighFen <= pair.Second.HighFen);
        }, iter: 2_000);

    [Fact]
    public void Grades_OneMoreLighteningFact_NeverMakesItHeavier_AndOneMoreAggravating_NeverLighter()
    {
        var circumstances = Enum.GetValues<Circumstance>();
        Gen.Select(Gen.OneOfConst(circumstances).List[0, 6], Gen.Bool).Sample((found, minor) =>
        {
            var before = Grades.Allowed(found, minor);
            return new[] { Circumstance.HarmRemoved, Circumstance.Coerced, Circumstance.SelfReported, Circumstance.Meritorious }.All(lighter => Grades.Allowed([.. found, lighter], minor) is var after && after.Heaviest <= before.Heaviest && after.Lightest <= before.Lightest)
                && new[] { Circumstance.Repeated, Circumstance.Obstructed, Circumstance.SeriousHarm, Circumstance.Emergency }.All(heavier => Grades.Allowed([.. found, heavier], minor) is var after && after.Heaviest >= before.Heaviest && after.Lightest >= before.Lightest)
                && before.Lightest <= before.Heaviest && (!minor || before.Heaviest <= DiscretionGrade.Lighter);
        }, iter: 5_000);
    }

    [Fact]
    public void Worksheet_Followed_StandsInReportAndNotice()
    {
        var scenario = Weighed();
        Assert.Contains("从轻处罚，《示例裁量基准》已清运，对应10,000元至28,000元", scenario.State.Measures.Discretion!.Summary, StringComparison.Ordinal);
        Assert.Equal("differs-from-worksheet", Assert.Single(scenario.On("2026-03-12 18:00").Refused(Commands.Conclude(30_000_00))).Code);
        scenario.Do(Commands.Conclude(20_000_00) with { Discretion = scenario.State.Measures.Discretion.Summary }).On("2026-03-16 18:00").Do(Commands.Notify(20_000_00));
        var notice = Core.Documents.CaseDocuments.Content(scenario.State, Core.Documents.DocumentCode.DiscretionSheet)!.Text();
        Assert.Contains("法定幅度：10,000元至100,000元", notice, StringComparison.Ordinal);
    }

    [Fact]
    public void Notice_OtherThanTheWorksheet_SaysWhy()
    {
        var scenario = Weighed().On("2026-03-12 18:00").Do(Commands.Conclude(20_000_00)).On("2026-03-16 18:00");
        Assert.Equal(("differs-from-worksheet", "departureReason"), (Assert.Single(scenario.Refused(Commands.Notify(25_000_00))) is var refusal ? refusal.Code : null, refusal.Field));
        scenario.Do(Commands.Notify(15_000_00) with { DepartureReason = "复核堆放时间只有一日，低于工作单数额。" });
        Assert.Contains("复核堆放时间只有一日", Core.Documents.CaseDocuments.Content(scenario.State, Core.Documents.DocumentCode.PriorNotice)!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_WhateverTheOfficersWrite_CarriesTheArithmeticOfTheWorksheet()
    {
        var report = Core.Documents.CaseDocuments.Content(Weighed().On("2026-03-12 18:00").Do(Commands.Conclude(20_000_00) with { Discretion = "从轻。" }).State, Core.Documents.DocumentCode.InvestigationReport)!.Text();
        Assert.Contains("裁量说明：从轻。", report, StringComparison.Ordinal);
        Assert.Contains("裁量计算（据裁量工作单）", report, StringComparison.Ordinal);
        Assert.Contains("法定幅度：10,000元至100,000元", report, StringComparison.Ordinal);
        Assert.Contains("建议：罚款人民币贰万元整（￥20,000.00）", report, StringComparison.Ordinal);
        Assert.DoesNotContain("裁量计算", Core.Documents.CaseDocuments.Content(Concluded().State, Core.Documents.DocumentCode.InvestigationReport)!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void PublishedBenchmark_WithoutWorksheet_ReportIsRefused() =>
        Assert.Contains(Investigated().Knowing(PartyHistory.None with { Tiers = [Lighter] }).On("2026-03-10 18:00").Do(Commands.Check()).On("2026-03-12 18:00").Refused(Commands.Conclude()), refusal => refusal.Code == "worksheet-missing");

    [Fact]
    public void SeveralProvisions_TheHigherFineHolds()
    {
        var scenario = Checked().Do(Weigh() with { Others = [new("CG-014", 0, null)], Grade = DiscretionGrade.Lighter, FineFen = 60_000_00, DepartureReason = "按数额高的规定，从轻档。" });
        var sheet = scenario.State.Measures.Discretion!;
        Assert.Equal("CG-014", sheet.Item);
        Assert.Contains(sheet.Steps, step => step.Contains("行政处罚法 第29条", StringComparison.Ordinal));
    }

    [Fact]
    public void Worksheet_Refusals_ArePinned() => GateSnapshot.Match("discretion.txt",
    [
        ("没有从轻情节选从轻", Checked().Refused(Weigh() with { Circumstances = [] })),
        ("应当从轻却从重", Checked().Refused(Weigh() with { Grade = DiscretionGrade.Heavier, FineFen = 90_000_00 })),
        ("不是初次违法", Checked().Knowing(PartyHistory.None with { Earlier = [Earlier("2025-05-01")] }).Refused(Weigh() with { Circumstances = [Circumstance.FirstCorrected], Grade = DiscretionGrade.None, FineFen = 0 })),
        ("没有复查改正", Investigated().On("2026-03-10 18:00").Refused(Weigh() with { Circumstances = [Circumstance.MinorCorrected], Grade = DiscretionGrade.None, FineFen = 0 })),
        ("不在档次内没有理由", Checked().Knowing(PartyHistory.None with { Tiers = [Lighter] }).Refused(Weigh() with { FineFen = 35_000_00 })),
        ("与类案不同没有理由", Checked().Knowing(PartyHistory.None with { Similar = [new("漳龙蓝罚〔2025〕9号", Day("2025-09-01"), 12_000_00)] }).Refused(Weigh())),
        ("低于法定最低", Checked().Refused(Weigh() with { FineFen = 5_000_00 })),
        ("高于法定最高", Checked().Refused(Weigh() with { FineFen = 200_000_00, DepartureReason = "数额大" })),
        ("同日同地已被罚款", Checked().Knowing(PartyHistory.None with { Earlier = [Earlier("2026-02-27") with { Item = "JT-001", Organ = "区交通运输局", FineFen = 1_000_00 }] }).Refused(Weigh())),
        ("未成年人一般处罚", Checked(BornOn("2010-01-01")).Refused(Weigh() with { Circumstances = [], Grade = DiscretionGrade.Normal, FineFen = 50_000_00 })),
        ("没有选计算方式", Checked().Refused(Weigh() with { Alternative = null })),
    ]);

    private static CaseScenario Checked(CaseParty? party = null) => Investigated(party).On("2026-03-10 18:00").Do(Commands.Check());

    internal static CaseScenario Weighed() => Checked().Knowing(PartyHistory.None with { Tiers = [Lighter] }).Do(Weigh());

    private static AssessDiscretion Weigh() => new(At("2026-03-10 16:00"), [Circumstance.HarmRemoved], 0, null, [], DiscretionGrade.Lighter, 20_000_00, null, null, CaseScenario.Officers);

    private static EarlierCase Earlier(string actOn) => new("漳龙步罚〔2025〕3号", "步文街道办事处", "CG-030", Street, Day(actOn), Day(actOn).AddDays(30), 0);

    private static IReadOnlyList<FineAlternative> Ways(string code, bool organisation = true)
    {
        var item = SampleDistrict.Items.Single(one => one.Code == code);
        return FineRule.Alternatives(new(item.Code, item.Name, item.Conduct, item.LeadDepartment, item.Basis, item.PenaltyKinds, item.CitizenFine.MinFen, item.CitizenFine.MaxFen,
            item.OrganisationFine.MinFen, item.OrganisationFine.MaxFen, item.FineRule, ""), organisation);
    }
}
