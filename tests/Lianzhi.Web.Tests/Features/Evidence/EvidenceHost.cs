using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Lianzhi.Web.Tests.Features.Cases;

namespace Lianzhi.Web.Tests.Features.Evidence;

/// <summary>Speaks tus as a client does.</summary>
internal static class EvidenceHost
{
    /// <summary>A film of some length; its first bytes say what it is.</summary>
    public static byte[] Film(int length, int seed = 1)
    {
        var bytes = new byte[Math.Max(length, 16)];
        new Random(seed).NextBytes(bytes);
        Convert.FromHexString("000000186674797069736F6D").CopyTo(bytes, 0);
        return bytes;
    }

    /// <summary>A photo with Exif that names a device.</summary>
    public static byte[] Photo() =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0,
        0xFF, 0xE1, 0x00, 0x18, .. "Exif\0\0"u8, .. "SecretCamera1234"u8,
        0xFF, 0xDA, 0x00, 0x08, 1, 1, 0, 0, 0x3F, 0, 0x12, 0x34, 0x56, 0xFF, 0xD9,
    ];

    public static HttpRequestMessage Tus(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    public static string Metadata(params (string Name, string Value)[] pairs) => string.Join(',', pairs.Select(pair => $"{pair.Name} {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Value))}"));

    /// <summary>Begins an upload; answers its address.</summary>
    public static async Task<string> Begin(this HttpClient client, string caseId, long length, params (string Name, string Value)[] more)
    {
        var answer = await client.SendAsync(Tus(HttpMethod.Post, "/api/v1/evidence/uploads", ("Upload-Length", length.ToString(CultureInfo.InvariantCulture)), ("Upload-Metadata", Metadata([("filename", "现场.mp4"), ("case", caseId), .. more]))));
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    public static Task<HttpResponseMessage> Patch(this HttpClient client, string address, long offset, HttpContent content, params (string Name, string Value)[] headers) => client.Patch(address, offset, content, CancellationToken.None, headers);

    /// <summary>A piece whose sender goes away when the token says so.</summary>
    public static Task<HttpResponseMessage> Patch(this HttpClient client, string address, long offset, HttpContent content, CancellationToken gone, params (string Name, string Value)[] headers)
    {
        var request = Tus(HttpMethod.Patch, address, [("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)), .. headers]);
        request.Content = content;
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        return client.SendAsync(request, gone);
    }

    public static Task<HttpResponseMessage> Patch(this HttpClient client, string address, long offset, byte[] piece, params (string Name, string Value)[] headers) =>
        client.Patch(address, offset, new ByteArrayContent(piece), headers);

    public static async Task<long> Offset(this HttpClient client, string address)
    {
        var answer = await client.SendAsync(Tus(HttpMethod.Head, address));
        return answer.IsSuccessStatusCode ? long.Parse(answer.Headers.GetValues("Upload-Offset").Single(), CultureInfo.InvariantCulture) : -(int)answer.StatusCode;
    }

    /// <summary>Uploads a whole file; answers its id.</summary>
    public static async Task<string> Upload(this HttpClient client, string caseId, byte[] file)
    {
        var address = await client.Begin(caseId, file.Length);
        var answer = await client.Patch(address, 0, file);
        Assert.True(answer.StatusCode == HttpStatusCode.NoContent, await answer.Content.ReadAsStringAsync());
        return address[(address.LastIndexOf('/') + 1)..];
    }

    public static Dictionary<string, object?> Evidence(this CaseHost cases, string caseId, params string[] uploads) => new()
    {
        ["case"] = caseId,
        ["uploads"] = uploads,
        ["at"] = "2026-03-04T09:10:00+08:00",
        ["until"] = null,
        ["kind"] = "audioVisual",
        ["title"] = "渣土堆放现场",
        ["source"] = "onSite",
        ["provider"] = null,
        ["place"] = "湘桥路北段工地",
        ["act"] = null,
        ["proves"] = "渣土没有遮盖",
        ["sensitive"] = false,
        ["keptAt"] = null,
        ["deviceReview"] = null,
        ["lateReason"] = null,
        ["officers"] = cases.Pair,
    };

    public static async Task<JsonElement> Keep(this HttpClient client, Dictionary<string, object?> evidence)
    {
        var answer = await client.PostJson("/api/v1/evidence", evidence);
        var body = await answer.Json();
        Assert.True(answer.StatusCode == HttpStatusCode.Created, body.ToString());
        return body;
    }
}

/// <summary>Content whose sender breaks off after some bytes.</summary>
internal sealed class TornContent(byte[] bytes, CancellationToken gone) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(bytes);
        await stream.FlushAsync();
        await Task.Delay(Timeout.Infinite, gone);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
