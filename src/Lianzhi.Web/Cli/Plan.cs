using System.CommandLine;
using System.Globalization;
using Lianzhi.Core.Inspections;
using Lianzhi.Planner.Plans;
using Lianzhi.Web.Platform.Crypto;

namespace Lianzhi.Web.Cli;

/// <summary>Solves the inspections of a year from a file (年度检查计划求解). Needs neither the platform nor its database.</summary>
internal static class Plan
{
    public static Command Command()
    {
        var command = Solving.Command(
            "plan", "年度联合检查计划", "合并各部门的检查并分到各周：在频次上限、间隔、时段和人手车辆之内求入企最少的年度计划", "同一文件、时限、线程数和种子得到同一方案", Solve);
        command.Add(DrawVerb());
        return command;
    }

    /// <summary>双随机抽取, as anybody repeats it.</summary>
    private static Command DrawVerb()
    {
        var input = new Option<FileInfo>("--in") { Description = "抽取依据文件（JSON）", Required = true };
        var seed = new Option<string>("--seed") { Description = "公布的种子（64 位十六进制）", Required = true };
        var commitment = new Option<string>("--commitment") { Description = "抽取前公布的种子摘要；给出时核对" };
        var verb = new Command("draw", "按公布的种子重做双随机抽取，结果写到标准输出") { input, seed, commitment };
        verb.SetAction(parsed => DrawAgain(parsed.GetRequiredValue(input), parsed.GetRequiredValue(seed), parsed.GetValue(commitment)));
        return verb;
    }

    private static int DrawAgain(FileInfo input, string seed, string? commitment)
    {
        if (!input.Exists) return Solving.Fail($"找不到文件 {input.FullName}");
        if (input.Length > DrawFile.LargestBytes) return Solving.Fail("$：文件过大");
        if (seed.Length != Draw.SeedBytes * 2 || !seed.All(char.IsAsciiHexDigit)) return Solving.Fail("--seed：应当是 64 位十六进制");
        var bytes = Convert.FromHexString(seed);
        var hash = Convert.ToHexStringLower(Sm3.Hash(bytes));
        if (commitment is not null && !hash.Equals(commitment, StringComparison.OrdinalIgnoreCase)) return Solving.Fail($"--commitment：种子的摘要是 {hash}，与抽取前公布的不一致");
        var read = DrawFile.Read(File.ReadAllBytes(input.FullName));
        if (!read.IsOk) return Solving.Fail($"{read.Refusals[0].Field}：{read.Refusals[0].Message}");
        var drawn = Draw.Run(read.Value, bytes, Sm3.Hash);
        if (!drawn.IsOk) return Solving.Fail(drawn.Refusals[0].Message);
        Console.Out.WriteLine(System.Text.Encoding.UTF8.GetString(DrawFile.Write(hash, drawn.Value)));
        return 0;
    }

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
