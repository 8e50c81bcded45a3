using Lianzhi.Core.Cases;
using Lianzhi.Core.Evidence;
using Lianzhi.Core.Tests.Cases;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Evidence;

/// <summary>Evidence of the construction-waste case, lawful as it stands; tests change what they are about.</summary>
internal static class EvidenceScenario
{
    public static readonly EvidenceFile Photo = File("image/jpeg", 'a');
    public static readonly EvidenceFile Film = File("video/mp4", 'b');
    public static readonly EvidenceFile Sound = File("audio/mpeg", 'c');

    public static readonly EvidenceFile Drawing = File("image/png", 'd');

    public static EvidenceFile File(string type, char digest) => new($"现场.{MediaKinds.EndingOf(type)}", type, 1024, new string(digest, 64), new string(digest, 64));

    /// <summary>A photo of the first inspection.</summary>
    public static CollectEvidence Pictured() => new(
        At("2026-03-04 09:10"), null, EvidenceKind.AudioVisual, "渣土堆放现场照片", EvidenceSource.OnSite, null, "湘桥路北段工地", new(RecordedActKind.Inspection, 0), "渣土没有遮盖", false, null, null, null, Officers);

    /// <summary>The truck itself.</summary>
    public static CollectEvidence Thing() => Pictured() with { Kind = EvidenceKind.Physical, Title = "自卸货车", Source = EvidenceSource.Extracted, KeptAt = "综合执法大队停车场", At = At("2026-03-05 11:10"), Act = null };

    /// <summary>A drawing of the scene of the first inspection.</summary>
    public static CollectEvidence Sketched() => Pictured() with
    {
        Kind = EvidenceKind.InspectionRecord,
        Title = "渣土堆放位置勘验图",
        At = At("2026-03-04 09:20"),
        Proves = "渣土堆放的位置和范围",
        Sketch = new("示意图，不按比例", "周明（执法人员）", "吴思源（法定代表人）"),
    };

    /// <summary>The copy of a paper, compared with its original.</summary>
    public static CollectEvidence Copied() => Pictured() with
    {
        Kind = EvidenceKind.Documentary,
        Title = "土方运输合同复印件",
        Source = EvidenceSource.FromParty,
        Provider = "吴思源",
        Act = null,
        Proves = "土方由当事人承运",
        Compared = new(Day("2026-03-04"), "当事人处"),
    };

    public static MoveEvidence Moved(CustodyAction action, string at) => new(At(at), action, "综合执法大队证物室", "郑启明", "按证物管理规定入库", null, Officers);

    public static Result<CaseEvent> Collect(this CaseScenario scenario, CollectEvidence command, params EvidenceFile[] files) =>
        EvidenceRules.Collect(scenario.State, command, $"e{scenario.State.Evidence.Count + 1}", files, scenario.Context());

    /// <summary>The case with more evidence.</summary>
    public static CaseState With(this CaseScenario scenario, params (CollectEvidence Command, EvidenceFile[] Files)[] evidence) =>
        evidence.Aggregate(scenario.State, (state, one) => CaseState.Apply(state, Ok(EvidenceRules.Collect(state, one.Command, $"e{state.Evidence.Count + 1}", one.Files, scenario.Context()))));

    public static T Ok<T>(Result<T> result)
    {
        Assert.True(result.IsOk, string.Join("\n", result.Refusals));
        return result.Value;
    }
}
