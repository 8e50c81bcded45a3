namespace Lianzhi.Core.Dispatch;

/// <summary>
/// An officer calls for help during enforcement (求助): the crew, the chief of the area and its coordinator see it at once. The place is told only by the press itself,
/// once, and only if the officer wants it; nobody is followed (基层减负：不得强制打卡、留痕).
/// </summary>
public static class HelpRules
{
    /// <summary>Longest description of a place.</summary>
    public const int LongestPlace = 200;

    /// <summary>Longest account of what was done.</summary>
    public const int LongestOutcome = 500;

    /// <summary>What the officer is told to do first (全过程记录).</summary>
    public const string Camera = "打开执法记录仪，先保护人身安全。";

    private const int MostEast = 180_000_000;
    private const int MostNorth = 90_000_000;

    /// <summary>Why a call cannot be made; empty when it can. A place is never asked for.</summary>
    /// <param name="underWay">Whether the order was begun, or the inspection is going on.</param>
    /// <param name="place">The place in words; null or empty without one.</param>
    /// <param name="longitude">Degrees east in millionths.</param>
    /// <param name="latitude">Degrees north in millionths.</param>
    public static IReadOnlyList<Refusal> Ask(bool underWay, string? place, int? longitude, int? latitude)
    {
        var faults = new List<Refusal>();
        if (!underWay) faults.Add(new Refusal("not-under-way", "现场检查开始后或者登记出发后，才能在这里求助；其他情形请直接报警或者电话报告片长。", CrewCheck.Notice));
        if (place?.Length > LongestPlace) faults.Add(Refusal.Invalid("place", $"不超过{LongestPlace}字。"));
        if (longitude is null != latitude is null || longitude is < -MostEast or > MostEast || latitude is < -MostNorth or > MostNorth) faults.Add(Refusal.Invalid("longitude", "位置的经度、纬度不完整，请用文字写明地点。"));
        return faults;
    }

    /// <summary>Why a call cannot be closed; empty when it can.</summary>
    /// <param name="closed">Whether it was closed before.</param>
    /// <param name="outcome">What was done.</param>
    public static IReadOnlyList<Refusal> Close(bool closed, string? outcome) =>
        closed ? [new Refusal("help-closed", "该求助已经登记处置。", CrewCheck.Notice)]
        : string.IsNullOrWhiteSpace(outcome) || outcome.Length > LongestOutcome ? [Refusal.Invalid("outcome", $"请写明怎样处置，不超过{LongestOutcome}字。")]
        : [];

    /// <summary>Day on which the place is erased (位置删除日): so many days after the press (个人信息保护法 第十九条: 保存期限应当为实现处理目的所必要的最短时间).</summary>
    /// <param name="on">Day of the press.</param>
    /// <param name="days">The setting of that day.</param>
    public static DateOnly PlaceErasedOn(DateOnly on, int days) => on.AddDays(Math.Max(1, days));
}
