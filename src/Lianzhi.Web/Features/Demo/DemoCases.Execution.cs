using Lianzhi.Core.Cases;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Demo;

/// <summary>
/// What becomes of some cases after service (演示执行环节): paid in parts, surcharged, before the court, under review, annulled,
/// archived. Which case takes which way is fixed by its number, so that every stage is there whatever the day.
/// </summary>
public sealed partial class DemoCases
{
    // Old enough that the six months to sue are over on the day of the demonstration.
    private static readonly int[] ToCourt = [0, 11, 19];
    private static readonly int[] InInstalments = [88, 264];
    private static readonly int[] Deferred = [99, 286];
    private static readonly int[] Surcharged = [110, 176];
    private static readonly int[] UnderReview = [312];
    private static readonly int[] Annulled = [187, 203];
    private static readonly int[] Sued = [251];

    /// <summary>True when the case goes one of these ways and does not simply pay.</summary>
    private bool FinishOtherwise(Story story, DateOnly served)
    {
        if (ToCourt.Contains(story.Number)) PlanCourt(story, served);
        else if (InInstalments.Contains(story.Number) || Deferred.Contains(story.Number)) PlanDeferral(story, served);
        else if (Surcharged.Contains(story.Number)) PlanSurcharge(story, served);
        else if (UnderReview.Contains(story.Number) || Annulled.Contains(story.Number)) PlanReview(story, served);
        else if (Sued.Contains(story.Number) && !story.Matter.OnSpot) PlanSuit(story, served);
        else return story.Number % 11 == 0;
        return true;
    }

    private void PlanSurcharge(Story story, DateOnly served) => Next(story, served.AddDays(22), 10, async () =>
    {
        await Take(story, $"{story.Town}.head", _ => new ImposeSurcharge("当事人到期不缴纳罚款，经电话提醒仍未缴纳。"));
        Next(story, script.WorkingDaysAfter(script.Clock.Today(), 1), 15, () => Take(story, story.Officer, now =>
            new ServePaper(now.AddMinutes(-10), ServedPaper.Surcharge, story.Handed(), script.OfficersOf(story.Town))));
    });

    private void PlanCourt(Story story, DateOnly served)
    {
        PlanSurcharge(story, served);
        // Six months to sue, of the simple procedure sixty days to ask for review, both rolled over.
        var remedyEnd = story.Matter.OnSpot ? served.AddDays(64) : served.AddMonths(6).AddDays(9);
        Next(story, remedyEnd, 10, async () =>
        {
            await Take(story, story.Officer, now => new ServeDemand(now.AddMinutes(-10), "收到本催告书之日起十日内，到指定银行或者通过电子支付系统缴纳。", null, story.Handed(), script.OfficersOf(story.Town)));
            Next(story, script.WorkingDaysAfter(script.Clock.Today(), 11), 10, async () =>
            {
                await Take(story, $"{story.Town}.head", _ => new ApplyToCourt("强制执行罚款及加处罚款。", "被申请人在本区有经营场所。"));
                if (story.Number == 19) return; // Waits for the court.
                Next(story, script.WorkingDaysAfter(script.Clock.Today(), 4), 10, () => Take(story, story.Officer, now =>
                    new RecordCourtAnswer(now.AddMinutes(-30), CourtResult.Accepted, $"（{now.Year}）闽0603行审{story.Number + 1}号", "")));
                if (story.Number == 0) Next(story, script.WorkingDaysAfter(script.Clock.Today(), 8), 10, () => Take(story, story.Officer, now =>
                    new RecordCourtAnswer(now.AddMinutes(-30), CourtResult.Granted, $"（{now.Year}）闽0603行审{story.Number + 1}号", "准予强制执行。")));
            });
        });
    }

    private void PlanDeferral(Story story, DateOnly served) => Next(story, served.AddDays(6), 10, async () =>
    {
        var parts = InInstalments.Contains(story.Number);
        await Take(story, story.Officer, now => new ApplyDeferral(now.AddMinutes(-20), parts ? DeferralKind.Instalments : DeferralKind.Later,
            "停业数月，账户余额不足，有银行流水为证", parts ? "分三个月缴纳" : "延期三个月缴纳", 2));
        Next(story, script.WorkingDaysAfter(script.Clock.Today(), 2), 16, async () =>
        {
            var (first, fine) = (script.Clock.Today().AddDays(30), story.Matter.FineFen);
            Instalment[] plan = parts
                ? [new(first, fine / 4), new(first.AddDays(30), fine / 4), new(first.AddDays(60), fine - (fine / 4 * 2))]
                : [new(first.AddDays(60), fine)];
            await Take(story, $"{story.Town}.head", _ => new DecideDeferral(true, plan, "经核实确有经济困难，同意。"));
            Next(story, script.WorkingDaysAfter(script.Clock.Today(), 1), 11, () => Take(story, story.Officer, now =>
                new ServePaper(now.AddMinutes(-10), ServedPaper.Deferral, story.Handed(), script.OfficersOf(story.Town))));
            if (parts) Next(story, first.AddDays(-3), 14, () => Take(story, story.Officer, now => new RecordPayment(now.AddMinutes(-30), plan[0].AmountFen, 0, $"闽财票（演示）分{story.Number:0000}")));
        });
    });

