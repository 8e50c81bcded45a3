using Lianzhi.Core.Evidence;

namespace Lianzhi.Core.Documents;

/// <summary>A picture ready to be set (可印图片), or why there is none.</summary>
/// <param name="Bytes">The picture without what its camera wrote; null where there is none.</param>
/// <param name="Size">Its size.</param>
/// <param name="Gap">Why there is none; null where there is one.</param>
public sealed record PaperPicture(byte[]? Bytes, PictureSize? Size, string? Gap)
{
    internal static PaperPicture Not(string why) => new(null, null, why);
}

/// <summary>
/// What pictures papers take (文书图片): PNG and JPEG of a bounded size, without what the camera wrote. A paper whose picture cannot be shown says so in the
/// picture's place and is a paper all the same.
/// </summary>
public static class PaperPictures
{
    /// <summary>Most bytes of one picture.</summary>
    public const int MostBytes = 32 * 1024 * 1024;

    /// <summary>Most bytes of all pictures of one paper: more makes no file that opens on an office computer.</summary>
    public const long MostTogether = 96L * 1024 * 1024;

    /// <summary>Most pixels of one picture.</summary>
    public const long MostPixels = 128_000_000;

    /// <summary>Said of what is too large.</summary>
    public const string TooLarge = "图片过大，见电子证据原件";

    /// <summary>Said of what the store does not have.</summary>
    public const string Missing = "图片文件不在内容库中";

    /// <summary>Said of what is not what was registered.</summary>
    public const string Altered = "图片与登记的数字摘要不符";

    /// <summary>Said where the paper is full.</summary>
    public const string Full = "文件中图片过多，请从页面打印";

    private const string Broken = "图片结构不完整，见电子证据原件";
    private const string OtherKind = "只能印 PNG、JPEG 图片，见电子证据原件";

    /// <summary>True for types that can be set.</summary>
    public static bool Takes(string mediaType) => mediaType is "image/png" or "image/jpeg";

    /// <summary>What stands in the place of a picture that is not shown.</summary>
    public static string Gap(string why) => $"（图片未附：{why}）";

    /// <summary>Why a picture is not shown, as far as the paper itself knows.</summary>
    public static string? Unfit(PictureBlock block) => block.Withheld ?? (Takes(block.MediaType) ? null : OtherKind);

    /// <summary>The picture of a block out of its original.</summary>
    public static PaperPicture Of(PictureBlock block, ReadOnlySpan<byte> original)
    {
        if (Unfit(block) is { } unfit) return PaperPicture.Not(unfit);
        if (original.Length > MostBytes) return PaperPicture.Not(TooLarge);
        if (PhotoMetadata.Clean(original, block.MediaType) is not { } clean || PictureSize.Of(clean, block.MediaType) is not { } size) return PaperPicture.Not(Broken);
        return size.Pixels > MostPixels ? PaperPicture.Not(TooLarge) : new(clean, size, null);
    }
}
