using System.Text;
using System.Runtime.CompilerServices;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Pins refusals as people read them: code, sentence, article, field.</summary>
internal static class GateSnapshot
{
    public static void Match(string name, IEnumerable<(string When, IReadOnlyList<Refusal> Refusals)> refused, [CallerFilePath] string caller = "")
    {
        var text = new StringBuilder();
        foreach (var (when, refusals) in refused)
        {
            text.Append("# ").AppendLine(when);
            foreach (var refusal in refusals)
                text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{refusal.Code}{(refusal.Field is null ? "" : $" [{refusal.Field}]")}：{refusal.Message}{(refusal.Basis is null ? "" : $"（{refusal.Basis}）")}");
        }
        Snapshot.Match(name, text.ToString(), caller);
    }
}
