using System.Globalization;

namespace Lianzhi.Web.Platform.Json;

/// <summary>Reads numbers from their text, so that nothing is rounded on the way in.</summary>
internal static class JsonNumbers
{
    /// <summary>Largest amount of money: 1 000 000 000 000 yuan.</summary>
    public const long LargestFen = 100_000_000_000_000;

    /// <summary>A whole number written as one; null for <c>5.0</c>, <c>5e0</c> and what does not fit.</summary>
    public static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>An amount in yuan as whole fen, by its exact value; otherwise says what is wrong.</summary>
    public static (long Fen, string? Fault) Fen(string text)
    {
        const string OutOfRange = "金额应在 0 至 1000000000000 元之间。";
        const string TooFine = "金额最多两位小数。";
        var negative = text[0] == '-';
        var exponentAt = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = text.AsSpan(negative ? 1 : 0, (exponentAt < 0 ? text.Length : exponentAt) - (negative ? 1 : 0));
        var point = mantissa.IndexOf('.');
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        var scale = point < 0 ? 0 : point + 1 - mantissa.Length;
        digits = digits.TrimStart('0');
        if (digits.Length == 0) return (0, null);
        var trimmed = digits.TrimEnd('0');
        scale += digits.Length - trimmed.Length;
        long places = scale;
        if (exponentAt >= 0)
        {
            var exponent = text.AsSpan(exponentAt + 1);
            if (!long.TryParse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var shift) || Math.Abs(shift) > int.MaxValue)
                return (0, exponent[0] == '-' ? TooFine : OutOfRange);
            places += shift;
        }
        if (places < -2) return (0, TooFine);
        if (negative || trimmed.Length + places + 2 > 15) return (0, OutOfRange);
        var fen = long.Parse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture);
        for (var i = -2; i < places; i++) fen *= 10;
        return fen > LargestFen ? (0, OutOfRange) : (fen, null);
    }
}
