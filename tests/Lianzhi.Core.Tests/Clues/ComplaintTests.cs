using CsCheck;
using Lianzhi.Core.Clues;
using Lianzhi.Core.Tests.Powers;

namespace Lianzhi.Core.Tests.Clues;

/// <summary>Complaints, their numbers, and which ones look alike.</summary>
public class ComplaintTests
{
    private static readonly string[] Townships = ["350603003", "350603001"];

    private static readonly Complaint Good = new(
        "construction-noise", "夜里十一点还在打桩，影响睡眠", "350603003", "梧桥路与湘桥路路口", "昨天晚上", true, "陈小明", "13800000021", true);

    [Fact]
    public void All_CompleteComplaint_HasNothingAgainstIt() => Assert.Empty(ComplaintChecks.All(Good.Trimmed(), Townships));

    [Fact]
    public void All_EverythingWrong_NamesEachField()
    {
        var bad = new Complaint("nothing", "短", "999", null, null, true, null, null, false);
        Assert.Equal(["category", "description", "township", "address", "occurred", "phone"], ComplaintChecks.All(bad.Trimmed(), Townships).Select(refusal => refusal.Field));
    }

    [Theory]
    [InlineData("13800000021", true)]
    [InlineData("0596-2100000", true)]
    [InlineData("05962100000", true)]
    [InlineData("12800000021", false)]
    [InlineData("1380000002", false)]
    [InlineData("电话", false)]
    public void Who_Phone_IsAPhone(string phone, bool good) => Assert.Equal(good, !ComplaintChecks.Who(Good with { Phone = phone }).Any());

    [Fact]
    public void Trimmed_Anonymous_ForgetsNameAndPhone()
    {
        var anonymous = (Good with { Named = false }).Trimmed();
        Assert.Equal((null, null), (anonymous.Name, anonymous.Phone));
    }

    [Fact]
    public void Number_Complaint_CarriesDayAndPlace()
    {
        Assert.Equal("投20261008-0001", ClueNumbers.Number(ClueSource.PublicComplaint, new DateOnly(2026, 10, 8), 1));
        Assert.Equal("线20261008-0012", ClueNumbers.Number(ClueSource.Patrol, new DateOnly(2026, 10, 8), 12));
        Assert.Equal("投20261008-12345", ClueNumbers.Number(ClueSource.PublicComplaint, new DateOnly(2026, 10, 8), 12345));
    }

    [Fact]
    public void Code_AnyBytes_HasEightSignsNobodyMixesUp() =>
        Gen.Byte.Array[64].Where(bytes => bytes.Count(value => value < 253) >= 8).Sample(bytes =>
        {
            var code = ClueNumbers.Code(bytes);
            return code.Length == 8 && !code.Any(sign => "0O1IL2Z5S8BUV".Contains(sign)) && ClueNumbers.CleanCode($" {code[..4].ToLowerInvariant()}-{code[4..]} ") == code;
        });

    [Fact]
    public void Code_TooFewBytes_Throws() => Assert.Throws<ArgumentException>(() => ClueNumbers.Code(new byte[7]));

    [Fact]
    public void Categories_Items_StandInTheList() =>
        Assert.All(ComplaintCategory.All.SelectMany(category => category.Items), item => Assert.True(SampleDistrict.Catalogue.Knows(item), item));

    [Fact]
    public void Suggest_SamePlaceAndMatter_IsFoundWithReasons()
    {
        var clue = new ClueTrace("a", "350603003", "construction-noise", null, "梧桥路与湘桥路路口，南侧工地", new DateOnly(2026, 10, 8));
        ClueTrace[] others =
        [
            clue,
            clue with { Id = "b", Address = "梧桥路湘桥路路口南侧工地", ReceivedOn = new DateOnly(2026, 10, 6) },
            clue with { Id = "c", Township = "350603001" },
            clue with { Id = "d", Category = "waste" },
            clue with { Id = "e", Address = "水仙大街 88 号" },
            clue with { Id = "f", ReceivedOn = new DateOnly(2026, 8, 1) },
        ];
        var found = Assert.Single(Duplicates.Suggest(clue, others, 30));
        Assert.Equal("b", found.Id);
        Assert.Contains("相隔 2 天", found.Reasons);
    }

    [Fact]
    public void Likeness_AnyTwo_IsSymmetricAndBounded() =>
        Gen.Select(Gen.String[Gen.Char["东西南北路街号一二三 "], 0, 20], Gen.String[Gen.Char["东西南北路街号一二三 "], 0, 20]).Sample((left, right) =>
        {
            var likeness = Duplicates.Likeness(left, right);
            return likeness is >= 0 and <= 100 && likeness == Duplicates.Likeness(right, left) && (left.Trim().Length == 0 || Duplicates.Likeness(left, left) == 100);
        });
}
