using Lianzhi.Core.Access;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Access;

/// <summary>What a program sends to sign in.</summary>
/// <param name="UserName">Name of the account.</param>
/// <param name="Password">Its password.</param>
public sealed record SignInRequest(string UserName, string Password);

/// <summary>The answer to a sign-in.</summary>
/// <param name="Token">Bearer token, valid 12 hours and 30 idle minutes.</param>
public sealed record SignInAnswer(string Token);

/// <summary>Who is signed in.</summary>
/// <param name="Id">Account id.</param>
/// <param name="Name">Name of the person.</param>
/// <param name="UnitName">Unit.</param>
/// <param name="Roles">Roles with unit and area.</param>
public sealed record SessionView(string Id, string Name, string? UnitName, IReadOnlyList<Assignment> Roles);

/// <summary>Sign-in for programs.</summary>
internal static class SessionApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/session", Begin).Uses(AccessTable.SignIn).Accepts<SignInRequest>("application/json").Produces<SignInAnswer>()
            .WithSummary("登录").WithDescription("Signs in; answers a bearer token and sets the session cookie.").RequireRateLimiting("sign-in");
        api.MapDelete("/session", End).Uses(AccessTable.SignOut).Produces(204).WithSummary("退出").WithDescription("Ends the session at once.");
        api.MapGet("/session", (CurrentActor current) => Results.Json(new SessionView(current.Actor.Id, current.DisplayName, current.UnitName, current.Actor.Assignments), ApiJson.Options))
            .Uses(AccessTable.ViewSession).Produces<SessionView>().WithSummary("当前会话").WithDescription("Who is signed in, with roles.");
    }

    private static Task<IResult> Begin(HttpContext http, SignIn signIn) => http.Request.Answer(
        body => new SignInRequest(body.Text("userName", 256), body.Text("password", 1024)),
        async request =>
        {
            var result = await signIn.Run(request.UserName, request.Password, http.RequestAborted);
            if (result.IsOk) SignInCookie.Set(http, result.Value);
            return result.Answer(token => Results.Json(new SignInAnswer(token), ApiJson.Options));
        });

    private static async Task<IResult> End(HttpContext http, SignOut signOut)
    {
        var result = await signOut.Run(http.RequestAborted);
        SignInCookie.Clear(http);
        return result.Answer(_ => Results.NoContent());
    }
}

/// <summary>The session cookie: unreadable by scripts, sent to this site only.</summary>
internal static class SignInCookie
{
    public static void Set(HttpContext http, string token) => http.Response.Cookies.Append(SessionMiddleware.Cookie, token, Options(http));

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(SessionMiddleware.Cookie, Options(http));

    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", IsEssential = true };
}
