using System.CommandLine;
using Lianzhi.Web.Features.Demo.Sample;
using Lianzhi.Web.Platform.Hosting;

namespace Lianzhi.Web.Cli;

/// <summary>Fills an empty database with made-up cases for benchmarks (样例数据).</summary>
internal static class SampleData
{
    private const int MostCases = 5_000_000;

    public static Command Command()
    {
        var cases = new Option<int>("--cases") { Description = $"案件数，1–{MostCases}", DefaultValueFactory = _ => 10_000 };
        var seed = new Option<int>("--seed") { Description = "随机种子；同一天、同一种子得到同样的数据", DefaultValueFactory = _ => 1 };
        var command = new Command("sample-data", "向空数据库装入虚构的样例案件，供性能测试；PostgreSQL 用 ConnectionStrings__LianzhiOwner 连接") { cases, seed };
        command.SetAction(async (parsed, cancel) =>
        {
            var count = parsed.GetValue(cases);
            if (count is < 1 or > MostCases) return Fail($"--cases 应为 1–{MostCases}。");
            var app = LianzhiHost.Build([], builder =>
            {
                if (builder.Configuration.GetConnectionString("LianzhiOwner") is { } owner) builder.Configuration["ConnectionStrings:Lianzhi"] = owner;
            });
            await using (app)
            {
                await DatabaseStart.Migrate(app.Services, cancel);
                await DatabaseStart.Check(app.Services, cancel);
                var started = System.Diagnostics.Stopwatch.StartNew();
                if (await new SampleLoader(app.Services, Console.WriteLine).Load(count, parsed.GetValue(seed), cancel) is { } refused) return Fail(refused);
                Console.WriteLine($"样例数据已装入：{count} 件案件，用时 {started.Elapsed.TotalSeconds:0} 秒，其中本进程处理器时间 {System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:0} 秒。");
            }
            return 0;
        });
        return command;
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine($"lianzhi: {message}");
        return 2;
    }
}
