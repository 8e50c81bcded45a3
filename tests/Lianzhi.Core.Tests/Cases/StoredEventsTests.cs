using System.Text.Json;
using System.Text.Json.Nodes;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Records;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Events from before members were added still fold; samples of every type stand with the record.</summary>
public sealed class StoredEventsTests
{
    private static readonly IReadOnlyList<CaseScenario> Cases =
    [
        Closed(), DecidedAfterHearing(), CaseScenario.OnSpot(),
        HearingNotified().As("head").Do(new ReplaceHearingHost("o6", "回避")).As("o6").Do(new AdjournHearing(At("2026-03-19 17:00"), "延期")),
        HearingNotified().As("recorder").On("2026-03-30 18:00").Do(new ForgoHearing(At("2026-03-30 09:30"), HearingForgoneGround.Absent, "未到")),
        InReview().As("head").Do(new ReassignReview("justice", "请假")),
        Filed().On("2026-03-04 18:00").Do(new RequestRecusal(At("2026-03-04 10:00"), "o1", "当事人", "亲属")).As("head").Do(new RefuseRecusal("o1", "不成立")).Do(new HandOver(["o5", "o6"], "调离", "案卷"))
            .Do(new SuspendInvestigation("housing-party-missing", "下落不明")).On("2026-03-06 09:00").Do(new ResumeInvestigation("已找到"))
            .Do(new ExtendDecisionTerm("housing-extend", 30, "复杂")).Do(new ExcludeTime("housing-exclude", Day("2026-03-04"), Day("2026-03-05"), "检测")).Do(new TerminateInvestigation("housing-terminate", "已注销")),
        Concluded().As("o6").Do(new CheckInternally(true, "同意")).As("head").Do(new ReopenInvestigation("补充")).Do(new WithdrawCase(WithdrawalGround.FiledByMistake, "登记错误")),
        Decided().As("head").Do(new CorrectDecision("湘桥路北段工地", "湘桥路南段工地", "笔误")).Do(new AmendDecision(AmendmentKind.Revoked, "有误", [], false)),
    ];

    [Fact]
    public void Events_FromBeforeMembersWereAdded_StillFold()
    {
        foreach (var scenario in Cases)
        {
            var old = scenario.Events.Select(happened =>
            {
                var body = JsonSerializer.SerializeToNode(happened, happened.GetType(), RecordJson.Options)!.AsObject();
                foreach (var added in happened.GetType().GetConstructors()[0].GetParameters().Where(parameter => parameter.HasDefaultValue))
                    body.Remove(JsonNamingPolicy.CamelCase.ConvertName(added.Name!));
                if (body["signer"] is JsonObject signer) signer.Remove("officerId");
                return (CaseEvent)body.Deserialize(happened.GetType(), RecordJson.Options)!;
            });
            Assert.Equal(scenario.State.Stage, CaseState.Fold(old).Stage);
        }
    }
}
