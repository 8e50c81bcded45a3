using System.Text.Json;
using CsCheck;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Records;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>
/// From any case of the scenarios on, any step of the flow by anybody at any time: whatever is let through, the law holds; whatever is not, says why.
/// </summary>
public sealed class EveryStepProperties
{
    private static readonly string[] People = ["o1", "o2", "o5", "o6", "head", "deputy", "chief", "host", "recorder", "reviewer", "justice", "nobody"];

    private sealed record Turn(int Move, int Person, int Hours);

    private static readonly Gen<(int Start, Turn[] Turns)> Walks = Gen.Select(
        Gen.Int[0, LawfulMove.All.Count - 1],
        Gen.Select(Gen.Int[0, LawfulMove.All.Count - 1], Gen.Int[0, People.Length - 1], Gen.Int[0, 60 * 24], (move, person, hours) => new Turn(move, person, hours)).Array[1, 60]);

    [Fact]
    public void AnyStepAnywhere_ReachesNoStateThatTheLawForbids()
    {
        var taken = new HashSet<CaseStep>();
        Walks.Sample(walk =>
        {
            var begin = LawfulMove.All[walk.Start];
            var (state, now) = (begin.Before, begin.Context.Now);
            var entries = begin.Happened.Select(Stored).ToList();
            var (text, refused) = (Told(state), 0);
            foreach (var turn in walk.Turns)
            {
                var move = LawfulMove.All[turn.Move];
                // Half of the steps are taken by who took them in their scenario, as soon as they may be; the rest by anybody some weeks later.
                var own = turn.Hours % 2 == 0;
                now = now.AddHours(own ? turn.Hours % 24 : turn.Hours);
                var person = own ? move.Context.OfficerId! : People[turn.Person];
                var context = begin.Context with { Account = "a-" + person, OfficerId = person, Now = now, Number = move.Context.Number };
                var command = (CaseCommand)Changing.Moved(move.Command, now - move.Context.Now);
                var result = CaseSteps.Take(state, command, context);
                if (!result.IsOk)
                {
                    Assert.All(result.Refusals, refusal => Assert.True(refusal.Code.Length > 0 && refusal.Message.Any(sign => sign > 0x4e00)
                        && (refusal.Kind == RefusalKind.Invalid || refusal.Basis is not null), $"{command.Step}: {refusal}"));
                    refused++;
                    continue;
                }
                if (refused > 0) Assert.Equal(text, Told(state));
                // A number that was taken stands in what happened, and so on a paper: the register has no number without its paper.
                if (CaseFlow.NumberFor(state, command) is not null && context.Number.Length > 0)
                    Assert.Contains(context.Number, Payload.Split(result.Value)[0].Value, StringComparison.Ordinal);
                var after = CaseState.Apply(state, result.Value);
                Law.Holds(state, after, result.Value, context);
                taken.Add(command.Step);
                // What the lists show comes from the case as it was folded on, entry by entry; whoever reads the record from its beginning must find the same.
                entries.Add(Stored(result.Value));
                var anew = CaseState.Fold(entries);
                Assert.Equal(Told(CaseProjection.Row(anew)), Told(CaseProjection.Row(after)));
                (state, text, refused) = (after, Told(after), 0);
            }
            Assert.Equal(text, Told(state));
            Assert.Equal(text, Told(CaseState.Fold(entries)));
            if (state.Id.Length == 0) return;
            Assert.NotNull(CaseProjection.Row(state));
            // Every paper of the file can be read, wherever the case has come to.
            foreach (var paper in CaseDocuments.Of(state)) Assert.NotNull(CaseDocuments.Content(state, paper.Kind.Code, paper.Index));
            Assert.All(NextSteps.For(state, begin.Context with { Now = now }), choice => Assert.True(choice.Allowed || choice.Refusals.Count > 0, $"{choice.Line.Step} says nothing."));
        }, iter: 600, threads: 1);
        Assert.True(taken.Count > CaseFlow.Lines.Count / 2, $"Only {taken.Count} of {CaseFlow.Lines.Count} steps were ever taken.");
    }

    /// <summary>An event as the record gives it back: split into its values and read again.</summary>
    private static CaseEvent Stored(CaseEvent happened) =>
        (CaseEvent)Payload.Join(CaseEventTypes.Of(happened).Clr, Payload.Split(happened).Select(field => (field.Path, (string?)field.Value)));

    /// <summary>Everything that a state or a row says, lists and all.</summary>
    private static string Told<T>(T part) => JsonSerializer.Serialize(part, RecordJson.Options);
}

/// <summary>What the articles forbid, said anew and apart from the gates.</summary>
internal static class Law
{
    public static void Holds(CaseState before, CaseState after, CaseEvent happened, StepContext context)
    {
        Assert.All(after.Reviews, round => Assert.DoesNotContain(round.Reviewer.Id, after.Investigators));
        Assert.All(after.Hearing.Notices, notice => Assert.DoesNotContain(notice.Host.Id, after.Investigators));
        Assert.All(after.Course.Approvers, approver => Assert.DoesNotContain(approver, after.Investigators));
        Assert.True(after.PaidFen <= Math.Max(before.OwedFen, after.OwedFen) || after.PaidFen == before.PaidFen, "More was taken than is owed (行政处罚法 67).");
        switch (happened)
        {
            case DecisionMade { Kind: DecisionKind.Penalty } decision:
                Assert.True(before.Filing is not null && before.Conclusion is not null && before.Notice is not null, "No penalty without filing, investigation and notice (54, 57, 44).");
                Assert.True(decision.On > before.Notice.DefenceDueOn || before.Waiver is not null, "The party is heard first (45).");
                Assert.True(before.HearingRequest is null || before.Hearing.Forgone is not null || before.Hearing is { Held: not null, Report: not null }, "A hearing that was asked for is held (63).");
                Assert.True(decision.Penalties.Sum(penalty => penalty.AmountFen ?? 0) <= before.Notice.Penalties.Sum(penalty => penalty.AmountFen ?? 0), "Not heavier than told (45).");
                Assert.DoesNotContain(decision.Signer.OfficerId!, before.Investigators);
                Assert.Empty(before.Course.OpenRecusals);
                break;
            case CourtApplied court:
                // A judgment that has taken effect is enforced without a demand (行政诉讼法司法解释 153).
                Assert.True(before.Execution.Suits.LastOrDefault(suit => suit.OfPenalty) is { Judgment: not null } || (before.Execution.Demand is { } demand && court.On > demand.WaitUntil), "Ten working days after the demand (行政强制法 54).");
                Assert.True(court.SurchargeFen <= before.OwedFen && court.FineFen <= before.OwedFen, "The surcharge is not more than the fine itself, whatever of it was paid (72).");
                break;
            case SurchargeImposed:
                Assert.True(before.PaymentDueOn < context.Today && before.PaidFen < before.OwedFen, "No surcharge before the term is over (72).");
                break;
            case DecisionPublished:
                Assert.True(before.Service is not null || before.OnSpot is not null, "Nothing is published before it was served (48).");
                Assert.Null(before.Execution.Overturned);
                break;
            case CaseClosed:
                Assert.True(after.Stage == CaseStage.Closed && before.Measures.Sealings.All(sealing => sealing.Lifted is not null), "Nothing stays sealed in a closed case (行政强制法 28).");
                break;
        }
    }
}
