namespace Lianzhi.EndToEnd;

/// <summary>The whole path, from a complaint on a phone to a published decision, as each actor in turn.</summary>
public sealed class ComplaintJourney(RunningPlatform platform)
{
    private const string Basis = "《中华人民共和国大气污染防治法》第一百一十八条第三款";

    [Fact]
    public async Task Complaint_ThroughTheCase_EndsPublishedAndAnswered()
    {
        var (number, code) = await Complain();
        var casePath = await AcceptAndPropose(number);
        await Approve(casePath);
        await Investigate(casePath);
        await DecideAndServe(casePath);
        await PublishAndClose(casePath, number);
        await ReadAsCitizen(number, code);
    }

    private async Task<(string Number, string Code)> Complain()
    {
        await using var citizen = await platform.Open(phone: true);
        await citizen.Go("/");
        await citizen.IsAccessible();
        await citizen.FitsTheWindow();
        await citizen.Go("/complaint");
        await citizen.IsAccessible();
        await citizen.Check("油烟扰民");
        await citizen.Page.Locator("textarea").First.FillAsync("夜宵摊把烧烤炉摆到人行道上，油烟直接飘进二楼住户家里。");
        await citizen.Press("继续");
        await citizen.Page.Locator("main input[type=text], main textarea").First.FillAsync("每天晚上八点到十二点");
        await citizen.Press("继续");
        await citizen.IsAccessible();
        await citizen.Check("蓝田街道");
        await citizen.Fill("地址", "湘桥路北段18号门口");
        await citizen.FitsTheWindow();
        await citizen.Press("继续");
        await citizen.Press("继续");
        await citizen.Page.Locator("input[name=named][value=no]").CheckAsync();
        await citizen.Press("继续");
        await citizen.IsAccessible();
        await citizen.Page.Locator("input[name=truthful]").CheckAsync();
        await citizen.Press("提交");
        await citizen.Page.WaitForURLAsync("**/complaint/sent**");
        await citizen.IsAccessible();
        var text = await citizen.Page.Locator("main").InnerTextAsync();
        var number = System.Text.RegularExpressions.Regex.Match(text, "投[0-9]{8}-[0-9]{4}").Value;
        var code = System.Text.RegularExpressions.Regex.Match(text, "[0-9A-HJKMNP-Z]{4} [0-9A-HJKMNP-Z]{4}").Value;
        Assert.NotEmpty(number);
        Assert.NotEmpty(code);
        return (number, code);
    }

    private async Task<string> AcceptAndPropose(string number)
    {
        await using var brigade = await platform.Open("lantian.brigade");
        await brigade.IsAccessible();
        await brigade.Go($"/office/clues?text={Uri.EscapeDataString(number)}");
        await brigade.IsAccessible();
        await brigade.Page.Locator("main table a[href^='/office/clues/']").First.ClickAsync();
        await brigade.IsAccessible();
        await brigade.Fill("事项编码", "CG-025");
        await brigade.Press("保存");
        await brigade.Press("受理");
        await brigade.Sees("已受理");
        var clue = new Uri(brigade.Page.Url).AbsolutePath.Split('/')[^1];

        await using var officer = await platform.Open("lantian.officer1");
        await officer.Go($"/office/cases/new?clue={clue}");
        await officer.IsAccessible();
        await officer.Page.Locator("input[value=individualBusiness]").CheckAsync();
        await officer.Fill("当事人姓名或者名称", "陈阿明");
        await officer.Fill("字号", "龙文区阿明烧烤店");
        await officer.Fill("事项编码", "CG-025");
        await officer.Fill("案发地点", "湘桥路北段18号门口");
        await officer.Fill("基本案情", "当事人在湘桥路北段18号门口露天烧烤，油烟扰民。");
        await officer.Fill("违法行为日期", "2026-10-07");
        await officer.Fill("发现日期", "2026-10-08");
        await officer.Press("提请立案");
        await officer.Sees("立案审批");
        await officer.IsAccessible();
        return new Uri(officer.Page.Url).AbsolutePath;
    }

    private async Task Approve(string casePath)
    {
        await using var chief = await platform.Open("area1.chief");
        await chief.Go(casePath);
        Assert.Equal(0, await chief.Page.Locator($"main a[href='{casePath}/steps/approve-filing'].lz-btn-primary").CountAsync());

        await using var head = await platform.Open("lantian.head");
        await head.Go($"{casePath}/steps/approve-filing");
        await head.Press("批准立案");
        await head.Sees("漳龙蓝立〔2026〕");
    }

