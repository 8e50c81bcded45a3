using System.CommandLine;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Access;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Hosting;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Cli;

/// <summary>Looks at the installation and says what is not as it should be (体检); changes nothing.</summary>
internal static class Doctor
{
    private const long LeastFreeBytes = 1L << 30;
    private const long RecordProgress = 500_000;

    public static Command Command()
    {
        var command = new Command("doctor", "检查运行环境、数据库、基础数据和账号，不改变任何内容；有问题时退出码为 1");
        var record = new Option<bool>("--record") { Description = "另外核验数据库里全过程记录的每一条（量大时需要几分钟）" };
        command.Add(record);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var app = LianzhiHost.Build([]);
            await using var scope = app.Services.CreateAsyncScope();
            var faults = 0;
            await foreach (var (title, fault) in Checks(scope.ServiceProvider, cancel))
            {
                Console.WriteLine(fault is null ? $"正常\t{title}" : $"问题\t{title}：{fault}");
                if (fault is not null) faults++;
            }
            if (faults == 0 && parsed.GetValue(record)) faults += await CheckRecord(scope.ServiceProvider.GetRequiredService<RecordAudit>(), cancel);
            return faults == 0 ? 0 : CommandHost.Failed;
        });
        return command;
    }

    private static async IAsyncEnumerable<(string Title, string? Fault)> Checks(IServiceProvider services, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var (db, time, folder) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<InstallationMode>().DataFolder);
        yield return ("时区", await Try(() => Done(() => District.CheckTimeZone(time))));
        yield return ($"数据文件夹 {folder}", await Try(() => Task.FromResult(Folder(folder))));
        if (db.IsEmbedded && !File.Exists(Path.Combine(folder, "lianzhi.db")))
        {
            yield return ("数据库", "还没有数据库；启动平台（serve）即会建立。");
            yield break;
        }
        var database = await Try(() => Done(DatabaseStart.Check(services, cancel)));
        yield return (db.IsEmbedded ? "数据库（SQLite）" : "数据库（PostgreSQL）", database);
        if (database is not null) yield break;
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).Count();
        yield return ("数据库结构", pending == 0 ? null : $"落后 {pending} 个版本，请运行 lianzhi migrate。");
        if (pending > 0) yield break;
        if (!db.IsEmbedded) yield return ("服务角色的权限", await Privileges(db, cancel));
        await DatabaseStart.LoadSnapshots(services, cancel);
        var years = services.GetRequiredService<Snapshot<WorkCalendar>>().Current.LoadedYears;
        var year = time.Today().Year;
        yield return ($"{year} 年工作日历", years.Contains(year) ? null : "未载入；请用 lianzhi import holidays 导入国务院办公厅通知。");
        if (time.Today().Month == 12) yield return ($"{year + 1} 年工作日历", years.Contains(year + 1) ? null : "未载入；跨年的期限只按周末推算。");
        foreach (var (role, why) in ((Role, string)[])[(Role.Administrator, "无人可以管理账号"), (Role.JusticeSupervisor, "无人可以确认角色和修改设置")])
        {
            var held = await db.Set<AccountRoleRow>().AnyAsync(row => row.Role == role && row.ConfirmedBy != null && row.To == null, cancel);
            yield return ($"{RoleGrants.Name(role)}账号", held ? null : $"没有，{why}；请用 lianzhi user add --role {role} 新建。");
        }
    }

    /// <summary>Checks every entry and names the first that does not hold of each stream.</summary>
    private static async Task<int> CheckRecord(RecordAudit audit, CancellationToken cancel)
    {
        var told = 0L;
        var found = await audit.Run("", long.MaxValue, read =>
        {
            if (read - told < RecordProgress) return;
            told = read;
            Console.Error.WriteLine($"已核验 {read:N0} 条 …");
        }, cancel);
        foreach (var broken in found.Broken) Console.WriteLine($"问题\t全过程记录 {broken.Stream} 第 {broken.Number} 条：{broken.Why}");
        if (found.Broken.Count == 0) Console.WriteLine($"正常\t全过程记录（{found.Streams:N0} 条流，{found.Entries:N0} 个条目）");
        return found.Broken.Count;
    }

    private static string? Folder(string folder)
    {
        Directory.CreateDirectory(folder);
        var probe = Path.Combine(folder, $".probe-{Guid.CreateVersion7():N}");
        File.WriteAllText(probe, "");
        File.Delete(probe);
        var free = new DriveInfo(folder).AvailableFreeSpace;
        return free < LeastFreeBytes ? $"剩余空间不足 1 GB（{free >> 20} MB）。" : null;
    }

    private static async Task<string?> Privileges(AppDb db, CancellationToken cancel)
    {
        var creates = await Ask("SELECT has_schema_privilege('public', 'CREATE') AS \"Value\"");
        var changes = await Ask("SELECT has_table_privilege('record_entry', 'UPDATE') OR has_table_privilege('record_entry', 'DELETE') OR has_table_privilege('record_entry', 'TRUNCATE') AS \"Value\"");
        var works = await Ask("SELECT has_table_privilege('record_entry', 'SELECT') AND has_table_privilege('record_entry', 'INSERT') AS \"Value\"");
        return !works ? "不能读取或者追加记录，请用属主连接运行 lianzhi migrate。"
            : creates ? "可以改变数据库结构；运行请使用另一个角色（见 docs/operations.md）。"
            : changes ? "可以改动记录，请用属主连接运行 lianzhi migrate 收回。" : null;

        Task<bool> Ask(string question) => db.Database.SqlQueryRaw<bool>(question).SingleAsync(cancel);
    }

    private static async Task<string?> Try(Func<Task<string?>> check)
    {
        try
        {
            return await check();
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            return fault.Message;
        }
    }

    private static Task<string?> Done(Action check)
    {
        check();
        return Task.FromResult<string?>(null);
    }

    private static async Task<string?> Done(Task check)
    {
        await check;
        return null;
    }
}
