namespace Lianzhi.Core.Cases;

/// <summary>The code a party pays a fine by (非税缴款码): it leads a payment at the bank back to its case.</summary>
public static class PaymentCodes
{
    /// <summary>Longest code.</summary>
    public const int Longest = 40;

    /// <summary>The code as it is kept and compared: slips print it in groups, bank lists do not.</summary>
    public static string Normal(string? code) => string.Concat((code ?? "").Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();

    /// <summary>True for a code that a payment system can have given out.</summary>
    public static bool IsFit(string code) => code.Length is > 0 and <= Longest && code.All(char.IsAsciiLetterOrDigit);
}
