using System.Buffers.Binary;

namespace Lianzhi.Core.Evidence;

/// <summary>
/// How long a recording plays, read from the file itself (录音录像时长): the movie header of MP4, MOV and M4A, the chunks of WAV, the segment information of WebM and
/// Matroska. What says nothing of its length, or nothing that can be, has none.
/// </summary>
public static class MediaLength
{
    /// <summary>Most boxes, chunks or elements looked at; a file that hides its header behind more is not read.</summary>
    private const int MostParts = 4096;

    /// <summary>Longest length a file is believed.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(48);

    /// <summary>The length; null when the file does not tell it.</summary>
    /// <param name="content">The whole file; read by seeking, a few bytes here and there.</param>
    /// <param name="mediaType">What it is, as <see cref="MediaKinds"/> found it.</param>
    public static TimeSpan? Find(Stream content, string mediaType)
    {
        try
        {
            var seconds = mediaType switch
            {
                "video/mp4" or "video/quicktime" or "audio/mp4" => Movie(content),
                "audio/wav" => Wave(content),
                "video/webm" or "video/x-matroska" => Matroska(content),
                _ => null,
            };
            return seconds is > 0 and var known && known <= Longest.TotalSeconds ? TimeSpan.FromMilliseconds(Math.Round(known * 1000)) : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static double? Movie(Stream content)
    {
        if (Box(content, 0, content.Length, "moov"u8) is not (var from, var until) || Box(content, from, until, "mvhd"u8) is not (var header, var end) || end - header < 20) return null;
        var bytes = Read(content, header, (int)Math.Min(32, end - header));
        if (bytes[0] == 1)
        {
            if (bytes.Length < 32) return null;
            return Seconds(BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(24)), BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(20)), ulong.MaxValue);
        }
        var scale = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(12));
        if (Seconds(BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(16)), scale, uint.MaxValue) is { } told) return told;
        // A film in fragments tells its length beside them.
        if (Box(content, from, until, "mvex"u8) is not (var parts, var last) || Box(content, parts, last, "mehd"u8) is not (var fragments, var close) || close - fragments < 8) return null;
        var extent = Read(content, fragments, (int)Math.Min(12, close - fragments));
        return extent[0] == 1 && extent.Length == 12 ? Seconds(BinaryPrimitives.ReadUInt64BigEndian(extent.AsSpan(4)), scale, ulong.MaxValue) : Seconds(BinaryPrimitives.ReadUInt32BigEndian(extent.AsSpan(4)), scale, uint.MaxValue);
    }

    /// <summary>Nought and all bits set mean that the length is not known.</summary>
    private static double? Seconds(ulong duration, uint scale, ulong unknown) => duration == 0 || duration == unknown || scale == 0 ? null : (double)duration / scale;

    /// <summary>Where the content of the first box of a kind lies.</summary>
    private static (long From, long Until)? Box(Stream content, long from, long until, ReadOnlySpan<byte> kind)
    {
        for (var count = 0; count < MostParts && until - from >= 8; count++)
        {
            var head = Read(content, from, 8);
            var (size, begin) = ((long)BinaryPrimitives.ReadUInt32BigEndian(head), from + 8);
            if (size == 1)
            {
                if (until - from < 16) return null;
                (size, begin) = ((long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(Read(content, begin, 8)), long.MaxValue), from + 16);
            }
            if (size == 0) size = until - from;
            if (size < begin - from || size > until - from) return null;
            if (head.AsSpan(4).SequenceEqual(kind)) return (begin, from + size);
            from += size;
        }
        return null;
    }

    private static double? Wave(Stream content)
    {
        uint rate = 0;
        var at = 12L;
        for (var count = 0; count < MostParts && content.Length - at >= 8; count++)
        {
            var head = Read(content, at, 8);
            var size = (long)BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
            if (head.AsSpan(0, 4).SequenceEqual("fmt "u8) && size >= 16) rate = BinaryPrimitives.ReadUInt32LittleEndian(Read(content, at + 16, 4));
            // A recorder that was cut off leaves a length that is too long, or none: what is there counts.
            if (head.AsSpan(0, 4).SequenceEqual("data"u8)) return rate == 0 ? null : (double)(size == 0 ? content.Length - at - 8 : Math.Min(size, content.Length - at - 8)) / rate;
            at += 8 + size + (size & 1);
        }
        return null;
    }

    private static double? Matroska(Stream content)
    {
        if (Element(content, 0, content.Length, 0x18538067) is not (var from, var until) || Element(content, from, until, 0x1549A966) is not (var info, var end)) return null;
        var scale = Element(content, info, end, 0x2AD7B1) is (var first, var last) && last - first is > 0 and <= 8 ? Read(content, first, (int)(last - first)).Aggregate(0UL, (value, part) => (value << 8) | part) : 1_000_000UL;
        if (Element(content, info, end, 0x4489) is not (var begin, var close)) return null;
        var bytes = Read(content, begin, (int)Math.Min(8, close - begin));
        var ticks = bytes.Length switch { 8 => BinaryPrimitives.ReadDoubleBigEndian(bytes), 4 => BinaryPrimitives.ReadSingleBigEndian(bytes), _ => double.NaN };
        return double.IsFinite(ticks) ? ticks * scale / 1e9 : null;
    }

    /// <summary>Where the content of the first element with an id lies; one of unknown size reaches to the end.</summary>
    private static (long From, long Until)? Element(Stream content, long from, long until, uint id)
    {
        for (var count = 0; count < MostParts && from < until; count++)
        {
            var (found, begin, _) = Variable(content, from, keepMark: true);
            var (size, start, unknown) = Variable(content, begin, keepMark: false);
            var end = unknown || size > (ulong)(until - start) ? until : start + (long)size;
            if (found == id) return (start, end);
            from = end;
        }
        return null;
    }

    private static (ulong Value, long After, bool Unknown) Variable(Stream content, long at, bool keepMark)
    {
        var first = Read(content, at, 1)[0];
        var length = System.Numerics.BitOperations.LeadingZeroCount((uint)first) - 23;
        if (length is < 1 or > 8) throw new EndOfStreamException();
        var value = keepMark ? first : (ulong)(first & ((1 << (8 - length)) - 1));
        if (length > 1)
            foreach (var part in Read(content, at + 1, length - 1)) value = (value << 8) | part;
        return (value, at + length, !keepMark && value == (1UL << (7 * length)) - 1);
    }

    private static byte[] Read(Stream content, long at, int count)
    {
        if (at < 0 || at > content.Length - count) throw new EndOfStreamException();
        content.Position = at;
        var bytes = new byte[count];
        content.ReadExactly(bytes);
        return bytes;
    }
}
