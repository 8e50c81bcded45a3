using System.Diagnostics;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Bench;

/// <summary>The row <c>verify</c>: streams read from the database and checked, bytes, numbering, links and commitments (核验全过程记录).</summary>
internal static class VerifyRow
{
    private const int Streams = 20_000;
    private const double EntriesWanted = 100_000;

    /// <summary>Checks the newest streams, one after another, on one core of the program.</summary>
    public static Task<Row> Measure(Options options) => Inside.Run(options, TimeSpan.Zero, async services =>
    {
        var (db, reader) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<RecordReader>());
        var ids = await db.Set<Web.Features.Cases.CaseRow>().AsNoTracking().OrderByDescending(row => row.Id).Take(Streams).Select(row => row.Id).ToListAsync();
        foreach (var id in ids.Take(200)) await reader.Check(Web.Features.Cases.CaseStream.NameOf(id), default);
        var (watch, entries) = (Stopwatch.StartNew(), 0L);
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        foreach (var id in ids)
        {
            var check = await reader.Check(Web.Features.Cases.CaseStream.NameOf(id), default);
            if (!check.Holds) throw new InvalidOperationException($"The record of {id} does not hold.");
            entries += check.Entries;
        }
        var (seconds, cpu) = (watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds);
        var rate = entries / cpu;
        return new Row("verify", "", rate, rate, rate, $"≥ {EntriesWanted:0} entries a second and core", rate >= EntriesWanted, $"{entries} entries of {ids.Count} streams, {entries / seconds:0}/s by the clock", "", 0);
    });
}
