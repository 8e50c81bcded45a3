using Lianzhi.Core.Cases;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Demo;

/// <summary>
/// Cases of the demonstration that need more than the short way (演示听证、审核案件): one waits for its hearing, one
/// lies with legal review, one came back from it, one was discussed, and one ended without a penalty.
/// </summary>
public sealed class DemoHearings(DemoScript script)
{
    private const long Fine = 100_000_00;

    private enum Until
    {
        HearingNotified,
        InReview,
        Returned,
        Discussed,
        NoPenalty,
    }

    /// <summary>Puts the cases into the queue.</summary>
    public void Plan()
    {
        (string Town, string Code, string Address, Until Until, int DaysAgo)[] plans =
        [
            ("lantian", "350603003", "湘桥路北段12号工地", Until.HearingNotified, 40), ("buwen", "350603001", "步文路66号工地", Until.InReview, 70),
            ("jingshan", "350603005", "景山路8号工地", Until.Returned, 70), ("bihu", "350603002", "漳华路101号工地", Until.Discussed, 80), ("chaoyang", "350603004", "横三路5号工地", Until.NoPenalty, 40),
        ];
        for (var i = 0; i < plans.Length; i++)
        {
            var story = new Story(plans[i].Town, plans[i].Code, plans[i].Address, plans[i].Until, i + 1);
            script.At(script.Today.AddDays(-plans[i].DaysAgo), 9, 5 + i, () => Propose(story));
        }
    }

    private async Task Propose(Story story)
    {
        var (now, today) = (script.Clock.GetUtcNow(), script.Clock.Today());
        story.CaseId = (await script.As(story.Officer, services => services.GetRequiredService<ProposeCase>().Run(new ProposeFiling(
            now.AddMinutes(-5), "", "巡查发现", null, story.Party, "CG-030", story.Township, story.Address, "工地渣土堆放多日没有清运，也没有遮盖。",
            today.AddDays(-4), today.AddDays(-3), false, script.OfficersOf(story.Town)), default))).Id;
        Next(story, 1, async () =>
        {
            await Take(story, story.Head, _ => new ApproveFiling("事实初步清楚，同意立案。"));
            Next(story, 1, () => Investigate(story));
        });
    }

    private async Task Investigate(Story story)
    {
        var officers = script.OfficersOf(story.Town);
        await Take(story, story.Officer, now => new RecordInspection(now.AddMinutes(-80), now.AddMinutes(-30), story.Address, "方志明（法定代表人）", true, "工地东侧堆放渣土约60立方米，没有遮盖，拍摄照片9张。", "情况属实。", null, officers));
        await Take(story, story.Officer, now => new RecordInterview(now.AddMinutes(-20), now.AddMinutes(-8), "综合执法大队询问室", "方志明", null, "法定代表人", true, [new CaseAnswer("渣土堆放了多久？", "大约一周。")], null, officers));
        await Take(story, story.Officer, now => new OrderCorrection(now.AddMinutes(-5), "《中华人民共和国大气污染防治法》第六十九条第三款", "立即清运或者遮盖渣土", script.Clock.Today().AddDays(5), story.Handed, officers));
        Next(story, 4, async () =>
        {
            await Take(story, story.Officer, now => new CheckCorrection(now.AddMinutes(-10), true, "渣土已全部清运。", officers));
            var none = story.Until == Until.NoPenalty;
            CasePenalty[] proposal = none ? [] : [new CasePenalty(PenaltyKind.Fine, Fine)];
            await Take(story, story.Officer, now => new ConcludeInvestigation(now.AddMinutes(-5), "经查，当事人在工地堆放渣土约60立方米，没有及时清运，也没有密闭遮盖。",
                [new CaseEvidence("勘验笔录、现场笔录", "现场检查笔录1份", "现场情况"), new CaseEvidence("当事人的陈述", "询问笔录1份", "违法行为的经过"), new CaseEvidence("视听资料", "照片9张", "现场情况")],
                "《中华人民共和国大气污染防治法》第六十九条第三款", "《中华人民共和国大气污染防治法》第一百一十五条第一款第二项",
                none ? "违法行为轻微，当日清运，没有造成危害后果。" : "堆放量大、时间长，参照裁量基准从重档。", 0, proposal, false, false, false, officers));
            if (none) Next(story, 2, () => Take(story, story.Head, _ => new MakeDecision(DecisionKind.MinorCorrected, [], null, "今后应当及时清运、遮盖", "", Education: "当面讲解扬尘污染防治规定，当事人签收教育记录")));
            else Next(story, 2, () => Notify(story));
        });
    }

