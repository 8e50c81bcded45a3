using Microsoft.AspNetCore.Components;

namespace Lianzhi.Web.Components.Lists;

/// <summary>How much a column matters on a phone, where a row has two lines.</summary>
public enum ColumnRole
{
    /// <summary>Second line.</summary>
    Plain,

    /// <summary>First line: the name of the thing, and its status.</summary>
    Lead,

    /// <summary>Left out on phones.</summary>
    Quiet,
}

/// <summary>One column of a table.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Cell">What stands in a row.</param>
/// <param name="Role">How much it matters on a phone.</param>
/// <param name="Number">True for figures, set to the right.</param>
/// <param name="SortHref">Address of the list sorted by it; null when it cannot be sorted by.</param>
/// <param name="Sorted"><c>ascending</c> or <c>descending</c> when the list is sorted by it now.</param>
/// <param name="Whole">True for dates, numbers and names that never break into two lines at a desk.</param>
/// <typeparam name="T">A row.</typeparam>
public sealed record Column<T>(string Title, RenderFragment<T> Cell, ColumnRole Role = ColumnRole.Plain, bool Number = false, string? SortHref = null, string? Sorted = null, bool Whole = false)
{
    /// <summary>A column of plain text.</summary>
    public static Column<T> Text(string title, Func<T, object?> text, ColumnRole role = ColumnRole.Plain, bool number = false, bool whole = false) =>
        new(title, row => builder => builder.AddContent(0, text(row)), role, number, Whole: whole);

    /// <summary>Class of its cells.</summary>
    public string? Class => string.Join(' ', new[]
    {
        Role switch { ColumnRole.Lead => "lead", ColumnRole.Quiet => "quiet", _ => null },
        Number ? "num" : null,
        Whole ? "whole" : null,
    }.OfType<string>()) is { Length: > 0 } words ? words : null;
}
