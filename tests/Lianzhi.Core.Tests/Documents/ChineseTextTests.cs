using CsCheck;
using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Tests.Documents;

public sealed class ChineseTextTests
{
    [Theory]
    [InlineData(0, "零元整")]
    [InlineData(5, "伍分")]
    [InlineData(50, "伍角整")]
    [InlineData(3_05, "叁元零伍分")]
    [InlineData(200_00, "贰佰元整")]
    [InlineData(3_000_00, "叁仟元整")]
    [InlineData(10_00, "壹拾元整")]
    [InlineData(1_005_00, "壹仟零伍元整")]
    [InlineData(1_050_00, "壹仟零伍拾元整")]
    [InlineData(10_000_00, "壹万元整")]
    [InlineData(10_500_00, "壹万零伍佰元整")]
    [InlineData(100_005_00, "壹拾万零伍元整")]
    [InlineData(105_000_00, "壹拾万伍仟元整")]
    [InlineData(120_000_00, "壹拾贰万元整")]
    [InlineData(1_234_567_89, "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分")]
    [InlineData(100_000_000_00, "壹亿元整")]
    [InlineData(100_010_000_00, "壹亿零壹万元整")]
    [InlineData(1_000_000_000_000_00, "壹万亿元整")]
    [InlineData(1_000_100_000_000_00, "壹万零壹亿元整")]
    public void Words_OfAnAmount_ReadAsOnACheque(long fen, string expected) => Assert.Equal(expected, ChineseText.Words(fen));

    [Fact]
    public void Words_OfAnyAmount_ReadBackToTheSame() =>
        Gen.Long[0, 99_999_999_999_99].Sample(fen => Read(ChineseText.Words(fen)) == fen, iter: 2_000);

    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(120_000_00, "120,000.00")]
    [InlineData(99, "0.99")]
    public void Figures_OfAnAmount_HaveThousandsAndTwoDecimals(long fen, string expected) => Assert.Equal(expected, ChineseText.Figures(fen));

    [Fact]
    public void Dates_AndNumbers_AreWrittenAsPapersWriteThem()
    {
        Assert.Equal("2026年3月5日", ChineseText.Date(new DateOnly(2026, 3, 5)));
        Assert.Equal("2026年3月6日 00时05分", ChineseText.Time(new DateTimeOffset(2026, 3, 5, 16, 5, 0, TimeSpan.Zero)));
        Assert.Equal("漳龙蓝罚〔2026〕26号", Numbering.Format("漳龙蓝", "罚", 2026, 26));
    }

    /// <summary>An independent reading of capital words: digit times unit, groups at 万 and 亿.</summary>
    private static long Read(string words)
    {
        long yuan = 0, section = 0, digit = 0, cents = 0;
        foreach (var sign in words)
        {
            var value = "零壹贰叁肆伍陆柒捌玖".IndexOf(sign, StringComparison.Ordinal);
            if (value >= 0) { digit = value; continue; }
            switch (sign)
            {
                case '拾': section += digit * 10; break;
                case '佰': section += digit * 100; break;
                case '仟': section += digit * 1000; break;
                case '万': yuan += (section + digit) * 10_000; section = 0; break;
                case '亿': yuan = (yuan + section + digit) * 100_000_000; section = 0; break;
                case '元': yuan += section + digit; section = 0; break;
                case '角': cents += digit * 10; break;
                case '分': cents += digit; break;
            }
            digit = 0;
        }
        return yuan * 100 + cents;
    }
}
