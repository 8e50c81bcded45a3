using Lianzhi.Core.Access;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>A call for help as programs read it.</summary>
public sealed record HelpRecord(string Id, string Area, DateOnly On, string? Crew, string? Inspection, string Title, string Officer, DateTimeOffset At, string? Place, int? Longitude, int? Latitude, DateOnly? PlaceErasedOn, DateTimeOffset? ClosedAt, string? ClosedBy, string? Outcome, long Version)
{
    /// <summary>The record of a view.</summary>
    internal static HelpRecord Of(HelpView view) => new(view.Row.Id, view.Row.Area, view.Row.On, view.Row.CrewId, view.Row.InspectionId, view.Row.Title, view.Row.OfficerName, view.Row.At, view.Place?.Words, view.Place?.Longitude, view.Place?.Latitude,
        view.Row.PlaceErasedOn, view.Row.ClosedAt, view.Row.ClosedBy, view.Row.Outcome, view.Row.Version);
}

/// <summary>What was done on a call for help.</summary>
public sealed record HelpClosing(long? Version, string? Outcome);

/// <summary>Calls for help for programs.</summary>
internal static class HelpApi
{
    private const int LargestBody = 16 * 1024;
    private const int Anywhere = 200_000_000;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/help-calls", async (ReadHelp read, string? area, CancellationToken cancel) => (await read.Open(area ?? "", cancel)).Then<IReadOnlyList<HelpRecord>>(found => found.Select(HelpRecord.Of).ToList()).Answer())
            .Uses(AccessTable.ViewHelp).Produces<IReadOnlyList<HelpRecord>>().WithSummary("未处置的求助").WithDescription("Calls for help of an area that nobody closed, newest first.");
        api.MapGet("/help-calls/{id}", async (ReadHelp read, string id, CancellationToken cancel) => (await read.One(id, cancel)).Then<HelpRecord>(found => HelpRecord.Of(found)).Answer())
            .Uses(AccessTable.ViewHelp).Produces<HelpRecord>().WithSummary("查看求助").WithDescription("One call for help; its place until it is erased.");
        api.MapPost("/help-calls", (HttpContext http, AskForHelp ask) => http.Request.Answer(body => new HelpAsked(body.NullableText("crew", 26), body.NullableText("inspection", 26), body.NullableText("place", 400),
                    body.Has("longitude") ? body.Whole("longitude", -Anywhere, Anywhere) : null, body.Has("latitude") ? body.Whole("latitude", -Anywhere, Anywhere) : null),
                async asked => (await ask.Run(asked, http.RequestAborted)).Answer(id => Results.Json(new { id }, ApiJson.Options, statusCode: 201)), LargestBody))
            .Uses(AccessTable.AskForHelp).Accepts<HelpAsked>("application/json").WithSummary("求助").WithDescription("Calls for help during an order under way or an inspection that is going on; a place, in words or in millionths of a degree, is optional.");
        api.MapPost("/help-calls/{id}/close", (string id, HttpContext http, CloseHelp close) => http.Request.Answer(body => new HelpClosing(body.Has("version") ? body.Version("version") : null, body.NullableText("outcome", 1000)),
                async body => (await close.Run(id, body.Version, body.Outcome, http.RequestAborted)).Answer(done => Results.Json(new { id = done }, ApiJson.Options)), LargestBody))
            .Uses(AccessTable.CloseHelp).Accepts<HelpClosing>("application/json").WithSummary("登记求助处置").WithDescription("Closes a call for help with what was done.");
    }
}
