using Lianzhi.Core;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Inspections;

namespace Lianzhi.Web.Features.Inspections;

/// <summary>What follows from a line of the checklist (逐项处理).</summary>
/// <param name="Position">The line.</param>
/// <param name="Conclusion">What follows.</param>
public sealed record LineConclusion(int Position, InspectionConclusion Conclusion);

/// <summary>What a step of an inspection needs; members that the step does not use are left out.</summary>
public sealed class InspectionStepInput
{
    /// <summary>Version seen.</summary>
    public long? Version { get; set; }

    /// <summary>审批: yes or no.</summary>
    public bool? Agrees { get; set; }

    /// <summary>审批意见.</summary>
    public string? Opinion { get; set; }

    /// <summary>突破频次上限的理由: asked for at the approval when the cap was filled after the proposal.</summary>
    public string? BeyondReason { get; set; }

    /// <summary>告知方式.</summary>
    public NoticeManner? Manner { get; set; }

    /// <summary>Why not in advance.</summary>
    public string? Why { get; set; }

    /// <summary>签收人.</summary>
    public string? Receiver { get; set; }

    /// <summary>Number or mark of the notice, or code of the enterprise.</summary>
    public string? Code { get; set; }

    /// <summary>Place.</summary>
    public string? Place { get; set; }

    /// <summary>Certificates shown and rights told.</summary>
    public bool CertificatesShown { get; set; }

    /// <summary>Answers to the checklist.</summary>
    public IReadOnlyList<ItemAnswer> Items { get; set; } = [];

    /// <summary>抽样 or 询问.</summary>
    public SceneKind? Kind { get; set; }

    /// <summary>Who was asked.</summary>
    public string? Person { get; set; }

    /// <summary>His post.</summary>
    public string? Relation { get; set; }

    /// <summary>Goods, questions, or the conclusion in words.</summary>
    public string? Text { get; set; }

    /// <summary>How samples were taken.</summary>
    public string? Method { get; set; }

    /// <summary>现场人员.</summary>
    public string? Present { get; set; }

    /// <summary>What was seen.</summary>
    public string? Situation { get; set; }

    /// <summary>What the enterprise says.</summary>
    public string? PartyOpinion { get; set; }

    /// <summary>拒签.</summary>
    public bool Refuses { get; set; }

    /// <summary>Who signed.</summary>
    public string? SignedBy { get; set; }

    /// <summary>Why signing was refused.</summary>
    public string? RefusedBecause { get; set; }

    /// <summary>见证人.</summary>
    public string? Witness { get; set; }

    /// <summary>Officers who signed.</summary>
    public IReadOnlyList<string> OfficersSigned { get; set; } = [];

    /// <summary>结论.</summary>
    public InspectionConclusion? Conclusion { get; set; }

    /// <summary>What follows from single failed lines; from the others the conclusion does.</summary>
    public IReadOnlyList<LineConclusion> Lines { get; set; } = [];

    /// <summary>改正要求.</summary>
    public string? Demand { get; set; }

    /// <summary>改正期限.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>移送机关.</summary>
    public string? To { get; set; }

    /// <summary>事项编码 of the case.</summary>
    public string? Item { get; set; }

    /// <summary>Kind of the party of the case; asked only where the target has no credit code.</summary>
    public PartyKind? PartyKind { get; set; }

    /// <summary>经营者 of an individual business, or the citizen.</summary>
    public string? Operator { get; set; }

    /// <summary>移送函签收日期.</summary>
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>复查结果.</summary>
    public bool? Corrected { get; set; }

    /// <summary>复查情况.</summary>
    public string? Findings { get; set; }

    /// <summary>企业申请提前复查.</summary>
    public bool Asked { get; set; }

    /// <summary>复查人员.</summary>
    public IReadOnlyList<string> Officers { get; set; } = [];

    /// <summary>理由.</summary>
    public string? Reason { get; set; }

    /// <summary>更换检查人员的事由.</summary>
    public CrewChangeGround? Ground { get; set; }

    /// <summary>重新制发通知书.</summary>
    public bool Reissue { get; set; }
}

/// <summary>Leads a step by its name to its use case (办理检查步骤); each decides for itself who may.</summary>
public sealed class TakeInspectionStep(IServiceProvider services)
{
    /// <summary>Takes it.</summary>
    public Task<Result<string>> Run(string id, InspectionStep step, InspectionStepInput sent, CancellationToken cancel) => step switch
    {
        InspectionStep.Approve => services.GetRequiredService<ApproveInspection>().Run(id, sent.Version, sent.Agrees, sent.Opinion, sent.BeyondReason, cancel),
        InspectionStep.Notice => services.GetRequiredService<NotifyInspection>().Run(id, sent.Version, sent.Manner, sent.Why, sent.Receiver, cancel),
        InspectionStep.Start => services.GetRequiredService<StartInspection>().Run(id, sent.Version, sent.Code, sent.Place, sent.CertificatesShown, cancel),
        InspectionStep.Check => services.GetRequiredService<CheckInspection>().Run(id, sent.Items, cancel),
        InspectionStep.Scene => services.GetRequiredService<AddInspectionScene>().Run(id, sent.Kind, sent.Person, sent.Relation, sent.Text, sent.Method, cancel),
        InspectionStep.Record => services.GetRequiredService<RecordInspection>().Run(id, sent.Version, new(sent.Present, sent.Situation, sent.PartyOpinion, sent.Refuses, sent.SignedBy, sent.RefusedBecause, sent.Witness, sent.OfficersSigned), cancel),
        InspectionStep.Conclude => services.GetRequiredService<ConcludeInspection>().Run(id, sent.Version, new(sent.Conclusion, sent.Text, sent.Demand, sent.DueOn, sent.To, sent.Item, sent.PartyKind, sent.Operator)
        {
            Lines = sent.Lines.DistinctBy(line => line.Position).ToDictionary(line => line.Position, line => line.Conclusion),
        }, cancel),
        InspectionStep.Tell => services.GetRequiredService<TellInspectionResult>().Run(id, sent.Version, sent.Receiver, cancel),
        InspectionStep.Receipt => services.GetRequiredService<NoteTransferReceipt>().Run(id, sent.Version, sent.Receiver, sent.ReceivedOn, cancel),
        InspectionStep.Recheck => services.GetRequiredService<RecheckInspection>().Run(id, sent.Version, sent.Corrected, sent.Findings, sent.Asked, sent.Item, sent.Officers, sent.PartyKind, sent.Operator, cancel),
        InspectionStep.ChangeCrew => services.GetRequiredService<ChangeInspectionCrew>().Run(id, sent.Version, new(sent.Officers, sent.Ground, sent.Reason, sent.Reissue, sent.Receiver), cancel),
        _ => services.GetRequiredService<CancelInspection>().Run(id, sent.Version, sent.Reason, cancel),
    };
}
