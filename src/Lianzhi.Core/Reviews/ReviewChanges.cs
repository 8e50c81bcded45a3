using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Reviews;

/// <summary>One thing that reads otherwise than when the reviewer returned the case (退回后的变化).</summary>
/// <param name="What">What it is.</param>
/// <param name="Was">How it read; null where there was nothing.</param>
/// <param name="Is">How it reads; null where nothing is left.</param>
public sealed record ReviewChange(string What, string? Was, string? Is);

/// <summary>What changed in a case between two of its states, so that a reviewer reads only that (修改对照). A pure function of the record, nothing anybody says about it.</summary>
public static class ReviewChanges
{
    /// <summary>The changes, in the order of a file.</summary>
    public static IReadOnlyList<ReviewChange> Between(CaseState before, CaseState now) =>
    [
        .. Of("查明的事实", before, now, state => state.Conclusion?.Facts),
        .. Of("违反的规定", before, now, state => state.Conclusion?.Breach),
        .. Of("处罚依据", before, now, state => state.Conclusion?.PenaltyBasis),
        .. Of("裁量理由", before, now, state => state.Conclusion?.Discretion),
        .. Of("违法所得", before, now, state => state.Conclusion is { } report ? ChineseText.Amount(report.IllegalGainFen) : null),
        .. Of("拟处理意见", before, now, state => state.Conclusion is { } report ? Penalties(report.Proposal) : null),
        .. Of("调查报告所列证据", before, now, state => state.Conclusion is { } report ? string.Join("；", report.Evidence.Select(one => $"{one.Kind}：{one.Title}（{one.Proves}）")) : null),
        .. Evidence(before, now),
        .. Of("告知的事实", before, now, state => state.Notice?.Facts),
        .. Of("告知的理由", before, now, state => state.Notice?.Reasons),
        .. Of("告知的处罚", before, now, state => state.Notice is { } notice ? Penalties(notice.Penalties) : null),
        .. Of("陈述申辩", before, now, state => state.Defences.Count == 0 ? null : string.Join("；", state.Defences.Select(one => one.Content))),
        .. Of("陈述申辩复核", before, now, state => state.DefenceReview is { } review ? $"{review.Review}；{(review.Adopted ? "采纳" : "不采纳")}：{review.Reason}" : null),
        .. Of("复查改正情况", before, now, state => state.CorrectionCheck is { } check ? $"{(check.Corrected ? "已改正" : "未改正")}：{check.Findings}" : null),
        .. Of("办案人员", before, now, state => string.Join('、', state.Officers.Select(officer => officer.Name))),
        .. Papers(before, now),
    ];

    private static IEnumerable<ReviewChange> Of(string what, CaseState before, CaseState now, Func<CaseState, string?> part)
    {
        var (was, reads) = (part(before), part(now));
        if (was != reads) yield return new(what, was, reads);
    }

    private static string Penalties(IReadOnlyList<CasePenalty> penalties) => penalties.Count == 0 ? "不予处罚" : CasePhrases.Penalties(penalties);

    /// <summary>Evidence that came in or was excluded since.</summary>
    private static IEnumerable<ReviewChange> Evidence(CaseState before, CaseState now)
    {
        foreach (var item in now.Evidence)
        {
            var name = $"证据{item.Collected.Number}：{item.Collected.Title}";
            if (before.Evidence.FirstOrDefault(one => one.Id == item.Id) is not { } was)
                yield return new(name, null, item.Excluded is null ? $"新登记，证明{item.Collected.Proves}" : "新登记，已排除");
            else if (was.Excluded is null && item.Excluded is { } excluded) yield return new(name, "有效", $"已排除：{excluded.Reason}");
        }
    }

    /// <summary>Finished papers that the file did not hold, kind by kind; those of the review itself are no change of the case.</summary>
    private static IEnumerable<ReviewChange> Papers(CaseState before, CaseState now)
    {
        var had = Titles(before).ToDictionary();
        foreach (var (title, count) in Titles(now))
            if (had.GetValueOrDefault(title) is var was && count > was) yield return new(title, was == 0 ? null : $"{was}份", $"{count}份");

        static IEnumerable<KeyValuePair<string, int>> Titles(CaseState state) => CaseDocuments.Of(state)
            .Where(paper => paper.Made && paper.Kind.Code is not (DocumentCode.ReviewSubmission or DocumentCode.ReviewOpinion)).CountBy(paper => paper.Kind.Title);
    }
}
