using System.Net;
using System.Text;
using Lianzhi.Core.Access;
using Lianzhi.Web.Platform.Work;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Architecture;

/// <summary>Nobody gets in who should not be: the whole table of roles and use cases, and every route against it.</summary>
public class AccessMatrixTests
{
    [Fact]
    public void Table_EveryRole_IsPinned()
    {
        var roles = Enum.GetValues<Role>();
        var text = new StringBuilder();
        foreach (var useCase in AccessTable.All.Values.OrderBy(useCase => useCase.Name, StringComparer.Ordinal))
        {
            text.Append(useCase.Name).Append(" (").Append(useCase.Title).Append("): ");
            text.AppendLine(useCase.Audience != Audience.Granted
                ? useCase.Audience.ToString()
                : string.Join(", ", roles.Select(role => (role, reach: useCase.Grants.Where(grant => grant.Role == role).Select(grant => grant.Reach).ToList()))
                    .Where(pair => pair.reach.Count > 0).Select(pair => $"{pair.role}={string.Join('+', pair.reach)}")));
        }
        Snapshot.Match("access-matrix.txt", text.ToString());
    }

    [Fact]
    public async Task Routes_Every_DeclareOneKnownUseCase()
    {
        await using var host = await TestHost.Start();
        var missing = Endpoints(host)
            .Where(endpoint => endpoint.Metadata.GetMetadata<UsesAttribute>() is not { } uses || !AccessTable.All.ContainsKey(uses.UseCase))
            .Select(endpoint => $"{endpoint.RoutePattern.RawText} {endpoint.DisplayName}");
        Assert.Empty(missing);
    }

    [Fact]
    public void Forms_Every_AreNamedAfterAKnownUseCase()
    {
        var source = Path.Combine(Root(), "src", "Lianzhi.Web");
        var unknown = from file in Directory.EnumerateFiles(source, "*.razor", SearchOption.AllDirectories)
                      from System.Text.RegularExpressions.Match match in System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), "@formname=\"([^\"@]+)\"|UseCase=\"([a-z][^\"@]*)\"")
                      let name = (match.Groups[1].Value + match.Groups[2].Value).Split(':')[0]
                      where !AccessTable.All.ContainsKey(name)
                      select $"{Path.GetFileName(file)}: {name}";
        Assert.Empty(unknown);
    }

    [Fact]
    public async Task Routes_RoleWithoutTheRight_IsTurnedAway()
    {
        await using var host = await TestHost.Start();
        var faults = new List<string>();
        var anonymous = host.Client();
        var clients = new Dictionary<Role, HttpClient>();
        foreach (var role in Enum.GetValues<Role>()) clients[role] = await host.SignedIn(new Assignment(role, "350603003", "A1"));
        foreach (var endpoint in Endpoints(host))
        {
            var useCase = AccessTable.All[endpoint.Metadata.GetMetadata<UsesAttribute>()!.UseCase];
            var path = Filled(endpoint.RoutePattern);
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
            var api = path.StartsWith("/api/", StringComparison.Ordinal) || path.StartsWith("api/", StringComparison.Ordinal);
            if (useCase.Audience == Audience.Everyone) continue;
            var media = endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata>() is { } accepts && !accepts.ContentTypes.Contains("application/json") ? accepts.ContentTypes[0] : "application/json";
            var open = await Send(anonymous, method, path, media);
            if (api ? open.StatusCode != HttpStatusCode.Unauthorized : open.StatusCode != HttpStatusCode.Redirect) faults.Add($"{method} {path} nobody: {(int)open.StatusCode}");
            foreach (var (role, client) in clients)
            {
                var allowed = useCase.Audience == Audience.SignedIn || useCase.Grants.Any(grant => grant.Role == role);
                var status = (int)(await Send(client, method, path, media)).StatusCode;
                if (!allowed && status != 403) faults.Add($"{method} {path} {role}: {status}, not 403");
                if (allowed && status is 401 or >= 500) faults.Add($"{method} {path} {role}: {status}");
            }
        }
        Assert.Empty(faults);
    }

    /// <summary>The address with a value for each parameter that its constraint takes, so that the route is reached at all.</summary>
    private static string Filled(RoutePattern pattern) => System.Text.RegularExpressions.Regex.Replace(pattern.RawText!, "{[^}]+?(:int)?}", match => match.Groups[1].Success ? "0" : "none");

    private static Task<HttpResponseMessage> Send(HttpClient client, string method, string path, string media)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is not "GET") request.Content = media == "multipart/form-data" ? new MultipartFormDataContent { { new StringContent("x"), "x" } } : new StringContent("{}", Encoding.UTF8, media);
        return client.SendAsync(request);
    }

    private static IEnumerable<RouteEndpoint> Endpoints(TestHost host) => host.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null
            || (endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("api/v1", StringComparison.Ordinal) ?? false))
        .Where(endpoint => endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("errors", StringComparison.Ordinal) != true);

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
