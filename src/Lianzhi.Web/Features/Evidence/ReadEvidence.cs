using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Evidence;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Evidence;

/// <summary>A piece of evidence with its case.</summary>
public sealed record FoundEvidence(CaseState State, EvidenceItem Item);

/// <summary>Content ready to be sent.</summary>
/// <param name="Content">Its bytes; can seek.</param>
/// <param name="MediaType">What they are.</param>
/// <param name="Tag">Tells this content from any other.</param>
/// <param name="Name">Name to save it under.</param>
/// <param name="Shown">A browser shows or plays it.</param>
public sealed record OpenContent(Stream Content, string MediaType, string Tag, string Name, bool Shown);

/// <summary>Leave to open sensitive evidence for a while.</summary>
/// <param name="Ticket">Goes with each request for the content.</param>
/// <param name="Until">Until when.</param>
public sealed record OpeningTicket(string Ticket, DateTimeOffset Until);

/// <summary>
/// Shows evidence and sends its content (查看证据). A photo is shown without what its camera wrote into it; the original, and all
/// sensitive evidence, is opened only with a reason, which is in the record before the first byte is sent.
/// </summary>
public sealed class ReadEvidence(
    UseCaseRunner runner, AppDb db, CaseStream stream, ContentStore store, AccessLog log, CurrentActor current, IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    private readonly IDataProtector protector = protection.CreateProtector("lianzhi.evidence-opening");

    /// <summary>One piece.</summary>
    public Task<Result<FoundEvidence>> Run(string id, CancellationToken cancel) => runner.Read<FoundEvidence>(AccessTable.ViewEvidence, async () =>
    {
        var found = await Find(id, AccessTable.ViewEvidence, cancel);
        if (found.IsOk) await log.Note(current.Actor, AccessTable.ViewEvidence, $"evidence/{id}");
        return found;
    });

    /// <summary>Opens sensitive evidence, or an original: the reason is durable when this returns.</summary>
    public Task<Result<OpeningTicket>> Open(string id, string? reason, CancellationToken cancel) => runner.Read<OpeningTicket>(AccessTable.OpenEvidence, async () =>
    {
        var found = await Find(id, AccessTable.OpenEvidence, cancel);
        if (!found.IsOk) return Result<OpeningTicket>.Refused(found.Refusals);
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 200) return Refusal.Invalid("reason", "请填写打开的事由，不超过200个字。");
        await log.Write(current.Actor, AccessTable.OpenEvidence, $"evidence/{id}", reason.Trim(), cancel);
        var until = time.GetUtcNow() + Life;
        return new OpeningTicket(Convert.ToHexStringLower(protector.Protect(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{id}|{current.Actor.Id}|{until.ToUnixTimeSeconds()}")))), until);
    });

    /// <summary>The content of a file.</summary>
    /// <param name="id">The evidence.</param>
    /// <param name="file">Place of the file, from 0.</param>
    /// <param name="original">The photo with what its camera wrote; needs a ticket.</param>
    /// <param name="ticket">From <see cref="Open"/>; null for none.</param>
    /// <param name="begin">False for a later piece of what was opened.</param>
    /// <param name="cancel">Stops.</param>
    public Task<Result<OpenContent>> Content(string id, int file, bool original, string? ticket, bool begin, CancellationToken cancel) => runner.Read<OpenContent>(AccessTable.ViewEvidence, async () =>
    {
        var found = await Find(id, AccessTable.ViewEvidence, cancel);
        if (!found.IsOk) return Result<OpenContent>.Refused(found.Refusals);
        var item = found.Value.Item.Collected;
        if (file < 0 || file >= item.Files.Count) return Refusal.NotFound();
        if ((item.Sensitive || original) && !Holds(ticket, id))
            return new Refusal("reason-needed", item.Sensitive ? "这是敏感证据，请先说明打开的事由。" : "打开带拍摄信息的原件，请先说明事由。", "个人信息保护法 第6、28条；系统权限规则：敏感内容查阅留痕");
        if (begin && ticket is null) await log.Note(current.Actor, AccessTable.ViewEvidence, $"evidence/{id}/{file}");
        var kept = item.Files[file];
        if (await store.Open(kept.Sm3, cancel) is not { } content) return Refusal.NotFound("证据文件不在内容库中，请报告管理员。");
        var name = string.Create(CultureInfo.InvariantCulture, $"证据{item.Number:000}-{file + 1}.{MediaKinds.EndingOf(kept.MediaType)}");
        if (original || !PhotoMetadata.Cleans(kept.MediaType)) return new OpenContent(content, kept.MediaType, kept.Sm3, name, MediaKinds.IsShown(kept.MediaType));
        await using (content)
        {
            var bytes = new byte[content.Length];
            await content.ReadExactlyAsync(bytes, cancel);
            return PhotoMetadata.Clean(bytes, kept.MediaType) is { } clean ? new OpenContent(new MemoryStream(clean), kept.MediaType, $"{kept.Sm3}-c", name, true)
                : new Refusal("photo-damaged", "照片结构不完整，不能去除拍摄信息；请说明事由后打开原件。", "个人信息保护法 第6条");
        }
    });

    private bool Holds(string? ticket, string id)
    {
        if (ticket is not { Length: > 0 and < 1000 }) return false;
        try
        {
            return Encoding.UTF8.GetString(protector.Unprotect(Convert.FromHexString(ticket))).Split('|') is [var of, var account, var until]
                && of == id && account == current.Actor.Id && long.Parse(until, CultureInfo.InvariantCulture) >= time.GetUtcNow().ToUnixTimeSeconds();
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private async Task<Result<FoundEvidence>> Find(string id, UseCase useCase, CancellationToken cancel)
    {
        var caseId = await db.Set<EvidenceRow>().AsNoTracking().Where(row => row.Id == id).Select(row => row.CaseId).SingleOrDefaultAsync(cancel);
        if (caseId is null || await stream.Load(caseId, cancel) is not { } state || runner.Check(AccessTable.ViewEvidence, CaseRow.PlacementOf(state)) is not null) return Refusal.NotFound();
        return runner.Check(useCase, CaseRow.PlacementOf(state)) is { } refusal ? refusal : new FoundEvidence(state, state.Evidence.Single(item => item.Id == id));
    }
}
