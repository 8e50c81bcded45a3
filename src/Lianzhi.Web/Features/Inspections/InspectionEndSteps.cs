using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Clues;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Inspections;

/// <summary>What follows from an inspection, as it is asked for.</summary>
/// <param name="Conclusion">Which.</param>
/// <param name="Text">In words.</param>
/// <param name="Demand">What is to be corrected.</param>
/// <param name="DueOn">By when.</param>
/// <param name="To">Organ it is transferred to.</param>
/// <param name="Item">Enforcement item of the case; that of the first failed line when left out.</param>
/// <param name="PartyKind">Kind of the party of the case; asked only where the target has no credit code.</param>
/// <param name="Operator">Operator of an individual business, or the citizen: the party of the case.</param>
public sealed record ConclusionToDraw(InspectionConclusion? Conclusion, string? Text, string? Demand, DateOnly? DueOn, string? To, string? Item, PartyKind? PartyKind = null, string? Operator = null)
{
    /// <summary>What follows from single failed lines, by position; from the others the conclusion does.</summary>
    public IReadOnlyDictionary<int, InspectionConclusion> Lines { get; init; } = new Dictionary<int, InspectionConclusion>();
}

/// <summary>Draws the conclusion (作出检查结论): nothing, an order to correct, a case, or a transfer.</summary>
public sealed class ConcludeInspection(InspectionDesk desk, CaseFromInspection cases)
{
    /// <summary>Draws it; a case is proposed with what the record says, nothing is typed twice.</summary>
    public Task<Result<string>> Run(string id, long? version, ConclusionToDraw asked, CancellationToken cancel) =>
        desk.Take(AccessTable.ConcludeInspection, InspectionStep.Conclude, id, version, asked.Text, async (folder, file) =>
        {
            var lines = InspectionGates.Lines(file.Items, asked.Conclusion, asked.Lines);
            if (!lines.IsOk) return lines.Refusals;
            var all = InspectionOutcome.Of(asked.Conclusion ?? InspectionConclusion.NothingFound, lines.Value);
            var (conclusion, corrects, transfers) = (all[0], all.Contains(InspectionConclusion.Correction), all.Contains(InspectionConclusion.Transfer));
            var outcome = new InspectionOutcome(conclusion, asked.Text?.Trim() ?? "", desk.Today, null, corrects ? asked.Demand?.Trim() : null, corrects ? asked.DueOn : null, transfers ? asked.To?.Trim() : null) { All = all };
            var faults = InspectionGates.Conclude(file, outcome, desk.Terms).ToList();
            if (desk.Inspector(file) is { } stranger) faults.Insert(0, stranger);
            if (faults.Count > 0) return faults;
            foreach (var line in lines.Value) folder.Items.First(item => item.Position == line.Position).Follows = line.Follows;
            if (all.Contains(InspectionConclusion.Case))
            {
                var opened = await cases.Run(folder, file with { Items = lines.Value, Outcome = outcome }, InspectionConclusion.Case, outcome.Text, asked.Item, asked.PartyKind, asked.Operator, cancel);
                if (!opened.IsOk) return opened.Refusals;
                folder.Row.CaseId = opened.Value;
            }
            var row = folder.Row;
            (row.Conclusion, row.ConclusionText, row.ConcludedOn, row.Demand, row.CorrectionDueOn, row.TransferTo) = (conclusion, outcome.Text, desk.Today, outcome.Demand, outcome.DueOn, outcome.To);
            row.Stage = InspectionStage.Concluded;
            if (transfers)
            {
                row.TransferNumber = await desk.Number(row, DocumentCode.OfficialLetter, cancel);
                await desk.Issue(folder, DocumentCode.OfficialLetter, 0, cancel);
            }
            if (corrects)
            {
                row.CorrectionNumber = await desk.Number(row, DocumentCode.CorrectionOrder, cancel);
                await desk.Issue(folder, DocumentCode.CorrectionOrder, 0, cancel);
            }
            return [];
        }, cancel);
}

