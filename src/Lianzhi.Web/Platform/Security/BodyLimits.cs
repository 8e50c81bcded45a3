using Lianzhi.Web.Components.Errors;
using Lianzhi.Web.Platform.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Lianzhi.Web.Platform.Security;

/// <summary>
/// Answers 413 to a body that announces more than its page or endpoint takes, before anything reads it: the
/// check of form tokens would otherwise read it, fail, and answer 400.
/// </summary>
public sealed class BodyLimits(RequestDelegate next)
{
    /// <summary>Largest body of a page without a limit of its own, in bytes.</summary>
    public const long Default = 30_000_000;

    /// <summary>Largest form with photos: six of ten megabytes and the answers, in bytes.</summary>
    public const long LargestUpload = 64 * 1024 * 1024;

    /// <summary>Handles one request.</summary>
    public Task Invoke(HttpContext http)
    {
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Default;
        if (http.Request.ContentLength is not { } length || length <= limit) return next(http);
        if (http.Request.Path.StartsWithSegments("/api")) return ProblemAnswers.Write(http, StatusCodes.Status413PayloadTooLarge, "too-large", ApiFaults.Words(413));
        return new RazorComponentResult<TooLarge> { StatusCode = StatusCodes.Status413PayloadTooLarge }.ExecuteAsync(http);
    }
}
