using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Access;

/// <summary>Accounts, roles and sessions (账号与权限).</summary>
public sealed class AccessCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddIdentityCore<Account>(options =>
            {
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.Password.RequiredLength = 10;
                options.Password.RequireUppercase = false;
                options.Password.RequireDigit = false;
            })
            .AddEntityFrameworkStores<AppDb>();
        services.AddOptions<PasswordHasherOptions>().BindConfiguration("Passwords").PostConfigure<IConfiguration>((options, configuration) =>
        {
            // OWASP asks for 600,000 rounds of PBKDF2 with SHA-512 and SHA-256 alike; tests lower it by configuration.
            if (configuration["Passwords:IterationCount"] is null) options.IterationCount = 600_000;
        });
        services.AddScoped<Sessions>();
        services.AddScoped<SignIn>();
        services.AddScoped<SignOut>();
        services.AddScoped<AccountDirectory>();
        services.AddScoped<ListAccounts>();
        services.AddScoped<AccountRoles>();
        services.AddScoped<CreateToken>();
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        model.Entity<Account>(row =>
        {
            row.ToTable("account");
            row.Property(account => account.Id).HasMaxLength(64);
            row.Property(account => account.ConcurrencyStamp).HasMaxLength(64);
        });
        model.Entity<AccountRoleRow>(row =>
        {
            row.HasOne<Account>().WithMany().HasForeignKey(role => role.AccountId).OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(role => role.AccountId);
        });
        model.Entity<SessionRow>(row =>
        {
            row.HasOne<Account>().WithMany().HasForeignKey(session => session.AccountId).OnDelete(DeleteBehavior.Cascade);
            row.HasIndex(session => session.AccountId);
            row.HasIndex(session => session.ExpiresAt);
        });
    }

    /// <inheritdoc/>
    public override void Routes(IEndpointRouteBuilder routes) => routes.MapPost("/sign-out", async (HttpContext http, SignOut signOut) =>
    {
        await signOut.Run(http.RequestAborted);
        SignInCookie.Clear(http);
        return Results.Redirect("/sign-in");
    }).Uses(AccessTable.SignOut).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => SessionApi.Map(api);
}
