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
