using Lianzhi.Web.Components;
using Lianzhi.Web.Features.Access;
using Lianzhi.Web.Platform.Idempotency;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Security;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HttpOverrides;
using Scalar.AspNetCore;

namespace Lianzhi.Web.Platform.Hosting;

/// <summary>The order in which a request passes.</summary>
internal static class Pipeline
{
    public static void UsePlatform(this WebApplication app)
    {
        UseNamedProxies(app);
        app.UseMiddleware<SecurityHeaders>();
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandler = ApiFaults.Answer,
                // A body that is too large or no JSON is the client's fault, not one of ours to be woken for.
                SuppressDiagnosticsCallback = fault => fault.Exception is BadHttpRequestException,
            });
            api.UseStatusCodePages(context => ProblemAnswers.Write(context.HttpContext, context.HttpContext.Response.StatusCode, "http", ApiFaults.Words(context.HttpContext.Response.StatusCode)));
        });
        app.UseWhen(http => !IsApi(http), pages =>
        {
            pages.UseExceptionHandler("/errors/500", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/errors/{0}", createScopeForStatusCodePages: true);
        });
        app.UseRouting();
        app.UseMiddleware<UnknownRoutes>();
        app.UseMiddleware<BodyLimits>();
        app.UseMiddleware<QueryText>();
        app.UseRateLimiter();
        app.UseOutputCache();
        app.UseMiddleware<SessionMiddleware>();
        app.UseAntiforgery();
        app.UseMiddleware<ExpiredForms>();
        app.UseMiddleware<IdempotencyMiddleware>();

        app.MapStaticAssets();
        app.MapLargeType();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
        app.MapOpenApi();
        app.MapScalarApiReference("/api", options => options.WithTitle("联执 Lianzhi API").WithOpenApiRoutePattern("/openapi/v1.json").DisableDefaultFonts());
        var api = app.MapGroup("/api/v1");
        foreach (var capability in Capabilities.All)
        {
            capability.Api(api);
            capability.Routes(app);
        }
        app.MapRazorComponents<App>();
    }

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api");

    /// <summary>Believes forwarded headers only from proxies that the operator has named in <c>Proxies</c>.</summary>
    private static void UseNamedProxies(WebApplication app)
    {
        var proxies = app.Configuration.GetSection("Proxies").Get<string[]>() ?? [];
        if (proxies.Length == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
        app.UseForwardedHeaders(options);
    }
}
