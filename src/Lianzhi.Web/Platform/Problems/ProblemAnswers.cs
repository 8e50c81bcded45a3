using System.Text.Json;
using Lianzhi.Core;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lianzhi.Web.Platform.Problems;

/// <summary>One refusal as programs read it.</summary>
/// <param name="Code">Stable kebab-case name.</param>
/// <param name="Message">Chinese sentence for people.</param>
/// <param name="Basis">The article; null where the refusal rests on no rule.</param>
/// <param name="Field">The member it is about, where it is about one.</param>
public sealed record RefusalView(string Code, string Message, string? Basis, string? Field)
{
    /// <summary>The view of a refusal.</summary>
    public static RefusalView Of(Refusal refusal) => new(refusal.Code, refusal.Message, refusal.Basis?.Text, refusal.Field);
}

/// <summary>
/// Turns refusals into RFC 9457 problem details: rules 422 with <c>refusals</c>, bad input 400 with
/// <c>errors</c> per member, 401, 403, 404, and 409 with the <c>version</c> the object has now.
/// </summary>
public static class ProblemAnswers
{
    /// <summary>An HTTP answer of a use case: what <paramref name="ok"/> makes of the value, or the problem.</summary>
    public static IResult Answer<T>(this Result<T> result, Func<T, IResult> ok) => result.IsOk ? ok(result.Value) : Problem(result.Refusals);

    /// <summary>An HTTP answer of a use case: the value as JSON, or the problem.</summary>
    public static IResult Answer<T>(this Result<T> result) => result.Answer(value => Results.Json(value, ApiJson.Options));

    /// <summary>The problem details of refusals.</summary>
    public static ProblemHttpResult Problem(IReadOnlyList<Refusal> refusals)
    {
        var first = refusals[0];
        var extensions = new Dictionary<string, object?>();
        var invalid = refusals.Where(refusal => refusal.Kind == RefusalKind.Invalid).ToList();
        if (invalid.Count > 0)
            extensions["errors"] = invalid.GroupBy(refusal => refusal.Field ?? "").ToDictionary(group => group.Key, group => group.Select(refusal => refusal.Message).ToArray());
        else
            extensions["refusals"] = refusals.Select(RefusalView.Of).ToArray();
        if (first.CurrentVersion is > 0) extensions["version"] = first.CurrentVersion;
        return TypedResults.Problem(
            detail: first.Message,
            statusCode: StatusOf(refusals),
            title: Title(StatusOf(refusals)),
            type: $"urn:lianzhi:problem:{(invalid.Count > 0 ? "invalid-input" : first.Code)}",
            extensions: extensions);
    }

    /// <summary>HTTP status of refusals: bad input first, then the first refusal's own.</summary>
    public static int StatusOf(IReadOnlyList<Refusal> refusals) =>
        refusals.Any(refusal => refusal.Kind == RefusalKind.Invalid) ? StatusCodes.Status400BadRequest : refusals[0].Kind switch
        {
            RefusalKind.Unauthenticated => StatusCodes.Status401Unauthorized,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Stale => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status422UnprocessableEntity,
        };

    /// <summary>Writes refusals from middleware: problem details for programs, plain words for a browser.</summary>
    public static Task Write(HttpContext http, IReadOnlyList<Refusal> refusals) => Problem(refusals).ExecuteAsync(http);

    /// <summary>Writes a problem that is no rule's refusal.</summary>
    public static Task Write(HttpContext http, int status, string code, string message) =>
        TypedResults.Problem(detail: message, statusCode: status, title: Title(status), type: $"urn:lianzhi:problem:{code}").ExecuteAsync(http);

    private static string Title(int status) => status switch
    {
        400 => "输入有误",
        401 => "需要登录",
        403 => "没有权限",
        404 => "没有找到",
        405 => "不支持此方法",
        409 => "与现状冲突",
        413 => "内容过大",
        415 => "不支持的内容类型",
        422 => "依法不可办",
        429 => "请求过于频繁",
        503 => "暂时不可用",
        507 => "存储空间不足",
        _ => "系统错误",
    };
}

/// <summary>How the API writes JSON: camelCase, enums as camelCase text, absent members as null.</summary>
public static class ApiJson
{
    /// <summary>The options.</summary>
    public static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Applies the conventions to options.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options;
    }
}
