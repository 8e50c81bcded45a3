using System.CommandLine;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Hosting;

namespace Lianzhi.Web.Cli;

/// <summary>Brings the schema up to date (升级数据库结构), with the owner's connection on PostgreSQL.</summary>
internal static class Migrate
{
    public static Command Command()
    {
        var command = new Command("migrate", "升级数据库结构；PostgreSQL 用 ConnectionStrings__LianzhiOwner 连接，并给 ConnectionStrings__Lianzhi 的角色授予运行所需的权限");
        command.SetAction(async (_, cancel) =>
        {
            string? serving = null;
            try
            {
                await using var app = LianzhiHost.Build([], builder =>
                {
                    if (builder.Configuration.GetConnectionString("LianzhiOwner") is not { } owner) return;
                    serving = builder.Configuration.GetConnectionString("Lianzhi");
                    builder.Configuration["ConnectionStrings:Lianzhi"] = owner;
                });
                await DatabaseStart.Migrate(app.Services, cancel);
                await DatabaseStart.Check(app.Services, cancel);
                Console.WriteLine("数据库结构已是最新。");
                await using var scope = app.Services.CreateAsyncScope();
                if (serving is not null && await DatabaseGrants.ToServe(scope.ServiceProvider.GetRequiredService<AppDb>(), serving, cancel) is { } role)
                    Console.WriteLine($"已授予角色 {role} 运行所需的权限（记录只可读取和追加）。");
                return 0;
            }
            catch (Exception fault) when (fault is InvalidOperationException or System.Data.Common.DbException)
            {
                return CommandHost.Fail(fault.Message, CommandHost.Failed);
            }
        });
        return command;
    }
}
