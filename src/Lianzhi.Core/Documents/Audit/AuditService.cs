using Lianzhi.Core.Cases;

namespace Lianzhi.Core.Documents.Audit;

/// <summary>Checks of service (送达自查).</summary>
internal static class AuditService
{
    public static IEnumerable<AuditFinding>? Served(Dossier dossier)
    {
        var papers = CaseDocuments.Services(dossier.State);
        // What may still be served after the case is closed or ended is a fault of the file, but not yet one that cannot be mended.
        var waiting = ServedPapers.Waiting(dossier.State).Select(paper => (paper.Title, paper.Number ?? "")).ToHashSet();
        return papers.Count == 0 ? null : papers.Index().Where(one => one.Item.Service is null)
            .Select(one => new AuditFinding("paper-not-served", $"{one.Item.Title}{(one.Item.Number.Length > 0 ? $"（{one.Item.Number}）" : "")}没有送达回证。",
                dossier.State.Stage < CaseStage.Closed ? AuditSeverity.Hint : waiting.Contains((one.Item.Title, one.Item.Number)) ? AuditSeverity.Defect : AuditSeverity.Serious,
                "行政处罚法 第61条", AuditCure.At(DocumentCode.ServiceReceipt, one.Index)));
    }

    public static IEnumerable<AuditFinding>? Lawful(Dossier dossier)
    {
        var served = CaseDocuments.Services(dossier.State).Index().Where(one => one.Item.Service is not null).ToList();
        return served.Count == 0 ? null : served.SelectMany(one => Faults(dossier.State, one.Item.Service!)
            .Select(fault => new AuditFinding(fault.Code, $"{one.Item.Title}：{fault.Text}", AuditSeverity.Defect, fault.Basis, AuditCure.At(DocumentCode.ServiceReceipt, one.Index))));
    }

    private static IEnumerable<(string Code, string Text, string Basis)> Faults(CaseState state, CaseService service)
    {
        if (service.Method != ServiceMethod.Announcement && string.IsNullOrWhiteSpace(service.Receiver)) yield return ("receiver-missing", "没有收件人。", "民事诉讼法 第87条");
        if (service.Method == ServiceMethod.Left && (string.IsNullOrWhiteSpace(service.RefusalNote) || string.IsNullOrWhiteSpace(service.Witness)))
            yield return ("left-without-witness", "留置送达没有记明拒收事由，或者没有见证人、影像。", "民事诉讼法 第89条");
        if (service.Method == ServiceMethod.Electronic && (state.Execution.Address is not { ElectronicConsent: true } consent || consent.On > service.On))
            yield return ("no-electronic-consent", "电子送达前没有当事人签订的确认书。", "行政处罚法 第61条第2款");
        if (service.Method is ServiceMethod.Post or ServiceMethod.Entrusted or ServiceMethod.Forwarded && string.IsNullOrWhiteSpace(service.Carrier))
            yield return ("carrier-missing", "没有邮件号或者受托、转交单位。", "民事诉讼法 第91至94条");
        if (service.Method == ServiceMethod.Announcement && state.Execution.Failed.All(attempt => attempt.On > service.On))
            yield return ("announcement-before-other-methods", "公告送达前没有其他方式无法送达的记录。", "民事诉讼法 第95条");
        if (service.Method == ServiceMethod.Announcement && service.ServedOn < service.On.AddDays(ExecutionGates.AnnouncementDays))
            yield return ("announcement-too-short", "公告不满三十日。", "民事诉讼法 第95条");
    }
}
