using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Lianzhi.Web.Tests.Features.Rules;

/// <summary>One running platform for all tests of the rules.</summary>
public sealed class RulesHost : IAsyncLifetime
{
    private TestHost? host;

    /// <summary>A client nobody has signed in with.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        host = await TestHost.Start();
        Client = host.Client();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
    }

    /// <summary>Sends text to a rule.</summary>
    public Task<(int Status, JsonElement Body)> Post(string rule, string json, string? contentType = "application/json") => Post(rule, Encoding.UTF8.GetBytes(json), contentType);

    /// <summary>Sends bytes to a rule.</summary>
    public async Task<(int Status, JsonElement Body)> Post(string rule, byte[] bytes, string? contentType = "application/json")
    {
        var content = new ByteArrayContent(bytes);
        if (contentType is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var response = await Client.PostAsync($"/api/v1/rules/{rule}", content);
        var type = response.Content.Headers.ContentType?.MediaType;
        Assert.Equal(response.IsSuccessStatusCode ? "application/json" : "application/problem+json", type);
        return ((int)response.StatusCode, await response.Json());
    }
}
