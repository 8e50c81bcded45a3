using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Disclosure;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Disclosure;

/// <summary>Proposes the publication of a served decision (拟公示): masked at once, so that the approver sees what the public will.</summary>
public sealed class ProposeDisclosure(UseCaseRunner runner, DisclosureDesk desk, TimeProvider time, Entropy entropy)
{
    /// <summary>Proposes it.</summary>
    /// <returns>Id of the disclosure.</returns>
    public Task<Result<string>> Run(DecisionToPublish decision, CancellationToken cancel) =>
        runner.Write<string>(AccessTable.ProposeDisclosure, null, async () =>
        {
            var text = Publication.Publish(decision, null, time.Today(), desk.Settings(decision.Department));
            return text.IsOk
                ? await desk.Add(AccessTable.ProposeDisclosure, DisclosureRow.Of(entropy.NewId(time.GetUtcNow()), decision, text.Value, DisclosureState.Proposed), cancel)
                : Result<string>.Refused(text.Refusals);
        }, cancel);
}
