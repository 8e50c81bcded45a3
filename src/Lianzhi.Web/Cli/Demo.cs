using System.CommandLine;
using System.Diagnostics;
using Lianzhi.Web.Features.Demo;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Cli;

/// <summary>Loads the demonstration district (装载演示片区) into an empty data folder.</summary>
internal static class Demo
{
    private const string Name = "demo";
    private const string AttachedName = "--attached";

    public static Command Command()
    {
        var attached = new Option<bool>(AttachedName) { Description = "标准输入关闭时停止", Hidden = true };
        var command = new Command(Name, "把演示片区装载到空的数据目录") { attached };
        command.SetAction((parsed, cancel) => Load(parsed.GetValue(attached), cancel));
        return command;
    }

    /// <summary>Loads it by a process of its own when the folder holds no database yet: 3,000 acts in a minute leave 150 MB of compiled code behind (2026-11-26), which the server need not keep.</summary>
    /// <param name="configuration">Names folder and day.</param>
    /// <param name="cancel">Stops; what was loaded so far is dropped.</param>
    /// <exception cref="InvalidOperationException">The loader failed; it has said why.</exception>
    public static async Task LoadApart(IConfiguration configuration, CancellationToken cancel)
    {
        if (DemoLoader.IsLoaded(Folder(configuration))) return;
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(Demo).Assembly.Location);
        start.ArgumentList.Add(Name);
        start.ArgumentList.Add(AttachedName);
        // It is over before code made from profiles would pay: 81 to 53 s of processor time (2026-11-26).
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var loader = Process.Start(start) ?? throw new InvalidOperationException("the loader of the demonstration did not start.");
        try
        {
            await loader.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            loader.StandardInput.Close();
            await loader.WaitForExitAsync(CancellationToken.None);
            throw;
        }
        if (loader.ExitCode != 0) throw new InvalidOperationException("the demonstration was not loaded.");
    }

    private static async Task<int> Load(bool attached, CancellationToken cancel)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        // Whoever waits for it may be killed: then nobody reads what it would still load.
        if (attached) _ = Task.Run(() => { while (Console.In.Read() >= 0) { } stop.Cancel(); }, CancellationToken.None);
        try
        {
            await DemoLoader.LoadInto(Folder(configuration), ShiftedTime.NamedDay(configuration) ?? TimeProvider.System.Today(), Console.WriteLine, stop.Token);
            return 0;
        }
        catch (OperationCanceledException)
        {
            return CommandHost.Failed;
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.Data.Common.DbException or IOException or UnauthorizedAccessException)
        {
            return CommandHost.Fail(fault.Message, CommandHost.Failed);
        }
    }

    private static string Folder(IConfiguration configuration) => Path.GetFullPath(configuration["LIANZHI_DATA"] ?? "var");
}
