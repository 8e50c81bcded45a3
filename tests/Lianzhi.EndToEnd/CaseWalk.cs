using System.Text.Json;

namespace Lianzhi.EndToEnd;

/// <summary>What journeys through a case share: taking a step by its page, handing over a paper, finding a case of the demonstration that stands in the right place.</summary>
internal static class CaseWalk
{
    private static readonly string[] Towns = ["lantian", "buwen", "bihu", "jingshan", "chaoyang", "guokeng"];

    /// <summary>Takes a step by its page and fails with what the page says when it was refused.</summary>
    public static async Task Step(this Window window, string casePath, string step, Func<Task>? fill = null)
    {
        await window.Go($"{casePath}/steps/{step}");
        await window.IsAccessible();
        await window.FitsTheWindow();
        if (await window.Page.Locator("main form").CountAsync() == 0) Assert.Fail($"{step} is not possible: {await window.Page.Locator("main").InnerTextAsync()}");
        if (fill is not null) await fill();
        await window.Send();
        if (window.IsOnStep) Assert.Fail($"{step}: {await window.Page.Locator("main").InnerTextAsync()}");
    }

    /// <summary>Sends the form of a step that is expected to be refused, and waits for the reason.</summary>
    public static async Task Refused(this Window window, string reason)
    {
        await window.Send();
        await window.Sees(reason);
        Assert.True(window.IsOnStep);
        await window.IsAccessible();
    }

    /// <summary>How a paper was handed over.</summary>
    public static async Task Deliver(this Window window, string receiver = "当事人")
    {
        await window.Fill("送达地点", "当事人经营场所");
        await window.Fill("收件人", receiver);
        await window.Fill("收件人与当事人的关系", "本人");
    }

    /// <summary>Ticks the statement of a field by the field's name.</summary>
    public static Task Tick(this Window window, string field) => window.Page.Locator($"input[type=checkbox][name='Input.{field}']").First.CheckAsync();

    /// <summary>Chooses the answer of a field by the field's name.</summary>
    public static Task Pick(this Window window, string field, string answer) => window.Page.Locator($"input[type=radio][name='Input.{field}'][value='{answer}']").CheckAsync();

    /// <summary>Chooses a person by name, be it from a list or among a few.</summary>
    public static async Task Take(this Window window, string field, string person)
    {
        var list = window.Page.Locator($"select[name='Input.{field}']");
        if (await list.CountAsync() > 0) await list.SelectOptionAsync((await list.Locator("option", new() { HasText = person }).First.GetAttributeAsync("value"))!);
        else await window.Page.GetByLabel(person, new() { Exact = false }).First.CheckAsync();
    }

    /// <summary>A new case of a township, proposed by its officers and filed by its head.</summary>
    public static async Task<string> File(RunningPlatform platform, string town, string item, string party, string facts)
    {
        string path;
        await using (var officer = await platform.Open($"{town}.officer1"))
        {
            await officer.Go("/office/cases/new");
            await officer.Pick("party.kind", "organisation");
            await officer.Fill("当事人姓名或者名称", party);
            await officer.Fill("法定代表人或者负责人", "方志明");
            await officer.Fill("事项编码", item);
            await officer.Fill("案发地点", "龙文中路18号");
            await officer.Fill("基本案情", facts);
            await officer.Fill("违法行为日期", "2026-10-07");
            await officer.Fill("发现日期", "2026-10-07");
            await officer.Press("提请立案");
            await officer.Sees("立案审批");
            path = new Uri(officer.Page.Url).AbsolutePath;
        }
        await using var head = await platform.Open($"{town}.head");
        await head.Step(path, "approve-filing");
        return path;
    }

    /// <summary>The first case of any township in which somebody may take a step now, with the township's account prefix.</summary>
    public static async Task<(string Town, string Path)> Find(RunningPlatform platform, string stage, string step, string hands, Func<Window, JsonElement, Task<bool>>? fits = null)
    {
        foreach (var town in Towns)
        {
            await using var window = await platform.Open($"{town}.{hands}");
            var list = await window.Json($"/api/v1/cases?stage={stage}&limit=100");
            foreach (var item in list.GetProperty("items").EnumerateArray())
            {
                var id = item.GetProperty("id").GetString()!;
                if ((await window.NextSteps($"/office/cases/{id}")).Any(one => one.GetProperty("step").GetString() == step && one.GetProperty("allowed").GetBoolean())
                    && (fits is null || await fits(window, await window.Json($"/api/v1/cases/{id}")))) return (town, $"/office/cases/{id}");
            }
        }
        throw new InvalidOperationException($"No case of the demonstration stands where {step} may be taken.");
    }

    /// <summary>What the API says may be done next in a case.</summary>
    public static async Task<IReadOnlyList<JsonElement>> NextSteps(this Window window, string casePath) =>
        [.. (await window.Json($"/api/v1{casePath["/office".Length..]}/next-steps")).GetProperty("items").EnumerateArray()];

    /// <summary>What the API answers.</summary>
    public static async Task<JsonElement> Json(this Window window, string path)
    {
        var answer = await window.Page.APIRequest.GetAsync(path);
        Assert.True(answer.Ok, $"{path}: {answer.Status}");
        return JsonDocument.Parse(await answer.TextAsync()).RootElement.Clone();
    }
}
