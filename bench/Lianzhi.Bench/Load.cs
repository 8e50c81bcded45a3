using System.Diagnostics;
using System.Text.Json;

namespace Lianzhi.Bench;

/// <summary>What a load of requests gave.</summary>
/// <param name="PerSecond">Requests answered a second.</param>
/// <param name="P50">Half of the answers came within so many milliseconds.</param>
/// <param name="P95">95 of 100 answers came within so many milliseconds.</param>
internal sealed record Rate(double PerSecond, double P50, double P95);

/// <summary>Sends requests with wrk, two threads and 32 connections where nothing else is said, as the figures of reference were taken.</summary>
internal static class Load
{
    /// <summary>Asks for the paths in turn.</summary>
    /// <exception cref="InvalidOperationException">An answer was not 2xx, or a connection broke: the run is worth nothing.</exception>
    public static async Task<Rate> Run(string address, IReadOnlyList<string> paths, IReadOnlyDictionary<string, string> headers, int seconds, string? body = null, int connections = 32)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, Script(paths, headers, body));
            var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
            foreach (var argument in new[] { connections < 2 ? "-t1" : "-t2", $"-c{connections}", $"-d{seconds}s", "--timeout", "20s", "-s", script, address }) start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            var line = said.Split('\n').LastOrDefault(text => text.StartsWith('{')) ?? throw new InvalidOperationException($"wrk said nothing of use: {said}");
            var result = JsonDocument.Parse(line).RootElement;
            if (result.GetProperty("failed").GetInt64() > 0) throw new InvalidOperationException($"{result.GetProperty("failed").GetInt64()} answers of {address}{paths[0]} were not 2xx or broke off.");
            return new Rate(result.GetProperty("perSecond").GetDouble(), result.GetProperty("p50").GetDouble(), result.GetProperty("p95").GetDouble());
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static string Script(IReadOnlyList<string> paths, IReadOnlyDictionary<string, string> headers, string? body) =>
        $$"""
        local paths = { {{string.Join(", ", paths.Select(Quote))}} }
        {{string.Concat(headers.Select(header => $"wrk.headers[{Quote(header.Key)}] = {Quote(header.Value)}\n"))}}
        {{(body is null ? "" : $"wrk.method = \"POST\"; wrk.body = {Quote(body)}")}}
        local i = 0
        request = function()
          i = i % #paths + 1
          return wrk.format(nil, paths[i])
        end
        response = function(status) if status < 200 or status > 299 then failures = (failures or 0) + 1 end end
        local threads = {}
        setup = function(thread) table.insert(threads, thread) end
        done = function(summary, latency)
          local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
          for _, thread in ipairs(threads) do failed = failed + (thread:get("failures") or 0) end
          print(string.format('{"perSecond":%.1f,"p50":%.2f,"p95":%.2f,"failed":%d}',
            summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(95) / 1000, failed))
        end
        """;

    private static string Quote(string text) => JsonSerializer.Serialize(text, Relaxed);

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
