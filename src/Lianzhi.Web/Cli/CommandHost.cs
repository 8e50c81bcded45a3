using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Hosting;

namespace Lianzhi.Web.Cli;

/// <summary>
/// Runs a verb inside the platform's services, in the name of the operating-system account that called it
/// (命令行), which the record entries of the verb carry.
/// </summary>
internal static class CommandHost
{
    /// <summary>Exit status when the platform refused or something failed.</summary>
    public const int Failed = 1;

    /// <summary>Exit status when what was typed or handed in is at fault.</summary>
    public const int BadInput = 2;

    /// <summary>Runs the verb; the embedded database is brought up to date first, as <c>serve</c> does.</summary>
    /// <param name="work">The verb; gives the exit status.</param>
    /// <param name="cancel">Stops.</param>
    /// <param name="asOwner">True to connect to PostgreSQL as the owner, where one is named, and to bring the schema up to date there as well.</param>
    public static async Task<int> Run(Func<IServiceProvider, Task<int>> work, CancellationToken cancel, bool asOwner = false)
    {
        try
        {
            await using var app = LianzhiHost.Build([], builder =>
            {
                if (asOwner && builder.Configuration.GetConnectionString("LianzhiOwner") is { } owner) builder.Configuration["ConnectionStrings:Lianzhi"] = owner;
            });
            await PrepareDatabase(app.Services, asOwner, cancel);
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Become(Actor.CommandLine(Environment.UserName));
            return await work(scope.ServiceProvider);
        }
        catch (IOException fault)
        {
            return Fail(fault.Message);
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.Data.Common.DbException or UnauthorizedAccessException)
        {
            return Fail(fault.Message, Failed);
        }
    }

    /// <summary>Says on the standard error what is wrong.</summary>
    public static int Fail(string message, int status = BadInput)
    {
        Console.Error.WriteLine($"lianzhi: {message}");
        return status;
    }

    /// <summary>Says why the platform refused.</summary>
    public static int Fail(IReadOnlyList<Refusal> refusals) => Fail(string.Join('\n', refusals.Select(refusal => refusal.Message)), Failed);

    private static async Task PrepareDatabase(IServiceProvider services, bool asOwner, CancellationToken cancel)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            if (asOwner || scope.ServiceProvider.GetRequiredService<AppDb>().IsEmbedded) await DatabaseStart.Migrate(services, cancel);
            else if (!await DatabaseStart.IsCurrent(services, cancel)) throw new InvalidOperationException("数据库结构落后，请先运行 lianzhi migrate。");
        }
        await DatabaseStart.LoadReferenceData(services, cancel);
    }
}
