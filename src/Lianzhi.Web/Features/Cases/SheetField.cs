using Lianzhi.Web.Components.Forms;

namespace Lianzhi.Web.Features.Cases;

/// <summary>What kind of answer a field of a step takes (填写方式).</summary>
public enum SheetShape
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>Several lines.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A date.</summary>
    Date,

    /// <summary>Date and time in Shanghai.</summary>
    Moment,

    /// <summary>A statement to confirm.</summary>
    Flag,

    /// <summary>One of several answers.</summary>
    Choice,

    /// <summary>Two officers.</summary>
    Officers,

    /// <summary>Delivery of a paper.</summary>
    Service,

    /// <summary>Warning, fine and confiscation.</summary>
    Penalties,

    /// <summary>Rows of fields; empty rows are left out.</summary>
    Rows,
}

/// <summary>
/// One field of a step's form (填写项), named as the member of its command, so that a form and the API ask for the
/// same things and refusals find their field.
/// </summary>
/// <param name="Name">Member of the command, camelCase.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Shape">Kind of answer.</param>
public sealed record SheetField(string Name, string Label, SheetShape Shape = SheetShape.Line)
{
    /// <summary>May stay empty.</summary>
    public bool Optional { get; init; }

    /// <summary>How to answer.</summary>
    public string? Hint { get; init; }

    /// <summary>What stands there before anything is typed.</summary>
    public string? Value { get; init; }

    /// <summary>The answers of a choice; of a flag the one statement.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Fields of each row.</summary>
    public IReadOnlyList<SheetField> Columns { get; init; } = [];

    /// <summary>Member that tells rows apart, with its value and title for each row; null for rows without one.</summary>
    public string? KeyName { get; init; }

    /// <summary>The rows: value of the key and title.</summary>
    public IReadOnlyList<Choice> Rows { get; init; } = [];
}
