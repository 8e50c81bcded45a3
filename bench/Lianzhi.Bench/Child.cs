using System.Diagnostics;

namespace Lianzhi.Bench;

/// <summary>A verb of the program, run once from start to end.</summary>
internal static class Child
{
    /// <summary>Runs it, and fails with what it says when it does not end well.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">The verb and its arguments.</param>
    /// <param name="environment">Settings besides those of the bench.</param>
    /// <returns>Seconds it took, and the most memory it held, in bytes.</returns>
    public static async Task<(double Seconds, long Peak)> Run(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        var peak = 0L;
        while (!process.WaitForExit(50))
        {
            process.Refresh();
            try
            {
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                break; // it ended in between
            }
        }
        await process.WaitForExitAsync();
        var seconds = watch.Elapsed.TotalSeconds;
        return process.ExitCode == 0 ? (seconds, peak) : throw new InvalidOperationException($"{string.Join(' ', arguments.Take(2))} ended with {process.ExitCode}: {string.Join('\n', await said)}");
    }
}
