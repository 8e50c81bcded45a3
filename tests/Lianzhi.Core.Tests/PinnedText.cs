using System.Runtime.CompilerServices;
using System.Text;

namespace Lianzhi.Core.Tests;

/// <summary>
/// Texts that people read, pinned in the folder <c>Snapshots</c> beside the test. Rewritten when the environment
/// says <c>UPDATE_SNAPSHOTS=1</c>; a change then shows in the commit.
/// </summary>
internal static class PinnedText
{
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

    /// <summary>Refusals as people read them, one a line.</summary>
    public static string Of(IEnumerable<Refusal> refusals)
    {
        var text = new StringBuilder();
        foreach (var refusal in refusals.OrderBy(refusal => refusal.Code, StringComparer.Ordinal).ThenBy(refusal => refusal.Message, StringComparer.Ordinal).Distinct())
            text.Append(refusal.Code).Append(" [").Append(refusal.Kind).Append("] ").Append(refusal.Message)
                .Append(refusal.Basis is null ? "" : $" ({refusal.Basis})").Append(refusal.Field is null ? "" : $" @{refusal.Field}").Append('\n');
        return text.ToString();
    }
}
