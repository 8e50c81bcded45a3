using Lianzhi.Core.Inspections;
using Lianzhi.Core.Organisation;

namespace Lianzhi.Core.Tests.Inspections;

public sealed class TargetFileTests
{
    private static readonly OrganisationAsOf Day = new OrganisationRegister(
        [], [], [new("350603003", "蓝田街道", TownshipKind.Street, "蓝田街道办事处", "漳龙蓝", "示例", Validity.Always)], []).AsOf(new(2026, 10, 8));

    private static readonly string[] Header = [.. TargetFile.Columns.Select(column => column.Heading)];

    [Fact]
    public void Read_SoundRow_WritesBackTheSame()
    {
        string[] row = ["", "好味小吃店", "湖滨路8号", "350603003", "蓝田3", "117.7", "24.5", "餐饮|零售", "高", "12345", "08:00-18:00", "停业"];
        Assert.Equal(row, new TargetFile(Header, Day).Read(row, 2)!.ToRow());
    }

    [Theory]
    [InlineData(0, "91350603MA00000001", "A7")]
    [InlineData(1, "", "B7")]
    [InlineData(2, "\u0001", "C7")]
    [InlineData(3, "朝阳", "D7")]
    [InlineData(5, "七十", "F7")]
    [InlineData(6, "-24", "G7")]
    [InlineData(7, "、", null)]
    [InlineData(8, "", "I7")]
    [InlineData(9, "11", "J7")]
    [InlineData(10, "8点", "K7")]
    [InlineData(11, "营业", "L7")]
    public void Read_FaultyCell_NamesIt(int column, string text, string? cell)
    {
        string[] row = ["", "好味小吃店", "湖滨路8号", "蓝田街道", "", "117.7", "24.5", "餐饮", "高", "", "", ""];
        row[column] = text;
        var file = new TargetFile(Header, Day);
        var facts = file.Read(row, 7);
        if (cell is null) Assert.Empty(facts!.Sectors);
        else
        {
            Assert.Null(facts);
            Assert.Contains(file.Faults, fault => fault.Cell == cell && fault.Column == TargetFile.Columns[column].Heading);
        }
    }

    [Fact]
    public void Read_SamePlaceTwice_IsAFault()
    {
        var file = new TargetFile(Header, Day);
        Assert.NotNull(file.Read(["", "好味小吃店", "漳州市龙文区湖滨路8号", "蓝田街道", "", "", "", "餐饮", "高"], 2));
        Assert.Null(file.Read(["", "好味小吃店", "湖滨路 8号", "蓝田街道", "", "", "", "餐饮", "高"], 3));
        Assert.Equal("A3", file.Faults.Single().Cell);
    }

    [Theory]
    [InlineData("湖滨路8号", "湖滨路８号", "名称和地址相同")]
    [InlineData("湖滨路8号", "湖滨路9号", "同一镇街名称相同")]
    public void Doubles_SameNameWithoutCode_AreSuggested(string one, string other, string why) => Assert.Equal(why, TargetDoubles.Why(Facts("好味", one), Facts("好 味", other)));

    [Fact]
    public void Doubles_SitesOfOneEnterprise_AreNone() =>
        Assert.Null(TargetDoubles.Why(Facts("好味湖滨店", "湖滨路8号") with { CreditCode = "91350603MA" }, Facts("好味龙文店", "龙文路8号") with { CreditCode = "91350603MA" }));

    private static TargetFacts Facts(string name, string address) => new(null, name, address, "350603003", "", null, null, ["餐饮"], RiskGrade.Low, "1234567", "", TargetStatus.Operating);
}
