using Lianzhi.Web.Platform.Jobs;
using Lianzhi.Web.Platform.Problems;
using Serilog;
using Serilog.Events;

namespace Lianzhi.Web.Platform.Hosting;

/// <summary>Builds the one web application; used by every verb and by the tests.</summary>
public static class LianzhiHost
{
    /// <summary>Builds the application without starting it.</summary>
    /// <param name="args">Configuration arguments.</param>
    /// <param name="configure">Changes configuration before anything reads it.</param>
    /// <param name="services">Last word on services, for tests and the demonstration loader.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = "lianzhi", ContentRootPath = AppContext.BaseDirectory });
        configure?.Invoke(builder);
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(4));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Services.AddSerilog(logging => logging
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .MinimumLevel.Override("Microsoft.AspNetCore.StaticFiles", LogEventLevel.Error)
            // The text of a database error may carry the values of a row.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Fatal)
            .WriteTo.Console(outputTemplate: "{Timestamp:yyyy-MM-ddTHH:mm:ssK} {Level:u3} {SourceContext} {Message:lj}{NewLine}"));
        builder.Services.AddPlatform(builder.Configuration);
        foreach (var capability in Capabilities.All) capability.Services(builder.Services);
        builder.Services.AddScheduler(builder.Configuration);
        builder.Services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.UsePlatform();
        return app;
    }
}
