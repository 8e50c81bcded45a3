using Lianzhi.Core.Cases;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>A fine stays within what the article says for this kind of party.</summary>
public sealed class PenaltyRangeTests
{
    private static readonly CaseItem Item = new("CG-015", "事项", "行为", "区城管局", "《某法》第一条", ["罚款"], null, null, 10_000_00, 100_000_00, null, "1");

    [Theory]
    [InlineData(PartyKind.Citizen, null, 50_000_00, "fine-not-for-party")]
    [InlineData(PartyKind.Citizen, "《某法》第一条", 50_000_00, "fine-not-for-party")]
    [InlineData(PartyKind.IndividualBusiness, null, 50_000_00, "fine-range-not-named")]
    [InlineData(PartyKind.IndividualBusiness, "《某法》第一条（单位）", 50_000_00, null)]
    [InlineData(PartyKind.IndividualBusiness, "《某法》第一条（单位）", 100_000_01, "fine-above-maximum")]
    [InlineData(PartyKind.Organisation, null, 50_000_00, null)]
    public void Check_ArticleForUnitsOnly_FinesNoCitizen(PartyKind kind, string? basis, long fen, string? code) => Assert.Equal(code, Code(Item, kind, fen, basis));

    [Theory]
    // Words that raise no amount lift no maximum, whatever basis is named.
    [InlineData("拒不改正的责令停工整治", 100_000_01, "《某法》第一条第二款", "fine-above-maximum")]
    // A tier that can be read is the new maximum.
    [InlineData("情节严重的：20万元-50万元", 500_000_00, "《某法》第一条第二款", null)]
    [InlineData("情节严重的：20万元-50万元", 500_000_01, "《某法》第一条第二款", "fine-above-maximum")]
    [InlineData("情节严重的：20万元-50万元", 300_000_00, null, "fine-above-maximum")]
    // What is left to people is bounded by nobody but named.
    [InlineData("逾期不改正的按日连续处罚", 900_000_00, "《某法》第二条", null)]
    public void Check_HigherTier_IsBoundedByItsWords(string rule, long fen, string? basis, string? code) => Assert.Equal(code, Code(Item with { FineRule = rule }, PartyKind.Organisation, fen, basis));

    [Fact]
    public void MustLighten_AtSixteen_NeedsTheWordsAndALowFine()
    {
        var told = Noticed().State;
        var assessment = told.Notice!.Assessment with { MustLighten = true };
        var item = told.Item! with { CitizenMinimumFen = 500_00, CitizenMaximumFen = 2_000_00 };
        Assert.Equal("minor-not-lightened", Gates.MustLighten(item, assessment, [new(PenaltyKind.Fine, 800_00)], "情节一般。")?.Code);
        Assert.Equal("penalties", Gates.MustLighten(item, assessment, [new(PenaltyKind.Fine, 1_300_00)], "已满十四周岁不满十八周岁，从轻处罚。")?.Field);
        Assert.Null(Gates.MustLighten(item, assessment, [new(PenaltyKind.Fine, 1_250_00)], "已满十四周岁不满十八周岁，从轻处罚。"));
        Assert.Null(Gates.MustLighten(item, assessment with { MustLighten = false }, [new(PenaltyKind.Fine, 2_000_00)], ""));
    }

    [Theory]
    [InlineData("停业整顿3日", "停业整顿3日", false)]
    [InlineData("停业整顿3日", "停业整顿2日", false)]
    [InlineData("停业整顿3日", "停业整顿6个月", true)]
    [InlineData("停业整顿三日", "停业整顿六个月", true)]
    [InlineData("停业整顿2个月", "停业整顿45日", false)]
    [InlineData(null, "停业整顿6个月", false)]
    public void Heavier_OfTermsInWords_SeesTheLongerOne(string? told, string decided, bool heavier) =>
        Assert.Equal(heavier, Gates.Heavier([new(PenaltyKind.SuspendBusiness, null, decided)], [new(PenaltyKind.SuspendBusiness, null, told)]));

    private static string? Code(CaseItem item, PartyKind kind, long fen, string? basis) =>
        PenaltyRange.Check(item, Company with { Kind = kind }, [new(PenaltyKind.Fine, fen)], basis).Select(refusal => refusal.Code).FirstOrDefault();
}
