using System.Diagnostics;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Bench;

/// <summary>The row <c>verify</c>: streams read from the database and checked, bytes, numbering, links and commitments (核验全过程记录).</summary>
internal static class VerifyRow
{
    private const int Most = 500_000;
    private const double EntriesWanted = 100_000;
    private const string First = "case/";

    /// <summary>Checks so many entries from the oldest cases on, on one core of the program.</summary>
    public static Task<Row> Measure(Options options) => Inside.Run(options, TimeSpan.Zero, async services =>
    {
        var audit = services.GetRequiredService<RecordAudit>();
        await audit.Run(First, Most / 10, _ => { }, default);
        var watch = Stopwatch.StartNew();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var found = await audit.Run(First, Most, _ => { }, default);
        if (found.Broken.Count > 0) throw new InvalidOperationException($"The record of {found.Broken[0].Stream} does not hold.");
        var (seconds, cpu) = (watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds);
        var rate = found.Entries / cpu;
        return new Row("verify", "", rate, rate, rate, $"≥ {EntriesWanted:0} entries a second and core", rate >= EntriesWanted, $"{found.Entries} entries of {found.Streams} streams, {found.Entries / seconds:0}/s by the clock, the database at its side", "", 0);
    });
}
