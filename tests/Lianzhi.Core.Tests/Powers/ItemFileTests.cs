using Lianzhi.Core.Organisation;
using Lianzhi.Core.Powers;

namespace Lianzhi.Core.Tests.Powers;

public sealed class ItemFileTests
{
    private static readonly DateOnly Effective = new(2026, 1, 1);
    private static readonly string[] Header = [.. ItemFile.Columns.Select(column => column.Name)];

    [Fact]
    public void Parse_ShippedList_HasNoErrorAndEveryRow()
    {
        var (items, errors) = ItemFile.Parse(SampleDistrict.Rows, SampleDistrict.Organisation, Effective);

        Assert.Empty(errors);
        Assert.Equal(633, items.Count);
        Assert.Equal(472, items.Count(item => item.Level == ItemLevel.EmpoweredToTown));
        Assert.Equal(5, items.Count(item => item.Level == ItemLevel.OwnTown));
    }

    [Fact]
    public void ToRow_ReadBack_GivesTheSameItem()
    {
        foreach (var item in SampleDistrict.Items)
        {
            var (items, errors) = ItemFile.Parse([Header, ItemFile.ToRow(item)], SampleDistrict.Organisation, item.Validity.From);
            Assert.Empty(errors);
            Assert.Empty(ItemFile.Differences(items, [item]).Changed);
        }
    }

    [Theory]
    [InlineData("code", "")]
    [InlineData("lead_department", "区某某局")]
    [InlineData("level", "Empowered_To_Town")]
    [InlineData("verified", "maybe")]
    [InlineData("limitation_years", "3")]
    [InlineData("fine_max_yuan", "12,3")]
    [InlineData("fine_max_yuan", "-1")]
    [InlineData("fine_max_yuan", "1.234")]
    public void Parse_BadCell_NamesRowAndColumn(string column, string value)
    {
        var row = ItemFile.ToRow(SampleDistrict.Items[0]).ToArray();
        row[Array.IndexOf(Header, column)] = value;

        var error = Assert.Single(ItemFile.Parse([Header, ItemFile.ToRow(SampleDistrict.Items[1]), row], SampleDistrict.Organisation, Effective).Errors);

        Assert.Equal((3, column), (error.Row, error.Column));
    }

    [Fact]
    public void Parse_MinimumAboveMaximum_IsRefused()
    {
        var row = ItemFile.ToRow(SampleDistrict.Items[0]).ToArray();
        (row[Array.IndexOf(Header, "fine_min_yuan")], row[Array.IndexOf(Header, "fine_max_yuan")]) = ("200", "100");

        Assert.Equal("fine_min_yuan", Assert.Single(ItemFile.Parse([Header, row], SampleDistrict.Organisation, Effective).Errors).Column);
    }

    [Fact]
    public void Parse_SameCodeTwice_NamesBothRows()
    {
        var row = ItemFile.ToRow(SampleDistrict.Items[0]);

        var error = Assert.Single(ItemFile.Parse([Header, row, row], SampleDistrict.Organisation, Effective).Errors);

        Assert.Equal(3, error.Row);
        Assert.Contains("第2行", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_MissingColumn_IsNamedInTheHeaderRow()
    {
        var error = Assert.Single(ItemFile.Parse([Header[..^1]], SampleDistrict.Organisation, Effective).Errors);

        Assert.Equal((1, "verified"), (error.Row, error.Column));
    }

    [Fact]
    public void Parse_ChineseHeadingsInAnyOrder_AreUnderstood()
    {
        string[] header = [.. ItemFile.Columns.Select(column => column.Heading).Reverse()];
        string[] row = [.. ItemFile.ToRow(SampleDistrict.Items[0]).Reverse()];

        Assert.Empty(ItemFile.Parse([header, row], SampleDistrict.Organisation, Effective).Errors);
    }

    [Fact]
    public void Differences_AddedChangedAndRemoved_AreToldApartWithTheirColumns()
    {
        var before = SampleDistrict.Items.Take(3).ToList();
        var after = new[] { before[0], before[1] with { Name = "改名", LimitationYears = 5 }, SampleDistrict.Items[9] };

        var differences = ItemFile.Differences(after, before);

        Assert.Equal(SampleDistrict.Items[9].Code, Assert.Single(differences.Added).Code);
        Assert.Equal(before[2].Code, Assert.Single(differences.Removed).Code);
        Assert.Equal(["事项名称", "处罚时效年数"], Assert.Single(differences.Changed).Columns);
        Assert.True(ItemFile.Differences(before, before).None);
    }

    [Theory]
    [InlineData("油烟"), InlineData("垃圾 市容"), InlineData("ＣＧ－０１４"), InlineData("cg014"), InlineData("第三十四条")]
    public void Search_ShortChineseWordOrCode_FindsItems(string query)
    {
        var words = ItemSearch.Words(query);

        Assert.Contains(SampleDistrict.Items, item => ItemSearch.Matches(item, words));
        Assert.DoesNotContain(SampleDistrict.Items, item => ItemSearch.Matches(item, [.. words, "没有这样的词"]));
    }

    [Fact]
    public void PowerHolder_OfShippedItems_FollowsTheCompetentDepartment()
    {
        Assert.All(SampleDistrict.Items.Where(item => item.LeadDepartment == "区消防救援大队"), item => Assert.Equal(PowerHolder.FireService, item.PowerHolder));
        Assert.All(SampleDistrict.Items.Where(item => item.LeadDepartment == "漳州市龙文生态环境局"), item => Assert.Equal(PowerHolder.CityBranch, item.PowerHolder));
        Assert.All(SampleDistrict.Items.Where(item => item.LeadDepartment == "区城市管理和综合执法局"), item => Assert.Equal(PowerHolder.DistrictDepartment, item.PowerHolder));
    }
}