/// <summary>Tells the enterprise the result (告知检查结果).</summary>
public sealed class TellInspectionResult(InspectionDesk desk)
{
    /// <summary>Tells it.</summary>
    public Task<Result<string>> Run(string id, long? version, string? receiver, CancellationToken cancel) =>
        desk.Take(AccessTable.TellInspectionResult, InspectionStep.Tell, id, version, null, async (folder, file) =>
        {
            if (InspectionDesk.Missing(receiver, "receiver", "签收人", 100) is { } missing) return [missing];
            var row = folder.Row;
            row.ResultNumber = await desk.Number(row, DocumentCode.InspectionResult, cancel);
            (row.ToldOn, row.ResultReceiver) = (desk.Today, receiver!.Trim());
            row.RecheckDueOn = file.Outcome!.DueOn is { } due ? InspectionClocks.RecheckDue(due, desk.Terms, desk.Cases.Calendar) : null;
            row.Stage = row.RecheckDueOn is null ? InspectionStage.Closed : InspectionStage.Correcting;
            await desk.Issue(folder, DocumentCode.InspectionResult, 0, cancel);
            return [];
        }, cancel);
}

/// <summary>Notes who took the letter of a transfer (登记移送回执), so that nothing that was sent away is lost.</summary>
public sealed class NoteTransferReceipt(InspectionDesk desk)
{
    /// <summary>Notes it.</summary>
    public Task<Result<string>> Run(string id, long? version, string? receiver, DateOnly? on, CancellationToken cancel) =>
        desk.Take(AccessTable.NoteTransferReceipt, InspectionStep.Receipt, id, version, null, (folder, file) =>
        {
            var faults = InspectionGates.Receipt(file, receiver, on, desk.Today);
            if (faults.Count == 0) (folder.Row.TransferReceivedBy, folder.Row.TransferReceivedOn) = (receiver!.Trim(), on);
            return Task.FromResult(faults);
        }, cancel);
}

/// <summary>Looks whether what was ordered was done (复查).</summary>
public sealed class RecheckInspection(InspectionDesk desk, CaseFromInspection cases)
{
    /// <summary>Notes what was seen; what was not corrected becomes a case.</summary>
    /// <param name="id">The inspection.</param>
    /// <param name="version">Version seen.</param>
    /// <param name="corrected">Whether everything was corrected.</param>
    /// <param name="findings">What was seen.</param>
    /// <param name="asked">True when the enterprise asked for it before its term.</param>
    /// <param name="item">Enforcement item of the case.</param>
    /// <param name="officers">Who looked; the officers of the inspection when left out.</param>
    /// <param name="partyKind">Kind of the party of the case.</param>
    /// <param name="operatorName">Operator of an individual business, or the citizen.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<string>> Run(string id, long? version, bool? corrected, string? findings, bool asked, string? item, IReadOnlyList<string> officers, PartyKind? partyKind, string? operatorName, CancellationToken cancel) =>
        desk.Take(AccessTable.RecheckInspection, InspectionStep.Recheck, id, version, findings, async (folder, file) =>
        {
            var faults = InspectionGates.Recheck(file, desk.Now, findings, asked, desk.Now).ToList();
            if (corrected is null) faults.Add(Refusal.Invalid("corrected", "请选择已经改正或者没有改正。"));
            var crew = desk.Crew(file.Unit, officers.Count > 0 ? officers : [.. file.Officers.Select(officer => officer.Id)], desk.Today);
            if (!crew.IsOk) faults.AddRange(crew.Refusals);
            else if (InspectionGates.Looked(crew.Value, desk.Actor.OfficerId) is { } absent) faults.Add(absent);
            // Who declared since that he keeps out of the target or the clue does not look either.
            faults.AddRange(await desk.Recused(folder.Row.TargetId, folder.Row.ClueId, officers.Count > 0 ? officers : file.Officers.Select(officer => officer.Id), cancel));
            if (faults.Count > 0) return faults;
            // What is not corrected joins the case that other lines have led to.
            if (corrected == false && folder.Row.CaseId is null)
            {
                var opened = await cases.Run(folder, file, InspectionConclusion.Correction, $"责令改正（{file.Outcome!.CorrectionNumber}）期满未改正。{findings!.Trim()}", item, partyKind, operatorName, cancel);
                if (!opened.IsOk) return opened.Refusals;
                folder.Row.CaseId = opened.Value;
            }
            var row = folder.Row;
            (row.RecheckedAt, row.Corrected, row.RecheckFindings) = (desk.Now, corrected, findings!.Trim());
            row.RecheckOfficers = string.Join('\n', crew.Value!.Select(officer => $"{officer.Id}|{officer.Name}|{officer.CertificateNumber}|{officer.Unit}"));
            row.Stage = InspectionStage.Closed;
            return [];
        }, cancel);
}

