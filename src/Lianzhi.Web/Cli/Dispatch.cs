using System.CommandLine;
using Lianzhi.Core.Dispatch;
using Lianzhi.Planner.Dispatch;

namespace Lianzhi.Web.Cli;

/// <summary>Solves one day of dispatch from a file (调度求解). Needs neither the platform nor its database.</summary>
internal static class Dispatch
{
    private static readonly Option<FileInfo> Former = new("--former") { Description = "原方案文件；给出时只作最少变动的重排：能留的小组和任务不动，只补缺、只插入" };

    public static Command Command() => Solving.Command(
        "dispatch", "当日调度", "编组并安排路线：按技能、时限和行车时间求成本最低的当日调度方案", "1 时同一文件、时限和种子得到同一方案", Solve, Former);

    private static int Solve(Solving.Request request, CancellationToken cancel)
    {
        var options = new DispatchOptions(request.Seconds, request.Workers, request.Seed);
        if (options.Fault() is { } fault) return Solving.Fail($"{fault.Field}：{fault.Message}");
        if (request.Input.Length > DispatchFile.LargestBytes) return Solving.Fail("$：文件过大");
        var problem = DispatchFile.Read(File.ReadAllBytes(request.Input.FullName));
        if (!problem.IsOk) return Solving.Fail($"{problem.Refusals[0].Field}：{problem.Refusals[0].Message}");
        DispatchSolution solution;
        if (request.Parsed.GetValue(Former) is { } file)
        {
            if (!file.Exists) return Solving.Fail($"找不到文件 {file.FullName}");
            if (file.Length > DispatchFile.LargestBytes) return Solving.Fail("--former：文件过大");
            var former = DispatchFile.ReadSolution(File.ReadAllBytes(file.FullName));
            if (!former.IsOk) return Solving.Fail($"--former {former.Refusals[0].Field}：{former.Refusals[0].Message}");
            solution = DispatchSolver.Mend(problem.Value, former.Value, request.Seed, request.Started);
        }
        else
        {
            solution = DispatchSolver.Solve(problem.Value, options, plan => Solving.Write(request.Output, DispatchFile.Write(plan)), request.Started, cancel);
        }
        Solving.Write(request.Output, DispatchFile.Write(solution));
        Console.WriteLine($"成本 {solution.Cost:F1}，其中行车 {solution.Travel:F1}；下界 {solution.Bound:F1}；{solution.Teams.Count} 个小组，暂缓 {solution.Deferred.Count} 项。");
        foreach (var obstacle in DispatchObstacles.Find(problem.Value)) Console.WriteLine($"{obstacle.Visit}：{obstacle.Message}。");
        return 0;
    }
}
