using System.Text;

namespace Lianzhi.Core.Powers;

/// <summary>
/// Finds items by words (事项检索). Chinese has no spaces, so a word is found wherever its characters stand
/// together; words as short as two characters (油烟, 占道) find what they should.
/// </summary>
public static class ItemSearch
{
    /// <summary>Brings a text to the form in which it is compared: half width, lower case, without punctuation.</summary>
    public static string Normalise(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var plain = character is >= '！' and <= '～' ? (char)(character - 0xFEE0) : character;
            if (char.IsLetterOrDigit(plain)) result.Append(char.ToLowerInvariant(plain));
        }

        return result.ToString();
    }

    /// <summary>The words of a query in compared form; none for an empty query.</summary>
    public static IReadOnlyList<string> Words(string? query) =>
        [.. (query ?? "").Split([' ', '　', ',', '，', '、', ';', '；', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Normalise).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>True when every word stands somewhere in the item: code, name, conduct, basis, domain or department.</summary>
    public static bool Matches(Item item, IReadOnlyList<string> words)
    {
        if (words.Count == 0) return true;
        string[] texts = [Normalise(item.Code), Normalise(item.Name), Normalise(item.Conduct), Normalise(item.Basis), Normalise(item.Domain), Normalise(item.LeadDepartment)];
        return words.All(word => texts.Any(text => text.Contains(word, StringComparison.Ordinal)));
    }

    /// <summary>How well an item fits, for order: 0 when a word stands in its code or conduct, 1 in its name, 2 elsewhere.</summary>
    public static int Rank(Item item, IReadOnlyList<string> words)
    {
        if (words.Count == 0) return 0;
        var (near, name) = (Normalise(item.Code) + "\n" + Normalise(item.Conduct), Normalise(item.Name));
        return words.Any(word => near.Contains(word, StringComparison.Ordinal)) ? 0
            : words.Any(word => name.Contains(word, StringComparison.Ordinal)) ? 1 : 2;
    }
}
