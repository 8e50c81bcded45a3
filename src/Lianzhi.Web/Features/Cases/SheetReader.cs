using System.Globalization;
using System.Text.Json.Nodes;
using Lianzhi.Core;
using Lianzhi.Core.Calendar;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Cases;

/// <summary>Turns what was typed into a form of described fields into the JSON the API takes (读取填写项).</summary>
public static class SheetReader
{
    /// <summary>Name under which the page posts its fields.</summary>
    public const string Prefix = "Input.";

    /// <summary>The members of the command, or what was typed wrongly.</summary>
    public static Result<JsonObject> Read(IReadOnlyList<SheetField> fields, IFormCollection form)
    {
        var faults = new List<Refusal>();
        var body = new JsonObject();
        foreach (var field in fields) body[field.Name] = Value(field, field.Name, form, faults);
        return faults.Count > 0 ? faults : body;
    }

    /// <summary>What was typed under a name; null when the form did not have it.</summary>
    public static string? Typed(IFormCollection? form, string name) => form is not null && form.TryGetValue(Prefix + name, out var values) ? values.ToString() : null;

    private static JsonNode? Value(SheetField field, string name, IFormCollection form, List<Refusal> faults)
    {
        var text = Typed(form, name)?.Trim() ?? "";
        return field.Shape switch
        {
            SheetShape.Flag => text == "true",
            SheetShape.Officers => new JsonArray([.. Enumerable.Range(0, 2).Select(index => Typed(form, $"{name}[{index}]")).Where(id => !string.IsNullOrEmpty(id)).Select(id => (JsonNode)id!)]),
            SheetShape.Service => Service(name, form),
            SheetShape.Penalties => Penalties(name, form, faults),
            SheetShape.Rows => Rows(field, form, faults),
            _ when text.Length == 0 && field.Optional => null,
            SheetShape.Whole => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Fault("请填写整数。"),
            SheetShape.Date => DateText.TryParse(text, out _) ? text : Fault("请填写日期。"),
            SheetShape.Moment => DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
                ? new DateTimeOffset(local, District.Offset).ToString("O", CultureInfo.InvariantCulture) : Fault("请填写日期和时间。"),
            SheetShape.Choice => text.Length > 0 && field.Choices.Any(choice => choice.Value == text) ? text : Fault("请选择。"),
            _ => text,
        };

        JsonNode? Fault(string message)
        {
            faults.Add(Refusal.Invalid(name, message));
            return null;
        }
    }

    private static JsonObject Service(string name, IFormCollection form) => new()
    {
        ["method"] = Typed(form, $"{name}.method") is { Length: > 0 } method ? method : "direct",
        ["place"] = Typed(form, $"{name}.place") ?? "",
        ["receiver"] = Typed(form, $"{name}.receiver") ?? "",
        ["relation"] = Typed(form, $"{name}.relation") ?? "",
        ["refusalNote"] = Blank(Typed(form, $"{name}.refusalNote")),
        ["witness"] = Blank(Typed(form, $"{name}.witness")),
    };

    private static JsonArray Penalties(string name, IFormCollection form, List<Refusal> faults)
    {
        var penalties = new JsonArray();
        if (Typed(form, $"{name}.warning") == "true") penalties.Add(new JsonObject { ["kind"] = "warning" });
        foreach (var kind in (string[])["fine", "confiscation"])
            if (StepForm.Fen(Typed(form, $"{name}.{kind}"), $"{name}.{kind}", faults) is > 0 and { } fen)
                penalties.Add(new JsonObject { ["kind"] = kind, ["amountFen"] = fen });
        return penalties;
    }

    private static JsonArray Rows(SheetField field, IFormCollection form, List<Refusal> faults)
    {
        var rows = new JsonArray();
        for (var index = 0; index < field.Rows.Count; index++)
        {
            var at = $"{field.Name}[{index}]";
            if (field.Columns.All(column => column.Shape is SheetShape.Choice or SheetShape.Flag || string.IsNullOrWhiteSpace(Typed(form, $"{at}.{column.Name}")))) continue;
            var row = new JsonObject();
            if (field.KeyName is not null) row[field.KeyName] = field.Rows[index].Value;
            foreach (var column in field.Columns) row[column.Name] = Value(column, $"{at}.{column.Name}", form, faults);
            rows.Add(row);
        }
        return rows;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