    private async Task Investigate(string casePath)
    {
        await using var officer = await platform.Open("lantian.officer1");
        await officer.Step(casePath, "record-inspection", async () =>
        {
            await officer.Fill("现场人员", "陈阿明（经营者）");
            await officer.Page.Locator("input[name='Input.certificatesShown']").CheckAsync();
            await officer.Fill("检查情况", "人行道上摆放烧烤炉1台，正在烧烤，油烟明显。");
            await officer.Fill("当事人意见", "马上收。");
        });
        await officer.Step(casePath, "order-correction", async () =>
        {
            await officer.Fill("违反的条款", "《中华人民共和国大气污染防治法》第八十一条第三款");
            await officer.Fill("改正要求", "立即撤除店外烧烤炉。");
            await officer.Fill("改正期限", "2026-10-08");
            await officer.Deliver("陈阿明");
        });
        await officer.Step(casePath, "check-correction", async () =>
        {
            await officer.Page.Locator("input[name='Input.corrected']").CheckAsync();
            await officer.Fill("复查情况", "烧烤炉已撤除。");
        });
        await officer.Step(casePath, "conclude-investigation", async () =>
        {
            await officer.Fill("证据", "勘验笔录、现场笔录｜现场检查笔录1份｜现场情况\n视听资料｜照片4张｜露天烧烤");
            await officer.Fill("处罚依据", Basis);
            await officer.Fill("裁量说明", "初次违法，及时改正，从轻处罚。");
            await officer.Fill("罚款（元）", "500");
        });
        await officer.Step(casePath, "serve-prior-notice", async () =>
        {
            await officer.Fill("罚款（元）", "500");
            await officer.Deliver("陈阿明");
        });
    }

    private async Task DecideAndServe(string casePath)
    {
        await using (var head = await platform.Open("lantian.head"))
        {
            // The defence period runs: the step says why it is blocked, with the article.
            await head.Go(casePath);
            await head.Sees("陈述申辩期");
        }
        await using var officer = await platform.Open("lantian.officer1");
        await officer.Step(casePath, "record-waiver", async () =>
        {
            await officer.Page.Locator("input[name='Input.written']").CheckAsync();
            await officer.Fill("书面材料的位置", "卷内第8页，当事人签名");
        });
        await using (var head = await platform.Open("lantian.head"))
        {
            await head.Step(casePath, "make-decision", () => head.Fill("罚款（元）", "500"));
            await head.Go($"{casePath}?tab=documents");
            await head.IsAccessible();
        }
        await officer.Step(casePath, "serve-decision", async () =>
        {
            await officer.Deliver("陈阿明");
            await officer.Page.Locator("input[name='Input.publicityTold']").CheckAsync();
        });
        await officer.Step(casePath, "record-payment", async () =>
        {
            await officer.Fill("缴纳罚没款（元）", "500");
            await officer.Fill("财政统一票据号", "闽财票（演示）E2E");
        });
    }

    private async Task PublishAndClose(string casePath, string number)
    {
        await using var head = await platform.Open("lantian.head");
        await head.Step(casePath, "decide-publication", async () =>
        {
            await head.Page.Locator("input[name='Input.publish']").CheckAsync();
            await head.Fill("理由", "群众反映集中，具有一定社会影响。");
        });
        await head.Step(casePath, "close-case", () => head.Fill("执行情况", "罚款已缴清，烧烤炉已撤除。"));
        await head.Go($"{casePath}?tab=record");
        await head.IsAccessible();

        await using var brigade = await platform.Open("lantian.brigade");
        await brigade.Go($"/office/clues?text={Uri.EscapeDataString(number)}");
        await brigade.Page.Locator("main table a[href^='/office/clues/']").First.ClickAsync();
        await brigade.Press("答复");
    }

    private async Task ReadAsCitizen(string number, string code)
    {
        await using var citizen = await platform.Open();
        await citizen.Go("/decisions");
        await citizen.IsAccessible();
        await citizen.Page.Locator("main a[href^='/decisions/']").First.ClickAsync();
        await citizen.Sees("行政处罚决定");
        await citizen.IsAccessible();
        var text = await citizen.Page.Locator("main").InnerTextAsync();
        Assert.DoesNotContain("13800", text, StringComparison.Ordinal);

        await citizen.Go("/progress");
        await citizen.Fill("受理编号", number);
        await citizen.Fill("查询码", code);
        await citizen.Press("查询");
        await citizen.Sees("答复");
        await citizen.IsAccessible();
    }
}
