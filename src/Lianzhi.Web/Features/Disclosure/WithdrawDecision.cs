using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Disclosure;

namespace Lianzhi.Web.Features.Disclosure;

/// <summary>Withdraws a published decision (撤下公示): the text goes at once, a note that it was withdrawn stays.</summary>
public sealed class WithdrawDecision(DisclosureDesk desk)
{
    /// <summary>Withdraws it; the public reads the reason.</summary>
    public Task<Result<string>> Run(string id, long? version, string? reason, CancellationToken cancel) =>
        desk.Change(AccessTable.WithdrawDisclosure, id, version, reason, (row, today) =>
            Publication.Withdraw(row.State == DisclosureState.Published, reason).Then<DisclosureState>(why =>
            {
                (row.Reason, row.WithdrawnOn) = (why, today);
                return DisclosureState.Withdrawn;
            }), cancel);
}
