using System.CommandLine;
using System.Globalization;
using Lianzhi.Core.Inspections;
using Lianzhi.Planner.Plans;

namespace Lianzhi.Web.Cli;

/// <summary>Solves the inspections of a year from a file (年度检查计划求解). Needs neither the platform nor its database.</summary>
internal static class Plan
{
    public static Command Command() => Solving.Command(
        "plan", "年度联合检查计划", "合并各部门的检查并分到各周：在频次上限、间隔、时段和人手车辆之内求入企最少的年度计划", "同一文件、时限、线程数和种子得到同一方案", Solve);

    private static int Solve(Solving.Request request, CancellationToken cancel)
    {
        var options = new PlanOptions(request.Seconds, request.Workers, request.Seed);
        if (options.Fault() is { } fault) return Solving.Fail($"{fault.Field}：{fault.Message}");
        if (request.Input.Length > PlanFile.LargestBytes) return Solving.Fail("$：文件过大");
        var problem = PlanFile.Read(File.ReadAllBytes(request.Input.FullName));
        if (!problem.IsOk) return Solving.Fail($"{problem.Refusals[0].Field}：{problem.Refusals[0].Message}");
        var solution = PlanSolver.Solve(problem.Value, options, Progress, request.Started, cancel);
        if (PlanCheck.Faults(problem.Value, solution.Visits) is [var wrong, ..]) return Broken(wrong);
        Solving.Write(request.Output, PlanSolutionFile.Write(solution));
        var savings = solution.Savings;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"入企 {savings.Planned} 户次；未合并 {savings.Unmerged}，按户合并 {savings.ByHand}；目标 {solution.Cost.Total}，下限 {solution.Bound}，差距 {solution.Gap:P2}；未能安排 {solution.Unserved.Sum(missing => missing.Missing)} 次。"));
        return 0;
    }

    /// <summary>One line for whoever watches: seconds, visits, objective, bound.</summary>
    private static void Progress(PlanProgress progress) =>
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"progress {progress.Seconds:F1} {progress.Visits} {progress.Cost} {progress.Bound}"));

    private static int Broken(string wrong)
    {
        Console.Error.WriteLine($"lianzhi: 求得的方案不合规则，不予写出：{wrong}");
        return 1;
    }
}
