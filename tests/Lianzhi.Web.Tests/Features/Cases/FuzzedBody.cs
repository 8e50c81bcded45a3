using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Lianzhi.Web.Tests.Features.Cases;

/// <summary>A body that an operation takes, with one thing in it made wrong at a time.</summary>
internal static class FuzzedBody
{
    /// <summary>Where a value stands, as the API names it, and the way to it.</summary>
    public static IEnumerable<(string Path, JsonNode? Value)> Places(JsonNode part, string path = "") => part switch
    {
        JsonObject members => members.SelectMany(member => Place(path.Length == 0 ? member.Key : $"{path}.{member.Key}", member.Value)),
        JsonArray entries => entries.SelectMany((entry, index) => Place($"{path}[{index}]", entry)),
        _ => [],
    };

    private static IEnumerable<(string, JsonNode?)> Place(string path, JsonNode? value) =>
        [(path, value), .. value is null ? [] : Places(value, path)];

    /// <summary>The body with another value at a path.</summary>
    public static JsonObject With(JsonObject body, string path, JsonNode? value)
    {
        var changed = (JsonObject)body.DeepClone();
        var (parent, name) = Find(changed, path);
        if (parent is JsonArray list) list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] = value;
        else parent[name] = value;
        return changed;
    }

    /// <summary>The body without the member at a path.</summary>
    public static JsonObject Without(JsonObject body, string path)
    {
        var changed = (JsonObject)body.DeepClone();
        var (parent, name) = Find(changed, path);
        if (parent is JsonObject members) members.Remove(name);
        return changed;
    }

    /// <summary>Values of another kind than the one that stands there.</summary>
    public static IEnumerable<JsonNode?> OtherKinds(JsonNode? value) => value switch
    {
        JsonObject => ["一", 1, true, new JsonArray()],
        JsonArray => ["一", 1, new JsonObject(), new JsonArray((JsonNode?)null), new JsonArray(new JsonArray())],
        JsonValue one when one.TryGetValue<bool>(out _) => ["true", 1, new JsonArray(), new JsonObject()],
        JsonValue one when one.TryGetValue<string>(out _) => [12, -1.5, true, new JsonArray(), new JsonObject(), "坏\0字", "\u0007", "\u001b[31m"],
        JsonValue => ["12", 1.5, 1e30, true, new JsonArray(), new JsonObject()],
        _ => [],
    };

    /// <summary>Bodies that are no JSON object at all, with the type they are sent as.</summary>
    public static IEnumerable<(string Name, HttpContent Content)> NoBodies(JsonObject good)
    {
        var text = good.ToJsonString();
        yield return ("empty", Json(""));
        yield return ("text", Json("提请立案"));
        yield return ("null", Json("null"));
        yield return ("list", Json($"[{text}]"));
        yield return ("cut off", Json(text[..^2]));
        yield return ("two", Json(text + text));
        yield return ("comment", Json("/* */" + text));
        yield return ("repeated member", Json("{\"facts\":\"一\"," + text[1..]));
        yield return ("deep", Json(string.Concat(Enumerable.Repeat("{\"facts\":", 2_000)) + "1" + new string('}', 2_000)));
        yield return ("deep list", Json($"{{\"facts\":{new string('[', 100_000)}"));
        yield return ("no text", new ByteArrayContent([0xff, 0xfe, 0x00, 0x7b]) { Headers = { ContentType = new("application/json") } });
        yield return ("lone surrogate", Json(text.Replace("{\"", "{\"\\ud800\":1,\"", StringComparison.Ordinal)));
        yield return ("huge", Json($"{{\"facts\":\"{new string('a', 3 * 1024 * 1024)}\"}}"));
        yield return ("form", new FormUrlEncodedContent([KeyValuePair.Create("facts", "一")]));
    }

    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    /// <summary>Sends a body; the status and the members it complains of.</summary>
    public static async Task<(HttpStatusCode Status, string[] Names, string Text)> Send(HttpClient person, string address, HttpContent content)
    {
        using var answer = await person.PostAsync(address, content);
        var text = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode < 400) return (answer.StatusCode, [], text);
        var problem = await answer.Json();
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)answer.StatusCode, problem.GetProperty("status").GetInt32());
        return (answer.StatusCode, problem.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateObject().Select(error => error.Name)]
            : problem.TryGetProperty("refusals", out var refusals) ? [.. refusals.EnumerateArray().Select(refusal => refusal.GetProperty("field").GetString() ?? "")] : [], text);
    }

    public static Task<(HttpStatusCode Status, string[] Names, string Text)> Send(HttpClient person, string address, JsonObject body) => Send(person, address, Json(body.ToJsonString()));

    private static (JsonNode Parent, string Name) Find(JsonObject body, string path)
    {
        var steps = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        var parent = steps[..^1].Aggregate((JsonNode)body, (node, step) => node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!);
        return (parent, steps[^1]);
    }
}
