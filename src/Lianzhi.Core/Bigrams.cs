using System.Globalization;
using System.Text;

namespace Lianzhi.Core;

/// <summary>
/// Pairs of neighbouring characters (二元组), by which Chinese text is found: most words have two characters, and the
/// trigram indexes of databases never find those.
/// </summary>
public static class Bigrams
{
    /// <summary>Shortest word that has a pair.</summary>
    public const int Shortest = 2;

    /// <summary>The text as it is compared: lower case, so that letters are found however they are written.</summary>
    public static string Normalise(string text) => text.ToLower(CultureInfo.InvariantCulture);

    /// <summary>The words of a search, normalised; white space parts them.</summary>
    public static IReadOnlyList<string> Words(string? search) =>
        Normalise(search ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToArray();

    /// <summary>
    /// The distinct pairs of a normalised text, each as eight hexadecimal digits, so that no database's idea of letters,
    /// marks and white space has a say in what is one token. Pairs with white space are left out: no word holds one.
    /// </summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var pairs = new HashSet<uint>();
        for (var i = 0; i + 1 < text.Length; i++)
            if (!char.IsWhiteSpace(text[i]) && !char.IsWhiteSpace(text[i + 1])) pairs.Add(((uint)text[i] << 16) | text[i + 1]);
        return [.. pairs.Select(pair => pair.ToString("x8", CultureInfo.InvariantCulture))];
    }

    /// <summary>The pairs of a text joined by blanks, as they are indexed.</summary>
    public static string Index(string text) => new StringBuilder().AppendJoin(' ', Of(text)).ToString();
}
