using Lianzhi.Core.Supervision;
using Lianzhi.Core.Tests.Cases;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Supervision;

/// <summary>The bureau writes, the body answers, the bureau accepts or sends back once; a decision follows only what was asked for before.</summary>
public sealed class SupervisionTests
{
    private static readonly SupervisedBody Body = new(Street, "漳州市龙文区人民政府蓝田街道办事处", true);
    private static readonly SupervisedCase About = new("case-1", "漳龙蓝立〔2026〕1号", "漳州禾丰土石方工程有限公司渣土未清运未遮盖案", Street);
    private static readonly SupervisionDraft Draft = new(SupervisionKind.Notice, "决定书逾期未送达", "决定书作出后第12日仍未送达", "行政处罚法 第61条", "核查原因，立即送达。", null, Day("2026-04-20"));

    private static readonly SupervisionFile Issued = new()
    {
        Kind = SupervisionKind.Notice,
        Number = "漳龙司监通〔2026〕1号",
        BureauName = "区司法局",
        Body = Street,
        BodyName = Body.Name,
        Case = About,
        Matter = Draft.Matter!,
        Problem = Draft.Problem!,
        Basis = Draft.Basis!,
        Demand = Draft.Demand!,
        IssuedOn = Day("2026-04-07"),
        IssuedBy = "李海成",
        DueOn = Day("2026-04-20"),
    };

    private static readonly SupervisionDraft Decision = Draft with { Kind = SupervisionKind.Decision, Order = SupervisionOrder.Act, DueOn = Day("2026-05-11") };

    private static SupervisionFile Answered(string on = "2026-04-20") => Issued with { Answers = [new(Day(on), "周海波", "已送达。", "送达回证1份")] };

    private static SupervisionFile Returned() => Answered() with { Answers = [Answered().Answers[0] with { Accepted = false, Remark = "没有说明原因。", ReviewedOn = Day("2026-04-21"), ReviewedBy = "李海成", NextDueOn = Day("2026-04-27") }] };

    private static IReadOnlyList<Refusal> Issue(SupervisionDraft draft, SupervisedBody? body = null, SupervisedCase? about = null, SupervisionFile? earlier = null, bool mustFollow = true, bool tookPart = false, string today = "2026-04-21") =>
        SupervisionRules.Issue(draft with { DueOn = draft.DueOn == Draft.DueOn ? Day("2026-05-11") : draft.DueOn }, "sf", body ?? Body, about ?? About, earlier, mustFollow, tookPart, Day(today));

    [Fact]
    public void State_FromIssueToEnd_FollowsTheAnswers()
    {
        Assert.Equal((SupervisionState.Issued, true), (Issued.State, Issued.Waits));
        Assert.Equal((SupervisionState.Answered, false), (Answered().State, Answered().Waits));
        Assert.Equal((SupervisionState.Returned, Day("2026-04-27")), (Returned().State, Returned().AnswerDueOn));
        Assert.Equal(SupervisionState.Closed, (Answered() with { Answers = [Answered().Answers[0] with { Accepted = true }] }).State);
        Assert.Equal(SupervisionState.Followed, (Issued with { FollowedBy = "漳龙司监决〔2026〕1号" }).State);
    }

    [Fact]
    public void IsOverdue_OnTheLastDay_IsNotYetAndTheDayAfterItIs()
    {
        Assert.False(Issued.IsOverdue(Day("2026-04-20")));
        Assert.True(Issued.IsOverdue(Day("2026-04-21")));
        Assert.False(Returned().IsOverdue(Day("2026-04-27")));
        Assert.True(Returned().IsOverdue(Day("2026-04-28")));
        Assert.False(Answered().IsOverdue(Day("2026-05-30")));
    }

