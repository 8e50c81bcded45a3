using System.Runtime.Intrinsics;
using Lianzhi.Core.Dispatch;

namespace Lianzhi.Planner.Dispatch.Search;

/// <summary>
/// The problem in flat arrays for the search. Place 0 is the base, place i the i-th visit. A <em>cell</em> is a level of a skill that some visit asks for;
/// requirements and teams are vectors over the cells, sixteen to a lane, so that "this team may serve that visit" is two or three instructions.
/// </summary>
internal sealed class CompactProblem
{
    public CompactProblem(DispatchProblem problem)
    {
        Problem = problem;
        Places = problem.Visits.Count + 1;
        Officers = problem.Officers.Count;
        MinOfficers = problem.Teams.MinOfficers;
        MaxOfficers = Math.Min(problem.Teams.MaxOfficers ?? int.MaxValue, Officers);
        MaxTeams = Math.Min(Math.Min(problem.Teams.MaxTeams ?? int.MaxValue, Officers / MinOfficers), problem.Visits.Count);
        (BaseOpen, BaseClose) = (problem.Base.Open, problem.Base.Close);
        From = new double[Places * Places];
        To = new double[Places * Places];
        for (var place = 0; place < Places; place++)
            for (var other = 0; other < Places; other++)
            {
                From[(place * Places) + other] = problem.Travel[place, other];
                To[(place * Places) + other] = problem.Travel[other, place];
            }
        Open = [problem.Base.Open, .. problem.Visits.Select(visit => visit.Open)];
        Close = [problem.Base.Close, .. problem.Visits.Select(visit => visit.Close)];
        Minutes = [0, .. problem.Visits.Select(visit => visit.Minutes)];
        DeferCost = [0, .. problem.Visits.Select(visit => visit.DeferCost)];

        var cells = Cells(problem);
        Lanes = Math.Max(1, (cells.Count + Vector256<short>.Count - 1) / Vector256<short>.Count);
        Need = new Vector256<short>[Places * Lanes];
        Held = new Vector256<short>[Officers * Lanes];
        NeedSize = new int[Places];
        var counts = new short[Lanes * Vector256<short>.Count];
        for (var place = 1; place < Places; place++)
        {
            Array.Clear(counts);
            foreach (var (skill, levels) in problem.Visits[place - 1].Requires)
                for (var level = 1; level <= levels.Count; level++)
                    if (levels[level - 1] > 0) counts[cells[(skill, level)]] = (short)Math.Min(levels[level - 1], short.MaxValue);
            Fill(Need, place, counts);
            NeedSize[place] = Math.Max((int)counts.Max(), MinOfficers);
        }
        for (var officer = 0; officer < Officers; officer++)
        {
            Array.Clear(counts);
            foreach (var ((skill, level), cell) in cells)
                if (problem.Officers[officer].Holds(skill, level)) counts[cell] = 1;
            Fill(Held, officer, counts);
        }
        HeldBits = Array.ConvertAll(Held, held => Vector256.GreaterThan(held, Vector256<short>.Zero).ExtractMostSignificantBits());
        var obstacles = DispatchObstacles.Find(problem).Select(obstacle => obstacle.Visit).ToHashSet();
        Servable = [.. Enumerable.Range(1, Places - 1).Where(place => !obstacles.Contains(problem.Visits[place - 1].Id))];
        Near = new int[Places][];
        foreach (var place in Servable)
            Near[place] = [.. Servable.OrderBy(other => other == place ? -1 : From[(place * Places) + other] + To[(place * Places) + other]).ThenBy(other => other)];
        var typicalDrive = Servable.Length < 2 ? 1 : Servable.Average(place => Near[place].Skip(1).Take(10).Average(other => From[(place * Places) + other]));
        TypicalDrive = typicalDrive > 0 ? typicalDrive : 1;
        var deferCost = Servable.Length == 0 ? 0 : Servable.Average(place => DeferCost[place]);
        Heat = Math.Max(TypicalDrive, 6 * Math.Sqrt(TypicalDrive * deferCost));
    }

    public DispatchProblem Problem { get; }
    public int Places { get; }
    public int Officers { get; }
    public int MinOfficers { get; }
    public int MaxOfficers { get; }
    public int MaxTeams { get; }
    public double BaseOpen { get; }
    public double BaseClose { get; }

    /// <summary>From[place * Places + other]: travel from the place to the other.</summary>
    public double[] From { get; }

    /// <summary>To[place * Places + other]: travel from the other to the place, so that one visit's times lie together.</summary>
    public double[] To { get; }

    public double[] Open { get; }
    public double[] Close { get; }
    public double[] Minutes { get; }
    public double[] DeferCost { get; }

    /// <summary>Vectors per requirement and per team.</summary>
    public int Lanes { get; }

    /// <summary>What a visit asks for, place by place.</summary>
    public Vector256<short>[] Need { get; }

    /// <summary>What an officer holds, 1 or 0, officer by officer.</summary>
    public Vector256<short>[] Held { get; }

    /// <summary>Least number of officers a team for the visit has.</summary>
    public int[] NeedSize { get; }

    /// <summary>The same as bits.</summary>
    public uint[] HeldBits { get; }

    /// <summary>Places of the visits some team may serve.</summary>
    public int[] Servable { get; }

    /// <summary>For each servable place all servable places, itself first, then by travel there and back.</summary>
    public int[][] Near { get; }

    /// <summary>Mean travel to the ten nearest visits: the scale of prices and of the last temperatures.</summary>
    public double TypicalDrive { get; }

    /// <summary>
    /// Temperature at which the search may still exchange visits put off for others, which decides days with too few officers: between the cost of a drive and of a deferral.
    /// 2026-11-26: 22 officers for the 100 visits of R103 and C101 cost 4610 and 5914 from one drive, 3864 and 5787 from ten, 3800 and 5726 from thirty, same work.
    /// </summary>
    public double Heat { get; }

    private static Dictionary<(string Skill, int Level), int> Cells(DispatchProblem problem)
    {
        var cells = new Dictionary<(string, int), int>();
        foreach (var visit in problem.Visits)
            foreach (var (skill, levels) in visit.Requires)
                for (var level = 1; level <= levels.Count; level++)
                    if (levels[level - 1] > 0) cells.TryAdd((skill, level), cells.Count);
        return cells;
    }

    private static void Fill(Vector256<short>[] vectors, int row, short[] counts)
    {
        var lanes = counts.Length / Vector256<short>.Count;
        for (var lane = 0; lane < lanes; lane++) vectors[(row * lanes) + lane] = Vector256.Create(counts, lane * Vector256<short>.Count);
    }
}
