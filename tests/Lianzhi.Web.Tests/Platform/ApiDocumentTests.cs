using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lianzhi.Web.Tests.Platform;

/// <summary>The description of the API that other systems build on.</summary>
public class ApiDocumentTests
{
    [Fact]
    public async Task Document_EveryRoute_IsPinned()
    {
        await using var host = await TestHost.Start();
        var document = JsonNode.Parse(await host.Client().GetStringAsync("/openapi/v1.json"))!;
        Assert.StartsWith("3.1.", document["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(document["servers"] is null or JsonArray { Count: 0 });
        Snapshot.Match("openapi.json", Sorted(document)!.ToJsonString(new JsonSerializerOptions
        {
            WriteIndented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }) + "\n");
    }

    [Fact]
    public async Task Document_EveryReferenceAndOperation_IsWhole()
    {
        await using var host = await TestHost.Start();
        var document = JsonDocument.Parse(await host.Client().GetStringAsync("/openapi/v1.json")).RootElement;
        var faults = new List<string>();
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                if (!operation.Value.TryGetProperty("summary", out _)) faults.Add($"{operation.Name} {path.Name} has no summary");
                if (operation.Value.GetProperty("responses").EnumerateObject().All(answer => answer.Name[0] != '2')) faults.Add($"{operation.Name} {path.Name} says no good answer");
                var named = operation.Value.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().Where(one => one.GetProperty("in").GetString() == "path").Select(one => one.GetProperty("name").GetString()) : [];
                var inPath = System.Text.RegularExpressions.Regex.Matches(path.Name, @"\{([^}]+)\}").Select(match => match.Groups[1].Value);
                if (!named.Order().SequenceEqual(inPath.Order())) faults.Add($"{operation.Name} {path.Name} names other parameters than its path");
            }
        }
        foreach (var reference in References(document))
        {
            var place = document;
            foreach (var part in reference.TrimStart('#', '/').Split('/'))
            {
                if (place.TryGetProperty(part.Replace("~1", "/", StringComparison.Ordinal), out place)) continue;
                faults.Add($"{reference} leads nowhere");
                break;
            }
        }
        Assert.Empty(faults.Distinct());
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        null => null,
        _ => node.DeepClone(),
    };

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name == "$ref" && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
