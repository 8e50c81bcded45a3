namespace Lianzhi.Bench;

/// <summary>What script/bench asks for.</summary>
/// <param name="Program">The published <c>lianzhi.dll</c>.</param>
/// <param name="Connection">A PostgreSQL that holds the sample.</param>
/// <param name="Cases">How many cases it holds.</param>
/// <param name="Seconds">How long each half of a probe and each run of the platform takes.</param>
/// <param name="Rounds">How often a row is measured; the middle ratio is reported, with the spread.</param>
/// <param name="Only">Name of the one row to measure; null for all.</param>
/// <param name="Output">Folder of the JSON file.</param>
internal sealed record Options(string Program, string Connection, int Cases, int Seconds, int Rounds, string? Only, string Output)
{
    public static Options Read(string[] args)
    {
        var named = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return new(named["--program"], named["--connection"], Number("--cases"), Number("--seconds"), Number("--rounds"), named.GetValueOrDefault("--only"), named["--output"]);
        int Number(string name) => int.Parse(named[name], System.Globalization.CultureInfo.InvariantCulture);
    }
}
