using System.Text.RegularExpressions;

namespace Lianzhi.EndToEnd;

/// <summary>An inspection from approval to what the enterprise thinks of it: no notice, no inspection; the party refuses to sign and a witness does.</summary>
public sealed partial class InspectionJourney(RunningPlatform platform)
{
    [Fact]
    public async Task Inspection_ApproveNoticeCheckSignOrderTell_TheEnterpriseAnswers()
    {
        await using var officer = await platform.Open("bihu.officer1");
        await officer.Go("/office/targets?township=350603002&q=餐饮");
        await officer.Page.Locator("main table a[href^='/office/targets/']").First.ClickAsync();
        await officer.Follow("提请检查");
        await officer.Page.Locator("input[name='Input.requirements'][value='市容环境检查']").CheckAsync();
        await officer.Check("即时检查");
        await officer.Fill("检查事由", "巡查发现后门通道堆放垃圾");
        await officer.Check("江国敏");
        await officer.Check("刘永龙");
        if (await officer.Page.GetByLabel("超出频次").CountAsync() > 0)
        {
            await officer.Check("风险监测");
            await officer.Fill("超出频次", "现场可见，不容等待");
        }
        await officer.Press("提请审批");
        await officer.Sees("待审批");
        var inspection = new Uri(officer.Page.Url).AbsolutePath;
        var (mark, code) = await ApproveAndNotify(officer, inspection);

        await using var phone = await platform.Open("bihu.officer1", phone: true);
        await phone.Go($"{inspection}/field");
        await phone.IsAccessible();
        await phone.FitsTheWindow();
        await phone.Fill("扫码或者填写", "漳龙碧检通〔2026〕9999号");
        await phone.Check("已出示证件");
        await phone.Press("开始检查");
        await phone.Sees("走错了检查对象");
        await phone.Fill("扫码或者填写", mark);
        await phone.Press("开始检查");
        await phone.Sees("保存检查表");
        await phone.Page.Locator("input[name='f1'][value='Fails']").CheckAsync();
        await phone.Page.Locator("input[name='n1']").FillAsync("后门通道堆放生活垃圾约2立方米");
        foreach (var position in new[] { 2, 3 }) await phone.Page.Locator($"input[name='f{position}'][value='Conforms']").CheckAsync();
        await phone.IsAccessible();
        await phone.FitsTheWindow();
        await phone.Press("保存检查表");
        await phone.Follow("制作笔录并签名");
        await phone.Fill("现场人员及职务", "陈某某，店长");
        await phone.Check("现场人员拒绝签名");
        await phone.Fill("拒签原因", "认为不是本店堆放");
        await phone.Check("江国敏");
        await phone.Check("刘永龙");
        await phone.Press("签署检查笔录");
        await phone.Sees("由见证人签名或者以录像记录");
        await phone.Fill("见证人或者录像", "网格员林某某；全程录像");
        await phone.Press("签署检查笔录");
        await phone.Sees("待作结论");

        await officer.Go($"{inspection}/steps/conclude");
        await officer.Check("责令限期改正");
        await officer.Fill("改正要求", "三日内清理，建立自查记录");
        await officer.Fill("改正期限", "2026-10-12");
        await officer.Press("作出检查结论");
        await officer.Sees("待告知结果");
        await officer.Go($"{inspection}/steps/tell-result");
        await officer.Fill("签收人", "陈某某");
        await officer.Press("告知检查结果");
        await officer.Sees("待复查");
        await officer.IsAccessible();

        await using var enterprise = await platform.Open(phone: true);
        await enterprise.Go($"/inspections/notice?mark={mark}");
        await enterprise.Sees("江国敏");
        await enterprise.Sees("有权拒绝检查");
        await enterprise.IsAccessible();
        await enterprise.FitsTheWindow();
        await enterprise.Check("基本满意");
        await enterprise.Fill("意见和建议", "讲得清楚");
        await enterprise.Fill("校验码", code);
        await enterprise.Press("提交评价");
        await enterprise.Sees("评价已经收到");
        await officer.Go(inspection);
        await officer.Sees("基本满意");
    }

