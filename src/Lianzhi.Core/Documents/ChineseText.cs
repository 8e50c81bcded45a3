using System.Globalization;
using System.Text;

namespace Lianzhi.Core.Documents;

/// <summary>Dates, times and money as papers write them.</summary>
public static class ChineseText
{
    /// <summary>A whole number below one hundred in words, for example 十五.</summary>
    public static string Number(int value)
    {
        const string digits = "零一二三四五六七八九";
        if (value < 10) return digits[value].ToString();
        return (value < 20 ? "" : digits[value / 10].ToString()) + "十" + (value % 10 == 0 ? "" : digits[value % 10].ToString());
    }

    /// <summary>Township and address, the township named once.</summary>
    public static string Place(string township, string address) =>
        address.Length == 0 ? township : address.Contains(township, StringComparison.Ordinal) ? address : $"{township} {address}";

    private const string Digits = "零壹贰叁肆伍陆柒捌玖";

    /// <summary>2026年3月5日.</summary>
    public static string Date(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";

    /// <summary>2026年3月5日 09时05分, Shanghai time.</summary>
    public static string Time(DateTimeOffset at)
    {
        var local = Cases.CaseDays.InShanghai(at);
        return string.Create(CultureInfo.InvariantCulture, $"{local.Year}年{local.Month}月{local.Day}日 {local.Hour:00}时{local.Minute:00}分");
    }

    /// <summary>Digits with thousands and two decimals: 120,000.00.</summary>
    /// <param name="fen">Amount in fen, 0 or more.</param>
    public static string Figures(long fen) =>
        string.Create(CultureInfo.InvariantCulture, $"{fen / 100:#,##0}.{fen % 100:00}");

    /// <summary>Amount in a sentence: 120,000元, with 角分 as decimals only where there are any.</summary>
    /// <param name="fen">Amount in fen, 0 or more.</param>
    public static string Amount(long fen) =>
        fen % 100 == 0 ? string.Create(CultureInfo.InvariantCulture, $"{fen / 100:#,##0}元") : $"{Figures(fen)}元";

    /// <summary>Amount on a decision: 人民币壹拾贰万元整（￥120,000.00）.</summary>
    public static string WordsAndFigures(long fen) => $"人民币{Words(fen)}（￥{Figures(fen)}）";

    /// <summary>Amount in capital words (大写): 壹拾贰万元整, 伍角, 叁元零伍分 (正确填写票据和结算凭证的基本规定).</summary>
    /// <param name="fen">Amount in fen, 0 or more, less than 10^17.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative or too large.</exception>
    public static string Words(long fen)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fen);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(fen, 100_000_000_000_000_000);
        var (yuan, jiao, cents) = (fen / 100, (int)(fen / 10 % 10), (int)(fen % 10));
        var text = new StringBuilder();
        if (yuan > 0) text.Append(Integer(yuan)).Append('元');
        if (jiao > 0) text.Append(Digits[jiao]).Append('角');
        else if (yuan > 0 && cents > 0) text.Append('零');
        if (cents > 0) return text.Append(Digits[cents]).Append('分').ToString();
        if (text.Length == 0) text.Append("零元");
        return text.Append('整').ToString();
    }

    /// <summary>Reads an integer by groups of four digits; one 零 stands for any run of zeros inside.</summary>
    private static string Integer(long value)
    {
        string[] groupUnits = ["", "万", "亿", "万亿"];
        string[] units = ["", "拾", "佰", "仟"];
        var text = new StringBuilder();
        var zero = false;
        for (var group = 3; group >= 0; group--)
        {
            var part = (int)(value / Power(group) % 10_000);
            if (part == 0) { zero = text.Length > 0; continue; }
            for (var place = 3; place >= 0; place--)
            {
                var digit = part / (int)Math.Pow(10, place) % 10;
                if (digit == 0) { zero = text.Length > 0; continue; }
                if (zero) text.Append('零');
                zero = false;
                text.Append(Digits[digit]).Append(units[place]);
            }
            text.Append(group == 3 && value / Power(2) % 10_000 > 0 ? "万" : groupUnits[group]);
            zero = part % 10 == 0 && part % 10_000 == 0;
        }
        return text.ToString();
    }

    private static long Power(int group) => group switch { 3 => 1_000_000_000_000, 2 => 100_000_000, 1 => 10_000, _ => 1 };
}
