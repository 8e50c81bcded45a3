namespace Lianzhi.Core.Inspections;

/// <summary>Whether a target is in business (检查对象状态).</summary>
public enum TargetStatus
{
    /// <summary>在营.</summary>
    Operating,

    /// <summary>停业.</summary>
    Suspended,

    /// <summary>注销、迁出.</summary>
    Closed,
}

/// <summary>What is known of a place that is inspected (检查对象): an enterprise or one of its sites.</summary>
/// <param name="CreditCode">统一社会信用代码 of the enterprise; null where it has none.</param>
/// <param name="Name">Name of the enterprise or site.</param>
/// <param name="Address">Address.</param>
/// <param name="Township">Nine-digit code.</param>
/// <param name="Block">Neighbourhood (网格) that is travelled to together; empty when unknown.</param>
/// <param name="Longitude">Degrees east in millionths; null when unknown.</param>
/// <param name="Latitude">Degrees north in millionths; null when unknown.</param>
/// <param name="Sectors">Lines of business (行业), which decide what is inspected.</param>
/// <param name="Risk">Risk grade.</param>
/// <param name="OpenDays">Digits 1 (Monday) to 7 (Sunday), ascending.</param>
/// <param name="Hours">Opening hours as 08:00-18:00; empty when unknown.</param>
/// <param name="Status">In business or not.</param>
public sealed record TargetFacts(
    string? CreditCode, string Name, string Address, string Township, string Block, int? Longitude, int? Latitude,
    IReadOnlyList<string> Sectors, RiskGrade Risk, string OpenDays, string Hours, TargetStatus Status)
{
    /// <summary>Every day of the week.</summary>
    public const string EveryDay = "1234567";

    /// <summary>What tells targets apart: the enterprise and the address. Several sites of one enterprise are several targets.</summary>
    public string Key => $"{CreditCode ?? TargetDoubles.Plain(Name)}|{TargetDoubles.Plain(Address)}";

    /// <summary>The columns as texts, in the order of <see cref="TargetFile.Columns"/>; reading them back gives the same facts.</summary>
    public IReadOnlyList<string> ToRow() =>
    [
        CreditCode ?? "", Name, Address, Township, Block, Degrees(Longitude), Degrees(Latitude), string.Join('|', Sectors), TargetFile.RiskName(Risk), OpenDays, Hours, TargetFile.StatusName(Status),
    ];

    private static string Degrees(int? millionths) => millionths is { } value ? (value / 1_000_000m).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) : "";
}

/// <summary>Finds targets that stand in the register twice (重复对象).</summary>
public static class TargetDoubles
{
    private static readonly string[] Prefixes = ["福建省", "漳州市", "龙文区"];

    /// <summary>A name or address without what people write differently: blanks, marks, full-width letters, the district's own name before it.</summary>
    public static string Plain(string text)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var narrow = letter is >= '！' and <= '～' ? (char)(letter - 0xFEE0) : letter;
            if (char.IsLetterOrDigit(narrow) || char.IsSurrogate(narrow)) plain.Append(char.ToUpperInvariant(narrow));
        }
        var result = plain.ToString();
        foreach (var prefix in Prefixes)
            if (result.StartsWith(prefix, StringComparison.Ordinal) && result.Length > prefix.Length) result = result[prefix.Length..];
        return result;
    }

    /// <summary>Why two targets may be one; null when nothing says so.</summary>
    public static string? Why(TargetFacts one, TargetFacts other)
    {
        var (sameName, samePlace) = (Plain(one.Name) == Plain(other.Name), one.Township == other.Township && Plain(one.Address) == Plain(other.Address));
        return one.CreditCode is not null && one.CreditCode == other.CreditCode && samePlace ? "统一社会信用代码和地址相同"
            : sameName && samePlace ? "名称和地址相同"
            : one.CreditCode is not null && one.CreditCode == other.CreditCode && sameName ? "统一社会信用代码和名称相同"
            : sameName && one.Township == other.Township && (one.CreditCode is null || other.CreditCode is null) ? "同一镇街名称相同"
            : null;
    }
}
