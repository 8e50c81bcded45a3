using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Disclosure;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Demo.Sample;

/// <summary>The people of one township who appear in made-up cases.</summary>
/// <param name="Code">Township code.</param>
/// <param name="First">The officer who writes things down.</param>
/// <param name="Second">The other officer.</param>
/// <param name="Head">The head, who signs.</param>
internal sealed record SampleTown(string Code, Actor First, Actor Second, Actor Head)
{
    /// <summary>Ids of the two officers.</summary>
    public string[] Crew { get; } = [First.OfficerId!, Second.OfficerId!];
}

/// <summary>One act of a story: who does which step when.</summary>
internal readonly record struct SampleAct(DateTimeOffset At, Actor By, CaseCommand Command);

/// <summary>
/// What happens in one made-up case (样例案情) from its first step to its last. Three of four are penalties on the
/// spot, as in a street brigade's year; one of five is published.
/// </summary>
internal sealed class SampleStory(int number, SampleTown town, DemoMatter matter, CaseParty party, string address, DateTimeOffset opened, string caseId, WorkCalendar calendar)
{
    private readonly CasePenalty[] fine = [new CasePenalty(PenaltyKind.Fine, matter.FineFen)];
    private readonly DateOnly day = District.DateOf(opened);

    private string Receiver => party.Representative ?? party.Name;

    private string Facts => $"{matter.Description}（{address}）。";

    /// <summary>Its acts in the order of time.</summary>
    public IEnumerable<SampleAct> Acts() => matter.OnSpot ? OnSpot() : Ordinary();

    private IEnumerable<SampleAct> OnSpot()
    {
        yield return new(opened, town.First, new PenaliseOnSpot(
            opened.AddMinutes(-20), caseId, "日常巡查", null, party, matter.Code, town.Code, address, $"经现场核查：{Facts}执法人员出示执法证件，现场拍照取证。",
            matter.Breach, matter.PenaltyBasis, fine, true, "无异议。", matter.Correction, Receiver, null, town.Crew, CertificatesShown: true));
        foreach (var act in AfterService(day)) yield return act;
    }

    private IEnumerable<SampleAct> Ordinary()
    {
        yield return new(opened, town.First, new ProposeFiling(
            opened.AddMinutes(-5), caseId, "日常巡查", null, party, matter.Code, town.Code, address, Facts, day.AddDays(-3), day.AddDays(-2), false, town.Crew));
        var filed = Working(1);
        if (number % 40 == 7)
        {
            yield return Signed(filed, 10, new RefuseFiling("经核查，违法事实轻微且已自行改正，不予立案。"));
            yield break;
        }
        yield return Signed(filed, 10, new ApproveFiling("事实初步清楚，同意立案。"));
        var inspected = Working(2);
        yield return Done(inspected, 16, at => new RecordInspection(at.AddMinutes(-80), at.AddMinutes(-20), address, $"{Receiver}（当事人）", true, $"现场情况：{Facts}", "情况属实，愿意改正。", null, town.Crew));
        yield return Done(Working(3), 11, at => new RecordInterview(at.AddMinutes(-60), at.AddMinutes(-10), "综合执法大队询问室", Receiver, null, "当事人", true,
            [new CaseAnswer("请说明情况。", $"{matter.Description}，是我们没有注意。"), new CaseAnswer("是否愿意改正？", "愿意，马上改正。")], null, town.Crew));
        yield return Done(Working(6 + (number % 9)), 15, at => new ConcludeInvestigation(at.AddMinutes(-5), $"经查，{Facts}",
            [new CaseEvidence("勘验笔录、现场笔录", "现场检查笔录1份", "现场情况"), new CaseEvidence("当事人的陈述", "询问笔录1份", "违法行为的经过")],
            matter.Breach, matter.PenaltyBasis, "初次违法，已及时改正，从轻处罚。", 0, fine, false, false, false, town.Crew));
        var noticed = 9 + (number % 9);
        yield return Done(Working(noticed), 10, at => new ServePriorNotice(at.AddMinutes(-10), Facts, "初次违法，已及时改正，从轻处罚。", fine, null, false, Handed(), town.Crew));
        var defends = number % 6 == 1;
        if (defends)
        {
            yield return Done(Working(noticed + 2), 14, at => new RecordDefence(at.AddMinutes(-10), true, "当事人书面说明：不知道需要办理手续，已经改正，请求从轻处理。", 1));
            yield return Done(Working(noticed + 4), 10, at => new ReviewDefence(at.AddMinutes(-10), "当事人已改正属实，拟处罚已按从轻档确定。", false, "从轻情节在拟处罚中已经考虑，维持拟处罚意见。", town.Crew));
        }
        yield return Signed(Working(noticed + 7), 16, new MakeDecision(DecisionKind.Penalty, fine, null, $"责令{matter.Correction}。", defends ? "从轻情节已经考虑。" : ""));
        var served = Working(noticed + 9);
        yield return Done(served, 11, at => new ServeDecision(at.AddMinutes(-10), Handed(), true, town.Crew));
        foreach (var act in AfterService(served)) yield return act;
    }

    private IEnumerable<SampleAct> AfterService(DateOnly served)
    {
        yield return Signed(Working(3, served), 17, number % 5 == 0
            ? new DecidePublication(true, "具有一定社会影响，依法公示。", 90)
            : new DecidePublication(false, "社会影响轻微，不公示。", 0, NoPublicationGround.NoSocialImpact));
        if (number % 30 == 11) yield break; // Never paid: the clock has run out.
        yield return Done(Working(4 + (number % 6), served), 14, at => new RecordPayment(at.AddMinutes(-30), matter.FineFen, 0, FormattableString.Invariant($"闽财票（样例）{number:0000000}")));
        if (!matter.OnSpot) yield return Done(Working(12, served), 15, at => new CheckCorrection(at.AddMinutes(-30), true, "已按要求改正。", town.Crew));
        yield return Signed(Working(15, served), 10, new CloseCase("罚款已缴清，违法行为已改正。", FormattableString.Invariant($"样例档{number:0000000}")));
    }

    private ServiceInput Handed() => new(ServiceMethod.Direct, address, Receiver, party.Representative is null ? "本人" : "法定代表人", null, null);

    private DateOnly Working(int days, DateOnly? from = null)
    {
        var on = from ?? day;
        for (var i = 0; i < days; i++) on = calendar.NextWorkingDay(on);
        return on;
    }

    private SampleAct Signed(DateOnly on, int hour, CaseCommand command) => new(At(on, hour), town.Head, command);

    private SampleAct Done(DateOnly on, int hour, Func<DateTimeOffset, CaseCommand> command) => new(At(on, hour), town.First, command(At(on, hour)));

    private DateTimeOffset At(DateOnly on, int hour) => new DateTimeOffset(on, new TimeOnly(hour, number % 50), District.Offset).ToUniversalTime();
}
