namespace Lianzhi.Core.Clues;

/// <summary>What comparing two clues needs.</summary>
/// <param name="Id">The clue.</param>
/// <param name="Township">Township; null while unknown.</param>
/// <param name="Category">Kind of matter; null when registered by hand without one.</param>
/// <param name="Item">Item; null while unknown.</param>
/// <param name="Address">Address as written.</param>
/// <param name="ReceivedOn">Day received.</param>
public sealed record ClueTrace(string Id, string? Township, string? Category, string? Item, string Address, DateOnly ReceivedOn);

/// <summary>A clue that may be about the same thing, with why.</summary>
/// <param name="Id">The other clue.</param>
/// <param name="Likeness">How alike the addresses are, 0 to 100.</param>
/// <param name="Reasons">Why it is suggested.</param>
public sealed record DuplicateSuggestion(string Id, int Likeness, IReadOnlyList<string> Reasons);

/// <summary>
/// Suggests clues about the same thing (疑似重复): same township, received near in time, same matter, alike
/// address. Only a suggestion: each clue is answered by itself.
/// </summary>
public static class Duplicates
{
    /// <summary>Addresses at least this alike (0 to 100) count as one place.</summary>
    public const int SamePlace = 50;

    /// <summary>Finds suggestions, the most alike first, at most five.</summary>
    /// <param name="clue">The clue looked at.</param>
    /// <param name="others">Other clues of the district.</param>
    /// <param name="days">How many days before and after still count as near.</param>
    public static IReadOnlyList<DuplicateSuggestion> Suggest(ClueTrace clue, IEnumerable<ClueTrace> others, int days) =>
    [
        .. (from other in others
           where other.Id != clue.Id && clue.Township is not null && other.Township == clue.Township
           let apart = Math.Abs(other.ReceivedOn.DayNumber - clue.ReceivedOn.DayNumber)
           where apart <= days
           let matter = SameMatter(clue, other)
           where matter is not null
           let likeness = Likeness(clue.Address, other.Address)
           where likeness >= SamePlace
           orderby likeness descending, apart, other.Id
           select new DuplicateSuggestion(other.Id, likeness, ["同一镇街", matter, apart == 0 ? "同一天收到" : $"相隔 {apart} 天", $"地址相近（{likeness}%）"])).Take(5),
    ];

    /// <summary>How alike two addresses are: shared pairs of characters out of all pairs, 0 to 100.</summary>
    public static int Likeness(string left, string right)
    {
        var (first, second) = (Pairs(left), Pairs(right));
        if (first.Count == 0 || second.Count == 0) return Clean(left) == Clean(right) && Clean(left).Length > 0 ? 100 : 0;
        return 200 * first.Intersect(second).Count() / (first.Count + second.Count);
    }

    private static string? SameMatter(ClueTrace clue, ClueTrace other) =>
        clue.Item is not null && clue.Item == other.Item ? "同一执法事项"
        : clue.Category is not null && clue.Category == other.Category ? "同一类事情"
        : null;

    private static HashSet<string> Pairs(string text)
    {
        var clean = Clean(text);
        return [.. Enumerable.Range(0, Math.Max(0, clean.Length - 1)).Select(i => clean.Substring(i, 2))];
    }

    private static string Clean(string text) => new([.. text.Where(char.IsLetterOrDigit)]);
}