    [Fact]
    public async Task Inspection_ThatFindsAViolation_EndsInACaseThatIsOpened()
    {
        await using var officer = await platform.Open("bihu.officer1");
        await officer.Go("/office/targets?township=350603002&q=餐饮");
        await officer.Page.Locator("main table a[href^='/office/targets/']").Nth(1).ClickAsync();
        await officer.Sees("本年度入企检查");
        await officer.IsAccessible();
        var target = (await officer.Page.Locator("main h1").InnerTextAsync()).Trim();
        await officer.Follow("提请检查");
        await officer.Page.Locator("input[name='Input.requirements'][value='市容环境检查']").CheckAsync();
        await officer.Check("即时检查");
        await officer.Fill("检查事由", "巡查发现门前倾倒垃圾");
        await officer.Check("江国敏");
        await officer.Check("刘永龙");
        if (await officer.Page.GetByLabel("超出频次").CountAsync() > 0)
        {
            // Without a ground nobody goes beyond the cap, whatever the reason says.
            await officer.Fill("超出频次", "现场可见，不容等待");
            await officer.Press("提请审批");
            await officer.Sees("方可突破频次上限");
            await officer.Check("风险监测");
        }
        await officer.Press("提请审批");
        await officer.Sees("待审批");
        var inspection = new Uri(officer.Page.Url).AbsolutePath;
        var (mark, _) = await ApproveAndNotify(officer, inspection);
        await officer.Go($"{inspection}/field");
        // What a telephone reads from the code of the notice is an address.
        await officer.Fill("扫码或者填写", $"{platform.Address}/inspections/notice?mark={mark}");
        await officer.Check("已出示证件");
        await officer.Press("开始检查");
        await officer.Sees("保存检查表");
        await officer.Page.Locator("input[name='f1'][value='Fails']").CheckAsync();
        await officer.Page.Locator("input[name='n1']").FillAsync("门前倾倒生活垃圾约1立方米");
        foreach (var position in new[] { 2, 3 }) await officer.Page.Locator($"input[name='f{position}'][value='Conforms']").CheckAsync();
        await officer.Press("保存检查表");
        await officer.Follow("制作笔录并签名");
        await officer.Fill("现场人员及职务", "陈某某，店长");
        await officer.Fill("现场人员签名", "陈某某");
        await officer.Check("江国敏");
        await officer.Check("刘永龙");
        await officer.Press("签署检查笔录");
        await officer.Sees("待作结论");

        await officer.Go($"{inspection}/steps/conclude");
        await officer.IsAccessible();
        await officer.Check("涉嫌违法，提请立案");
        if (await officer.Page.GetByLabel("经营者姓名").CountAsync() > 0) await officer.Fill("经营者姓名", "陈某某");
        await officer.Press("作出检查结论");
        await officer.Sees("已提请立案");
        await officer.Follow("查看案件");
        await officer.Sees(target);
        await officer.Sees("门前倾倒生活垃圾约1立方米");
        await officer.IsAccessible();
        await officer.Go(inspection);
        await officer.Sees("涉嫌违法，提请立案");
    }

    /// <summary>The head approves and the officer issues a notice to be shown at the door; its number for a scan and its code for who answers.</summary>
    private async Task<(string Mark, string Code)> ApproveAndNotify(Window officer, string inspection)
    {
        await using (var head = await platform.Open("bihu.head"))
        {
            await head.Go($"{inspection}/steps/approve");
            await head.Page.GetByLabel("同意", new() { Exact = true }).CheckAsync();
            await head.Press("审批");
            await head.Sees("待通知");
        }
        await officer.Go($"{inspection}/steps/notify");
        await officer.Check("到场出示");
        await officer.Fill("不事先送达的依据和理由", "当场查看才能反映实际");
        await officer.Press("制发检查通知书");
        await officer.Sees("校验码");
        var text = await officer.Page.Locator("main").InnerTextAsync();
        return (Mark().Match(text).Value, Code().Match(text).Groups[1].Value);
    }

    [GeneratedRegex(@"J2-\d{8}-\w{6}")]
    private static partial Regex Mark();

    [GeneratedRegex(@"校验码 ([\w-]{14})")]
    private static partial Regex Code();
}
