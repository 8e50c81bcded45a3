using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Lianzhi.Web.Tests.Platform;

/// <summary>
/// The part of the S3 protocol that the platform speaks, over HTTP, in memory: objects, ranges, parts, lists, signatures
/// (AWS Signature Version 4), and the ways such a store fails.
/// </summary>
internal sealed class ObjectStoreStub : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, SortedDictionary<int, byte[]>> uploads = new();

    private ObjectStoreStub(WebApplication app) => this.app = app;

    /// <summary>Objects by key.</summary>
    public ConcurrentDictionary<string, (byte[] Bytes, DateTimeOffset At)> Objects { get; } = new();

    /// <summary>What the store answers to writes instead of taking them; 0 to take them.</summary>
    public int FailWrites { get; set; }

    /// <summary>Ranges asked for.</summary>
    public ConcurrentQueue<string> Ranges { get; } = new();

    /// <summary>Multipart uploads that were given up.</summary>
    public int Aborted { get; private set; }

    /// <summary>Requests that were turned away because their signature, or the hash of what they brought, did not fit.</summary>
    public int Unsigned { get; private set; }

    public string Address => app.Urls.First();

    public const string AccessKey = "key";

    public const string SecretKey = "secret";

    /// <summary>How a program is told of this store.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["Storage__Kind"] = "s3",
        ["Storage__Endpoint"] = Address,
        ["Storage__Bucket"] = "evidence",
        ["Storage__AccessKey"] = AccessKey,
        ["Storage__SecretKey"] = SecretKey,
    };

    public static async Task<ObjectStoreStub> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        var stub = new ObjectStoreStub(app);
        app.Run(stub.Answer);
        await app.StartAsync();
        return stub;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        var (method, key) = (http.Request.Method, http.Request.Path.Value!.TrimStart('/'));
        key = key.Contains('/', StringComparison.Ordinal) ? key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..] : "";
        var query = http.Request.Query;
        if (FailWrites > 0 && method is "PUT" or "POST" && FailWrites > 0)
        {
            http.Response.StatusCode = FailWrites;
            await http.Response.WriteAsync(new XElement("Error", new XElement("Code", FailWrites == 507 ? "InsufficientStorage" : "SlowDown"), new XElement("Message", "no")).ToString());
            return;
        }
        var body = method is "PUT" or "POST" ? await Body(http.Request) : [];
        if (!IsSigned(http.Request, body))
        {
            Unsigned++;
            http.Response.StatusCode = 403;
            await Xml(http, new XElement("Error", new XElement("Code", "SignatureDoesNotMatch"), new XElement("Message", "no")));
            return;
        }
        switch (method)
        {
            case "PUT" when query.ContainsKey("partNumber"):
                uploads[query["uploadId"]!][int.Parse(query["partNumber"]!, CultureInfo.InvariantCulture)] = body;
                http.Response.Headers.ETag = "\"part\"";
                return;
            case "PUT":
                Objects[key] = (body, DateTimeOffset.UtcNow);
                http.Response.Headers.ETag = "\"whole\"";
                return;
            case "POST" when query.ContainsKey("uploads"):
                var id = Guid.CreateVersion7().ToString("N");
                uploads[id] = [];
                await Xml(http, new XElement("InitiateMultipartUploadResult", new XElement("Bucket", "b"), new XElement("Key", key), new XElement("UploadId", id)));
                return;
            case "POST":
                Objects[key] = ([.. uploads[query["uploadId"]!].SelectMany(part => part.Value)], DateTimeOffset.UtcNow);
                await Xml(http, new XElement("CompleteMultipartUploadResult", new XElement("Key", key), new XElement("ETag", "whole")));
                return;
            case "DELETE" when query.ContainsKey("uploadId"):
                Aborted++;
                uploads.TryRemove(query["uploadId"]!, out _);
                http.Response.StatusCode = 204;
                return;
            case "DELETE":
                Objects.TryRemove(key, out _);
                http.Response.StatusCode = 204;
                return;
            case "GET" when query.ContainsKey("list-type"):
                await Xml(http, new XElement("ListBucketResult", new XElement("IsTruncated", "false"),
                    Objects.Select(one => new XElement("Contents", new XElement("Key", one.Key), new XElement("LastModified", one.Value.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)), new XElement("Size", one.Value.Bytes.Length)))));
                return;
        }
        if (!Objects.TryGetValue(key, out var found))
        {
            http.Response.StatusCode = 404;
            if (method == "GET") await Xml(http, new XElement("Error", new XElement("Code", "NoSuchKey"), new XElement("Message", "none")));
            return;
        }
        http.Response.Headers.ETag = "\"whole\"";
        var (from, until) = (0, found.Bytes.Length - 1);
        if (http.Request.Headers.Range.ToString() is { Length: > 0 } range)
        {
            Ranges.Enqueue(range);
            var parts = range["bytes=".Length..].Split('-');
            (from, until) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
            http.Response.StatusCode = 206;
        }
        http.Response.ContentLength = until - from + 1;
        if (method == "GET") await http.Response.Body.WriteAsync(found.Bytes.AsMemory(from, until - from + 1));
    }

    /// <summary>True when the request carries the signature that its method, path, question, headers and body ask for.</summary>
    private static bool IsSigned(HttpRequest request, byte[] body)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith("AWS4-HMAC-SHA256 ", StringComparison.Ordinal)) return false;
        var said = header["AWS4-HMAC-SHA256 ".Length..].Split(',', StringSplitOptions.TrimEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var scope = said["Credential"].Split('/');
        var (payload, at) = (request.Headers["x-amz-content-sha256"].ToString(), request.Headers["x-amz-date"].ToString());
        if (scope[0] != AccessKey || (payload != "UNSIGNED-PAYLOAD" && payload != Convert.ToHexStringLower(SHA256.HashData(body)))) return false;
        var question = string.Join('&', request.Query.SelectMany(pair => pair.Value.DefaultIfEmpty("").Select(value => (Name: Uri.EscapeDataString(pair.Key), Value: Uri.EscapeDataString(value ?? ""))))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal).Select(pair => $"{pair.Name}={pair.Value}"));
        var headers = string.Concat(said["SignedHeaders"].Split(';').Select(name => $"{name}:{request.Headers[name].ToString().Trim()}\n"));
        var canonical = $"{request.Method}\n{request.Path.ToUriComponent()}\n{question}\n{headers}\n{said["SignedHeaders"]}\n{payload}";
        var toSign = $"AWS4-HMAC-SHA256\n{at}\n{string.Join('/', scope[1..])}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = scope[1..].Aggregate(Encoding.UTF8.GetBytes($"AWS4{SecretKey}"), (secret, part) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(part)));
        return said["Signature"] == Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }

    private static async Task<byte[]> Body(HttpRequest request)
    {
        using var copy = new MemoryStream();
        await request.Body.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static Task Xml(HttpContext http, XElement element)
    {
        http.Response.ContentType = "application/xml";
        return http.Response.WriteAsync(element.ToString(), Encoding.UTF8);
    }
}
