using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

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
    public byte[] ToBytes()
    {
        var entry = new JsonObject
        {
            ["format"] = Format,
            ["stream"] = Stream,
            ["number"] = Number,
            ["type"] = Type,
            ["schema"] = Schema,
            ["recordedAt"] = CanonicalText.Instant(RecordedAt),
            ["actor"] = Actor,
            ["useCase"] = UseCase,
            ["demo"] = Demo ? 1 : 0,
            ["previous"] = Previous,
            ["fields"] = new JsonArray([.. Fields.Select(field =>
                (JsonNode)new JsonObject { ["path"] = field.Path, ["commitment"] = field.Commitment })]),
        };
        return Encoding.UTF8.GetBytes(CanonicalText.Write(entry));
    }

    /// <summary>Reads stored bytes; anything but the canonical spelling of an entry is refused.</summary>
    /// <returns>The entry, or null when the bytes are not exactly what <see cref="ToBytes"/> writes.</returns>
    public static Entry? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var node = JsonNode.Parse(bytes)!.AsObject();
            if ((string?)node["format"] != Format) return null;
            var entry = new Entry(
                (string)node["stream"]!,
                (long)node["number"]!,
                (string)node["type"]!,
                (int)node["schema"]!,
                DateTimeOffset.ParseExact((string)node["recordedAt"]!, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                (string)node["actor"]!,
                (string)node["useCase"]!,
                (int)node["demo"]! == 1,
                (string)node["previous"]!,
                [.. node["fields"]!.AsArray().Select(field => new FieldCommitment((string)field!["path"]!, (string)field["commitment"]!))]);
            return bytes.SequenceEqual(entry.ToBytes()) ? entry : null;
        }
        catch (Exception fault) when (fault is JsonException or NullReferenceException or FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Hash of stored entry bytes: the link to the next entry and the leaf of the day's tree (RFC 6962 leaf tag).</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes, HashFunction hash) => Hex(hash([EntryTag, .. bytes]));

    /// <summary>Commitment to one field: tag, 16 random bytes, path, a zero byte, value; all text in UTF-8.</summary>
    public static string Commit(ReadOnlySpan<byte> salt, string path, string value, HashFunction hash) =>
        Hex(hash([FieldTag, .. salt, .. Encoding.UTF8.GetBytes(path), 0, .. Encoding.UTF8.GetBytes(value)]));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
