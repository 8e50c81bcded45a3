using System.CommandLine;
using Lianzhi.Web.Features.Access;

namespace Lianzhi.Web.Cli;

/// <summary>Tokens for programs (令牌).</summary>
internal static class Tokens
{
    public static Command Command()
    {
        var name = new Argument<string>("NAME") { Description = "用户名" };
        var create = new Command("create", "为账号签发令牌（12小时内有效，闲置30分钟失效），写到标准输出；签发留痕") { name };
        create.SetAction((parsed, cancel) => CommandHost.Run(async services =>
        {
            var token = await services.GetRequiredService<CreateToken>().Run(parsed.GetRequiredValue(name), cancel);
            if (!token.IsOk) return CommandHost.Fail(token.Refusals);
            Console.WriteLine(token.Value);
            return 0;
        }, cancel));
        return new Command("token", "令牌管理") { create };
    }
}
