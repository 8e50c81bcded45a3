using Lianzhi.Core;
using Lianzhi.Core.Inspections;
using Lianzhi.Planner.Plans;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Draws;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Features.Plans;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Features.Targets;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Demo;

/// <summary>
/// Requirements, the published yearly plan of the first area, a campaign on its way and a draw (演示检查计划): from what the departments ask for to
/// the publication, and what was carried out since.
/// </summary>
public sealed class DemoPlans(DemoScript script)
{
    private const double Work = 4_000_000;
    private const int DaysOpen = 6;

    /// <summary>Requirements: department, name, by townships, sectors, visits at high, medium and low risk, minutes, gap, season.</summary>
    private static readonly (string Department, string Name, bool ByTownship, string Sectors, int High, int Medium, int Low, int Minutes, int Gap, string Season)[] Asked =
    [
        ("cg", "市容环境检查", true, "餐饮|商超|零售|建筑工地|物业", 2, 1, 1, 30, 8, ""), ("xf", "消防安全检查", false, "", 2, 1, 1, 60, 10, ""), ("yj", "安全生产检查", false, "制造|建筑工地|危险化学品|汽修", 2, 1, 1, 60, 10, ""),
        ("sc", "食品经营检查", false, "餐饮|商超|学校", 2, 2, 1, 45, 10, ""), ("hj", "污染防治检查", false, "制造|汽修|建筑工地", 2, 1, 0, 60, 10, ""), ("zj", "物业服务检查", false, "物业", 1, 1, 1, 40, 10, "03-01至11-30"),
    ];

    private static readonly Dictionary<string, string> Towns = new() { ["350603001"] = "buwen", ["350603002"] = "bihu", ["350603003"] = "lantian", ["350603005"] = "jingshan" };

    /// <summary>Checklists by requirement.</summary>
    private static readonly Dictionary<string, string[]> Checks = new()
    {
        ["市容环境检查"] = ["不随意倾倒、堆放生活垃圾；固体废物污染环境防治法 第49条；CG-014", "店外不占道堆放物料；城市市容和环境卫生管理条例 第14条", "餐饮油烟净化设施安装并正常使用；大气污染防治法 第81条；CG-023"],
        ["消防安全检查"] = ["消防设施、器材完好有效；消防法 第16条", "疏散通道、安全出口、消防车通道畅通；消防法 第28条", "定期组织防火检查和演练，有记录；消防法 第16条"],
        ["安全生产检查"] = ["作业场所设有安全警示标志；安全生产法 第35条", "安全设备经常维护、定期检测；安全生产法 第36条", "从业人员经过安全生产教育和培训；安全生产法 第28条"],
        ["食品经营检查"] = ["从业人员持有效健康证明；食品安全法 第45条", "食品进货查验记录完整；食品安全法 第53条", "许可证在有效期内、亮证经营；食品安全法 第35条", "餐具饮具清洗消毒；食品安全法 第33条"],
    };

    private string plan = "";

    /// <summary>Puts everything into the queue.</summary>
    public void Plan()
    {
        var newYear = new DateOnly(script.Today.Year, 1, 5);
        var start = script.Today.AddDays(-265) > newYear ? script.Today.AddDays(-265) : newYear;
        script.At(start, 9, 0, Requirements);
        script.At(start.AddDays(2), 9, 0, Draft);
        script.At(start.AddDays(9), 9, 0, Answer);
        script.At(start.AddDays(12), 9, 0, Resolve);
        // Early in a year the plan is still on its way.
        if (start.AddDays(20) > script.Today) return;
        script.At(script.Today.AddDays(-3), 8, 5, Report);
        script.At(script.Today.AddDays(-2), 8, 5, Campaign);
        script.At(script.Today.AddDays(-2), 8, 30, Drawing);
        script.At(script.Today, 8, 10, InspectDrawn);
    }

