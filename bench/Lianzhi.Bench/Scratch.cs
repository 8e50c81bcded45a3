namespace Lianzhi.Bench;

/// <summary>A folder that is gone afterwards.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lianzhi-bench-");

    /// <summary>Where it is.</summary>
    public string FullName => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
