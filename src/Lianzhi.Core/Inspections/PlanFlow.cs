namespace Lianzhi.Core.Inspections;

/// <summary>Whether a plan is the yearly one or a campaign (计划类别).</summary>
public enum PlanKind
{
    /// <summary>年度检查计划.</summary>
    Annual,

    /// <summary>专项检查.</summary>
    Campaign,
}

/// <summary>Where a plan stands (计划办理环节).</summary>
public enum PlanStage
{
    /// <summary>镇（街道）起草.</summary>
    Preparing,

    /// <summary>片区编制.</summary>
    Drafting,

    /// <summary>部门会签.</summary>
    Opinions,

    /// <summary>待联席会议审议.</summary>
    Meeting,

    /// <summary>审议通过，待公布.</summary>
    Approved,

    /// <summary>已公布.</summary>
    Published,

    /// <summary>已被修订版代替.</summary>
    Superseded,
}

/// <summary>What is done with a plan (计划步骤).</summary>
public enum PlanStep
{
    /// <summary>镇（街道）报送.</summary>
    SubmitPart,

    /// <summary>智能编排.</summary>
    Optimise,

    /// <summary>手工调整.</summary>
    Edit,

    /// <summary>送部门会签.</summary>
    SendForOpinion,

    /// <summary>提出会签意见.</summary>
    GiveOpinion,

    /// <summary>提交联席会议.</summary>
    SubmitToMeeting,

    /// <summary>记录审议结果.</summary>
    RecordMeeting,

    /// <summary>公布.</summary>
    Publish,

    /// <summary>修订.</summary>
    Amend,

    /// <summary>登记执行情况.</summary>
    Report,
}

/// <summary>An opinion that is asked for.</summary>
/// <param name="Department">Who is asked.</param>
/// <param name="Agrees">What was answered; null while nothing is.</param>
public sealed record PlanOpinion(string Department, bool? Agrees);

/// <summary>Which step a plan may take (计划办理规则).</summary>
public static class PlanFlow
{
    /// <summary>The lead (牵头单位): 区城市管理和综合执法局 convenes the joint meeting.</summary>
    public const string Lead = "cg";

    private static readonly Basis Notice = "漳龙政〔2024〕40号：片长牵头制定年度工作计划，副片长、大队长配合";

    /// <summary>Null when the step may be taken from where the plan stands.</summary>
    public static Refusal? Check(PlanStage state, PlanStep step) => From(step).Contains(state) ? null
        : new Refusal("plan-step-not-now", $"计划现处于“{Name(state)}”环节，不能办理“{Name(step)}”。", Notice);

    /// <summary>Every reason against sending a draft for opinion.</summary>
    /// <param name="missing">Names of townships that have not handed in their part.</param>
    /// <param name="visits">Visits of the draft.</param>
    /// <param name="running">True while the optimiser works on it.</param>
    public static IReadOnlyList<Refusal> SendForOpinion(IReadOnlyList<string> missing, int visits, bool running)
    {
        var refusals = new List<Refusal>();
        if (missing.Count > 0) refusals.Add(new("parts-missing", $"{string.Join("、", missing)}尚未报送。", Notice));
        if (visits == 0) refusals.Add(new("plan-empty", "尚未编排出检查安排。", Notice));
        if (running) refusals.Add(new("plan-running", "正在编排，请等候完成或者停止后再送。", Notice));
        return refusals;
    }

    /// <summary>Null when the plan may go to the joint meeting: everybody answered, or the term for answers is over.</summary>
    public static Refusal? SubmitToMeeting(IReadOnlyList<PlanOpinion> opinions, DateOnly dueOn, DateOnly today, Func<string, string> nameOf) =>
        today > dueOn || opinions.All(opinion => opinion.Agrees is not null) ? null
        : new Refusal("opinions-open", $"{string.Join("、", opinions.Where(opinion => opinion.Agrees is null).Select(opinion => nameOf(opinion.Department)))}尚未会签，期限至{dueOn:M月d日}。", Notice);

    /// <summary>What officers call a state.</summary>
    public static string Name(PlanStage state) => state switch
    {
        PlanStage.Preparing => "镇（街道）起草",
        PlanStage.Drafting => "片区编制",
        PlanStage.Opinions => "部门会签",
        PlanStage.Meeting => "待联席会议审议",
        PlanStage.Approved => "审议通过",
        PlanStage.Published => "已公布",
        _ => "已被修订",
    };

    /// <summary>What officers call a step.</summary>
    public static string Name(PlanStep step) => step switch
    {
        PlanStep.SubmitPart => "镇（街道）报送",
        PlanStep.Optimise => "智能编排",
        PlanStep.Edit => "手工调整",
        PlanStep.SendForOpinion => "送部门会签",
        PlanStep.GiveOpinion => "会签",
        PlanStep.SubmitToMeeting => "提交联席会议",
        PlanStep.RecordMeeting => "记录审议结果",
        PlanStep.Publish => "公布",
        PlanStep.Amend => "修订",
        _ => "登记执行情况",
    };

    private static PlanStage[] From(PlanStep step) => step switch
    {
        PlanStep.SubmitPart => [PlanStage.Preparing],
        PlanStep.Optimise or PlanStep.Edit => [PlanStage.Preparing, PlanStage.Drafting],
        PlanStep.SendForOpinion => [PlanStage.Preparing, PlanStage.Drafting],
        PlanStep.GiveOpinion => [PlanStage.Opinions],
        PlanStep.SubmitToMeeting => [PlanStage.Opinions],
        PlanStep.RecordMeeting => [PlanStage.Meeting],
        PlanStep.Publish => [PlanStage.Approved],
        _ => [PlanStage.Published],
    };
}
