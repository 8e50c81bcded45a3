using System.Globalization;
using System.Text.Json.Nodes;
using Lianzhi.Core;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Components.Forms;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Cases;

/// <summary>What kind of answer a field takes.</summary>
public enum StepFieldKind
{
    /// <summary>A line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    Area,

    /// <summary>Date and time in Shanghai.</summary>
    Instant,

    /// <summary>A date.</summary>
    Date,

    /// <summary>Yuan, sent as fen.</summary>
    Yuan,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A statement to confirm; the hint is the statement.</summary>
    Statement,

    /// <summary>One of several answers.</summary>
    OneOf,

    /// <summary>One of several answers that are numbers, for example the place in a list.</summary>
    Entry,

    /// <summary>Any of several answers.</summary>
    Many,

    /// <summary>A text a line.</summary>
    Lines,

    /// <summary>Goods, a line each.</summary>
    Goods,

    /// <summary>Other provisions, a line each.</summary>
    Provisions,

    /// <summary>The two officers.</summary>
    Officers,

    /// <summary>How a paper was delivered.</summary>
    Service,
}

/// <summary>
/// One field of the form of a step (表单字段), named as the member of the step's command: page and API ask for the same
/// and are read by the same <see cref="CommandReader"/>.
/// </summary>
/// <param name="Name">Name of the member.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Kind">What kind of answer.</param>
/// <param name="Optional">May stay empty.</param>
/// <param name="Hint">How to answer.</param>
/// <param name="Choices">The answers to choose from; null for other kinds.</param>
/// <param name="Initial">What stands in it at first; null for nothing.</param>
public sealed record StepField(
    string Name, string Label, StepFieldKind Kind = StepFieldKind.Text, bool Optional = false, string? Hint = null,
    Func<CaseState, IReadOnlyList<Choice>>? Choices = null, Func<CaseState, string?>? Initial = null)
{
    private static readonly string[] GoodsMembers = ["name", "specification", "quantity", "unit", "note"];
    private static readonly string[] OfficerMembers = ["firstOfficer", "secondOfficer"];
    private static readonly string[] ServiceMembers = ["method", "place", "receiver", "relation", "refusalNote", "witness", "carrier"];

    /// <summary>The members that the fields send, or what was typed wrongly.</summary>
    /// <param name="fields">The fields of the step.</param>
    /// <param name="value">What was typed into a field.</param>
    public static Result<JsonObject> Read(IReadOnlyList<StepField> fields, Func<string, IReadOnlyList<string>> value)
    {
        var (body, faults) = (new JsonObject(), new List<Refusal>());
        foreach (var field in fields)
            if (field.Value(value, faults) is { } member) body[field.Kind == StepFieldKind.Officers ? "officers" : field.Name] = member;
        return faults.Count > 0 ? faults : body;
    }

    private JsonNode? Value(Func<string, IReadOnlyList<string>> value, List<Refusal> faults)
    {
        var text = value(Name) is [var first, ..] ? first.Trim() : "";
        switch (Kind)
        {
            case StepFieldKind.Statement:
                return text == "true";
            case StepFieldKind.Many:
                return new JsonArray([.. value(Name).Where(one => one.Length > 0).Select(one => JsonValue.Create(one))]);
            case StepFieldKind.Lines:
                return new JsonArray([.. LinesOf(text).Select(line => JsonValue.Create(line))]);
            case StepFieldKind.Goods:
                return new JsonArray([.. LinesOf(text).Select(line => GoodsLine(line, faults))]);
            case StepFieldKind.Provisions:
                return new JsonArray([.. LinesOf(text).Select(line => Provision(line, faults))]);
            case StepFieldKind.Officers:
                return new JsonArray([.. OfficerMembers.SelectMany(value).Where(id => id.Length > 0).Select(id => JsonValue.Create(id))]);
            case StepFieldKind.Service:
                return Service(value);
        }
        if (text.Length == 0) return Optional || Kind is StepFieldKind.Text or StepFieldKind.Area ? (Optional ? null : JsonValue.Create("")) : Fault(faults, $"请填写{Label}。");
        return Kind switch
        {
            StepFieldKind.Instant => DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
                ? JsonValue.Create(new DateTimeOffset(local, District.Offset)) : Fault(faults, "请填写日期和时间。"),
            StepFieldKind.Date => Core.Calendar.DateText.TryParse(text, out var date) ? JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : Fault(faults, "日期格式应为 2026-03-05。"),
            StepFieldKind.Yuan => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan is >= 0 and <= 1_000_000_000_000 && yuan * 100 % 1 == 0
                ? JsonValue.Create((long)(yuan * 100)) : Fault(faults, "请填写金额，单位元，最多两位小数。"),
            StepFieldKind.Whole or StepFieldKind.Entry => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : Fault(faults, "请填写整数。"),
            _ => JsonValue.Create(text),
        };
    }

    private JsonNode? Fault(List<Refusal> faults, string message)
    {
        faults.Add(Refusal.Invalid(Name, message));
        return null;
    }

    private JsonObject GoodsLine(string line, List<Refusal> faults)
    {
        var parts = line.Split('｜', '|').Select(part => part.Trim()).ToArray();
        if (parts.Length is < 4 or > 5) Fault(faults, "每行一件物品，写成：名称｜规格｜数量｜单位｜备注。");
        var goods = new JsonObject();
        for (var i = 0; i < Math.Min(parts.Length, GoodsMembers.Length); i++)
            if (i < 4 || parts[i].Length > 0) goods[GoodsMembers[i]] = parts[i];
        return goods;
    }

    private JsonObject Provision(string line, List<Refusal> faults)
    {
        var parts = line.Split('｜', '|').Select(part => part.Trim()).ToArray();
        if (parts.Length is < 2 or > 3 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var alternative))
        {
            Fault(faults, "每行一项，写成：事项编码｜计算方式序号｜基数。");
            return [];
        }
        return new JsonObject { ["item"] = parts[0], ["alternative"] = alternative, ["baseAmount"] = parts.Length == 3 && parts[2].Length > 0 ? parts[2] : null };
    }

    private JsonObject? Service(Func<string, IReadOnlyList<string>> value)
    {
        string Of(string member) => value($"{Name}.{member}") is [var first, ..] ? first.Trim() : "";
        if (Optional && Of("receiver").Length == 0) return null;
        var service = new JsonObject();
        foreach (var member in ServiceMembers)
            if (Of(member).Length > 0 || member is not ("refusalNote" or "witness" or "carrier")) service[member] = Of(member);
        return service;
    }

    private static string[] LinesOf(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
