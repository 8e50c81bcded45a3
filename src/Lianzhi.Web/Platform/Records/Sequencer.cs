using Lianzhi.Web.Data;

namespace Lianzhi.Web.Platform.Records;

/// <summary>
/// Each second gives committed entries their positions, and after midnight in Shanghai seals the day that
/// ended. Runs on every node; the tree lets one work at a time. After days without any running node only the
/// last day is sealed: the others had no entries.
/// </summary>
internal sealed class Sequencer(IServiceScopeFactory scopes, TimeProvider time, ILogger<Sequencer> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await Try(tree => tree.Seal(time.Today().AddDays(-1), stoppingToken));
                await Try(tree => tree.Sequence(null, stoppingToken));
            }
        }
        catch (OperationCanceledException)
        {
            // The node stops.
        }
    }

    private async Task Try(Func<RecordTree, Task> work)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider.GetRequiredService<RecordTree>());
        }
        catch (Exception fault) when (DatabaseFault.Is(fault))
        {
            log.LogWarning("The record could not be sequenced or sealed: {Fault}", fault.GetType().Name);
        }
    }
}
