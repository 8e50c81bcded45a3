using System.CommandLine;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Access;
using Lianzhi.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Cli;

/// <summary>Accounts from the command line (账号), recorded under the name of the operating-system account.</summary>
internal static class Users
{
    public static Command Command()
    {
        var name = new Argument<string>("NAME") { Description = "用户名" };
        var role = new Option<Role>("--role") { Description = "角色，缺省为系统管理员", DefaultValueFactory = _ => Role.Administrator };
        var unit = new Option<string?>("--unit") { Description = "单位代码：镇街九位代码或者部门代码" };
        var area = new Option<string?>("--area") { Description = "片区代码，例如 A1" };
        var display = new Option<string?>("--name") { Description = "姓名" };
        var add = new Command("add", "新建账号，密码从标准输入读取；命令行授予的角色即时生效并留痕") { name, display, role, unit, area };
        add.SetAction((parsed, cancel) => CommandHost.Run(async services =>
        {
            var directory = services.GetRequiredService<AccountDirectory>();
            if (Password() is not { } password) return CommandHost.BadInput;
            var today = services.GetRequiredService<TimeProvider>().Today();
            var held = new Assignment(parsed.GetValue(role), parsed.GetValue(unit), parsed.GetValue(area));
            if (RoleGrants.Grant(Actor.System, "", held.Role, held.Unit, held.Area) is { } refusal)
                return CommandHost.Fail(refusal.Message);
            var account = new NewAccount(parsed.GetRequiredValue(name), parsed.GetValue(display) ?? parsed.GetRequiredValue(name), null, null, [held]);
            return Report(await directory.Add(account, directory.Hash(password), today, cancel));
        }, cancel));
        var reset = new Command("reset", "重置密码，新密码从标准输入读取") { name };
        reset.SetAction((parsed, cancel) => CommandHost.Run(async services =>
        {
            var directory = services.GetRequiredService<AccountDirectory>();
            return Password() is { } password ? Report(await directory.Reset(parsed.GetRequiredValue(name), directory.Hash(password), cancel)) : CommandHost.BadInput;
        }, cancel));
        var list = new Command("list", "列出账号");
        list.SetAction((_, cancel) => CommandHost.Run(async services =>
        {
            await foreach (var account in services.GetRequiredService<AppDb>().Users.AsNoTracking().OrderBy(row => row.UserName).AsAsyncEnumerable().WithCancellation(cancel))
                Console.WriteLine($"{account.UserName}\t{account.DisplayName}\t{account.UnitName}");
            return 0;
        }, cancel));
        return new Command("user", "账号管理") { add, reset, list };
    }

    private static string? Password()
    {
        var password = Console.In.ReadLine();
        if (password?.Length >= 10) return password;
        CommandHost.Fail("密码至少 10 个字符，从标准输入的第一行读取。");
        return null;
    }

    private static int Report<T>(Core.Result<T> result) => result.IsOk ? 0 : CommandHost.Fail(result.Refusals);
}
