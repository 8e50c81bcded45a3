using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Lianzhi.Core.Access;
using Lianzhi.Web.Features.Access;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Lianzhi.Web.Tests;

/// <summary>Which database a test runs on.</summary>
public enum Database
{
    /// <summary>The embedded one.</summary>
    Sqlite,

    /// <summary>PostgreSQL, started by script/test.</summary>
    Postgres,
}

/// <summary>
/// The real application on a database of its own, copied from a template that was migrated and filled with
/// reference data once. Time stands still at a morning of the demonstration day until a test moves it.
/// </summary>
public sealed class TestHost : IAsyncDisposable
{
    private const string TemplateName = "lianzhi_template";
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static string? sqliteTemplate;
    private static bool postgresTemplate;
    private readonly WebApplication app;
    private readonly string folder;
    private readonly string? connection;

    private TestHost(WebApplication app, string folder, string? connection, FakeTime time) => (this.app, this.folder, this.connection, Time) = (app, folder, connection, time);

    /// <summary>The clock.</summary>
    public FakeTime Time { get; }

    /// <summary>The application's services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Both databases, for theories.</summary>
    public static TheoryData<Database> Databases => [Database.Sqlite, Database.Postgres];

    /// <summary>Starts the application.</summary>
    public static async Task<TestHost> Start(Database database = Database.Sqlite, Action<IServiceCollection>? services = null, Dictionary<string, string?>? settings = null)
    {
        var folder = Directory.CreateTempSubdirectory("lianzhi-test-").FullName;
        string? connection = null;
        await Turn.WaitAsync();
        try
        {
            if (database == Database.Sqlite) File.Copy(await SqliteTemplate(), Path.Combine(folder, "lianzhi.db"));
            else connection = await CopyPostgresTemplate();
        }
        finally
        {
            Turn.Release();
        }
        var time = new FakeTime();
        var app = Build(folder, connection, time, services, settings);
        await DatabaseStart.LoadReferenceData(app.Services, CancellationToken.None);
        await app.StartAsync();
        return new TestHost(app, folder, connection, time);
    }

    /// <summary>A client nobody has signed in with; follows no redirects.</summary>
    public HttpClient Client() => app.GetTestClient();

    /// <summary>A client that carries the bearer token of a fresh session of a new account with these roles.</summary>
    public async Task<HttpClient> SignedIn(params Assignment[] roles) => (await SignedInAs("测试人员", null, roles)).Client;

