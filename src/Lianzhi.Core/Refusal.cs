namespace Lianzhi.Core;

/// <summary>
/// A lawful "no" (不可办): which rule stands in the way, said for people and for programs.
/// A refusal is a value, never an exception; it is shown beside the blocked step and kept in answers.
/// </summary>
/// <param name="Code">Stable kebab-case name of the rule, for example <c>notice-not-served</c>.</param>
/// <param name="Message">A Chinese sentence that says what is missing and, where it helps, what would be lawful.</param>
/// <param name="Basis">The article or setting the rule rests on.</param>
/// <param name="Field">The input member the refusal is about, when there is exactly one.</param>
public sealed record Refusal(string Code, string Message, Basis Basis, string? Field = null);
