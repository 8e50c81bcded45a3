namespace Lianzhi.Core.Organisation;

/// <summary>A post that the notice or the law asks for (岗位).</summary>
public enum PostKind
{
    /// <summary>片长: of an area; signs nothing by this post.</summary>
    AreaChief,

    /// <summary>协作组长: of an area.</summary>
    AreaCoordinator,

    /// <summary>副片长: of a township; signs nothing by this post.</summary>
    TownshipDeputy,

    /// <summary>综合执法大队长: of a township.</summary>
    BrigadeLeader,

    /// <summary>法制审核员: of a township or of the justice bureau.</summary>
    LegalReviewer,

    /// <summary>联络人: of a department.</summary>
    Liaison,

    /// <summary>行政机关负责人（正职）.</summary>
    Head,

    /// <summary>行政机关负责人（副职）: signs within a written 签批授权.</summary>
    DeputyHead,

    /// <summary>主持工作的负责人: acts for a vacant head.</summary>
    ActingHead,
}

/// <summary>Somebody holds a post (任职).</summary>
/// <param name="Id">Id.</param>
/// <param name="Kind">Which post.</param>
/// <param name="OfficerId">Who holds it.</param>
/// <param name="Area">Area of the post; only for area posts.</param>
/// <param name="Unit">Township or department of the post; for all others.</param>
/// <param name="SigningScope">What the holder may sign, as the written 签批授权 says; null for none. Only for heads and deputy heads.</param>
/// <param name="Source">Document of the appointment.</param>
/// <param name="Validity">When it holds.</param>
/// <param name="Qualification">国家统一法律职业资格, number or ground of exemption; only for reviewers, who may not review without it (行政处罚法 第58条第2款).</param>
public sealed record Post(
    string Id, PostKind Kind, string OfficerId, string? Area, string? Unit,
    string? SigningScope, string Source, Validity Validity, string? Qualification = null)
{
    /// <summary>True for posts of an area.</summary>
    public bool IsOfArea => Kind is PostKind.AreaChief or PostKind.AreaCoordinator;

    /// <summary>The place of the post: the area's id or the unit's code.</summary>
    public string Place => Area ?? Unit ?? "";
}
