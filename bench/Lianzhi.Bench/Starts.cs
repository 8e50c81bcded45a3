namespace Lianzhi.Bench;

/// <summary>Cold start and memory, on the embedded database with the demonstration loaded.</summary>
internal static class Starts
{
    private const long Megabyte = 1024 * 1024;
    private const int MemoryGoal = 250;
    private const double StartGoal = 2.5;

    public static async Task<IReadOnlyList<Row>> Measure(Options options)
    {
        var folder = Directory.CreateTempSubdirectory("lianzhi-bench-");
        try
        {
            var environment = new Dictionary<string, string>
            {
                ["LIANZHI_DATA"] = folder.FullName,
                ["LIANZHI_DEMO"] = "1",
                ["ASPNETCORE_URLS"] = "{address}",
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
            };
            long memory;
            // The first start loads the demonstration; what it holds after half a minute of peace is the idle memory.
            await using (var loading = await Server.Run("The platform", "/", environment, options.Program, "serve"))
            {
                await Task.Delay(TimeSpan.FromSeconds(30));
                memory = loading.Memory / Megabyte;
            }
            var (ratios, hello, platform) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round <= Math.Max(3, options.Rounds); round++)
            {
                var before = await Start(["hello", "{address}"]);
                double started;
                await using (var again = await Server.Run("The platform", "/", environment, options.Program, "serve")) started = again.Start.TotalMilliseconds;
                var after = await Start(["hello", "{address}"]);
                if (round == 0) continue; // Files are in the page cache from here on.
                ratios.Add(started / ((before + after) / 2));
                hello.Add((before + after) / 2);
                platform.Add(started);
            }
            return
            [
                new Row("start", "dotnet hello-world", Middle(ratios), ratios.Min(), ratios.Max(), $"≤ {StartGoal}", Middle(ratios) <= StartGoal, $"{Middle(platform):0} ms", $"{Middle(hello):0} ms", 0),
                new Row("memory", "", memory, memory, memory, $"≤ {MemoryGoal} MB", memory <= MemoryGoal, $"{memory} MB", "", 0),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> Start(string[] arguments)
    {
        await using var server = await Server.Run("Hello world", "/", new Dictionary<string, string>(), [Path.Combine(AppContext.BaseDirectory, "Lianzhi.Bench.dll"), .. arguments]);
        return server.Start.TotalMilliseconds;
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
