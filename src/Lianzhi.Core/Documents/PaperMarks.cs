using System.Globalization;

namespace Lianzhi.Core.Documents;

/// <summary>
/// What stands beside the two-dimensional code of a paper: its mark (核验编号), by which it is found, and its check code
/// (校验码), which proves that who asks holds the paper.
/// </summary>
public static class PaperMarks
{
    /// <summary>Characters of a check code, about 54 bits: not to be guessed.</summary>
    public const int CodeLength = 12;

    private const int TailLength = 6;

    // Without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V: they look alike on paper.
    private const string Alphabet = "34679ACDEFGHJKMNPQRTWXY";

    /// <summary>Random bytes a mark and a code are made of.</summary>
    public const int RandomBytes = 64;

    /// <summary>A mark: sign of the kind, day, six characters. E1-20261008-4K7PQW.</summary>
    /// <param name="kind">Kind of paper.</param>
    /// <param name="day">Day of issue.</param>
    /// <param name="random">Random bytes.</param>
    public static string Mark(DocumentKind kind, DateOnly day, ReadOnlySpan<byte> random) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind.Sign}-{day:yyyyMMdd}-{Characters(random, TailLength)}");

    /// <summary>A check code.</summary>
    /// <param name="random">Random bytes, others than those of the mark.</param>
    public static string Code(ReadOnlySpan<byte> random) => Characters(random, CodeLength);

    /// <summary>A code as papers print it: 4K7P-QW9N-A3CD.</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(group => new string(group)));

    /// <summary>A number or mark as stored, from what a person typed: brackets, blanks and dashes of other shapes are forgiven.</summary>
    public static string CleanNumber(string? typed) => string.Concat((typed ?? "").Where(sign => !char.IsWhiteSpace(sign)).Select(sign => sign switch
    {
        '[' or '【' or '（' or '(' or '［' => '〔',
        ']' or '】' or '）' or ')' or '］' => '〕',
        '－' or '—' or '–' => '-',
        >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' => char.ToUpperInvariant((char)(sign - 0xFEE0)),
        _ => char.ToUpperInvariant(sign),
    }));

    /// <summary>A code as stored, from what a person typed.</summary>
    public static string CleanCode(string? typed) => CleanNumber(typed).Replace("-", "", StringComparison.Ordinal);

    private static string Characters(ReadOnlySpan<byte> random, int length)
    {
        Span<char> text = stackalloc char[length];
        var filled = 0;
        foreach (var value in random)
        {
            if (value >= 256 - (256 % Alphabet.Length)) continue;
            text[filled++] = Alphabet[value % Alphabet.Length];
            if (filled == length) return new string(text);
        }
        throw new ArgumentException("A code takes more random bytes.", nameof(random));
    }
}
