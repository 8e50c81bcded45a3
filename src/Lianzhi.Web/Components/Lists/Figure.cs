using Lianzhi.Web.Components.Marks;

namespace Lianzhi.Web.Components.Lists;

/// <summary>One figure that opens a list.</summary>
/// <param name="Title">What is counted.</param>
/// <param name="Value">The figure as shown.</param>
/// <param name="Unit">Its unit, for example 件.</param>
/// <param name="Href">The list behind it.</param>
/// <param name="Icon">Icon before the title.</param>
/// <param name="Note">A quiet line below; null for none.</param>
/// <param name="Kind">Due or over when the figure itself is an alarm.</param>
public sealed record Figure(string Title, string Value, string Unit, string Href, string Icon, string? Note = null, StatusKind? Kind = null);
