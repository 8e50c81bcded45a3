using System.Globalization;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Evidence;

/// <summary>A row of the timeline (时间轴分栏).</summary>
public enum TimelineLane
{
    /// <summary>执法行为.</summary>
    Act,

    /// <summary>照片.</summary>
    Picture,

    /// <summary>录音.</summary>
    Sound,

    /// <summary>录像.</summary>
    Video,

    /// <summary>文书.</summary>
    Paper,
}

/// <summary>Something on the timeline.</summary>
/// <param name="Lane">Row.</param>
/// <param name="From">Begin.</param>
/// <param name="Until">End; the same instant for what has no length.</param>
/// <param name="WholeDay">Only the day is known.</param>
/// <param name="Title">What it is.</param>
/// <param name="EvidenceId">The evidence; null for acts and papers.</param>
/// <param name="Act">The act; null for evidence and papers.</param>
/// <param name="Paper">The paper; null otherwise.</param>
public sealed record TimelineMark(
    TimelineLane Lane, DateTimeOffset From, DateTimeOffset Until, bool WholeDay, string Title, string? EvidenceId = null, RecordedAct? Act = null, CaseDocument? Paper = null);

/// <summary>What a recording lacks (记录缺口).</summary>
/// <param name="Act">The act.</param>
/// <param name="Need">How it has to be recorded.</param>
/// <param name="From">Begin of what is missing.</param>
/// <param name="Until">End of it.</param>
/// <param name="Text">What is missing, a Chinese sentence.</param>
/// <param name="Basis">Why it is required.</param>
public sealed record RecordingGap(RecordedAct Act, RecordingNeed Need, DateTimeOffset From, DateTimeOffset Until, string Text, string Basis);

/// <summary>
/// The recording timeline of a case (全过程记录时间轴): acts, photos, sound, film and papers on one axis, and the gaps between
/// what each act requires and what there is. A pure function of the case and of the settings on the day of each act.
/// </summary>
public sealed record RecordingTimeline(IReadOnlyList<TimelineMark> Marks, IReadOnlyList<RecordingGap> Gaps)
{
    /// <summary>Where the requirement stands.</summary>
    public const string Basis = "行政处罚法 第47条；国办发〔2018〕118号";

    /// <summary>The timeline of a case.</summary>
    /// <param name="state">The case.</param>
    /// <param name="policy">The list in force on a day.</param>
    public static RecordingTimeline Of(CaseState state, Func<DateOnly, RecordingPolicy> policy)
    {
        var acts = RecordedActs.Of(state);
        return new(
            [
                .. acts.Select(act => new TimelineMark(TimelineLane.Act, act.From, act.Until, act.WholeDay, act.Title, Act: act))
                    .Concat(state.Evidence.Where(item => item.Excluded is null).SelectMany(OfEvidence))
                    .Concat(CaseDocuments.Of(state).Where(paper => paper.On is not null).Select(OfPaper))
                    .OrderBy(mark => mark.From).ThenBy(mark => mark.Lane),
            ],
            [.. acts.SelectMany(act => GapsOf(act, state, policy(act.On)))]);
    }

    /// <summary>The gaps of a case.</summary>
    public static IReadOnlyList<RecordingGap> GapsOf(CaseState state, Func<DateOnly, RecordingPolicy> policy) =>
        [.. RecordedActs.Of(state).SelectMany(act => GapsOf(act, state, policy(act.On)))];

    private static IEnumerable<RecordingGap> GapsOf(RecordedAct act, CaseState state, RecordingPolicy policy)
    {
        var need = policy.Needs.GetValueOrDefault(act.Kind);
        if (need == RecordingNeed.None) return [];
        var items = state.Evidence.Where(item => item.Excluded is null && Belongs(item, act, policy)).ToList();
        if (need == RecordingNeed.WholeVideo) return Whole(act, items, policy);
        return items.Any(item => item.Collected.Files.Any(file => Meets(file, need))) ? [] : [Missing(act, need)];
    }

    private static bool Belongs(EvidenceItem item, RecordedAct act, RecordingPolicy policy)
    {
        var taken = item.Collected;
        if (taken.Act is { } of) return of.Kind == act.Kind && of.Index == act.Index;
        var slack = act.WholeDay ? TimeSpan.Zero : TimeSpan.FromMinutes(policy.SlackMinutes);
        return taken.At <= act.Until + slack && (taken.Until ?? taken.At) >= act.From - slack;
    }

    private static bool Meets(EvidenceFile file, RecordingNeed need) => need switch
    {
        RecordingNeed.Picture => file.IsPicture || file.IsVideo,
        RecordingNeed.Sound => file.IsSound || file.IsVideo,
        _ => file.IsPicture || file.IsSound || file.IsVideo,
    };

    private static RecordingGap Missing(RecordedAct act, RecordingNeed need) => new(act, need, act.From, act.Until,
        $"{ChineseText.Date(act.On)}{act.Title}没有附卷的音像记录，应当有{need.Title()}。", Basis);

    /// <summary>What no film covers, longer than the tolerance.</summary>
    private static IEnumerable<RecordingGap> Whole(RecordedAct act, List<EvidenceItem> items, RecordingPolicy policy)
    {
        var films = items.Where(item => item.Collected.Files.Any(file => file.IsVideo)).Select(item => (item.Collected.At, Until: item.Collected.Until ?? item.Collected.At)).OrderBy(film => film.At).ToList();
        if (films.Count == 0)
        {
            yield return Missing(act, RecordingNeed.WholeVideo);
            yield break;
        }
        if (act.WholeDay) yield break;
        var tolerance = TimeSpan.FromMinutes(policy.ToleranceMinutes);
        var covered = act.From;
        foreach (var (from, until) in films.Append((act.Until, act.Until)))
        {
            if (from - covered > tolerance) yield return Uncovered(act, covered, from < act.Until ? from : act.Until);
            if (until > covered) covered = until;
            if (covered >= act.Until) yield break;
        }
    }

    private static RecordingGap Uncovered(RecordedAct act, DateTimeOffset from, DateTimeOffset until) => new(act, RecordingNeed.WholeVideo, from, until,
        $"{ChineseText.Date(act.On)}{act.Title}应当全程录像，{Clock(from)}至{Clock(until)}没有录像。", Basis);

    private static IEnumerable<TimelineMark> OfEvidence(EvidenceItem item)
    {
        var taken = item.Collected;
        foreach (var lane in taken.Files.Select(LaneOf).OfType<TimelineLane>().Distinct())
            yield return new TimelineMark(lane, taken.At, taken.Until ?? taken.At, false, taken.Title, item.Id);
    }

    private static TimelineLane? LaneOf(EvidenceFile file) => file.IsPicture ? TimelineLane.Picture : file.IsSound ? TimelineLane.Sound : file.IsVideo ? TimelineLane.Video : null;

    private static TimelineMark OfPaper(CaseDocument paper)
    {
        var from = CaseDays.Begin(paper.On!.Value);
        return new TimelineMark(TimelineLane.Paper, from, from.AddDays(1).AddTicks(-1), true, paper.Kind.Title, Paper: paper);
    }

    private static string Clock(DateTimeOffset at) => CaseDays.InShanghai(at).ToString("HH:mm", CultureInfo.InvariantCulture);
}
