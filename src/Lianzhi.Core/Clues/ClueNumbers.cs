using System.Globalization;

namespace Lianzhi.Core.Clues;

/// <summary>Numbers people keep (受理编号) and codes that prove who asks (查询码).</summary>
public static class ClueNumbers
{
    /// <summary>Length of a query code.</summary>
    public const int CodeLength = 8;

    // Without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V: they look alike on paper and sound alike on the phone.
    private const string Alphabet = "34679ACDEFGHJKMNPQRTWXY";

    /// <summary>The number of a clue: 投 for the public's, 线 for all others, the day, and its place in that day.</summary>
    /// <param name="source">Where it came from.</param>
    /// <param name="day">Day it was received.</param>
    /// <param name="sequence">Place in that day, from 1.</param>
    public static string Number(ClueSource source, DateOnly day, int sequence) => string.Create(CultureInfo.InvariantCulture,
        $"{(source == ClueSource.PublicComplaint ? '投' : '线')}{day:yyyyMMdd}-{sequence:0000}");

    /// <summary>A query code from random bytes; about 4.5 bits a character.</summary>
    /// <param name="random">At least 32 random bytes; bytes that would favour some characters are passed over.</param>
    /// <exception cref="ArgumentException">Too few usable bytes were given.</exception>
    public static string Code(ReadOnlySpan<byte> random)
    {
        Span<char> code = stackalloc char[CodeLength];
        var filled = 0;
        foreach (var value in random)
        {
            if (value >= 256 - (256 % Alphabet.Length)) continue;
            code[filled++] = Alphabet[value % Alphabet.Length];
            if (filled == CodeLength) return new string(code);
        }
        throw new ArgumentException("A query code takes more random bytes.", nameof(random));
    }

    /// <summary>The number as stored, from what a person typed: blanks and dashes of other widths are forgiven.</summary>
    public static string CleanNumber(string? typed) => (typed ?? "").Trim().Replace('－', '-').Replace('—', '-').Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The code as stored, from what a person typed: case and blanks are forgiven.</summary>
    public static string CleanCode(string? typed) => (typed ?? "").Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
