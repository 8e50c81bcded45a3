using System.Net;
using System.Text.RegularExpressions;

namespace Lianzhi.Web.Tests.Features;

/// <summary>Sends page forms as a browser does: fetches the page, takes its hidden fields, posts.</summary>
internal static partial class Forms
{
    /// <summary>Sends the form of a name on the page of an address with values under the form's prefix.</summary>
    public static async Task<(HttpResponseMessage Response, string Body)> Send(
        this HttpClient client, string address, string form, Dictionary<string, string> values, (string Field, string Name, byte[] Content)? file = null)
    {
        var page = await client.GetAsync(address);
        var body = await page.Content.ReadAsStringAsync();
        Assert.True(page.StatusCode == HttpStatusCode.OK, $"{address}: {(int)page.StatusCode}");
        return await client.Send(address, body, page, form, values, file);
    }

    /// <summary>Sends a form of a page that was fetched or answered already.</summary>
    public static async Task<(HttpResponseMessage Response, string Body)> Send(
        this HttpClient client, string address, string body, HttpResponseMessage page, string form, Dictionary<string, string> values,
        (string Field, string Name, byte[] Content)? file = null)
    {
        var fields = FormPattern().Matches(body).Select(match => match.Value).Single(text => text.Contains($"value=\"{form}\"", StringComparison.Ordinal));
        var all = HiddenPattern().Matches(fields).ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value), StringComparer.Ordinal);
        foreach (var (name, value) in values) all[$"Input.{name}"] = value;
        var request = new HttpRequestMessage(HttpMethod.Post, address);
        if (file is { } upload)
        {
            var content = new MultipartFormDataContent();
            foreach (var (name, value) in all) content.Add(new StringContent(value), name);
            content.Add(new ByteArrayContent(upload.Content), $"Input.{upload.Field}", upload.Name);
            request.Content = content;
        }
        else
        {
            request.Content = new FormUrlEncodedContent(all);
        }
        var cookies = page.Headers.TryGetValues("Set-Cookie", out var set) ? set : page.RequestMessage!.Headers.TryGetValues("Cookie", out var sent) ? sent : [];
        request.Headers.Add("Cookie", cookies.Select(cookie => cookie.Split(';')[0]));
        var response = await client.SendAsync(request);
        return (response, await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("<form method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormPattern();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenPattern();
}
