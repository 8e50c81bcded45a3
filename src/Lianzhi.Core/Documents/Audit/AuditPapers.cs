using System.Globalization;
using System.Text.RegularExpressions;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Records;

namespace Lianzhi.Core.Documents.Audit;

/// <summary>Checks of what the papers say (文书自查).</summary>
internal static partial class AuditPapers
{
    /// <summary>Every paper names the same party by the same numbers.</summary>
    public static IEnumerable<AuditFinding>? Identity(Dossier dossier)
    {
        var expected = CasePhrases.PartyRows(dossier.State.Party!).ToDictionary(row => row.Label, row => row.Value);
        return
        [
            .. from paper in dossier.Made
               from field in Labelled(paper.Content)
               where expected.TryGetValue(field.Label, out var value) && value != field.Value && !Erased(value) && !Erased(field.Value)
               select new AuditFinding("identity-differs", $"{paper.Content.Title}的“{field.Label}”为“{field.Value}”，其他文书为“{expected[field.Label]}”。", AuditSeverity.Defect, "行政处罚法 第59条", Cure(paper)),
            .. CreditCode(dossier.State.Party!) is { } code && !Erased(code) && !Identifiers.CreditCode(code).Valid
                ? [new AuditFinding("credit-code-invalid", $"统一社会信用代码{code}校验不通过，请与登记信息核对。", AuditSeverity.Defect, null, AuditCure.At(DocumentCode.FilingApproval))] : Array.Empty<AuditFinding>(),
        ];
    }

    /// <summary>Words and figures of each amount agree.</summary>
    public static IEnumerable<AuditFinding>? Amounts(Dossier dossier)
    {
        var amounts = dossier.Made.SelectMany(paper => Amount().Matches(paper.Content.Text()).Select(match => (paper, Words: match.Groups["words"].Value, Figures: match.Groups["figures"].Value))).ToList();
        return amounts.Count == 0 ? null : amounts.Where(one => !decimal.TryParse(one.Figures, NumberStyles.Number, CultureInfo.InvariantCulture, out var yuan) || ChineseText.Words((long)(yuan * 100)) != one.Words)
            .Select(one => new AuditFinding("amount-words-differ", $"{one.paper.Content.Title}中金额大写“{one.Words}”与小写“￥{one.Figures}”不一致。", AuditSeverity.Serious, "行政处罚法 第59条", Cure(one.paper)));
    }

    public static IEnumerable<AuditFinding>? Penalties(Dossier dossier)
    {
        var state = dossier.State;
        if (state.Decision is not { Kind: DecisionKind.Penalty } decision) return null;
        var paper = dossier.Made.FirstOrDefault(one => one.Paper is { Earlier: false, Kind.Code: DocumentCode.PenaltyDecision });
        var (cure, report) = (AuditCure.At(DocumentCode.PenaltyDecision), AuditCure.At(DocumentCode.InvestigationReport));
        return
        [
            .. DossierAudit.Found(AuditSeverity.Serious, cure, Gates.AsDiscussed(state, decision.Kind, decision.Penalties)),
            .. decision.Penalties.Where(penalty => paper is not null && !paper.Content.Text().Contains(CasePhrases.Penalty(penalty), StringComparison.Ordinal))
                .Select(penalty => new AuditFinding("penalty-not-on-paper", $"决定的处罚“{CasePhrases.Penalty(penalty)}”与决定书正文不一致。", AuditSeverity.Serious, "行政处罚法 第59条", cure)),
            .. FineInText().Matches(decision.Discretion).Select(match => (match.Value, Fen: (long)(decimal.Parse(match.Groups["yuan"].Value, NumberStyles.Number, CultureInfo.InvariantCulture) * (match.Groups["ten"].Length > 0 ? 1_000_000 : 100))))
                .Where(said => decision.Penalties.All(penalty => penalty.AmountFen != said.Fen))
                .Select(said => new AuditFinding("discretion-amount-differs", $"裁量说明写“{said.Value}”，与决定的罚款不同，请核对。", AuditSeverity.Hint, "行政处罚法 第34、59条", report)),
        ];
    }

