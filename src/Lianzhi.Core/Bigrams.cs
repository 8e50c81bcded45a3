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

    private const int DigitsInRun = 4;

    /// <summary>The text as it is compared: lower case, so that letters are found however they are written.</summary>
    public static string Normalise(string text) => text.ToLower(CultureInfo.InvariantCulture);

    /// <summary>The words of a search, normalised; white space parts them.</summary>
    public static IReadOnlyList<string> Words(string? search) =>
        Normalise(search ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToArray();

    /// <summary>
    /// The distinct pairs of a normalised text, each as eight hexadecimal digits, so that no database's idea of letters,
    /// marks and white space has a say in what is one token. Pairs with white space are left out: no word holds one.
    /// Four digits in a row are a token of their own: there are only a hundred pairs of digits, and most texts hold most
    /// of them (the number of a case among 1,000,000 was found in 100 ms, 2026-11-26).
    /// </summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var (pairs, runs, digits) = (new HashSet<uint>(), new HashSet<string>(StringComparer.Ordinal), 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && !char.IsWhiteSpace(text[i]) && !char.IsWhiteSpace(text[i + 1])) pairs.Add(((uint)text[i] << 16) | text[i + 1]);
            digits = char.IsAsciiDigit(text[i]) ? digits + 1 : 0;
            if (digits >= DigitsInRun) runs.Add(text.Substring(i - DigitsInRun + 1, DigitsInRun));
        }
        return [.. pairs.Select(pair => pair.ToString("x8", CultureInfo.InvariantCulture)), .. runs];
    }

    /// <summary>
    /// The tokens by which a normalised word is looked up; texts are compared afterwards. An index reads a place of each token for each text that holds the rarest, so few
    /// are named: runs of digits that are no years where there are some (318 to 0.3 ms for the number of a case, 2026-11-26), pairs side by side otherwise.
    /// </summary>
    public static IReadOnlyList<string> Naming(string word)
    {
        var tokens = Of(word);
        var runs = tokens.Where(token => token.Length == DigitsInRun && !IsYear(token)).ToArray();
        if (runs.Length > 0) return runs;
        var pairs = Enumerable.Range(0, Math.Max(0, word.Length - 1)).Where(place => place % Shortest == 0 || place == word.Length - Shortest);
        return [.. pairs.SelectMany(place => Of(word.Substring(place, Shortest))).Distinct(StringComparer.Ordinal)];
    }

    private static bool IsYear(string run) => run.StartsWith("19", StringComparison.Ordinal) || run.StartsWith("20", StringComparison.Ordinal);

    /// <summary>The pairs of a text joined by blanks, as they are indexed.</summary>
    public static string Index(string text) => new StringBuilder().AppendJoin(' ', Of(text)).ToString();
}
