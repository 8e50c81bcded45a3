using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Disclosure;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Features.Disclosure;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Cases;

/// <summary>
/// Takes one step in a case (办理案件). The rules of Core decide; officers take the officers' steps, heads the
/// heads'. Publication is carried out by the disclosure capability, which tells the case when it is done.
/// </summary>
public sealed class TakeCaseStep(UseCaseRunner runner, CaseStream stream, CaseDesk desk, CloseClue clues, CasePublication publication, PublishDecision publish, WithholdDecision withhold, AppDb db)
{
    /// <summary>Why a step of the publication is not taken in the case.</summary>
    internal static readonly IReadOnlyList<Refusal> ThroughDisclosure = [new("through-disclosure", "公示和撤下公示在“公示”中办理，办理后自动记入本案。", "行政处罚法 第48条")];

    /// <summary>Takes it.</summary>
    /// <param name="id">The case.</param>
    /// <param name="version">Version the person saw; null to take the step whatever happened meanwhile.</param>
    /// <param name="command">The step.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<CaseReceipt>> Run(string id, long? version, CaseCommand command, CancellationToken cancel) =>
        runner.Write<CaseReceipt>(AccessTable.TakeCaseStep, null, async () =>
        {
            if (await stream.Load(id, cancel) is not { } state) return Refusal.NotFound();
            var placement = CaseRow.PlacementOf(state);
            if (runner.Check(AccessTable.ViewCase, placement) is not null) return Refusal.NotFound();
            if (runner.Check(CaseHands.UseCaseOf(CaseFlow.Of(command.Step).Hands), placement) is { } refusal) return refusal;
            if (version is not null && version != state.Version) return Refusal.Stale(state.Version);
            if (command.Step is CaseStep.Publish or CaseStep.WithdrawPublication)
                return Result<CaseReceipt>.Refused(ThroughDisclosure);
            var happened = await desk.Take(state, command, cancel);
            if (!happened.IsOk) return Result<CaseReceipt>.Refused(happened.Refusals);
            if (CaseReceiptRow.Of(happened.Value) is { } receipt)
            {
                await db.Hold($"case-receipt/{receipt}", cancel);
                if (await db.Set<CaseReceiptRow>().FindAsync([receipt], cancel) is { } used) return CaseReceiptRow.Used(used.CaseId == id);
            }
            return command is DecidePublication decided
                ? await Publish(state, decided, cancel)
                : await Append(state, command, happened.Value, cancel);
        }, cancel);

    private async Task<Result<CaseReceipt>> Append(CaseState state, CaseCommand command, CaseEvent happened, CancellationToken cancel)
    {
        var after = await stream.Append(AccessTable.TakeCaseStep, state, happened, cancel);
        var outcome = command switch
        {
            CloseCase => $"案件已办结：{(after.Penalties.Count > 0 ? "依法作出行政处罚并已执行。" : "依法不予行政处罚。")}",
            WithdrawCase withdrawn => $"案件已撤销：{withdrawn.Reason}",
            TerminateInvestigation terminated => $"案件终止调查：{terminated.Reason}",
            RefuseFiling refused => $"经核查不予立案：{refused.Reason}",
            Core.Cases.Measures.HandOverCase handed => $"案件已依法移送有管辖权的机关：{handed.Outcome}",
            AmendDecision amended when after.Stage == CaseStage.Ended => $"处罚决定已由本机关依法{(amended.Kind == AmendmentKind.Revoked ? "撤销" : "确认违法或者无效")}，案件终结。",
            _ => null,
        };
        if (outcome is not null && await clues.ForCase(after.Id, outcome, cancel) is { IsOk: false } open) return Result<CaseReceipt>.Refused(open.Refusals);
        return CaseReceipt.Of(after);
    }

    private async Task<Result<CaseReceipt>> Publish(CaseState state, DecidePublication decided, CancellationToken cancel)
    {
        publication.Ground = decided.Ground;
        var text = await WithReporters(CaseDocuments.ToPublish(state, desk.DepartmentOf(state.Item!.LeadDepartment)), cancel);
        var done = decided.Publish
            ? await publish.Run(text, decided.Days, cancel)
            : await withhold.Run(text, decided.WithholdGround ?? NoPublicationGround.NoSocialImpact, decided.Ground, cancel);
        return done.IsOk ? CaseReceipt.Of((await stream.Load(state.Id, cancel))!) : Result<CaseReceipt>.Refused(done.Refusals);
    }

    /// <summary>Who reported is known to the clue and not to the case, and is named to nobody (政府信息公开条例 第15条).</summary>
    private async Task<DecisionToPublish> WithReporters(DecisionToPublish decision, CancellationToken cancel)
    {
        var reporters = await db.Set<ClueRow>().Where(clue => clue.CaseId == decision.CaseId).Select(clue => new { clue.ReporterName, clue.ReporterPhone }).ToListAsync(cancel);
        return decision with
        {
            OtherPersons = [.. decision.OtherPersons, .. reporters.SelectMany(one => PersonNames.In(one.ReporterName ?? ""))],
            OtherContacts = [.. decision.OtherContacts, .. reporters.Select(one => one.ReporterPhone).OfType<string>().Where(phone => phone.Length > 1)],
        };
    }
}
