using Lianzhi.Core.Calendar;

namespace Lianzhi.Core;

/// <summary>Whether an identifier can be right (号码校验), and why not.</summary>
/// <param name="Valid">True when every check passes.</param>
/// <param name="Why">A Chinese sentence; says what is wrong, or which checks passed.</param>
/// <param name="Basis">The standard.</param>
public sealed record IdentifierCheck(bool Valid, string Why, Basis Basis);

/// <summary>Checks numbers of persons and organisations by their form alone (证照号码): whether the region or the register knows them is not looked at.</summary>
public static class Identifiers
{
    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const string ResidentCheck = "10X98765432";
    private static readonly Basis CreditStandard = "GB 32100";
    private static readonly Basis ResidentStandard = "GB 11643";
    private static readonly int[] CreditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] ResidentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Checks a 统一社会信用代码: length, alphabet, digits at 3–8, check character. Lower case counts as upper case.</summary>
    public static IdentifierCheck CreditCode(string value)
    {
        if (value.Length != 18) return new(false, "统一社会信用代码应为18位。", CreditStandard);
        Span<int> digits = stackalloc int[18];
        for (var i = 0; i < 18; i++)
        {
            digits[i] = CreditAlphabet.IndexOf(Upper(value[i]), StringComparison.Ordinal);
            if (digits[i] < 0) return new(false, $"第{i + 1}位不是统一社会信用代码所用的字符（不用 I、O、S、V、Z）。", CreditStandard);
            if (i is >= 2 and <= 7 && digits[i] > 9) return new(false, "第3至8位（登记管理机关行政区划码）应为数字。", CreditStandard);
        }
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += digits[i] * CreditWeights[i];
        return (31 - (sum % 31)) % 31 == digits[17]
            ? new(true, "字符、长度和校验码正确。", CreditStandard)
            : new(false, "第18位校验码不正确。", CreditStandard);
    }

    /// <summary>Checks an 18-character 公民身份号码: digits, a real date of birth not after today, check character.</summary>
    /// <param name="value">The number.</param>
    /// <param name="today">Today in Shanghai.</param>
    public static IdentifierCheck ResidentId(string value, DateOnly today)
    {
        if (value.Length == 15 && value.All(char.IsAsciiDigit)) return new(false, "15位旧号码已停止使用，应为18位公民身份号码。", ResidentStandard);
        if (value.Length != 18) return new(false, "公民身份号码应为18位。", ResidentStandard);
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            if (!char.IsAsciiDigit(value[i])) return new(false, $"第{i + 1}位应为数字。", ResidentStandard);
            sum += (value[i] - '0') * ResidentWeights[i];
        }
        if (BirthDate(value) is not { } born) return new(false, "第7至14位不是真实的出生日期。", ResidentStandard);
        if (born > today) return new(false, "出生日期晚于今日。", ResidentStandard);
        return Upper(value[17]) == ResidentCheck[sum % 11]
            ? new(true, $"出生日期{born.ToChinese()}，校验码正确。", ResidentStandard)
            : new(false, "第18位校验码不正确。", ResidentStandard);
    }

    /// <summary>The date of birth inside an 18-character 公民身份号码; null when there is no real one.</summary>
    public static DateOnly? BirthDate(string value)
    {
        if (value.Length != 18 || !value.AsSpan(6, 8).ToString().All(char.IsAsciiDigit)) return null;
        var (year, month, day) = (Number(value, 6, 4), Number(value, 10, 2), Number(value, 12, 2));
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int Number(string value, int start, int length) =>
        int.Parse(value.AsSpan(start, length), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);

    private static char Upper(char character) => char.IsAsciiLetterLower(character) ? (char)(character - 32) : character;
}
