using System.Text.Json;
using Lianzhi.Core;

namespace Lianzhi.Web.Platform.Json;

/// <summary>What holds for the text of every body before its meaning is looked at.</summary>
internal static class JsonText
{
    private const int LongestName = 64;

    /// <summary>Finds repeated members, control characters and lone surrogates anywhere.</summary>
    public static void Check(JsonElement element, string path, JsonFaults faults)
    {
        if (faults.IsFull) return;
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var names = new HashSet<string>(StringComparer.Ordinal);
                foreach (var member in element.EnumerateObject())
                {
                    if (Name(member) is not { } name)
                    {
                        faults.Add(path, "有的成员名含有不允许的字符。");
                        continue;
                    }
                    var at = Join(path, name);
                    if (!names.Add(name)) faults.Add(at, "重复给出。");
                    Check(member.Value, at, faults);
                }
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray()) Check(item, $"{path}[{index++}]", faults);
                break;
            case JsonValueKind.String when Text(element) is null:
                faults.Add(path, "含有不允许的字符（控制符或者不成对的代理项）。");
                break;
        }
    }

    /// <summary>The path of a member; a name is shortened when it is longer than any that exists.</summary>
    public static string Join(string path, string name)
    {
        if (name.Length > LongestName) name = string.Concat(name.AsSpan(0, LongestName), "…");
        return path.Length == 0 ? name : $"{path}.{name}";
    }

    /// <summary>Where the text stops being JSON: the member being read, or <c>$</c>.</summary>
    public static string PathOfFault(ReadOnlySpan<byte> bytes, int maxDepth)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = maxDepth });
        // One level for each open object or list: the name of the member being read, or how many items were begun.
        var levels = new Stack<(bool IsList, int Index, string Name)>();
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    levels.Pop();
                    continue;
                }
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    levels.Pop();
                    levels.Push((false, 0, reader.GetString() ?? ""));
                    continue;
                }
                if (levels.TryPeek(out var top) && top.IsList)
                {
                    levels.Pop();
                    levels.Push(top with { Index = top.Index + 1 });
                }
                if (reader.TokenType is JsonTokenType.StartObject) levels.Push((false, 0, ""));
                if (reader.TokenType is JsonTokenType.StartArray) levels.Push((true, -1, ""));
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The levels tell how far it went.
        }
        var path = "";
        foreach (var (isList, index, name) in levels.Reverse())
        {
            if (isList) path += index < 0 ? "" : $"[{index}]";
            else if (name.Length > 0) path = Join(path, name);
        }
        return path.Length == 0 ? "$" : path;
    }

    /// <summary>The text of a string; null when it holds what no text may, see <see cref="PlainText"/>.</summary>
    public static string? Text(JsonElement element)
    {
        try
        {
            var text = element.GetString();
            return text is null || !PlainText.IsFit(text) ? null : text;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Name(JsonProperty member)
    {
        try
        {
            return PlainText.IsFit(member.Name) ? member.Name : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
