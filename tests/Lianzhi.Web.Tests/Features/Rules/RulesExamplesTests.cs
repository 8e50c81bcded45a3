using System.Net;
using System.Text.Json;

namespace Lianzhi.Web.Tests.Features.Rules;

/// <summary>The worked examples that other systems may rely on, over HTTP.</summary>
public sealed class RulesExamplesTests(RulesHost host) : IClassFixture<RulesHost>
{
    public static TheoryData<string> Examples() => new(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Features/Rules/rules-examples.jsonl")));

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Rule_WorkedExample_GivesTheExpectedAnswer(string line)
    {
        var example = JsonDocument.Parse(line).RootElement;
        var (status, body) = await host.Post(example.GetProperty("endpoint").GetString()!, example.GetProperty("request").GetRawText());
        var expected = example.GetProperty("expect");
        Assert.Equal(expected.TryGetProperty("$status", out var wanted) ? wanted.GetInt32() : 200, status);
        if (status != 200) return;
        AssertHolds(expected, body, example.GetProperty("why").GetString()!);
        Assert.NotEmpty(body.GetProperty("reasons").EnumerateArray());
        Assert.All(body.GetProperty("reasons").EnumerateArray(), reason => Assert.False(string.IsNullOrEmpty(reason.GetProperty("text").GetString())));
    }

    [Theory]
    [InlineData("period", """{"start":"2025-03-03","count":1,"unit":"day"}""", "due counted rolledFrom reasons")]
    [InlineData("clocks", """{"asOf":"2025-03-03","procedure":"ordinary","events":[]}""", "clocks reasons")]
    [InlineData("procedure", """{"party":{"kind":"citizen"},"actOn":"2025-03-03","penalties":[{"kind":"warning"}],"department":"城管","majorPublicInterest":false,"complexFacts":false,"heard":false,"multipleLegalRelations":false}""", "simpleAllowed hearingRight legalReview collectiveDiscussion penaltyBarred lighten publishable thresholdVerified reasons")]
    [InlineData("surcharge", """{"fineYuan":1,"due":"2025-03-03","asOf":"2025-03-03"}""", "surchargeYuan days cappedOn reasons")]
    [InlineData("limitation", """{"actEndedOn":"2025-03-03","discoveredOn":"2025-03-03","harmToLifeHealthOrFinance":true}""", "expired limit years reasons")]
    [InlineData("identifier", """{"kind":"creditCode","value":""}""", "valid why reasons")]
    [InlineData("competence", """{"item":"CG-014","township":"350603003","filedOn":"2026-03-02","crossesTownships":false,"majorOrComplex":false}""", "kind subject guidedBy reportTo reportToAlso reasons")]
    public async Task Rule_MembersLeftOut_TakeTheirDefaultsAndEveryMemberIsAnswered(string rule, string json, string members)
    {
        var (status, body) = await host.Post(rule, json);
        Assert.Equal(200, status);
        Assert.Equal(members, string.Join(' ', body.EnumerateObject().Select(member => member.Name)));
    }

    [Fact]
    public async Task Clocks_EachClock_ExplainsItselfAndNamesItsOwner()
    {
        var (_, body) = await host.Post("clocks", """{"asOf":"2026-01-05","procedure":"ordinary","performance":"other","events":[{"type":"decisionServed","on":"2025-12-01"},{"type":"testStarted","on":"2025-12-01","until":"2025-12-03"}]}""");
        Assert.Equal(["reconsideration", "suit"], body.GetProperty("clocks").EnumerateArray().Select(clock => clock.GetProperty("id").GetString()));
        foreach (var clock in body.GetProperty("clocks").EnumerateArray())
        {
            Assert.Equal("id label start due state metOn daysLeft basis whose reasons", string.Join(' ', clock.EnumerateObject().Select(member => member.Name)));
            Assert.Equal("party", clock.GetProperty("whose").GetString());
            Assert.NotEmpty(clock.GetProperty("reasons").EnumerateArray());
        }
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Rule_OtherMethod_IsNotAllowed(string method)
    {
        using var response = await host.Client.SendAsync(new(new(method), "/api/v1/rules/period"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(405, (await response.Json()).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Rule_Unknown_IsNotFound()
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
        {
            using var response = await host.Client.SendAsync(new(method, "/api/v1/rules/astrology"));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Equal(404, (await response.Json()).GetProperty("status").GetInt32());
        }
    }

    [Theory]
    [InlineData("/api/unknown")]
    [InlineData("/api/v2/rules/period")]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/unknown/deep/path")]
    public async Task Api_UnknownPath_IsNotFound(string path)
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post, HttpMethod.Delete])
        {
            using var response = await host.Client.SendAsync(new(method, path));
            Assert.Equal((path, method, HttpStatusCode.NotFound, "application/problem+json"), (path, method, response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task Api_BrowserAndItsScripts_AreServed()
    {
        var page = await host.Client.GetStringAsync("/api/");
        var scripts = System.Text.RegularExpressions.Regex.Matches(page, "src=\"([^\"]+\\.js)").Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(scripts);
        foreach (var script in scripts) Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(new Uri(new("http://localhost/api/"), script))).StatusCode);
    }

    [Fact]
    public async Task Rules_TooManyFromOneAddress_AreToldToWait()
    {
        await using var strict = await TestHost.Start(services: null, settings: new() { ["RateLimits:RulesPerSecond"] = "50" });
        var client = strict.Client();
        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ =>
            client.PostAsync("/api/v1/rules/identifier", new StringContent("""{"kind":"creditCode","value":"1"}""", System.Text.Encoding.UTF8, "application/json"))));
        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.InRange(answers.Length - refused.Count, 50, 299);
        Assert.All(refused, answer => Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero));
        Assert.Equal(429, (await refused[0].Json()).GetProperty("status").GetInt32());
    }

    /// <summary>Every member that is expected stands in the answer; <c>$codeNot</c> and <c>$nameWithout</c> say what must not.</summary>
    private static void AssertHolds(JsonElement expected, JsonElement actual, string why)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in expected.EnumerateObject())
                {
                    if (member.Name == "$codeNot") Assert.DoesNotContain(actual.GetProperty("code").GetString(), member.Value.EnumerateArray().Select(code => code.GetString()));
                    else if (member.Name == "$nameWithout") Assert.DoesNotContain(member.Value.GetString()!, actual.GetProperty("name").GetString(), StringComparison.Ordinal);
                    else AssertHolds(member.Value, actual.GetProperty(member.Name), $"{why}: {member.Name}");
                }
                break;
            case JsonValueKind.Array:
                Assert.True(expected.GetArrayLength() == actual.GetArrayLength(), $"{why}: {actual}");
                foreach (var (one, other) in expected.EnumerateArray().Zip(actual.EnumerateArray())) AssertHolds(one, other, why);
                break;
            case JsonValueKind.Number:
                Assert.True(expected.GetDecimal() == actual.GetDecimal(), $"{why}: {actual}");
                break;
            default:
                Assert.True(expected.GetRawText() == actual.GetRawText(), $"{why}: {actual}");
                break;
        }
    }
}
