using Microsoft.Playwright;

namespace Lianzhi.EndToEnd;

/// <summary>Measures: goods seized, tested, kept longer and given back; a demolition that waits until the remedies are over.</summary>
public sealed class MeasureJourneys(RunningPlatform platform)
{
    [Fact]
    public async Task Seizure_TestedExtendedLifted_ReckonsItsDays()
    {
        var path = await CaseWalk.File(platform, "lantian", "CG-030", "漳州示例运输有限公司", "自卸货车准备把渣土外运倾倒。");
        await using var officer = await platform.Open("lantian.officer1");
        await officer.Step(path, "request-measure", async () =>
        {
            await officer.Pick("kind", "seizure");
            await officer.Fill("物品清单", "自卸货车｜闽E·示002｜1｜辆｜车厢内有渣土");
            await officer.Fill("理由", "车辆准备外运倾倒，证据可能被转移。");
            await officer.Fill("法律、法规依据", "《示例条例》第三十条");
        });
        await Approve(path);
        await officer.Go($"{path}/steps/seal-goods");
        // What was approved stands in the form already.
        Assert.Contains("闽E·示002", await officer.Page.GetByLabel("物品清单").InputValueAsync(), StringComparison.Ordinal);
        await officer.Step(path, "seal-goods", async () =>
        {
            await officer.Page.Locator("textarea[name='Input.reason']").FillAsync("车辆用于倾倒渣土。");
            await officer.Tick("noLivingNecessities");
            await officer.Fill("存放地点", "综合执法大队停车场");
            await officer.Fill("保管人", "综合执法大队");
            await officer.Tick("certificatesShown");
            await officer.Tick("partyTold");
            await officer.Fill("到场的当事人或者见证人", "方志明（法定代表人）");
            await officer.Fill("当事人的陈述和申辩", "无异议。");
            await officer.Deliver("方志明");
        });
        // Thirty days from 8 October.
        await officer.Sees("至2026年11月7日");
        await officer.Step(path, "commission-test", async () =>
        {
            await officer.Fill("检测、鉴定对象", "车载渣土");
            await officer.Fill("检测、鉴定机构", "演示检测有限公司");
            await officer.Fill("检测、鉴定事项", "渣土成分");
            await officer.Page.Locator("select[name='Input.sealing']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await officer.Fill("开始日期", "2026-10-08");
            await officer.Fill("结束日期", "2026-10-18");
            await officer.Tick("toldInWriting");
            await officer.Deliver("方志明");
        });
        // The days of the test from the 9th on do not count, as the party was told in writing.
        await officer.Sees("至2026年11月17日");
        await officer.Go($"{path}?tab=clocks");
        await officer.Sees("11月17日");
        await officer.IsAccessible();
        await officer.FitsTheWindow();
        await officer.Step(path, "request-measure", async () =>
        {
            await officer.Pick("kind", "extension");
            await officer.Page.Locator("select[name='Input.sealing']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await officer.Fill("理由", "渣土来源尚未查清，案情复杂。");
            await officer.Fill("法律、法规依据", "《中华人民共和国行政强制法》第二十五条");
        });
        await Approve(path);
        await officer.Step(path, "extend-sealing", async () =>
        {
            await officer.Fill("延长的理由", "渣土来源尚未查清，案情复杂。");
            await officer.Deliver("方志明");
        });
        await officer.Sees("已延长，至2026年12月17日");
        await using var head = await platform.Open("lantian.head");
        await head.Step(path, "lift-sealing", () => head.Page.Locator("textarea[name='Input.reason']").FillAsync("渣土已查清来源，不再需要扣押。"));
        await head.Sees("已解除");
        await head.IsAccessible();
    }

    [Fact]
    public async Task Demolition_Announced_WaitsForTheRemediesThenGoesOn()
    {
        var (town, path) = await CaseWalk.Find(platform, "served", "record-suit", "officer1", (_, @case) => Task.FromResult(@case.GetProperty("item").GetProperty("code").GetString() == "GH-003"));
        string earliest;
        await using (var head = await platform.Open($"{town}.head"))
        {
            await head.Go(path);
            await head.Sees("方可强制拆除");
            await head.Sees("自行拆除期限");
            await head.IsAccessible();
            await head.Narrow();
            await head.FitsTheWindow();
            await head.Widen();
            await head.Go($"{path}/steps/decide-demolition");
            await head.Sees("方可强制拆除");
            Assert.Equal(0, await head.Page.Locator("main form button[type=submit]").CountAsync());
            earliest = (await head.NextSteps(path)).Single(one => one.GetProperty("step").GetString() == "decide-demolition").GetProperty("earliestOn").GetString()!;
        }
        using var later = await platform.Later(earliest);
        // The demolition goes to legal review before the head decides it.
        await using (var officer = await later.Open($"{town}.officer1"))
        {
            await officer.Step(path, "submit-measure-review");
            await officer.Sees("法制审核中");
        }
        await using (var reviewer = await later.Open($"{town}.reviewer"))
        {
            await reviewer.Go("/office/reviews");
            await reviewer.Page.Locator($"main table a[href^='/office/reviews/{path.Split('/')[^1]}']").First.ClickAsync();
            await reviewer.Sees("送审的行政强制");
            await reviewer.IsAccessible();
            await reviewer.FitsTheWindow();
            await reviewer.Pick("opinion", "agree");
            await reviewer.Send();
            await reviewer.Sees("同意");
        }
        var carriedOutOn = Workday(DateOnly.Parse(earliest, System.Globalization.CultureInfo.InvariantCulture).AddDays(20));
        await using (var deciding = await later.Open($"{town}.head"))
        {
            await deciding.Go(path);
            await deciding.Sees("作出强制拆除决定");
            await deciding.Step(path, "decide-demolition", async () =>
            {
                await deciding.Fill("赋予强制拆除权的法律依据", "《中华人民共和国城乡规划法》第六十八条");
                await deciding.Fill("责成文号", "漳龙政〔2027〕8号");
                await deciding.Fill("强制执行的方式", "机械拆除彩钢棚。");
                await deciding.Fill("实施日期", carriedOutOn);
                await deciding.Tick("noUtilitiesCut");
            });
            await deciding.Sees("已作出强制拆除决定");
            await deciding.IsAccessible();
        }
        await using (var serving = await later.Open($"{town}.officer1"))
        {
            // Nothing is torn down before the decision was served.
            await serving.Go($"{path}/steps/carry-out-demolition");
            await serving.Sees("还没有送达");
            await serving.Step(path, "serve-paper", () => serving.Deliver());
        }
        using var day = await later.Later(carriedOutOn);
        await using var crew = await day.Open($"{town}.officer1");
        await crew.Step(path, "carry-out-demolition", async () =>
        {
            await crew.Page.Locator("input[name='Input.at']").FillAsync($"{carriedOutOn}T08:30");
            await crew.Page.Locator("input[name='Input.until']").FillAsync($"{carriedOutOn}T08:50");
            await crew.Fill("实施情况", "已拆除彩钢棚，建筑垃圾已清运。");
            await crew.Fill("在场的当事人或者见证人", "当事人在场");
            await crew.Tick("noUtilitiesCut");
        });
        await crew.Sees("已拆除");
        await crew.IsAccessible();
        await crew.Go($"{path}?tab=documents");
        await crew.Sees("强制拆除");
    }

    private static string Workday(DateOnly day)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) day = day.AddDays(1);
        return day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task Approve(string path)
    {
        await using var head = await platform.Open("lantian.head");
        await head.Step(path, "approve-measure");
    }
}
