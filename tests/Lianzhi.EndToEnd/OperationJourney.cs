using Microsoft.Playwright;

namespace Lianzhi.EndToEnd;

/// <summary>A joint operation across two streets: arranged in writing, answered, planned, ordered, gathered, reported by each subject, summed up.</summary>
public sealed class OperationJourney(RunningPlatform platform)
{
    private const string Lantian = "350603003";
    private const string Buwen = "350603001";

    [Fact]
    public async Task Across_ArrangeReplyOrderSignInReport_IsSummedUp()
    {
        await using var chief = await platform.Open("area1.chief");
        await chief.Go("/office/operations");
        await chief.Follow("片长安排");
        await chief.Fill("名称", "渣土车夜间联合整治");
        await chief.Fill("安排的理由", "渣土车绕行两街交界路段，须同时查处");
        foreach (var town in new[] { Lantian, Buwen })
        {
            await Tick(chief, "townships", town);
            await Tick(chief, "units", town);
        }
        await chief.Page.GetByLabel("违法行为由谁处理").SelectOptionAsync(Lantian);
        await chief.Press("片长安排");
        await chief.Sees("回复期限，不早于今日");
        await chief.IsAccessible();
        await chief.Fill("回复期限", "2026-10-09");
        await chief.Press("片长安排");
        await chief.Sees("待单位回复");
        await chief.IsAccessible();
        await chief.FitsTheWindow();
        var operation = new Uri(chief.Page.Url).AbsolutePath;
        await chief.Go($"{operation}/documents/chief-arrangement");
        await chief.Sees("不作为执法主体");

        foreach (var brigade in new[] { "lantian.brigade", "buwen.brigade" })
        {
            await using var leader = await platform.Open(brigade, phone: true);
            await leader.Go("/office");
            await leader.Sees("回复片长安排：渣土车夜间联合整治");
            await leader.Go($"{operation}/steps/reply");
            await leader.Page.GetByLabel("参加", new() { Exact = true }).CheckAsync();
            await leader.FitsTheWindow();
            await leader.IsAccessible();
            await leader.Press("回复安排");
            await leader.Sees("参加");
        }

        await chief.Go($"{operation}/steps/plan");
        await chief.Fill("行动日期", "2026-10-08");
        await chief.Fill("集合时间和地点", "20时，湖滨路口");
        await chief.Fill("任务分工", "各查本街路段");
        foreach (var officer in await Officers(chief, "people", Lantian)) await officer.CheckAsync();
        await (await Officers(chief, "people", Buwen))[0].CheckAsync();
        await chief.Press("制定行动方案");
        await chief.Sees("持证人员不足两名");
        await (await Officers(chief, "people", Buwen))[1].CheckAsync();
        await chief.IsAccessible();
        await chief.Press("制定行动方案");
        await Exchange(chief, operation);
        await chief.Sees("待下达");
        await chief.Follow("办理");
        await chief.Press("下达调度令");
        await chief.Sees("待集合");
        await chief.Follow("办理");
        var present = chief.Page.Locator("input[name='Input.present']");
        for (var index = 1; index < await present.CountAsync(); index++) await present.Nth(index).CheckAsync();
        await chief.Press("集合签到");
        await chief.Sees("有人未到场");
        await chief.Fill("未到场的原因", "临时出庭");
        await chief.Press("集合签到");
        await chief.Sees("行动中");

        foreach (var (brigade, alone) in new[] { ("buwen.brigade", true), ("lantian.brigade", false) })
        {
            await using var leader = await platform.Open(brigade, phone: true);
            await leader.Go($"{operation}/steps/report");
            await leader.Fill("检查户数", "3");
            await leader.Fill("行动结果", "查车3辆，责令改正1辆");
            await leader.Press("登记结果");
            if (alone)
            {
                // One of the two did not come: nothing is inspected in the street's name.
                await leader.Sees("不能以其名义检查");
                await leader.Fill("检查户数", "0");
                await leader.Fill("行动结果", "到场一人，协助维持秩序");
                await leader.Press("登记结果");
            }
            await leader.Sees(alone ? "协助维持秩序" : "责令改正1辆");
            await leader.FitsTheWindow();
            await leader.IsAccessible();
        }

        await chief.Go($"{operation}/steps/sum-up");
        await chief.Fill("小结", "查处渣土车1辆，下周复查一次");
        await chief.Press("行动小结");
        await chief.Sees("已小结");
        await chief.Go($"{operation}/documents/operation-summary");
        await chief.Sees("下周复查一次");
    }

    /// <summary>Whoever is busy that day, in whatever order the demonstration lists people, gives way to the next of the same subject.</summary>
    private static async Task Exchange(Window window, string operation)
    {
        var tried = new HashSet<string>(StringComparer.Ordinal);
        for (var turn = 0; turn < 6 && new Uri(window.Page.Url).AbsolutePath != operation; turn++)
        {
            var busy = await window.Page.Locator("main [role=alert] li").AllInnerTextsAsync();
            foreach (var text in busy.Where(text => text.Contains("请换人", StringComparison.Ordinal)))
            {
                var person = window.Page.Locator("main label").Filter(new() { HasText = text.Split('当')[0].Trim() }).Locator("input[name='Input.people']").First;
                var unit = (await person.GetAttributeAsync("value"))!.Split('/')[^1];
                await person.UncheckAsync();
                tried.Add((await person.GetAttributeAsync("value"))!);
                foreach (var other in await window.Page.Locator($"input[name='Input.people'][value$='/{unit}']").AllAsync())
                {
                    if (await other.IsCheckedAsync() || tried.Contains((await other.GetAttributeAsync("value"))!)) continue;
                    await other.CheckAsync();
                    break;
                }
            }
            await window.Press("制定行动方案");
        }
    }

    private static Task Tick(Window window, string field, string value) => window.Page.Locator($"input[name='Input.{field}'][value='{value}']").CheckAsync();

    /// <summary>The first two who may act for a subject; of 步文 the first stays away later.</summary>
    private static async Task<List<ILocator>> Officers(Window window, string field, string unit) => [.. (await window.Page.Locator($"input[name='Input.{field}'][value$='/{unit}']").AllAsync()).Take(2)];
}
