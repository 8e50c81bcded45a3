using Lianzhi.Web.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Data;

/// <summary>
/// The one database of a district. Abstract so that each provider keeps its own migrations; features reach
/// their rows by <c>db.Set&lt;Row&gt;()</c> and map them in their capability.
/// </summary>
public abstract class AppDb(DbContextOptions options) : IdentityUserContext<Features.Access.Account, string>(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // The platform keeps roles in its own table and lets no database number rows.
        builder.Ignore<IdentityUserClaim<string>>();
        builder.Ignore<IdentityUserPasskey<string>>();
        builder.Entity<IdentityUserLogin<string>>().ToTable("account_login");
        builder.Entity<IdentityUserToken<string>>().ToTable("account_token");
        PlatformModel.Map(builder);
        foreach (var capability in Capabilities.All) capability.Model(builder);
        RowConventions.Apply(builder);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion(InstantConverter);
    }

    /// <summary>How this provider stores instants so that they compare and sort.</summary>
    protected abstract Type InstantConverter { get; }

    /// <summary>True on the embedded database, where writes take turns.</summary>
    public abstract bool IsEmbedded { get; }
}

/// <summary>The embedded database: SQLite in WAL mode.</summary>
public sealed class SqliteAppDb(DbContextOptions<SqliteAppDb> options) : AppDb(options)
{
    /// <inheritdoc/>
    protected override Type InstantConverter => typeof(MicrosecondConverter);

    /// <inheritdoc/>
    public override bool IsEmbedded => true;
}

/// <summary>PostgreSQL 15 or later.</summary>
public sealed class PostgresAppDb(DbContextOptions<PostgresAppDb> options) : AppDb(options)
{
    /// <inheritdoc/>
    protected override Type InstantConverter => typeof(UniversalTimeConverter);

    /// <inheritdoc/>
    public override bool IsEmbedded => false;
}
