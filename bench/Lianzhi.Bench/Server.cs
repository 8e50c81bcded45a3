using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lianzhi.Bench;

/// <summary>A program of ours that listens on loopback; stopped by its process id.</summary>
internal sealed class Server : IAsyncDisposable
{
    // The first start loads the demonstration, on a busy machine for minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly Process process;

    private Server(Process process, string address, TimeSpan start) => (this.process, Address, Start) = (process, address, start);

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>From the start of its process to its first answer.</summary>
    public TimeSpan Start { get; }

    /// <summary>Resident memory in bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts a program and waits until a path answers 200.</summary>
    public static async Task<Server> Run(string name, string path, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument.Replace("{address}", address, StringComparison.Ordinal));
        foreach (var (key, value) in environment) start.Environment[key] = value.Replace("{address}", address, StringComparison.Ordinal);
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        var said = new System.Collections.Concurrent.ConcurrentQueue<string>();
        process.OutputDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!await Answers(address + path))
        {
            if (process.HasExited || clock.Elapsed > Patience)
            {
                if (!process.HasExited) process.Kill();
                throw new InvalidOperationException($"{name} did not start: {string.Join('\n', said)}");
            }
            await Task.Delay(5);
        }
        return new Server(process, address, clock.Elapsed);
    }

    private static async Task<bool> Answers(string address)
    {
        try
        {
            using var answer = await Client.GetAsync(address);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
