namespace Lianzhi.EndToEnd;

/// <summary>A campaign from its draft to the public: the optimiser runs by itself, a visit is moved by hand, departments and the joint meeting agree.</summary>
public sealed class PlanJourney(RunningPlatform platform)
{
    private const string Title = "秋季油烟专项检查";

    [Fact]
    public async Task Campaign_DraftOptimiseEditApprove_IsPublished()
    {
        await using var chief = await platform.Open("area1.chief");
        await chief.Go("/office/plans/new");
        await chief.Check("专项检查");
        await chief.Fill("名称", Title);
        await chief.Check("第一片区");
        await chief.Check("市容环境检查");
        await chief.Fill("第一日", "2026-10-12");
        await chief.Fill("最后一日", "2026-12-31");
        await chief.Fill("开展理由和依据", "油烟投诉集中");
        await chief.Press("开始编制");
        await chief.Sees("待报送");
        var plan = new Uri(chief.Page.Url).AbsolutePath;
        foreach (var town in new[] { "lantian", "buwen", "bihu", "jingshan" })
        {
            await using var deputy = await platform.Open($"{town}.deputy");
            await deputy.Go($"{plan}/steps/submit-part");
            await deputy.Press("报送");
            await deputy.Sees("已报送");
        }
        await chief.Go($"{plan}/steps/optimise");
        await chief.Fill("时限（秒）", "3");
        await chief.Press("开始编排");
        for (var turn = 0; turn < 60 && await chief.Page.Locator("main").GetByText("已完成").CountAsync() == 0; turn++)
        {
            await Task.Delay(1_000);
            await chief.Go(plan);
        }
        await chief.Sees("已完成");
        await chief.Sees("与理论下限差距");
        await chief.Go($"{plan}/visits");
        await chief.Page.Locator("main table a[href*='/visits/']").First.ClickAsync();
        await chief.Sees("为什么在这里");
        await chief.Fill("改到", "2026-10-10");
        await chief.Fill("调整原因", "企业检修");
        await chief.Press("保存");
        await chief.Sees("该周已过");
        await chief.Fill("改到", "2026-10-14");
        await chief.Press("保存");
        await chief.Sees("企业检修");
        await chief.Go($"{plan}/steps/send-for-opinion");
        await chief.Press("送部门会签");
        await using (var lead = await platform.Open("cg.liaison"))
        {
            await lead.Go($"{plan}/steps/give-opinion");
            await lead.Check("同意");
            await lead.Press("会签");
            await lead.Sees("会签同意");
            await chief.Go($"{plan}/steps/submit-to-meeting");
            await chief.Press("提交联席会议");
            await lead.Go($"{plan}/steps/record-meeting");
            await lead.Check("通过");
            await lead.Fill("会议名称或者纪要文号", "片区联席会议第9次会议");
            await lead.Press("记录审议结果");
            await lead.Sees("片区联席会议第9次会议");
        }
        await chief.Go($"{plan}/steps/publish");
        await chief.Press("公布");
        await chief.Sees("公示页面");
        await using var citizen = await platform.Open(phone: true);
        await citizen.Go("/plans");
        await citizen.Follow(Title);
        await citizen.Sees("片区联席会议第9次会议");
        await citizen.IsAccessible();
        await citizen.FitsTheWindow();
    }
}
