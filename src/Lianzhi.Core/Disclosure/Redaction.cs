using System.Text.RegularExpressions;

namespace Lianzhi.Core.Disclosure;

/// <summary>
/// Masks personal data before publication (遮盖): names of natural persons, identity numbers, phones, bank
/// accounts. Registered information of organisations stays: it is public anyway.
/// </summary>
public static partial class Redaction
{
    /// <summary>What stands in the place of a masked number.</summary>
    public const string Bar = "■■■■";

    private static readonly string[] LongSurnames =
        ["欧阳", "上官", "司马", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "端木", "南宫", "张简", "范姜"];

    /// <summary>The name of a natural person with only the surname left, for example 陈某某; nothing of the length is given away.</summary>
    public static string Name(string name)
    {
        var trimmed = name.Trim();
        if (trimmed.Length == 0) return "某某";
        var surname = LongSurnames.FirstOrDefault(candidate => trimmed.StartsWith(candidate, StringComparison.Ordinal) && trimmed.Length > candidate.Length);
        // A character beyond the first plane is kept whole.
        surname ??= System.Globalization.StringInfo.GetNextTextElement(trimmed);
        return $"{surname}某某";
    }

    /// <summary>Masks a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="persons">Names of natural persons in it.</param>
    /// <returns>The masked text, and how many names and numbers of each kind were masked.</returns>
    public static (string Text, MaskCounts Counts) Text(string text, IEnumerable<string> persons)
    {
        var counts = default(MaskCounts);
        // Identity numbers first: the digits of one would otherwise be taken for an account.
        text = IdentityNumber().Replace(text, _ => Mask(ref counts, 1, 0, 0, 0));
        text = MobileNumber().Replace(text, _ => Mask(ref counts, 0, 1, 0, 0));
        text = LandlineNumber().Replace(text, _ => Mask(ref counts, 0, 1, 0, 0));
        text = AccountNumber().Replace(text, _ => Mask(ref counts, 0, 0, 1, 0));
        text = PlateNumber().Replace(text, match => Mask(ref counts, 0, 0, 0, 1, $"{match.Value[..2]}■■■■■"));
        var names = 0;
        // Longer names first, so that 陈小明明 is not left as 陈某某明.
        foreach (var person in persons.Select(name => name.Trim()).Where(name => name.Length > 1).Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length))
        {
            names += Occurrences(text, person);
            text = text.Replace(person, Name(person), StringComparison.Ordinal);
        }
        return (text, counts with { Names = names });
    }

    private static string Mask(ref MaskCounts counts, int identities, int phones, int accounts, int plates, string with = Bar)
    {
        counts = counts with
        {
            Identities = counts.Identities + identities,
            Phones = counts.Phones + phones,
            Accounts = counts.Accounts + accounts,
            Plates = counts.Plates + plates,
        };
        return with;
    }

    /// <summary>True for a value that is masked whatever case it stands in: an identity, telephone or account number.</summary>
    public static bool IsNumber(string value) => Text(value, []).Text == Bar;

    /// <summary>How often a part stands in a text.</summary>
    internal static int Occurrences(string text, string part)
    {
        var (count, at) = (0, text.IndexOf(part, StringComparison.Ordinal));
        for (; at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal)) count++;
        return count;
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z])[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IdentityNumber();

    [GeneratedRegex(@"(?<![0-9A-Za-z])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![0-9A-Za-z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MobileNumber();

    [GeneratedRegex(@"(?<![0-9A-Za-z])0\d{2,3}-\d{7,8}(?![0-9A-Za-z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LandlineNumber();

    // A credit code has eighteen signs too but nearly always a letter; accounts are digits only, with or without blanks in fours.
    [GeneratedRegex(@"(?<![0-9A-Za-z])(\d{16,19}|\d{4}( \d{4}){3}( \d{1,3})?)(?![0-9A-Za-z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AccountNumber();

    [GeneratedRegex(@"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9学警港澳](?![A-Za-z0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlateNumber();
}

/// <summary>How many places of each kind were masked.</summary>
/// <param name="Names">Names of natural persons.</param>
/// <param name="Identities">Identity numbers.</param>
/// <param name="Phones">Phone numbers.</param>
/// <param name="Accounts">Bank accounts.</param>
/// <param name="Plates">Vehicle plates.</param>
public readonly record struct MaskCounts(int Names, int Identities, int Phones, int Accounts, int Plates)
{
    /// <summary>Both together.</summary>
    public static MaskCounts operator +(MaskCounts left, MaskCounts right) => new(
        left.Names + right.Names, left.Identities + right.Identities, left.Phones + right.Phones, left.Accounts + right.Accounts, left.Plates + right.Plates);

    /// <summary>Both together.</summary>
    public static MaskCounts Add(MaskCounts left, MaskCounts right) => left + right;
}
