using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>A hard case is talked over under the chief of its area: advice that changes nothing else.</summary>
public sealed class ConsultationTests
{
    [Fact]
    public void HoldConsultation_WhereverTheCaseStands_ChangesOnlyTheListOfConsultations()
    {
        foreach (var scenario in new[] { Filed(), Concluded(), Noticed(), Decided(), Served(), CaseScenario.OnSpot() })
        {
            var before = scenario.State;
            var after = scenario.On("2026-04-01 18:00").Do(Commands.Consult()).State;
            Assert.Single(after.Course.Consultations);
            Assert.Equal(before with { Version = after.Version, Course = before.Course with { Consultations = after.Course.Consultations } }, after);
        }
    }

    [Fact]
    public void HoldConsultation_NotedLate_KeepsNoEarlierActFromBeingTold()
    {
        var consulted = Noticed().On("2026-03-20 18:00").Do(Commands.Consult() with { At = At("2026-03-20 09:00"), Until = At("2026-03-20 10:00") });
        consulted.Do(new RecordDefence(At("2026-03-18 09:00"), true, "请求从轻", 1));
    }

    [Fact]
    public void HoldConsultation_ByAnOfficerWhoTookPart_MakesNobodyAnInvestigator() =>
        Assert.Equal(Investigated().State.Investigators, OccasionalScenario.Consulted().State.Investigators);

    [Fact]
    public void ConsultationMinutes_GuestsAreMaskedAndTheDecisionStaysWithTheHead()
    {
        var state = OccasionalScenario.Consulted().State;
        var text = CaseDocuments.Content(state, DocumentCode.ConsultationMinutes)!.Text();
        Assert.Contains("不代替执法主体的调查、法制审核、集体讨论和行政机关负责人的决定", text, StringComparison.Ordinal);
        Assert.Contains("林工", text, StringComparison.Ordinal);
        Assert.DoesNotContain("林工", PaperMasking.Mask(text, PaperMasking.Values(state, text)), StringComparison.Ordinal);
    }

    [Fact]
    public void HoldConsultation_Refusals_ArePinned()
    {
        var filed = Investigated().On("2026-03-06 18:00");
        var lawful = Commands.Consult();
        GateSnapshot.Match("consultation.txt",
        [
            ("由本机关负责人主持", filed.Refused(lawful with { PresiderId = "head" })),
            ("没有办案人员参加", filed.Refused(lawful with { Members = [new("justice", "建议补充证据。")] })),
            ("只有一人发表意见", filed.Refused(lawful with { Members = lawful.Members.Take(1).ToList(), Guests = [] })),
            ("有人没有意见", filed.Refused(lawful with { Members = [.. lawful.Members, new("o5", " ")] })),
            ("主持人列入参加人员", filed.Refused(lawful with { Members = [.. lawful.Members, new("chief", "同意。")] })),
            ("不在名册的人员", filed.Refused(lawful with { Members = [.. lawful.Members, new("nobody", "同意。")] })),
            ("列席人员没有单位", filed.Refused(lawful with { Guests = [new("林工", "", "可以比对土样。")] })),
            ("没有问题、没有意见", filed.Refused(lawful with { Questions = [], Summary = "" })),
            ("立案以前", filed.Refused(lawful with { At = At("2026-03-02 09:00") })),
            ("还没有开完", filed.Refused(lawful with { Until = At("2026-03-06 19:00") })),
            ("结案以后", Closed().Refused(lawful)),
        ]);
    }
}
