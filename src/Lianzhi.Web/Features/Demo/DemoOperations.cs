using Lianzhi.Core.Operations;
using Lianzhi.Web.Features.Operations;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Demo;

/// <summary>
/// Branches of departments, a simple joint action of one street, and two operations across streets (演示联合行动): one summed up, one gathered on the day of the
/// demonstration.
/// </summary>
public sealed class DemoOperations(DemoScript script)
{
    private static readonly string[] Pair = ["officer1", "officer2"];
    private static readonly string[] Simple = ["350603003", "sc"];
    private static readonly string[] Across = ["350603003", "350603001", "sc"];

    /// <summary>Puts everything into the queue.</summary>
    public void Plan()
    {
        script.At(script.Today.AddDays(-60), 9, 0, Stations);
        script.At(script.Today.AddDays(-30), 9, 0, () => SimpleAction(script.WorkingDaysAfter(script.Today.AddDays(-28), 2)));
        script.At(script.Today.AddDays(-40), 9, 5, () => Arranged("夜间油烟联合整治", "油烟投诉集中在两街交界路段", script.WorkingDaysAfter(script.Today.AddDays(-40), 8)));
        script.At(script.Today.AddDays(-20), 9, 10, () => Arranged("校园周边秩序联合整治", "新学期校门口占道经营反复", script.Today));
    }

    private async Task Stations()
    {
        foreach (var (department, name, township, duty) in new[] { ("zr", "蓝田自然资源所", "350603003", "土地巡查、规划核查"), ("sc", "蓝田市场监督管理所", "350603003", "市场主体日常监督检查"), ("sc", "步文市场监督管理所", "350603001", "市场主体日常监督检查"), ("zr", "郭坑自然资源所", "350603103", "土地巡查、规划核查") })
            await script.As($"{department}.liaison", services => services.GetRequiredService<RegisterStation>().Run(name, department, township,
                township == "350603003" ? [.. Pair.Select(one => script.Person($"{department}.{one}").OfficerId!)] : [], duty, "机构设置文件（演示）", default));
    }

    private async Task SimpleAction(DateOnly day)
    {
        var id = await script.As("lantian.deputy", services => services.GetRequiredService<OpenOperation>().Run(
            new(OperationKind.Simple, "农贸市场周边联合整治", "市场外占道和无照经营反复，需要市场监管所一并处理", ["350603003"], Simple, "350603003", null, null), default));
        await script.As("lantian.deputy", services => services.GetRequiredService<PlanOperation>().Run(id, null, new(day, "8时30分，蓝田街道办", "一组清理占道，二组核查证照", "执法车2辆、记录仪4台", "劝导在先，文明用语", "市场协管员2名，只作引导", [.. Crew(Simple)]), default));
        await script.As("lantian.deputy", services => services.GetRequiredService<OrderOperation>().Run(id, null, default));
        CarryOut(id, day, "lantian.deputy", Simple, absent: false);
    }

    private async Task Arranged(string title, string reason, DateOnly day)
    {
        var id = await script.As("area1.chief", services => services.GetRequiredService<OpenOperation>().Run(
            new(OperationKind.AcrossTownships, title, reason, ["350603001", "350603003"], Across, "350603003", script.WorkingDaysAfter(script.Clock.Today(), 3), null), default));
        foreach (var (unit, who) in new[] { ("350603003", "lantian.brigade"), ("350603001", "buwen.brigade"), ("sc", "sc.liaison") })
            await script.As(who, services => services.GetRequiredService<ReplyToOperation>().Run(id, unit, true, "按时派两名持证人员参加。", default));
        script.At(script.WorkingDaysAfter(script.Clock.Today(), 1), 10, 0, async () =>
        {
            await script.As("area1.coordinator", services => services.GetRequiredService<PlanOperation>().Run(id, null, new(day, "8时，湖滨路与梧桥路口", "蓝田、步文各查本街，市场监管核查证照", "执法车3辆、噪声仪1台", "不围观、不扣留现场物品；统一对外答复", null, [.. Crew(Across)]), default));
            await script.As("area1.chief", services => services.GetRequiredService<OrderOperation>().Run(id, null, default));
            CarryOut(id, day, "area1.coordinator", Across, absent: true);
        });
    }

    private void CarryOut(string id, DateOnly day, string leader, string[] units, bool absent)
    {
        var late = absent ? script.Person("buwen.officer2").OfficerId! : null;
        script.At(day, 8, 20, () => script.As(leader, services => services.GetRequiredService<SignInOperation>().Run(id, null, [.. Crew(units).Select(person => person.Officer).Where(officer => officer != late)], late is null ? null : "当日出庭应诉", null, default)));
        script.At(day, 17, 0, async () =>
        {
            foreach (var unit in units)
                await script.As($"{House(unit)}.officer1", services => services.GetRequiredService<ReportOperation>().Run(id, unit,
                    unit == "350603001" && absent ? "到场一人，未以本街名义检查，协助维持秩序。" : "按分工检查，现场责令改正，未发生冲突。", unit == "350603001" && absent ? 0 : 6, unit == "350603001" && absent ? 0 : 1, default));
            await script.As(leader, services => services.GetRequiredService<SumUpOperation>().Run(id, null, "行动前两周投诉12件，行动后两周3件；占道问题需固定值守，已列入下月排班。", default));
        });
    }

    private IEnumerable<PersonToSend> Crew(string[] units) => from unit in units from officer in Pair select new PersonToSend(script.Person($"{House(unit)}.{officer}").OfficerId!, unit);

    private static string House(string unit) => unit switch { "350603003" => "lantian", "350603001" => "buwen", _ => unit };
}
