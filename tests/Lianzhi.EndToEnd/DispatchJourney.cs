using Microsoft.Playwright;

namespace Lianzhi.EndToEnd;

/// <summary>A day of dispatch: the chief proposes, is refused with the rule, issues; an officer acknowledges; somebody calls in sick and the board is planned anew.</summary>
public sealed class DispatchJourney(RunningPlatform platform)
{
    [Fact]
    public async Task Day_ProposeRefuseIssueAcknowledgeReplan_IsDone()
    {
        await using var chief = await platform.Open("area1.chief");
        const string Tomorrow = "/office/dispatch?area=A1&day=2026-10-09";
        await chief.Go(Tomorrow);
        await chief.Sees("当日还没有收集任务");
        await chief.Press("收集任务");
        await chief.Sees("待排");
        await chief.Follow("添加任务");
        await chief.Fill("任务", "步文夜市巡查");
        await chief.Choose("镇（街道）", "步文街道");
        await chief.Check("步文街道");
        await chief.Press("添加");
        await chief.Sees("步文夜市巡查");
        await chief.Press("自动排余下");
        await chief.Sees("未下达");
        var crew = chief.Page.Locator("main .dp-crew", new PageLocatorOptions { HasText = "步文夜市巡查" }).Locator("a").First;
        await crew.ClickAsync();
        await chief.Sees("调整人员");
        var address = new Uri(chief.Page.Url).AbsolutePath;
        var leaving = chief.Page.GetByLabel("撤出");
        var someone = (await leaving.Locator("option").Nth(1).TextContentAsync())!.Trim();
        // Two of the subject are needed: taking one after the other out must be refused at the latest with the last but one.
        for (var turn = 0; turn < 6 && await chief.Page.Locator("main").GetByText("不能这样调整").CountAsync() == 0; turn++)
        {
            await chief.Page.GetByLabel("撤出").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await chief.Press("调整人员");
        }
        await chief.Sees("不能这样调整");
        await chief.Sees("行政处罚法 第四十二条");
        await chief.IsAccessible();
        await chief.Go(Tomorrow);
        await chief.Press("下达调度令");
        await chief.Sees("待签收");
        await chief.Go(address);
        someone = (await chief.Page.GetByLabel("撤出").Locator("option").Nth(1).TextContentAsync())!.Trim();
        var user = await UserOf(someone);
        await using (var officer = await platform.Open(user, phone: true))
        {
            await officer.Go("/office");
            await officer.Sees("签收调度令");
            await officer.Go(address);
            await officer.Press("签收");
            await officer.Sees("已签收");
            await officer.FitsTheWindow();
            await officer.IsAccessible();
            await officer.Go($"{address}/brief");
            await officer.Sees("携带文书");
        }
        await using (var own = await platform.Open(user))
        {
            await own.Go("/office/duty/new?day=2026-10-09");
            await own.Check("病假");
            await own.Fill("第一日", "2026-10-09");
            await own.Fill("最后一日", "2026-10-09");
            await own.Press("登记");
            await own.Sees("病假");
        }
        await chief.Go(Tomorrow);
        await chief.Sees("不再合法");
        await chief.Go("/office/dispatch/boards/A1-20261009/replan");
        await chief.Fill("重排原因", $"{someone}病假");
        await chief.Press("重排");
        await chief.Sees("上次重排");
        Assert.Equal(0, await chief.Page.Locator("main .dp-fault").CountAsync());
    }

    /// <summary>The account of an officer, by the list of people of the demonstration.</summary>
    private static async Task<string> UserOf(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Lianzhi.slnx"))) root = root.Parent;
        var line = (await File.ReadAllLinesAsync(Path.Combine(root.FullName, "data/demo/people.csv"))).First(row => row.Split(',')[1] == name);
        return line.Split(',')[0];
    }
}
