using Lianzhi.Core.Documents;
using Lianzhi.Core.Documents.Archive;

namespace Lianzhi.Core.Cases;

public static partial class CaseSteps
{
    private static Result<CaseEvent> Close(CaseState state, CloseCase c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        var ground = c.Ground ?? ExecutionGates.GroundOf(state);
        return Answer(
            [
                Given(c.Outcome, "outcome", "执行情况"),
                .. ExecutionGates.CloseAllowed(state, ground, context.Today),
                .. Measures.MeasureGates.BeforeClosing(state),
                .. signer.Refusals,
            ],
            () => new CaseClosed(context.Now, c.Outcome, c.ArchiveNumber, signer.Value!, ground));
    }

    private static Result<CaseEvent> ReportOnSpot(CaseState state, ReportOnSpot c, StepContext context) => Answer(
        [
            ExecutionGates.NotLater(c.At, context.Now),
            ExecutionGates.OnSpotUnreported(state),
            state.OnSpot is { } decided && CaseDays.Of(c.At) < decided.On ? Refusal.Invalid("at", "报备不能早于处罚。") : null,
            Given(c.ReceivedBy, "receivedBy", "接收备案的人员"),
        ],
        () => new OnSpotReported(c.At, c.ReceivedBy));

    private static Result<CaseEvent> Archive(CaseState state, ArchiveCase c, StepContext context) => Answer(
        [
            Given(c.Retention, "retention", "保管期限"),
            c.Pages < 1 ? Refusal.Invalid("pages", "页数应不小于 1；留空的由系统按文书和证据计算。") : null,
            RemedyGates.NoneOpen(state),
            ExecutionGates.Withdrawn(state),
            ExecutionGates.Refunded(state, context.Today),
        ],
        () => new CaseArchived(context.Now, string.IsNullOrWhiteSpace(c.Number) ? state.Closing?.ArchiveNumber is { Length: > 0 } given ? given : context.Number : c.Number.Trim(),
            c.Retention, c.Pages ?? PageEstimate.Of(state), Blank(c.Note), Blank(c.FiledBy) ?? state.Officers.FirstOrDefault(officer => officer.Id == context.OfficerId)?.Name, Blank(c.CheckedBy)));

    private static Result<CaseEvent> AssignOfficers(CaseState state, AssignOfficers c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, context.Today);
        return Answer(
            [
                Given(c.Reason, "reason", "指派的理由"),
                Gates.OfCase(state, c.Officers),
                officers.IsOk && officers.Value.Select(officer => officer.Id).Order().SequenceEqual(state.Officers.Select(officer => officer.Id).Order())
                    ? new("already-assigned", "本案已由这些人员办理。", "行政处罚法 第42条", "officers") : null,
                .. officers.Refusals,
                .. signer.Refusals,
            ],
            () => new OfficersAssigned(context.Now, officers.Value!, c.Reason, signer.Value!));
    }

    private static Result<CaseEvent> NumberOnPlatform(CaseState state, RegisterPlatformNumber c, StepContext context) => Answer(
        [
            Given(c.Number, "number", "闽执法案号"),
            c.Number.Length > 60 ? Refusal.Invalid("number", "案号不超过 60 字。") : null,
            state.Execution.PlatformNumber?.Number == c.Number.Trim() ? new("already-numbered", "该案号已登记。", "福建省人民政府令第242号 第17条", "number") : null,
        ],
        () => new PlatformNumbered(context.Now, c.Number.Trim()));

    private static Result<CaseEvent> EnterPapers(CaseState state, EnterPapers c, StepContext context)
    {
        var made = CaseDocuments.Of(state).Where(paper => paper.Made).ToList();
        return Answer(
            [
                c.Papers.Count == 0 ? Refusal.Invalid("papers", "请至少选择一份文书。") : null,
                .. c.Papers.Select((paper, index) => made.All(one => one.Kind.Name != paper.Kind || one.Index != paper.Index)
                    ? Refusal.Invalid($"papers[{index}].kind", "本案没有这份文书，或者还没有制作。")
                    : paper.Way == PlatformWay.Issued && string.IsNullOrWhiteSpace(paper.Number) && DocumentKinds.Find(paper.Kind)!.Genre is not null
                        ? Refusal.Invalid($"papers[{index}].number", "平台制发的文书请填写平台文号。") : null),
            ],
            () => new PapersEntered(context.Now, c.Papers));
    }
}
