using System.Net;
using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Lianzhi.Web.Tests.Platform;

/// <summary>A database that is lost for a while does not take the platform along.</summary>
public sealed class DatabaseLossTests
{
    [Fact]
    public async Task Host_ConnectionsCutForSeconds_KeepsRunningAndIsReadyAgain()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = await TestHost.Start(Database.Postgres);
        var connection = await host.Within(services => Task.FromResult(services.GetRequiredService<AppDb>().Database.GetConnectionString()!));
        var database = new NpgsqlConnectionStringBuilder(connection);
        await using (var administrator = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Database = "postgres", Pooling = false }.ConnectionString))
        {
            await administrator.OpenAsync(cancel);
            // Work of each second meets the cut several times.
            for (var cut = 0; cut < 40; cut++)
            {
                await using var command = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", administrator) { Parameters = { new() { Value = database.Database } } };
                await command.ExecuteNonQueryAsync(cancel);
                await Task.Delay(75, cancel);
            }
        }
        Assert.False(host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
        using var client = host.Client();
        // A connection that was cut is noticed by who takes it from the pool.
        var answer = HttpStatusCode.ServiceUnavailable;
        for (var attempt = 0; attempt < 20 && answer != HttpStatusCode.OK; attempt++) answer = (await client.GetAsync("/", cancel)).StatusCode;
        Assert.Equal(HttpStatusCode.OK, answer);
    }
}
