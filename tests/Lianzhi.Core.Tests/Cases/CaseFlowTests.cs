using System.Text.Json;
using CsCheck;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Records;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

public sealed class CaseFlowTests
{
    private static readonly IReadOnlyList<CaseScenario> Cases = [Proposed(), Filed(), Investigated(), Concluded(), Noticed(), Decided(), Served(), Paid(), Closed(), CaseScenario.OnSpot()];

    [Fact]
    public void Lines_CoverEveryStepOnce()
    {
        Assert.Equal(Enum.GetValues<CaseStep>().Order(), CaseFlow.Lines.Select(line => line.Step).Order());
        Assert.Equal(CaseFlow.Lines.Count, CaseFlow.Lines.Select(line => line.Name).Distinct().Count());
    }

    [Fact]
    public void EventTypes_CoverEveryEventOnce()
    {
        var records = typeof(CaseEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseEvent))).ToHashSet();
        Assert.Equal(records, CaseEventTypes.All.Select(type => type.Clr).ToHashSet());
        Assert.Equal(CaseEventTypes.All.Count, CaseEventTypes.All.Select(type => type.Type).Distinct().Count());
    }

    [Fact]
    public void Events_WrittenAndReadBack_FoldToTheSameState()
    {
        foreach (var scenario in Cases)
        {
            var back = scenario.Events.Select(happened => (CaseEvent)Payload.Join(happened.GetType(), Payload.Split(happened).Select(field => (field.Path, (string?)field.Value))));
            Assert.Equal(Text(scenario.State), Text(CaseState.Fold(back)));
            Assert.Equal(CaseProjection.Row(scenario.State) with { Officers = [] }, CaseProjection.Row(CaseState.Fold(scenario.Events)) with { Officers = [] });
        }
    }

    [Fact]
    public void Events_PersonalValuesErased_StillFold()
    {
        var erased = Closed().Events.Select(happened => (CaseEvent)Payload.Join(happened.GetType(), Payload.Split(happened).Select(field => (field.Path, field.Path.Length == 0 ? field.Value : null))));
        var state = CaseState.Fold(erased);
        Assert.Equal(Payload.Redacted, state.Party!.Name);
        Assert.Equal(Payload.Redacted, CaseProjection.Row(state).MaskedPartyName);
    }

    [Fact]
    public void Fold_AnyPrefix_CountsTheEvents() =>
        Gen.Int[0, 20].Sample(length =>
        {
            var events = Closed().Events.Take(length).ToList();
            return CaseState.Fold(events).Version == events.Count;
        }, iter: 20);

    [Fact]
    public void Decision_WithoutItsPreconditions_IsNeverMade()
    {
        // Any subset of the events between filing and decision, in their order: a penalty needs conclusion and notice among them.
        var full = Noticed().Events;
        Gen.Bool.Array[full.Count].Sample(keep =>
        {
            var state = CaseState.Fold(full.Take(2).Concat(full.Skip(2).Where((_, index) => keep[index])));
            var context = Noticed().As("head").On("2026-03-24 09:00").Context();
            var allowed = state is { Conclusion: not null, Notice: not null };
            return state.Notice is not null && state.Conclusion is null || CaseSteps.Take(state, Commands.Decide(), context).IsOk == allowed;
        }, iter: 200);
    }

    [Fact]
    public void EveryStep_InEveryOtherStage_IsRefusedByName()
    {
        foreach (var scenario in Cases)
            foreach (var line in CaseFlow.Lines.Where(line => !line.From.Contains(scenario.State.Stage)))
                Assert.Equal("wrong-stage", NextSteps.Refusals(scenario.State, line, scenario.Context())[0].Code);
    }

    [Fact]
    public void NextSteps_AtEachStage_ArePinned()
    {
        (string, CaseScenario)[] stages =
        [
            ("立案审批，负责人", Proposed().As("head")), ("立案审批，办案人员", Proposed()), ("调查取证", Filed()), ("调查取证，已检查已询问", Investigated()),
            ("调查终结", Concluded()), ("事先告知，申辩期内", Noticed()), ("事先告知，有听证权", Noticed(100_000_00).As("head").On("2026-03-20 09:00")),
            ("事先告知，申辩期满，负责人", Noticed().As("head").On("2026-03-24 09:00")), ("待送达", Decided()), ("执行", Served().As("head")), ("已缴清", Paid().As("head")),
            ("当场处罚后", CaseScenario.OnSpot()), ("结案", Closed()),
        ];
        var text = string.Concat(stages.Select(stage => $"# {stage.Item1}\n" + string.Concat(stage.Item2.NextSteps().Select(choice =>
            $"{(choice.Primary ? "▶" : choice.Allowed ? "○" : "×")} {choice.Line.Title}{(choice.EarliestOn is { } first ? $" 最早{first:yyyy-MM-dd}" : "")}{(choice.LatestOn is { } last ? $" 不迟于{last:yyyy-MM-dd}" : "")}\n"
            + string.Concat(choice.Refusals.Select(refusal => $"    {refusal.Code}：{refusal.Message}（{refusal.Basis}）\n"))))));
        Snapshot.Match("next-steps.txt", text);
    }

    [Fact]
    public void NextSteps_Allowed_MeansNoGateOfTheStateStandsInTheWay()
    {
        var noticed = Noticed().As("head");
        Assert.False(noticed.On("2026-03-19 23:59").NextSteps().Single(choice => choice.Line.Step == CaseStep.MakeDecision).Allowed);
        var choice = noticed.On("2026-03-20 00:00").NextSteps().Single(choice => choice.Line.Step == CaseStep.MakeDecision);
        Assert.True(choice is { Allowed: true, Primary: true });
        noticed.Do(Commands.Decide());
    }

    [Fact]
    public void Due_AtEachStage_IsTheNearestOpenDay()
    {
        Assert.Equal((Day("2026-06-01"), "作出决定"), CaseProjection.Due(Filed().State));
        Assert.Equal((Day("2026-03-09"), "责令改正期限"), CaseProjection.Due(Investigated().State));
        Assert.Equal((Day("2026-04-02"), "送达决定书"), CaseProjection.Due(Decided().State));
        Assert.Equal((Day("2026-04-09"), "缴纳罚款"), CaseProjection.Due(Served().State));
        Assert.Null(CaseProjection.Due(Closed().State));
    }

    [Fact]
    public void Clocks_OfAServedCase_ComeFromItsState()
    {
        var clocks = CaseTiming.Clocks(Served().State, Day("2026-04-01"), new([]), Core.Settings.SettingsBook.Defaults).Value!;
        Assert.Equal(["decision", "service", "payment", "reconsideration", "suit", "publication", "reconsideration", "suit", "filing", "correction", "defence", "lateEntry"], clocks.Select(clock => clock.Kind.Id));
    }

    [Fact]
    public void MaskedName_OfEachKindOfParty_HidesOnlyPeople()
    {
        Assert.Equal("漳州禾丰土石方工程有限公司", Company.MaskedName);
        Assert.Equal("陈某某", Citizen.MaskedName);
        Assert.Equal("演示面馆", (Citizen with { Kind = PartyKind.IndividualBusiness, TradeName = "演示面馆" }).MaskedName);
    }

    private static string Text(CaseState state) => JsonSerializer.Serialize(state, RecordJson.Options);
}
