namespace Lianzhi.Core;

/// <summary>What kind of "no" a refusal is; decides the HTTP status and the tone of the page.</summary>
public enum RefusalKind
{
    /// <summary>A rule of law or a setting forbids the act now (422).</summary>
    Rule,

    /// <summary>The input itself is wrong: missing, malformed, out of range (400).</summary>
    Invalid,

    /// <summary>Nobody is signed in (401).</summary>
    Unauthenticated,

    /// <summary>The signed-in person has no right to this use case or this object (403).</summary>
    Forbidden,

    /// <summary>There is no such object within the person's reach (404).</summary>
    NotFound,

    /// <summary>Somebody else changed the object meanwhile (409).</summary>
    Stale,
}

/// <summary>
/// A lawful "no" (不可办): which rule stands in the way, said for people and for programs.
/// A refusal is a value, never an exception; it is shown beside the blocked step and kept in answers.
/// </summary>
/// <param name="Code">Stable kebab-case name of the rule, for example <c>notice-not-served</c>.</param>
/// <param name="Message">A Chinese sentence that says what is missing and, where it helps, what would be lawful.</param>
/// <param name="Basis">The article or setting the rule rests on; null only for kinds other than <see cref="RefusalKind.Rule"/>.</param>
/// <param name="Field">The input member the refusal is about, when there is exactly one (camelCase path).</param>
public sealed record Refusal(string Code, string Message, Basis? Basis = null, string? Field = null)
{
    /// <summary>The kind; a rule unless said otherwise.</summary>
    public RefusalKind Kind { get; init; } = RefusalKind.Rule;

    /// <summary>The version the object has now; only for <see cref="RefusalKind.Stale"/>.</summary>
    public long? CurrentVersion { get; init; }

    /// <summary>Bad input in one named field.</summary>
    public static Refusal Invalid(string field, string message) =>
        new("invalid-input", message, Field: field) { Kind = RefusalKind.Invalid };

    /// <summary>The object does not exist, or lies outside the person's reach and must not be told apart from that.</summary>
    public static Refusal NotFound(string message = "没有找到，或者不在您的权限范围内。") =>
        new("not-found", message) { Kind = RefusalKind.NotFound };

    /// <summary>The person lacks the right.</summary>
    public static Refusal Forbidden(string message = "您的岗位没有办理此事项的权限。") =>
        new("forbidden", message) { Kind = RefusalKind.Forbidden };

    /// <summary>Nobody is signed in.</summary>
    public static Refusal Unauthenticated() =>
        new("unauthenticated", "请先登录。") { Kind = RefusalKind.Unauthenticated };

    /// <summary>Somebody else changed the object first.</summary>
    public static Refusal Stale(long currentVersion) =>
        new("stale-version", "内容已被他人更新，请核对最新内容后再办理。") { Kind = RefusalKind.Stale, CurrentVersion = currentVersion };
}
