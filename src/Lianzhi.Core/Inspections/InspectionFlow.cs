namespace Lianzhi.Core.Inspections;

/// <summary>What is done in an inspection (检查步骤).</summary>
public enum InspectionStep
{
    /// <summary>审批.</summary>
    Approve,

    /// <summary>制发检查通知书.</summary>
    Notice,

    /// <summary>到场开始检查.</summary>
    Start,

    /// <summary>填写检查表.</summary>
    Check,

    /// <summary>抽样、询问.</summary>
    Scene,

    /// <summary>签署检查笔录.</summary>
    Record,

    /// <summary>作出检查结论.</summary>
    Conclude,

    /// <summary>告知检查结果.</summary>
    Tell,

    /// <summary>登记移送回执.</summary>
    Receipt,

    /// <summary>复查.</summary>
    Recheck,

    /// <summary>企业评价.</summary>
    Answer,

    /// <summary>取消检查.</summary>
    Cancel,

    /// <summary>变更检查人员.</summary>
    ChangeCrew,
}

/// <summary>Which step an inspection may take (检查办理规则).</summary>
public static class InspectionFlow
{
    private static readonly Basis Approval = "国办发〔2024〕54号：未经批准、未出示检查通知不得检查";

    /// <summary>The steps of the line in their order; approval and notice of an urgent inspection are made up later.</summary>
    public static readonly IReadOnlyList<InspectionStep> Line =
        [InspectionStep.Approve, InspectionStep.Notice, InspectionStep.Start, InspectionStep.Check, InspectionStep.Record, InspectionStep.Conclude, InspectionStep.Tell, InspectionStep.Recheck];

    /// <summary>Null when the step may be taken from where the inspection stands.</summary>
    public static Refusal? Check(InspectionFile file, InspectionStep step)
    {
        if (May(file, step)) return null;
        if (step is InspectionStep.Start && file.Stage is InspectionStage.Proposed or InspectionStage.Approved)
            return file.Approval is null
                ? new("not-approved", "检查还没有经本机关负责人批准，不得检查；紧急情况须即时检查的，按即时检查登记，事后补办。", Approval)
                : new("not-noticed", "还没有检查通知书，不得检查。", Approval);
        if (step is InspectionStep.Notice && file.Approval is null && file.Stage is not (InspectionStage.Refused or InspectionStage.Cancelled))
            return new("not-approved", "检查还没有经本机关负责人批准，不得制发检查通知书。", Approval);
        return new("inspection-step-not-now", $"检查现处于“{InspectionNames.Of(file.Stage)}”环节，不能办理“{InspectionNames.Of(step)}”。", "行政检查文书基本格式文本（试行）：审批、通知、实施、记录、反馈");
    }

    /// <summary>The next step of the line; null when there is none.</summary>
    public static InspectionStep? Next(InspectionFile file) => file.Stage switch
    {
        InspectionStage.Proposed => file.Urgent ? InspectionStep.Start : InspectionStep.Approve,
        InspectionStage.Approved => InspectionStep.Notice,
        InspectionStage.Noticed => InspectionStep.Start,
        InspectionStage.Started => file.Items.Any(item => item.Finding is null) ? InspectionStep.Check : InspectionStep.Record,
        InspectionStage.Recorded => file.Approval is null ? InspectionStep.Approve : file.Notice is null ? InspectionStep.Notice : InspectionStep.Conclude,
        InspectionStage.Concluded => InspectionStep.Tell,
        InspectionStage.Correcting => InspectionStep.Recheck,
        InspectionStage.Closed when May(file, InspectionStep.Receipt) => InspectionStep.Receipt,
        _ => null,
    };

    private static bool May(InspectionFile file, InspectionStep step)
    {
        var begunUrgent = file is { Urgent: true, Stage: InspectionStage.Started or InspectionStage.Recorded };
        return step switch
        {
            InspectionStep.Approve => file.Approval is null && (file.Stage == InspectionStage.Proposed || begunUrgent),
            InspectionStep.Notice => file is { Approval: not null, Notice: null } && (file.Stage == InspectionStage.Approved || begunUrgent),
            InspectionStep.Start => file.Stage == InspectionStage.Noticed || file is { Urgent: true, Stage: InspectionStage.Proposed or InspectionStage.Approved },
            InspectionStep.Check or InspectionStep.Scene or InspectionStep.Record => file.Stage == InspectionStage.Started,
            InspectionStep.Conclude => file.Stage == InspectionStage.Recorded,
            InspectionStep.Tell => file.Stage == InspectionStage.Concluded,
            // The other organ may send its receipt before or after the enterprise was told.
            InspectionStep.Receipt => file is { Outcome: { TransferNumber: not null } sent, Receipt: null, Stage: InspectionStage.Concluded or InspectionStage.Correcting or InspectionStage.Closed } && sent.Has(InspectionConclusion.Transfer),
            InspectionStep.Recheck => file.Stage == InspectionStage.Correcting,
            InspectionStep.Answer => file is { Notice: not null, Start: not null, Feedback: null },
            _ => file.Stage is InspectionStage.Proposed or InspectionStage.Approved or InspectionStage.Noticed,
        };
    }
}
