using System.Text.Json;
using Lianzhi.Core.Calendar;

namespace Lianzhi.Web.Platform.Json;

/// <summary>
/// The members of one JSON object, taken by name and type. A wrong or missing member is noted under its path and
/// some value handed back, so that one reading finds every fault; members nobody took are refused at the end.
/// </summary>
public sealed class JsonMembers
{
    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly JsonFaults faults;
    private readonly string path;
    private readonly string? ifMatch;

    private JsonMembers(JsonElement element, string path, JsonFaults faults, string? ifMatch)
    {
        (this.path, this.faults, this.ifMatch) = (path, faults, ifMatch);
        foreach (var member in element.EnumerateObject()) members[member.Name] = member.Value;
    }

    /// <summary>True when the member is given, with whatever value.</summary>
    public bool Has(string name) => members.ContainsKey(name);

    /// <summary>Notes a fault of one member that only a rule could find.</summary>
    public void Fault(string name, string message) => faults.Add(JsonText.Join(path, name), message);

    /// <summary>A date, exactly <c>yyyy-MM-dd</c>, 1900-01-01 to 2199-12-31.</summary>
    public DateOnly Date(string name) => Take(name, true) is { } element ? Date(name, element) ?? DateText.First : DateText.First;

    /// <summary>A date that may be left out, but is not null.</summary>
    public DateOnly? OptionalDate(string name) => Take(name, false) is { } element ? Date(name, element) : null;

    /// <summary>A date that may be null or left out.</summary>
    public DateOnly? NullableDate(string name) => TakeNullable(name) is { } element ? Date(name, element) : null;

    /// <summary>An instant with its offset, from 2000 to 2199, that may be null or left out.</summary>
    public DateTimeOffset? NullableInstant(string name)
    {
        if (NullableText(name, 40) is not { } text) return null;
        if (DateTimeOffset.TryParseExact(text, ["yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ssZ"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var instant)
            && instant.Year is >= 2000 and < 2200) return instant;
        Fault(name, "应为带时区的时刻，例如 2026-10-08T09:00:00+08:00。");
        return null;
    }

    /// <summary>A whole number within a range.</summary>
    public int Whole(string name, int min, int max)
    {
        if (Take(name, true) is not { } element) return min;
        if (element.ValueKind != JsonValueKind.Number) return Wrong(name, "应为数字。", min);
        return JsonNumbers.Whole(element.GetRawText()) is { } value && value >= min && value <= max ? (int)value : Wrong(name, $"应为 {min} 至 {max} 之间的整数。", min);
    }

    /// <summary>A version: a whole number from 0 on, in the body or as the header <c>If-Match</c>.</summary>
    public long Version(string name)
    {
        if (ifMatch is not null && !Has(name))
        {
            taken.Add(name);
            if (JsonNumbers.Whole(ifMatch.Trim('"')) is { } seen and >= 0) return seen;
            faults.Add("If-Match", "版本应为不小于 0 的整数。");
            return 0;
        }
        if (Take(name, true) is not { } element) return 0;
        if (element.ValueKind != JsonValueKind.Number) return Wrong(name, "应为数字。", 0L);
        return JsonNumbers.Whole(element.GetRawText()) is { } value and >= 0 ? value : Wrong(name, "应为不小于 0 的整数。", 0L);
    }

    /// <summary>An amount in yuan, 0 to 1 000 000 000 000 with at most two decimals, as fen.</summary>
    public long Fen(string name) => Take(name, true) is { } element ? Fen(name, element) : 0;

    /// <summary>An amount in yuan that may be left out, as fen.</summary>
    public long? OptionalFen(string name) => Take(name, false) is { } element ? Fen(name, element) : null;

    /// <summary>True or false.</summary>
    public bool Bool(string name) => Take(name, true) is { } element && Bool(name, element);

    /// <summary>True or false, with a value when left out.</summary>
    public bool Bool(string name, bool absent) => Take(name, false) is { } element ? Bool(name, element) : absent;

    /// <summary>Text of at most so many characters (code points); also empty.</summary>
    public string Text(string name, int max, int min = 0) => Take(name, true) is { } element ? Text(name, element, min, max) : "";

    /// <summary>Text that may be null or left out.</summary>
    public string? NullableText(string name, int max) => TakeNullable(name) is { } element ? Text(name, element, 0, max) : null;

    /// <summary>One word of an enumeration, exactly in camelCase.</summary>
    public T Enum<T>(string name) where T : struct, Enum => Take(name, true) is { } element ? Enum<T>(name, element) : default;

    /// <summary>One word of an enumeration, with a value when left out.</summary>
    public T Enum<T>(string name, T absent) where T : struct, Enum => Take(name, false) is { } element ? Enum<T>(name, element) : absent;

    /// <summary>An object; <paramref name="read"/> takes its members.</summary>
    public T? Nested<T>(string name, Func<JsonMembers, T> read)
    {
        if (Take(name, true) is not { } element) return default;
        if (element.ValueKind == JsonValueKind.Object) return Read(element, JsonText.Join(path, name), faults, read);
        return Wrong(name, "应为对象。", default(T));
    }

    /// <summary>A list of objects.</summary>
    /// <param name="name">Name of the member.</param>
    /// <param name="min">Least number of items.</param>
    /// <param name="max">Greatest number of items.</param>
    /// <param name="read">Takes the members of one item.</param>
    /// <param name="required">False when the list may be left out and is empty then.</param>
    public IReadOnlyList<T> List<T>(string name, int min, int max, Func<JsonMembers, T> read, bool required = true) where T : class
    {
        return Items(name, min, max, required, (element, at) =>
        {
            if (element.ValueKind == JsonValueKind.Object) return Read(element, at, faults, read);
            faults.Add(at, "应为对象。");
            return default;
        });
    }

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string name, int min, int max, int longest, bool required = true) => Items(name, min, max, required, (element, at) =>
    {
        if (element.ValueKind == JsonValueKind.String && JsonText.Text(element) is { } text && Runes(text, longest) <= longest) return text;
        faults.Add(at, $"应为不超过{longest}个字符的文字。");
        return null;
    });

