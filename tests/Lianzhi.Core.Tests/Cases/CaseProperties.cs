using CsCheck;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents.Audit;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Random steps by random people at random times: whatever is let through, the law holds.</summary>
public sealed class CaseProperties
{
    private static readonly string[] People = ["o1", "o2", "o5", "head", "deputy", "chief", "host", "recorder", "reviewer", "justice", "o6"];

    private static readonly Func<DateTimeOffset, CaseCommand>[] Steps =
    [
        at => Commands.Propose() with { At = at },
        _ => new ApproveFiling("同意立案。"),
        _ => new RefuseFiling("不够立案标准。"),
        at => Commands.Inspect() with { At = at, Until = at },
        at => Commands.Interview() with { At = at, Until = at },
        at => Commands.Order() with { At = at, DueOn = CaseDays.Of(at).AddDays(5) },
        at => Commands.Check() with { At = at },
        at => Commands.Conclude(Large) with { At = at },
        at => Commands.Conclude(0) with { At = at },
        at => Commands.Notify(Large) with { At = at, NewFacts = "查明另有一处" },
        at => Commands.Notify() with { At = at, NewFacts = "查明另有一处" },
        at => new RecordDefence(at, true, "请求从轻", 0),
        at => new ReviewDefence(at, "已核实", false, "理由不成立", CaseScenario.Officers),
        at => new RecordWaiver(at, true, true, "书面声明"),
        at => new RequestHearing(at, "吴思源"),
        at => Commands.NotifyHearing() with { At = at, HearingAt = at.AddDays(12) },
        at => Commands.HoldHearing() with { At = at, Until = at },
        at => new ForgoHearing(at, HearingForgoneGround.Absent, "未到"),
        at => new ForgoHearing(at, HearingForgoneGround.Withdrawn, "书面撤回", true, "吴思源", "卷内第31页"),
        at => Commands.ReportHearing() with { At = at },
        at => new AdjournHearing(at, "延期"),
        _ => new SubmitReview("案卷", "已修改"),
        _ => new ConcludeReview(ReviewOpinion.Agree, [], ""),
        _ => new ConcludeReview(ReviewOpinion.Amend, [new(ReviewAspect.Law, "条款有误")], ""),
        at => Commands.Discuss() with { At = at, Until = at },
        at => new RequestRecusal(at, "o1", "当事人", "亲属"),
        _ => new RefuseRecusal("o1", "理由不成立"),
        _ => new DeclareRecusal("o1", "亲属", "o5"),
        _ => new HandOver(["o5", "o6"], "调离", "案卷"),
        _ => new ReopenInvestigation("补充调查"),
        _ => new SuspendInvestigation("housing-party-missing", "下落不明"),
        _ => new ResumeInvestigation("已找到"),
        _ => Commands.Decide(Large) with { HearingAnswer = "采纳" },
        _ => Commands.Decide(),
        _ => new MakeDecision(DecisionKind.FirstCorrected, [], null, "", "", Education: "已教育"),
        at => Commands.Serve() with { At = at },
        _ => new AmendDecision(AmendmentKind.Revoked, "事实有误", [], true),
        _ => new WithdrawCase(WithdrawalGround.FiledByMistake, "登记错误"),
    ];

    /// <summary>Places in <see cref="Steps"/> that make a lawful case more likely than blind chance.</summary>
    private static readonly (int Step, string Person)[] MainLine =
    [
        (0, "o1"), (1, "head"), (3, "o1"), (5, "o1"), (6, "o1"), (7, "o1"), (9, "o1"), (14, "o1"), (15, "o1"), (16, "recorder"), (19, "host"), (21, "o1"), (22, "reviewer"), (24, "head"), (32, "head"), (35, "o1"),
    ];

    private sealed record Move(int Step, string Person, int Hours);