    private async Task Requirements()
    {
        var from = script.Clock.Today();
        foreach (var one in Asked)
            await script.As($"{one.Department}.liaison", services => services.GetRequiredService<SetRequirement>().Run(null, null, new InspectionRequirement(
                "", one.Name, one.Department, one.ByTownship, one.Sectors.Split('|', StringSplitOptions.RemoveEmptyEntries), one.High, one.Medium, one.Low, one.Minutes, one.Gap, "", 0,
                one.Season.Length > 0 ? [SeasonWindow.Parse(one.Season)!] : [], "分级分类检查要求（演示）", new Validity(from))
            {
                Checks = [.. Checks.GetValueOrDefault(one.Name, []).Select(CheckItem.Parse).OfType<CheckItem>()],
            }, default));
        foreach (var (risk, visits) in new[] { (RiskGrade.Low, 1), (RiskGrade.Medium, 2), (RiskGrade.High, 4) })
            await script.As("justice.supervisor", services => services.GetRequiredService<SetCap>().Run(risk, visits, from, "入企检查频次上限公告（演示）", default));
        await script.As("area1.chief", services => services.GetRequiredService<SetBlackout>().Run("A1", new DateOnly(from.Year, 6, 7), new DateOnly(from.Year, 6, 10), "高考、中考", default));
    }

    private async Task Draft()
    {
        var year = script.Clock.Today().Year;
        plan = await script.As("area1.chief", services => services.GetRequiredService<StartPlan>().Run(PlanKind.Annual, "A1", year, $"{year}年度联合检查计划", null, null, [], null, default));
        foreach (var (town, code) in new[] { ("buwen", "350603001"), ("bihu", "350603002"), ("lantian", "350603003"), ("jingshan", "350603005") })
            await script.As($"{town}.deputy", services => services.GetRequiredService<SubmitPart>().Run(plan, code, "检查对象已核对，无重复。", default));
        var run = await script.As("area1.coordinator", async services => await services.GetRequiredService<StartRun>().Run(plan, await Version(services, plan), 60, 1, default));
        await Solve(run);
    }

    /// <summary>Solves at once, within the script's own time, by work so that the plan is the same everywhere.</summary>
    private Task<string> Solve(string run) => script.As("platform", async services =>
    {
        var asked = await services.GetRequiredService<AppDb>().Set<PlanRunRow>().AsNoTracking().SingleAsync(row => row.Id == run);
        var problem = PlanFile.Read((await services.GetRequiredService<FileStore>().Read(asked.ProblemHash, default))!).Value!;
        var solution = PlanSolver.Solve(problem, new PlanOptions(60, 1, asked.Seed) { Work = Work });
        return await services.GetRequiredService<KeepSolution>().Run(run, PlanSolutionFile.Write(solution with { Seconds = 1 }), default);
    });

    private async Task Answer()
    {
        await script.As("area1.chief", async services => await services.GetRequiredService<SendForOpinion>().Run(plan, await Version(services, plan), default));
        foreach (var department in Asked.Select(one => one.Department))
            await script.As($"{department}.liaison", services => services.GetRequiredService<GiveOpinion>().Run(plan, department, true, department == "sc" ? "同意，学校食堂请安排在开学后。" : null, default));
        await script.As("area1.chief", async services => await services.GetRequiredService<SubmitToMeeting>().Run(plan, await Version(services, plan), default));
    }

    private async Task Resolve()
    {
        await script.As("cg.liaison", async services => await services.GetRequiredService<RecordMeeting>().Run(plan, await Version(services, plan), true, "片区联席会议第1次会议（演示）", script.Clock.Today(), null, default));
        await script.As("area1.chief", async services => await services.GetRequiredService<PublishPlan>().Run(plan, await Version(services, plan), default));
    }

