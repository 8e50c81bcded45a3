namespace Lianzhi.Web.Platform.Work;

/// <summary>
/// Writers of the embedded database take turns here. Without it they poll inside the provider and the slowest
/// wait hundreds of milliseconds. On PostgreSQL nobody waits.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Waits for the turn; dispose the answer to give it back.</summary>
    public async Task<IDisposable> Enter(bool embedded, CancellationToken cancel)
    {
        if (!embedded) return new Turn(null);
        await turn.WaitAsync(cancel);
        return new Turn(turn);
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private sealed class Turn(SemaphoreSlim? turn) : IDisposable
    {
        public void Dispose() => turn?.Release();
    }
}
