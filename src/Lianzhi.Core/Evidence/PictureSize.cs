using System.Buffers.Binary;

namespace Lianzhi.Core.Evidence;

/// <summary>How large a picture is, read from its own head (图片尺寸), so that nothing needs to be unpacked to know whether it can be.</summary>
/// <param name="Width">Pixels in a row, as stored.</param>
/// <param name="Height">Rows, as stored.</param>
/// <param name="Turned">Which way is up, as Exif counts: 1 as stored, 3 upside down, 6 and 8 on its side.</param>
public sealed record PictureSize(int Width, int Height, int Turned = 1)
{
    /// <summary>Shown on its side: width and height change places.</summary>
    public bool OnItsSide => Turned is >= 5 and <= 8;

    /// <summary>Pixels in all.</summary>
    public long Pixels => (long)Width * Height;

    /// <summary>The size of a PNG or JPEG; null for everything else and for what is broken.</summary>
    public static PictureSize? Of(ReadOnlySpan<byte> picture, string mediaType)
    {
        var found = mediaType switch
        {
            "image/png" => Png(picture),
            "image/jpeg" => Jpeg(picture),
            _ => null,
        };
        return found is { Width: > 0, Height: > 0 } ? found : null;
    }

    private static PictureSize? Png(ReadOnlySpan<byte> picture) =>
        picture.Length < 24 || !picture[12..16].SequenceEqual("IHDR"u8) ? null
            : new(BinaryPrimitives.ReadInt32BigEndian(picture[16..]), BinaryPrimitives.ReadInt32BigEndian(picture[20..]));

    private static PictureSize? Jpeg(ReadOnlySpan<byte> picture)
    {
        var turned = 1;
        for (var at = 2; at + 4 <= picture.Length && picture[at] == 0xFF;)
        {
            var marker = picture[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(picture[(at + 2)..]);
            if (length < 2 || at + 2 + length > picture.Length) return null;
            var segment = picture.Slice(at, 2 + length);
            if (marker == 0xE1 && segment[4..].StartsWith("Exif\0\0"u8)) turned = PhotoMetadata.OrientationOf(segment[10..]);
            // Every frame head tells the size; C4, C8 and CC are tables that lie between them.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return segment.Length < 9 ? null
                    : new(BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), turned is >= 1 and <= 8 ? turned : 1);
            }
            if (marker == 0xDA) return null;
            at += segment.Length;
        }
        return null;
    }
}
