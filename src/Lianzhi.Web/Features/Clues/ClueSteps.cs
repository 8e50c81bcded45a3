using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;

namespace Lianzhi.Web.Features.Clues;

/// <summary>What the forms of the clue page send.</summary>
public sealed class ClueInput
{
    /// <summary>The version seen.</summary>
    public long? Version { get; set; }

    /// <summary>Township.</summary>
    public string? Township { get; set; }

    /// <summary>Item.</summary>
    public string? Item { get; set; }

    /// <summary>Ground of not accepting.</summary>
    public string? Ground { get; set; }

    /// <summary>Reason.</summary>
    public string? Reason { get; set; }

    /// <summary>Unit it goes to.</summary>
    public string? To { get; set; }

    /// <summary>Organ outside it goes to.</summary>
    public string? Outside { get; set; }

    /// <summary><c>crosses</c>, <c>major</c>, or both.</summary>
    public string[]? Grounds { get; set; }

    /// <summary>Result.</summary>
    public string? Outcome { get; set; }

    /// <summary>Answer.</summary>
    public string? Answer { get; set; }

    /// <summary>What the reporter's data are looked at for.</summary>
    public string? Why { get; set; }
}

/// <summary>Leads each form of the clue page to its use case.</summary>
public sealed class ClueSteps(AmendClue amend, AcceptClue accept, RejectClue reject, TransferClue transfer, ReportClue report, ArrangeClue arrange, CloseClue close, AnswerClue answer, AnswerClueMeanwhile meanwhile)
{
    /// <summary>Does what the form asks for.</summary>
    /// <exception cref="ArgumentException">The page has no form of this use case.</exception>
    public Task<Result<string>> Run(UseCase useCase, string id, ClueInput input, CancellationToken cancel) =>
        useCase == AccessTable.AmendClue ? amend.Run(id, input.Version, input.Township, input.Item, null, cancel)
        : useCase == AccessTable.AcceptClue ? accept.Run(id, input.Version, cancel)
        : useCase == AccessTable.RejectClue ? reject.Run(id, input.Version, Enum.TryParse<RejectGround>(input.Ground, out var ground) ? ground : null, input.Reason, cancel)
        : useCase == AccessTable.TransferClue ? transfer.Run(id, input.Version, input.To, input.Outside, input.Reason, cancel)
        : useCase == AccessTable.ReportClue ? report.Run(id, input.Version, input.Grounds?.Contains("crosses") == true, input.Grounds?.Contains("major") == true, input.Reason, cancel)
        : useCase == AccessTable.ArrangeClue ? arrange.Run(id, input.Version, input.To, input.Reason, cancel)
        : useCase == AccessTable.CloseClue ? close.Run(id, input.Version, input.Outcome, cancel)
        : useCase == AccessTable.AnswerClueMeanwhile ? meanwhile.Run(id, input.Version, input.Answer, cancel)
        : useCase == AccessTable.AnswerClue ? answer.Run(id, input.Version, input.Answer, cancel)
        : throw new ArgumentException($"No form of {useCase.Name}.", nameof(useCase));
}
