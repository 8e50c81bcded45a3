using System.Buffers.Binary;
using Lianzhi.Core.Evidence;

namespace Lianzhi.Core.Tests.Evidence;

public sealed class PictureSizeTests
{
    [Fact]
    public void Of_Png_ReadsTheHead() => Assert.Equal(new PictureSize(1600, 1200), PictureSize.Of(Pictures.Png(1600, 1200), "image/png"));

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(6, true)]
    [InlineData(8, true)]
    public void Of_Jpeg_ReadsTheFrameAndWhichWayIsUp(int turned, bool side)
    {
        var size = PictureSize.Of(Pictures.Jpeg(4000, 3000, turned), "image/jpeg");
        Assert.Equal(new PictureSize(4000, 3000, turned), size);
        Assert.Equal(side, size!.OnItsSide);
    }

    [Fact]
    public void Of_CleanedJpeg_StaysUpright() =>
        Assert.Equal(6, PictureSize.Of(PhotoMetadata.Clean(Pictures.Jpeg(40, 30, 6), "image/jpeg"), "image/jpeg")!.Turned);

    [Fact]
    public void Of_EveryCutOfAPicture_AnswersAndNeverFails()
    {
        foreach (var (picture, type) in new[] { (Pictures.Png(4, 3), "image/png"), (Pictures.Jpeg(4, 3, 6), "image/jpeg") })
            for (var length = 0; length < picture.Length; length++)
                Assert.True(PictureSize.Of(picture.AsSpan(0, length), type) is null or { Width: 4, Height: 3 });
    }

    [Theory]
    [InlineData("image/webp")]
    [InlineData("application/pdf")]
    public void Of_OtherKinds_IsUnknown(string type) => Assert.Null(PictureSize.Of(Pictures.Png(4, 3), type));

    [Fact]
    public void Of_APictureWithoutArea_IsUnknown() => Assert.Null(PictureSize.Of(Pictures.Png(0, 3), "image/png"));
}

/// <summary>Heads of pictures, lawful as far as anything here reads them.</summary>
internal static class Pictures
{
    public static byte[] Png(int width, int height)
    {
        var size = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(size, width);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), height);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, .. size, 8, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. "IEND"u8, 0, 0, 0, 0];
    }

    public static byte[] Jpeg(int width, int height, int turned) =>
    [
        0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0"u8, .. "MM"u8, 0x00, 0x2A, 0x00, 0x00, 0x00, 0x08,
        0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, (byte)turned, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0xFF, 0xC4, 0x00, 0x02, 0xFF, 0xC2, 0x00, 0x0B, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0x00, 0x08, 1, 1, 0, 0, 0x3F, 0, 0x12, 0x34, 0xFF, 0xD9,
    ];
}
