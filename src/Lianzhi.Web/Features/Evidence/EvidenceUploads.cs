using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Evidence;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Evidence;

/// <summary>What somebody means to upload.</summary>
public sealed record NewUpload(string CaseId, string FileName, long Length, string? Sm3, string? Sha256, string? Key);

/// <summary>An upload as its owner sees it.</summary>
/// <param name="Id">Id.</param>
/// <param name="CaseId">The case.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Length">Bytes announced.</param>
/// <param name="Offset">Bytes here.</param>
/// <param name="State">How it stands.</param>
/// <param name="MediaType">What it is; null before it was whole.</param>
/// <param name="Sm3">Its SM3; null before it was whole.</param>
/// <param name="ExpiresAt">When it may be thrown away.</param>
/// <param name="Why">Why it was refused.</param>
public sealed record UploadView(
    string Id, string CaseId, string FileName, long Length, long Offset, UploadState State, string? MediaType, string? Sm3, DateTimeOffset ExpiresAt, string? Why);

/// <summary>
/// Files on their way into a case (上传证据文件): begun, continued, finished, ended by the account that brings them. Pieces are
/// written outside any transaction; only begin and end change rows, and both are in the record.
/// </summary>
public sealed class EvidenceUploads(
    UseCaseRunner runner, AppDb db, CaseStream stream, UploadParts parts, ContentStore store, StorageOptions options, RecordWriter record, CurrentActor current, Entropy entropy, TimeProvider time)
{
    /// <summary>Largest photo, so that what is shown of it can be cleaned in memory.</summary>
    public const long LargestPhoto = 32L * 1024 * 1024;

    /// <summary>Begins an upload; with a key already used for the same, gives that upload again.</summary>
    public Task<Result<UploadView>> Begin(NewUpload asked, CancellationToken cancel) => runner.Write<UploadView>(AccessTable.UploadEvidence, null, async () =>
    {
        if (await stream.Load(asked.CaseId, cancel) is not { } state) return Refusal.NotFound();
        var placement = CaseRow.PlacementOf(state);
        if (runner.Check(AccessTable.ViewCase, placement) is not null) return Refusal.NotFound();
        if (runner.Check(AccessTable.UploadEvidence, placement) is { } refusal) return refusal;
        if (asked.Length > options.LargestUpload) return Refusal.Invalid("Upload-Length", $"文件不超过 {options.LargestUpload >> 20} MB。");
        if (asked.Length == 0) return Refusal.Invalid("Upload-Length", "文件是空的。");
        if (EvidenceRules.MayCollect(state) is { } over) return over;
        if (asked.Key is not null && await Own().SingleOrDefaultAsync(row => row.BegunWith == asked.Key, cancel) is { } twin)
            return twin.CaseId == asked.CaseId && twin.Length == asked.Length && twin.ExpectedSm3 == asked.Sm3 && twin.ExpectedSha256 == asked.Sha256
                ? View(twin) : new Refusal("key-reused", "此幂等键已用于另一个文件。") { Kind = RefusalKind.Stale };
        if (await Own().CountAsync(row => row.State == UploadState.Open, cancel) >= options.MostUploads)
            return new Refusal("too-many-uploads", $"同时上传的文件不超过 {options.MostUploads} 个，请先完成或者取消其中一些。", "系统设置：上传数量");
        var row = new UploadRow
        {
            Id = entropy.NewId(time.GetUtcNow()),
            Account = current.Actor.Id,
            CaseId = asked.CaseId,
            FileName = asked.FileName,
            Length = asked.Length,
            ExpectedSm3 = asked.Sm3,
            ExpectedSha256 = asked.Sha256,
            BegunWith = asked.Key,
            BegunAt = time.GetUtcNow(),
            ExpiresAt = time.GetUtcNow() + options.UploadLife,
            State = UploadState.Open,
        };
        db.Add(row);
        await record.AppendAct(UploadRow.StreamOf(row.Id), AccessTable.UploadEvidence, $"开始上传，案件 {row.CaseId}，{row.Length} 字节", cancel);
        return View(row);
    }, cancel);

    /// <summary>The uploads of the person for a case that are not evidence yet.</summary>
    public Task<Result<IReadOnlyList<UploadView>>> List(string caseId, CancellationToken cancel) => runner.Read<IReadOnlyList<UploadView>>(AccessTable.UploadEvidence, async () =>
    {
        var now = time.GetUtcNow();
        var rows = await Own().AsNoTracking().Where(row => row.CaseId == caseId && (row.State == UploadState.Open || row.State == UploadState.Done) && row.ExpiresAt > now)
            .OrderBy(row => row.Id).Take(200).ToListAsync(cancel);
        return rows.ConvertAll(View);
    });

    /// <summary>One upload of the person.</summary>
    public Task<Result<UploadView>> Find(string id, CancellationToken cancel) => runner.Read<UploadView>(AccessTable.UploadEvidence, async () =>
        await Own().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is { } row ? View(row) : Refusal.NotFound());

    /// <summary>Finishes an upload whose part is whole: finds its hashes and type, checks what was announced, and moves it into the store. The part is held.</summary>
    public async Task<Result<UploadView>> Finish(UploadView upload, CancellationToken cancel)
    {
        var found = await parts.Find(upload.Id, upload.Length, cancel);
        var announced = await db.Set<UploadRow>().AsNoTracking().Where(row => row.Id == upload.Id).Select(row => new { row.ExpectedSm3, row.ExpectedSha256 }).SingleAsync(cancel);
        var why = announced.ExpectedSm3 is { } sm3 && sm3 != found.Sm3 ? "文件的 SM3 与声明的不一致，已丢弃，请重新上传。"
            : announced.ExpectedSha256 is { } sha256 && sha256 != found.Sha256 ? "文件的 SHA-256 与声明的不一致，已丢弃，请重新上传。"
            : found.MediaType is null ? $"文件类型不能作为证据保存。可以上传：{MediaKinds.Taken}。"
            : found.MediaType.StartsWith("image/", StringComparison.Ordinal) && upload.Length > LargestPhoto ? $"照片不超过 {LargestPhoto >> 20} MB。"
            : null;
        if (why is null) await store.Take(parts.PathOf(upload.Id), found.Sm3, cancel);
        else parts.Drop(upload.Id);
        return await runner.Write<UploadView>(AccessTable.UploadEvidence, null, async () =>
        {
            if (await Own().SingleOrDefaultAsync(row => row.Id == upload.Id, cancel) is not { } row) return Refusal.NotFound();
            if (why is null) (row.State, row.Sm3, row.Sha256, row.MediaType) = (UploadState.Done, found.Sm3, found.Sha256, found.MediaType);
            else (row.State, row.Why) = (UploadState.Refused, why);
            await record.AppendAct(UploadRow.StreamOf(row.Id), AccessTable.UploadEvidence, why ?? $"上传完整，SM3 {found.Sm3}", CancellationToken.None);
            return View(row);
        }, CancellationToken.None);
    }

    /// <summary>Ends an upload and throws its part away; what became evidence cannot be ended.</summary>
    public Task<Result<UploadView>> End(string id, CancellationToken cancel) => runner.Write<UploadView>(AccessTable.UploadEvidence, null, async () =>
    {
        if (await Own().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { State: UploadState.Open or UploadState.Done } row) return Refusal.NotFound();
        row.State = UploadState.Ended;
        await record.AppendAct(UploadRow.StreamOf(id), AccessTable.UploadEvidence, "终止上传", cancel);
        return View(row);
    }, cancel);

    /// <summary>Brings a small file in one go, for pages without scripts and for the demonstration.</summary>
    public async Task<Result<UploadView>> Bring(string caseId, string name, Stream content, long length, CancellationToken cancel)
    {
        var begun = await Begin(new NewUpload(caseId, NameOf(name), length, null, null, null), cancel);
        if (!begun.IsOk) return begun;
        using var hold = parts.Hold(begun.Value.Id);
        await parts.Append(begun.Value.Id, 0, length, content, null, cancel);
        var done = await Finish(begun.Value, cancel);
        return done is { IsOk: true, Value.State: UploadState.Refused } ? Refusal.Invalid("uploads", $"{name}：{done.Value.Why}") : done;
    }

    /// <summary>Brings the files of a form; refused with the first that is.</summary>
    public async Task<Result<IReadOnlyList<string>>> Bring(string caseId, IFormFileCollection files, CancellationToken cancel)
    {
        var ids = new List<string>();
        foreach (var file in files.Where(file => file.Length > 0))
        {
            await using var content = file.OpenReadStream();
            var brought = await Bring(caseId, file.FileName, content, file.Length, cancel);
            if (!brought.IsOk) return Result<IReadOnlyList<string>>.Refused(brought.Refusals);
            ids.Add(brought.Value.Id);
        }
        return ids;
    }

    /// <summary>How long an uploaded recording plays, in milliseconds; null where the file does not tell.</summary>
    private async Task<long?> Plays(UploadRow row, CancellationToken cancel)
    {
        if (!row.MediaType!.StartsWith("video/", StringComparison.Ordinal) && !row.MediaType.StartsWith("audio/", StringComparison.Ordinal)) return null;
        await using var content = await store.Open(row.Sm3!, cancel);
        return content is { CanSeek: true } && MediaLength.Find(content, row.MediaType) is { } length ? (long)length.TotalMilliseconds : null;
    }

    /// <summary>Takes finished uploads as the files of a piece of evidence, once.</summary>
    internal async Task<Result<IReadOnlyList<EvidenceFile>>> Take(string caseId, IReadOnlyList<string> ids, CancellationToken cancel)
    {
        var files = new List<EvidenceFile>();
        foreach (var id in ids)
        {
            if (await Own().SingleOrDefaultAsync(row => row.Id == id && row.CaseId == caseId, cancel) is not { } row || row.State is UploadState.Ended || row.ExpiresAt <= time.GetUtcNow())
                return Refusal.Invalid("uploads", "上传的文件不存在或者已经过期，请重新上传。");
            if (row.State == UploadState.Refused) return Refusal.Invalid("uploads", row.Why!);
            if (row.State == UploadState.Used) return Refusal.Invalid("uploads", "该文件已经登记为证据。");
            if (row.State == UploadState.Open) return Refusal.Invalid("uploads", $"“{row.FileName}”还没有上传完。");
            files.Add(new EvidenceFile(row.FileName, row.MediaType!, row.Length, row.Sm3!, row.Sha256!, await Plays(row, cancel)));
            (row.State, row.FileName) = (UploadState.Used, "");
        }
        return files;
    }

    /// <summary>A name without path and without what no name holds.</summary>
    internal static string NameOf(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new string([.. last.Where(character => !char.IsControl(character))]);
        return clean.Length == 0 ? "未命名" : clean.Length > 200 ? clean[^200..] : clean;
    }

    private IQueryable<UploadRow> Own() => db.Set<UploadRow>().Where(row => row.Account == current.Actor.Id);

    private UploadView View(UploadRow row) => new(
        row.Id, row.CaseId, row.FileName, row.Length, row.State == UploadState.Open ? Math.Min(parts.LengthOf(row.Id), row.Length) : row.Length, row.State, row.MediaType, row.Sm3, row.ExpiresAt, row.Why);
}

