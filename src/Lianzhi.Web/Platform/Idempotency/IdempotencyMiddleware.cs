using Lianzhi.Core;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Security;
using Lianzhi.Web.Platform.Work;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Platform.Idempotency;

/// <summary>
/// Makes writes safe to repeat. The key row, the change and the answer commit together: this opens the
/// outermost transaction, the use case joins it, and the answer is sent only after the commit. The API carries
/// the key as the header <c>Idempotency-Key</c>, page forms as the hidden field <c>key</c>.
/// </summary>
public sealed class IdempotencyMiddleware(RequestDelegate next, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly IDataProtector protector = protection.CreateProtector("lianzhi.idempotency");

    /// <summary>Handles one request.</summary>
    public async Task Invoke(HttpContext http, AppDb db, UseCaseRunner runner, CurrentActor current)
    {
        // Signing in counts failures even when it is refused, so it keeps its own transaction.
        var session = http.Request.Path.StartsWithSegments("/api/v1/session") || http.Request.Path.StartsWithSegments("/sign-in");
        // Rules change nothing and answer the same again by themselves.
        var rules = http.Request.Path.StartsWithSegments("/api/v1/rules");
        var streams = http.GetEndpoint()?.Metadata.GetMetadata<StreamsBodyAttribute>() is not null;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || session || rules || streams)
        {
            await next(http);
            return;
        }
        var api = http.Request.Path.StartsWithSegments("/api");
        var header = api && http.Request.Headers.TryGetValue("Idempotency-Key", out var given) ? given.ToString() : null;
        var form = http.Request.HasFormContentType && (!api || header is not null) ? await http.Request.TryReadForm() : FormCollection.Empty;
        if (form is null || form.HasNul())
        {
            await FormReading.Refuse(http);
            return;
        }
        var key = api ? header : form["key"].ToString() is { Length: > 0 } field ? field : null;
        if (key is null)
        {
            await next(http);
            return;
        }
        if (key.Length is 0 or > 128 || key.Any(character => character is < '!' or > '~'))
        {
            await ProblemAnswers.Write(http, [Refusal.Invalid("Idempotency-Key", "幂等键应为 1–128 个可见 ASCII 字符。")]);
            return;
        }
        var (scope, route) = (current.Actor.Id, Route(http.Request));
        var body = await BodyHash(http.Request);
        if (http.GetEndpoint()?.Metadata.GetMetadata<CommitsOneByOneAttribute>() is not null)
        {
            await OneByOne(http, db, runner, new IdempotencyRow { Scope = scope, Route = route, Key = key, BodyHash = body, CreatedAt = time.GetUtcNow() });
            return;
        }
        var sink = http.Response.Body;
        using var buffer = new MemoryStream();
        var outcome = await runner.InTransaction<bool>(async () =>
        {
            var oldest = time.GetUtcNow() - Kept;
            await db.Set<IdempotencyRow>().Where(row => row.CreatedAt < oldest).ExecuteDeleteAsync(http.RequestAborted);
            if (await Find(db, scope, route, key, http.RequestAborted) is { } stored)
            {
                await Repeat(http, stored, body);
                return (false, true);
            }
            var row = new IdempotencyRow { Scope = scope, Route = route, Key = key, BodyHash = body, CreatedAt = time.GetUtcNow() };
            db.Add(row);
            try
            {
                await db.SaveChangesAsync(http.RequestAborted);
            }
            catch (DbUpdateException fault) when (DatabaseFaults.IsTakenKey(fault))
            {
                // The twin committed while this request waited for its row: the next try finds the answer.
                await ProblemAnswers.Write(http, StatusCodes.Status409Conflict, "in-progress", "同一请求正在办理，请稍后重试。");
                return (false, true);
            }
            http.Response.Body = buffer;
            try
            {
                await next(http);
            }
            finally
            {
                http.Response.Body = sink;
            }
            if (http.Response.StatusCode is < 200 or >= 400 || (!api && http.Response.StatusCode < 300)) return (false, true);
            (row.Status, row.Location, row.ContentType) = (http.Response.StatusCode, http.Response.Headers.Location, http.Response.ContentType);
            row.Answer = protector.Protect(buffer.ToArray());
            await db.SaveChangesAsync(http.RequestAborted);
            return (true, true);
        }, http.RequestAborted);
        if (!outcome.IsOk)
        {
            http.Response.Clear();
            await ProblemAnswers.Write(http, outcome.Refusals);
            return;
        }
        buffer.Position = 0;
        await buffer.CopyToAsync(sink, http.RequestAborted);
    }

    /// <summary>What commits one by one cannot wait for the key: its answer is kept afterwards, and a try cut off before that is judged anew.</summary>
    private async Task OneByOne(HttpContext http, AppDb db, UseCaseRunner runner, IdempotencyRow row)
    {
        if (await Find(db, row.Scope, row.Route, row.Key, http.RequestAborted) is { } stored)
        {
            await Repeat(http, stored, row.BodyHash);
            return;
        }
        var sink = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = sink;
        }
        if (http.Response.StatusCode is >= 200 and < 300 && http.Request.Path.StartsWithSegments("/api"))
        {
            (row.Status, row.Location, row.ContentType) = (http.Response.StatusCode, http.Response.Headers.Location, http.Response.ContentType);
            row.Answer = protector.Protect(buffer.ToArray());
            await runner.InTransaction<bool>(async () =>
            {
                db.Add(row);
                await db.SaveChangesAsync(http.RequestAborted);
                return (true, true);
            }, http.RequestAborted);
        }
        buffer.Position = 0;
        await buffer.CopyToAsync(sink, http.RequestAborted);
    }

    private async Task Repeat(HttpContext http, IdempotencyRow stored, string body)
    {
        if (stored.BodyHash != body)
        {
            await ProblemAnswers.Write(http, StatusCodes.Status409Conflict, "key-reused", "此幂等键已用于另一内容的请求。");
            return;
        }
        (http.Response.StatusCode, http.Response.ContentType) = (stored.Status, stored.ContentType);
        if (stored.Location is not null) http.Response.Headers.Location = stored.Location;
        await http.Response.Body.WriteAsync(protector.Unprotect(stored.Answer), http.RequestAborted);
    }

    private static Task<IdempotencyRow?> Find(AppDb db, string scope, string route, string key, CancellationToken cancel) =>
        db.Set<IdempotencyRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Scope == scope && row.Route == route && row.Key == key, cancel);

    private static string Route(HttpRequest request)
    {
        var route = $"{request.Method} {request.Path}";
        return route.Length > 300 ? route[..300] : route;
    }

    private static async Task<string> BodyHash(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            request.EnableBuffering();
            var raw = await Sm3.Hex(request.Body, request.HttpContext.RequestAborted);
            request.Body.Position = 0;
            return raw;
        }
        // Multipart boundaries differ between tries, and the antiforgery token with them: hash what was said.
        var form = await request.ReadFormAsync();
        var parts = new List<string>();
        foreach (var field in form.Where(field => field.Key is not "__RequestVerificationToken").OrderBy(field => field.Key, StringComparer.Ordinal))
            parts.AddRange(["field", field.Key, .. field.Value.Select(value => value ?? "")]);
        foreach (var file in form.Files)
        {
            await using var content = file.OpenReadStream();
            parts.AddRange(["file", file.Name, file.FileName, await Sm3.Hex(content, request.HttpContext.RequestAborted)]);
        }
        // Each part with its length, so that no text can pass for another division of the same text.
        return Sm3.Hex(string.Concat(parts.Select(part => $"{part.Length}:{part}")));
    }
}
