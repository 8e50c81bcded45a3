using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Hosting;
using Lianzhi.Web.Platform.Records;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lianzhi.Web.Features.Demo;

/// <summary>
/// Loads the demonstration district (演示片区) into an empty data folder, through the same use cases as people
/// use, against a scripted clock. It is built beside and moved into place at the end, so an interrupted load is
/// begun anew and never left half.
/// </summary>
public static class DemoLoader
{
    private const string Database = "lianzhi.db";

    /// <summary>True when the folder holds a database already, whatever is in it.</summary>
    public static bool IsLoaded(string folder) => File.Exists(Path.Combine(folder, Database));

    /// <summary>Loads it when the folder holds no database yet.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="today">Day of the demonstration.</param>
    /// <param name="progress">Told a line for people now and then.</param>
    /// <param name="cancel">Stops; what was loaded so far is dropped.</param>
    public static async Task LoadInto(string folder, DateOnly today, Action<string> progress, CancellationToken cancel)
    {
        if (IsLoaded(folder)) return;
        var loading = Path.Combine(folder, "loading");
        if (Directory.Exists(loading)) Directory.Delete(loading, recursive: true);
        Directory.CreateDirectory(loading);
        progress($"正在装载演示片区（{today:yyyy-MM-dd}，人员、企业、案件均为虚构）…");
        var clock = new ScriptedTime(new DateTimeOffset(today.AddDays(-300), new TimeOnly(8, 0), District.Offset).ToUniversalTime());
        await using (var app = LianzhiHost.Build([],
            builder => (builder.Configuration["LIANZHI_DATA"], builder.Configuration["ConnectionStrings:Lianzhi"]) = (loading, null),
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                services.Replace(ServiceDescriptor.Singleton<Entropy>(new SeededEntropy($"demo {today:yyyy-MM-dd}")));
            }))
        {
            await DatabaseStart.Migrate(app.Services, cancel);
            await MarkAsDemo(app.Services, cancel);
            await DatabaseStart.LoadReferenceData(app.Services, cancel);
            await new DemoScript(app.Services, clock, today, progress).Run(cancel);
        }
        await Settle(Path.Combine(loading, Database), cancel);
        MoveFiles(Path.Combine(loading, "files"), Path.Combine(folder, "files"));
        if (File.Exists(Path.Combine(loading, KeyVault.FileName))) File.Move(Path.Combine(loading, KeyVault.FileName), Path.Combine(folder, KeyVault.FileName), overwrite: true);
        File.Move(Path.Combine(loading, Database), Path.Combine(folder, Database));
        Directory.Delete(loading, recursive: true);
    }

    /// <summary>Moves the files one by one: they are named by their content, so what an interrupted move left behind is met again.</summary>
    private static void MoveFiles(string from, string to)
    {
        if (!Directory.Exists(from)) return;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(file, target, overwrite: true);
        }
    }

    private static async Task MarkAsDemo(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Add(new InstallationRow { Name = InstallationMode.ContentName, Value = "demo" });
        await db.SaveChangesAsync(cancel);
        services.GetRequiredService<InstallationMode>().IsDemo = true;
    }

    /// <summary>Writes the log into the database file, so that one file holds everything.</summary>
    private static async Task Settle(string path, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize;";
        await command.ExecuteNonQueryAsync(cancel);
        SqliteConnection.ClearAllPools();
    }
}
