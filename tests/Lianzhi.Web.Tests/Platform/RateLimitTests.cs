using System.Globalization;
using System.Net;

namespace Lianzhi.Web.Tests.Platform;

/// <summary>How much one address may ask.</summary>
public class RateLimitTests
{
    private static readonly object Question = new { kind = "creditCode", value = "91350603MA2XK7T89E" };

    [Fact]
    public async Task Rules_MoreThanAllowed_AreToldWhenToComeBack()
    {
        await using var host = await TestHost.Start(settings: new() { ["RateLimits:RulesPerSecond"] = "2" });
        var client = host.Client();
        HttpResponseMessage? last = null;
        for (var i = 0; i < 100 && last is not { StatusCode: HttpStatusCode.TooManyRequests }; i++) last = await client.PostJson("/api/v1/rules/identifier", Question);
        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        Assert.Equal("application/problem+json", last.Content.Headers.ContentType?.MediaType);
        Assert.InRange(int.Parse(last.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture), 1, 60);
    }

    [Fact]
    public async Task Rules_FiftyAtOnce_AreAllAnswered()
    {
        await using var host = await TestHost.Start(settings: new() { ["RateLimits:RulesPerSecond"] = null });
        var client = host.Client();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.PostJson("/api/v1/rules/identifier", Question)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }
}