    [Fact]
    public void Issue_DecisionAfterAnAnswerOrTheLastDay_IsLawful()
    {
        Assert.Empty(Issue(Decision, earlier: Answered()));
        Assert.Empty(Issue(Decision, earlier: Issued, today: "2026-04-21"));
        Assert.Equal("supervision-answer-open", Assert.Single(Issue(Decision, earlier: Issued, today: "2026-04-20")).Code);
        Assert.Empty(Issue(Decision, mustFollow: false));
    }

    [Fact]
    public void Answer_AfterTheLastDay_IsTakenAndSaysHowLate()
    {
        Assert.Empty(SupervisionRules.Answer(Issued, "已送达。", null));
        var late = Answered("2026-04-23");
        Assert.Equal(3, SupervisionRules.Late(late, late.Answers[0]));
        var again = Returned() with { Answers = [.. Returned().Answers, new(Day("2026-04-28"), "周海波", "补充说明。", null)] };
        Assert.Equal(1, SupervisionRules.Late(again, again.Answers[1]));
        Assert.Equal(
            ["2026年4月7日制发，回复期限至2026年4月20日，由区司法局在文书中指定。", "2026年4月20日回复。", "2026年4月21日退回，重新指定的回复期限至2026年4月27日。", "2026年4月28日回复，逾期1日。"],
            SupervisionRules.Clock(again).Select(reason => reason.Text));
    }

    [Fact]
    public void Review_SentBackOnce_IsNotSentBackAgain()
    {
        Assert.Empty(SupervisionRules.Review(Answered(), false, "没有说明原因。", Day("2026-04-27"), Day("2026-04-21")));
        var again = Returned() with { Answers = [.. Returned().Answers, new(Day("2026-04-25"), "周海波", "补充说明。", null)] };
        Assert.Equal("supervision-returned-already", Assert.Single(SupervisionRules.Review(again, false, "仍不清楚。", Day("2026-05-11"), Day("2026-04-28"))).Code);
        Assert.Empty(SupervisionRules.Review(again, true, null, null, Day("2026-04-28")));
    }

    [Fact]
    public void Supervision_Refusals_ArePinned() => GateSnapshot.Match("supervision.txt",
    [
        ("什么也没写", SupervisionRules.Issue(new(null, null, null, null, null, null, null), "sf", null, null, null, true, false, Day("2026-04-21"))),
        ("发给不执法的部门", Issue(Draft, new("cz", "区财政局", false))),
        ("发给本局", Issue(Draft, new("sf", "区司法局", true))),
        ("发给另一街道", Issue(Draft, new("350603001", "步文街道办事处", true))),
        ("本人审核过该案", Issue(Draft, tookPart: true)),
        ("通知书写明责令的内容", Issue(Draft with { Order = SupervisionOrder.Correct })),
        ("通知书写明此前的文书", Issue(Draft, earlier: Issued)),
        ("期限不晚于今日", Issue(Draft with { DueOn = Day("2026-04-21") })),
        ("决定书没有此前的文书", Issue(Decision with { Order = null })),
        ("决定书在决定书之后", Issue(Decision, earlier: Issued with { Kind = SupervisionKind.Decision })),
        ("另一案件的文书", Issue(Decision, earlier: Issued with { Case = null })),
        ("已经有决定书", Issue(Decision, earlier: Issued with { FollowedBy = "漳龙司监决〔2026〕1号" })),
        ("已经办结", Issue(Decision, earlier: Answered() with { Answers = [Answered().Answers[0] with { Accepted = true }] })),
        ("期限没有届满", Issue(Decision, earlier: Issued, today: "2026-04-20")),
        ("回复没有内容", SupervisionRules.Answer(Issued, " ", null)),
        ("已经回复", SupervisionRules.Answer(Answered(), "再次回复。", null)),
        ("没有回复就审核", SupervisionRules.Review(Issued, true, null, null, Day("2026-04-21"))),
        ("没有选择", SupervisionRules.Review(Answered(), null, null, null, Day("2026-04-21"))),
        ("退回没有理由和期限", SupervisionRules.Review(Answered(), false, "", Day("2026-04-21"), Day("2026-04-21"))),
    ]);
}
