using System.CommandLine;
using System.Diagnostics;

namespace Lianzhi.Web.Cli;

/// <summary>What the verbs that solve from a file have in common (求解命令).</summary>
internal static class Solving
{
    /// <summary>The verb <c>solve</c>.</summary>
    /// <param name="name">What is solved.</param>
    /// <param name="title">The same for people.</param>
    /// <param name="description">What the verb does.</param>
    /// <param name="repeatable">Promise about the same answer, in the help.</param>
    /// <param name="solve">Solves; hands back the exit status.</param>
    /// <param name="more">Options of this verb alone; <see cref="Request.Parsed"/> holds their values.</param>
    public static Command Command(string name, string title, string description, string repeatable, Func<Request, CancellationToken, int> solve, params Option[] more)
    {
        var input = new Option<FileInfo>("--in") { Description = "问题文件（JSON）", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "方案文件；求解中已得到的方案随时可用，中断不留半个文件", Required = true };
        var seconds = new Option<double>("--seconds") { Description = "求解时限（秒），含启动和写文件", DefaultValueFactory = _ => 60 };
        var workers = new Option<int>("--workers") { Description = $"线程数；{repeatable}", DefaultValueFactory = _ => 2 };
        var seed = new Option<long>("--seed") { Description = "随机种子", DefaultValueFactory = _ => 1 };
        var verb = new Command("solve", description) { input, output, seconds, workers, seed };
        foreach (var option in more) verb.Add(option);
        // On a thread of its own: signals are turned into a cancellation only once the action has handed back its task.
        verb.SetAction((parsed, cancel) => Task.Run(() => Guarded(new(
            parsed.GetRequiredValue(input), parsed.GetRequiredValue(output), parsed.GetValue(seconds), parsed.GetValue(workers), parsed.GetValue(seed), ProcessStarted(), parsed), solve, cancel), CancellationToken.None));
        return new Command(name, title) { verb };
    }

    /// <summary>Replaces a file in one move: a kill at any moment leaves the former file or a whole new one.</summary>
    public static void Write(FileInfo output, byte[] content)
    {
        var draft = Path.Combine(output.DirectoryName!, $".{output.Name}.{Environment.ProcessId}.draft");
        try
        {
            File.WriteAllBytes(draft, content);
            File.Move(draft, output.FullName, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public static int Fail(string message)
    {
        Console.Error.WriteLine($"lianzhi: {message}");
        return 2;
    }

    private static int Guarded(Request request, Func<Request, CancellationToken, int> solve, CancellationToken cancel)
    {
        var (input, output) = (request.Input, request.Output);
        if (!input.Exists) return Fail($"找不到文件 {input.FullName}");
        if (output.Directory is not { Exists: true } || Directory.Exists(output.FullName)) return Fail($"不能写入 {output.FullName}");
        if (output.FullName == input.FullName) return Fail("方案文件不能就是问题文件");
        try
        {
            return solve(request, cancel);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return Fail(broken.Message);
        }
    }

    /// <summary>The time limit counts from the start of the process, not from here.</summary>
    private static long ProcessStarted()
    {
        using var process = Process.GetCurrentProcess();
        var passed = Math.Clamp((TimeProvider.System.GetUtcNow() - process.StartTime.ToUniversalTime()).TotalSeconds, 0, 10);
        return Stopwatch.GetTimestamp() - (long)(passed * Stopwatch.Frequency);
    }

    /// <summary>What was asked for (求解请求).</summary>
    internal sealed record Request(FileInfo Input, FileInfo Output, double Seconds, int Workers, long Seed, long Started, ParseResult Parsed);
}
