using System.Runtime.InteropServices;
using System.Text.Json;

namespace Lianzhi.Bench;

/// <summary>Shows the rows to people as a Markdown table and to programs as JSON.</summary>
internal static class Table
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Print(IReadOnlyList<Row> rows, Options options)
    {
        var load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[1] : "?";
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, {options.Cases} cases, load of the machine in the last five minutes {load}");
        Console.WriteLine();
        Console.WriteLine("| row | against | ratio | spread | goal | met | platform | probe | discarded |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var row in rows)
            Console.WriteLine($"| {row.Name} | {(row.Against.Length > 0 ? row.Against : "–")} | {row.Ratio:0.00} | {row.Lowest:0.00}–{row.Highest:0.00} | {row.Goal} | {(row.Met ? "yes" : "no")} | {row.Platform} | {(row.Probe.Length > 0 ? row.Probe : "–")} | {row.Discarded} |");
        Directory.CreateDirectory(options.Output);
        var file = Path.Combine(options.Output, $"{DateTime.UtcNow:yyyy-MM-ddTHHmmss}.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new { takenAt = DateTime.UtcNow, cores = Environment.ProcessorCount, runtime = RuntimeInformation.FrameworkDescription, options.Cases, options.Seconds, options.Rounds, loadOfFiveMinutes = load, rows }, Indented));
        Console.WriteLine();
        Console.WriteLine($"Written to {file}.");
    }
}
