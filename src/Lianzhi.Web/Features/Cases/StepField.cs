using Lianzhi.Core.Cases;
using Lianzhi.Web.Components.Forms;

namespace Lianzhi.Web.Features.Cases;

/// <summary>What kind of answer a field takes (填写方式).</summary>
public enum StepFieldKind
{
    /// <summary>One line; with choices, they are suggested while typing.</summary>
    Line,

    /// <summary>Several lines of prose.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>Yuan, sent as fen.</summary>
    Yuan,

    /// <summary>A date.</summary>
    Date,

    /// <summary>Date and time in Shanghai.</summary>
    Moment,

    /// <summary>A statement to confirm.</summary>
    Flag,

    /// <summary>One of several answers.</summary>
    OneOf,

    /// <summary>One of several answers that are numbers, for example the place in a list.</summary>
    Entry,

    /// <summary>Any of several answers.</summary>
    Many,

    /// <summary>A list, a line each; with columns, each line is an object, its parts set apart by ｜.</summary>
    Lines,

    /// <summary>Questions and answers, a line each, told apart by 问 and 答.</summary>
    Answers,

    /// <summary>The two officers.</summary>
    Officers,

    /// <summary>Warning, fine and confiscation.</summary>
    Penalties,

    /// <summary>Papers on the provincial platform, ticked.</summary>
    Papers,

    /// <summary>Fields of an object of its own.</summary>
    Group,

    /// <summary>Rows of fields; empty rows are left out.</summary>
    Rows,

    /// <summary>Sent along, not asked.</summary>
    Hidden,
}

/// <summary>
/// One field of the form of a step (填写项), named as the member of its command: page and API ask for the same, are read
/// by the same <see cref="CommandReader"/>, and a refusal finds its field.
/// </summary>
/// <param name="Name">Member of the command, camelCase.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Kind">Kind of answer.</param>
public sealed record StepField(string Name, string Label, StepFieldKind Kind = StepFieldKind.Line)
{
    /// <summary>May stay empty.</summary>
    public bool Optional { get; init; }

    /// <summary>How to answer.</summary>
    public string? Hint { get; init; }

    /// <summary>Why it is asked.</summary>
    public string? Why { get; init; }

    /// <summary>An example, shown while it is empty.</summary>
    public string? Example { get; init; }

    /// <summary>Title over this field and those after it.</summary>
    public string? Part { get; init; }

    /// <summary>What stands there before anything is typed.</summary>
    public string? Value { get; init; }

    /// <summary>The same of a field with several answers.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The penalties that stand there before anything is typed.</summary>
    public IReadOnlyList<CasePenalty> Penalties { get; init; } = [];

    /// <summary>The answers to choose from; of a flag the one statement.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Fields of a group, of each row, or the parts of each line.</summary>
    public IReadOnlyList<StepField> Columns { get; init; } = [];

    /// <summary>Member that tells rows apart, with its value and title for each row; null for rows without one.</summary>
    public string? KeyName { get; init; }

    /// <summary>The rows: value of the key and title.</summary>
    public IReadOnlyList<Choice> Rows { get; init; } = [];

    /// <summary>Lines shown at first.</summary>
    public int Height { get; init; } = 4;
}

/// <summary>What every form of a step posts besides its fields.</summary>
public sealed class StepInput
{
    /// <summary>Version of the case the person saw.</summary>
    public long Version { get; set; }
}
