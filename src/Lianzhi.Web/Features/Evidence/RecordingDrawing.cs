using System.Globalization;
using System.Net;
using System.Text;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Evidence;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Evidence;

/// <summary>
/// Draws the recording timeline (时间轴绘制): a band for each day on which something was done or recorded, the hours of the day
/// within it, one row each for acts, photos, sound, film and papers. What is missing is a dashed field with the word 缺.
/// </summary>
public static class RecordingDrawing
{
    private const int Label = 64;
    private const int Band = 160;
    private const int PerRow = 7;
    private const int Lane = 28;
    private const int Head = 40;
    private const int Row = Head + (5 * Lane) + 16;

    private static readonly string[] Lanes = ["执法行为", "照片", "录音", "录像", "文书"];
    private static readonly string[] Classes = ["act", "picture", "sound", "video", "paper"];

    /// <summary>The drawing, or nothing for a case without acts and recordings.</summary>
    public static string Draw(RecordingTimeline timeline)
    {
        var days = timeline.Marks.Where(mark => mark.Lane != TimelineLane.Paper || mark.Paper is not null).Select(mark => CaseDays.Of(mark.From)).Distinct().Order().ToList();
        if (days.Count == 0) return "";
        var rows = ((days.Count - 1) / PerRow) + 1;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Label + (Math.Min(days.Count, PerRow) * Band)} {rows * Row}\" role=\"img\" aria-label=\"全过程记录时间轴，内容见下表\">");
        foreach (var (index, day) in days.Index())
        {
            var (x, y) = (Label + (index % PerRow * Band), index / PerRow * Row);
            if (index % PerRow == 0)
                for (var lane = 0; lane < Lanes.Length; lane++) Text(svg, "lane", 0, y + Head + (lane * Lane) + 18, Lanes[lane]);
            OfDay(svg, timeline, day, x, y);
        }
        return svg.Append("</svg>").ToString();
    }

    private static void OfDay(StringBuilder svg, RecordingTimeline timeline, DateOnly day, int x, int y)
    {
        var marks = timeline.Marks.Where(mark => CaseDays.Of(mark.From) == day).ToList();
        var gaps = timeline.Gaps.Where(gap => CaseDays.Of(gap.From) == day).ToList();
        var timed = marks.Where(mark => !mark.WholeDay).SelectMany(mark => new[] { Hour(mark.From), Hour(mark.Until) }).ToList();
        var (from, until) = timed.Count == 0 ? (8.0, 18.0) : (Math.Floor(timed.Min()), Math.Min(24, Math.Max(Math.Ceiling(timed.Max() + 0.01), Math.Floor(timed.Min()) + 2)));
        double At(DateTimeOffset at) => x + 6 + ((Math.Clamp(Hour(at), from, until) - from) / (until - from) * (Band - 12));
        Rect(svg, "band", x, y + Head - 2, Band, (5 * Lane) + 4, null);
        Text(svg, "day", x + 6, y + 16, $"{day.Month}月{day.Day}日");
        if (timed.Count > 0)
        {
            Text(svg, "hour", x + 6, y + 32, $"{from:00}:00");
            Text(svg, "hour", x + Band - 38, y + 32, $"{until:00}:00");
        }
        for (var lane = 1; lane < Lanes.Length; lane++)
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"rule\" x1=\"{x}\" x2=\"{x + Band}\" y1=\"{y + Head + (lane * Lane)}\" y2=\"{y + Head + (lane * Lane)}\"/>");
        foreach (var gap in gaps)
        {
            var (left, right) = gap.Act.WholeDay ? (x + 6, x + Band - 6) : (At(gap.From), At(gap.Until));
            var lane = gap.Need switch { RecordingNeed.Sound => 2, RecordingNeed.WholeVideo => 3, _ => 1 };
            Rect(svg, "gap", left, y + Head + (lane * Lane) + 4, Math.Max(right - left, 22), Lane - 8, gap.Text);
            Text(svg, "gap-word", left + 4, y + Head + (lane * Lane) + 18, "缺");
        }
        foreach (var group in marks.GroupBy(mark => mark.Lane))
        {
            var top = y + Head + ((int)group.Key * Lane);
            if (group.Key == TimelineLane.Paper)
            {
                var (first, fits) = (group.First().Title, group.Count() > 1 ? 6 : 8);
                Rect(svg, "paper", x + 6, top + 9, 8, 10, string.Join('、', group.Select(mark => mark.Title)));
                Text(svg, "word", x + 18, top + 18, (first.Length > fits ? first[..fits] + "…" : first) + (group.Count() > 1 ? $" 等{group.Count()}份" : ""));
                continue;
            }
            foreach (var mark in group)
            {
                var (left, right) = mark.WholeDay ? (x + 6, x + 14) : (At(mark.From), At(mark.Until));
                // The word of an act stands over its bar: beside it there is no room when the act fills the day.
                var isAct = group.Key == TimelineLane.Act;
                Rect(svg, Classes[(int)mark.Lane], left, isAct ? top + 18 : top + 9, Math.Max(right - left, 6), isAct ? 6 : 10, mark.Title);
                if (isAct && mark == group.First())
                    Text(svg, "word", Math.Min(left, x + Band - 80), top + 13, (mark.Title.Length > 5 ? mark.Title[..5] : mark.Title) + (group.Count() > 1 ? $"等{group.Count()}" : ""));
            }
        }
    }

    private static double Hour(DateTimeOffset at) => at.ToOffset(District.Offset).TimeOfDay.TotalHours;

    private static void Rect(StringBuilder svg, string name, double x, double y, double width, double height, string? title) =>
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{name}\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" rx=\"2\">{(title is null ? "" : $"<title>{WebUtility.HtmlEncode(title)}</title>")}</rect>");

    private static void Text(StringBuilder svg, string name, double x, double y, string text) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{name}\" x=\"{x:0.#}\" y=\"{y:0.#}\">{WebUtility.HtmlEncode(text)}</text>");
}
