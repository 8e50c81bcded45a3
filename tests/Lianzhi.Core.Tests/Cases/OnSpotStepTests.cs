using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

public sealed class OnSpotStepTests
{
    [Fact]
    public void PenaliseOnSpot_TwoHundredForACitizen_IsDecidedAndServedAtOnce()
    {
        var state = CaseScenario.OnSpot().State;
        Assert.Equal((CaseStage.Served, CaseProcedure.Simple), (state.Stage, state.Procedure));
        Assert.Equal("漳龙蓝当罚〔2026〕1号", state.Number);
        Assert.Equal((Day("2026-03-02"), (DateOnly?)Day("2026-03-17")), (state.ServedOn, state.OnSpot!.PaymentDueOn));
    }

    [Fact]
    public void PenaliseOnSpot_ThreeThousandForAnOrganisation_IsDecided() =>
        Assert.Equal(3_000_00, Begin().On("2026-03-02 18:00").Do(Commands.OnSpot() with { Party = Company, Penalties = [new(PenaltyKind.Fine, 3_000_00)] }).State.OwedFen);

    [Fact]
    public void PenaliseOnSpot_ReceiptRefused_IsNoted() =>
        Assert.Equal(ServiceMethod.Left, Begin().On("2026-03-02 18:00").Do(Commands.OnSpot() with { RefusalNote = "当事人拒绝签收" }).State.OnSpot!.Service.Method);

    [Fact]
    public void PenaliseOnSpot_Refusals_ArePinned() => GateSnapshot.Match("penalise-on-spot.txt",
    [
        ("公民超过二百元", Refuse(Commands.OnSpot() with { Penalties = [new(PenaltyKind.Fine, 200_01)] })),
        ("单位超过三千元", Refuse(Commands.OnSpot() with { Party = Company, Penalties = [new(PenaltyKind.Fine, 3_000_01)] })),
        ("个体工商户按公民限额", Refuse(Commands.OnSpot() with { Party = Citizen with { Kind = PartyKind.IndividualBusiness }, Penalties = [new(PenaltyKind.Fine, 300_00)] })),
        ("没有口头告知", Refuse(Commands.OnSpot() with { OralNotice = false })),
        ("没有记录当事人意见", Refuse(Commands.OnSpot() with { PartyOpinion = "" })),
        ("没有责令改正", Refuse(Commands.OnSpot() with { Correction = "" })),
        ("一名执法人员", Refuse(Commands.OnSpot() with { Officers = ["o1"] })),
        ("不满十四周岁", Refuse(Commands.OnSpot() with { Party = BornOn("2012-03-02") })),
        ("法定最低数额高于当场处罚限额", Refuse(Commands.OnSpot() with { ItemCode = "CG-025" })),
        ("同一行为已罚款", Twice()),
    ]);

    [Fact]
    public void PenaliseOnSpot_FinedThereThatDayUnderAnotherItem_NamesWhyItIsAnother()
    {
        var scenario = Begin().On("2026-03-02 18:00");
        scenario.EarlierFines = [new("漳龙蓝当罚〔2026〕9号", "SZ-002", Street)];
        Assert.Equal(("perhaps-second-fine", "distinctConduct"), (Assert.Single(scenario.Refused(Commands.OnSpot())) is var refusal ? refusal.Code : null, refusal.Field));
        Assert.Equal("另一处路段", scenario.Do(Commands.OnSpot() with { DistinctConduct = "另一处路段" }).State.OnSpot!.DistinctConduct);
    }

    [Fact]
    public void PenaliseOnSpot_CertificatesNotShown_IsRefusedAndShownIsPrinted()
    {
        Assert.Equal(("certificates-not-shown", "certificatesShown"), (Assert.Single(Refuse(Commands.OnSpot() with { CertificatesShown = false })) is var refusal ? refusal.Code : null, refusal.Field));
        Assert.Contains("已向当事人出示执法证件", CaseDocuments.Content(OnSpot().State, DocumentCode.OnSpotDecision)!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void PenaliseOnSpot_AtSixteen_IsLighterAndSaysSo()
    {
        var minor = Commands.OnSpot() with { Party = BornOn("2010-01-01") };
        Assert.Equal("facts", Assert.Single(Refuse(minor)).Field);
        Assert.Equal(200_00, Begin().On("2026-03-02 18:00").Do(minor with { Facts = "占用城市道路，当事人已满十四周岁不满十八周岁，从轻处罚。" }).State.OwedFen);
    }

    [Theory]
    [InlineData("2026-03-11 18:00", true)]
    [InlineData("2026-03-12 09:00", false)]
    public void PenaliseOnSpot_WrittenDownLongAfter_IsRefused(string now, bool allowed)
    {
        var result = CaseSteps.Take(CaseState.New, Commands.OnSpot(), Begin().On(now).Context(DocumentCode.OnSpotDecision));
        Assert.Equal(allowed, result.IsOk);
        if (!allowed) Assert.Equal(("on-spot-too-late", "at"), (Assert.Single(result.Refusals).Code, result.Refusals[0].Field));
    }

    private static IReadOnlyList<Refusal> Refuse(PenaliseOnSpot command) => Begin().On("2026-03-02 18:00").Refused(command);

    private static IReadOnlyList<Refusal> Twice()
    {
        var scenario = Begin().On("2026-03-02 18:00");
        scenario.EarlierFines = [new("漳龙蓝当罚〔2026〕9号", "SZ-001", Street)];
        return scenario.Refused(Commands.OnSpot());
    }
}
