using System.Net;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Demo;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lianzhi.Web.Cli;

/// <summary>Starts the platform (启动).</summary>
internal static class Serve
{
    public static async Task<int> Run(CancellationToken cancel)
    {
        WebApplication app;
        bool current;
        try
        {
            District.CheckTimeZone(TimeProvider.System);
            var demoDay = await LoadDemo(cancel);
            app = LianzhiHost.Build([], services: services =>
            {
                if (demoDay is { } day) services.Replace(ServiceDescriptor.Singleton<TimeProvider>(ShiftedTime.Starting(day)));
            });
            await using (var scope = app.Services.CreateAsyncScope())
                if (scope.ServiceProvider.GetRequiredService<AppDb>().IsEmbedded) await DatabaseStart.Migrate(app.Services, cancel);
            await DatabaseStart.Check(app.Services, cancel);
            current = await DatabaseStart.IsCurrent(app.Services, cancel);
            if (current) await DatabaseStart.LoadReferenceData(app.Services, cancel);
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.Data.Common.DbException)
        {
            await Console.Error.WriteLineAsync($"lianzhi: {fault.Message}");
            return 1;
        }
        if (app.Urls.Count == 0 && app.Configuration["ASPNETCORE_URLS"] is null) app.Urls.Add("http://127.0.0.1:8080");
        if (app.Services.GetRequiredService<InstallationMode>().IsDemo && Addresses(app).FirstOrDefault(address => !IsLoopback(address)) is { } open)
        {
            await Console.Error.WriteLineAsync($"lianzhi: the demonstration has well-known passwords and listens on loopback only, not on {open}.");
            return 1;
        }
        await app.StartAsync(cancel);
        if (current || await IsMigrated(app)) Console.WriteLine($"联执 Lianzhi 已就绪：{string.Join(' ', app.Urls)}");
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    /// <summary>Stays alive but not ready while the schema is behind, so that nodes of a new version may start before <c>lianzhi migrate</c> has run.</summary>
    /// <returns>False when it was stopped before.</returns>
    private static async Task<bool> IsMigrated(WebApplication app)
    {
        Console.WriteLine("数据库结构落后，尚未就绪：请用属主连接运行 lianzhi migrate …");
        try
        {
            while (!await DatabaseStart.IsCurrent(app.Services, app.Lifetime.ApplicationStopping)) await Task.Delay(TimeSpan.FromSeconds(1), app.Lifetime.ApplicationStopping);
            await DatabaseStart.LoadReferenceData(app.Services, app.Lifetime.ApplicationStopping);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Loads the demonstration when it is wanted and nothing is there; gives the day it is to stay on, when one is named.</summary>
    private static async Task<DateOnly?> LoadDemo(CancellationToken cancel)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        if (configuration["LIANZHI_DEMO"] is not "1" || configuration.GetConnectionString("Lianzhi") is not null) return null;
        await Demo.LoadApart(configuration, cancel);
        return ShiftedTime.NamedDay(configuration);
    }

    private static IEnumerable<string> Addresses(WebApplication app) =>
        app.Urls.Count > 0 ? app.Urls : (app.Configuration["ASPNETCORE_URLS"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
