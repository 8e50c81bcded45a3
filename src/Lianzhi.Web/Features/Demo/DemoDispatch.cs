using Lianzhi.Core;
using Lianzhi.Core.Dispatch;
using Lianzhi.Core.Duty;
using Lianzhi.Core.Equipment;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Dispatch;
using Lianzhi.Web.Features.Duty;
using Lianzhi.Web.Features.Equipment;
using Lianzhi.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Demo;

/// <summary>
/// Equipment of both areas, who is away in the week, and the boards of the day (演示调度): jobs gathered from the published plan, crews proposed, orders issued and one
/// acknowledged.
/// </summary>
public sealed class DemoDispatch(DemoScript script)
{
    private static readonly (string Kind, string Unit, string Name)[] First =
    [
        ("Vehicle", "350603003", "闽E·演示03"), ("Vehicle", "350603003", "闽E·演示07"), ("Vehicle", "350603001", "闽E·演示11"), ("Vehicle", "350603002", "闽E·演示12"), ("Vehicle", "350603005", "闽E·演示13"), ("Vehicle", "", "闽E·演示21"),
        ("BodyCamera", "350603003", "记录仪01"), ("BodyCamera", "350603003", "记录仪02"), ("BodyCamera", "350603001", "记录仪03"), ("BodyCamera", "350603002", "记录仪04"), ("BodyCamera", "350603005", "记录仪05"), ("BodyCamera", "", "记录仪06"),
        ("BodyCamera", "", "记录仪07"), ("Terminal", "350603003", "执法终端01"), ("Terminal", "350603001", "执法终端02"), ("Drone", "", "无人机01"), ("Drone", "", "无人机02"), ("NoiseMeter", "", "噪声仪01"), ("NoiseMeter", "350603001", "噪声仪02"), ("TestKit", "350603003", "快检箱01"), ("Printer", "", "便携打印机01"),
    ];

    private static readonly (string Kind, string Unit, string Name)[] Second =
    [
        ("Vehicle", "350603004", "闽E·演示15"), ("Vehicle", "350603103", "闽E·演示18"), ("BodyCamera", "350603004", "记录仪21"), ("BodyCamera", "350603103", "记录仪22"), ("BodyCamera", "", "记录仪23"), ("Drone", "", "无人机21"), ("NoiseMeter", "", "噪声仪21"),
    ];

    private static readonly string[] Units = ["lantian", "buwen", "bihu", "jingshan", "chaoyang", "guokeng", "cg", "sc", "xf", "yj", "zj", "hj"];

    /// <summary>Puts everything into the queue.</summary>
    public void Plan()
    {
        script.At(script.Today.AddDays(-30), 10, 0, Equip);
        // On the morning itself: what people would have entered during the holidays.
        script.At(script.Today, 8, 36, Duty);
        script.At(script.Today, 8, 40, () => Board("area1", "A1", ("景山龙江路占道经营巡查", "350603005", "龙江路"), ("碧湖公园周边巡查", "350603002", "碧湖公园")));
        script.At(script.Today, 8, 44, () => Board("area2", "A2", ("朝阳市场周边巡查", "350603004", "朝阳市场"), ("郭坑采砂点巡查", "350603103", "九龙江边")));
        script.At(script.Today, 8, 48, Help);
    }

    private async Task Equip()
    {
        var today = script.Clock.Today();
        foreach (var (area, list) in new[] { ("area1", First), ("area2", Second) })
            foreach (var (kind, unit, name) in list)
            {
                var measures = kind is "NoiseMeter" or "TestKit";
                var id = await script.As($"{area}.coordinator", services => services.GetRequiredService<RegisterEquipment>().Run(new NewEquipment(Enum.Parse<EquipmentKind>(kind), name, $"演示-{area[^1]}-{name}",
                    area == "area1" ? "A1" : "A2", unit, measures && name != "噪声仪02" ? today.AddYears(1) : null, measures && name != "噪声仪02" ? "检定证书（演示）" : null), default));
                if (name is "执法终端01") await script.As($"{area}.coordinator", services => services.GetRequiredService<HandOverEquipment>().Run(id, null, script.Person("lantian.officer1").OfficerId, "执法大队日常使用", default));
                if (name is "无人机02") await script.As("lantian.officer2", services => services.GetRequiredService<ReportFault>().Run(id, "图传中断，送厂检修", default));
            }
    }

