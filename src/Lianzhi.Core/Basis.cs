namespace Lianzhi.Core;

/// <summary>
/// The article or other source a rule rests on (依据), for example 行政处罚法 第60条.
/// </summary>
/// <param name="Text">The citation as people write it; never empty.</param>
public sealed record Basis(string Text)
{
    /// <summary>The citation itself, so that a basis can be put straight into a sentence.</summary>
    public override string ToString() => Text;

    /// <summary>Lets a rule cite its article by writing the text where a basis is asked for.</summary>
    public static implicit operator Basis(string text) => new(text);
}

/// <summary>
/// One step of an explanation (理由): what was found, and the article that makes it matter.
/// </summary>
/// <param name="Text">A Chinese sentence for people.</param>
/// <param name="Basis">The article or setting it rests on; null where the sentence only states a fact.</param>
public sealed record Reason(string Text, Basis? Basis = null);

/// <summary>
/// An explanation that is written when somebody asks for it (问到才写的理由). Lists, sweeps and rows need the day a clock
/// ends on; only its reader needs to know why.
/// </summary>
/// <param name="tell">Tells the reasons; pure, because two readers at once may both ask.</param>
internal sealed class ReasonsOnDemand(Func<IEnumerable<Reason>> tell) : IReadOnlyList<Reason>
{
    private IReadOnlyList<Reason>? told;

    /// <inheritdoc/>
    public int Count => Told.Count;

    private IReadOnlyList<Reason> Told => told ??= [.. tell()];

    /// <inheritdoc/>
    public Reason this[int index] => Told[index];

    /// <inheritdoc/>
    public IEnumerator<Reason> GetEnumerator() => Told.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
