using System.Text.Json;

namespace Lianzhi.Planner.Files;

/// <summary>A fault of a solver file (文件错误): where, and what is wrong there. Never leaves the reader of the file.</summary>
internal sealed class FileFault(string path, string message) : Exception(message)
{
    public string Path => path;
}

/// <summary>A value of a solver file together with its JSON path, so that each fault is named where it stands (文件节点).</summary>
internal readonly record struct FileNode(string Path, JsonElement Element)
{
    /// <summary>Larger numbers lose the tenth of a minute in double precision long before.</summary>
    private const double Largest = 1e9;

    public FileFault Fault(string message) => new(Path, message);

    public bool IsNull => Element.ValueKind == JsonValueKind.Null;

    /// <summary>The members of an object, by name: each required one, at most the optional ones besides.</summary>
    public Dictionary<string, FileNode> Members(string[] required, params string[] optional)
    {
        var members = Members();
        foreach (var name in required)
            if (!members.ContainsKey(name)) throw Child(name).Fault("缺少此项");
        foreach (var (name, member) in members)
            if (!required.Contains(name) && !optional.Contains(name)) throw member.Fault("没有这一项");
        return members;
    }

    /// <summary>The members of an object whose names are free.</summary>
    public Dictionary<string, FileNode> Members()
    {
        if (Element.ValueKind != JsonValueKind.Object) throw Fault("应当是对象");
        var members = new Dictionary<string, FileNode>(StringComparer.Ordinal);
        foreach (var property in Element.EnumerateObject())
        {
            var child = Child(Name(property)) with { Element = property.Value };
            if (!members.TryAdd(property.Name, child)) throw child.Fault("重复出现");
        }
        return members;
    }

    public List<FileNode> Items()
    {
        if (Element.ValueKind != JsonValueKind.Array) throw Fault("应当是列表");
        var path = Path;
        return [.. Element.EnumerateArray().Select((item, index) => new FileNode($"{path}[{index}]", item))];
    }

    public string Text()
    {
        if (Element.ValueKind != JsonValueKind.String) throw Fault("应当是文字");
        string text;
        try
        {
            text = Element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Fault("含有不成对的代理字符"); // a lone surrogate cannot be written back as UTF-8
        }
        return text.Length is > 0 and <= 200 ? text : throw Fault("应当是 1 至 200 个字符");
    }

    public bool Truth() => Element.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => throw Fault("应当是 true 或者 false") };

    public double Number()
    {
        if (Element.ValueKind != JsonValueKind.Number || !Element.TryGetDouble(out var number)) throw Fault("应当是数字");
        return Math.Abs(number) <= Largest ? number : throw Fault("数字过大");
    }

    public double NumberFromZero() => Number() is var number and >= 0 ? number : throw Fault("不能是负数");

    public int WholeNumber(int least)
    {
        var number = Number();
        if (number != Math.Floor(number)) throw Fault("应当是整数");
        return number >= least ? (int)number : throw Fault(least == 0 ? "不能是负数" : $"不能小于 {least}");
    }

    private FileNode Child(string name) => new(name.All(letter => char.IsLetterOrDigit(letter) || letter == '_') ? $"{Path}.{name}" : $"{Path}['{name}']", default);

    private string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            throw Fault("名称含有不成对的代理字符");
        }
    }
}
