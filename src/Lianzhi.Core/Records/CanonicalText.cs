using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lianzhi.Core.Records;

/// <summary>
/// The one way record content is written as bytes (规范序列化): no white space, members in the order given,
/// only strings and integers as scalars, and exactly one spelling of every string. Written by hand because a
/// general serialiser may change its escapes between versions, and stored bytes are what was hashed.
/// </summary>
public static class CanonicalText
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(['"', '\\', .. Enumerable.Range(0, ' ').Select(code => (char)code)]);

    /// <summary>Writes a node canonically.</summary>
    /// <param name="node">Objects, arrays, strings and integers; null members must have been left out.</param>
    /// <exception cref="ArgumentException">A value is neither text nor a whole number of 64 bits.</exception>
    public static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    /// <summary>Writes an instant: UTC, six decimals of a second, for example <c>2026-10-08T01:02:03.000004Z</c>.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Cuts an instant to whole microseconds in UTC, the precision that is hashed and stored.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>Appends the string or whole number that a reader stands at.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    internal static void Append(StringBuilder text, ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.String) AppendContent(text, ref json);
        else if (json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var number)) text.Append(number.ToString(CultureInfo.InvariantCulture));
        else throw new ArgumentException($"Only strings and whole numbers can be recorded, not {json.TokenType} {Encoding.UTF8.GetString(json.ValueSpan)}.");
    }

    private static void AppendContent(StringBuilder text, ref Utf8JsonReader json)
    {
        // Never more characters than bytes.
        var room = ArrayPool<char>.Shared.Rent(json.ValueSpan.Length);
        Append(text, room.AsSpan(0, json.CopyString(room)));
        ArrayPool<char>.Shared.Return(room);
    }

    private static void Append(StringBuilder text, JsonNode node)
    {
        switch (node)
        {
            case JsonObject members:
                text.Append('{');
                var firstMember = true;
                foreach (var (name, value) in members)
                {
                    if (value is null) continue;
                    if (!firstMember) text.Append(',');
                    firstMember = false;
                    Append(text, name);
                    text.Append(':');
                    Append(text, value);
                }
                text.Append('}');
                break;
            case JsonArray items:
                text.Append('[');
                for (var i = 0; i < items.Count; i++)
                {
                    if (i > 0) text.Append(',');
                    Append(text, items[i] ?? throw new ArgumentException("A canonical list holds no null."));
                }
                text.Append(']');
                break;
            case JsonValue value when value.TryGetValue<string>(out var content):
                Append(text, content);
                break;
            case JsonValue value when value.TryGetValue<long>(out var number):
                text.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case JsonValue value when value.TryGetValue<int>(out var number):
                text.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentException($"Only strings and whole numbers can be recorded, not {node.ToJsonString()}.");
        }
    }

    /// <summary>Appends a string in its one spelling.</summary>
    internal static void Append(StringBuilder text, ReadOnlySpan<char> content)
    {
        text.Append('"');
        var rest = content;
        while (rest.IndexOfAny(Escaped) is >= 0 and var at)
        {
            text.Append(rest[..at]).Append('\\');
            if (rest[at] < ' ') text.Append('u').Append(((int)rest[at]).ToString("x4", CultureInfo.InvariantCulture));
            else text.Append(rest[at]);
            rest = rest[(at + 1)..];
        }
        text.Append(rest).Append('"');
    }
}
