using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Discretion;
using Lianzhi.Core.Clues;
using Lianzhi.Core.Disclosure;
using Lianzhi.Core.Evidence;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Demo;

/// <summary>
/// Clues and cases of the demonstration (演示线索和案件): about 400 clues over nine months, of which 150 become cases
/// that go as far as time lets them.
/// </summary>
public sealed partial class DemoCases(DemoScript script)
{
    private const int Clues = 400;
    private const int Days = 270;

    private static readonly (string Town, string Code, string Name, string[] Streets)[] Townships =
    [
        ("lantian", "350603003", "蓝田街道", ["湘桥路北段", "龙文中路", "梧桥路南侧", "小港北路"]),
        ("buwen", "350603001", "步文街道", ["步文路", "九龙大道东侧", "迎宾路", "新浦东路"]),
        ("bihu", "350603002", "碧湖街道", ["碧湖东路", "湖滨路", "建元东路", "漳华路"]),
        ("jingshan", "350603005", "景山街道", ["景山路", "水仙大街东段", "龙腾北路", "鹤鸣路"]),
        ("chaoyang", "350603004", "朝阳街道", ["朝阳北路", "浦头大街", "横三路", "龙江北路"]),
        ("guokeng", "350603103", "郭坑镇", ["郭坑街", "口社村道", "洛滨路", "汐浦村道"]),
    ];

    private readonly IReadOnlyList<DemoMatter> matters = DemoMatter.All();
    // Of its own: drawn from what records are salted with, one more setting would tell another story.
    private readonly DemoParties parties = new(new SeededEntropy($"stories {script.Today:yyyy-MM-dd}"));

    /// <summary>Puts every clue into the queue; each act puts the next.</summary>
    public void Plan()
    {
        for (var i = 0; i < Clues; i++)
        {
            var day = script.Today.AddDays(-Days + (i * Days / Clues));
            var place = Townships[i % Townships.Length];
            var matter = matters[parties.Below(matters.Count)];
            var address = $"{place.Streets[parties.Below(4)]}{1 + parties.Below(180)}号附近";
            var story = new Story(i, place.Town, place.Code, matter, $"{place.Name}{address}", parties);
            // About three of eight become cases; the rest are answered, refused, handed on or still waiting.
            if (i % 8 is 0 or 3 or 6) PlanCase(story, day);
            else PlanClue(story, day);
        }
    }

    private void PlanClue(Story story, DateOnly day) => script.At(day, 8 + (story.Number % 10), story.Number % 60, async () =>
    {
        var id = await Receive(story);
        var last = script.Today.AddDays(-2) < day;
        if (last) return;
        script.At(day.AddDays(1 + (story.Number % 3)), 9, story.Number % 50, () => (story.Number % 5) switch
        {
            0 => script.As($"{story.Town}.brigade", services => services.GetRequiredService<RejectClue>().Run(id, null, RejectGround.NoFacts, "经两次到现场核查，没有发现反映的情况，也没有可以进一步核实的线索。", default)),
            1 => Report(story, id),
            _ => Accept(story, id, day),
        });
    }, anyDay: true);

    private async Task Accept(Story story, string id, DateOnly day)
    {
        await script.As($"{story.Town}.brigade", services => services.GetRequiredService<AcceptClue>().Run(id, null, default));
        script.At(day.AddDays(8), 15, story.Number % 50, () => script.As($"{story.Town}.brigade", services =>
            services.GetRequiredService<CloseClue>().Run(id, null, "经现场核查，当事人已当场改正，情节轻微，已批评教育。", default)));
    }

    /// <summary>Reports to the area chief, who says two days later which township handles it.</summary>
    private async Task Report(Story story, string id)
    {
        await script.As($"{story.Town}.brigade", services => services.GetRequiredService<ReportClue>().Run(id, null, true, false, "违法行为跨两个街道，需要片区统筹。", default));
        var chief = story.Town is "chaoyang" or "guokeng" ? "area2.chief" : "area1.chief";
        script.At(script.WorkingDaysAfter(script.Clock.Today(), 2), 16, story.Number % 50, async () =>
        {
            await script.As(chief, services => services.GetRequiredService<ArrangeClue>().Run(id, null, story.Township, "违法行为主要发生在该镇街，由其办理，相邻镇街协助取证。", default));
            script.At(script.WorkingDaysAfter(script.Clock.Today(), 1), 9, story.Number % 50, () => Accept(story, id, script.Clock.Today()));
        });
    }

