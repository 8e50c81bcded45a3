using System.Buffers.Binary;

namespace Lianzhi.Core.Evidence;

/// <summary>
/// Takes out of a photo what its camera wrote (去除拍摄信息): place, device, owner. Pixels stay as they are, bit by bit; of the
/// metadata only which way is up is kept, so that the photo does not lie on its side.
/// </summary>
public static class PhotoMetadata
{
    private const ushort Orientation = 0x0112;

    /// <summary>True for types that are cleaned.</summary>
    public static bool Cleans(string mediaType) => mediaType is "image/jpeg" or "image/png" or "image/webp";

    /// <summary>The photo without metadata; null when its structure is broken.</summary>
    public static byte[]? Clean(ReadOnlySpan<byte> photo, string mediaType) => mediaType switch
    {
        "image/jpeg" => Jpeg(photo),
        "image/png" => Png(photo),
        _ => WebP(photo),
    };

    /// <summary>Keeps the image's own segments and its colour profile; drops all other application data and comments.</summary>
    private static byte[]? Jpeg(ReadOnlySpan<byte> photo)
    {
        if (photo.Length < 4) return null;
        using var clean = new MemoryStream(photo.Length);
        clean.Write(photo[..2]);
        var at = 2;
        var turned = 1;
        var headEnd = 2L;
        while (true)
        {
            if (at + 4 > photo.Length || photo[at] != 0xFF) return null;
            var marker = photo[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(photo[(at + 2)..]);
            if (length < 2 || at + 2 + length > photo.Length) return null;
            var segment = photo.Slice(at, 2 + length);
            if (marker == 0xDA) break;
            if (marker == 0xE1 && segment[4..].StartsWith("Exif\0\0"u8)) turned = OrientationOf(segment[10..]);
            var isProfile = marker == 0xE2 && segment[4..].StartsWith("ICC_PROFILE\0"u8);
            // Application data 0 frames the image, 14 tells its colours.
            if (marker is not (>= 0xE0 and <= 0xEF or 0xFE) || marker is 0xE0 or 0xEE || isProfile) clean.Write(segment);
            if (marker == 0xE0) headEnd = clean.Position;
            at += segment.Length;
        }
        clean.Write(photo[at..]);
        if (turned is <= 1 or > 8) return clean.ToArray();
        var bytes = clean.ToArray();
        return [.. bytes[..(int)headEnd], .. TurnedSegment(turned), .. bytes[(int)headEnd..]];
    }

    /// <summary>An Exif segment that says nothing but which way is up.</summary>
    private static byte[] TurnedSegment(int turned) =>
    [
        0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0"u8, .. "MM"u8, 0x00, 0x2A, 0x00, 0x00, 0x00, 0x08,
        0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, (byte)turned, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    ];

    /// <summary>Which way is up, out of the TIFF header of an Exif segment; 1 where it does not say.</summary>
    internal static int OrientationOf(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 10) return 1;
        var big = tiff.StartsWith("MM"u8);
        var first = (int)Math.Min(Four(tiff[4..], big), int.MaxValue);
        if (first < 8 || first > tiff.Length - 2) return 1;
        var count = Two(tiff[first..], big);
        for (var i = 0; i < count; i++)
        {
            var entry = first + 2 + (12 * i);
            if (entry + 12 > tiff.Length) return 1;
            if (Two(tiff[entry..], big) == Orientation) return Two(tiff[(entry + 8)..], big);
        }
        return 1;
    }

    private static ushort Two(ReadOnlySpan<byte> bytes, bool big) => big ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint Four(ReadOnlySpan<byte> bytes, bool big) => big ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    /// <summary>Drops Exif, texts and the time.</summary>
    private static byte[]? Png(ReadOnlySpan<byte> photo)
    {
        using var clean = new MemoryStream(photo.Length);
        if (photo.Length < 8) return null;
        clean.Write(photo[..8]);
        for (var at = 8; at < photo.Length;)
        {
            if (at + 12 > photo.Length) return null;
            var length = BinaryPrimitives.ReadUInt32BigEndian(photo[at..]);
            if (length > int.MaxValue || at + 12 + (long)length > photo.Length) return null;
            var chunk = photo.Slice(at, 12 + (int)length);
            var name = chunk[4..8];
            if (!name.SequenceEqual("eXIf"u8) && !name.SequenceEqual("tEXt"u8) && !name.SequenceEqual("zTXt"u8) && !name.SequenceEqual("iTXt"u8) && !name.SequenceEqual("tIME"u8)) clean.Write(chunk);
            // What follows the end is no part of the image.
            if (name.SequenceEqual("IEND"u8)) return clean.ToArray();
            at += chunk.Length;
        }
        return null;
    }

    /// <summary>Drops Exif and XMP and says so in the header.</summary>
    private static byte[]? WebP(ReadOnlySpan<byte> photo)
    {
        if (photo.Length < 12) return null;
        var end = Math.Min(photo.Length, 8L + BinaryPrimitives.ReadUInt32LittleEndian(photo[4..]));
        using var clean = new MemoryStream(photo.Length);
        clean.Write(photo[..12]);
        for (var at = 12; at < end;)
        {
            if (at + 8 > end) return null;
            var length = BinaryPrimitives.ReadUInt32LittleEndian(photo[(at + 4)..]);
            var padded = 8L + length + (length & 1);
            if (at + 8 + (long)length > end) return null;
            var chunk = photo.Slice(at, (int)Math.Min(padded, end - at)).ToArray();
            // Exif 0x08 and XMP 0x04 are announced in the extended header.
            if (chunk.AsSpan().StartsWith("VP8X"u8) && chunk.Length > 8) chunk[8] &= unchecked((byte)~0x0C);
            if (!chunk.AsSpan().StartsWith("EXIF"u8) && !chunk.AsSpan().StartsWith("XMP "u8)) clean.Write(chunk);
            at += chunk.Length;
        }
        var bytes = clean.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)bytes.Length - 8);
        return bytes;
    }
}