    /// <summary>The coordinator notes what was carried out; the last days are still to be reported.</summary>
    private async Task Report()
    {
        var last = script.Clock.Today().AddDays(-DaysOpen);
        var visits = await script.As("platform", async services => (Result<List<PlanVisitRow>>)await services.GetRequiredService<AppDb>().Set<PlanVisitRow>().AsNoTracking()
            .Where(visit => visit.PlanId == plan && visit.Day < last && visit.State == VisitState.Planned).OrderBy(visit => visit.Day).ThenBy(visit => visit.Id).ToListAsync());
        foreach (var (number, visit) in visits.Index())
        {
            // On paper, by two of each subject of the visit.
            foreach (var (unit, house) in Asked.Where(one => visit.Requirements.Split('|').Contains(one.Name)).Select(one => one.ByTownship ? (visit.Township, Towns[visit.Township]) : (one.Department, one.Department)).Distinct())
                await script.As("area1.coordinator", services => services.GetRequiredService<ReportVisit>().Run(plan, visit.Id,
                    new(true, visit.Day, null, $"纸质检查笔录{number + 1}号（演示）", unit, [script.Person($"{house}.officer1").OfficerId!, script.Person($"{house}.officer2").OfficerId!]), default));
        }
    }

    private async Task Campaign()
    {
        var today = script.Clock.Today();
        var last = new DateOnly(today.Year, 12, 31);
        // The enterprise that was complained of most may be visited once more than its cap.
        var target = await script.As("platform", async services => (Result<string>)await services.GetRequiredService<AppDb>().Set<TargetRow>().AsNoTracking()
            .Where(row => row.Area == "A1" && row.Sectors.Contains("餐饮")).OrderBy(row => row.Id).Select(row => row.Id).FirstAsync());
        await script.As("area1.chief", services => services.GetRequiredService<GrantException>().Run(target, today.Year, 1, CapGround.Complaint, "油烟投诉较多，需要增加一次检查（演示）", default));
        await script.As("area1.chief", services => services.GetRequiredService<StartPlan>().Run(PlanKind.Campaign, "A1", today.Year, "冬季消防安全专项检查", today.AddDays(7) < last ? today.AddDays(7) : last, last,
            ["消防安全检查"], "冬季火灾多发，按区消防安全委员会部署开展（演示）", default));
    }

    private async Task Drawing()
    {
        var draw = await script.As("area1.coordinator", services => services.GetRequiredService<CommitDraw>().Run(new DrawOrder("A1", "餐饮单位双随机抽查", "sc", "餐饮", 6, [], []), default));
        await script.As("area1.coordinator", async services => await services.GetRequiredService<RunDraw>().Run(draw,
            await services.GetRequiredService<AppDb>().Set<DrawRow>().Where(row => row.Id == draw).Select(row => row.Version).SingleAsync(), default));
        await script.As("area1.coordinator", services => services.GetRequiredService<CommitDraw>().Run(new DrawOrder("A1", "物业服务双随机抽查", "zj", "物业", 4, [], []), default));
    }

    /// <summary>The first drawn target that may be inspected today: proposed by whom was drawn, approved and noticed, so that it stands on the board.</summary>
    private async Task InspectDrawn()
    {
        var rows = await script.As("platform", async services => (Result<List<DrawnRow>>)await services.GetRequiredService<AppDb>().Set<DrawnRow>().AsNoTracking().OrderBy(row => row.DrawId).ThenBy(row => row.Place).ToListAsync());
        foreach (var row in rows)
        {
            var id = await script.As("sc.officer1", async services => (Result<string>)(await services.GetRequiredService<ProposeInspection>().Run(new(null, null, null, "sc", null, ["食品经营检查"], script.Today, null, false, null, null,
                [.. row.OfficersDrawn().Select(officer => officer.Id)], DrawnId: row.Id), default) is { IsOk: true } proposed ? proposed.Value : ""));
            if (id.Length == 0) continue;
            await script.As("sc.head", services => services.GetRequiredService<ApproveInspection>().Run(id, null, true, "同意抽查，按抽取结果派员。", null, default));
            await script.As("sc.officer1", services => services.GetRequiredService<NotifyInspection>().Run(id, null, NoticeManner.OnArrival, "双随机抽查，依本领域监督检查规定到场出示（演示）", null, default));
            return;
        }
    }

    private static Task<long> Version(IServiceProvider services, string plan) => services.GetRequiredService<AppDb>().Set<InspectionPlanRow>().Where(row => row.Id == plan).Select(row => row.Version).SingleAsync();
}
