using System.CommandLine;
using Lianzhi.Web.Platform.Hosting;

namespace Lianzhi.Web.Cli;

/// <summary>Brings the schema up to date (升级数据库结构), with the owner's connection on PostgreSQL.</summary>
internal static class Migrate
{
    public static Command Command()
    {
        var command = new Command("migrate", "升级数据库结构；PostgreSQL 用 ConnectionStrings__LianzhiOwner 连接");
        command.SetAction(async (_, cancel) =>
        {
            var app = LianzhiHost.Build([], builder =>
            {
                if (builder.Configuration.GetConnectionString("LianzhiOwner") is { } owner) builder.Configuration["ConnectionStrings:Lianzhi"] = owner;
            });
            await using (app)
            {
                await DatabaseStart.Migrate(app.Services, cancel);
                await DatabaseStart.Check(app.Services, cancel);
                Console.WriteLine("数据库结构已是最新。");
            }
            return 0;
        });
        return command;
    }
}
