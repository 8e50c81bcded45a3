using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Cases;

/// <summary>Whether penalties lie within what the item's article allows (处罚种类和幅度, 行政处罚法 第5、16条).</summary>
public static class PenaltyRange
{
    /// <summary>Checks kinds and amounts against the item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="party">The party; an individual business is measured as a citizen.</param>
    /// <param name="penalties">At least one.</param>
    /// <param name="rangeBasis">Article that lets the fine lie outside the base range: 减轻处罚, or the higher tier of the item; null or empty otherwise.</param>
    /// <returns>Every refusal; empty when lawful.</returns>
    public static IReadOnlyList<Refusal> Check(CaseItem item, CaseParty party, IReadOnlyList<CasePenalty> penalties, string? rangeBasis)
    {
        var refusals = new List<Refusal>();
        if (penalties.Count == 0) refusals.Add(Refusal.Invalid("penalties", "请填写处罚种类。"));
        foreach (var penalty in penalties)
        {
            if (!NamesOf(penalty.Kind).Any(name => item.Kinds.Contains(name)))
                refusals.Add(new("penalty-kind-not-in-item", $"{item.Code} 的依据没有规定“{penalty.Kind.Title()}”。", item.Basis, "penalties"));
            if (IsMoney(penalty.Kind) && penalty.AmountFen is not > 0)
                refusals.Add(Refusal.Invalid("penalties", $"请填写{penalty.Kind.Title()}的数额。"));
        }
        var fine = penalties.Where(penalty => penalty.Kind == PenaltyKind.Fine).Sum(penalty => penalty.AmountFen ?? 0);
        var (minimum, maximum) = party.Kind == PartyKind.Organisation
            ? (item.OrganisationMinimumFen, item.OrganisationMaximumFen)
            : (item.CitizenMinimumFen, item.CitizenMaximumFen);
        if (fine > 0 && maximum is { } most && fine > most && (item.FineRule is null || string.IsNullOrWhiteSpace(rangeBasis)))
            refusals.Add(new("fine-above-maximum", $"罚款高于法定最高数额{ChineseText.Amount(most)}{(item.FineRule is null ? "" : $"；适用更高档次（{item.FineRule}）须写明依据")}。", item.Basis, "penalties"));
        if (fine > 0 && minimum is { } least && fine < least && string.IsNullOrWhiteSpace(rangeBasis))
            refusals.Add(new("fine-below-minimum", $"罚款低于法定最低数额{ChineseText.Amount(least)}；减轻处罚须写明依据。", $"{item.Basis}；行政处罚法 第31、32条", "penalties"));
        return refusals;
    }

    /// <summary>True for kinds that are an amount of money.</summary>
    public static bool IsMoney(PenaltyKind kind) => kind is PenaltyKind.Fine or PenaltyKind.Confiscation;

    private static string[] NamesOf(PenaltyKind kind) => kind switch
    {
        PenaltyKind.Confiscation => ["没收违法所得", "没收非法财物"],
        PenaltyKind.RevokeLicence or PenaltyKind.SuspendLicence => ["吊销许可证"],
        PenaltyKind.OtherHeavy or PenaltyKind.RestrictBusiness or PenaltyKind.BanFromTrade => ["其他", kind.Title()],
        _ => [kind.Title()],
    };
}
