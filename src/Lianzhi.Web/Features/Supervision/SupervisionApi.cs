using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Supervision;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Supervision;

/// <summary>A paper of supervision as programs read it.</summary>
public sealed record SupervisionRecord(
    string Id, SupervisionKind Kind, string Number, string Bureau, string Body, string BodyName, string? CaseId, string? CaseNumber, string Matter, string Problem, string Basis, string Demand, SupervisionOrder? Order, DateOnly IssuedOn, string IssuedBy,
    DateOnly DueOn, DateOnly AnswerDueOn, SupervisionState State, bool IsOverdue, string? After, string? FollowedBy, IReadOnlyList<SupervisionAnswer> Answers, IReadOnlyList<ReasonView> Clock, string Mark, string Text, long Version)
{
    /// <summary>The record of what a page shows.</summary>
    internal static SupervisionRecord Of(SupervisionView view, DateOnly today) => new(view.Row.Id, view.File.Kind, view.File.Number, view.File.BureauName, view.File.Body, view.File.BodyName, view.Row.CaseId, view.Row.CaseNumber, view.File.Matter,
        view.File.Problem, view.File.Basis, view.File.Demand, view.File.Order, view.File.IssuedOn, view.File.IssuedBy, view.File.DueOn, view.File.AnswerDueOn, view.File.State, view.File.IsOverdue(today), view.File.After, view.File.FollowedBy,
        view.File.Answers, [.. SupervisionRules.Clock(view.File).Select(reason => new ReasonView(reason.Text, reason.Basis?.Text))], view.Row.Mark, view.Paper.Content.Text(), view.Row.Version);
}

/// <summary>A paper of supervision to issue, as programs send it.</summary>
public sealed record SupervisionRequest(
    SupervisionKind? Kind, string? Body, string? Case, string? After, string? Matter, string? Problem, string? Basis, string? Demand, SupervisionOrder? Order, DateOnly? DueOn)
{
    /// <summary>Takes the members of the body.</summary>
    internal static SupervisionRequest Read(JsonMembers body) => new(body.Has("kind") ? body.Enum<SupervisionKind>("kind") : null, body.NullableText("body", 20), body.NullableText("case", 26), body.NullableText("after", 26),
        body.NullableText("matter", 400), body.NullableText("problem", 4000), body.NullableText("basis", 400), body.NullableText("demand", 4000), body.Has("order") ? body.Enum<SupervisionOrder>("order") : null, body.NullableDate("dueOn"));

    /// <summary>As the use case takes it.</summary>
    internal SupervisionToIssue ToIssue() => new(Body, Case, After, new(Kind, Matter, Problem, Basis, Demand, Order, DueOn));
}

/// <summary>An answer, as programs send it.</summary>
public sealed record SupervisionReply(long? Version, string? Done, string? Materials)
{
    /// <summary>Takes the members of the body.</summary>
    internal static SupervisionReply Read(JsonMembers body) => new(body.Version("version"), body.NullableText("done", 4000), body.NullableText("materials", 4000));
}

/// <summary>What the bureau found of an answer, as programs send it.</summary>
public sealed record SupervisionVerdict(long? Version, bool? Accepted, string? Remark, DateOnly? DueOn)
{
    /// <summary>Takes the members of the body.</summary>
    internal static SupervisionVerdict Read(JsonMembers body) => new(body.Version("version"), body.Has("accepted") ? body.Bool("accepted") : null, body.NullableText("remark", 4000), body.NullableDate("dueOn"));
}

/// <summary>Supervision for programs (执法监督接口).</summary>
internal static class SupervisionApi
{
    private const int LargestBody = 64 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/supervision", async (HttpContext http, ListSupervision list) => ClueApi.TryEnum<SupervisionState>(http.Request.Query["state"], out var state)
                ? (await list.Run(state, http.Request.Query["limit"], http.Request.Query["after"], http.RequestAborted)).Answer() : ProblemAnswers.Problem([Refusal.Invalid("state", "没有这种状态。")]))
            .Uses(AccessTable.ListSupervision).Produces<PageOf<SupervisionLine>>().WithSummary("执法监督").WithDescription("Papers of supervision, newest first; filter state (issued, answered, returned, closed, followed); limit, after.");
        api.MapGet("/supervision/{id}", async (string id, ViewSupervision view, TimeProvider time, CancellationToken cancel) => (await view.Run(id, cancel)).Then<SupervisionRecord>(found => SupervisionRecord.Of(found, time.Today())).Answer())
            .Uses(AccessTable.ViewSupervision).Produces<SupervisionRecord>().WithSummary("查看执法监督文书").WithDescription("One paper with its text, answers and how its last day came about.");
        api.MapPost("/supervision", (HttpContext http, IssueSupervision issue) => http.Request.Answer(SupervisionRequest.Read,
                async body => (await issue.Run(body.ToIssue(), http.RequestAborted)).Answer(id => Results.Json(new { id }, ApiJson.Options, statusCode: 201)), LargestBody))
            .Uses(AccessTable.IssueSupervision).Accepts<SupervisionRequest>("application/json").WithSummary("制发执法监督文书").WithDescription("Issues a notice, an opinion or a decision to a body; a decision names the paper it follows.");
        api.MapPost("/supervision/{id}/answer", (string id, HttpContext http, AnswerSupervision answer) => http.Request.Answer(SupervisionReply.Read,
                async body => (await answer.Run(id, body.Version, body.Done, body.Materials, http.RequestAborted)).Answer(done => Results.Json(new { id = done }, ApiJson.Options)), LargestBody))
            .Uses(AccessTable.AnswerSupervision).Accepts<SupervisionReply>("application/json").WithSummary("回复执法监督文书").WithDescription("What was found out and done, with what is enclosed in words.");
        api.MapPost("/supervision/{id}/review", (string id, HttpContext http, ReviewSupervision review) => http.Request.Answer(SupervisionVerdict.Read,
                async body => (await review.Run(id, body.Version, body.Accepted, body.Remark, body.DueOn, http.RequestAborted)).Answer(done => Results.Json(new { id = done }, ApiJson.Options)), LargestBody))
            .Uses(AccessTable.ReviewSupervision).Accepts<SupervisionVerdict>("application/json").WithSummary("审核执法监督回复").WithDescription("Accepts the answer, which closes the matter, or sends it back once with a remark and another day.");
    }
}
