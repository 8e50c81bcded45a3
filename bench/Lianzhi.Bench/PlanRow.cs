using System.Globalization;
using System.Text.Json;

namespace Lianzhi.Bench;

/// <summary>The row <c>plan</c>: the inspections of a year for 8,000 enterprises, solved by the program as people call it and judged by <see cref="PlanJudge"/>.</summary>
internal static class PlanRow
{
    private const int Enterprises = 8000;
    private const int SecondsAllowed = 60;
    private const double GapAllowed = 0.02;
    private const double GibibytesAllowed = 1.5;

    /// <summary>Writes a problem for a look at it.</summary>
    public static int Make(string path, string enterprises, string minutes, string seed)
    {
        PlanYear.Write(path, int.Parse(enterprises, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture), ulong.Parse(seed, CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>Solves the same year twice.</summary>
    public static async Task<Row> Measure(Options options)
    {
        var folder = Directory.CreateTempSubdirectory("lianzhi-bench-plan-");
        try
        {
            var problem = Path.Combine(folder.FullName, "problem.json");
            PlanYear.Write(problem, Enterprises, 300, 1);
            var (first, seconds, memory) = await Solve(options.Program, problem, Path.Combine(folder.FullName, "first.json"));
            var (again, secondsAgain, memoryAgain) = await Solve(options.Program, problem, Path.Combine(folder.FullName, "again.json"));
            var judge = new PlanJudge(JsonDocument.Parse(await File.ReadAllBytesAsync(problem)).RootElement);
            var faults = judge.Faults(first);
            foreach (var fault in faults.Take(20)) Console.Error.WriteLine($"  plan: {fault}");
            var (byHand, leftOut) = judge.ByHand();
            var planned = first.GetProperty("visits").GetArrayLength();
            var gap = first.GetProperty("gap").GetDouble();
            var same = first.GetProperty("visits").GetRawText() == again.GetProperty("visits").GetRawText();
            var met = faults.Count == 0 && same && gap <= GapAllowed && Math.Max(seconds, secondsAgain) <= SecondsAllowed && Math.Max(memory, memoryAgain) <= GibibytesAllowed;
            return new Row("plan", "visits when merged by hand", (double)planned / byHand, (double)planned / byHand, (double)planned / byHand,
                $"gap ≤ {GapAllowed:P0}, ≤ {SecondsAllowed} s, ≤ {GibibytesAllowed} GiB, lawful, the same again", met,
                $"{planned} visits, gap to the bound {gap:P2}, {first.GetProperty("unserved").EnumerateArray().Sum(one => one.GetProperty("missing").GetInt32())} left out, {Math.Max(seconds, secondsAgain):0} s, {Math.Max(memory, memoryAgain):0.00} GiB, {faults.Count} rules broken, {(same ? "the same again" : "not the same again")}",
                $"{byHand} visits, {leftOut} left out", 0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(JsonElement Solution, double Seconds, double Gibibytes)> Solve(string program, string problem, string solution)
    {
        var (seconds, peak) = await Child.Run(program, ["plan", "solve", "--in", problem, "--out", solution, "--seconds", "60", "--workers", "2", "--seed", "1"]);
        return (JsonDocument.Parse(await File.ReadAllBytesAsync(solution)).RootElement, seconds, peak / (double)(1L << 30));
    }
}
