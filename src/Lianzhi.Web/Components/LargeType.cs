namespace Lianzhi.Web.Components;

/// <summary>The large-type version (大字版) of every page: a choice kept in one cookie, switched by a plain link.</summary>
public static class LargeType
{
    /// <summary>Name of the cookie; its one value is <c>large</c>.</summary>
    public const string Cookie = "lz_type";

    /// <summary>True when the visitor chose large type.</summary>
    public static bool IsOn(HttpContext? http) => http?.Request.Cookies[Cookie] == "large";

    /// <summary>Address that switches and comes back to <paramref name="path"/>, a path with query of this site.</summary>
    public static string SwitchAddress(bool on, string path) => $"/large-type?on={(on ? "true" : "false")}&back={Uri.EscapeDataString(path)}";

    /// <summary>Maps the switch. Sets or removes the cookie and goes back to where the visitor was, never to another site.</summary>
    public static void MapLargeType(this IEndpointRouteBuilder routes) => routes.MapGet("/large-type", (HttpContext http, bool on = true, string? back = null) =>
    {
        if (on) http.Response.Cookies.Append(Cookie, "large", new CookieOptions { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        else http.Response.Cookies.Delete(Cookie);
        return Results.LocalRedirect(IsLocal(back) ? back! : "/");
    }).ExcludeFromDescription();

    private static bool IsLocal(string? path) => path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal) && !path.Any(char.IsControl);
}
