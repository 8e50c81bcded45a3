namespace Lianzhi.EndToEnd;

/// <summary>Shorter journeys: on the spot with a phone, who enforces, people who may not.</summary>
public sealed class OfficeJourneys(RunningPlatform platform)
{
    [Fact]
    public async Task OnTheSpot_OnAPhone_IsDecidedOnOnePage()
    {
        await using var officer = await platform.Open("buwen.officer1", phone: true);
        await officer.FitsTheWindow();
        await officer.Go("/office/cases/on-the-spot");
        await officer.IsAccessible();
        await officer.FitsTheWindow();
        await officer.Fill("当事人姓名或者名称", "李国强");
        await officer.Fill("事项编码", "CG-014");
        await officer.Fill("案发地点", "步文路25号旁绿化带");
        await officer.Fill("违法事实和证据", "当事人把一袋装修垃圾倒在绿化带，有照片2张。");
        await officer.Fill("违反的条款", "《中华人民共和国固体废物污染环境防治法》第四十九条第二款");
        await officer.Fill("处罚依据", "《中华人民共和国固体废物污染环境防治法》第一百一十一条第一款第一项");
        await officer.Fill("罚款（元）", "300");
        await officer.Fill("责令改正", "当场清理");
        await officer.Page.Locator("input[name='Input.certificatesShown']").CheckAsync();
        await officer.Page.Locator("input[name='Input.oralNotice']").CheckAsync();
        await officer.Fill("当事人意见", "无异议。");
        await officer.Fill("签收人", "李国强");
        await officer.Press("作出当场处罚决定");
        await officer.Sees("二百元以下");
        Assert.Equal("李国强", await officer.Page.GetByLabel("签收人").InputValueAsync());

        await officer.Fill("罚款（元）", "100");
        await officer.Press("作出当场处罚决定");
        await officer.Sees("漳龙步当罚〔2026〕");
        await officer.IsAccessible();
        await officer.FitsTheWindow();
    }

    [Fact]
    public async Task WhoEnforces_PublicQuestion_NamesTheSubjectAndWhy()
    {
        await using var citizen = await platform.Open(phone: true);
        await citizen.Go("/who?item=CG-023&township=350603003");
        await citizen.Sees("蓝田街道办事处");
        await citizen.IsAccessible();
        await citizen.FitsTheWindow();
    }

    [Fact]
    public async Task ProposeCase_Incomplete_NamesEveryFieldAndKeepsWhatWasTyped()
    {
        await using var officer = await platform.Open("lantian.officer1");
        await officer.Go("/office/cases/new");
        await officer.Fill("案发地点", "湘桥路北段18号门口");
        await officer.Press("提请立案");
        foreach (var label in new[] { "事项编码", "基本案情", "违法行为日期", "发现日期", "当事人姓名或者名称" })
            Assert.Equal("true", await officer.Page.GetByLabel(label).First.GetAttributeAsync("aria-invalid"));
        Assert.Equal("湘桥路北段18号门口", await officer.Page.GetByLabel("案发地点").InputValueAsync());
        await officer.IsAccessible();
    }

    [Fact]
    public async Task Administrator_OpensACase_IsTurnedAway()
    {
        await using var window = await platform.Open("admin");
        var answer = await window.Page.GotoAsync("/office/cases");
        Assert.Equal(403, answer!.Status);
        await window.IsAccessible();
    }
}