    private void PlanReview(Story story, DateOnly served)
    {
        Next(story, served.AddDays(6), 10, () => Take(story, story.Officer, now => new RecordReviewApplication(now.AddMinutes(-30), "漳州市龙文区人民政府", "请求撤销行政处罚决定")));
        Next(story, served.AddDays(11), 10, () => Take(story, story.Officer, now => new RecordReviewProgress(now.AddMinutes(-30), ReviewProgress.Accepted, $"龙政复受〔{now.Year}〕{story.Number}号")));
        if (UnderReview.Contains(story.Number)) return;
        Next(story, served.AddDays(19), 10, () => Take(story, story.Officer, now => new AnswerReview(now.AddMinutes(-30), "提交答复意见书和作出处罚决定的证据、依据，共15份。")));
        Next(story, served.AddDays(62), 10, async () =>
        {
            await Take(story, story.Officer, now => new RecordReviewDecision(now.AddMinutes(-30), $"龙政复决〔{now.Year}〕{story.Number}号", RemedyResult.Annulled, [], "认定事实的主要证据不足，撤销原决定。"));
            Next(story, script.WorkingDaysAfter(script.Clock.Today(), 1), 9, async () =>
            {
                var published = await script.As($"{story.Town}.head", services => services.GetRequiredService<ViewCase>().Run(story.CaseId, default));
                if (published.State.Published is { } shown && published.State.Withdrawal is null)
                    await script.As($"{story.Town}.head", services => services.GetRequiredService<Disclosure.WithdrawDecision>().Run(shown.PublicationId, null, "复议决定撤销本处罚决定，依法撤回公示。", default));
                Next(story, script.WorkingDaysAfter(script.Clock.Today(), 3), 10, () => Take(story, $"{story.Town}.head", _ => new CloseCase("决定被复议机关撤销，不再执行。", null)));
            });
        });
    }

    private void PlanSuit(Story story, DateOnly served) => Next(story, served.AddDays(20), 10, async () =>
    {
        await Take(story, story.Officer, now => new RecordSuit(now.AddDays(-6), "漳州市龙文区人民法院", $"（{now.Year}）闽0603行初{story.Number}号", "请求撤销行政处罚决定", script.Clock.Today().AddDays(-1)));
        Next(story, script.Clock.Today().AddDays(9), 15, () => Take(story, story.Officer, now => new AnswerSuit(now.AddMinutes(-30), "提交答辩状和作出处罚决定的证据、依据，共15份。")));
        Next(story, script.Clock.Today().AddDays(40), 9, () => Take(story, story.Officer, now => new RecordCourtHearing(now.AddMinutes(-30), true, "办事处主任（负责人）、办案人员", null)));
    });

    /// <summary>The closed case is filed away, and its papers stand on the provincial platform.</summary>
    private void Archive(Story story)
    {
        if (story.Number % 7 != 0)
        {
            Next(story, script.WorkingDaysAfter(script.Clock.Today(), 1), 16, async () =>
            {
                await Take(story, story.Officer, _ => new RegisterPlatformNumber(FormattableString.Invariant($"MZF350603{story.Number:000000}")));
                var state = (await script.As(story.Officer, services => services.GetRequiredService<ViewCase>().Run(story.CaseId, default))).State;
                await Take(story, story.Officer, _ => new EnterPapers([.. ProvincialPlatform.Missing(state).Select(paper => new PlatformPaper(paper.Kind.Name, paper.Index, PlatformWay.Entered, null))]));
            });
        }
        if (story.Number % 2 == 0) Next(story, script.WorkingDaysAfter(script.Clock.Today(), 8), 16, () => Take(story, story.Officer, _ => new ArchiveCase(null, "30年", 60 + (story.Number % 40), null)));
    }
}
