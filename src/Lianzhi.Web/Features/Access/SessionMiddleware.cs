using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Access;

/// <summary>
/// Finds out who acts: a bearer token, or the session cookie. Then turns away, before anything else runs, who
/// may not reach the use case the page or endpoint declares; the use case itself decides again, on the object.
/// </summary>
public sealed class SessionMiddleware(RequestDelegate next)
{
    /// <summary>Name of the session cookie.</summary>
    public const string Cookie = "lz_session";

    /// <summary>Handles one request.</summary>
    public async Task Invoke(HttpContext http, Sessions sessions, CurrentActor current)
    {
        var api = http.Request.Path.StartsWithSegments("/api/v1");
        var header = (string?)http.Request.Headers.Authorization;
        var bearer = header?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true ? header[7..].Trim() : null;
        var token = bearer ?? http.Request.Cookies[Cookie];
        if (!string.IsNullOrEmpty(token) && await sessions.Find(token, http.RequestAborted) is { } session)
            current.Become(session.Actor, session.UnitName, session.TokenHash);
        if (api && bearer is null && token is not null && IsUnsafe(http.Request.Method) && !IsSameOrigin(http.Request))
        {
            await ProblemAnswers.Write(http, StatusCodes.Status403Forbidden, "cross-site", "跨站请求已拒绝：请使用令牌，或者从本站页面发起。");
            return;
        }
        if (UseCaseOf(http) is { } useCase && AccessRules.Check(current.Actor, useCase) is { } refusal)
        {
            if (api) await ProblemAnswers.Write(http, [refusal]);
            else if (refusal.Kind == RefusalKind.Unauthenticated) http.Response.Redirect($"/sign-in?returnTo={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
            else http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        await next(http);
    }

    private static UseCase? UseCaseOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<UsesAttribute>() is { } uses ? AccessTable.All[uses.UseCase] : null;

    private static bool IsUnsafe(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    private static bool IsSameOrigin(HttpRequest request) =>
        request.Headers.TryGetValue("Sec-Fetch-Site", out var site)
            ? site == "same-origin"
            : request.Headers.TryGetValue("Origin", out var origin) && origin == $"{request.Scheme}://{request.Host}";
}
