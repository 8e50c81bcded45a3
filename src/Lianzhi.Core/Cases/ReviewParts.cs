namespace Lianzhi.Core.Cases;

/// <summary>What legal review concludes (法制审核意见).</summary>
public enum ReviewOpinion
{
    /// <summary>同意.</summary>
    Agree,

    /// <summary>修改.</summary>
    Amend,

    /// <summary>补充调查.</summary>
    Supplement,

    /// <summary>不同意.</summary>
    Disagree,

    /// <summary>移送.</summary>
    Transfer,
}

/// <summary>What legal review looks at (审核内容).</summary>
public enum ReviewAspect
{
    /// <summary>主体.</summary>
    Competence,

    /// <summary>事实.</summary>
    Facts,

    /// <summary>证据.</summary>
    Evidence,

    /// <summary>法律.</summary>
    Law,

    /// <summary>程序.</summary>
    Procedure,

    /// <summary>裁量.</summary>
    Discretion,

    /// <summary>文书.</summary>
    Document,
}

/// <summary>Something legal review found (审核发现的问题).</summary>
/// <param name="Aspect">In which respect.</param>
/// <param name="Text">What is wrong and what to do.</param>
public sealed record ReviewFinding(ReviewAspect Aspect, string Text);

/// <summary>Who reviews (法制审核人员), with the qualification kept that day.</summary>
/// <param name="Id">Officer id.</param>
/// <param name="Name">Name.</param>
/// <param name="Unit">Name of the home unit.</param>
/// <param name="Qualification">法律职业资格 as registered.</param>
public sealed record CaseReviewer(string Id, string Name, string Unit, string Qualification);

/// <summary>Major coercion that is reviewed by itself (单独送审的重大行政强制).</summary>
public enum ReviewedAct
{
    /// <summary>强制拆除.</summary>
    Demolition,

    /// <summary>查封、扣押.</summary>
    Sealing,
}

/// <summary>The coercion a round of legal review is about (送审的行政强制).</summary>
/// <param name="Act">Which.</param>
/// <param name="Request">Index of the request for a sealing; null for a demolition.</param>
public sealed record ReviewedMeasure(ReviewedAct Act, int? Request = null);

/// <summary>One round of legal review (一次审核): from submission to opinion.</summary>
/// <param name="Submission">送审.</param>
/// <param name="Reviewer">Who reviews, after reassignments.</param>
/// <param name="Conclusion">Opinion; null while it waits.</param>
public sealed record ReviewRound(LegalReviewSubmitted Submission, CaseReviewer Reviewer, LegalReviewConcluded? Conclusion);

/// <summary>A head who took part in a collective discussion (集体讨论成员).</summary>
/// <param name="Id">Officer id.</param>
/// <param name="Name">Name.</param>
/// <param name="Post">Post in the subject.</param>
/// <param name="Opinion">What he or she said.</param>
/// <param name="Agrees">Whether he or she agrees to the result; a dissent stays in the record.</param>
public sealed record DiscussionMember(string Id, string Name, string Post, string Opinion, bool Agrees);

/// <summary>Names of what legal review says.</summary>
public static class ReviewNames
{
    /// <summary>The opinion as papers write it.</summary>
    public static string Title(this ReviewOpinion opinion) => opinion switch
    {
        ReviewOpinion.Agree => "同意",
        ReviewOpinion.Amend => "修改",
        ReviewOpinion.Supplement => "补充调查",
        ReviewOpinion.Disagree => "不同意",
        _ => "移送",
    };

    /// <summary>The aspect as papers write it.</summary>
    public static string Title(this ReviewAspect aspect) => aspect switch
    {
        ReviewAspect.Competence => "主体",
        ReviewAspect.Facts => "事实",
        ReviewAspect.Evidence => "证据",
        ReviewAspect.Law => "法律",
        ReviewAspect.Procedure => "程序",
        ReviewAspect.Discretion => "裁量",
        _ => "文书",
    };

    /// <summary>What is reviewed, as papers write it; the penalty when no coercion is.</summary>
    public static string Title(this ReviewedMeasure? measure) => measure?.Act switch
    {
        ReviewedAct.Demolition => "强制拆除决定",
        ReviewedAct.Sealing => "查封、扣押",
        _ => "行政处罚决定",
    };

    /// <summary>A ground of legal review in words.</summary>
    public static string Ground(string ground) => ground switch
    {
        "58-1" => "涉及重大公共利益",
        "58-2" => "经过听证程序",
        "58-3" => "案件情况疑难复杂、涉及多个法律关系",
        "58-4" => "列入本区重大执法决定法制审核目录",
        Measures.MeasureReviews.DemolitionGround => "重大行政强制：强制拆除",
        Measures.MeasureReviews.SealingGround => "重大行政强制：查封、扣押",
        _ => ground,
    };
}
