using System.Diagnostics;
using Lianzhi.EndToEnd;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(RunningPlatform))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Lianzhi.EndToEnd;

/// <summary>
/// The published platform with the demonstration district, as a newcomer starts it, and one browser. The
/// clock of the platform stands on Thursday 8 October 2026.
/// </summary>
public sealed class RunningPlatform : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("lianzhi-browser-").FullName;
    private string program = "";
    private Process? server;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where it answers.</summary>
    public string Address { get; private set; } = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        program = Environment.GetEnvironmentVariable("LIANZHI_PROGRAM") ?? throw new InvalidOperationException("Run these tests through script/test, which publishes the platform and names it in LIANZHI_PROGRAM.");
        var chromium = Environment.GetEnvironmentVariable("LIANZHI_CHROMIUM") ?? throw new InvalidOperationException("Run these tests through script/test, which finds Chromium and names it in LIANZHI_CHROMIUM.");
        // A folder with the demonstration already loaded saves a minute while one works on these tests.
        if (Environment.GetEnvironmentVariable("LIANZHI_TEST_DATA") is { Length: > 0 } loaded)
            foreach (var file in Directory.EnumerateFiles(loaded)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        (server, Address) = await Serve(program, folder, "2026-10-08");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>The same platform on a later day: a copy of everything in it, served by another process whose clock stands there.</summary>
    public Task<LaterPlatform> Later(string day) => Later(folder, day);

    /// <summary>The same from another folder, for what goes on for more than one day.</summary>
    internal async Task<LaterPlatform> Later(string folder, string day)
    {
        var (copy, backup) = (Directory.CreateTempSubdirectory("lianzhi-later-").FullName, Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.tar.gz"));
        // The files of a running database copied one by one may not belong together: what was written last could be missing.
        await Run(folder, "backup", backup);
        await Run(copy, "restore", backup);
        File.Delete(backup);
        var (process, address) = await Serve(program, copy, day);
        return new(this, process, address, copy);
    }

    /// <summary>What a verb of the program prints; it must end well.</summary>
    public Task<string> Command(params string[] arguments) => Run(folder, arguments);

    private async Task<string> Run(string data, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["LIANZHI_DATA"] = data;
        using var command = Process.Start(start)!;
        var said = command.StandardOutput.ReadToEndAsync();
        var fault = await command.StandardError.ReadToEndAsync();
        await command.WaitForExitAsync();
        if (command.ExitCode != 0) throw new InvalidOperationException($"lianzhi {arguments[0]}: {fault}{await said}");
        return await said;
    }

    private static async Task<(Process Server, string Address)> Serve(string program, string folder, string day)
    {
        var start = new ProcessStartInfo("dotnet", [program, "serve"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LIANZHI_DATA"] = folder;
        start.Environment["LIANZHI_DEMO"] = "1";
        start.Environment["LIANZHI_DEMO_TODAY"] = day;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var server = Process.Start(start)!;
        server.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        server.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        while (true)
        {
            var line = await server.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("The platform ended before it was ready.");
            if (!line.Contains("已就绪", StringComparison.Ordinal)) continue;
            _ = Task.Run(() => server.StandardOutput.ReadToEndAsync());
            return (server, line[line.IndexOf("http", StringComparison.Ordinal)..].Trim());
        }
    }

    /// <summary>Asks a process to end as a service is stopped, and makes it end when it does not.</summary>
    internal static void Stop(Process server)
    {
        if (!server.HasExited)
        {
            using var stop = Process.Start("kill", ["-TERM", server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            if (!server.WaitForExit(6_000)) server.Kill();
        }
        server.Dispose();
    }

    /// <summary>Opens a window of an officer's desk (1440 pixels) or of a phone (390), with a person signed in or nobody.</summary>
    public Task<Window> Open(string? userName = null, bool phone = false) => OpenAt(Address, userName, phone);

    /// <summary>The same at another address.</summary>
    internal async Task<Window> OpenAt(string address, string? userName, bool phone)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            Locale = "zh-CN",
            ViewportSize = phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1440, Height = 900 },
            IsMobile = phone,
            HasTouch = phone,
        });
        context.SetDefaultTimeout(30_000);
        var window = new Window(context, await context.NewPageAsync());
        if (userName is not null) await window.SignIn(userName);
        return window;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (server is not null) Stop(server);
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>The platform of the journeys on a later day; see <see cref="RunningPlatform.Later(string)"/>.</summary>
public sealed class LaterPlatform(RunningPlatform first, Process server, string address, string folder) : IDisposable
{
    /// <summary>Opens a window on it.</summary>
    public Task<Window> Open(string userName) => first.OpenAt(address, userName, phone: false);

    /// <summary>The same on a day that is later still.</summary>
    public Task<LaterPlatform> Later(string day) => first.Later(folder, day);

    /// <inheritdoc/>
    public void Dispose()
    {
        RunningPlatform.Stop(server);
        Directory.Delete(folder, recursive: true);
    }
}
