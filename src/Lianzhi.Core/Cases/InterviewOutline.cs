using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Cases;

/// <summary>
/// What officers ask in an interview (询问提纲): who the person is, what happened, and what decides weight and procedure (行政处罚法 第32、33条). It begins the
/// form; officers add, change and leave out.
/// </summary>
public static class InterviewOutline
{
    private static readonly string[] NeedsLeave = ["擅自", "未经", "未取得", "未办理", "未依法取得", "无证"];

    /// <summary>The questions for a case, in the order they are asked.</summary>
    public static IReadOnlyList<string> For(CaseState state)
    {
        var (party, item, place) = (state.Party!, state.Item!, state.Place!);
        return
        [
            $"请说明你的姓名、住址和联系电话，你与{party.Name}是什么关系？",
            $"{(state.ActOn is { } day ? ChineseText.Date(day) : "案发当日")}在{ChineseText.Place(place.TownshipName, place.Address)}发生的“{item.Conduct}”，是谁做的，经过是怎样的？",
            .. NeedsLeave.Any(item.Conduct.Contains) ? new[] { "是否办理过相关许可、审批或者备案手续？有的，请提供。" } : [],
            "为什么这样做？是否知道法律、法规的有关规定？",
            .. item.Kinds.Any(kind => kind.Contains("没收", StringComparison.Ordinal)) ? new[] { "是否有违法所得？数额多少，有什么凭据？" } : [],
            "以前是否因为同类行为被处理过？什么时候，怎样处理的？",
            "是否已经改正或者消除后果？什么时候，怎样做的？",
            "是否还有补充？是否有证据、证人提供？",
        ];
    }
}
