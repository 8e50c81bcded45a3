using System.Globalization;
using System.Text.Json.Serialization;
using Lianzhi.Core.Records;

namespace Lianzhi.Core.Cases;

/// <summary>A finding with its article, as an event keeps it (理由).</summary>
/// <param name="Text">A Chinese sentence.</param>
/// <param name="Basis">The article; null for a mere fact.</param>
public sealed record CaseReason(string Text, string? Basis = null)
{
    /// <summary>Takes a reason of a rule into an event.</summary>
    public static CaseReason From(Reason reason) => new(reason.Text, reason.Basis?.Text);
}

/// <summary>The party (当事人). Unknown members are null; a name is always there.</summary>
/// <param name="Kind">Citizen, organisation or individual business.</param>
/// <param name="Name">Name; of an individual business the name of its operator (经营者).</param>
/// <param name="TradeName">字号 of an individual business.</param>
/// <param name="Identifier">居民身份证号 of a person, 统一社会信用代码 of an organisation.</param>
/// <param name="CreditCode">统一社会信用代码 of an individual business, besides the operator's own number.</param>
/// <param name="BornOn">Date of birth of a person, <c>yyyy-MM-dd</c>; decides the gates of age.</param>
/// <param name="Representative">法定代表人 or 负责人 of an organisation.</param>
/// <param name="Address">住所 or 住址.</param>
/// <param name="Phone">Telephone.</param>
public sealed record CaseParty(
    PartyKind Kind,
    [property: Personal] string Name,
    string? TradeName = null,
    [property: Personal] string? Identifier = null,
    string? CreditCode = null,
    [property: Personal] string? BornOn = null,
    [property: Personal] string? Representative = null,
    [property: Personal] string? Address = null,
    [property: Personal] string? Phone = null)
{
    /// <summary>Date of birth, as stated or as the 居民身份证号 of a person says; null when unknown or erased by law.</summary>
    [JsonIgnore]
    public DateOnly? BirthDate => StatedBirth ?? IdentifiedBirth;

    /// <summary>What was stated.</summary>
    [JsonIgnore]
    internal DateOnly? StatedBirth => DateOnly.TryParseExact(BornOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>What the number says: a child is a child whether or not anybody typed its day of birth (行政处罚法 第30条).</summary>
    [JsonIgnore]
    internal DateOnly? IdentifiedBirth => Kind != PartyKind.Organisation && Identifier is { } number ? Identifiers.BirthDate(number.Trim()) : null;

    /// <summary>The name that stands on papers: 字号 of an individual business, otherwise the name.</summary>
    [JsonIgnore]
    public string DisplayName => Kind == PartyKind.IndividualBusiness && TradeName is { Length: > 0 } ? TradeName : Name;

    /// <summary>
    /// The name for lists and the public: an organisation's is registration information and stays, of a
    /// person only the family name is shown (个人信息保护法 第6条).
    /// </summary>
    [JsonIgnore]
    public string MaskedName => Kind switch
    {
        PartyKind.Organisation => Name,
        PartyKind.IndividualBusiness when TradeName is { Length: > 0 } => TradeName,
        _ => Name == Payload.Redacted ? Name : Name.Length == 0 ? "某某" : string.Concat(Name.AsSpan(0, char.IsHighSurrogate(Name[0]) && Name.Length > 1 ? 2 : 1), "某某"),
    };
}

/// <summary>
/// The lawful subject (执法主体) as the resolver fixed it, with the reasons (行政处罚法 第22至24条).
/// </summary>
/// <param name="Code">Township code of nine digits or department code.</param>
/// <param name="Name">Full name of the organ as on its seal.</param>
/// <param name="IsTownship">True for a township or street, false for a department.</param>
/// <param name="GuidedBy">Department that guides the matter; null when the department is the subject.</param>
/// <param name="Reasons">Why this organ and no other.</param>
public sealed record CaseSubject(string Code, string Name, bool IsTownship, string? GuidedBy, IReadOnlyList<CaseReason> Reasons);

/// <summary>The enforcement item (事项) as it stood on the day of filing; later lists do not change it.</summary>
/// <param name="Code">Code in the powers list, for example <c>CG-017</c>.</param>
/// <param name="Name">对……的处罚.</param>
/// <param name="Conduct">The conduct in short (案由).</param>
/// <param name="LeadDepartment">Department of the matter.</param>
/// <param name="Basis">Articles that set the penalty.</param>
/// <param name="Kinds">Kinds of penalty the article allows, in its words.</param>
/// <param name="CitizenMinimumFen">Lowest fine for a citizen in fen; null when the law sets none.</param>
/// <param name="CitizenMaximumFen">Highest fine for a citizen; null when relative or not for citizens.</param>
/// <param name="OrganisationMinimumFen">Lowest fine for an organisation.</param>
/// <param name="OrganisationMaximumFen">Highest fine for an organisation.</param>
/// <param name="FineRule">Relative amounts and higher tiers, in words.</param>
/// <param name="CatalogueVersion">Version of the list the item was taken from.</param>
public sealed record CaseItem(
    string Code,
    string Name,
    string Conduct,
    string LeadDepartment,
    string Basis,
    IReadOnlyList<string> Kinds,
    long? CitizenMinimumFen,
    long? CitizenMaximumFen,
    long? OrganisationMinimumFen,
    long? OrganisationMaximumFen,
    string? FineRule,
    string CatalogueVersion);

/// <summary>Place of the conduct (案发地).</summary>
/// <param name="Township">Township code of nine digits.</param>
/// <param name="TownshipName">Short name, for example 蓝田街道.</param>
/// <param name="Area">Area of the township that day; null when it has none.</param>
/// <param name="Address">Place in words.</param>
public sealed record CasePlace(string Township, string TownshipName, string? Area, string Address);

/// <summary>An officer acting in the case (办案人员), with the certificate valid that day.</summary>
/// <param name="Id">Officer id.</param>
/// <param name="Name">Name.</param>
/// <param name="CertificateNumber">行政执法证号.</param>
/// <param name="Unit">Home unit.</param>
public sealed record CaseOfficer(string Id, string Name, string CertificateNumber, string Unit);

/// <summary>Who signed for the subject (签批人).</summary>
/// <param name="Account">Account id.</param>
/// <param name="Name">Name.</param>
/// <param name="Post">The post held in the subject that day, in words.</param>
/// <param name="Authorisation">Number of the written 签批授权; null for the head himself.</param>
/// <param name="OfficerId">Officer id, so that nobody takes two parts in a case; null in entries from before it was kept.</param>
public sealed record CaseSigner(string Account, string Name, string Post, string? Authorisation, string? OfficerId = null);

/// <summary>One penalty (处罚种类和幅度).</summary>
/// <param name="Kind">Kind.</param>
/// <param name="AmountFen">Amount in fen of a fine or of confiscated gains, owed in money; null otherwise.</param>
/// <param name="Text">What exactly, in words, for kinds that are not money.</param>
/// <param name="ValueFen">货值 of confiscated goods in fen: the right to a hearing depends on it (行政处罚法 第63条第1款第2项), nobody owes it. Null for other kinds.</param>
public sealed record CasePenalty(PenaltyKind Kind, long? AmountFen = null, string? Text = null, long? ValueFen = null);

/// <summary>What the rules of procedure said about a penalty (行政处罚法 第30、31、51、57、58、63条).</summary>
/// <param name="SimpleAllowed">May be given on the spot.</param>
/// <param name="HearingRight">The party may ask for a hearing.</param>
/// <param name="LegalReviewGrounds">Grounds on which legal review is required; empty when it is not.</param>
/// <param name="CollectiveDiscussion">The heads discuss it together.</param>
/// <param name="PenaltyBarred">The party was under 14.</param>
/// <param name="MustLighten">The party was 14 or more but under 18.</param>
/// <param name="Publishable">False for a minor.</param>
/// <param name="Reasons">Why.</param>
public sealed record PenaltyAssessment(
    bool SimpleAllowed,
    bool HearingRight,
    IReadOnlyList<string> LegalReviewGrounds,
    bool CollectiveDiscussion,
    bool PenaltyBarred,
    bool MustLighten,
    bool Publishable,
    IReadOnlyList<CaseReason> Reasons);

/// <summary>A piece of evidence in the list of the report (证据), one of the eight kinds of 行政处罚法 第46条.</summary>
/// <param name="Kind">Kind in the words of the article.</param>
/// <param name="Title">What it is.</param>
/// <param name="Proves">What it proves.</param>
public sealed record CaseEvidence(string Kind, string Title, string Proves);

/// <summary>A question and its answer in an interview.</summary>
public sealed record CaseAnswer(string Question, [property: Personal] string Answer);

/// <summary>How the record of an interview was put before the person (笔录核对).</summary>
/// <param name="ReadAloud">True: read to the person, who has difficulty in reading; false: the person read it.</param>
/// <param name="Pages">How many pages, each of them signed.</param>
/// <param name="Corrections">How many places were changed, each confirmed by a fingerprint.</param>
/// <param name="Language">Language spoken, for example 闽南话; null for Mandarin.</param>
/// <param name="Interpreter">Who interpreted, who signs too; null when the officers spoke the language themselves.</param>
public sealed record InterviewReading(bool ReadAloud, int Pages, int Corrections = 0, string? Language = null, [property: Personal] string? Interpreter = null)
{
    /// <summary>Most pages a record has.</summary>
    public const int MostPages = 300;
}

/// <summary>How a paper was delivered and received (送达), for the 送达回证.</summary>
/// <param name="Method">Way of delivery.</param>
/// <param name="On">Day it was handed over, left, or arrived.</param>
/// <param name="Place">Where.</param>
/// <param name="Receiver">Who received it; on refusal, who refused.</param>
/// <param name="Relation">Receiver's relation to the party.</param>
/// <param name="RefusalNote">Reason and date of refusal, when left at the place.</param>
/// <param name="Witness">Witness, or 录像 when filmed.</param>
/// <param name="Officers">The two who delivered.</param>
/// <param name="Carrier">邮件号, organ asked, or where the announcement stands; null otherwise.</param>
/// <param name="EffectiveOn">Day it counts as served where that is another day, as after an announcement.</param>
public sealed record CaseService(
    ServiceMethod Method,
    DateOnly On,
    [property: Personal] string Place,
    [property: Personal] string Receiver,
    string Relation,
    string? RefusalNote,
    [property: Personal] string? Witness,
    IReadOnlyList<CaseOfficer> Officers,
    string? Carrier = null,
    DateOnly? EffectiveOn = null)
{
    /// <summary>Day it counts as served.</summary>
    [JsonIgnore]
    public DateOnly ServedOn => EffectiveOn ?? On;
}

/// <summary>Ways of service (民事诉讼法 第87至95条).</summary>
public enum ServiceMethod
{
    /// <summary>直接送达.</summary>
    Direct,

    /// <summary>留置送达: refusal noted, a witness or a film.</summary>
    Left,

    /// <summary>邮寄送达: effective on the day on the return slip.</summary>
    Post,

    /// <summary>电子送达: only with the party's signed consent; effective on arrival in its system.</summary>
    Electronic,

    /// <summary>委托送达: effective on the day the other organ's receipt tells.</summary>
    Entrusted,

    /// <summary>转交送达: to soldiers and prisoners through their unit; effective on the day signed.</summary>
    Forwarded,

    /// <summary>公告送达: after everything else failed; effective thirty days after it was published.</summary>
    Announcement,
}
