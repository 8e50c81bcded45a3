using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Platform.Reference;

/// <summary>Counts the changes of one body of reference data, so that every node notices within a second.</summary>
public sealed class ReferenceVersionRow
{
    /// <summary>Name of the data: <c>calendar</c>, <c>settings</c>, <c>organisation</c>, <c>powers</c>.</summary>
    [Key, MaxLength(40)] public required string Name { get; init; }

    /// <summary>Grows with each change.</summary>
    public long Number { get; set; }
}

/// <summary>
/// An immutable picture of one body of reference data (参考数据快照) that rules are answered from: loaded once,
/// replaced as a whole when its version in the database moves on.
/// </summary>
public abstract class Snapshot(string name)
{
    /// <summary>Name of the data.</summary>
    public string Name { get; } = name;

    /// <summary>Version that is loaded; -1 before the first load.</summary>
    public long Version { get; protected set; } = -1;

    internal abstract Task Load(AppDb db, long version, CancellationToken cancel);
}

/// <summary>A snapshot of a given type.</summary>
/// <param name="name">Name of the data.</param>
/// <param name="load">Reads it from the database.</param>
public sealed class Snapshot<T>(string name, Func<AppDb, CancellationToken, Task<T>> load) : Snapshot(name) where T : class
{
    private T? value;

    /// <summary>The picture as it is now.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been loaded yet.</exception>
    public T Current => value ?? throw new InvalidOperationException($"Reference data '{Name}' is not loaded yet.");

    internal override async Task Load(AppDb db, long version, CancellationToken cancel)
    {
        value = await load(db, cancel);
        Version = version;
    }
}

/// <summary>Keeps all snapshots of this node current.</summary>
public sealed class ReferenceData(IServiceScopeFactory scopes, IEnumerable<Snapshot> snapshots, ILogger<ReferenceData> log) : BackgroundService
{
    private readonly ConcurrentDictionary<string, byte> touched = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Marks data as changed inside the running transaction; this node reloads it at commit, others within a second.</summary>
    public async Task Touch(AppDb db, string name, CancellationToken cancel)
    {
        var row = await db.Set<ReferenceVersionRow>().FindAsync([name], cancel);
        if (row is null) db.Add(new ReferenceVersionRow { Name = name, Number = 1 });
        else row.Number++;
        touched[name] = 1;
    }

    /// <summary>Reloads whatever this node changed; called after each commit and cheap when nothing was.</summary>
    public async Task ReloadChanged(CancellationToken cancel)
    {
        if (touched.IsEmpty) return;
        touched.Clear();
        await Reload(cancel);
    }

    /// <summary>Loads every snapshot whose version in the database is another than the one loaded.</summary>
    public async Task Reload(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var versions = await db.Set<ReferenceVersionRow>().AsNoTracking().ToDictionaryAsync(row => row.Name, row => row.Number, cancel);
            foreach (var snapshot in snapshots)
            {
                var version = versions.GetValueOrDefault(snapshot.Name);
                if (version != snapshot.Version) await snapshot.Load(db, version, cancel);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await TryReload(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The node stops.
        }
    }

    private async Task TryReload(CancellationToken cancel)
    {
        try
        {
            await Reload(cancel);
        }
        catch (Exception fault) when (DatabaseFault.Is(fault))
        {
            log.LogWarning("Reference data could not be refreshed: {Fault}", fault.GetType().Name);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }
}

/// <summary>Registers snapshots.</summary>
public static class SnapshotExtensions
{
    /// <summary>Adds a snapshot; inject <c>Snapshot&lt;T&gt;</c> to read it.</summary>
    public static void AddSnapshot<T>(this IServiceCollection services, string name, Func<AppDb, CancellationToken, Task<T>> load) where T : class
    {
        var snapshot = new Snapshot<T>(name, load);
        services.AddSingleton(snapshot);
        services.AddSingleton<Snapshot>(snapshot);
    }
}
