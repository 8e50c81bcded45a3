using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lianzhi.Planner.Dispatch;

namespace Lianzhi.Bench;

/// <summary>
/// The row <c>dispatch</c>: days of a district, solved by the program as people call it and judged by <see cref="DispatchJudge"/>, against <see cref="DispatchPlain"/> with as
/// many seconds and threads.
/// </summary>
internal static class DispatchRow
{
    private const int Short = 5;
    private const int Long = 60;
    private const int Workers = 2;
    private const double RatioAllowed = 0.98;
    private const double FirstAllowed = 0.5;
    private const double BehindAllowed = 0.01;
    private const double ReplanAllowed = 1;
    private const double ChangedAllowed = 0.1;

    /// <summary>Writes a day for a look at it.</summary>
    public static int Make(string path, string kind, string seed)
    {
        File.WriteAllBytes(path, DispatchDays.Make(DispatchDay.Kinds.Single(day => day.Name == kind), ulong.Parse(seed, System.Globalization.CultureInfo.InvariantCulture)));
        return 0;
    }

    /// <summary>Solves so many days of each kind as there are rounds; the first kind also for a minute, and again with an officer less.</summary>
    public static async Task<Row> Measure(Options options)
    {
        var folder = Directory.CreateTempSubdirectory("lianzhi-bench-dispatch-");
        try
        {
            var (problem, plan, other) = (Path.Combine(folder.FullName, "problem.json"), Path.Combine(folder.FullName, "plan.json"), Path.Combine(folder.FullName, "other.json"));
            var (ratios, behind, first, replan, changed, invalid) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>(), 0);
            foreach (var day in DispatchDay.Kinds)
                for (var seed = 1ul; seed <= (ulong)options.Rounds; seed++)
                {
                    var content = DispatchDays.Make(day, seed);
                    await File.WriteAllBytesAsync(problem, content);
                    var judge = new DispatchJudge(Parse(content));
                    var solved = await Solve(options.Program, problem, plan, Short);
                    var cost = Judged(judge, solved.Plan, day.Name);
                    var plain = Judged(judge, Parse(DispatchFile.Write(DispatchPlain.Solve(DispatchFile.Read(content).Value!, Short, Workers, (int)seed))), $"{day.Name}, plain model");
                    ratios.Add(cost / plain);
                    var said = $"  dispatch: {day.Name} {seed}: {cost:0.0} by {plain:0.0} is {cost / plain:0.000}, first plan after {solved.First:0.00} s";
                    if (day == DispatchDay.Kinds[0])
                    {
                        first.Add(solved.First);
                        behind.Add(cost / Judged(judge, (await Solve(options.Program, problem, other, Long)).Plan, day.Name) - 1);
                        var (left, fewer) = Sick(content, solved.Plan);
                        await File.WriteAllBytesAsync(problem, left);
                        var mended = await Solve(options.Program, problem, other, 1, "--former", plan);
                        var afterwards = new DispatchJudge(Parse(left));
                        Judged(afterwards, mended.Plan, $"{day.Name} without {fewer}");
                        replan.Add(mended.Seconds);
                        changed.Add(afterwards.Changed(solved.Plan, mended.Plan));
                        said += $", {behind[^1]:P2} behind a minute, planned anew without {fewer} in {replan[^1]:0.00} s, {changed[^1]:P1} changed";
                    }
                    Console.Error.WriteLine(said);
                }
            ratios.Sort();
            var middle = ratios[ratios.Count / 2];
            var met = invalid == 0 && middle <= RatioAllowed && first.Max() <= FirstAllowed && behind.Max() <= BehindAllowed && replan.Max() <= ReplanAllowed && changed.Max() <= ChangedAllowed;
            return new Row("dispatch", "crews fixed greedily, OR-Tools routing", middle, ratios[0], ratios[^1],
                $"≤ {RatioAllowed}; first ≤ {FirstAllowed} s; {Short} s ≤ {BehindAllowed:P0} behind {Long} s; anew ≤ {ReplanAllowed} s, ≤ {ChangedAllowed:P0} changed; none invalid", met,
                $"first {first.Max():0.00} s, {behind.Max():P2} behind, anew {replan.Max():0.00} s, {changed.Max():P1} changed, {invalid} invalid of {ratios.Count} days", $"{Short} s, {Workers} threads", 0);

            double Judged(DispatchJudge judge, JsonElement solution, string what)
            {
                var (cost, faults) = judge.Judge(solution);
                foreach (var fault in faults.Take(5)) Console.Error.WriteLine($"  dispatch: {what}: {fault}");
                if (faults.Count > 0) invalid++;
                return cost;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The day without the officer who is in the team with the most visits: the hardest to do without.</summary>
    private static (byte[] Problem, string Officer) Sick(byte[] content, JsonElement plan)
    {
        var team = plan.GetProperty("teams").EnumerateArray().MaxBy(team => team.GetProperty("route").GetArrayLength());
        var officer = team.GetProperty("officers")[0].GetString()!;
        var problem = JsonNode.Parse(content)!;
        var officers = problem["officers"]!.AsArray();
        officers.Remove(officers.Single(one => one!["id"]!.GetValue<string>() == officer));
        return (JsonSerializer.SerializeToUtf8Bytes(problem), officer);
    }

    /// <summary>Runs the program; the first plan is there when the file is.</summary>
    private static async Task<(JsonElement Plan, double First, double Seconds)> Solve(string program, string problem, string plan, int seconds, params string[] more)
    {
        File.Delete(plan);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[program, "dispatch", "solve", "--in", problem, "--out", plan, "--seconds", $"{seconds}", "--workers", $"{Workers}", "--seed", "1", .. more]) start.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        while (!File.Exists(plan) && !process.HasExited) await Task.Delay(5);
        var first = watch.Elapsed.TotalSeconds;
        await process.WaitForExitAsync();
        var whole = watch.Elapsed.TotalSeconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"dispatch solve ended with {process.ExitCode}: {string.Join('\n', await said)}");
        return (Parse(await File.ReadAllBytesAsync(plan)), first, whole);
    }

    private static JsonElement Parse(byte[] content) => JsonDocument.Parse(content).RootElement;
}
