using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Evidence;
using Lianzhi.Core.Powers;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Powers;
using Lianzhi.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Demo;

/// <summary>
/// Cases of the demonstration that stand in the middle of a measure (演示措施): seized, tested and extended; evidence
/// preserved; on the way to the police; a demolition that waits for the remedies to end.
/// </summary>
public sealed class DemoMeasures(DemoScript script)
{
    private const string Lantian = "350603003";
    private const string Waste = "《中华人民共和国大气污染防治法》第六十九条第三款";
    private static readonly CaseGoods[] Truck = [new("自卸货车", "闽E·演示1", "1", "辆", "车厢内有渣土")];

    private string[] Officers => script.OfficersOf("lantian");

    /// <summary>Puts the power to seal and the four cases into the queue.</summary>
    public void Plan()
    {
        script.At(script.Today.AddDays(-60), 8, 0, HandOnSealing, anyDay: true);
        script.At(script.Today.AddDays(-40), 8, 10, async () => Seized(await Filed("CG-030", "漳州演示土方工程有限公司", "梧桥路南侧工地", "工地渣土没有遮盖，自卸货车准备外运倾倒。")));
        script.At(script.Today.AddDays(-9), 8, 20, async () => Preserved(await Filed("CG-022", "漳州演示渣土运输有限公司", "龙文中路", "渣土车没有盖严，一路遗撒。")));
        script.At(script.Today.AddDays(-16), 8, 30, async () => Suspected(await Filed("CG-030", "漳州演示环保科技有限公司", "小港北路空地", "空地堆放不明固体废物，没有遮盖。")));
        script.At(script.Today.AddDays(-75), 8, 40, async () => Shed(await Filed("GH-003", "漳州演示仓储有限公司", "湘桥路北段8号旁", "未经批准搭建彩钢棚86平方米。")));
    }

    private Task HandOnSealing() => script.As("bianban.staff", async services =>
    {
        var row = await services.GetRequiredService<AppDb>().Set<EmpowermentRow>().AsNoTracking().SingleAsync(one => one.Item == "CG-030" && one.Township == Lantian);
        return await services.GetRequiredService<ChangeEmpowerment>().Run(row.Item, row.Township, row.Version,
            new EmpowermentChange(row.From, null, row.Decision, row.HigherDecision, true, row.ListedOn, row.ListLink, DepartmentPart.Guide, "承接确认书（示例）载明的强制措施权"), "按承接确认书（示例）补登", default);
    });

    private async Task<string> Filed(string item, string company, string address, string facts)
    {
        var (now, today) = (script.Clock.GetUtcNow(), script.Clock.Today());
        var party = new CaseParty(PartyKind.Organisation, company, Representative: "演示人", Address: address);
        var receipt = await script.As("lantian.officer1", services => services.GetRequiredService<ProposeCase>().Run(new ProposeFiling(
            now.AddMinutes(-5), "", "巡查发现", null, party, item, Lantian, address, facts, today.AddDays(-1), today.AddDays(-1), false, Officers), default));
        await Take(receipt.Id, "lantian.head", _ => new ApproveFiling("事实初步清楚，同意立案。"));
        return receipt.Id;
    }

    private void Seized(string id) => Later(1, 9, async () =>
    {
        await Take(id, "lantian.officer1", now => new RequestMeasure(now.AddMinutes(-5), MeasureKind.Seizure, null, Truck, "车辆准备外运倾倒，证据可能被转移。", "《示例条例》第三十条", Officers));
        await Take(id, "lantian.head", _ => new ApproveMeasure(0, "同意扣押。"));
        Later(0, 15, async () =>
        {
            await Take(id, "lantian.officer1", now => new SealGoods(now.AddMinutes(-50), now.AddMinutes(-10), MeasureKind.Seizure, null, "车辆用于倾倒渣土。", "《示例条例》第三十条", Truck, true, false,
                "综合执法大队停车场", "综合执法大队", true, true, "演示人（法定代表人）", "无异议。", null, Handed(), Officers));
            // The camera was changed for ten minutes: a gap in a whole film.
            foreach (var (from, until) in ((int, int)[])[(-52, -30), (-20, -8)])
                await DemoEvidence.Bring(script, id, "lantian.officer1", Officers, "扣押全程录像", "综合执法大队停车场", "扣押经过", script.Clock.GetUtcNow().AddMinutes(from), script.Clock.GetUtcNow().AddMinutes(until), new(RecordedActKind.Sealing, 0), "扣押.webm", DemoEvidence.Film(TimeSpan.FromMinutes(until - from)));
            Later(2, 10, async () =>
            {
                await Take(id, "lantian.officer1", now => new CommissionTest(now.AddMinutes(-5), "检测", "车载渣土", "演示检测有限公司", "渣土成分", 0, script.Clock.Today(), script.Clock.Today().AddDays(9), true, Handed(), Officers));
                Later(8, 10, async () =>
                {
                    await Take(id, "lantian.officer1", now => new ConcludeTest(now.AddMinutes(-5), 0, "演检〔2026〕18号", "含建筑垃圾。", true, Officers));
                    await Take(id, "lantian.officer1", now => new RequestMeasure(now.AddMinutes(-2), MeasureKind.Extension, 0, [], "渣土来源尚未查清，案情复杂。", "《中华人民共和国行政强制法》第二十五条", Officers));
                    await Take(id, "lantian.head", _ => new ApproveMeasure(1, "同意延长。"));
                    Later(1, 10, () => Take(id, "lantian.officer1", now => new ExtendSealing(now.AddMinutes(-5), 0, "渣土来源尚未查清，案情复杂。", Handed(), Officers)));
                });
            });
        });
    });

