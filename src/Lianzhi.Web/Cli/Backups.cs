using System.CommandLine;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Backups;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Cli;

/// <summary>Backup and restore (备份与恢复): database and content, wherever it is kept, in one archive with hashes.</summary>
internal static class Backups
{
    /// <summary>备份.</summary>
    public static Command Backup()
    {
        var target = new Argument<FileInfo>("FILE") { Description = "备份文件，例如 lianzhi-2026-11-26.tar.gz；不得已存在" };
        var command = new Command("backup", "备份数据库和文件（含个人信息和密钥，请加密保存）；可以在运行中备份") { target };
        command.SetAction((parsed, cancel) => CommandHost.Run(async services =>
        {
            var (folder, db) = (services.GetRequiredService<InstallationMode>().DataFolder, services.GetRequiredService<AppDb>());
            var copy = Path.Combine(Directory.CreateDirectory(folder).FullName, $"backup-{Guid.CreateVersion7():N}");
            try
            {
                var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
                if (db.IsEmbedded) CopySqlite(Path.Combine(folder, BackupArchive.SqliteDatabase), copy);
                else await PostgresTools.Dump(db.Database.GetConnectionString()!, copy, cancel);
                var manifest = await BackupArchive.Write(
                    parsed.GetRequiredValue(target).FullName, copy, db.IsEmbedded ? BackupArchive.SqliteDatabase : BackupArchive.PostgresDump, services.GetRequiredService<ContentStore>(), now, cancel);
                Console.WriteLine($"备份完成：数据库和 {manifest.Parts.Count - 1} 个文件，共 {manifest.Parts.Sum(part => part.Length)} 字节。");
                return 0;
            }
            finally
            {
                File.Delete(copy);
            }
        }, cancel));
        return command;
    }

    /// <summary>恢复.</summary>
    public static Command Restore()
    {
        var source = new Argument<FileInfo>("FILE") { Description = "备份文件" };
        var command = new Command("restore", "从备份恢复到空的数据文件夹（PostgreSQL：空的数据库，用 ConnectionStrings__LianzhiOwner 连接）；先核对每一部分，恢复留痕") { source };
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                await Put(parsed.GetRequiredValue(source).FullName, cancel);
            }
            catch (Exception fault) when (fault is InvalidOperationException or IOException or UnauthorizedAccessException or System.Data.Common.DbException)
            {
                return CommandHost.Fail(fault.Message, CommandHost.Failed);
            }
            return await CommandHost.Run(async services =>
            {
                var (record, time) = (services.GetRequiredService<RecordWriter>(), services.GetRequiredService<TimeProvider>());
                var noted = await services.GetRequiredService<UseCaseRunner>().Write<long>(AccessTable.RestoreBackup, "从备份恢复",
                    async () => await record.AppendAct("installation/restore", AccessTable.RestoreBackup, parsed.GetRequiredValue(source).Name, cancel), cancel);
                if (!noted.IsOk) return CommandHost.Fail(noted.Refusals);
                if (services.GetRequiredService<AppDb>() is { IsEmbedded: false } db && Environment.GetEnvironmentVariable("ConnectionStrings__Lianzhi") is { } serving)
                    await DatabaseGrants.ToServe(db, serving, cancel);
                Console.WriteLine($"恢复完成（{time.Today().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}），已留痕。");
                return 0;
            }, cancel, asOwner: true);
        });
        return command;
    }

    /// <summary>Copies the embedded database while it may be in use, and checks the copy.</summary>
    private static void CopySqlite(string path, string copy)
    {
        using var source = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=false");
        using var target = new SqliteConnection($"Data Source={copy};Pooling=false");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
        using var command = target.CreateCommand();
        command.CommandText = "PRAGMA integrity_check;";
        if (command.ExecuteScalar() as string != "ok") throw new InvalidOperationException("数据库副本没有通过完整性检查。");
    }

    private static async Task Put(string archive, CancellationToken cancel)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var folder = Path.GetFullPath(configuration["LIANZHI_DATA"] ?? "var");
        var connection = configuration.GetConnectionString("LianzhiOwner") ?? configuration.GetConnectionString("Lianzhi");
        if (!File.Exists(archive)) throw new IOException($"没有文件 {archive}。");
        if (connection is null && File.Exists(Path.Combine(folder, BackupArchive.SqliteDatabase))) throw new InvalidOperationException($"{folder} 已有数据库；请恢复到空的数据文件夹。");
        var beside = Path.Combine(folder, "restoring");
        if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        Directory.CreateDirectory(beside);
        try
        {
            var manifest = await BackupArchive.Unpack(archive, beside, cancel);
            var expected = connection is null ? BackupArchive.SqliteDatabase : BackupArchive.PostgresDump;
            if (manifest.Parts.All(part => part.Name != expected)) throw new InvalidOperationException($"此备份来自{(connection is null ? " PostgreSQL" : " SQLite")}，与当前配置的数据库不同。");
            var store = StorageOptions.Read(configuration, folder).Open(TimeProvider.System);
            foreach (var part in manifest.Parts.Where(BackupArchive.IsContent)) await store.Take(Path.Combine(beside, part.Name), part.Sm3, cancel);
            // The database comes last: only with it is the folder no longer empty.
            if (connection is null) File.Move(Path.Combine(beside, expected), Path.Combine(folder, expected));
            else await PostgresTools.Restore(connection, Path.Combine(beside, expected), cancel);
        }
        finally
        {
            Directory.Delete(beside, recursive: true);
        }
    }
}
