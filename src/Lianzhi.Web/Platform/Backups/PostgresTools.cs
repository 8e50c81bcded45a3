using System.Diagnostics;
using Npgsql;

namespace Lianzhi.Web.Platform.Backups;

/// <summary>Calls PostgreSQL's own tools for dump and restore, where they are installed.</summary>
internal static class PostgresTools
{
    /// <summary>Dumps the database in the custom format.</summary>
    /// <exception cref="InvalidOperationException">The tool is missing or failed; the message says what to do.</exception>
    public static Task Dump(string connection, string target, CancellationToken cancel) =>
        Run("pg_dump", connection, ["--format=custom", "--no-owner", "--no-privileges", $"--file={target}"], cancel);

    /// <summary>Restores a dump into an empty database.</summary>
    /// <exception cref="InvalidOperationException">The tool is missing or failed; the message says what to do.</exception>
    public static Task Restore(string connection, string dump, CancellationToken cancel) =>
        Run("pg_restore", connection, ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", dump], cancel);

    private static async Task Run(string tool, string connection, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        if (Find(tool) is not { } program)
            throw new InvalidOperationException($"没有找到 {tool}。请安装 PostgreSQL 客户端（Debian：apt-get install postgresql-client）后重试；备份也可以用 pg_dump -Fc 和文件夹 files 的副本代替，见 docs/operations.md。");
        var start = new ProcessStartInfo(program) { RedirectStandardError = true };
        foreach (var argument in (string[])[$"--host={settings.Host}", $"--port={settings.Port}", $"--username={settings.Username}", $"--dbname={settings.Database}", "--no-password", .. arguments])
            start.ArgumentList.Add(argument);
        // Handed over by environment: arguments show in the list of processes.
        if (settings.Password is { Length: > 0 } password) start.Environment["PGPASSWORD"] = password;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{tool} 没有启动。");
        var errors = await process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{tool} 失败：{errors.Trim()}");
    }

    private static string? Find(string tool)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        // Debian keeps the versioned tools apart when only the server is installed.
        var versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin")) : [];
        return folders.Concat(versions).Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
    }
}
