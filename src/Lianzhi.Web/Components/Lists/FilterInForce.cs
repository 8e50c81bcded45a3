using Microsoft.AspNetCore.WebUtilities;

namespace Lianzhi.Web.Components.Lists;

/// <summary>One filter in force.</summary>
/// <param name="Text">What it says, for example 镇街：蓝田街道.</param>
/// <param name="HrefWithout">Address of the list without it.</param>
public sealed record FilterInForce(string Text, string HrefWithout);

/// <summary>Addresses of lists: the same query with one part changed.</summary>
public static class ListAddress
{
    /// <summary>The address with <paramref name="name"/> set to <paramref name="value"/>, or removed when null. Paging starts again unless it is the part changed.</summary>
    public static string With(string address, string name, string? value)
    {
        var parts = address.Split('?', 2);
        var query = QueryHelpers.ParseQuery(parts.Length > 1 ? parts[1] : "");
        query.Remove(name);
        if (name != "after") query.Remove("after");
        if (!string.IsNullOrEmpty(value)) query[name] = value;
        return QueryHelpers.AddQueryString(parts[0], query.Where(pair => !Microsoft.Extensions.Primitives.StringValues.IsNullOrEmpty(pair.Value) && pair.Value != ""));
    }
}
