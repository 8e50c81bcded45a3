using Lianzhi.Core.Access;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Cases;

/// <summary>An answer to a letter, as a program sends it.</summary>
/// <param name="Accepted">True to take the matter over or to help, false to give it back with <paramref name="Text"/>.</param>
/// <param name="Reference">Number of the receipt; null for a receipt of the platform.</param>
/// <param name="Text">What is said; the reason when it is given back.</param>
public sealed record CaseLetterReply(bool? Accepted, string? Reference, string? Text)
{
    internal static CaseLetterReply Read(JsonMembers body) => new(body.Has("accepted") ? body.Bool("accepted", false) : null, body.NullableText("reference", 200), body.NullableText("text", 2000));
}

/// <summary>Letters between units for programs (区内函件接口).</summary>
internal static class CaseLetterApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/case-letters", async (HttpContext http, ListCaseLetters list) => (await list.Run(http.Request.Query["state"], http.Request.Query["after"], http.Request.Query["limit"], http.RequestAborted)).Answer())
            .Uses(AccessTable.ListCaseLetters).Produces<PageOf<CaseLetterLine>>().WithSummary("收到的函件").WithDescription("Letters from cases of other units. state: open (default) or done; limit, after.");
        api.MapGet("/case-letters/{caseId}/{letter:int}", async (string caseId, int letter, ViewCaseLetter view, CancellationToken cancel) => (await view.Run(caseId, letter, cancel)).Answer())
            .Uses(AccessTable.ListCaseLetters).Produces<CaseLetterView>().WithSummary("查看来函").WithDescription("One letter; nothing else of the case.");
        api.MapPost("/case-letters/{caseId}/{letter:int}/answer", (string caseId, int letter, HttpContext http, AnswerCaseLetter answer) => http.Request.Answer(CaseLetterReply.Read,
                async body => (await answer.Run(caseId, letter, body.Accepted, body.Reference, body.Text, http.RequestAborted)).Answer()))
            .Uses(AccessTable.AnswerCaseLetter).Accepts<CaseLetterReply>("application/json").Produces<CaseLetterAnswer>().WithSummary("回复来函").WithDescription("Takes the matter over, or gives it back with a reason; the answer stands in the case that sent it.");
    }
}
