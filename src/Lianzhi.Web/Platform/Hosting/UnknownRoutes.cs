using Lianzhi.Web.Platform.Problems;
using Microsoft.AspNetCore.Routing.Template;

namespace Lianzhi.Web.Platform.Hosting;

/// <summary>
/// Answers 404 or 405 with problem details under <c>/api</c>. Routing alone cannot: the API browser answers GET on
/// every path below <c>/api</c>, so that a known path with another method would look unknown, and the reverse.
/// </summary>
internal sealed class UnknownRoutes(RequestDelegate next, EndpointDataSource endpoints)
{
    private const string Prefix = "/api";
    private readonly Lazy<List<(TemplateMatcher Matcher, IReadOnlyList<string> Methods)>> routes = new(() =>
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>().Where(IsOurs)
            .Select(endpoint => (new TemplateMatcher(TemplateParser.Parse(endpoint.RoutePattern.RawText!.TrimStart('/')), []), endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])),
    ]);

    public Task Invoke(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments(Prefix, out var rest) || IsBrowser(rest) || (http.GetEndpoint() is RouteEndpoint endpoint && IsOurs(endpoint))) return next(http);
        var methods = routes.Value.Where(route => route.Matcher.TryMatch(http.Request.Path, [])).SelectMany(route => route.Methods).Distinct().Order(StringComparer.Ordinal).ToList();
        // The method is right, so something else was wrong. Routing has chosen what to answer (415), or a value cannot be one of the route's (photos/abc).
        if (methods.Contains(http.Request.Method) && http.GetEndpoint() is not (null or RouteEndpoint)) return next(http);
        if (methods.Count == 0 || methods.Contains(http.Request.Method)) return ProblemAnswers.Write(http, StatusCodes.Status404NotFound, "not-found", "没有这个接口。");
        http.Response.Headers.Allow = string.Join(", ", methods);
        return ProblemAnswers.Write(http, StatusCodes.Status405MethodNotAllowed, "method-not-allowed", ApiFaults.Words(405));
    }

    /// <summary>The API browser's own page and scripts.</summary>
    private static bool IsBrowser(PathString rest) => rest.Value is null or "" or "/" || (rest.Value.LastIndexOf('/') == 0 && rest.Value.EndsWith(".js", StringComparison.Ordinal));

    private static bool IsOurs(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal) == true;
}
