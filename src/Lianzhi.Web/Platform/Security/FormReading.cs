using Lianzhi.Web.Components.Errors;
using Lianzhi.Web.Platform.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lianzhi.Web.Platform.Security;

/// <summary>Reads forms that may be broken (表单读取): cut off, without a boundary, with more fields or longer values than allowed.</summary>
internal static class FormReading
{
    /// <summary>The form; null when it cannot be read.</summary>
    public static async Task<IFormCollection?> TryReadForm(this HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return null;
        }
    }

    /// <summary>True when a field or its name holds U+0000, which no database keeps alike.</summary>
    public static bool HasNul(this IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> fields) =>
        fields.Any(field => field.Key.Contains('\0', StringComparison.Ordinal) || field.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true));

    /// <summary>Answers 400. A page is rendered at once: going through the error route would read the broken form again.</summary>
    public static Task Refuse(HttpContext http) => http.Request.Path.StartsWithSegments("/api")
        ? ProblemAnswers.Write(http, StatusCodes.Status400BadRequest, "unreadable", ApiFaults.Words(StatusCodes.Status400BadRequest))
        : new RazorComponentResult<Unreadable> { StatusCode = StatusCodes.Status400BadRequest }.ExecuteAsync(http);
}
