using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Lianzhi.Bench;

/// <summary>The rows <c>evidence</c>: 100 MB of film into a case by tus, against hashing alone, and the memory uploads take (证据上传).</summary>
internal static class UploadRow
{
    private const int Bytes = 100_000_000;
    private const int Piece = 8 * 1024 * 1024;
    private const int AtOnce = 4;
    private const double MegabytesAllowed = 32;

    /// <summary>Measures one upload at a time, then several at once.</summary>
    public static async Task<IReadOnlyList<Row>> Measure(Options options, HttpClient client, Server platform)
    {
        var page = await client.GetFromJsonAsync<JsonElement>("/api/v1/cases?stage=investigating&limit=1");
        var caseId = page.GetProperty("items")[0].GetProperty("id").GetString()!;
        var rate = await Row.Rates("evidence", "SM3 alone", 0.5, options.Rounds, () => Task.FromResult(DigestRow.Platform(options.Seconds)), async () =>
        {
            var (watch, uploads) = (Stopwatch.StartNew(), 0);
            for (; watch.Elapsed.TotalSeconds < options.Seconds; uploads++) await Upload(client, caseId, uploads);
            return new Rate(uploads * (Bytes / 1e6) / watch.Elapsed.TotalSeconds, 0, 0);
        }, "MB");

        var taken = new List<double>();
        for (var round = 0; round < options.Rounds; round++)
        {
            var (before, peak) = (platform.Memory, 0L);
            var uploads = Task.WhenAll(Enumerable.Range(0, AtOnce).Select(index => Upload(client, caseId, index)));
            while (!uploads.IsCompleted)
            {
                peak = Math.Max(peak, platform.Memory);
                await Task.WhenAny(uploads, Task.Delay(20));
            }
            await uploads;
            taken.Add(Math.Max(0, peak - before) / 1e6 / AtOnce);
        }
        var middle = taken.Order().ElementAt(taken.Count / 2);
        return [rate, new Row("evidence memory", "", middle, taken.Min(), taken.Max(), $"≤ {MegabytesAllowed} MB an upload", middle <= MegabytesAllowed, $"{middle:0} MB more for each of {AtOnce} uploads at once", "", 0)];
    }

    /// <summary>Uploads a film in pieces, whole and hashed at the end, and takes it away again.</summary>
    private static async Task Upload(HttpClient client, string caseId, int number)
    {
        var film = new byte[Bytes];
        // What begins like this is taken for an MP4 film.
        "\0\0\0\u0018ftypisom"u8.CopyTo(film);
        BitConverter.TryWriteBytes(film.AsSpan(32), Stopwatch.GetTimestamp() + number);
        using var begin = new HttpRequestMessage(HttpMethod.Post, "/api/v1/evidence/uploads");
        begin.Headers.Add("Upload-Length", Bytes.ToString(CultureInfo.InvariantCulture));
        begin.Headers.Add("Upload-Metadata", $"case {Base64(caseId)},filename {Base64("执法记录.mp4")}");
        using var begun = await Send(client, begin, HttpStatusCode.Created);
        var at = begun.Headers.Location!;
        for (var from = 0; from < Bytes; from += Piece)
        {
            using var next = new HttpRequestMessage(HttpMethod.Patch, at) { Content = new ByteArrayContent(film, from, Math.Min(Piece, Bytes - from)) };
            next.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
            next.Headers.Add("Upload-Offset", from.ToString(CultureInfo.InvariantCulture));
            (await Send(client, next, HttpStatusCode.NoContent)).Dispose();
        }
        using var end = new HttpRequestMessage(HttpMethod.Delete, at);
        (await Send(client, end, HttpStatusCode.NoContent)).Dispose();
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, HttpRequestMessage request, HttpStatusCode wanted)
    {
        request.Headers.Add("Tus-Resumable", "1.0.0");
        var answer = await client.SendAsync(request);
        return answer.StatusCode == wanted ? answer : throw new InvalidOperationException($"{request.Method} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
