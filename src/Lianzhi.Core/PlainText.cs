namespace Lianzhi.Core;

/// <summary>
/// What a text may hold (可用字符): everything people write, and nothing that a database, a paper in Open XML or a printer cannot take.
/// </summary>
public static class PlainText
{
    /// <summary>
    /// False for text with control characters other than tab and line ends, with halves of surrogate pairs, or with U+FFFE and U+FFFF, which XML and with it
    /// every DOCX excludes.
    /// </summary>
    public static bool IsFit(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (char.IsHighSurrogate(sign) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(sign) || sign >= '\ufffe' || (char.IsControl(sign) && sign is not ('\t' or '\n' or '\r'))) return false;
        }
        return true;
    }

    /// <summary>The text, cut to a length with a mark where it is longer.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Most UTF-16 units, the mark among them; at least 2. A pair of surrogates is not parted.</param>
    public static string Cut(string text, int most) => text.Length <= most ? text : $"{text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)]}…";
}
