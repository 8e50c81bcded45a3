using System.Runtime.Intrinsics;

namespace Lianzhi.Planner.Dispatch.Search;

/// <summary>
/// A team and its route during the search. Stops 0 and Count + 1 are the base. For every stop the earliest time to leave and the latest time to start
/// that still brings the rest in time are kept, so that an insertion is judged in constant time (forward time slack, Savelsbergh 1992).
/// </summary>
internal sealed class Route(int lanes)
{
    public int Count;
    public int[] Stops = new int[16];
    public double[] Leave = new double[16];
    public double[] Latest = new double[16];

    /// <summary>Travel from a stop to the next one.</summary>
    public double[] Drive = new double[16];

    public double Travel;

    /// <summary>The most that any visit of the route asks for, cell by cell.</summary>
    public readonly Vector256<short>[] Need = new Vector256<short>[lanes];

    /// <summary>How many officers of the team hold each cell.</summary>
    public readonly Vector256<short>[] Held = new Vector256<short>[lanes];

    public int[] Members = new int[4];
    public int MemberCount;

    public void CopyFrom(Route other)
    {
        Count = other.Count;
        Reserve(Count + 2);
        Array.Copy(other.Stops, Stops, Count + 2);
        Array.Copy(other.Leave, Leave, Count + 2);
        Array.Copy(other.Latest, Latest, Count + 2);
        Array.Copy(other.Drive, Drive, Count + 2);
        Travel = other.Travel;
        for (var lane = 0; lane < Need.Length; lane++) (Need[lane], Held[lane]) = (other.Need[lane], other.Held[lane]);
        MemberCount = other.MemberCount;
        if (Members.Length < MemberCount) Members = new int[other.Members.Length];
        Array.Copy(other.Members, Members, MemberCount);
    }

    public void Reserve(int stops)
    {
        if (stops <= Stops.Length) return;
        var size = Math.Max(stops, Stops.Length * 2);
        Array.Resize(ref Stops, size);
        Array.Resize(ref Leave, size);
        Array.Resize(ref Latest, size);
        Array.Resize(ref Drive, size);
    }
}
