using System.Net;
using Lianzhi.Core.Access;
using Lianzhi.Web.Features.Access;

namespace Lianzhi.Web.Tests.Platform;

/// <summary>Pages that are the same for everybody are kept for some seconds, never beyond a change, a day or a person.</summary>
public class PublicPageTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/decisions")]
    [InlineData("/areas")]
    [InlineData("/powers")]
    [InlineData("/roster")]
    [InlineData("/plans")]
    [InlineData("/hearings")]
    public async Task PublicPage_AskedAgain_IsTheOneKept(string path)
    {
        await using var host = await Start();
        var client = host.Client();
        var (first, wasKept) = await Ask(client, path);
        Assert.False(wasKept);
        var (second, isKept) = await Ask(client, path);
        Assert.True(isKept);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task PublicPage_AskedWithHeadersOfSafety_KeepsThem()
    {
        await using var host = await Start();
        var client = host.Client();
        using var first = await client.GetAsync("/");
        using var second = await client.GetAsync("/");
        Assert.NotNull(second.Headers.Age);
        foreach (var name in new[] { "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy" })
            Assert.Equal(first.Headers.GetValues(name), second.Headers.GetValues(name));
    }

    [Fact]
    public async Task PublicPage_AfterAChange_IsMadeAnew()
    {
        await using var host = await Start();
        var client = host.Client();
        await Ask(client, "/decisions");
        await host.SignedIn(new Assignment(Role.Officer, "350603003", null));
        Assert.False((await Ask(client, "/decisions")).IsKept);
    }

    [Fact]
    public async Task PublicPage_OfAnotherDayQueryOrSizeOfType_IsItsOwn()
    {
        await using var host = await Start();
        var client = host.Client();
        await Ask(client, "/decisions");
        Assert.False((await Ask(client, "/decisions?q=油烟")).IsKept);
        Assert.False((await Ask(client, "/decisions", "lz_type=large")).IsKept);
        Assert.True((await Ask(client, "/decisions")).IsKept);
        host.Time.Advance(TimeSpan.FromDays(1));
        Assert.False((await Ask(client, "/decisions")).IsKept);
    }

    [Fact]
    public async Task PublicPage_OfSomebodySignedIn_IsNeitherKeptNorShownFromWhatIsKept()
    {
        await using var host = await Start();
        var client = host.Client();
        await Ask(client, "/");
        for (var time = 0; time < 2; time++) Assert.False((await Ask(client, "/", $"{SessionMiddleware.Cookie}=none")).IsKept);
    }

    [Fact]
    public async Task PublicPage_ThatIsNotThere_IsNotKept()
    {
        await using var host = await Start();
        var client = host.Client();
        for (var time = 0; time < 2; time++)
        {
            using var answer = await client.GetAsync("/decisions/none");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Null(answer.Headers.Age);
        }
    }

    [Theory]
    [InlineData("/progress")]
    [InlineData("/complaint")]
    [InlineData("/verify")]
    [InlineData("/sign-in")]
    public async Task PageWithAForm_AskedAgain_IsMadeAnew(string path)
    {
        await using var host = await Start();
        var client = host.Client();
        for (var time = 0; time < 2; time++) Assert.False((await Ask(client, path)).IsKept);
    }

    private static Task<TestHost> Start() => TestHost.Start(settings: new() { ["PublicPages:KeptSeconds"] = "60" });

    private static async Task<(string Page, bool IsKept)> Ask(HttpClient client, string path, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync(), answer.Headers.Age is not null);
    }
}
