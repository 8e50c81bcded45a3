using Lianzhi.Core.Records;

namespace Lianzhi.Core.Cases;

/// <summary>Who leads an area (片长、副片长): convenes and presides over what is talked over in it, and signs nothing of a case.</summary>
/// <param name="Id">Officer id.</param>
/// <param name="Name">Name.</param>
/// <param name="Post">Post with its area or township, in words.</param>
public sealed record AreaLeader(string Id, string Name, string Post);

/// <summary>Somebody of the register who took part in a consultation (会商参加人员).</summary>
/// <param name="Id">Officer id.</param>
/// <param name="Name">Name.</param>
/// <param name="Unit">Name of the home unit.</param>
/// <param name="Opinion">What he or she said.</param>
public sealed record ConsultationMember(string Id, string Name, string Unit, string Opinion);

/// <summary>Somebody from outside the register who took part in a consultation (会商列席人员).</summary>
/// <param name="Name">Name.</param>
/// <param name="Unit">Where he or she works.</param>
/// <param name="Opinion">What he or she said.</param>
public sealed record ConsultationGuest([property: Personal] string Name, string Unit, string Opinion);

/// <summary>A hard case was talked over under the chief of its area (疑难案件会商): advice, which changes nothing in the case.</summary>
/// <param name="At">Begin.</param>
/// <param name="Until">End.</param>
/// <param name="Place">Where.</param>
/// <param name="Presider">Who presided.</param>
/// <param name="Recorder">Who kept the minutes.</param>
/// <param name="Members">Who took part, each with an opinion.</param>
/// <param name="Guests">Who took part from outside the register.</param>
/// <param name="Questions">What was asked.</param>
/// <param name="Summary">What it came to, differing opinions included.</param>
public sealed record ConsultationHeld(
    DateTimeOffset At, DateTimeOffset Until, string Place, AreaLeader Presider, CasePerson Recorder, IReadOnlyList<ConsultationMember> Members, IReadOnlyList<ConsultationGuest> Guests,
    IReadOnlyList<string> Questions, string Summary) : CaseEvent(At)
{
    /// <inheritdoc/>
    public override bool IsAct => false;
}

/// <summary>What holds for consultations about hard cases of an area (片区疑难案件会商规则).</summary>
public static class AreaConsultation
{
    /// <summary>Where it is written that the chief leads them: 牵头组织开展片区内疑难案件的研究处置.</summary>
    public const string Notice = "漳龙政〔2024〕40号 二（二）3";

    /// <summary>Who has to be there stands in no article.</summary>
    public const string Practice = "本区执法惯例";

    /// <summary>Stands on every minutes: a chief signs nothing of a case, and the organ decides by itself (行政处罚法 第57条).</summary>
    public const string Advice = "会商意见供办案参考，不代替执法主体的调查、法制审核、集体讨论和行政机关负责人的决定；片区不作为执法主体，片长、副片长不因该职务签批案件。";
}
