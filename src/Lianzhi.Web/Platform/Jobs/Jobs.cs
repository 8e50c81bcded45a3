using Lianzhi.Core.Access;
using Quartz;

namespace Lianzhi.Web.Platform.Jobs;

/// <summary>Work that runs by itself (定时任务), declared by a capability.</summary>
/// <param name="Name">Kebab-case name, the same on every node.</param>
/// <param name="Every">How often.</param>
/// <param name="Run">What is done, in a scope of its own, as the platform itself. Must bear being run twice.</param>
public sealed record ScheduledJob(string Name, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task> Run);

/// <summary>Registers scheduled work.</summary>
public static class JobServices
{
    /// <summary>Setting that switches jobs off, for tests and for nodes that only answer requests.</summary>
    public const string Switch = "Jobs:Enabled";

    /// <summary>Declares scheduled work.</summary>
    public static IServiceCollection AddJob(this IServiceCollection services, ScheduledJob job) => services.AddSingleton(job);

    /// <summary>
    /// Starts the scheduler: clustered in PostgreSQL, so that of many nodes one runs a job; in memory beside the embedded
    /// database, which has one process. Call after all jobs are declared.
    /// </summary>
    internal static void AddScheduler(this IServiceCollection services, IConfiguration configuration)
    {
        if (!configuration.GetValue(Switch, true)) return;
        var jobs = services.Where(service => service.ServiceType == typeof(ScheduledJob)).Select(service => (ScheduledJob)service.ImplementationInstance!).ToList();
        services.AddQuartz(quartz =>
        {
            if (configuration.GetConnectionString("Lianzhi") is { } connection)
            {
                quartz.ConfigureScheduler(options => (options.InstanceName, options.GenerateInstanceId) = ("lianzhi", true));
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(Npgsql.NpgsqlFactory.Instance, connection);
                    store.UseClustering();
                });
            }
            foreach (var job in jobs)
                quartz.ScheduleJob<RunScheduledJob>(trigger => trigger.WithIdentity(job.Name).StartNow().WithSimpleSchedule(job.Every), made => made.WithIdentity(job.Name));
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    /// <summary>
    /// Makes the scheduler's own tables where they are missing, with the owner's connection: the serving role may not. Under a
    /// name of its own, so that it takes no job of a running node.
    /// </summary>
    internal static async Task MakeTables(string connection, CancellationToken cancel)
    {
        var factory = QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.ConfigureScheduler(options => options.InstanceName = "lianzhi-migrate");
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(Npgsql.NpgsqlFactory.Instance, connection);
                store.ProvisionSchema();
            });
        }).Build();
        var scheduler = await factory.GetScheduler(cancel);
        await scheduler.Start(cancel);
        await scheduler.Shutdown(false, cancel);
    }
}

/// <summary>Runs a declared job by its name; never twice at a time on the whole cluster.</summary>
[DisallowConcurrentExecution]
public sealed partial class RunScheduledJob(IServiceScopeFactory scopes, IEnumerable<ScheduledJob> jobs, ILogger<RunScheduledJob> log) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (jobs.FirstOrDefault(job => job.Name == context.JobDetail.Key.Name) is not { } job) return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Become(Actor.System);
            await job.Run(scope.ServiceProvider, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The text of a database error may carry personal values: only its kind is logged.
            Failed(log, job.Name, fault.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "Job {Job} failed with {Fault}; it runs again at its next time.")]
    private static partial void Failed(ILogger log, string job, string fault);
}
