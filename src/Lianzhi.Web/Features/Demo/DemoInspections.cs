using Lianzhi.Core;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Features.Plans;
using Lianzhi.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Demo;

/// <summary>
/// Inspections of the last weeks and the next days (演示行政检查), from visits of the published plan: every subject of a visit with its own notice; what would
/// happen after the day of the demonstration is left undone, so that inspections stand in every stage.
/// </summary>
public sealed class DemoInspections(DemoScript script)
{
    private const int Most = 30;
    private const int DaysBefore = 40;
    private const int DaysAhead = 14;

    /// <summary>Requirements whose subjects have a head in the demonstration; who signs is the township where the department is null.</summary>
    private static readonly (string Requirement, string? Department)[] Signing = [("市容环境检查", null), ("食品经营检查", "sc"), ("安全生产检查", "yj")];

    private static readonly Dictionary<string, string> Towns = new() { ["350603001"] = "buwen", ["350603002"] = "bihu", ["350603003"] = "lantian", ["350603005"] = "jingshan" };

    private int begun;
    private bool leads;
    private bool waits;

    /// <summary>Puts everything into the queue.</summary>
    public void Plan() => script.At(script.Today.AddDays(-DaysBefore - 8), 8, 10, Begin);

    private async Task Begin()
    {
        var (first, last) = (script.Today.AddDays(-DaysBefore), script.Today.AddDays(DaysAhead));
        var visits = await script.As("platform", async services => (Result<List<PlanVisitRow>>)await (
            from visit in services.GetRequiredService<AppDb>().Set<PlanVisitRow>().AsNoTracking()
            join plan in services.GetRequiredService<AppDb>().Set<InspectionPlanRow>() on visit.PlanId equals plan.Id
            where plan.Stage == PlanStage.Published && plan.Area == "A1" && visit.State == VisitState.Planned && visit.Day >= first && visit.Day <= last
            orderby visit.Day, visit.Id
            select visit).ToListAsync());
        // All of the days around today, and a few of the weeks before.
        var recent = visits.Where(visit => visit.Day >= script.Today.AddDays(-3)).Take(Most / 2).ToList();
        var earlier = visits.Where(visit => visit.Day < script.Today.AddDays(-3)).ToList();
        var every = Math.Max(1, earlier.Count / (Most / 2 - 3));
        foreach (var visit in earlier.Where((_, index) => index % every == 0 || index >= earlier.Count - 3).Concat(recent)) Follow(visit);
    }

    /// <summary>The inspections of one visit, one for each subject that can sign.</summary>
    private void Follow(PlanVisitRow visit)
    {
        foreach (var (requirement, department) in Signing.Where(one => visit.Requirements.Split('|').Contains(one.Requirement)))
        {
            if (begun >= Most) return;
            var story = new Story(begun++, visit, requirement, department ?? visit.Township, department ?? Towns[visit.Township]);
            // One leads to a case, long enough ago to be told.
            story.LeadsToCase = !leads && department is null && story.Fails && visit.Day < script.Today.AddDays(-10);
            leads |= story.LeadsToCase;
            Step(story, -4, 8, 0, () => Propose(story));
        }
    }

    private void Step(Story story, int days, int hour, int minute, Func<Task> act)
    {
        var day = story.Visit.Day;
        for (var left = Math.Abs(days); left > 0; left--) day = days < 0 ? Before(day) : script.Calendar.NextWorkingDay(day);
        script.At(day, hour, (minute + story.Number) % 60, act);
    }

    private DateOnly Before(DateOnly day)
    {
        do day = day.AddDays(-1);
        while (!script.Calendar.IsWorkingDay(day));
        return day;
    }

    private async Task Propose(Story story)
    {
        story.Id = await script.As(story.Officer, services => services.GetRequiredService<ProposeInspection>().Run(
            new(story.Visit.Id, null, null, story.Unit, null, [], story.Visit.Day, null, false, null, null, Officers(story)), default));
        // Some of the coming days still wait for the head.
        if (story.Visit.Day > script.Today && story.Number % 4 == 1) return;
        // The days of the office differ, so that around the day of the demonstration inspections wait for everybody.
        Step(story, story.Number % 3 == 0 ? -1 : -3, 8, 1, () => script.As($"{story.House}.head", services => services.GetRequiredService<ApproveInspection>().Run(story.Id, null, true, "同意检查，按通知书载明的事项进行。", null, default)));
        if (story.Number == 7) Step(story, -1, 8, 2, () => script.As(story.Officer, services => services.GetRequiredService<CancelInspection>().Run(story.Id, null, "企业停业装修，改期检查。", default)));
        else Step(story, (story.Number % 3) switch { 0 => -1, 1 => -3, _ => -2 }, 8, 2, () => Notify(story));
    }

    private async Task Notify(Story story)
    {
        await script.As(story.Officer, services => services.GetRequiredService<NotifyInspection>().Run(story.Id, null, story.Number % 9 == 5 ? NoticeManner.OnArrival : NoticeManner.Advance,
            story.Number % 9 == 5 ? "经负责人同意，依本领域监督检查规定到场出示（演示）" : null, story.Number % 9 == 5 ? null : "陈某某，店长", default));
        // Before nine, so that on the day of the demonstration somebody is on the spot.
        Step(story, 0, 8, 0, () => Start(story));
    }