    /// <summary>Three of four moves follow the main line from where the sequence stands; the rest are anything by anybody.</summary>
    private static readonly Gen<Move[]> Moves =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, Steps.Length - 1], Gen.Int[0, People.Length - 1], Gen.Int[1, 14 * 24]).Array[1, 40].Select(draws =>
        {
            var line = 0;
            return draws.Select(draw => draw.Item1 == 0
                ? new Move(draw.Item2, People[draw.Item3], draw.Item4)
                : MainLine[Math.Min(line++, MainLine.Length - 1)] is var (step, person) ? new Move(step, person, draw.Item4) : throw new InvalidOperationException()).ToArray();
        });

    [Fact]
    public void AnySequence_ReachesNoStateThatAGateForbids()
    {
        var decided = 0;
        Moves.Sample(moves =>
        {
            var scenario = Begin();
            var now = At("2026-03-02 09:00");
            foreach (var move in moves)
            {
                now = now.AddHours(move.Hours);
                scenario.On(now.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)).As(move.Person);
                var command = Steps[move.Step](now);
                var before = scenario.State;
                var result = CaseSteps.Take(before, command, scenario.Context(CaseFlow.PaperOf(command)));
                if (!result.IsOk)
                {
                    Assert.All(result.Refusals, refusal => Assert.True(refusal.Code.Length > 0 && refusal.Message.Any(sign => sign > 0x4e00)
                        && (refusal.Kind == RefusalKind.Invalid || refusal.Basis is not null), $"{command.Step}: {refusal}"));
                    continue;
                }
                scenario.Do(command);
                Lawful(before, scenario.State, result.Value);
            }
            Assert.Equal(CaseProjection.Row(scenario.State.Id.Length > 0 ? CaseState.Fold(scenario.Events) : Filed().State) with { Officers = [] },
                CaseProjection.Row(scenario.State.Id.Length > 0 ? scenario.State : Filed().State) with { Officers = [] });
            if (scenario.Events.OfType<DecisionMade>().Any()) decided++;
            // What the gates let through, the audit of the file does not find either; only time may have run out.
            if (scenario.State.LastAt is not null)
                Assert.DoesNotContain(DossierAudit.Run(new(scenario.State, Dossier.PapersOf(scenario.State), [], scenario.Context().Facts, CaseDays.Of(now))).Findings,
                    finding => finding.Severity == AuditSeverity.Serious && finding.Code != "deadline-missed");
        }, iter: 300, threads: 1);
        Assert.True(decided > 10, $"Only {decided} sequences came to a decision.");
    }

    /// <summary>What the articles forbid, said anew and apart from the gates.</summary>
    private static void Lawful(CaseState before, CaseState after, CaseEvent happened)
    {
        Assert.False(before.Course.Suspension is not null && happened is (DecisionMade or PriorNoticeServed or HearingHeld or InvestigationConcluded));
        Assert.All(after.Reviews, round => Assert.DoesNotContain(round.Reviewer.Id, after.Investigators));
        Assert.All(after.Hearing.Notices, notice => Assert.DoesNotContain(notice.Host.Id, after.Investigators));
        Assert.All(after.Course.Approvers, approver => Assert.DoesNotContain(approver, after.Investigators));
        if (happened is not DecisionMade { Kind: DecisionKind.Penalty } decision) return;
        Assert.NotNull(before.Filing);
        Assert.NotNull(before.Conclusion);
        var notice = Assert.IsType<PriorNoticeServed>(before.Notice);
        Assert.True(decision.On > notice.DefenceDueOn || before.Waiver is not null);
        Assert.True(decision.Penalties.Sum(penalty => penalty.AmountFen ?? 0) <= notice.Penalties.Sum(penalty => penalty.AmountFen ?? 0));
        Assert.True(before.Defences.Count == 0 || before.DefenceReview is not null);
        Assert.True(before.HearingRequest is null || before.Hearing.Forgone is not null || before.Hearing is { Held: not null, Report: not null });
        Assert.Empty(before.Course.OpenRecusals);
        if (decision.OwedLarge()) Assert.Equal((ReviewOpinion.Agree, true), (before.Review!.Conclusion!.Opinion, before.Course.Discussion is not null));
        Assert.DoesNotContain(decision.Signer.OfficerId!, before.Investigators);
    }
}

file static class Decisions
{
    public static bool OwedLarge(this DecisionMade decision) => decision.Penalties.Sum(penalty => penalty.AmountFen ?? 0) >= Large;
}
