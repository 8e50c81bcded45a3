using Lianzhi.Core;

namespace Lianzhi.Web.Components.Forms;

/// <summary>What a form tells the fields in it: the prefix of their names and what was refused.</summary>
/// <param name="Prefix">Name of the page's form property, for example <c>Input</c>; empty when fields post their bare names.</param>
/// <param name="Refusals">Why the last sending was refused; empty before that.</param>
public sealed record FormScope(string Prefix, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>No form around.</summary>
    public static readonly FormScope None = new("", []);

    /// <summary>Name a field posts under.</summary>
    public string NameOf(string field) => Prefix.Length == 0 ? field : $"{Prefix}.{field}";

    /// <summary>Id of a field's control; the error summary links to it.</summary>
    public static string IdOf(string field) => $"f-{field.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal)}";

    /// <summary>What was refused about a field.</summary>
    public IEnumerable<Refusal> About(string field) => Refusals.Where(refusal => string.Equals(refusal.Field, field, StringComparison.OrdinalIgnoreCase));
}
