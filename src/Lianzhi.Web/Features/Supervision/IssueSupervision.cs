using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Supervision;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Supervision;

/// <summary>What the bureau sends.</summary>
/// <param name="Body">Code of the body; empty for the subject of the case.</param>
/// <param name="Case">The case; empty for a matter without case.</param>
/// <param name="After">The paper a decision follows; empty for none.</param>
/// <param name="Draft">What is written.</param>
public sealed record SupervisionToIssue(string? Body, string? Case, string? After, SupervisionDraft Draft);

/// <summary>
/// Issues a paper of supervision (制发执法监督文书): numbered, kept, on the desk of the body at once. The case itself stays as it is.
/// </summary>
public sealed class IssueSupervision(UseCaseRunner runner, AppDb db, SupervisionDesk desk, CaseStream stream, NumberBook numbers, PaperShelf shelf, Entropy entropy, TimeProvider time)
{
    /// <summary>Issues it; the id of the paper.</summary>
    public Task<Result<string>> Run(SupervisionToIssue asked, CancellationToken cancel) => runner.Write<string>(AccessTable.IssueSupervision, null, async () =>
    {
        if (runner.Check(AccessTable.IssueSupervision, Core.Access.Placement.District) is { } refusal) return refusal;
        var state = asked.Case is { Length: > 0 } about ? await stream.Load(about, cancel) : null;
        if (state is null && asked.Case is { Length: > 0 }) return Refusal.Invalid("case", "没有这个案件。");
        var earlier = asked.After is { Length: > 0 } after ? await desk.Load(after, cancel) : null;
        if (earlier is null && asked.After is { Length: > 0 }) return Refusal.Invalid("after", "没有这份监督文书。");
        var unit = asked.Body is { Length: > 0 } named ? named : state?.Subject?.Code;
        var body = desk.Bodies.FirstOrDefault(one => one.Unit == unit);
        var matter = state is null ? null : new SupervisedCase(state.Id, state.Number, $"{state.Party!.MaskedName}{state.Item!.Conduct}案", state.Subject!.Code);
        var tookPart = state is not null && desk.Actor.OfficerId is { } officer && Separation.DutiesOf(state, officer).Count > 0;
        if (SupervisionRules.Issue(asked.Draft, desk.Bureau, body, matter, earlier?.File, desk.DecisionFollows, tookPart, desk.Today) is { Count: > 0 } faults) return Result<string>.Refused(faults);
        var (draft, kind, owner) = (asked.Draft, SupervisionPapers.KindOf(asked.Draft.Kind!.Value), desk.Cases.OwnerOf(desk.Bureau) ?? new(desk.Bureau, desk.Bureau, desk.Bureau));
        var id = entropy.NewId(time.GetUtcNow());
        var file = new SupervisionFile
        {
            Kind = draft.Kind!.Value,
            Number = await numbers.Next(owner, kind, id, cancel),
            BureauName = owner.Name,
            Body = body!.Unit,
            BodyName = body.Name,
            Case = matter,
            Matter = draft.Matter!.Trim(),
            Problem = draft.Problem!.Trim(),
            Basis = draft.Basis!.Trim(),
            Demand = draft.Demand!.Trim(),
            Order = draft.Order,
            IssuedOn = desk.Today,
            IssuedBy = desk.Actor.Name,
            DueOn = draft.DueOn!.Value,
            After = earlier?.Row.Number,
        };
        var content = SupervisionPapers.Content(file);
        var kept = await shelf.Keep(new(id, false, content, file.Number, 1, desk.Today, owner.Unit, owner.Name, null, state is null ? [] : PaperMasking.Values(state, content.Text())), cancel);
        db.Add(RowOf(id, file, owner.Unit, earlier?.Row.Id, kept.Mark));
        if (earlier is not null)
        {
            earlier.Row.FollowedBy = file.Number;
            earlier.Row.Follow(earlier.File);
        }
        return id;
    }, cancel);

    private static SupervisionRow RowOf(string id, SupervisionFile file, string bureau, string? afterId, string mark) => new()
    {
        Id = id,
        Kind = file.Kind,
        Number = file.Number,
        Bureau = bureau,
        BureauName = file.BureauName,
        Body = file.Body,
        BodyName = file.BodyName,
        CaseId = file.Case?.Id,
        CaseNumber = file.Case?.Number,
        CaseTitle = file.Case is { } about ? PlainText.Cut(about.Title, 300) : null,
        Matter = file.Matter,
        Problem = file.Problem,
        Basis = file.Basis,
        Demand = file.Demand,
        Ordered = file.Order,
        IssuedOn = file.IssuedOn,
        IssuedBy = PlainText.Cut(file.IssuedBy, 100),
        DueOn = file.DueOn,
        AfterId = afterId,
        After = file.After,
        Mark = mark,
        State = file.State,
        AnswerDueOn = file.AnswerDueOn,
    };
}
