using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
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

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(PropertyInfo Property, string Name, bool Personal)>> Members = new();

    /// <summary>Splits a payload; the body comes first, personal values follow in the order of declaration.</summary>
    public static IReadOnlyList<PayloadField> Split(object payload)
    {
        var body = JsonSerializer.SerializeToNode(payload, payload.GetType(), RecordJson.Options)!;
        var personal = new List<PayloadField>();
        TakePersonal(payload, body, "", personal);
        return [new PayloadField("", CanonicalText.Write(body)), .. personal];
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

    private static void TakePersonal(object owner, JsonNode node, string path, List<PayloadField> personal)
    {
        if (node is not JsonObject members) return;
        foreach (var (property, name, isPersonal) in MembersOf(owner.GetType()))
        {
            if (property.GetValue(owner) is not { } value || members[name] is not { } child) continue;
            var childPath = path.Length == 0 ? name : $"{path}.{name}";
            if (isPersonal)
            {
                personal.Add(new PayloadField(childPath, (string)value));
                members.Remove(name);
            }
            else if (value is System.Collections.IEnumerable items and not string && child is JsonArray array)
            {
                var index = 0;
                foreach (var item in items)
                {
                    TakePersonal(item, array[index]!, $"{childPath}[{index.ToString(CultureInfo.InvariantCulture)}]", personal);
                    index++;
                }
            }
            else if (child is JsonObject)
            {
                TakePersonal(value, child, childPath, personal);
            }
        }
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

    private static IReadOnlyList<(PropertyInfo, string, bool)> MembersOf(Type type) => Members.GetOrAdd(type, static owner =>
        [.. owner.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => (property, JsonNamingPolicy.CamelCase.ConvertName(property.Name), property.IsDefined(typeof(PersonalAttribute))))]);
}
