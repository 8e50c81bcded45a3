using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lianzhi.Core.Records;

namespace Lianzhi.Core.Documents;

/// <summary>The form in which an issued paper is kept and hashed (文书存档格式): canonical, so that the same paper is the same bytes.</summary>
public static class PaperForm
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The paper as kept.</summary>
    public static string Write(DocumentContent content) => CanonicalText.Write(JsonSerializer.SerializeToNode(
        new Kept(content.Kind.Name, content.UnitHead, content.Title, content.Number, content.Blocks), Options)!);

    /// <summary>The paper out of what was kept.</summary>
    /// <exception cref="FormatException">It is no kept paper.</exception>
    public static DocumentContent Read(string kept) =>
        JsonSerializer.Deserialize<Kept>(kept, Options) is { } paper && DocumentKinds.Find(paper.Kind) is { } kind
            ? new(kind, paper.UnitHead, paper.Title, paper.Number, paper.Blocks)
            : throw new FormatException("This is no paper as kept.");

    /// <summary>Puts other words in the place of some everywhere in the text of a kept paper.</summary>
    /// <param name="kept">The paper as kept.</param>
    /// <param name="words">What is replaced by what; longer ones first.</param>
    public static string Replace(string kept, IReadOnlyList<MaskedValue> words)
    {
        var paper = JsonNode.Parse(kept)!;
        Walk(paper, text => PaperMasking.Apply(text, words));
        return CanonicalText.Write(paper);
    }

    private static void Walk(JsonNode node, Func<string, string> change)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                    if (value is JsonValue text && text.TryGetValue<string>(out var words))
                    {
                        if (name is not ("kind" or "block" or "style" or "evidenceId" or "sm3" or "mediaType" or "space")) members[name] = change(words);
                    }
                    else if (value is not null)
                    {
                        Walk(value, change);
                    }
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                    if (items[i] is JsonValue text && text.TryGetValue<string>(out var words)) items[i] = change(words);
                    else if (items[i] is { } item) Walk(item, change);
                break;
            default:
                break;
        }
    }

    private sealed record Kept(string Kind, string UnitHead, string Title, string? Number, IReadOnlyList<DocumentBlock> Blocks);
}
