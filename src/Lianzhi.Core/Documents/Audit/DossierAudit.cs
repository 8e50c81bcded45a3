using Lianzhi.Core.Cases.Measures;

namespace Lianzhi.Core.Documents.Audit;

/// <summary>
/// Looks a file through before it is submitted, closed or archived (案卷自查): one table of checks, each a pure function
/// that answers what it found, nothing when all is well, or null when the case is not concerned.
/// </summary>
public static class DossierAudit
{
    private sealed record Rule(string Code, string Title, AuditGroup Group, string Basis, Func<Dossier, IEnumerable<AuditFinding>?> Check);

    private static readonly Rule[] Rules =
    [
        new("subject-competent", "执法主体与立案日清单一致", AuditGroup.Competence, "行政处罚法 第22至24条", AuditCompetence.Subject),
        new("item-in-force", "所依据的事项和条文在行为日有效", AuditGroup.Competence, "行政处罚法 第37条", AuditCompetence.ItemInForce),
        new("basis-cited", "处罚依据与事项一致", AuditGroup.Competence, "行政处罚法 第4、38条", AuditCompetence.BasisCited),
        new("officers-certified", "每次执法不少于两名当日持证人员", AuditGroup.Competence, "行政处罚法 第42条", AuditCompetence.Officers),
        new("signers-competent", "由行政机关负责人签批", AuditGroup.Competence, "行政处罚法 第57条", AuditCompetence.Signers),
        new("duties-separate", "调查、听证、审核、审批分离", AuditGroup.Competence, "行政处罚法 第57、58、64条", AuditCompetence.Duties),
        new("date-order", "各环节日期先后有序", AuditGroup.Procedure, "行政处罚法 第54至62条", AuditProcedure.DateOrder),
        new("acts-apart", "同一人员不在同一时间办理两事", AuditGroup.Procedure, "行政处罚法 第46条", AuditProcedure.ActsApart),
        new("deadlines-kept", "法定期限", AuditGroup.Procedure, "行政处罚法 第56、60、61条", AuditProcedure.Deadlines),
        new("rights-told", "出示证件并告知权利", AuditGroup.Procedure, "行政处罚法 第55条", AuditProcedure.RightsTold),
        new("party-told", "事先告知", AuditGroup.Procedure, "行政处罚法 第44、62条", AuditProcedure.PartyTold),
        new("defence-heard", "听取陈述申辩并复核", AuditGroup.Procedure, "行政处罚法 第45、62条", AuditProcedure.DefenceHeard),
        new("hearing-offered", "应当告知听证的已经告知，申请的已经举行", AuditGroup.Procedure, "行政处罚法 第63至65条", AuditProcedure.HearingOffered),
        new("not-heavier", "未因申辩加重处罚", AuditGroup.Procedure, "行政处罚法 第45条第2款", AuditProcedure.NotHeavier),
        new("legally-reviewed", "法制审核", AuditGroup.Procedure, "行政处罚法 第58条", AuditProcedure.Reviewed),
        new("heads-discussed", "集体讨论", AuditGroup.Procedure, "行政处罚法 第57条第2款", AuditProcedure.Discussed),
        new("measures-settled", "强制措施和登记保存已经审批、处理", AuditGroup.Procedure, "行政处罚法 第56条；行政强制法 第18至28条", AuditProcedure.Measures),
        new("coercion-reviewed", "重大行政强制的法制审核", AuditGroup.Procedure, MeasureReviews.Document, AuditProcedure.CoercionReviewed),
        new("evidence-listed", "事实有证据，证据种类合法", AuditGroup.Evidence, "行政处罚法 第46条", AuditEvidence.Listed),
        new("recordings-kept", "应当全程音像记录的已经附卷", AuditGroup.Evidence, "行政处罚法 第47条", AuditEvidence.Recordings),
        new("evidence-before-decision", "证据在决定前收集", AuditGroup.Evidence, "行政诉讼法 第35条；行政复议法 第46条", AuditEvidence.BeforeDecision),
        new("identity-consistent", "各文书当事人名称、证照号码一致", AuditGroup.Papers, "行政处罚法 第59条", AuditPapers.Identity),
        new("amounts-consistent", "金额大写与小写一致", AuditGroup.Papers, "行政处罚法 第59条", AuditPapers.Amounts),
        new("penalties-consistent", "讨论、审批、决定的处罚一致", AuditGroup.Papers, "行政处罚法 第57、59条", AuditPapers.Penalties),
        new("papers-complete", "文书没有缺项", AuditGroup.Papers, "行政处罚法 第59条", AuditPapers.Complete),
        new("papers-numbered", "对外文书已编号且不重号", AuditGroup.Papers, "行政处罚法 第52、59条", AuditPapers.Numbered),
        new("remedies-told", "告知救济途径、期限和机关", AuditGroup.Papers, "行政处罚法 第59条第1款第5项；行政复议法 第20条", AuditPapers.Remedies),
        new("papers-served", "应当送达的文书均有送达回证", AuditGroup.Service, "行政处罚法 第61条", AuditService.Served),
        new("service-lawful", "送达方式合法", AuditGroup.Service, "民事诉讼法 第87至95条", AuditService.Lawful),
        new("performed", "处罚已经执行，票据齐全", AuditGroup.Performance, "行政处罚法 第66至72条", AuditPerformance.Performed),
        new("corrected", "责令改正已经复查", AuditGroup.Performance, "行政处罚法 第28条", AuditPerformance.Corrected),
        new("publicity-settled", "公示或者不公示已有决定", AuditGroup.Performance, "行政处罚法 第48条", AuditPerformance.Publicity),
        new("papers-made", "卷内没有未制作的文书", AuditGroup.Archive, "行政处罚法 第47条", AuditPerformance.PapersMade),
        new("catalogue-complete", "卷内目录和页数相符", AuditGroup.Archive, "行政处罚法 第47条；档案法 第13条", AuditPerformance.Catalogue),
    ];

    /// <summary>Looks the file through.</summary>
    public static AuditReport Run(Dossier dossier) => new(dossier.Today,
        [.. dossier.State.Subject is null ? [] : Rules.Select(rule =>
        {
            var found = rule.Check(dossier)?.ToList();
            return new AuditCheck(rule.Code, rule.Title, rule.Group, rule.Basis,
                found is null ? AuditVerdict.NotConcerned : found.Count == 0 ? AuditVerdict.Passed : AuditVerdict.Found, found ?? []);
        })]);

    /// <summary>What people call a group.</summary>
    public static string Title(this AuditGroup group) => group switch
    {
        AuditGroup.Competence => "主体和依据",
        AuditGroup.Procedure => "程序",
        AuditGroup.Evidence => "证据",
        AuditGroup.Papers => "文书",
        AuditGroup.Service => "送达",
        AuditGroup.Performance => "执行和公示",
        _ => "归档",
    };

    /// <summary>What people call a severity.</summary>
    public static string Title(this AuditSeverity severity) => severity switch
    {
        AuditSeverity.Serious => "重大问题",
        AuditSeverity.Defect => "瑕疵",
        _ => "提示",
    };

    /// <summary>Findings of gates that did not let pass.</summary>
    internal static IEnumerable<AuditFinding> Found(AuditSeverity severity, AuditCure? cure, params IEnumerable<Refusal?> refusals) =>
        refusals.OfType<Refusal>().Select(refusal => AuditFinding.Of(refusal, severity, cure));
}
