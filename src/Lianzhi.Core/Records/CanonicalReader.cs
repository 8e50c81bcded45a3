using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Lianzhi.Core.Records;

/// <summary>What was read is not the one canonical spelling (不是规范序列化).</summary>
public sealed class CanonicalFault(string message) : FormatException(message);

/// <summary>
/// Reads canonical text (规范文本) byte by byte and accepts nothing but what <see cref="CanonicalText"/> writes, so
/// that reading alone proves the spelling. A general parser takes white space, other escapes and repeated
/// members, and writing again to compare costs several times as much.
/// </summary>
/// <param name="bytes">The text in UTF-8.</param>
public ref struct CanonicalReader(ReadOnlySpan<byte> bytes)
{
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdef"u8);

    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>How many bytes have been read.</summary>
    public int Position { get; private set; }

    /// <summary>True when everything has been read.</summary>
    public readonly bool AtEnd => Position == bytes.Length;

    /// <summary>Bytes from a place up to where the reader stands.</summary>
    public readonly ReadOnlySpan<byte> Since(int start) => bytes[start..Position];

    /// <summary>Reads exact bytes when they stand here.</summary>
    /// <returns>False, without moving, when others do.</returns>
    public bool Take(ReadOnlySpan<byte> exact)
    {
        if (!bytes[Position..].StartsWith(exact)) return false;
        Position += exact.Length;
        return true;
    }

    /// <summary>Reads exact bytes.</summary>
    /// <exception cref="CanonicalFault">Others stand here.</exception>
    public void Expect(ReadOnlySpan<byte> exact)
    {
        if (!Take(exact)) throw new CanonicalFault($"第 {Position} 字节处不是规范序列化的内容");
    }

    /// <summary>Reads a string.</summary>
    /// <exception cref="CanonicalFault">No canonical string stands here.</exception>
    public string Text()
    {
        Expect("\""u8);
        var start = Position;
        var escaped = false;
        while (Position < bytes.Length && bytes[Position] != '"')
        {
            if (bytes[Position] < 0x20) throw Fault();
            if (bytes[Position] == '\\')
            {
                escaped = true;
                Position++;
                if (Position >= bytes.Length) throw Fault();
            }
            Position++;
        }
        if (Position >= bytes.Length) throw Fault();
        var raw = bytes[start..Position];
        if (!Utf8.IsValid(raw)) throw Fault();
        Position++;
        return escaped ? Unescape(raw) : Encoding.UTF8.GetString(raw);
    }

    /// <summary>Reads a whole number without plus sign, leading zero or minus zero.</summary>
    /// <exception cref="CanonicalFault">No canonical number of 64 bits stands here.</exception>
    public long Number()
    {
        var rest = bytes[Position..];
        if (!Utf8Parser.TryParse(rest, out long number, out var length)) throw Fault();
        var digits = rest[0] == '-' ? rest[1..length] : rest[..length];
        if (rest[0] == '+' || (digits[0] == '0' && length > 1)) throw Fault();
        Position += length;
        return number;
    }

    /// <summary>Reads a string of so many lower-case hexadecimal digits.</summary>
    /// <param name="digits">How many.</param>
    /// <exception cref="CanonicalFault">Something else stands here.</exception>
    public string Hex(int digits)
    {
        Expect("\""u8);
        if (bytes.Length - Position <= digits) throw Fault();
        var raw = bytes.Slice(Position, digits);
        if (raw.ContainsAnyExcept(HexDigits)) throw Fault();
        Position += digits;
        Expect("\""u8);
        return Encoding.ASCII.GetString(raw);
    }

    /// <summary>Reads an instant with six decimals of a second.</summary>
    /// <exception cref="CanonicalFault">Something else stands here.</exception>
    public DateTimeOffset Instant() =>
        DateTimeOffset.TryParseExact(Text(), "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : throw Fault();

    /// <summary>Reads a date.</summary>
    /// <exception cref="CanonicalFault">Something else stands here.</exception>
    public DateOnly Date() =>
        DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw Fault();

    /// <summary>Reads yes or no, written 1 or 0.</summary>
    /// <exception cref="CanonicalFault">Something else stands here.</exception>
    public bool YesNo()
    {
        if (Take("1"u8)) return true;
        Expect("0"u8);
        return false;
    }

    /// <summary>Reads a list of digests.</summary>
    /// <exception cref="CanonicalFault">Something else stands here.</exception>
    public IReadOnlyList<string> Digests()
    {
        var digests = new List<string>();
        Expect("["u8);
        if (Take("]"u8)) return digests;
        do digests.Add(Hex(64));
        while (Take(","u8));
        Expect("]"u8);
        return digests;
    }

    private readonly CanonicalFault Fault() => new($"第 {Position} 字节处不是规范序列化的内容");

    private readonly string Unescape(ReadOnlySpan<byte> raw)
    {
        var text = new byte[raw.Length];
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text[length++] = raw[i];
                continue;
            }
            i++;
            if (raw[i] is (byte)'"' or (byte)'\\')
            {
                text[length++] = raw[i];
                continue;
            }
            // Only control characters are written by number, always with four digits in lower case.
            if (raw.Length - i < 5 || !raw[i..].StartsWith("u00"u8) || raw[i + 3] is not ((byte)'0' or (byte)'1') || "0123456789abcdef"u8.IndexOf(raw[i + 4]) is var low && low < 0) throw Fault();
            text[length++] = (byte)(((raw[i + 3] - '0') * 16) + low);
            i += 4;
        }
        return Encoding.UTF8.GetString(text.AsSpan(0, length));
    }
}
