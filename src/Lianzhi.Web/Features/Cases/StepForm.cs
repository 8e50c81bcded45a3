using System.Globalization;
using Lianzhi.Core;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Disclosure;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Cases;

/// <summary>What people type into the form of a step; one shape for all, each step shows its own part.</summary>
public sealed partial class StepForm
{
    public long Version { get; set; }
    public string? At { get; set; }
    public string? Until { get; set; }
    public string? Place { get; set; }
    public string? Present { get; set; }
    public string? Relation { get; set; }
    public string? PersonIdentifier { get; set; }
    public string? Findings { get; set; }
    public string? PartyOpinion { get; set; }
    public string? SignatureRefused { get; set; }
    public string? Answers { get; set; }
    public bool Confirmed { get; set; }
    public string? FirstOfficer { get; set; }
    public string? SecondOfficer { get; set; }
    public string? Breach { get; set; }
    public string? PenaltyBasis { get; set; }
    public string? Discretion { get; set; }
    public string? Requirement { get; set; }
    public string? DueOn { get; set; }
    public string? Method { get; set; }
    public string? Receiver { get; set; }
    public string? Witness { get; set; }
    public string? Facts { get; set; }
    public string? Reason { get; set; }
    public string? Evidence { get; set; }
    public string? IllegalGain { get; set; }
    public bool Warning { get; set; }
    public string? Fine { get; set; }
    public string? Confiscation { get; set; }
    public string? RangeBasis { get; set; }
    public string[]? Flags { get; set; }
    public string? Opinion { get; set; }
    public string? Content { get; set; }
    public string? Attachments { get; set; }
    public bool HearingToo { get; set; }
    public bool Adopted { get; set; }
    public string? Kind { get; set; }
    public string? Correction { get; set; }
    public string? Receipt { get; set; }
    public string? Surcharge { get; set; }
    public bool Publish { get; set; }
    public string? Ground { get; set; }
    public string? Days { get; set; }
    public string? Outcome { get; set; }
    public string? ArchiveNumber { get; set; }
    public string? Officer { get; set; }
    public string? Replacement { get; set; }
    public string? PartyKind { get; set; }
    public string? PartyName { get; set; }
    public string? TradeName { get; set; }
    public string? Identifier { get; set; }
    public string? CreditCode { get; set; }
    public string? BornOn { get; set; }
    public string? Representative { get; set; }
    public string? Address { get; set; }
    public string? Phone { get; set; }
    public string? ItemCode { get; set; }
    public string? Township { get; set; }
    public string? Source { get; set; }
    public string? ClueId { get; set; }
    public string? ActOn { get; set; }
    public string? DiscoveredOn { get; set; }
    public bool Harm { get; set; }

