using System.Diagnostics;

namespace Lianzhi.Web.Tests.Cli;

/// <summary>The program as an operator calls it: a process of its own, with its own data folder.</summary>
public sealed class Verbs : IDisposable
{
    /// <summary>The data folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("lianzhi-cli-").FullName;

    /// <summary>The embedded database.</summary>
    public string Database => Path.Combine(Folder, "lianzhi.db");

    /// <summary>Runs a verb and gives its exit status and all it wrote.</summary>
    public Task<(int Status, string Output)> Run(params string[] arguments) => RunWith("", [], arguments);

    /// <summary>Runs a verb with something on its standard input and more environment.</summary>
    public async Task<(int Status, string Output)> RunWith(string input, Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "lianzhi.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["LIANZHI_DATA"] = Folder;
        start.Environment["Passwords__IterationCount"] = "1000";
        start.Environment.Remove("ConnectionStrings__Lianzhi");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
