namespace Lianzhi.Bench;

/// <summary>Numbers for made-up problems that are the same on every machine (splitmix64).</summary>
internal sealed class Draw(ulong seed)
{
    private ulong state = seed;

    /// <summary>From 0 up to, not including, a count.</summary>
    public int Below(int count)
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)(((mixed ^ (mixed >> 31)) >> 33) % (ulong)count);
    }

    /// <summary>True so many times in a hundred.</summary>
    public bool Hundredth(int percent) => Below(100) < percent;
}
