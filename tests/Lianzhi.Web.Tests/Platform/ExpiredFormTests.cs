using System.Net;
using System.Text;

namespace Lianzhi.Web.Tests.Platform;

/// <summary>A form whose protection ran out gives its input back instead of losing it.</summary>
public class ExpiredFormTests
{
    [Fact]
    public async Task Form_WithoutValidToken_ComesBackWithItsInputButNotThePassword()
    {
        await using var host = await TestHost.Start();
        using var form = new FormUrlEncodedContent([new("_handler", "access.sign-in"), new("Input.userName", "lan-tian"), new("Input.password", "hidden-word")]);

        using var answer = await host.Client().PostAsync(new Uri("/sign-in?returnTo=/office", UriKind.Relative), form, TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("action=\"/sign-in?returnTo=", page, StringComparison.Ordinal);
        Assert.Contains("name=\"Input.userName\" value=\"lan-tian\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"__RequestVerificationToken\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-word", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ThatIsNoForm_IsBadInputNotAFault()
    {
        await using var host = await TestHost.Start();
        using var text = new StringContent("{}", Encoding.UTF8, "application/json");

        using var answer = await host.Client().PostAsync(new Uri("/sign-in", UriKind.Relative), text, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/sign-in", "multipart/form-data; boundary=xx", "--yy\r\nfoo")]
    [InlineData("/sign-in", "multipart/form-data", "foo")]
    [InlineData("/sign-in", "application/x-www-form-urlencoded", "a=%00")]
    [InlineData("/nothing", "multipart/form-data; boundary=xx", "--yy\r\nfoo")]
    [InlineData("/api/v1/public/complaints", "multipart/form-data; boundary=xx", "--yy\r\nfoo")]
    [InlineData("/api/v1/public/complaints", "multipart/form-data", "foo")]
    public async Task Post_FormThatCannotBeRead_IsBadInputNotAFault(string address, string type, string body)
    {
        await using var host = await TestHost.Start();
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add("Idempotency-Key", "form");

        using var answer = await host.Client().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(address.StartsWith("/api", StringComparison.Ordinal) ? "application/problem+json" : "text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Post_FormWithTooManyFields_IsBadInputNotAFault()
    {
        await using var host = await TestHost.Start();
        using var form = new FormUrlEncodedContent(Enumerable.Range(0, 3000).Select(i => KeyValuePair.Create($"a{i}", "1")));

        using var answer = await host.Client().PostAsync(new Uri("/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/areas?q=1", "/areas?q=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    public async Task LargeType_Switch_ComesBackToThisSiteOnly(string back, string expected)
    {
        await using var host = await TestHost.Start();

        using var answer = await host.Client().GetAsync(new Uri($"/large-type?on=true&back={Uri.EscapeDataString(back)}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.Headers.Location?.OriginalString);
        Assert.Contains("lz_type=large", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }
}
