using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Dispatch;
using Lianzhi.Web.Features.Plans;

namespace Lianzhi.Web.Features.Inspections;

/// <summary>The head approves or refuses (审批行政检查).</summary>
public sealed class ApproveInspection(InspectionDesk desk, InspectionFrequencies frequencies)
{
    /// <summary>Decides.</summary>
    public Task<Result<string>> Run(string id, long? version, bool? agrees, string? opinion, string? beyondReason, CancellationToken cancel) =>
        desk.Take(AccessTable.ApproveInspection, InspectionStep.Approve, id, version, opinion, async (folder, file) =>
        {
            var signer = InspectionGates.Signer(file, desk.Actor.Id, desk.Actor.OfficerId, desk.Actor.OfficerId is { } person ? desk.Cases.Context().Facts.Signer(person, file.Unit, desk.Today) : null);
            var faults = new List<Refusal>(signer.Refusals);
            if (agrees is null) faults.Add(Refusal.Invalid("agrees", "请选择同意或者不同意。"));
            if (InspectionDesk.Missing(opinion, "opinion", "审批意见", 500) is { } missing) faults.Add(missing);
            if (agrees == false && file.Start is not null) faults.Add(Refusal.Invalid("agrees", "即时检查已经实施，只能补办审批；认为不当的，在意见中写明并责令纠正。"));
            var frequency = agrees == true && file.Start is null ? await frequencies.Now(folder.Row, desk.Today, cancel) : null;
            if (frequency is not null && InspectionGates.FrequencyStill(file, frequency) is { } full) faults.Add(full);
            if (frequency is not null && InspectionGates.ReasonStill(file, frequency, beyondReason) is { } unsaid) faults.Add(unsaid);
            if (faults.Count > 0) return faults;
            var row = folder.Row;
            Recounted(row, frequency);
            if (frequency?.IsFull == true && row is { BeyondGround: not null, BeyondReason: null } && file.Source != InspectionSource.Recheck) row.BeyondReason = beyondReason!.Trim();
            row.Opinion = opinion!.Trim();
            if (agrees == false)
            {
                row.Stage = InspectionStage.Refused;
                return [];
            }
            (row.ApprovedOn, row.SignerAccount, row.SignerName, row.SignerPost, row.SignerAuthorisation) = (desk.Today, signer.Value!.Account, signer.Value.Name, signer.Value.Post, signer.Value.Authorisation);
            row.ApprovedCrew = string.Join('\n', file.Officers.Select(officer => $"{officer.Id}|{officer.Name}"));
            if (row.Stage == InspectionStage.Proposed) row.Stage = InspectionStage.Approved;
            return [];
        }, cancel);

    /// <summary>What the next paper says of the year is what is so when it goes out.</summary>
    internal static void Recounted(InspectionRow row, InspectionFrequency? frequency)
    {
        if (frequency is not null) (row.YearCount, row.YearCap, row.YearGranted) = (frequency.Used, frequency.Cap, frequency.Granted);
    }

    internal static Task<IReadOnlyList<Refusal>> Refused(IReadOnlyList<Refusal> faults) => Task.FromResult(faults);
}

/// <summary>Issues the notice (制发检查通知书): no notice, no inspection.</summary>
public sealed class NotifyInspection(InspectionDesk desk, InspectionFrequencies frequencies)
{
    /// <summary>Issues it.</summary>
    public Task<Result<string>> Run(string id, long? version, NoticeManner? manner, string? why, string? receiver, CancellationToken cancel) =>
        desk.Take(AccessTable.NotifyInspection, InspectionStep.Notice, id, version, why, async (folder, file) =>
        {
            if (manner is not { } chosen) return [Refusal.Invalid("manner", "请选择告知方式。")];
            var faults = new List<Refusal>();
            if (InspectionGates.Manner(file, chosen, why, desk.Today, desk.Terms.LateDays) is { } wrong) faults.Add(wrong);
            if (chosen == NoticeManner.Advance && InspectionDesk.Missing(receiver, "receiver", "签收人", 100) is { } missing) faults.Add(missing);
            if (receiver?.Length > 100) faults.Add(Refusal.Invalid("receiver", "不能超过100字。"));
            if (desk.Crew(file.Unit, [.. file.Officers.Select(officer => officer.Id)], file.Day > desk.Today ? file.Day : desk.Today) is { IsOk: false } crew) faults.AddRange(crew.Refusals);
            var frequency = file.Start is null ? await frequencies.Now(folder.Row, desk.Today, cancel) : null;
            if (frequency is not null && InspectionGates.FrequencyStill(file, frequency) is { } full) faults.Add(full);
            if (faults.Count > 0) return faults;
            var row = folder.Row;
            ApproveInspection.Recounted(row, frequency);
            row.NoticeNumber = await desk.Number(row, DocumentCode.InspectionNotice, cancel);
            (row.NoticedOn, row.Manner, row.MannerReason, row.NoticeReceiver) = (desk.Today, chosen, chosen == NoticeManner.Advance ? null : why!.Trim(), string.IsNullOrWhiteSpace(receiver) ? "到场签收" : receiver.Trim());
            if (row.Stage == InspectionStage.Approved) row.Stage = InspectionStage.Noticed;
            row.NoticeMark = (await desk.Issue(folder, DocumentCode.InspectionNotice, 0, cancel)).Mark;
            return [];
        }, cancel);
}