/// <summary>Gives an inspection up before anybody went there (取消行政检查).</summary>
public sealed class CancelInspection(InspectionDesk desk)
{
    /// <summary>Gives it up; a notice that went out is taken back.</summary>
    public Task<Result<string>> Run(string id, long? version, string? reason, CancellationToken cancel) =>
        desk.Take(AccessTable.CancelInspection, InspectionStep.Cancel, id, version, reason, async (folder, _) =>
        {
            if (InspectionDesk.Missing(reason, "reason", "取消的理由", 500) is { } missing) return [missing];
            if (folder.Row.NoticeMark is { } mark) await desk.Withdraw(mark, cancel);
            (folder.Row.Stage, folder.Row.CancelReason) = (InspectionStage.Cancelled, reason!.Trim());
            return [];
        }, cancel);
}

/// <summary>Proposes the case an inspection leads to (检查发现问题提请立案), with what its record says.</summary>
public sealed class CaseFromInspection(UseCaseRunner runner, AppDb db, ProposeCase propose, InspectionDesk desk)
{
    /// <summary>Proposes it; refused with the reasons of the case's own gates.</summary>
    public async Task<Result<string>> Run(InspectionFolder folder, InspectionFile file, InspectionConclusion follows, string text, string? item, PartyKind? kind, string? operatorName, CancellationToken cancel)
    {
        var party = InspectionGates.Party(file, kind, operatorName);
        if (!party.IsOk) return Result<string>.Refused(party.Refusals);
        var failed = file.Failed(follows);
        var code = string.IsNullOrWhiteSpace(item) ? failed.Select(one => one.Check.Item).FirstOrDefault(one => one is not null) : item.Trim();
        if (code is null) return Refusal.Invalid("item", "不合格的检查事项没有对应的事项编码，请填写提请立案的事项编码。");
        var day = CaseDays.Of(file.Start!.At);
        var facts = $"{Core.Documents.ChineseText.Date(day)}行政检查（{file.Notice!.Number}）发现：{string.Join("；", failed.Select(one => $"{one.Check.Text}——{one.Note}"))}。{text}";
        var clue = folder.Row.ClueId is { } source ? await db.Set<ClueRow>().SingleOrDefaultAsync(row => row.Id == source, cancel) : null;
        // A clue that another case was filed from, or that somebody else handles, is named and not linked.
        var linked = clue is { State: ClueState.Accepted } && runner.Check(AccessTable.LinkClue, ClueDistrict.PlacementOf(clue)) is null ? clue.Id : null;
        var opened = await propose.Run(new ProposeFiling(desk.Now, "", $"行政检查发现（{file.Notice.Number}）{(clue is null ? "" : $"，线索{clue.Number}")}", linked,
            party.Value, code, folder.Row.Township, file.TargetAddress,
            facts.Length > 2000 ? facts[..2000] : facts, day, day, false, [.. file.Officers.Select(officer => officer.Id)]), cancel);
        return opened.IsOk ? opened.Value.Id : Result<string>.Refused([.. opened.Refusals.Select(refusal => refusal.Field is null ? refusal : refusal with { Field = refusal.Field == "itemCode" ? "item" : null })]);
    }
}
