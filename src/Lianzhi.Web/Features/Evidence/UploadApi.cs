using System.Globalization;
using System.Text;
using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lianzhi.Web.Features.Evidence;

/// <summary>
/// The tus protocol 1.0.0 (断点续传协议): core, creation, creation-with-upload, checksum, termination, expiration. Refusals are
/// problem details like everywhere else; the statuses are those of the protocol.
/// </summary>
internal static class UploadApi
{
    private const string Version = "1.0.0";
    private const string Piece = "application/offset+octet-stream";
    private const string Path = "/evidence/uploads";
    private const int ChecksumMismatch = 460;

    private static readonly UTF8Encoding Exact = new(false, throwOnInvalidBytes: true);

    public static void Map(IEndpointRouteBuilder api)
    {
        var options = api.ServiceProvider.GetRequiredService<StorageOptions>();
        var limit = new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(options.LargestUpload + 1);
        api.MapMethods(Path, ["OPTIONS"], (HttpContext http) => Describe(http, options)).Uses(AccessTable.UploadEvidence)
            .WithSummary("断点续传能力").WithDescription("tus 1.0.0: versions, extensions, largest file, checksums.");
        api.MapPost(Path, Create).Uses(AccessTable.UploadEvidence).WithMetadata(limit, new StreamsBodyAttribute())
            .WithSummary("开始上传").WithDescription("tus creation. Upload-Length and Upload-Metadata with filename and case; sm3 and sha256 of the whole where known. May carry the first piece.");
        api.MapGet(Path, async (string? @case, EvidenceUploads uploads, CancellationToken cancel) => (await uploads.List(@case ?? "", cancel)).Answer(found => Results.Json(new { items = found }, ApiJson.Options)))
            .Uses(AccessTable.UploadEvidence).WithSummary("未登记的上传").WithDescription("Uploads of the account for a case that are not evidence yet.");
        api.MapMethods(Path + "/{id}", ["HEAD"], Head).Uses(AccessTable.UploadEvidence).WithSummary("上传进度").WithDescription("tus: how far an upload is.");
        api.MapPatch(Path + "/{id}", Continue).Uses(AccessTable.UploadEvidence).WithMetadata(limit, new StreamsBodyAttribute())
            .WithSummary("继续上传").WithDescription("tus: appends a piece at Upload-Offset.");
        api.MapDelete(Path + "/{id}", End).Uses(AccessTable.UploadEvidence).WithMetadata(new StreamsBodyAttribute()).WithSummary("终止上传").WithDescription("tus termination.");
    }

    private static IResult Describe(HttpContext http, StorageOptions options)
    {
        Say(http);
        http.Response.Headers["Tus-Version"] = Version;
        http.Response.Headers["Tus-Extension"] = "creation,creation-with-upload,checksum,termination,expiration";
        http.Response.Headers["Tus-Max-Size"] = options.LargestUpload.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["Tus-Checksum-Algorithm"] = string.Join(',', UploadParts.Algorithms);
        return Results.NoContent();
    }

