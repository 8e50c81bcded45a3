using System.Text.Json;
using Lianzhi.Core;
using Lianzhi.Core.Inspections;
using Lianzhi.Planner.Files;

namespace Lianzhi.Planner.Plans;

/// <summary>Files of the draw (双随机抽取文件), described in docs/draw.md.</summary>
public static class DrawFile
{
    /// <summary>Largest file that is read at all.</summary>
    public const long LargestBytes = 16L << 20;

    private const int Most = 50_000;
    private static readonly string[] Grounds = ["directInterest", "otherRelation"];
    private static readonly string[] Sources = ["draw", "board"];
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads an input; a fault is refused with its JSON path in <see cref="Refusal.Field"/>.</summary>
    public static Result<DrawInput> Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var file = new FileNode("$", document.RootElement).Members(["title", "strata", "targets"], "officers", "conflicts");
            var strata = Listed(file["strata"], stratum =>
            {
                var values = stratum.Members(["name", "count"], "crew", "subject");
                var crew = values.TryGetValue("crew", out var given) ? given.WholeNumber(0) : 0;
                if (crew == 1 || crew > 20) throw given.Fault("行政检查不得少于两人（行政处罚法 第42条），不抽人员时为 0");
                if (crew > 0 && !values.ContainsKey("subject")) throw stratum.Fault("抽取人员须写明以谁的名义检查（subject）");
                return new DrawStratum(values["name"].Text(), values["count"].WholeNumber(0), crew, crew > 0 ? values["subject"].Text() : "");
            });
            Unique(file["strata"], strata.ConvertAll(stratum => stratum.Name));
            var names = strata.Select(stratum => stratum.Name).ToHashSet(StringComparer.Ordinal);
            var targets = Listed(file["targets"], target =>
            {
                var values = target.Members(["id", "stratum", "weight"]);
                if (!names.Contains(values["stratum"].Text())) throw values["stratum"].Fault("没有这一层");
                var weight = values["weight"].WholeNumber(1);
                return new DrawTarget(values["id"].Text(), values["stratum"].Text(), weight <= 1000 ? weight : throw values["weight"].Fault("不能大于 1000"));
            });
            Unique(file["targets"], targets.ConvertAll(target => target.Id));
            var officers = file.TryGetValue("officers", out var node) ? Listed(node, officer =>
            {
                var values = officer.Members(["id", "subject"]);
                return new DrawOfficer(values["id"].Text(), values["subject"].Text());
            }) : [];
            Unique(node, officers.ConvertAll(officer => officer.Id));
            var conflicts = file.TryGetValue("conflicts", out node) ? Listed(node, conflict =>
            {
                var values = conflict.Members(["officer"], "target", "ground", "decidedBy", "source");
                return new DrawConflict(values["officer"].Text(), values.TryGetValue("target", out var target) ? target.Text() : null)
                {
                    Ground = values.TryGetValue("ground", out var ground) ? OneOf<DrawConflictGround>(ground, Grounds) : null,
                    DecidedBy = values.TryGetValue("decidedBy", out var decided) ? decided.Text() : null,
                    Source = values.TryGetValue("source", out var source) ? OneOf<DrawConflictSource>(source, Sources) : null,
                };
            }) : [];
            return new DrawInput(file["title"].Text(), strata, targets, officers, conflicts);
        }
        catch (FileFault fault)
        {
            return Refusal.Invalid(fault.Path, fault.Message);
        }
        catch (JsonException fault)
        {
            return Refusal.Invalid("$", $"不是有效的 JSON：第{fault.LineNumber + 1}行第{fault.BytePositionInLine + 1}字节");
        }
    }

    /// <summary>Writes an input; reading it back gives the same.</summary>
    public static byte[] Write(DrawInput input) => File(json =>
    {
        json.WriteString("title", input.Title);
        List(json, "strata", input.Strata, stratum =>
        {
            json.WriteString("name", stratum.Name);
            json.WriteNumber("count", stratum.Count);
            if (stratum.Crew == 0) return;
            json.WriteNumber("crew", stratum.Crew);
            json.WriteString("subject", stratum.Subject);
        });
        List(json, "targets", input.Targets, target =>
        {
            json.WriteString("id", target.Id);
            json.WriteString("stratum", target.Stratum);
            json.WriteNumber("weight", target.Weight);
        });
        List(json, "officers", input.Officers, officer =>
        {
            json.WriteString("id", officer.Id);
            json.WriteString("subject", officer.Subject);
        });
        List(json, "conflicts", input.Conflicts, conflict =>
        {
            json.WriteString("officer", conflict.Officer);
            if (conflict.Target is { } target) json.WriteString("target", target);
            if (conflict.Ground is { } ground) json.WriteString("ground", Grounds[(int)ground]);
            if (conflict.DecidedBy is { } decided) json.WriteString("decidedBy", decided);
            if (conflict.Source is { } source) json.WriteString("source", Sources[(int)source]);
        });
    });

    /// <summary>Writes what was drawn.</summary>
    public static byte[] Write(string commitment, IReadOnlyList<Drawn> drawn) => File(json =>
    {
        json.WriteString("commitment", commitment);
        List(json, "drawn", drawn, one =>
        {
            json.WriteString("target", one.Target);
            json.WriteString("stratum", one.Stratum);
            json.WriteStartArray("officers");
            foreach (var officer in one.Officers) json.WriteStringValue(officer);
            json.WriteEndArray();
        });
    });

    private static T OneOf<T>(FileNode node, string[] words) where T : struct, Enum
    {
        var at = Array.IndexOf(words, node.Text());
        return at >= 0 ? Enum.GetValues<T>()[at] : throw node.Fault($"应当是 {string.Join('、', words)} 之一");
    }

    private static byte[] File(Action<Utf8JsonWriter> write)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, Readable))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return content.ToArray();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static List<T> Listed<T>(FileNode list, Func<FileNode, T> read)
    {
        var items = list.Items();
        return items.Count <= Most ? items.ConvertAll(item => read(item)) : throw list.Fault($"最多 {Most} 项");
    }

    private static void Unique(FileNode list, List<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < ids.Count; index++)
            if (!seen.Add(ids[index])) throw new FileFault($"{list.Path}[{index}]", "编号重复");
    }
}