/// <summary>Ends uploads that rested too long and forgets those long over (清理过期上传).</summary>
public sealed class SweepUploads(UseCaseRunner runner, AppDb db, UploadParts parts, RecordWriter record, TimeProvider time)
{
    /// <summary>Name of the job.</summary>
    public const string JobName = "sweep-uploads";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <summary>Sweeps once.</summary>
    public async Task<int> Run(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var expired = (await runner.Write<IReadOnlyList<string>>(AccessTable.SweepUploads, null, async () =>
        {
            var oldest = now - Remembered;
            await db.Set<UploadRow>().Where(row => row.ExpiresAt < oldest && row.State != UploadState.Open && row.State != UploadState.Done).ExecuteDeleteAsync(cancel);
            var rows = await db.Set<UploadRow>().Where(row => row.ExpiresAt <= now && (row.State == UploadState.Open || row.State == UploadState.Done)).OrderBy(row => row.Id).Take(1000).ToListAsync(cancel);
            foreach (var row in rows)
            {
                row.State = UploadState.Ended;
                await record.AppendAct(UploadRow.StreamOf(row.Id), AccessTable.SweepUploads, "超过期限没有登记为证据", cancel);
            }
            return rows.ConvertAll(row => row.Id);
        }, cancel)).Value ?? [];
        foreach (var id in expired) parts.Drop(id);
        return expired.Count;
    }
}
