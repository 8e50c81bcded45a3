using Lianzhi.Web.Components.Errors;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lianzhi.Web.Platform.Security;

/// <summary>
/// A form that lay open too long is not lost: when its protection token has expired, the person gets a page
/// that holds everything typed and sends it again with one click and a fresh token.
/// </summary>
public sealed class ExpiredForms(RequestDelegate next)
{
    /// <summary>Handles one request.</summary>
    public async Task Invoke(HttpContext http)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false, Error: not null } && !http.Request.Path.StartsWithSegments("/api"))
        {
            // The form reader refuses even to look while the failed check stands; what is read here only goes back to its sender.
            http.Features.Set<IAntiforgeryValidationFeature>(null);
            var form = http.Request.HasFormContentType ? await http.Request.TryReadForm() : FormCollection.Empty;
            if (form is null || form.HasNul())
            {
                await FormReading.Refuse(http);
                return;
            }
            var kept = form.Where(field => field.Key != "__RequestVerificationToken")
                .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))).ToList();
            await new RazorComponentResult<ExpiredForm>(new { Kept = (IReadOnlyList<KeyValuePair<string, string>>)kept, Action = (string)(http.Request.Path + http.Request.QueryString) })
            { StatusCode = StatusCodes.Status400BadRequest }.ExecuteAsync(http);
            return;
        }
        await next(http);
    }
}