    /// <summary>Takes every member whatever it is; another reader judges them.</summary>
    internal bool TakeAll()
    {
        taken.UnionWith(members.Keys);
        return true;
    }

    internal static T Read<T>(JsonElement element, string path, JsonFaults faults, Func<JsonMembers, T> read, string? ifMatch = null)
    {
        var members = new JsonMembers(element, path, faults, ifMatch);
        var value = read(members);
        foreach (var name in members.members.Keys)
        {
            if (!members.taken.Contains(name)) faults.Add(JsonText.Join(path, name), "没有此项。");
        }
        return value;
    }

    private List<T> Items<T>(string name, int min, int max, bool required, Func<JsonElement, string, T?> read) where T : class
    {
        if (Take(name, required) is not { } element) return [];
        if (element.ValueKind != JsonValueKind.Array) return Wrong<List<T>>(name, "应为列表。", []);
        var count = element.GetArrayLength();
        if (count < min || count > max) return Wrong<List<T>>(name, $"应有 {min} 至 {max} 项，实有 {count} 项。", []);
        var items = new List<T>(count);
        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            if (read(item, $"{JsonText.Join(path, name)}[{index++}]") is { } value) items.Add(value);
        }
        return items;
    }

    private DateOnly? Date(string name, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String && DateText.TryParse(element.GetString()!, out var date)) return date;
        return Wrong(name, "应为 1900-01-01 至 2199-12-31 之间的日期，格式为 yyyy-MM-dd。", (DateOnly?)null);
    }

    private long Fen(string name, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Number) return Wrong(name, "应为数字。", 0L);
        var (fen, fault) = JsonNumbers.Fen(element.GetRawText());
        return fault is null ? fen : Wrong(name, fault, 0L);
    }

    private bool Bool(string name, JsonElement element) => element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.GetBoolean() : Wrong(name, "应为 true 或者 false。", false);

    private string Text(string name, JsonElement element, int min, int max)
    {
        if (element.ValueKind != JsonValueKind.String) return Wrong(name, "应为文字。", "");
        var text = element.GetString()!;
        var length = Runes(text, max);
        return length >= min && length <= max ? text : Wrong(name, min == 0 ? $"不超过{max}个字符。" : $"应为{min}至{max}个字符。", "");
    }

    private T Enum<T>(string name, JsonElement element) where T : struct, Enum
    {
        if (element.ValueKind == JsonValueKind.String && Words<T>.ByName.TryGetValue(element.GetString()!, out var value)) return value;
        return Wrong(name, $"应为下列之一：{string.Join("、", Words<T>.ByName.Keys)}。", default(T));
    }

    private JsonElement? Take(string name, bool required)
    {
        taken.Add(name);
        if (!members.TryGetValue(name, out var element))
        {
            if (required) Fault(name, "缺少此项。");
            return null;
        }
        if (element.ValueKind != JsonValueKind.Null) return element;
        Fault(name, "不得为 null。");
        return null;
    }

    private JsonElement? TakeNullable(string name)
    {
        taken.Add(name);
        return members.TryGetValue(name, out var element) && element.ValueKind != JsonValueKind.Null ? element : null;
    }

    private T Wrong<T>(string name, string message, T instead)
    {
        Fault(name, message);
        return instead;
    }

    /// <summary>Code points of a text; stops counting just beyond the limit.</summary>
    private static int Runes(string text, int limit)
    {
        if (text.Length <= limit) return text.EnumerateRunes().Count();
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            if (++count > limit) break;
        }
        return count;
    }

    /// <summary>The words of an enumeration, in camelCase.</summary>
    internal static class Words<T> where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByName =
            System.Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);
    }
}
