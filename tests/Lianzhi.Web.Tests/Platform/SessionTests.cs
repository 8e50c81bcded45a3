using System.Net;
using System.Net.Http.Headers;
using Lianzhi.Core.Access;
using Lianzhi.Web.Features.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Platform;

public class SessionTests
{
    private static async Task AddAccount(TestHost host, string userName, string password) =>
        Assert.True((await host.Within(services =>
        {
            var directory = services.GetRequiredService<AccountDirectory>();
            return directory.Add(new NewAccount(userName, "林晓岚", null, "蓝田街道", [new Assignment(Role.Administrator, null, null)]),
                directory.Hash(password), new DateOnly(2026, 1, 1), CancellationToken.None);
        })).IsOk);

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task SignIn_RightPassword_GivesTokenThatWorksUntilRevoked(Database database)
    {
        await using var host = await TestHost.Start(database);
        await AddAccount(host, "lin", "correct-horse");
        var client = host.Client();
        var answer = await (await client.PostJson("/api/v1/session", new { userName = "lin", password = "correct-horse" })).Json();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", answer.GetProperty("token").GetString());

        var session = await (await client.GetAsync("/api/v1/session")).Json();
        Assert.Equal("林晓岚", session.GetProperty("name").GetString());

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync("/api/v1/session")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/session")).StatusCode);
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LocksForFifteenMinutes()
    {
        await using var host = await TestHost.Start();
        await AddAccount(host, "lin", "correct-horse");
        var client = host.Client();
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostJson("/api/v1/session", new { userName = "lin", password = "wrong" })).StatusCode);
        var locked = await (await client.PostJson("/api/v1/session", new { userName = "lin", password = "correct-horse" })).Json();
        Assert.Equal("account-locked", locked.GetProperty("refusals")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(11 * 60 + 50, 20, true)]
    [InlineData(31, 31, false)]
    [InlineData(12 * 60 + 1, 20, false)]
    public async Task Session_AfterMinutes_LivesTwelveHoursAndThirtyIdleMinutes(int minutes, int pause, bool alive)
    {
        await using var host = await TestHost.Start();
        var client = await host.SignedIn();
        for (var passed = 0; passed + pause <= minutes; passed += pause)
        {
            host.Time.Advance(TimeSpan.FromMinutes(pause));
            await client.GetAsync("/api/v1/session");
        }
        host.Time.Advance(TimeSpan.FromMinutes(minutes % pause));
        Assert.Equal(alive ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/session")).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", HttpStatusCode.NoContent)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    public async Task UnsafeRequest_WithCookie_NeedsOwnOrigin(string? origin, HttpStatusCode expected)
    {
        await using var host = await TestHost.Start();
        await AddAccount(host, "lin", "correct-horse");
        var client = host.Client();
        var signedIn = await client.PostJson("/api/v1/session", new { userName = "lin", password = "correct-horse" });
        var request = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/session");
        request.Headers.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        if (origin is not null) request.Headers.Add("Origin", origin);
        Assert.Equal(expected, (await client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("{}", 400)]
    [InlineData("null", 400)]
    [InlineData("{\"userName\":\"x\",\"password\":1}", 400)]
    [InlineData("{\"userName\":\"nobody\",\"password\":\"x\"}", 401)]
    public async Task SignIn_BadInput_NeverFails(string body, int status)
    {
        await using var host = await TestHost.Start();
        var response = await host.Client().PostAsync("/api/v1/session", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }
}
