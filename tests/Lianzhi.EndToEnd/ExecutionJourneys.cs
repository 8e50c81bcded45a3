using System.Text.Json;

namespace Lianzhi.EndToEnd;

/// <summary>
/// After the decision, on cases of the demonstration that stand in the right place: later payment, surcharge, demand;
/// and a review that annuls. The day of the platform stands still, so each case is met where its days have come.
/// </summary>
public sealed class ExecutionJourneys(RunningPlatform platform)
{
    private static readonly string[] Towns = ["lantian", "buwen", "bihu", "jingshan", "chaoyang", "guokeng"];

    [Fact]
    public async Task Unpaid_DeferralSurchargeDemand_EachByItsHands()
    {
        // The party asks to pay in parts; the head grants it.
        var (town, path) = await Find("apply-deferral", officer: true);
        await using (var officer = await platform.Open($"{town}.officer1"))
        {
            await Step(officer, path, "apply-deferral", async () =>
            {
                await officer.Page.Locator("input[value=Instalments]").CheckAsync();
                await officer.Fill("经济困难的情况", "停工三个月，账户余额不足。");
                await officer.Fill("申请的期限或者分期安排", "分两期，11月9日和12月9日。");
            });
        }
        await using (var head = await platform.Open($"{town}.head"))
        {
            await head.Go($"{path}/steps/decide-deferral");
            var open = await head.Page.Locator("main").InnerTextAsync();
            var yuan = open[(open.IndexOf("未缴 ", StringComparison.Ordinal) + 3)..].Split('元')[0].Replace(",", "", StringComparison.Ordinal);
            await Step(head, path, "decide-deferral", async () =>
            {
                await head.Page.Locator("input[name='Input.adopted']").CheckAsync();
                await head.Fill("缴款安排", $"2026-11-09｜1\n2026-12-09｜{int.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture) - 1}");
                await head.Fill("审批理由", "经核实确有困难，同意分期缴纳。");
            });
            await head.Sees("2026年12月9日");
            await head.Go($"{path}?tab=clocks");
            await head.Sees("本期罚款缴纳期限");
            await head.IsAccessible();
            await head.FitsTheWindow();
        }

        // Another did not pay: the head imposes the surcharge, the officers serve it and demand.
        (town, path) = await Find("impose-surcharge", officer: false);
        await using (var head = await platform.Open($"{town}.head"))
            await Step(head, path, "impose-surcharge", () => head.Fill("加处罚款的理由", "当事人到期不缴纳罚款。"));
        await using (var officer = await platform.Open($"{town}.officer1"))
        {
            await Step(officer, path, "serve-paper", () => Deliver(officer));
            await Step(officer, path, "serve-demand", () => Deliver(officer));
            await officer.Sees("等待期至");
            await officer.Go($"{path}/documents/demand/0");
            await officer.Sees("十个工作日");
        }
    }

    [Fact]
    public async Task Review_Annuls_ThePublicationComesDown()
    {
        var (town, path) = await Find("record-review-decision", officer: true, published: true);
        await using (var officer = await platform.Open($"{town}.officer1"))
        {
            await Step(officer, path, "answer-review", () => officer.Fill("意见和提交的证据", "答复意见和证据12份。"));
            await Step(officer, path, "record-review-decision", async () =>
            {
                await officer.Fill("文书文号", "龙政复决〔2026〕99号");
                await officer.Choose("结果", "撤销");
            });
            await officer.Sees("龙政复决〔2026〕99号");
            await officer.IsAccessible();
        }
        await using var head = await platform.Open($"{town}.head");
        await head.Go(path);
        // Three working days from Thursday 8 October: Friday, Saturday the 10th (调休), Monday.
        await head.Sees("应当在 10月12日");
        await head.Page.Locator("main .cs-next a.lz-btn-primary").ClickAsync();
        await head.Page.Locator("main textarea[name$='reason']").First.FillAsync("复议决定撤销本处罚决定，依法撤回公示。");
        await head.Press("撤下");
        await head.Go($"{path}/steps/close-case");
        await Step(head, path, "close-case", () => head.Fill("执行情况", "决定被复议机关撤销，不再执行。"));
        await head.Sees("结案");
    }

    /// <summary>The first case of any township in which a step may be taken now, with the township's account prefix.</summary>
    private async Task<(string Town, string Path)> Find(string step, bool officer, bool published = false)
    {
        foreach (var town in Towns)
        {
            await using var window = await platform.Open($"{town}.{(officer ? "officer1" : "head")}");
            var list = await Json(window, "/api/v1/cases?stage=served&limit=100");
            foreach (var item in list.GetProperty("items").EnumerateArray())
            {
                var id = item.GetProperty("id").GetString()!;
                var steps = (await Json(window, $"/api/v1/cases/{id}/next-steps")).GetProperty("items").EnumerateArray();
                if (!steps.Any(one => one.GetProperty("step").GetString() == step && one.GetProperty("allowed").GetBoolean())) continue;
                if (!published || (await window.Page.APIRequest.GetAsync($"/office/cases/{id}") is { } page && (await page.TextAsync()).Contains("起公示", StringComparison.Ordinal))) return (town, $"/office/cases/{id}");
            }
        }
        throw new InvalidOperationException($"No case of the demonstration stands where {step} may be taken.");
    }

    private static async Task<JsonElement> Json(Window window, string path)
    {
        var answer = await window.Page.APIRequest.GetAsync(path);
        Assert.True(answer.Ok, $"{path}: {answer.Status}");
        return JsonDocument.Parse(await answer.TextAsync()).RootElement.Clone();
    }

    private static async Task Step(Window window, string casePath, string step, Func<Task> fill)
    {
        await window.Go($"{casePath}/steps/{step}");
        await window.IsAccessible();
        await fill();
        await window.Page.Locator("main form button[type=submit].lz-btn-primary").ClickAsync();
        await window.Page.WaitForLoadStateAsync();
        if (new Uri(window.Page.Url).AbsolutePath.Contains("/steps/", StringComparison.Ordinal))
            Assert.Fail($"{step}: {await window.Page.Locator("main").InnerTextAsync()}");
    }

    private static async Task Deliver(Window window)
    {
        await window.Fill("送达地点", "当事人经营场所");
        await window.Fill("收件人", "当事人");
        await window.Fill("收件人与当事人的关系", "本人");
    }
}