/// <summary>Begins on the spot (到场开始检查): the notice's or the enterprise's code is scanned, certificates are shown, rights told.</summary>
public sealed class StartInspection(InspectionDesk desk, InspectionFrequencies frequencies, VisitNotices notices)
{
    /// <summary>Begins it now.</summary>
    public Task<Result<string>> Run(string id, long? version, string? code, string? place, bool certificatesShown, CancellationToken cancel) =>
        desk.Take(AccessTable.StartInspection, InspectionStep.Start, id, version, null, async (folder, file) =>
        {
            var faults = new[]
            {
                desk.Inspector(file), InspectionGates.Code(file, code, folder.Row.NoticeMark), InspectionGates.Certificates(certificatesShown),
                place?.Length > 400 ? Refusal.Invalid("place", "不能超过400字。") : null,
                InspectionGates.OnTheDay(file, desk.Today, desk.Terms.LateDays),
            }.OfType<Refusal>().ToList();
            if (desk.Crew(file.Unit, [.. file.Officers.Select(officer => officer.Id)], desk.Today) is { IsOk: false } crew) faults.AddRange(crew.Refusals);
            faults.AddRange(await desk.Recused(folder.Row.TargetId, folder.Row.ClueId, file.Officers.Select(officer => officer.Id), cancel));
            if (await notices.Refuse(folder.Row, [.. file.Officers.Select(officer => new DrawnOfficer(officer.Id, officer.Name))], desk.Today, cancel) is { } others) faults.Add(others);
            // A typhoon or an examination may have come after the notice.
            if (InspectionGates.Day(file.Source, desk.Today, desk.Today, await desk.Blackouts(folder.Row.Area, cancel)) is { } stopped) faults.Add(stopped with { Field = "code" });
            if (InspectionGates.FrequencyStill(file, await frequencies.Now(folder.Row, desk.Today, cancel)) is { } full) faults.Add(full);
            if (faults.Count > 0) return faults;
            var row = folder.Row;
            (row.StartedAt, row.Place, row.StartedBy) = (desk.Now, string.IsNullOrWhiteSpace(place) ? row.TargetAddress : place.Trim(), file.Notice is null ? "即时检查" : InspectionGates.Recognised(file, code, row.NoticeMark)!);
            row.Stage = InspectionStage.Started;
            return [];
        }, cancel);
}

/// <summary>An answer to a line of the checklist.</summary>
/// <param name="Position">The line.</param>
/// <param name="Finding">What was found; null leaves it open.</param>
/// <param name="Note">What was seen.</param>
public sealed record ItemAnswer(int Position, Finding? Finding, string? Note);

/// <summary>Fills in the checklist (填写检查表), as far as it has come.</summary>
public sealed class CheckInspection(InspectionDesk desk)
{
    private const int LongestNote = 500;

    /// <summary>Keeps the answers; lines that are left out stay as they are.</summary>
    public Task<Result<string>> Run(string id, IReadOnlyList<ItemAnswer> answers, CancellationToken cancel) =>
        desk.Take(AccessTable.CheckInspection, InspectionStep.Check, id, null, null, (folder, file) =>
        {
            if (desk.Inspector(file) is { } stranger) return ApproveInspection.Refused([stranger]);
            var faults = new List<Refusal>();
            foreach (var answer in answers)
            {
                if (folder.Items.FirstOrDefault(item => item.Position == answer.Position) is not { } item) faults.Add(Refusal.Invalid("position", $"检查表没有第{answer.Position}项。"));
                else if (answer.Note?.Length > LongestNote) faults.Add(Refusal.Invalid($"note{answer.Position}", $"不能超过{LongestNote}字。"));
                else if (answer.Finding == Finding.Fails && string.IsNullOrWhiteSpace(answer.Note)) faults.Add(Refusal.Invalid($"note{answer.Position}", $"第{answer.Position}项不合格，请写明现场情况。"));
                else if (answer.Finding is not null) (item.Finding, item.Note) = (answer.Finding, string.IsNullOrWhiteSpace(answer.Note) ? null : answer.Note.Trim());
            }
            return ApproveInspection.Refused(faults);
        }, cancel);
}