    /// <summary>A client of a new account with a name, an officer and roles; also gives the account's id.</summary>
    public async Task<(HttpClient Client, string AccountId)> SignedInAs(string name, string? officerId, params Assignment[] roles)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Become(Actor.System);
        var userName = $"user-{Guid.CreateVersion7():N}";
        var added = await scope.ServiceProvider.GetRequiredService<AccountDirectory>()
            .Add(new NewAccount(userName, name, officerId, "测试单位", roles), "none", Time.Today(), CancellationToken.None);
        Assert.True(added.IsOk);
        var token = await scope.ServiceProvider.GetRequiredService<Sessions>().Begin(added.Value, CancellationToken.None);
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (client, added.Value);
    }

    /// <summary>Does something inside the application as the platform itself.</summary>
    public async Task<T> Within<T>(Func<IServiceProvider, Task<T>> work, Actor? actor = null)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Become(actor ?? Actor.System);
        return await work(scope.ServiceProvider);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (connection is not null) await DropPostgres(connection);
        using (var file = new SqliteConnection($"Data Source={Path.Combine(folder, "lianzhi.db")}")) SqliteConnection.ClearPool(file);
        Directory.Delete(folder, recursive: true);
    }

    private static WebApplication Build(string folder, string? connection, FakeTime time, Action<IServiceCollection>? services, Dictionary<string, string?>? settings = null) =>
        LianzhiHost.Build([], builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["LIANZHI_DATA"] = folder,
                ["ConnectionStrings:Lianzhi"] = connection,
                ["Jobs:Enabled"] = "false",
                ["Lists:CountsKept"] = "0",
                ["PublicPages:KeptSeconds"] = "0",
                ["Passwords:IterationCount"] = "1000",
                ["Record:KeyPassphrase"] = "a passphrase of the tests",
                ["RateLimits:PublicWritePerMinute"] = "100000",
                ["RateLimits:VerifyPerMinute"] = "100000",
                ["RateLimits:SignInPerMinute"] = "100000",
                ["RateLimits:RulesPerSecond"] = "100000",
            });
            if (settings is not null) builder.Configuration.AddInMemoryCollection(settings);
        }, collection =>
        {
            collection.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
            collection.AddSingleton<IStartupFilter, BodySizeFeature>();
            services?.Invoke(collection);
        });

    private static async Task<string> SqliteTemplate()
    {
        if (sqliteTemplate is not null) return sqliteTemplate;
        var folder = Directory.CreateTempSubdirectory("lianzhi-template-").FullName;
        var path = Path.Combine(folder, "lianzhi.db");
        await using (var template = Build(folder, null, new FakeTime(), null)) await Prepare(template);
        await using (var connection = new SqliteConnection($"Data Source={path}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
            await command.ExecuteNonQueryAsync();
            SqliteConnection.ClearPool(connection);
        }
        return sqliteTemplate = path;
    }

    private static async Task<string> CopyPostgresTemplate()
    {
        var server = Environment.GetEnvironmentVariable("LIANZHI_TEST_POSTGRES")
            ?? throw new InvalidOperationException("These tests need PostgreSQL. Run them through script/test, which starts one, or set LIANZHI_TEST_POSTGRES to a connection string of an empty server.");
        if (!postgresTemplate)
        {
            await Administer(server, $"DROP DATABASE IF EXISTS {TemplateName} WITH (FORCE)");
            await Administer(server, $"CREATE DATABASE {TemplateName} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'");
            await using (var template = Build(Path.GetTempPath(), $"{server};Database={TemplateName};Pooling=false", new FakeTime(), null)) await Prepare(template);
            postgresTemplate = true;
        }
        var name = $"test_{Guid.CreateVersion7():N}";
        await Administer(server, $"CREATE DATABASE {name} TEMPLATE {TemplateName}");
        return $"{server};Database={name};Maximum Pool Size=20";
    }

    /// <summary>A pool outlives its host by five minutes: on a fast machine the pools of ended hosts filled the server (2026-11-28).</summary>
    private static async Task DropPostgres(string connection)
    {
        foreach (var pool in new[] { PlatformServices.Prepared(connection), NewClues.Counting(PlatformServices.Prepared(connection)) })
        {
            await using var one = new NpgsqlConnection(pool);
            NpgsqlConnection.ClearPool(one);
        }
        var named = new NpgsqlConnectionStringBuilder(connection);
        var name = named.Database;
        named.Remove("Database");
        await Administer(named.ConnectionString, $"DROP DATABASE {name} WITH (FORCE)");
    }

    private static async Task Prepare(WebApplication template)
    {
        await DatabaseStart.Migrate(template.Services, CancellationToken.None);
        await DatabaseStart.Check(template.Services, CancellationToken.None);
        await DatabaseStart.LoadReferenceData(template.Services, CancellationToken.None);
    }

    private static async Task Administer(string server, string statement)
    {
        await using var connection = new NpgsqlConnection($"{server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>
/// Gives each request the body limit that a real server has and the test server lacks; routing warns about every
/// page with a limit of its own otherwise.
/// </summary>
internal sealed class BodySizeFeature : IStartupFilter
{
    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, rest) =>
        {
            http.Features.Set<IHttpMaxRequestBodySizeFeature>(new Limit());
            return rest(http);
        });
        next(app);
    };

    private sealed class Limit : IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => false;

        public long? MaxRequestBodySize { get; set; }
    }
}

/// <summary>A clock that a test sets. Starts on Thursday 8 October 2026 at nine in Shanghai.</summary>
public sealed class FakeTime : TimeProvider
{
    private DateTimeOffset now = new(2026, 10, 8, 9, 0, 0, TimeSpan.FromHours(8));

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    /// <summary>Moves the clock.</summary>
    public void Set(DateTimeOffset instant) => now = instant;

    /// <summary>Moves the clock to nine in the morning of a day in Shanghai.</summary>
    public void Set(int year, int month, int day) => now = new DateTimeOffset(year, month, day, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Moves the clock on.</summary>
    public void Advance(TimeSpan by) => now += by;
}

/// <summary>Shorthand for JSON answers.</summary>
public static class JsonAnswers
{
    /// <summary>The body as JSON; fails with the body's text when it is none.</summary>
    public static async Task<JsonElement> Json(this HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        try
        {
            return JsonDocument.Parse(text).RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new Xunit.Sdk.XunitException($"{(int)response.StatusCode} without JSON: {text}");
        }
    }

    /// <summary>Sends JSON.</summary>
    public static Task<HttpResponseMessage> PostJson(this HttpClient client, string path, object body, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }
}
