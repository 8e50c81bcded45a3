using System.ComponentModel.DataAnnotations;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Data;

namespace Lianzhi.Web.Features.Reviews;

/// <summary>A round of legal review (法制审核一轮) for lists and figures; made from the events of its case alone.</summary>
public sealed class ReviewRow
{
    /// <summary>The case.</summary>
    [MaxLength(26)] public required string CaseId { get; init; }

    /// <summary>From 1.</summary>
    public required int Round { get; init; }

    /// <summary>立案号.</summary>
    [MaxLength(60)] public required string Number { get; set; }

    /// <summary>Party and conduct.</summary>
    [MaxLength(400)] public required string Title { get; set; }

    /// <summary>Subject.</summary>
    [MaxLength(40)] public required string Unit { get; set; }

    /// <summary>Full name of the subject.</summary>
    [MaxLength(100)] public required string UnitName { get; set; }

    /// <summary>Who reviews, officer id.</summary>
    [MaxLength(64)] public required string ReviewerId { get; set; }

    /// <summary>Who reviews.</summary>
    [MaxLength(60)] public required string ReviewerName { get; set; }

    /// <summary>Grounds, joined by spaces; empty for a voluntary review.</summary>
    [MaxLength(60)] public required string Grounds { get; set; }

    /// <summary>送审 day.</summary>
    public required DateOnly SubmittedOn { get; set; }

    /// <summary>Last day for the opinion.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>Day of the opinion.</summary>
    public DateOnly? ConcludedOn { get; set; }

    /// <summary>The opinion.</summary>
    [MaxLength(20)] public ReviewOpinion? Opinion { get; set; }

    /// <summary>True while the case waits for this round; a round made void by a new notice waits no more.</summary>
    public required bool Waits { get; set; }

    /// <summary>The rows of a case.</summary>
    public static IEnumerable<ReviewRow> Of(CaseState state) => state.Reviews.Select((round, index) => new ReviewRow
    {
        CaseId = state.Id,
        Round = index + 1,
        Number = state.Number!,
        Title = state.Title,
        Unit = state.Subject!.Code,
        UnitName = state.Subject.Name,
        ReviewerId = round.Reviewer.Id,
        ReviewerName = round.Reviewer.Name,
        Grounds = string.Join(' ', round.Submission.Grounds),
        SubmittedOn = round.Submission.On,
        DueOn = round.Submission.DueOn,
        ConcludedOn = round.Conclusion?.On,
        Opinion = round.Conclusion?.Opinion,
        Waits = CaseSteps.WaitingRounds(state).Contains(index),
    });
}

/// <summary>An aspect in which a round found something (审核发现).</summary>
public sealed class ReviewFindingRow
{
    /// <summary>The case.</summary>
    [MaxLength(26)] public required string CaseId { get; init; }

    /// <summary>The round.</summary>
    public required int Round { get; init; }

    /// <summary>The aspect.</summary>
    [MaxLength(20)] public required ReviewAspect Aspect { get; init; }
}

/// <summary>Keeps the rows of reviews beside their case (审核行).</summary>
public sealed class ReviewRows(AppDb db)
{
    /// <summary>Writes the rows of a case, new or changed.</summary>
    public async Task Write(CaseState state, CancellationToken cancel)
    {
        foreach (var made in ReviewRow.Of(state))
        {
            if (await db.Set<ReviewRow>().FindAsync([made.CaseId, made.Round], cancel) is { } row) db.Entry(row).CurrentValues.SetValues(made);
            else db.Add(made);
            foreach (var aspect in state.Reviews[made.Round - 1].Conclusion?.Findings.Select(finding => finding.Aspect).Distinct() ?? [])
                if (await db.Set<ReviewFindingRow>().FindAsync([made.CaseId, made.Round, aspect], cancel) is null)
                    db.Add(new ReviewFindingRow { CaseId = made.CaseId, Round = made.Round, Aspect = aspect });
        }
    }
}
