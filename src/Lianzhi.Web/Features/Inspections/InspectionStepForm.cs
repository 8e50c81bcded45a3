using Lianzhi.Core.Cases;
using Lianzhi.Core.Inspections;

namespace Lianzhi.Web.Features.Inspections;

/// <summary>What the form of a step sends: texts as browsers send them.</summary>
public sealed class InspectionStepForm
{
    /// <summary>Version seen.</summary>
    public long Version { get; set; }

    /// <summary>审批.</summary>
    public string? Agrees { get; set; }

    /// <summary>意见.</summary>
    public string? Opinion { get; set; }

    /// <summary>突破频次上限的理由.</summary>
    public string? BeyondReason { get; set; }

    /// <summary>告知方式.</summary>
    public string? Manner { get; set; }

    /// <summary>不事先送达的理由.</summary>
    public string? Why { get; set; }

    /// <summary>签收人.</summary>
    public string? Receiver { get; set; }

    /// <summary>扫码.</summary>
    public string? Code { get; set; }

    /// <summary>地点.</summary>
    public string? Place { get; set; }

    /// <summary>出示证件.</summary>
    public string? CertificatesShown { get; set; }

    /// <summary>类别.</summary>
    public string? Kind { get; set; }

    /// <summary>被询问人.</summary>
    public string? Person { get; set; }

    /// <summary>职务.</summary>
    public string? Relation { get; set; }

    /// <summary>内容.</summary>
    public string? Text { get; set; }

    /// <summary>抽样方法.</summary>
    public string? Method { get; set; }

    /// <summary>现场人员.</summary>
    public string? Present { get; set; }

    /// <summary>现场情况.</summary>
    public string? Situation { get; set; }

    /// <summary>现场人员意见.</summary>
    public string? PartyOpinion { get; set; }

    /// <summary>拒签.</summary>
    public string? Refuses { get; set; }

    /// <summary>签名.</summary>
    public string? SignedBy { get; set; }

    /// <summary>拒签原因.</summary>
    public string? RefusedBecause { get; set; }

    /// <summary>见证人.</summary>
    public string? Witness { get; set; }

    /// <summary>签名的执法人员.</summary>
    public string[]? OfficersSigned { get; set; }

    /// <summary>结论.</summary>
    public string? Conclusion { get; set; }

    /// <summary>改正要求.</summary>
    public string? Demand { get; set; }

    /// <summary>改正期限.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>移送机关.</summary>
    public string? To { get; set; }

    /// <summary>事项编码.</summary>
    public string? Item { get; set; }

    /// <summary>当事人类别.</summary>
    public string? PartyKind { get; set; }

    /// <summary>经营者或者当事人姓名.</summary>
    public string? Operator { get; set; }

    /// <summary>移送函签收日期.</summary>
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>复查人员.</summary>
    public string[]? Officers { get; set; }

    /// <summary>复查结果.</summary>
    public string? Corrected { get; set; }

    /// <summary>复查情况.</summary>
    public string? Findings { get; set; }

    /// <summary>提前复查.</summary>
    public string? Asked { get; set; }

    /// <summary>理由.</summary>
    public string? Reason { get; set; }

    /// <summary>更换检查人员的事由.</summary>
    public string? Ground { get; set; }

    /// <summary>重新制发通知书.</summary>
    public string? Reissue { get; set; }

    /// <summary>As the use case takes it.</summary>
    public InspectionStepInput ToInput() => new()
    {
        Version = Version == 0 ? null : Version,
        Agrees = Yes(Agrees),
        Opinion = Opinion,
        BeyondReason = BeyondReason,
        Manner = Of<NoticeManner>(Manner),
        Why = Why,
        Receiver = Receiver,
        Code = Code,
        Place = Place,
        CertificatesShown = CertificatesShown == "yes",
        Kind = Of<SceneKind>(Kind),
        Person = Person,
        Relation = Relation,
        Text = Text,
        Method = Method,
        Present = Present,
        Situation = Situation,
        PartyOpinion = PartyOpinion,
        Refuses = Refuses == "yes",
        SignedBy = SignedBy,
        RefusedBecause = RefusedBecause,
        Witness = Witness,
        OfficersSigned = OfficersSigned ?? [],
        Conclusion = Of<InspectionConclusion>(Conclusion),
        Demand = Demand,
        DueOn = DueOn,
        To = To,
        Item = Item,
        PartyKind = Of<PartyKind>(PartyKind),
        Operator = Operator,
        ReceivedOn = ReceivedOn,
        Officers = Officers ?? [],
        Corrected = Yes(Corrected),
        Findings = Findings,
        Asked = Asked == "yes",
        Reason = Reason,
        Ground = Of<CrewChangeGround>(Ground),
        Reissue = Reissue == "yes",
    };

    private static bool? Yes(string? answer) => answer switch { "yes" => true, "no" => false, _ => null };

    private static T? Of<T>(string? name) where T : struct, Enum => Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) ? value : null;
}
