using System.ComponentModel.DataAnnotations;
using Lianzhi.Core;
using Lianzhi.Core.Cases;

namespace Lianzhi.Web.Features.Cases;

/// <summary>A finance receipt and the case it was registered in (票据登记): each has one number, and one payment has one receipt (行政处罚法 第70条).</summary>
public sealed class CaseReceiptRow
{
    /// <summary>Number of the receipt.</summary>
    [Key, MaxLength(Longest)] public required string Receipt { get; init; }

    /// <summary>The case.</summary>
    [MaxLength(26)] public required string CaseId { get; init; }

    /// <summary>Longest number that is kept.</summary>
    public const int Longest = 60;

    /// <summary>The receipts of a case.</summary>
    public static IEnumerable<string> Of(CaseState state) =>
        state.Payments.Select(payment => payment.Receipt).Append(state.Execution.Cash?.Receipt).OfType<string>().Select(Normal).Where(receipt => receipt.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>The receipt of a payment or of cash taken; null for any other event.</summary>
    public static string? Of(CaseEvent happened) => happened switch { PaymentRecorded e => Normal(e.Receipt), CashCollected e => Normal(e.Receipt), _ => null };

    /// <summary>Why a receipt cannot be registered again.</summary>
    public static Refusal Used(bool here) => new("receipt-used", $"这张票据已登记在{(here ? "本案" : "另一案件")}，一张票据只能登记一次，请核对票据号。", "行政处罚法 第70条", "receipt");

    private static string Normal(string receipt) => PlainText.Cut(receipt.Trim(), Longest);
}
