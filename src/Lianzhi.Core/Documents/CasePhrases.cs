using Lianzhi.Core.Cases;

namespace Lianzhi.Core.Documents;

/// <summary>Turns of phrase that papers of a case share.</summary>
internal static class CasePhrases
{
    /// <summary>What stands for something that has not happened.</summary>
    public static string Pending(string what) => $"【待{what}】";

    public static string Or(string? text, string otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : text;

    public static string Names(IReadOnlyList<CaseOfficer> officers) => string.Join('、', officers.Select(officer => officer.Name));

    public static string WithCertificates(IReadOnlyList<CaseOfficer> officers) =>
        string.Join('、', officers.Select(officer => $"{officer.Name}（{officer.CertificateNumber}）"));

    public static IEnumerable<SignatureLine> Signatures(string label, IReadOnlyList<CaseOfficer> officers, string? date) =>
        officers.Select(officer => new SignatureLine(label, officer.Name, date is null ? $"执法证号 {officer.CertificateNumber}" : $"执法证号 {officer.CertificateNumber}，{date}"));

    public static string SignerDetail(CaseSigner signer, DateOnly on) =>
        signer.Authorisation is null ? $"{signer.Post}，{ChineseText.Date(on)}" : $"{signer.Post}，签批授权 {signer.Authorisation}，{ChineseText.Date(on)}";

    /// <summary>
    /// The party as papers name it; an individual business by its 字号 with its operator (民事诉讼法司法解释 第59条 by analogy).
    /// </summary>
    public static IReadOnlyList<FieldRow> PartyRows(CaseParty party) => party.Kind switch
    {
        PartyKind.Organisation =>
        [
            new("当事人", party.Name),
            new("统一社会信用代码", Or(party.Identifier, "未查明")),
            new("法定代表人（负责人）", Or(party.Representative, "未查明")),
            new("住所", Or(party.Address, "未查明")),
        ],
        PartyKind.IndividualBusiness =>
        [
            new("当事人", party.TradeName is { Length: > 0 } trade ? $"{trade}，经营者：{party.Name}" : $"{party.Name}（个体工商户经营者）"),
            new("统一社会信用代码", Or(party.CreditCode, "未查明")),
            new("经营者身份证件号码", Or(party.Identifier, "未查明")),
            new("经营场所", Or(party.Address, "未查明")),
        ],
        _ =>
        [
            new("当事人", party.Name),
            new("身份证件号码", Or(party.Identifier, "未查明")),
            new("住址", Or(party.Address, "未查明")),
        ],
    };

    /// <summary>The party at the head of a paper in running text.</summary>
    public static IEnumerable<DocumentBlock> PartyLines(CaseParty party) =>
        PartyRows(party).Select(row => new Paragraph($"{row.Label}：{row.Value}", ParagraphStyle.Plain));

    /// <summary>罚款人民币壹拾贰万元整（￥120,000.00）；没收违法所得……</summary>
    public static string Penalties(IReadOnlyList<CasePenalty> penalties) => string.Join("；", penalties.Select(Penalty));

    public static string Penalty(CasePenalty penalty)
    {
        var title = penalty.Kind == PenaltyKind.Confiscation && penalty.AmountFen is not null ? "没收违法所得" : penalty.Kind.Title();
        return penalty.AmountFen is { } fen ? $"{title}{ChineseText.WordsAndFigures(fen)}"
            : penalty.Text is { Length: > 0 } text ? $"{title}：{text}{(penalty.ValueFen is > 0 and var value ? $"（货值{ChineseText.Amount(value)}）" : "")}"
            : title;
    }

    /// <summary>Where the party may turn and until when (行政处罚法 第59条第1款第5项; 行政复议法 第20条; 行政诉讼法 第46条); 【待…】 before it is decided.</summary>
    public static string RemediesAgainst(CaseRemedies? remedies, string paper = "本决定")
    {
        var (organ, court) = (remedies?.ReviewOrgan ?? Pending("决定"), remedies?.Court ?? Pending("决定"));
        var suit = remedies?.Suit switch
        {
            null => $"六个月内依法向{court}提起行政诉讼",
            { Part: null } whole => $"{ChineseText.Number(whole.Days)}日内依法向{court}提起行政诉讼（{whole.Basis}）",
            { Part: { } part } some => $"六个月内依法向{court}提起行政诉讼，其中对{part}不服的，自收到之日起{ChineseText.Number(some.Days)}日内提起（{some.Basis}）",
        };
        return $"如不服{paper}，可以自收到{paper}书之日起六十日内向{organ}申请行政复议，也可以自收到{paper}书之日起{suit}。";
    }

    /// <summary>Ends a text with exactly one full stop, so that texts from forms can be joined.</summary>
    public static string Sentence(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 || "。！？；：".Contains(trimmed[^1], StringComparison.Ordinal) ? trimmed : trimmed + "。";
    }
}
