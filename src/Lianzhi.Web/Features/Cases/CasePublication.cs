using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Disclosure;

namespace Lianzhi.Web.Features.Cases;

/// <summary>Writes into the case what became of the publication of its decision (公示入案).</summary>
public sealed class CasePublication(CaseStream stream, CaseDesk desk, AppDb db)
{
    /// <summary>Ground the head gave in the case; null when it was decided at the disclosure.</summary>
    public string? Ground { get; set; }

    /// <summary>Appends the events of a change; inside its transaction.</summary>
    public async Task<Result<bool>> Changed(DisclosureChange change, CancellationToken cancel)
    {
        if (await stream.Load(change.CaseId, cancel) is not { } state) return Refusal.NotFound();
        CaseCommand[] commands = change.State switch
        {
            DisclosureState.Published => [new DecidePublication(true, Ground ?? "具有一定社会影响，依法公示。", await Days(change, cancel)), new PublishCaseDecision(change.DisclosureId)],
            DisclosureState.Withheld => [new DecidePublication(false, change.Reason ?? Ground ?? "依法不予公示。")],
            DisclosureState.Withdrawn => [new WithdrawPublication(change.DisclosureId, change.Reason ?? "依法撤下。")],
            _ => [],
        };
        foreach (var command in commands)
        {
            var happened = CaseSteps.Take(state, command, desk.Context());
            if (!happened.IsOk) return Result<bool>.Refused(happened.Refusals);
            state = await stream.Append(AccessTable.TakeCaseStep, state, happened.Value, cancel);
        }
        return true;
    }

    private async Task<int> Days(DisclosureChange change, CancellationToken cancel)
    {
        var row = await db.Set<DisclosureRow>().FindAsync([change.DisclosureId], cancel);
        return row is { EndsOn: { } to, PublishedOn: { } from } ? to.DayNumber - from.DayNumber : 0;
    }
}
