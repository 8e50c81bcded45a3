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
        services.AddScoped<SearchEverything>();
        services.AddScoped<CountOpenTodos>(provider => provider.GetRequiredService<MyTodos>().Count);
    }
}
