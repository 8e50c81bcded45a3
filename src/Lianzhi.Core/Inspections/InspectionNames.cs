namespace Lianzhi.Core.Inspections;

/// <summary>What stages, sources and findings are called (名称).</summary>
public static class InspectionNames
{
    /// <summary>Name of a stage.</summary>
    public static string Of(InspectionStage stage) => stage switch
    {
        InspectionStage.Proposed => "待审批",
        InspectionStage.Refused => "不予批准",
        InspectionStage.Approved => "待通知",
        InspectionStage.Noticed => "待检查",
        InspectionStage.Started => "检查中",
        InspectionStage.Recorded => "待作结论",
        InspectionStage.Concluded => "待告知结果",
        InspectionStage.Correcting => "待复查",
        InspectionStage.Closed => "已办结",
        _ => "已取消",
    };

    /// <summary>Name of a source.</summary>
    public static string Of(InspectionSource source) => source switch
    {
        InspectionSource.Plan => "年度检查计划",
        InspectionSource.Campaign => "专项检查",
        InspectionSource.Draw => "双随机抽查",
        InspectionSource.Clue => "线索核查",
        InspectionSource.Recheck => "复查",
        InspectionSource.AtOnce => "即时检查",
        _ => "联合执法行动",
    };

    /// <summary>Type of an inspection (检查类型) as the notice states it.</summary>
    public static string TypeOf(InspectionSource source) => source switch
    {
        InspectionSource.Plan or InspectionSource.Draw => "日常检查",
        InspectionSource.Campaign or InspectionSource.Operation => "专项检查",
        _ => "个案检查",
    };

    /// <summary>Name of a ground beyond the cap.</summary>
    public static string Of(CapGround ground) => ground switch { CapGround.Complaint => "投诉举报", CapGround.Risk => "风险监测", CapGround.Transfer => "转办交办移送", _ => "专项检查" };

    /// <summary>What shows a ground beyond the cap.</summary>
    public static string ReferenceOf(CapGround ground) => ground switch { CapGround.Complaint => "投诉举报线索的受理编号", CapGround.Transfer => "转办交办、移送的文号或者线索受理编号", CapGround.Campaign => "专项检查的方案名称或者文号", _ => "风险监测的来源" };

    /// <summary>Name of a manner.</summary>
    public static string Of(NoticeManner manner) => manner switch { NoticeManner.Advance => "事先送达", NoticeManner.OnArrival => "到场出示", _ => "事后补制" };

    /// <summary>Name of a finding.</summary>
    public static string Of(Finding? finding) => finding switch { Finding.Conforms => "合格", Finding.Fails => "不合格", Finding.NotApplicable => "不适用", _ => "未检查" };

    /// <summary>Name of a conclusion.</summary>
    public static string Of(InspectionConclusion conclusion) => conclusion switch
    {
        InspectionConclusion.NothingFound => "未发现问题",
        InspectionConclusion.CorrectedAtOnce => "问题已当场改正",
        InspectionConclusion.Correction => "责令限期改正",
        InspectionConclusion.Case => "涉嫌违法，提请立案",
        _ => "移送有权机关",
    };

    /// <summary>Name of a grade.</summary>
    public static string Of(FeedbackGrade grade) => grade switch { FeedbackGrade.Satisfied => "满意", FeedbackGrade.Neutral => "基本满意", _ => "不满意" };

    /// <summary>Name of a step.</summary>
    public static string Of(InspectionStep step) => step switch
    {
        InspectionStep.Approve => "审批",
        InspectionStep.Notice => "制发检查通知书",
        InspectionStep.Start => "到场开始检查",
        InspectionStep.Check => "填写检查表",
        InspectionStep.Scene => "抽样、询问",
        InspectionStep.Record => "签署检查笔录",
        InspectionStep.Conclude => "作出检查结论",
        InspectionStep.Tell => "告知检查结果",
        InspectionStep.Receipt => "登记移送回执",
        InspectionStep.Recheck => "办理复查",
        InspectionStep.Answer => "企业评价",
        InspectionStep.ChangeCrew => "变更检查人员",
        _ => "取消检查",
    };
}
