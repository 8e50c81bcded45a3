using Lianzhi.Core.Operations;

namespace Lianzhi.Web.Features.Operations;

/// <summary>What the form of a new operation sends.</summary>
public sealed class OperationForm
{
    /// <summary>Title.</summary>
    public string? Title { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>Townships.</summary>
    public string[]? Townships { get; set; }

    /// <summary>Units.</summary>
    public string[]? Units { get; set; }

    /// <summary>Who decides.</summary>
    public string? Handler { get; set; }

    /// <summary>Last day for replies.</summary>
    public DateOnly? ReplyDueOn { get; set; }

    /// <summary>The clue that was reported.</summary>
    public string? Clue { get; set; }

    /// <summary>As the use case takes it.</summary>
    public OperationToOpen ToOpen(OperationKind kind) => new(kind, Title, Reason, Townships ?? [], Units ?? [], Handler, ReplyDueOn, Clue);
}
