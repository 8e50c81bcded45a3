using Lianzhi.Core.Records;

namespace Lianzhi.Core.Disclosure;

/// <summary>Kind of the party of a decision (当事人类别), as far as publication asks.</summary>
public enum PublishedPartyKind
{
    /// <summary>自然人: the name is masked.</summary>
    Citizen,

    /// <summary>个体工商户: the business name is shown, the operator's name masked.</summary>
    IndividualBusiness,

    /// <summary>法人或者非法人组织: name and seat are registered information and shown.</summary>
    Organisation,
}

/// <summary>What the decision does, as far as publication asks.</summary>
public enum PublishedResult
{
    /// <summary>给予行政处罚.</summary>
    Penalty,

    /// <summary>不予行政处罚: not published by name.</summary>
    NoPenalty,
}

/// <summary>A part of the full text (正文段落), as it stands in the decision.</summary>
/// <param name="Heading">Heading, for example 违法事实.</param>
/// <param name="Text">The text; may hold personal data.</param>
public sealed record DecisionParagraph(string Heading, [property: Personal] string Text);

/// <summary>
/// A served decision handed over for publication (拟公示的行政处罚决定). Holds everything the public page needs,
/// so that publication reads no case.
/// </summary>
public sealed record DecisionToPublish
{
    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>Number of the decision, for example 漳龙蓝罚决字〔2026〕1号.</summary>
    public required string DecisionNumber { get; init; }

    /// <summary>True for the on-the-spot procedure (简易程序).</summary>
    public bool Simple { get; init; }

    /// <summary>Kind of the party.</summary>
    public required PublishedPartyKind PartyKind { get; init; }

    /// <summary>Name of the party: of the person, the business, or the organisation.</summary>
    public required string PartyName { get; init; }

    /// <summary>统一社会信用代码; null for citizens.</summary>
    public string? CreditCode { get; init; }

    /// <summary>法定代表人、负责人或者经营者; null when there is none.</summary>
    public string? Representative { get; init; }

    /// <summary>住所 of an organisation or business, address of a citizen.</summary>
    public string? Domicile { get; init; }

    /// <summary>Township of the domicile, shown in place of a citizen's address; null when outside the district.</summary>
    public string? DomicileTownship { get; init; }

    /// <summary>Date of birth of a citizen; null for all others.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Day on which the act ended; a minor then is never published.</summary>
    public required DateOnly ActOn { get; init; }

    /// <summary>案由.</summary>
    public required string Cause { get; init; }

    /// <summary>Code of the enforcement item.</summary>
    public required string Item { get; init; }

    /// <summary>Short name of the department whose field it is, for terms of its own (城管, 市场监管 …); null for none.</summary>
    public string? Department { get; init; }

    /// <summary>What the decision does.</summary>
    public PublishedResult Result { get; init; } = PublishedResult.Penalty;

    /// <summary>The result in words, for example 罚款 6000 元.</summary>
    public required string ResultText { get; init; }

    /// <summary>Articles it rests on.</summary>
    public required IReadOnlyList<string> Basis { get; init; }

    /// <summary>Code of the organ that decided.</summary>
    public required string OrganCode { get; init; }

    /// <summary>Full name of the organ that decided.</summary>
    public required string OrganName { get; init; }

    /// <summary>Area of that organ, when it is a township.</summary>
    public string? Area { get; init; }

    /// <summary>Day of the decision.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Day it was served; null while it is not.</summary>
    public required DateOnly? ServedOn { get; init; }

    /// <summary>True when the party was told in writing at service that it will be published.</summary>
    public required bool ToldOfPublication { get; init; }

    /// <summary>True when the core facts are state secrets, business secrets or privacy.</summary>
    public bool HoldsSecrets { get; init; }

    /// <summary>Names of natural persons known to the case: representatives, agents, witnesses, who was asked, neighbours, minors.</summary>
    public IReadOnlyList<string> OtherPersons { get; init; } = [];

    /// <summary>Numbers, days of birth, addresses and telephones of natural persons known to the case, the party's among them.</summary>
    public IReadOnlyList<string> OtherContacts { get; init; } = [];

    /// <summary>The name on papers is a natural person's: a citizen's, or of a business without 字号 its operator's.</summary>
    public bool NamesAPerson => PartyKind == PublishedPartyKind.Citizen || (PartyKind == PublishedPartyKind.IndividualBusiness && PartyName == Representative);

    /// <summary>The full text.</summary>
    public required IReadOnlyList<DecisionParagraph> Paragraphs { get; init; }
}

/// <summary>One kind of text that was masked, how often, and why (遮盖说明).</summary>
/// <param name="What">What was masked.</param>
/// <param name="Count">In how many places.</param>
/// <param name="Reason">Why.</param>
/// <param name="Basis">The article; null for a practice of the district.</param>
public sealed record MaskNote(string What, int Count, string Reason, string? Basis);

/// <summary>A part of the full text as the public reads it.</summary>
/// <param name="Heading">Heading.</param>
/// <param name="Text">The text, masked.</param>
public sealed record PublicParagraph(string Heading, string Text);

/// <summary>A decision as the public reads it (公示内容): nothing in it is personal any more.</summary>
/// <param name="Party">Name of the party, masked where it is a person's.</param>
/// <param name="CreditCode">统一社会信用代码; null for citizens.</param>
/// <param name="Representative">Masked name; null when there is none.</param>
/// <param name="Domicile">Seat, or only the township for a citizen.</param>
/// <param name="Paragraphs">The text.</param>
/// <param name="Masks">What was masked and why.</param>
/// <param name="PublishedOn">First day.</param>
/// <param name="EndsOn">Day after the last.</param>
public sealed record PublicDecision(
    string Party, string? CreditCode, string? Representative, string? Domicile,
    IReadOnlyList<PublicParagraph> Paragraphs, IReadOnlyList<MaskNote> Masks, DateOnly PublishedOn, DateOnly EndsOn);