    /// <summary>Sends the complaint as the public, or registers what 12345 or a patrol brought.</summary>
    private async Task<string> Receive(Story story)
    {
        var named = story.Number % 3 == 0;
        var complaint = new Complaint(story.Matter.Category, $"{story.Matter.Description}。", story.Township, story.Address, "最近几天", named,
            named ? parties.Name() : null, named ? "13800000000" : null, named);
        if (story.Number % 4 != 1)
        {
            var receipt = await script.As("public", services => services.GetRequiredService<SendComplaint>().Run(complaint, [], true, default));
            return receipt.Id;
        }
        var registered = await script.As($"{story.Town}.officer1", services => services.GetRequiredService<RegisterClue>()
            .Run(story.Number % 8 == 1 ? ClueSource.Hotline : ClueSource.Patrol, complaint, null, [], default));
        return registered.Id;
    }

    private void PlanCase(Story story, DateOnly day) => script.At(day, 8, story.Number % 60, async () =>
    {
        story.ClueId = await Receive(story);
        script.At(day.AddDays(1), 9, story.Number % 50, async () =>
        {
            await script.As($"{story.Town}.brigade", services => services.GetRequiredService<AmendClue>().Run(story.ClueId, null, story.Township, story.Matter.Code, null, default));
            await script.As($"{story.Town}.brigade", services => services.GetRequiredService<AcceptClue>().Run(story.ClueId, null, default));
            if (story.Matter.OnSpot) script.At(day.AddDays(2), 15, story.Number % 50, () => PenaliseOnSpot(story));
            else script.At(day.AddDays(3), 9, story.Number % 50, () => Propose(story));
        });
    }, anyDay: true);

    private async Task PenaliseOnSpot(Story story)
    {
        var (now, party) = (script.Clock.GetUtcNow(), story.Party(script.Clock.Today()));
        var receipt = await script.As(story.Officer, services => services.GetRequiredService<PenaliseAtOnce>().Run(new PenaliseOnSpot(
            now.AddMinutes(-30), "", "群众举报", story.ClueId, party, story.Matter.Code, story.Township, story.Address,
            $"经现场核查：{story.Matter.Description}。执法人员出示执法证件，现场拍照取证。", story.Matter.Breach, story.Matter.PenaltyBasis,
            [new CasePenalty(PenaltyKind.Fine, story.Matter.FineFen)], true, "无异议。", story.Matter.Correction, party.Representative ?? party.Name, null, script.OfficersOf(story.Town), CertificatesShown: true), default));
        story.CaseId = receipt.Id;
        if (story.Number % 5 != 0) Next(story, script.WorkingDaysAfter(script.Clock.Today(), 1), 16, () => Take(story, story.Officer, now => new ReportOnSpot(now.AddMinutes(-5), "综合执法大队内勤")));
        Finish(story, script.Clock.Today());
    }

    private async Task Propose(Story story)
    {
        var (now, today) = (script.Clock.GetUtcNow(), script.Clock.Today());
        var receipt = await script.As(story.Officer, services => services.GetRequiredService<ProposeCase>().Run(new ProposeFiling(
            now.AddMinutes(-5), "", "群众举报", story.ClueId, story.Party(today), story.Matter.Code, story.Township, story.Address, $"{story.Matter.Description}。",
            today.AddDays(-4), today.AddDays(-3), false, script.OfficersOf(story.Town)), default));
        story.CaseId = receipt.Id;
        Next(story, today.AddDays(1), 10, async () =>
        {
            await Take(story, $"{story.Town}.head", _ => new ApproveFiling("事实初步清楚，同意立案。"));
            Next(story, script.Clock.Today().AddDays(1), 16, () => Inspect(story));
        });
    }

