using System.Globalization;
using System.Text;

namespace Lianzhi.Core.Records;

/// <summary>SM3 or another hash of 32 bytes, handed in so that the law stays without packages.</summary>
public delegate byte[] HashFunction(ReadOnlySpan<byte> bytes);

/// <summary>What an entry commits to of one field.</summary>
/// <param name="Path">Place of the field in the payload; empty for the body.</param>
/// <param name="Commitment">Lower-case hexadecimal hash of tag, salt, path and value.</param>
public sealed record FieldCommitment(string Path, string Commitment);

/// <summary>
/// One entry of the full-process record (全过程记录条目), as it is hashed. The entry holds commitments, never
/// the values; see <c>docs/record-format.md</c> for the bytes.
/// </summary>
/// <param name="Stream">What it is about, for example <c>case/01k…</c>.</param>
/// <param name="Number">Place in the stream, from 1 without gaps.</param>
/// <param name="Type">What happened, kebab-case.</param>
/// <param name="Schema">Version of the payload's shape, from 1.</param>
/// <param name="RecordedAt">When it was written, in microseconds UTC; never before the entry it follows.</param>
/// <param name="Actor">Account id of who did it; <c>public</c> or <c>system</c> otherwise.</param>
/// <param name="UseCase">The use case that wrote it.</param>
/// <param name="Demo">True for made-up demonstration data.</param>
/// <param name="Previous">Hash of the entry before, 64 zeros for the first.</param>
/// <param name="Fields">What it commits to; the body first.</param>
public sealed record Entry(
    string Stream,
    long Number,
    string Type,
    int Schema,
    DateTimeOffset RecordedAt,
    string Actor,
    string UseCase,
    bool Demo,
    string Previous,
    IReadOnlyList<FieldCommitment> Fields)
{
    /// <summary>The name of the format, first member of every entry.</summary>
    public const string Format = "lianzhi-entry-1";

    /// <summary>What the first entry of a stream follows.</summary>
    public const string Nothing = "0000000000000000000000000000000000000000000000000000000000000000";

    private const byte EntryTag = 0x00;
    private const byte FieldTag = 0x02;

    /// <summary>The exact bytes that are hashed and stored.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToText([]));

    /// <summary>The entry as canonical text, with salt and value beside the commitments of fields that have them.</summary>
    /// <param name="values">The fields in the order of <see cref="Fields"/>; none: without values.</param>
    internal string ToText(IReadOnlyList<StoredField> values)
    {
        // Written straight: as a tree of nodes first, an entry took 3.0 instead of 0.9 microseconds (2026-11-28).
        var text = new StringBuilder(Format.Length + 512 + (Fields.Count * 128));
        void Member(string name, string value)
        {
            text.Append(name);
            CanonicalText.Append(text, value);
        }
        Member("{\"format\":", Format);
        Member(",\"stream\":", Stream);
        text.Append(CultureInfo.InvariantCulture, $",\"number\":{Number}");
        Member(",\"type\":", Type);
        text.Append(CultureInfo.InvariantCulture, $",\"schema\":{Schema}");
        Member(",\"recordedAt\":", CanonicalText.Instant(RecordedAt));
        Member(",\"actor\":", Actor);
        Member(",\"useCase\":", UseCase);
        text.Append(Demo ? ",\"demo\":1" : ",\"demo\":0");
        Member(",\"previous\":", Previous);
        text.Append(",\"fields\":[");
        for (var i = 0; i < Fields.Count; i++)
        {
            Member(i == 0 ? "{\"path\":" : ",{\"path\":", Fields[i].Path);
            Member(",\"commitment\":", Fields[i].Commitment);
            if (i < values.Count && values[i] is { Salt: { } salt, Value: { } value })
            {
                Member(",\"salt\":", Convert.ToHexStringLower(salt));
                Member(",\"value\":", value);
            }
            text.Append('}');
        }
        return text.Append("]}").ToString();
    }

    /// <summary>Reads stored bytes; anything but the canonical spelling of an entry is refused.</summary>
    /// <returns>The entry, or null when the bytes are not exactly what <see cref="ToBytes"/> writes.</returns>
    public static Entry? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new CanonicalReader(bytes);
            var entry = Read(ref reader, item: null);
            return reader.AtEnd ? entry : null;
        }
        catch (CanonicalFault)
        {
            return null;
        }
    }

    /// <summary>Reads an entry, alone or with the salt and value of its fields beside their commitments.</summary>
    /// <param name="reader">Stands at the entry.</param>
    /// <param name="item">Takes the entry's own bytes, and salt and value of each field; null where no values may stand.</param>
    /// <exception cref="CanonicalFault">No canonical entry stands here.</exception>
    internal static Entry Read(ref CanonicalReader reader, EntryItem? item)
    {
        var start = reader.Position;
        reader.Expect("{\"format\":\"lianzhi-entry-1\",\"stream\":"u8);
        var stream = reader.Text();
        reader.Expect(",\"number\":"u8);
        var number = reader.Number();
        reader.Expect(",\"type\":"u8);
        var type = reader.Text();
        reader.Expect(",\"schema\":"u8);
        var schema = reader.Number();
        if (schema is < 1 or > int.MaxValue) throw new CanonicalFault("版本号超出范围");
        reader.Expect(",\"recordedAt\":"u8);
        var recordedAt = reader.Instant();
        reader.Expect(",\"actor\":"u8);
        var actor = reader.Text();
        reader.Expect(",\"useCase\":"u8);
        var useCase = reader.Text();
        reader.Expect(",\"demo\":"u8);
        var demo = reader.YesNo();
        reader.Expect(",\"previous\":"u8);
        var previous = reader.Hex(64);
        reader.Expect(",\"fields\":["u8);
        var fields = new List<FieldCommitment>();
        while (!reader.Take("]"u8))
        {
            if (fields.Count > 0) reader.Expect(","u8);
            reader.Expect("{\"path\":"u8);
            var path = reader.Text();
            reader.Expect(",\"commitment\":"u8);
            fields.Add(new FieldCommitment(path, reader.Hex(64)));
            if (item is not null)
            {
                item.Keep(reader.Since(start));
                item.ReadValue(ref reader, path);
                start = reader.Position;
            }
            reader.Expect("}"u8);
        }
        reader.Expect("}"u8);
        item?.Keep(reader.Since(start));
        return new Entry(stream, number, type, (int)schema, recordedAt, actor, useCase, demo, previous, fields);
    }

    /// <summary>Hash of stored entry bytes: the link to the next entry and the leaf of the day's tree (RFC 6962 leaf tag).</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes, HashFunction hash)
    {
        var buffer = bytes.Length < 2048 ? stackalloc byte[2048] : new byte[bytes.Length + 1];
        buffer[0] = EntryTag;
        bytes.CopyTo(buffer[1..]);
        return Hex(hash(buffer[..(bytes.Length + 1)]));
    }

    /// <summary>Commitment to one field: tag, 16 random bytes, path, a zero byte, value; all text in UTF-8.</summary>
    public static string Commit(ReadOnlySpan<byte> salt, string path, string value, HashFunction hash)
    {
        var length = 2 + salt.Length + Encoding.UTF8.GetMaxByteCount(path.Length) + Encoding.UTF8.GetMaxByteCount(value.Length);
        var buffer = length <= 1024 ? stackalloc byte[1024] : new byte[length];
        buffer[0] = FieldTag;
        salt.CopyTo(buffer[1..]);
        var end = 1 + salt.Length;
        end += Encoding.UTF8.GetBytes(path, buffer[end..]);
        buffer[end++] = 0;
        end += Encoding.UTF8.GetBytes(value, buffer[end..]);
        return Hex(hash(buffer[..end]));
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
