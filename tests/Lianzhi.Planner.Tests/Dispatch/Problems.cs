using CsCheck;
using Lianzhi.Core.Dispatch;

namespace Lianzhi.Planner.Tests.Dispatch;

/// <summary>Problems made up for tests, always the same for the same random numbers.</summary>
internal static class Problems
{
    private static readonly Gen<DispatchOfficer[]> Officers =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3]).Array[1, 6].Select(levels => levels.Select((level, index) =>
            new DispatchOfficer($"o{index + 1}", new Dictionary<string, int> { ["a"] = level.Item1, ["b"] = level.Item2 })).ToArray());

    private static readonly Gen<Dictionary<string, IReadOnlyList<int>>> Requires =
        Gen.Select(Gen.Int[0, 2].Array[0, 3], Gen.Int[0, 2].Array[0, 3], Gen.Int[0, 3], (a, b, which) =>
        {
            var requires = new Dictionary<string, IReadOnlyList<int>>();
            if ((which & 1) > 0) requires["a"] = a;
            if ((which & 2) > 0) requires["b"] = b;
            return requires;
        });

    private static readonly Gen<(int X, int Y, DispatchVisit Visit)> Visit =
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 80], Gen.Int[0, 60], Gen.Int[0, 20], Gen.Int[0, 90], Requires,
            (x, y, open, width, minutes, defer, requires) => (x, y, new DispatchVisit("", open, open + width, minutes, defer, requires)));

    private static readonly Gen<TeamLimits> Limits =
        Gen.Select(Gen.Int[1, 2], Gen.Int[0, 3], Gen.Int[0, 4], (least, more, teams) =>
            new TeamLimits(least, more == 3 ? null : least + more, teams == 4 ? null : teams));

    /// <summary>Small problems of every kind: useless officers, impossible visits, ties, limits on teams, lopsided matrices that break the triangle inequality.</summary>
    public static Gen<DispatchProblem> Any(int visits) =>
        Gen.Select(Visit.Array[1, visits], Officers, Limits, Gen.Int[60, 160], Gen.Bool, Gen.Int[0, 40].Array[(visits + 1) * (visits + 1)],
            (made, officers, limits, close, euclidean, times) =>
            {
                var listed = made.Select((visit, index) => visit.Visit with { Id = $"v{index + 1}" }).ToArray();
                var size = made.Length + 1;
                var travel = euclidean
                    ? TravelTimes.Euclidean([(20, 20), .. made.Select(visit => ((double)visit.X, (double)visit.Y))])
                    : TravelTimes.Matrix([.. Enumerable.Range(0, size).Select(row => (IReadOnlyList<double>)[.. times.Skip(row * size).Take(size).Select(time => (double)time)])]);
                return new DispatchProblem(travel, new(0, close), limits, officers, listed);
            });

    /// <summary>A day of the size of a district: officers with a few skills, visits all over the area, windows of two hours.</summary>
    public static DispatchProblem Day(int officers, int visits, int seed)
    {
        var random = new Random(seed);
        var crew = Enumerable.Range(1, officers).Select(number =>
            new DispatchOfficer($"o{number}", new Dictionary<string, int> { ["fire"] = random.Next(4), ["food"] = random.Next(4), ["site"] = random.Next(4) })).ToList();
        var places = new List<(double, double)> { (50, 50) };
        var asked = Enumerable.Range(1, visits).Select(number =>
        {
            places.Add((random.Next(100), random.Next(100)));
            var open = random.Next(400);
            var skill = new[] { "fire", "food", "site" }[random.Next(3)];
            var levels = new int[3];
            for (var level = 0; level <= random.Next(3); level++) levels[level] = random.Next(1, 3);
            return new DispatchVisit($"v{number}", open, open + 120, 20, 200 + random.Next(100), new Dictionary<string, IReadOnlyList<int>> { [skill] = levels });
        }).ToList();
        return new(TravelTimes.Euclidean(places), new(0, 600), new(2, null, null), crew, asked);
    }
}
