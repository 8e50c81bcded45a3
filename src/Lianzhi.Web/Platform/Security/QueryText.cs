namespace Lianzhi.Web.Platform.Security;

/// <summary>Answers 400 to an address whose query holds U+0000: PostgreSQL holds no such text and would fail on it.</summary>
public sealed class QueryText(RequestDelegate next)
{
    /// <summary>Handles one request.</summary>
    public Task Invoke(HttpContext http) =>
        http.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true ? FormReading.Refuse(http) : next(http);
}
