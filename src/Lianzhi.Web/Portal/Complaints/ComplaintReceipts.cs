using System.Security.Cryptography;
using System.Text.Json;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform.Problems;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Lianzhi.Web.Portal.Complaints;

/// <summary>What the page after sending shows (受理回执).</summary>
/// <param name="Number">受理编号.</param>
/// <param name="Code">查询码.</param>
/// <param name="Body">The body that decides.</param>
/// <param name="DueOn">Last day on which it says whether it accepts.</param>
public sealed record ShownReceipt(string Number, string Code, string Body, DateOnly DueOn);

/// <summary>
/// Carries number and query code to the page after sending, sealed and for one hour: the code stands neither in
/// an address nor in a log nor in the database.
/// </summary>
public sealed class ComplaintReceipts(IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("lianzhi.complaint-receipt").ToTimeLimitedDataProtector();

    /// <summary>Address of the page that shows a receipt.</summary>
    public string AddressOf(ClueReceipt receipt)
    {
        var shown = JsonSerializer.SerializeToUtf8Bytes(new ShownReceipt(receipt.Number, receipt.Code ?? "", receipt.Body, receipt.DueOn), ApiJson.Options);
        return $"/complaint/sent?receipt={WebEncoders.Base64UrlEncode(protector.Protect(shown, TimeSpan.FromHours(1)))}";
    }

    /// <summary>The receipt in an address; null when it is not ours or an hour old.</summary>
    public ShownReceipt? Find(string? token)
    {
        if (string.IsNullOrEmpty(token)) return null;
        try
        {
            return JsonSerializer.Deserialize<ShownReceipt>(protector.Unprotect(WebEncoders.Base64UrlDecode(token)), ApiJson.Options);
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }
}
