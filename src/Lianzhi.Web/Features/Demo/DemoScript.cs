using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Demo;

/// <summary>The scenario of the demonstration (演示剧本): who does what on which day, told through use cases.</summary>
public sealed class DemoScript(IServiceProvider services, ScriptedTime clock, DateOnly today, Action<string> progress)
{
    /// <summary>Runs the whole scenario, day by day.</summary>
    public async Task Run(CancellationToken cancel)
    {
        clock.MoveTo(today.AddDays(-300), 9);
        progress("机构和人员 …");
        await new DemoPeople(services, today).Load(cancel);
        cancel.ThrowIfCancellationRequested();
    }

    /// <summary>Does one use case as one person; a scenario that is refused is a fault of the scenario.</summary>
    private async Task<T> As<T>(Actor actor, Func<IServiceProvider, Task<Result<T>>> act)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Become(actor);
        var result = await act(scope.ServiceProvider);
        return result.IsOk ? result.Value : throw new InvalidOperationException($"The demonstration was refused on {clock.Today():yyyy-MM-dd}: {string.Join(' ', result.Refusals.Select(refusal => $"{refusal.Code} {refusal.Field} {refusal.Message}"))}");
    }
}
