using Lianzhi.Core;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Powers;

namespace Lianzhi.Web.Features.Powers;

/// <summary>What stands in the address of the page 谁来执法.</summary>
/// <param name="Words">Words of the matter, or the code of an item.</param>
/// <param name="Item">Code of the item chosen among several.</param>
/// <param name="Township">Township chosen.</param>
/// <param name="FiledOn">Filing day as written.</param>
/// <param name="Crosses">Whether the act crosses townships.</param>
/// <param name="Major">Whether the case is major or complex.</param>
public sealed record WhoForm(string? Words, string? Item, string? Township, string? FiledOn, bool Crosses, bool Major)
{
    /// <summary>True when nothing was asked yet.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Words) && string.IsNullOrWhiteSpace(Item);

    /// <summary>The filing day; the given one when none was written, null when what was written is no date.</summary>
    public DateOnly? Day(DateOnly today) => string.IsNullOrWhiteSpace(FiledOn) ? today : DateText.TryParse(FiledOn.Trim(), out var day) ? day : null;

    /// <summary>The question, when item, township and day are known.</summary>
    public CompetenceQuestion? Question(string? item, DateOnly today) =>
        item is not null && !string.IsNullOrEmpty(Township) && Day(today) is { } day ? new CompetenceQuestion(item, Township, day, Crosses, Major) : null;

    /// <summary>What is missing or wrong, once something was asked.</summary>
    /// <param name="today">Today.</param>
    /// <param name="found">How many items the words found.</param>
    public IReadOnlyList<Refusal> Check(DateOnly today, int found)
    {
        var refusals = new List<Refusal>();
        if (found == 0) refusals.Add(Refusal.Invalid("q", "没有找到相近的事项，请换一个说法，例如“油烟”“占道”“建筑垃圾”。"));
        if (string.IsNullOrEmpty(Township)) refusals.Add(Refusal.Invalid("township", "请选择行为发生在哪个镇（街道）。"));
        if (Day(today) is null) refusals.Add(Refusal.Invalid("filedOn", "立案日请写成 2026-03-05 的样式。"));
        return refusals;
    }
}
