using System.Diagnostics;
using Lianzhi.Core.Access;
using Lianzhi.Web.Platform.Records;
using Npgsql;

namespace Lianzhi.Bench;

/// <summary>The row <c>append</c>: readings recorded durably by 64 writers, against one row a transaction on one connection (留痕写入).</summary>
internal static class AppendRow
{
    private const int Writers = 64;

    /// <summary>Measures entries a second, each durable before its writer goes on.</summary>
    public static Task<Row> Measure(Options options) => Inside.Run(options, TimeSpan.Zero, async services =>
    {
        var log = services.GetRequiredService<AccessLog>();
        await log.StartAsync(default);
        await using var source = NpgsqlDataSource.Create(options.Connection);
        await using (var table = source.CreateCommand("CREATE TABLE IF NOT EXISTS bench_append (number bigint PRIMARY KEY, bytes bytea NOT NULL)")) await table.ExecuteNonQueryAsync();
        try
        {
            var number = DateTime.UtcNow.Ticks;
            return await Row.Rates("append", "one row a transaction, one connection", 5, options.Rounds, () => OneByOne(), Together, "entries");

            async Task<Rate> OneByOne()
            {
                await using var connection = await source.OpenConnectionAsync();
                await using var insert = new NpgsqlCommand("INSERT INTO bench_append VALUES ($1, $2)", connection) { Parameters = { new NpgsqlParameter<long>(), new NpgsqlParameter<byte[]> { TypedValue = new byte[600] } } };
                await insert.PrepareAsync();
                var (watch, rows) = (Stopwatch.StartNew(), 0);
                for (; watch.Elapsed.TotalSeconds < options.Seconds; rows++)
                {
                    ((NpgsqlParameter<long>)insert.Parameters[0]).TypedValue = ++number;
                    await insert.ExecuteNonQueryAsync();
                }
                return new(rows / watch.Elapsed.TotalSeconds, 0, 0);
            }

            async Task<Rate> Together()
            {
                var (watch, entries) = (Stopwatch.StartNew(), 0);
                await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
                {
                    while (watch.Elapsed.TotalSeconds < options.Seconds)
                    {
                        await log.Write(Actor.System, AccessTable.ViewCase, "case/bench", "计时", default);
                        Interlocked.Increment(ref entries);
                    }
                })));
                return new(entries / watch.Elapsed.TotalSeconds, 0, 0);
            }
        }
        finally
        {
            await log.StopAsync(default);
            await using var table = source.CreateCommand("DROP TABLE bench_append");
            await table.ExecuteNonQueryAsync();
        }
    });
}
