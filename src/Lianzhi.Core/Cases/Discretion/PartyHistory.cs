namespace Lianzhi.Core.Cases.Discretion;

/// <summary>What a worksheet looks up (裁量所依据的情况).</summary>
/// <param name="Earlier">Earlier matters of the party in all organs.</param>
/// <param name="Similar">Like decisions of this organ in the last two years.</param>
/// <param name="Tiers">Tiers of the published benchmarks in force.</param>
/// <param name="InitialYears">Years that 初次违法 looks back.</param>
public sealed record PartyHistory(IReadOnlyList<EarlierCase> Earlier, IReadOnlyList<SimilarCase> Similar, IReadOnlyList<BenchmarkTier> Tiers, int InitialYears)
{
    /// <summary>Nothing known.</summary>
    public static readonly PartyHistory None = new([], [], [], 2);
}
