namespace Lianzhi.Bench;

/// <summary>One line of the table.</summary>
/// <param name="Name">Name, as given to script/bench.</param>
/// <param name="Against">What it is measured against; empty for a plain figure.</param>
/// <param name="Ratio">Platform by probe, the middle of the rounds kept; a plain figure where nothing is measured against.</param>
/// <param name="Lowest">Lowest of the rounds kept.</param>
/// <param name="Highest">Highest of the rounds kept.</param>
/// <param name="Goal">The goal, in words.</param>
/// <param name="Met">True when the goal is met.</param>
/// <param name="Platform">Figure of the platform in the middle round, in words.</param>
/// <param name="Probe">Figure of the probe, in words.</param>
/// <param name="Discarded">Rounds thrown away because the probe itself moved by more than 15 %.</param>
internal sealed record Row(string Name, string Against, double Ratio, double Lowest, double Highest, string Goal, bool Met, string Platform, string Probe, int Discarded)
{
    private const double Steady = 0.15;
    private const double Gaining = 1.03;
    private const int MostWarmings = 20;

    /// <summary>Measures a rate: probe, platform, platform, probe, so often as asked; rounds in which the probe moved are thrown away.</summary>
    /// <param name="name">Name of the row.</param>
    /// <param name="against">What the probe is.</param>
    /// <param name="goal">Lowest ratio wanted.</param>
    /// <param name="rounds">Rounds to keep.</param>
    /// <param name="probe">Runs the probe once.</param>
    /// <param name="platform">Runs the platform once.</param>
    /// <param name="unit">What is counted a second, where it is no request with a time of its own.</param>
    public static async Task<Row> Rates(string name, string against, double goal, int rounds, Func<Task<Rate>> probe, Func<Task<Rate>> platform, string? unit = null)
    {
        await Warm(probe);
        await Warm(platform);
        var kept = new List<(double Ratio, Rate Platform, double Probe)>();
        var discarded = 0;
        while (kept.Count < rounds)
        {
            var (before, first, second, after) = (await probe(), await platform(), await platform(), await probe());
            if (Math.Abs(before.PerSecond - after.PerSecond) / Math.Max(before.PerSecond, after.PerSecond) > Steady)
            {
                Console.Error.WriteLine($"  {name}: round discarded, the probe went from {before.PerSecond:0} to {after.PerSecond:0} a second.");
                if (++discarded < 4 * rounds) continue;
                return new Row(name, against, double.NaN, double.NaN, double.NaN, $"≥ {goal:0.00}", false, "", "never steady", discarded);
            }
            var (mean, steady) = ((first.PerSecond + second.PerSecond) / 2, (before.PerSecond + after.PerSecond) / 2);
            kept.Add((mean / steady, new Rate(mean, (first.P50 + second.P50) / 2, Math.Max(first.P95, second.P95)), steady));
            Console.Error.WriteLine($"  {name}: {kept[^1].Ratio:0.000}");
        }
        var middle = kept.OrderBy(round => round.Ratio).ElementAt(kept.Count / 2);
        return new Row(name, against, middle.Ratio, kept.Min(round => round.Ratio), kept.Max(round => round.Ratio), $"≥ {goal:0.00}", middle.Ratio >= goal,
            unit is null ? $"{middle.Platform.PerSecond:0}/s, p95 {middle.Platform.P95:0.0} ms" : $"{middle.Platform.PerSecond:0} {unit}/s", $"{middle.Probe:0} {unit}/s".Replace(" /s", "/s", StringComparison.Ordinal), discarded);
    }

    /// <summary>Runs until it is no longer getting faster: both have compiled and cached what they will before anything counts.</summary>
    private static async Task Warm(Func<Task<Rate>> run)
    {
        var (fastest, patience) = ((await run()).PerSecond, 3);
        for (var i = 0; i < MostWarmings && patience > 0; i++)
        {
            var rate = (await run()).PerSecond;
            patience = rate > fastest * Gaining ? 3 : patience - 1;
            fastest = Math.Max(fastest, rate);
        }
    }
}
