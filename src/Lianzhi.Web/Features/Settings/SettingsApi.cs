using Lianzhi.Core.Access;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Settings;

/// <summary>Settings for programs.</summary>
internal static class SettingsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/settings", async (ViewSettings view, DateOnly? asOf) => (await view.Run(asOf)).Answer())
            .Uses(AccessTable.ViewSettings).Produces<IReadOnlyList<SettingView>>().WithSummary("设置").WithDescription("All practice values as of a day.");
        api.MapGet("/settings/{key}", async (ViewSettings view, string key, HttpContext http) => (await view.One(key, http.RequestAborted)).Answer())
            .Uses(AccessTable.ViewSettings).Produces<SettingHistory>().WithSummary("设置沿革").WithDescription("One practice value with its history.");
    }
}