    private void Preserved(string id) => Later(1, 9, async () =>
    {
        CaseGoods[] recorder = [new("行车记录仪", "演示型", "1", "台")];
        await Take(id, "lantian.officer1", now => new RequestMeasure(now.AddMinutes(-5), MeasureKind.Preservation, null, recorder, "记录可能被覆盖。", "《中华人民共和国行政处罚法》第五十六条", Officers));
        await Take(id, "lantian.head", _ => new ApproveMeasure(0, "同意先行登记保存。"));
        await Take(id, "lantian.officer1", now => new PreserveEvidence(now, recorder, "记录可能被覆盖", "综合执法大队", "综合执法大队", true, Handed(), Officers));
        await Take(id, "lantian.officer1", now => new SendLetter(now, LetterKind.Assistance, "区应急管理局", "协助查询运输企业安全生产备案情况", "当事人称车辆已在贵局备案，需核实。", ["车辆信息1份"], script.Clock.Today().AddDays(20), Officers));
    });

    private void Suspected(string id) => Later(1, 9, async () =>
    {
        await Inspect(id, "空地堆放桶装固体废物约3吨，标识为危险废物。");
        await Take(id, "lantian.officer1", now => new ReportCrime(now.AddMinutes(-5), "污染环境罪", "《中华人民共和国刑法》第三百三十八条", "非法堆放危险废物约3吨。", Officers));
        await Take(id, "lantian.head", _ => new DecideCrimeTransfer(true, "涉嫌犯罪，同意移送。"));
        await Take(id, "lantian.officer1", now => new HandOverCrime(now, "漳州市公安局龙文分局", "演示民警", [.. CaseSteps.TransferMaterials], Officers));
    });

    private void Shed(string id) => Later(1, 9, async () =>
    {
        CasePenalty[] fine = [new(PenaltyKind.Fine, 3_000_00)];
        await Inspect(id, "彩钢棚86平方米，没有批准手续。");
        await Take(id, "lantian.officer1", now => new ConcludeInvestigation(now.AddMinutes(-5), "当事人未经批准搭建彩钢棚86平方米，造价1万元。", [new("勘验笔录、现场笔录", "现场检查笔录1份", "未批搭建")],
            "《中华人民共和国城乡规划法》第四十四条第一款", "《中华人民共和国城乡规划法》第六十六条第一项", "造价1万元，处造价30%的罚款。", 0, fine, false, false, false, Officers));
        await Take(id, "lantian.officer1", now => new ServePriorNotice(now.AddMinutes(-1), "未经批准搭建彩钢棚86平方米。", "造价1万元，处造价30%的罚款。", fine, null, false, Handed(), Officers));
        script.At(script.WorkingDaysAfter(script.Clock.Today(), 6), 10, 5, async () =>
        {
            await Take(id, "lantian.head", _ => new MakeDecision(DecisionKind.Penalty, fine, null, "限期十五日内自行拆除彩钢棚。", ""));
            Later(1, 10, async () =>
            {
                await Take(id, "lantian.officer1", now => new ServeDecision(now.AddMinutes(-5), Handed(), true, Officers));
                await Take(id, "lantian.head", _ => new DecidePublication(false, "社会影响轻微，不公示。", 0, Core.Disclosure.NoPublicationGround.NoSocialImpact));
                Later(6, 10, () => Take(id, "lantian.officer1", now => new RecordPayment(now.AddMinutes(-5), 3_000_00, 0, "闽财票（演示）拆棚")));
                Later(20, 10, async () =>
                {
                    await Take(id, "lantian.officer1", now => new AnnounceDemolition(now.AddMinutes(-5), "彩钢棚86平方米", script.Clock.Today().AddDays(15), "现场和社区公告栏", Officers));
                    await Take(id, "lantian.officer1", now => new ServeDemand(now.AddMinutes(-2), "收到本催告书之日起十五日内自行拆除。", "拆除彩钢棚86平方米", Handed(), Officers));
                });
            });
        });
    });

    private Task<CaseReceipt> Inspect(string id, string findings) => Take(id, "lantian.officer1", now =>
        new RecordInspection(now.AddMinutes(-40), now.AddMinutes(-10), "现场", "演示人（法定代表人）", true, findings, "情况属实。", null, Officers));

    private static ServiceInput Handed() => new(ServiceMethod.Direct, "当事人办公室", "演示人", "法定代表人", null, null);

    private void Later(int days, int hour, Func<Task> act) => script.At(script.Clock.Today().AddDays(days), hour, 5, act);

    private Task<CaseReceipt> Take(string id, string userName, Func<DateTimeOffset, CaseCommand> make) =>
        script.As(userName, services => services.GetRequiredService<TakeCaseStep>().Run(id, null, make(script.Clock.GetUtcNow()), default));
}
