using System.Globalization;
using System.Text.Json.Nodes;
using Lianzhi.Core;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Components.Forms;

namespace Lianzhi.Web.Features.Cases;

/// <summary>Turns what was typed into described fields into the JSON the API takes (读取填写项).</summary>
public static class StepReader
{
    /// <summary>Name under which the page posts its fields.</summary>
    public const string Prefix = "Input.";

    /// <summary>The command that a form asks for, or what was typed wrongly.</summary>
    public static Result<CaseCommand> Command(CaseStep step, IReadOnlyList<StepField> fields, IFormCollection form) =>
        Read(fields, form).Then<CaseCommand>(body => CommandReader.Read(step, CommandReader.WithBlanks(CommandReader.RecordOf(step), body)));

    /// <summary>
    /// The members of the command, or what was typed wrongly. Whether an empty text is lawful is the rule's to say; but when
    /// the form cannot be read at all, every empty text is named with the rest, so that nobody has to send it twice.
    /// </summary>
    public static Result<JsonObject> Read(IReadOnlyList<StepField> fields, IFormCollection form)
    {
        var (body, faults) = (new JsonObject(), new Faults());
        foreach (var field in fields) body[field.Name] = Value(field, field.Name, form, faults);
        return faults.Unreadable ? faults.Found : body;
    }

    /// <summary>What was typed under a name; null when the form did not have it.</summary>
    public static string? Typed(IFormCollection? form, string name) => form is not null && form.TryGetValue(Prefix + name, out var values) ? values.ToString() : null;

    /// <summary>Everything chosen under a name; null when nothing was sent yet.</summary>
    public static IReadOnlyList<string>? Chosen(IFormCollection? form, string name) => form is null ? null : [.. form[Prefix + name].OfType<string>().Where(one => one.Length > 0)];

    private static JsonNode? Value(StepField field, string name, IFormCollection form, Faults faults) => field.Kind switch
    {
        StepFieldKind.Flag => Typed(form, name) == "true",
        StepFieldKind.Many => new JsonArray([.. Chosen(form, name)!.Select(one => (JsonNode)one)]),
        StepFieldKind.Officers => new JsonArray([.. Enumerable.Range(0, 2).Select(index => Typed(form, $"{name}[{index}]")).Where(id => !string.IsNullOrEmpty(id)).Select(id => (JsonNode)id!)]),
        StepFieldKind.Penalties => Penalties(name, form, faults),
        StepFieldKind.Papers => Papers(name, form, faults),
        StepFieldKind.Group => field.Optional && IsEmpty(field, name, form) ? null : Object(field, name, form, faults),
        StepFieldKind.Rows => new JsonArray([.. field.Rows.Index().Where(row => !IsEmpty(field, $"{name}[{row.Index}]", form)).Select(row => Row(field, row.Item.Value, $"{name}[{row.Index}]", form, faults))]),
        StepFieldKind.Lines => new JsonArray([.. Lines(Typed(form, name)).Select(line => field.Columns.Count == 0 ? (JsonNode)line : Line(field, name, line, faults))]),
        StepFieldKind.Answers => Answers(Typed(form, name)),
        _ => Scalar(field, name, Typed(form, name)?.Trim() ?? "", faults),
    };

    private static JsonNode? Scalar(StepField field, string name, string text, Faults faults)
    {
        if (text.Length == 0 && field.Optional) return null;
        return field.Kind switch
        {
            StepFieldKind.Whole => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : faults.Add(name, "请填写整数。"),
            StepFieldKind.Yuan => Fen(text, name, faults) is { } fen ? fen : null,
            StepFieldKind.Date => DateText.TryParse(text, out _) ? text : faults.Add(name, text.Length == 0 ? $"请填写{field.Label}。" : "日期格式应为 2026-03-05。"),
            StepFieldKind.Moment => LocalMoment.Read(text) is { } moment
                ? moment.ToString("O", CultureInfo.InvariantCulture) : faults.Add(name, "请填写日期和时间。"),
            StepFieldKind.OneOf => field.Choices.Any(choice => choice.Value == text) ? text : faults.Add(name, "请选择。"),
            StepFieldKind.Entry => field.Choices.Any(choice => choice.Value == text) ? int.Parse(text, CultureInfo.InvariantCulture) : faults.Add(name, "请选择。"),
            _ => text.Length == 0 ? faults.Blank(name, field.Label) : text,
        };
    }

    private static JsonObject Object(StepField field, string at, IFormCollection form, Faults faults)
    {
        var found = new JsonObject();
        foreach (var column in field.Columns) found[column.Name] = Value(column, $"{at}.{column.Name}", form, faults);
        return found;
    }

    private static JsonObject Row(StepField field, string key, string at, IFormCollection form, Faults faults)
    {
        var row = Object(field, at, form, faults);
        if (field.KeyName is not null) row.Insert(0, field.KeyName, key);
        return row;
    }