    /// <summary>What stands open on a paper that went out, and what was not found out.</summary>
    public static IEnumerable<AuditFinding>? Complete(Dossier dossier)
    {
        var made = dossier.Made.Where(paper => paper.Paper.Kind.Code != DocumentCode.CaseFile).ToList();
        return made.Count == 0 ? null :
        [
            .. from paper in made
               from open in Placeholder().Matches(paper.Content.Text()).Select(match => match.Value).Distinct()
               select new AuditFinding("field-open", $"{paper.Content.Title}还有{open}。", paper.Paper.Kind.Outside ? AuditSeverity.Defect : AuditSeverity.Hint, paper.Paper.Kind.Basis, Cure(paper)),
            .. from paper in made.Where(paper => paper.Paper.Kind.Code is DocumentCode.PenaltyDecision or DocumentCode.OnSpotDecision or DocumentCode.FilingApproval)
               from field in Labelled(paper.Content).Where(field => field.Value == "未查明")
               select new AuditFinding("party-field-unknown", $"{paper.Content.Title}的“{field.Label}”未查明。", AuditSeverity.Hint, "行政处罚法 第59条第1款第1项", Cure(paper)),
        ];
    }

    public static IEnumerable<AuditFinding>? Numbered(Dossier dossier)
    {
        var numbered = dossier.Made.Where(paper => paper.Paper.Kind is { Outside: true, Genre: not null }).ToList();
        return numbered.Count == 0 ? null :
        [
            .. numbered.Where(paper => string.IsNullOrWhiteSpace(paper.Content.Number) || paper.Content.Number.Contains('【', StringComparison.Ordinal))
                .Select(paper => new AuditFinding("number-missing", $"{paper.Content.Title}没有文号。", AuditSeverity.Defect, paper.Paper.Kind.Basis, Cure(paper))),
            .. numbered.Where(paper => paper.Content.Number is { Length: > 0 } number && !number.Contains('【', StringComparison.Ordinal)).GroupBy(paper => paper.Content.Number).Where(same => same.Count() > 1)
                .Select(same => new AuditFinding("number-twice", $"{string.Join("、", same.Select(paper => paper.Content.Title))}使用了同一文号{same.Key}。", AuditSeverity.Defect, null, Cure(same.Last()))),
        ];
    }

    public static IEnumerable<AuditFinding>? Remedies(Dossier dossier)
    {
        var code = dossier.State.OnSpot is not null ? DocumentCode.OnSpotDecision : dossier.State.Decision is { Kind: not DecisionKind.Penalty } ? DocumentCode.NoPenaltyDecision : DocumentCode.PenaltyDecision;
        if (dossier.Made.FirstOrDefault(one => !one.Paper.Earlier && one.Paper.Kind.Code == code) is not { } paper) return null;
        var (text, remedies) = (paper.Content.Text(), (dossier.State.Decision?.Remedies ?? dossier.State.OnSpot?.Remedies)!);
        string[] due = code == DocumentCode.OnSpotDecision ? ["六十日", "十五日"] : ["六十日", remedies.Suit is { Part: null } suit ? $"{ChineseText.Number(suit.Days)}日内" : "六个月"];
        return new[] { remedies.ReviewOrgan, remedies.Court }.Concat(due).Where(said => string.IsNullOrWhiteSpace(said) || !text.Contains(said, StringComparison.Ordinal))
            .Select(said => new AuditFinding("remedies-not-told", $"决定书没有写明{(string.IsNullOrWhiteSpace(said) ? "复议机关或者人民法院的名称" : said)}，复议、起诉期限将延长至一年。", AuditSeverity.Serious, "行政复议法 第20条第3款", Cure(paper)));
    }

    private static IEnumerable<FieldRow> Labelled(DocumentContent content) => content.Blocks.SelectMany(block => block switch
    {
        FieldTable table => table.Rows,
        Paragraph { Style: ParagraphStyle.Plain } line when line.Text.IndexOf('：', StringComparison.Ordinal) is > 0 and var colon => [new FieldRow(line.Text[..colon], line.Text[(colon + 1)..])],
        _ => Array.Empty<FieldRow>(),
    });

    private static string? CreditCode(CaseParty party) => party.Kind switch { PartyKind.Organisation => party.Identifier, PartyKind.IndividualBusiness => party.CreditCode, _ => null };

    private static AuditCure Cure(DossierPaper paper) => AuditCure.At(paper.Paper.Kind.Code, paper.Paper.Index);

    private static bool Erased(string value) => value.Contains(Payload.Redacted, StringComparison.Ordinal);

    [GeneratedRegex("人民币(?<words>[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+)（￥(?<figures>[0-9,]+\\.[0-9]{2})）")]
    private static partial Regex Amount();

    [GeneratedRegex("罚款(?:人民币)?(?<yuan>[0-9][0-9,]*(?:\\.[0-9]+)?)(?<ten>万?)元")]
    private static partial Regex FineInText();

    [GeneratedRegex("【待[^】]*】")]
    private static partial Regex Placeholder();
}
