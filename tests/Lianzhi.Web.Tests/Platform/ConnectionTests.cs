using Lianzhi.Web.Platform.Hosting;
using Npgsql;

namespace Lianzhi.Web.Tests.Platform;

/// <summary>How the database is connected to.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public void Prepared_SayingNothing_PreparesAndDoesNotReset()
    {
        var made = new NpgsqlConnectionStringBuilder(PlatformServices.Prepared("Host=database;Username=lianzhi"));
        Assert.Equal(("database", 200, 2, true), (made.Host, made.MaxAutoPrepare, made.AutoPrepareMinUsages, made.NoResetOnClose));
    }

    [Fact]
    public void Prepared_SayingOtherwise_LeavesIt()
    {
        var made = new NpgsqlConnectionStringBuilder(PlatformServices.Prepared("Host=database;Max Auto Prepare=0;No Reset On Close=false"));
        Assert.Equal((0, false), (made.MaxAutoPrepare, made.NoResetOnClose));
    }
}
