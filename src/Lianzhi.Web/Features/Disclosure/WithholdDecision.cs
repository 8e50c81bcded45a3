using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Disclosure;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Disclosure;

/// <summary>Decides that a decision is not published (不予公示), with ground and reason.</summary>
public sealed class WithholdDecision(UseCaseRunner runner, DisclosureDesk desk, TimeProvider time, Entropy entropy)
{
    /// <summary>Withholds a decision handed over by its case. No text of it is kept here.</summary>
    public Task<Result<string>> Run(DecisionToPublish decision, NoPublicationGround ground, string? reason, CancellationToken cancel) =>
        runner.Write<string>(AccessTable.WithholdDisclosure, reason, async () =>
        {
            var allowed = Publication.DoNotPublish(decision, ground, reason);
            if (!allowed.IsOk) return Result<string>.Refused(allowed.Refusals);
            var row = DisclosureRow.Withheld(entropy.NewId(time.GetUtcNow()), decision, time.Today(), ground, reason!.Trim());
            return await desk.Add(AccessTable.WithholdDisclosure, row, cancel);
        }, cancel);

    /// <summary>Withholds a proposal.</summary>
    public Task<Result<string>> Refuse(string id, long? version, NoPublicationGround? ground, string? reason, CancellationToken cancel) =>
        desk.Change(AccessTable.WithholdDisclosure, id, version, reason, (row, _) =>
        {
            if (row.State != DisclosureState.Proposed) return new Refusal("not-proposed", "只有拟公示的内容才能决定不予公示；已经公示的，请撤下。", "行政处罚法 第48条");
            if (ground is null) return Refusal.Invalid("ground", "请选择不予公示的情形。");
            if ((reason?.Trim().Length ?? 0) < 5) return Refusal.Invalid("reason", "请写明不予公示的理由，至少 5 个字。");
            (row.Ground, row.Reason) = (ground, reason!.Trim());
            return DisclosureState.Withheld;
        }, cancel);
}
