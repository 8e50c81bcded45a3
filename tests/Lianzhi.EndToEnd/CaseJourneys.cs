namespace Lianzhi.EndToEnd;

/// <summary>Cases that do not go the short way: heard, reviewed and discussed; ended without a penalty; handed to the police.</summary>
public sealed class CaseJourneys(RunningPlatform platform)
{
    [Fact]
    public async Task Heard_ReviewedAndDiscussed_IsDecidedByTheHead()
    {
        // The case of 步文街道 was heard and lies with legal review.
        string path;
        await using (var reviewer = await platform.Open("buwen.reviewer"))
        {
            await reviewer.Go("/office/reviews");
            await reviewer.IsAccessible();
            await reviewer.Page.Locator("main table a[href^='/office/reviews/']").First.ClickAsync();
            await reviewer.Sees("出具审核意见");
            path = $"/office/cases/{new Uri(reviewer.Page.Url).AbsolutePath.Split('/')[^1]}";
            await reviewer.Pick("opinion", "amend");
            await reviewer.Send();
            await reviewer.Sees("一次写明全部问题");
            await reviewer.IsAccessible();
            await reviewer.Pick("opinion", "agree");
            await reviewer.Send();
            await reviewer.Sees("同意");
        }
        await using var head = await platform.Open("buwen.head");
        await head.Go(path);
        await head.Sees("集体讨论");
        await head.Go($"{path}/steps/make-decision");
        await head.Sees("集体讨论决定");
        await head.Step(path, "discuss-collectively", async () =>
        {
            await head.Fill("地点", "第一会议室");
            await head.Page.Locator("input[name='Input.presenterId']").First.CheckAsync();
            var recorder = head.Page.Locator("select[name='Input.recorderId']");
            await recorder.SelectOptionAsync((await recorder.Locator("option", new() { HasText = "庄永芳" }).GetAttributeAsync("value"))!);
            for (var voice = 0; voice < 2; voice++) await head.Page.Locator($"input[name='Input.members[{voice}].opinion']").FillAsync("事实清楚，同意拟处罚意见。");
            await head.Page.Locator("textarea[name='Input.result']").FillAsync("同意给予罚款十万元的行政处罚。");
        });
        await head.Go($"{path}/steps/make-decision");
        await head.Sees("对听证意见的采纳情况");
        await head.Fill("对听证意见的采纳情况", "采纳听证意见，维持拟处罚意见。");
        await head.Page.Locator("input[name='Input.penalties.fine']").FillAsync("90000");
        await head.Refused("集体讨论");
        await head.Page.Locator("input[name='Input.penalties.fine']").FillAsync("100000");
        await head.Send();
        await head.Sees("待送达");
        await head.Go($"{path}?tab=documents");
        await head.Sees("听证笔录");
        await head.Sees("集体讨论笔录");
        await head.IsAccessible();
        await using var officer = await platform.Open("buwen.officer1");
        await officer.Step(path, "serve-decision", async () =>
        {
            await officer.Deliver();
            await officer.Tick("publicityTold");
        });
        await officer.Sees("登记缴款");
    }