    /// <summary>The command that the form asks for, or what was typed wrongly.</summary>
    public Result<CaseCommand> ToCommand(CaseStep step)
    {
        var faults = new List<Refusal>();
        DateTimeOffset At() => Instant(this.At, "at", faults);
        CaseCommand? command = step switch
        {
            CaseStep.ProposeFiling => new ProposeFiling(At(), "", Text(Source, "巡查发现"), Blank(ClueId), Party(faults), Needed(ItemCode, "itemCode", "事项编码", faults), Needed(Township, "township", "案发镇街", faults),
                Needed(Place, "place", "案发地点", faults), Needed(Facts, "facts", "基本案情", faults), Date(ActOn, "actOn", faults, "违法行为日期"), Date(DiscoveredOn, "discoveredOn", faults, "发现日期"), Harm, Officers),
            CaseStep.PenaliseOnSpot => new PenaliseOnSpot(At(), "", Text(Source, "巡查发现"), Blank(ClueId), Party(faults), Needed(ItemCode, "itemCode", "事项编码", faults), Needed(Township, "township", "案发镇街", faults),
                Needed(Place, "place", "案发地点", faults), Needed(Facts, "facts", "违法事实和证据", faults), Breach ?? "", PenaltyBasis ?? "",
                Penalties(faults), Confirmed, PartyOpinion ?? "", Correction ?? "", Receiver ?? "", Blank(SignatureRefused), Officers),
            CaseStep.ApproveFiling => new ApproveFiling(Opinion ?? "", Blank(DistinctConduct)),
            CaseStep.RefuseFiling => new RefuseFiling(Reason ?? ""),
            CaseStep.DeclareRecusal => new DeclareRecusal(Officer ?? "", Reason ?? "", Blank(Replacement)),
            CaseStep.RecordInspection => new RecordInspection(At(), Instant(Until, "until", faults), Place ?? "", Present ?? "", Confirmed, Findings ?? "", PartyOpinion ?? "", Blank(SignatureRefused), Officers),
            CaseStep.RecordInterview => new RecordInterview(At(), Instant(Until, "until", faults), Place ?? "", Present ?? "", Blank(PersonIdentifier), Relation ?? "", Confirmed, Questions(), Blank(SignatureRefused), Officers),
            CaseStep.OrderCorrection => new OrderCorrection(At(), Breach ?? "", Requirement ?? "", Date(DueOn, "dueOn", faults, "改正期限"), Service(), Officers),
            CaseStep.CheckCorrection => new CheckCorrection(At(), Confirmed, Findings ?? "", Officers),
            CaseStep.ConcludeInvestigation => new ConcludeInvestigation(At(), Facts ?? "", EvidenceList(faults), Breach ?? "", PenaltyBasis ?? "", Discretion ?? "", Fen(IllegalGain, "illegalGain", faults) ?? 0, Penalties(faults),
                Has("majorPublicInterest"), Has("complexFacts"), Has("multipleLegalRelations"), Officers),
            CaseStep.ServePriorNotice => new ServePriorNotice(At(), Facts ?? "", Reason ?? "", Penalties(faults), Blank(RangeBasis), HearingToo, Service(), Officers, Blank(NewFacts)),
            CaseStep.RecordDefence => new RecordDefence(At(), Confirmed, Content ?? "", Whole(Attachments, "attachments", faults)),
            CaseStep.RecordWaiver => new RecordWaiver(At(), Confirmed, HearingToo, Content ?? ""),
            CaseStep.ReviewDefence => new ReviewDefence(At(), Content ?? "", Adopted, Reason ?? "", Officers),
            CaseStep.RequestHearing => new RequestHearing(At(), Present ?? "", ByAgent, Blank(Authorisation)),
            CaseStep.MakeDecision => new MakeDecision(Enum.TryParse<DecisionKind>(Kind, out var kind) ? kind : DecisionKind.Penalty, Penalties(faults), Blank(RangeBasis), Correction ?? "", "", Blank(HearingAnswer), Blank(Education), Blank(Proof)),
            CaseStep.ServeDecision => new ServeDecision(At(), Service(), Confirmed, Officers),
            CaseStep.RecordPayment => new RecordPayment(At(), Fen(Fine, "fine", faults) ?? 0, Fen(Surcharge, "surcharge", faults) ?? 0, Receipt ?? ""),
            CaseStep.DecidePublication => new DecidePublication(Publish, Ground ?? "", Publish ? Whole(Days, "days", faults) : 0, Publish ? null : Enum.TryParse<NoPublicationGround>(Kind, out var ground) ? ground : NoPublicationGround.NoSocialImpact),
            CaseStep.CloseCase => new CloseCase(Outcome ?? "", Blank(ArchiveNumber)),
            _ => null,
        };
        if (command is null) return new Refusal("through-disclosure", "公示和撤下公示在“公示”中办理。", "行政处罚法 第48条");
        if (faults.Count > 0) return faults;
        return command;
    }

    private string[] Officers => [.. new[] { FirstOfficer, SecondOfficer }.Where(id => !string.IsNullOrEmpty(id)).Select(id => id!)];

    private bool Has(string flag) => Flags?.Contains(flag) == true;