    private async Task Start(Story story)
    {
        await script.As(story.Officer, async services => await services.GetRequiredService<StartInspection>().Run(story.Id, null,
            await services.GetRequiredService<AppDb>().Set<InspectionRow>().Where(row => row.Id == story.Id).Select(row => row.NoticeNumber).SingleAsync(), null, true, default));
        Step(story, 0, 10, 0, () => Record(story));
    }

    private async Task Record(Story story)
    {
        var positions = await script.As("platform", async services => (Result<List<int>>)await services.GetRequiredService<AppDb>().Set<InspectionItemRow>().Where(item => item.InspectionId == story.Id).OrderBy(item => item.Position).Select(item => item.Position).ToListAsync());
        await script.As(story.Officer, services => services.GetRequiredService<CheckInspection>().Run(story.Id,
            [.. positions.Select(position => position == 1 && story.Fails ? new ItemAnswer(position, Finding.Fails, story.What) : new ItemAnswer(position, position % 4 == 0 ? Finding.NotApplicable : Finding.Conforms, null))], default));
        script.Clock.Pass(TimeSpan.FromMinutes(20));
        await script.As(story.Officer, services => services.GetRequiredService<RecordInspection>().Run(story.Id, null, new("陈某某，店长",
            story.Fails ? $"现场检查{positions.Count}项，不合格1项：{story.What}" : $"现场检查{positions.Count}项，未发现不合格。", null, story.Number % 11 == 4, story.Number % 11 == 4 ? null : "陈某某",
            story.Number % 11 == 4 ? "认为整改费用过高" : null, story.Number % 11 == 4 ? "社区网格员林某某；全程录像" : null, Officers(story)), default));
        if (story.Number % 5 == 1) await Answer(story);
        // One of the last days before the holidays still waits for its conclusion.
        Step(story, !waits && story is { Fails: false } && story.Visit.Day >= script.Today.AddDays(-12) ? 3 : 1, 9, 0, () => Conclude(story));
        waits |= story is { Fails: false } && story.Visit.Day >= script.Today.AddDays(-12);
    }

    private string[] Officers(Story story) => [script.Person($"{story.House}.officer1").OfficerId!, script.Person($"{story.House}.officer2").OfficerId!];

    /// <summary>The enterprise answers with the check code of its notice.</summary>
    private async Task Answer(Story story)
    {
        var (mark, code) = await script.As("platform", async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var mark = await db.Set<InspectionRow>().Where(row => row.Id == story.Id).Select(row => row.NoticeMark!).SingleAsync();
            return (Result<(string, string)>)(mark, await db.Set<IssuedPaperRow>().Where(paper => paper.Mark == mark).Select(paper => paper.Code).SingleAsync());
        });
        await script.As("public", services => services.GetRequiredService<AnswerInspection>().Run(
            new(mark, code, story.Number % 2 == 0 ? FeedbackGrade.Neutral : FeedbackGrade.Satisfied, story.Number % 2 == 0 ? "希望一次查完，少来几趟。" : "出示了证件，讲得清楚。"), default));
    }

    private async Task Conclude(Story story)
    {
        var due = script.Clock.Today().AddDays(10);
        await script.As(story.Officer, services => services.GetRequiredService<ConcludeInspection>().Run(story.Id, null, story switch
        {
            { Fails: false } => new(InspectionConclusion.NothingFound, "未发现不符合规定的情况。", null, null, null, null),
            { LeadsToCase: true } => new(InspectionConclusion.Case, "当事人拒不改正，涉嫌违法，依法提请立案。", null, null, null, "CG-014", null, "陈某某"),
            { Number: var number } when number % 6 == 4 => new(InspectionConclusion.CorrectedAtOnce, "问题轻微，已当场改正。", null, null, null, null),
            _ => new(InspectionConclusion.Correction, "存在不符合规定的情况，责令限期改正。", "清理占用部位，恢复原状，建立自查记录。", due, null, null),
        }, default));
        Step(story, 2, 9, 0, async () =>
        {
            await script.As(story.Officer, services => services.GetRequiredService<TellInspectionResult>().Run(story.Id, null, "陈某某，店长", default));
            if (story is { Fails: true, LeadsToCase: false } && story.Number % 6 != 4 && story.Number != 8) script.At(due.AddDays(2), 9, story.Number % 60, () => Recheck(story));
        });
    }

    private Task<string> Recheck(Story story) => script.As(story.Officer, services =>
        services.GetRequiredService<RecheckInspection>().Run(story.Id, null, true, "已清理完毕，建立了自查记录。", false, null, [], null, null, default));

    /// <summary>One inspection of the script.</summary>
    private sealed class Story(int number, PlanVisitRow visit, string requirement, string unit, string house)
    {
        public int Number { get; } = number;

        public PlanVisitRow Visit { get; } = visit;

        public string Unit { get; } = unit;

        public string House { get; } = house;

        public string Officer => $"{House}.officer1";

        public string Id { get; set; } = "";

        public bool LeadsToCase { get; set; }

        public bool Fails => Number % 2 == 0;

        public string What => requirement switch
        {
            "市容环境检查" => "店后公共通道堆放生活垃圾约2立方米",
            "食品经营检查" => "两名从业人员未能当场出示健康证明",
            _ => "一处作业岗位未设置安全警示标志",
        };
    }
}