    private async Task Notify(Story story)
    {
        var officers = script.OfficersOf(story.Town);
        await Take(story, story.Officer, now => new ServePriorNotice(now.AddMinutes(-10), "当事人在工地堆放渣土没有遮盖。", "堆放量大、时间长，从重处罚。", [new CasePenalty(PenaltyKind.Fine, Fine)], null, true, story.Handed, officers));
        if (story.Until == Until.Returned)
        {
            Next(story, 6, () => Submit(story));
            return;
        }
        Next(story, 2, async () =>
        {
            await Take(story, story.Officer, now => new RequestHearing(now.AddMinutes(-10), "方志明"));
            Next(story, 1, async () =>
            {
                var day = script.WorkingDaysAfter(script.Clock.Today(), story.Until == Until.HearingNotified ? 30 : 8);
                var hearing = new DateTimeOffset(day, new TimeOnly(9, 0), District.Offset);
                await Take(story, story.Officer, now => new ServeHearingNotice(now.AddMinutes(-10), hearing, "街道办事处二楼会议室", null,
                    script.Person($"{story.Town}.deputy").OfficerId!, script.Person($"{story.Town}.officer3").OfficerId!, story.Handed, officers));
                if (story.Until != Until.HearingNotified) script.At(day, 11, story.Number, () => Hear(story, hearing));
            });
        });
    }

    private async Task Hear(Story story, DateTimeOffset hearing)
    {
        await Take(story, $"{story.Town}.officer3", now => new HoldHearing(hearing, now.AddMinutes(-20), "方志明（法定代表人）", [new HearingAgent("沈律师", "授权委托书1份，代为陈述、申辩和质证")],
            script.OfficersOf(story.Town), "渣土约60立方米没有遮盖，有笔录和照片为证，建议罚款十万元。", "事实没有异议，认为罚款过重。", "双方坚持各自意见。", null));
        Next(story, 1, async () =>
        {
            await Take(story, $"{story.Town}.deputy", now => new ReportHearing(now.AddMinutes(-10), "听证依法公开举行，双方充分发表意见。", HearingOpinion.Uphold, "事实清楚，证据充分，裁量适当。"));
            Next(story, 1, () => Submit(story));
        });
    }

    private async Task Submit(Story story)
    {
        if (story.Until == Until.InReview)
            await Take(story, story.Officer, now => new HoldConsultation(now.AddMinutes(-90), now.AddMinutes(-30), "片区中心驻点会议室", script.Person("area1.chief").OfficerId!, script.Person($"{story.Town}.officer3").OfficerId!,
                [
                    new ConsultationVoice(script.OfficersOf(story.Town)[0], "堆放量大、时间长，听证中当事人对数量没有异议。"), new ConsultationVoice(script.Person("justice.reviewer1").OfficerId!, "从重情节应当对应裁量基准写明。"),
                ],
                [new ConsultationGuest("许工", "区建筑工地扬尘防治办公室", "按核算土方量，清运费用明显高于罚款下限。")], ["从重处罚的情节是否充分", "是否一并通报建设单位"], "从重处罚的情节充分，应当在决定中对应裁量基准写明；是否通报建设单位由承办单位另行研究。"));
        await Take(story, story.Officer, _ => new SubmitReview("调查终结报告、证据材料、事先告知书及送达回证、听证材料"));
        if (story.Until == Until.InReview) return;
        Next(story, 2, async () =>
        {
            await Take(story, $"{story.Town}.reviewer", _ => story.Until == Until.Returned
                ? new ConcludeReview(ReviewOpinion.Amend, [new ReviewFinding(ReviewAspect.Discretion, "从重情节没有写明对应的裁量基准档次。"), new ReviewFinding(ReviewAspect.Document, "事先告知书没有引用第二项。")], "")
                : new ConcludeReview(ReviewOpinion.Agree, [], "送达回证请按时间排列。"));
            if (story.Until == Until.Discussed) Next(story, 1, () => Take(story, story.Head, now => new DiscussCollectively(now.AddMinutes(-60), now.AddMinutes(-10), "第一会议室",
                script.OfficersOf(story.Town)[0], script.Person($"{story.Town}.officer3").OfficerId!,
                [new DiscussionVoice(script.Person(story.Head).OfficerId!, "事实清楚，同意。", true), new DiscussionVoice(script.Person($"{story.Town}.deputyhead").OfficerId!, "同意拟处罚意见。", true)],
                DecisionKind.Penalty, [new CasePenalty(PenaltyKind.Fine, Fine)], "同意给予罚款十万元的行政处罚。")));
        });
    }

    private void Next(Story story, int workingDays, Func<Task> act) => script.At(script.WorkingDaysAfter(script.Clock.Today(), workingDays), 10, 5 + story.Number, act);

    private Task<CaseReceipt> Take(Story story, string userName, Func<DateTimeOffset, CaseCommand> make) =>
        script.As(userName, services => services.GetRequiredService<TakeCaseStep>().Run(story.CaseId, null, make(script.Clock.GetUtcNow()), default));

    /// <summary>One case from proposal to where it stands.</summary>
    private sealed class Story(string town, string township, string address, Until until, int number)
    {
        public string Town { get; } = town;

        public string Township { get; } = township;

        public string Address { get; } = address;

        public Until Until { get; } = until;

        public int Number { get; } = number;

        public string CaseId { get; set; } = "";

        public string Officer => $"{Town}.officer1";

        public string Head => $"{Town}.head";

        public CaseParty Party => new(PartyKind.Organisation, $"漳州{"东安平和庆"[Number - 1]}源土石方工程有限公司（演示）", Representative: "方志明", Address: Address);

        public ServiceInput Handed => new(ServiceMethod.Direct, Address, "方志明", "法定代表人", null, null);
    }
}
