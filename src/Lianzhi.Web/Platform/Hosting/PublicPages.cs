using System.Globalization;
using Lianzhi.Web.Components;
using Lianzhi.Web.Features.Access;
using Microsoft.AspNetCore.OutputCaching;

namespace Lianzhi.Web.Platform.Hosting;

/// <summary>
/// Keeps pages that are the same for every visitor (公开页缓存), so that a page many people open at once is made once. Whatever is changed on this node is seen
/// at once; what another node changed, after <see cref="Kept"/> at most.
/// </summary>
public sealed class PublicPages(IConfiguration configuration)
{
    private long changes;

    /// <summary>How long a page is shown again: <c>PublicPages:KeptSeconds</c>, 5 unless set; 0 for never.</summary>
    public TimeSpan Kept { get; } = TimeSpan.FromSeconds(configuration.GetValue("PublicPages:KeptSeconds", 5.0));

    /// <summary>Changes made on this node; a page belongs to the number that stood when it was asked for.</summary>
    public long Changes => Interlocked.Read(ref changes);

    /// <summary>Something was changed: every page is made anew.</summary>
    public void Forget() => Interlocked.Increment(ref changes);
}

/// <summary>Which answers are kept, and what they differ by: the address, the size of type, the day. Who is signed in gets pages of their own.</summary>
internal sealed class PublicPagePolicy : IOutputCachePolicy
{
    /// <summary>Name of the policy, for <c>[OutputCache]</c>.</summary>
    public const string Name = "public-page";

    /// <inheritdoc/>
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var pages = http.RequestServices.GetRequiredService<PublicPages>();
        var isVisitor = !http.Request.Cookies.ContainsKey(SessionMiddleware.Cookie) && http.Request.Headers.Authorization.Count == 0;
        if (pages.Kept <= TimeSpan.Zero || !isVisitor || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))) return ValueTask.CompletedTask;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = pages.Kept;
        context.CacheVaryByRules.QueryKeys = "*";
        var differs = context.CacheVaryByRules.VaryByValues;
        differs["changes"] = pages.Changes.ToString(CultureInfo.InvariantCulture);
        differs["type"] = LargeType.IsOn(http) ? "large" : "";
        differs["day"] = http.RequestServices.GetRequiredService<TimeProvider>().Today().ToString("O", CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var answer = context.HttpContext.Response;
        if (answer.StatusCode != StatusCodes.Status200OK || answer.Headers.SetCookie.Count > 0) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
