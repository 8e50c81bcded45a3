using Lianzhi.Web.Components.Layouts;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Workbench;

/// <summary>The start page of officers (工作台): what to do, by when, why.</summary>
public sealed class WorkbenchCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<MyTodos>();
        services.AddScoped<CaseReminders>();
        services.AddScoped<ViewWorkbench>();
        services.AddScoped<ViewSignatures>();
        services.AddScoped<SearchEverything>();
        // A page loads while its frame is drawn, and a database connection serves one question at a time: the bell has its own.
        services.AddScoped<CountOpenTodos>(provider => async cancel =>
        {
            var current = provider.GetRequiredService<CurrentActor>();
            await using var scope = provider.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Become(current.Actor, current.UnitName, current.SessionId);
            return await scope.ServiceProvider.GetRequiredService<MyTodos>().Count(cancel);
        });
    }
}
