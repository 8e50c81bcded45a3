using System.Security.Cryptography;
using System.Text;
using Lianzhi.Core;
using Lianzhi.Web.Platform.Files;
using Microsoft.AspNetCore.DataProtection;

namespace Lianzhi.Web.Features.Clues;

/// <summary>
/// Photos between choosing and sending (暂存照片): stored at once, and carried through the pages of a form as a
/// sealed token, so that a refused page loses no photo and nobody can name a file that is not theirs.
/// </summary>
public sealed class StagedPhotos(FileStore files, IDataProtectionProvider protection)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("lianzhi.staged-photo").ToTimeLimitedDataProtector();

    /// <summary>Stores a photo and gives its token.</summary>
    public async Task<Result<string>> Stage(IFormFile file, CancellationToken cancel)
    {
        await using var content = file.OpenReadStream();
        return (await files.StorePhoto("photos", content, file.Length, cancel)).Then<string>(Seal);
    }

    /// <summary>Stores the body of a request and gives its token.</summary>
    public async Task<Result<string>> Stage(Stream content, long length, CancellationToken cancel) =>
        (await files.StorePhoto("photos", content, length, cancel)).Then<string>(Seal);

    /// <summary>The photo of a token; null when the token is not ours or a day old.</summary>
    public StoredFile? Find(string token)
    {
        try
        {
            var parts = Encoding.UTF8.GetString(protector.Unprotect(Convert.FromBase64String(token))).Split('|');
            return new StoredFile(parts[0], parts[1], long.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private Result<string> Seal(StoredFile file) =>
        Convert.ToBase64String(protector.Protect(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{file.Hash}|{file.MediaType}|{file.Length}")), Life));
}
