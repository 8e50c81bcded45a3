using System.Threading.RateLimiting;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Access;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Jobs;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Security;
using Lianzhi.Web.Platform.Work;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lianzhi.Web.Platform.Hosting;

/// <summary>Registers what every capability stands on.</summary>
internal static class PlatformServices
{
    public static void AddPlatform(this IServiceCollection services, ConfigurationManager configuration)
    {
        var folder = Path.GetFullPath(configuration["LIANZHI_DATA"] ?? "var");
        services.AddSingleton(new InstallationMode(folder));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Entropy>();
        services.AddDatabase(configuration.GetConnectionString("Lianzhi"), folder);
        services.AddSingleton<WriteGate>();
        services.AddSingleton<RecentCounts>();
        services.AddSingleton<PublicPages>();
        // Addresses with every query there is are kept too, so there is a bound.
        services.AddOutputCache(options =>
        {
            options.SizeLimit = 16 << 20;
            options.AddPolicy(PublicPagePolicy.Name, new PublicPagePolicy());
        });
        services.AddScoped<CurrentActor>();
        services.AddScoped<UseCaseTrace>();
        services.AddScoped<UseCaseRunner>();
        services.AddScoped<RecordWriter>();
        services.AddScoped<RecordReader>();
        services.AddScoped<RecordAudit>();
        services.AddRecordTree();
        services.AddSingleton(StorageOptions.Read(configuration, folder));
        services.AddSingleton(provider => provider.GetRequiredService<StorageOptions>().Open(provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<FileStore>();
        services.AddScoped<SweepFiles>();
        services.AddJob(new ScheduledJob(SweepFiles.JobName, TimeSpan.FromHours(6), (provider, cancel) => provider.GetRequiredService<SweepFiles>().Run(cancel)));
        services.AddSingleton<ReferenceData>();
        services.AddHostedService(provider => provider.GetRequiredService<ReferenceData>());
        services.AddDataProtection().SetApplicationName("lianzhi");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
            options.XmlRepository = new DatabaseKeyRepository(provider.GetRequiredService<IServiceScopeFactory>())));
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        // Chinese stays readable in the page source and half as long.
        services.AddSingleton(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        services.AddCascadingValue(provider => provider.GetRequiredService<CurrentActor>());
        services.AddAntiforgery(options => (options.Cookie.Name, options.Cookie.SameSite) = ("lz_form", SameSiteMode.Strict));
        services.Configure<FormOptions>(options => (options.ValueLengthLimit, options.MultipartBodyLengthLimit) = (256 * 1024, 64 * 1024 * 1024));
        services.AddProblemDetails();
        services.AddOpenApi("v1", ApiDocument.Configure);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        services.AddRateLimiter(options =>
        {
            options.OnRejected = async (context, cancel) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
                context.HttpContext.Response.Headers.RetryAfter = wait.ToString(System.Globalization.CultureInfo.InvariantCulture);
                await ProblemAnswers.Write(context.HttpContext, StatusCodes.Status429TooManyRequests, "too-many-requests", "请求过于频繁，请稍后再试。");
            };
            AddLimit(options, "sign-in", configuration.GetValue("RateLimits:SignInPerMinute", 120), TimeSpan.FromMinutes(1));
            AddLimit(options, "rules", configuration.GetValue("RateLimits:RulesPerSecond", 200), TimeSpan.FromSeconds(1));
            AddLimit(options, "verify", configuration.GetValue("RateLimits:VerifyPerMinute", 60), TimeSpan.FromMinutes(1));
            AddLimit(options, "public-write", configuration.GetValue("RateLimits:PublicWritePerMinute", 240), TimeSpan.FromMinutes(1));
        });
    }

    private static void AddLimit(Microsoft.AspNetCore.RateLimiting.RateLimiterOptions options, string name, int permits, TimeSpan period) =>
        options.AddPolicy(name, http => RateLimitPartition.GetTokenBucketLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "local",
            _ => new TokenBucketRateLimiterOptions { TokenLimit = permits * 2, TokensPerPeriod = permits, ReplenishmentPeriod = period, QueueLimit = 0 }));

    /// <summary>
    /// Statements that come again are prepared, unless the connection says otherwise: planning the work list took as long as running it (2026-11-26: 1.0 and
    /// 0.9 ms). Behind a pooler that shares connections between statements, <c>Max Auto Prepare=0</c> switches it off.
    /// </summary>
    internal static string Prepared(string connection)
    {
        var settings = new Npgsql.NpgsqlConnectionStringBuilder(connection);
        // The typed builder answers yes for every keyword there is; the plain one knows what was said.
        var said = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = connection };
        if (!said.ContainsKey("Max Auto Prepare")) (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (200, 2);
        // A page of a list is 20 KiB: read in pieces of 8 KiB it waited three times (1,380 to 1,580 pages a second, 2026-11-27).
        if (!said.ContainsKey("Read Buffer Size")) settings.ReadBufferSize = 32 * 1024;
        // Nothing is set on a connection that outlives its transaction, so nothing needs resetting between two requests.
        if (!said.ContainsKey("No Reset On Close")) settings.NoResetOnClose = true;
        return settings.ConnectionString;
    }

    /// <summary>Registers the database: PostgreSQL when a connection is named, otherwise the embedded one in the data folder.</summary>
    private static void AddDatabase(this IServiceCollection services, string? connection, string folder)
    {
        if (connection is null)
        {
            Directory.CreateDirectory(folder);
            services.AddDbContextPool<AppDb, SqliteAppDb>((provider, options) => options
                .UseSqlite($"Data Source={Path.Combine(folder, "lianzhi.db")}")
                .AddInterceptors(new SqlitePragmas(), provider.GetRequiredService<SessionCache>()));
        }
        else
        {
            services.AddDbContextPool<AppDb, PostgresAppDb>((provider, options) => options.UseNpgsql(Prepared(connection))
                .AddInterceptors(new LiteralLimits(), provider.GetRequiredService<SessionCache>()));
        }
    }
}
