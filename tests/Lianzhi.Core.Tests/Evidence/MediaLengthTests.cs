using System.Buffers.Binary;
using CsCheck;
using Lianzhi.Core.Evidence;

namespace Lianzhi.Core.Tests.Evidence;

/// <summary>How long a recording plays stands in the file; what is broken or silent about it has no length and breaks nothing.</summary>
public sealed class MediaLengthTests
{
    private static byte[] Box(string kind, byte[] content) => [.. Big(content.Length + 8), .. System.Text.Encoding.ASCII.GetBytes(kind), .. content];

    private static byte[] Big(long value, int bytes = 4)
    {
        var all = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(all, value);
        return all[(8 - bytes)..];
    }

    private static byte[] Small(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Header(long duration, int scale, bool wide = false) => Box("mvhd", wide
        ? [1, 0, 0, 0, .. new byte[16], .. Big(scale), .. Big(duration, 8), .. new byte[80]]
        : [0, 0, 0, 0, .. new byte[8], .. Big(scale), .. Big(duration), .. new byte[80]]);

    /// <summary>A film whose header stands at its end, as cameras write it.</summary>
    internal static byte[] Film(TimeSpan length, bool wide = false) =>
        [.. Box("ftyp", [.. "isom"u8, 0, 0, 2, 0, .. "isomavc1"u8]), .. Box("free", []), .. Box("mdat", new byte[5000]), .. Box("moov", [.. Box("udta", new byte[12]), .. Header((long)(length.TotalSeconds * 600), 600, wide)])];

    internal static byte[] Wave(int seconds, int claimed) =>
    [
        .. "RIFF"u8, .. Small(36 + (seconds * 8000)), .. "WAVEfmt "u8, .. Small(16), 1, 0, 1, 0, .. Small(8000), .. Small(8000), 1, 0, 8, 0,
        .. "LIST"u8, .. Small(3), 1, 2, 3, 0, .. "data"u8, .. Small(claimed), .. new byte[seconds * 8000],
    ];

    private static TimeSpan? Find(byte[] file, string type) => MediaLength.Find(new MemoryStream(file), type);

    [Fact]
    public void Movie_HeaderOfEitherVersion_TellsTheLength()
    {
        var length = new TimeSpan(0, 1, 12, 30, 500);
        Assert.Equal(length, Find(Film(length), "video/mp4"));
        Assert.Equal(length, Find(Film(length, wide: true), "video/quicktime"));
        Assert.Equal(length, Find([.. Box("ftyp", new byte[8]), 0, 0, 0, 1, .. "mdat"u8, .. Big(16 + 100, 8), .. new byte[100], .. Box("moov", Header(2_175_250, 500))], "audio/mp4"));
    }

    [Fact]
    public void Movie_InFragments_TellsTheLengthBesideThem()
    {
        Assert.Equal(TimeSpan.FromSeconds(90), Find([.. Box("ftyp", new byte[8]), .. Box("moov", [.. Header(0, 1000), .. Box("mvex", Box("mehd", [0, 0, 0, 0, .. Big(90_000)]))])], "video/mp4"));
        Assert.Null(Find([.. Box("ftyp", new byte[8]), .. Box("moov", [.. Header(0, 1000), .. Box("mvex", Box("trex", new byte[24]))])], "video/mp4"));
    }

    [Theory]
    [InlineData(24_000, 3)]
    [InlineData(0, 3)]
    [InlineData(-1, 3)]
    [InlineData(8_000, 1)]
    public void Wave_LengthOfItsData_IsNoMoreThanThereIs(int claimed, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Find(Wave(3, claimed), "audio/wav"));

    /// <summary>A film as recorders write it: a segment of unknown size, the length in ticks of the scale.</summary>
    private static byte[] WebM(float ticks, int scale)
    {
        var duration = new byte[4];
        BinaryPrimitives.WriteSingleBigEndian(duration, ticks);
        byte[] info = [0x2A, 0xD7, 0xB1, 0x83, .. Big(scale, 3), 0x4D, 0x80, 0x84, .. "test"u8, 0x44, 0x89, 0x84, .. duration];
        return [0x1A, 0x45, 0xDF, 0xA3, 0x84, 0x42, 0x86, 0x81, 1, 0x18, 0x53, 0x80, 0x67, 0x01, .. Enumerable.Repeat((byte)0xFF, 7), 0xEC, 0x40, 0x05, 0, 0, 0, 0, 0, 0x15, 0x49, 0xA9, 0x66, (byte)(0x80 | info.Length), .. info];
    }

    [Fact]
    public void WebM_DurationInItsScale_TellsTheLength()
    {
        Assert.Equal(TimeSpan.FromSeconds(2.5), Find(WebM(2500, 1_000_000), "video/webm"));
        Assert.Equal(TimeSpan.FromSeconds(25), Find(WebM(2500, 10_000_000), "video/x-matroska"));
        Assert.Null(Find(WebM(float.NaN, 1_000_000), "video/webm"));
        Assert.Null(Find(WebM(2500, 1_000_000)[..30], "video/webm"));
    }

    [Fact]
    public void Film_ThatSaysNothingOfItsLength_HasNone()
    {
        Assert.Null(Find(Film(TimeSpan.Zero), "video/mp4"));
        Assert.Null(Find(Film(TimeSpan.FromHours(100)), "video/mp4"));
        Assert.Null(Find(Convert.FromHexString("000000186674797069736F6D"), "video/mp4"));
        Assert.Null(Find([], "video/mp4"));
        Assert.Null(Find([.. "RIFF"u8, 0, 0, 0, 0, .. "WAVE"u8], "audio/wav"));
        Assert.Null(Find(Film(TimeSpan.FromMinutes(1)), "audio/mpeg"));
    }

    [Fact]
    public void Find_BytesInDisorder_NeverThrows() =>
        Gen.Select(Gen.Int[0, 2], Gen.Select(Gen.Int[0, 7000], Gen.Byte).Array[0, 30], Gen.Int[0, 7000]).Sample((kind, changes, cut) =>
        {
            var file = kind switch { 0 => Film(TimeSpan.FromMinutes(5), wide: cut % 2 == 0), 1 => Wave(1, 8000), _ => WebM(2500, 1_000_000) };
            foreach (var (at, value) in changes) file[at % file.Length] = value;
            foreach (var type in new[] { "video/mp4", "audio/wav", "video/webm" }) Find(file[..Math.Min(cut, file.Length)], type);
        }, iter: 3000);
}
