using Lianzhi.Core;

namespace Lianzhi.Planner.Dispatch;

/// <summary>How the dispatch solver works (求解选项).</summary>
/// <param name="Seconds">Wall time from the start of the clock to the answer.</param>
/// <param name="Workers">Threads. One: the answer depends on problem, seconds and seed alone. More: all of the time is used, and answers differ.</param>
/// <param name="Seed">Seed of all randomness.</param>
public sealed record DispatchOptions(double Seconds, int Workers, long Seed)
{
    /// <summary>
    /// Work done in a second of a one-worker run. A core of the reference class did 60 to 140 million units a second (2026-11-26, 100 visits, 22 to 130 officers);
    /// half of that leaves room for a busy or slower machine, so that the end is set by work and the clock only stands by.
    /// </summary>
    private const double WorkPerSecond = 40e6;

    /// <summary>Seconds a process needs before it searches at full speed.</summary>
    private const double WarmUp = 0.5;

    /// <summary>Work after which a one-worker run ends, in units that are the same on every machine.</summary>
    public double Work { get; init; } = Math.Max(Seconds - WarmUp, Seconds * 0.2) * WorkPerSecond;

    /// <summary>When the search ends so that the answer is written in time.</summary>
    internal double Limit => Seconds - Math.Clamp(Seconds * 0.02, 0.1, 0.4);

    /// <summary>The option that is out of range; null when all are well.</summary>
    public Refusal? Fault() => this switch
    {
        { Seconds: not (>= 0.1 and <= 86_400) } => Refusal.Invalid("--seconds", "应当在 0.1 至 86400 之间"),
        { Workers: < 1 or > 64 } => Refusal.Invalid("--workers", "应当在 1 至 64 之间"),
        { Seed: < 0 } => Refusal.Invalid("--seed", "不能是负数"),
        _ => null,
    };
}