/// <summary>Notes a sampling or an interview (抽样、询问).</summary>
public sealed class AddInspectionScene(AppDb db, InspectionDesk desk)
{
    /// <summary>Notes it as of now.</summary>
    public Task<Result<string>> Run(string id, SceneKind? kind, string? person, string? relation, string? text, string? method, CancellationToken cancel) =>
        desk.Take(AccessTable.AddInspectionScene, InspectionStep.Scene, id, null, null, async (folder, file) =>
        {
            if (kind is not { } chosen) return [Refusal.Invalid("kind", "请选择抽样或者询问。")];
            var faults = new[]
            {
                desk.Inspector(file), InspectionDesk.Missing(person, "person", "被询问人或者现场人员", 100), InspectionDesk.Missing(relation, "relation", "职务", 100),
                InspectionDesk.Missing(text, "text", chosen == SceneKind.Sampling ? "物品、批号和数量" : "问答", 4000), chosen == SceneKind.Sampling ? InspectionDesk.Missing(method, "method", "抽样和封样方法", 500) : null,
            }.OfType<Refusal>().ToList();
            if (faults.Count > 0) return faults;
            var number = chosen == SceneKind.Sampling ? await desk.Number(folder.Row, DocumentCode.SamplingNotice, cancel) : null;
            var scene = new InspectionSceneRow
            {
                Id = desk.NewId(),
                InspectionId = id,
                Kind = chosen,
                Number = number,
                At = desk.Now,
                Person = person!.Trim(),
                Relation = relation!.Trim(),
                Text = text!.Trim(),
                Method = chosen == SceneKind.Sampling ? method!.Trim() : null,
            };
            db.Add(scene);
            if (!folder.Scenes.Contains(scene)) folder.Scenes.Add(scene);
            if (chosen == SceneKind.Sampling) await desk.Issue(folder, DocumentCode.SamplingNotice, folder.Scenes.Count(one => one.Kind == SceneKind.Sampling) - 1, cancel);
            return [];
        }, cancel);
}

/// <summary>What the record of an inspection says at its end.</summary>
/// <param name="Present">Who was there.</param>
/// <param name="Situation">What was seen.</param>
/// <param name="PartyOpinion">What the enterprise says.</param>
/// <param name="Refuses">True when signing was refused.</param>
/// <param name="SignedBy">Who signed.</param>
/// <param name="RefusedBecause">Why not.</param>
/// <param name="Witness">Who witnessed it.</param>
/// <param name="OfficersSigned">Officers who signed.</param>
public sealed record RecordToSign(string? Present, string? Situation, string? PartyOpinion, bool Refuses, string? SignedBy, string? RefusedBecause, string? Witness, IReadOnlyList<string> OfficersSigned);

/// <summary>Signs the record on the spot (签署检查笔录); the visit of the plan is then carried out, and the job of a drawn inspection done.</summary>
public sealed class RecordInspection(InspectionDesk desk, CarryOutVisit carryOut, FinishDrawnJob finish)
{
    /// <summary>Signs it now.</summary>
    public Task<Result<string>> Run(string id, long? version, RecordToSign asked, CancellationToken cancel) =>
        desk.Take(AccessTable.RecordInspection, InspectionStep.Record, id, version, null, async (folder, file) =>
        {
            var record = new InspectionRecorded(desk.Now, asked.Present?.Trim() ?? "", asked.Situation?.Trim() ?? "", string.IsNullOrWhiteSpace(asked.PartyOpinion) ? "无异议。" : asked.PartyOpinion.Trim(),
                asked.Refuses || string.IsNullOrWhiteSpace(asked.SignedBy) ? null : asked.SignedBy.Trim(), asked.Refuses ? asked.RefusedBecause?.Trim() ?? "" : null, string.IsNullOrWhiteSpace(asked.Witness) ? null : asked.Witness.Trim());
            var faults = InspectionGates.Record(file, record, desk.Now, file.Officers.All(officer => asked.OfficersSigned.Contains(officer.Id))).ToList();
            if (desk.Inspector(file) is { } stranger) faults.Insert(0, stranger);
            if (faults.Count > 0) return faults;
            if (folder.Row.VisitId is { } visit && await carryOut.Run(visit, CaseDays.Of(file.Start!.At), folder.Row.Scope.Split('|'), $"{folder.Row.Number}，{folder.Row.UnitName}", cancel) is { IsOk: false } refused) return refused.Refusals;
            if (folder.Row.DrawnId is not null && await finish.Run(id, folder.Row.Number, cancel) is { IsOk: false } unfinished) return unfinished.Refusals;
            var row = folder.Row;
            (row.RecordedAt, row.Present, row.Situation, row.PartyOpinion, row.SignedBy, row.RefusedBecause, row.Witness) =
                (record.Until, record.Present, record.Situation, record.PartyOpinion, record.SignedBy, record.RefusedBecause, record.Witness);
            row.ResultDueOn = InspectionClocks.ResultDue(CaseDays.Of(record.Until), desk.Terms, desk.Cases.Calendar);
            row.Stage = InspectionStage.Recorded;
            return [];
        }, cancel);
}
