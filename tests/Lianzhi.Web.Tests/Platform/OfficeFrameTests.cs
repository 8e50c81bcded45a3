using System.Data.Common;
using System.Net;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Platform;

public class OfficeFrameTests
{
    [Theory]
    [InlineData("/office")]
    [InlineData("/office/cases")]
    [InlineData("/office/clues")]
    [InlineData("/office/disclosures")]
    [InlineData("/office/dispatch")]
    public async Task Page_DatabaseThatTakesItsTime_IsDrawnWithItsFrame(string path)
    {
        await using var host = await TestHost.Start(Database.Postgres, services => services.ConfigureDbContext<PostgresAppDb>(options => options.AddInterceptors(new Slow())));
        var client = await host.SignedIn(new Assignment(Role.BrigadeLeader, "350603003", "A1"), new Assignment(Role.Head, "350603003", "A1"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path)).StatusCode);
    }

    /// <summary>Lets every question wait, so that what is asked side by side meets.</summary>
    private sealed class Slow : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            await Task.Delay(20, cancellationToken);
            return result;
        }
    }
}
