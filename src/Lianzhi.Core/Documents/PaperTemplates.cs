namespace Lianzhi.Core.Documents;

/// <summary>What may stand in a template (模板标记), written <c>{{名称}}</c>.</summary>
/// <param name="Name">The name between the braces.</param>
/// <param name="Holds">What the platform puts there.</param>
/// <param name="Alone">Stands alone in a paragraph of its own: several paragraphs or a table come in its place.</param>
public sealed record TemplateTag(string Name, string Holds, bool Alone = false);

/// <summary>A tag as it was found in a template.</summary>
/// <param name="Name">The name between the braces.</param>
/// <param name="InBody">True in the text itself; false in header, footer or a table.</param>
/// <param name="Alone">True when nothing else stands in its paragraph.</param>
public sealed record FoundTag(string Name, bool InBody, bool Alone);

/// <summary>
/// Rules for templates (文书模板): a template decides how a paper looks, never what it says. What the law wants in a paper comes
/// from the record as one piece, so no template can leave part of it out.
/// </summary>
public static class PaperTemplates
{
    /// <summary>Name of the organ at the head.</summary>
    public static readonly TemplateTag Unit = new("机关", "制作机关全称");

    /// <summary>Title.</summary>
    public static readonly TemplateTag Title = new("标题", "文书标题");

    /// <summary>Number.</summary>
    public static readonly TemplateTag Number = new("文号", "发文字号");

    /// <summary>Everything from the addressee to the seal.</summary>
    public static readonly TemplateTag Body = new("正文", "主送、正文、表格、签名和用印处", Alone: true);

    /// <summary>Code and marks by which an issued paper is verified.</summary>
    public static readonly TemplateTag Foot = new("核验栏", "核验二维码、核验编号和校验码", Alone: true);

    private static readonly IReadOnlyList<TemplateTag> All = [Unit, Title, Number, Body, Foot];

    /// <summary>The tags a template must hold, each once.</summary>
    /// <param name="kind">The kind of paper; null for a template of all kinds.</param>
    public static IReadOnlyList<TemplateTag> Of(DocumentKind? kind) =>
        [.. All.Where(tag => (tag != Number || kind is null || kind.Genre is not null) && (tag != Foot || kind is null || kind.Outside))];

    /// <summary>What is wrong with the tags of a template; empty when nothing is.</summary>
    /// <param name="kind">The kind of paper; null for a template of all kinds.</param>
    /// <param name="found">Tags in the order they stand.</param>
    public static IReadOnlyList<Refusal> Check(DocumentKind? kind, IReadOnlyList<FoundTag> found)
    {
        var wanted = Of(kind);
        var faults = new List<string>();
        foreach (var name in found.Select(tag => tag.Name).Distinct().Where(name => wanted.All(tag => tag.Name != name)))
            faults.Add($"没有 {Braced(name)} 这个标记；可用的有 {string.Join("、", wanted.Select(tag => Braced(tag.Name)))}。");
        foreach (var tag in wanted)
        {
            var here = found.Where(one => one.Name == tag.Name).ToList();
            if (here.Count != 1) faults.Add(here.Count == 0 ? $"缺少 {Braced(tag.Name)}（{tag.Holds}）。" : $"{Braced(tag.Name)} 出现了 {here.Count} 次，只能出现一次。");
            else if (tag.Alone && !(here[0].Alone && here[0].InBody)) faults.Add($"{Braced(tag.Name)} 应当在正文中独占一段，不能放在页眉、页脚、表格里或者与其他文字同段。");
        }
        return [.. faults.Select(fault => Refusal.Invalid("file", fault))];
    }

    private static string Braced(string name) => $"{{{{{name}}}}}";
}
