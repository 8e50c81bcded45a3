namespace Lianzhi.Web.Platform.Security;

/// <summary>
/// Headers on every answer: what a page may load stands here once. The one exception is the API reader at
/// <c>/api</c>, whose page brings its own inline script and styles.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; " +
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    private const string ReaderPolicy =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
        "connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>Handles one request. The headers are set as the answer starts, because a fault clears what stood there before.</summary>
    public Task Invoke(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        http.Response.OnStarting(() =>
        {
            Set(http, path);
            return Task.CompletedTask;
        });
        return next(http);
    }

    private static void Set(HttpContext http, string path)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = path is "/api" or "/api/" ? ReaderPolicy : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=(self)";
        if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
    }
}