    private async Task Inspect(Story story)
    {
        var officers = script.OfficersOf(story.Town);
        await Take(story, story.Officer, now => new RecordInspection(now.AddMinutes(-80), now.AddMinutes(-20), story.Address, $"{story.Receiver}（当事人）", true,
            $"现场情况：{story.Matter.Description}。现场制作勘验图1份，拍摄照片6张。", "情况属实，愿意改正。", null, officers));
        // One case in four lacks its photo, so that the timeline and the audit have something to say.
        if (story.Number % 4 != 0)
            await DemoEvidence.Bring(script, story.CaseId, story.Officer, officers, "现场照片", story.Address, story.Matter.Description, script.Clock.GetUtcNow().AddMinutes(-60), null, new(RecordedActKind.Inspection, 0), "现场.png", DemoEvidence.Photo(story.Number));
        Next(story, script.Clock.Today().AddDays(1), 11, async () =>
        {
            await Take(story, story.Officer, now => new RecordInterview(now.AddMinutes(-60), now.AddMinutes(-10), "综合执法大队询问室", story.Receiver, null, "当事人", true,
                [new CaseAnswer("请说明情况。", $"{story.Matter.Description}，是我们没有注意。"), new CaseAnswer("是否愿意改正？", "愿意，马上改正。")], null, officers));
            if (story.Number % 6 == 0)
                await DemoEvidence.Bring(script, story.CaseId, story.Officer, officers, "询问录音", "综合执法大队询问室", "询问经过", script.Clock.GetUtcNow().AddMinutes(-60), null, new(RecordedActKind.Interview, 0), "询问.wav", DemoEvidence.Sound(story.Number));
            await Take(story, story.Officer, now => new OrderCorrection(now.AddMinutes(-5), story.Matter.Breach, story.Matter.Correction, script.Clock.Today().AddDays(7), story.Handed(), officers));
            Next(story, script.Clock.Today().AddDays(8), 10, async () =>
            {
                await Take(story, story.Officer, now => new CheckCorrection(now.AddMinutes(-10), true, "已按要求改正。", officers));
                Next(story, script.Clock.Today().AddDays(2), 15, () => Conclude(story));
            });
        });
    }

    private async Task Conclude(Story story)
    {
        var officers = script.OfficersOf(story.Town);
        CasePenalty[] fine = [new CasePenalty(PenaltyKind.Fine, story.Matter.FineFen)];
        if (story.Matter.Code is "CG-023" or "CG-030" or "CG-037") // Items of the demonstration's benchmarks.
            await Take(story, story.Officer, now => new AssessDiscretion(now.AddMinutes(-10), [Circumstance.HarmRemoved], 0, null, [], DiscretionGrade.Lighter, story.Matter.FineFen, null, null, officers));
        await Take(story, story.Officer, now => new ConcludeInvestigation(now.AddMinutes(-5), $"经查，{story.Matter.Description}。以上事实有现场检查笔录、询问笔录和照片为证。",
            [new CaseEvidence("勘验笔录、现场笔录", "现场检查笔录1份", "现场情况"), new CaseEvidence("当事人的陈述", "询问笔录1份", "违法行为的经过"), new CaseEvidence("视听资料", "照片6张", "现场情况")],
            story.Matter.Breach, story.Matter.PenaltyBasis, "初次违法，已及时改正，从轻处罚。", 0, fine, false, false, false, officers));
        Next(story, script.Clock.Today().AddDays(2), 10, async () =>
        {
            await Take(story, story.Officer, now => new ServePriorNotice(now.AddMinutes(-10), $"{story.Matter.Description}。", "初次违法，已及时改正，从轻处罚。", fine, null, false, story.Handed(), officers));
            var defends = story.Number % 3 == 0;
            if (defends) Next(story, script.WorkingDaysAfter(script.Clock.Today(), 2), 14, () => Defend(story));
            Next(story, script.WorkingDaysAfter(script.Clock.Today(), defends ? 8 : 5), 16, () => Decide(story, fine));
        });
    }