    private async Task Duty()
    {
        var today = script.Clock.Today();
        await Enter("area1.coordinator", "jingshan.officer3", DutyKind.Leave, today, today.AddDays(2), DutyPart.WholeDay, "公休假");
        await Enter("area1.coordinator", "buwen.officer3", DutyKind.Training, today, today, DutyPart.Afternoon, "执法资格继续教育");
        await Enter("area1.coordinator", "bihu.officer3", DutyKind.Hearing, today.AddDays(1), today.AddDays(1), DutyPart.Morning, "听证记录");
        await Enter("area1.coordinator", "lantian.officer3", DutyKind.NightDuty, today.AddDays(1), today.AddDays(1), DutyPart.WholeDay, null);
        await Enter("area2.coordinator", "guokeng.officer3", DutyKind.Leave, today, today, DutyPart.WholeDay, "事假");
    }

    private Task<string> Enter(string by, string who, DutyKind kind, DateOnly from, DateOnly to, DutyPart part, string? note) =>
        script.As(by, services => services.GetRequiredService<EnterDuty>().Run(new NewDuty(script.Person(who).OfficerId, kind, from, to, part, null, note), default));

    private async Task Board(string people, string area, params (string Title, string Township, string Address)[] patrols)
    {
        var board = await script.As($"{people}.coordinator", services => services.GetRequiredService<CollectJobs>().Run(area, script.Clock.Today(), default));
        foreach (var (title, township, address) in patrols)
            await script.As($"{people}.coordinator", services => services.GetRequiredService<AddJob>().Run(board, new NewJob(JobKind.Patrol, title, township, address, [township], 40, null, JobUrgency.Week, []), default));
        await script.As($"{people}.coordinator", services => services.GetRequiredService<ProposeCrews>().Run(board, null, anew: false, default));
        await script.As($"{people}.chief", services => services.GetRequiredService<IssueOrder>().Run(board, null, null, default));
        var crew = await script.As("platform", async services => (Result<DispatchCrewRow>)await services.GetRequiredService<AppDb>().Set<DispatchCrewRow>().AsNoTracking().Where(row => row.BoardId == board).OrderBy(row => row.Number).FirstAsync());
        var officer = Names().FirstOrDefault(name => script.Person(name).OfficerId is { } id && crew.OfficerIds.Contains(id));
        if (officer is not null) await script.As(officer, services => services.GetRequiredService<AcknowledgeOrder>().Run(crew.Id, default));
    }

    /// <summary>The first crew of the first area that may leave does, and calls for help.</summary>
    private async Task Help()
    {
        var crews = await script.As("platform", async services => (Result<List<DispatchCrewRow>>)await services.GetRequiredService<AppDb>().Set<DispatchCrewRow>().AsNoTracking().Where(row => row.Area == "A1" && row.Day == script.Today && (row.Stage == OrderStage.Issued || row.Stage == OrderStage.Acknowledged)).OrderBy(row => row.Number).ToListAsync());
        foreach (var crew in crews)
        {
            if (Names().FirstOrDefault(name => script.Person(name).OfficerId is { } id && crew.OfficerIds.Contains(id)) is not { } officer) continue;
            if (crew.Stage == OrderStage.Issued) await script.As(officer, services => services.GetRequiredService<AcknowledgeOrder>().Run(crew.Id, default));
            var left = await script.As(officer, async services => (Result<bool>)(await services.GetRequiredService<StartOrder>().Run(crew.Id, default)).IsOk);
            if (!left) continue;
            await script.As(officer, services => services.GetRequiredService<AskForHelp>().Run(new HelpAsked(crew.Id, null, "店门口被多人围堵（演示）", 117_652_000, 24_513_000), default));
            return;
        }
    }

    private static IEnumerable<string> Names() =>
        from unit in Units
        from number in Enumerable.Range(1, unit.Length > 2 ? 3 : unit == "cg" ? 4 : 2)
        select $"{unit}.officer{number}";
}
