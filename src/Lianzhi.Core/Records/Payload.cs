using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lianzhi.Core.Records;

/// <summary>One part of a payload that is committed to by itself.</summary>
/// <param name="Path">Empty for the body, otherwise the place of a personal value, for example <c>party.name</c> or <c>officers[1].phone</c>.</param>
/// <param name="Value">Canonical text of the body, or the personal value itself.</param>
public sealed record PayloadField(string Path, string Value);

/// <summary>
/// Splits what happened into the fields an entry commits to, and puts them together again. Personal values
/// (<see cref="PersonalAttribute"/>) leave the body and become fields of their own, so that one can be erased
/// while everything else still verifies.
/// </summary>
public static class Payload
{
    /// <summary>What stands in the place of a value that was erased by law.</summary>
    public const string Redacted = "〔已依法删除〕";

    private static readonly ConcurrentDictionary<Type, Member[]> Members = new();

    /// <summary>Splits a payload; the body comes first, personal values follow in the order of declaration.</summary>
    /// <exception cref="ArgumentException">A value is neither text nor a whole number of 64 bits.</exception>
    public static IReadOnlyList<PayloadField> Split(object payload)
    {
        // Read as a stream of tokens: as a tree of nodes, splitting took 6.1 instead of 4.1 microseconds (2026-11-28, a million cases have some seven million entries).
        var bytes = JsonSerializer.SerializeToUtf8Bytes(payload, payload.GetType(), RecordJson.Options);
        var json = new Utf8JsonReader(bytes);
        json.Read();
        // The body has no more characters than bytes were written.
        var (body, personal) = (new StringBuilder(bytes.Length), new List<PayloadField>());
        Take(ref json, payload, "", body, personal);
        return [new PayloadField("", body.ToString()), .. personal];
    }

    /// <summary>Puts a payload together; an erased value reads <see cref="Redacted"/>.</summary>
    /// <param name="type">The payload's type.</param>
    /// <param name="fields">All fields of the entry in any order; a null value was erased.</param>
    /// <exception cref="JsonException">The body does not fit the type.</exception>
    public static object Join(Type type, IEnumerable<(string Path, string? Value)> fields)
    {
        JsonNode? body = null;
        var personal = new List<(string Path, string? Value)>();
        foreach (var field in fields)
            if (field.Path.Length == 0) body = JsonNode.Parse(field.Value ?? "{}");
            else personal.Add(field);
        foreach (var (path, value) in personal) Put(body!, path, value ?? Redacted);
        return body.Deserialize(type, RecordJson.Options)!;
    }

    /// <summary>Moves the value that the reader stands at to the body, and personal values below it beside it.</summary>
    private static void Take(ref Utf8JsonReader json, object? owner, string path, StringBuilder body, List<PayloadField> personal)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.StartObject:
                TakeMembers(ref json, owner, path, body, personal);
                break;
            case JsonTokenType.StartArray:
                TakeItems(ref json, owner as System.Collections.IEnumerable, path, body, personal);
                break;
            default:
                CanonicalText.Append(body, ref json);
                break;
        }
    }

    private static void TakeMembers(ref Utf8JsonReader json, object? owner, string path, StringBuilder body, List<PayloadField> personal)
    {
        var members = owner is null ? [] : MembersOf(owner.GetType());
        var next = 0;
        body.Append('{');
        var isFirst = true;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var member = Find(members, ref next, ref json);
            var name = member?.Name ?? json.GetString()!;
            json.Read();
            if (json.TokenType == JsonTokenType.Null) continue;
            var isNested = json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
            var value = member is { IsPersonal: true } || isNested ? member?.Property.GetValue(owner) : null;
            var valuePath = value is null ? "" : path.Length == 0 ? name : $"{path}.{name}";
            if (member is { IsPersonal: true })
            {
                personal.Add(new PayloadField(valuePath, (string)value!));
                continue;
            }
            if (!isFirst) body.Append(',');
            isFirst = false;
            CanonicalText.Append(body, name);
            body.Append(':');
            Take(ref json, value, valuePath, body, personal);
        }
        body.Append('}');
    }

    /// <summary>The member whose name the reader stands at. Members are written in the order of their declaration, so it is nearly always one of the next.</summary>
    private static Member? Find(Member[] members, ref int next, ref Utf8JsonReader json)
    {
        for (var tried = 0; tried < members.Length; tried++)
        {
            var member = members[next];
            next = next + 1 == members.Length ? 0 : next + 1;
            if (json.ValueTextEquals(member.Bytes)) return member;
        }
        return null;
    }

    private static void TakeItems(ref Utf8JsonReader json, System.Collections.IEnumerable? owner, string path, StringBuilder body, List<PayloadField> personal)
    {
        var items = owner?.GetEnumerator();
        body.Append('[');
        for (var index = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; index++)
        {
            if (index > 0) body.Append(',');
            var item = items is not null && items.MoveNext() ? items.Current : null;
            Take(ref json, item, item is null ? "" : $"{path}[{index.ToString(CultureInfo.InvariantCulture)}]", body, personal);
        }
        body.Append(']');
    }

    private static void Put(JsonNode body, string path, string value)
    {
        var node = body;
        var steps = path.Split('.');
        for (var i = 0; i < steps.Length; i++)
        {
            var bracket = steps[i].IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? steps[i] : steps[i][..bracket];
            if (bracket < 0 && i == steps.Length - 1)
            {
                node[name] = value;
                return;
            }
            node = node[name]!;
            if (bracket >= 0) node = node[int.Parse(steps[i].AsSpan(bracket + 1, steps[i].Length - bracket - 2), CultureInfo.InvariantCulture)]!;
        }
    }

    private static Member[] MembersOf(Type type) => Members.GetOrAdd(type, static owner =>
        [.. owner.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0).Select(property => new Member(property))]);

    private sealed class Member(PropertyInfo property)
    {
        public PropertyInfo Property { get; } = property;

        public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

        public byte[] Bytes { get; } = Encoding.UTF8.GetBytes(JsonNamingPolicy.CamelCase.ConvertName(property.Name));

        public bool IsPersonal { get; } = property.IsDefined(typeof(PersonalAttribute));
    }
}
