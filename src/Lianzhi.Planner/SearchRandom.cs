using System.Numerics;

namespace Lianzhi.Planner;

/// <summary>
/// Pseudo-random numbers of the search (xoshiro256**, Blackman and Vigna 2018): the same seed gives the same numbers on every machine
/// and every version of the runtime, which <c>System.Random</c> does not promise.
/// </summary>
internal sealed class SearchRandom
{
    private ulong a, b, c, d;

    public SearchRandom(ulong seed)
    {
        a = Scramble(ref seed);
        b = Scramble(ref seed);
        c = Scramble(ref seed);
        d = Scramble(ref seed);
    }

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From 0 up to, not including, a count.</summary>
    public int Below(int count) => (int)(((Next() >> 32) * (ulong)count) >> 32);

    /// <summary>True with a probability.</summary>
    public bool Chance(double probability) => Fraction() < probability;

    public void Shuffle(Span<int> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private ulong Next()
    {
        var result = BitOperations.RotateLeft(b * 5, 7) * 9;
        var shifted = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = BitOperations.RotateLeft(d, 45);
        return result;
    }

    private static ulong Scramble(ref ulong state)
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
