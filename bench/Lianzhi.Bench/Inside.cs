using Lianzhi.Core.Access;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Hosting;

namespace Lianzhi.Bench;

/// <summary>The platform inside this program, for what no request asks for.</summary>
internal static class Inside
{
    /// <summary>Runs something as the platform itself.</summary>
    /// <param name="options">Which database.</param>
    /// <param name="ahead">By how much the clock of the platform is ahead.</param>
    /// <param name="work">What is done.</param>
    public static async Task<T> Run<T>(Options options, TimeSpan ahead, Func<IServiceProvider, Task<T>> work)
    {
        var app = LianzhiHost.Build(["--Jobs:Enabled=false", $"--ConnectionStrings:Lianzhi={options.Connection}"], services: services => services.AddSingleton<TimeProvider>(new AheadTime(ahead)));
        await using (app)
        {
            await DatabaseStart.LoadReferenceData(app.Services, default);
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Become(Actor.System);
            return await work(scope.ServiceProvider);
        }
    }

    private sealed class AheadTime(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    }
}