    private static async Task<IResult> Create(HttpContext http, EvidenceUploads uploads, UploadParts parts, StorageOptions options)
    {
        if (Speaks(http) is { } other) return other;
        var request = http.Request;
        if (request.Headers.ContainsKey("Upload-Defer-Length")) return Bad("Upload-Defer-Length", "请先说明文件大小（Upload-Length）。");
        if (Number(request, "Upload-Length") is not { } length) return Bad("Upload-Length", "应为文件的字节数。");
        if (length > options.LargestUpload) return Problem(413, "too-large", $"文件不超过 {options.LargestUpload >> 20} MB。");
        if (Metadata(request.Headers["Upload-Metadata"].ToString()) is not { } metadata) return Bad("Upload-Metadata", "应为名称和 Base64 值，以逗号分开，不得重复。");
        var key = request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } given ? given : null;
        if (key?.Length > 128 || key?.Any(character => character is < '!' or > '~') == true) return Bad("Idempotency-Key", "幂等键应为 1–128 个可见 ASCII 字符。");
        foreach (var digest in (string[])["sm3", "sha256"])
            if (metadata.TryGetValue(digest, out var text) && !ContentStore.IsHash(text)) return Bad("Upload-Metadata", $"{digest} 应为 64 个小写十六进制字符。");
        if (!Room(options, length)) return Problem(StatusCodes.Status507InsufficientStorage, "storage-full", "存储空间不足，不能开始上传。");
        var begun = await uploads.Begin(new NewUpload(metadata.GetValueOrDefault("case", ""), EvidenceUploads.NameOf(metadata.GetValueOrDefault("filename", "")), length,
            metadata.GetValueOrDefault("sm3"), metadata.GetValueOrDefault("sha256"), key), http.RequestAborted);
        if (!begun.IsOk) return ProblemAnswers.Problem(begun.Refusals);
        http.Response.Headers.Location = $"/api/v1{Path}/{begun.Value.Id}";
        Tell(http, begun.Value, begun.Value.Offset);
        if (request.ContentType == Piece && begun.Value is { State: UploadState.Open, Offset: 0 })
        {
            var first = await Append(http, begun.Value, 0, uploads, parts);
            if (first is not null) return first;
        }
        return Results.StatusCode(StatusCodes.Status201Created);
    }

    private static async Task<IResult> Head(string id, HttpContext http, EvidenceUploads uploads, UploadParts parts)
    {
        if (Speaks(http) is { } other) return other;
        http.Response.Headers.CacheControl = "no-store";
        var found = await uploads.Find(id, http.RequestAborted);
        if (!found.IsOk) return ProblemAnswers.Problem(found.Refusals);
        if (Gone(found.Value, http) is { } gone) return gone;
        // A part that was whole when the program stopped is finished now.
        if (found.Value is { State: UploadState.Open } upload && upload.Offset == upload.Length)
        {
            using var hold = parts.Hold(id);
            if (hold is null) return Locked();
            var done = await uploads.Finish(upload, http.RequestAborted);
            if (!done.IsOk) return ProblemAnswers.Problem(done.Refusals);
            if (Gone(done.Value, http) is { } refused) return refused;
        }
        Tell(http, found.Value, found.Value.Offset);
        http.Response.Headers["Upload-Length"] = found.Value.Length.ToString(CultureInfo.InvariantCulture);
        return Results.Ok();
    }

    private static async Task<IResult> Continue(string id, HttpContext http, EvidenceUploads uploads, UploadParts parts)
    {
        if (Speaks(http) is { } other) return other;
        if (http.Request.ContentType != Piece) return Problem(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", $"请使用 {Piece}。");
        if (Number(http.Request, "Upload-Offset") is not { } offset) return Bad("Upload-Offset", "应为已经上传的字节数。");
        var found = await uploads.Find(id, http.RequestAborted);
        if (!found.IsOk) return ProblemAnswers.Problem(found.Refusals);
        if (Gone(found.Value, http) is { } gone) return gone;
        if (found.Value.State != UploadState.Open)
        {
            // The answer to the last piece was lost: the same piece again changes nothing.
            if (offset != found.Value.Length) return Conflict(found.Value.Length, http);
            Tell(http, found.Value, found.Value.Length);
            return Results.NoContent();
        }
        return await Append(http, found.Value, offset, uploads, parts) ?? Results.NoContent();
    }

    /// <summary>Writes a piece and finishes what is whole; null when all went well and the headers are set.</summary>
    private static async Task<IResult?> Append(HttpContext http, UploadView upload, long offset, EvidenceUploads uploads, UploadParts parts)
    {
        PieceChecksum? checksum = null;
        if (http.Request.Headers["Upload-Checksum"].ToString() is { Length: > 0 } text && (checksum = Checksum(text)) is null)
            return Bad("Upload-Checksum", $"应为算法和 Base64 摘要；算法为 {string.Join("、", UploadParts.Algorithms)} 之一。");
        if (http.Request.ContentLength is { } announced && announced > upload.Length - offset) return Problem(413, "too-large", "超过声明的文件大小。");
        using var hold = parts.Hold(upload.Id);
        if (hold is null) return Locked();
        try
        {
            var (outcome, length, whole) = await parts.Append(upload.Id, offset, upload.Length, http.Request.Body, checksum, http.RequestAborted);
            if (outcome == AppendOutcome.WrongOffset) return Conflict(length, http);
            if (outcome == AppendOutcome.TooLong) return Problem(413, "too-large", "超过声明的文件大小。");
            if (outcome == AppendOutcome.WrongChecksum) return Problem(ChecksumMismatch, "checksum-mismatch", "本段摘要不一致，已丢弃，请重新上传本段。");
            if (!whole) return Bad("$", "连接中断，已保存收到的部分。");
            Tell(http, upload, length);
            if (length < upload.Length) return null;
            var done = await uploads.Finish(upload, http.RequestAborted);
            return !done.IsOk ? ProblemAnswers.Problem(done.Refusals) : done.Value.State == UploadState.Refused ? Problem(ChecksumMismatch, "content-refused", done.Value.Why!) : null;
        }
        catch (Exception fault) when (StorageFaults.StatusOf(fault) is { } status)
        {
            return Problem(status, status == 507 ? "storage-full" : "storage-unavailable", ApiFaults.Words(status));
        }
    }

    private static async Task<IResult> End(string id, HttpContext http, EvidenceUploads uploads, UploadParts parts)
    {
        if (Speaks(http) is { } other) return other;
        using var hold = parts.Hold(id);
        if (hold is null) return Locked();
        var ended = await uploads.End(id, http.RequestAborted);
        if (!ended.IsOk) return ProblemAnswers.Problem(ended.Refusals);
        parts.Drop(id);
        return Results.NoContent();
    }

    private static ProblemHttpResult? Speaks(HttpContext http)
    {
        Say(http);
        if (http.Request.Headers["Tus-Resumable"] == Version) return null;
        http.Response.Headers["Tus-Version"] = Version;
        return Problem(StatusCodes.Status412PreconditionFailed, "tus-version", $"请使用 tus {Version}（Tus-Resumable）。");
    }

    private static void Say(HttpContext http) => http.Response.Headers["Tus-Resumable"] = Version;

    private static void Tell(HttpContext http, UploadView upload, long offset)
    {
        http.Response.Headers["Upload-Offset"] = offset.ToString(CultureInfo.InvariantCulture);
        if (upload.State == UploadState.Open) http.Response.Headers["Upload-Expires"] = upload.ExpiresAt.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);
    }

    private static ProblemHttpResult? Gone(UploadView upload, HttpContext http) => upload.State switch
    {
        UploadState.Refused => Problem(StatusCodes.Status410Gone, "content-refused", upload.Why!),
        UploadState.Ended => Problem(StatusCodes.Status410Gone, "upload-ended", "该上传已经终止。"),
        UploadState.Open when upload.ExpiresAt <= http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() => Problem(StatusCodes.Status410Gone, "upload-expired", "该上传已经过期，请重新上传。"),
        _ => null,
    };

    private static ProblemHttpResult Conflict(long offset, HttpContext http)
    {
        http.Response.Headers["Upload-Offset"] = offset.ToString(CultureInfo.InvariantCulture);
        return Problem(StatusCodes.Status409Conflict, "offset-conflict", $"已经上传到第 {offset} 字节，请从这里继续。");
    }

    private static ProblemHttpResult Locked() => Problem(StatusCodes.Status423Locked, "upload-locked", "该文件正在上传，请稍候。");

    private static ProblemHttpResult Problem(int status, string code, string message) => TypedResults.Problem(detail: message, statusCode: status, title: "上传没有完成", type: $"urn:lianzhi:problem:{code}");

    private static ProblemHttpResult Bad(string field, string message) => ProblemAnswers.Problem([Refusal.Invalid(field, message)]);

    private static bool Room(StorageOptions options, long length)
    {
        Directory.CreateDirectory(options.Uploads);
        return new DriveInfo(options.Uploads).AvailableFreeSpace > length;
    }

    private static long? Number(HttpRequest request, string header) =>
        request.Headers[header] is [var text] && text?.Length <= 18 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The pairs of the header; null when it is malformed.</summary>
    private static Dictionary<string, string>? Metadata(string header)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (header.Length > 4000) return null;
        foreach (var pair in header.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Trim().Split(' ');
            if (parts.Length is not (1 or 2) || parts[0].Length == 0) return null;
            try
            {
                var text = parts.Length == 1 ? "" : Exact.GetString(Convert.FromBase64String(parts[1]));
                if (text.Contains('\0', StringComparison.Ordinal) || !pairs.TryAdd(parts[0], text)) return null;
            }
            catch (Exception fault) when (fault is FormatException or ArgumentException)
            {
                return null;
            }
        }
        return pairs;
    }

    private static PieceChecksum? Checksum(string header)
    {
        if (header.Split(' ') is not [var algorithm, var text] || !UploadParts.Algorithms.Contains(algorithm)) return null;
        var bytes = new byte[64];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == (algorithm == "sha1" ? 20 : 32) ? new PieceChecksum(algorithm, bytes[..written]) : null;
    }
}