    private CaseParty Party(List<Refusal> faults)
    {
        if (!string.IsNullOrWhiteSpace(BornOn) && !DateText.TryParse(BornOn, out _)) faults.Add(Refusal.Invalid("bornOn", "日期格式应为 2026-03-05。"));
        return new(Enum.TryParse<PartyKind>(PartyKind, out var kind) ? kind : Core.Cases.PartyKind.Citizen, Needed(PartyName, "partyName", "当事人姓名或者名称", faults), Blank(TradeName), Blank(Identifier), Blank(CreditCode), Blank(BornOn), Blank(Representative), Blank(Address), Blank(Phone));
    }

    private ServiceInput Service() => new(Enum.TryParse<ServiceMethod>(Method, out var method) ? method : ServiceMethod.Direct, Place ?? "", Receiver ?? "", Relation ?? "", Blank(SignatureRefused), Blank(Witness), Has("electronicConsent"));

    private List<CasePenalty> Penalties(List<Refusal> faults)
    {
        var penalties = new List<CasePenalty>();
        if (Warning) penalties.Add(new(PenaltyKind.Warning));
        if (Fen(Fine, "fine", faults) is > 0 and { } fine) penalties.Add(new(PenaltyKind.Fine, fine));
        if (Fen(Confiscation, "confiscation", faults) is > 0 and { } taken) penalties.Add(new(PenaltyKind.Confiscation, taken));
        return penalties;
    }

    /// <summary>问 and 答, a line each.</summary>
    private List<CaseAnswer> Questions()
    {
        var pairs = new List<CaseAnswer>();
        foreach (var line in Lines(Answers))
        {
            if (line.StartsWith('问')) pairs.Add(new(line[1..].TrimStart('：', ':', ' '), ""));
            else if (pairs.Count > 0) pairs[^1] = pairs[^1] with { Answer = pairs[^1].Answer + line.TrimStart('答').TrimStart('：', ':', ' ') };
        }
        return pairs;
    }

    /// <summary>种类｜名称｜证明内容, a line each.</summary>
    private List<CaseEvidence> EvidenceList(List<Refusal> faults)
    {
        var evidence = new List<CaseEvidence>();
        foreach (var parts in Lines(Evidence).Select(line => line.Split('｜', '|')))
        {
            if (parts.Length == 3) evidence.Add(new(parts[0].Trim(), parts[1].Trim(), parts[2].Trim()));
            else faults.Add(Refusal.Invalid("evidence", "每行一件证据，写成：种类｜名称｜证明内容。"));
        }
        return evidence;
    }

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Text(string? text, string otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : text.Trim();

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>What must be typed; every empty one is named at once.</summary>
    private static string Needed(string? text, string field, string name, List<Refusal> faults)
    {
        if (string.IsNullOrWhiteSpace(text)) faults.Add(Refusal.Invalid(field, $"请填写{name}。"));
        return text?.Trim() ?? "";
    }

    private static DateOnly Date(string? text, string field, List<Refusal> faults, string name = "日期")
    {
        if (DateText.TryParse(text ?? "", out var date)) return date;
        faults.Add(Refusal.Invalid(field, $"请填写{name}。"));
        return default;
    }

    private static DateTimeOffset Instant(string? text, string field, List<Refusal> faults)
    {
        if (DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return new DateTimeOffset(local, District.Offset);
        faults.Add(Refusal.Invalid(field, "请填写日期和时间。"));
        return default;
    }

    private static int Whole(string? text, string field, List<Refusal> faults)
    {
        if (string.IsNullOrWhiteSpace(text)) return 0;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        faults.Add(Refusal.Invalid(field, "请填写整数。"));
        return 0;
    }

    /// <summary>Yuan with at most two decimals as fen.</summary>
    internal static long? Fen(string? text, string field, List<Refusal> faults)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan is >= 0 and <= 1_000_000_000_000 && yuan * 100 % 1 == 0) return (long)(yuan * 100);
        faults.Add(Refusal.Invalid(field, "请填写金额，单位元，最多两位小数。"));
        return null;
    }
}
