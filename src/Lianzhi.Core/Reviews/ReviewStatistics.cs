using Lianzhi.Core.Cases;

namespace Lianzhi.Core.Reviews;

/// <summary>One round of legal review as statistics count it (审核记录).</summary>
/// <param name="Opinion">Opinion; null while it waits.</param>
/// <param name="Aspects">Aspects in which something was found, each once.</param>
/// <param name="DueOn">Last day for the opinion.</param>
/// <param name="ConcludedOn">Day of the opinion; null while it waits.</param>
public sealed record CountedRound(ReviewOpinion? Opinion, IReadOnlyList<ReviewAspect> Aspects, DateOnly DueOn, DateOnly? ConcludedOn);

/// <summary>What legal review found in a time (法制审核统计).</summary>
/// <param name="Rounds">Rounds submitted.</param>
/// <param name="Waiting">Rounds without an opinion.</param>
/// <param name="Late">Rounds concluded, or still waiting, after their last day.</param>
/// <param name="Opinions">Rounds by opinion, every opinion named.</param>
/// <param name="Aspects">Rounds in which something was found, by aspect, every aspect named.</param>
public sealed record ReviewStatistics(
    int Rounds, int Waiting, int Late, IReadOnlyDictionary<ReviewOpinion, int> Opinions, IReadOnlyDictionary<ReviewAspect, int> Aspects)
{
    /// <summary>Counts rounds as they stand on a day.</summary>
    public static ReviewStatistics Of(IReadOnlyCollection<CountedRound> rounds, DateOnly today) => new(
        rounds.Count,
        rounds.Count(round => round.Opinion is null),
        rounds.Count(round => (round.ConcludedOn ?? today) > round.DueOn),
        Enum.GetValues<ReviewOpinion>().ToDictionary(opinion => opinion, opinion => rounds.Count(round => round.Opinion == opinion)),
        Enum.GetValues<ReviewAspect>().ToDictionary(aspect => aspect, aspect => rounds.Count(round => round.Aspects.Contains(aspect))));
}
