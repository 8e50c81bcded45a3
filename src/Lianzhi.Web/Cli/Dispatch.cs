using System.CommandLine;
using System.Diagnostics;
using Lianzhi.Core.Dispatch;
using Lianzhi.Planner.Dispatch;

namespace Lianzhi.Web.Cli;

/// <summary>Solves one day of dispatch from a file (调度求解). Needs neither the platform nor its database.</summary>
internal static class Dispatch
{
    public static Command Command()
    {
        var input = new Option<FileInfo>("--in") { Description = "调度问题文件（JSON）", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "方案文件；求解中随时写入已得到的最好方案", Required = true };
        var seconds = new Option<double>("--seconds") { Description = "求解时限（秒），含启动和写文件", DefaultValueFactory = _ => 60 };
        var workers = new Option<int>("--workers") { Description = "线程数；1 时同一文件、时限和种子得到同一方案", DefaultValueFactory = _ => 2 };
        var seed = new Option<long>("--seed") { Description = "随机种子", DefaultValueFactory = _ => 1 };
        var solve = new Command("solve", "编组并安排路线：按技能、时限和行车时间求成本最低的当日调度方案") { input, output, seconds, workers, seed };
        solve.SetAction((parsed, cancel) => Task.FromResult(Solve(
            parsed.GetRequiredValue(input), parsed.GetRequiredValue(output),
            new(parsed.GetValue(seconds), parsed.GetValue(workers), parsed.GetValue(seed)), cancel)));
        return new Command("dispatch", "当日调度") { solve };
    }

    private static int Solve(FileInfo input, FileInfo output, DispatchOptions options, CancellationToken cancel)
    {
        var started = ProcessStarted();
        if (options.Fault() is { } fault) return Fail($"{fault.Field}：{fault.Message}");
        if (!input.Exists) return Fail($"找不到文件 {input.FullName}");
        if (output.Directory is not { Exists: true } || Directory.Exists(output.FullName)) return Fail($"不能写入 {output.FullName}");
        if (output.FullName == input.FullName) return Fail("方案文件不能就是问题文件");
        try
        {
            if (input.Length > DispatchFile.LargestBytes) return Fail("$：文件过大");
            var problem = DispatchFile.Read(File.ReadAllBytes(input.FullName));
            if (!problem.IsOk) return Fail($"{problem.Refusals[0].Field}：{problem.Refusals[0].Message}");
            var solution = DispatchSolver.Solve(problem.Value, options, plan => Write(output, plan), started, cancel);
            Write(output, solution);
            Console.WriteLine($"成本 {solution.Cost:F1}，其中行车 {solution.Travel:F1}；下界 {solution.Bound:F1}；{solution.Teams.Count} 个小组，暂缓 {solution.Deferred.Count} 项。");
            foreach (var obstacle in DispatchObstacles.Find(problem.Value)) Console.WriteLine($"{obstacle.Visit}：{obstacle.Message}。");
            return 0;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return Fail(broken.Message);
        }
    }

    /// <summary>Replaces the file in one move: a kill at any moment leaves the former file or a whole new one.</summary>
    private static void Write(FileInfo output, DispatchSolution solution)
    {
        var draft = Path.Combine(output.DirectoryName!, $".{output.Name}.{Environment.ProcessId}.draft");
        try
        {
            File.WriteAllBytes(draft, DispatchFile.Write(solution));
            File.Move(draft, output.FullName, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>The time limit counts from the start of the process, not from here.</summary>
    private static long ProcessStarted()
    {
        using var process = Process.GetCurrentProcess();
        var passed = Math.Clamp((DateTime.Now - process.StartTime).TotalSeconds, 0, 10);
        return Stopwatch.GetTimestamp() - (long)(passed * Stopwatch.Frequency);
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine($"lianzhi: {message}");
        return 2;
    }
}
