using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Evidence;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Documents.Templates;

/// <summary>A template somebody brings.</summary>
/// <param name="Kind">Name of the kind of paper, or <see cref="TemplateRow.Every"/>.</param>
/// <param name="From">First day; today or later.</param>
/// <param name="Reason">Why.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="File">The DOCX; null when none came.</param>
public sealed record NewTemplate(string? Kind, DateOnly? From, string? Reason, string? FileName, byte[]? File);

/// <summary>Puts a template in force from a day on (更换文书模板). Papers issued before keep the look of their day.</summary>
public sealed class AddTemplate(UseCaseRunner runner, AppDb db, FileStore files, Entropy entropy, TimeProvider time)
{
    private const int LongestReason = 200;

    /// <summary>Checks the file and keeps it.</summary>
    public Task<Result<TemplateRow>> Run(NewTemplate brought, CancellationToken cancel) => runner.Write<TemplateRow>(AccessTable.AddTemplate, brought.Reason, async () =>
    {
        var faults = new List<Refusal>();
        var kind = TemplateRow.KindOf(brought.Kind ?? "");
        if (kind is null && brought.Kind != TemplateRow.Every) faults.Add(Refusal.Invalid("kind", "请选择文书种类。"));
        if (brought.From is not { } from) faults.Add(Refusal.Invalid("from", "请填写启用日期。"));
        else if (from < time.Today()) faults.Add(Refusal.Invalid("from", "启用日期不能早于今天：已经制发的文书保持当日的版式。"));
        if (brought.Reason?.Trim() is not { Length: > 0 and <= LongestReason } reason) faults.Add(Refusal.Invalid("reason", $"请填写更换理由，不超过{LongestReason}字。"));
        if (brought.File is not { Length: > 0 } file) faults.Add(Refusal.Invalid("file", "请选择模板文件。"));
        else if (faults.Count == 0) faults.AddRange(WordTemplate.Check(file, kind));
        if (faults.Count > 0) return faults;
        var stored = await files.Store(brought.File!, WordFile.MediaType, cancel);
        var row = new TemplateRow
        {
            Id = entropy.NewId(time.GetUtcNow()),
            Kind = brought.Kind!,
            From = brought.From!.Value,
            FileHash = stored.Hash,
            FileName = EvidenceUploads.NameOf(brought.FileName ?? ""),
            Reason = brought.Reason!.Trim(),
        };
        db.Add(row);
        return row;
    }, cancel);
}

/// <summary>Takes a template out of use from today on (停用文书模板); what stood before it, or the standard look, is back.</summary>
public sealed class WithdrawTemplate(UseCaseRunner runner, AppDb db, TimeProvider time)
{
    /// <summary>Withdraws it.</summary>
    public Task<Result<TemplateRow>> Run(string id, long version, string? reason, CancellationToken cancel) => runner.Write<TemplateRow>(AccessTable.WithdrawTemplate, reason, async () =>
    {
        if (await db.Set<TemplateRow>().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row) return Refusal.NotFound();
        if (row.Version != version) return Refusal.Stale(row.Version);
        if (row.To is not null) return new Refusal("template-withdrawn", "该模板已经停用。", "系统规则：模板停用一次");
        if (string.IsNullOrWhiteSpace(reason)) return Refusal.Invalid("reason", "请填写停用理由。");
        var today = time.Today();
        // One that never was in force has an empty validity.
        row.To = row.From > today ? row.From : today;
        return row;
    }, cancel);
}
