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
    private Process? server;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where it answers.</summary>
    public string Address { get; private set; } = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var program = Environment.GetEnvironmentVariable("LIANZHI_PROGRAM") ?? throw new InvalidOperationException("Run these tests through script/test, which publishes the platform and names it in LIANZHI_PROGRAM.");
        var chromium = Environment.GetEnvironmentVariable("LIANZHI_CHROMIUM") ?? throw new InvalidOperationException("Run these tests through script/test, which finds Chromium and names it in LIANZHI_CHROMIUM.");
        // A folder with the demonstration already loaded saves a minute while one works on these tests.
        if (Environment.GetEnvironmentVariable("LIANZHI_TEST_DATA") is { Length: > 0 } loaded)
            foreach (var file in Directory.EnumerateFiles(loaded)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var start = new ProcessStartInfo("dotnet", [program, "serve"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LIANZHI_DATA"] = folder;
        start.Environment["LIANZHI_DEMO"] = "1";
        start.Environment["LIANZHI_DEMO_TODAY"] = "2026-10-08";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        server = Process.Start(start)!;
        server.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        server.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        while (Address.Length == 0)
        {
            var line = await server.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("The platform ended before it was ready.");
            if (line.Contains("已就绪", StringComparison.Ordinal)) Address = line[line.IndexOf("http", StringComparison.Ordinal)..].Trim();
        }
        _ = Task.Run(() => server.StandardOutput.ReadToEndAsync());
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Opens a window of an officer's desk (1440 pixels) or of a phone (390), with a person signed in or nobody.</summary>
    public async Task<Window> Open(string? userName = null, bool phone = false)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
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
        if (server is { HasExited: false })
        {
            using var stop = Process.Start("kill", ["-TERM", server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            if (!server.WaitForExit(6_000)) server.Kill();
        }
        server?.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
