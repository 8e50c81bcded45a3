using Microsoft.AspNetCore.Components;

namespace Lianzhi.Web.Components.Forms;

/// <summary>What all inputs share: name, label, hint, reason, and the form around them.</summary>
public abstract class FieldBase : ComponentBase
{
    /// <summary>Name of the field as the use case and its refusals call it, camelCase.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>What is asked.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>How to answer.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>Why it is needed; said wherever the reason is not plain.</summary>
    [Parameter] public string? Why { get; set; }

    /// <summary>True when it may stay empty.</summary>
    [Parameter] public bool Optional { get; set; }

    /// <summary>The form around the field.</summary>
    [CascadingParameter] protected FormScope Scope { get; set; } = FormScope.None;

    /// <summary>Id of the control.</summary>
    protected string Id => FormScope.IdOf(Name);

    /// <summary>Name the control posts under.</summary>
    protected string PostName => Scope.NameOf(Name);

    /// <summary><c>true</c> when the field was refused, for <c>aria-invalid</c>.</summary>
    protected string? Invalid => Scope.About(Name).Any() ? "true" : null;

    /// <summary>Ids of the words that describe the control.</summary>
    protected string? Described => Field.DescribedBy(Scope, Name, Hint, Why);
}

/// <summary>One answer to choose.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What people read.</param>
/// <param name="Hint">A quiet second line; null for none.</param>
public sealed record Choice(string Value, string Text, string? Hint = null);