    // What stands there anyway, a choice or a tick, does not make a row; a choice that may stay empty was made.
    private static bool IsEmpty(StepField field, string at, IFormCollection form) =>
        field.Columns.All(column => column is { Kind: StepFieldKind.OneOf, Optional: false } or { Kind: StepFieldKind.Flag } || string.IsNullOrWhiteSpace(Typed(form, $"{at}.{column.Name}")));

    private static JsonObject Line(StepField field, string name, string line, Faults faults)
    {
        var parts = line.Split('｜', '|').Select(part => part.Trim()).ToArray();
        var found = new JsonObject();
        if (parts.Length >= field.Columns.Count(column => !column.Optional) && parts.Length <= field.Columns.Count)
            foreach (var (index, column) in field.Columns.Index())
                found[column.Name] = Scalar(column, name, index < parts.Length ? parts[index] : "", faults);
        else faults.Add(name, $"每行一项，写成：{Pattern(field)}。");
        return found;
    }

    /// <summary>How a line of the field is written.</summary>
    public static string Pattern(StepField field) => string.Join('｜', field.Columns.Select(column => column.Label));

    private static JsonArray Answers(string? text)
    {
        var pairs = new JsonArray();
        foreach (var line in Lines(text))
        {
            if (line.StartsWith('问')) pairs.Add(new JsonObject { ["question"] = line[1..].TrimStart('：', ':', ' '), ["answer"] = "" });
            else if (pairs.Count > 0) pairs[^1]!["answer"] = pairs[^1]!["answer"]!.GetValue<string>() + line.TrimStart('答').TrimStart('：', ':', ' ');
        }
        return pairs;
    }

    /// <summary>Penalties that are written out and not counted.</summary>
    internal static readonly IReadOnlyList<PenaltyKind> Written = [.. Enum.GetValues<PenaltyKind>().Where(kind => !PenaltyRange.IsMoney(kind) && kind is not (PenaltyKind.Warning or PenaltyKind.Detention))];

    /// <summary>Confiscated goods, as the form names them.</summary>
    internal static readonly string Goods = StepForms.Camel(PenaltyKind.ConfiscateGoods);

    /// <summary>The value of confiscated goods, as the form names it.</summary>
    internal static readonly string GoodsValue = $"{Goods}Value";

    private static JsonArray Penalties(string name, IFormCollection form, Faults faults)
    {
        var penalties = new JsonArray();
        if (Typed(form, $"{name}.warning") == "true") penalties.Add(new JsonObject { ["kind"] = "warning" });
        foreach (var kind in (string[])["fine", "confiscation"])
            if (Typed(form, $"{name}.{kind}")?.Trim() is { Length: > 0 } text && Fen(text, $"{name}.{kind}", faults) is > 0 and { } fen)
                penalties.Add(new JsonObject { ["kind"] = kind, ["amountFen"] = fen });
        foreach (var kind in Written.Select(StepForms.Camel))
            if (Typed(form, $"{name}.{kind}")?.Trim() is { Length: > 0 } words)
                penalties.Add(kind == Goods ? new JsonObject { ["kind"] = kind, ["text"] = words, ["valueFen"] = Worth(name, form, faults) } : new JsonObject { ["kind"] = kind, ["text"] = words });
        return penalties;
    }

    private static JsonNode? Worth(string name, IFormCollection form, Faults faults) =>
        Typed(form, $"{name}.{GoodsValue}")?.Trim() is { Length: > 0 } text && Fen(text, $"{name}.{GoodsValue}", faults) is { } fen ? fen : null;

    /// <summary>Papers are chosen as kind/index; way and number hold for all that were chosen.</summary>
    private static JsonArray Papers(string name, IFormCollection form, Faults faults)
    {
        var papers = new JsonArray();
        foreach (var parts in Chosen(form, $"{name}.chosen")!.Select(one => one.Split('/')))
        {
            if (parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                papers.Add(new JsonObject { ["kind"] = parts[0], ["index"] = index, ["way"] = Typed(form, $"{name}.way") ?? "entered", ["number"] = Typed(form, $"{name}.number")?.Trim() is { Length: > 0 } number ? number : null });
            else faults.Add(name, "没有这份文书。");
        }
        return papers;
    }

    private static long? Fen(string text, string name, Faults faults)
    {
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan is >= 0 and <= 1_000_000_000_000 && yuan * 100 % 1 == 0) return (long)(yuan * 100);
        faults.Add(name, "请填写金额，单位元，最多两位小数。");
        return null;
    }

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What was typed wrongly, and which texts are empty, in the order of the form.</summary>
    private sealed class Faults
    {
        public List<Refusal> Found { get; } = [];

        public bool Unreadable { get; private set; }

        public JsonNode? Add(string name, string message)
        {
            Unreadable = true;
            // Several lines of one field are often wrong in the same way; it is said once.
            if (!Found.Exists(fault => fault.Field == name && fault.Message == message)) Found.Add(Refusal.Invalid(name, message));
            return null;
        }

        public JsonNode Blank(string name, string label)
        {
            Found.Add(Refusal.Invalid(name, $"请填写{label}。"));
            return "";
        }
    }
}
