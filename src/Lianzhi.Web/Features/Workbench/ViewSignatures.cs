using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Components.Cases;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Workbench;

/// <summary>A case that waits for a signature.</summary>
/// <param name="State">The case.</param>
/// <param name="Signature">What is to be signed, and how it is given back.</param>
/// <param name="Proposal">What is proposed, in one line: the penalty, or the cause.</param>
/// <param name="WhyMe">By which post and authorisation the person signs.</param>
/// <param name="Due">The period that binds the case first; null for none of the organ's.</param>
public sealed record SignatureLine(CaseState State, AwaitedSignature Signature, string Proposal, string WhyMe, CaseHead.BindingClock? Due);

/// <summary>What waits for the person's signature.</summary>
/// <param name="Ready">What may be signed today, first due first.</param>
/// <param name="Later">What comes to the person, but may not be signed today.</param>
/// <param name="Others">Inspections, reports and joint operations that wait for the person's decision.</param>
public sealed record SignatureView(IReadOnlyList<SignatureLine> Ready, IReadOnlyList<SignatureLine> Later, IReadOnlyList<OpenTodo> Others);

/// <summary>
/// What a head or an area chief has to sign today (今天要我签的). Each matter is signed by itself, on the page of its step: decisions are not signed in bulk.
/// </summary>
public sealed class ViewSignatures(UseCaseRunner runner, AppDb db, MyTodos todos, CaseStream stream, CaseDesk desk, CurrentActor current, TimeProvider time)
{
    /// <summary>Cases looked at of each stage.</summary>
    public const int Most = 30;

    // What waits after service is young: a case whose fine was never paid stays served for years.
    private static readonly (CaseStage Stage, bool NewestFirst)[] Stages =
        [(CaseStage.Proposed, false), (CaseStage.Investigating, false), (CaseStage.Concluded, false), (CaseStage.Noticed, false), (CaseStage.Served, true)];

    /// <summary>Loads them.</summary>
    public Task<Result<SignatureView>> Run(CancellationToken cancel) => runner.Read<SignatureView>(AccessTable.ViewWorkbench, async () =>
    {
        var ids = new List<string>();
        foreach (var (unit, stage, newestFirst) in current.Actor.Assignments.Where(held => held.Role is Role.Head or Role.DeputyHead).Select(held => held.Unit).OfType<string>().Distinct()
            .SelectMany(unit => Stages.Select(one => (unit, one.Stage, one.NewestFirst))))
        {
            var rows = db.Set<CaseRow>().AsNoTracking().Where(row => row.Unit == unit && row.Stage == stage);
            ids.AddRange(await (newestFirst ? rows.OrderByDescending(row => row.Id) : rows.OrderBy(row => row.DueOn).ThenBy(row => row.Id)).Select(row => row.Id).Take(Most).ToListAsync(cancel));
        }
        await stream.Prepare(ids, cancel);
        var lines = new List<(SignatureLine Line, DateOnly DueOn)>();
        foreach (var id in ids)
            if (await stream.Load(id, cancel) is { } state && runner.Check(AccessTable.ApproveCase, CaseRow.PlacementOf(state)) is null) lines.AddRange(Lines(state));
        var ordered = lines.OrderBy(one => one.DueOn).ThenBy(one => one.Line.State.Id, StringComparer.Ordinal).Select(one => one.Line).ToLookup(line => line.Signature.Choice.Allowed);
        return new SignatureView([.. ordered[true]], [.. ordered[false]], await todos.ToDecide(cancel));
    });

    private IEnumerable<(SignatureLine Line, DateOnly DueOn)> Lines(CaseState state)
    {
        // A period of the party, say for payment, is none of the head's.
        var due = CaseProjection.Due(state) is { } first && !CaseProjection.IsOfParty(first.Clock) ? first.On : (DateOnly?)null;
        var binding = due is null ? null : CaseLooks.Binding(state, time.Today(), desk.Calendar);
        return Signatures.Of(state, desk.Context()).Select(signature => (new SignatureLine(state, signature, ProposalOf(state), WhyMe(state, signature.Signer), binding), due ?? CaseRow.NoDue));
    }

    private static string ProposalOf(CaseState state) =>
        state.Penalties is { Count: > 0 } made ? CaseLooks.Penalties(made)
        : (state.Notice?.Penalties ?? state.Conclusion?.Proposal) is { } proposal ? $"拟{CaseLooks.Penalties(proposal)}"
        : state.Item!.Conduct;

    private static string WhyMe(CaseState state, CaseSigner signer) => $"{state.Subject!.Name}{signer.Post}{(signer.Authorisation is { Length: > 0 } authorisation ? $"（{authorisation}）" : "")}";
}