    [Fact]
    public async Task Hearing_PutOffAtTheRequestOfTheParty_IsAnnouncedAnewAndHeld()
    {
        var (town, path) = await CaseWalk.Find(platform, "noticed", "request-postponement", "officer1");
        await using (var officer = await platform.Open($"{town}.officer1"))
            await officer.Step(path, "request-postponement", async () =>
            {
                await officer.Fill("申请人", "方志明");
                await officer.Fill("申请延期的理由", "法定代表人住院手术，附住院通知。");
            });
        await using (var host = await platform.Open("lantian.deputy"))
        {
            await host.Go(path);
            await host.Sees("申请延期");
            await host.Step(path, "adjourn-hearing", () => host.Fill("延期或者中止的理由", "当事人住院，理由正当，准予延期。"));
        }
        string hearingAt;
        await using (var officer = await platform.Open($"{town}.officer1"))
        {
            await officer.Step(path, "serve-paper", () => officer.Deliver());
            await officer.Go($"{path}/steps/serve-hearing-notice");
            hearingAt = await officer.Page.Locator("input[name='Input.hearingAt']").InputValueAsync();
            await officer.Step(path, "serve-hearing-notice", async () =>
            {
                await officer.Fill("听证地点", "街道办事处三楼会议室");
                await officer.Take("hostId", "钟海辉");
                await officer.Take("recorderId", "罗建芳");
                await officer.Deliver();
            });
            await officer.Go($"{path}?tab=documents");
            await officer.Sees("延期听证决定书");
        }
        await using (var anybody = await platform.Open())
        {
            await anybody.Go("/hearings");
            await anybody.Sees("街道办事处三楼会议室");
            await anybody.IsAccessible();
        }
        using var later = await platform.Later(DateOnly.Parse(hearingAt[..10], System.Globalization.CultureInfo.InvariantCulture).AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await using (var recorder = await later.Open("lantian.officer3"))
            await recorder.Step(path, "hold-hearing", async () =>
            {
                await recorder.Page.Locator("input[name='Input.until']").FillAsync($"{hearingAt[..10]}T10:30");
                await recorder.Fill("当事人出席人员", "方志明（法定代表人）");
                foreach (var said in new[] { "charge", "answer", "debate" }) await recorder.Page.Locator($"textarea[name='Input.{said}']").FillAsync("双方陈述清楚，记录在卷。");
            });
        await using var reporting = await later.Open("lantian.deputy");
        await reporting.Step(path, "report-hearing", async () =>
        {
            await reporting.Fill("听证基本情况", "听证依法公开举行。");
            await reporting.Pick("opinion", "uphold");
            await reporting.Fill("理由", "事实清楚，裁量适当。");
        });
        await reporting.Go($"{path}?tab=documents");
        await reporting.Sees("听证报告");
    }

    [Fact]
    public async Task Minor_CorrectedAtOnce_EndsWithEducationAndWithoutAPenalty()
    {
        var path = await CaseWalk.File(platform, "jingshan", "CG-030", "漳州示例景观工程有限公司", "工地渣土约2立方米没有遮盖。");
        await using (var officer = await platform.Open("jingshan.officer1"))
        {
            await officer.Step(path, "record-inspection", async () =>
            {
                await officer.Fill("现场人员", "方志明（法定代表人）");
                await officer.Tick("certificatesShown");
                await officer.Fill("检查情况", "工地门口渣土约2立方米没有遮盖。");
                await officer.Fill("当事人意见", "马上清走。");
            });
            await officer.Step(path, "order-correction", async () =>
            {
                await officer.Fill("违反的条款", "《中华人民共和国大气污染防治法》第六十九条第三款");
                await officer.Fill("改正要求", "立即清运。");
                await officer.Fill("改正期限", "2026-10-08");
                await officer.Deliver();
            });
            await officer.Step(path, "check-correction", async () =>
            {
                await officer.Tick("corrected");
                await officer.Fill("复查情况", "渣土已全部清运。");
            });
            await officer.Step(path, "conclude-investigation", async () =>
            {
                await officer.Page.Locator("textarea[name='Input.evidence']").FillAsync("勘验笔录、现场笔录｜现场检查笔录1份｜现场情况");
                await officer.Fill("裁量说明", "违法行为轻微，当日改正，没有造成危害后果。");
            });
        }
        await using var head = await platform.Open("jingshan.head");
        await head.Go($"{path}/steps/make-decision");
        await head.Choose("决定", "不予处罚：违法行为轻微并及时改正，没有造成危害后果");
        await head.Refused("应当对当事人进行教育");
        await head.Fill("教育情况", "当面讲解扬尘污染防治规定，当事人签收教育记录。");
        await head.Send();
        await head.Sees("待送达");
        await using (var officer = await platform.Open("jingshan.officer1"))
            await officer.Step(path, "serve-decision", () => officer.Deliver());
        await head.Step(path, "close-case", () => head.Fill("执行情况", "不予处罚决定已送达，已经改正。"));
        await head.Sees("归档");
        await head.Go($"{path}/documents/no-penalty-decision/0");
        await head.Sees("不予行政处罚");
        await head.IsAccessible();
    }

    [Fact]
    public async Task Crime_ReportedDecidedHandedOver_EndsWithThePolice()
    {
        var path = await CaseWalk.File(platform, "buwen", "CG-030", "漳州示例环保科技有限公司", "空地堆放桶装固体废物约3吨。");
        await using var officer = await platform.Open("buwen.officer1");
        await officer.Step(path, "report-crime", async () =>
        {
            await officer.Fill("涉嫌的罪名", "污染环境罪");
            await officer.Fill("刑法条文和立案追诉标准", "《中华人民共和国刑法》第三百三十八条");
            await officer.Fill("涉嫌犯罪的事实", "非法堆放危险废物约3吨。");
        });
        await using (var deputy = await platform.Open("buwen.deputyhead"))
        {
            // Only who leads the organ decides on a transfer.
            await deputy.Go($"{path}/steps/decide-crime-transfer");
            await deputy.Sees("正职负责人");
        }
        await using (var head = await platform.Open("buwen.head"))
            await head.Step(path, "decide-crime-transfer", async () =>
            {
                await head.Tick("transfer");
                await head.Fill("意见和理由", "涉嫌犯罪，同意移送。");
            });
        await officer.Go(path);
        await officer.Sees("10-09");
        await officer.IsAccessible();
        await officer.Step(path, "hand-over-crime", async () =>
        {
            await officer.Fill("接收人", "演示民警");
            foreach (var box in await officer.Page.Locator("input[name='Input.materials']").AllAsync()) await box.CheckAsync();
        });
        await officer.Step(path, "record-police-answer", async () =>
        {
            await officer.Tick("filed");
            await officer.Fill("公安机关文书文号", "龙公立字〔2026〕9号");
        });
        await using var closing = await platform.Open("buwen.head");
        await closing.Step(path, "hand-over-case", () => closing.Fill("移送情况", "公安机关已立案，本案移送结案。"));
        await closing.Sees("归档");
        await closing.Go($"{path}/documents/crime-transfer/0");
        await closing.Sees("污染环境罪");
        await closing.IsAccessible();
    }
}
