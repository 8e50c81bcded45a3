using Lianzhi.Core.Cases.Discretion;
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
            if (!Allows(item, penalty.Kind))
                refusals.Add(new("penalty-kind-not-in-item", $"{item.Code} 的依据没有规定“{penalty.Kind.Title()}”。", item.Basis, "penalties"));
            if (IsMoney(penalty.Kind) && penalty.AmountFen is not > 0)
                refusals.Add(Refusal.Invalid("penalties", $"请填写{penalty.Kind.Title()}的数额。"));
            if (penalty.Kind == PenaltyKind.ConfiscateGoods && (string.IsNullOrWhiteSpace(penalty.Text) || penalty.ValueFen is not >= 0))
                refusals.Add(Refusal.Invalid("penalties", "没收非法财物的，请写明财物的名称、数量和货值；没有价值的填0。"));
            if (penalty.Kind == PenaltyKind.ConfiscateGoods ? penalty.AmountFen is not null : penalty.ValueFen is not null)
                refusals.Add(Refusal.Invalid("penalties", "没收的非法财物以实物执行，只填货值，不填数额；其他处罚不填货值。"));
        }
        var fine = penalties.Where(penalty => penalty.Kind == PenaltyKind.Fine).Sum(penalty => penalty.AmountFen ?? 0);
        var organisation = party.Kind == PartyKind.Organisation;
        var (minimum, maximum, others) = organisation
            ? (item.OrganisationMinimumFen, item.OrganisationMaximumFen, item.CitizenMaximumFen)
            : (item.CitizenMinimumFen, item.CitizenMaximumFen, item.OrganisationMaximumFen);
        if (fine > 0 && maximum is null && others is not null)
        {
            // The article addresses only the other kind of party. An individual business may stand under the words of one for units, which then are named.
            if (item.FineRule is null && party.Kind != PartyKind.IndividualBusiness)
                refusals.Add(new("fine-not-for-party", $"{item.Code} 的依据只对{(organisation ? "个人" : "单位")}规定了罚款，不能对{(organisation ? "单位" : "个人")}罚款。", item.Basis, "penalties"));
            else if (string.IsNullOrWhiteSpace(rangeBasis))
                refusals.Add(new("fine-range-not-named", $"{item.Code} 没有列明适用于该当事人的罚款数额，请写明适用的条款和幅度。", item.Basis, "rangeBasis"));
            else if (item.FineRule is null && fine > others)
                refusals.Add(new("fine-above-maximum", $"罚款高于法定最高数额{ChineseText.Amount(others.Value)}。", item.Basis, "penalties"));
        }
        if (fine > 0 && maximum is { } most && fine > most && Higher(item, organisation) is var higher && (higher is null || fine > higher || string.IsNullOrWhiteSpace(rangeBasis)))
            refusals.Add(new("fine-above-maximum", $"罚款高于法定最高数额{ChineseText.Amount(higher is { } tier && tier < long.MaxValue && fine > tier ? tier : most)}{(higher is null || fine > higher ? "" : $"；适用更高档次（{item.FineRule}）须写明依据")}。", item.Basis, "penalties"));
        if (fine > 0 && minimum is { } least && fine < least && string.IsNullOrWhiteSpace(rangeBasis))
            refusals.Add(new("fine-below-minimum", $"罚款低于法定最低数额{ChineseText.Amount(least)}；减轻处罚须写明依据。", $"{item.Basis}；行政处罚法 第31、32条", "penalties"));
        return refusals;
    }

    /// <summary>
    /// The highest a fine may be where the article has a higher tier than the base range, in fen; <see cref="long.MaxValue"/> where its words name amounts or
    /// multiples that are left to people, and null where they raise nothing.
    /// </summary>
    private static long? Higher(CaseItem item, bool organisation)
    {
        if (item.FineRule is not { } rule) return null;
        var read = FineRule.Alternatives(item, organisation).Where(alternative => alternative is not { Condition: null, BaseName: null }).ToList();
        var parts = rule.Split('；', '，').Count(part => part.Any(char.IsAsciiDigit) || part.Contains('倍', StringComparison.Ordinal) || part.Contains("按日", StringComparison.Ordinal));
        if (parts == 0) return null;
        return read.Count == parts && read.TrueForAll(alternative => alternative.BaseName is null) ? (long)read.Max(alternative => alternative.High) : long.MaxValue;
    }

    /// <summary>True for kinds that are an amount of money.</summary>
    public static bool IsMoney(PenaltyKind kind) => kind is PenaltyKind.Fine or PenaltyKind.Confiscation;

    /// <summary>True when the article of the item knows the kind.</summary>
    public static bool Allows(CaseItem item, PenaltyKind kind) => NamesOf(kind).Any(name => item.Kinds.Contains(name));

    private static string[] NamesOf(PenaltyKind kind) => kind switch
    {
        PenaltyKind.Confiscation => ["没收违法所得"],
        // Whoever may revoke may not therefore suspend: the law sets the kinds (第16条).
        PenaltyKind.RevokeLicence => ["吊销许可证"],
        PenaltyKind.SuspendLicence => ["暂扣许可证", kind.Title()],
        PenaltyKind.OtherHeavy or PenaltyKind.RestrictBusiness or PenaltyKind.BanFromTrade => ["其他", kind.Title()],
        _ => [kind.Title()],
    };
}
