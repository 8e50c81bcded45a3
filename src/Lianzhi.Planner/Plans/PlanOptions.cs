using Lianzhi.Core;

namespace Lianzhi.Planner.Plans;

/// <summary>How the plan solver works (求解选项).</summary>
/// <param name="Seconds">Wall time from the start of the clock to the answer.</param>
/// <param name="Workers">Threads; the answer depends on their number, not on how fast they are.</param>
/// <param name="Seed">Seed of all randomness.</param>
public sealed record PlanOptions(double Seconds, int Workers, long Seed)
{
    /// <summary>
    /// Work of one thread in a second. A core of the reference class did 25 to 45 million units (2026-11-26, 8,000 enterprises); and half as much or less beside other work; this leaves room
    /// for a busy or slower machine, so that the end is set by work and the clock only stands by.
    /// </summary>
    private const double WorkPerSecond = 4e6;

    /// <summary>Seconds for reading, the bound, the first plan and writing.</summary>
    private const double Around = 4;

    /// <summary>Work of each thread after the first plan, in units that are the same on every machine.</summary>
    public double Work { get; init; } = Math.Max(Seconds - Around, Seconds * 0.1) * WorkPerSecond;

    /// <summary>When the search ends so that the answer is written in time.</summary>
    internal double Limit => Seconds - Math.Clamp(Seconds * 0.05, 0.1, 2);

    /// <summary>The option that is out of range; null when all are well.</summary>
    public Refusal? Fault() => this switch
    {
        { Seconds: not (>= 0.1 and <= 86_400) } => Refusal.Invalid("--seconds", "应当在 0.1 至 86400 之间"),
        { Workers: < 1 or > 64 } => Refusal.Invalid("--workers", "应当在 1 至 64 之间"),
        { Seed: < 0 } => Refusal.Invalid("--seed", "不能是负数"),
        _ => null,
    };
}
