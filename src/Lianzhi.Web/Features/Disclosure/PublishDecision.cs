using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Disclosure;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Disclosure;

/// <summary>Publishes a served decision (公示): approved by the head of the organ that made it.</summary>
public sealed class PublishDecision(UseCaseRunner runner, DisclosureDesk desk, TimeProvider time, Entropy entropy)
{
    /// <summary>Publishes a decision handed over by its case.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="termDays">Term in days from today; null for the setting.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Id of the disclosure.</returns>
    public Task<Result<string>> Run(DecisionToPublish decision, int? termDays, CancellationToken cancel) =>
        runner.Write<string>(AccessTable.PublishDisclosure, null, async () =>
        {
            var text = Publication.Publish(decision, termDays, time.Today(), desk.Settings(decision.Department));
            if (!text.IsOk) return Result<string>.Refused(text.Refusals);
            return await desk.Add(AccessTable.PublishDisclosure, DisclosureRow.Published(entropy.NewId(time.GetUtcNow()), decision, text.Value), cancel);
        }, cancel);

    /// <summary>Approves a proposal; the term runs from today.</summary>
    public Task<Result<string>> Approve(string id, long? version, int? termDays, CancellationToken cancel) =>
        desk.Change(AccessTable.PublishDisclosure, id, version, null, (row, today) =>
        {
            if (row.State != DisclosureState.Proposed) return new Refusal("not-proposed", "只有拟公示的内容才需要批准。", "行政处罚法 第48条");
            return Publication.Term(termDays, today, desk.Settings(row.Department)).Then<DisclosureState>(endsOn =>
            {
                (row.PublishedOn, row.EndsOn) = (today, endsOn);
                return DisclosureState.Published;
            });
        }, cancel);
}
