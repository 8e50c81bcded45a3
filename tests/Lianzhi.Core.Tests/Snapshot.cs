using System.Runtime.CompilerServices;

namespace Lianzhi.Core.Tests;

/// <summary>
/// Texts that others rely on, pinned in the folder <c>Snapshots</c> beside the test. Rewritten when the
/// environment says <c>UPDATE_SNAPSHOTS=1</c>; a change then shows in the commit.
/// </summary>
public static class Snapshot
{
    /// <summary>Compares a text with the pinned one.</summary>
    public static void Match(string name, string actual, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "Snapshots", name);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }
        Assert.True(File.Exists(path), $"No snapshot {name}: run with UPDATE_SNAPSHOTS=1 and read what it pins.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
