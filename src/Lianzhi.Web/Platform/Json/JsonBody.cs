using System.Text.Json;
using System.Text.Unicode;
using Lianzhi.Core;
using Lianzhi.Web.Platform.Problems;

namespace Lianzhi.Web.Platform.Json;

/// <summary>
/// Reads the JSON body of every API request, exactly: what a request record does not name is refused, nothing is
/// converted, and every fault is reported under its JSON path (<c>pauses[3].from</c>; <c>$</c> for the body itself).
/// </summary>
public static class JsonBody
{
    /// <summary>Largest body unless a route says otherwise: 2 MiB.</summary>
    public const int DefaultLimit = 2 * 1024 * 1024;

    private const int MaxDepth = 16;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, CommentHandling = JsonCommentHandling.Disallow, AllowTrailingCommas = false };

    private static readonly JsonSerializerOptions RecordOptions = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = MaxDepth,
        PropertyNameCaseInsensitive = false,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new ExactEnums() },
    };

    /// <summary>Reads the body and answers: what <paramref name="answer"/> makes of it, or the problem (400, 413, 415).</summary>
    /// <param name="request">The request.</param>
    /// <param name="read">Takes the members it knows; all others are refused.</param>
    /// <param name="answer">Called only when nothing was at fault.</param>
    /// <param name="limit">Largest body in bytes.</param>
    public static async Task<IResult> Answer<T>(this HttpRequest request, Func<JsonMembers, T> read, Func<T, Task<IResult>> answer, int limit = DefaultLimit)
    {
        if (!IsJson(request)) return Status(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "请使用 application/json（UTF-8）。");
        if (await Bytes(request, limit) is not { } bytes) return Status(StatusCodes.Status413PayloadTooLarge, "too-large", $"内容超过 {limit / 1024} KiB。");
        var parsed = Parse(bytes, read, request.Headers.IfMatch.FirstOrDefault());
        return parsed.IsOk ? await answer(parsed.Value) : ProblemAnswers.Problem(parsed.Refusals);
    }

    /// <summary>Reads the body and answers at once.</summary>
    public static Task<IResult> Answer<T>(this HttpRequest request, Func<JsonMembers, T> read, Func<T, IResult> answer, int limit = DefaultLimit) =>
        request.Answer(read, value => Task.FromResult(answer(value)), limit);

    /// <summary>
    /// Reads the body as a record: unknown and repeated members, wrong types, enumerations in another case or as numbers,
    /// null where the record takes none and broken text are refused. Members a record must have carry <c>required</c>.
    /// </summary>
    /// <exception cref="BadHttpRequestException">413 or 415; becomes problem details.</exception>
    public static async Task<Result<T>> ReadRecord<T>(this HttpRequest request, int limit = DefaultLimit) where T : class
    {
        if (!IsJson(request)) throw new BadHttpRequestException("Not JSON.", StatusCodes.Status415UnsupportedMediaType);
        if (await Bytes(request, limit) is not { } bytes) throw new BadHttpRequestException("Too large.", StatusCodes.Status413PayloadTooLarge);
        var checkedText = Parse(bytes, members => members.TakeAll());
        if (!checkedText.IsOk) return Result<T>.Refused(checkedText.Refusals);
        try
        {
            return JsonSerializer.Deserialize<T>(bytes.Span, RecordOptions)!;
        }
        catch (JsonException fault)
        {
            var path = fault.Path is null or "$" ? "$" : fault.Path.StartsWith("$.", StringComparison.Ordinal) ? fault.Path[2..] : fault.Path;
            return Refusal.Invalid(path, "没有此项，或者类型、取值不对。");
        }
    }

    /// <summary>Reads bytes; refusals are <see cref="RefusalKind.Invalid"/>, one or more for each member at fault.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="read">Takes the members it knows.</param>
    /// <param name="ifMatch">The header <c>If-Match</c>, which may carry the version instead of the body.</param>
    public static Result<T> Parse<T>(ReadOnlyMemory<byte> bytes, Func<JsonMembers, T> read, string? ifMatch = null)
    {
        if (bytes.IsEmpty) return Refusal.Invalid("$", "内容为空。");
        if (!Utf8.IsValid(bytes.Span)) return Refusal.Invalid("$", "内容不是正确的 UTF-8。");
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, Options);
        }
        catch (JsonException)
        {
            return Refusal.Invalid(JsonText.PathOfFault(bytes.Span, MaxDepth), $"不是正确的 JSON（不得有注释、多余的逗号，嵌套不超过{MaxDepth}层）。");
        }
        using (document)
        {
            var faults = new JsonFaults();
            if (document.RootElement.ValueKind != JsonValueKind.Object) return Refusal.Invalid("$", "应为一个 JSON 对象。");
            JsonText.Check(document.RootElement, "", faults);
            // Duplicates and broken text make every later reading ambiguous.
            if (faults.Any) return Result<T>.Refused(faults.Refusals);
            var value = JsonMembers.Read(document.RootElement, "", faults, read, ifMatch);
            return faults.Any ? Result<T>.Refused(faults.Refusals) : value;
        }
    }

    private static bool IsJson(HttpRequest request) =>
        request.HasJsonContentType()
        && (request.GetTypedHeaders().ContentType?.Charset is not { HasValue: true } charset || charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static async Task<ReadOnlyMemory<byte>?> Bytes(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit) return null;
        var buffer = new MemoryStream((int)(request.ContentLength ?? 1024));
        var chunk = System.Buffers.ArrayPool<byte>.Shared.Rent(32 * 1024);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
            {
                if (buffer.Length + read > limit) return null;
                buffer.Write(chunk, 0, read);
            }
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(chunk, clearArray: true);
        }
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Status(int status, string code, string message) =>
        TypedResults.Problem(detail: message, statusCode: status, title: status == 413 ? "内容过大" : "不支持的内容类型", type: $"urn:lianzhi:problem:{code}",
            extensions: new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { ["$"] = [message] } });
}

/// <summary>Collects what is wrong with a body; bounded, so that a hostile body cannot make a large answer.</summary>
public sealed class JsonFaults
{
    private const int Most = 100;
    private readonly List<Refusal> refusals = [];

    /// <summary>True when something is wrong.</summary>
    public bool Any => refusals.Count > 0;

    /// <summary>True when no more will be kept.</summary>
    public bool IsFull => refusals.Count >= Most;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Refusal> Refusals => refusals;

    /// <summary>Adds a fault of one member.</summary>
    public void Add(string path, string message)
    {
        if (!IsFull) refusals.Add(Refusal.Invalid(path.Length == 0 ? "$" : path, message));
    }
}
