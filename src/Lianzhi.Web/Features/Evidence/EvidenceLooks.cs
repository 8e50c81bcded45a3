using Lianzhi.Core.Evidence;
using Lianzhi.Web.Components.Marks;

namespace Lianzhi.Web.Features.Evidence;

/// <summary>How evidence looks in lists (证据状态).</summary>
public static class EvidenceLooks
{
    /// <summary>Icon and colour.</summary>
    public static StatusKind Status(EvidenceItem item) => item.Excluded is not null ? StatusKind.Stop : item.IsGone ? StatusKind.Pause : StatusKind.Done;

    /// <summary>The word.</summary>
    public static string Words(EvidenceItem item) =>
        item.Excluded is { } excluded ? $"已排除：{excluded.Ground.Title()}" : item.IsGone ? $"已{item.Moves[^1].Action.Title()}" : item.Collected.Sensitive ? "有效，敏感" : "有效";

    /// <summary>Bytes for people.</summary>
    public static string Size(long bytes) => bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024)} KB" : bytes < 1L << 30 ? $"{bytes >> 20} MB" : $"{bytes / (double)(1L << 30):0.0} GB";
}
