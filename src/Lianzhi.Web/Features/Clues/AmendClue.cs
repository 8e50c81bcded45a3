using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;

namespace Lianzhi.Web.Features.Clues;

/// <summary>Says where a clue belongs and which item it is about (核定地点和事项), as long as nobody has decided on it.</summary>
public sealed class AmendClue(ClueDesk desk, ClueDistrict district)
{
    /// <summary>Sets township and item. A clue whose place becomes known stays with its body until it is handed over.</summary>
    public Task<Result<string>> Run(string id, long? version, string? township, string? item, string? reason, CancellationToken cancel) =>
        desk.Decide(AccessTable.AmendClue, id, version, reason, (row, clue) =>
        {
            if (township is { Length: > 0 } && !district.Townships.Contains(township)) return Refusal.Invalid("township", "没有这个镇街。");
            if (item is { Length: > 0 } && district.Catalogue.ItemOn(item, district.Today) is null) return Refusal.Invalid("item", "清单中没有这个事项编码。");
            if (!Triage.IsUndecided(clue) && clue.State != ClueState.Accepted)
                return new Refusal("already-decided", $"本线索{ClueWords.Of(clue.State)}，不能再改地点和事项。", "漳龙政〔2024〕40号 二（二）3（3）");
            row.Township = township is { Length: > 0 } ? township : null;
            row.Area = district.AreaOf(row.Township);
            return clue with { Township = row.Township, Item = item is { Length: > 0 } ? item : null };
        }, cancel);
}