    private async Task Defend(Story story)
    {
        await Take(story, story.Officer, now => new RecordDefence(now.AddMinutes(-10), true, "当事人书面说明：不知道需要办理手续，已经改正，请求从轻处理。", 1));
        Next(story, script.WorkingDaysAfter(script.Clock.Today(), 2), 10, () => Take(story, story.Officer, now =>
            new ReviewDefence(now.AddMinutes(-10), "当事人已改正属实，拟处罚已按从轻档确定。", false, "从轻情节在拟处罚中已经考虑，维持拟处罚意见。", script.OfficersOf(story.Town))));
    }

    private async Task Decide(Story story, CasePenalty[] fine)
    {
        await Take(story, $"{story.Town}.head", _ => new MakeDecision(DecisionKind.Penalty, fine, null, $"责令{story.Matter.Correction}；已复查改正。",
            story.Number % 3 == 0 ? "从轻情节已经考虑。" : ""));
        Next(story, script.Clock.Today().AddDays(2), 11, async () =>
        {
            await Take(story, story.Officer, now => new ServeDecision(now.AddMinutes(-10), story.Handed(), true, script.OfficersOf(story.Town)));
            Finish(story, script.Clock.Today());
        });
    }

    /// <summary>Publication, payment and closing after service.</summary>
    private void Finish(Story story, DateOnly served)
    {
        Next(story, served.AddDays(3), 17, () => Take(story, $"{story.Town}.head", _ => story.Number % 9 == 0
            ? new DecidePublication(false, "社会影响轻微，不公示。", 0, NoPublicationGround.NoSocialImpact)
            : new DecidePublication(true, "具有一定社会影响，依法公示。", 90)));
        if (FinishOtherwise(story, served)) return; // Not paid as told: the clock runs out, or another way.
        // People pay by phone on any day, so a long holiday does not hold it up.
        script.At(served.AddDays(8 + (story.Number % 6)), 14, story.Number % 50, () => Take(story, story.Officer, now => new RecordPayment(now.AddMinutes(-30), story.Matter.FineFen, 0, $"闽财票（演示）{story.Number:0000}")), anyDay: true);
        if (story.Matter.OnSpot)
            Next(story, served.AddDays(9), 9, () => Take(story, story.Officer, now => new CheckCorrection(now.AddMinutes(-10), true, "已按要求改正。", script.OfficersOf(story.Town))));
        Next(story, served.AddDays(24), 10, async () =>
        {
            await Take(story, $"{story.Town}.head", _ => new CloseCase("罚款已缴清，违法行为已改正。", null));
            Archive(story);
            if (story.ClueId is null) return;
            await script.As($"{story.Town}.brigade", services => services.GetRequiredService<AnswerClue>().Run(story.ClueId, null, "您反映的问题已依法处理完毕，当事人已改正并受到行政处罚。感谢您的监督。", default));
        });
    }

    private void Next(Story story, DateOnly day, int hour, Func<Task> act) => script.At(day, hour, story.Number % 50, act);

    private Task<CaseReceipt> Take(Story story, string userName, Func<DateTimeOffset, CaseCommand> make) =>
        script.As(userName, services => services.GetRequiredService<TakeCaseStep>().Run(story.CaseId, null, make(script.Clock.GetUtcNow()), default));

    /// <summary>One matter from report to end.</summary>
    private sealed class Story(int number, string town, string township, DemoMatter matter, string address, DemoParties parties)
    {
        private CaseParty? party;

        public int Number { get; } = number;

        public string Town { get; } = town;

        public string Township { get; } = township;

        public DemoMatter Matter { get; } = matter;

        public string Address { get; } = address;

        public string ClueId { get; set; } = "";

        public string CaseId { get; set; } = "";

        public string Officer => $"{Town}.officer{1 + (Number % 2)}";

        public string Receiver => party!.Representative ?? party.Name;

        public CaseParty Party(DateOnly today) => party ??= parties.Make(Matter.Party, Address, today);

        public ServiceInput Handed() => new(ServiceMethod.Direct, Address, Receiver, party!.Representative is null ? "本人" : "法定代表人", null, null);
    }
}
