namespace Lianzhi.Core.Organisation;

/// <summary>Dated facts of one thing never overlap (有效期不重叠), so that every day has one answer.</summary>
public static class IntervalRules
{
    /// <summary>Checks a new or changed term against the other terms of the same thing.</summary>
    /// <param name="proposed">The term to be kept.</param>
    /// <param name="others">The other terms of the same thing, without the one being changed.</param>
    /// <param name="what">What the thing is called, for the message.</param>
    /// <returns>The first refusal, or null.</returns>
    public static Refusal? Check(Validity proposed, IEnumerable<Validity> others, string what)
    {
        if (proposed.Check() is { } invalid) return invalid;
        var clash = others.Where(other => other.Overlaps(proposed)).OrderBy(other => other.From).Cast<Validity?>().FirstOrDefault();
        return clash is { } term
            ? new Refusal("validity-overlaps",
                $"{what}的有效期与已有的一段（{term.From:yyyy-MM-dd} 至 {(term.To is { } to ? to.AddDays(-1).ToString("yyyy-MM-dd") : "无期限")}）重叠。",
                "基础库规则：同一事物的有效期不重叠", "from")
            : null;
    }

    /// <summary>Posts that only one person holds at a time at one place.</summary>
    public static bool HasOneHolder(PostKind kind) => kind is not (PostKind.LegalReviewer or PostKind.DeputyHead);

    /// <summary>
    /// Checks a new or changed appointment: area posts need an area, others a unit, and a post with one holder is
    /// not held twice; an acting head does not stand beside a head.
    /// </summary>
    /// <param name="proposed">The appointment.</param>
    /// <param name="posts">All posts; an earlier state of the same appointment is left out by its id.</param>
    public static IReadOnlyList<Refusal> Check(Post proposed, IEnumerable<Post> posts)
    {
        var refusals = new List<Refusal>();
        if (proposed.IsOfArea && (proposed.Area is null || proposed.Unit is not null))
            refusals.Add(Refusal.Invalid("area", "片长、协作组长应当选择片区。"));
        if (!proposed.IsOfArea && (proposed.Unit is null || proposed.Area is not null))
            refusals.Add(Refusal.Invalid("unit", "应当选择任职单位。"));
        if (proposed.SigningScope is not null && proposed.Kind is not (PostKind.Head or PostKind.DeputyHead or PostKind.ActingHead))
            refusals.Add(new Refusal("post-signs-nothing", "副片长、片长等不因该职务取得签批权；签批授权只授予行政机关负责人。",
                "行政处罚法 第五十七条；签批授权（设置）", "signingScope"));
        var others = posts.Where(post => post.Id != proposed.Id && post.Place == proposed.Place &&
            (post.OfficerId == proposed.OfficerId ? post.Kind == proposed.Kind : HasOneHolder(proposed.Kind) && SameChair(post.Kind, proposed.Kind)));
        if (Check(proposed.Validity, others.Select(post => post.Validity), "该岗位任职") is { } overlap) refusals.Add(overlap);
        return refusals;
    }

    private static bool SameChair(PostKind one, PostKind other) =>
        one == other || (one is PostKind.Head or PostKind.ActingHead && other is PostKind.Head or PostKind.ActingHead);
}
