using System.Buffers.Binary;
using CsCheck;
using Lianzhi.Core.Evidence;

namespace Lianzhi.Core.Tests.Evidence;

public sealed class PhotoMetadataTests
{
    private static readonly byte[] Frame = [0xFF, 0xE0, 0x00, 0x10, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0];
    private static readonly byte[] Scan = [0xFF, 0xDA, 0x00, 0x08, 1, 1, 0, 0, 0x3F, 0, 0x12, 0x34, 0x56, 0xFF, 0xD9];
    private static readonly byte[] Profile = Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 9, 9]);

    [Fact]
    public void Clean_OfAJpeg_KeepsPixelsProfileAndWhichWayIsUp()
    {
        byte[] photo = [0xFF, 0xD8, .. Frame, .. Exif(orientation: 6), .. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<x/>"u8), .. Profile, .. Segment(0xED, "Photoshop"u8), .. Segment(0xFE, "SECRET"u8), .. Scan];
        var clean = PhotoMetadata.Clean(photo, "image/jpeg")!;
        Assert.Equal(-1, clean.AsSpan().IndexOf("SECRET"u8));
        Assert.Equal(-1, clean.AsSpan().IndexOf("adobe"u8));
        Assert.True(clean.AsSpan().EndsWith(Scan));
        Assert.NotEqual(-1, clean.AsSpan().IndexOf(Profile));
        // Cleaned twice is cleaned once: the way up is read again.
        Assert.Equal(clean, PhotoMetadata.Clean(clean, "image/jpeg"));
        Assert.Equal(6, clean[clean.AsSpan().IndexOf("\x01\x12\x00\x03\x00\x00\x00\x01\x00"u8) + 9]);
    }

    [Fact]
    public void Clean_OfAPng_DropsTextsAndWhatFollowsTheEnd()
    {
        byte[] head = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", new byte[13])], rest = [.. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", [])];
        Assert.Equal([.. head, .. rest], PhotoMetadata.Clean([.. head, .. Chunk("eXIf", "SECRET"u8), .. Chunk("tEXt", "SECRET"u8), .. rest, .. "SECRET"u8], "image/png")!);
    }

    [Fact]
    public void Clean_OfAWebP_DropsExifAndSaysSo()
    {
        byte[] Part(string name, byte[] data) => [.. System.Text.Encoding.ASCII.GetBytes(name), (byte)data.Length, 0, 0, 0, .. data, .. data.Length % 2 == 1 ? [0] : Array.Empty<byte>()];
        byte[] body = [.. Part("VP8X", [0x0C, 0, 0, 0, 1, 0, 0, 1, 0, 0]), .. Part("VP8 ", [1, 2, 3]), .. Part("EXIF", [.. "SECRET"u8]), .. Part("XMP ", [.. "SECRET!"u8])];
        byte[] photo = [.. "RIFF"u8, (byte)(body.Length + 4), 0, 0, 0, .. "WEBP"u8, .. body];
        byte[] left = [.. Part("VP8X", [0, 0, 0, 0, 1, 0, 0, 1, 0, 0]), .. Part("VP8 ", [1, 2, 3])];
        Assert.Equal([.. "RIFF"u8, (byte)(left.Length + 4), 0, 0, 0, .. "WEBP"u8, .. left], PhotoMetadata.Clean(photo, "image/webp")!);
    }

    [Theory]
    [InlineData("image/jpeg", "FFD8FFE1")]
    [InlineData("image/jpeg", "FFD8FFE1FFFF4578")]
    [InlineData("image/png", "89504E470D0A1A0A0000000549454E44")]
    [InlineData("image/webp", "5249464610000000574542505650385820")]
    public void Clean_OfABrokenPhoto_IsNothing(string type, string bytes) => Assert.Null(PhotoMetadata.Clean(Convert.FromHexString(bytes), type));

    [Fact]
    public void Clean_OfAnyBytes_NeverFails() =>
        Gen.Select(Gen.OneOfConst("image/jpeg", "image/png", "image/webp"), Gen.Byte.Array[0, 200], Gen.Int[0, 40]).Sample((type, noise, cut) =>
        {
            byte[] begin = type switch { "image/jpeg" => [0xFF, 0xD8, .. Frame, .. Exif(3)], "image/png" => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", new byte[13])], _ => [.. "RIFF"u8, 100, 0, 0, 0, .. "WEBP"u8] };
            _ = PhotoMetadata.Clean([.. begin.Take(begin.Length - Math.Min(cut, begin.Length)), .. noise], type);
            return true;
        });

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] Exif(byte orientation) => Segment(0xE1,
    [
        .. "Exif\0\0"u8, .. "II"u8, 0x2A, 0, 8, 0, 0, 0, 2, 0,
        0x0F, 0x01, 2, 0, 6, 0, 0, 0, 38, 0, 0, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, .. "SECRET"u8,
    ]);

    private static byte[] Chunk(string name, ReadOnlySpan<byte> data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. System.Text.Encoding.ASCII.GetBytes(name), .. data, 0, 0, 0, 0];
    }
}
